/** `--emit-runtime`: the runtime's sources, for those who compile a program's C themselves. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError, exitStatus } from './command-error.js';
import { root } from './installation.js';
import { makeFolder, writeOutput } from './output-file.js';

const sources = join(root, 'native/runtime');
const isSource = (name: string): boolean => /(?:\.[ch]|\.def|^Makefile)$/.test(name);

/** Gives the number of files. What else lies in the folder stays; files that are the same stay too, so that `make` has little to do. Where not all can be written, nothing is. */
export function copyRuntimeSources(folder: string): number {
  if (!existsSync(join(sources, 'Makefile'))) {
    throw new CommandError('E508', "the runtime's sources are missing from this installation", { status: exitStatus.missing });
  }
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(isSource).sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(sources, name))]));
  files.set('program-functions.h', Buffer.from(functionList(names)));
  const made: string[] = [];
  try {
    makeFolders(new Set([folder, ...names.map((name) => join(folder, dirname(name)))]), made);
    for (const [name, text] of files) writeSource(join(folder, name), text, made);
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
  return files.size;
}

/** `made` gets what wasn't there before. */
function writeSource(output: string, text: Buffer, made: string[]): void {
  const isThere = existsSync(output);
  if (isThere && readFileSync(output).equals(text)) return;
  writeOutput(output, text);
  if (!isThere) made.push(output);
}

/** All that compiled code may call: rows of the lists that the compiler's own tables are made from. */
function functionList(names: readonly string[]): string {
  const lists = names.filter((name) => /^abi[/\\].*\.def$/.test(name)).map((name) => `#include "${name.replaceAll('\\', '/')}"`);
  return [
    '/* Every function of the runtime that programs call: include it with FN(result, name, parameters, effect) defined. (rt_import_MODULE besides.) */',
    '#define MODULE_FN(module, name, fn, min, max, flags)',
    '#define MODULE_VALUE(module, name, fn) FN(RtValue, fn, (void), RAISES)',
    '#define MODULE_TYPE(module, name, type)',
    '#include "modules.def"',
    '#undef MODULE_FN',
    '#undef MODULE_VALUE',
    '#undef MODULE_TYPE',
    ...lists,
    '',
  ].join('\n');
}

function makeFolders(folders: Iterable<string>, made: string[]): void {
  for (const folder of folders) {
    try {
      const isThere = existsSync(folder);
      makeFolder(folder);
      if (!isThere) made.push(folder);
    } catch (error) {
      throw new CommandError('E507', `cannot make the folder ${folder}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    }
  }
}
