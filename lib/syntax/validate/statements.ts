/** Statements: where `return`, `break` and the asynchronous ones may stand, clauses of `try`, imports. */
import type { Span } from '../../base/source.js';
import type {
  AsyncFunctionDef,
  ClassDef,
  ExceptHandler,
  For,
  AsyncFor,
  FunctionDef,
  ImportFrom,
  Return,
  Statement,
  Try,
  TryStar,
  With,
  AsyncWith,
} from '../ast.js';
import { deeper, inScope, makeScope, MAX_BLOCKS, reject, type Context } from './context.js';
import {
  checkArguments,
  checkBases,
  checkDebug,
  checkExpression,
  checkExpressions,
  checkKeywords,
  checkTypeParameters,
  isFunction,
} from './expressions.js';
import { checkFuture, isFutureImport } from './futures.js';
import { checkCases } from './patterns.js';
import { checkAssign, checkDelete, checkTarget } from './targets.js';

export function checkStatements(c: Context, statements: readonly Statement[]): void {
  for (const statement of statements) deeper(c, statement.span, () => checkStatement(c, statement));
}

function checkStatement(c: Context, node: Statement): void {
  switch (node.kind) {
    case 'Expr':
      return checkExpression(c, node.value);
    case 'Assign':
      if (checkAssign(c, node)) checkExpressions(c, node.targets);
      return checkExpression(c, node.value);
    case 'AugAssign':
      return checkExpressions(c, [node.target, node.value]);
    case 'AnnAssign':
      return checkExpressions(c, [node.target, node.annotation, node.value]);
    case 'Delete':
      if (checkDelete(c, node.targets)) checkExpressions(c, node.targets);
      return;
    case 'TypeAlias':
      checkTypeParameters(c, node.type_params);
      return checkExpressions(c, [node.name, node.value]);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return checkFunction(c, node);
    case 'ClassDef':
      return checkClass(c, node);
    case 'Return':
      return checkReturn(c, node);
    case 'For':
    case 'AsyncFor':
      return checkFor(c, node);
    case 'While':
      checkExpression(c, node.test);
      checkStatements(inBlock({ ...c, loop: 'loop' }, node.span), node.body);
      return checkStatements(c, node.orelse);
    case 'If':
      checkExpression(c, node.test);
      checkStatements(c, node.body);
      return checkStatements(c, node.orelse);
    case 'With':
    case 'AsyncWith':
      return checkWith(c, node);
    case 'Try':
    case 'TryStar':
      return checkTry(c, node);
    case 'Match':
      checkExpression(c, node.subject);
      return checkCases(c, node.cases, (body) => checkStatements(c, body));
    case 'Raise':
      return checkExpressions(c, [node.exc, node.cause]);
    case 'Assert':
      return checkExpressions(c, [node.test, node.msg]);
    case 'Break':
    case 'Continue':
      return checkJump(c, node.kind, node.span);
    case 'Import':
      return node.names.forEach(({ name, asname, span }) => checkDebug(c, asname ?? name, 'Store', span));
    case 'ImportFrom':
      return checkImportFrom(c, node);
    default:
      return;
  }
}

// --- Definitions ---

function checkFunction(c: Context, node: FunctionDef | AsyncFunctionDef): void {
  checkDebug(c, node.name, 'Store', node.span);
  checkExpressions(c, node.decorator_list);
  checkTypeParameters(c, node.type_params);
  checkArguments(c, node.args);
  checkExpressions(c, [node.returns]);
  const scope = makeScope(node.kind === 'FunctionDef' ? 'function' : 'async function', c.scope);
  checkStatements(inScope(c, scope), node.body);
  if (scope.kind === 'function' || !scope.hasYield) return;
  for (const span of scope.returnsWithValue) reject(c, 'E130', "'return' with value in async generator", span);
}

function checkClass(c: Context, node: ClassDef): void {
  checkDebug(c, node.name, 'Store', node.span);
  checkExpressions(c, node.decorator_list);
  checkTypeParameters(c, node.type_params);
  checkBases(c, node.bases);
  checkKeywords(c, node.keywords);
  checkStatements(inScope(c, makeScope('class', c.scope)), node.body);
}

function checkReturn(c: Context, { value, span }: Return): void {
  if (!isFunction(c.scope)) reject(c, 'E130', "'return' outside function", span);
  else if (c.isInExceptStar) rejectInExceptStar(c, span);
  if (value === null) return;
  c.scope.returnsWithValue.push(span);
  checkExpression(c, value);
}

// --- Loops and with ---

/** One more of the blocks that CPython counts. */
function inBlock(c: Context, span: Span, count = 1): Context {
  const blocks = c.blocks + count;
  if (blocks > MAX_BLOCKS && c.blocks <= MAX_BLOCKS) {
    reject(c, 'E138', 'too many statically nested blocks', span);
  }
  return { ...c, blocks };
}

function checkAsynchronous(c: Context, kind: Statement['kind'], span: Span): void {
  if (c.scope.kind === 'async function') return;
  if (kind === 'AsyncFor') reject(c, 'E132', "'async for' outside async function", span);
  if (kind === 'AsyncWith') reject(c, 'E132', "'async with' outside async function", span);
}

function checkFor(c: Context, node: For | AsyncFor): void {
  checkAsynchronous(c, node.kind, node.span);
  checkExpression(c, node.iter);
  if (checkTarget(c, node.target)) checkExpression(c, node.target);
  checkStatements(inBlock({ ...c, loop: 'loop' }, node.span), node.body);
  checkStatements(c, node.orelse);
}

function checkWith(c: Context, node: With | AsyncWith): void {
  checkAsynchronous(c, node.kind, node.span);
  for (const { context_expr, optional_vars } of node.items) {
    checkExpression(c, context_expr);
    if (optional_vars !== null && checkTarget(c, optional_vars)) checkExpression(c, optional_vars);
  }
  checkStatements(inBlock(c, node.span, node.items.length), node.body);
}

function rejectInExceptStar(c: Context, span: Span): void {
  reject(c, 'E124', "'break', 'continue' and 'return' cannot appear in an except* block", span);
}

function checkJump(c: Context, kind: 'Break' | 'Continue', span: Span): void {
  if (c.loop === 'except*') return rejectInExceptStar(c, span);
  if (c.loop === 'loop') return;
  reject(c, 'E133', kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", span);
}

// --- try ---

function checkTry(c: Context, node: Try | TryStar): void {
  const guarded = node.finalbody.length > 0 ? inBlock(c, node.span) : c;
  checkStatements(node.handlers.length > 0 ? inBlock(guarded, node.span) : guarded, node.body);
  node.handlers.forEach((handler, index) => {
    if (handler.type === null && index < node.handlers.length - 1) {
      reject(c, 'E124', "default 'except:' must be last", handler.span);
    }
    checkHandler(guarded, handler, node.kind === 'TryStar');
  });
  checkStatements(guarded, node.orelse);
  checkStatements(node.finalbody.length > 0 ? inBlock(c, node.span) : c, node.finalbody);
}

function checkHandler(c: Context, { type, name, body, span }: ExceptHandler, isStar: boolean): void {
  checkExpressions(c, [type]);
  if (name !== null) checkDebug(c, name, 'Store', span);
  const inner = inBlock(c, span, 2);
  checkStatements(isStar ? { ...inner, loop: 'except*', isInExceptStar: true } : inner, body);
}

// --- Imports ---

function checkImportFrom(c: Context, node: ImportFrom): void {
  const { module, names, span } = node;
  if (isFutureImport(node) && c.state.depth > 1) checkFuture(c, node, false);
  for (const { name, asname, span: nameSpan } of names) {
    if (name === '*' && c.scope.kind !== 'module') reject(c, 'E141', 'import * only allowed at module level', span);
    if (module !== '__future__') checkDebug(c, asname ?? name, 'Store', nameSpan);
  }
}
