/**
 * Links an object file into an executable with the linker inside the back end: no compiler and no linker needs to be
 * installed. The start files were collected when this package was built; the C library is the machine's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DetachedMethod } from '../../native/backend/backend.js';
import { CommandError, exitStatus } from './command-error.js';
import { loadBackend, nativeFolder } from './installation.js';
import type { CompileOptions } from './options.js';

/** `debug`: keep symbols and debug information. */
export type LinkOptions = Pick<CompileOptions, 'debug' | 'runtime'>;

/** A position-independent executable for x86_64-linux, as bytes. */
export function link(object: Uint8Array, runtime: string, options: LinkOptions): Uint8Array {
  if (options.runtime !== 'release') return linkForTests(object, options.runtime);
  const methods = neededMethods(object, runtime);
  return runLinker(object, (input, output) => [...executableArguments(input, runtime, output, options), ...methods]);
}

/** With a runtime made by `scripts/build-runtime.mjs --debug` or `--asan`, by the C compiler, which knows its sanitizers. */
function linkForTests(object: Uint8Array, variant: 'debug' | 'asan'): Uint8Array {
  const library = join(nativeFolder, 'runtime', variant, 'libruntime.a');
  const sanitize = variant === 'asan' ? ['-fsanitize=address,undefined'] : [];
  return inTemporaryFolder(object, (input, output) => {
    const { status, stderr } = spawnSync('clang-22', [...sanitize, input, library, '-lm', '-o', output], { encoding: 'utf8' });
    if (status !== 0) throw new CommandError('E509', `cannot link: ${stderr.trim()}`, { status: exitStatus.missing });
  });
}

/** One object file of the program and the runtime, for other linkers. */
export function joinObjects(object: Uint8Array, runtime: string): Uint8Array {
  return runLinker(object, (input, output) => ['ld.lld', '-m', 'elf_x86_64', '-r', '-o', output, input, runtime]);
}

function runLinker(object: Uint8Array, argumentsFor: (input: string, output: string) => string[]): Uint8Array {
  return inTemporaryFolder(object, (input, output) => {
    const { ok, log } = loadBackend().link(argumentsFor(input, output));
    if (!ok) throw new CommandError('E509', `cannot link: ${log.trim()}`, { status: exitStatus.missing });
  });
}

/** Gives the object as a file to `make`, and reads what that has made. */
function inTemporaryFolder(object: Uint8Array, make: (input: string, output: string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-'));
  try {
    const input = join(folder, 'program.o');
    const output = join(folder, 'program');
    writeFileSync(input, object);
    make(input, output);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The methods of built-in types that the program may use: the runtime's tables refer to each weakly, and only those named
 * here are linked in. A method can't be called unless its name stands somewhere in the program, or the program computes names.
 */
function neededMethods(object: Uint8Array, runtime: string): string[] {
  const text = Buffer.from(object.buffer, object.byteOffset, object.byteLength).toString('latin1');
  const methods = JSON.parse(readFileSync(runtime.replace(/\.o$/, '.methods.json'), 'utf8')) as DetachedMethod[];
  const computesNames = nameComputers.test(text);
  return methods.filter(({ name }) => computesNames || text.includes(name)).map(({ alias, symbol }) => `--defsym=${alias}=${symbol}`);
}

/** Symbols and names of what finds attributes by names made at run time. */
const nameComputers = /(?:rt_function_|\0)(?:getattr|hasattr|dir|vars|__dict__|__dir__|__getattribute__|attrgetter|methodcaller)\0/;

function executableArguments(object: string, runtime: string, output: string, { debug }: LinkOptions): string[] {
  const start = (name: string) => join(linkFolder, name);
  const libc = findLibrary('libc.so.6');
  return [
    ...['ld.lld', '-m', 'elf_x86_64', '-pie', '-dynamic-linker', dynamicLinker, '-o', output],
    ...['--hash-style=gnu', '--build-id=none', '--gc-sections', '--icf=safe', '-O2', '-z', 'relro', '-z', 'now', '-z', 'noexecstack'],
    ...(debug ? [] : ['--strip-all']),
    ...(readFileSync(libc).includes('GLIBC_ABI_DT_RELR') ? ['-z', 'pack-relative-relocs'] : []),
    ...[start('Scrt1.o'), start('crti.o'), start('crtbeginS.o'), object, runtime],
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
