/**
 * For test suites that are to run in spite of single constructs that we refuse (`--late-refusals`): the statement that holds one raises
 * NotImplementedError when it is reached. Imports of modules that nobody has raise ModuleNotFoundError in functions and `try`; at the top
 * level, and in the bodies of classes, what can't be compiled leaves its names unbound.
 */
import type { Diagnostic } from '../base/diagnostic.js';
import type { Span } from '../base/source.js';
import { astFields } from '../syntax/ast-fields.js';
import type { Expression, FunctionDef, Node, Statement } from '../syntax/ast.js';
import type { ParsedModule } from '../lower/context.js';

/** The modules with each refused statement replaced. */
export function withLateRefusals(modules: readonly ParsedModule[], problems: readonly Diagnostic[]): ParsedModule[] {
  return modules.map((module) => {
    const own = problems.filter(({ source, severity }) => source === module.source && severity === 'unsupported');
    return own.length === 0 ? module : { ...module, tree: { ...module.tree, body: rewriteBlock(module.tree.body, own, false) } };
  });
}

/** `mayRaise`: inside a function or a `try`. */
function rewriteBlock(body: readonly Statement[], problems: readonly Diagnostic[], mayRaise: boolean): Statement[] {
  return body.map((statement) => {
    const own = problems.filter(({ span }) => covers(statement, span));
    return own.length === 0 ? statement : rewriteStatement(statement, own, mayRaise);
  });
}

function rewriteStatement(statement: Statement, problems: readonly Diagnostic[], mayRaise: boolean): Statement {
  const direct = problems.find(({ span }) => !blocksOf(statement).some((block) => block.some((inner) => covers(inner, span))));
  if (direct !== undefined) return (mayRaise ? null : withoutNames(statement, problems)) ?? replacement(statement, direct, mayRaise);
  const raises = mayRaise || ['FunctionDef', 'AsyncFunctionDef', 'Try', 'TryStar'].includes(statement.kind);
  return mapBlocks(statement, (block) => rewriteBlock(block, problems, raises)) as Statement;
}

/** An import of some names, one of which can't be had, of the others. */
function withoutNames(statement: Statement, problems: readonly Diagnostic[]): Statement | null {
  if (statement.kind !== 'ImportFrom') return null;
  const names = statement.names.filter((alias) => !problems.some(({ span }) => covers(alias, span)));
  return names.length === 0 || names.length === statement.names.length ? null : { ...statement, names };
}

function replacement(statement: Statement, { span, code, message }: Diagnostic, mayRaise: boolean): Statement {
  const at = statement.span;
  if (mayRaise && code === 'E905') return raising(at, 'ModuleNotFoundError', `No module named ${/'.*'/.exec(message)?.[0] ?? ''}`);
  const raise = raising(at, 'NotImplementedError', `${code}: ${message}`);
  if (mayRaise) return raise;
  return statement.kind === 'FunctionDef' ? functionThatRaises(statement, raise, span) : { kind: 'Pass', span: at };
}

function raising(span: Span, type: string, message: string): Statement {
  const text: Expression = { kind: 'Constant', value: { type: 'str', value: message }, literalKind: null, span };
  const exc: Expression = { kind: 'Call', func: { kind: 'Name', id: type, ctx: 'Load', span }, args: [text], keywords: [], span };
  return { kind: 'Raise', exc, cause: null, span };
}

function functionThatRaises(node: FunctionDef, raise: Statement, span: Span): FunctionDef {
  const rest = (arg: string) => ({ kind: 'arg', arg, annotation: null, span }) as const;
  const none = { posonlyargs: [], args: [], kwonlyargs: [], kw_defaults: [], defaults: [] };
  return { ...node, args: { kind: 'arguments', ...none, vararg: rest('args'), kwarg: rest('kwargs') }, returns: null, decorator_list: [], body: [raise] };
}

function covers(node: Node, span: Span): boolean {
  const isIn = (outer: Span) => outer.start <= span.start && span.end <= outer.end;
  if ('span' in node && isIn(node.span)) return true;
  return 'decorator_list' in node && node.decorator_list.some((decorator) => isIn(decorator.span));
}

const isBlock = (value: unknown): value is readonly Node[] => Array.isArray(value) && value.length > 0 && value.every((item) => isStatement(item));
const holders: ReadonlySet<string> = new Set(['ExceptHandler', 'match_case']);
const isHolder = (item: unknown): item is Node => typeof item === 'object' && item !== null && 'kind' in item && holders.has(item.kind as string);

const statements: ReadonlySet<string> = new Set(
  `FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar
  Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue`.split(/\s+/),
);
const isStatement = (item: unknown): item is Statement => typeof item === 'object' && item !== null && 'kind' in item && statements.has(item.kind as string);

const fieldsOf = (node: Node): [string, unknown][] =>
  (astFields[node.kind] as readonly string[]).map((field) => [field, (node as unknown as Record<string, unknown>)[field]]);

function blocksOf(node: Node): (readonly Statement[])[] {
  return fieldsOf(node).flatMap(([, value]) => {
    if (isBlock(value)) return [value as readonly Statement[]];
    return Array.isArray(value) ? value.filter(isHolder).flatMap(blocksOf) : [];
  });
}

function mapBlocks(node: Node, change: (block: readonly Statement[]) => readonly Statement[]): Node {
  const changed: Record<string, unknown> = {};
  for (const [field, value] of fieldsOf(node)) {
    if (isBlock(value)) changed[field] = change(value as readonly Statement[]);
    else if (Array.isArray(value) && value.some(isHolder)) changed[field] = value.map((item) => mapBlocks(item as Node, change));
  }
  return { ...node, ...changed } as Node;
}
