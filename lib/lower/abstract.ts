/**
 * Abstract classes (`abc`): which methods a class leaves without an implementation is known from the text, so that calling
 * such a class can raise CPython's TypeError without any help of the runtime.
 */
import { mangle, type Scope, type Variable } from '../analysis/scopes.js';
import type { Attribute, ClassDef, Expression } from '../syntax/ast.js';
import type { ModuleContext } from './context.js';
import { absoluteName } from './imports.js';

interface KnownClass {
  readonly module: ModuleContext;
  readonly node: ClassDef;
  /** Where the class statement stands. */
  readonly scope: Scope;
}

/** Sorted; empty for classes that can be instantiated, and for what is no class. */
export function abstractMethods(module: ModuleContext, variable: Variable): readonly string[] {
  const { program } = module;
  let names = program.abstractMethods.get(variable);
  if (names === undefined) {
    const known = classOf(module, variable);
    names = known === null || !isAbstractBase(known) ? [] : missing(known);
    program.abstractMethods.set(variable, names);
  }
  return names;
}

function missing(known: KnownClass): string[] {
  const names = new Set<string>();
  for (const one of lineage(known)) for (const name of abstractIn(one)) names.add(name);
  return [...names].filter((name) => firstDefinition(known, name) === 'abstract').sort();
}

/** The class and what it inherits from, as far as the program's own classes go. */
function lineage(known: KnownClass, seen = new Set<ClassDef>()): KnownClass[] {
  if (seen.has(known.node)) return [];
  seen.add(known.node);
  return [known, ...basesOf(known).flatMap((base) => lineage(base, seen))];
}

function firstDefinition(known: KnownClass, name: string): 'abstract' | 'concrete' | undefined {
  for (const one of lineage(known)) {
    if (abstractIn(one).includes(name)) return 'abstract';
    if (one.module.scopes.byNode.get(one.node)!.variables.has(name)) return 'concrete';
  }
  return undefined;
}

function abstractIn({ module, node }: KnownClass): string[] {
  const scope = module.scopes.byNode.get(node)!;
  return node.body.flatMap((statement) => {
    if (statement.kind !== 'FunctionDef') return [];
    const isAbstract = statement.decorator_list.some((decorator) => memberOfAbc(module, scope, decorator) === 'abstractmethod');
    return isAbstract ? [mangle(scope, statement.name)] : [];
  });
}

function isAbstractBase(known: KnownClass): boolean {
  return lineage(known).some(({ module, node, scope }) => {
    const isMeta = node.keywords.some(
      (keyword) => keyword.arg === 'metaclass' && memberOfAbc(module, scope, keyword.value) === 'ABCMeta',
    );
    return isMeta || node.bases.some((base) => memberOfAbc(module, scope, base) === 'ABC');
  });
}

/** What only the metaclass of abstract classes knows. */
const ofMetaclass: ReadonlySet<string> = new Set(['register', '__abstractmethods__', '__subclasscheck__', '__instancecheck__', '__class__']);

/** Does an attribute ask the metaclass of an abstract class, so that the class needs the real one? */
export function asksMetaclass(module: ModuleContext, scope: Scope, node: Attribute): boolean {
  return ofMetaclass.has(node.attr) && isAbstract(module, scope, node.value);
}

/** Is an expression the name of a class whose metaclass is ABCMeta? */
export function isAbstract(module: ModuleContext, scope: Scope, node: Expression): boolean {
  if (node.kind !== 'Name') return false;
  const variable = meaningOf(scope, node.id);
  const known = variable === null ? null : classOf(module, variable);
  return known !== null && isAbstractBase(known);
}

/** Does an abstract class say itself what its subclasses are, or have a metaclass of its own besides? Only the real metaclass tells. */
export function answersForMetaclass(module: ModuleContext, scope: Scope, node: ClassDef): boolean {
  const definesHook = node.body.some((statement) => statement.kind === 'FunctionDef' && statement.name === '__subclasshook__');
  const hasOther = node.keywords.some((keyword) => keyword.arg === 'metaclass' && memberOfAbc(module, scope, keyword.value) !== 'ABCMeta');
  return (definesHook || hasOther) && isAbstractBase({ module, node, scope });
}

/** The member of `abc` that an expression names. */
export function memberOfAbc(module: ModuleContext, scope: Scope, node: Expression): string | null {
  if (node.kind === 'Name') {
    const variable = meaningOf(scope, node.id);
    return variable === null ? null : (module.typingNames.get(variable) ?? null);
  }
  if (node.kind !== 'Attribute' || node.value.kind !== 'Name') return null;
  const variable = meaningOf(scope, node.value.id);
  return variable !== null && module.harmless.get(variable) === 'abc' ? node.attr : null;
}

function meaningOf(scope: Scope, name: string): Variable | null {
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) {
    const variable = outer.meaning.get(name);
    if (variable !== undefined) return variable;
  }
  return null;
}

function basesOf({ module, node, scope }: KnownClass): KnownClass[] {
  return node.bases.flatMap((base) => {
    const variable = base.kind === 'Name' ? meaningOf(scope, base.id) : null;
    const known = variable === null ? null : classOf(module, variable);
    return known === null ? [] : [known];
  });
}

/** The class statement that alone binds a variable, here or in the module that it is imported from. */
function classOf(module: ModuleContext, variable: Variable): KnownClass | null {
  if (variable.bindings !== 1) return null;
  const own = module.scopes.classes.find(
    ({ node, scope }) => node.name === variable.name && scope.meaning.get(node.name) === variable,
  );
  if (own !== undefined) return { module, ...own };
  for (const { node, scope } of module.scopes.imports) {
    if (node.kind !== 'ImportFrom') continue;
    const alias = node.names.find((one) => (one.asname ?? one.name) === variable.name);
    if (alias === undefined || scope.meaning.get(variable.name) !== variable) continue;
    const home = absoluteName(module.parsed.name, module.parsed.isPackage, node);
    const other = home === null ? undefined : module.program.modules.get(home);
    const original = other?.scopes.module.variables.get(alias.name);
    if (other !== undefined && original !== undefined && original !== variable) return classOf(other, original);
  }
  return null;
}
