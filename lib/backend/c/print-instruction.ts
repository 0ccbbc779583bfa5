/** One printer for each kind of typed instruction. */
import type { ValueId } from '../../base/ids.js';
import { layout } from '../../builtins/layout.js';
import { generalSymbol } from '../../ir/program.js';
import type { FloatComparison, IntComparison, IntOperator, MemoryType, TypedInstruction, TypedKind } from '../../ir/typed.js';
import { productFor, type Product } from '../shared/divisions.js';
import { addressOf, locationOf } from './code-data.js';
import { applied, atom, binary, compound, convert, cTypes, declaration, operand, shapeOf, type Expression } from './expression.js';
import { as, asShape, define, expressionOf, markLine, memoryAt, operandAs, print, rename, settle, store, type FunctionState } from './function-state.js';
import { floatLiteral, intLiteral } from './names.js';
import { printCallRuntime, printCallVersion } from './print-call.js';
import { cellOf, memoryKind } from './program-state.js';
import { constantValue } from './static-data.js';
import { parameterName } from './version.js';

type Of<K extends TypedKind> = TypedInstruction extends infer I ? (I extends { readonly kind: infer J } ? (K extends J ? I : never) : never) : never;

/** Gives the result's expression; null where there is none or it has been printed. */
type Printer<I> = (f: FunctionState, i: I) => Expression | null;

/** What may be repeated wherever it is used: names and constants. */
const repeatable: { readonly [K in TypedKind]?: Printer<Of<K>> } = {
  IntConst: (_, i) => atom(intLiteral(i.value)),
  FloatConst: (_, i) => (i.value < 0 || Object.is(i.value, -0) ? compound(floatLiteral(i.value)) : atom(floatLiteral(i.value))),
  BoolConst: (_, i) => atom(String(i.value)),
  ValueConst: (f, i) => constantValue(f.p, i.value),
  Symbol: (f, i) => applied(i.rep === 'raw' ? '(void *)' : 'VAL', atom(addressOf(f.p, i.name))),
  Closure: printClosure,
  CheckedValue: (f, i) => expressionOf(f, i.operand),
  PairStatus: (f, i) => atom(`${expressionOf(f, i.operand).text}.status`),
  PairPayload: (f, i) => convert(atom(`${expressionOf(f, i.operand).text}.payload`), f.payloads.get(i.operand) === 'float' ? 'double' : 'i64', shapeOf(i.rep)),
};

const printers: { readonly [K in TypedKind]?: Printer<Of<K>> } = {
  Argument: printArgument,
  ResumePoint: (f) => (f.convention === 'generator' ? atom('generator->state', true) : atom('point')),
  ResumeValue: printResumeValue,
  IntArith: printIntArith,
  IntChecked: printIntChecked,
  CheckedOverflow: (_, i) => atom(`v${i.operand}_overflows`),
  IntCompare: printIntCompare,
  FloatArith: (f, i) => binary(as(f, i.left, 'float'), floatOperators[i.op], as(f, i.right, 'float')),
  FloatUnary: (f, i) => (i.op === 'neg' ? compound(`-${operandAs(f, i.operand, 'float')}`) : applied(`__builtin_${i.op}`, as(f, i.operand, 'float'))),
  FloatCompare: (f, i) => comparison(as(f, i.left, 'float'), floatComparisons[i.op], as(f, i.right, 'float'), 'same_float'),
  IntToFloat: (f, i) => prefixed('(double)', expressionOf(f, i.operand)),
  FloatToInt: (f, i) => prefixed('(int64_t)', as(f, i.operand, 'float')),
  BoolToInt: (f, i) => as(f, i.operand, 'int'),
  StatusToBool: (f, i) => binary(as(f, i.operand, 'status'), '!=', atom('0')),
  BoolArith: (f, i) => binary(as(f, i.left, 'bool'), boolOperators[i.op], as(f, i.right, 'bool')),
  Select: printSelect,
  BoxInt: (f, i) => applied(i.small ? 'SMALL' : f.cold ? 'box_int_cold' : 'box_int', as(f, i.operand, 'int')),
  BoxFloat: (f, i) => applied('rt_float_new', as(f, i.operand, 'float')),
  BoxBool: (f, i) => applied('rt_from_bool', as(f, i.operand, 'bool')),
  IsSmall: (f, i) => applied('rt_is_small', as(f, i.operand, 'value')),
  SmallToInt: (f, i) => applied('rt_small', as(f, i.operand, 'value')),
  UnboxFloat: (f, i) => memoryAt(f, 'float.value', 'double', asShape(f, i.operand, 'ptr'), layout.RtFloat.value),
  UnboxBool: (f, i) => binary(as(f, i.operand, 'value'), '==', atom('RT_TRUE')),
  TypeOf: (f, i) => memoryAt(f, 'type', 'void *', asShape(f, i.operand, 'ptr'), layout.RtObject.type),
  LoadField: (f, i) => loadCell(f, i) ?? load(i, memoryAt(f, i.alias, memoryType(i.memory, i.rep), asShape(f, i.base, 'ptr'), i.offset)),
  StoreField: (f, i) => assign(f, memoryAt(f, i.alias, storedType(f, i), asShape(f, i.base, 'ptr'), i.offset), i),
  ReplaceField: (f, i) => replace(f, memoryAt(f, i.alias, 'int64_t', asShape(f, i.base, 'ptr'), i.offset), i),
  LoadElement: (f, i) => load(i, element(f, i, memoryType(i.memory, i.rep))),
  StoreElement: (f, i) => assign(f, element(f, i, storedType(f, i)), i),
  ReplaceElement: (f, i) => replace(f, element(f, i, 'int64_t'), i),
  LoadStatic: (f, i) => atom(`${cellOf(f.p, i.symbol)}.it`, true),
  ReplaceStatic: (f, i) => replace(f, atom(`${cellOf(f.p, i.symbol)}.it`), i),
  CallRuntime: printCallRuntime,
  CallVersion: printCallVersion,
  StackCheck: () => atom('stack_is_used_up()', true),
  IncRef: (f, i) => count(f, 'incref', i.operand),
  IncRefMaybe: (f, i) => count(f, 'incref_maybe', i.operand),
  DecRef: (f, i) => count(f, 'decref', i.operand),
  DecRefMaybe: (f, i) => count(f, 'decref_maybe', i.operand),
  DecRefRare: (f, i) => count(f, f.cold ? 'decref_maybe' : 'decref_rare', i.operand),
  AddTraceback: (f, i) => effect(f, `rt_traceback_add(&${locationOf(f.p, i.in === undefined ? f.fn : f.p.generals.get(generalSymbol(i.in))!, i.span)})`),
};

export function printInstruction(f: FunctionState, instruction: TypedInstruction): void {
  const { kind, result, rep } = instruction;
  if (kind === 'Argument' && f.convention === 'fast') return rename(f, result, rep, atom(parameterName(f.fn, instruction.index)));
  const name = repeatable[kind] as Printer<TypedInstruction> | undefined;
  if (name !== undefined) {
    // What needs a place in the file is not made in vain.
    if (f.uses[result]! > 0) rename(f, result, rep, name(f, instruction)!);
    return;
  }
  if (!silent.has(kind)) markLine(f, instruction.span);
  const e = (printers[kind] as Printer<TypedInstruction>)(f, instruction);
  if (e === null) return;
  if (hasItsPlace(f, instruction)) evaluate(f, instruction, e);
  else define(f, result, rep, e);
}

/** What stands for nothing in the source. */
const silent: ReadonlySet<TypedKind> = new Set(['IncRef', 'IncRefMaybe', 'DecRef', 'DecRefMaybe', 'DecRefRare', 'AddTraceback', 'ResumePoint', 'ResumeValue']);

/** Is it to be evaluated exactly once, and in order: since it makes an object, or takes it from where it was? */
function hasItsPlace(f: FunctionState, i: TypedInstruction): boolean {
  if (i.kind === 'Argument') return f.convention === 'generator';
  return i.kind === 'ResumeValue' || i.kind === 'BoxFloat' || (i.kind === 'BoxInt' && !i.small);
}

/** Here and now. */
function evaluate(f: FunctionState, { result, rep }: TypedInstruction, e: Expression): void {
  settle(f);
  if (f.uses[result] === 0) print(f, `${e.text};`);
  else store(f, result, rep, e);
}

/** A statement that may write memory; its operands have been read. */
export function effect(f: FunctionState, statement: string): null {
  settle(f);
  print(f, `${statement};`);
  return null;
}

const prefixed = (prefix: string, e: Expression): Expression => compound(`${prefix}${operand(e)}`, e.reads);

function printArgument(f: FunctionState, { index }: Of<'Argument'>): Expression {
  return atom(f.convention === 'general' ? `values[${index}]` : `take_frame(generator, ${index})`, true);
}

function printClosure(f: FunctionState): Expression {
  if (f.convention === 'fast') return atom(f.fn.freeVariables.length === 0 ? '0' : 'closure');
  return atom(f.convention === 'general' ? 'VAL(closure)' : 'VAL(generator->function)');
}

/** Value 0 of a generator is what was sent, borrowed from the caller; the others lie in its frame. */
function printResumeValue(f: FunctionState, { index }: Of<'ResumeValue'>): Expression {
  if (f.convention === 'general') return atom(`values[${index}]`, true);
  if (index > 0) return atom(`take_frame(generator, ${index - 1})`, true);
  effect(f, 'incref_maybe(sent)');
  return atom('sent');
}

const plainOperators: { readonly [O in IntOperator]?: string } = { and: '&', or: '|', xor: '^', ashr: '>>', sdiv: '/', srem: '%' };
const divisions: { readonly [O in IntOperator]?: string } = { udiv: 'div', urem: 'mod' };
const noWrapOperators: { readonly [O in IntOperator]?: string } = { add: '+', sub: '-', mul: '*' };
const intFunctions: { readonly [O in IntOperator]?: string } = {
  add: 'wrap_add',
  sub: 'wrap_sub',
  mul: 'wrap_mul',
  shl: 'shift_left',
  ashr: 'shift_right',
  lshr: 'shift_right_unsigned',
  sdiv: 'div_int',
  srem: 'mod_int',
  udiv: 'div_unsigned',
  urem: 'mod_unsigned',
  smin: 'min_int',
  smax: 'max_int',
};

function printIntArith(f: FunctionState, i: Of<'IntArith'>): Expression {
  const [left, right] = [as(f, i.left, 'int'), as(f, i.right, 'int')];
  const product = divisions[i.op] === undefined ? undefined : productFor(f.integers, i);
  if (product !== undefined) return printProduct(divisions[i.op]!, left, product);
  const operator = needsFunction(i.op, right) ? undefined : (plainOperators[i.op] ?? (i.noWrap === true ? noWrapOperators[i.op] : undefined));
  return operator === undefined ? applied(intFunctions[i.op]!, left, right) : binary(isLiteral(right) || i.op === 'ashr' ? wide(left) : left, operator, right);
}

function printProduct(name: string, left: Expression, { divisor, factor, shift, isShort }: Product): Expression {
  return applied(`${name}_${isShort ? 'short' : 'long'}`, left, atom(intLiteral(divisor)), atom(`UINT64_C(${factor})`), atom(String(shift)));
}

/** Divisors that aren't constants; and a number that the operator can't take, in code that doesn't run: compilers warn of it in plain sight. */
function needsFunction(op: IntOperator, right: Expression): boolean {
  const { text } = right;
  if (op === 'sdiv' || op === 'srem') return text === '0' || !isLiteral(right);
  return op === 'ashr' && /^-?\d+$/.test(text) && !(Number(text) >= 0 && Number(text) < 64);
}

/** A literal is an int of C's, which may have 32 bits. */
const wide = (e: Expression): Expression => (isLiteral(e) ? compound(`(int64_t)${e.text}`) : e);
const isLiteral = (e: Expression): boolean => /^-?\d+$/.test(e.text);

function printIntChecked(f: FunctionState, i: Of<'IntChecked'>): null {
  const [left, right] = [as(f, i.left, 'int'), as(f, i.right, 'int')];
  const name = `v${i.result}`;
  print(f, `${declaration(cTypes.int, name)};`);
  print(f, `bool ${name}_overflows = __builtin_${i.op}_overflow(${left.text}, ${right.text}, &${name});`);
  rename(f, i.result, 'checked', atom(name));
  return null;
}

const intComparisons: { readonly [O in IntComparison]: string } = { eq: '==', ne: '!=', slt: '<', sle: '<=', sgt: '>', sge: '>=', ult: '<', ule: '<=', ugt: '>', uge: '>=' };
const floatComparisons: { readonly [O in FloatComparison]: string } = { oeq: '==', une: '!=', olt: '<', ole: '<=', ogt: '>', oge: '>=' };
const floatOperators = { add: '+', sub: '-', mul: '*', div: '/' } as const;
const boolOperators = { and: '&', or: '|', xor: '^' } as const;

/** Both sides in the left one's shape, or as words where they differ. */
function printIntCompare(f: FunctionState, i: Of<'IntCompare'>): Expression {
  const [left, right] = [shapeOf(f.reps[i.left]!), shapeOf(f.reps[i.right]!)];
  const shape = left === right && i.left !== i.right ? left : 'i64';
  const sides = [asShape(f, i.left, shape), asShape(f, i.right, shape)];
  const [a, b] = i.op.startsWith('u') ? sides.map((side) => prefixed('(uint64_t)', side)) : sides;
  return comparison(a!, intComparisons[i.op], b!, 'same_word');
}

/** Compilers warn of a value that is compared with itself; of floats, it is a test for NaN. */
function comparison(left: Expression, operator: string, right: Expression, same: string): Expression {
  return binary(left, operator, left.text === right.text ? applied(same, right) : right);
}

function printSelect(f: FunctionState, i: Of<'Select'>): Expression {
  const [condition, left, right] = [as(f, i.condition, 'bool'), as(f, i.left, i.rep), as(f, i.right, i.rep)];
  return compound(`${operand(condition)} ? ${operand(left)} : ${operand(right)}`, condition.reads || left.reads || right.reads);
}

const memoryTypes: { readonly [M in MemoryType]: string } = { value: 'int64_t', int: 'int64_t', float: 'double', byte: 'uint8_t', i32: 'int32_t', raw: 'void *' };

const memoryType = (memory: MemoryType, rep: TypedInstruction['rep']): string => (memory === 'byte' && rep === 'bool' ? 'bool' : memoryTypes[memory]);

const storedType = (f: FunctionState, i: { memory: MemoryType; value: ValueId }): string => memoryType(i.memory, f.reps[i.value]!);

function element(f: FunctionState, i: { base: ValueId; index: ValueId; alias: string }, type: string): Expression {
  return atom(`ITEM(${memoryKind(f.p, i.alias, type)}, ${asShape(f, i.base, 'ptr').text}, ${as(f, i.index, 'int').text})`, true);
}

const memoryShapes = { value: 'i64', int: 'i64', float: 'double', i32: 'i32', raw: 'ptr' } as const;

function load(i: { readonly memory: MemoryType; readonly rep: TypedInstruction['rep'] }, place: Expression): Expression {
  if (i.memory !== 'byte') return convert(place, memoryShapes[i.memory], shapeOf(i.rep));
  return i.rep === 'bool' ? place : prefixed('(int64_t)', place);
}

/** Of a cell of the program: by its name. */
function loadCell(f: FunctionState, i: Of<'LoadField'>): Expression | undefined {
  const cell = /^\(void \*\)\(&(\w+\.it)\)$/.exec(expressionOf(f, i.base).text)?.[1];
  return cell === undefined || i.offset !== 0 ? undefined : convert(atom(cell, true), 'i64', shapeOf(i.rep));
}

function assign(f: FunctionState, place: Expression, i: { readonly memory: MemoryType; value: ValueId }): null {
  if (i.memory !== 'byte') return effect(f, `${place.text} = ${asShape(f, i.value, memoryShapes[i.memory]).text}`);
  const value = f.reps[i.value] === 'bool' ? as(f, i.value, 'bool') : prefixed('(uint8_t)', asShape(f, i.value, 'i64'));
  return effect(f, `${place.text} = ${value.text}`);
}

/** The old value is released after the new one is in place: its release may run anything. */
function replace(f: FunctionState, place: Expression, i: { readonly result: ValueId; value: ValueId }): null {
  const value = as(f, i.value, 'value');
  settle(f);
  const old = `old${f.temporaries++}`;
  print(f, `RtValue ${old} = ${place.text};`);
  print(f, `${place.text} = ${value.text};`);
  print(f, `${f.cold ? 'decref_maybe_cold' : 'decref_maybe'}(${old});`);
  return null;
}

function count(f: FunctionState, helper: string, value: ValueId): null {
  return effect(f, `${helper}${f.cold ? '_cold' : ''}(${as(f, value, 'value').text})`);
}
