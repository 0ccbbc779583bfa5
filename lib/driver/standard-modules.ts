/**
 * The standard modules that are written in Python (`lib/stdlib`): a program takes only the top-level statements that it can reach.
 *
 * A statement is taken when a name that it binds is asked for; what it mentions is asked for in turn. Statements that bind nothing belong to
 * the first name they mention: `Sequence.register(tuple)` comes with `Sequence`. Their order stays. Methods of a class that is taken wait until
 * their names are mentioned anywhere.
 */
import type { ClassDef, Expression, Import, ImportFrom, Module, Node, Statement } from '../syntax/ast.js';
import { allNodes } from '../syntax/ast-walk.js';
import { everything, mentionedIn, operatorMethods } from './mentioned-names.js';

export interface StandardModule {
  readonly name: string;
  readonly tree: Module;
  /** By the name that they bind or belong to. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  /** Names that stand for modules. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly taken: Set<Statement>;
  readonly asked: Set<string>;
}

export function newStandardModule(name: string, tree: Module): StandardModule {
  const statements = new Map<string, Statement[]>();
  for (const statement of tree.body) {
    for (const bound of ownersOf(statement)) {
      const list = statements.get(bound);
      if (list === undefined) statements.set(bound, [statement]);
      else list.push(statement);
    }
  }
  return { name, tree, statements, aliases: moduleAliases(tree.body), taken: new Set(), asked: new Set() };
}

/** `from a import b, c` as two statements, so that each name can be taken alone. */
export function withSingleImports(tree: Module): Module {
  const single = (statement: Statement): Statement[] =>
    statement.kind === 'ImportFrom' ? statement.names.map((alias) => ({ ...statement, names: [alias] })) : [statement];
  return { ...tree, body: tree.body.flatMap(single) };
}

/** What the program takes of the module, in its order. */
export function takenPart({ tree, taken }: StandardModule): Module {
  return { ...tree, body: tree.body.filter((statement) => taken.has(statement)).map((statement) => withMembers(statement, taken)) };
}

function withMembers(statement: Statement, taken: ReadonlySet<Statement>): Statement {
  if (statement.kind !== 'ClassDef') return statement;
  const body = statement.body.filter((member) => !canWait(member) || taken.has(member));
  return { ...statement, body: body.length > 0 ? body : [{ kind: 'Pass', span: statement.span }] };
}

/** May a member of a class be left out while nothing mentions its name? */
export function canWait(member: Statement): boolean {
  return member.kind === 'FunctionDef' && (!/^__.*__$/.test(member.name) || operatorMethods.has(member.name));
}

/** The parts of a statement that count as soon as it is taken, and the methods that wait. */
export function partsOf(statement: Statement): { now: readonly Node[]; later: readonly Statement[] } {
  if (statement.kind !== 'ClassDef') return { now: [statement], later: [] };
  const node: ClassDef = statement;
  const now = [...node.decorator_list, ...node.bases, ...node.keywords, ...node.body.filter((member) => !canWait(member))];
  return { now, later: node.body.filter(canWait) };
}

function ownersOf(statement: Statement): string[] {
  const bound = boundNames(statement);
  if (bound.length > 0) return bound;
  const first = firstName(statement);
  return first === null ? [] : [first];
}

function boundNames(statement: Statement): string[] {
  switch (statement.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [statement.name];
    case 'Import':
    case 'ImportFrom':
      return statement.names.map((alias) => alias.asname ?? alias.name.split('.')[0]!);
    case 'Expr':
      return [];
    default:
      return [...allNodes([statement])].flatMap((node) => (node.kind === 'Name' && node.ctx === 'Store' ? [node.id] : []));
  }
}

function firstName(statement: Statement): string | null {
  for (const node of allNodes([statement])) if (node.kind === 'Name') return node.id;
  return null;
}

/** The modules that names of a module stand for, in any of its scopes. */
export function moduleAliases(body: readonly Statement[]): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  const add = (name: string, module: string): void => void aliases.set(name, [...(aliases.get(name) ?? []), module]);
  for (const node of allNodes(body)) {
    if (node.kind === 'Import') {
      for (const { name, asname } of node.names) add(asname ?? name.split('.')[0]!, asname === null ? name.split('.')[0]! : name);
    } else if (node.kind === 'ImportFrom' && node.level === 0) {
      for (const { name, asname } of node.names) add(asname ?? name, `${node.module}.${name}`);
    }
  }
  return aliases;
}

/** How some code uses modules and names. */
export interface Uses {
  readonly imports: readonly (Import | ImportFrom)[];
  /** `module.name`; name `*`: the module is used as a value. */
  readonly members: readonly (readonly [module: string, name: string])[];
  readonly names: ReadonlySet<string>;
  /** Attributes that it may ask objects for. */
  readonly mentions: ReadonlySet<string>;
}

export { everything };

export function usesOf(roots: readonly Node[], aliases: ReadonlyMap<string, readonly string[]>): Uses {
  const imports: (Import | ImportFrom)[] = [];
  const members: (readonly [string, string])[] = [];
  const names = new Set<string>();
  const mentions = new Set<string>();
  const bases = new Set<Node>();
  for (const node of allNodes(roots)) {
    for (const name of mentionedIn(node)) mentions.add(name);
    if (node.kind === 'Import' || node.kind === 'ImportFrom') imports.push(node);
    if (node.kind === 'Attribute') {
      for (const module of modulesOf(node.value, aliases)) members.push([module, node.attr]);
      bases.add(node.value);
    }
    if (node.kind !== 'Name') continue;
    names.add(node.id);
    if (node.ctx === 'Load' && !bases.has(node)) for (const module of aliases.get(node.id) ?? []) members.push([module, '*']);
  }
  return { imports, members, names, mentions };
}

/** The modules that an expression of names and dots may mean. */
function modulesOf(node: Expression, aliases: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (node.kind === 'Name') return aliases.get(node.id) ?? [];
  return node.kind === 'Attribute' ? modulesOf(node.value, aliases).map((module) => `${module}.${node.attr}`) : [];
}

/** The names that code reads. */
export function namesIn(roots: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const node of allNodes(roots)) if (node.kind === 'Name' && node.ctx === 'Load') names.add(node.id);
  return names;
}
