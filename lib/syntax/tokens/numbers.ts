/** Number tokens. What follows the digits is checked here, so that a number token is always well-formed. */
import type { Scanner } from './scanner.js';

const decimal = /(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)(?:[eE][+-]?[0-9](?:_?[0-9])*)?[jJ]?/y;
/** Keywords may follow a number directly: `1if x else 2`. */
const keywordAfter = /and|else|for|if|in|is|not|or/y;
const identifierCharacter = /\w/;

const bases: Readonly<Record<string, { readonly name: string; readonly digits: RegExp }>> = {
  x: { name: 'hexadecimal', digits: /(?:_?[0-9a-fA-F])+/y },
  o: { name: 'octal', digits: /(?:_?[0-7])+/y },
  b: { name: 'binary', digits: /(?:_?[01])+/y },
};

export function scanNumber(s: Scanner): void {
  const base = s.text[s.at] === '0' ? bases[(s.text[s.at + 1] ?? '').toLowerCase()] : undefined;
  const end = base === undefined ? scanDecimal(s) : scanBased(s, base.name, base.digits);
  s.push('NUMBER', s.at, end);
  s.at = end;
}

function scanBased(s: Scanner, name: string, digits: RegExp): number {
  digits.lastIndex = s.at + 2;
  const end = digits.test(s.text) ? digits.lastIndex : s.at + 2;
  const next = s.text[end] ?? '';
  const digit = /^_?([0-9])/.exec(s.text.slice(end, end + 2))?.[1];
  if (digit !== undefined) s.fail('E107', `invalid digit '${digit}' in ${name} literal`, end);
  if (end === s.at + 2 || next === '_') s.fail('E107', `invalid ${name} literal`, s.at, end + 1);
  checkEnd(s, end, name);
  return end;
}

function scanDecimal(s: Scanner): number {
  decimal.lastIndex = s.at;
  decimal.test(s.text);
  const end = decimal.lastIndex;
  const text = s.text.slice(s.at, end);
  checkEnd(s, end, /[jJ]$/.test(text) ? 'imaginary' : 'decimal');
  if (/^0[0-9_]*[1-9][0-9_]*$/.test(text)) {
    const message = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    s.fail('E107', message, s.at, end);
  }
  return end;
}

function checkEnd(s: Scanner, end: number, name: string): void {
  const next = s.text[end];
  if (next === undefined || !identifierCharacter.test(next)) return;
  keywordAfter.lastIndex = end;
  if (!keywordAfter.test(s.text)) s.fail('E107', `invalid ${name} literal`, s.at, end + 1);
}
