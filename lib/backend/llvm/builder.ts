/**
 * LLVM's IRBuilder as the emitters use it, by the names of its methods; values, blocks and types are numbers of a recording.
 * Nothing is checked before it is played.
 */
import { assert } from '../../base/assert.js';
import type { Extension, PlayerHandle } from '../../../native/irbuilder/irbuilder.js';
import { op } from './opcodes.generated.js';
import { Recorder } from './recorder.js';
import type * as llvm from 'llvm-bindings';

declare const brand: unique symbol;
type Numbered<K extends string> = number & { readonly [brand]: { readonly [kind in K]: true } };
export type LlvmValue = Numbered<'value'>;
export type LlvmConstant = Numbered<'value' | 'constant'>;
export type LlvmFunction = Numbered<'value' | 'constant' | 'function'>;
export type LlvmBlock = Numbered<'block'>;
export type LlvmType = Numbered<'type'>;
export type LlvmScope = Numbered<'scope'>;

export type Attribute = 'nounwind' | 'readonly' | 'willreturn' | 'noinline' | 'alwaysinline' | 'cold' | 'optsize' | 'optnone' | 'noimplicitfloat' | 'zeroext' | 'signext';
export type CallingConv = 'c' | 'fast' | 'preserve_most';
export type Linkage = 'external' | 'internal' | 'available_externally';
export type Visibility = 'default' | 'hidden';

export class Builder {
  private readonly recorder: Recorder;
  private readonly player: PlayerHandle;
  private readonly names = new Map<string, number>();
  /** Integer constants by width; the same ones are asked for again and again. */
  private readonly ints = new Map<number, Map<number | bigint, LlvmConstant>>();
  private block: LlvmBlock | null = null;
  private location: [LlvmScope, number, number] | null = null;
  private ended = false;
  private types = 0;

  constructor(
    private readonly ext: Extension,
    module: llvm.Module,
  ) {
    this.player = ext.createPlayer(module);
    this.recorder = new Recorder(ext, this.player);
  }

  /** Makes everything recorded so far part of the module. */
  flush(): void {
    this.recorder.flush();
  }

  // ---- Types and constants.

  ImportType(type: llvm.Type): LlvmType {
    this.flush();
    assert(this.ext.importType(this.player, type) === this.types, 'recorder and player count the same types');
    return this.nextType();
  }

  StructType(fields: readonly LlvmType[]): LlvmType {
    this.recorder.recordList(op.StructType, fields);
    return this.nextType();
  }

  ArrayType(item: LlvmType, length: number): LlvmType {
    this.recorder.record2(op.ArrayType, item, length);
    return this.nextType();
  }

  FunctionType(result: LlvmType, parameters: readonly LlvmType[]): LlvmType {
    this.recorder.record1List(op.FunctionType, result, parameters);
    return this.nextType();
  }

  ConstInt(bits: number, value: number | bigint): LlvmConstant {
    let known = this.ints.get(bits);
    if (known === undefined) this.ints.set(bits, (known = new Map()));
    let constant = known.get(value);
    if (constant === undefined) {
      this.recorder.recordInt(op.ConstInt, bits, value);
      known.set(value, (constant = this.next<LlvmConstant>()));
    }
    return constant;
  }

  /** Exact, with the sign of zero; every NaN is the quiet one. */
  ConstDouble(value: number): LlvmConstant {
    this.recorder.recordDouble(op.ConstDouble, value);
    return this.next();
  }

  ConstNull(type: LlvmType): LlvmConstant {
    this.recorder.record1(op.ConstNull, type);
    return this.next();
  }

  Undef(type: LlvmType): LlvmConstant {
    this.recorder.record1(op.Undef, type);
    return this.next();
  }

  /** An array of i8. */
  ConstBytes(bytes: Uint8Array): LlvmConstant {
    this.recorder.recordBytes(op.ConstBytes, bytes);
    return this.next();
  }

  /** An array of i64. */
  ConstWords(words: readonly bigint[]): LlvmConstant {
    this.recorder.recordInts(op.ConstWords, words);
    return this.next();
  }

  ConstArray(item: LlvmType, items: readonly LlvmConstant[]): LlvmConstant {
    this.recorder.record1List(op.ConstArray, item, items);
    return this.next();
  }

  /** `pads`: pointers of 4 bytes take 8, at a multiple of 8. */
  ConstStruct(fields: readonly LlvmConstant[], pads: boolean): LlvmConstant {
    this.recorder.record1List(op.ConstStruct, pads ? 1 : 0, fields);
    return this.next();
  }

  // ---- Globals and functions.

  /** A variable that is defined elsewhere. */
  DeclareGlobal(type: LlvmType, name: string): LlvmConstant {
    this.recorder.recordText(op.DeclareGlobal, [type], name);
    return this.next();
  }

  /** `isConstant`: nothing ever writes to it. */
  DefineGlobal(linkage: Linkage, isConstant: boolean, initial: LlvmConstant, name: string): LlvmConstant {
    this.recorder.recordText(op.DefineGlobal, [this.name(linkage), isConstant ? 1 : 0, initial], name);
    return this.next();
  }

  DeclareFunction(type: LlvmType, name: string): LlvmFunction {
    this.recorder.recordText(op.DeclareFunction, [type], name);
    return this.next();
  }

  SetLinkage(global: LlvmConstant, linkage: Linkage): void {
    this.recorder.record2(op.SetLinkage, global, this.name(linkage));
  }

  SetVisibility(global: LlvmConstant, visibility: Visibility): void {
    this.recorder.record2(op.SetVisibility, global, this.name(visibility));
  }

  /** A power of two. */
  SetAlignment(global: LlvmConstant, bytes: number): void {
    this.recorder.record2(op.SetAlignment, global, bytes);
  }

  /** Of a function or a call. */
  SetCallingConv(target: LlvmValue, convention: CallingConv): void {
    this.recorder.record2(op.SetCallingConv, target, this.name(convention));
  }

  /** Of a function or a call. */
  AddFnAttr(target: LlvmValue, attribute: Attribute): void {
    this.recorder.record2(op.AddFnAttr, target, this.name(attribute));
  }

  AddParamAttr(target: LlvmValue, index: number, attribute: Attribute): void {
    this.recorder.record3(op.AddParamAttr, target, index, this.name(attribute));
  }

  AddReturnAttr(target: LlvmValue, attribute: Attribute): void {
    this.recorder.record2(op.AddReturnAttr, target, this.name(attribute));
  }

  /** The pointer that the function returns is a multiple of `bytes`. */
  AddReturnAlign(fn: LlvmFunction, bytes: number): void {
    this.recorder.record2(op.AddReturnAlign, fn, bytes);
  }

  GetArg(fn: LlvmFunction, index: number): LlvmValue {
    this.recorder.record2(op.Argument, fn, index);
    return this.next();
  }

  // ---- Where instructions go.

  /** Without a name: a program has tens of thousands, and each would be text in the module. */
  CreateBlock(fn: LlvmFunction): LlvmBlock {
    this.recorder.record1(op.Block, fn);
    return this.next();
  }

  SetInsertPoint(block: LlvmBlock): void {
    this.recorder.record1(op.SetInsertPoint, block);
    this.block = block;
    this.ended = false;
  }

  GetInsertBlock(): LlvmBlock | null {
    return this.block;
  }

  /** Has the present block got its terminator? */
  hasEnded(): boolean {
    return this.ended;
  }

  ImportScope(scope: llvm.DILocalScope): LlvmScope {
    return this.ext.importScope(this.player, scope) as LlvmScope;
  }

  /** Line and column, one-based, of every instruction from here on; none where the scope is null. */
  SetDebugLoc(scope: LlvmScope | null, line: number, column: number): void {
    this.location = scope === null ? null : [scope, line, column];
    this.recorder.record3(op.SetDebugLoc, scope ?? -1, line, column);
  }

  /** For what is made in between and lies nowhere in the source; the result restores it. */
  PauseDebugLoc(): () => void {
    const { location } = this;
    if (location === null) return () => {};
    this.SetDebugLoc(null, 0, 0);
    return () => this.SetDebugLoc(...location);
  }

  SetSubprogram(fn: LlvmFunction, subprogram: LlvmScope): void {
    this.recorder.record2(op.SetSubprogram, fn, subprogram);
  }

  /** A variable for debuggers, which has this value from here on; `number`: of parameters, from 1. */
  DescribeVariable(value: LlvmValue, scope: LlvmScope, line: number, number: number, representation: number, name: string): void {
    this.recorder.recordText(op.DescribeVariable, [value, scope, line, number, representation], name);
  }

  // ---- Instructions: values.

  CreateAdd = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.Add, left, right);
  CreateSub = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.Sub, left, right);
  CreateMul = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.Mul, left, right);
  CreateSDiv = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.SDiv, left, right);
  CreateSRem = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.SRem, left, right);
  CreateUDiv = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.UDiv, left, right);
  CreateURem = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.URem, left, right);
  CreateShl = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.Shl, left, right);
  CreateAShr = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.AShr, left, right);
  CreateLShr = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.LShr, left, right);
  CreateAnd = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.And, left, right);
  CreateOr = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.Or, left, right);
  CreateXor = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.Xor, left, right);
  CreateFAdd = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FAdd, left, right);
  CreateFSub = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FSub, left, right);
  CreateFMul = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FMul, left, right);
  CreateFDiv = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FDiv, left, right);
  CreateICmpEQ = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpEQ, left, right);
  CreateICmpNE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpNE, left, right);
  CreateICmpSLT = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpSLT, left, right);
  CreateICmpSLE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpSLE, left, right);
  CreateICmpSGT = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpSGT, left, right);
  CreateICmpSGE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpSGE, left, right);
  CreateICmpULT = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpULT, left, right);
  CreateICmpULE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpULE, left, right);
  CreateICmpUGT = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpUGT, left, right);
  CreateICmpUGE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.ICmpUGE, left, right);
  CreateFCmpOEQ = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FCmpOEQ, left, right);
  CreateFCmpUNE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FCmpUNE, left, right);
  CreateFCmpOLT = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FCmpOLT, left, right);
  CreateFCmpOLE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FCmpOLE, left, right);
  CreateFCmpOGT = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FCmpOGT, left, right);
  CreateFCmpOGE = (left: LlvmValue, right: LlvmValue): LlvmValue => this.binary(op.FCmpOGE, left, right);
  CreateTrunc = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.Trunc, value, type);
  CreateZExt = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.ZExt, value, type);
  CreateSExt = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.SExt, value, type);
  CreatePtrToInt = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.PtrToInt, value, type);
  CreateIntToPtr = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.IntToPtr, value, type);
  CreateBitCast = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.BitCast, value, type);
  CreateSIToFP = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.SIToFP, value, type);
  CreateFPToSI = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.FPToSI, value, type);
  CreateUIToFP = (value: LlvmValue, type: LlvmType): LlvmValue => this.binary(op.UIToFP, value, type);

  CreateFNeg(value: LlvmValue): LlvmValue {
    this.recorder.record1(op.FNeg, value);
    return this.next();
  }

  CreateSelect(condition: LlvmValue, yes: LlvmValue, no: LlvmValue): LlvmValue {
    this.recorder.record3(op.Select, condition, yes, no);
    return this.next();
  }

  CreateExtractValue(aggregate: LlvmValue, index: number): LlvmValue {
    this.recorder.record2(op.ExtractValue, aggregate, index);
    return this.next();
  }

  CreateInsertValue(aggregate: LlvmValue, value: LlvmValue, index: number): LlvmValue {
    this.recorder.record3(op.InsertValue, aggregate, value, index);
    return this.next();
  }

  CreatePHI(type: LlvmType, inputs: number): LlvmValue {
    this.recorder.record2(op.PHI, type, inputs);
    return this.next();
  }

  AddIncoming(phi: LlvmValue, value: LlvmValue, block: LlvmBlock): void {
    this.recorder.record3(op.AddIncoming, phi, value, block);
  }

  // ---- Memory and calls.

  CreateAlloca(type: LlvmType): LlvmValue {
    this.recorder.record1(op.Alloca, type);
    return this.next();
  }

  SetAllocatedType(alloca: LlvmValue, type: LlvmType): void {
    this.recorder.record2(op.SetAllocatedType, alloca, type);
  }

  CreateLoad(type: LlvmType, pointer: LlvmValue): LlvmValue {
    this.recorder.record2(op.Load, type, pointer);
    return this.next();
  }

  CreateStore(value: LlvmValue, pointer: LlvmValue): LlvmValue {
    this.recorder.record2(op.Store, value, pointer);
    return this.next();
  }

  CreateInBoundsGEP(element: LlvmType, pointer: LlvmValue, index: LlvmValue): LlvmValue {
    this.recorder.record3(op.InBoundsGEP, element, pointer, index);
    return this.next();
  }

  CreateCall(fn: LlvmFunction, args: readonly LlvmValue[]): LlvmValue {
    this.recorder.record1List(op.Call, fn, args);
    return this.next();
  }

  CreateCallPointer(type: LlvmType, pointer: LlvmValue, args: readonly LlvmValue[]): LlvmValue {
    this.recorder.record2List(op.CallPointer, type, pointer, args);
    return this.next();
  }

  // ---- Terminators.

  CreateBr(target: LlvmBlock): void {
    this.recorder.record1(op.Br, target);
    this.ended = true;
  }

  CreateCondBr(condition: LlvmValue, yes: LlvmBlock, no: LlvmBlock): LlvmValue {
    this.recorder.record3(op.CondBr, condition, yes, no);
    this.ended = true;
    return this.next();
  }

  CreateSwitch(value: LlvmValue, otherwise: LlvmBlock, cases: number): LlvmValue {
    this.recorder.record3(op.Switch, value, otherwise, cases);
    this.ended = true;
    return this.next();
  }

  AddCase(instruction: LlvmValue, value: LlvmConstant, target: LlvmBlock): void {
    this.recorder.record3(op.AddCase, instruction, value, target);
  }

  CreateRet(value: LlvmValue): void {
    this.recorder.record1(op.Ret, value);
    this.ended = true;
  }

  CreateRetVoid(): void {
    this.recorder.record0(op.RetVoid);
    this.ended = true;
  }

  CreateUnreachable(): void {
    this.recorder.record0(op.Unreachable);
    this.ended = true;
  }

  // ---- Properties of instructions.

  /** Does nothing where LLVM has folded the operation to a constant. */
  SetNoWrap(operation: LlvmValue, unsigned: boolean, signed: boolean): void {
    this.recorder.record3(op.SetNoWrap, operation, unsigned ? 1 : 0, signed ? 1 : 0);
  }

  /** Of a load or store. */
  SetVolatile(access: LlvmValue): void {
    this.recorder.record1(op.SetVolatile, access);
  }

  /** Accesses under different names never alias; accesses without a name, and those of the C runtime, may alias all. */
  SetTbaa(access: LlvmValue, alias: string): void {
    this.recorder.record2(op.SetTbaa, access, this.name(alias));
  }

  /** Of a conditional branch, switch (default first) or select. */
  SetBranchWeights(instruction: LlvmValue, weights: readonly number[]): void {
    this.recorder.record1List(op.SetBranchWeights, instruction, weights);
  }

  private binary(operation: number, a: number, b: number): LlvmValue {
    this.recorder.record2(operation, a, b);
    return this.next();
  }

  private next<T extends number>(): T {
    return this.recorder.nextValue() as T;
  }

  private nextType(): LlvmType {
    return this.types++ as LlvmType;
  }

  private name(text: string): number {
    let number = this.names.get(text);
    if (number === undefined) {
      number = this.names.size;
      this.names.set(text, number);
      this.recorder.recordText(op.Name, [], text);
    }
    return number;
  }
}
