/**
 * Which bits tell that a machine has the features that code is made for: native/runtime/cpu.c compares them when a program
 * starts. Features that LLVM never uses by itself, or that every processor of the architecture has, need no row.
 */
import { loadBackend } from './installation.js';
import type { Target } from './targets.js';

/** A word that cpu.c reads, and a bit of it. */
type Bit = readonly [word: number, bit: number];

/** What `levels` in cpu.c has: 8 words. */
export interface CpuNeeds {
  readonly name: string;
  readonly masks: readonly number[];
}

/** Words: leaf 1 ecx, edx; leaf 7 ebx, ecx, edx; leaf 7.1 eax; leaf 0x80000001 ecx; the registers that the system saves. */
const saved: Readonly<Record<'avx' | 'avx512', readonly Bit[]>> = { avx: [[7, 1], [7, 2]], avx512: [[7, 5], [7, 6], [7, 7]] };
const x86: Readonly<Record<string, readonly Bit[]>> = {
  sse3: [[0, 0]],
  pclmul: [[0, 1]],
  ssse3: [[0, 9]],
  fma: [[0, 12]],
  cx16: [[0, 13]],
  'sse4.1': [[0, 19]],
  'sse4.2': [[0, 20]],
  movbe: [[0, 22]],
  popcnt: [[0, 23]],
  aes: [[0, 25]],
  xsave: [[0, 26]],
  avx: [[0, 28], ...saved.avx],
  f16c: [[0, 29]],
  bmi: [[2, 3]],
  avx2: [[2, 5]],
  bmi2: [[2, 8]],
  avx512f: [[2, 16], ...saved.avx512],
  avx512dq: [[2, 17]],
  adx: [[2, 19]],
  avx512ifma: [[2, 21]],
  avx512cd: [[2, 28]],
  sha: [[2, 29]],
  avx512bw: [[2, 30]],
  avx512vl: [[2, 31]],
  avx512vbmi: [[3, 1]],
  avx512vbmi2: [[3, 6]],
  gfni: [[3, 8]],
  vaes: [[3, 9]],
  vpclmulqdq: [[3, 10]],
  avx512vnni: [[3, 11]],
  avx512bitalg: [[3, 12]],
  avx512vpopcntdq: [[3, 14]],
  avx512fp16: [[4, 23]],
  avxvnni: [[5, 4]],
  avx512bf16: [[5, 5]],
  avxifma: [[5, 23]],
  sahf: [[6, 0]],
  lzcnt: [[6, 5]],
  sse4a: [[6, 6]],
  xop: [[6, 11]],
  fma4: [[6, 16]],
  tbm: [[6, 21]],
};

/** AT_HWCAP and AT_HWCAP2 of Linux, two words each. */
const aarch64: Readonly<Record<string, readonly Bit[]>> = {
  crc: [[0, 7]],
  lse: [[0, 8]],
  fullfp16: [[0, 9], [0, 10]],
  rdm: [[0, 12]],
  jsconv: [[0, 13]],
  complxnum: [[0, 14]],
  rcpc: [[0, 15]],
  sha3: [[0, 17]],
  dotprod: [[0, 20]],
  sve: [[0, 22]],
  sve2: [[2, 1]],
  i8mm: [[2, 13]],
  bf16: [[2, 14]],
  mops: [[3, 11]],
};

const arm: Readonly<Record<string, readonly Bit[]>> = {
  neon: [[0, 12]],
  vfp3: [[0, 13]],
  vfp4: [[0, 16]],
  hwdiv: [[0, 18]],
  'hwdiv-arm': [[0, 17]],
  crc: [[2, 4]],
};

const tables: Readonly<Record<string, Readonly<Record<string, readonly Bit[]>>>> = { x86_64: x86, aarch64, armv7: arm };

/** What `levels[0]` is made for, and then what the others are. Empty where every machine of that architecture will do. */
export function cpuNeeds(target: Target, levels: readonly { readonly cpu: string; readonly features: string }[]): CpuNeeds[] {
  const bits = tables[target.triple.split('-')[0]!];
  if (bits === undefined || target.format !== 'elf') return [];
  const needs = levels.map(({ cpu, features }) => ({ name: cpu, masks: masksOf(bits, loadBackend().enabledFeatures(target.triple, cpu, features)) }));
  return needs.some(({ masks }) => masks.some((mask) => mask !== 0)) ? needs : [];
}

function masksOf(bits: Readonly<Record<string, readonly Bit[]>>, features: readonly string[]): number[] {
  const masks = Array.from({ length: 8 }, () => 0);
  for (const [word, bit] of features.flatMap((feature) => bits[feature] ?? [])) masks[word] = (masks[word]! | (1 << bit)) >>> 0;
  return masks;
}
