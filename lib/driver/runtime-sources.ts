/** `--emit-runtime`: the runtime's sources, for those who compile a program's C themselves. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError, exitStatus } from './command-error.js';
import { root } from './installation.js';
import { makeFolder, writeOutput } from './output-file.js';

const sources = join(root, 'native/runtime');
const isSource = (name: string): boolean => /(?:\.[ch]|\.def|^Makefile)$/.test(name);

/** Gives the number of files. What else lies in the folder stays; files that are the same stay too, so that `make` has little to do. */
export function copyRuntimeSources(folder: string): number {
  if (!existsSync(join(sources, 'Makefile'))) {
    throw new CommandError('E508', "the runtime's sources are missing from this installation", { status: exitStatus.missing });
  }
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(isSource).sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(sources, name))]));
  files.set('program-functions.h', Buffer.from(functionList(names)));
  makeFolders(new Set([folder, ...names.map((name) => join(folder, dirname(name)))]));
  for (const [name, text] of files) {
    const output = join(folder, name);
    if (!existsSync(output) || !readFileSync(output).equals(text)) writeOutput(output, text);
  }
  return files.size;
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

function makeFolders(folders: Iterable<string>): void {
  for (const folder of folders) {
    try {
      makeFolder(folder);
    } catch (error) {
      throw new CommandError('E507', `cannot make the folder ${folder}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    }
  }
}
