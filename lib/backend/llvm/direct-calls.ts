/**
 * For Node modules: ways into fast versions whose parameters are ints, floats, bools and strings, without boxing and without a look at the arguments.
 *
 *   i64 direct(ptr words)   words: the arguments, raw, strings borrowed; then words[0] is the result. 0: as it is, 1: raised, 2: a tagged word
 *
 * native/node finds them in a table by the function's RtCode.
 */
import type { Rep } from '../../ir/function.js';
import type { EntryCheck, FunctionEntry, TypedProgram } from '../../ir/program.js';
import { generalSymbol } from '../../ir/program.js';
import type { LlvmConstant, LlvmFunction, LlvmValue } from './builder.js';
import { call, declare, i64, type Emission } from './emission.js';
import { codeOf } from './program-data.js';
import { defineStruct } from './static-data.js';
import { declareVersion } from './version.js';

const maxParameters = 4;
/** Every number of JavaScript that is an int passes the check. */
const safe = (1n << 53n) - 1n;

const letters: { readonly [R in Rep]?: string } = { int: 'i', float: 'f', bool: 'b', value: 'v' };

/** The table `tauraro_direct`: rows of RtCode, function, and the letters of the result and of the parameters, a byte each; ends with a row of nulls. */
export function emitDirectCalls(e: Emission, program: TypedProgram): void {
  const home = program.modules[0]!.module.name;
  const rows = program.entries.filter((entry) => entry.fn.module === home && isDirect(entry)).flatMap((entry) => row(e, entry));
  const table = defineStruct(e, 'tauraro_direct', true, [...rows, e.nullPointer, e.nullPointer, i64(e, 0)]);
  e.builder.SetLinkage(table, 'external');
}

function isDirect({ fn, version, checks }: FunctionEntry): boolean {
  const { parameters, result } = version;
  if (fn.freeVariables.length > 0 || parameters.length === 0 || parameters.length > maxParameters) return false;
  if (letters[result] === undefined || parameters.some((rep, index) => parameterLetter(rep, checks[index]!) === undefined)) return false;
  return checks.every((check) => check.kind !== 'int' || (check.low <= -safe && check.high >= safe));
}

function parameterLetter(rep: Rep, check: EntryCheck): string | undefined {
  if (rep !== 'value') return letters[rep];
  return check.kind === 'type' && check.symbol === 'rt_type_str' ? 's' : undefined;
}

function row(e: Emission, entry: FunctionEntry): LlvmConstant[] {
  const { parameters, result } = entry.version;
  const text = letters[result]! + parameters.map((rep, index) => parameterLetter(rep, entry.checks[index]!)!).join('');
  const packed = [...text].reduceRight((word, letter) => (word << 8n) | BigInt(letter.charCodeAt(0)), 0n);
  return [codeOf(e, entry.fn, generalSymbol(entry.fn)), buildDirect(e, entry), i64(e, packed)];
}

function buildDirect(e: Emission, { fn, version }: FunctionEntry): LlvmFunction {
  const { builder, types } = e;
  const direct = declare(e, `${fn.symbol}.direct`, types.i64, [types.ptr]);
  builder.SetLinkage(direct, 'internal');
  builder.SetInsertPoint(builder.CreateBlock(direct));
  const words = builder.GetArg(direct, 0);
  const args = version.parameters.map((rep, index) => loadRaw(e, builder.CreateInBoundsGEP(types.i8, words, i64(e, 8 * index)), rep));
  const result = call(e, declareVersion(e, e.program.versions.get(version.symbol)!), args);
  builder.SetCallingConv(result, 'fast');
  const payload = version.fails ? builder.CreateExtractValue(result, 0) : result;
  builder.CreateStore(version.result === 'bool' && !version.fails ? builder.CreateZExt(payload, types.i64) : payload, words);
  builder.CreateRet(version.fails ? builder.CreateExtractValue(result, 1) : i64(e, 0));
  return direct;
}

function loadRaw(e: Emission, pointer: LlvmValue, rep: Rep): LlvmValue {
  if (rep === 'float') return e.builder.CreateLoad(e.types.double, pointer);
  const word = e.builder.CreateLoad(e.types.i64, pointer);
  return rep === 'bool' ? e.builder.CreateTrunc(word, e.types.i1) : word;
}
