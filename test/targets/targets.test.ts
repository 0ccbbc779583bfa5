/** A sample of what `npm run test:targets` does with all programs: a machine of 32 bits that needs no emulator, and one under qemu. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasTargetFiles } from '../../lib/driver/runtime-files.js';
import { findTarget } from '../../lib/driver/targets.js';
import { inWorkspace } from '../cli/harness.js';
import { Pool } from '../runner/pool.js';
import { argumentsOf, recordOf } from '../runner/programs.js';
import { emulatorOf } from './emulators.js';

const programs = ['generators/lazy-and-resumable', 'int/edges-of-small-and-machine-ints', 'functions/recursion', 'int/powers-and-shifts', 'cmath/functions'];

for (const name of ['wasm32-wasi', 'aarch64-linux']) {
  describe(`programs for ${name}`, function () {
    this.timeout(300_000);
    const target = findTarget(name);
    const pool = new Pool();
    after(() => pool.close());

    before(async function () {
      const emulator = await emulatorOf(target);
      const why = 'missing' in emulator ? emulator.missing : await buildIfPossible(name);
      if (why !== undefined) {
        console.log(`    skipped: ${why}`);
        this.skip();
      }
    });

    for (const program of programs) {
      it(program, async () => {
        const path = `test/programs/${program}.py`;
        const emulator = await emulatorOf(target);
        assert.ok('command' in emulator);
        const options = { level: 3, forceExits: false, runtime: 'release' } as const;
        const [outcome] = await pool.perform({ program: path, args: argumentsOf(path), variants: [options], target: name, emulator: emulator.command });
        const { refused, out, err, status } = outcome!;
        assert.equal(refused, undefined, refused);
        assert.deepEqual({ out, err, status }, { ...recordOf(path) });
      });
    }
  });
}

/** Why the target's runtime can't be made here: without the network, its packages are missing. */
async function buildIfPossible(name: string): Promise<string | undefined> {
  if (hasTargetFiles(findTarget(name))) return undefined;
  const { buildTarget } = (await import(pathToFileURL('scripts/build-target.mjs').href)) as { buildTarget(name: string): Promise<void> };
  try {
    await buildTarget(name);
    return undefined;
  } catch (error) {
    const message = (error as Error).message;
    if (!/cannot download/.test(message)) throw error;
    return message.split('\n')[0];
  }
}

describe('names of targets', () => {
  const spellings: readonly (readonly [spelling: string, name: string, libcVersion?: string])[] = [
    ['aarch64-linux', 'aarch64-linux'],
    ['arm64-linux-gnu', 'aarch64-linux'],
    ['aarch64-unknown-linux-gnu', 'aarch64-linux'],
    ['aarch64-linux-gnu.2.35', 'aarch64-linux', '2.35'],
    ['x86_64-pc-linux-musl', 'x86_64-linux-musl'],
    ['armv7-linux-gnueabihf', 'armv7-linux'],
    ['armhf-linux-musleabihf', 'armv7-linux-musl'],
    ['riscv64gc-unknown-linux-gnu', 'riscv64-linux'],
    ['wasm32-wasip1', 'wasm32-wasi'],
    ['arm64-apple-darwin', 'aarch64-macos'],
    ['x86_64-w64-mingw32', 'x86_64-windows'],
  ];
  for (const [spelling, name, libcVersion] of spellings) {
    it(spelling, () => {
      const found = findTarget(spelling);
      assert.equal(found.name, name);
      if (libcVersion !== undefined) assert.equal(found.libcVersion, libcVersion);
    });
  }
});

describe('executables for glibc', () => {
  const read = (w: { readonly folder: string }, option: string): string => spawnSync('llvm-readelf-22', [option, '--wide', 'app'], { cwd: w.folder, encoding: 'utf8' }).stdout;

  it(
    'run with every glibc since 2.31, at any address, and protect what needs no changes',
    inWorkspace({ 'app.py': 'print(sorted({3, 1, 2}), 2.0 ** 0.5)\n' }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '--target', 'x86_64-linux').status, 0);
      const versions = [...read(w, '--version-info').matchAll(/Name: (GLIBC_\S+)/g)].map((match) => match[1]!);
      assert.ok(versions.length > 0);
      for (const version of versions) assert.ok(Number(/^GLIBC_2\.(\d+)(\.\d+)?$/.exec(version)?.[1] ?? 99) <= 31, version);
      const segments = read(w, '--program-headers');
      assert.match(segments, /Elf file type is DYN/);
      assert.match(segments, /GNU_RELRO/);
      assert.doesNotMatch(segments, / RWE /);
      assert.match(read(w, '--dynamic-table'), /FLAGS .*BIND_NOW|NOW/);
      assert.ok(!readFileSync(join(w.folder, 'app'), 'latin1').includes(process.cwd()));
    }),
  );
});

describe('executables for musl', () => {
  it(
    'are small, and need nothing at all',
    inWorkspace({ 'app.py': 'print("hello")\n' }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '--static', '--target', 'x86_64-linux').status, 0);
      assert.ok(readFileSync(join(w.folder, 'app')).length <= 60 * 1024);
      const segments = spawnSync('llvm-readelf-22', ['--program-headers', '--wide', 'app'], { cwd: w.folder, encoding: 'utf8' }).stdout;
      assert.doesNotMatch(segments, /INTERP| RWE /);
      assert.match(segments, /Elf file type is DYN/);
      assert.match(segments, /GNU_RELRO/);
    }),
  );
});

describe('processors', () => {
  const qemu = ['qemu-x86_64', 'qemu-x86_64-static'].find((name) => spawnSync(name, ['--version']).status === 0);
  const source = 'total = 0.0\nfor i in range(1000):\n    total += i * 0.5\nprint(total)\n';
  const oldest = (w: { readonly folder: string }, app: string) => spawnSync(qemu!, ['-cpu', 'qemu64', app], { cwd: w.folder, encoding: 'utf8' });

  before(function () {
    if (qemu === undefined) this.skip();
  });

  it(
    'an executable for several levels runs on the oldest',
    inWorkspace({ 'app.py': source }, (w) => {
      assert.equal(w.tauraro('build', 'app.py', '--target', 'x86_64-linux', '--cpu', 'dispatch').status, 0);
      const { stdout, status } = oldest(w, './app');
      assert.deepEqual([stdout, status], ['249750.0\n', 0]);
      assert.equal(spawnSync('./app', { cwd: w.folder, encoding: 'utf8' }).stdout, '249750.0\n');
    }),
  );

  it(
    'an executable for a newer one says so',
    inWorkspace({ 'app.py': source }, (w) => {
      for (const cpu of ['baseline', 'x86-64-v4', 'native']) {
        assert.equal(w.tauraro('build', 'app.py', '--target', 'x86_64-linux', '--cpu', cpu).status, 0);
        const { stdout, stderr, status } = oldest(w, './app');
        assert.equal(stdout, '');
        assert.match(stderr, /^this program was built for the processor \S+, and this machine's lacks some of its instructions$/m);
        assert.equal(status, 1);
      }
    }),
  );
});
