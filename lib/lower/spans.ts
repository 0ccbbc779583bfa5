/** The places that tracebacks mark, where they are not simply the node's. */
import type { Span } from '../base/source.js';
import type { Attribute } from '../syntax/ast.js';
import type { FunctionContext } from './context.js';

/** An attribute (or the call of one) that ends on a later line than it starts is marked from its name on, as CPython does. */
export function attributeCallSpan(ctx: FunctionContext, attribute: Attribute, whole: Span): Span {
  const { text } = ctx.module.parsed.source;
  const name = attribute.span.end - attribute.attr.length;
  for (let i = attribute.span.start; i < name; i++) {
    if (text[i] === '\n' || text[i] === '\r') return { start: name, end: whole.end };
  }
  return whole;
}
