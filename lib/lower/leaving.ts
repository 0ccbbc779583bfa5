/** Leaving statements by return, break, continue: each enclosing finally, with and handler does its part on the way. */
import { assert } from '../base/assert.js';
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { emit, emitNone, jump, type Enclosure, type FunctionContext } from './context.js';
import { awaitHelper } from './generators.js';
import { deleteName, isSsa, meaningOf, storeName, unbindSsa } from './names.js';
import { keepIterator } from './lifetimes.js';
import { lowerBody } from './statements.js';

/** Does what lies between here and `target` (null: the function's own level), then `finish`, if that is still reached. */
export function leaveTo(ctx: FunctionContext, target: Enclosure | null, finish: () => void): void {
  const { enclosure, handler } = ctx;
  for (let inner = ctx.enclosure; inner !== target && inner !== null && !ctx.dead; inner = inner.outer) {
    ctx.enclosure = inner.outer;
    ctx.handler = inner.outerHandler;
    leaveOne(ctx, inner);
  }
  if (!ctx.dead) finish();
  ctx.enclosure = enclosure;
  ctx.handler = handler;
}

function leaveOne(ctx: FunctionContext, enclosure: Enclosure): void {
  switch (enclosure.kind) {
    case 'loop':
      keepIterator(ctx, enclosure.iterator, enclosure.span);
      return;
    case 'finally':
      return lowerBody(ctx, enclosure.body);
    case 'handler':
      emit(ctx, enclosure.span, { kind: 'LeaveHandler', previous: enclosure.previous });
      if (enclosure.name !== null) forgetException(ctx, enclosure.name, enclosure.span);
      return;
    case 'with':
      leaveManager(ctx, enclosure);
      return;
  }
}

/** Calls `__exit__`, or awaits `__aexit__`; without `raised`, no exception has occurred. */
export function leaveManager(
  ctx: FunctionContext,
  { manager, isAsync, span }: { readonly manager: ValueId; readonly isAsync: boolean; readonly span: Span },
  raised?: readonly ValueId[],
): ValueId {
  const none = raised === undefined ? emitNone(ctx, span) : null;
  const args = raised ?? [none!, none!, none!];
  if (isAsync) return awaitHelper(ctx, span, 'async-exit', [manager, ...args]);
  return emit(ctx, span, { kind: 'CallSpecial', object: manager, name: '__exit__', args });
}

/** The name of `except … as name` is unbound at the end of the handler, whether or not the handler has unbound it. */
export function forgetException(ctx: FunctionContext, name: string, span: { start: number; end: number }): void {
  const variable = meaningOf(ctx, name);
  if (variable !== null && ctx.scope.kind !== 'class' && isSsa(ctx, variable)) return unbindSsa(ctx, variable, span);
  storeName(ctx, name, emitNone(ctx, span), span);
  deleteName(ctx, name, span);
}

export function lowerBreak(ctx: FunctionContext): void {
  const loop = innermostLoop(ctx);
  leaveTo(ctx, loop, () => jump(ctx, loop.breakTarget));
}

export function lowerContinue(ctx: FunctionContext): void {
  const loop = innermostLoop(ctx);
  leaveTo(ctx, loop, () => jump(ctx, loop.continueTarget));
}

function innermostLoop(ctx: FunctionContext): Extract<Enclosure, { kind: 'loop' }> {
  let inner = ctx.enclosure;
  while (inner !== null && inner.kind !== 'loop') inner = inner.outer;
  assert(inner !== null, `${ctx.fn.symbol}: break or continue outside a loop`);
  return inner;
}
