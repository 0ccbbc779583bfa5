/** Statements: the dispatch, and the ones with no family of their own. */
import { newBlock } from '../ir/function.js';
import type { Assert, Expression, If, Raise, Return, Statement } from '../syntax/ast.js';
import { lowerAnnAssign, lowerAssign, lowerAugAssign, lowerDelete } from './assignments.js';
import { lowerClass } from './classes.js';
import { lowerBranches } from './conditions.js';
import { emit, emitBuiltin, emitNone, enterBlock, jump, terminate, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerFunctionDef } from './functions.js';
import { lowerImport, lowerImportFrom } from './imports.js';
import { leaveTo, lowerBreak, lowerContinue } from './leaving.js';
import { lowerFor, lowerWhile } from './loops.js';
import { lowerMatch } from './match.js';
import { keepVariables } from './lifetimes.js';
import { lowerTypeAlias } from './type-parameters.js';
import { cpythonBuiltins } from './known-names.js';
import { meaningOf } from './names.js';
import { lowerTry } from './exceptions.js';
import { lowerWith } from './with.js';

/** Stops where nothing is reached any more. */
export function lowerBody(ctx: FunctionContext, body: readonly Statement[]): void {
  for (const statement of body) {
    if (ctx.dead) return;
    lowerStatement(ctx, statement);
  }
}

/** A constant, or the name of a built-in function, which only asks whether there is one. */
function doesNothing(ctx: FunctionContext, node: Expression): boolean {
  if (node.kind === 'Tuple') return node.elts.every((item) => doesNothing(ctx, item));
  return node.kind === 'Constant' || (node.kind === 'Name' && cpythonBuiltins.has(node.id) && meaningOf(ctx, node.id) === null);
}

function lowerStatement(ctx: FunctionContext, node: Statement): void {
  switch (node.kind) {
    case 'Expr':
      if (!doesNothing(ctx, node.value)) lowerExpression(ctx, node.value);
      return;
    case 'Assign':
      return lowerAssign(ctx, node);
    case 'AugAssign':
      return lowerAugAssign(ctx, node);
    case 'AnnAssign':
      return lowerAnnAssign(ctx, node);
    case 'Delete':
      return lowerDelete(ctx, node);
    case 'If':
      return lowerIf(ctx, node);
    case 'While':
      return lowerWhile(ctx, node);
    case 'For':
    case 'AsyncFor':
      return lowerFor(ctx, node);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      lowerFunctionDef(ctx, node);
      return;
    case 'ClassDef':
      return lowerClass(ctx, node);
    case 'Return':
      return lowerReturn(ctx, node);
    case 'Raise':
      return lowerRaise(ctx, node);
    case 'Try':
    case 'TryStar':
      return lowerTry(ctx, node);
    case 'With':
    case 'AsyncWith':
      return lowerWith(ctx, node);
    case 'Match':
      return lowerMatch(ctx, node);
    case 'Assert':
      return lowerAssert(ctx, node);
    case 'Import':
      return lowerImport(ctx, node);
    case 'ImportFrom':
      return lowerImportFrom(ctx, node);
    case 'TypeAlias':
      return lowerTypeAlias(ctx, node);
    case 'Break':
      return lowerBreak(ctx);
    case 'Continue':
      return lowerContinue(ctx);
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      return;
  }
}

/** A chain of `elif` is walked, not recursed into. */
function lowerIf(ctx: FunctionContext, node: If): void {
  const end = newBlock(ctx.fn);
  let rest: readonly Statement[] = [node];
  while (rest.length === 1 && rest[0]!.kind === 'If' && !ctx.dead) {
    const { test, body, orelse } = rest[0]!;
    const then = newBlock(ctx.fn);
    const otherwise = newBlock(ctx.fn);
    lowerBranches(ctx, test, then, otherwise);
    enterBlock(ctx, then);
    lowerBody(ctx, body);
    jump(ctx, end);
    enterBlock(ctx, otherwise);
    rest = orelse;
  }
  lowerBody(ctx, rest);
  jump(ctx, end);
  enterBlock(ctx, end);
}

function lowerReturn(ctx: FunctionContext, node: Return): void {
  const value = node.value === null ? emitNone(ctx, node.span) : lowerExpression(ctx, node.value);
  leaveTo(ctx, null, () => {
    keepVariables(ctx, node.span);
    terminate(ctx, { kind: 'Return', value });
  });
}

function lowerRaise(ctx: FunctionContext, node: Raise): void {
  const exception = node.exc === null ? null : lowerExpression(ctx, node.exc);
  const cause = node.cause === null ? null : lowerExpression(ctx, node.cause);
  emit(ctx, node.span, { kind: 'Raise', exception, cause });
  terminate(ctx, { kind: 'Unreachable' });
}

function lowerAssert(ctx: FunctionContext, node: Assert): void {
  const passed = newBlock(ctx.fn);
  const failed = newBlock(ctx.fn);
  failed.cold = true;
  lowerBranches(ctx, node.test, passed, failed);
  enterBlock(ctx, failed);
  const callee = emitBuiltin(ctx, node.test.span, 'AssertionError');
  const args = node.msg === null ? [] : [lowerExpression(ctx, node.msg)];
  const exception = emit(ctx, node.test.span, { kind: 'Call', callee, args, keywords: [] });
  emit(ctx, node.test.span, { kind: 'Raise', exception, cause: null });
  terminate(ctx, { kind: 'Unreachable' });
  enterBlock(ctx, passed);
}

