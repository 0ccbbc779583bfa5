/** Which module-level names live in cells, and which of these are constant and bound early. */
import type { Variable } from '../analysis/scopes.js';
import type { Statement } from '../syntax/ast.js';
import type { ModuleContext, ProgramContext } from './context.js';
import { absoluteName } from './imports.js';
import { standardBuiltins } from './known-names.js';
import { orderOfBindings } from './globals-order.js';
import { harmlessModules, typingNameOf } from './typing.js';

/** Names that other modules use live in cells: those imported by name, or all where the module itself is imported. */
export function shareNames(program: ProgramContext): void {
  for (const [name, home] of standardBuiltins) shareOne(program, home, name);
  for (const importer of program.modules.values()) {
    for (const { node, scope } of importer.scopes.imports) {
      const variableOf = (name: string): Variable | null => scope.meaning.get(name) ?? null;
      if (node.kind === 'Import') {
        for (const { name, asname } of node.names) {
          const parts = name.split('.');
          parts.forEach((_, i) => shareAll(program, parts.slice(0, i + 1).join('.')));
          const variable = variableOf(asname ?? parts[0]!);
          if (variable?.bindings === 1 && (name === 'builtins' || isHarmless(program, name))) importer.harmless.set(variable, name);
        }
        continue;
      }
      const module = absoluteName(importer.parsed.name, importer.parsed.isPackage, node);
      if (module === null) continue;
      for (const name of importer.scopes.starNames.get(node) ?? []) {
        shareOne(program, module, name);
        shareAll(program, `${module}.${name}`);
      }
      for (const { name, asname } of node.names) {
        shareOne(program, module, name);
        shareAll(program, `${module}.${name}`);
        const variable = variableOf(asname ?? name);
        if (variable?.bindings === 1 && isHarmless(program, module)) importer.typingNames.set(variable, typingNameOf(module, name));
      }
    }
  }
}

export function shareExports(module: ModuleContext, names: readonly string[]): void {
  for (const name of names) {
    const variable = module.scopes.module.variables.get(name);
    if (variable !== undefined) variable.captured = true;
  }
}

function isHarmless(program: ProgramContext, module: string): boolean {
  return harmlessModules.has(module) && !program.modules.has(module);
}

function shareAll(program: ProgramContext, name: string): void {
  const module = program.modules.get(name);
  for (const variable of module?.scopes.module.variables.values() ?? []) variable.captured = true;
}

function shareOne(program: ProgramContext, module: string, name: string): void {
  const variable = program.modules.get(module)?.scopes.module.variables.get(name);
  if (variable !== undefined) variable.captured = true;
}

export function describeGlobals(program: ProgramContext): void {
  const modules = [...program.modules.values()];
  program.hasClassHooks = modules.some((module) => module.scopes.definesClassHooks);
  // Standard modules set attributes of classes and instances only, never of modules.
  const ofProgram = modules.filter((module) => module.parsed.isStandard !== true);
  program.setsAttributes = ofProgram.some((module) => module.scopes.usesSetattr);
  const anyAsObject = modules.some(readsSysModules);
  if (anyAsObject) for (const module of modules) shareAll(program, module.parsed.name);
  for (const module of modules) {
    const others = modules.filter((other) => other !== module);
    describeModule(
      module,
      unionOf(ofProgram, (one) => one.scopes.storedAttributes),
      unionOf(others, (one) => one.scopes.attributes),
      anyAsObject || isImportedAsObject(module),
    );
  }
}

/** `sys.modules` gives any module as an object. */
function readsSysModules({ scopes }: ModuleContext): boolean {
  return scopes.imports.some(({ node }) =>
    node.kind === 'Import'
      ? scopes.attributes.has('modules') && node.names.some(({ name }) => name === 'sys')
      : node.module === 'sys' && node.names.some(({ name }) => name === 'modules'),
  );
}

function unionOf(modules: readonly ModuleContext[], part: (module: ModuleContext) => ReadonlySet<string>): Set<string> {
  return new Set(modules.flatMap((module) => [...part(module)]));
}

/** Functions and classes live in cells even if only the module uses them: as values they would be handed over at each exit of its body. */
function shareDefinitions(module: ModuleContext, single: ReadonlyMap<string, Statement>): void {
  for (const variable of module.scopes.module.variables.values()) {
    if (variable.bindings !== 1 || variable.deleted) continue;
    const kind = single.get(variable.name)?.kind;
    if (kind === 'FunctionDef' || kind === 'AsyncFunctionDef' || kind === 'ClassDef') variable.captured = true;
  }
}

function describeModule(module: ModuleContext, stored: ReadonlySet<string>, foreignAttributes: ReadonlySet<string>, isObject: boolean): void {
  const { single, early } = orderOfBindings(module, foreignAttributes);
  const inCycle = isInImportCycle(module);
  shareDefinitions(module, single);
  if (module.scopes.namespaceUse !== 'none') shareAll(module.program, module.parsed.name);
  if (module.scopes.namespaceUse === 'held') return;
  for (const variable of module.scopes.module.variables.values()) {
    if (!variable.captured) continue;
    const { name } = variable;
    const changedOutside = isObject && (stored.has(name) || module.program.setsAttributes);
    const constant = variable.bindings === 1 && !variable.deleted && single.has(name) && !changedOutside;
    const boundEarly = constant && early.has(name) && !inCycle;
    module.globals.set(name, { name, constant, boundEarly });
    const alias = boundEarly ? aliasedModule(module, single.get(name)!, name) : null;
    if (alias !== null) module.aliases.set(name, alias);
  }
}

/** The module that an import statement binds a name to. */
function aliasedModule(module: ModuleContext, statement: Statement, name: string): string | null {
  const isModule = (dotted: string): boolean => module.program.modules.has(dotted) || module.program.known.modules.has(dotted);
  if (statement.kind === 'Import') {
    const alias = statement.names.find((one) => (one.asname ?? one.name.split('.')[0]) === name)!;
    const target = alias.asname === null ? name : alias.name;
    return isModule(target) ? target : null;
  }
  if (statement.kind !== 'ImportFrom') return null;
  const home = absoluteName(module.parsed.name, module.parsed.isPackage, statement);
  const alias = statement.names.find((one) => (one.asname ?? one.name) === name);
  if (alias === undefined) return null;
  if (home === null || module.program.modules.get(home)?.scopes.module.variables.has(alias.name) === true) return null;
  return isModule(`${home}.${alias.name}`) ? `${home}.${alias.name}` : null;
}

/** The program's own modules that a module's imports, wherever they stand, may run. */
function importedBy(module: ModuleContext): string[] {
  const names = module.scopes.imports.flatMap(({ node }) => {
    if (node.kind === 'Import') return node.names.map((alias) => alias.name);
    const home = absoluteName(module.parsed.name, module.parsed.isPackage, node);
    const names = [...node.names.map((alias) => alias.name), ...(module.scopes.starNames.get(node) ?? [])];
    return home === null ? [] : [home, ...names.map((name) => `${home}.${name}`)];
  });
  return names
    .flatMap((name) => name.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.')))
    .filter((name) => module.program.modules.has(name));
}

function isInImportCycle(module: ModuleContext): boolean {
  const seen = new Set<string>();
  const work = importedBy(module);
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    if (name === module.parsed.name) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    work.push(...importedBy(module.program.modules.get(name)!));
  }
  return false;
}

/** Does any module hold this one as an object, whose attributes it could set? */
function isImportedAsObject(module: ModuleContext): boolean {
  return [...module.program.modules.values()].some((other) => other !== module && importedBy(other).includes(module.parsed.name));
}
