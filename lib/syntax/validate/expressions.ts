/** Expressions: where `yield`, `await`, stars and `__debug__` may stand, and repeated keywords. */
import { unreachable } from '../../base/assert.js';
import type {
  Arguments,
  Comprehension,
  DictComp,
  Expression,
  GeneratorExp,
  Keyword,
  ListComp,
  Name,
  SetComp,
  TypeParameter,
} from '../ast.js';
import { deeper, inScope, makeScope, reject, type Context, type Scope } from './context.js';
import { checkTarget } from './targets.js';

export function checkExpressions(c: Context, nodes: readonly (Expression | null)[]): void {
  for (const node of nodes) if (node !== null) checkExpression(c, node);
}

/** In displays, arguments and targets, where a starred expression is good. */
function checkElements(c: Context, nodes: readonly Expression[]): void {
  for (const node of nodes) checkExpression(c, node.kind === 'Starred' ? node.value : node);
}

export function checkExpression(c: Context, node: Expression): void {
  deeper(c, node.span, () => checkKind(c, node));
}

function checkKind(c: Context, node: Expression): void {
  switch (node.kind) {
    case 'Constant':
      return;
    case 'Name':
      return checkName(c, node);
    case 'Attribute':
      if (node.ctx !== 'Load') checkDebug(c, node.attr, node.ctx, node.span);
      return checkExpression(c, node.value);
    case 'Subscript':
      return checkExpressions(c, [node.value, node.slice]);
    case 'Slice':
      return checkExpressions(c, [node.lower, node.upper, node.step]);
    case 'Starred':
      return reject(c, 'E120', "can't use starred expression here", node.span);
    case 'List':
    case 'Tuple':
    case 'Set':
      return checkElements(c, node.elts);
    case 'Dict':
      return checkDict(c, node.keys, node.values);
    case 'Call':
      checkElements(c, node.args);
      checkKeywords(c, node.keywords);
      return checkExpression(c, node.func);
    case 'BinOp':
      return checkExpressions(c, [node.left, node.right]);
    case 'BoolOp':
      return checkExpressions(c, node.values);
    case 'Compare':
      return checkExpressions(c, [node.left, ...node.comparators]);
    case 'UnaryOp':
      return checkExpression(c, node.operand);
    case 'IfExp':
      return checkExpressions(c, [node.test, node.body, node.orelse]);
    case 'NamedExpr':
      return checkExpressions(c, [node.target, node.value]);
    case 'JoinedStr':
      return checkExpressions(c, node.values);
    case 'FormattedValue':
      return checkExpressions(c, [node.value, node.format_spec]);
    case 'Lambda': {
      checkArguments(c, node.args);
      return checkExpression(inScope(c, makeScope('lambda', c.scope)), node.body);
    }
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      return checkComprehension(c, node);
    case 'Await':
      checkAwait(c, node.span);
      return checkExpression(c, node.value);
    case 'Yield':
    case 'YieldFrom':
      checkYield(c, node.kind, node.span);
      return checkExpressions(c, [node.value]);
    default:
      return unreachable(node);
  }
}

const checkDict = (c: Context, keys: readonly (Expression | null)[], values: readonly Expression[]): void =>
  keys.forEach((key, index) => {
    checkExpressions(c, [key]);
    const value = values[index]!;
    const message = 'cannot use a starred expression in a dictionary value';
    if (value.kind === 'Starred') reject(c, 'E128', message, value.span);
    else checkExpression(c, value);
  });

// --- Names ---

function checkName(c: Context, { id, ctx, span }: Name): void {
  if (ctx !== 'Load') checkDebug(c, id, ctx, span);
}

export function checkDebug(c: Context, name: string, ctx: 'Store' | 'Del', span: { start: number; end: number }): void {
  const verb = ctx === 'Del' ? 'delete' : 'assign to';
  if (name === '__debug__') reject(c, 'E142', `cannot ${verb} __debug__`, span);
}

// --- Calls and parameters ---

export function checkKeywords(c: Context, keywords: readonly Keyword[]): void {
  const seen = new Set<string>();
  for (const { arg, value, span } of keywords) {
    if (arg !== null) {
      if (seen.has(arg)) reject(c, 'E134', `keyword argument repeated: ${arg}`, span);
      seen.add(arg);
      checkDebug(c, arg, 'Store', span);
    }
    checkExpression(c, value);
  }
}

export const checkBases = checkElements;

/** Defaults and annotations belong to the scope around the function. */
export function checkArguments(c: Context, args: Arguments): void {
  const { posonlyargs, kwonlyargs, vararg, kwarg } = args;
  const all = [...posonlyargs, ...args.args, vararg, ...kwonlyargs, kwarg].filter((each) => each !== null);
  const seen = new Set<string>();
  for (const { arg, span } of all) {
    if (seen.has(arg)) reject(c, 'E134', `duplicate argument '${arg}' in function definition`, span);
    seen.add(arg);
    checkDebug(c, arg, 'Store', span);
  }
  checkExpressions(c, args.defaults);
  checkExpressions(c, args.kw_defaults);
  checkElements(
    c,
    all.map(({ annotation }) => annotation).filter((annotation) => annotation !== null),
  );
}

export function checkTypeParameters(c: Context, parameters: readonly TypeParameter[]): void {
  const seen = new Set<string>();
  let afterDefault = false;
  for (const parameter of parameters) {
    const { name, default_value, span } = parameter;
    if (seen.has(name)) reject(c, 'E129', `duplicate type parameter '${name}'`, span);
    seen.add(name);
    if (default_value !== null) afterDefault = true;
    else if (afterDefault) reject(c, 'E129', `non-default type parameter '${name}' follows default type parameter`, span);
    if (parameter.kind === 'TypeVar' && parameter.bound !== null) checkExpression(c, parameter.bound);
    if (default_value !== null) checkElements(c, [default_value]);
  }
}

// --- Comprehensions, await, yield ---

const comprehensionNames = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
} as const;

function checkComprehension(c: Context, node: ListComp | SetComp | GeneratorExp | DictComp): void {
  const scope = makeScope('comprehension', c.scope, comprehensionNames[node.kind]);
  const inner = inScope(c, scope);
  node.generators.forEach((generator, index) => checkGenerator(index === 0 ? c : inner, inner, generator));
  checkExpressions(inner, node.kind === 'DictComp' ? [node.key, node.value] : [node.elt]);
  scope.isAsynchronous ||= node.generators.some(({ is_async }) => is_async);
  if (!scope.isAsynchronous || node.kind === 'GeneratorExp') return;
  if (c.scope.kind === 'comprehension') c.scope.isAsynchronous = true;
  else if (c.scope.kind !== 'async function') {
    reject(c, 'E132', 'asynchronous comprehension outside of an asynchronous function', node.span);
  }
}

/** The first iterable is evaluated outside the comprehension. */
function checkGenerator(outer: Context, inner: Context, { target, iter, ifs }: Comprehension): void {
  checkExpression(outer, iter);
  if (checkTarget(inner, target)) checkExpression(inner, target);
  checkExpressions(inner, ifs);
}

function checkAwait(c: Context, span: { start: number; end: number }): void {
  const { scope } = c;
  if (scope.kind === 'comprehension') scope.isAsynchronous = true;
  else if (!isFunction(scope)) reject(c, 'E132', "'await' outside function", span);
  else if (scope.kind !== 'async function') reject(c, 'E132', "'await' outside async function", span);
}

export const isFunction = ({ kind }: Scope): boolean => kind === 'function' || kind === 'async function' || kind === 'lambda';

function checkYield(c: Context, kind: 'Yield' | 'YieldFrom', span: { start: number; end: number }): void {
  const { scope } = c;
  if (scope.kind === 'comprehension') reject(c, 'E131', `'yield' inside ${scope.name}`, span);
  else if (!isFunction(scope)) reject(c, 'E131', `'yield${kind === 'Yield' ? '' : ' from'}' outside function`, span);
  else if (kind === 'YieldFrom' && scope.kind === 'async function') {
    reject(c, 'E131', "'yield from' inside async function", span);
  }
  scope.hasYield = true;
}
