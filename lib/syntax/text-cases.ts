/**
 * `exec`, `eval` and `compile` of a text that is one of a few known ones: of a parameter that gets texts from all its callers, or of a
 * loop's variable. Each text becomes a case, and so known where it is run:
 *
 *     def check(code):                 def check(code):
 *         exec(code)            =>         exec('a = 1') if code == 'a = 1' else exec('1 +')
 *     check('a = 1')                   check('a = 1')
 *     check('1 +')                     check('1 +')
 */
import type { Call, Constant, Expression, For, FunctionDef, Module, Node, Statement } from './ast.js';
import { allNodes } from './ast-walk.js';
import { boundBy, fileNames, type FileNames } from './file-names.js';

const runners: ReadonlySet<string> = new Set(['exec', 'eval', 'compile']);

/** More texts than these are left alone. */
const most = 100;

export function withTextCases(tree: Module): Module {
  const names = fileNames(tree);
  if (![...runners].some((name) => names.mentioned.has(name) && !names.bindings.has(name))) return tree;
  const nodes = [...allNodes([tree])];
  const cases = new Map<Node, readonly string[]>();
  for (const node of nodes) {
    if (node.kind === 'FunctionDef' && names.bindings.get(node.name) === 1) noteParameters(cases, nodes, node);
    if (node.kind === 'For') noteLoop(cases, names, nodes, node);
  }
  return cases.size === 0 ? tree : rewritten(tree, cases);
}

function noteParameters(cases: Map<Node, readonly string[]>, nodes: readonly Node[], fn: FunctionDef): void {
  const { args } = fn.args;
  const counts = bindingsIn([fn.args, ...fn.body]);
  args.forEach(({ arg }, index) => {
    if (counts.get(arg) !== 1) return;
    const runs = runsOf(fn.body, arg);
    if (runs.length === 0) return;
    const texts = textsGiven(nodes, fn, index, arg);
    if (texts !== null) for (const run of runs) cases.set(run, texts);
  });
}

/** The texts that all uses of the function's name give to the parameter; null where some use gives anything else. */
function textsGiven(nodes: readonly Node[], fn: FunctionDef, index: number, parameter: string): readonly string[] | null {
  const texts = new Set<string>();
  const callees = new Set<Node>();
  for (const node of nodes) {
    if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== fn.name) continue;
    const given = node.args[index] ?? node.keywords.find(({ arg }) => arg === parameter)?.value;
    if (given === undefined || node.args.slice(0, index + 1).some((arg) => arg.kind === 'Starred') || !isText(given)) return null;
    texts.add(given.value.value);
    callees.add(node.func);
  }
  const isOnlyCalled = nodes.every((node) => node.kind !== 'Name' || node.id !== fn.name || callees.has(node));
  return isOnlyCalled && texts.size > 0 && texts.size <= most ? [...texts] : null;
}

function noteLoop(cases: Map<Node, readonly string[]>, names: FileNames, nodes: readonly Node[], loop: For): void {
  const targets = loop.target.kind === 'Tuple' ? loop.target.elts : [loop.target];
  const rows = rowsOf(names, nodes, loop.iter);
  if (rows === null || rows.length > most) return;
  targets.forEach((target, index) => {
    if (target.kind !== 'Name' || bindingsIn(loop.body).has(target.id)) return;
    const values = rows.map((row) => (loop.target.kind === 'Tuple' ? (row.kind === 'Tuple' || row.kind === 'List' ? row.elts[index] : undefined) : row));
    if (!values.every((value): value is TextConstant => value !== undefined && isText(value))) return;
    const texts = [...new Set(values.map((value) => value.value.value))];
    if (texts.length > 0) for (const run of runsOf(loop.body, target.id)) cases.set(run, texts);
  });
}

/** The items of a display, or of the display that a name stands for. */
function rowsOf(names: FileNames, nodes: readonly Node[], iter: Expression): readonly Expression[] | null {
  if (iter.kind === 'List' || iter.kind === 'Tuple') return iter.elts;
  if (iter.kind !== 'Name' || names.bindings.get(iter.id) !== 1) return null;
  const uses = nodes.filter((node) => node.kind === 'Name' && node.id === iter.id && node.ctx === 'Load');
  if (uses.length !== 1) return null;
  for (const node of nodes) {
    if (node.kind !== 'Assign' || node.targets.length !== 1) continue;
    const [target] = node.targets;
    if (target!.kind === 'Name' && target!.id === iter.id) return node.value.kind === 'List' || node.value.kind === 'Tuple' ? node.value.elts : null;
  }
  return null;
}

type TextConstant = Constant & { readonly value: { readonly type: 'str'; readonly value: string } };

const isText = (node: Expression): node is TextConstant => node.kind === 'Constant' && node.value.type === 'str';

function bindingsIn(roots: readonly Node[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of allNodes(roots)) for (const name of boundBy(node)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The calls of a runner with that name for its text. */
function runsOf(body: readonly Statement[], name: string): Call[] {
  const found: Call[] = [];
  for (const statement of body) {
    for (const node of allNodes([statement])) {
      if (node.kind !== 'Call' || node.func.kind !== 'Name' || !runners.has(node.func.id)) continue;
      if (node.args[0]?.kind === 'Name' && node.args[0].id === name) found.push(node);
    }
  }
  return found;
}

function rewritten<N extends Node>(node: N, cases: ReadonlyMap<Node, readonly string[]>): N {
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, node.kind === 'Constant' && key === 'value' ? value : part(value)]),
  ) as N;
  const texts = cases.get(node);
  return texts === undefined ? copy : (casesOf(node as unknown as Call, texts) as unknown as N);

  function part(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(part);
    return typeof value === 'object' && value !== null && 'kind' in value ? rewritten(value as Node, cases) : value;
  }
}

/** The texts are all that there can be: the last case needs no test. */
function casesOf(call: Call, texts: readonly string[]): Expression {
  const { span } = call;
  const constant = (value: string): Expression => ({ kind: 'Constant', value: { type: 'str', value }, literalKind: null, span });
  const run = (text: string): Expression => {
    const copy = rewritten(call, new Map());
    return { ...copy, args: [constant(text), ...copy.args.slice(1)] };
  };
  return texts.slice(0, -1).reduceRight<Expression>((orelse, text) => {
    const test: Expression = { kind: 'Compare', left: rewritten(call.args[0]!, new Map()), ops: ['Eq'], comparators: [constant(text)], span };
    return { kind: 'IfExp', test, body: run(text), orelse, span };
  }, run(texts.at(-1)!));
}
