/** Builds Node modules from the Python files of this folder, with the command line, and loads them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const cli = join(root, 'build/lib/cli.js');
const require = createRequire(import.meta.url);

/** Everything that a compiled module may export: the tests know better. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loaded = any;

const folders: string[] = [];

/** A folder that is removed when the tests end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-node-'));
  if (folders.push(folder) === 1) process.on('exit', () => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));
  return folder;
}

/** Builds `test/node/NAME.py`; gives the path of NAME.node. */
export function build(name: string, ...options: string[]): string {
  return buildFile(join(root, 'test/node', `${name}.py`), ...options);
}

export function buildSource(name: string, text: string, ...options: string[]): string {
  const file = join(temporaryFolder(), `${name}.py`);
  writeFileSync(file, text);
  return buildFile(file, ...options);
}

/** `asan`: modules are made with the runtime that checks every access to memory (sanitizer.test.ts). */
const runtime = process.env.TAURARO_TEST_RUNTIME === undefined ? [] : ['--runtime', process.env.TAURARO_TEST_RUNTIME];

function buildFile(source: string, ...options: string[]): string {
  const output = join(temporaryFolder(), `${basename(source, '.py')}.node`);
  const { LD_PRELOAD: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', source, '-o', output, ...runtime, ...options], { encoding: 'utf8', env });
  assert.equal(status, 0, stderr);
  return output;
}

export const load = (file: string): Loaded => require(file) as Loaded;

/** Runs a script in a Node of its own; what it prints. `node` are options of Node itself. */
export function runScript(script: string, { node = [], env = {}, args = [] }: { node?: string[]; env?: Record<string, string>; args?: string[] } = {}): string {
  const file = join(temporaryFolder(), 'script.mjs');
  writeFileSync(file, script);
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...node, file, ...args], { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 300_000, maxBuffer: 1 << 26 });
  assert.equal(status, 0, `status ${status} ${signal}\n${stdout.slice(-3000)}\n${stderr.slice(-6000)}`);
  return stdout;
}
