// The system packages that building Tauraro needs, under Debian's names, and how to tell whether each is there.
// `tauraro doctor` shows the same list.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (command) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, command)));
const anyOf = (...files) => files.some((file) => existsSync(file));
const multiarch = '/usr/lib/x86_64-linux-gnu';

export const systemPackages = [
  { name: 'g++', why: 'compiles the addons', isThere: () => onPath('g++') },
  { name: 'cmake', why: 'builds the addons', isThere: () => onPath('cmake') },
  { name: 'make', why: 'compiles the runtime for C output', isThere: () => onPath('make') },
  { name: 'ninja-build', why: 'builds the addons', isThere: () => onPath('ninja') },
  { name: 'llvm-14-dev', why: 'LLVM IR under llvm-bindings', isThere: () => anyOf('/usr/lib/llvm-14/lib/libLLVMCore.a') },
  { name: 'llvm-22-dev', why: 'optimiser and code generators', isThere: () => anyOf('/usr/lib/llvm-22/lib/libLLVMCore.a') },
  { name: 'liblld-22-dev', why: 'linker inside the back end', isThere: () => anyOf('/usr/lib/llvm-22/lib/liblldELF.a') },
  { name: 'libpolly-22-dev', why: 'part of LLVM as Debian links it', isThere: () => anyOf('/usr/lib/llvm-22/lib/libPolly.a') },
  { name: 'clang-22', why: 'compiles the runtime to bitcode', isThere: () => onPath('clang-22') && onPath('llvm-link-22') },
  { name: 'libclang-rt-22-dev', why: 'sanitizers for the tests of the runtime', isThere: () => anyOf('/usr/lib/llvm-22/lib/clang/22/lib') },
  { name: 'zlib1g-dev', why: 'compressed sections', isThere: () => anyOf('/usr/include/zlib.h') },
  { name: 'libzstd-dev', why: 'compressed sections', isThere: () => anyOf(`${multiarch}/libzstd.a`, '/usr/lib/libzstd.a', '/usr/lib64/libzstd.a') },
];

export function missingPackages() {
  return systemPackages.filter((entry) => !entry.isThere()).map((entry) => entry.name);
}
