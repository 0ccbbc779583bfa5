/** Which names `from module import *` binds: they are known before anything runs. */
import { buildScopes, type Scopes } from '../analysis/scopes.js';
import type { Expression, ImportFrom, Module, Statement } from '../syntax/ast.js';
import type { KnownNames, ParsedModule } from './context.js';
import { absoluteName } from './imports.js';
import { outsideUses } from './outside-uses.js';

/** The scopes of all modules, by name. A module in a cycle of such imports gives what it binds itself. */
export function scopesOfModules(
  modules: readonly ParsedModule[],
  known: KnownNames,
  reads: { readonly readsAnnotations: boolean; readonly readsTypeParameters: boolean },
): ReadonlyMap<string, Scopes> {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const uses = outsideUses(modules);
  const done = new Map<string, Scopes>();
  const begun = new Set<string>();
  const scopesOf = (module: ParsedModule): Scopes => {
    let scopes = done.get(module.name);
    if (scopes !== undefined) return scopes;
    const isFirst = !begun.has(module.name);
    begun.add(module.name);
    const starNames = (node: ImportFrom): readonly string[] => (isFirst ? namesOf(module, node) : []);
    const { assigned, hasDict } = uses.get(module.name)!;
    scopes = buildScopes(module.source, module.tree, { starNames, ...reads, assignedOutside: assigned, hasDict });
    if (isFirst) done.set(module.name, scopes);
    return scopes;
  };
  const namesOf = (importer: ParsedModule, node: ImportFrom): readonly string[] => {
    const name = absoluteName(importer.name, importer.isPackage, node);
    const own = name === null ? undefined : byName.get(name);
    const declared = own === undefined ? null : declaredNames(own.tree);
    // What a standard module of ours lacks is refused where it is used.
    if (declared !== null && own!.isStandard === true) return declared.filter((each) => scopesOf(own!).module.variables.has(each));
    if (own !== undefined) return declared ?? publicNames(scopesOf(own).module.variables.keys());
    const members = name === null ? undefined : known.modules.get(name);
    return members === undefined ? [] : publicNames(members);
  };
  for (const module of modules) scopesOf(module);
  return done;
}

function publicNames(names: Iterable<string>): string[] {
  return [...names].filter((name) => !name.startsWith('_'));
}

/** The names in `__all__`; null: the module has none; what isn't written down as such is left out. */
export function declaredNames(tree: Module): string[] | null {
  let names: string[] | null = null;
  for (const statement of tree.body) {
    const added = addedNames(statement);
    if (added === null) continue;
    names = statement.kind === 'Assign' || statement.kind === 'AnnAssign' || names === null ? added : [...names, ...added];
  }
  return names;
}

/** What a statement puts into `__all__`; null: it has nothing to do with it. */
function addedNames(statement: Statement): string[] | null {
  switch (statement.kind) {
    case 'Assign':
      return statement.targets.some(isAll) ? textsIn(statement.value) : null;
    case 'AnnAssign':
      return isAll(statement.target) && statement.value !== null ? textsIn(statement.value) : null;
    case 'AugAssign':
      return isAll(statement.target) ? textsIn(statement.value) : null;
    case 'Expr': {
      const call = statement.value;
      if (call.kind !== 'Call' || call.func.kind !== 'Attribute' || !isAll(call.func.value)) return null;
      return call.args.flatMap(textsIn);
    }
    default:
      return null;
  }
}

function isAll(node: Expression): boolean {
  return node.kind === 'Name' && node.id === '__all__';
}

function textsIn(node: Expression): string[] {
  if (node.kind === 'Constant') return node.value.type === 'str' ? [node.value.value] : [];
  if (node.kind === 'List' || node.kind === 'Tuple') return node.elts.flatMap(textsIn);
  return node.kind === 'BinOp' ? [...textsIn(node.left), ...textsIn(node.right)] : [];
}
