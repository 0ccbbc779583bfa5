/**
 * How long objects live, where the program can see it. A value dies after its last use, which nobody notices unless something runs then:
 * `__del__`, or what a suspended generator has still to do. In programs that have such code a variable keeps its object, as in CPython,
 * until it is bound anew, deleted, or its function ends.
 */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import type { Variable } from '../analysis/scopes.js';
import type { Node, Statement } from '../syntax/ast.js';
import { forEachChild } from '../syntax/ast-walk.js';
import { emit, readVariable, type FunctionContext } from './context.js';
import { isSsa } from './names.js';

/** Does the death of an object run code of the program? */
export function hasFinalizers(body: readonly Statement[]): boolean {
  return body.some((statement) => definesFinalizer(statement) || endsSuspended(statement));
}

export function definesFinalizer(node: Node): boolean {
  if (node.kind === 'FunctionDef' && node.name === '__del__') return true;
  return someChild(node, definesFinalizer);
}

/** A function that yields, with something to do when it is dropped. */
function endsSuspended(node: Node): boolean {
  const isFunction = node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef';
  if (isFunction && contains(node, (n) => n.kind === 'Yield' || n.kind === 'YieldFrom')) {
    if (contains(node, (n) => n.kind === 'Try' || n.kind === 'TryStar' || n.kind === 'With' || n.kind === 'AsyncWith')) return true;
  }
  return someChild(node, endsSuspended);
}

function contains(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || someChild(node, (child) => contains(child, test));
}

function someChild(node: Node, test: (child: Node) => boolean): boolean {
  let found = false;
  forEachChild(node, (child) => void (found ||= test(child)));
  return found;
}

/** What the variable holds now: to be kept until it has been replaced. */
export function heldValue(ctx: FunctionContext, variable: Variable): ValueId | null {
  if (!ctx.module.program.hasFinalizers) return null;
  const value = readVariable(ctx, variable.key);
  return ['Unbound', 'Constant'].includes(ctx.producers.get(value)?.kind ?? '') ? null : value;
}

export function keep(ctx: FunctionContext, value: ValueId | null, span: Span): void {
  if (value !== null) emit(ctx, span, { kind: 'Keep', value });
}

/** A loop is left: what it took its items from has lived until now. */
export function keepIterator(ctx: FunctionContext, iterator: ValueId | null, span: Span): void {
  if (ctx.module.program.hasFinalizers && !ctx.dead) keep(ctx, iterator, span);
}

/** The function ends: all its variables have lived until now. */
export function keepVariables(ctx: FunctionContext, span: Span): void {
  if (!ctx.module.program.hasFinalizers || ctx.dead) return;
  for (const variable of ctx.frame.variables.values()) {
    if (isSsa(ctx, variable)) keep(ctx, heldValue(ctx, variable), span);
    const cell = ctx.cells.get(variable);
    if (cell !== undefined) keep(ctx, cell, span);
  }
}
