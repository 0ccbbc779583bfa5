/**
 * Links object files into an executable with the linker inside the back end: no compiler, no linker and no foreign C library
 * need to be installed. What is linked with lies in this package, a folder for each target (scripts/build-sysroot.mjs).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError, exitStatus } from './command-error.js';
import { loadBackend, nativeFolder } from './installation.js';
import { linkerArguments, noLibraries, type Linking } from './linker-arguments.js';
import type { CompileOptions } from './options.js';
import { operationArguments } from './reachable.js';
import { isSystemError, reasonOf } from './output-file.js';
import { runtimeFile } from './runtime-files.js';
import type { Target } from './targets.js';

/** An executable for the target, as bytes. */
export function link(objects: readonly Uint8Array[], target: Target, options: CompileOptions): Uint8Array {
  if (options.runtime !== 'release') return linkForTests(objects, options.runtime);
  const operations = operationsOf(objects, target);
  return runLinker(objects, (inputs, output) => {
    const linking: Linking = { objects: inputs, runtime: runtimeFile(target, 'o'), output, debug: options.debug, libraries: options.libraries ?? noLibraries };
    return [...linkerArguments(target, linking), ...operations];
  });
}

/** With a runtime made by `scripts/build-runtime.mjs --debug` or `--asan`. */
function linkForTests(objects: readonly Uint8Array[], variant: 'debug' | 'asan'): Uint8Array {
  return runLinker(objects, (inputs, output) => testLinkerArguments(variant).flatMap((word) => (word === 'INPUTS' ? inputs : word === 'OUTPUT' ? output : word)));
}

const knownArguments = new Map<string, readonly string[]>();

/** What the C compiler, which knows its sanitizers, would give a linker; INPUTS and OUTPUT stand for files. */
function testLinkerArguments(variant: 'debug' | 'asan'): readonly string[] {
  const known = knownArguments.get(variant);
  if (known !== undefined) return known;
  const library = join(nativeFolder, 'runtime', variant, 'libruntime.a');
  const sanitize = variant === 'asan' ? ['-fsanitize=address,undefined'] : [];
  const { status, stderr, error } = spawnSync('clang-22', ['-###', ...sanitize, '-Wl,INPUTS', library, '-lm', '-o', 'OUTPUT'], { encoding: 'utf8' });
  if (status !== 0) throw new CommandError('E509', `cannot link: ${error?.message ?? stderr.trim()}`, { status: exitStatus.missing });
  const words = stderr.trim().split('\n').at(-1)!.match(/"(?:[^"\\]|\\.)*"/g)!.map((word) => JSON.parse(word) as string);
  const linkerArguments = ['ld.lld', ...words.slice(1)];
  knownArguments.set(variant, linkerArguments);
  return linkerArguments;
}

/** One object file of the program and the runtime, for other linkers; of the program alone where there is no linker for the format. */
export function joinObjects(objects: readonly Uint8Array[], target: Target): Uint8Array {
  if (target.emulation === undefined) return objects[0]!;
  const operations = operationsOf(objects, target);
  const program = target.format === 'wasm' ? ['wasm-ld'] : ['ld.lld', '-m', target.emulation];
  return runLinker(objects, (inputs, output) => [...program, '-r', '-o', output, ...inputs, runtimeFile(target, 'o'), ...operations]);
}

export const operationsOf = (objects: readonly Uint8Array[], target: Target): string[] =>
  operationArguments(objects, readFileSync(runtimeFile(target, 'references.json'), 'utf8'), target.format);

export function runLinker(objects: readonly Uint8Array[], argumentsFor: (inputs: readonly string[], output: string) => string[]): Uint8Array {
  return inTemporaryFolder(objects, (inputs, output) => {
    const { ok, log } = loadBackend().link(argumentsFor(inputs, output));
    const isFull = /: (No space left on device|File too large|Disk quota exceeded)/.exec(log);
    if (isFull !== null) throw temporaryFolderFails(isFull[1]!.toLowerCase());
    if (!ok) throw new CommandError('E509', `cannot link: ${log.trim()}`, { status: exitStatus.missing });
  });
}

/** Gives the objects as files to `make`, and reads what that has made. */
export function inTemporaryFolder(objects: readonly Uint8Array[], make: (inputs: readonly string[], output: string) => void): Uint8Array {
  const folder = makeTemporaryFolder();
  try {
    const inputs = objects.map((_, index) => join(folder, `program${index}.o`));
    const output = join(folder, 'program');
    objects.forEach((object, index) => writeFileSync(inputs[index]!, object));
    if (!hasRoom(folder, objects)) throw temporaryFolderFails('no space left');
    make(inputs, output);
    return readFileSync(output);
  } catch (error) {
    throw isSystemError(error) ? temporaryFolderFails(reasonOf(error)) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeTemporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'tauraro-'));
  } catch (error) {
    throw temporaryFolderFails(reasonOf(error as NodeJS.ErrnoException));
  }
}

const temporaryFolderFails = (reason: string): CommandError => new CommandError('E507', `cannot write to ${tmpdir()}: ${reason}`, { help: 'TMPDIR names another folder' });

/** wasm-ld writes through a mapping, and would die of a full disk: is there room for what is linked, with the runtime? */
function hasRoom(folder: string, objects: readonly Uint8Array[]): boolean {
  const { bavail, bsize } = statfsSync(folder);
  const atLeast = 1 << 20;
  return bavail * bsize > atLeast + objects.reduce((sum, object) => sum + object.length, 0);
}
