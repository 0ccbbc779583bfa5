/** `with`: `__exit__` runs on every way out, and may swallow the exception. */
import { newBlock } from '../ir/function.js';
import type { AsyncWith, With } from '../syntax/ast.js';
import { lowerTarget } from './assignments.js';
import { emit, emitBuiltin, enterBlock, jump, terminate, type Enclosure, type FunctionContext } from './context.js';
import { enterHandler, handling, raiseAgain, within } from './exceptions.js';
import { lowerExpression } from './expressions.js';
import { awaitHelper } from './generators.js';
import { leaveManager } from './leaving.js';
import { lowerBody } from './statements.js';

export function lowerWith(ctx: FunctionContext, node: With | AsyncWith): void {
  lowerItem(ctx, node, 0);
}

/** Several items are as many nested statements. */
function lowerItem(ctx: FunctionContext, node: With | AsyncWith, index: number): void {
  const item = node.items[index];
  if (item === undefined) return lowerBody(ctx, node.body);
  const { span } = item.context_expr;
  const manager = lowerExpression(ctx, item.context_expr);
  const isAsync = node.kind === 'AsyncWith';
  const entered = isAsync
    ? awaitHelper(ctx, span, 'async-enter', [manager])
    : emit(ctx, span, { kind: 'CallSpecial', object: manager, name: '__enter__', args: [] });
  const handler = newBlock(ctx.fn);
  const end = newBlock(ctx.fn);
  const enclosure: Enclosure & { kind: 'with' } = { kind: 'with', isAsync, manager, span, outer: ctx.enclosure, outerHandler: ctx.handler };
  within(ctx, enclosure, handler, () => {
    if (item.optional_vars !== null) lowerTarget(ctx, item.optional_vars, entered);
    lowerItem(ctx, node, index + 1);
  });
  if (!ctx.dead) leaveManager(ctx, enclosure);
  jump(ctx, end);
  enterBlock(ctx, handler);
  if (!ctx.dead) {
    const { previous, exception } = enterHandler(ctx, span);
    handling(ctx, previous, null, span, () => {
      const type = emit(ctx, span, { kind: 'Call', callee: emitBuiltin(ctx, span, 'type'), args: [exception], keywords: [] });
      const traceback = emit(ctx, span, { kind: 'GetAttr', object: exception, name: '__traceback__' });
      const answer = leaveManager(ctx, enclosure, [type, exception, traceback]);
      const condition = emit(ctx, span, { kind: 'Truth', operand: answer });
      const swallowed = newBlock(ctx.fn);
      const goesOn = newBlock(ctx.fn);
      terminate(ctx, { kind: 'Branch', condition, then: swallowed.id, else: goesOn.id });
      enterBlock(ctx, goesOn);
      const { handler: cleanup } = ctx;
      ctx.handler = enclosure.outerHandler;
      raiseAgain(ctx, exception, previous, span);
      ctx.handler = cleanup;
      enterBlock(ctx, swallowed);
    });
    emit(ctx, span, { kind: 'LeaveHandler', previous });
    jump(ctx, end);
  }
  enterBlock(ctx, end);
}
