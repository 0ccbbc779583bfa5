/**
 * Which names certainly hold a known text where `exec`, `eval` or `compile` is called: those that are bound to nothing else, and those that
 * were bound to a text before, on the only way to the call.
 *
 *   code = "x = 1"
 *   exec(code)          "x = 1"
 *   code = "y = 2"
 *   with context:
 *       exec(code)      "y = 2"
 */
import type { Call, Expression, Module, Node, Statement } from '../syntax/ast.js';
import { astFields } from '../syntax/ast-fields.js';
import { forEachChild } from '../syntax/ast-walk.js';

/** What names hold at a call: texts, and calls of `compile`. */
export type TextsAtCall = ReadonlyMap<string, Expression>;
export type KnownTexts = ReadonlyMap<Node, TextsAtCall>;

export const codeCalls: ReadonlySet<string> = new Set(['exec', 'eval', 'compile']);

export function callee(node: Node): string | null {
  return node.kind === 'Call' && node.func.kind === 'Name' ? node.func.id : null;
}

export function knownTexts(tree: Module): KnownTexts {
  const found = new Map<Node, TextsAtCall>();
  if (contains(tree, (node) => callee(node) !== null && codeCalls.has(callee(node)!))) {
    const walk: Walk = { found, shared: sharedNames(tree) };
    visitScope(walk, tree.body, [], new Map());
  }
  return found;
}

interface Walk {
  readonly found: Map<Node, TextsAtCall>;
  /** Names that inner functions may bind. */
  readonly shared: ReadonlySet<string>;
}

function contains(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true;
  let found = false;
  forEachChild(node, (child) => void (found ||= contains(child, test)));
  return found;
}

function sharedNames(tree: Node): Set<string> {
  const names = new Set<string>();
  contains(tree, (node) => {
    if (node.kind === 'Global' || node.kind === 'Nonlocal') for (const name of node.names) names.add(name);
    return false;
  });
  return names;
}

/** The names that some code binds; twice, where it may do so twice. */
function boundIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((root) => {
    const names: string[] = [];
    contains(root, (node) => {
      names.push(...boundBy(node));
      return false;
    });
    return names;
  });
}

function boundBy(node: Node): string[] {
  switch (node.kind) {
    case 'Name':
      return node.ctx === 'Load' ? [] : [node.id];
    case 'arg':
      return [node.arg];
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [node.name];
    case 'alias':
      return [node.asname ?? node.name.split('.')[0]!];
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
      return node.name === null ? [] : [node.name];
    case 'MatchMapping':
      return node.rest === null ? [] : [node.rest];
    default:
      return [];
  }
}

/** `stable`: what outer names hold for good. */
function visitScope(walk: Walk, body: readonly Statement[], parameters: readonly string[], outer: TextsAtCall): void {
  const counts = new Map<string, number>();
  for (const name of [...parameters, ...boundIn(body)]) counts.set(name, (counts.get(name) ?? 0) + 1);
  const stable = new Map([...outer].filter(([name]) => !counts.has(name)));
  for (const [name, value] of assignments(body)) if (counts.get(name) === 1 && !walk.shared.has(name)) stable.set(name, value);
  visitBlock(walk, body, new Map(stable), stable);
}

function* assignments(body: readonly Statement[]): Generator<readonly [string, Expression]> {
  for (const statement of body) {
    const assigned = assignedText(statement);
    if (assigned !== null) yield assigned;
    for (const { block } of blocksOf(statement)) yield* assignments(block);
  }
}

function assignedText(node: Statement): readonly [string, Expression] | null {
  if (node.kind !== 'Assign' || node.targets.length !== 1) return null;
  const [target] = node.targets;
  if (target!.kind !== 'Name') return null;
  const isText = node.value.kind === 'Constant' && (node.value.value.type === 'str' || node.value.value.type === 'bytes');
  return isText || callee(node.value) === 'compile' ? [target!.id, node.value] : null;
}

function visitBlock(walk: Walk, block: readonly Statement[], texts: Map<string, Expression>, stable: TextsAtCall): void {
  for (const statement of block) {
    const bound = boundIn([statement]);
    const isLoop = statement.kind === 'For' || statement.kind === 'AsyncFor' || statement.kind === 'While';
    if (isLoop) forget(texts, bound, stable);
    visitParts(walk, statement, texts, stable);
    forget(texts, bound, stable);
    const assigned = assignedText(statement);
    if (assigned !== null && !walk.shared.has(assigned[0])) texts.set(...assigned);
  }
}

function forget(texts: Map<string, Expression>, names: readonly string[], stable: TextsAtCall): void {
  for (const name of names) if (!stable.has(name)) texts.delete(name);
}

/** The calls in the statement itself, then its blocks. */
function visitParts(walk: Walk, statement: Statement, texts: Map<string, Expression>, stable: TextsAtCall): void {
  if (statement.kind === 'FunctionDef' || statement.kind === 'AsyncFunctionDef') {
    const { args, decorator_list: decorators } = statement;
    for (const node of [args, ...decorators]) noteCalls(walk, node, texts);
    visitScope(walk, statement.body, boundIn([args]), stable);
    return;
  }
  const blocks = blocksOf(statement);
  const inner = new Set<Node>(blocks.flatMap(({ block }) => block));
  noteCalls(walk, statement, texts, inner);
  for (const { block, isHandler } of blocks) {
    const own = new Map(texts);
    if (isHandler) forget(own, boundIn([statement]), stable);
    visitBlock(walk, block, own, stable);
  }
}

function noteCalls(walk: Walk, root: Node, texts: Map<string, Expression>, except: ReadonlySet<Node> = new Set()): void {
  if (except.has(root)) return;
  const name = callee(root);
  if (name !== null && codeCalls.has(name)) walk.found.set(root as Call, new Map(texts));
  forEachChild(root, (child) => noteCalls(walk, child, texts, except));
}

interface Block {
  readonly block: readonly Statement[];
  /** What comes before may have been left anywhere. */
  readonly isHandler: boolean;
}

const statementLists: ReadonlySet<string> = new Set(['body', 'orelse', 'finalbody']);

function blocksOf(node: Node): Block[] {
  if (node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef') return [];
  return (astFields[node.kind] as readonly string[]).flatMap((field): Block[] => {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (!Array.isArray(value)) return [];
    if (statementLists.has(field)) return [{ block: value as Statement[], isHandler: field !== 'body' }];
    if (field !== 'handlers' && field !== 'cases') return [];
    return (value as Node[]).flatMap(blocksOf).map(({ block }) => ({ block, isHandler: true }));
  });
}
