/** `match`. */
import type { Match } from '../syntax/ast.js';
import type { FunctionContext } from './context.js';
import { unsupported } from './unsupported.js';

export function lowerMatch(ctx: FunctionContext, node: Match): void {
  unsupported(ctx.module, 'E902', node.span, "'match'");
}
