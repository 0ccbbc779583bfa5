/** What competes: our executable, C by every compiler that is here, and the fastest CPython that is here. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostics } from '../lib/base/diagnostic.js';
import { compile, type Artifact } from '../lib/driver/compile.js';
import { PhaseTimer } from '../lib/driver/phase-timer.js';
import { prepareC } from '../test/targets/via-c.js';
import { hideTypes } from './hide-types.js';

export interface Contestant {
  readonly name: string;
  /** The command before the size. */
  readonly command: readonly string[];
}

export const programFolder = 'bench/programs';

/** Builds NAME.py as `tauraro build --cpu native` does. */
export async function buildOurs(name: string, folder: string, source = join(programFolder, `${name}.py`)): Promise<Contestant> {
  const output = join(folder, name);
  writeFileSync(output, (await compileOurs(source, 'executable')).content, { mode: 0o755 });
  return { name: 'tauraro', command: [output] };
}

/** Throws with the diagnostics where it can't. */
async function compileOurs(source: string, stage: 'executable' | 'c'): Promise<Artifact> {
  const problems = new Diagnostics();
  const options = { stage, level: 3, target: 'native', cpu: 'native', features: '', debug: false, forceExits: false, runtime: 'release' } as const;
  return compile(source, options, problems, new PhaseTimer()).catch((error: unknown) => {
    throw new Error(problems.list.map(({ code, message }) => `${code}: ${message}`).join('; ') || String(error));
  });
}

/** The program with its types hidden, in the folder. */
export function writeDynamic(name: string, folder: string): string {
  const source = join(folder, `${name}.py`);
  writeFileSync(source, hideTypes(source, readFileSync(join(programFolder, `${name}.py`), 'utf8')));
  return source;
}

const compilers = ['clang-22', 'gcc'];

export function buildC(name: string, folder: string): Contestant[] {
  return compilers.flatMap((compiler) => {
    const output = join(folder, `${name}-${compiler}`);
    const args = ['-O3', '-march=native', '-ffp-contract=off', '-w', join(programFolder, `${name}.c`), '-lm', '-o', output];
    const { status, stderr, error } = spawnSync(compiler, args, { encoding: 'utf8' });
    if (error) return [];
    if (status !== 0) throw new Error(`${compiler}: ${stderr}`);
    return [{ name: compiler, command: [output] }];
  });
}

/** C output of NAME.py by each compiler that is here, with the runtime that it made. */
export async function buildViaC(name: string, folder: string): Promise<Contestant[]> {
  const source = join(folder, `${name}-via.c`);
  writeFileSync(source, (await compileOurs(join(programFolder, `${name}.py`), 'c')).content);
  return compilers.flatMap((compiler) => {
    const viaC = prepareC(`c:${compiler}`);
    if (viaC === undefined) return [];
    const output = join(folder, `${name}-via-${compiler}`);
    const args = ['-O3', '-march=native', '-std=c11', '-ffp-contract=off', '-I', viaC.runtime, source, join(viaC.runtime, 'libtauraro.a'), '-lm', '-o', output];
    const { status, stderr } = spawnSync(compiler, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${compiler}: ${stderr}`);
    return [{ name: `via ${compiler}`, command: [output] }];
  });
}

const pythonNames = ['python3', '/usr/bin/python3', ...[14, 13, 12, 11].map((minor) => `python3.${minor}`)];
const calibration = 'import time\ndef f(n): return n if n < 2 else f(n - 1) + f(n - 2)\ns = time.process_time(); f(24); print(time.process_time() - s)';

/** The CPython that is fastest at a small recursive function; `PYTHON` names another. */
export function findPython(): Contestant | undefined {
  const names = process.env.PYTHON === undefined ? pythonNames : [process.env.PYTHON];
  const found = names.flatMap((name) => {
    const { stdout } = spawnSync(name, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
    return stdout ? [stdout.trim()] : [];
  });
  const timed = [...new Set(found)].map((command) => ({ command, seconds: Number(spawnSync(command, ['-c', calibration], { encoding: 'utf8' }).stdout) }));
  const best = timed.sort((a, b) => a.seconds - b.seconds)[0];
  return best && { name: 'cpython', command: [best.command] };
}
