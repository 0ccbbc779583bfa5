/** The programs in test/programs, their arguments, and what CPython recorded for them. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const folder = 'test/programs';

/** A folder with a main.py is one program, in any other each .py file is. */
export function listPrograms(at: string = folder): string[] {
  if (existsSync(join(at, 'main.py'))) return [join(at, 'main.py')];
  return readdirSync(at).sort().flatMap((name) => {
    const path = join(at, name);
    if (statSync(path).isDirectory()) return listPrograms(path);
    return name.endsWith('.py') ? [path] : [];
  });
}

/** `# args: one "two words"` in the first line. */
export function argumentsOf(program: string): string[] {
  const first = readFileSync(program, 'utf8').split('\n', 1)[0]!;
  if (!first.startsWith('# args:')) return [];
  return [...first.slice(7).matchAll(/"([^"]*)"|(\S+)/g)].map((match) => (match[1] ?? match[2])!);
}

export interface Recorded {
  readonly out: string;
  readonly err: string;
  readonly status: string;
}

/** `scripts/record-programs.mjs` made these files. */
export function recordOf(program: string): Recorded {
  const read = (ending: string, otherwise: string) => {
    const file = program.replace(/\.py$/, `.${ending}`);
    return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
  };
  return { out: readFileSync(program.replace(/\.py$/, '.out'), 'utf8'), err: read('err', ''), status: read('status', '0').trim() };
}
