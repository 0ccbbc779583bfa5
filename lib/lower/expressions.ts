/** Expressions: the dispatch, and the ones with no family of their own. */
import type { ValueId } from '../base/ids.js';
import { mangle } from '../analysis/scopes.js';
import { newBlock } from '../ir/function.js';
import type { Attribute, BinOp, Call, Constant, Expression, IfExp, NamedExpr, Subscript } from '../syntax/ast.js';
import { lowerCallOf, lowerMethodCall, lowerNamedCall } from './calls.js';
import { lowerComprehension } from './comprehensions.js';
import { lowerBranches } from './conditions.js';
import {
  emit,
  emitConstant,
  emitNone,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { lowerDict, lowerSequenceDisplay } from './displays.js';
import { lowerFormattedValue, lowerJoinedString } from './f-strings.js';
import { lowerGeneratorExpression, lowerLambda } from './functions.js';
import { lowerAwait, lowerYield, lowerYieldFrom } from './generators.js';
import { lowerImporter, lowerStaticAttribute } from './imports.js';
import { loadName, storeName } from './names.js';
import { lowerBoolean, lowerComparison, lowerUnary } from './operators.js';
import { attributeCallSpan } from './spans.js';
import { lowerTypingSubscript } from './typing.js';
import { unsupported } from './unsupported.js';

const maximumDepth = 900;

/** One step of a chain that leans to the left: `a + b + c`, `a.b(c)[d].e`. */
type Link =
  | { readonly kind: 'BinOp'; readonly node: BinOp }
  | { readonly kind: 'Attribute'; readonly node: Attribute }
  | { readonly kind: 'Subscript'; readonly node: Subscript }
  | { readonly kind: 'Call'; readonly node: Call }
  | { readonly kind: 'MethodCall'; readonly node: Call; readonly method: Attribute };

/** The value of an expression. Left-leaning chains are walked, not recursed into. */
export function lowerExpression(ctx: FunctionContext, node: Expression): ValueId {
  if (ctx.depth >= maximumDepth) {
    unsupported(ctx.module, 'E910', node.span, 'an expression nested so deeply');
    return emitNone(ctx, node.span);
  }
  ctx.depth++;
  const links: Link[] = [];
  let value: ValueId | null = null;
  let inner = node;
  while (value === null) {
    const next = chainedOperand(ctx, inner, links);
    if (next === null) value = lowerLeaf(ctx, inner);
    else if (typeof next === 'number') value = next;
    else inner = next;
  }
  for (let i = links.length - 1; i >= 0; i--) value = lowerLink(ctx, links[i]!, value);
  ctx.depth--;
  return value;
}

/** Pushes the outermost link and gives what it works on; a value where the link has one of its own; null at the end of the chain. */
function chainedOperand(ctx: FunctionContext, node: Expression, links: Link[]): Expression | ValueId | null {
  switch (node.kind) {
    case 'BinOp':
      links.push({ kind: 'BinOp', node });
      return node.left;
    case 'Subscript': {
      const type = lowerTypingSubscript(ctx, node.value, node.span);
      if (type !== null) return type;
      links.push({ kind: 'Subscript', node });
      return node.value;
    }
    case 'Attribute': {
      const member = lowerStaticAttribute(ctx, node);
      if (member !== null) return member;
      links.push({ kind: 'Attribute', node });
      return node.value;
    }
    case 'Call': {
      if (node.func.kind === 'Name') return null;
      const imported = lowerImporter(ctx, node);
      if (imported !== null) return imported;
      const member = node.func.kind === 'Attribute' ? lowerStaticAttribute(ctx, node.func) : null;
      if (node.func.kind === 'Attribute' && member === null) {
        links.push({ kind: 'MethodCall', node, method: node.func });
        return node.func.value;
      }
      links.push({ kind: 'Call', node });
      return member ?? node.func;
    }
    default:
      return null;
  }
}

function lowerLink(ctx: FunctionContext, link: Link, value: ValueId): ValueId {
  const { node } = link;
  switch (link.kind) {
    case 'BinOp':
      return emit(ctx, node.span, {
        kind: 'Binary',
        op: link.node.op,
        left: value,
        right: lowerExpression(ctx, link.node.right),
      });
    case 'Attribute':
      return emit(ctx, attributeCallSpan(ctx, link.node, node.span), {
        kind: 'GetAttr',
        object: value,
        name: mangle(ctx.scope, link.node.attr),
      });
    case 'Subscript':
      return emit(ctx, node.span, { kind: 'GetItem', object: value, index: lowerIndex(ctx, link.node.slice) });
    case 'Call':
      return lowerCallOf(ctx, link.node, value);
    case 'MethodCall':
      return lowerMethodCall(ctx, link.node, link.method, value);
  }
}

function lowerLeaf(ctx: FunctionContext, node: Expression): ValueId {
  switch (node.kind) {
    case 'Constant':
      return lowerConstant(ctx, node);
    case 'Name':
      return loadName(ctx, node.id, node.span);
    case 'Call':
      return lowerNamedCall(ctx, node);
    case 'UnaryOp':
      return lowerUnary(ctx, node);
    case 'Compare':
      return lowerComparison(ctx, node);
    case 'BoolOp':
      return lowerBoolean(ctx, node);
    case 'IfExp':
      return lowerConditional(ctx, node);
    case 'NamedExpr':
      return lowerNamedExpression(ctx, node);
    case 'Tuple':
    case 'List':
    case 'Set':
      return lowerSequenceDisplay(ctx, node);
    case 'Dict':
      return lowerDict(ctx, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return lowerComprehension(ctx, node);
    case 'GeneratorExp':
      return lowerGeneratorExpression(ctx, node);
    case 'Lambda':
      return lowerLambda(ctx, node);
    case 'JoinedStr':
      return lowerJoinedString(ctx, node);
    case 'FormattedValue':
      return lowerFormattedValue(ctx, node);
    case 'Yield':
      return lowerYield(ctx, node);
    case 'YieldFrom':
      return lowerYieldFrom(ctx, node);
    case 'Slice':
      return lowerIndex(ctx, node);
    case 'Await':
      return lowerAwait(ctx, node);
    case 'Starred':
    case 'BinOp':
    case 'Attribute':
    case 'Subscript':
      // Starred items are seen by displays and calls, the others by the chain.
      return lowerExpression(ctx, node.kind === 'Starred' ? node.value : node);
  }
}

/** What stands between the brackets of a subscript. */
export function lowerIndex(ctx: FunctionContext, node: Expression): ValueId {
  if (node.kind !== 'Slice') return lowerExpression(ctx, node);
  const part = (expression: Expression | null): ValueId =>
    expression === null ? emitNone(ctx, node.span) : lowerExpression(ctx, expression);
  const start = part(node.lower);
  const stop = part(node.upper);
  return emit(ctx, node.span, { kind: 'BuildSlice', start, stop, step: part(node.step) });
}

function lowerConstant(ctx: FunctionContext, node: Constant): ValueId {
  return emitConstant(ctx, node.span, node.value);
}

/** Branches are taken without making the test's value. */
function lowerConditional(ctx: FunctionContext, node: IfExp): ValueId {
  const result = newTemporary(ctx);
  const end = newBlock(ctx.fn);
  // A chain of conditional expressions leans to the right: `a if p else b if q else c`.
  let last: Expression = node;
  while (last.kind === 'IfExp') {
    const then = newBlock(ctx.fn);
    const otherwise = newBlock(ctx.fn);
    lowerBranches(ctx, last.test, then, otherwise);
    enterBlock(ctx, then);
    writeVariable(ctx, result, lowerExpression(ctx, last.body));
    jump(ctx, end);
    enterBlock(ctx, otherwise);
    last = last.orelse;
  }
  writeVariable(ctx, result, lowerExpression(ctx, last));
  jump(ctx, end);
  enterBlock(ctx, end);
  return readVariable(ctx, result);
}

function lowerNamedExpression(ctx: FunctionContext, node: NamedExpr): ValueId {
  const value = lowerExpression(ctx, node.value);
  storeName(ctx, node.target.id, value, node.span);
  return value;
}
