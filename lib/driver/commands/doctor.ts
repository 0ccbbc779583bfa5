/** `tauraro doctor`: what this installation has and lacks, and the command that mends it. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitStatus } from '../command-error.js';
import { loadBackend, loadIrBuilder, root, version } from '../installation.js';
import { linkFile, runtimeFile } from '../runtime-files.js';
import type { Invocation } from '../options.js';
import { styleFor } from '../style.js';
import { hostTarget } from '../targets.js';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what is wrong. */
  readonly detail: string;
  /** The command that mends it. */
  readonly mend?: string | undefined;
  /** Missing, it is no fault. */
  readonly optional?: boolean;
}

export async function doctor({ options }: Invocation): Promise<number> {
  const findings = [...(await systemPackages()), ...ownParts(), ...machine()];
  const ok = findings.every((finding) => finding.ok || finding.optional);
  if (options.json) process.stdout.write(`${JSON.stringify({ ok, version: version(), findings })}\n`);
  else print(findings, styleFor(process.stdout, options.color));
  return ok ? exitStatus.ok : exitStatus.missing;
}

/** In a clone: what building needs. An installed package carries its parts ready made. */
async function systemPackages(): Promise<Finding[]> {
  const list = join(root, 'scripts/system-packages.mjs');
  if (!existsSync(list)) return [];
  const { systemPackages: packages } = (await import(pathToFileURL(list).href)) as { systemPackages: { name: string; why: string; isThere(): boolean }[] };
  return packages.map(({ name, why, isThere }) => ({ name, ok: isThere(), detail: why, mend: `apt-get install ${name}` }));
}

function ownParts(): Finding[] {
  return [
    attempt('IR builder', 'npm run setup', () => `llvm-bindings on LLVM ${String(loadIrBuilder().ext !== undefined ? 14 : '?')}`),
    attempt('back end', 'npm run setup', () => `LLVM ${loadBackend().hostInfo().llvmVersion}, this CPU: ${loadBackend().hostInfo().cpu}`),
    attempt('runtime', 'npm run setup', () => `${Math.ceil(statSync(runtimeFile(hostTarget(), 'o')).size / 1024)} KB for ${hostTarget().name}`),
    attempt('start files', 'npm run setup', () => `${String(statSync(linkFile(hostTarget(), 'Scrt1.o')).isFile() && 'for')} ${hostTarget().name}`),
  ];
}

function machine(): Finding[] {
  return [
    { name: 'node', ok: Number(process.versions.node.split('.')[0]) >= 20, detail: process.version, mend: 'install Node 20 or newer' },
    attempt('C library', 'apt-get install libc6', () => `${String(statSync(hostTarget().dynamicLinker!).isFile() && hostTarget().dynamicLinker)}`),
    python(),
  ];
}

function python(): Finding {
  const { status, stdout } = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  return { name: 'python3', ok: status === 0, detail: status === 0 ? stdout.trim() : 'not there; only comparisons need it', optional: true };
}

function attempt(name: string, mend: string, find: () => string): Finding {
  try {
    return { name, ok: true, detail: find() };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message.split('\n')[0]!, mend };
  }
}

function print(findings: readonly Finding[], style: ReturnType<typeof styleFor>): void {
  const width = Math.max(...findings.map((finding) => finding.name.length));
  for (const { name, ok, detail, mend, optional } of findings) {
    const mark = ok ? style.help('ok     ') : optional ? style.warning('absent ') : style.error('missing');
    process.stdout.write(`${mark}  ${name.padEnd(width)}  ${detail}${ok || mend === undefined ? '' : `  →  ${mend}`}\n`);
  }
}
