/**
 * `try`: a handler block begins with the exception pending.
 *
 *   EnterHandler · MatchException … · a clause's body · LeaveHandler
 *
 * A `finally` is lowered once for each way that leads through it.
 */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { newBlock, type Block } from '../ir/function.js';
import type { ExceptHandler, Try, TryStar } from '../syntax/ast.js';
import { emit, enterBlock, jump, terminate, type Enclosure, type FunctionContext } from './context.js';
import { lowerStarHandlers } from './exception-groups.js';
import { lowerExpression } from './expressions.js';
import { forgetException } from './leaving.js';
import { storeName } from './names.js';
import { lowerBody } from './statements.js';

export function lowerTry(ctx: FunctionContext, node: Try | TryStar): void {
  if (node.finalbody.length === 0) return lowerTryExcept(ctx, node);
  const outerHandler = ctx.handler;
  const handler = newBlock(ctx.fn);
  within(ctx, { kind: 'finally', body: node.finalbody, outer: ctx.enclosure, outerHandler }, handler, () => {
    if (node.handlers.length > 0) lowerTryExcept(ctx, node);
    else lowerBody(ctx, node.body);
  });
  lowerBody(ctx, node.finalbody);
  const end = newBlock(ctx.fn);
  jump(ctx, end);
  enterBlock(ctx, handler);
  if (!ctx.dead) {
    const { previous, exception } = enterHandler(ctx, node.span);
    handling(ctx, previous, null, node.span, () => lowerBody(ctx, node.finalbody));
    if (!ctx.dead) raiseAgain(ctx, exception, previous, node.span);
  }
  enterBlock(ctx, end);
}

/** Runs `lower` inside an enclosure whose exceptions go to `handler`. */
export function within(ctx: FunctionContext, enclosure: Enclosure | null, handler: Block, lower: () => void): void {
  const { enclosure: outer, handler: outerHandler } = ctx;
  if (enclosure !== null) ctx.enclosure = enclosure;
  ctx.handler = handler.id;
  lower();
  ctx.enclosure = outer;
  ctx.handler = outerHandler;
}

/** First in a handler block: the pending exception is now the one being handled. */
export function enterHandler(ctx: FunctionContext, span: Span): { previous: ValueId; exception: ValueId } {
  ctx.block.cold = true;
  const previous = emit(ctx, span, { kind: 'EnterHandler' });
  return { previous, exception: emit(ctx, span, { kind: 'HandledException' }) };
}

/** Runs `lower` while an exception is being handled: whatever leaves it restores what was handled before. */
export function handling(ctx: FunctionContext, previous: ValueId, name: string | null, span: Span, lower: () => void): void {
  const cleanup = newBlock(ctx.fn);
  const enclosure: Enclosure = { kind: 'handler', previous, name, span, outer: ctx.enclosure, outerHandler: ctx.handler };
  within(ctx, enclosure, cleanup, lower);
  const after = newBlock(ctx.fn);
  jump(ctx, after);
  enterBlock(ctx, cleanup);
  if (!ctx.dead) {
    ctx.block.cold = true;
    if (name === null) {
      emit(ctx, span, { kind: 'LeaveHandler', previous });
      terminate(ctx, { kind: 'Unwind', handler: ctx.handler ?? undefined });
    } else {
      const inner = enterHandler(ctx, span);
      forgetException(ctx, name, span);
      emit(ctx, span, { kind: 'SetPending', exception: inner.exception });
      emit(ctx, span, { kind: 'LeaveHandler', previous: inner.previous });
      emit(ctx, span, { kind: 'LeaveHandler', previous });
      terminate(ctx, { kind: 'Unwind', handler: ctx.handler ?? undefined });
    }
  }
  enterBlock(ctx, after);
}

export function raiseAgain(ctx: FunctionContext, exception: ValueId, previous: ValueId, span: Span): void {
  emit(ctx, span, { kind: 'SetPending', exception });
  emit(ctx, span, { kind: 'LeaveHandler', previous });
  terminate(ctx, { kind: 'Unwind', handler: ctx.handler ?? undefined });
}

function lowerTryExcept(ctx: FunctionContext, node: Try | TryStar): void {
  const handler = newBlock(ctx.fn);
  const end = newBlock(ctx.fn);
  const { expectsImportErrors } = ctx;
  ctx.expectsImportErrors ||= node.handlers.some(takesImportErrors);
  within(ctx, null, handler, () => lowerBody(ctx, node.body));
  ctx.expectsImportErrors = expectsImportErrors;
  if (!ctx.dead) lowerBody(ctx, node.orelse);
  jump(ctx, end);
  enterBlock(ctx, handler);
  if (!ctx.dead) {
    if (node.kind === 'Try') lowerHandlers(ctx, node, end);
    else {
      lowerStarHandlers(ctx, node);
      jump(ctx, end);
    }
  }
  enterBlock(ctx, end);
}

const importErrors: ReadonlySet<string> = new Set(['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);

function takesImportErrors({ type }: ExceptHandler): boolean {
  if (type === null) return true;
  const types = type.kind === 'Tuple' ? type.elts : [type];
  return types.some((one) => one.kind === 'Name' && importErrors.has(one.id));
}

function lowerHandlers(ctx: FunctionContext, node: Try, end: Block): void {
  const { previous, exception } = enterHandler(ctx, node.span);
  for (const clause of node.handlers) {
    if (ctx.dead) break;
    const next = newBlock(ctx.fn);
    if (clause.type !== null) matchClause(ctx, clause, exception, previous, next);
    handling(ctx, previous, clause.name, clause.span, () => {
      if (clause.name !== null) storeName(ctx, clause.name, exception, clause.span);
      lowerBody(ctx, clause.body);
    });
    if (!ctx.dead) {
      emit(ctx, clause.span, { kind: 'LeaveHandler', previous });
      if (clause.name !== null) forgetException(ctx, clause.name, clause.span);
    }
    jump(ctx, end);
    enterBlock(ctx, next);
  }
  if (!ctx.dead) raiseAgain(ctx, exception, previous, node.span);
}

/** On to the clause's body if it takes the exception, else to `next`. What the test raises leaves the handler too. */
function matchClause(ctx: FunctionContext, clause: ExceptHandler, exception: ValueId, previous: ValueId, next: Block): void {
  const type = clause.type!;
  let condition: ValueId | undefined;
  handling(ctx, previous, null, type.span, () => {
    const value = lowerExpression(ctx, type);
    condition = emit(ctx, clause.span, { kind: 'MatchException', exception, type: value });
  });
  const body = newBlock(ctx.fn);
  terminate(ctx, { kind: 'Branch', condition: condition!, then: body.id, else: next.id });
  enterBlock(ctx, body);
}
