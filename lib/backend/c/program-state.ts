/** A C file under construction: its sections, and what has been named in them so far. Everything is made at first use. */
import { assert } from '../../base/assert.js';
import { abi } from '../../builtins/abi.generated.js';
import type { TypedProgram } from '../../ir/program.js';
import type { TypedFunction } from '../../ir/typed.js';
import { versionsOf, type ProgramVersions } from '../shared/versions.js';
import { Names } from './names.js';

export interface ProgramState extends ProgramVersions {
  readonly typed: TypedProgram;
  /** `#line` directives instead of comments. */
  readonly debug: boolean;
  readonly names: Names;
  /** Identifiers of what has been made, by a key of its kind and content. */
  readonly made: Map<string, string>;
  /** Kinds of memory: the C types that each is accessed as. */
  readonly memory: Map<string, Set<string>>;
  /** Cells of the program, in order: what is left in them is released at the end. */
  readonly cells: { readonly symbol: string; readonly name: string }[];
  readonly externs: string[];
  readonly prototypes: string[];
  readonly data: string[];
  /** Small functions of the file itself: exits, entries of function objects. */
  readonly helpers: string[];
  /** Named, not yet printed. */
  readonly pending: TypedFunction[];
}

export function createState(typed: TypedProgram, debug: boolean): ProgramState {
  return {
    ...versionsOf(typed),
    typed,
    debug,
    names: new Names(),
    made: new Map(),
    memory: new Map(),
    cells: [],
    externs: [],
    prototypes: [],
    data: [],
    helpers: [],
    pending: [],
  };
}

/** The identifier under a key: `make` is called once, with a new one. */
export function once(p: ProgramState, key: string, hint: string, make: (name: string) => void): string {
  const known = p.made.get(key);
  if (known !== undefined) return known;
  const name = p.names.make(hint);
  p.made.set(key, name);
  make(name);
  return name;
}

/** The name of a kind of memory, for AT and ITEM. */
export function memoryKind(p: ProgramState, alias: string, type: string): string {
  const name = once(p, `memory ${alias}`, `memory ${alias.replaceAll('.', ' ')}`, () => {}).slice('memory_'.length);
  const types = p.memory.get(name) ?? new Set();
  p.memory.set(name, types.add(type));
  return kindName(name, [...types].indexOf(type), type);
}

const kindName = (name: string, index: number, type: string): string => (index === 0 ? name : `${name}_${type.replace(/\W+/g, '')}`);

/** The definitions of all kinds of memory. What is accessed as several types has one kind a type, and none is known to be apart. */
export function memoryDefinitions(p: ProgramState): string[] {
  return [...p.memory].flatMap(([name, types]) => {
    const prefix = types.size === 1 ? '' : 'MIXED_';
    return [...types].map((type, index) => {
      const macro = type === 'bool' || type === 'uint8_t' || type === 'int32_t' ? `${prefix}BYTES` : prefix === '' ? 'MEMORY' : 'MIXED';
      return `${macro}(${kindName(name, index, type)}, ${type});`;
    });
  });
}

/** The address of something of the runtime, or of a cell of the program, by its symbol: an expression of some pointer type. */
export function symbolAddress(p: ProgramState, symbol: string): string {
  if (abi[symbol] !== undefined) return symbol;
  if (!symbol.startsWith('rt_')) return `&${cellOf(p, symbol)}.it`;
  const type = /^rt_function_/.test(symbol) ? 'RtBuiltin' : /^rt_(?:type|exc)_/.test(symbol) ? 'RtType' : undefined;
  if (type !== undefined) once(p, `extern ${symbol}`, symbol, () => p.externs.push(`extern ${type} ${symbol};`));
  return `&${symbol}`;
}

export function cellOf(p: ProgramState, symbol: string): string {
  return once(p, symbol, symbol, (name) => {
    assert(/^\w+\./.test(symbol), `${symbol} is no cell`);
    p.cells.push({ symbol, name });
  });
}
