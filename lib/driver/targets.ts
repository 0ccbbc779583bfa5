/** The machines that can be compiled for, one row each, and the choice of a CPU. */
import { CommandError, exitStatus } from './command-error.js';
import { loadBackend } from './installation.js';
import { suggest } from './nearest.js';

export interface Target {
  /** What users type. */
  readonly name: string;
  readonly triple: string;
  /** The CPU of `--cpu baseline`: what every machine of this kind made since about 2009 has. */
  readonly baseline: string;
}

export const targets: readonly Target[] = [{ name: 'x86_64-linux', triple: 'x86_64-unknown-linux-gnu', baseline: 'x86-64-v2' }];

/** Names of machines that the design promises and this version lacks. */
const later = ['aarch64-linux', 'armv7-linux', 'riscv64-linux', 'wasm32-wasi', 'x86_64-windows', 'aarch64-macos'];

export const hostTarget = (): Target => targets[0]!;

export function findTarget(name: string): Target {
  const target = targets.find((candidate) => candidate.name === name || candidate.triple === name || name === 'native');
  if (target !== undefined) return target;
  const known = targets.map((candidate) => candidate.name);
  const help = later.includes(name) ? `this version compiles for ${known.join(', ')}` : suggest(name, known);
  throw new CommandError('E504', `unknown target '${name}'`, { status: exitStatus.missing, help });
}

export interface Cpu {
  readonly cpu: string;
  readonly features: string;
}

/** `choice`: native, baseline or a name of LLVM's; `extra`: like `+avx2,-bmi`. */
export function chooseCpu(target: Target, choice: string, extra: string): Cpu {
  const features = checkFeatures(target, extra);
  if (choice === 'baseline') return { cpu: target.baseline, features };
  if (choice === 'native') return nativeCpu(features);
  const known = loadBackend().lookupCpus(target.triple);
  if (known.includes(choice)) return { cpu: choice, features };
  const help = suggest(choice, ['native', 'baseline', ...known]);
  throw new CommandError('E505', `unknown CPU '${choice}' for ${target.name}`, { help });
}

function nativeCpu(extra: string): Cpu {
  const host = loadBackend().hostInfo();
  return { cpu: host.cpu, features: [host.features, extra].filter((list) => list !== '').join(',') };
}

function checkFeatures(target: Target, list: string): string {
  const entries = list.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
  if (entries.length === 0) return '';
  const known = loadBackend().lookupFeatures(target.triple);
  for (const entry of entries) {
    if (!/^[+-]/.test(entry)) throw new CommandError('E505', `feature '${entry}' begins with neither + nor -`, { help: `write +${entry} or -${entry}` });
    if (known.includes(entry.slice(1))) continue;
    throw new CommandError('E505', `unknown feature '${entry.slice(1)}' for ${target.name}`, { help: suggest(entry.slice(1), known) });
  }
  return entries.join(',');
}
