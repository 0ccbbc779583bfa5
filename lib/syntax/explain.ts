/**
 * Why a line fits no rule, in CPython's words: from the token where the parse stopped and from what would have fitted there. Each
 * explanation looks at one mistake and returns null if it isn't that one; the first that knows wins.
 */
import type { Span } from '../base/source.js';
import { explainField } from './explain-field.js';
import { SyntaxProblem, type SyntaxCode } from './errors.js';
import type { ParseFailure } from './lalr.js';
import type { Token } from './tokens/token.js';

/** The logical line `tokens[from .. to)`. */
export interface TokenLine {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

export interface Mistake {
  readonly line: readonly Token[];
  /** The index in `line` of the token that doesn't fit. */
  readonly at: number;
  readonly bad: Token;
  readonly previous: Token | undefined;
  readonly expected: ReadonlySet<string>;
  /** Indexes in `line` of the brackets that are open at `at`, f-string fields included. */
  readonly open: readonly number[];
}

type Explanation = (mistake: Mistake) => SyntaxProblem | null;

export const problem = (code: SyntaxCode, message: string, { start, end }: Span): SyntaxProblem =>
  new SyntaxProblem(code, message, { start, end });

/** In the order in which CPython's own rules for errors come to bear. */
const explanations: readonly Explanation[] = [
  explainLegacyStatement,
  explainImport,
  explainDefinition,
  explainPattern,
  explainParameters,
  explainField,
  explainForClause,
  explainStar,
  explainDictionary,
  explainMissingComma,
  explainMissingColon,
];

export function explainFailure({ tokens, from, to }: TokenLine, { index, expected }: ParseFailure): SyntaxProblem {
  const line = tokens.slice(from, to);
  const at = Math.min(index - from, line.length - 1);
  const bad = line[at]!;
  const mistake = { line, at, bad, previous: line[at - 1], expected, open: openBrackets(line, at) };
  for (const explain of explanations) {
    const explained = explain(mistake);
    if (explained !== null) return explained;
  }
  return problem('E100', 'invalid syntax', bad);
}

function openBrackets(line: readonly Token[], end: number): number[] {
  const open: number[] = [];
  for (let i = 0; i < end; i++) {
    const { text, type } = line[i]!;
    if (text === '(' || text === '[' || text === '{' || type === 'FOPEN') open.push(i);
    else if (text === ')' || text === ']' || text === '}' || type === 'FCLOSE') open.pop();
  }
  return open;
}

const innermost = ({ line, open }: Mistake): Token | undefined => line[open.at(-1) ?? -1];

// --- Kinds of tokens ---

const operandTypes = ['NAME', 'NUMBER', 'STRING', 'None', 'True', 'False', '...'];

const endsOperand = ({ type }: Token): boolean => [...operandTypes, 'FEND', ')', ']', '}'].includes(type);

const beginsOperand = ({ type }: Token): boolean =>
  [...operandTypes, 'FSTART', '{', 'lambda', 'not', 'await', '~'].includes(type);

// --- Whole statements ---

/** `print "text"` was a statement once. */
function explainLegacyStatement({ line, at, bad }: Mistake): SyntaxProblem | null {
  const name = line[at - 1];
  const before = line[at - 2];
  if (name === undefined || (name.value !== 'print' && name.value !== 'exec') || !beginsOperand(bad)) return null;
  if (name.type !== 'NAME' || before?.text === '.') return null;
  const stop = line.findIndex((token, index) => index > at && [';', ''].includes(token.text) && token.type !== 'NAME');
  const end = line[Math.max(at, (stop < 0 ? line.length : line.length - 1) - 1)]!.end;
  const message = `Missing parentheses in call to '${name.value}'. Did you mean ${name.value}(...)?`;
  return problem('E126', message, { start: name.start, end });
}

function explainImport({ line, bad, previous }: Mistake): SyntaxProblem | null {
  const first = line[0]!;
  const isAtEnd = bad.type === 'NEWLINE';
  if (first.type === 'import' && bad.type === 'from') {
    const end = line.at(-2)!.end;
    return problem('E123', "Did you mean to use 'from ... import ...' instead?", { start: first.start, end });
  }
  if (isAtEnd && previous?.type === 'import' && ['import', 'from'].includes(first.type)) {
    return problem('E123', "Expected one or more names after 'import'", bad);
  }
  if (isAtEnd && first.type === 'from' && previous?.text === ',') {
    return problem('E123', 'trailing comma not allowed without surrounding parentheses', bad);
  }
  return null;
}

/** After `def name` or `def name[T]` only a parameter list may come. */
function explainDefinition({ line, at, bad, expected, open }: Mistake): SyntaxProblem | null {
  const isDefinition = line[0]!.type === 'def' || (line[0]!.type === 'async' && line[1]?.type === 'def');
  const hasParameters = line.slice(0, at).some(({ text }) => text === '(');
  if (!isDefinition || open.length > 0 || hasParameters || !expected.has('(')) return null;
  return problem('E118', "expected '('", bad);
}

function explainPattern({ line, at, bad, previous }: Mistake): SyntaxProblem | null {
  if (line[0]!.type !== 'CASE') return null;
  const isTarget = previous?.type === 'as' || line[at - 2]?.type === 'as';
  if (!isTarget || bad.text === ':' || bad.type === 'NEWLINE') return null;
  return problem('E125', 'invalid pattern target', previous?.type === 'as' ? bad : previous!);
}

const heads = ['if', 'elif', 'else', 'while', 'for', 'try', 'except', 'finally', 'with', 'def', 'class', 'async'];
/** The headers after which CPython asks for a colon whatever comes; after the others, only at the end of the line. */
const strictHeads = ['else', 'try', 'finally', 'def'];

function explainMissingColon({ line, at, bad, expected, open }: Mistake): SyntaxProblem | null {
  const first = line[0]!;
  const isHead = heads.includes(first.type) || first.type === 'MATCH' || first.type === 'CASE';
  if (!expected.has(':') || open.length > 0) return null;
  if (first.type === 'for' && !line.some(({ type }) => type === 'in')) return null;
  const isStrict = strictHeads.includes(first.type) && !hasOutsideBrackets(line, at, ':');
  if (isStrict || (isHead && bad.type === 'NEWLINE')) return problem('E111', "expected ':'", bad);
  return null;
}

function hasOutsideBrackets(line: readonly Token[], end: number, text: string): boolean {
  return line.slice(0, end).some((token, index) => token.text === text && openBrackets(line, index).length === 0);
}

// --- Parameters ---

function explainParameters(mistake: Mistake): SyntaxProblem | null {
  const { bad, previous, expected, line, at } = mistake;
  const isParameter = expected.has('/') && expected.has('%NAME') && !expected.has('+');
  if (bad.text === '*' && previous?.text === '/' && !expected.has('%NAME')) {
    return problem('E118', 'expected comma between / and *', bad);
  }
  if (!isParameter || bad.text !== '(') return null;
  const what =
    innermost(mistake) === undefined || line.slice(0, at).some(({ type }) => type === 'lambda')
      ? 'Lambda expression'
      : 'Function';
  const end = line.find((token, index) => index > at && token.text === ')')?.end ?? bad.end;
  return problem('E118', `${what} parameters cannot be parenthesized`, { start: bad.start, end });
}

// --- Inside expressions ---

const binaryOperators = ['+', '-', '*', '/', '//', '%', '@', '**', '<<', '>>', '&', '|', '^', 'and', 'or'];
const comparisons = ['<', '>', '<=', '>=', '==', '!=', 'is', 'is not', 'not in'];

/** After `for`: the targets, then `in`. */
function explainForClause(mistake: Mistake): SyntaxProblem | null {
  const { line, bad, open, at } = mistake;
  const types = line.slice(0, at).map(({ type }) => type);
  const start = types.lastIndexOf('for') + 1;
  if (start === 0 || start === at || types.includes('in', start)) return explainComprehensionTarget(mistake);
  const target = { start: line[start]!.start, end: line[at - 1]!.end };
  if (binaryOperators.includes(bad.type)) return problem('E114', 'cannot assign to expression', target);
  if (comparisons.includes(bad.type)) return problem('E114', 'cannot assign to comparison', target);
  return open.length > 0 ? problem('E121', "'in' expected after for-loop variables", target) : null;
}

/** `[x, y for x, y in z]` */
function explainComprehensionTarget(mistake: Mistake): SyntaxProblem | null {
  const { line, bad, open, at, previous } = mistake;
  const bracket = innermost(mistake);
  if (bad.type !== 'for' && bad.type !== 'async') return null;
  if (bracket?.text !== '[' && bracket?.text !== '{') return null;
  if (!line.slice(open.at(-1)!, at).some(({ text }) => text === ',')) return null;
  const span = { start: line[open.at(-1)! + 1]!.start, end: previous!.end };
  return problem('E121', 'did you forget parentheses around the comprehension target?', span);
}

/** `f(*)` */
function explainStar(mistake: Mistake): SyntaxProblem | null {
  const { bad, previous, line, at } = mistake;
  const isStar = previous?.text === '*' && ['(', '[', ','].includes(line[at - 2]?.text ?? '');
  if (!isStar || innermost(mistake) === undefined || ![')', ']', ',', ':'].includes(bad.text)) return null;
  return problem('E120', 'Invalid star expression', previous!);
}

/** `{1: 2, 3}` */
function explainDictionary(mistake: Mistake): SyntaxProblem | null {
  const { line, bad, open, at, expected, previous } = mistake;
  if (innermost(mistake)?.text !== '{' || !expected.has(':') || (bad.text !== ',' && bad.text !== '}')) return null;
  if (!line.slice(open.at(-1)!, at).some(({ text }) => text === ':')) return null;
  return problem('E128', "':' expected after dictionary key", previous!);
}

/** Two operands side by side inside brackets. */
function explainMissingComma(mistake: Mistake): SyntaxProblem | null {
  const { line, bad, previous, open, at, expected } = mistake;
  if (open.length === 0 || previous === undefined || !endsOperand(previous) || !beginsOperand(bad)) return null;
  if (!expected.has(',') && !expected.has('and')) return null;
  const first = operandStart(line, at - 1, open.at(-1)!);
  const isPrefix = first === at - 1 && previous.type === 'NAME';
  if (isPrefix && (bad.type === 'STRING' || ['match', 'case', 'type', '_'].includes(previous.value))) return null;
  const span = { start: line[first]!.start, end: bad.end };
  return problem('E112', 'invalid syntax. Perhaps you forgot a comma?', span);
}

/** Back from the token at `last` to where its item begins. */
function operandStart(line: readonly Token[], last: number, bracket: number): number {
  let depth = 0;
  for (let i = last; i > bracket; i--) {
    const { text } = line[i]!;
    if (text === ')' || text === ']' || text === '}') depth++;
    else if (text === '(' || text === '[' || text === '{') depth--;
    else if (depth === 0 && [',', ':', '=', ':=', 'for', 'in', 'if', 'else', 'lambda', 'yield'].includes(text)) return i + 1;
  }
  return bracket + 1;
}
