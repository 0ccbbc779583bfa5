/** Why a line fits no rule, in CPython's words: from the token where the parse stopped and what would have fitted there. */
import type { Span } from '../base/source.js';
import { SyntaxProblem, type SyntaxCode } from './errors.js';
import type { ParseFailure } from './lalr.js';
import type { Token } from './tokens/token.js';

/** The logical line `tokens[from .. to)`. */
export interface TokenLine {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

const problem = (code: SyntaxCode, message: string, { start, end }: Span): SyntaxProblem =>
  new SyntaxProblem(code, message, { start, end });

export function explainFailure({ tokens, to }: TokenLine, { index }: ParseFailure): SyntaxProblem {
  const bad = tokens[Math.min(index, to - 1)]!;
  return problem('E100', 'invalid syntax', bad);
}
