/** What lowering carries along, and how it makes instructions and blocks. */
import type { Diagnostics } from '../base/diagnostic.js';
import type { BlockId, ValueId } from '../base/ids.js';
import type { SourceFile, Span } from '../base/source.js';
import type { Scope, Scopes, Variable } from '../analysis/scopes.js';
import {
  newBlock,
  newValue,
  type Block,
  type ClassInfo,
  type GlobalInfo,
  type InlinedFrame,
  type IrFunction,
  type PlacedSpan,
  type Terminator,
} from '../ir/function.js';
import type { ConstantData, GenericInstruction } from '../ir/generic.js';
import { genericMayRaise } from '../ir/generic-info.js';
import { successors } from '../ir/op-info.js';
import { SsaBuilder } from '../ir/ssa-builder.js';
import type { Module, Statement } from '../syntax/ast.js';

export interface ParsedModule {
  /** Dotted; the entry module is `__main__`. */
  readonly name: string;
  readonly source: SourceFile;
  readonly tree: Module;
  readonly isPackage: boolean;
  /** One of the compiler's own (lib/stdlib), reduced to what the program can reach. */
  readonly isStandard?: boolean;
  /** Standard modules: the program may use the module as a value, so that all its names can be read. */
  readonly isHeld?: boolean;
}

/** Which built-in functions, types and modules exist (lib/builtins/names.generated.ts; tests bring their own). */
export interface KnownNames {
  readonly builtins: ReadonlySet<string>;
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ProgramContext {
  readonly problems: Diagnostics;
  readonly known: KnownNames;
  readonly modules: ReadonlyMap<string, ModuleContext>;
  readonly functions: IrFunction[];
  readonly classes: ClassInfo[];
  /** How often a symbol was asked for. */
  readonly symbols: Map<string, number>;
  /** Some class defines __init_subclass__, __set_name__ or has a metaclass: making a class may run the program's code. */
  hasClassHooks: boolean;
  readonly abstractMethods: Map<Variable, readonly string[]>;
  /** `setattr` or `delattr` occurs. */
  setsAttributes: boolean;
  /** Objects may change their class, so that no class has a layout of its own. */
  readonly setsClasses: boolean;
  /** The death of an object may run code of the program (lifetimes.ts). */
  readonly hasFinalizers: boolean;
  /** The program looks at bases of classes, where `Generic` and the like show. */
  readonly listsBases: boolean;
  /** `__prepare__` or `__mro_entries__` occurs. */
  readonly preparesClasses: boolean;
  /** The program may list what is in its classes, so that they have `__firstlineno__` and `__static_attributes__`. */
  readonly listsClasses: boolean;
  /** `__type_params__`, `__bound__` or `__constraints__` occurs. */
  readonly readsTypeParameters: boolean;
  /** Generators may delegate to coroutines. */
  readonly hasCoroutines: boolean;
  /** `__annotations__` occurs. */
  readonly readsAnnotations: boolean;
  /** Bodies still to be lowered. */
  readonly pending: (() => void)[];
}

export interface ModuleContext {
  readonly program: ProgramContext;
  readonly parsed: ParsedModule;
  readonly scopes: Scopes;
  readonly docstring: string | null;
  readonly globals: Map<string, GlobalInfo>;
  /** Names that certainly mean a module wherever they are read: bound early, by an import only. */
  readonly aliases: Map<string, string>;
  /** Variables that only `import typing` and the like bind: the module. */
  readonly harmless: Map<Variable, string>;
  /** Variables that only `from typing import …` binds: the member. */
  readonly typingNames: Map<Variable, string>;
}

/** Around the statement being lowered: what leaving it by return, break, continue must do. */
export type Enclosure = { readonly outer: Enclosure | null; readonly outerHandler: BlockId | null } & (
  /** iterator: what is dropped when the loop is left. */
  | { readonly kind: 'loop'; readonly breakTarget: Block; readonly continueTarget: Block; readonly iterator: ValueId | null; readonly span: Span }
  | { readonly kind: 'handler'; readonly previous: ValueId; readonly name: string | null; readonly span: Span }
  | { readonly kind: 'finally'; readonly body: readonly Statement[] }
  | { readonly kind: 'with'; readonly isAsync: boolean; readonly manager: ValueId; readonly span: Span }
);

export interface FunctionContext {
  readonly module: ModuleContext;
  readonly fn: IrFunction;
  readonly ssa: SsaBuilder<string>;
  /** The function's or module's own scope. */
  readonly frame: Scope;
  /** The scope of the code being lowered: the frame, or a class or comprehension in it. */
  scope: Scope;
  block: Block;
  /** Nothing reaches the current block. */
  dead: boolean;
  /** Where a raised exception goes; null: out of the function. */
  handler: BlockId | null;
  enclosure: Enclosure | null;
  /** A handler here takes what a failing import raises: a module that CPython hasn't either raises, and isn't refused. */
  expectsImportErrors: boolean;
  /** The generator expression being lowered in place. */
  inlined: InlinedFrame | null;
  /** Own variables that live in cells. */
  readonly cells: Map<Variable, ValueId>;
  /** The namespace of each class body being lowered: a dict, or any mapping for those in `prepared`. */
  readonly namespaces: Map<Scope, ValueId>;
  readonly prepared: Set<Scope>;
  readonly producers: Map<ValueId, GenericInstruction>;
  /** Of the innermost class or function being lowered. */
  qualname: string;
  unbound: ValueId | null;
  depth: number;
  temporaries: number;
}

type WithoutBase<I> = I extends unknown ? Omit<I, 'result' | 'span'> : never;
export type NewInstruction = WithoutBase<GenericInstruction>;

export function newFunctionContext(module: ModuleContext, fn: IrFunction, frame: Scope): FunctionContext {
  const ssa = new SsaBuilder<string>(fn, { rep: () => 'value', undefinedValue: () => unboundValue(ctx), span: fn.span, placed: (key, phi) => nameMade(fn, key, phi) });
  const ctx: FunctionContext = {
    module,
    fn,
    ssa,
    frame,
    scope: frame,
    block: fn.blocks.get(fn.entry)!,
    dead: false,
    handler: null,
    enclosure: null,
    expectsImportErrors: false,
    inlined: null,
    cells: new Map(),
    namespaces: new Map(),
    prepared: new Set(),
    producers: new Map(),
    qualname: fn.qualname,
    unbound: null,
    depth: 0,
    temporaries: 0,
  };
  ssa.seal(fn.entry);
  return ctx;
}

/** The one no-value of the function, made in its entry block. */
export function unboundValue(ctx: FunctionContext): ValueId {
  if (ctx.unbound === null) {
    const result = newValue(ctx.fn);
    const instruction: GenericInstruction = {
      kind: 'Unbound',
      result,
      span: { start: ctx.fn.span.start, end: ctx.fn.span.start },
    };
    ctx.fn.blocks.get(ctx.fn.entry)!.instructions.unshift(instruction);
    ctx.producers.set(result, instruction);
    ctx.unbound = result;
  }
  return ctx.unbound;
}

export function emit(ctx: FunctionContext, span: Span, instruction: NewInstruction): ValueId {
  const result = newValue(ctx.fn);
  const { start, end } = span;
  const place: PlacedSpan = ctx.inlined === null ? { start, end } : { start, end, within: ctx.inlined };
  const complete = { ...instruction, result, span: place } as GenericInstruction;
  ctx.block.instructions.push(complete);
  ctx.producers.set(result, complete);
  if (ctx.handler !== null && genericMayRaise(complete)) {
    const next = newBlock(ctx.fn);
    terminate(ctx, { kind: 'JumpUnlessRaised', target: next.id, handler: ctx.handler });
    enterBlock(ctx, next);
  }
  return result;
}

export function emitConstant(ctx: FunctionContext, span: Span, value: ConstantData): ValueId {
  return emit(ctx, span, { kind: 'Constant', value });
}

export function emitNone(ctx: FunctionContext, span: Span): ValueId {
  return emitConstant(ctx, span, { type: 'None' });
}

export function emitString(ctx: FunctionContext, span: Span, value: string): ValueId {
  return emitConstant(ctx, span, { type: 'str', value });
}

export function emitBuiltin(ctx: FunctionContext, span: Span, name: string): ValueId {
  return emit(ctx, span, { kind: 'LoadBuiltin', name });
}

/** Ends the current block; what follows is dead until a block is entered. */
export function terminate(ctx: FunctionContext, terminator: Terminator): void {
  if (!ctx.dead) {
    ctx.block.terminator = terminator;
    for (const target of successors(terminator)) ctx.ssa.addPredecessor(target, ctx.block.id);
  }
  ctx.block = newBlock(ctx.fn);
  ctx.ssa.seal(ctx.block.id);
  ctx.dead = true;
}

export function jump(ctx: FunctionContext, target: Block): void {
  terminate(ctx, { kind: 'Jump', target: target.id });
}

/** Continues in a block all of whose predecessors are known. */
export function enterBlock(ctx: FunctionContext, block: Block): void {
  ctx.ssa.seal(block.id);
  continueIn(ctx, block);
}

/** Continues in a block that may get more predecessors later: a loop's head. Dead code stays dead, whatever jumps back to it. */
export function continueIn(ctx: FunctionContext, block: Block): void {
  if (ctx.dead) ctx.fn.blocks.delete(ctx.block.id);
  ctx.block = block;
  ctx.dead = ctx.ssa.predecessorsOf(block.id).length === 0;
}

/** A variable of the compiler's own, for a value that arrives on several ways. */
export function newTemporary(ctx: FunctionContext): string {
  return `%${ctx.temporaries++}`;
}

export function writeVariable(ctx: FunctionContext, key: string, value: ValueId): void {
  ctx.ssa.write(key, ctx.block.id, value);
  if (!isVisible(key)) return;
  const { copied, made } = ctx.fn.valueNames;
  const known = made.get(value);
  const last = ctx.block.instructions.at(-1)?.result;
  if (known === undefined) made.set(value, key);
  else if (known !== key && last !== undefined) copied.set(last, [...(copied.get(last) ?? []), { name: key, value }]);
}

/** Debuggers know variables of functions, but not those of comprehensions, nor the compiler's own. */
const isVisible = (key: string): boolean => /^[^%<.@]+$/.test(key);

function nameMade({ valueNames }: IrFunction, key: string, value: ValueId): void {
  if (isVisible(key)) valueNames.made.set(value, key);
}

export function readVariable(ctx: FunctionContext, key: string): ValueId {
  return ctx.ssa.read(key, ctx.block.id);
}
