/** What every pass may ask of a typed instruction: operands, effects, ownership. A new kind doesn't compile without its row. */
import { assert } from '../base/assert.js';
import type { ValueId } from '../base/ids.js';
import { abi } from '../builtins/abi.generated.js';
import type { AbiFunction } from '../builtins/abi.js';
import type { RuntimeArgument, TypedInstruction, TypedKind } from './typed.js';

type OfKind<K extends TypedKind> = TypedInstruction extends infer I
  ? I extends { readonly kind: infer J }
    ? K extends J
      ? I
      : never
    : never
  : never;

type OperandField<I> = Exclude<
  { [P in keyof I]: I[P] extends ValueId | null | readonly ValueId[] ? P : never }[keyof I],
  'result'
>;

/** Who holds the reference that a result of rep value stands for. */
export type Ownership =
  /** The function: it must be given away or released. */
  | 'new'
  /** The memory that it was read from: only until that changes. */
  | 'loaded'
  /** Somebody else, as long as this function runs. */
  | 'borrowed'
  /** Nobody needs to. */
  | 'immortal';

interface Row<I> {
  /** The fields that hold operands. (CallRuntime's are among its arguments.) */
  readonly operands: readonly OperandField<I>[];
  readonly ownership: Ownership | ((instruction: I) => Ownership);
  /** Fields whose values (of rep value) are consumed. */
  readonly consumes?: readonly OperandField<I>[];
  readonly mayRaise?: boolean | ((instruction: I) => boolean);
  /** Must it stay though its result is unused? */
  readonly hasSideEffects?: boolean | ((instruction: I) => boolean);
  /** May it run code of the program, release an object or replace a counted reference in memory? */
  readonly isBarrier?: boolean | ((instruction: I) => boolean);
}

const none = { operands: [], ownership: 'immortal' } as const;
const unary = { operands: ['operand'], ownership: 'immortal' } as const;
const binary = { operands: ['left', 'right'], ownership: 'immortal' } as const;
const effect = { hasSideEffects: true, isBarrier: true } as const;

export function abiOf(symbol: string): AbiFunction {
  const fn = abi[symbol];
  assert(fn !== undefined, `runtime function ${symbol} is not in native/runtime/abi`);
  return fn;
}

export const typedInfo: { readonly [K in TypedKind]: Row<OfKind<K>> } = {
  IntConst: none,
  FloatConst: none,
  BoolConst: none,
  ValueConst: none,
  Symbol: none,
  Argument: { operands: [], ownership: 'borrowed' },
  Closure: { operands: [], ownership: 'borrowed' },
  ResumePoint: none,
  ResumeValue: { operands: [], ownership: 'new', hasSideEffects: true },
  IntArith: binary,
  IntChecked: binary,
  CheckedValue: unary,
  CheckedOverflow: unary,
  IntCompare: binary,
  FloatArith: binary,
  FloatUnary: unary,
  FloatCompare: binary,
  IntToFloat: unary,
  FloatToInt: unary,
  BoolToInt: unary,
  StatusToBool: unary,
  BoolArith: binary,
  Select: { operands: ['condition', 'left', 'right'], ownership: 'loaded' },
  BoxInt: { operands: ['operand'], ownership: (i) => (i.small ? 'immortal' : 'new') },
  BoxFloat: { operands: ['operand'], ownership: 'new' },
  BoxBool: unary,
  IsSmall: unary,
  SmallToInt: unary,
  UnboxFloat: unary,
  UnboxBool: unary,
  TypeOf: unary,
  LoadField: { operands: ['base'], ownership: 'loaded' },
  /** Only into memory that holds no counted reference yet. */
  StoreField: { operands: ['base', 'value'], ownership: 'immortal', consumes: ['value'], hasSideEffects: true },
  ReplaceField: { operands: ['base', 'value'], ownership: 'immortal', consumes: ['value'], ...effect },
  LoadElement: { operands: ['base', 'index'], ownership: 'loaded' },
  StoreElement: { operands: ['base', 'index', 'value'], ownership: 'immortal', consumes: ['value'], hasSideEffects: true },
  ReplaceElement: { operands: ['base', 'index', 'value'], ownership: 'immortal', consumes: ['value'], ...effect },
  LoadStatic: { operands: [], ownership: 'loaded' },
  ReplaceStatic: { operands: ['value'], ownership: 'immortal', consumes: ['value'], ...effect },
  CallRuntime: {
    operands: [],
    ownership: (i) => (abiOf(i.symbol).borrowedResult ? 'loaded' : 'new'),
    mayRaise: (i) => abiOf(i.symbol).raises === 'RAISES',
    hasSideEffects: (i) => abiOf(i.symbol).raises !== 'PURE',
    isBarrier: (i) => abiOf(i.symbol).raises !== 'PURE',
  },
  CallVersion: { operands: ['closure', 'args'], ownership: 'new', mayRaise: (i) => i.version.fails, ...effect },
  PairStatus: unary,
  PairPayload: { operands: ['operand'], ownership: 'new', hasSideEffects: (i) => i.rep === 'value' },
  StackCheck: { ...none, mayRaise: true, hasSideEffects: true },
  IncRef: { ...unary, hasSideEffects: true },
  IncRefMaybe: { ...unary, hasSideEffects: true },
  DecRef: { ...unary, consumes: ['operand'], ...effect },
  DecRefMaybe: { ...unary, consumes: ['operand'], ...effect },
  DecRefRare: { ...unary, consumes: ['operand'], ...effect },
  AddTraceback: { ...none, hasSideEffects: true },
};

function rowOf(instruction: TypedInstruction): Row<TypedInstruction> {
  return typedInfo[instruction.kind] as Row<TypedInstruction>;
}

type Fields = Record<string, ValueId | null | readonly ValueId[]>;

/** Calls `visit` for each operand; one that stands twice is visited twice. */
export function forEachTypedOperand(instruction: TypedInstruction, visit: (value: ValueId) => void): void {
  if (instruction.kind === 'CallRuntime') {
    for (const argument of instruction.args) {
      if (typeof argument === 'number') visit(argument);
      else if ('array' in argument) for (const value of argument.array) visit(value);
    }
  } else visitFields(instruction, rowOf(instruction).operands, visit);
}

function visitFields(instruction: TypedInstruction, fields: readonly string[], visit: (value: ValueId) => void): void {
  for (const field of fields) {
    const operand = (instruction as unknown as Fields)[field]!;
    if (typeof operand === 'number') visit(operand);
    else if (operand !== null) for (const value of operand) visit(value);
  }
}

export function typedOperands(instruction: TypedInstruction): ValueId[] {
  const values: ValueId[] = [];
  forEachTypedOperand(instruction, (value) => values.push(value));
  return values;
}

/** A copy with the operands replaced. */
export function mapTypedOperands(instruction: TypedInstruction, f: (value: ValueId) => ValueId): TypedInstruction {
  if (instruction.kind === 'CallRuntime')
    return { ...instruction, args: instruction.args.map((argument) => mapArgument(argument, f)) };
  const copy = { ...instruction } as unknown as Record<string, unknown>;
  for (const field of rowOf(instruction).operands as readonly string[]) {
    const operand = copy[field] as ValueId | null | readonly ValueId[];
    if (typeof operand === 'number') copy[field] = f(operand);
    else if (operand !== null) copy[field] = operand.map(f);
  }
  return copy as unknown as TypedInstruction;
}

function mapArgument(argument: RuntimeArgument, f: (value: ValueId) => ValueId): RuntimeArgument {
  if (typeof argument === 'number') return f(argument);
  return 'array' in argument ? { array: argument.array.map(f) } : argument;
}

const nothing: readonly ValueId[] = [];

/** The operands that are consumed where their rep is value; one that is consumed twice stands twice. */
export function consumedOperands(instruction: TypedInstruction): readonly ValueId[] {
  if (instruction.kind === 'CallRuntime') return stolenArguments(instruction.args, abiOf(instruction.symbol).steals);
  const { consumes } = rowOf(instruction);
  if (consumes === undefined) return nothing;
  const values: ValueId[] = [];
  visitFields(instruction, consumes, (value) => values.push(value));
  return values;
}

function stolenArguments(args: readonly RuntimeArgument[], steals: readonly boolean[]): readonly ValueId[] {
  if (!steals.includes(true)) return nothing;
  return args.filter((argument, index): argument is ValueId => steals[index] === true && typeof argument === 'number');
}

function ask(
  property: boolean | ((instruction: TypedInstruction) => boolean) | undefined,
  instruction: TypedInstruction,
): boolean {
  return typeof property === 'function' ? property(instruction) : property === true;
}

export function typedMayRaise(instruction: TypedInstruction): boolean {
  return ask(rowOf(instruction).mayRaise, instruction);
}

export function hasSideEffects(instruction: TypedInstruction): boolean {
  return ask(rowOf(instruction).hasSideEffects, instruction);
}

export function isBarrier(instruction: TypedInstruction): boolean {
  return ask(rowOf(instruction).isBarrier, instruction);
}

/** Of an instruction whose result has rep value. */
export function ownershipOf(instruction: TypedInstruction): Ownership {
  const { ownership } = rowOf(instruction);
  return typeof ownership === 'function' ? ownership(instruction) : ownership;
}
