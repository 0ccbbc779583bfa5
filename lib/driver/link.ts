/**
 * Links an object file into an executable with the linker inside the back end: no compiler and no linker needs to be
 * installed. The start files were collected when this package was built; the C library is the machine's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError, exitStatus } from './command-error.js';
import { loadBackend, nativeFolder } from './installation.js';
import type { CompileOptions } from './options.js';
import { operationArguments } from './reachable.js';

/** `debug`: keep symbols and debug information. */
export type LinkOptions = Pick<CompileOptions, 'debug' | 'runtime'>;

/** A position-independent executable for x86_64-linux, as bytes. */
export function link(objects: readonly Uint8Array[], runtime: string, options: LinkOptions): Uint8Array {
  if (options.runtime !== 'release') return linkForTests(objects, options.runtime);
  const operations = operationArguments(objects, readFileSync(runtime.replace(/\.o$/, '.references.json'), 'utf8'));
  return runLinker(objects, (inputs, output) => [...executableArguments(inputs, runtime, output, options), ...operations]);
}

/** With a runtime made by `scripts/build-runtime.mjs --debug` or `--asan`, by the C compiler, which knows its sanitizers. */
function linkForTests(objects: readonly Uint8Array[], variant: 'debug' | 'asan'): Uint8Array {
  const library = join(nativeFolder, 'runtime', variant, 'libruntime.a');
  const sanitize = variant === 'asan' ? ['-fsanitize=address,undefined'] : [];
  return inTemporaryFolder(objects, (inputs, output) => {
    const { status, stderr } = spawnSync('clang-22', [...sanitize, ...inputs, library, '-lm', '-o', output], { encoding: 'utf8' });
    if (status !== 0) throw new CommandError('E509', `cannot link: ${stderr.trim()}`, { status: exitStatus.missing });
  });
}

/** One object file of the program and the runtime, for other linkers. */
export function joinObjects(objects: readonly Uint8Array[], runtime: string): Uint8Array {
  const operations = operationArguments(objects, readFileSync(runtime.replace(/\.o$/, '.references.json'), 'utf8'));
  return runLinker(objects, (inputs, output) => ['ld.lld', '-m', 'elf_x86_64', '-r', '-o', output, ...inputs, runtime, ...operations]);
}

function runLinker(objects: readonly Uint8Array[], argumentsFor: (inputs: readonly string[], output: string) => string[]): Uint8Array {
  return inTemporaryFolder(objects, (inputs, output) => {
    const { ok, log } = loadBackend().link(argumentsFor(inputs, output));
    if (!ok) throw new CommandError('E509', `cannot link: ${log.trim()}`, { status: exitStatus.missing });
  });
}

/** Gives the objects as files to `make`, and reads what that has made. */
function inTemporaryFolder(objects: readonly Uint8Array[], make: (inputs: readonly string[], output: string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-'));
  try {
    const inputs = objects.map((_, index) => join(folder, `program${index}.o`));
    const output = join(folder, 'program');
    objects.forEach((object, index) => writeFileSync(inputs[index]!, object));
    make(inputs, output);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function executableArguments(objects: readonly string[], runtime: string, output: string, { debug }: LinkOptions): string[] {
  const start = (name: string) => join(linkFolder, name);
  const libc = findLibrary('libc.so.6');
  return [
    ...['ld.lld', '-m', 'elf_x86_64', '-pie', '-dynamic-linker', dynamicLinker, '-o', output],
    ...['--hash-style=gnu', '--build-id=none', '--gc-sections', '--icf=safe', '-O2', '-z', 'relro', '-z', 'now', '-z', 'noexecstack'],
    ...(debug ? [] : ['--strip-all']),
    ...(readFileSync(libc).includes('GLIBC_ABI_DT_RELR') ? ['-z', 'pack-relative-relocs'] : []),
    ...[start('Scrt1.o'), start('crti.o'), start('crtbeginS.o'), ...objects, runtime],
    ...[start('libgcc.a'), '--as-needed', findLibrary('libm.so.6'), '--no-as-needed', libc],
    ...[start('libc_nonshared.a'), '--as-needed', dynamicLinker, start('crtendS.o'), start('crtn.o')],
  ];
}

export const linkFolder = join(nativeFolder, 'link/x86_64-linux');
export const dynamicLinker = '/lib64/ld-linux-x86-64.so.2';

const libraryFolders = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib64', '/usr/lib64', '/usr/lib', '/lib'];

/** A shared library of the machine. */
export function findLibrary(name: string): string {
  const folder = libraryFolders.find((candidate) => existsSync(join(candidate, name)));
  if (folder !== undefined) return join(folder, name);
  throw new CommandError('E508', `cannot find the C library's ${name}`, { status: exitStatus.missing });
}
