/** The choice of a CPU and its features, checked against LLVM's own lists. */
import { CommandError } from './command-error.js';
import { loadBackend } from './installation.js';
import { suggest } from './nearest.js';
import { hostTarget, targets, type Target } from './targets.js';

export interface Cpu {
  readonly cpu: string;
  readonly features: string;
  /** `--cpu dispatch`: for which hot functions are compiled besides; each contains the one before. */
  readonly levels?: readonly { readonly cpu: string; readonly features: string }[];
}

/** `choice`: native, baseline, dispatch or a name of LLVM's; `extra`: like `+avx2,-bmi`. */
export function chooseCpu(target: Target, choice: string, extra: string): Cpu {
  const features = joinFeatures(target.features, checkFeatures(target, extra));
  if (choice === 'dispatch') return dispatchedCpu(target, features);
  if (choice === 'baseline') return { cpu: target.baseline, features };
  if (choice === 'native') return nativeCpu(target, features);
  const known = loadBackend().lookupCpus(target.triple);
  if (known.includes(choice)) return { cpu: choice, features };
  const owner = targets.find((other) => loadBackend().lookupCpus(other.triple).includes(choice));
  const help = owner === undefined ? suggest(choice, ['native', 'baseline', 'dispatch', ...known]) : `it is a CPU of ${owner.name}`;
  throw new CommandError('E505', `unknown CPU '${choice}' for ${target.name}`, { help: help ?? `tauraro targets --cpu --target ${target.name} lists them` });
}

/** What each level of x86-64 has over the one before, as LLVM names it. */
export const levels: readonly { readonly name: string; readonly features: readonly string[] }[] = [
  { name: 'x86-64', features: ['sse2', 'cmov', 'cx8', 'fxsr'] },
  { name: 'x86-64-v2', features: ['cx16', 'sahf', 'popcnt', 'sse3', 'ssse3', 'sse4.1', 'sse4.2'] },
  { name: 'x86-64-v3', features: ['avx', 'avx2', 'bmi', 'bmi2', 'f16c', 'fma', 'lzcnt', 'movbe', 'xsave'] },
  { name: 'x86-64-v4', features: ['avx512f', 'avx512bw', 'avx512cd', 'avx512dq', 'avx512vl'] },
];

/** The highest level of x86-64 whose features are all in the list; undefined for other processors. */
export function cpuLevel(features: string): string | undefined {
  const has = new Set(features.split(','));
  const missing = levels.findIndex((level) => !level.features.every((feature) => has.has(`+${feature}`)));
  return missing < 0 ? levels.at(-1)!.name : levels[missing - 1]?.name;
}

function dispatchedCpu(target: Target, features: string): Cpu {
  if (target.dispatch === undefined) {
    throw new CommandError('E505', `--cpu dispatch knows no levels of ${target.name}`, { help: 'x86_64, aarch64 and armv7 have some' });
  }
  const levels = target.dispatch.map((level) => ({ cpu: level.cpu, features: joinFeatures(target.features, level.features, features) }));
  return { ...levels[0]!, levels: levels.slice(1) };
}

const joinFeatures = (...lists: readonly string[]): string => lists.filter((list) => list !== '').join(',');

function nativeCpu(target: Target, features: string): Cpu {
  const host = loadBackend().hostInfo();
  if (target.triple.split('-')[0] === hostTarget().triple.split('-')[0]) return { cpu: host.cpu, features: joinFeatures(host.features, features) };
  throw new CommandError('E505', `--cpu native is a CPU of this machine, and ${target.name} is another`, { help: `--cpu baseline, or one of tauraro targets --cpu --target ${target.name}` });
}

function checkFeatures(target: Target, list: string): string {
  const entries = list.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
  if (entries.length === 0) return '';
  const known = loadBackend().lookupFeatures(target.triple);
  for (const entry of entries) {
    if (!/^[+-]/.test(entry)) throw new CommandError('E505', `feature '${entry}' begins with neither + nor -`, { help: `write +${entry} or -${entry}` });
    if (!known.includes(entry.slice(1))) throw unknownFeature(target, entry.slice(1), known);
  }
  return entries.join(',');
}

function unknownFeature(target: Target, name: string, known: readonly string[]): CommandError {
  const owner = targets.find((other) => loadBackend().lookupFeatures(other.triple).includes(name));
  const help = owner === undefined ? suggest(name, known) : `it is a feature of ${owner.name}`;
  return new CommandError('E505', `unknown feature '${name}' for ${target.name}`, { help: help ?? `tauraro targets --cpu --target ${target.name} lists them` });
}
