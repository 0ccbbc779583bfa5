/** Parsing for tests, and where the test data stands. */
import { readFileSync } from 'node:fs';
import { Diagnostics, type Diagnostic } from '../../../lib/base/diagnostic.js';
import { SourceFile } from '../../../lib/base/source.js';
import type { Module } from '../../../lib/syntax/ast.js';
import { parseModule } from '../../../lib/syntax/parse.js';

/** The project's folder, seen from build/test/unit/syntax. */
export const root = new URL('../../../../', import.meta.url);

export const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');

export interface Parsed {
  readonly source: SourceFile;
  readonly module: Module;
  readonly problems: readonly Diagnostic[];
}

export function parse(text: string, name = 'test.py'): Parsed {
  const source = new SourceFile(name, text);
  const problems = new Diagnostics();
  const module = parseModule(source, problems);
  return { source, module, problems: problems.list };
}

/** `line: code message` for each diagnostic. */
export const summary = ({ source, problems }: Parsed): string[] =>
  problems.map(({ span, code, message }) => `${source.position(span.start).line}: ${code} ${message}`);
