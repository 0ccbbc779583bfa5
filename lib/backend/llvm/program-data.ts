/** RtSource, RtCode and RtLocation of functions. */
import { assert } from '../../base/assert.js';
import type { SourceFile, Span } from '../../base/source.js';
import type { IrFunction } from '../../ir/function.js';
import type { TypedFunction } from '../../ir/typed.js';
import { codeFlags, countParameters } from '../shared/static-layout.js';
import type { LlvmConstant, LlvmValue } from './builder.js';
import { call, declareData, i32, i64, sharedData, symbolAddress, type Emission, type LocationMap } from './emission.js';
import { arrayOfPointers, defineStruct, numbered, staticStr, staticText } from './static-data.js';
import { entryFunction, versionFields } from './entry-data.js';
import { declareVersion } from './version.js';

export function sourceOf(e: Emission, source: SourceFile): LlvmConstant {
  return sharedData(e, `source ${source.name}`, () => numbered(e, 'source'), (symbol) => {
    const length = Buffer.byteLength(source.text, 'utf8');
    return defineStruct(e, symbol, true, [
      staticText(e, source.name),
      staticText(e, source.text),
      i64(e, length),
    ]);
  });
}

const optionalText = (e: Emission, text: string | null): LlvmConstant => (text === null ? e.nullPointer : staticText(e, text));

/** The RtCode of a function; `symbol` is that of its general version, which runs when the function is called as an object. */
export function codeOf(e: Emission, fn: IrFunction, symbol: string): LlvmConstant {
  return sharedData(e, `code ${symbol}`, () => `code.${symbol}`, (name) => defineStruct(e, name, true, codeFields(e, fn, e.program.generals.get(symbol))));
}

function codeFields(e: Emission, fn: IrFunction, general: TypedFunction | undefined): LlvmConstant[] {
  const callable = fn.kind === 'module' ? undefined : general; // nobody calls a module's body through its code
  return [
    staticText(e, fn.name),
    staticText(e, fn.qualname),
    sourceOf(e, fn.source),
    i32(e, fn.source.position(fn.span.start).line),
    i32(e, countParameters(fn, 'positional-only')),
    i32(e, countParameters(fn, 'positional-only', 'positional')),
    i32(e, countParameters(fn, 'keyword-only')),
    i32(e, codeFlags(fn)),
    parameterNames(e, fn),
    callable === undefined ? e.nullPointer : entryFunction(e, callable),
    optionalText(e, fn.docstring),
    ...(callable === undefined ? [] : versionFields(e, callable)),
  ];
}

/** The address behind a symbol of the runtime or of the program; `code.NAME` is the RtCode of the function with symbol NAME. */
export function addressOf(e: Emission, symbol: string): LlvmConstant {
  if (!symbol.startsWith('code.')) return symbolAddress(e, symbol);
  const general = `${symbol.slice('code.'.length)}.general`;
  const fn = e.program.generals.get(general);
  assert(fn !== undefined, `no function for ${symbol}`);
  return codeOf(e, fn, general);
}

function parameterNames(e: Emission, fn: IrFunction): LlvmConstant {
  if (fn.parameters.length === 0) return e.nullPointer;
  const names = arrayOfPointers(
    e,
    fn.parameters.map((parameter) => staticStr(e, parameter.name)),
  );
  return defineStruct(e, numbered(e, 'parameters'), true, [names]);
}

/** Where in the source an exception passed. */
export function locationOf(e: Emission, fn: TypedFunction, span: Span): LlvmConstant {
  const places = placesOf(e.locations, fn);
  const key = span.start * 2 ** 26 + span.end;
  let location = places.get(key);
  if (location === undefined) places.set(key, (location = makeLocation(e, fn, span, key)));
  return location;
}

function placesOf<T>(map: LocationMap<T>, fn: TypedFunction): Map<number, T> {
  let places = map.get(fn.generalSymbol);
  if (places === undefined) map.set(fn.generalSymbol, (places = new Map()));
  return places;
}

/** An earlier unit's, or a new one. */
function makeLocation(e: Emission, fn: TypedFunction, span: Span, key: number): LlvmConstant {
  const names = placesOf(e.program.locationNames, fn);
  const known = names.get(key);
  if (known !== undefined) return declareData(e, known);
  const name = numbered(e, 'location');
  names.set(key, name);
  return defineLocation(e, fn, span, name);
}

/** An RtLocation. */
function defineLocation(e: Emission, fn: TypedFunction, span: Span, name: string): LlvmConstant {
  const start = fn.source.characterPosition(span.start);
  const end = fn.source.characterPosition(span.end);
  const words = [start.line, start.column, end.line, end.column, 0, 0].map((word) => i32(e, word));
  return defineStruct(e, name, true, [codeOf(e, fn, fn.generalSymbol), ...words]);
}

export function runGeneral(e: Emission, general: TypedFunction, [closure, args]: [LlvmValue, LlvmValue]): LlvmValue {
  return call(e, declareVersion(e, general), [closure, args, i32(e, 0)]);
}
