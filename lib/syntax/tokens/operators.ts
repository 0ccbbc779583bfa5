/** Operators, brackets, and the marks that end an f-string field's expression. */
import { failAtCharacter } from './names.js';
import type { Frame, Scanner } from './scanner.js';

/** CPython's MAXLEVEL. */
const MAX_BRACKETS = 200;

const operators = (
  '+ - * / // % @ ** << >> & | ^ ~ < > <= >= == != -> += -= *= /= //= %= @= &= |= ^= >>= <<= **= ' +
  '( ) [ ] { } , : . ; = := ...'
).split(' ');

/** By first character, the longest first. */
const operatorsAt: string[][] = Array.from({ length: 128 }, () => []);
for (const operator of operators.sort((a, b) => b.length - a.length)) {
  operatorsAt[operator.charCodeAt(0)]!.push(operator);
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function scanOperator(s: Scanner): void {
  const frame = s.frame;
  if (frame?.depth === s.brackets.length && scanFieldMark(s, frame)) return;
  const { text, at } = s;
  const candidates = operatorsAt[text.charCodeAt(at)]!;
  const operator = candidates.find((candidate) => candidate.length === 1 || text.startsWith(candidate, at));
  if (operator === undefined) failAtCharacter(s, at, text.codePointAt(at)!);
  if (operator in closers) openBracket(s, operator);
  else if (operator === ')' || operator === ']' || operator === '}') closeBracket(s, operator);
  s.at = at + operator.length;
  s.pushLiteral(operator, at, s.at);
}

function openBracket(s: Scanner, character: string): void {
  if (s.brackets.length + s.frames.length >= MAX_BRACKETS) {
    s.resumeAt = s.text.length;
    s.fail('E138', 'too many nested parentheses', s.at);
  }
  s.brackets.push({ character, at: s.at });
}

function closeBracket(s: Scanner, character: string): void {
  const frame = s.frame;
  const open = s.brackets.length > (frame?.depth ?? 0) ? s.brackets.pop() : undefined;
  if (open === undefined) s.fail('E103', `${frame ? 'f-string: ' : ''}unmatched '${character}'`, s.at);
  if (closers[open.character] === character) return;
  const openLine = s.lineOf(open.at);
  const where = openLine === s.lineOf(s.at) ? '' : ` on line ${openLine}`;
  const message = `closing parenthesis '${character}' does not match opening parenthesis '${open.character}'${where}`;
  s.fail('E103', message, s.at);
}

/** Outside brackets of its own, a field's expression ends at `}`, `:`, `!` or `=`. */
function scanFieldMark(s: Scanner, frame: Frame): boolean {
  const { text, at } = s;
  const next = text[at + 1];
  switch (text[at]) {
    case '}':
      s.push('FCLOSE', at, at + 1);
      s.frames.pop();
      break;
    case ':':
      s.push('FCOLON', at, at + 1);
      s.frames.push({ ...frame, kind: 'format', start: at + 1, depth: -1 });
      break;
    case '!':
      if (next === '=') return false;
      s.push('FBANG', at, at + 1);
      break;
    case '=':
      if (next === '=') return false;
      pushEquals(s, frame);
      break;
    default:
      return false;
  }
  s.at = at + 1;
  return true;
}

/** The token extends to the next mark, as does the text that `f'{x = }'` prints before the value. */
function pushEquals(s: Scanner, { start }: Frame): void {
  const spaces = /(?:\s|#[^\r\n]*|\\[\r\n])*/y;
  spaces.lastIndex = s.at + 1;
  spaces.test(s.text);
  s.push('FEQUAL', s.at, spaces.lastIndex, withoutComments(s, start + 1, spaces.lastIndex));
}

function withoutComments({ text, tokens }: Scanner, start: number, end: number): string {
  const source = text.slice(start, end);
  if (!source.includes('#')) return source;
  const isInString = (offset: number): boolean => {
    const at = start + offset;
    return tokens.some((token) => token.start <= at && at < token.end);
  };
  return source.replace(/#[^\r\n]*/g, (comment, offset: number) => (isInString(offset) ? comment : ''));
}
