/** The files of each target: its runtime and what executables are linked with. A clone makes them when they are first asked for. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, exitStatus } from './command-error.js';
import { nativeFolder, requirePlatform, root } from './installation.js';
import { hostTarget, makesExecutables, type Target } from './targets.js';

/** `o`: what executables are linked with; `inline.bc`: what is inlined into programs; `references.json`: see reachable.ts; `node.o`: what Node modules have besides. */
export function runtimeFile(target: Target, ending: 'o' | 'inline.bc' | 'references.json' | 'node.o'): string {
  return join(nativeFolder, 'runtime', `${target.name}.${ending}`);
}

/** A start file or library of the target. */
export function linkFile(target: Target, name: string): string {
  return join(nativeFolder, 'link', target.name, name);
}

/** Is all there that executables for the target are made with? In a clone, also after the last change of the runtime? */
export function hasTargetFiles(target: Target): boolean {
  if (target.format === 'elf' && !existsSync(runtimeFile(target, 'node.o'))) return false;
  if (!existsSync(runtimeFile(target, 'o')) || !existsSync(linkFile(target, 'sysroot.stamp'))) return false;
  return target === hostTarget() || !canBuildTargets() || timeOf(target) >= timeOf(hostTarget());
}

const timeOf = (target: Target): number => statSync(runtimeFile(target, 'o'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const builder = join(root, 'scripts/build-target.mjs');

/** Can the files be made here, in a clone? An installed package has them from the beginning. */
export const canBuildTargets = (): boolean => existsSync(builder);

/** Makes sure that the target's files are there. */
export function prepareTarget(target: Target): void {
  if (!makesExecutables(target) || hasTargetFiles(target)) return;
  requirePlatform();
  const help = canBuildTargets() ? `node scripts/build-target.mjs ${target.name}` : 'tauraro doctor tells what is missing';
  const missing = (message: string): CommandError => new CommandError('E508', message, { status: exitStatus.missing, help });
  if (!canBuildTargets()) throw missing(`the runtime for ${target.name} is missing`);
  process.stderr.write(`tauraro: making the runtime for ${target.name}, this once\n`);
  const { status, stderr } = spawnSync(process.execPath, [builder, target.name], { encoding: 'utf8' });
  if (status !== 0) throw missing(`cannot make the runtime for ${target.name}: ${stderr.trim().split('\n').slice(0, 8).join('\n')}`);
}
