// Checks what executables promise the machines that they are made for:
//
//   node scripts/check-executables.mjs [TARGET…]      default: every ELF target
//
// readelf: position-independent, RELRO, no segment that is both written and executed, no symbol newer than the promised glibc, no path
// of this machine. Then, as root, in a root folder of its own under qemu-user: for glibc one with nothing but Debian's base-files, libc6
// and what that depends on; for musl an empty one.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTarget } from './build-target.mjs';
import { unpackForeign } from './build-sysroot.mjs';
import { root } from './stamp.mjs';
import { sysroots } from './sysroots.mjs';

const { findTarget, targets } = await import('../build/lib/driver/targets.js');

const source = `import time
print("hello", 2 ** 100, 0.1 + 0.2, "é", sorted({3, 1, 2}), time.time() > 2 ** 30)
def f(n):
    return [n / 0]
try:
    f(1)
except ZeroDivisionError as error:
    print(error)
`;
const expected = 'hello 1267650600228229401496703205376 0.30000000000000004 é [1, 2, 3] True\ndivision by zero\n';

/** Debian 12 has no riscv64: there the C library comes from its packages for cross-compilers. */
const debianNames = { x86_64: 'amd64', aarch64: 'arm64', armv7: 'armhf' };
const basePackages = ['base-files', 'libc6', 'libgcc-s1'];
const architectureOf = (target) => target.triple.split('-')[0];

function build(target, folder) {
  writeFileSync(join(folder, 'app.py'), source);
  const output = join(folder, 'app');
  execFileSync(process.execPath, ['build/lib/cli.js', 'build', join(folder, 'app.py'), '--target', target.name, '-o', output], { cwd: root, stdio: 'inherit' });
  return output;
}

/** What is wrong with the file itself. */
function faultsOf(target, app) {
  const read = (option) => execFileSync('llvm-readelf-22', [option, '--wide', app], { encoding: 'utf8' });
  const [segments, dynamic] = [read('--program-headers'), read('--dynamic-table')];
  const newest = Number(target.libcVersion?.split('.')[1] ?? 0);
  const versions = [...read('--version-info').matchAll(/Name: GLIBC_2\.(\d+)/g)].map((match) => Number(match[1]));
  return [
    [!/Elf file type is DYN/.test(segments), 'not position-independent'],
    [!/GNU_RELRO/.test(segments), 'no RELRO'],
    [/ RWE /.test(segments), 'a segment that is written and executed'],
    [target.libc === 'gnu' && !/NOW/.test(dynamic), 'symbols are bound lazily'],
    [/RPATH|RUNPATH/.test(dynamic), 'a search path'],
    [target.libc === 'musl' && /INTERP/.test(segments), 'not static'],
    [versions.some((version) => version > newest), `asks for glibc 2.${Math.max(...versions)}`],
    [readFileSync(app, 'latin1').includes(root), 'holds a path of this machine'],
  ].filter(([isWrong]) => isWrong).map(([, what]) => what);
}

/** Runs the program where nothing else is. */
function runAlone(target, app, folder) {
  const architecture = architectureOf(target);
  const place = join(folder, 'root');
  mkdirSync(place);
  if (target.libc === 'gnu') {
    if (debianNames[architecture] !== undefined) unpackForeign(basePackages, debianNames[architecture], place);
    else cpSync(join(root, 'build/native/packages', target.name, sysroots[target.name].libraries), join(place, 'lib'), { recursive: true });
    const loader = join(place, target.dynamicLinker);
    if (!existsSync(loader)) throw new Error(`no ${target.dynamicLinker} in ${basePackages.join(', ')}`);
  }
  copyFileSync(app, join(place, 'app'));
  chmodSync(join(place, 'app'), 0o755);
  const emulator = `/usr/bin/${target.emulator}-static`;
  const isOwn = architecture === { x64: 'x86_64', arm64: 'aarch64' }[process.arch];
  if (!isOwn) copyFileSync(emulator, join(place, 'emulator'));
  const command = isOwn ? ['/app'] : ['/emulator', '/app'];
  const { stdout, stderr, status } = spawnSync('unshare', ['-r', 'chroot', place, ...command], { encoding: 'utf8', env: { PATH: process.env.PATH } });
  if (stdout === expected && status === 0) return [];
  return [`in a root of its own it gives status ${status}: ${stdout}${stderr}`];
}

let failed = 0;
const chosen = process.argv.length > 2 ? process.argv.slice(2).map(findTarget) : targets.filter((target) => target.format === 'elf');
for (const target of chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-'));
  try {
    await buildTarget(target.name);
    const app = build(target, folder);
    const faults = [...faultsOf(target, app), ...runAlone(target, app, folder)];
    failed += faults.length;
    console.log(`${target.name}: ${faults.length === 0 ? `as promised (${statSync(app).size} bytes)` : faults.join('; ')}`);
  } catch (error) {
    failed++;
    console.log(`${target.name}: ${error.message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed === 0 ? 0 : 1;
