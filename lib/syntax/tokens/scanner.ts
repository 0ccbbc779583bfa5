/**
 * The state of the tokenizer. `scan…` functions read at `at`, push tokens and move `at` on, or throw a `SyntaxProblem`.
 * Invariant: brackets that were opened inside an f-string field are above that field's `depth`.
 */
import { SyntaxProblem, type SyntaxCode } from '../errors.js';
import { literalToken, valueToken, type Token, type ValueType } from './token.js';

interface OpenBracket {
  readonly character: string;
  readonly at: number;
}

/** Inside an f-string: in its text, in a field, or in the format after a field's colon. */
export interface Frame {
  readonly kind: 'text' | 'field' | 'format';
  readonly quote: string;
  readonly isRaw: boolean;
  readonly start: number;
  /** Of a field: how many brackets were open when it began. */
  readonly depth: number;
}

interface Block {
  readonly column: number;
  /** The column if tabs were one wide: both must agree on which line is deeper. */
  readonly narrowColumn: number;
  readonly isMatch: boolean;
}

export class Scanner {
  at = 0;
  readonly tokens: Token[] = [];
  brackets: OpenBracket[] = [];
  frames: Frame[] = [];
  readonly blocks: Block[] = [{ column: 0, narrowColumn: 0, isMatch: false }];
  /** The index of the first token of the current logical line. */
  lineFirst = 0;
  /** The last complete line began a match statement. */
  followsMatch = false;
  /** The next token is the first of its physical line, and the line continues one before it. */
  startsContinuedLine = false;
  /** Where to go on after the problem that is being thrown; by default the next line. */
  resumeAt = -1;

  constructor(
    readonly text: string,
    readonly report: (problem: SyntaxProblem) => void,
  ) {}

  push(type: ValueType, start: number, end: number, value = this.text.slice(start, end)): void {
    this.tokens.push(valueToken(type, value, start, end));
  }

  pushLiteral(text: string, start: number, end: number): void {
    this.tokens.push(literalToken(text, start, end));
  }

  fail(code: SyntaxCode, message: string, start: number, end = start + 1): never {
    throw new SyntaxProblem(code, message, { start, end });
  }

  lineOf(offset: number): number {
    let line = 1;
    for (let i = 0; i < offset; i++) {
      const code = this.text.charCodeAt(i);
      if (code === 10 || (code === 13 && this.text.charCodeAt(i + 1) !== 10)) line++;
    }
    return line;
  }

  get frame(): Frame | undefined {
    return this.frames[this.frames.length - 1];
  }

  /** The index of the innermost f-string among the frames; -1 outside f-strings. */
  get textFrame(): number {
    let index = this.frames.length - 1;
    while (index >= 0 && this.frames[index]!.kind !== 'text') index--;
    return index;
  }

  /** Lines are joined inside brackets and f-strings. */
  get isInside(): boolean {
    return this.brackets.length > 0 || this.frames.length > 0;
  }
}

export const isNewline = (code: number): boolean => code === 10 || code === 13;

/** The offset after the line break at `at`. */
export const afterNewline = (text: string, at: number): number =>
  text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;

export function lineEndFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isNewline(text.charCodeAt(at))) at++;
  return at;
}
