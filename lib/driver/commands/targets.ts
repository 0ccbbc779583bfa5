/** `tauraro targets`: the table of machines; with `--cpu` the CPUs and features of one of them. */
import { cpuLevel } from '../cpu.js';
import { loadBackend } from '../installation.js';
import type { Invocation } from '../options.js';
import { canBuildTargets, hasTargetFiles } from '../runtime-files.js';
import { findTarget, hostTarget, makesExecutables, targets, type Target } from '../targets.js';

export function listTargets(invocation: Invocation): void {
  const { options } = invocation;
  const print = options.cpu === undefined ? listMachines : listCpus;
  print(invocation);
}

function listMachines({ options }: Invocation): void {
  if (options.json) {
    const described = targets.map((target) => ({ ...target, makes: makes(target), ready: isReady(target), host: target === hostTarget() }));
    process.stdout.write(`${JSON.stringify({ targets: described })}\n`);
    return;
  }
  const heads = ['name', 'triple', 'baseline CPU', 'C library', 'makes', 'tested with'];
  printColumns([heads, ...targets.map((target) => [target.name, target.triple, target.baseline, libcOf(target), makesHere(target), testedWith(target)])]);
}

const libcOf = ({ libc, libcVersion }: Target): string => (libcVersion === undefined ? libc : `${libc} ${libcVersion}`);

const makes = (target: Target): readonly string[] => (makesExecutables(target) ? ['executables', 'objects'] : ['objects']);

const isReady = (target: Target): boolean => !makesExecutables(target) || hasTargetFiles(target);

function makesHere(target: Target): string {
  const note = isReady(target) ? '' : canBuildTargets() ? ', once its runtime is made' : ', but its runtime is missing here';
  return `${makes(target).join(', ')}${note}`;
}

const testedWith = (target: Target): string => (target.name === hostTarget().name ? 'this machine' : (target.emulator ?? '-'));

function printColumns(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}\n`);
}

function listCpus({ options }: Invocation): void {
  const target = findTarget(options.target);
  const { cpu, features } = loadBackend().hostInfo();
  const known = { cpus: loadBackend().lookupCpus(target.triple), features: loadBackend().lookupFeatures(target.triple) };
  const host = { cpu, level: cpuLevel(features), features: features.split(',').filter((name) => name.startsWith('+')).map((name) => name.slice(1)) };
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ host, target: target.name, baseline: target.baseline, ...known })}\n`);
    return;
  }
  const level = host.level === undefined ? '' : ` (${host.level})`;
  process.stdout.write(`this machine: ${host.cpu}${level}\n${wrap(host.features)}\n\n${target.name}: baseline ${target.baseline}\nCPUs:\n${wrap(known.cpus)}\nfeatures:\n${wrap(known.features)}\n`);
}

/** Words in lines of at most 100 columns. */
function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 98) lines.push('');
    lines.push(`${lines.pop()!} ${word}`);
  }
  return lines.map((line) => ` ${line}`).join('\n');
}
