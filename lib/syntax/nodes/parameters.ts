/** Factories for parameters of functions and lambdas, and for type parameters. */
import type { Span } from '../../base/source.js';
import type { Arg, Arguments, Expression, TypeParameter } from '../ast.js';
import type { Token } from '../tokens/token.js';
import { bare, bareOrNull, between, fail, type Cover } from './cover.js';

export interface Parameter {
  readonly form: 'plain' | 'star' | 'doubleStar' | 'slash';
  readonly span: Span;
  /** `null` for a bare `*` and for `/`. */
  readonly arg: Arg | null;
  readonly defaultValue: Expression | null;
}

function makeArg(name: Token, annotation: Cover | null): Arg {
  const span = between(name, annotation ?? name);
  return { kind: 'arg', arg: name.value, annotation: bareOrNull(annotation), span };
}

export const plain = (name: Token, annotation: Cover | null, defaultValue: Cover | null): Parameter => ({
  form: 'plain',
  arg: makeArg(name, annotation),
  defaultValue: bareOrNull(defaultValue),
  span: name.span,
});

const packed =
  (form: 'star' | 'doubleStar') =>
  (stars: Token, name: Token, annotation: Cover | null): Parameter => ({
    form,
    arg: makeArg(name, annotation),
    defaultValue: null,
    span: between(stars, name),
  });
export const star = packed('star');
export const doubleStar = packed('doubleStar');

export const bareStar = (token: Token): Parameter => ({ form: 'star', arg: null, defaultValue: null, span: token.span });
export const slash = (token: Token): Parameter => ({ form: 'slash', arg: null, defaultValue: null, span: token.span });

export const missingDefault = (equals: Token): never => fail('E118', 'expected default value expression', equals.span);
export const starDefault = (equals: Token): never =>
  fail('E118', 'var-positional argument cannot have default value', equals.span);
export const doubleStarDefault = (equals: Token): never =>
  fail('E118', 'var-keyword argument cannot have default value', equals.span);

interface Draft {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expression | null)[];
  kwarg: Arg | null;
  defaults: Expression[];
}

/** Sorts parameters into CPython's `arguments`, or rejects their order. */
export function buildArguments(parameters: readonly Parameter[]): Arguments {
  const draft: Draft = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
  let starAt: Parameter | null = null;
  let slashAt: Parameter | null = null;
  for (const [index, parameter] of parameters.entries()) {
    const { form, arg, span } = parameter;
    if (draft.kwarg !== null) fail('E118', 'arguments cannot follow var-keyword argument', span);
    if (form === 'slash') {
      if (parameters.length === 1) fail('E100', 'invalid syntax', span);
      checkSlash(parameter, index, starAt, slashAt);
      slashAt = parameter;
      draft.posonlyargs = draft.args.splice(0);
    } else if (form === 'star') {
      checkStar(parameter, parameters[index + 1], starAt);
      starAt = parameter;
      draft.vararg = arg;
    } else if (form === 'doubleStar') {
      draft.kwarg = arg;
    } else {
      addPlain(draft, parameter, starAt !== null);
    }
  }
  return { kind: 'arguments', ...draft };
}

function checkSlash({ span }: Parameter, index: number, starAt: Parameter | null, slashAt: Parameter | null): void {
  if (index === 0) fail('E118', 'at least one argument must precede /', span);
  if (slashAt !== null) fail('E118', '/ may appear only once', span);
  if (starAt !== null) fail('E118', '/ must be ahead of *', span);
}

function checkStar({ arg, span }: Parameter, next: Parameter | undefined, starAt: Parameter | null): void {
  if (starAt !== null) fail('E118', '* argument may appear only once', span);
  if (arg === null && next?.form !== 'plain' && next?.form !== 'star' && next?.form !== 'slash') {
    fail('E118', 'named arguments must follow bare *', span);
  }
}

function addPlain(draft: Draft, { arg, defaultValue }: Parameter, isKeywordOnly: boolean): void {
  if (isKeywordOnly) {
    draft.kwonlyargs.push(arg!);
    draft.kw_defaults.push(defaultValue);
    return;
  }
  if (defaultValue !== null) draft.defaults.push(defaultValue);
  else if (draft.defaults.length > 0) {
    const { start } = arg!.span;
    const span = { start, end: start + arg!.arg.length };
    fail('E118', 'parameter without a default follows parameter with a default', span);
  }
  draft.args.push(arg!);
}

// --- Type parameters ---

export const typeVar = (name: Token, bound: Cover | null, defaultValue: Cover | null): TypeParameter => ({
  kind: 'TypeVar',
  name: name.value,
  bound: bareOrNull(bound),
  default_value: bareOrNull(defaultValue),
  span: between(name, defaultValue ?? bound ?? name),
});

const packedTypeParameter =
  (kind: 'TypeVarTuple' | 'ParamSpec') =>
  (stars: Token, name: Token, defaultValue: Cover | null): TypeParameter => ({
    kind,
    name: name.value,
    default_value: bareOrNull(defaultValue),
    span: between(stars, defaultValue ?? name),
  });
export const typeVarTuple = packedTypeParameter('TypeVarTuple');
export const paramSpec = packedTypeParameter('ParamSpec');

/** type_param -> "*" NAME ":" expr | "**" NAME ":" expr */
export function boundedPack(kind: 'TypeVarTuple' | 'ParamSpec', colon: Token, bound: Cover): never {
  const what = bare(bound).kind === 'Tuple' ? 'constraints' : 'bound';
  fail('E129', `cannot use ${what} with ${kind}`, colon.span);
}

export const noTypeParameters = (open: Token, close: Token): never =>
  fail('E129', 'Type parameter list cannot be empty', between(open, close));
