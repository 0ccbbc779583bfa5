/** Functions: `def`, `lambda`, generator expressions. Their bodies are lowered later, from a queue: nothing nests too deeply. */
import type { BlockId, ValueId } from '../base/ids.js';
import type { Span } from '../base/source.js';
import { mangle, type Scope } from '../analysis/scopes.js';
import { noNames, type Block, type InlinedFrame, type IrFunction, type Parameter } from '../ir/function.js';
import type { Arguments, AsyncFunctionDef, Expression, FunctionDef, GeneratorExp, Lambda, Node, Statement } from '../syntax/ast.js';
import { beginAnnotations, lowerFunctionAnnotations } from './annotations.js';
import { lowerGenerators } from './comprehensions.js';
import {
  emit,
  emitNone,
  newFunctionContext,
  terminate,
  writeVariable,
  type FunctionContext,
  type ModuleContext,
} from './context.js';
import { docstringOf } from './docstrings.js';
import { lowerExpression } from './expressions.js';
import { finishFunction } from './finish.js';
import { lowerTypeParameters, within } from './type-parameters.js';
import { emitYield } from './generators.js';
import { keepVariables } from './lifetimes.js';
import { lowerIterator } from './loops.js';
import { cellOf, makeCells, storeName } from './names.js';
import { lowerBody } from './statements.js';
import { isHarmlessDecorator } from './typing.js';

export function lowerFunctionDef(ctx: FunctionContext, node: FunctionDef | AsyncFunctionDef): IrFunction {
  const decorators = node.decorator_list
    .filter((decorator) => !isHarmlessDecorator(ctx, decorator))
    .map((decorator) => ({ span: decorator.span, value: lowerExpression(ctx, decorator) }));
  const scope = ctx.module.scopes.byNode.get(node)!;
  const docstring = docstringOf(node.body);
  const parameters = within(ctx, node, () => lowerTypeParameters(ctx, node));
  const fn = newFunction(ctx, node, node.name, node.args, scope, docstring);
  let value = makeFunction(ctx, node.args, fn, scope, node.span, () => within(ctx, node, () => lowerFunctionAnnotations(ctx, node)));
  if (parameters !== null && ctx.module.program.readsTypeParameters)
    emit(ctx, node.span, { kind: 'SetAttr', object: value, name: '__type_params__', value: parameters });
  for (const { span, value: callee } of decorators.reverse()) {
    value = emit(ctx, span, { kind: 'Call', callee, args: [value], keywords: [] });
  }
  storeName(ctx, node.name, value, node.span);
  const body = docstring === null ? node.body : node.body.slice(1);
  queueBody(ctx.module, fn, scope, (inner) => lowerBody(inner, body));
  return fn;
}

export function lowerLambda(ctx: FunctionContext, node: Lambda): ValueId {
  const scope = ctx.module.scopes.byNode.get(node)!;
  const fn = newFunction(ctx, node, '<lambda>', node.args, scope, null);
  queueBody(ctx.module, fn, scope, (inner) => {
    const value = lowerExpression(inner, node.body);
    terminate(inner, { kind: 'Return', value });
  });
  return makeFunction(ctx, node.args, fn, scope, node.span);
}

const noArguments: Arguments = {
  kind: 'arguments',
  posonlyargs: [],
  args: [],
  vararg: null,
  kwonlyargs: [],
  kw_defaults: [],
  kwarg: null,
  defaults: [],
};

/** A generator function of one parameter, `.0`: the iterator of the first iterable, which is made at once. */
export function lowerGeneratorExpression(ctx: FunctionContext, node: GeneratorExp): ValueId {
  const first = node.generators[0]!;
  const iterable = lowerExpression(ctx, first.iter);
  const iterator = lowerIterator(ctx, first, iterable);
  const scope = ctx.module.scopes.byNode.get(node)!;
  const args: Arguments = { ...noArguments, args: [{ kind: 'arg', arg: '.0', annotation: null, span: first.iter.span }] };
  const fn = newFunction(ctx, node, '<genexpr>', args, scope, null);
  queueBody(ctx.module, fn, scope, (inner) => {
    const source = inner.ssa.read('.0', inner.block.id);
    lowerGenerators(inner, node, source, () => {
      emitYield(inner, node.elt.span, lowerExpression(inner, node.elt));
    });
  });
  const callee = makeFunction(ctx, noArguments, fn, scope, node.span);
  return emit(ctx, node.span, { kind: 'Call', callee, args: [iterator], keywords: [] });
}

/** The name that tracebacks and reprs print: the classes and functions around it, and its own. */
export function qualnameOf(ctx: FunctionContext, name: string): string {
  return qualnameIn(ctx, ctx.scope, name);
}

/** The examples of one docstring (`lib/driver/doctests.ts`), which stand for a module. */
const isDoctest = ({ parent }: Scope): boolean => parent?.name === '_doctest_tests' && parent.parent?.kind === 'module';

function qualnameIn(ctx: FunctionContext, inner: Scope, name: string): string {
  let scope = inner;
  for (; scope.kind === 'comprehension' || scope.kind === 'type-parameters'; scope = scope.parent!)
    if (scope.name === '<genexpr>') return `${qualnameIn(ctx, scope.parent!, scope.name)}.${name}`;
  if (scope.kind === 'module' || scope.embedded !== null || isDoctest(scope) || scope.declared.get(mangle(scope, name))?.kind === 'global') return name;
  if (scope.kind === 'class') return `${ctx.qualname}.${name}`;
  return scope.name === '<genexpr>' ? `${ctx.fn.qualname}.${name}` : `${ctx.fn.qualname}.<locals>.${name}`;
}

function newFunction(
  ctx: FunctionContext,
  node: Node & { span: Span },
  name: string,
  args: Arguments,
  scope: Scope,
  docstring: string | null,
): IrFunction {
  return createFunction(ctx.module, {
    name,
    qualname: qualnameOf(ctx, name),
    span: node.span,
    kind: scope.isGenerator || scope.isAsync ? 'generator' : 'function',
    async: scope.isAsync ? (scope.isGenerator ? 'async-generator' : 'coroutine') : undefined,
    parameters: parametersOf(args, scope),
    freeVariables: scope.freeVariables.map((variable) => variable.name),
    docstring,
  });
}

type Described = Pick<IrFunction, 'name' | 'qualname' | 'span' | 'kind' | 'async' | 'parameters' | 'freeVariables' | 'docstring'>;

export function createFunction(module: ModuleContext, described: Described): IrFunction {
  const entry = 0 as BlockId;
  const block: Block = { id: entry, instructions: [], terminator: { kind: 'Unreachable' } };
  const fn: IrFunction = {
    symbol: uniqueSymbol(module, described.qualname),
    module: module.parsed.name,
    source: module.parsed.source,
    entry,
    blocks: new Map([[entry, block]]),
    valueNames: noNames(),
    nextValue: 0,
    nextBlock: 1,
    ...described,
  };
  module.program.functions.push(fn);
  return fn;
}

/** Letters, digits, `_`, `.` and `$` only. */
function uniqueSymbol(module: ModuleContext, qualname: string): string {
  const plain = `${module.parsed.name}.${qualname}`
    .replace(/[<>]/g, '')
    .replace(/[^A-Za-z0-9_.]/gu, (c) => `$u${c.codePointAt(0)!.toString(16)}`);
  const { symbols } = module.program;
  let symbol = plain;
  for (let n = symbols.get(plain) ?? 1; symbols.has(symbol); n++) {
    symbol = `${plain}$${n}`;
    symbols.set(plain, n + 1);
  }
  symbols.set(symbol, 1);
  return symbol;
}

function parametersOf(args: Arguments, scope: Scope): Parameter[] {
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const parameters: Parameter[] = positional.map((arg, i) => ({
    name: mangle(scope, arg.arg),
    kind: i < args.posonlyargs.length ? 'positional-only' : 'positional',
    hasDefault: i >= firstDefault,
  }));
  args.kwonlyargs.forEach((arg, i) => {
    parameters.push({ name: mangle(scope, arg.arg), kind: 'keyword-only', hasDefault: args.kw_defaults[i] !== null });
  });
  if (args.vararg !== null) parameters.push({ name: mangle(scope, args.vararg.arg), kind: 'varargs', hasDefault: false });
  if (args.kwarg !== null) parameters.push({ name: mangle(scope, args.kwarg.arg), kind: 'kwargs', hasDefault: false });
  return parameters;
}

function makeFunction(
  ctx: FunctionContext,
  args: Arguments,
  fn: IrFunction,
  scope: Scope,
  span: Span,
  annotate: () => ValueId | null = () => null,
): ValueId {
  const defaults = args.defaults.map((value) => lowerExpression(ctx, value));
  const named = args.kwonlyargs.flatMap((arg, i): { name: string; value: Expression }[] => {
    const value = args.kw_defaults[i]!;
    return value === null ? [] : [{ name: mangle(scope, arg.arg), value }];
  });
  const kwdefaults = named.map(({ value }) => lowerExpression(ctx, value));
  const cells = scope.freeVariables.map((variable) => cellOf(ctx, variable, span));
  const kwdefaultNames = named.map(({ name }) => name);
  const annotations = annotate();
  const made = emit(ctx, span, { kind: 'MakeFunction', function: fn, defaults, kwdefaultNames, kwdefaults, cells });
  if (annotations !== null) emit(ctx, span, { kind: 'SetAttr', object: made, name: '__annotations__', value: annotations });
  return made;
}

export function queueBody(module: ModuleContext, fn: IrFunction, scope: Scope, lower: (ctx: FunctionContext) => void): void {
  module.program.pending.push(() => {
    const ctx = newFunctionContext(module, fn, scope);
    const here = { start: fn.span.start, end: fn.span.start };
    fn.parameters.forEach(({ name }, index) => writeVariable(ctx, name, emit(ctx, here, { kind: 'Parameter', index })));
    makeCells(ctx, scope);
    lower(ctx);
    keepVariables(ctx, endOf(fn.span));
    if (!ctx.dead) terminate(ctx, { kind: 'Return', value: emitNone(ctx, endOf(fn.span)) });
    finishFunction(ctx);
  });
}

function endOf(span: Span): Span {
  return { start: span.end, end: span.end };
}

/** The body of a module as a function. */
/** A module that has run becomes an attribute of its package. */
function bindInPackage(ctx: FunctionContext, name: string): void {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return;
  const span = { start: 0, end: 0 };
  const [object, value] = [name.slice(0, dot), name].map((module) => emit(ctx, span, { kind: 'ImportModule', name: module }));
  emit(ctx, span, { kind: 'SetAttr', object: object!, name: name.slice(dot + 1), value: value! });
}

export function lowerModuleBody(module: ModuleContext, body: readonly Statement[]): IrFunction {
  const scope = module.scopes.module;
  const fn = createFunction(module, {
    name: '<module>',
    qualname: '<module>',
    span: scope.span,
    kind: 'module',
    parameters: [],
    freeVariables: [],
    docstring: module.docstring,
  });
  queueBody(module, fn, scope, (ctx) => {
    beginAnnotations(ctx, scope, { start: 0, end: 0 });
    lowerBody(ctx, module.docstring === null ? body : body.slice(1));
    if (!ctx.dead && module.parsed.isStandard !== true) bindInPackage(ctx, module.parsed.name);
  });
  return fn;
}

/** A frame for tracebacks, of code that runs in its surroundings; nobody calls its function. */
export function inlinedFrame(ctx: FunctionContext, name: string, span: Span, call: Span): InlinedFrame {
  const qualname = qualnameOf(ctx, name);
  const fn = createFunction(ctx.module, { name, qualname, span, kind: 'function', parameters: [], freeVariables: [], docstring: null });
  queueBody(ctx.module, fn, ctx.module.scopes.module, () => {});
  return { fn, call: ctx.inlined === null ? call : { ...call, within: ctx.inlined }, isGenerator: name === '<genexpr>' };
}
