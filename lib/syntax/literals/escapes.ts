/** Escape sequences in string and bytes literals, with CPython's messages for malformed ones. */
import { SyntaxProblem } from '../errors.js';
import type { Token } from '../tokens/token.js';
import { lookUpUnicodeName } from './unicode-names.js';

const simple: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const digitCounts: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The text of a non-raw str literal. Unknown escapes stay as they are. */
export function decodeEscapes(body: string, token: Token): string {
  let at = body.indexOf('\\');
  if (at < 0) return body;
  let decoded = body.slice(0, at);
  while (at < body.length) {
    const escape = readEscape(body, at, token);
    decoded += escape.text;
    const next = body.indexOf('\\', escape.end);
    const stop = next < 0 ? body.length : next;
    decoded += body.slice(escape.end, stop);
    at = stop;
  }
  return decoded;
}

interface Escape {
  readonly text: string;
  readonly end: number;
}

/** `at` is the offset of the backslash. */
function readEscape(body: string, at: number, token: Token): Escape {
  const letter = body[at + 1];
  if (letter === undefined) return { text: '\\', end: at + 1 };
  const known = simple[letter];
  if (known !== undefined) return { text: known, end: at + 2 };
  if (letter >= '0' && letter <= '7') return readOctal(body, at);
  const digits = digitCounts[letter];
  if (digits !== undefined) return readHex(body, at, digits, token);
  if (letter === 'N') return readName(body, at, token);
  return { text: '\\', end: at + 1 };
}

function readOctal(body: string, at: number): Escape {
  const digits = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4))![0];
  return { text: String.fromCharCode(parseInt(digits, 8)), end: at + 1 + digits.length };
}

function readHex(body: string, at: number, count: number, token: Token): Escape {
  const digits = /^[0-9a-fA-F]*/.exec(body.slice(at + 2, at + 2 + count))![0];
  const end = at + 2 + digits.length;
  const letter = body[at + 1]!;
  if (digits.length < count) throw unicodeError(body, at, end, `truncated \\${letter}${'X'.repeat(count)} escape`, token);
  const codePoint = parseInt(digits, 16);
  if (codePoint > 0x10ffff) throw unicodeError(body, at, end, 'illegal Unicode character', token);
  return { text: String.fromCodePoint(codePoint), end };
}

function readName(body: string, at: number, token: Token): Escape {
  const close = body[at + 2] === '{' ? body.indexOf('}', at + 3) : -1;
  if (close <= at + 3) {
    const end = close > 0 ? close + 1 : body[at + 2] === '{' ? body.length : at + 2;
    throw unicodeError(body, at, end, 'malformed \\N character escape', token);
  }
  const codePoint = lookUpUnicodeName(body.slice(at + 3, close));
  if (codePoint === undefined) throw unicodeError(body, at, close + 1, 'unknown Unicode character name', token);
  return { text: String.fromCodePoint(codePoint), end: close + 1 };
}

/** CPython counts positions in a copy of the literal where each non-ASCII character is an escape of ten bytes. */
function unicodeError(body: string, start: number, end: number, reason: string, token: Token): SyntaxProblem {
  const position = (offset: number): number => {
    let bytes = 0;
    for (const character of body.slice(0, offset)) bytes += character.codePointAt(0)! < 128 ? 1 : 10;
    return bytes;
  };
  const where = `in position ${position(start)}-${position(end) - 1}`;
  const message = `(unicode error) 'unicodeescape' codec can't decode bytes ${where}: ${reason}`;
  return new SyntaxProblem('E108', message, token.span);
}

/** The bytes of a non-raw bytes literal, each as a character below 256. */
export function decodeByteEscapes(body: string, token: Token): string {
  return body.replace(/\\([0-7]{1,3}|x[0-9a-fA-F]{0,2}|[\s\S])/g, (whole, escape: string, at: number) => {
    const known = simple[escape];
    if (known !== undefined) return known;
    if (escape >= '0' && escape < '8') return String.fromCharCode(parseInt(escape, 8) & 0xff);
    if (escape[0] !== 'x') return whole;
    if (escape.length === 3) return String.fromCharCode(parseInt(escape.slice(1), 16));
    throw new SyntaxProblem('E108', `(value error) invalid \\x escape at position ${at}`, token.span);
  });
}
