/**
 * Joins the lines that the grammar parses into statements with bodies, and recovers at each line that it can't parse. A bad header
 * still opens its block, so that one mistake makes one diagnostic.
 */
import type { SourceFile, Span } from '../base/source.js';
import type { ExceptHandler, Expression, MatchCase, Statement } from './ast.js';
import { assert } from '../base/assert.js';
import { SyntaxProblem, type SyntaxCode } from './errors.js';
import { explainFailure } from './explain.js';
import { ParseFailure, parseLine } from './lalr.js';
import { recoveredHead } from './recovered-head.js';
import type { Head, HeadOf } from './nodes/heads.js';
import type { Line } from './nodes/statements.js';
import { ErrorToken, type Token } from './tokens/token.js';

export interface Blocks {
  readonly source: SourceFile;
  readonly tokens: readonly Token[];
  readonly report: (problem: SyntaxProblem) => void;
  at: number;
  /** The end of the last line's last token: where a compound statement ends after its body. */
  lastEnd: number;
}

/** A header with what follows its colon on the same line. */
interface HeadLine<H extends Head = Head> {
  readonly head: H;
  readonly body: readonly Statement[] | null;
}

export function parseBlocks(b: Blocks): Statement[] {
  const statements = parseStatements(b);
  assert(current(b).type === 'END', 'the block assembler stopped before the end');
  return statements;
}

const current = (b: Blocks): Token => b.tokens[b.at]!;

function reportAt(b: Blocks, code: SyntaxCode, message: string, span: Span): void {
  b.report(new SyntaxProblem(code, message, { start: span.start, end: span.end }));
}

// --- Lines ---

/** Parses the line at the cursor; a bad one is reported, and comes back as its header if it was one. */
function nextLine(b: Blocks): Line {
  const from = b.at;
  let error: ErrorToken | null = null;
  for (; current(b).type !== 'NEWLINE'; b.at++) {
    const token = current(b);
    if (token instanceof ErrorToken) error = token;
  }
  const to = ++b.at;
  b.lastEnd = b.tokens[Math.max(from, to - 2)]!.end;
  try {
    if (error === null) return parseLine(b.tokens, from, to);
    b.report(unreadableProblem(b, error, from, to - 2));
  } catch (failure) {
    b.report(problemOf(b, failure, from, to));
  }
  const head = recoveredHead(b.tokens, from, to, current(b).type === 'INDENT');
  return head === null ? { form: 'simple', statements: [] } : { form: 'head', ...head };
}

/** A bracket that was never closed matters less than a mistake before it or on its own line, the others more. */
function unreadableProblem(b: Blocks, { problem }: ErrorToken, from: number, to: number): SyntaxProblem {
  if (!problem.message.endsWith('never closed') || to <= from) return problem;
  try {
    parseLine(b.tokens, from, to);
  } catch (failure) {
    if (failure instanceof ParseFailure && failure.index >= to) return problem;
    const earlier = problemOf(b, failure, from, to);
    const lineOf = ({ span }: SyntaxProblem): number => b.source.position(span.start).line;
    if (lineOf(earlier) <= lineOf(problem)) return earlier;
  }
  return problem;
}

function problemOf(b: Blocks, failure: unknown, from: number, to: number): SyntaxProblem {
  if (failure instanceof SyntaxProblem) return failure;
  if (failure instanceof ParseFailure) return explainFailure({ tokens: b.tokens, from, to }, failure);
  throw failure;
}

// --- Blocks ---

function parseStatements(b: Blocks): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    const { type } = current(b);
    if (type === 'DEDENT' || type === 'END') return statements;
    if (type === 'INDENT') skipUnexpectedBlock(b);
    else parseStatement(b, statements);
  }
}

function skipUnexpectedBlock(b: Blocks): void {
  const first = b.tokens[b.at + 1]!;
  reportAt(b, 'E105', 'unexpected indent', first);
  parseIndented(b);
}

/** At an INDENT. */
function parseIndented(b: Blocks): Statement[] {
  b.at++;
  const body = parseStatements(b);
  if (current(b).type === 'DEDENT') b.at++;
  return body;
}

/** The body of a header: on its line, or indented below. */
function parseBody(b: Blocks, { head, body }: HeadLine): readonly Statement[] {
  if (body !== null) return body;
  if (current(b).type === 'INDENT') return parseIndented(b);
  // What should be the body couldn't be read, and that is reported already.
  if (current(b).type === 'ERROR') return [];
  const where = `on line ${b.source.position(head.start).line}`;
  reportAt(b, 'E106', `expected an indented block after ${describeHead(head)} ${where}`, current(b));
  return [];
}

function describeHead(head: Head): string {
  if (head.clause === 'def') return 'function definition';
  if (head.clause === 'class') return 'class definition';
  return `'${head.clause}${head.clause === 'except' && head.isStar ? '*' : ''}' statement`;
}

/** The next line if it begins with this word: a further clause of the statement. */
function nextClause<C extends Head['clause']>(b: Blocks, clause: C): HeadLine<HeadOf<C>> | null {
  if (current(b).type !== (clause === 'case' ? 'CASE' : clause)) return null;
  const line = nextLine(b);
  if (line.form !== 'head' || line.head.clause !== clause) return null;
  return { head: line.head as HeadOf<C>, body: line.body };
}

function parseElse(b: Blocks): readonly Statement[] {
  const line = nextClause(b, 'else');
  return line === null ? [] : parseBody(b, line);
}

// --- Statements ---

function parseStatement(b: Blocks, statements: Statement[]): void {
  const first = current(b);
  const line = nextLine(b);
  if (line.form === 'simple') for (const statement of line.statements) statements.push(statement);
  else if (line.form === 'decorator') parseDecorated(b, line.expression, statements);
  else statements.push(...parseCompound(b, line, first));
}

function parseDecorated(b: Blocks, decorator: Expression, statements: Statement[]): void {
  const decorators = [decorator];
  for (;;) {
    const first = current(b);
    if (!['@', 'def', 'class', 'async'].includes(first.type)) {
      return reportAt(b, 'E100', 'invalid syntax', first);
    }
    const line = nextLine(b);
    if (line.form === 'decorator') {
      decorators.push(line.expression);
    } else if (line.form === 'head' && (line.head.clause === 'def' || line.head.clause === 'class')) {
      statements.push(...parseCompound(b, line, first, decorators));
      return;
    } else {
      if (line.form === 'head') reportAt(b, 'E100', 'invalid syntax', first);
      return;
    }
  }
}

const spanFrom = (b: Blocks, start: number): Span => ({ start, end: b.lastEnd });

function parseCompound(b: Blocks, line: HeadLine, first: Token, decorators: Expression[] = []): Statement[] {
  const { head } = line;
  switch (head.clause) {
    case 'if':
      return [parseIf(b, { head, body: line.body })];
    case 'while':
    case 'for':
      return [parseLoop(b, { head, body: line.body })];
    case 'try':
      return parseTry(b, { head, body: line.body });
    case 'with': {
      const body = parseBody(b, line);
      return [{ kind: head.isAsync ? 'AsyncWith' : 'With', items: head.items, body, span: spanFrom(b, head.start) }];
    }
    case 'def':
      return [parseDef(b, { head, body: line.body }, decorators)];
    case 'class':
      return [parseClass(b, { head, body: line.body }, decorators)];
    case 'match':
      return [parseMatch(b, { head, body: line.body })];
    default:
      // `else`, `except` and the like without what they belong to.
      reportAt(b, 'E100', 'invalid syntax', first);
      parseBody(b, line);
      return [];
  }
}

interface IfClause {
  readonly head: HeadOf<'if'> | HeadOf<'elif'>;
  readonly body: readonly Statement[];
}

/** Each `elif` is an If of its own in the `orelse` of the one before. */
function parseIf(b: Blocks, line: HeadLine<HeadOf<'if'>>): Statement {
  const clauses: IfClause[] = [{ head: line.head, body: parseBody(b, line) }];
  for (let next = nextClause(b, 'elif'); next !== null; next = nextClause(b, 'elif')) {
    clauses.push({ head: next.head, body: parseBody(b, next) });
  }
  let orelse = parseElse(b);
  for (const { head, body } of clauses.reverse()) {
    orelse = [{ kind: 'If', test: head.test, body, orelse, span: spanFrom(b, head.start) }];
  }
  return orelse[0]!;
}

function parseLoop(b: Blocks, line: HeadLine<HeadOf<'while'> | HeadOf<'for'>>): Statement {
  const { head } = line;
  const body = parseBody(b, line);
  const orelse = parseElse(b);
  const span = spanFrom(b, head.start);
  if (head.clause !== 'for') return { kind: 'While', test: head.test, body, orelse, span };
  const { target, iter } = head;
  return { kind: head.isAsync ? 'AsyncFor' : 'For', target, iter, body, orelse, span };
}

function parseTry(b: Blocks, line: HeadLine<HeadOf<'try'>>): Statement[] {
  const body = parseBody(b, line);
  const handlers: ExceptHandler[] = [];
  let isStar: boolean | null = null;
  for (let next = nextClause(b, 'except'); next !== null; next = nextClause(b, 'except')) {
    if (isStar !== null && isStar !== next.head.isStar) {
      const message = "cannot have both 'except' and 'except*' on the same 'try'";
      reportAt(b, 'E124', message, { start: next.head.start, end: next.head.start + 'except'.length });
    }
    isStar ??= next.head.isStar;
    handlers.push(parseHandler(b, next));
  }
  const orelse = handlers.length > 0 ? parseElse(b) : [];
  const last = nextClause(b, 'finally');
  const finalbody = last === null ? [] : parseBody(b, last);
  if (handlers.length === 0 && last === null) {
    reportAt(b, 'E124', "expected 'except' or 'finally' block", current(b));
    return [];
  }
  const span = spanFrom(b, line.head.start);
  return [{ kind: isStar === true ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, span }];
}

function parseHandler(b: Blocks, line: HeadLine<HeadOf<'except'>>): ExceptHandler {
  const { type, name, start } = line.head;
  const body = parseBody(b, line);
  return { kind: 'ExceptHandler', type, name, body, span: spanFrom(b, start) };
}

function parseDef(b: Blocks, line: HeadLine<HeadOf<'def'>>, decorator_list: Expression[]): Statement {
  const { name, args, returns, type_params, isAsync, start } = line.head;
  const body = parseBody(b, line);
  const kind = isAsync ? 'AsyncFunctionDef' : 'FunctionDef';
  return { kind, name, args, body, decorator_list, returns, type_params, span: spanFrom(b, start) };
}

function parseClass(b: Blocks, line: HeadLine<HeadOf<'class'>>, decorator_list: Expression[]): Statement {
  const { name, bases, keywords, type_params, start } = line.head;
  const body = parseBody(b, line);
  return { kind: 'ClassDef', name, bases, keywords, body, decorator_list, type_params, span: spanFrom(b, start) };
}

function parseMatch(b: Blocks, line: HeadLine<HeadOf<'match'>>): Statement {
  const { subject, start } = line.head;
  const cases: MatchCase[] = [];
  const misplaced = line.body?.[0];
  if (misplaced !== undefined) reportAt(b, 'E100', 'invalid syntax', misplaced.span);
  if (current(b).type !== 'INDENT') {
    parseBody(b, line);
  } else {
    b.at++;
    while (current(b).type !== 'DEDENT' && current(b).type !== 'END') parseCase(b, cases);
    if (current(b).type === 'DEDENT') b.at++;
  }
  return { kind: 'Match', subject, cases, span: spanFrom(b, start) };
}

function parseCase(b: Blocks, cases: MatchCase[]): void {
  const first = current(b);
  const line = nextClause(b, 'case');
  if (line !== null) {
    const { pattern, guard } = line.head;
    cases.push({ kind: 'match_case', pattern, guard, body: parseBody(b, line) });
  } else if (first.type === 'INDENT') {
    skipUnexpectedBlock(b);
  } else if (first.type !== 'CASE') {
    reportAt(b, 'E100', 'invalid syntax', first);
    parseStatement(b, []);
  }
}
