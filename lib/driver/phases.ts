/** Until the phases are there: a program that prints its own name. */
import type { IrProgram } from '../ir/function.js';
import { loadIrBuilder } from './installation.js';
import type { CompileOptions } from './options.js';
import type { Target } from './targets.js';

export const specialise = (program: IrProgram, _options: CompileOptions): IrProgram => program;
export const printTypes = (_program: IrProgram): string => '';
export const printIr = (_program: IrProgram): string => '';
export const emitLlvm = (program: IrProgram, _target: Target, _options: CompileOptions): Buffer => emitGreeting(program.modules[0]!.source.name);

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
