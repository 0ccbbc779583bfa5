/** String literals, and the texts of f-strings. What they mean is decoded in lib/syntax/literals/. */
import { afterNewline, isNewline, type Frame, type Scanner } from './scanner.js';

/** CPython's MAXFSTRINGLEVEL and MAX_EXPR_NESTING. */
const MAX_NESTED_STRINGS = 150;
const MAX_NESTED_FIELDS = 3;

/** At a prefix or quote; `quoteAt` is the offset of the quote. */
export function scanString(s: Scanner, quoteAt: number): void {
  const { text } = s;
  const character = text[quoteAt]!;
  const quote = text.startsWith(character.repeat(3), quoteAt) ? character.repeat(3) : character;
  const prefix = text.slice(s.at, quoteAt).toLowerCase();
  if (prefix.includes('f')) openFormatted(s, quoteAt, quote, prefix.includes('r'));
  else scanPlain(s, quoteAt, quote);
}

function scanPlain(s: Scanner, quoteAt: number, quote: string): void {
  const { text, at: start } = s;
  const isTriple = quote.length === 3;
  let at = quoteAt + quote.length;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 92) at = skipEscaped(text, at);
    else if (at >= text.length) failUnterminated(s, start, quote, at);
    else if (text[at] === quote[0] && (!isTriple || text.startsWith(quote, at))) break;
    else if (!isTriple && isNewline(code)) failUnterminated(s, start, quote, at);
    else at++;
  }
  s.at = at + quote.length;
  s.push('STRING', start, s.at);
}

/** The offset after a backslash and the character, or line break, that it escapes. */
const skipEscaped = (text: string, at: number): number => afterNewline(text, Math.min(at + 1, text.length - 1));

function failUnterminated(s: Scanner, start: number, quote: string, at: number): never {
  const outer = s.frames[s.textFrame];
  if (outer?.quote === quote) s.fail('E109', "f-string: expecting '}'", start);
  if (quote.length === 3) s.resumeAt = s.text.length;
  const what = quote.length === 3 ? 'triple-quoted string' : 'string';
  const hint = s.text.slice(start, at).includes('\\' + quote) ? '; perhaps you escaped the end quote?' : '';
  s.fail('E102', `unterminated ${what} literal (detected at line ${lastLine(s, at)})${hint}`, start);
}

/** The line that the end of the text is on, were it not for a last line break. */
function lastLine(s: Scanner, at: number): number {
  return s.lineOf(at < s.text.length ? at : Math.max(0, s.text.length - 1));
}

// --- f-strings ---

function openFormatted(s: Scanner, quoteAt: number, quote: string, isRaw: boolean): void {
  const start = s.at;
  if (s.frames.filter(({ kind }) => kind === 'text').length >= MAX_NESTED_STRINGS) {
    s.fail('E138', 'too many nested f-strings', start);
  }
  s.at = quoteAt + quote.length;
  s.push('FSTART', start, s.at);
  s.frames.push({ kind: 'text', quote, isRaw, start, depth: 0 });
}

/** At the text of an f-string or of a format: up to a brace, or to the end of either. */
export function scanFormattedText(s: Scanner, frame: Frame): void {
  const start = s.at;
  const end = textEnd(s, frame);
  const character = s.text[end]!;
  const isDoubled = frame.kind === 'text' && (character === '{' || character === '}') && s.text[end + 1] === character;
  s.at = end;
  if (isDoubled) {
    s.at = end + 2;
    s.push('FTEXT', start, s.at, s.text.slice(start, end + 1));
    return;
  }
  if (end > start) s.push('FTEXT', start, end);
  if (character === '{') openField(s, frame);
  else if (character === '}') closeFormat(s);
  else if (frame.kind === 'text') closeFormatted(s, frame);
  // A format ends at the end of its line, too; the field then goes on.
  else s.frames.pop();
}

function textEnd(s: Scanner, frame: Frame): number {
  const { text } = s;
  const isTriple = frame.quote.length === 3;
  for (let at = s.at; ; at++) {
    const code = text.charCodeAt(at);
    if (at >= text.length) failUnterminatedFormatted(s, at);
    if (code === 92) at = skipEscape(text, at, frame.isRaw);
    else if (code === 123 || code === 125) return at;
    else if (text[at] === frame.quote[0] && (!isTriple || text.startsWith(frame.quote, at))) {
      if (frame.kind === 'format') s.fail('E109', "f-string: expecting '}', or format specs", at);
      return at;
    } else if (!isTriple && isNewline(code)) {
      if (frame.kind === 'format') return at;
      failUnterminatedFormatted(s, at);
    }
  }
}

/** The offset of the last character of the escape at `at`. A brace after a backslash still begins a field. */
function skipEscape(text: string, at: number, isRaw: boolean): number {
  const next = text[at + 1];
  if (next === '{' || next === '}') return at;
  if (!isRaw && next === 'N' && text[at + 2] === '{') {
    const close = text.indexOf('}', at);
    return close < 0 ? at + 2 : close;
  }
  return skipEscaped(text, at) - 1;
}

function failUnterminatedFormatted(s: Scanner, at: number): never {
  const outer = s.frames[s.textFrame]!;
  if (outer.quote.length === 3) s.resumeAt = s.text.length;
  const what = outer.quote.length === 3 ? 'triple-quoted f-string' : 'f-string';
  s.fail('E102', `unterminated ${what} literal (detected at line ${lastLine(s, at)})`, outer.start);
}

function openField(s: Scanner, { quote, isRaw }: Frame): void {
  if (s.frames.length - s.textFrame > 2 * MAX_NESTED_FIELDS - 1) {
    s.fail('E109', 'f-string: expressions nested too deeply', s.at);
  }
  s.push('FOPEN', s.at, s.at + 1);
  s.frames.push({ kind: 'field', quote, isRaw, start: s.at, depth: s.brackets.length });
  s.at++;
}

/** A closing brace in a text is an error; in a format it ends the field. */
function closeFormat(s: Scanner): void {
  if (s.frame!.kind === 'text') s.fail('E109', "f-string: single '}' is not allowed", s.at);
  s.push('FCLOSE', s.at, s.at + 1);
  s.frames.length -= 2;
  s.at++;
}

function closeFormatted(s: Scanner, { quote }: Frame): void {
  s.push('FEND', s.at, s.at + quote.length);
  s.frames.pop();
  s.at += quote.length;
}
