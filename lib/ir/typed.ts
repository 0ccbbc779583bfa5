/**
 * Typed instructions: operations on representations, with explicit control flow for whatever can fail.
 *
 * Specialisation makes them. Counts are absent until `insert-refcounts`: an instruction that returns a new reference owns its result,
 * one that borrows says so in typed-info.ts.
 */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import type { IrFunction, Rep } from './function.js';
import type { ConstantData } from './generic.js';

interface Base {
  readonly result: ValueId;
  readonly span: Span;
  readonly rep: Rep;
}

export type IntOperator = 'add' | 'sub' | 'mul' | 'and' | 'or' | 'xor' | 'shl' | 'ashr' | 'lshr' | 'sdiv' | 'srem' | 'udiv' | 'urem' | 'smin' | 'smax';
export type IntComparison = 'eq' | 'ne' | 'slt' | 'sle' | 'sgt' | 'sge' | 'ult' | 'ule' | 'ugt' | 'uge';
export type FloatOperator = 'add' | 'sub' | 'mul' | 'div';
export type FloatComparison = 'oeq' | 'une' | 'olt' | 'ole' | 'ogt' | 'oge';
export type FloatIntrinsic = 'neg' | 'sqrt' | 'fabs' | 'floor' | 'ceil' | 'trunc';

/** What a memory cell holds; also the name of its alias class. */
export type MemoryType = 'value' | 'int' | 'float' | 'byte' | 'i32' | 'raw';

/** An operand of a runtime call: a value, the address of a static thing, a number, or an array on the stack. */
export type RuntimeArgument =
  | ValueId
  | { readonly array: readonly ValueId[] }
  | { readonly symbol: string }
  | { readonly number: bigint }
  /** A static RtStr. */
  | { readonly string: string }
  /** A static tuple of static strs, or NULL when empty: names of keywords. */
  | { readonly names: readonly string[] }
  /** A static zero-terminated UTF-8 text. */
  | { readonly text: string }
  /** The static RtCode of a function. */
  | { readonly code: IrFunction }
  /** The address of a version of a generator function, and the size of the frame that its generators need. */
  | { readonly resume: FunctionVersion }
  | { readonly frame: FunctionVersion }
  /** Zeroed static memory private to this instruction, of that many bytes: an inline cache. */
  | { readonly cache: number };

/** A version of a function: fast for a tuple of argument types, or general. */
export interface FunctionVersion {
  readonly symbol: string;
  readonly parameters: readonly Rep[];
  /** The payload's representation. */
  readonly result: Rep;
  /** Always inlined where it is called. */
  readonly inline?: boolean | undefined;
  /** Can it raise or leave its fast version? Else it returns the bare payload. */
  readonly fails: boolean;
}

export type TypedInstruction =
  | (Base & { readonly kind: 'IntConst'; readonly value: bigint })
  | (Base & { readonly kind: 'FloatConst'; readonly value: number })
  | (Base & { readonly kind: 'BoolConst'; readonly value: boolean })
  /** A static, immortal object or small int, or the no-value (null). */
  | (Base & { readonly kind: 'ValueConst'; readonly value: ConstantData | null })
  /** The address of a runtime object, by its C name (rep `value`: immortal object; rep `raw`: any address). */
  | (Base & { readonly kind: 'Symbol'; readonly name: string })
  /** Parameter of this version. */
  | (Base & { readonly kind: 'Argument'; readonly index: number })
  /** General versions: the RtFunction (rep value, borrowed from the caller); null in module bodies. */
  | (Base & { readonly kind: 'Closure' })
  /** General versions: which resume entry was asked for (rep int; 0: the beginning), and value `index` of its state (owned). */
  | (Base & { readonly kind: 'ResumePoint' })
  | (Base & { readonly kind: 'ResumeValue'; readonly index: number })
  /** noWrap: proven not to leave 64 signed bits. */
  | (Base & { readonly kind: 'IntArith'; readonly op: IntOperator; left: ValueId; right: ValueId; readonly noWrap?: boolean | undefined })
  | (Base & { readonly kind: 'IntChecked'; readonly op: 'add' | 'sub' | 'mul'; left: ValueId; right: ValueId })
  | (Base & { readonly kind: 'CheckedValue' | 'CheckedOverflow'; operand: ValueId })
  /** Of ints, of values (as words), of raw pointers. */
  | (Base & { readonly kind: 'IntCompare'; readonly op: IntComparison; left: ValueId; right: ValueId })
  | (Base & { readonly kind: 'FloatArith'; readonly op: FloatOperator; left: ValueId; right: ValueId })
  | (Base & { readonly kind: 'FloatUnary'; readonly op: FloatIntrinsic; operand: ValueId })
  | (Base & { readonly kind: 'FloatCompare'; readonly op: FloatComparison; left: ValueId; right: ValueId })
  /** Also a bool (0 or 1). */
  | (Base & { readonly kind: 'IntToFloat' | 'FloatToInt' | 'BoolToInt'; operand: ValueId })
  /** Is a status 1 (not 0)? It is not -1. */
  | (Base & { readonly kind: 'StatusToBool'; operand: ValueId })
  | (Base & { readonly kind: 'BoolArith'; readonly op: 'and' | 'or' | 'xor'; left: ValueId; right: ValueId })
  | (Base & { readonly kind: 'Select'; condition: ValueId; left: ValueId; right: ValueId })
  /** int → value. small: proven to fit 63 bits. */
  | (Base & { readonly kind: 'BoxInt'; operand: ValueId; readonly small: boolean })
  | (Base & { readonly kind: 'BoxFloat' | 'BoxBool'; operand: ValueId })
  | (Base & { readonly kind: 'IsSmall'; operand: ValueId })
  /** Of a value known to be a small int / a float object / a bool object. */
  | (Base & { readonly kind: 'SmallToInt' | 'UnboxFloat' | 'UnboxBool'; operand: ValueId })
  /** The type pointer (raw) of a value known not to be a small int. */
  | (Base & { readonly kind: 'TypeOf'; operand: ValueId })
  /** Memory at base (an object or raw) + offset bytes. A loaded `value` is a new reference. */
  | (Base & { readonly kind: 'LoadField'; base: ValueId; readonly offset: number; readonly memory: MemoryType; readonly alias: string })
  /** Stores without counting; a stored `value` is consumed. */
  | (Base & { readonly kind: 'StoreField'; base: ValueId; readonly offset: number; value: ValueId; readonly memory: MemoryType; readonly alias: string })
  /** StoreField of a `value` that first takes, and afterwards releases, the old one (which may be the no-value). */
  | (Base & { readonly kind: 'ReplaceField'; base: ValueId; readonly offset: number; value: ValueId; readonly alias: string })
  /** The same with base (raw) + index * size of the memory type. */
  | (Base & { readonly kind: 'LoadElement'; base: ValueId; index: ValueId; readonly memory: MemoryType; readonly alias: string })
  | (Base & { readonly kind: 'StoreElement'; base: ValueId; index: ValueId; value: ValueId; readonly memory: MemoryType; readonly alias: string })
  | (Base & { readonly kind: 'ReplaceElement'; base: ValueId; index: ValueId; value: ValueId; readonly alias: string })
  /** Static cells of the program: module globals and the like, by symbol; memory type value; 0 when unbound. A loaded value is a new reference (or 0). */
  | (Base & { readonly kind: 'LoadStatic'; readonly symbol: string })
  | (Base & { readonly kind: 'ReplaceStatic'; readonly symbol: string; value: ValueId })
  /** A C function listed in native/runtime/abi. */
  | (Base & { readonly kind: 'CallRuntime'; readonly symbol: string; readonly args: readonly RuntimeArgument[] })
  /**
   * A call of a version of a function of the program. Result: a pair, or the bare payload when it doesn't fail. closure: for those with free variables.
   * One that fails is a raising instruction like any other (JumpUnlessRaised inside `try`): the late pass tests for status 1, the code that follows only
   * for status 2. On every path that is not raised a payload of rep value is read exactly once, by PairPayload.
   */
  | (Base & { readonly kind: 'CallVersion'; readonly version: FunctionVersion; readonly closure: ValueId | null; readonly args: readonly ValueId[]; /** Adds no traceback entry. */ readonly silent?: boolean | undefined })
  /** rep int: 0 payload is typed, 1 raised, 2 payload is a value. */
  | (Base & { readonly kind: 'PairStatus'; operand: ValueId })
  /** The payload (a new reference if a value), read on the path where the status allows it: rep as the version's result, or `value` on status 2. */
  | (Base & { readonly kind: 'PairPayload'; operand: ValueId })
  /** Raises RecursionError when the stack is used up, without a traceback entry of this function. rep void (bool: is it used up? once edges are explicit). */
  | (Base & { readonly kind: 'StackCheck' })
  /** Generators: the suspended frame's words (rep as stored). */
  /** Made by the late passes. */
  | (Base & { readonly kind: 'IncRef' | 'IncRefMaybe' | 'DecRef' | 'DecRefMaybe'; operand: ValueId })
  /** DecRefMaybe of what is nearly always absent. */
  | (Base & { readonly kind: 'DecRefRare'; operand: ValueId })
  /** Adds this place to the pending exception's traceback. Also made by specialisation, where a resume entry finds its operation raised. */
  /** `in`: the function that the place is said to be in, if it is another one. */
  | (Base & { readonly kind: 'AddTraceback'; readonly in?: IrFunction | undefined });

export type TypedKind = TypedInstruction['kind'];

/** One version of a function, in typed instructions. */
export interface TypedFunction extends IrFunction {
  readonly version: FunctionVersion;
  readonly general: boolean;
  /** Fast versions: expected to run a handful of times only, so that its code outside loops is to be small. */
  readonly rare: boolean;
  /** General versions: resume entries by number (1…), each the generic point it continues after. */
  readonly resumePoints: readonly ValueId[];
  /** Fast versions: the symbol of the general version that exits go to. */
  readonly generalSymbol: string;
}
