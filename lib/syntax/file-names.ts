/** What the names of a file certainly mean: members of `dataclasses` and `typing`, where a name is bound by one import and nothing else. */
import type { Expression, Module, Node } from './ast.js';
import { forEachChild } from './ast-walk.js';

export interface FileNames {
  /** How often each identifier is bound, in any scope. */
  readonly bindings: ReadonlyMap<string, number>;
  /** `module.member` or `module`, by the name that an import binds. */
  readonly imported: ReadonlyMap<string, string>;
  /** Names of functions and classes. */
  readonly defined: ReadonlySet<string>;
  /** All identifiers, names of attributes, and texts. */
  readonly mentioned: ReadonlySet<string>;
}

export function fileNames(tree: Module): FileNames {
  const bindings = new Map<string, number>();
  const imported = new Map<string, string>();
  const defined = new Set<string>();
  const mentioned = new Set<string>();
  const work: Node[] = [...tree.body];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    for (const name of boundBy(node)) bindings.set(name, (bindings.get(name) ?? 0) + 1);
    for (const [name, meaning] of importedBy(node)) imported.set(name, meaning);
    if (node.kind === 'ClassDef' || node.kind === 'FunctionDef') defined.add(node.name);
    for (const name of mentionedBy(node)) mentioned.add(name);
    forEachChild(node, (child) => work.push(child));
  }
  return { bindings, imported, defined, mentioned };
}

/** `dataclasses.field` for what names that; null where it may be anything else. */
export function meaningOf(names: FileNames, node: Expression): string | null {
  const { bindings, imported } = names;
  if (node.kind === 'Attribute') {
    const owner = meaningOf(names, node.value);
    return owner === null ? null : `${owner}.${node.attr}`;
  }
  if (node.kind !== 'Name') return null;
  const count = bindings.get(node.id) ?? 0;
  if (count === 0) return `builtins.${node.id}`;
  return count === 1 ? (imported.get(node.id) ?? null) : null;
}

/** The names that a node itself binds. */
export function boundBy(node: Node): readonly string[] {
  switch (node.kind) {
    case 'Name':
      return node.ctx === 'Load' ? [] : [node.id];
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [node.name];
    case 'Import':
      return node.names.map(({ name, asname }) => asname ?? name.split('.')[0]!);
    case 'ImportFrom':
      return node.names.map(({ name, asname }) => asname ?? name);
    case 'arg':
      return [node.arg];
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
      return node.name === null ? [] : [node.name];
    case 'MatchMapping':
      return node.rest === null ? [] : [node.rest];
    case 'Global':
    case 'Nonlocal':
      return node.names;
    case 'TypeVar':
    case 'TypeVarTuple':
    case 'ParamSpec':
      return [node.name];
    default:
      return [];
  }
}

function importedBy(node: Node): readonly (readonly [string, string])[] {
  if (node.kind === 'Import') return node.names.map(({ name, asname }) => [asname ?? name.split('.')[0]!, asname === null ? name.split('.')[0]! : name]);
  if (node.kind !== 'ImportFrom' || node.level > 0) return [];
  return node.names.map(({ name, asname }) => [asname ?? name, `${node.module}.${name}`]);
}

function mentionedBy(node: Node): readonly string[] {
  if (node.kind === 'Name') return [node.id];
  if (node.kind === 'Attribute') return [node.attr];
  if (node.kind === 'ImportFrom') return node.names.map(({ name }) => name);
  if (node.kind === 'Import') return node.names.map(({ name }) => name);
  return node.kind === 'Constant' && node.value.type === 'str' ? [node.value.value] : [];
}
