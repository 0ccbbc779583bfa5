/** Which module-level names live in cells, and which of these are constant and bound early. */
import type { Variable } from '../analysis/scopes.js';
import type { ModuleContext, ProgramContext } from './context.js';
import { absoluteName } from './imports.js';
import { describeBinding } from './globals-order.js';
import { harmlessModules } from './typing.js';

/** Names that other modules use live in cells: those imported by name, or all where the module itself is imported. */
export function shareNames(program: ProgramContext): void {
  for (const importer of program.modules.values()) {
    for (const { node, scope } of importer.scopes.imports) {
      const variableOf = (name: string): Variable | null => scope.meaning.get(name) ?? null;
      if (node.kind === 'Import') {
        for (const { name, asname } of node.names) {
          const parts = name.split('.');
          parts.forEach((_, i) => shareAll(program, parts.slice(0, i + 1).join('.')));
          const variable = variableOf(asname ?? parts[0]!);
          if (variable?.bindings === 1 && isHarmless(program, name)) importer.harmless.set(variable, name);
        }
        continue;
      }
      const module = absoluteName(importer.parsed.name, importer.parsed.isPackage, node);
      if (module === null) continue;
      for (const { name, asname } of node.names) {
        shareOne(program, module, name);
        shareAll(program, `${module}.${name}`);
        const variable = variableOf(asname ?? name);
        if (variable?.bindings === 1 && isHarmless(program, module)) importer.typingNames.set(variable, name);
      }
    }
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
  const stored = new Set<string>();
  for (const module of program.modules.values()) for (const name of module.scopes.storedAttributes) stored.add(name);
  for (const module of program.modules.values()) describeModule(module, stored);
}

function describeModule(module: ModuleContext, stored: ReadonlySet<string>): void {
  for (const variable of module.scopes.module.variables.values()) {
    if (!variable.captured) continue;
    const { constant, boundEarly } = describeBinding(module, variable, stored);
    module.globals.set(variable.name, { name: variable.name, constant, boundEarly });
  }
}
