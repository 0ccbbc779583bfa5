/** `match`: each case tries its pattern; captures are bound when the whole pattern has matched, before the guard. */
import type { ValueId } from '../base/ids.js';
import { newBlock, type Block } from '../ir/function.js';
import type { Match, MatchCase } from '../syntax/ast.js';
import { lowerBranches } from './conditions.js';
import { enterBlock, jump, readVariable, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { storeName } from './names.js';
import { captureKey, capturesOf, lowerPattern } from './patterns.js';
import { lowerBody } from './statements.js';

export function lowerMatch(ctx: FunctionContext, node: Match): void {
  const subject = lowerExpression(ctx, node.subject);
  const end = newBlock(ctx.fn);
  for (const branch of node.cases) {
    if (ctx.dead) break;
    const next = newBlock(ctx.fn);
    lowerCase(ctx, branch, subject, next);
    jump(ctx, end);
    enterBlock(ctx, next);
  }
  jump(ctx, end);
  enterBlock(ctx, end);
}

function lowerCase(ctx: FunctionContext, branch: MatchCase, subject: ValueId, next: Block): void {
  lowerPattern(ctx, branch.pattern, subject, next);
  for (const [name, span] of capturesOf(branch.pattern)) storeName(ctx, name, readVariable(ctx, captureKey(name)), span);
  if (branch.guard !== null) {
    const body = newBlock(ctx.fn);
    lowerBranches(ctx, branch.guard, body, next);
    enterBlock(ctx, body);
  }
  lowerBody(ctx, branch.body);
}
