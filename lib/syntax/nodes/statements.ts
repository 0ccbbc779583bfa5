/** Factories for simple statements and for what a whole line may be. */
import type { Span } from '../../base/source.js';
import type { Alias, AugAssign, AnnAssign, Expression, Statement, TypeParameter } from '../ast.js';
import type { Token } from '../tokens/token.js';
import { bare, bareOrNull, between, fail, stored, withContext, type Cover } from './cover.js';
import { describe } from './describe.js';
import { name } from './expressions.js';
import type { Head } from './heads.js';
import { toArray, type List } from './lists.js';
import { augmentedOperator } from './operators.js';

// --- Lines ---

export type Line =
  | { readonly form: 'simple'; readonly statements: readonly Statement[] }
  /** `body` is what follows the colon on the same line. */
  | { readonly form: 'head'; readonly head: Head; readonly body: readonly Statement[] | null }
  | { readonly form: 'decorator'; readonly expression: Expression };

export const simpleLine = (statements: List<Statement>): Line => ({ form: 'simple', statements: toArray(statements) });

export const headLine = (head: Head, body: List<Statement> | null): Line => ({
  form: 'head',
  head,
  body: body === null ? null : toArray(body),
});

export const decoratorLine = (expression: Cover): Line => ({ form: 'decorator', expression: bare(expression) });

// --- Assignments ---

export const expressionStatement = (value: Cover): Statement => ({ kind: 'Expr', value: bare(value), span: value.span });

export function assign(list: List<Cover>, value: Cover): Statement {
  const targets = toArray(list);
  for (const { kind, span } of targets) {
    if (kind === 'Yield' || kind === 'YieldFrom') fail('E114', 'assignment to yield expression not possible', span);
  }
  return { kind: 'Assign', targets: targets.map(stored), value: bare(value), span: between(targets[0]!, value) };
}

export function augmentedAssign(target: Cover, operator: Token, value: Cover): Statement {
  const node = stored(target);
  if (node.kind !== 'Name' && node.kind !== 'Attribute' && node.kind !== 'Subscript') {
    const message = `'${describe(node)}' is an illegal expression for augmented assignment`;
    return fail('E116', message, node.span);
  }
  const op = augmentedOperator(operator);
  return { kind: 'AugAssign', target: node, op, value: bare(value), span: between(target, value) } satisfies AugAssign;
}

export function annotatedAssign(target: Cover, annotation: Cover, value: Cover | null): Statement {
  const node = stored(target);
  if (node.kind === 'List' || node.kind === 'Tuple') {
    fail('E117', `only single target (not ${describe(node)}) can be annotated`, node.span);
  }
  if (node.kind !== 'Name' && node.kind !== 'Attribute' && node.kind !== 'Subscript') {
    return fail('E117', 'illegal target for annotation', node.span);
  }
  return {
    kind: 'AnnAssign',
    target: node,
    annotation: bare(annotation),
    value: bareOrNull(value),
    simple: target.kind === 'Name',
    span: between(target, value ?? annotation),
  } satisfies AnnAssign;
}

export function deleteStatement(keyword: Token, target: Cover): Statement {
  const node = withContext(bare(target), 'Del');
  const targets = node.kind === 'Tuple' && target.kind !== 'Group' ? node.elts : [node];
  return { kind: 'Delete', targets, span: between(keyword, target) };
}

export function typeAlias(keyword: Token, target: Token, parameters: List<TypeParameter> | null, value: Cover): Statement {
  return {
    kind: 'TypeAlias',
    name: { ...name(target), ctx: 'Store' },
    type_params: toArray(parameters),
    value: bare(value),
    span: between(keyword, value),
  };
}

// --- Keyword statements ---

export const returnStatement = (keyword: Token, value: Cover | null): Statement => ({
  kind: 'Return',
  value: bareOrNull(value),
  span: between(keyword, value ?? keyword),
});

const lone =
  (kind: 'Pass' | 'Break' | 'Continue') =>
  (keyword: Token): Statement => ({ kind, span: keyword.span });
export const passStatement = lone('Pass');
export const breakStatement = lone('Break');
export const continueStatement = lone('Continue');

export const raise = (keyword: Token, exc: Cover | null, cause: Cover | null): Statement => ({
  kind: 'Raise',
  exc: bareOrNull(exc),
  cause: bareOrNull(cause),
  span: between(keyword, cause ?? exc ?? keyword),
});

const declaration =
  (kind: 'Global' | 'Nonlocal') =>
  (keyword: Token, names: List<Token>): Statement => ({
    kind,
    names: toArray(names).map((token) => token.value),
    span: between(keyword, names.value),
  });
export const globalStatement = declaration('Global');
export const nonlocalStatement = declaration('Nonlocal');

export const assertStatement = (keyword: Token, test: Cover, msg: Cover | null): Statement => ({
  kind: 'Assert',
  test: bare(test),
  msg: bareOrNull(msg),
  span: between(keyword, msg ?? test),
});

// --- Imports ---

export interface DottedName {
  readonly text: string;
  readonly span: Span;
}

export const dottedName = (before: DottedName | null, last: Token): DottedName => ({
  text: before === null ? last.value : `${before.text}.${last.value}`,
  span: between(before ?? last, last),
});

export const alias = (dotted: DottedName, asname: Token | null): Alias => ({
  kind: 'alias',
  name: dotted.text,
  asname: asname?.value ?? null,
  span: between(dotted, asname ?? dotted),
});

export const importStatement = (keyword: Token, names: List<Alias>): Statement => ({
  kind: 'Import',
  names: toArray(names),
  span: between(keyword, names.value),
});

export interface FromModule {
  readonly module: string | null;
  readonly level: number;
}

export const fromModule = (level: number, module: DottedName | null): FromModule => ({
  module: module?.text ?? null,
  level,
});

export const importFrom = (
  keyword: Token,
  { module, level }: FromModule,
  names: List<Alias>,
  close: Token | null,
): Statement => ({
  kind: 'ImportFrom',
  module,
  names: toArray(names),
  level,
  span: between(keyword, close ?? names.value),
});

export function importStar(keyword: Token, { module, level }: FromModule, star: Token): Statement {
  const names: Alias[] = [{ kind: 'alias', name: '*', asname: null, span: star.span }];
  return { kind: 'ImportFrom', module, names, level, span: between(keyword, star) };
}
