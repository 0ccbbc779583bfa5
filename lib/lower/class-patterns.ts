/** Class patterns: `Point(x, y=0)`. Positions are names from `__match_args__`, or the subject itself for the simple built-in types. */
import type { ValueId } from '../base/ids.js';
import { newBlock, type Block } from '../ir/function.js';
import type { MatchClass } from '../syntax/ast.js';
import {
  emit,
  emitBuiltin,
  emitNone,
  emitString,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { lowerExpression } from './expressions.js';
import {
  callBuiltin,
  emitInteger,
  lowerPattern,
  raiseTypeError,
  requireComparison,
  requireInstance,
} from './patterns.js';

/** Types whose one positional pattern takes the subject itself. */
const selfMatching = ['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple'];

export function lowerClassPattern(ctx: FunctionContext, pattern: MatchClass, value: ValueId, fail: Block): void {
  const { span } = pattern;
  const type = lowerExpression(ctx, pattern.cls);
  const producer = ctx.producers.get(type);
  const builtin = producer?.kind === 'LoadBuiltin' ? producer.name : null;
  // Built-in functions begin with a small letter, too.
  if (builtin === null || !(selfMatching.includes(builtin) || /^[A-Z]/.test(builtin))) checkIsClass(ctx, pattern, type);
  const subject = requireInstance(ctx, span, value, type, fail);
  const isSelfMatch = builtin !== null && selfMatching.includes(builtin) && pattern.patterns.length === 1;
  const parts: { value: ValueId; index: number }[] = [];
  const absent =
    pattern.patterns.length + pattern.kwd_patterns.length === 0 || isSelfMatch ? null : callBuiltin(ctx, span, 'object', []);
  if (isSelfMatch) parts.push({ value: subject, index: 0 });
  else if (pattern.patterns.length > 0) parts.push(...positionalParts(ctx, pattern, subject, type, absent!, fail));
  const keywordAbsent = absent ?? (pattern.kwd_patterns.length > 0 ? callBuiltin(ctx, span, 'object', []) : null);
  const named = pattern.kwd_attrs.map((name) => {
    // Names are not mangled here, as in CPython.
    return attribute(ctx, pattern, subject, emitString(ctx, span, name), keywordAbsent!, fail);
  });
  for (const { value: part, index } of parts) lowerPattern(ctx, pattern.patterns[index]!, part, fail);
  pattern.kwd_patterns.forEach((part, i) => lowerPattern(ctx, part, named[i]!, fail));
}

function checkIsClass(ctx: FunctionContext, pattern: MatchClass, type: ValueId): void {
  const { span } = pattern;
  const good = newBlock(ctx.fn);
  const bad = newBlock(ctx.fn);
  bad.cold = true;
  const condition = emit(ctx, span, {
    kind: 'Truth',
    operand: callBuiltin(ctx, span, 'isinstance', [type, emitBuiltin(ctx, span, 'type')]),
  });
  terminate(ctx, { kind: 'Branch', condition, then: good.id, else: bad.id });
  enterBlock(ctx, bad);
  raiseTypeError(ctx, span, ['called match pattern must be a class']);
  enterBlock(ctx, good);
}

/** The attribute, or on to `fail` where the subject has none of that name. */
function attribute(
  ctx: FunctionContext,
  pattern: MatchClass,
  subject: ValueId,
  name: ValueId,
  absent: ValueId,
  fail: Block,
): ValueId {
  const found = callBuiltin(ctx, pattern.span, 'getattr', [subject, name, absent]);
  requireComparison(ctx, pattern.span, 'IsNot', found, absent, fail);
  return found;
}

function positionalParts(
  ctx: FunctionContext,
  pattern: MatchClass,
  subject: ValueId,
  type: ValueId,
  absent: ValueId,
  fail: Block,
): { value: ValueId; index: number }[] {
  const { span } = pattern;
  const keywords = emit(ctx, span, { kind: 'BuildTuple', items: pattern.kwd_attrs.map((name) => emitString(ctx, span, name)) });
  const names = emit(ctx, span, { kind: 'CallHelper', helper: 'match-names', args: [type, emitInteger(ctx, span, pattern.patterns.length), keywords] });
  const listed = newBlock(ctx.fn);
  const unlisted = newBlock(ctx.fn);
  const end = newBlock(ctx.fn);
  const results = pattern.patterns.map(() => newTemporary(ctx));
  const isListed = emit(ctx, span, {
    kind: 'Truth',
    operand: emit(ctx, span, { kind: 'Compare', op: 'IsNot', left: names, right: emitNone(ctx, span) }),
  });
  terminate(ctx, { kind: 'Branch', condition: isListed, then: listed.id, else: unlisted.id });
  enterBlock(ctx, listed);
  results.forEach((result, i) => {
    const name = emit(ctx, span, { kind: 'GetItem', object: names, index: emitInteger(ctx, span, i) });
    writeVariable(ctx, result, attribute(ctx, pattern, subject, name, absent, fail));
  });
  jump(ctx, end);
  enterBlock(ctx, unlisted);
  for (const result of results) writeVariable(ctx, result, subject);
  jump(ctx, end);
  enterBlock(ctx, end);
  return results.map((result, index) => ({ value: readVariable(ctx, result), index }));
}
