// Makes build/native/link/TARGET, the files that linking an executable for a target needs: start files, what compilers add, and
// the C library, whole where it is linked statically, and as a stub where the machine brings its own.
//
//   node scripts/build-sysroot.mjs aarch64-linux
//
// The packages are downloaded by apt-get and unpacked beside each other under build/native/packages.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashOf, root } from './stamp.mjs';
import { sysroots } from './sysroots.mjs';

const packageFolder = join(root, 'build/native/packages');
const linkFolder = (name) => join(root, 'build/native/link', name);
const stampFile = (name) => join(linkFolder(name), 'sysroot.stamp');
const stamp = () => hashOf([import.meta.filename, ...['sysroots.mjs', 'libc-stub.mjs', 'glibc-compat.c', 'glibc-start.S'].map((name) => join(import.meta.dirname, name))]);

/** Files by the kind of C library; found in the library's folder, or else in the compiler's. */
const linkFiles = {
  gnu: ['Scrt1.o', 'crti.o', 'crtn.o', 'libc_nonshared.a', 'libgcc.a'],
  musl: ['rcrt1.o', 'crti.o', 'crtn.o', 'libc.a', 'libgcc.a'],
  wasi: ['crt1-command.o', 'libc.a', 'wasi/libclang_rt.builtins-wasm32.a', 'libwasi-emulated-signal.a', 'libwasi-emulated-getpid.a'],
};

/** Where the runtime's compilation finds the C library's headers; none for the machine's own. */
export function includeFolders(target) {
  const { include } = sysroots[target.name];
  return include === undefined ? [] : [join(unpackedFolder(target.name), include)];
}

const unpackedFolder = (name) => join(packageFolder, name);

export function sysrootIsFresh({ name }) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === stamp();
}

export async function buildSysroot(target) {
  const { name, libc } = target;
  rmSync(linkFolder(name), { recursive: true, force: true });
  mkdirSync(linkFolder(name), { recursive: true });
  unpack(name);
  for (const file of linkFiles[libc]) copyFileSync(locate(name, file), join(linkFolder(name), file.replace(/^.*\//, '')));
  if (libc === 'gnu') {
    await makeStubs(target);
    compileOwnParts(target);
  }
  writeFileSync(stampFile(name), stamp());
}

/** The library that the machine brings, as a file to link with that has nothing but its symbols. */
async function makeStubs(target) {
  const { makeStub } = await import('./libc-stub.mjs');
  const { link } = createRequire(import.meta.url)(join(root, 'build/native/backend.node'));
  for (const library of ['libc.so.6', 'libm.so.6']) {
    for (const newest of [target.libcVersion, '2.99']) makeStub(target, locate(target.name, library), newest, linkFolder(target.name), link);
  }
}

/** Our own start file, and functions that older versions lack. */
function compileOwnParts({ name, triple }) {
  const flags = [`--target=${triple}`, '-Wall', '-Wextra', '-Os', '-fPIC', '-ffunction-sections', '-fno-asynchronous-unwind-tables'];
  const compile = (source, output) => run('clang-22', [...flags, '-c', join(import.meta.dirname, source), '-o', join(linkFolder(name), output)], root);
  compile('glibc-compat.c', 'compat.o');
  compile('glibc-start.S', 'start.o');
}

function locate(name, file) {
  const { libraries, compilerLibraries } = sysroots[name];
  const folders = [libraries, compilerLibraries].filter((folder) => folder !== undefined).map((folder) => join(unpackedFolder(name), folder));
  const found = folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
  return found ?? locateWithCompiler(file);
}

/** The machine's own: what the C compiler would link with. */
function locateWithCompiler(file) {
  const answer = spawnSync('gcc', [`-print-file-name=${file}`], { encoding: 'utf8' });
  const path = answer.stdout?.trim() ?? '';
  if (answer.status !== 0 || !path.includes('/')) throw new Error(`the C compiler doesn't know ${file}; install libc6-dev and gcc`);
  return path;
}

function unpack(name) {
  const { packages } = sysroots[name];
  const folder = unpackedFolder(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const foreign = packages.filter((entry) => entry.includes(':'));
  const native = packages.filter((entry) => !entry.includes(':'));
  if (native.length > 0) download(native, downloads, []);
  for (const entry of foreign) downloadForeign(...entry.split(':'), downloads);
  for (const file of readdirSync(downloads)) run('dpkg-deb', ['-x', join(downloads, file), folder], folder);
  rmSync(downloads, { recursive: true });
}

function download(packages, folder, options) {
  const attempt = () => spawnSync('apt-get', [...options, 'download', ...packages], { cwd: folder, encoding: 'utf8' });
  if (attempt().status === 0) return;
  spawnSync('apt-get', [...options, 'update', '-qq'], { cwd: folder }); // lists may be in the midst of a change: what is there is tried
  const { status, stderr } = attempt();
  if (status !== 0) throw new Error(`cannot download ${packages.join(' ')}:\n${stderr}`);
}

/** Unpacks packages of Debian's for an architecture (its name for it) into a folder. */
export function unpackForeign(packages, architecture, folder) {
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads, { recursive: true });
  for (const name of packages) downloadForeign(name, architecture, downloads);
  for (const file of readdirSync(downloads)) run('dpkg-deb', ['-x', join(downloads, file), folder], folder);
  rmSync(downloads, { recursive: true });
}

/** A package of another architecture, from lists of its own: the machine's package database stays as it is. */
function downloadForeign(name, architecture, folder) {
  const state = join(packageFolder, `apt-${architecture}`);
  for (const part of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(state, part), { recursive: true });
  writeFileSync(join(state, 'status'), '');
  const settings = [`Dir::State=${state}/state`, `Dir::State::status=${state}/status`, `Dir::Cache=${state}/cache`, `APT::Architecture=${architecture}`, `APT::Architectures=${architecture}`];
  download([name], folder, settings.flatMap((setting) => ['-o', setting]));
}

function run(command, args, cwd) {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr ?? error?.message}`);
}

if (process.argv[1] === import.meta.filename) {
  const { findTarget } = await import('../build/lib/driver/targets.js');
  for (const name of process.argv.slice(2)) await buildSysroot(findTarget(name));
}
