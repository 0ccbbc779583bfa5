/**
 * Lowers every file of a folder (CPython's standard library, say) by itself and verifies each function:
 *
 *   node scripts/lower-corpus.mjs /usr/lib/python3.13
 *
 * Refusals are counted by code; an internal error is printed, and the exit status is then 1.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Diagnostics } from '../build/lib/base/diagnostic.js';
import { SourceFile } from '../build/lib/base/source.js';
import { printProgram } from '../build/lib/ir/print.js';
import { verifyFunction } from '../build/lib/ir/verify.js';
import { cpythonBuiltins } from '../build/lib/lower/known-names.js';
import { lowerProgram } from '../build/lib/lower/program.js';
import { parseModule } from '../build/lib/syntax/parse.js';

const counts = new Map();
let [files, lines, functions, failures] = [0, 0, 0, 0];

function* sources(path) {
  if (statSync(path).isFile()) yield path;
  else
    for (const name of readdirSync(path).sort()) {
      const inner = join(path, name);
      if (statSync(inner).isDirectory() || name.endsWith('.py')) yield* sources(inner);
    }
}

function lowerFile(file) {
  const source = new SourceFile(file, readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  const problems = new Diagnostics();
  const tree = parseModule(source, problems);
  if (problems.failed) return;
  const known = { builtins: cpythonBuiltins, modules: new Map() };
  const program = lowerProgram(
    [{ name: '__main__', source, tree, isPackage: basename(file) === '__init__.py' }],
    problems,
    known,
  );
  for (const { code } of problems.list) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const fn of program.functions) verifyFunction(fn);
  printProgram(program);
  files++;
  lines += source.text.split('\n').length;
  functions += program.functions.length;
}

const start = Date.now();
for (const folder of process.argv.slice(2)) {
  for (const file of sources(folder)) {
    try {
      lowerFile(file);
    } catch (error) {
      failures++;
      console.log(`${file}: ${error.stack.split('\n').slice(0, 6).join('\n')}`);
    }
  }
}
console.log(`${files} files, ${lines} lines, ${functions} functions, ${failures} failures, ${(Date.now() - start) / 1000} s`);
console.log(
  [...counts]
    .sort()
    .map(([code, count]) => `${code}: ${count}`)
    .join(', '),
);
process.exitCode = failures > 0 ? 1 : 0;
