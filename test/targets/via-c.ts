/** The programs by way of C: `npm run test:targets -- c` with gcc, `-- c:clang-22` with another compiler. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nativeFolder } from '../../lib/driver/installation.js';
import { copyRuntimeSources } from '../../lib/driver/runtime-sources.js';
import type { Job } from '../runner/worker.js';

export const isViaC = (name: string): boolean => /^c(?::|$)/.test(name);

/** Compiles the runtime, as a user would, unless that has been done. Undefined: there is no such compiler. */
export function prepareC(name: string, level = 3): Job['viaC'] | undefined {
  const compiler = name.slice(2) || 'gcc';
  if (spawnSync(compiler, ['--version']).status !== 0) return undefined;
  const runtime = join(nativeFolder, 'runtime-c', basename(compiler));
  mkdirSync(runtime, { recursive: true });
  copyRuntimeSources(runtime);
  const { status, stderr } = spawnSync('make', ['-s', '-j2', '-C', runtime, `CC=${compiler}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  if (stderr !== '') console.log(`${compiler} warns of the runtime:\n${stderr}`);
  return { command: [compiler, `-O${level}`], runtime };
}
