/** The value of a number token, which the tokenizer has found well-formed. */
import type { ConstantValue } from '../ast.js';
import { SyntaxProblem } from '../errors.js';
import type { Token } from '../tokens/token.js';

/** CPython's `sys.int_info.default_max_str_digits`. */
const MAX_DIGITS = 4300;

export function numberValue(token: Token): ConstantValue {
  const text = token.value.includes('_') ? token.value.replaceAll('_', '') : token.value;
  if (/^0[xob]/i.test(text)) return { type: 'int', value: BigInt(text) };
  if (/j$/i.test(text)) return { type: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.e]/i.test(text)) return { type: 'float', value: Number(text) };
  if (text.length > MAX_DIGITS) throw tooManyDigits(text, token);
  return { type: 'int', value: BigInt(text) };
}

function tooManyDigits(text: string, token: Token): SyntaxProblem {
  const message =
    `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${text.length} digits; ` +
    'use sys.set_int_max_str_digits() to increase the limit - ' +
    'Consider hexadecimal for huge integer literals to avoid decimal conversion limits.';
  return new SyntaxProblem('E140', message, token.span);
}
