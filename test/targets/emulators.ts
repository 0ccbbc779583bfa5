/** How executables of other machines are run here. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nativeFolder } from '../../lib/driver/installation.js';
import { hostTarget, type Target } from '../../lib/driver/targets.js';

export type Emulator =
  /** A command for `Job.emulator`; undefined: the executable runs by itself. */
  | { readonly command: readonly string[] | undefined }
  | { readonly missing: string };

const architectureOf = (target: Target): string => target.triple.split('-')[0]!;

export async function emulatorOf(target: Target): Promise<Emulator> {
  if (architectureOf(target) === architectureOf(hostTarget())) return { command: undefined };
  if (target.emulator === 'node:wasi') return { command: [process.execPath, ...wasiOptions, wasiRunner, 'PROGRAM', 'NAME'] };
  if (target.emulator === undefined) return { missing: `nothing runs executables for ${target.name}` };
  const qemu = [target.emulator, `${target.emulator}-static`].find((name) => spawnSync(name, ['--version']).status === 0);
  if (qemu === undefined) return { missing: `${target.emulator} is not installed (qemu-user-static)` };
  return { command: [qemu, ...(await librariesOf(target)), '-0', 'NAME', 'PROGRAM'] };
}

// V8 of Node 20 may drop the bytecode of the function that waits for wasm, and crashes when wasm comes back to it.
const wasiOptions = ['--no-warnings', '--no-flush-bytecode'];
const wasiRunner = fileURLToPath(new URL('../../../test/targets/run-wasi.mjs', import.meta.url));

/** Where the machine's own C library lies, as the set-up has unpacked it. */
async function librariesOf(target: Target): Promise<string[]> {
  if (target.libc !== 'gnu') return [];
  const { sysroots } = (await import(new URL('../../../scripts/sysroots.mjs', import.meta.url).href)) as { sysroots: Record<string, { libraries: string }> };
  return ['-L', join(nativeFolder, 'packages', target.name, sysroots[target.name]!.libraries, '..')];
}
