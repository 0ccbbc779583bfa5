/** Factories for expressions; a grammar production stands above what handles it where the name doesn't say it. */
import type {
  Await,
  Comprehension,
  Constant,
  ConstantValue,
  Expression,
  IfExp,
  Lambda,
  NamedExpr,
  Name,
  Slice,
  Starred,
  Subscript,
  Tuple,
  Attribute,
  Yield,
  YieldFrom,
} from '../ast.js';
import { numberValue } from '../literals/numbers.js';
import type { Token } from '../tokens/token.js';
import { bare, bareOrNull, between, fail, stored, type AsItem, type Cover, type Group } from './cover.js';
import { toArray, type List } from './lists.js';
import { buildArguments, type Parameter } from './parameters.js';
import { describe } from './describe.js';

type Positioned = { readonly span: { readonly start: number; readonly end: number } };

// --- Atoms ---

export const name = (token: Token): Name => ({ kind: 'Name', id: token.value, ctx: 'Load', span: token.span });

const constant = (value: ConstantValue, token: Token): Constant => ({
  kind: 'Constant',
  value,
  literalKind: null,
  span: token.span,
});

export const number = (token: Token): Constant => constant(numberValue(token), token);

const keywordValues: Readonly<Record<string, ConstantValue>> = {
  None: { type: 'None' },
  True: { type: 'bool', value: true },
  False: { type: 'bool', value: false },
  '...': { type: 'Ellipsis' },
};

export const keywordConstant = (token: Token): Constant => constant(keywordValues[token.text]!, token);

// --- Brackets ---

/** atom -> "(" yield_expr ")" | "(" group_item ")" */
export function group(open: Token, item: Cover | AsItem, close: Token): Group {
  const span = between(open, close);
  if (item.kind === 'AsItem') return { kind: 'Group', inner: item, items: [item], span };
  if (item.kind === 'Starred') fail('E120', 'cannot use starred expression here', item.span);
  return { kind: 'Group', inner: bare(item), items: [item], span };
}

/** atom -> "(" ")" | "(" group_items ")" … */
export function tuple(open: Token, list: List<Cover | AsItem> | null, close: Token): Group {
  const span = between(open, close);
  const items = toArray(list);
  const elts = items.filter((item) => item.kind !== 'AsItem').map(bare);
  return { kind: 'Group', inner: { kind: 'Tuple', elts, ctx: 'Load', span }, items, span };
}

/** star_exprs -> star_expr "," …: a tuple without parentheses. */
export function openTuple(list: List<Cover>, comma: Token | null): Tuple {
  const items = toArray(list);
  const span = between(items[0]!, comma ?? items.at(-1)!);
  return { kind: 'Tuple', elts: items.map(bare), ctx: 'Load', span };
}

const display =
  (kind: 'List' | 'Set') =>
  (open: Token, items: List<Cover> | null, close: Token): Expression => {
    const elts = toArray(items).map(bare);
    const span = between(open, close);
    return kind === 'List' ? { kind, elts, ctx: 'Load', span } : { kind, elts, span };
  };
export const list = display('List');
export const set = display('Set');

export interface Pair {
  readonly key: Cover | null;
  readonly value: Cover;
  /** Of `**`. */
  readonly stars: Token | null;
}

export const pair = (key: Cover, value: Cover): Pair => ({ key, value, stars: null });
export const mappingPair = (stars: Token, value: Cover): Pair => ({ key: null, value, stars });

export function dict(open: Token, list: List<Pair> | null, close: Token): Expression {
  const pairs = toArray(list);
  const keys = pairs.map(({ key }) => bareOrNull(key));
  const values = pairs.map(({ value }) => bare(value));
  return { kind: 'Dict', keys, values, span: between(open, close) };
}

// --- Comprehensions ---

export type Clause = { readonly loop: Comprehension } | { readonly condition: Expression };

export function forClause(is_async: boolean, target: Cover, iter: Cover): Clause {
  return { loop: { kind: 'comprehension', target: stored(target), iter: bare(iter), ifs: [], is_async } };
}

export const ifClause = (condition: Cover): Clause => ({ condition: bare(condition) });

function generators(clauses: List<Clause>): Comprehension[] {
  const loops: { loop: Comprehension; ifs: Expression[] }[] = [];
  for (const clause of toArray(clauses)) {
    if ('loop' in clause) loops.push({ loop: clause.loop, ifs: [] });
    else loops.at(-1)!.ifs.push(clause.condition);
  }
  return loops.map(({ loop, ifs }) => ({ ...loop, ifs }));
}

export function comprehension(
  kind: 'GeneratorExp' | 'ListComp' | 'SetComp',
  open: Positioned,
  element: Cover,
  clauses: List<Clause>,
  close: Positioned,
): Expression {
  if (element.kind === 'Starred') fail('E121', 'iterable unpacking cannot be used in comprehension', element.span);
  return { kind, elt: bare(element), generators: generators(clauses), span: between(open, close) };
}

export function dictComprehension(open: Token, item: Pair, clauses: List<Clause>, close: Token): Expression {
  if (item.key === null) fail('E121', 'dict unpacking cannot be used in dict comprehension', item.stars!);
  return {
    kind: 'DictComp',
    key: bare(item.key),
    value: bare(item.value),
    generators: generators(clauses),
    span: between(open, close),
  };
}

// --- Primaries ---

export const attribute = (value: Cover, attr: Token): Attribute => ({
  kind: 'Attribute',
  value: bare(value),
  attr: attr.value,
  ctx: 'Load',
  span: between(value, attr),
});

export const subscript = (value: Cover, index: Cover, close: Token): Subscript => ({
  kind: 'Subscript',
  value: bare(value),
  slice: bare(index),
  ctx: 'Load',
  span: between(value, close),
});

/** `a[*b]` is `a[(*b,)]`. */
export function oneSlice(item: Cover): Cover {
  return item.kind === 'Starred' ? { kind: 'Tuple', elts: [item], ctx: 'Load', span: item.span } : item;
}

export const slice = (
  first: Positioned,
  last: Positioned,
  lower: Cover | null,
  upper: Cover | null,
  step: Cover | null,
): Slice => ({
  kind: 'Slice',
  lower: bareOrNull(lower),
  upper: bareOrNull(upper),
  step: bareOrNull(step),
  span: between(first, last),
});

// --- Compound expressions ---

export const starred = (star: Token, value: Cover): Starred => ({
  kind: 'Starred',
  value: bare(value),
  ctx: 'Load',
  span: between(star, value),
});

export const awaited = (keyword: Token, value: Cover): Await => ({
  kind: 'Await',
  value: bare(value),
  span: between(keyword, value),
});

export const conditional = (body: Cover, test: Cover, orelse: Cover): IfExp => ({
  kind: 'IfExp',
  test: bare(test),
  body: bare(body),
  orelse: bare(orelse),
  span: between(body, orelse),
});

export function lambda(keyword: Token, parameters: List<Parameter> | null, body: Cover): Lambda {
  return { kind: 'Lambda', args: buildArguments(toArray(parameters)), body: bare(body), span: between(keyword, body) };
}

export const yielded = (keyword: Token, value: Cover | null): Yield => ({
  kind: 'Yield',
  value: bareOrNull(value),
  span: between(keyword, value ?? keyword),
});

export const yieldFrom = (keyword: Token, value: Cover): YieldFrom => ({
  kind: 'YieldFrom',
  value: bare(value),
  span: between(keyword, value),
});

export const missingElse = (body: Cover, test: Cover): never =>
  fail('E127', "expected 'else' after 'if' expression", between(body, test));

export const doubleStarredGroup = (stars: Token, value: Cover): never =>
  fail('E120', 'cannot use double starred expression here', between(stars, value));

export const missingPairValue = (colon: Token): never =>
  fail('E128', "expression expected after dictionary key and ':'", colon.span);

export const starredPairValue = (star: Token, value: Cover): never =>
  fail('E128', 'cannot use a starred expression in a dictionary value', between(star, value));

export function namedExpression(target: Cover, operator: Token, value: Cover): NamedExpr {
  if (target.kind !== 'Name') {
    const node = bare(target);
    if (target.kind === 'Group' && node.kind === 'Name') fail('E100', 'invalid syntax', operator.span);
    fail('E122', `cannot use assignment expressions with ${describe(node)}`, node.span);
  }
  return { kind: 'NamedExpr', target: { ...target, ctx: 'Store' }, value: bare(value), span: between(target, value) };
}

/** named -> expr "=" expr: CPython explains it where the left side could have been compared. */
export function equalsForWalrus(left: Cover, equals: Token, right: Cover): never {
  const node = bare(left);
  const helpless = ['List', 'Tuple', 'GeneratorExp', 'BoolOp', 'Compare', 'IfExp', 'Lambda'];
  if (left.kind === 'Name') {
    const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    fail('E113', message, between(left, firstBitwise(bare(right))));
  }
  const isConstant = node.kind === 'Constant' && (node.value.type === 'bool' || node.value.type === 'None');
  const isNot = node.kind === 'UnaryOp' && node.op === 'Not';
  if (isConstant || isNot || helpless.includes(node.kind)) fail('E100', 'invalid syntax', equals.span);
  fail('E113', `cannot assign to ${describe(node)} here. Maybe you meant '==' instead of '='?`, node.span);
}

/** The leftmost operand that holds no comparison or boolean operator. */
function firstBitwise(node: Expression): Expression {
  for (let first = node; ;) {
    if (first.kind === 'BoolOp') first = first.values[0]!;
    else if (first.kind === 'Compare') first = first.left;
    else if (first.kind === 'IfExp') first = first.body;
    else return first;
  }
}

export const asItem = (expression: Cover, keyword: Token, target: Cover): AsItem => ({
  kind: 'AsItem',
  expression,
  keyword: keyword.span,
  target,
  span: between(expression, target),
});
