/** Lowering for tests: of one file, with all of CPython's built-in names known. */
import { Diagnostics } from '../../../lib/base/diagnostic.js';
import { SourceFile } from '../../../lib/base/source.js';
import type { IrProgram } from '../../../lib/ir/function.js';
import { verifyFunction } from '../../../lib/ir/verify.js';
import type { KnownNames, ParsedModule } from '../../../lib/lower/context.js';
import { cpythonBuiltins } from '../../../lib/lower/known-names.js';
import { lowerProgram } from '../../../lib/lower/program.js';
import { parseModule } from '../../../lib/syntax/parse.js';

/** Not those that the runtime will never have. */
const builtins = new Set(
  [...cpythonBuiltins].filter((name) => !['exec', 'eval', 'compile', 'globals', 'locals', 'open'].includes(name)),
);

export const testNames: KnownNames = {
  builtins,
  modules: new Map([
    ['math', new Set(['sqrt', 'pi'])],
    ['sys', new Set(['argv', 'exit'])],
  ]),
};

export interface Lowered {
  readonly program: IrProgram;
  readonly problems: Diagnostics;
  readonly source: SourceFile;
}

/** Other modules of the program: their texts by name. Every function is verified. */
export function lower(text: string, others: Readonly<Record<string, string>> = {}): Lowered {
  const problems = new Diagnostics();
  const texts: [string, string][] = [['__main__', text], ...Object.entries(others)];
  const modules = texts.map(([name, content]): ParsedModule => {
    const source = new SourceFile(`${name}.py`, content);
    return { name, source, tree: parseModule(source, problems), isPackage: false };
  });
  const program = lowerProgram(modules, problems, testNames);
  program.functions.forEach(verifyFunction);
  return { program, problems, source: modules[0]!.source };
}
