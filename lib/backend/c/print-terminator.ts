/** How blocks end: branches, jumps with the values of phis, and the ways out of a function. */
import { assert } from '../../base/assert.js';
import type { BlockId, ValueId } from '../../base/ids.js';
import type { Terminator } from '../../ir/function.js';
import type { TypedFunction } from '../../ir/typed.js';
import { isGeneral, pointNumber } from '../shared/versions.js';
import { convert, cTypes, declaration, operand, shapeOf, type Expression } from './expression.js';
import { as, asShape, deepest, expressionOf, labelName, phiName, print, settle, storeArray, type FunctionState, type Work } from './function-state.js';
import { once, type ProgramState } from './program-state.js';
import { versionName } from './version.js';

export interface Flow {
  /** Successors that are printed in the braces of the branch, or right behind it. */
  readonly nested: readonly BlockId[];
  /** What comes next in the text when all that belongs to this block is printed. */
  readonly follow: BlockId | null;
  /** Do the ways out of the branch meet again in a block that is printed after it? */
  readonly isJoined: boolean;
  readonly sizes: ReadonlyMap<BlockId, number>;
}

type Branch = Terminator & { kind: 'Branch' };

const open = (text: string): Work => ({ text: `if (${text}) {`, indent: 1 });
const otherwise: Work = { text: '} else {', indent: 0 };
const close: Work = { text: '}', indent: -1 };

export function printBranch(f: FunctionState, branch: Branch, flow: Flow): Work[] {
  if (branch.then === branch.else) return printEdge(f, branch.then, flow.follow), [];
  const condition = as(f, branch.condition, 'bool');
  const [isThenNested, isElseNested] = [flow.nested.includes(branch.then), flow.nested.includes(branch.else)];
  if (isThenNested && isElseNested) return printBoth(f, branch, condition, flow);
  settle(f);
  if (isThenNested) return printOne(f, branch, { inside: branch.then, outside: branch.else, condition, isNegated: false }, flow);
  if (isElseNested) return printOne(f, branch, { inside: branch.else, outside: branch.then, condition, isNegated: true }, flow);
  const isNegated = branch.then === flow.follow;
  const [first, second] = isNegated ? [branch.else, branch.then] : [branch.then, branch.else];
  printJumpIf(f, expected(f, branch, condition, isNegated), first);
  printEdge(f, second, flow.follow);
  return [];
}

function printJumpIf(f: FunctionState, condition: string, target: BlockId): void {
  print(f, `if (${condition}) {`);
  f.indent++;
  printEdge(f, target, null);
  f.indent--;
  if (!joinLines(f, `if (${condition}) {`)) print(f, '}');
}

/** `if (…) {` and one statement become one line; says whether they do. */
function joinLines(f: FunctionState, opening: string): boolean {
  const [before, last] = f.lines.slice(-2);
  if (typeof before !== 'string' || typeof last !== 'string' || before.trim() !== opening) return false;
  f.lines.splice(-2, 2);
  print(f, `${opening.slice(0, -2)} ${last.trim()}`);
  return true;
}

/** One successor in braces or right behind, the other somewhere else. */
function printOne(f: FunctionState, branch: Branch, way: { inside: BlockId; outside: BlockId; condition: Expression; isNegated: boolean }, flow: Flow): Work[] {
  const isShallow = f.indent <= deepest;
  const inBraces = open(expected(f, branch, way.condition, way.isNegated));
  if (isShallow && way.outside === flow.follow && !hasPhis(f, way.outside)) return [inBraces, { block: way.inside, follow: flow.follow }, close];
  if (isShallow && f.fn.blocks.get(way.inside)!.cold === true && !f.cold) {
    return [inBraces, { block: way.inside, follow: null }, close, { edge: way.outside, from: f.block, follow: flow.follow }];
  }
  printJumpIf(f, expected(f, branch, way.condition, !way.isNegated), way.outside);
  return [{ block: way.inside, follow: flow.follow }];
}

function printBoth(f: FunctionState, branch: Branch, condition: Expression, flow: Flow): Work[] {
  settle(f);
  const [isThenCold, isElseCold] = [branch.then, branch.else].map((id) => f.fn.blocks.get(id)!.cold === true);
  const inner = { block: branch.then, follow: flow.follow };
  if (flow.isJoined && isThenCold === isElseCold) {
    return [open(expected(f, branch, condition, false)), inner, otherwise, { block: branch.else, follow: flow.follow }, close];
  }
  const isElseInside = isThenCold === isElseCold ? flow.sizes.get(branch.else)! < flow.sizes.get(branch.then)! : isElseCold!;
  const [inside, behind] = isElseInside ? [branch.else, branch.then] : [branch.then, branch.else];
  return [open(expected(f, branch, condition, isElseInside)), { block: inside, follow: null }, close, { block: behind, follow: flow.follow }];
}

/** The condition of an `if`, with what is expected of it. */
function expected(f: FunctionState, branch: Branch, condition: Expression, isNegated: boolean): string {
  const text = isNegated ? negated(condition) : condition.text;
  const [isThenCold, isElseCold] = [branch.then, branch.else].map((id) => f.fn.blocks.get(id)!.cold === true);
  const likely = branch.likely ?? (isThenCold === isElseCold ? undefined : isElseCold);
  return likely === undefined ? text : `${likely === isNegated ? 'UNLIKELY' : 'LIKELY'}(${text})`;
}

function negated(e: Expression): string {
  const simple = /^([\w.]+(?:\([\w., &]*\))?) (==|!=) ([\w.()]+)$/.exec(e.text);
  if (simple !== null && !e.isAtom) return `${simple[1]} ${simple[2] === '==' ? '!=' : '=='} ${simple[3]}`;
  return `!${operand(e)}`;
}

const hasPhis = (f: FunctionState, id: BlockId): boolean => f.fn.blocks.get(id)!.instructions[0]?.kind === 'Phi';

/** Goes on to a block: gives its phis their values, and jumps unless it comes next. */
export function printEdge(f: FunctionState, target: BlockId, follow: BlockId | null): void {
  printMoves(f, target);
  if (target === follow) return;
  f.labels.add(target);
  print(f, `goto ${labelName(target)};`);
}

interface Move {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** All at once: what is overwritten before it is read is kept aside. */
function printMoves(f: FunctionState, target: BlockId): void {
  let moves = movesTo(f, target);
  while (moves.length > 0) {
    const ready = moves.filter((move) => !moves.some((other) => other !== move && mentions(other.value, move.name)));
    for (const move of ready) print(f, `${move.name} = ${move.value};`);
    moves = moves.filter((move) => !ready.includes(move));
    if (ready.length > 0 || moves.length === 0) continue;
    const [{ name, type }] = moves as [Move];
    const kept = `kept${f.temporaries++}`;
    print(f, `${declaration(type, kept)} = ${name};`);
    moves = moves.map((move) => (move.name === name ? move : { ...move, value: move.value.replace(new RegExp(`\\b${name}\\b`, 'g'), kept) }));
  }
}

const mentions = (text: string, name: string): boolean => text.includes(name) && new RegExp(`\\b${name}\\b`).test(text);

function movesTo(f: FunctionState, target: BlockId): Move[] {
  const moves: Move[] = [];
  for (const phi of f.fn.blocks.get(target)!.instructions) {
    if (phi.kind !== 'Phi') break;
    if (phi.rep === 'void' || f.uses[phi.result] === 0) continue;
    const input = phi.inputs.find((candidate) => candidate.block === f.block);
    assert(input !== undefined, `${f.fn.symbol}: phi %${phi.result} has no input from b${f.block}`);
    const value = convert(expressionOf(f, input.value), shapeOf(f.reps[input.value]!), shapeOf(phi.rep)).text;
    if (value !== phiName(phi)) moves.push({ name: phiName(phi), type: cTypes[phi.rep], value });
  }
  return moves;
}

export function printSwitch(f: FunctionState, { value, cases, otherwise: rest }: Terminator & { kind: 'Switch' }): void {
  const selector = as(f, value, 'int').text;
  settle(f);
  print(f, `switch (${selector}) {`);
  for (const row of cases) {
    print(f, `case ${row.value}:`);
    f.indent++;
    printEdge(f, row.target, null);
    f.indent--;
  }
  print(f, 'default:');
  f.indent++;
  printEdge(f, rest, null);
  f.indent--;
  print(f, '}');
}

export function printLeaving(f: FunctionState, terminator: Terminator): void {
  switch (terminator.kind) {
    case 'Return':
      return printReturn(f, terminator.value);
    case 'Unwind':
      return print(f, `${unwinding(f)};`);
    case 'Exit':
      return f.convention === 'generator' ? leaveGenerator(f, terminator) : printExit(f, terminator);
    case 'Suspend':
      return printSuspend(f, terminator);
    default:
      return print(f, '__builtin_unreachable();');
  }
}

function printReturn(f: FunctionState, value: ValueId): void {
  const { version } = f.fn;
  if (f.convention === 'generator') {
    print(f, `generator->result = ${as(f, value, 'value').text};`);
    print(f, 'return finish_generator(generator);');
  } else if (f.convention === 'general') print(f, `return ${as(f, value, 'value').text};`);
  else if (!version.fails) print(f, version.result === 'void' ? 'return;' : `return ${as(f, value, version.result).text};`);
  else if (version.result === 'float') print(f, `return FLOAT_PAIR(${as(f, value, 'float').text}, 0);`);
  else print(f, `return PAIR(${version.result === 'void' ? '0' : convert(as(f, value, version.result), shapeOf(version.result), 'i64').text}, 0);`);
}

/** Out of the function with an exception pending. */
function unwinding({ convention, fn }: FunctionState): string {
  if (convention === 'generator') return 'return finish_generator(generator)';
  if (convention === 'general') return 'return 0';
  if (!fn.version.fails) return '__builtin_unreachable()';
  return fn.version.result === 'float' ? 'return FLOAT_PAIR(0, 1)' : 'return PAIR(0, 1)';
}

const maxExitValues = 16;

/** Goes on in the general version; its result, a tagged word, is ours with status 2. */
function printExit(f: FunctionState, exit: Terminator & { kind: 'Exit' }): void {
  const general = generalOf(f);
  assert(isGeneral(general), `${f.fn.symbol}: no general version ${f.fn.generalSymbol} to exit to`);
  const isFloat = f.fn.version.result === 'float';
  const words = exit.values.map((value) => asShape(f, value, 'i64'));
  const closure = f.fn.freeVariables.length === 0 ? 'NULL' : 'PTR(closure)';
  const [name, point] = [versionName(f.p, general), pointNumber(general, exit.point)];
  if (words.length <= maxExitValues) {
    const args = [name, closure, String(point), ...words.map((word) => word.text)];
    print(f, `return ${exitFunction(f.p, words.length, isFloat)}(${args.join(', ')});`);
  } else print(f, `return ${isFloat ? 'float_' : ''}pair_of_exit(${name}(${closure}, ${storeArray(f, words)}, ${point}));`);
}

function generalOf(f: FunctionState): TypedFunction {
  const general = f.p.versions.get(f.fn.generalSymbol);
  assert(general !== undefined, `${f.fn.symbol}: no general version ${f.fn.generalSymbol}`);
  return general;
}

/** A function that lays so many values out in memory and runs the general version from the resume entry on: an exit costs its function one call. */
function exitFunction(p: ProgramState, count: number, isFloat: boolean): string {
  return once(p, `exit ${count} ${isFloat}`, `${isFloat ? 'float_' : ''}exit_${count}`, (name) => {
    const values = Array.from({ length: count }, (_, index) => `v${index}`);
    const parameters = ['RtGeneralVersion general', 'RtFunction *closure', 'int32_t point', ...values.map((value) => `RtValue ${value}`)];
    const head = `OUT_OF_LINE ${isFloat ? 'FloatPair' : 'Pair'} ${name}(${parameters.join(', ')})`;
    p.prototypes.push(`${head};`);
    const array = count === 0 ? 'NULL' : `(const RtValue[]){${values.join(', ')}}`;
    p.helpers.push(`${head} {\n  return ${isFloat ? 'float_' : ''}pair_of_exit(general(closure, ${array}, point));\n}`);
  });
}

function storeFrame(f: FunctionState, values: readonly ValueId[]): void {
  values.forEach((value, slot) => {
    print(f, `${slot < f.fn.parameters.length ? 'replace_frame' : 'store_frame'}(generator, ${slot}, ${asShape(f, value, 'i64').text});`);
  });
}

/** The generator goes on in the general version, now and ever after; the result of the point travels as what is sent. */
function leaveGenerator(f: FunctionState, exit: Terminator & { kind: 'Exit' }): void {
  const general = generalOf(f);
  const [first, ...rest] = exit.values;
  settle(f);
  storeFrame(f, rest);
  const name = versionName(f.p, general);
  print(f, `generator->resume = ${name};`);
  print(f, `generator->state = ${pointNumber(general, exit.point)};`);
  print(f, `RtValue result = ${asShape(f, first!, 'i64').text};`);
  print(f, `RtValue word = ${name}(generator, result);`);
  print(f, 'decref_maybe_cold(result);');
  print(f, 'return word;');
}

function printSuspend(f: FunctionState, suspend: Terminator & { kind: 'Suspend' }): void {
  settle(f);
  storeFrame(f, suspend.values);
  print(f, `generator->state = ${pointNumber(f.fn, suspend.point)};`);
  print(f, `return ${as(f, suspend.yielded, 'value').text};`);
}
