/** Whatever is asked for in vain is refused with a code (more of that in usage.test.ts), and nothing half-written stays behind. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { inWorkspace, type Workspace } from './harness.js';

const hello = { 'app.py': 'print("hello")\n' };

const refused: readonly (readonly [what: string, args: readonly string[], message: RegExp])[] = [
  ['a glibc too old, in short', ['--target', 'aarch64-linux.2.17'], /error\[E504\]: .* asks for glibc 2\.17/],
  ['a feature of another processor', ['--target', 'aarch64-linux', '--features', '+avx2'], /error\[E505\]: unknown feature 'avx2' for aarch64-linux\nhelp: it is a feature of x86_64-linux/],
  ['levels where none are known', ['--target', 'riscv64-linux', '--cpu', 'dispatch'], /error\[E505\]: --cpu dispatch knows no levels/],
  ['an output that is a device', ['-o', '/dev/null'], /error\[E507\]: cannot write \/dev\/null: it is no regular file/],
];

describe('what cannot be built', () => {
  for (const [what, args, message] of refused) {
    it(
      what,
      inWorkspace(hello, (w) => {
        const { status, stderr } = w.tauraro('build', 'app.py', ...args);
        assert.match(stderr, message);
        assert.notEqual(status, 0);
        assert.notEqual(status, 70);
        assert.deepEqual(filesOf(w), ['app.py']);
      }),
    );
  }

  it(
    'what does not fit on the disk',
    inWorkspace({ ...hello, 'large.py': 'print(sorted(input().split()), 2 ** 0.5, {1: [2]})\n' }, (w) => {
      const cli = new URL('../../lib/cli.js', import.meta.url).pathname;
      // Blocks of 1 KB, for each file.
      const { status, stderr } = w.run('bash', '-c', `ulimit -f 16; "$0" "$1" build large.py`, process.execPath, cli);
      assert.match(stderr, /error\[E507\]: cannot write .*: (the file would be|file) too large/);
      assert.equal(status, 2);
      assert.deepEqual(filesOf(w), ['app.py', 'large.py']);
    }),
  );

  it(
    'a runtime that does not fit on the disk',
    inWorkspace(hello, (w) => {
      const cli = new URL('../../lib/cli.js', import.meta.url).pathname;
      const { status, stderr } = w.run('bash', '-c', `ulimit -f 16; "$0" "$1" build app.py -o app.c --emit-runtime rt`, process.execPath, cli);
      assert.match(stderr, /error\[E507\]: cannot write rt/);
      assert.equal(status, 2);
      assert.deepEqual(filesOf(w), ['app.py']);
    }),
  );
});

const filesOf = (w: Workspace): string[] => readdirSync(w.folder).filter((name) => name !== '.cache').sort();
