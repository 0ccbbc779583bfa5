/** Factories for the headers of compound statements; lib/syntax/blocks.ts gives them their bodies. */
import type { Arguments, Expression, Keyword, Pattern, TypeParameter, WithItem } from '../ast.js';
import type { Arguments as ClassArguments } from './calls.js';
import type { Token } from '../tokens/token.js';
import { bare, bareOrNull, between, fail, stored, type AsItem, type Cover } from './cover.js';
import { openTuple } from './expressions.js';
import { toArray, type List } from './lists.js';
import { buildArguments, type Parameter } from './parameters.js';
import { barePattern, type PatternCover } from './patterns.js';

interface TestHead<C extends 'if' | 'elif' | 'while'> {
  readonly clause: C;
  readonly test: Expression;
}
interface PlainHead<C extends 'else' | 'try' | 'finally'> {
  readonly clause: C;
}
interface ForHead {
  readonly clause: 'for';
  readonly target: Expression;
  readonly iter: Expression;
}
interface WithHead {
  readonly clause: 'with';
  readonly items: readonly WithItem[];
}
interface DefHead {
  readonly clause: 'def';
  readonly name: string;
  readonly args: Arguments;
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParameter[];
}
interface ExceptHead {
  readonly clause: 'except';
  readonly isStar: boolean;
  readonly type: Expression | null;
  readonly name: string | null;
}
interface ClassHead {
  readonly clause: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly type_params: readonly TypeParameter[];
}
interface MatchHead {
  readonly clause: 'match';
  readonly subject: Expression;
}
interface CaseHead {
  readonly clause: 'case';
  readonly pattern: Pattern;
  readonly guard: Expression | null;
}

/** `start` is where the statement begins; `keyword` is its clause's word, the end of which messages need. */
export type Head = (
  | TestHead<'if'>
  | TestHead<'elif'>
  | TestHead<'while'>
  | PlainHead<'else'>
  | PlainHead<'try'>
  | PlainHead<'finally'>
  | ForHead
  | WithHead
  | DefHead
  | ExceptHead
  | ClassHead
  | MatchHead
  | CaseHead
) & { readonly start: number; readonly isAsync: boolean };

export type HeadOf<C extends Head['clause']> = Extract<Head, { readonly clause: C }>;

const at = ({ start }: Token) => ({ start, isAsync: false });

export const test = (clause: 'if' | 'elif' | 'while', keyword: Token, condition: Cover): Head => ({
  clause,
  test: bare(condition),
  ...at(keyword),
});

export const plain = (clause: 'else' | 'try' | 'finally', keyword: Token): Head => ({ clause, ...at(keyword) });

export const asynchronous = (keyword: Token, head: Head): Head => ({ ...head, start: keyword.start, isAsync: true });

export const forHead = (keyword: Token, target: Cover, iter: Cover): Head => ({
  clause: 'for',
  target: stored(target),
  iter: bare(iter),
  ...at(keyword),
});

export function except(keyword: Token, isStar: boolean, type: Cover | null, name: Token | null): Head {
  return { clause: 'except', isStar, type: bareOrNull(type), name: name?.value ?? null, ...at(keyword) };
}

/** head -> "except" expr "," exception_list … */
export function exceptOpenTuple(first: Cover, others: List<Cover>): never {
  const span = between(first, others.value);
  return fail('E124', 'multiple exception types must be parenthesized', span);
}

export const exceptStarNothing = (star: Token): never => fail('E124', 'expected one or more exception types', star.span);

export function defHead(
  keyword: Token,
  name: Token,
  typeParameters: List<TypeParameter> | null,
  parameters: List<Parameter> | null,
  returns: Cover | null,
): Head {
  return {
    clause: 'def',
    name: name.value,
    args: buildArguments(toArray(parameters)),
    returns: bareOrNull(returns),
    type_params: toArray(typeParameters),
    ...at(keyword),
  };
}

export function classHead(
  keyword: Token,
  name: Token,
  typeParameters: List<TypeParameter> | null,
  classArguments: ClassArguments | null,
): Head {
  if (classArguments?.isGenerator) fail('E100', 'invalid syntax', classArguments.args[0]!.span);
  return {
    clause: 'class',
    name: name.value,
    bases: classArguments?.args ?? [],
    keywords: classArguments?.keywords ?? [],
    type_params: toArray(typeParameters),
    ...at(keyword),
  };
}

/** head -> MATCH items: more than one item, or a comma, makes a tuple. */
export function match(keyword: Token, items: List<Cover>, comma: Token | null): Head {
  const isTuple = items.length > 1 || comma !== null;
  if (!isTuple && items.value.kind === 'Starred') fail('E100', 'invalid syntax', items.value.span);
  return { clause: 'match', subject: isTuple ? openTuple(items, comma) : bare(items.value), ...at(keyword) };
}

export const caseHead = (keyword: Token, pattern: PatternCover, guard: Cover | null): Head => ({
  clause: 'case',
  pattern: barePattern(pattern),
  guard: bareOrNull(guard),
  ...at(keyword),
});

// --- with ---

interface WithCover {
  readonly expression: Cover;
  readonly target: Cover | null;
}

export const withItem = (expression: Cover, target: Cover | null): WithCover => ({ expression, target });

export function withHead(keyword: Token, list: List<WithCover>): Head {
  const items = parenthesisedItems(list) ?? toArray(list);
  return { clause: 'with', items: items.map(buildWithItem), ...at(keyword) };
}

/** `with (a as b, c):` holds two items, not a tuple; `with (*a, b):` holds a tuple. */
function parenthesisedItems({ length, value }: List<WithCover>): WithCover[] | null {
  const { expression, target } = value;
  if (length !== 1 || target !== null || expression.kind !== 'Group' || !expression.items?.length) return null;
  if (expression.items.some(({ kind }) => kind === 'Starred' || kind === 'NamedExpr' || kind === 'Yield')) return null;
  return expression.items.map(splitAsItem);
}

const splitAsItem = (item: Cover | AsItem): WithCover => (item.kind === 'AsItem' ? item : { expression: item, target: null });

const buildWithItem = ({ expression, target }: WithCover): WithItem => ({
  kind: 'withitem',
  context_expr: bare(expression),
  optional_vars: target === null ? null : stored(target),
});
