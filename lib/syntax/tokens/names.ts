/** Identifiers, keywords, and the soft keywords `match`, `case` and `type`, which the logical line tells from names. */
import { scanString } from './strings.js';
import { lineEndFrom, type Scanner } from './scanner.js';
import { keywords, statementKeywords, valueToken, type Token } from './token.js';

const identifier = /[\p{XID_Start}_]\p{XID_Continue}*/uy;
const stringPrefix = /^(?:r[bf]?|[bf]r?|u)$/i;

/** 1: may begin an identifier; 2: a digit. */
export const asciiClass = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') asciiClass[character.charCodeAt(0)] = 1;
for (const character of '0123456789') asciiClass[character.charCodeAt(0)] = 2;

/** At an ASCII letter, an underscore, or any character beyond ASCII. */
export function scanName(s: Scanner): void {
  const { text, at: start } = s;
  let end = start;
  let code = text.charCodeAt(end);
  while (code < 128 && asciiClass[code] !== 0) code = text.charCodeAt(++end);
  if (code >= 128) return scanUnicodeName(s);
  const word = text.slice(start, end);
  if ((code === 34 || code === 39) && end - start <= 2 && stringPrefix.test(word)) return scanString(s, end);
  s.at = end;
  if (keywords.has(word)) pushKeyword(s, word, start);
  else pushName(s, word, start);
}

function scanUnicodeName(s: Scanner): void {
  const start = s.at;
  identifier.lastIndex = start;
  const end = identifier.test(s.text) ? identifier.lastIndex : start;
  const next = s.text.codePointAt(end);
  if (next !== undefined && next >= 128) failAtCharacter(s, end, next);
  s.at = end;
  pushName(s, s.text.slice(start, end).normalize('NFKC'), start);
}

/** A character that begins no token. */
export function failAtCharacter(s: Scanner, at: number, codePoint: number): never {
  const character = String.fromCodePoint(codePoint);
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const end = at + character.length;
  if (/[\p{C}\p{Z}]/u.test(character)) s.fail('E101', `invalid non-printable character ${number}`, at, end);
  if (codePoint < 128) s.fail('E100', 'invalid syntax', at, end);
  s.fail('E101', `invalid character '${character}' (${number})`, at, end);
}

function pushKeyword(s: Scanner, word: string, start: number): void {
  const previous = s.tokens.at(-1);
  // One token for `is not` and `not in`: the only place where Python's flat operators would be ambiguous.
  if ((word === 'not' && previous?.text === 'is') || (word === 'in' && previous?.text === 'not')) {
    s.tokens.pop();
    s.pushLiteral(`${previous.text} ${word}`, previous.start, s.at);
  } else {
    s.pushLiteral(word, start, s.at);
  }
}

function pushName(s: Scanner, name: string, start: number): void {
  const previous = s.tokens.at(-1);
  if (previous?.type === 'NAME' && previous.value === 'type' && beginsStatement(s.tokens.at(-2))) {
    s.tokens[s.tokens.length - 1] = valueToken('TYPE', 'type', previous.start, previous.end);
  }
  s.push('NAME', start, s.at, name);
}

const beginsStatement = (before: Token | undefined): boolean =>
  before === undefined || [';', ':', 'NEWLINE', 'INDENT', 'DEDENT', 'ERROR'].includes(before.type);

/** Called at the end of each logical line, before its NEWLINE is pushed. */
export function resolveSoftKeyword(s: Scanner): void {
  const first = s.tokens[s.lineFirst];
  if (first?.type !== 'NAME') return;
  if (first.value === 'match' && isMatchLine(s)) {
    s.tokens[s.lineFirst] = valueToken('MATCH', 'match', first.start, first.end);
    s.followsMatch = true;
  } else if (first.value === 'case' && s.blocks.at(-1)!.isMatch) {
    s.tokens[s.lineFirst] = valueToken('CASE', 'case', first.start, first.end);
  }
}

/** A line that begins with the name `match` can end with a colon only as a match statement. */
function isMatchLine({ tokens, lineFirst }: Scanner): boolean {
  const second = tokens[lineFirst + 1];
  if (second === undefined || [':', '=', '.'].includes(second.text)) return false;
  return tokens.at(-1)!.text === ':' || ['NAME', 'NUMBER', 'STRING', 'FSTART'].includes(second.type);
}

/** The keyword at `at` can't stand inside brackets: the last bracket was forgotten, and a new line begins here. */
export function beginsNewStatement(s: Scanner): boolean {
  const word = /^[a-z]+(?![\w\u0080-\uffff])/.exec(s.text.slice(s.at, Math.min(s.at + 12, lineEndFrom(s.text, s.at))));
  return word !== null && statementKeywords.has(word[0]);
}
