/** Builds small typed functions by hand. */
import type { BlockId, ValueId } from '../../../lib/base/ids.js';
import { SourceFile } from '../../../lib/base/source.js';
import {
  noNames,
  newBlock,
  newValue,
  type Block,
  type IrModule,
  type Parameter,
  type Phi,
  type Rep,
  type Terminator,
} from '../../../lib/ir/function.js';
import type { TypedProgram } from '../../../lib/ir/program.js';
import type { TypedFunction, TypedInstruction } from '../../../lib/ir/typed.js';

export const source = new SourceFile('test.py', 'def f(x):\n    return g(x) + 1\n');

export interface FunctionOptions {
  readonly general?: boolean;
  readonly fails?: boolean;
  readonly kind?: TypedFunction['kind'];
  readonly resumePoints?: readonly number[];
}

export interface FunctionBuilder {
  readonly fn: TypedFunction;
  block: Block;
  /** The next instruction's place in the source. */
  span: { start: number; end: number };
}

type Of<K> = TypedInstruction extends infer I
  ? I extends { readonly kind: infer J }
    ? K extends J
      ? I
      : never
    : never
  : never;
type Fields<K extends TypedInstruction['kind']> = Omit<Of<K>, 'kind' | 'result' | 'span' | 'rep'>;

export function buildFunction(
  name: string,
  parameters: readonly Rep[],
  result: Rep,
  options: FunctionOptions = {},
): FunctionBuilder {
  const isGeneral = options.general === true;
  const fn: TypedFunction = {
    symbol: isGeneral ? `${name}.general` : name,
    name,
    qualname: name,
    module: '__main__',
    source,
    span: { start: 0, end: 9 },
    kind: options.kind ?? 'function',
    parameters: parameters.map((_, index): Parameter => ({ name: `p${index}`, kind: 'positional', hasDefault: false })),
    freeVariables: [],
    docstring: null,
    entry: 0 as BlockId,
    blocks: new Map(),
    valueNames: noNames(),
    nextValue: 0,
    nextBlock: 0,
    version: { symbol: isGeneral ? `${name}.general` : name, parameters, result, fails: options.fails ?? true },
    general: isGeneral,
    resumePoints: (options.resumePoints ?? []) as ValueId[],
    rare: false,
    generalSymbol: `${name}.general`,
  };
  return { fn, block: newBlock(fn), span: { start: 21, end: 25 } };
}

export function emit<K extends TypedInstruction['kind']>(b: FunctionBuilder, kind: K, rep: Rep, fields: Fields<K>): ValueId {
  const result = newValue(b.fn);
  b.block.instructions.push({ kind, result, span: b.span, rep, ...fields } as unknown as TypedInstruction);
  return result;
}

export function phi(b: FunctionBuilder, rep: Rep, ...inputs: [Block, ValueId][]): Phi {
  const made: Phi = {
    kind: 'Phi',
    result: newValue(b.fn),
    span: b.span,
    rep,
    inputs: inputs.map(([block, value]) => ({ block: block.id, value })),
  };
  b.block.instructions.push(made);
  return made;
}

export const addBlock = (b: FunctionBuilder): Block => newBlock(b.fn);

export function end(b: FunctionBuilder, terminator: Terminator, next?: Block): void {
  b.block.terminator = terminator;
  if (next !== undefined) b.block = next;
}

export const argument = (b: FunctionBuilder, index: number, rep: Rep = 'value'): ValueId => emit(b, 'Argument', rep, { index });
export const int = (b: FunctionBuilder, value: number): ValueId => emit(b, 'IntConst', 'int', { value: BigInt(value) });

export function programOf(body: TypedFunction, ...functions: TypedFunction[]): TypedProgram {
  const module: IrModule = {
    name: '__main__',
    source,
    body: { ...body, symbol: body.generalSymbol.replace(/\.general$/, '') },
    globals: new Map(),
  };
  return { modules: [{ module, fastBody: body.general ? null : body.version }], functions: [body, ...functions], entries: [] };
}

/** One line an instruction, without spans: what a test compares. */
export function show(fn: TypedFunction): string {
  const lines: string[] = [];
  for (const block of fn.blocks.values()) {
    lines.push(`b${block.id}:${block.cold ? ' cold' : ''}`);
    for (const { kind, result, span, ...rest } of block.instructions as (TypedInstruction | Phi)[]) {
      void span;
      const fields = Object.entries(rest).filter(([key]) => key !== 'rep');
      lines.push(`  %${result} = ${kind} ${fields.map(([key, value]) => `${key}=${text(value)}`).join(' ')}`.trimEnd());
    }
    lines.push(`  ${text(block.terminator)}`);
  }
  return lines.join('\n');
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)).replaceAll('"', '');
}
