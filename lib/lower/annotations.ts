/**
 * Annotations. They are evaluated where something could see it: where the program reads `__annotations__`, or where evaluating one would
 * do more than give a value. Otherwise only names that don't exist are looked for. `from __future__ import annotations` leaves texts.
 */
import type { ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { mangle, type Scope } from '../analysis/scopes.js';
import type { AnnAssign, Arguments, AsyncFunctionDef, Expression, FunctionDef, Node } from '../syntax/ast.js';
import { forEachChild } from '../syntax/ast-walk.js';
import { emit, emitString, unboundValue, type FunctionContext, type ModuleContext } from './context.js';
import { lowerExpression, lowerIndex } from './expressions.js';
import { cpythonBuiltins, moduleAttributes } from './known-names.js';
import { loadName, storeName } from './names.js';
import { typingMember } from './typing.js';

/** The dict of a function's annotations; null where it has none, or nobody reads them. */
export function lowerFunctionAnnotations(ctx: FunctionContext, node: FunctionDef | AsyncFunctionDef): ValueId | null {
  const keys: ValueId[] = [];
  const values: ValueId[] = [];
  for (const [name, annotation] of annotationsOf(node.args, node.returns)) {
    const value = lowerAnnotation(ctx, annotation);
    if (value === null) continue;
    keys.push(emitString(ctx, annotation.span, mangle(ctx.scope, name)));
    values.push(value);
  }
  if (!ctx.module.program.readsAnnotations || keys.length === 0) return null;
  return emit(ctx, node.span, { kind: 'BuildDict', keys, values });
}

function annotationsOf(args: Arguments, returns: Expression | null): [string, Expression][] {
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  const found = all.flatMap((arg): [string, Expression][] => (arg?.annotation ? [[arg.arg, arg.annotation]] : []));
  return returns === null ? found : [...found, ['return', returns]];
}

/** After the value has been stored: the annotation of a variable of a module or class is kept in its `__annotations__`. */
export function lowerVariableAnnotation(ctx: FunctionContext, node: AnnAssign): void {
  if (ctx.scope.kind !== 'module' && ctx.scope.kind !== 'class') return;
  const value = lowerAnnotation(ctx, node.annotation);
  if (value === null || !node.simple || node.target.kind !== 'Name' || !ctx.module.program.readsAnnotations) return;
  const object = loadName(ctx, '__annotations__', node.span);
  emit(ctx, node.span, { kind: 'SetItem', object, index: emitString(ctx, node.span, mangle(ctx.scope, node.target.id)), value });
}

/** First in a module or class that keeps annotations. */
export function beginAnnotations(ctx: FunctionContext, scope: Scope, span: Span): void {
  if (!ctx.module.program.readsAnnotations || !scope.variables.has('__annotations__')) return;
  storeName(ctx, '__annotations__', emit(ctx, span, { kind: 'BuildDict', keys: [], values: [] }), span);
}

function lowerAnnotation(ctx: FunctionContext, node: Expression): ValueId | null {
  const { module } = ctx;
  if (module.scopes.futureAnnotations) return module.program.readsAnnotations ? annotationText(ctx, node) : null;
  if (!module.scopes.evaluatedAnnotations.has(node)) {
    checkNames(ctx, node);
    return null;
  }
  if (mentionsTyping(ctx, node)) return annotationText(ctx, node);
  return lowerIndex(ctx, node.kind === 'Starred' ? node.value : node);
}

function annotationText(ctx: FunctionContext, node: Expression): ValueId {
  const { start, end } = node.span;
  return emitString(ctx, node.span, ctx.module.parsed.source.text.slice(start, end));
}

/** What `typing` gives is known by name only; nobody can tell what evaluating it would give. */
function mentionsTyping(ctx: FunctionContext, node: Node): boolean {
  if ((node.kind === 'Name' || node.kind === 'Attribute') && typingMember(ctx, node) !== null) return true;
  let found = false;
  forEachChild(node, (child) => void (found ||= mentionsTyping(ctx, child)));
  return found;
}

/** A name that exists nowhere is a NameError. */
function checkNames(ctx: FunctionContext, node: Node): void {
  if (node.kind === 'Name' && !isKnown(ctx.module, ctx.scope, mangle(ctx.scope, node.id))) {
    emit(ctx, node.span, { kind: 'CheckBound', value: unboundValue(ctx), name: node.id, scope: 'global' });
  }
  forEachChild(node, (child) => checkNames(ctx, child));
}

function isKnown(module: ModuleContext, scope: Scope, name: string): boolean {
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) if (outer.variables.has(name)) return true;
  if (module.scopes.namespaceUse === 'held' || module.program.known.builtins.has(name)) return true;
  return cpythonBuiltins.has(name) || moduleAttributes.has(name) || /^__.*__$/.test(name);
}

/** Gives what a bare annotation of an attribute or item evaluates around it, as CPython does. */
export function lowerBareTarget(ctx: FunctionContext, target: Expression): void {
  if (target.kind === 'Attribute') lowerExpression(ctx, target.value);
  if (target.kind !== 'Subscript') return;
  lowerExpression(ctx, target.value);
  lowerIndex(ctx, target.slice);
}
