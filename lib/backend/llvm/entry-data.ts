/** What a function object runs: the fields of its RtCode, and one function for each combination of representations that picks the version. */
import { assert } from '../../base/assert.js';
import { entryKind, layout } from '../../builtins/layout.js';
import type { EntryCheck } from '../../ir/program.js';
import type { Rep } from '../../ir/function.js';
import type { FunctionVersion, TypedFunction } from '../../ir/typed.js';
import { smallBound } from '../shared/static-layout.js';
import { frameSize } from '../shared/versions.js';
import type { LlvmConstant, LlvmFunction, LlvmValue } from './builder.js';
import { call, declare, declareRuntime, i32, i64, symbolAddress, typeOfRep, type Emission } from './emission.js';
import { callHelper } from './helpers.js';
import { constantValue, defineStruct, numbered } from './static-data.js';
import { declareVersion, versionParameters, versionResult } from './version.js';

/** RtCode.entry. */
export function entryFunction(e: Emission, general: TypedFunction): LlvmConstant {
  if (general.kind === 'generator') {
    const entry = general.async === undefined ? 'rt_entry_generator' : 'rt_entry_coroutine';
    return declareRuntime(e, entry);
  }
  const entry = e.program.entries.get(general.generalSymbol);
  if (entry === undefined) return declareRuntime(e, 'rt_entry_general');
  return sharedEntry(e, entry.version, general.freeVariables.length > 0);
}

/** RtCode's fields from `general` on. */
export function versionFields(e: Emission, general: TypedFunction): LlvmConstant[] {
  const entry = e.program.entries.get(general.generalSymbol);
  const fast = entry === undefined ? undefined : e.program.versions.get(entry.version.symbol);
  assert(entry === undefined || fast !== undefined, `the entry of ${general.generalSymbol} has no version`);
  return [
    declareVersion(e, general),
    fast === undefined ? e.nullPointer : (declareVersion(e, fast)),
    entry === undefined || entry.checks.length === 0 ? e.nullPointer : checkTable(e, entry.checks),
    i64(e, general.kind === 'generator' ? frameSize(general) : 0),
  ];
}

/** An array of RtEntryCheck. */
function checkTable(e: Emission, checks: readonly EntryCheck[]): LlvmConstant {
  return defineStruct(
    e,
    numbered(e, 'checks'),
    true,
    checks.flatMap((check) => [i64(e, entryKind[check.kind]), ...checkFields(e, check)]),
  );
}

function checkFields(e: Emission, check: EntryCheck): LlvmConstant[] {
  switch (check.kind) {
    case 'int':
      return [i64(e, smallBound(check.low)), i64(e, smallBound(check.high))];
    case 'tuple':
      return [i64(e, check.length), i64(e, 0)];
    case 'type':
    case 'same':
      return [symbolAddress(e, check.symbol), i64(e, 0)];
    case 'instance':
    case 'class':
      return [symbolAddress(e, check.cell), i64(e, 0)];
    case 'function':
      return [declareVersion(e, e.program.generals.get(check.general)!), i64(e, 0)];
    default:
      return [i64(e, 0), i64(e, 0)];
  }
}

/** i64 (ptr function, ptr arguments): reads RtCode's fields, unboxes what the fast version takes, boxes what it gives. */
function sharedEntry(e: Emission, version: FunctionVersion, hasClosure: boolean): LlvmFunction {
  const reps = [...version.parameters, version.result].join('.');
  const symbol = `tauraro.entry.${hasClosure ? 'closure.' : ''}${version.fails ? '' : 'safe.'}${reps}`;
  const known = e.functions.get(symbol);
  if (known !== undefined) return known;
  const fn = declare(e, symbol, e.types.i64, [e.types.ptr, e.types.ptr]);
  e.builder.SetLinkage(fn, 'internal');
  e.builder.AddFnAttr(fn, 'optsize');
  const place = e.builder.GetInsertBlock();
  const restore = e.builder.PauseDebugLoc();
  buildEntry(e, fn, version, hasClosure);
  if (place !== null) e.builder.SetInsertPoint(place);
  restore();
  return fn;
}

function buildEntry(e: Emission, fn: LlvmFunction, version: FunctionVersion, hasClosure: boolean): void {
  const { builder, types } = e;
  const [start, fast, general] = [builder.CreateBlock(fn), builder.CreateBlock(fn), builder.CreateBlock(fn)];
  const [object, args] = [builder.GetArg(fn, 0), builder.GetArg(fn, 1)];
  builder.SetInsertPoint(start);
  const code = loadPointer(e, object, layout.RtFunction.code);
  builder.CreateCondBr(call(e, declareRuntime(e, 'rt_entry_fits'), [code, args]), fast, general);
  builder.SetInsertPoint(general);
  const generalType = builder.FunctionType(types.i64, [types.ptr, types.ptr, types.i32]);
  builder.CreateRet(builder.CreateCallPointer(generalType, loadPointer(e, code, layout.RtCode.general), [object, args, i32(e, 0)]));
  builder.SetInsertPoint(fast);
  const values = version.parameters.map((rep, index) => unboxed(e, loadWord(e, args, 8 * index), rep));
  const closure = hasClosure ? [builder.CreatePtrToInt(object, types.i64)] : [];
  const type = builder.FunctionType(versionResult(e, version), versionParameters(e, version, hasClosure));
  const result = builder.CreateCallPointer(type, loadPointer(e, code, layout.RtCode.fast), [...closure, ...values]);
  builder.SetCallingConv(result, 'fast');
  returnBoxed(e, fn, version, result);
}

function loadPointer(e: Emission, base: LlvmValue, offset: number): LlvmValue {
  return e.builder.CreateLoad(e.types.ptr, e.builder.CreateInBoundsGEP(e.types.i8, base, i64(e, offset)));
}

function loadWord(e: Emission, base: LlvmValue, offset: number): LlvmValue {
  return e.builder.CreateLoad(e.types.i64, e.builder.CreateInBoundsGEP(e.types.i8, base, i64(e, offset)));
}

/** A word that has passed its check. */
function unboxed(e: Emission, word: LlvmValue, rep: Rep): LlvmValue {
  const { builder, types } = e;
  switch (rep) {
    case 'int':
      return builder.CreateAShr(word, i64(e, 1));
    case 'bool':
      return builder.CreateICmpEQ(word, constantValue(e, { type: 'bool', value: true }));
    case 'float': {
      const object = builder.CreateIntToPtr(word, types.ptr);
      return builder.CreateLoad(types.double, builder.CreateInBoundsGEP(types.i8, object, i64(e, layout.RtFloat.value)));
    }
    default:
      return word;
  }
}

/** Returns the tagged word of a fast version's result: a payload of another representation is boxed. */
function returnBoxed(e: Emission, fn: LlvmFunction, version: FunctionVersion, result: LlvmValue): void {
  const { builder } = e;
  if (!version.fails) {
    builder.CreateRet(boxed(e, result, version.result));
    return;
  }
  const [payload, status] = [builder.CreateExtractValue(result, 0), builder.CreateExtractValue(result, 1)];
  const [done, left] = [builder.CreateBlock(fn), builder.CreateBlock(fn)];
  builder.CreateCondBr(builder.CreateICmpEQ(status, i64(e, 0)), done, left);
  builder.SetInsertPoint(done);
  const value = version.result === 'bool' ? builder.CreateTrunc(payload, e.types.i1) : payload;
  builder.CreateRet(boxed(e, value, version.result));
  builder.SetInsertPoint(left);
  const word = version.result === 'float' ? builder.CreateBitCast(payload, e.types.i64) : payload;
  builder.CreateRet(builder.CreateSelect(builder.CreateICmpEQ(status, i64(e, 1)), i64(e, 0), word));
}

function boxed(e: Emission, value: LlvmValue, rep: Rep): LlvmValue {
  switch (rep) {
    case 'int':
      return callHelper(e, 'box.int', value);
    case 'float':
      return call(e, declare(e, 'rt_float_new', e.types.i64, [e.types.double]), [value]);
    case 'bool':
      return e.builder.CreateSelect(
        value,
        constantValue(e, { type: 'bool', value: true }),
        constantValue(e, { type: 'bool', value: false }),
      );
    default:
      assert(typeOfRep(e, rep) === e.types.i64, `no result is ${rep}`);
      return value;
  }
}
