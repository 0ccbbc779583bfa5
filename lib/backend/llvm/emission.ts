/** The state of one emission: the LLVM module, its types, and what has been declared in it so far. */
import { assert } from '../../base/assert.js';
import type { SourceFile } from '../../base/source.js';
import { abi } from '../../builtins/abi.generated.js';
import type { AbiType } from '../../builtins/abi.js';
import type { Rep } from '../../ir/function.js';
import type { TypedProgram } from '../../ir/program.js';
import type { TypedFunction } from '../../ir/typed.js';
import type { IrBuilder } from '../../../native/irbuilder/irbuilder.js';
import { versionsOf, type ProgramVersions } from '../shared/versions.js';
import { Builder, type LlvmConstant, type LlvmFunction, type LlvmType, type LlvmValue } from './builder.js';
import { createDebugInfo, type DebugInfo } from './debug-info.js';
import { machineOf, type Machine } from './machine.js';
import type * as llvm from 'llvm-bindings';

export interface Types {
  readonly i64: LlvmType;
  readonly i32: LlvmType;
  readonly i8: LlvmType;
  readonly i1: LlvmType;
  readonly double: LlvmType;
  readonly ptr: LlvmType;
  readonly void: LlvmType;
  readonly checked: LlvmType;
  /** What fast versions return: payload and status. */
  readonly pair: LlvmType;
  readonly floatPair: LlvmType;
}

/**
 * What is known across the units of a program: each is an LLVM module, compiled by itself. A unit defines what it is the first to use; later
 * ones refer to it by name.
 */
export interface EmittedProgram extends ProgramVersions {
  readonly llvm: IrBuilder;
  /** Is there more than one unit? */
  readonly isDivided: boolean;
  readonly triple: string;
  readonly dataLayout: string;
  /** With `-g`: the file that the program begins in. */
  readonly debugFrom: SourceFile | undefined;
  /** The symbols of static data that earlier units have defined, by key. */
  readonly names: Map<string, string>;
  readonly locationNames: LocationMap<string>;
  /** Static cells of the program, in order: what is left in them is released at the end. */
  readonly cells: string[];
  counter: number;
}

/** By places in the source: the general version of their function, then their span as a number. */
export type LocationMap<T> = Map<string, Map<number, T>>;

export interface Emission {
  readonly program: EmittedProgram;
  readonly llvm: IrBuilder;
  readonly context: llvm.LLVMContext;
  readonly module: llvm.Module;
  readonly builder: Builder;
  readonly types: Types;
  readonly machine: Machine;
  /** With `-g`. */
  readonly debug: DebugInfo | null;
  readonly functions: Map<string, LlvmFunction>;
  /** Static data by a key of its kind and content. */
  readonly statics: Map<string, LlvmConstant>;
  readonly locations: LocationMap<LlvmConstant>;
  readonly nullPointer: LlvmConstant;
}

export function createProgram(
  llvm: IrBuilder,
  typed: Pick<TypedProgram, 'functions' | 'entries'>,
  { triple, dataLayout, isDivided, debugFrom }: Pick<EmittedProgram, 'triple' | 'dataLayout' | 'isDivided' | 'debugFrom'>,
): EmittedProgram {
  return {
    llvm,
    isDivided,
    triple,
    dataLayout,
    debugFrom,
    ...versionsOf(typed),
    names: new Map(),
    locationNames: new Map(),
    cells: [],
    counter: 0,
  };
}

/** Starts a unit. */
export function createEmission(program: EmittedProgram): Emission {
  const { llvm } = program;
  const context = new llvm.LLVMContext();
  llvm.ext.enableOpaquePointers(context);
  const module = new llvm.Module('program', context);
  module.setTargetTriple(program.triple);
  module.setDataLayout(program.dataLayout);
  const debug = program.debugFrom === undefined ? null : createDebugInfo(llvm, module, program.debugFrom);
  const builder = new Builder(llvm.ext, module);
  const types = createTypes(llvm, context, builder);
  return {
    program,
    llvm,
    context,
    module,
    builder,
    types,
    machine: machineOf(program.triple),
    debug,
    functions: new Map(),
    statics: new Map(),
    locations: new Map(),
    nullPointer: builder.ConstNull(types.ptr),
  };
}

function createTypes({ Type, ext }: IrBuilder, context: llvm.LLVMContext, builder: Builder): Types {
  const i64 = builder.ImportType(Type.getInt64Ty(context));
  const i1 = builder.ImportType(Type.getInt1Ty(context));
  const double = builder.ImportType(Type.getDoubleTy(context));
  return {
    i64,
    i32: builder.ImportType(Type.getInt32Ty(context)),
    i8: builder.ImportType(Type.getInt8Ty(context)),
    i1,
    double,
    ptr: builder.ImportType(ext.getPtrType(context)),
    void: builder.ImportType(Type.getVoidTy(context)),
    checked: builder.StructType([i64, i1]),
    pair: builder.StructType([i64, i64]),
    floatPair: builder.StructType([double, i64]),
  };
}

export function disposeEmission(e: Emission): void {
  e.llvm.ext.disposeModule(e.module);
  e.llvm.ext.disposeContext(e.context);
}

/** The LLVM type of a register; `checked` and `pair` are structs. */
export function typeOfRep(e: Emission, rep: Rep): LlvmType {
  const { types } = e;
  switch (rep) {
    case 'value':
    case 'int':
      return types.i64;
    case 'float':
      return types.double;
    case 'bool':
      return types.i1;
    case 'raw':
      return types.ptr;
    case 'status':
      return types.i32;
    case 'checked':
      return types.checked;
    case 'pair':
      return types.pair;
    case 'void':
      return types.void;
  }
}

export const i64 = (e: Emission, value: bigint | number): LlvmConstant => e.builder.ConstInt(64, value);
export const i32 = (e: Emission, value: bigint | number): LlvmConstant => e.builder.ConstInt(32, value);
export const i1 = (e: Emission, value: boolean): LlvmConstant => e.builder.ConstInt(1, value ? 1 : 0);

export function declare(e: Emission, name: string, result: LlvmType, parameters: readonly LlvmType[]): LlvmFunction {
  const known = e.functions.get(name);
  if (known !== undefined) return known;
  const fn = e.builder.DeclareFunction(e.builder.FunctionType(result, parameters), name);
  if (!name.startsWith('llvm.')) e.builder.AddFnAttr(fn, 'nounwind');
  // The runtime is linked into the same file: no detour through a table of addresses.
  if (name.startsWith('rt_')) e.builder.SetVisibility(fn, 'hidden');
  e.functions.set(name, fn);
  return fn;
}

const abiTypes = { i64: 'i64', i32: 'i32', i1: 'i1', double: 'double', ptr: 'ptr', void: 'void' } as const;

export function typeOfAbi(e: Emission, type: AbiType): LlvmType {
  return e.types[abiTypes[type]];
}

/** A function of the runtime, as its line in native/runtime/abi says. */
export function declareRuntime(e: Emission, symbol: string): LlvmFunction {
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const row = abi[symbol];
  assert(row !== undefined, `runtime function ${symbol} is not in native/runtime/abi`);
  const parameters = row.paramTypes.map((type) => typeOfAbi(e, type));
  const fn = declare(e, symbol, typeOfAbi(e, row.resultType), parameters);
  row.paramTypes.forEach((type, index) => {
    if (type === 'i1') e.builder.AddParamAttr(fn, index, 'zeroext');
    if (type === 'i32' && e.machine.extendsInts) e.builder.AddParamAttr(fn, index, 'signext');
  });
  if (row.resultType === 'i1') e.builder.AddReturnAttr(fn, 'zeroext');
  if (row.resultType === 'i32' && e.machine.extendsInts) e.builder.AddReturnAttr(fn, 'signext');
  if (row.raises === 'PURE') for (const attribute of ['readonly', 'willreturn'] as const) e.builder.AddFnAttr(fn, attribute);
  // So LLVM knows that it is no small int.
  if (row.resultType === 'ptr') e.builder.AddReturnAlign(fn, 8);
  return fn;
}

/** The address of something of the runtime, or of a static cell of the program, by its symbol. */
export function symbolAddress(e: Emission, symbol: string): LlvmConstant {
  if (abi[symbol] !== undefined) return declareRuntime(e, symbol);
  if (!symbol.startsWith('rt_')) return sharedData(e, symbol, () => symbol, (name) => defineCell(e, name));
  const known = e.statics.get(symbol);
  if (known !== undefined) return known;
  const variable = e.builder.DeclareGlobal(e.types.i8, symbol);
  e.builder.SetVisibility(variable, 'hidden');
  if (isObject(symbol)) e.builder.SetAlignment(variable, 8);
  e.statics.set(symbol, variable);
  return variable;
}

function defineCell(e: Emission, name: string): LlvmConstant {
  e.program.cells.push(name);
  return defineGlobal(e, name, false, i64(e, 0));
}

/** Static data that other units may refer to. */
export function defineGlobal(e: Emission, name: string, isConstant: boolean, initial: LlvmConstant): LlvmConstant {
  const variable = e.builder.DefineGlobal(e.program.isDivided ? 'external' : 'internal', isConstant, initial, name);
  if (e.program.isDivided) e.builder.SetVisibility(variable, 'hidden');
  return variable;
}

/** The data under a key: made at first use, under the symbol that `name` gives, and declared in units that come later. */
export function sharedData(e: Emission, key: string, name: () => string, make: (symbol: string) => LlvmConstant): LlvmConstant {
  const known = e.statics.get(key);
  if (known !== undefined) return known;
  const defined = e.program.names.get(key);
  const data = defined === undefined ? makeData(e, key, name(), make) : declareData(e, defined);
  e.statics.set(key, data);
  return data;
}

function makeData(e: Emission, key: string, symbol: string, make: (symbol: string) => LlvmConstant): LlvmConstant {
  e.program.names.set(key, symbol);
  return make(symbol);
}

export function declareData(e: Emission, name: string): LlvmConstant {
  const variable = e.builder.DeclareGlobal(e.types.i8, name);
  e.builder.SetVisibility(variable, 'hidden');
  e.builder.SetAlignment(variable, 8);
  return variable;
}

const isObject = (symbol: string): boolean => /^rt_(?:type|exc|function)_|_object$/.test(symbol);

export function call(e: Emission, fn: LlvmFunction, args: readonly LlvmValue[]): LlvmValue {
  return e.builder.CreateCall(fn, args);
}
