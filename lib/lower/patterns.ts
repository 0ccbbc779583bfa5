/** Patterns: tests that go to a block where they fail, and fall through where they match. */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { newBlock, type Block } from '../ir/function.js';
import type { CompareOperator } from '../ir/generic.js';
import type { MatchMapping, MatchOr, MatchSequence, Pattern } from '../syntax/ast.js';
import { lowerClassPattern } from './class-patterns.js';
import {
  emit,
  emitBuiltin,
  emitConstant,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { lowerExpression } from './expressions.js';

/** Where a capture waits until the whole pattern has matched. */
export function captureKey(name: string): string {
  return `%capture ${name}`;
}

/** The names that a pattern binds, each once, in the order of first appearance. */
export function capturesOf(pattern: Pattern): Map<string, Span> {
  const names = new Map<string, Span>();
  const visit = (node: Pattern): void => {
    const parts = partsOf(node);
    parts.forEach(visit);
    const name =
      node.kind === 'MatchAs' || node.kind === 'MatchStar' ? node.name : node.kind === 'MatchMapping' ? node.rest : null;
    if (name !== null && !names.has(name)) names.set(name, node.span);
  };
  visit(pattern);
  return names;
}

function partsOf(node: Pattern): readonly Pattern[] {
  switch (node.kind) {
    case 'MatchSequence':
    case 'MatchMapping':
    case 'MatchOr':
      return node.patterns;
    case 'MatchClass':
      return [...node.patterns, ...node.kwd_patterns];
    case 'MatchAs':
      return node.pattern === null ? [] : [node.pattern];
    default:
      return [];
  }
}

export function lowerPattern(ctx: FunctionContext, pattern: Pattern, subject: ValueId, fail: Block): void {
  switch (pattern.kind) {
    case 'MatchValue':
      return requireComparison(ctx, pattern.span, 'Eq', subject, lowerExpression(ctx, pattern.value), fail);
    case 'MatchSingleton':
      return requireComparison(ctx, pattern.span, 'Is', subject, emitConstant(ctx, pattern.span, pattern.value), fail);
    case 'MatchAs':
      if (pattern.pattern !== null) lowerPattern(ctx, pattern.pattern, subject, fail);
      if (pattern.name !== null) writeVariable(ctx, captureKey(pattern.name), subject);
      return;
    case 'MatchOr':
      return lowerAlternatives(ctx, pattern, subject, fail);
    case 'MatchSequence':
      return lowerSequencePattern(ctx, pattern, subject, fail);
    case 'MatchMapping':
      return lowerMappingPattern(ctx, pattern, subject, fail);
    case 'MatchClass':
      return lowerClassPattern(ctx, pattern, subject, fail);
    case 'MatchStar':
      // Only inside a sequence pattern, which binds it.
      return;
  }
}

/** Goes on if the value is true, else to `fail`. */
export function requireTrue(ctx: FunctionContext, span: Span, value: ValueId, fail: Block): void {
  const next = newBlock(ctx.fn);
  const condition = emit(ctx, span, { kind: 'Truth', operand: value });
  terminate(ctx, { kind: 'Branch', condition, then: next.id, else: fail.id });
  enterBlock(ctx, next);
}

export function requireComparison(
  ctx: FunctionContext,
  span: Span,
  op: CompareOperator,
  left: ValueId,
  right: ValueId,
  fail: Block,
): void {
  requireTrue(ctx, span, emit(ctx, span, { kind: 'Compare', op, left, right }), fail);
}

export function callBuiltin(ctx: FunctionContext, span: Span, name: string, args: readonly ValueId[]): ValueId {
  return emit(ctx, span, { kind: 'Call', callee: emitBuiltin(ctx, span, name), args, keywords: [] });
}

export function emitInteger(ctx: FunctionContext, span: Span, value: number): ValueId {
  return emitConstant(ctx, span, { type: 'int', value: BigInt(value) });
}

/** The tuple of those built-in types that exist. */
export function typeTuple(ctx: FunctionContext, span: Span, names: readonly string[]): ValueId {
  const known = names.filter((name) => ctx.module.program.known.builtins.has(name));
  return emit(ctx, span, { kind: 'BuildTuple', items: known.map((name) => emitBuiltin(ctx, span, name)) });
}

/** Goes on, with the subject refined, if it is an instance. */
export function requireInstance(ctx: FunctionContext, span: Span, subject: ValueId, type: ValueId, fail: Block): ValueId {
  requireTrue(ctx, span, callBuiltin(ctx, span, 'isinstance', [subject, type]), fail);
  return emit(ctx, span, { kind: 'Refine', value: subject, fact: { kind: 'isinstance', type, sense: true } });
}

function lowerAlternatives(ctx: FunctionContext, pattern: MatchOr, subject: ValueId, fail: Block): void {
  const matched = newBlock(ctx.fn);
  pattern.patterns.forEach((alternative, i) => {
    const isLast = i === pattern.patterns.length - 1;
    const next = isLast ? fail : newBlock(ctx.fn);
    lowerPattern(ctx, alternative, subject, next);
    jump(ctx, matched);
    if (!isLast) enterBlock(ctx, next);
  });
  enterBlock(ctx, matched);
}

function isWildcard(pattern: Pattern): boolean {
  return (
    (pattern.kind === 'MatchAs' && pattern.pattern === null && pattern.name === null) ||
    (pattern.kind === 'MatchStar' && pattern.name === null)
  );
}

/** Standard modules with types that are sequences or mappings. */
const homesOfKinds = ['collections', 'collections.abc', 'array', 'types'];

/** One of the built-in types, or another that CPython marks as of that kind (`Py_TPFLAGS_SEQUENCE`, `Py_TPFLAGS_MAPPING`). */
function requireKind(ctx: FunctionContext, span: Span, value: ValueId, builtin: ValueId, kind: 32 | 64, fail: Block): ValueId {
  if (!homesOfKinds.some((name) => ctx.module.program.modules.has(name))) return requireInstance(ctx, span, value, builtin, fail);
  const other = newBlock(ctx.fn);
  const good = newBlock(ctx.fn);
  const subject = newTemporary(ctx);
  writeVariable(ctx, subject, requireInstance(ctx, span, value, builtin, other));
  jump(ctx, good);
  enterBlock(ctx, other);
  requireTrue(ctx, span, emit(ctx, span, { kind: 'CallHelper', helper: 'match-kind', args: [value, emitInteger(ctx, span, kind)] }), fail);
  writeVariable(ctx, subject, value);
  jump(ctx, good);
  enterBlock(ctx, good);
  return readVariable(ctx, subject);
}

/** A list, tuple or range of the right length; then its items. */
function lowerSequencePattern(ctx: FunctionContext, pattern: MatchSequence, value: ValueId, fail: Block): void {
  const { span, patterns } = pattern;
  const subject = requireKind(ctx, span, value, typeTuple(ctx, span, ['list', 'tuple', 'range', 'memoryview']), 32, fail);
  const star = patterns.findIndex((part) => part.kind === 'MatchStar');
  const count = star === -1 ? patterns.length : patterns.length - 1;
  const length = star !== -1 && count === 0 ? null : callBuiltin(ctx, span, 'len', [subject]);
  if (length !== null) requireComparison(ctx, span, star === -1 ? 'Eq' : 'GtE', length, emitInteger(ctx, span, count), fail);
  const items = patterns.every(isWildcard) ? [] : sequenceItems(ctx, pattern, subject, star, length);
  patterns.forEach((part, i) => {
    const item = items[i] ?? null;
    if (item === null) return;
    if (part.kind !== 'MatchStar') lowerPattern(ctx, part, item, fail);
    else if (part.name !== null) writeVariable(ctx, captureKey(part.name), item);
  });
}

/** The items that are looked at. Where nobody wants what the star takes, the others are fetched by index: a range may be huge. */
function sequenceItems(
  ctx: FunctionContext,
  pattern: MatchSequence,
  subject: ValueId,
  star: number,
  length: ValueId | null,
): (ValueId | null)[] {
  const { span, patterns } = pattern;
  const after = patterns.length - star - 1;
  if (star !== -1 && isWildcard(patterns[star]!)) {
    return patterns.map((part, i) => {
      if (isWildcard(part)) return null;
      const position = emitInteger(ctx, span, i < star ? i : patterns.length - i);
      const index = i < star ? position : emit(ctx, span, { kind: 'Binary', op: 'Sub', left: length!, right: position });
      return emit(ctx, span, { kind: 'GetItem', object: subject, index });
    });
  }
  const tuple =
    star === -1
      ? emit(ctx, span, { kind: 'Unpack', value: subject, count: patterns.length })
      : emit(ctx, span, { kind: 'UnpackStar', value: subject, before: star, after });
  return patterns.map((part, index) => (isWildcard(part) ? null : emit(ctx, part.span, { kind: 'TupleItem', tuple, index })));
}

/** A dict with at least these keys. All values are fetched before the first is tested. */
function lowerMappingPattern(ctx: FunctionContext, pattern: MatchMapping, value: ValueId, fail: Block): void {
  const { span } = pattern;
  const subject = requireKind(ctx, span, value, emitBuiltin(ctx, span, 'dict'), 64, fail);
  if (pattern.keys.length > 0) {
    const length = callBuiltin(ctx, span, 'len', [subject]);
    requireComparison(ctx, span, 'GtE', length, emitInteger(ctx, span, pattern.keys.length), fail);
  }
  const absent = callBuiltin(ctx, span, 'object', []);
  const keys = pattern.keys.map((key) => lowerExpression(ctx, key));
  const values = keys.map((key, i) => {
    if (pattern.keys.slice(0, i + 1).some(({ kind }) => kind !== 'Constant')) refuseRepeatedKey(ctx, span, key, keys.slice(0, i));
    const found = emit(ctx, span, { kind: 'CallMethod', object: subject, name: 'get', found: null, args: [key, absent], keywords: [] });
    requireComparison(ctx, span, 'IsNot', found, absent, fail);
    return found;
  });
  pattern.patterns.forEach((part, i) => lowerPattern(ctx, part, values[i]!, fail));
  if (pattern.rest === null) return;
  const rest = emit(ctx, span, { kind: 'BuildDict', keys: [], values: [] });
  emit(ctx, span, { kind: 'DictUpdate', container: rest, item: subject });
  for (const key of keys) emit(ctx, span, { kind: 'DelItem', object: rest, index: key });
  writeVariable(ctx, captureKey(pattern.rest), rest);
}

function refuseRepeatedKey(ctx: FunctionContext, span: Span, key: ValueId, earlier: readonly ValueId[]): void {
  if (earlier.length === 0) return;
  const [repeated, next] = [newBlock(ctx.fn), newBlock(ctx.fn)];
  const seen = emit(ctx, span, { kind: 'BuildTuple', items: earlier });
  const condition = emit(ctx, span, { kind: 'Truth', operand: emit(ctx, span, { kind: 'Compare', op: 'In', left: key, right: seen }) });
  terminate(ctx, { kind: 'Branch', condition, then: repeated.id, else: next.id });
  enterBlock(ctx, repeated);
  raiseError(ctx, span, 'ValueError', ['mapping pattern checks duplicate key (', callBuiltin(ctx, span, 'repr', [key]), ')']);
  enterBlock(ctx, next);
}

/** Raises TypeError with a text put together from pieces. */
export function raiseTypeError(ctx: FunctionContext, span: Span, pieces: readonly (string | ValueId)[]): void {
  raiseError(ctx, span, 'TypeError', pieces);
}

function raiseError(ctx: FunctionContext, span: Span, type: 'TypeError' | 'ValueError', pieces: readonly (string | ValueId)[]): void {
  const parts = pieces.map((piece) =>
    typeof piece === 'string' ? emitConstant(ctx, span, { type: 'str', value: piece }) : piece,
  );
  const message = parts.length === 1 ? parts[0]! : emit(ctx, span, { kind: 'BuildString', pieces: parts });
  emit(ctx, span, { kind: 'Raise', exception: callBuiltin(ctx, span, type, [message]), cause: null });
  terminate(ctx, { kind: 'Unreachable' });
}
