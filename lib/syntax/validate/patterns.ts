/** Patterns: names are bound once and by every alternative, and nothing follows what always matches. */
import type { MatchCase, MatchMapping, MatchOr, Pattern, Statement } from '../ast.js';
import { printConstant } from '../print-constant.js';
import { deeper, reject, type Context } from './context.js';
import { checkDebug, checkExpression } from './expressions.js';

export function checkCases(c: Context, cases: readonly MatchCase[], checkBody: (body: readonly Statement[]) => void): void {
  cases.forEach(({ pattern, guard, body }, index) => {
    checkPattern(c, pattern, new Set());
    const isLast = index === cases.length - 1;
    if (!isLast && guard === null) checkReachable(c, pattern);
    if (guard !== null) checkExpression(c, guard);
    checkBody(body);
  });
}

/** `pattern` stands before others. */
function checkReachable(c: Context, pattern: Pattern): void {
  const irrefutable = findIrrefutable(pattern);
  if (irrefutable === null) return;
  const { name, span } = irrefutable;
  const what = name === null ? 'wildcard' : `name capture '${name}'`;
  reject(c, 'E125', `${what} makes remaining patterns unreachable`, span);
}

function findIrrefutable(pattern: Pattern) {
  let inner = pattern;
  while (inner.kind === 'MatchAs' && inner.pattern !== null) inner = inner.pattern;
  return inner.kind === 'MatchAs' ? inner : null;
}

type Names = globalThis.Set<string>;

function checkPattern(c: Context, pattern: Pattern, names: Names): void {
  deeper(c, pattern.span, () => checkKind(c, pattern, names));
}

function bind(c: Context, name: string | null, pattern: Pattern, names: Names): void {
  if (name === null) return;
  if (names.has(name)) reject(c, 'E125', `multiple assignments to name '${name}' in pattern`, pattern.span);
  checkDebug(c, name, 'Store', pattern.span);
  names.add(name);
}

function checkKind(c: Context, pattern: Pattern, names: Names): void {
  switch (pattern.kind) {
    case 'MatchValue':
      return checkExpression(c, pattern.value);
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
      if (pattern.patterns.filter(({ kind }) => kind === 'MatchStar').length > 1) {
        reject(c, 'E125', 'multiple starred expressions in sequence pattern', pattern.span);
      }
      return pattern.patterns.forEach((each) => checkPattern(c, each, names));
    case 'MatchMapping':
      return checkMapping(c, pattern, names);
    case 'MatchClass': {
      const repeated = pattern.kwd_attrs.find((name, index) => pattern.kwd_attrs.indexOf(name) < index);
      if (repeated !== undefined) {
        reject(c, 'E125', `attribute name repeated in class pattern: ${repeated}`, pattern.span);
      }
      return [...pattern.patterns, ...pattern.kwd_patterns].forEach((each) => checkPattern(c, each, names));
    }
    case 'MatchStar':
      return bind(c, pattern.name, pattern, names);
    case 'MatchAs':
      if (pattern.pattern !== null) checkPattern(c, pattern.pattern, names);
      return bind(c, pattern.name, pattern, names);
    case 'MatchOr':
      return checkAlternatives(c, pattern, names);
  }
}

function checkMapping(c: Context, { keys, patterns, rest, ...node }: MatchMapping, names: Names): void {
  const seen = new Set<string>();
  for (const key of keys) {
    checkExpression(c, key);
    if (key.kind !== 'Constant') continue;
    const text = printConstant(key.value);
    if (seen.has(text)) reject(c, 'E125', `mapping pattern checks duplicate key (${text})`, node.span);
    seen.add(text);
  }
  for (const pattern of patterns) checkPattern(c, pattern, names);
  bind(c, rest, { ...node, keys, patterns, rest }, names);
}

function checkAlternatives(c: Context, { patterns, span }: MatchOr, names: Names): void {
  const before = new Set(names);
  let first: Names | null = null;
  patterns.forEach((pattern, index) => {
    if (index < patterns.length - 1) checkReachable(c, pattern);
    const bound = new Set(before);
    checkPattern(c, pattern, bound);
    if (first !== null && !isSameSet(first, bound)) {
      reject(c, 'E125', 'alternative patterns bind different names', span);
    }
    first ??= bound;
    for (const name of bound) names.add(name);
  });
}

const isSameSet = (left: Names, right: Names): boolean => left.size === right.size && [...left].every((name) => right.has(name));
