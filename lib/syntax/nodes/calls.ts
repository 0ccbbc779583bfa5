/** Factories for calls and for the bases of classes. */
import type { Span } from '../../base/source.js';
import type { Call, Expression, Keyword } from '../ast.js';
import type { Token } from '../tokens/token.js';
import { bare, between, fail, type Cover } from './cover.js';
import { comprehension, type Clause } from './expressions.js';
import { toArray, type List } from './lists.js';

export interface Arguments {
  readonly span: Span;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
  /** A generator without parentheses of its own. */
  readonly isGenerator: boolean;
}

/** `f(x for x in y)`, without parentheses of its own. */
export interface BareGenerator {
  readonly kind: 'BareGenerator';
  readonly span: Span;
  readonly element: Cover;
  readonly clauses: List<Clause>;
}

export type Argument = Cover | Keyword | BareGenerator;

export const noArguments = (open: Token, close: Token): Arguments => ({
  args: [],
  keywords: [],
  isGenerator: false,
  span: between(open, close),
});

/** argument -> expr "=" expr */
export function keyword(name: Cover, equals: Token, value: Cover): Keyword {
  if (name.kind === 'Name') return { kind: 'keyword', arg: name.id, value: bare(value), span: between(name, value) };
  const node = bare(name);
  if (node.kind === 'Constant' && (node.value.type === 'None' || node.value.type === 'bool')) {
    const word = node.value.type === 'None' ? 'None' : node.value.value ? 'True' : 'False';
    fail('E114', `cannot assign to ${word}`, between(name, equals));
  }
  fail('E119', 'expression cannot contain assignment, perhaps you meant "=="?', between(name, equals));
}

/** argument -> expr "=" */
export function missingValue(name: Cover, equals: Token): never {
  if (name.kind === 'Name') fail('E119', 'expected argument value expression', between(name, equals));
  return fail('E119', 'expression cannot contain assignment, perhaps you meant "=="?', between(name, equals));
}

/** argument -> expr "=" expr comprehension_clauses */
export function generatorForKeyword(name: Cover, equals: Token, element: Cover): never {
  if (name.kind !== 'Name') keyword(name, equals, element);
  const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  return fail('E113', message, between(name, element));
}

/** argument -> "*" expr "=" expr | "**" expr "=" expr */
export const assignedUnpacking = (what: 'iterable' | 'keyword', stars: Token, equals: Token): never =>
  fail('E119', `cannot assign to ${what} argument unpacking`, between(stars, equals));

export const doubleStar = (stars: Token, value: Cover): Keyword => ({
  kind: 'keyword',
  arg: null,
  value: bare(value),
  span: between(stars, value),
});

export function bareGenerator(element: Cover, clauses: List<Clause>): BareGenerator {
  const last = clauses.value;
  const end = 'loop' in last ? last.loop.iter.span.end : last.condition.span.end;
  return { kind: 'BareGenerator', element, clauses, span: { start: element.span.start, end } };
}

export function argumentList(open: Token, list: List<Argument>, comma: Token | null, close: Token): Arguments {
  const items = toArray(list);
  const span = between(open, close);
  const first = items[0]!;
  if (items.length === 1 && first.kind === 'BareGenerator' && comma === null) {
    const args = [comprehension('GeneratorExp', open, first.element, first.clauses, close)];
    return { args, keywords: [], isGenerator: true, span };
  }
  return { ...sortArguments(items), isGenerator: false, span };
}

function sortArguments(items: readonly Argument[]): Pick<Arguments, 'args' | 'keywords'> {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  let hasMapping = false;
  for (const item of items) {
    if (item.kind === 'BareGenerator') fail('E119', 'Generator expression must be parenthesized', item.span);
    if (item.kind === 'keyword') {
      keywords.push(item);
      hasMapping ||= item.arg === null;
      continue;
    }
    checkOrder(item, keywords.length > 0, hasMapping);
    args.push(bare(item));
  }
  return { args, keywords };
}

function checkOrder(item: Cover, afterKeyword: boolean, afterMapping: boolean): void {
  if (item.kind === 'Starred') {
    if (afterMapping) fail('E119', 'iterable argument unpacking follows keyword argument unpacking', item.span);
  } else if (afterKeyword) {
    const what = afterMapping ? 'keyword argument unpacking' : 'keyword argument';
    fail('E119', `positional argument follows ${what}`, item.span);
  }
}

export const call = (func: Cover, { args, keywords, span }: Arguments): Call => ({
  kind: 'Call',
  func: bare(func),
  args,
  keywords,
  span: { start: func.span.start, end: span.end },
});
