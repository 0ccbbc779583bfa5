/** Tokens and their numbers in the parse tables. */
import { terminals } from '../generated/tables.js';

export class Token {
  /**
   * nearley's grammar matches `type` (`%NAME`) or `text` (`"if"`): a token with a value has no text.
   * `value` is the source text, except for FEQUAL, where it is the text that `f'{x=}'` prints.
   */
  constructor(
    readonly type: string,
    readonly text: string,
    readonly value: string,
    readonly start: number,
    readonly end: number,
    readonly terminal: number,
  ) {}

  get span(): { start: number; end: number } {
    return { start: this.start, end: this.end };
  }
}

const numbers = new Map(terminals.map((name, index) => [name, index]));

/** Types that the grammar doesn't name: the block assembler consumes INDENT, DEDENT and END; ERROR fits nowhere. */
const NONE = -1;

const valueTypes = [
  'NAME',
  'NUMBER',
  'STRING',
  'NEWLINE',
  'MATCH',
  'CASE',
  'TYPE',
  'FSTART',
  'FTEXT',
  'FEND',
  'FOPEN',
  'FCLOSE',
  'FEQUAL',
  'FBANG',
  'FCOLON',
  'INDENT',
  'DEDENT',
  'END',
  'ERROR',
] as const;
export type ValueType = (typeof valueTypes)[number];

const terminalOfType = Object.fromEntries(valueTypes.map((type) => [type, numbers.get('%' + type) ?? NONE])) as Record<
  ValueType,
  number
>;

export function valueToken(type: ValueType, value: string, start: number, end: number): Token {
  return new Token(type, '', value, start, end, terminalOfType[type]);
}

/** A keyword, operator or bracket: its type is its text. */
export function literalToken(text: string, start: number, end: number): Token {
  return new Token(text, text, text, start, end, numbers.get(text) ?? NONE);
}

export const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Keywords that begin a statement and can't stand inside an expression. */
export const statementKeywords: ReadonlySet<string> = new Set(
  'assert break class continue def del elif except finally global import nonlocal pass raise return try while with'.split(' '),
);
