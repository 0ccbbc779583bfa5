/** From text to the validated syntax tree. All syntax errors of a file are reported. */
import type { Diagnostics } from '../base/diagnostic.js';
import type { SourceFile } from '../base/source.js';
import type { Module } from './ast.js';
import { parseBlocks } from './blocks.js';
import { checkLiterals } from './check-literals.js';
import { diagnosticOf, isError, type SyntaxProblem } from './errors.js';
import { tokenize } from './tokens/tokenizer.js';
import { validate } from './validate/validate.js';

/** If `problems` has failed afterwards, the tree is what could be understood. */
export function parseModule(source: SourceFile, problems: Diagnostics): Module {
  const found: SyntaxProblem[] = [];
  const report = (problem: SyntaxProblem): void => void found.push(problem);
  const tokens = tokenize(source.text, report);
  checkLiterals(tokens, report);
  const body = parseBlocks({ source, tokens, report, at: 0, lastEnd: 0 });
  const module: Module = { kind: 'Module', body };
  validate(module, !found.some(({ code }) => isError(code)), report);
  found.sort((a, b) => a.span.start - b.span.start);
  for (const problem of found) problems.report(diagnosticOf(source, problem));
  return module;
}
