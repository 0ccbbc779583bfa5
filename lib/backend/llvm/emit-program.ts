/**
 * A typed program as LLVM bitcode, in one unit or several: its functions, the static data they need, its modules, and `main`.
 * The same program gives the same bytes.
 */
import { assert } from '../../base/assert.js';
import type { TypedModule, TypedProgram } from '../../ir/program.js';
import { generalSymbol, globalSymbol } from '../../ir/program.js';
import type { IrBuilder } from '../../../native/irbuilder/irbuilder.js';
import { countCalls, isInlined } from '../shared/versions.js';
import type { LlvmConstant, LlvmFunction, LlvmValue } from './builder.js';
import {
  call,
  createEmission,
  createProgram,
  declare,
  disposeEmission,
  i32,
  i64,
  sharedData,
  symbolAddress,
  type Emission,
  type EmittedProgram,
} from './emission.js';
import { embedDebuggerScript } from './debug-info.js';
import { emitDirectCalls } from './direct-calls.js';
import { emitFunction } from './emit-function.js';
import { callHelper } from './helpers.js';
import { runGeneral, sourceOf } from './program-data.js';
import { arrayOfPointers, constantValue, defineStruct, staticStr, staticText } from './static-data.js';
import { divide, wholeProgram, type Unit } from './units.js';
import { declareVersion } from './version.js';

export interface EmitOptions {
  readonly triple: string;
  readonly dataLayout: string;
  /** Check the module with LLVM's verifier. */
  readonly verify?: boolean;
  /** Debug information. */
  readonly debug?: boolean;
  /** What shows gdb our values, in Python: part of what has debug information. */
  readonly debuggerScript?: string | undefined;
  /** A Node module, with these signatures, instead of a program with a `main`. */
  readonly signatures?: string | undefined;
  /** What is asked of the processor when the program starts (native/runtime/cpu.c); none: nothing. */
  readonly cpu?: readonly { readonly name: string; readonly masks: readonly number[] }[];
}

/** The emission of a program, unit by unit, in the order of `units`. */
export interface ProgramEmission {
  readonly units: readonly Unit[];
  /** Bitcode; the unit's functions have been through the passes. */
  readonly emit: (unit: Unit) => Buffer;
}

/** `mayDivide`: several units, to be compiled side by side, if the program is large enough. */
export function startEmission(irBuilder: IrBuilder, typed: TypedProgram, options: EmitOptions, mayDivide: boolean): ProgramEmission {
  const calls = countCalls(typed.functions);
  const units = mayDivide ? divide(typed.functions, (fn) => isInlined({ calls }, fn)) : [wholeProgram(typed.functions)];
  const program = createProgram(irBuilder, typed, { ...options, isDivided: units.length > 1, debugFrom: debugFrom(typed, options) });
  const emit = (unit: Unit): Buffer => {
    const e = emitUnit(program, typed, unit, { ...options, isFirst: unit === units[0], isLast: unit === units.at(-1) });
    const bitcode = irBuilder.ext.writeBitcode(e.module);
    disposeEmission(e);
    return bitcode;
  };
  return { units, emit };
}

/** All of a program as text, for people. */
export function printLlvm(irBuilder: IrBuilder, typed: TypedProgram, options: EmitOptions): string {
  const program = createProgram(irBuilder, typed, { ...options, isDivided: false, debugFrom: debugFrom(typed, options) });
  const e = emitUnit(program, typed, wholeProgram(typed.functions), { ...options, isFirst: true, isLast: true });
  const text = irBuilder.ext.printModule(e.module);
  disposeEmission(e);
  return text;
}

const debugFrom = (typed: TypedProgram, { debug }: EmitOptions) => (debug === true ? typed.modules[0]!.module.source : undefined);

interface UnitOptions extends EmitOptions {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The first unit has the tables of the modules, the last what starts the program and what ends it. */
function emitUnit(program: EmittedProgram, typed: TypedProgram, unit: Unit, options: UnitOptions): Emission {
  const e = createEmission(program);
  if (options.isFirst) for (const module of typed.modules) defineModule(e, module);
  if (options.isFirst && options.debuggerScript !== undefined) embedDebuggerScript(e, options.debuggerScript);
  for (const fn of unit.functions) emitFunction(e, fn, unit.quality);
  for (const fn of unit.inlined) e.builder.SetLinkage(emitFunction(e, fn, unit.quality), 'available_externally');
  if (options.isLast) finishProgram(e, typed, options);
  e.builder.flush();
  e.debug?.di.finalize();
  if (options.verify === true) {
    const errors = program.llvm.ext.verifyModule(e.module);
    assert(errors === null, `broken LLVM module: ${errors}`);
  }
  return e;
}

function finishProgram(e: Emission, typed: TypedProgram, { signatures, cpu = [] }: EmitOptions): void {
  const modules = typed.modules.map((module) => symbolAddress(e, `module.${module.module.name}`));
  defineModuleList(e, modules);
  if (signatures === undefined) emitMain(e, modules[0]!, cpu);
  else emitNodeModule(e, typed, signatures);
}

/** The RtModuleDef, under the symbol `module.NAME`. */
function defineModule(e: Emission, module: TypedModule): void {
  const { name } = module.module;
  sharedData(
    e,
    `module.${name}`,
    () => `module.${name}`,
    (symbol) => defineStruct(e, symbol, false, moduleFields(e, module)),
  );
}

function moduleFields(e: Emission, module: TypedModule): LlvmConstant[] {
  const { name, source, body, globals } = module.module;
  const cells = [...globals.keys()].flatMap((global) => [
    staticStr(e, global),
    symbolAddress(e, globalSymbol(name, global)),
  ]);
  const table = cells.length === 0 ? e.nullPointer : defineStruct(e, `globals.${name}`, true, [arrayOfPointers(e, cells)]);
  return [
    staticText(e, name),
    sourceOf(e, source),
    body.docstring === null ? e.nullPointer : staticText(e, body.docstring),
    bodyThunk(e, module),
    i64(e, 0),
    i64(e, globals.size),
    table,
  ];
}

/** RtModuleDef.body: runs the module; None, or 0 when it has raised. */
function bodyThunk(e: Emission, { module, fastBody }: TypedModule): LlvmFunction {
  const fn = declare(e, `${module.body.symbol}.run`, e.types.i64, [e.types.ptr, e.types.ptr]);
  e.builder.SetLinkage(fn, 'internal');
  e.builder.SetInsertPoint(e.builder.CreateBlock(fn));
  const fast = fastBody === null ? undefined : e.program.versions.get(fastBody.symbol);
  if (fast !== undefined) e.builder.CreateRet(runFast(e, declareVersion(e, fast), fast.version.fails));
  else {
    const general = e.program.versions.get(generalSymbol(module.body));
    assert(general !== undefined, `module ${module.name} has no body`);
    e.builder.CreateRet(runGeneral(e, general, [e.nullPointer, e.nullPointer]));
  }
  return fn;
}

function runFast(e: Emission, body: LlvmFunction, fails: boolean): LlvmValue {
  const { builder, types } = e;
  const none = constantValue(e, { type: 'None' });
  const result = call(e, body, []);
  builder.SetCallingConv(result, 'fast');
  if (!fails) return none;
  const isRaised = builder.CreateICmpEQ(builder.CreateExtractValue(result, 1), i64(e, 1));
  return builder.CreateSelect(isRaised, i64(e, 0), builder.CreatePtrToInt(symbolAddress(e, 'rt_none_object'), types.i64));
}

function defineModuleList(e: Emission, modules: readonly LlvmConstant[]): void {
  const list = arrayOfPointers(e, [...modules, e.nullPointer]);
  e.builder.DefineGlobal('external', true, list, 'tauraro_modules');
}

/** int main(int, char **): rt_main runs the entry module. */
function emitMain(e: Emission, entry: LlvmConstant, cpu: NonNullable<EmitOptions['cpu']>): void {
  const { types, builder } = e;
  const program = declare(e, 'tauraro.program', types.i64, []);
  builder.SetLinkage(program, 'internal');
  builder.SetInsertPoint(builder.CreateBlock(program));
  const module = call(e, declare(e, 'rt_run_main', types.i64, [types.ptr]), [entry]);
  callHelper(e, 'decref.maybe', module);
  builder.CreateRet(module);
  const main = declare(e, 'main', types.i32, [types.i32, types.ptr]);
  builder.SetInsertPoint(builder.CreateBlock(main));
  if (cpu.length > 0) emitCpuCheck(e, main, cpu);
  const start = declare(e, 'rt_main', types.i32, [types.i32, types.ptr, types.ptr, types.ptr]);
  builder.CreateRet(call(e, start, [builder.GetArg(main, 0), builder.GetArg(main, 1), program, defineTeardown(e)]));
}

/** The first thing that `main` does: leave, if the processor isn't one that the rest is made for. */
function emitCpuCheck(e: Emission, main: LlvmFunction, cpu: NonNullable<EmitOptions['cpu']>): void {
  const { types, builder } = e;
  const rows = cpu.flatMap(({ name, masks }) => [staticText(e, name), ...masks.map((mask) => i32(e, mask | 0))]);
  const check = declare(e, 'rt_cpu_check', types.i32, [types.ptr, types.i32]);
  const status = call(e, check, [defineStruct(e, 'tauraro.cpu', true, rows), i32(e, cpu.length)]);
  const [leave, go] = [builder.CreateBlock(main), builder.CreateBlock(main)];
  builder.CreateCondBr(builder.CreateICmpEQ(status, i32(e, 0)), go, leave);
  builder.SetInsertPoint(leave);
  builder.CreateRet(status);
  builder.SetInsertPoint(go);
}

/** What native/node expects of the program: the signatures of its functions, and what releases its cells. */
function emitNodeModule(e: Emission, program: TypedProgram, signatures: string): void {
  emitDirectCalls(e, program);
  const text = e.builder.ConstBytes(Buffer.from(`${signatures}\0`, 'utf8'));
  e.builder.DefineGlobal('external', true, text, 'tauraro_signatures');
  e.builder.DefineGlobal('external', true, defineTeardown(e), 'tauraro_teardown');
}

/** void(void): releases what the program's cells still hold. Globals become None, as CPython leaves them for finalizers that still run. */
function defineTeardown(e: Emission): LlvmFunction {
  const { types, builder } = e;
  const fn = declare(e, 'tauraro.teardown', types.void, []);
  builder.SetLinkage(fn, 'internal');
  builder.AddFnAttr(fn, 'optsize');
  const place = builder.GetInsertBlock();
  builder.SetInsertPoint(builder.CreateBlock(fn));
  const none = builder.CreatePtrToInt(symbolAddress(e, 'rt_none_object'), types.i64);
  for (const symbol of e.program.cells) {
    const cell = symbolAddress(e, symbol);
    const value = builder.CreateLoad(types.i64, cell);
    builder.CreateStore(symbol.startsWith('global.') ? none : i64(e, 0), cell);
    callHelper(e, 'decref.maybe.cold', value);
  }
  builder.CreateRetVoid();
  if (place !== null) builder.SetInsertPoint(place);
  return fn;
}
