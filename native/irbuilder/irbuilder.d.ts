/**
 * The loaded addon `build/native/irbuilder.node`: everything of llvm-bindings, and `ext`, our additions.
 * All IR is built in one thread; wrappers of a disposed module or context must not be used again.
 */
import type * as llvm from 'llvm-bindings';

export type CallingConv = 'c' | 'fast' | 'cold' | 'preserve_most' | 'preserve_all' | 'tail';
export type Linkage = 'external' | 'internal' | 'private' | 'weak' | 'weak_odr' | 'linkonce_odr' | 'available_externally';

/** Plays recordings onto one module; see player.h. */
export interface PlayerHandle {
  readonly __tag: 'Player';
}

export interface Extension {
  createPlayer(module: llvm.Module): PlayerHandle;
  /** The first `length` words are operations of opcodes.def; afterwards there are `values` values. An Error where they can't be played. */
  play(player: PlayerHandle, words: Int32Array, length: number, values: number): void;
  /** The number of the type, and of the scope of debug locations, in what is played from here on. */
  importType(player: PlayerHandle, type: llvm.Type): number;
  importScope(player: PlayerHandle, scope: llvm.DILocalScope): number;

  /** Before the first type of the context is made; every pointer is then `ptr`. */
  enableOpaquePointers(context: llvm.LLVMContext): void;
  getPtrType(context: llvm.LLVMContext): llvm.PointerType;

  /** Two's complement in `bits` bits, any width; exact. */
  constInt(context: llvm.LLVMContext, bits: number, value: bigint): llvm.ConstantInt;
  /** Exact, with the sign of zero; every NaN is the quiet one. */
  constDouble(context: llvm.LLVMContext, value: number): llvm.ConstantFP;
  /** An array of i8. */
  constBytes(context: llvm.LLVMContext, bytes: Uint8Array): llvm.Constant;
  /** An array of i64. */
  constWords(context: llvm.LLVMContext, words: BigInt64Array): llvm.Constant;

  setCallingConv(target: llvm.Function | llvm.CallInst | llvm.Value, convention: CallingConv): void;
  setLinkage(global: llvm.GlobalValue | llvm.Value, linkage: Linkage): void;
  setVisibility(global: llvm.GlobalValue | llvm.Value, visibility: 'default' | 'hidden' | 'protected'): void;
  setUnnamedAddr(global: llvm.GlobalValue | llvm.Value): void;
  setDsoLocal(global: llvm.GlobalValue | llvm.Value, local: boolean): void;
  setConstant(global: llvm.GlobalVariable | llvm.Value, constant: boolean): void;
  /** Of a global, function, load, store or alloca; a power of two. */
  setAlignment(target: llvm.Value, bytes: number): void;

  /** An enum attribute (`nounwind`, `cold`, `readonly`), one with a number (`align`), or, with a string value or an unknown name, a string attribute. */
  addFnAttr(fn: llvm.Function | llvm.Value, name: string, value?: string | number): void;
  addParamAttr(target: llvm.Function | llvm.CallInst | llvm.Value, index: number, name: string, value?: string | number): void;
  addReturnAttr(target: llvm.Function | llvm.CallInst | llvm.Value, name: string, value?: string | number): void;
  addCallAttr(call: llvm.CallInst | llvm.Value, name: string, value?: string | number): void;

  setTailCall(call: llvm.CallInst | llvm.Value, kind: 'tail' | 'musttail' | 'notail'): void;
  /** Of a conditional branch, switch (default first) or select. */
  setBranchWeights(target: llvm.Instruction | llvm.Value, weights: readonly number[]): void;
  /** Accesses under different names never alias; accesses without a name, and those of the C runtime, may alias all. */
  setTbaa(access: llvm.Instruction | llvm.Value, typeName: string): void;
  setInvariantLoad(load: llvm.LoadInst | llvm.Value): void;
  /** The result of a load or call lies in [low, high), as signed numbers; high may wrap. */
  setRange(target: llvm.Instruction | llvm.Value, low: bigint, high: bigint): void;
  /** Does nothing where the builder has folded the operation to a constant; so does `setExact`. */
  setNoWrap(operation: llvm.Value, unsigned: boolean, signed: boolean): void;
  setExact(operation: llvm.Value): void;
  setVolatile(access: llvm.Value): void;

  setInsertPointBefore(builder: llvm.IRBuilder, instruction: llvm.Instruction | llvm.Value): void;
  isTerminated(block: llvm.BasicBlock): boolean;
  /** Line and column are one-based; a null scope clears the location. */
  setDebugLoc(instruction: llvm.Value, line: number, column: number, scope: llvm.DILocalScope | null): void;
  /** The same for every instruction that the builder makes from here on. */
  setBuilderDebugLoc(builder: llvm.IRBuilder, line: number, column: number, scope: llvm.DILocalScope | null): void;

  writeBitcode(module: llvm.Module): Buffer;
  printModule(module: llvm.Module): string;
  printValue(value: llvm.Value): string;
  /** The text of the errors, or null where the module is well formed. */
  verifyModule(module: llvm.Module): string | null;
  disposeModule(module: llvm.Module): void;
  /** After its modules. */
  disposeContext(context: llvm.LLVMContext): void;
}

export type IrBuilder = typeof llvm & { readonly ext: Extension };
