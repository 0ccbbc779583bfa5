/** What every pass may ask of a generic instruction. A new kind doesn't compile without its row. */
import type { ValueId } from '../base/ids.js';
import type { Rep } from './function.js';
import type { BinaryOperator, Fact, GenericInstruction, GenericKind } from './generic.js';

export type OfKind<K extends GenericKind> = GenericInstruction extends infer I
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

interface Row<I> {
  /** The fields that hold operands, in evaluation order. (`Refine` has one more inside its fact.) */
  readonly operands: readonly OperandField<I>[];
  readonly mayRaise: boolean | ((instruction: I) => boolean);
  readonly resultRep: Rep;
}

const raises = { mayRaise: true, resultRep: 'value' } as const;
const silent = { mayRaise: false, resultRep: 'value' } as const;

export const genericInfo: { readonly [K in GenericKind]: Row<OfKind<K>> } = {
  Constant: { operands: [], ...silent },
  Unbound: { operands: [], ...silent },
  Parameter: { operands: [], ...silent },
  CheckBound: { operands: ['value'], ...raises },
  Refine: { operands: ['value'], ...silent },
  LoadGlobal: { operands: [], ...raises },
  StoreGlobal: { operands: ['value'], ...silent },
  DeleteGlobal: { operands: [], ...raises },
  LoadBuiltin: { operands: [], ...silent },
  MakeCell: { operands: ['value'], ...silent },
  FreeCell: { operands: [], ...silent },
  LoadCell: { operands: ['cell'], ...silent },
  StoreCell: { operands: ['cell', 'value'], ...silent },
  Unary: { operands: ['operand'], ...raises },
  Binary: { operands: ['left', 'right'], ...raises },
  InplaceBinary: { operands: ['left', 'right'], ...raises },
  Compare: { operands: ['left', 'right'], mayRaise: (i) => i.op !== 'Is' && i.op !== 'IsNot', resultRep: 'value' },
  Truth: { operands: ['operand'], mayRaise: true, resultRep: 'bool' },
  GetAttr: { operands: ['object'], ...raises },
  SetAttr: { operands: ['object', 'value'], ...raises },
  DelAttr: { operands: ['object'], ...raises },
  GetItem: { operands: ['object', 'index'], ...raises },
  SetItem: { operands: ['object', 'index', 'value'], ...raises },
  DelItem: { operands: ['object', 'index'], ...raises },
  BuildSlice: { operands: ['start', 'stop', 'step'], ...raises },
  BuildTuple: { operands: ['items'], ...raises },
  BuildList: { operands: ['items'], ...raises },
  BuildSet: { operands: ['items'], ...raises },
  BuildDict: { operands: ['keys', 'values'], ...raises },
  ListAppend: { operands: ['container', 'item'], ...raises },
  SetAdd: { operands: ['container', 'item'], ...raises },
  Accumulator: { operands: ['start'], ...raises },
  AccumulatorAdd: { operands: ['accumulator', 'item'], ...raises },
  AccumulatorResult: { operands: ['accumulator'], ...raises },
  ListExtend: { operands: ['container', 'item'], ...raises },
  SetUpdate: { operands: ['container', 'item'], ...raises },
  DictUpdate: { operands: ['container', 'item'], ...raises },
  DictMerge: { operands: ['container', 'item', 'callee'], ...raises },
  DictSet: { operands: ['container', 'key', 'value'], ...raises },
  ListToTuple: { operands: ['list'], ...raises },
  BuildString: { operands: ['pieces'], ...raises },
  FormatValue: { operands: ['value', 'spec'], ...raises },
  Call: { operands: ['callee', 'args'], ...raises },
  FindMethod: { operands: ['object'], ...raises },
  CallMethod: { operands: ['object', 'found', 'args'], ...raises },
  CallSpecial: { operands: ['object', 'args'], ...raises },
  CallStar: { operands: ['callee', 'args', 'kwargs'], ...raises },
  GetIter: { operands: ['iterable'], ...raises },
  Next: { operands: ['iterator'], ...raises },
  Keep: { operands: ['value'], ...silent },
  IsBound: { operands: ['value'], mayRaise: false, resultRep: 'bool' },
  HasValue: { operands: ['value'], mayRaise: false, resultRep: 'bool' },
  Unpack: { operands: ['value'], ...raises },
  UnpackStar: { operands: ['value'], ...raises },
  TupleItem: { operands: ['tuple'], ...silent },
  MakeFunction: { operands: ['defaults', 'kwdefaults', 'cells'], ...raises },
  MakeClass: { operands: ['args', 'namespace'], ...raises },
  Raise: { operands: ['exception', 'cause'], ...raises },
  EnterHandler: { operands: [], ...silent },
  HandledException: { operands: [], ...silent },
  LeaveHandler: { operands: ['previous'], ...silent },
  MatchException: { operands: ['exception', 'type'], mayRaise: true, resultRep: 'bool' },
  SetPending: { operands: ['exception'], ...silent },
  Yield: { operands: ['value'], ...raises },
  ModuleNamespace: { operands: [], ...raises },
  CallHelper: { operands: ['args'], ...raises },
  DelegateNext: { operands: ['iterator', 'sent'], ...raises },
  DelegateResult: { operands: [], ...silent },
  ImportModule: { operands: [], ...raises },
  LoadModuleMember: { operands: [], ...silent },
};

export function isGeneric(instruction: { readonly kind: string }): instruction is GenericInstruction {
  return instruction.kind in genericInfo;
}

export function genericMayRaise(instruction: GenericInstruction): boolean {
  const { mayRaise } = genericInfo[instruction.kind] as Row<GenericInstruction>;
  return typeof mayRaise === 'boolean' ? mayRaise : mayRaise(instruction);
}

export function genericOperands(instruction: GenericInstruction): ValueId[] {
  const values: ValueId[] = [];
  for (const field of genericInfo[instruction.kind].operands) {
    const operand = (instruction as unknown as Record<string, ValueId | null | readonly ValueId[]>)[field]!;
    if (typeof operand === 'number') values.push(operand);
    else if (operand !== null) values.push(...operand);
  }
  if (instruction.kind === 'Refine') values.push(...factOperands(instruction.fact));
  return values;
}

/** A copy with the operands replaced. */
export function mapGenericOperands(instruction: GenericInstruction, f: (value: ValueId) => ValueId): GenericInstruction {
  const copy = { ...instruction } as unknown as Record<string, unknown>;
  for (const field of genericInfo[instruction.kind].operands) {
    const operand = copy[field] as ValueId | null | readonly ValueId[];
    if (typeof operand === 'number') copy[field] = f(operand);
    else if (operand !== null) copy[field] = operand.map(f);
  }
  if (instruction.kind === 'Refine') copy['fact'] = mapFact(instruction.fact, f);
  return copy as unknown as GenericInstruction;
}

function factOperands(fact: Fact): ValueId[] {
  if (fact.kind === 'isinstance') return [fact.type];
  return fact.kind === 'compare' ? [fact.other] : [];
}

function mapFact(fact: Fact, f: (value: ValueId) => ValueId): Fact {
  if (fact.kind === 'isinstance') return { ...fact, type: f(fact.type) };
  return fact.kind === 'compare' ? { ...fact, other: f(fact.other) } : fact;
}

/** Operators as dunders and the runtime's functions spell them: `__add__`, `rt_add`. */
export const operatorNames: { readonly [O in BinaryOperator]: string } = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  Div: 'truediv',
  FloorDiv: 'floordiv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitAnd: 'and',
  BitOr: 'or',
  BitXor: 'xor',
  MatMult: 'matmul',
};
