/** Calls of runtime functions and of versions of the program's functions. */
import { assert, InternalError } from '../../base/assert.js';
import type { AbiType } from '../../builtins/abi.js';
import { generalSymbol } from '../../ir/program.js';
import { abiOf } from '../../ir/typed-info.js';
import type { RuntimeArgument, TypedInstruction } from '../../ir/typed.js';
import { generatorFrame, isGeneral } from '../shared/versions.js';
import { addressOf, codeOf } from './code-data.js';
import { applied, atom, convert, declaration, shapeOf, type Expression } from './expression.js';
import { asShape, print, rename, settle, store, storeArray, type FunctionState } from './function-state.js';
import { floatLiteral, intLiteral } from './names.js';
import { once } from './program-state.js';
import { staticCache, staticNames, staticStr, textLiteral } from './static-data.js';
import { resultType, versionNamed } from './version.js';

type CallRuntime = Extract<TypedInstruction, { kind: 'CallRuntime' }>;
type CallVersion = Extract<TypedInstruction, { kind: 'CallVersion' }>;

export function printCallRuntime(f: FunctionState, i: CallRuntime): Expression | null {
  const row = abiOf(i.symbol);
  assert(row.params.length === i.args.length, `${f.fn.symbol}: ${i.symbol} takes ${row.params.length} arguments, not ${i.args.length}`);
  let start = 0;
  const args = i.args.map((argument, index) => {
    if (typeof argument !== 'object' || !('array' in argument)) return printArgument(f, argument, row.paramTypes[index]!);
    const array = storeArray(f, argument.array.map((item) => asShape(f, item, 'i64')), start);
    start += argument.array.length;
    return atom(array);
  });
  if (i.symbol.startsWith('rt_import_') && args.length === 0) declareImporter(f, i.symbol);
  const call = applied(i.symbol, ...args);
  settle(f);
  if (row.resultType === 'void' || i.rep === 'void' || f.uses[i.result] === 0) print(f, `${call.text};`);
  else store(f, i.result, i.rep, convert(call, row.resultType, shapeOf(i.rep)));
  return null;
}

/** These stand in no header: there is one for each of the runtime's modules. */
function declareImporter({ p }: FunctionState, symbol: string): void {
  once(p, `extern ${symbol}`, symbol, () => p.externs.push(`RtValue ${symbol}(void);`));
}

function printArgument(f: FunctionState, argument: Exclude<RuntimeArgument, { array: unknown }>, type: AbiType): Expression {
  assert(type !== 'void', 'no parameter is void');
  if (typeof argument === 'number') return asShape(f, argument, type);
  if ('number' in argument) return numberLiteral(argument.number, type);
  if ('frame' in argument) return atom(String(generatorFrame(f.p, argument.frame)));
  const address = atom(staticAddress(f, argument));
  return type === 'ptr' ? address : applied('VAL', address);
}

function numberLiteral(value: bigint, type: AbiType): Expression {
  switch (type) {
    case 'i64':
    case 'i32':
      return atom(intLiteral(value));
    case 'i1':
      return atom(String(value !== 0n));
    case 'ptr':
      return value === 0n ? atom('NULL') : applied('PTR', atom(intLiteral(value)));
    case 'double':
      return atom(floatLiteral(Number(value)));
    default:
      throw new InternalError('no parameter is void');
  }
}

type StaticArgument = Exclude<RuntimeArgument, number | { array: unknown } | { number: unknown } | { frame: unknown }>;

function staticAddress(f: FunctionState, argument: StaticArgument): string {
  if ('symbol' in argument) return symbolArgument(addressOf(f.p, argument.symbol));
  if ('string' in argument) return `&${staticStr(f.p, argument.string)}`;
  if ('names' in argument) return staticNames(f.p, argument.names);
  if ('text' in argument) return textLiteral(argument.text);
  if ('resume' in argument) return versionNamed(f.p, argument.resume).name;
  if ('code' in argument) return `&${codeOf(f.p, argument.code, generalSymbol(argument.code))}`;
  return staticCache(f.p, argument.cache);
}

/** The parameter may be of another object type than the symbol. */
const symbolArgument = (address: string): string => (/^&(?:rt_(?!type_|exc_)|code_)/.test(address) ? `(void *)${address}` : address);

export function printCallVersion(f: FunctionState, i: CallVersion): null {
  const { fn: callee, name } = versionNamed(f.p, i.version);
  f.payloads.set(i.result, i.version.result);
  if (isGeneral(callee)) return printCallGeneral(f, i, name);
  const closure = callee.freeVariables.length === 0 ? [] : [i.closure === null ? atom('0') : asShape(f, i.closure, 'i64')];
  const args = i.args.map((argument, index) => asShape(f, argument, shapeOf(i.version.parameters[index]!)));
  return printResult(f, i, applied(name, ...closure, ...args), resultType(i.version));
}

/** A general version takes its arguments in memory and returns 0 for raised: made a pair here. */
function printCallGeneral(f: FunctionState, i: CallVersion, name: string): null {
  const closure = i.closure === null ? atom('NULL') : asShape(f, i.closure, 'ptr');
  const array = storeArray(f, i.args.map((argument) => asShape(f, argument, 'i64')));
  const call = applied(name, closure, atom(array), atom('0'));
  return i.version.fails ? printResult(f, i, applied('pair_of_call', call), 'Pair') : printResult(f, i, call, 'RtValue');
}

function printResult(f: FunctionState, i: CallVersion, call: Expression, type: string): null {
  settle(f);
  if (f.uses[i.result] === 0 || type === 'void') print(f, `${call.text};`);
  else {
    const name = `v${i.result}`;
    print(f, `${declaration(type, name)} = ${call.text};`);
    rename(f, i.result, i.version.fails ? 'pair' : i.version.result, atom(name));
  }
  return null;
}

