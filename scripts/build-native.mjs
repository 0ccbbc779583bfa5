// Builds build/native/irbuilder.node and backend.node through cmake-js, and collects the files that linking an executable
// needs. Does nothing where all is up to date.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { filesUnder, hashOf, isFresh, root, writeStamp } from './stamp.mjs';

const addons = ['irbuilder', 'backend'];
const output = (name) => join(root, 'build/native', name);

function sources() {
  const native = ['irbuilder', 'backend'].flatMap((folder) => filesUnder(join(root, 'native', folder), (name) => /\.(cpp|h)$/.test(name)));
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

/** What the linker takes from the C library's and the C compiler's development files, and where it comes to lie. */
const linkFiles = ['Scrt1.o', 'crti.o', 'crtn.o', 'crtbeginS.o', 'crtendS.o', 'libc_nonshared.a', 'libgcc.a'];
const linkFolder = () => join(root, 'build/native/link/x86_64-linux');

export function linkFilesAreFresh() {
  return linkFiles.every((name) => existsSync(join(linkFolder(), name)));
}

export function collectLinkFiles() {
  mkdirSync(linkFolder(), { recursive: true });
  for (const name of linkFiles) copyFileSync(locate(name), join(linkFolder(), name));
}

function locate(name) {
  const answer = spawnSync('gcc', [`-print-file-name=${name}`], { encoding: 'utf8' });
  const file = answer.stdout?.trim() ?? '';
  if (answer.status !== 0 || !file.includes('/')) throw new Error(`the C compiler doesn't know ${name}; install libc6-dev and gcc`);
  return file;
}

if (process.argv[1] === import.meta.filename) {
  if (!nativeIsFresh()) buildNative();
  if (!linkFilesAreFresh()) collectLinkFiles();
}
