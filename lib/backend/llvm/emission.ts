/** The state of one emission: the LLVM module, its types, and what has been declared in it so far. */
import { assert } from '../../base/assert.js';
import { abi } from '../../builtins/abi.generated.js';
import type { AbiType } from '../../builtins/abi.js';
import type { Rep } from '../../ir/function.js';
import { generalSymbol, type FunctionEntry, type TypedProgram } from '../../ir/program.js';
import type { TypedFunction } from '../../ir/typed.js';
import type { IrBuilder } from '../../../native/irbuilder/irbuilder.js';
import { machineOf, type Machine } from './machine.js';
import type * as llvm from 'llvm-bindings';

export type LlvmType = llvm.Type;
export type LlvmValue = llvm.Value;
export type LlvmFunction = llvm.Function;

export interface Types {
  readonly i64: llvm.IntegerType;
  readonly i32: llvm.IntegerType;
  readonly i8: llvm.IntegerType;
  readonly i1: llvm.IntegerType;
  readonly double: LlvmType;
  readonly ptr: llvm.PointerType;
  readonly void: LlvmType;
  readonly checked: llvm.StructType;
  /** What fast versions return: payload and status. */
  readonly pair: llvm.StructType;
  readonly floatPair: llvm.StructType;
}

export interface Emission {
  readonly llvm: IrBuilder;
  readonly context: llvm.LLVMContext;
  readonly module: llvm.Module;
  readonly builder: llvm.IRBuilder;
  readonly types: Types;
  readonly machine: Machine;
  /** Every version of the program, by symbol. */
  readonly versions: ReadonlyMap<string, TypedFunction>;
  /** General versions by the symbol of the generic function. */
  readonly generals: ReadonlyMap<string, TypedFunction>;
  /** Entries by the symbol of the general version. */
  readonly entries: ReadonlyMap<string, FunctionEntry>;
  readonly functions: Map<string, Declared>;
  /** Static data by a key of its kind and content. */
  readonly statics: Map<string, LlvmValue>;
  /** Static cells of the program, in order: what is left in them is released at the end. */
  readonly cells: LlvmValue[];
  /** How often each version is called where it matters. */
  readonly calls: ReadonlyMap<string, number>;
  /** Small integer constants. */
  readonly constants: Map<number, llvm.ConstantInt>;
  counter: number;
}

export interface Declared {
  readonly fn: LlvmFunction;
  readonly type: llvm.FunctionType;
}

export function createEmission(
  irBuilder: IrBuilder,
  { functions, entries }: Pick<TypedProgram, 'functions' | 'entries'>,
  triple: string,
  dataLayout: string,
): Emission {
  const context = new irBuilder.LLVMContext();
  irBuilder.ext.enableOpaquePointers(context);
  const module = new irBuilder.Module('program', context);
  module.setTargetTriple(triple);
  module.setDataLayout(dataLayout);
  return {
    llvm: irBuilder,
    context,
    module,
    builder: new irBuilder.IRBuilder(context),
    types: createTypes(irBuilder, context),
    machine: machineOf(triple),
    versions: new Map(functions.map((fn) => [fn.version.symbol, fn])),
    generals: new Map(functions.filter((fn) => fn.general && fn.symbol === fn.generalSymbol).map((fn) => [fn.generalSymbol, fn])),
    entries: new Map(entries.map((entry) => [generalSymbol(entry.fn), entry])),
    functions: new Map(),
    statics: new Map(),
    cells: [],
    calls: countCalls(functions),
    constants: new Map(),
    counter: 0,
  };
}

function countCalls(functions: readonly TypedFunction[]): Map<string, number> {
  const calls = new Map<string, number>();
  for (const fn of functions) {
    for (const block of fn.blocks.values()) {
      if (block.cold === true) continue;
      for (const instruction of block.instructions) {
        if (instruction.kind === 'CallVersion')
          calls.set(instruction.version.symbol, (calls.get(instruction.version.symbol) ?? 0) + 1);
      }
    }
  }
  return calls;
}

function createTypes({ Type, StructType, ext }: IrBuilder, context: llvm.LLVMContext): Types {
  const i64 = Type.getInt64Ty(context);
  const i1 = Type.getInt1Ty(context);
  const double = Type.getDoubleTy(context);
  return {
    i64,
    i32: Type.getInt32Ty(context),
    i8: Type.getInt8Ty(context),
    i1,
    double,
    ptr: ext.getPtrType(context),
    void: Type.getVoidTy(context),
    checked: StructType.get(context, [i64, i1]),
    pair: StructType.get(context, [i64, i64]),
    floatPair: StructType.get(context, [double, i64]),
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

export const i64 = (e: Emission, value: bigint | number): llvm.ConstantInt => constant(e, 64, value);
export const i32 = (e: Emission, value: bigint | number): llvm.ConstantInt => constant(e, 32, value);
export const i8 = (e: Emission, value: number): llvm.ConstantInt => e.llvm.ext.constInt(e.context, 8, BigInt(value));
export const i1 = (e: Emission, value: boolean): llvm.ConstantInt => e.llvm.ext.constInt(e.context, 1, value ? 1n : 0n);
/** Small constants are asked for again and again. */
function constant(e: Emission, bits: 32 | 64, value: bigint | number): llvm.ConstantInt {
  if (value < -8 || value > 255) return e.llvm.ext.constInt(e.context, bits, BigInt(value));
  const key = Number(value) * 64 + (bits - 32);
  let known = e.constants.get(key);
  if (known === undefined) e.constants.set(key, (known = e.llvm.ext.constInt(e.context, bits, BigInt(value))));
  return known;
}

export const nullPointer = (e: Emission): llvm.Constant => e.llvm.ConstantPointerNull.get(e.types.ptr);

export function declare(e: Emission, name: string, result: LlvmType, parameters: LlvmType[]): Declared {
  const known = e.functions.get(name);
  if (known !== undefined) return known;
  const type = e.llvm.FunctionType.get(result, parameters, false);
  const fn = e.llvm.Function.Create(type, e.llvm.Function.LinkageTypes.ExternalLinkage, name, e.module);
  if (!name.startsWith('llvm.')) e.llvm.ext.addFnAttr(fn, 'nounwind');
  // The runtime is linked into the same file: no detour through a table of addresses.
  if (name.startsWith('rt_')) e.llvm.ext.setVisibility(fn, 'hidden');
  const declared = { fn, type };
  e.functions.set(name, declared);
  return declared;
}

const abiTypes = { i64: 'i64', i32: 'i32', i1: 'i1', double: 'double', ptr: 'ptr', void: 'void' } as const;

export function typeOfAbi(e: Emission, type: AbiType): LlvmType {
  return e.types[abiTypes[type]];
}

/** A function of the runtime, as its line in native/runtime/abi says. */
export function declareRuntime(e: Emission, symbol: string): Declared {
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const row = abi[symbol];
  assert(row !== undefined, `runtime function ${symbol} is not in native/runtime/abi`);
  const declared = declare(
    e,
    symbol,
    typeOfAbi(e, row.resultType),
    row.paramTypes.map((type) => typeOfAbi(e, type)),
  );
  row.paramTypes.forEach((type, index) => {
    if (type === 'i1') e.llvm.ext.addParamAttr(declared.fn, index, 'zeroext');
    if (type === 'i32' && e.machine.extendsInts) e.llvm.ext.addParamAttr(declared.fn, index, 'signext');
  });
  if (row.resultType === 'i1') e.llvm.ext.addReturnAttr(declared.fn, 'zeroext');
  if (row.resultType === 'i32' && e.machine.extendsInts) e.llvm.ext.addReturnAttr(declared.fn, 'signext');
  // So LLVM knows that it is no small int.
  if (row.resultType === 'ptr') e.llvm.ext.addReturnAttr(declared.fn, 'align', 8);
  return declared;
}

/** The address of something of the runtime, or of the program's static data, by its symbol. */
export function symbolAddress(e: Emission, symbol: string): LlvmValue {
  if (abi[symbol] !== undefined) return declareRuntime(e, symbol).fn;
  const known = e.statics.get(symbol);
  if (known !== undefined) return known;
  const isCell = !symbol.startsWith('rt_');
  const linkage = e.llvm.Function.LinkageTypes;
  const { GlobalVariable } = e.llvm;
  const variable = isCell
    ? new GlobalVariable(e.module, e.types.i64, false, linkage.InternalLinkage, i64(e, 0), symbol)
    : new GlobalVariable(e.module, e.types.i8, false, linkage.ExternalLinkage, null, symbol);
  if (isCell) e.cells.push(variable);
  else {
    e.llvm.ext.setVisibility(variable, 'hidden');
    if (isObject(symbol)) e.llvm.ext.setAlignment(variable, 8);
  }
  e.statics.set(symbol, variable);
  return variable;
}

const isObject = (symbol: string): boolean => /^rt_(?:type|exc|function)_|_object$/.test(symbol);

export function call(e: Emission, { fn, type }: Declared, args: LlvmValue[]): llvm.CallInst {
  return e.builder.CreateCall(type, fn, args);
}
