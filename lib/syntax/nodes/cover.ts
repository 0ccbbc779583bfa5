/**
 * What stands for an expression while its line is parsed. Parentheses leave no trace in the tree but count for the span of
 * whatever contains them, so that a `Group` carries the outer span until its parent is built.
 */
import type { Span } from '../../base/source.js';
import type { Context, Expression } from '../ast.js';
import { SyntaxProblem, type SyntaxCode } from '../errors.js';

export interface Group {
  readonly kind: 'Group';
  readonly span: Span;
  readonly inner: Expression | AsItem;
  /** What stood between the parentheses of a tuple; `null` for any other group. */
  readonly items: readonly (Cover | AsItem)[] | null;
}

/** `x as y` in parentheses: good only as an item of a with statement. */
export interface AsItem {
  readonly kind: 'AsItem';
  readonly span: Span;
  readonly keyword: Span;
  readonly expression: Cover;
  readonly target: Cover;
}

export type Cover = Expression | Group;

/** The node without its parentheses. */
export function bare(cover: Cover | AsItem): Expression {
  const node = cover.kind === 'Group' ? cover.inner : cover;
  if (node.kind === 'AsItem') fail('E100', 'invalid syntax', node.keyword);
  if (cover.kind === 'Group' && cover.items !== null) rejectAsItems(cover.items);
  return node;
}

function rejectAsItems(items: readonly (Cover | AsItem)[]): void {
  for (const item of items) if (item.kind === 'AsItem') fail('E100', 'invalid syntax', item.keyword);
}

export const bareOrNull = (cover: Cover | null): Expression | null => (cover === null ? null : bare(cover));

export const between = (first: { span: Span }, last: { span: Span }): Span => ({
  start: first.span.start,
  end: last.span.end,
});

export function fail(code: SyntaxCode, message: string, span: Span): never {
  throw new SyntaxProblem(code, message, { start: span.start, end: span.end });
}

/** The expression as a target. What can't be one is left as it is: the validator reports it. */
export function withContext(node: Expression, ctx: Context): Expression {
  switch (node.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return { ...node, ctx };
    case 'Starred':
      return { ...node, value: withContext(node.value, ctx), ctx };
    case 'List':
    case 'Tuple':
      return { ...node, elts: node.elts.map((element) => withContext(element, ctx)), ctx };
    default:
      return node;
  }
}

export const stored = (cover: Cover): Expression => withContext(bare(cover), 'Store');
