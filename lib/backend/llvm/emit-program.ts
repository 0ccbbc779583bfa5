/**
 * A typed program as LLVM bitcode: its functions, the static data they need, its modules, and `main`.
 * The same program gives the same bytes.
 */
import { assert } from '../../base/assert.js';
import type { TypedModule, TypedProgram } from '../../ir/program.js';
import { generalSymbol, globalSymbol } from '../../ir/program.js';
import type { IrBuilder } from '../../../native/irbuilder/irbuilder.js';
import {
  call,
  createEmission,
  declare,
  disposeEmission,
  i64,
  nullPointer,
  symbolAddress,
  type Declared,
  type Emission,
  type LlvmFunction,
  type LlvmValue,
} from './emission.js';
import { emitFunction } from './emit-function.js';
import { callHelper } from './helpers.js';
import { runGeneral, sourceOf } from './program-data.js';
import { arrayOfPointers, constantValue, defineStruct, staticStr, staticText } from './static-data.js';
import { declareVersion } from './version.js';
import type * as llvm from 'llvm-bindings';

export interface EmitOptions {
  readonly triple: string;
  readonly dataLayout: string;
  /** Check the module with LLVM's verifier. */
  readonly verify?: boolean;
  /** A Node module, with these signatures, instead of a program with a `main`. */
  readonly signatures?: string | undefined;
}

export function emitLlvm(irBuilder: IrBuilder, program: TypedProgram, options: EmitOptions): Buffer {
  const e = emitModule(irBuilder, program, options);
  const bitcode = irBuilder.ext.writeBitcode(e.module);
  disposeEmission(e);
  return bitcode;
}

/** The same as text, for people. */
export function printLlvm(irBuilder: IrBuilder, program: TypedProgram, options: EmitOptions): string {
  const e = emitModule(irBuilder, program, options);
  const text = irBuilder.ext.printModule(e.module);
  disposeEmission(e);
  return text;
}

function emitModule(irBuilder: IrBuilder, program: TypedProgram, options: EmitOptions): Emission {
  const e = createEmission(irBuilder, program, options.triple, options.dataLayout);
  const modules = program.modules.map((module) => defineModule(e, module));
  for (const fn of program.functions) emitFunction(e, fn);
  defineModuleList(e, modules);
  if (options.signatures === undefined) emitMain(e, modules[0]!);
  else emitNodeModule(e, options.signatures);
  if (options.verify === true) {
    const errors = irBuilder.ext.verifyModule(e.module);
    assert(errors === null, `broken LLVM module: ${errors}`);
  }
  return e;
}

/** The RtModuleDef, under the symbol `module.NAME`. */
function defineModule(e: Emission, module: TypedModule): llvm.Constant {
  const { name, source, body, globals } = module.module;
  const cells = [...globals.keys()].flatMap((global) => [
    staticStr(e, global),
    symbolAddress(e, globalSymbol(name, global)) as llvm.Constant,
  ]);
  const table = cells.length === 0 ? nullPointer(e) : defineStruct(e, `globals.${name}`, true, [arrayOfPointers(e, cells)]);
  const definition = defineStruct(e, `module.${name}`, false, [
    staticText(e, name),
    sourceOf(e, source),
    body.docstring === null ? nullPointer(e) : staticText(e, body.docstring),
    bodyThunk(e, module) as unknown as llvm.Constant,
    i64(e, 0),
    i64(e, globals.size),
    table,
  ]);
  e.statics.set(`module.${name}`, definition);
  return definition;
}

/** RtModuleDef.body: runs the module; None, or 0 when it has raised. */
function bodyThunk(e: Emission, { module, fastBody }: TypedModule): LlvmFunction {
  const { fn } = declare(e, `${module.body.symbol}.run`, e.types.i64, [e.types.ptr, e.types.ptr]);
  e.llvm.ext.setLinkage(fn, 'internal');
  e.builder.SetInsertPoint(e.llvm.BasicBlock.Create(e.context, 'entry', fn));
  const fast = fastBody === null ? undefined : e.versions.get(fastBody.symbol);
  if (fast !== undefined) e.builder.CreateRet(runFast(e, declareVersion(e, fast), fast.version.fails));
  else {
    const general = e.versions.get(generalSymbol(module.body));
    assert(general !== undefined, `module ${module.name} has no body`);
    e.builder.CreateRet(runGeneral(e, general, [nullPointer(e), nullPointer(e)]));
  }
  return fn;
}

function runFast(e: Emission, body: Declared, fails: boolean): LlvmValue {
  const { builder, llvm, types } = e;
  const none = constantValue(e, { type: 'None' });
  const result = call(e, body, []);
  llvm.ext.setCallingConv(result, 'fast');
  if (!fails) return none;
  const isRaised = builder.CreateICmpEQ(builder.CreateExtractValue(result, [1]), llvm.ext.constInt(e.context, 64, 1n));
  return builder.CreateSelect(isRaised, i64(e, 0), builder.CreatePtrToInt(symbolAddress(e, 'rt_none_object'), types.i64));
}

function defineModuleList(e: Emission, modules: readonly llvm.Constant[]): void {
  const list = arrayOfPointers(e, [...modules, nullPointer(e)]);
  const linkage = e.llvm.Function.LinkageTypes.ExternalLinkage;
  const variable = new e.llvm.GlobalVariable(e.module, list.getType(), true, linkage, list, 'tauraro_modules');
  e.statics.set('tauraro_modules', variable);
}

/** int main(int, char **): rt_main runs the entry module. */
function emitMain(e: Emission, entry: llvm.Constant): void {
  const { types, builder, llvm } = e;
  const program = declare(e, 'tauraro.program', types.i64, []);
  llvm.ext.setLinkage(program.fn, 'internal');
  builder.SetInsertPoint(llvm.BasicBlock.Create(e.context, 'entry', program.fn));
  const module = call(e, declare(e, 'rt_import_module', types.i64, [types.ptr]), [entry]);
  callHelper(e, 'decref.maybe', module);
  builder.CreateRet(module);
  const main = declare(e, 'main', types.i32, [types.i32, types.ptr]);
  builder.SetInsertPoint(llvm.BasicBlock.Create(e.context, 'entry', main.fn));
  const start = declare(e, 'rt_main', types.i32, [types.i32, types.ptr, types.ptr, types.ptr]);
  builder.CreateRet(call(e, start, [main.fn.getArg(0), main.fn.getArg(1), program.fn, defineTeardown(e)]));
}

/** What native/node expects of the program: the signatures of its functions, and what releases its cells. */
function emitNodeModule(e: Emission, signatures: string): void {
  const { ExternalLinkage } = e.llvm.Function.LinkageTypes;
  const text = e.llvm.ext.constBytes(e.context, Buffer.from(`${signatures}\0`, 'utf8'));
  new e.llvm.GlobalVariable(e.module, text.getType(), true, ExternalLinkage, text, 'tauraro_signatures');
  const teardown = defineTeardown(e);
  const pointer = new e.llvm.GlobalVariable(e.module, e.types.ptr, true, ExternalLinkage, teardown as unknown as llvm.Constant, 'tauraro_teardown');
  e.statics.set('tauraro_teardown', pointer);
}

/** void(void): releases what the program's cells still hold. Globals become None, as CPython leaves them for finalizers that still run. */
function defineTeardown(e: Emission): LlvmFunction {
  const { types, builder, llvm } = e;
  const { fn } = declare(e, 'tauraro.teardown', types.void, []);
  llvm.ext.setLinkage(fn, 'internal');
  llvm.ext.addFnAttr(fn, 'optsize');
  const place = builder.GetInsertBlock();
  builder.SetInsertPoint(llvm.BasicBlock.Create(e.context, 'entry', fn));
  const globals = new Set([...e.statics].filter(([name]) => name.startsWith('global.')).map(([, variable]) => variable));
  const none = builder.CreatePtrToInt(symbolAddress(e, 'rt_none_object'), types.i64);
  for (const cell of e.cells) {
    const value = builder.CreateLoad(types.i64, cell);
    builder.CreateStore(globals.has(cell) ? none : i64(e, 0), cell);
    callHelper(e, 'decref.maybe.cold', value);
  }
  builder.CreateRetVoid();
  if (place !== null) builder.SetInsertPoint(place);
  return fn;
}
