/**
 * Text to tokens, with INDENT, DEDENT and f-string tokens, and soft keywords resolved. In place of a token that can't be read
 * stands an ERROR token, which holds the problem; the logical line ends there, and the next one begins with the next physical line.
 */
import { SyntaxProblem } from '../errors.js';
import { scanIndentation } from './indentation.js';
import { asciiClass, beginsNewStatement, resolveSoftKeyword, scanName } from './names.js';
import { scanNumber } from './numbers.js';
import { scanOperator } from './operators.js';
import { afterNewline, isNewline, lineEndFrom, Scanner } from './scanner.js';
import { scanFormattedText, scanString } from './strings.js';
import { ErrorToken, type Token } from './token.js';

/** The last token is END; every logical line ends with NEWLINE. */
export function tokenize(text: string, report: (problem: SyntaxProblem) => void): Token[] {
  const s = new Scanner(text, report);
  let isLineStart = true;
  while (s.at < text.length || s.isInside) {
    try {
      if (isLineStart) scanIndentation(s);
      isLineStart = false;
      isLineStart = scanLogicalLine(s);
    } catch (problem) {
      if (!(problem instanceof SyntaxProblem)) throw problem;
      recover(s, problem);
      isLineStart = true;
    }
  }
  finish(s);
  return s.tokens;
}

/** Scans up to the NEWLINE; false at the end of the text. */
function scanLogicalLine(s: Scanner): boolean {
  const { text } = s;
  for (;;) {
    const frame = s.frame;
    if (frame !== undefined && frame.kind !== 'field') {
      scanFormattedText(s, frame);
      continue;
    }
    let code = text.charCodeAt(s.at);
    while (code === 32 || code === 9 || code === 12) code = text.charCodeAt(++s.at);
    if (s.at >= text.length) {
      if (s.isInside) failUnclosed(s);
      return false;
    }
    if (isNewline(code)) {
      if (endLine(s)) return true;
    } else if (code === 35) s.at = lineEndFrom(text, s.at);
    else scanToken(s, code);
  }
}

function scanToken(s: Scanner, code: number): void {
  if (code === 92) return scanContinuation(s);
  const kind = code < 128 ? asciiClass[code] : 1;
  if (s.startsContinuedLine) {
    s.startsContinuedLine = false;
    if (kind === 1 && beginsNewStatement(s)) failUnclosed(s, true);
  }
  if (kind === 1) scanName(s);
  else if (kind === 2 || (code === 46 && asciiClass[s.text.charCodeAt(s.at + 1)] === 2)) scanNumber(s);
  else if (code === 34 || code === 39) scanString(s, s.at);
  else scanOperator(s);
}

/** At a line break: true if it ends the logical line. */
function endLine(s: Scanner): boolean {
  const start = s.at;
  s.at = afterNewline(s.text, start);
  if (s.isInside) {
    s.startsContinuedLine = true;
    return false;
  }
  resolveSoftKeyword(s);
  s.push('NEWLINE', start, s.at);
  return true;
}

function scanContinuation(s: Scanner): void {
  const next = s.text.charCodeAt(s.at + 1);
  if (s.at + 1 >= s.text.length) s.fail('E110', 'unexpected EOF while parsing', s.at);
  if (!isNewline(next)) s.fail('E110', 'unexpected character after line continuation character', s.at + 1);
  s.at = afterNewline(s.text, s.at + 1);
  if (s.at >= s.text.length) s.fail('E110', 'unexpected EOF while parsing', s.at - 1);
}

/** The text ends, or a statement begins, inside a bracket or an f-string field. */
function failUnclosed(s: Scanner, resumesHere = false): never {
  if (resumesHere) s.resumeAt = lineStart(s.text, s.at);
  const frame = s.frame;
  const bracket = s.brackets.at(-1);
  if (bracket === undefined || (frame !== undefined && frame.start > bracket.at)) {
    s.fail('E103', "'{' was never closed", frame!.start);
  }
  s.fail('E103', `'${bracket.character}' was never closed`, bracket.at);
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isNewline(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Ends the logical line here and goes on with the next one. */
function recover(s: Scanner, problem: SyntaxProblem): void {
  const resumeAt = s.resumeAt >= 0 ? s.resumeAt : lineEndFrom(s.text, s.at);
  s.tokens.push(new ErrorToken(problem, s.at));
  s.push('NEWLINE', s.at, s.at);
  const isAtBreak = s.resumeAt < 0 && resumeAt < s.text.length;
  s.at = isAtBreak ? afterNewline(s.text, resumeAt) : resumeAt;
  s.resumeAt = -1;
  s.brackets = [];
  s.frames = [];
  s.startsContinuedLine = false;
}

function finish(s: Scanner): void {
  const end = s.text.length;
  const last = s.tokens.at(-1);
  if (last !== undefined && !['NEWLINE', 'INDENT', 'DEDENT'].includes(last.type)) {
    resolveSoftKeyword(s);
    s.push('NEWLINE', end, end);
  }
  for (let depth = s.blocks.length; depth > 1; depth--) s.push('DEDENT', end, end);
  s.push('END', end, end);
}
