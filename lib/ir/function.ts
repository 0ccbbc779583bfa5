/**
 * Functions, blocks and terminators: what both levels of the IR share.
 *
 * Every function is in SSA form. Lowering makes it from *generic* instructions (generic.ts): Python's operations on values of any
 * type. Specialisation translates a generic function, for each tuple of argument types, into *typed* instructions (typed.ts).
 */
import type { BlockId, ValueId } from '../base/ids.js';
import type { SourceFile, Span } from '../base/source.js';
import type { GenericInstruction } from './generic.js';
import type { TypedInstruction } from './typed.js';

/** How a value is held in registers. */
export type Rep =
  /** A tagged 64-bit word, counted. */
  | 'value'
  /** A 64-bit integer. */
  | 'int'
  | 'float'
  /** One bit. */
  | 'bool'
  /** A pointer that nobody counts: a type object, the storage of a list. */
  | 'raw'
  /** The 32-bit result of a runtime function that answers 1, 0 or -1. */
  | 'status'
  /** A sum, difference or product and its overflow flag. */
  | 'checked'
  /** What a fast version returns: payload and status. */
  | 'pair'
  | 'void';

/** The span of an instruction; `within`: of one from a class body, or from a generator expression whose loops run in place. */
export interface PlacedSpan extends Span {
  readonly within?: InlinedFrame;
}

export interface InlinedFrame {
  /** What tracebacks name: a function that is never called. */
  readonly fn: IrFunction;
  /** The call that consumes the generator, or the class statement. */
  readonly call: PlacedSpan;
  readonly isGenerator: boolean;
}

export interface Phi {
  readonly kind: 'Phi';
  readonly result: ValueId;
  readonly span: Span;
  readonly rep: Rep;
  /** One for each predecessor. */
  inputs: { block: BlockId; value: ValueId }[];
}

export type Instruction = Phi | GenericInstruction | TypedInstruction;

export type Terminator =
  | { readonly kind: 'Jump'; target: BlockId }
  /** `condition` has rep `bool`. `likely`: which way is expected; the other is cold. */
  | { readonly kind: 'Branch'; condition: ValueId; then: BlockId; else: BlockId; readonly likely?: boolean | undefined }
  | { readonly kind: 'Switch'; value: ValueId; cases: { value: number; target: BlockId }[]; otherwise: BlockId }
  /**
   * The last instruction of the block may raise: on to `handler` with the exception pending (and without its result), else to `target`.
   * Only inside `try`: an instruction that raises elsewhere leaves the function, which one late pass makes explicit.
   */
  | { readonly kind: 'JumpUnlessRaised'; target: BlockId; handler: BlockId }
  /** A pending exception goes on to `handler`, or leaves the function. */
  | { readonly kind: 'Unwind'; handler?: BlockId | undefined }
  | { readonly kind: 'Return'; value: ValueId }
  /** Fast versions only: goes on in the general version after generic instruction `point`; `values` (rep value, consumed) as its resume entry lists them. */
  | { readonly kind: 'Exit'; readonly point: ValueId; values: ValueId[] }
  /** Generators: hands out `yielded` (consumed); the next resumption enters at resume entry `point` with `values` (rep value, consumed). */
  | { readonly kind: 'Suspend'; readonly point: ValueId; yielded: ValueId; values: ValueId[] }
  | { readonly kind: 'Unreachable' };

export interface Block {
  readonly id: BlockId;
  /** Phis first. */
  readonly instructions: Instruction[];
  terminator: Terminator;
  /** Not expected to run: laid out at the end. */
  cold?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional-only' | 'positional' | 'varargs' | 'keyword-only' | 'kwargs';
  readonly hasDefault: boolean;
}

export interface ValueNames {
  /** Values that are made for a variable. */
  readonly made: Map<ValueId, string>;
  /** Variables that are given a value which has a name already, by the instruction after which that happens. */
  readonly copied: Map<ValueId, { readonly name: string; readonly value: ValueId }[]>;
}

export const noNames = (): ValueNames => ({ made: new Map(), copied: new Map() });

/** One `def`, `lambda`, generator expression or module body. */
export interface IrFunction {
  /** Unique in the program and a valid symbol: module, qualified name, and a number where needed. */
  readonly symbol: string;
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  readonly source: SourceFile;
  readonly span: Span;
  readonly kind: 'module' | 'function' | 'generator';
  /** An `async def` (or a generator expression that awaits): its kind is 'generator', its object follows another protocol. */
  readonly async?: 'coroutine' | 'async-generator' | undefined;
  /** In frame order: positional, varargs, keyword-only, kwargs as CPython: positional, keyword-only, *args, **kwargs. */
  readonly parameters: readonly Parameter[];
  /** Names of the free variables: `FreeCell` i is the cell of freeVariables[i]. */
  readonly freeVariables: readonly string[];
  readonly docstring: string | null;
  readonly entry: BlockId;
  readonly blocks: Map<BlockId, Block>;
  /** What the source calls values, for debuggers. */
  readonly valueNames: ValueNames;
  nextValue: number;
  nextBlock: number;
}

export function newBlock(fn: IrFunction): Block {
  const block: Block = { id: fn.nextBlock++ as BlockId, instructions: [], terminator: { kind: 'Unreachable' } };
  fn.blocks.set(block.id, block);
  return block;
}

export function newValue(fn: IrFunction): ValueId {
  return fn.nextValue++ as ValueId;
}

/** What is known of a class statement before anything runs. Filled in by lowering. */
export interface ClassInfo {
  readonly id: number;
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  readonly span: Span;
  /**
   * What the body binds: the function for a plain `def`, 'property' etc. for those decorated by exactly that built-in, `unknown` for anything else
   * (a name bound twice, under a condition, deleted, decorated otherwise).
   */
  readonly members: Map<string, ClassMember>;
  /** Attributes stored through the first parameter of its methods, in order of appearance: instances get a slot for each (bases' slots come first). */
  readonly instanceAttributes: readonly string[];
  /** `__slots__`, a metaclass, class decorators, keywords …: nothing is known of it statically. */
  readonly dynamic: boolean;
}

export type ClassMember =
  | { readonly kind: 'method' | 'staticmethod' | 'classmethod' | 'property'; readonly function: IrFunction }
  | { readonly kind: 'unknown' };

export interface IrModule {
  readonly name: string;
  /** One of the compiler's own: functions that nobody is known to call get no fast version. */
  readonly isStandard?: boolean;
  readonly source: SourceFile;
  readonly body: IrFunction;
  /** Names that live in cells because functions or other modules use them; the other module-level names are SSA values of the body. */
  readonly globals: Map<string, GlobalInfo>;
}

export interface GlobalInfo {
  readonly name: string;
  /** Bound by exactly one statement of the module body, outside loops and conditions, and by nothing else anywhere. */
  readonly constant: boolean;
  /** Constant, and bound before anything that could run a function of the program: reads never find it unbound. */
  readonly boundEarly: boolean;
}

export interface IrProgram {
  /** In the order of first import; the entry module is `__main__`. */
  readonly modules: IrModule[];
  readonly functions: IrFunction[];
  readonly classes: ClassInfo[];
}
