/** Factories for the patterns of match statements. */
import type { Span } from '../../base/source.js';
import type { Expression, MatchClass, MatchMapping, MatchSingleton, MatchStar, Pattern } from '../ast.js';
import type { Token } from '../tokens/token.js';
import { bare, between, fail, type Cover } from './cover.js';
import { keywordConstant, number } from './expressions.js';
import { toArray, type List } from './lists.js';

/** As with expressions, parentheses count for the span of the parent only. */
interface PatternGroup {
  readonly kind: 'PatternGroup';
  readonly span: Span;
  readonly inner: Pattern;
}
export type PatternCover = Pattern | PatternGroup;

export const barePattern = (cover: PatternCover): Pattern => (cover.kind === 'PatternGroup' ? cover.inner : cover);

export const group = (open: Token, pattern: PatternCover, close: Token): PatternGroup => ({
  kind: 'PatternGroup',
  inner: barePattern(pattern),
  span: between(open, close),
});

const captured = (name: Token): string | null => (name.value === '_' ? null : name.value);

export const capture = (name: Token): Pattern => ({
  kind: 'MatchAs',
  pattern: null,
  name: captured(name),
  span: name.span,
});

function as_(cover: PatternCover, name: Token): Pattern {
  if (name.value === '_') fail('E125', "cannot use '_' as a target", name.span);
  return { kind: 'MatchAs', pattern: barePattern(cover), name: name.value, span: between(cover, name) };
}
export { as_ as as };

export function or(list: List<PatternCover>): Pattern {
  const covers = toArray(list);
  return { kind: 'MatchOr', patterns: covers.map(barePattern), span: between(covers[0]!, covers.at(-1)!) };
}

export const star = (asterisk: Token, name: Token): MatchStar => ({
  kind: 'MatchStar',
  name: captured(name),
  span: between(asterisk, name),
});

export function value(cover: Cover): Pattern {
  const node = bare(cover);
  if (node.kind === 'JoinedStr') fail('E125', 'patterns may only match literals and attribute lookups', node.span);
  return { kind: 'MatchValue', value: node, span: cover.span };
}

export function singleton(token: Token): MatchSingleton {
  return { kind: 'MatchSingleton', value: keywordConstant(token).value, span: token.span };
}

/** closed_pattern -> "(" … ")" | "[" … "]" */
export const sequence = (open: Token, list: List<PatternCover> | null, close: Token): Pattern => ({
  kind: 'MatchSequence',
  patterns: toArray(list).map(barePattern),
  span: between(open, close),
});

/** patterns -> star_pattern "," … */
export function openSequence(list: List<PatternCover>, comma: Token | null): Pattern {
  const covers = toArray(list);
  const span = between(covers[0]!, comma ?? covers.at(-1)!);
  return { kind: 'MatchSequence', patterns: covers.map(barePattern), span };
}

// --- Numbers ---

export const negativeNumber = (minus: Token, digits: Token): Expression => ({
  kind: 'UnaryOp',
  op: 'USub',
  operand: number(digits),
  span: between(minus, digits),
});

export function complexNumber(real: Expression, sign: Token, imaginary: Token): Expression {
  const right = number(imaginary);
  const left = real.kind === 'UnaryOp' ? real.operand : real;
  if (left.kind === 'Constant' && left.value.type === 'complex') {
    fail('E125', 'real number required in complex literal', real.span);
  }
  if (right.value.type !== 'complex') fail('E125', 'imaginary number required in complex literal', right.span);
  return { kind: 'BinOp', left: real, op: sign.text === '+' ? 'Add' : 'Sub', right, span: between(real, right) };
}

// --- Mappings and classes ---

export type MappingItem =
  { readonly key: Expression; readonly pattern: Pattern } | { readonly rest: string; readonly span: Span };

export const mappingItem = (key: Cover, pattern: PatternCover): MappingItem => ({
  key: bare(key),
  pattern: barePattern(pattern),
});

export function mappingRest(stars: Token, name: Token): MappingItem {
  if (name.value === '_') fail('E100', 'invalid syntax', name.span);
  return { rest: name.value, span: between(stars, name) };
}

export function mapping(open: Token, list: List<MappingItem> | null, close: Token): MatchMapping {
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  for (const item of toArray(list)) {
    if (rest !== null) fail('E100', 'invalid syntax', 'rest' in item ? item.span : item.key.span);
    if ('rest' in item) {
      rest = item.rest;
    } else {
      keys.push(item.key);
      patterns.push(item.pattern);
    }
  }
  return { kind: 'MatchMapping', keys, patterns, rest, span: between(open, close) };
}

export interface KeywordArgument {
  readonly kind: 'KeywordArgument';
  readonly name: string;
  readonly pattern: Pattern;
}

export const keywordArgument = (name: Token, pattern: PatternCover): KeywordArgument => ({
  kind: 'KeywordArgument',
  name: name.value,
  pattern: barePattern(pattern),
});

export function classPattern(cls: Expression, list: List<PatternCover | KeywordArgument> | null, close: Token): MatchClass {
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  for (const item of toArray(list)) {
    if (item.kind === 'KeywordArgument') {
      kwd_attrs.push(item.name);
      kwd_patterns.push(item.pattern);
    } else {
      if (kwd_attrs.length > 0) fail('E125', 'positional patterns follow keyword patterns', item.span);
      patterns.push(barePattern(item));
    }
  }
  return { kind: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, span: between(cls, close) };
}
