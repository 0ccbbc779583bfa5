/** Tokens and their numbers in the parse tables. */
import type { SyntaxProblem } from '../errors.js';
import { terminals } from '../generated/tables.js';

/** The terminal of what the grammar doesn't name: INDENT, DEDENT and END are for the block assembler, ERROR fits nowhere. */
const NONE = -1;

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

/** What stands for the rest of a line that can't be read; the block assembler reports its problem. */
export class ErrorToken extends Token {
  constructor(
    readonly problem: SyntaxProblem,
    at: number,
  ) {
    super('ERROR', '', '', at, at, NONE);
  }
}

const numbers = new Map(terminals.map((name, index) => [name, index]));

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
