/** Mistakes in the fields of f-strings. */
import type { SyntaxProblem } from './errors.js';
import { problem, type Mistake } from './explain.js';

const marks: Readonly<Record<string, string>> = { FEQUAL: '=', FBANG: '!', FCOLON: ':', FCLOSE: '}' };

/** The field is the innermost bracket: what is inside brackets of its own is an ordinary mistake. */
export function explainField({ line, at, bad, previous, open, expected }: Mistake): SyntaxProblem | null {
  const field = open.at(-1);
  if (field === undefined || line[field]!.type !== 'FOPEN' || previous === undefined) return null;
  if (bad.type === 'NEWLINE' || bad.type === 'END') return null;
  if (previous.type === 'FOPEN') {
    const mark = marks[bad.type];
    if (mark === undefined) return problem('E109', "f-string: expecting a valid expression after '{'", bad);
    return problem('E109', `f-string: valid expression required before '${mark}'`, bad);
  }
  if (previous.type === 'FBANG') {
    const isMissing = bad.type in marks;
    return problem('E109', `f-string: ${isMissing ? 'missing' : 'invalid'} conversion character`, bad);
  }
  if (line.slice(field, at).some(({ type }) => type === 'lambda') && bad.type in marks) {
    return problem('E109', 'f-string: lambda expressions are not allowed without parentheses', bad);
  }
  if (!expected.has('%FCLOSE')) {
    return at === field + 2 && bad.type in marks
      ? problem('E109', "f-string: expecting a valid expression after '{'", previous)
      : null;
  }
  return afterExpression(previous.type, line[at - 2]?.type, expected.has('%FEQUAL'), bad);
}

function afterExpression(
  last: string,
  beforeLast: string | undefined,
  takesEquals: boolean,
  bad: Mistake['bad'],
): SyntaxProblem | null {
  const begins = ['NAME', 'NUMBER', 'STRING', 'FSTART', 'None', 'True', 'False', 'lambda', 'not'].includes(bad.type);
  if (beforeLast === 'FBANG') return problem('E109', "f-string: expecting ':' or '}'", bad);
  if (last === 'FEQUAL') return problem('E109', "f-string: expecting '!', or ':', or '}'", bad);
  if (!takesEquals) return problem('E109', "f-string: expecting '}'", bad);
  return begins ? null : problem('E109', "f-string: expecting '=', or '!', or ':', or '}'", bad);
}
