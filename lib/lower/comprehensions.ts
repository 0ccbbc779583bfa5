/** Comprehensions: loops in a scope of their own inside the function (PEP 709). */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { newBlock } from '../ir/function.js';
import type { Comprehension, DictComp, ListComp, SetComp } from '../syntax/ast.js';
import { lowerTarget } from './assignments.js';
import { lowerBranches } from './conditions.js';
import { continueIn, emit, enterBlock, jump, unboundValue, writeVariable, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerIterator, lowerNext } from './loops.js';
import { makeCells } from './names.js';

export function lowerComprehension(ctx: FunctionContext, node: ListComp | SetComp | DictComp): ValueId {
  const first = node.generators[0]!;
  const iterable = lowerExpression(ctx, first.iter);
  const iterator = lowerIterator(ctx, first, iterable);
  const outer = ctx.scope;
  ctx.scope = ctx.module.scopes.byNode.get(node)!;
  for (const variable of ctx.scope.variables.values()) {
    writeVariable(ctx, variable.key, unboundValue(ctx));
  }
  makeCells(ctx, ctx.scope);
  const container = emptyContainer(ctx, node);
  lowerGenerators(ctx, node, iterator, () => addResult(ctx, node, container));
  ctx.scope = outer;
  return container;
}

function emptyContainer(ctx: FunctionContext, node: ListComp | SetComp | DictComp): ValueId {
  if (node.kind === 'DictComp') return emit(ctx, node.span, { kind: 'BuildDict', keys: [], values: [] });
  return emit(ctx, node.span, { kind: node.kind === 'ListComp' ? 'BuildList' : 'BuildSet', items: [] });
}

function addResult(ctx: FunctionContext, node: ListComp | SetComp | DictComp, container: ValueId): void {
  if (node.kind === 'DictComp') {
    const key = lowerExpression(ctx, node.key);
    const value = lowerExpression(ctx, node.value);
    emit(ctx, { start: node.key.span.start, end: node.value.span.end }, { kind: 'DictSet', container, key, value });
  } else {
    const item = lowerExpression(ctx, node.elt);
    emit(ctx, node.elt.span, { kind: node.kind === 'ListComp' ? 'ListAppend' : 'SetAdd', container, item });
  }
}

/** The loops of a comprehension, around `action`. */
export function lowerGenerators(
  ctx: FunctionContext,
  { generators, span: whole }: { readonly generators: readonly Comprehension[]; readonly span: Span },
  first: ValueId,
  action: () => void,
): void {
  const nest = (index: number): void => {
    const generator = generators[index];
    if (generator === undefined) return action();
    const { span } = generator.iter;
    const iterator = index === 0 ? first : lowerIterator(ctx, generator, lowerExpression(ctx, generator.iter));
    const head = newBlock(ctx.fn);
    const body = newBlock(ctx.fn);
    const end = newBlock(ctx.fn);
    jump(ctx, head);
    continueIn(ctx, head);
    const item = lowerNext(ctx, { iterator, isAsync: generator.is_async, span: generator.is_async ? whole : span }, body, end);
    lowerTarget(ctx, generator.target, item);
    for (const test of generator.ifs) {
      const next = newBlock(ctx.fn);
      lowerBranches(ctx, test, next, head);
      enterBlock(ctx, next);
    }
    nest(index + 1);
    jump(ctx, head);
    ctx.ssa.seal(head.id);
    enterBlock(ctx, end);
  };
  nest(0);
}
