/** The state of the printing of one function: what its values are called, and what has been printed. */
import { assert } from '../../base/assert.js';
import type { BlockId, ValueId } from '../../base/ids.js';
import type { Span } from '../../base/source.js';
import type { Phi, Rep } from '../../ir/function.js';
import { forEachTypedOperand } from '../../ir/typed-info.js';
import type { TypedFunction, TypedInstruction } from '../../ir/typed.js';
import { terminatorOperands } from '../../ir/op-info.js';
import { intDefinitions, type IntDefinitions } from '../shared/divisions.js';
import type { Convention } from '../shared/versions.js';
import { conventionOf } from '../shared/versions.js';
import { atom, convert, cTypes, declaration, operand, shapeOf, type Expression, type Shape } from './expression.js';
import { commentText } from './names.js';
import { memoryKind, type ProgramState } from './program-state.js';
import { textLiteral } from './static-data.js';

/** A line of C, or the place of a label: printed if something jumps there. */
export type Line = string | { readonly label: BlockId };

/** What is still to be printed of a function. `follow` is what comes next in the text after it. */
export type Work =
  | { readonly block: BlockId; readonly follow: BlockId | null }
  /** A way on to a block, from the end of another. */
  | { readonly edge: BlockId; readonly from: BlockId; readonly follow: BlockId | null }
  | { readonly text: string; readonly indent: 1 | 0 | -1 };

/** Braces are nested no deeper, or little. */
export const deepest = 12;

export const labelName = (block: BlockId): string => `L${block}`;
export const phiName = (phi: Phi): string => `p${phi.result}`;

export interface FunctionState {
  readonly p: ProgramState;
  readonly fn: TypedFunction;
  readonly convention: Convention;
  readonly lines: Line[];
  indent: number;
  readonly reps: (Rep | undefined)[];
  readonly expressions: (Expression | undefined)[];
  readonly integers: IntDefinitions;
  /** How often each value is used, and the block of its last use. */
  readonly uses: Int32Array;
  readonly usedIn: Int32Array;
  /** Expressions that read memory and stand nowhere yet, in order. */
  readonly unread: Map<ValueId, Expression>;
  /** Of calls that fail: the representation of the payload. */
  readonly payloads: Map<ValueId, Rep>;
  readonly labels: Set<BlockId>;
  /** Declarations for the whole function, by type. */
  readonly variables: Map<string, string[]>;
  /** Words of the array for arguments of calls. */
  arrayWords: number;
  block: BlockId;
  cold: boolean;
  line: number;
  temporaries: number;
}

export function createFunctionState(p: ProgramState, fn: TypedFunction): FunctionState {
  const f: FunctionState = {
    p,
    fn,
    convention: conventionOf(fn),
    lines: [],
    indent: 1,
    reps: new Array(fn.nextValue),
    expressions: new Array(fn.nextValue),
    integers: intDefinitions(fn),
    uses: new Int32Array(fn.nextValue),
    usedIn: new Int32Array(fn.nextValue),
    unread: new Map(),
    payloads: new Map(),
    labels: new Set(),
    variables: new Map(),
    arrayWords: 0,
    block: fn.entry,
    cold: false,
    line: 0,
    temporaries: 0,
  };
  countUses(f);
  return f;
}

function countUses({ fn, uses, usedIn }: FunctionState): void {
  for (const block of fn.blocks.values()) {
    const visit = (value: ValueId, where = block.id): void => {
      uses[value]!++;
      usedIn[value] = where;
    };
    for (const instruction of block.instructions) {
      if (instruction.kind === 'Phi') {
        if (instruction.rep !== 'void') for (const input of instruction.inputs) visit(input.value, input.block);
      } else forEachTypedOperand(instruction as TypedInstruction, (value) => visit(value));
    }
    for (const value of terminatorOperands(block.terminator)) visit(value);
  }
}

export function print(f: FunctionState, text: string): void {
  f.lines.push(`${'  '.repeat(f.indent)}${text}`);
}

const longestFolded = 70;

/** Gives a value its expression: where it is used, if that is soon and once, else by way of a variable. */
export function define(f: FunctionState, value: ValueId, rep: Rep, e: Expression): void {
  f.reps[value] = rep;
  if (f.uses[value] === 0) return;
  if (f.uses[value] === 1 && f.usedIn[value] === f.block && e.text.length <= longestFolded) {
    f.expressions[value] = e;
    if (e.reads) f.unread.set(value, e);
  } else store(f, value, rep, e);
}

/** Gives a value an expression that may be repeated. */
export function rename(f: FunctionState, value: ValueId, rep: Rep, e: Expression): void {
  f.reps[value] = rep;
  f.expressions[value] = e;
}

export function store(f: FunctionState, value: ValueId, rep: Rep, e: Expression): void {
  const name = `v${value}`;
  print(f, `${declaration(cTypes[rep], name)} = ${e.text};`);
  rename(f, value, rep, atom(name));
}

/** Before memory is written: what has been read of it must be in variables. */
export function settle(f: FunctionState): void {
  for (const [value, e] of f.unread) store(f, value, f.reps[value]!, e);
  f.unread.clear();
}

export function expressionOf(f: FunctionState, value: ValueId): Expression {
  const e = f.expressions[value];
  assert(e !== undefined, `${f.fn.symbol}: %${value} is used before it is printed`);
  f.unread.delete(value);
  return e;
}

/** A value as `rep`, converted between words and pointers where needed. */
export const as = (f: FunctionState, value: ValueId, rep: Rep): Expression => asShape(f, value, shapeOf(rep));

export function asShape(f: FunctionState, value: ValueId, to: Shape): Expression {
  return convert(expressionOf(f, value), shapeOf(f.reps[value]!), to);
}

/** As an operand. */
export const operandAs = (f: FunctionState, value: ValueId, rep: Rep): string => operand(as(f, value, rep));

export function memoryAt(f: FunctionState, alias: string, type: string, base: Expression, offset: number): Expression {
  return atom(`AT(${memoryKind(f.p, alias, type)}, ${base.text}, ${offset})`, true);
}

/** Stores words into the function's array, from word `start` on, and gives their address. */
export function storeArray(f: FunctionState, words: readonly Expression[], start = 0): string {
  if (words.length === 0) return 'NULL';
  settle(f);
  f.arrayWords = Math.max(f.arrayWords, start + words.length);
  words.forEach((word, index) => print(f, `array[${start + index}] = ${word.text};`));
  return start === 0 ? 'array' : `array + ${start}`;
}

export function declareVariable(f: FunctionState, type: string, name: string): void {
  const names = f.variables.get(type);
  if (names === undefined) f.variables.set(type, [name]);
  else names.push(name);
}

export function lineDirective({ source }: TypedFunction, span: Span): string {
  return `#line ${source.position(span.start).line} ${textLiteral(source.name)}`;
}

/** Says which line of the source the next statements are of, where that changes. */
export function markLine(f: FunctionState, span: Span): void {
  if (span.end === 0) return;
  const { line } = f.fn.source.position(span.start);
  if (line === f.line) return;
  f.line = line;
  if (f.p.debug) f.lines.push(lineDirective(f.fn, span));
  else print(f, `/* ${line}: ${commentText(f.fn.source.lineText(line))} */`);
}
