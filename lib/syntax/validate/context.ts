/** What the validator knows about the place it is at. */
import type { Span } from '../../base/source.js';
import { SyntaxProblem, type SyntaxCode } from '../errors.js';

/**
 * How deep the tree may be, counting expressions and statements: the passes after this one walk it by recursion.
 * CPython's own limit depends on the platform's stack, and is a RecursionError or MemoryError.
 */
export const MAX_DEPTH = 1200;
/** CPython's CO_MAXBLOCKS: loops, `try` and `with` within one function. */
export const MAX_BLOCKS = 21;

export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'async function' | 'lambda' | 'comprehension';
  readonly parent: Scope | null;
  /** Of a comprehension: how CPython calls it. */
  readonly name?: string;
  hasYield: boolean;
  /** `await` or `async for` in a comprehension's own scope. */
  isAsynchronous: boolean;
  readonly returnsWithValue: Span[];
}

export interface Context {
  readonly state: State;
  readonly scope: Scope;
  /** The innermost loop of this scope, or none; `except*` forbids to leave it by a jump. */
  readonly loop: 'none' | 'loop' | 'except*';
  readonly isInExceptStar: boolean;
  readonly blocks: number;
}

interface State {
  readonly report: (problem: SyntaxProblem) => void;
  depth: number;
  isTooDeep: boolean;
}

export function makeScope(kind: Scope['kind'], parent: Scope | null, name?: string): Scope {
  const scope: Scope = { kind, parent, hasYield: false, isAsynchronous: false, returnsWithValue: [] };
  return name === undefined ? scope : { ...scope, name };
}

export const moduleContext = (report: (problem: SyntaxProblem) => void): Context => ({
  state: { report, depth: 0, isTooDeep: false },
  scope: makeScope('module', null),
  loop: 'none',
  isInExceptStar: false,
  blocks: 0,
});

export const inScope = (c: Context, scope: Scope): Context => ({
  state: c.state,
  scope,
  loop: 'none',
  isInExceptStar: false,
  blocks: 0,
});

export function reject(c: Context, code: SyntaxCode, message: string, span: Span): void {
  c.state.report(new SyntaxProblem(code, message, { start: span.start, end: span.end }));
}

/** One level deeper, unless that is too deep; reported once a file. */
export function deeper(c: Context, span: Span, check: () => void): void {
  const { state } = c;
  if (state.depth >= MAX_DEPTH) {
    if (!state.isTooDeep) reject(c, 'E138', `the program is nested more than ${MAX_DEPTH} levels deep`, span);
    state.isTooDeep = true;
    return;
  }
  state.depth++;
  check();
  state.depth--;
}
