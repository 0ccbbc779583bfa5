/** The tables of whole-program inference. A context is a function together with the types of the arguments that reach it. */
import type { BlockId, ValueId } from '../base/ids.js';
import type { ClassInfo, IrFunction, IrProgram, Phi } from '../ir/function.js';
import type { ConstantData, GenericInstruction } from '../ir/generic.js';
import type { Site, Type } from '../types/type.js';

export interface Context {
  readonly fn: IrFunction;
  /** Made for callers that nobody knows. */
  escaped: boolean;
  readonly key: string;
  readonly number: number;
  readonly shape: FunctionShape;
  /** Joined over all calls, with ranges. */
  parameters: Type[];
  readonly parameterGrowth: number[];
  /** By ValueId. */
  readonly types: Type[];
  readonly growth: Map<ValueId, number>;
  readonly reached: Set<BlockId>;
  /** Its element is the joined type of what is returned. */
  readonly result: Site;
  /** Operations that run a known function of the program. */
  readonly calls: Map<ValueId, KnownCall>;
  /** Method calls on one of several classes: what each of them runs. */
  readonly dispatches: Map<ValueId, readonly Dispatch[]>;
  /** FindMethods: the types of objects that certainly have the method, in their class. */
  readonly methods: Map<ValueId, readonly Type[]>;
  readonly sites: Map<ValueId, Site>;
  queued: boolean;
}

/** Facts of a generic function that every context of it uses. */
export interface FunctionShape {
  readonly order: readonly BlockId[];
  readonly definition: ReadonlyMap<ValueId, GenericInstruction | Phi>;
  /** Bounds at which widening stops: the function's constants and their neighbours, in ascending order. */
  readonly landmarks: readonly bigint[];
}

export type BoundArgument =
  /** as: the type that a test of the object has shown. */
  | { readonly kind: 'value'; readonly id: ValueId; readonly as?: Type }
  | { readonly kind: 'constant'; readonly value: ConstantData }
  | { readonly kind: 'tuple'; readonly items: readonly ValueId[] }
  /** The new instance of `construct`. */
  | { readonly kind: 'self' };

export interface KnownCall {
  /** null: a class without __init__. */
  readonly context: Context | null;
  readonly args: readonly BoundArgument[];
  /** An instance of that class is made first and is the result. */
  readonly construct: ClassInfo | null;
  /** Where the function object is found if the function has free variables: a value, or null for the static cell of a method. */
  readonly closure: ValueId | null;
}

export interface Dispatch {
  readonly type: Type;
  readonly call: KnownCall;
}

export interface Analysis {
  readonly program: IrProgram;
  readonly contexts: Map<string, Context>;
  readonly contextsOf: Map<IrFunction, Context[]>;
  readonly queue: Context[];
  readonly shapes: Map<IrFunction, FunctionShape>;
  readonly globals: Map<string, Site>;
  readonly attributes: Map<string, Site>;
  /** What is known of slots that hold doubles, by `class.attribute`. */
  readonly floatSlots: Map<string, boolean>;
  readonly bases: Map<ClassInfo, readonly ClassInfo[] | null>;
  readonly metaFor: Map<IrFunction, ClassInfo>;
  /** Functions that stand in the bodies of classes, static methods and class methods too. */
  readonly ofClasses: ReadonlySet<IrFunction>;
  /** Functions whose objects were made in reached code. */
  readonly made: Map<
    IrFunction,
    {
      readonly cells: readonly Type[];
      readonly defaults: readonly (ConstantData | null)[];
      readonly kwdefaults: ReadonlyMap<string, ConstantData | null>;
    }
  >;
  /** The contexts that calls from outside the program are expected to take. */
  readonly exported: Map<IrFunction, Context>;
  readonly yields: Map<IrFunction, Site>;
  readonly cellTypes: Map<IrFunction, Type[]>;
  /** Attribute names that some statement of the program assigns or deletes, whatever the object. */
  readonly assignedNames: ReadonlySet<string>;
  /** Class statements that run at most once, so that the class is known by its static cell. */
  readonly staticClasses: ReadonlySet<ClassInfo>;
}
