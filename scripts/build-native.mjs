// Builds build/native/irbuilder.node and backend.node through cmake-js. Does nothing where all is up to date.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { filesUnder, hashOf, isFresh, root, writeStamp } from './stamp.mjs';

const addons = ['irbuilder', 'backend'];
const output = (name) => join(root, 'build/native', name);

function sources() {
  const native = ['irbuilder', 'backend'].flatMap((folder) => filesUnder(join(root, 'native', folder), (name) => /\.(cpp|h|def)$/.test(name)));
  return [join(root, 'CMakeLists.txt'), ...native];
}

export function nativeIsFresh() {
  return isFresh('native', hashOf(sources())) && addons.every((name) => existsSync(output(`${name}.node`)));
}

/** Throws with the end of the build's output where it fails. */
export function buildNative() {
  const cmakeJs = join(root, 'node_modules/cmake-js/bin/cmake-js');
  const jobs = String(Math.min(4, availableParallelism()));
  const args = [cmakeJs, 'build', '-d', root, '-O', output('cmake'), '-p', jobs, '-l', 'warn'];
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`building the addons failed:\n${`${result.stdout}${result.stderr}`.slice(-4000)}`);
  writeStamp('native', hashOf(sources()));
}

if (process.argv[1] === import.meta.filename) {
  if (!nativeIsFresh()) buildNative();
}
