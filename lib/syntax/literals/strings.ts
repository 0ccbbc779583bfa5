/** Values of STRING tokens: prefixes, quotes, escapes, bytes. */
import type { Constant, ConstantValue } from '../ast.js';
import { SyntaxProblem } from '../errors.js';
import type { Token } from '../tokens/token.js';
import { decodeByteEscapes, decodeEscapes } from './escapes.js';

interface Literal {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  /** What stands between the quotes, line ends normalised. */
  readonly body: string;
}

/** The value of adjacent literals without f-strings among them. */
export function joinStringTokens(tokens: readonly Token[]): Pick<Constant, 'value' | 'literalKind'> {
  const literals = tokens.map(splitLiteral);
  const span = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
  const bytesCount = literals.filter((literal) => literal.isBytes).length;
  if (bytesCount === 0) {
    const value = literals.map((literal, index) => textOf(literal, tokens[index]!)).join('');
    const literalKind = tokens[0]!.value.startsWith('u') ? 'u' : null;
    return { value: { type: 'str', value }, literalKind };
  }
  if (bytesCount < literals.length) throw new SyntaxProblem('E108', 'cannot mix bytes and nonbytes literals', span);
  return { value: bytesValue(literals, tokens), literalKind: null };
}

function splitLiteral({ value }: Token): Literal {
  const quoteAt = value.search(/['"]/);
  const prefix = value.slice(0, quoteAt).toLowerCase();
  const quote = value[quoteAt]!;
  const isTriple = value.length >= quoteAt + 6 && value.startsWith(quote.repeat(3), quoteAt);
  const size = isTriple ? 3 : 1;
  const body = normaliseLineEnds(value.slice(quoteAt + size, value.length - size));
  return { isBytes: prefix.includes('b'), isRaw: prefix.includes('r'), body };
}

export const normaliseLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const textOf = ({ isRaw, body }: Literal, token: Token): string => (isRaw ? body : decodeEscapes(body, token));

function bytesValue(literals: readonly Literal[], tokens: readonly Token[]): ConstantValue {
  const parts = literals.map(({ isRaw, body }, index) => {
    const token = tokens[index]!;
    if (/[^\x00-\x7f]/.test(body)) {
      throw new SyntaxProblem('E108', 'bytes can only contain ASCII literal characters', token.span);
    }
    return isRaw ? body : decodeByteEscapes(body, token);
  });
  return { type: 'bytes', value: Uint8Array.from(parts.join(''), (character) => character.charCodeAt(0)) };
}
