// Makes what programs for other machines are made with: node scripts/build-target.mjs TARGET…, or --all.
// For each target: the files to link with (build-sysroot.mjs), then the runtime (build-runtime.mjs). Those for other machines
// are made when they are first asked for, and again after the runtime has changed.
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buildNodePart, buildRuntime } from './build-runtime.mjs';
import { buildSysroot, sysrootIsFresh } from './build-sysroot.mjs';
import { root } from './stamp.mjs';
import { sysroots } from './sysroots.mjs';

export async function buildTarget(name) {
  const { findTarget } = await import('../build/lib/driver/targets.js');
  const target = findTarget(name);
  if (!sysrootIsFresh(target)) await buildSysroot(target);
  await buildRuntime(target.name);
  await buildNodePart(target.name);
  // Newer than the host's: the driver goes by that (lib/driver/runtime-files.ts).
  utimesSync(join(root, 'build/native/runtime', `${target.name}.o`), new Date(), new Date());
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.includes('--all') ? Object.keys(sysroots) : process.argv.slice(2);
  try {
    for (const name of names) await buildTarget(name);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
