/**
 * The loaded addon `build/native/irbuilder.node`: everything of llvm-bindings, and `ext`, our additions.
 * All IR is built in one thread; wrappers of a disposed module or context must not be used again.
 */
import type * as llvm from 'llvm-bindings';

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

  writeBitcode(module: llvm.Module): Buffer;
  printModule(module: llvm.Module): string;
  /** The text of the errors, or null where the module is well formed. */
  verifyModule(module: llvm.Module): string | null;
  /** The text, and a NUL, in a section of its own, which the linker keeps. */
  embedSection(module: llvm.Module, section: string, text: string): void;
  disposeModule(module: llvm.Module): void;
  /** After its modules. */
  disposeContext(context: llvm.LLVMContext): void;
}

export type IrBuilder = typeof llvm & { readonly ext: Extension };
