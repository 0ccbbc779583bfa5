/** Constants as CPython's `repr` prints them. */
import { unreachable } from '../base/assert.js';
import type { ConstantValue } from './ast.js';

export function printConstant(constant: ConstantValue): string {
  switch (constant.type) {
    case 'None':
      return 'None';
    case 'Ellipsis':
      return 'Ellipsis';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return String(constant.value);
    case 'float':
      return printFloat(constant.value, '.0');
    case 'complex':
      return printFloat(constant.imag, '') + 'j';
    case 'str':
      return printString(constant.value);
    case 'bytes':
      return 'b' + printBytes(constant.value);
    default:
      return unreachable(constant);
  }
}

/** The shortest text that reads back as the same number; `ending` marks a whole number as a float. */
function printFloat(value: number, ending: string): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [digits, exponentText] = Math.abs(value).toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    return `${sign}${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  // In this range JavaScript uses an exponent only for small numbers.
  const text = exponent < 0 ? `0.${'0'.repeat(-exponent - 1)}${digits.replace('.', '')}` : String(Math.abs(value));
  return sign + (text.includes('.') ? text : text + ending);
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

export function printString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let printed = quote;
  for (const character of text) {
    if (character === quote) printed += '\\' + quote;
    else if (character !== ' ' && /[\\\p{C}\p{Z}]/u.test(character)) printed += escape(character);
    else printed += character;
  }
  return printed + quote;
}

function escape(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0)!;
  if (code < 0x100) return '\\x' + code.toString(16).padStart(2, '0');
  if (code < 0x10000) return '\\u' + code.toString(16).padStart(4, '0');
  return '\\U' + code.toString(16).padStart(8, '0');
}

function printBytes(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const printed = text.replace(/[^ -~]|[\\'"]/g, (character) => {
    if (character === "'" || character === '"') return character === quote ? '\\' + character : character;
    return shortEscapes[character] ?? '\\x' + character.charCodeAt(0).toString(16).padStart(2, '0');
  });
  return quote + printed + quote;
}
