/**
 * Generic instructions: Python's operations, on values of any type. Lowering makes them; nothing else does.
 *
 * Results are values (rep `value`) except where `bool` is said. All may raise except those in `neverRaises`. Evaluation order is explicit.
 */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import type { ClassInfo, IrFunction } from './function.js';
import type { HelperName } from './helpers.js';

export type BinaryOperator = 'Add' | 'Sub' | 'Mult' | 'Div' | 'FloorDiv' | 'Mod' | 'Pow' | 'LShift' | 'RShift' | 'BitAnd' | 'BitOr' | 'BitXor' | 'MatMult';
export type CompareOperator = 'Lt' | 'LtE' | 'Eq' | 'NotEq' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';
export type UnaryOperator = 'USub' | 'UAdd' | 'Invert' | 'Not';

export type ConstantData =
  | { readonly type: 'None' | 'Ellipsis' | 'NotImplemented' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array };

/** What a branch has shown of a value. */
export type Fact =
  | { readonly kind: 'truthy'; readonly sense: boolean }
  | { readonly kind: 'is-none'; readonly sense: boolean }
  | { readonly kind: 'isinstance'; readonly type: ValueId; readonly sense: boolean }
  /** value OP other holds. */
  | { readonly kind: 'compare'; readonly op: 'Lt' | 'LtE' | 'Eq' | 'NotEq' | 'Gt' | 'GtE'; readonly other: ValueId };

export type Accumulation = 'sum' | 'min' | 'max';

interface Base {
  readonly result: ValueId;
  readonly span: Span;
}

export type GenericInstruction =
  | (Base & { readonly kind: 'Constant'; readonly value: ConstantData })
  /** The no-value (word 0) of a variable not bound yet. */
  | (Base & { readonly kind: 'Unbound' })
  /** In the entry block only. */
  | (Base & { readonly kind: 'Parameter'; readonly index: number })
  /** UnboundLocalError if `value` is Unbound (`free`: NameError "cannot access free variable"; `global`: NameError); the result is `value`. */
  | (Base & { readonly kind: 'CheckBound'; readonly value: ValueId; readonly name: string; readonly scope: 'local' | 'free' | 'global' })
  /** The same value, on a path where a fact holds of it. */
  | (Base & { readonly kind: 'Refine'; readonly value: ValueId; readonly fact: Fact })
  /** NameError if unbound, unless `builtin`: then the built-in of that name. `by`: how another module asks for it, which decides on the error. */
  | (Base & { readonly kind: 'LoadGlobal'; readonly module: string; readonly name: string; readonly builtin: boolean; readonly by: 'import' | 'attribute' | null })
  | (Base & { readonly kind: 'StoreGlobal'; readonly module: string; readonly name: string; readonly value: ValueId })
  | (Base & { readonly kind: 'DeleteGlobal'; readonly module: string; readonly name: string })
  /** A built-in function, type, exception class or constant by name; it exists (lib/builtins). */
  | (Base & { readonly kind: 'LoadBuiltin'; readonly name: string })
  /** A new cell; `value` absent: unbound. */
  | (Base & { readonly kind: 'MakeCell'; readonly value: ValueId | null })
  /** Cell number `index` of the closure. */
  | (Base & { readonly kind: 'FreeCell'; readonly index: number })
  /** 0 (to be followed by CheckBound) if unbound. Never raises. */
  | (Base & { readonly kind: 'LoadCell'; readonly cell: ValueId })
  /** value null: unbinds. Never raises. */
  | (Base & { readonly kind: 'StoreCell'; readonly cell: ValueId; readonly value: ValueId | null })
  | (Base & { readonly kind: 'Unary'; readonly op: UnaryOperator; readonly operand: ValueId })
  | (Base & { readonly kind: 'Binary'; readonly op: BinaryOperator; readonly left: ValueId; readonly right: ValueId })
  /** `left op= right`; the result is to be stored back. */
  | (Base & { readonly kind: 'InplaceBinary'; readonly op: BinaryOperator; readonly left: ValueId; readonly right: ValueId })
  | (Base & { readonly kind: 'Compare'; readonly op: CompareOperator; readonly left: ValueId; readonly right: ValueId })
  /** bool(operand), as rep `bool`. */
  | (Base & { readonly kind: 'Truth'; readonly operand: ValueId })
  | (Base & { readonly kind: 'GetAttr'; readonly object: ValueId; readonly name: string })
  | (Base & { readonly kind: 'SetAttr'; readonly object: ValueId; readonly name: string; readonly value: ValueId })
  | (Base & { readonly kind: 'DelAttr'; readonly object: ValueId; readonly name: string })
  | (Base & { readonly kind: 'GetItem'; readonly object: ValueId; readonly index: ValueId })
  | (Base & { readonly kind: 'SetItem'; readonly object: ValueId; readonly index: ValueId; readonly value: ValueId })
  | (Base & { readonly kind: 'DelItem'; readonly object: ValueId; readonly index: ValueId })
  /** None where absent in the source (a Constant None). */
  | (Base & { readonly kind: 'BuildSlice'; readonly start: ValueId; readonly stop: ValueId; readonly step: ValueId })
  | (Base & { readonly kind: 'BuildTuple' | 'BuildList' | 'BuildSet'; readonly items: readonly ValueId[] })
  | (Base & { readonly kind: 'BuildDict'; readonly keys: readonly ValueId[]; readonly values: readonly ValueId[] })
  /** For displays with stars and for comprehensions; the result is None and unused. */
  | (Base & { readonly kind: 'ListAppend' | 'SetAdd'; readonly container: ValueId; readonly item: ValueId })
  /** What sum, min or max has got to, in a loop over their items; `start`: of a sum. */
  | (Base & { readonly kind: 'Accumulator'; readonly what: Accumulation; readonly start: ValueId | null })
  /** The result is None and unused. */
  | (Base & { readonly kind: 'AccumulatorAdd'; readonly accumulator: ValueId; readonly item: ValueId })
  /** ValueError for min and max of nothing. */
  | (Base & { readonly kind: 'AccumulatorResult'; readonly accumulator: ValueId })
  | (Base & { readonly kind: 'ListExtend' | 'SetUpdate' | 'DictUpdate'; readonly container: ValueId; readonly item: ValueId })
  /** As DictUpdate, for `**kwargs` of a call: raises TypeError on a repeated key; `callee` for the message. */
  | (Base & { readonly kind: 'DictMerge'; readonly container: ValueId; readonly item: ValueId; readonly callee: ValueId })
  | (Base & { readonly kind: 'DictSet'; readonly container: ValueId; readonly key: ValueId; readonly value: ValueId })
  /** The tuple of the items of a list that nothing else uses. */
  | (Base & { readonly kind: 'ListToTuple'; readonly list: ValueId })
  /** An f-string: all pieces are str (FormatValue or Constant). */
  | (Base & { readonly kind: 'BuildString'; readonly pieces: readonly ValueId[] })
  | (Base & { readonly kind: 'FormatValue'; readonly value: ValueId; readonly conversion: '' | 's' | 'r' | 'a'; readonly spec: ValueId | null })
  /** args: positional, then the values of the keywords. */
  | (Base & { readonly kind: 'Call'; readonly callee: ValueId; readonly args: readonly ValueId[]; readonly keywords: readonly string[] })
  /** Before arguments that may have effects: what `object.name` is, or the no-value if it is a method of the class, to be called by name. */
  | (Base & { readonly kind: 'FindMethod'; readonly object: ValueId; readonly name: string })
  /** object.name(args). `found`: by FindMethod, and consumed here. */
  | (Base & {
      readonly kind: 'CallMethod';
      readonly object: ValueId;
      readonly name: string;
      readonly found: ValueId | null;
      readonly args: readonly ValueId[];
      readonly keywords: readonly string[];
    })
  /** type(object).name(object, args): __enter__, __exit__ and the like; AttributeError/TypeError texts as CPython's `with`. */
  | (Base & { readonly kind: 'CallSpecial'; readonly object: ValueId; readonly name: string; readonly args: readonly ValueId[] })
  /** callee(*args, **kwargs): args is a tuple, kwargs a dict or null. */
  | (Base & { readonly kind: 'CallStar'; readonly callee: ValueId; readonly args: ValueId; readonly kwargs: ValueId | null })
  | (Base & { readonly kind: 'GetIter'; readonly iterable: ValueId })
  /** The next item; the no-value when exhausted, to be tested by HasValue at once. */
  | (Base & { readonly kind: 'Next'; readonly iterator: ValueId })
  /** bool. Is it other than the no-value? */
  | (Base & { readonly kind: 'HasValue'; readonly value: ValueId })
  /** bool. Is it other than the word 0 of an unbound variable? */
  | (Base & { readonly kind: 'IsBound'; readonly value: ValueId })
  /** Does nothing: the value (maybe the no-value) is alive until here. */
  | (Base & { readonly kind: 'Keep'; readonly value: ValueId })
  /** A tuple of exactly `count` items, or ValueError/TypeError. */
  | (Base & { readonly kind: 'Unpack'; readonly value: ValueId; readonly count: number })
  /** A tuple of before + 1 + after items; the middle one is a list. */
  | (Base & { readonly kind: 'UnpackStar'; readonly value: ValueId; readonly before: number; readonly after: number })
  /** Item `index` of the tuple that Unpack or UnpackStar gave. */
  | (Base & { readonly kind: 'TupleItem'; readonly tuple: ValueId; readonly index: number })
  /** defaults: of the last positional parameters; kwdefaults: by name. cells[i] is the cell for freeVariables[i]. */
  | (Base & {
      readonly kind: 'MakeFunction';
      readonly function: IrFunction;
      readonly defaults: readonly ValueId[];
      readonly kwdefaultNames: readonly string[];
      readonly kwdefaults: readonly ValueId[];
      readonly cells: readonly ValueId[];
    })
  /**
   * The class statement, after its body has filled `namespace`. keywords: names, with values at the end of `args`; args: the bases first.
   * `prepared`: bases and keywords are values, a tuple and a dict, in `args`.
   */
  | (Base & {
      readonly kind: 'MakeClass';
      readonly info: ClassInfo;
      readonly args: readonly ValueId[];
      readonly keywords: readonly string[];
      readonly namespace: ValueId;
      readonly prepared: boolean;
    })
  /** raise exception [from cause]; both null: re-raise what is being handled. Always raises: an Unreachable or JumpUnlessRaised follows. */
  | (Base & { readonly kind: 'Raise'; readonly exception: ValueId | null; readonly cause: ValueId | null })
  /** First in a handler block: the pending exception becomes the one being handled. The result is what was handled before (maybe the no-value), for LeaveHandler. */
  | (Base & { readonly kind: 'EnterHandler' })
  /** The exception being handled. */
  | (Base & { readonly kind: 'HandledException' })
  | (Base & { readonly kind: 'LeaveHandler'; readonly previous: ValueId })
  /** bool. Does the exception belong to the class or tuple of classes? TypeError for what is neither. */
  | (Base & { readonly kind: 'MatchException'; readonly exception: ValueId; readonly type: ValueId })
  /** Makes the exception pending again, without a new traceback entry; an Unwind follows (after LeaveHandler). */
  | (Base & { readonly kind: 'SetPending'; readonly exception: ValueId })
  /** Suspends; the result is what `send` gave. */
  | (Base & { readonly kind: 'Yield'; readonly value: ValueId })
  /** One step of `yield from`: the value to yield on, or the no-value when the delegate has ended (then DelegateResult gives its result). sent: what Yield gave. */
  | (Base & { readonly kind: 'DelegateNext'; readonly iterator: ValueId; readonly sent: ValueId })
  | (Base & { readonly kind: 'DelegateResult' })
  /** A function of the runtime that takes values and gives one, where nothing more is to be known of it. */
  | (Base & { readonly kind: 'CallHelper'; readonly helper: HelperName; readonly args: readonly ValueId[] })
  /** The names of one of the program's modules as a dict: the one that they live in, or a copy. */
  | (Base & { readonly kind: 'ModuleNamespace'; readonly module: string })
  /** Runs the module's body once and gives the module object. Built-in modules (lib/builtins) and the program's own. */
  | (Base & { readonly kind: 'ImportModule'; readonly name: string })
  /** A member of a built-in module, known to exist. */
  | (Base & { readonly kind: 'LoadModuleMember'; readonly module: string; readonly name: string });

export type GenericKind = GenericInstruction['kind'];
