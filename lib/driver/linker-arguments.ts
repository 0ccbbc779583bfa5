/** What the linker is told, for each kind of C library. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkFile } from './runtime-files.js';
import { hostTarget, type Target } from './targets.js';

export interface Libraries {
  /** `-l`: names of libraries. */
  readonly names: readonly string[];
  /** `-L`: folders to look in. */
  readonly folders: readonly string[];
  readonly sysroot: string;
}

export const noLibraries: Libraries = { names: [], folders: [], sysroot: '' };

export interface Linking {
  readonly objects: readonly string[];
  readonly runtime: string;
  readonly output: string;
  /** Keep symbols and debug information. */
  readonly debug: boolean;
  readonly libraries: Libraries;
}

export function linkerArguments(target: Target, linking: Linking): string[] {
  switch (target.libc) {
    case 'gnu':
      return dynamicArguments(target, linking);
    case 'musl':
      return staticArguments(target, linking);
    case 'wasi':
      return wasmArguments(target, linking);
    default:
      return [];
  }
}

const elfArguments = (target: Target, { output, debug }: Linking): string[] => [
  ...['ld.lld', '-m', target.emulation!, '-pie', '-o', output],
  ...['--hash-style=gnu', '--build-id=none', '--gc-sections', '--icf=safe', '-O2', '--no-mmap-output-file'],
  ...['-z', 'relro', '-z', 'now', '-z', 'noexecstack', '-z', `max-page-size=${target.pageSize}`],
  ...(debug ? [] : ['--strip-all']),
];

const userLibraries = ({ libraries }: Linking): string[] => [
  ...libraries.folders.map((folder) => `-L${folder}`),
  ...(libraries.sysroot === '' ? [] : ['lib', 'usr/lib'].map((folder) => `-L${join(libraries.sysroot, folder)}`)),
  ...libraries.names.map((name) => `-l${name}`),
];

/** A position-independent executable that takes its C library from the machine. */
function dynamicArguments(target: Target, linking: Linking): string[] {
  const file = (name: string): string => linkFile(target, name);
  const mayBeNew = isNewGlibc(target);
  const library = (name: string): string => file(`${name}-${mayBeNew ? newest : oldest}`);
  // Only foreign code has constructors that glibc's start files call.
  const [startFiles, endFiles] = linking.libraries.names.length > 0 ? [['Scrt1.o', 'crti.o'], ['crtn.o']] : [['start.o'], []];
  return [
    ...elfArguments(target, linking),
    ...['-dynamic-linker', target.dynamicLinker!],
    ...(mayBeNew ? ['-z', 'pack-relative-relocs'] : []),
    ...[...startFiles.map(file), ...linking.objects, linking.runtime, ...userLibraries(linking)],
    ...[file('libgcc.a'), '--as-needed', library('libm.so.6'), '--no-as-needed', library('libc.so.6')],
    ...(mayBeNew ? [] : [file('compat.o')]),
    ...[file('libc_nonshared.a'), ...endFiles.map(file)],
  ];
}

/** The stubs that scripts/build-sysroot.mjs makes: one for every glibc, one for those since packed relocations. */
const [oldest, newest] = ['2.31', '2.99'];
const packedSince = 36;

const isNewGlibc = ({ libcVersion }: Target): boolean => Number(libcVersion?.split('.')[1]) >= packedSince;

/** A position-independent executable that needs nothing of the machine but its kernel. */
function staticArguments(target: Target, linking: Linking): string[] {
  const file = (name: string): string => linkFile(target, name);
  return [
    ...[...elfArguments(target, linking), '-static', '--no-dynamic-linker', '-z', 'text'],
    ...[file('rcrt1.o'), file('crti.o'), ...linking.objects, linking.runtime, ...userLibraries(linking)],
    ...[file('libc.a'), file('libgcc.a'), file('libc.a'), file('crtn.o')],
  ];
}

/** The stack lies first in memory, so that an overflow traps instead of destroying data. */
function wasmArguments(target: Target, linking: Linking): string[] {
  const file = (name: string): string => linkFile(target, name);
  return [
    ...['wasm-ld', '-m', target.emulation!, '-o', linking.output, '--gc-sections', '-O2', '--stack-first', '-z', `stack-size=${4 << 20}`],
    ...(linking.debug ? [] : ['--strip-all']),
    ...[file('crt1-command.o'), ...linking.objects, linking.runtime, ...userLibraries(linking)],
    ...['libwasi-emulated-signal.a', 'libwasi-emulated-getpid.a', 'libc.a', 'libclang_rt.builtins-wasm32.a'].map(file),
  ];
}

/** The machine's own C library, where that can tell which relocations it understands. */
export function nativeTarget(target: Target): Target {
  const library = libraryFolders.map((folder) => join(folder, 'libc.so.6')).find((path) => existsSync(path));
  const isNew = target.libc === 'gnu' && target.name === hostTarget().name && library !== undefined && readFileSync(library).includes('GLIBC_ABI_DT_RELR');
  return isNew ? { ...target, libcVersion: `2.${packedSince}` } : target;
}

const libraryFolders = ['/lib/x86_64-linux-gnu', '/lib/aarch64-linux-gnu', '/lib64', '/usr/lib64', '/usr/lib', '/lib'];
