/**
 * Links an object file into an executable with the linker inside the back end: no compiler and no linker needs to be
 * installed. The start files were collected when this package was built; the C library is the machine's own.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadBackend, nativeFolder } from './installation.js';

export interface LinkOptions {
  readonly object: string;
  readonly output: string;
  /** Keep symbols and debug information. */
  readonly debug: boolean;
}

export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/** A position-independent executable for x86_64-linux. Throws `LinkError` with the linker's words. */
export function linkExecutable(options: LinkOptions): void {
  const { ok, log } = loadBackend().link(linkerArguments(options));
  if (!ok) throw new LinkError(log.trim());
}

function linkerArguments({ object, output, debug }: LinkOptions): string[] {
  const start = (name: string) => join(nativeFolder, 'link/x86_64-linux', name);
  return [
    ...['ld.lld', '-m', 'elf_x86_64', '-pie', '-dynamic-linker', dynamicLinker, '-o', output],
    ...['--hash-style=gnu', '--build-id=none', '--gc-sections', '--icf=safe', '-O2', '-z', 'relro', '-z', 'now', '-z', 'noexecstack'],
    ...(debug ? [] : ['--strip-all']),
    ...[start('Scrt1.o'), start('crti.o'), start('crtbeginS.o'), object],
    ...[start('libgcc.a'), '--as-needed', sharedLibrary('libm.so.6'), '--no-as-needed', sharedLibrary('libc.so.6')],
    ...[start('libc_nonshared.a'), '--as-needed', dynamicLinker, start('crtendS.o'), start('crtn.o')],
  ];
}

const dynamicLinker = '/lib64/ld-linux-x86-64.so.2';

const libraryFolders = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib64', '/usr/lib64', '/usr/lib', '/lib'];

function sharedLibrary(name: string): string {
  const folder = libraryFolders.find((candidate) => existsSync(join(candidate, name)));
  if (folder === undefined) throw new LinkError(`cannot find the C library's ${name}`);
  return join(folder, name);
}
