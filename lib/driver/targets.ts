/** The machines that can be compiled for, one row each, and how their names are read. */
import { CommandError, exitStatus } from './command-error.js';
import { suggest } from './nearest.js';

export type Libc = 'gnu' | 'musl' | 'wasi' | 'mingw' | 'darwin';

export interface Target {
  /** What users type. */
  readonly name: string;
  readonly triple: string;
  /** The CPU of `--cpu baseline`, what travels, and features besides its own. */
  readonly baseline: string;
  readonly features: string;
  /** The CPU that the runtime itself is made for, where that is older. */
  readonly oldest?: string;
  /** The levels of `--cpu dispatch`: for all of a program, and then for its hot functions besides. */
  readonly dispatch?: readonly { readonly cpu: string; readonly features: string }[];
  /** Calling convention for floats where the triple leaves it open. */
  readonly abi: string;
  readonly pointerBits: 32 | 64;
  readonly pageSize: number;
  readonly libc: Libc;
  /** The newest version of the C library whose symbols may be asked for; absent where it is part of the executable. */
  readonly libcVersion?: string;
  readonly format: 'elf' | 'wasm' | 'coff' | 'macho';
  /** lld's name for the machine (`-m`); absent where only object files are made. */
  readonly emulation?: string;
  readonly dynamicLinker?: string;
  /** What runs its executables on another machine: how the tests do it. */
  readonly emulator?: string;
}

/** The oldest glibc that executables for glibc run with: that of Debian 11, Ubuntu 20.04 and RHEL 9. */
const oldestGlibc = '2.31';

const linux = { features: '', abi: '', pointerBits: 64, pageSize: 4096, format: 'elf' } as const;
const gnu = { ...linux, libc: 'gnu', libcVersion: oldestGlibc } as const;
const musl = { ...linux, libc: 'musl' } as const;
const x86Levels = ['x86-64', 'x86-64-v3', 'x86-64-v4'].map((cpu) => ({ cpu, features: '' }));
const arm64Levels = ['', '+lse,+rdm,+crc,+dotprod,+fullfp16', '+v8.2a,+lse,+rdm,+crc,+dotprod,+fullfp16,+sve'].map((features) => ({ cpu: 'generic', features }));
const armLevels = ['', '+neon,+vfp4,+hwdiv,+hwdiv-arm'].map((features) => ({ cpu: 'generic', features }));
const x86 = { baseline: 'x86-64-v2', oldest: 'x86-64', dispatch: x86Levels, emulation: 'elf_x86_64', emulator: 'qemu-x86_64' } as const;
// Kernels for it come with pages of 4, 16 and 64 KB.
const arm64 = { baseline: 'generic', dispatch: arm64Levels, pageSize: 65536, emulation: 'aarch64linux', emulator: 'qemu-aarch64' } as const;
const arm = { baseline: 'generic', dispatch: armLevels, features: '+v7,+vfp3d16', pointerBits: 32, emulation: 'armelf_linux_eabi', emulator: 'qemu-arm' } as const;
const riscv = { baseline: 'generic-rv64', features: '+m,+a,+f,+d,+c', abi: 'lp64d', emulation: 'elf64lriscv', emulator: 'qemu-riscv64' } as const;
const objectOnly = { features: '', abi: '', pointerBits: 64, pageSize: 4096 } as const;

export const targets: readonly Target[] = [
  { ...gnu, ...x86, name: 'x86_64-linux', triple: 'x86_64-unknown-linux-gnu', dynamicLinker: '/lib64/ld-linux-x86-64.so.2' },
  { ...musl, ...x86, name: 'x86_64-linux-musl', triple: 'x86_64-unknown-linux-musl' },
  { ...gnu, ...arm64, name: 'aarch64-linux', triple: 'aarch64-unknown-linux-gnu', dynamicLinker: '/lib/ld-linux-aarch64.so.1' },
  { ...musl, ...arm64, name: 'aarch64-linux-musl', triple: 'aarch64-unknown-linux-musl' },
  { ...gnu, ...arm, name: 'armv7-linux', triple: 'armv7-unknown-linux-gnueabihf', dynamicLinker: '/lib/ld-linux-armhf.so.3' },
  { ...musl, ...arm, name: 'armv7-linux-musl', triple: 'armv7-unknown-linux-musleabihf' },
  { ...gnu, ...riscv, name: 'riscv64-linux', triple: 'riscv64-unknown-linux-gnu', dynamicLinker: '/lib/ld-linux-riscv64-lp64d.so.1' },
  {
    ...{ name: 'wasm32-wasi', triple: 'wasm32-unknown-wasip1', baseline: 'mvp', features: '+bulk-memory,+mutable-globals,+nontrapping-fptoint,+sign-ext' },
    ...{ abi: '', pointerBits: 32, pageSize: 65536, libc: 'wasi', format: 'wasm', emulation: 'wasm32', emulator: 'node:wasi' },
  },
  { ...objectOnly, name: 'x86_64-windows', triple: 'x86_64-w64-windows-gnu', baseline: 'x86-64-v2', libc: 'mingw', format: 'coff' },
  { ...objectOnly, name: 'x86_64-macos', triple: 'x86_64-apple-macosx11.0.0', baseline: 'penryn', libc: 'darwin', format: 'macho' },
  { ...objectOnly, name: 'aarch64-macos', triple: 'arm64-apple-macosx11.0.0', baseline: 'apple-m1', pageSize: 16384, libc: 'darwin', format: 'macho' },
];

/** The machine that this is; where it is none of the table, that of the table's first row. */
export function hostTarget(): Target {
  const arch = { x64: 'x86_64', arm64: 'aarch64', arm: 'armv7', riscv64: 'riscv64' }[process.arch as string];
  return targets.find((target) => target.name === `${arch}-${process.platform}`) ?? targets[0]!;
}

/** Other spellings of the parts of a name. */
const otherArchitectures: { readonly [name: string]: string } = {
  amd64: 'x86_64',
  x64: 'x86_64',
  'x86-64': 'x86_64',
  arm64: 'aarch64',
  armhf: 'armv7',
  armv7l: 'armv7',
  armv7a: 'armv7',
  arm: 'armv7',
  riscv64gc: 'riscv64',
  wasm: 'wasm32',
};
const otherSystems: { readonly [name: string]: string } = { darwin: 'macos', macosx: 'macos', win32: 'windows', mingw32: 'windows', wasip1: 'wasi' };
const vendors = new Set(['unknown', 'pc', 'apple', 'w64', 'none', 'debian', 'alpine']);
/** What the last part of a name says of the C library; the float convention is the table's only one. */
const abiSuffix: { readonly [name: string]: '' | '-musl' } = { gnu: '', gnueabihf: '', musl: '-musl', musleabihf: '-musl' };

/** `native`, a name of the table, a triple, or `arch-os-abi.version` with the version of glibc that may be asked for. */
export function findTarget(name: string): Target {
  if (name === 'native') return hostTarget();
  const exact = targets.find((target) => target.name === name || target.triple === name);
  if (exact !== undefined) return exact;
  const [, spelling, version] = /^(.*?)(?:(?<=gnu\w*|-linux)\.(\d+\.\d+))?$/.exec(name)!;
  const found = targets.find((target) => target.name === canonicalName(spelling!));
  if (found === undefined) throw unknownTarget(name);
  return version === undefined ? found : withLibcVersion(found, version, name);
}

function canonicalName(spelling: string): string {
  const parts = spelling.toLowerCase().split('-').filter((part, index) => index === 0 || !vendors.has(part));
  const [arch = '', system = '', abi] = parts;
  const base = `${otherArchitectures[arch] ?? arch}-${otherSystems[system.replace(/[\d.]+$/, '')] ?? otherSystems[system] ?? system.replace(/[\d.]+$/, '')}`;
  if (abi === undefined || (base.endsWith('-windows') && abi === 'gnu')) return base;
  return parts.length > 3 || abiSuffix[abi] === undefined ? spelling : base + abiSuffix[abi];
}

function unknownTarget(name: string): CommandError {
  const known = targets.map((target) => target.name);
  return new CommandError('E504', `unknown target '${name}'`, { status: exitStatus.missing, help: suggest(name, known) ?? 'tauraro targets lists them' });
}

function withLibcVersion(target: Target, version: string, name: string): Target {
  const wanted = Number(version.split('.')[1]);
  const least = Number(oldestGlibc.split('.')[1]);
  if (version.startsWith('2.') && wanted >= least) return { ...target, libcVersion: version };
  throw new CommandError('E504', `'${name}' asks for glibc ${version}: the oldest that programs run with is ${oldestGlibc}`, {
    status: exitStatus.missing,
    help: `${target.name}-musl needs no glibc at all`,
  });
}

/** Can a whole executable be made, or only object files? */
export const makesExecutables = (target: Target): boolean => target.emulation !== undefined;

/** Where Node is at home. */
export const makesNodeModules = (target: Target): boolean => target.format === 'elf' && /^(x86_64|aarch64|armv7)-/.test(target.triple);
