/**
 * `try … except*`: each clause takes its part of the group; what the clauses raise and what none took is raised together at the end.
 *
 *   part, rest = group-match rest type · the body with `part` as the exception handled · … · group-rest raised
 */
import type { ValueId } from '../base/ids.js';
import { newBlock } from '../ir/function.js';
import type { ExceptHandler, TryStar } from '../syntax/ast.js';
import {
  emit,
  emitNone,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { enterHandler, handling, raiseAgain, within } from './exceptions.js';
import { lowerExpression } from './expressions.js';
import { forgetException } from './leaving.js';
import { storeName } from './names.js';
import { lowerBody } from './statements.js';

interface Handling {
  /** The variable that holds what no clause has taken yet, or None. */
  readonly rest: string;
  /** The list of exceptions that the clauses have raised. */
  readonly raised: ValueId;
}

/** The handler block has been entered: the exception is pending. Leaves by an exception, or goes on when nothing is left. */
export function lowerStarHandlers(ctx: FunctionContext, node: TryStar): void {
  const { span } = node;
  const { previous, exception } = enterHandler(ctx, span);
  let left: ValueId | undefined;
  handling(ctx, previous, null, span, () => {
    const state: Handling = { rest: newTemporary(ctx), raised: emit(ctx, span, { kind: 'BuildList', items: [] }) };
    writeVariable(ctx, state.rest, exception);
    for (const clause of node.handlers) lowerClause(ctx, clause, state);
    const args = [exception, state.raised, readVariable(ctx, state.rest)];
    left = emit(ctx, span, { kind: 'CallHelper', helper: 'group-rest', args });
  });
  const isNothing = emit(ctx, span, { kind: 'Compare', op: 'Is', left: left!, right: emitNone(ctx, span) });
  const condition = emit(ctx, span, { kind: 'Truth', operand: isNothing });
  const done = newBlock(ctx.fn);
  const again = newBlock(ctx.fn);
  terminate(ctx, { kind: 'Branch', condition, then: done.id, else: again.id });
  enterBlock(ctx, again);
  raiseAgain(ctx, left!, previous, span);
  enterBlock(ctx, done);
  emit(ctx, span, { kind: 'LeaveHandler', previous });
}

function lowerClause(ctx: FunctionContext, clause: ExceptHandler, state: Handling): void {
  const { span } = clause;
  const type = lowerExpression(ctx, clause.type!);
  const pair = emit(ctx, span, { kind: 'CallHelper', helper: 'group-match', args: [readVariable(ctx, state.rest), type] });
  const part = emit(ctx, span, { kind: 'TupleItem', tuple: pair, index: 0 });
  writeVariable(ctx, state.rest, emit(ctx, span, { kind: 'TupleItem', tuple: pair, index: 1 }));
  const isNothing = emit(ctx, span, { kind: 'Compare', op: 'Is', left: part, right: emitNone(ctx, span) });
  const condition = emit(ctx, span, { kind: 'Truth', operand: isNothing });
  const body = newBlock(ctx.fn);
  const next = newBlock(ctx.fn);
  terminate(ctx, { kind: 'Branch', condition, then: next.id, else: body.id });
  enterBlock(ctx, body);
  const failed = newBlock(ctx.fn);
  within(ctx, null, failed, () => lowerClauseBody(ctx, clause, part));
  jump(ctx, next);
  enterBlock(ctx, failed);
  if (!ctx.dead) {
    const inner = enterHandler(ctx, span);
    emit(ctx, span, { kind: 'ListAppend', container: state.raised, item: inner.exception });
    emit(ctx, span, { kind: 'LeaveHandler', previous: inner.previous });
    jump(ctx, next);
  }
  enterBlock(ctx, next);
}

/** While the body runs, its part of the group is the exception being handled. */
function lowerClauseBody(ctx: FunctionContext, clause: ExceptHandler, part: ValueId): void {
  const { name, span } = clause;
  emit(ctx, span, { kind: 'SetPending', exception: part });
  const { previous } = enterHandler(ctx, span);
  handling(ctx, previous, name, span, () => {
    if (name !== null) storeName(ctx, name, part, span);
    lowerBody(ctx, clause.body);
  });
  if (ctx.dead) return;
  emit(ctx, span, { kind: 'LeaveHandler', previous });
  if (name !== null) forgetException(ctx, name, span);
}
