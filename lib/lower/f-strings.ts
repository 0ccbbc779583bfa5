/** F-strings: pieces of text and formatted values, joined. */
import type { ValueId } from '../base/ids.js';
import type { FormattedValue, JoinedStr } from '../syntax/ast.js';
import { emit, emitString, type FunctionContext } from './context.js';
import { isLong, piecesOf } from './displays.js';
import { lowerExpression } from './expressions.js';

export function lowerJoinedString(ctx: FunctionContext, node: JoinedStr): ValueId {
  const join = (pieces: readonly ValueId[]): ValueId =>
    pieces.length === 1 ? pieces[0]! : emit(ctx, node.span, { kind: 'BuildString', pieces });
  if (node.values.length === 0) return emitString(ctx, node.span, '');
  const groups = isLong(node.values) ? piecesOf(node.values) : [node.values];
  return join(groups.map((group) => join(group.map((piece) => lowerExpression(ctx, piece)))));
}

export function lowerFormattedValue(ctx: FunctionContext, node: FormattedValue): ValueId {
  const value = lowerExpression(ctx, node.value);
  const spec = node.format_spec === null ? null : lowerJoinedString(ctx, node.format_spec);
  const conversion = node.conversion === -1 ? '' : (String.fromCharCode(node.conversion) as 's' | 'r' | 'a');
  return emit(ctx, node.span, { kind: 'FormatValue', value, conversion, spec });
}
