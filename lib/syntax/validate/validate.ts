/** What CPython's compiler rejects as a SyntaxError although it fits the grammar. */
import type { Module } from '../ast.js';
import type { SyntaxProblem } from '../errors.js';
import { moduleContext } from './context.js';
import { checkFutures } from './futures.js';
import { checkNames } from './names.js';
import { checkStatements } from './statements.js';

/** Names are checked only in a file whose lines all parse: a line that was skipped may have bound them. */
export function validate(module: Module, isComplete: boolean, report: (problem: SyntaxProblem) => void): void {
  const c = moduleContext(report);
  checkFutures(c, module);
  checkStatements(c, module.body);
  if (isComplete && !c.state.isTooDeep) checkNames(module, report);
}
