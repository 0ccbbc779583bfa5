/**
 * Generator expressions that a built-in function consumes at once (lib/analysis/consumed-generators.ts): their loops stand where the call is. What
 * raises in them is reported as from a generator's frame.
 */
import type { ValueId } from '../base/ids.js';
import { consumedGenerator } from '../analysis/consumed-generators.js';
import { newBlock, type PlacedSpan } from '../ir/function.js';
import type { Accumulation } from '../ir/generic.js';
import type { Call, GeneratorExp } from '../syntax/ast.js';
import { lowerGenerators } from './comprehensions.js';
import {
  emit,
  emitBuiltin,
  emitConstant,
  enterBlock,
  jump,
  newTemporary,
  readVariable,
  terminate,
  unboundValue,
  writeVariable,
  type FunctionContext,
} from './context.js';
import { lowerExpression } from './expressions.js';
import { inlinedFrame } from './functions.js';
import { lowerIterator } from './loops.js';
import { makeCells } from './names.js';

/** A call whose generator runs in place. */
interface Consumer {
  readonly node: Call;
  readonly generator: GeneratorExp;
  /** What the consumer itself does is placed there. */
  readonly span: PlacedSpan;
}

function consumerOf(ctx: FunctionContext, node: Call, span: PlacedSpan): Consumer | null {
  const generator = consumedGenerator(node);
  return generator !== null && ctx.module.scopes.consumed.has(generator) ? { node, generator, span } : null;
}

/** A call by name of a built-in function; null: it consumes no generator in place. */
export function lowerConsumer(ctx: FunctionContext, node: Call, name: string): ValueId | null {
  const consumer = consumerOf(ctx, node, node.span);
  if (consumer === null) return null;
  switch (name) {
    case 'sum':
    case 'min':
    case 'max':
      return accumulate(ctx, consumer, name);
    case 'any':
    case 'all':
      return search(ctx, consumer, name === 'any');
    case 'set':
      return collect(ctx, consumer, 'BuildSet');
    case 'tuple':
      return emit(ctx, node.span, { kind: 'ListToTuple', list: collect(ctx, consumer, 'BuildList') });
    case 'sorted':
      return sort(ctx, consumer);
    default:
      return collect(ctx, consumer, 'BuildList');
  }
}

/** 'text'.join(…) makes a list of the items itself. */
export function lowerJoin(ctx: FunctionContext, node: Call, object: ValueId, span: PlacedSpan): ValueId | null {
  const consumer = consumerOf(ctx, node, span);
  if (consumer === null) return null;
  return emit(ctx, span, { kind: 'CallMethod', object, name: 'join', found: null, args: [collect(ctx, consumer, 'BuildList')], keywords: [] });
}

/** The loops, with what the consumer does first between the first iterable and the others; `take` is given each item. */
function runLoops<T>(ctx: FunctionContext, { generator, span }: Consumer, begin: () => T, take: (item: ValueId, state: T) => void): T {
  const first = generator.generators[0]!;
  const iterator = lowerIterator(ctx, first, lowerExpression(ctx, first.iter));
  const state = begin();
  const { scope: outer, inlined: place } = ctx;
  const frame = inlinedFrame(ctx, '<genexpr>', generator.span, span);
  ctx.scope = ctx.module.scopes.byNode.get(generator)!;
  ctx.inlined = frame;
  for (const variable of ctx.scope.variables.values()) writeVariable(ctx, variable.key, unboundValue(ctx));
  makeCells(ctx, ctx.scope);
  lowerGenerators(ctx, generator, iterator, () => {
    const item = lowerExpression(ctx, generator.elt);
    ctx.inlined = place;
    take(item, state);
    ctx.inlined = frame;
  });
  ctx.scope = outer;
  ctx.inlined = place;
  return state;
}

function accumulate(ctx: FunctionContext, consumer: Consumer, what: Accumulation): ValueId {
  const { node, span } = consumer;
  const begin = (): ValueId => emit(ctx, span, { kind: 'Accumulator', what, start: what === 'sum' ? startOf(ctx, node) : null });
  const accumulator = runLoops(ctx, consumer, begin, (item, state) => void emit(ctx, span, { kind: 'AccumulatorAdd', accumulator: state, item }));
  return emit(ctx, span, { kind: 'AccumulatorResult', accumulator });
}

function startOf(ctx: FunctionContext, node: Call): ValueId {
  const given = node.args[1];
  return given === undefined ? emitConstant(ctx, node.span, { type: 'int', value: 0n }) : lowerExpression(ctx, given);
}

/** any and all: the first item whose truth is `wanted` decides. */
function search(ctx: FunctionContext, consumer: Consumer, wanted: boolean): ValueId {
  const { span } = consumer;
  const result = newTemporary(ctx);
  const [found, end] = [newBlock(ctx.fn), newBlock(ctx.fn)];
  const answer = (value: boolean): void => {
    writeVariable(ctx, result, emitConstant(ctx, span, { type: 'bool', value }));
    jump(ctx, end);
  };
  const test = (item: ValueId): void => {
    const condition = emit(ctx, span, { kind: 'Truth', operand: item });
    const next = newBlock(ctx.fn);
    terminate(ctx, { kind: 'Branch', condition, then: wanted ? found.id : next.id, else: wanted ? next.id : found.id });
    enterBlock(ctx, next);
  };
  runLoops(ctx, consumer, () => null, test);
  answer(!wanted);
  enterBlock(ctx, found);
  answer(wanted);
  enterBlock(ctx, end);
  return readVariable(ctx, result);
}

/** All items in a list or a set; `before`: what comes between the first iterable and the items. */
function collect(ctx: FunctionContext, consumer: Consumer, kind: 'BuildList' | 'BuildSet', before: () => void = () => {}): ValueId {
  const { span } = consumer;
  const begin = (): ValueId => {
    before();
    return emit(ctx, span, { kind, items: [] });
  };
  const add = kind === 'BuildSet' ? 'SetAdd' : 'ListAppend';
  return runLoops(ctx, consumer, begin, (item, container) => void emit(ctx, span, { kind: add, container, item }));
}

function sort(ctx: FunctionContext, consumer: Consumer): ValueId {
  const { func, keywords } = consumer.node;
  const callee = emitBuiltin(ctx, func.span, 'sorted');
  let values: ValueId[] = [];
  const list = collect(ctx, consumer, 'BuildList', () => void (values = keywords.map(({ value }) => lowerExpression(ctx, value))));
  return emit(ctx, consumer.span, { kind: 'Call', callee, args: [list, ...values], keywords: keywords.map(({ arg }) => arg!) });
}
