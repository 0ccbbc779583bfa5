/** The compiler's phases, loaded when a compilation begins: commands that compile nothing start without them. */
import type { Diagnostics } from '../base/diagnostic.js';
import type { SourceFile } from '../base/source.js';
import type { Module } from '../syntax/ast.js';
import type { ParsedModule } from '../lower/context.js';
import { loadIrBuilder } from './installation.js';
import type { CompileOptions } from './options.js';
import type { Target } from './targets.js';

export interface Phases {
  decodeSource(bytes: Uint8Array, name: string, problems: Diagnostics): SourceFile | null;
  parseModule(source: SourceFile, problems: Diagnostics): Module;
  printAst(tree: Module): string;
  compileToIr(modules: readonly ParsedModule[], options: CompileOptions, problems: Diagnostics): unknown;
  printTypes(program: unknown): string;
  printIr(program: unknown): string;
  /** Bitcode with `main` in it. */
  emitLlvm(program: unknown, target: Target, options: CompileOptions): Buffer;
}

export async function loadPhases(): Promise<Phases> {
  const [{ decodeSource }, { parseModule }, { printAst }] = await Promise.all([
    import('../syntax/decode.js'),
    import('../syntax/parse.js'),
    import('../syntax/print-ast.js'),
  ]);
  return {
    decodeSource,
    parseModule,
    printAst,
    compileToIr: (modules) => modules,
    printTypes: () => '',
    printIr: () => '',
    emitLlvm: (program) => emitGreeting((program as ParsedModule[])[0]!.source.name),
  };
}

/** Until the phases are there: a program that prints its own name. */
function emitGreeting(name: string): Buffer {
  const llvm = loadIrBuilder();
  const context = new llvm.LLVMContext();
  llvm.ext.enableOpaquePointers(context);
  const module = new llvm.Module('program', context);
  const builder = new llvm.IRBuilder(context);
  const main = llvm.Function.Create(llvm.FunctionType.get(builder.getInt32Ty(), [], false), llvm.Function.LinkageTypes.ExternalLinkage, 'main', module);
  builder.SetInsertPoint(llvm.BasicBlock.Create(context, 'entry', main));
  const puts = module.getOrInsertFunction('puts', llvm.FunctionType.get(builder.getInt32Ty(), [llvm.ext.getPtrType(context)], false));
  builder.CreateCall(puts, [builder.CreateGlobalStringPtr(name)]);
  builder.CreateRet(builder.getInt32(0));
  const bitcode = llvm.ext.writeBitcode(module);
  llvm.ext.disposeModule(module);
  llvm.ext.disposeContext(context);
  return bitcode;
}
