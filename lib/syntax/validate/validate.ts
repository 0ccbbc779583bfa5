/** What CPython's compiler rejects as a SyntaxError although it fits the grammar. */
import type { Module } from '../ast.js';
import type { SyntaxProblem } from '../errors.js';
import { moduleContext } from './context.js';
import { checkFutures } from './futures.js';
import { checkStatements } from './statements.js';

export function validate(module: Module, report: (problem: SyntaxProblem) => void): void {
  const c = moduleContext(report);
  checkFutures(c, module);
  checkStatements(c, module.body);
}
