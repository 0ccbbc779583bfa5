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
  const isComplete = !found.some(({ code }) => isError(code));
  validate(module, isComplete, report);
  for (const problem of withoutEchoes(found)) problems.report(diagnosticOf(source, problem));
  return module;
}

/** In the order of the source, with one problem for each place: the more particular one. */
function withoutEchoes(found: readonly SyntaxProblem[]): SyntaxProblem[] {
  const byPlace = new Map<string, SyntaxProblem>();
  for (const problem of found) {
    const place = `${problem.span.start}-${problem.span.end}`;
    if (!byPlace.has(place) || problem.code === 'E143') byPlace.set(place, problem);
  }
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}
