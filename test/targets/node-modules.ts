/**
 * Node modules for other machines, loaded by Debian's Node of that architecture under an emulator: they print what they print here.
 * There is no such Node for musl: modules for it must ask for nothing that neither Node nor musl has.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../lib/api.js';
import { linkFile } from '../../lib/driver/runtime-files.js';
import { findTarget, hostTarget, type Target } from '../../lib/driver/targets.js';
import { emulatorOf } from './emulators.js';

const sources = ['safety', 'conversions', 'views', 'asynchrony'];
const script = 'test/targets/run-node-module.mjs';
const architectures: Readonly<Record<string, string>> = { 'aarch64-linux': 'arm64', 'armv7-linux': 'armhf' };

interface ForeignNode {
  readonly root: string;
  readonly program: string;
  readonly libraries: readonly string[];
}

/** Gives the number of failures. */
export async function runNodeModules(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-targets-'));
  try {
    const expected = outputOf([process.execPath, script, await buildAll(hostTarget(), folder)]);
    let failed = 0;
    for (const name of Object.keys(architectures)) failed += await runFor(findTarget(name), folder, expected);
    for (const name of Object.keys(architectures)) failed += await checkSymbols(findTarget(`${name}-musl`), folder);
    return failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runFor(target: Target, folder: string, expected: string): Promise<number> {
  const emulator = await emulatorOf(target);
  if ('missing' in emulator) return report(target, `skipped, ${emulator.missing}`, 0);
  const { foreignNode } = (await import(pathToFileURL('scripts/foreign-node.mjs').href)) as { foreignNode(architecture: string): ForeignNode };
  const node = foreignNode(architectures[target.name]!);
  const modules = await buildAll(target, folder);
  const output = outputOf([emulator.command![0]!, '-L', node.root, '-E', `LD_LIBRARY_PATH=${node.libraries.join(':')}`, node.program, script, modules]);
  return output === expected ? report(target, 'Node modules do what they do here', 0) : report(target, `Node modules answer\n${output}\ninstead of\n${expected}`, 1);
}

async function buildAll(target: Target, folder: string): Promise<string> {
  const { buildTarget } = (await import(pathToFileURL('scripts/build-target.mjs').href)) as { buildTarget(name: string): Promise<void> };
  if (target.name !== hostTarget().name) await buildTarget(target.name);
  const modules = join(folder, target.name);
  mkdirSync(modules);
  for (const name of sources) await build(`test/node/${name}.py`, { output: join(modules, `${name}.node`), target: target.name });
  return modules;
}

function outputOf([command, ...args]: readonly string[]): string {
  const { stdout, stderr, status, signal } = spawnSync(command!, args, { encoding: 'utf8', timeout: 600_000 });
  return status === 0 ? stdout : `${stdout}\nstatus ${status ?? signal}\n${stderr}`;
}

async function checkSymbols(target: Target, folder: string): Promise<number> {
  const modules = await buildAll(target, folder);
  const known = new Set(symbols(['--defined-only', linkFile(target, 'libc.a')]));
  const wanted = sources.flatMap((name) => symbols(['-D', '--undefined-only', join(modules, `${name}.node`)]));
  const lost = [...new Set(wanted)].filter((name) => !known.has(name) && !/^napi_|^__cxa_finalize$|^_ITM_|^__gmon/.test(name));
  return lost.length === 0 ? report(target, 'Node modules ask for nothing but Node and musl', 0) : report(target, `nobody has ${lost.join(' ')}`, 1);
}

const symbols = (args: readonly string[]): string[] =>
  spawnSync('llvm-nm-22', [...args], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.split('\n').flatMap((line) => /\S+$/.exec(line)?.[0].replace(/@.*$/, '') ?? []);

function report({ name }: Target, text: string, failures: number): number {
  console.log(`${name}: ${text}`);
  return failures;
}
