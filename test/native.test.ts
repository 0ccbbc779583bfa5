/** The runtime's own tests in C, with its assertions and the count audit, plain and under AddressSanitizer and UBSan. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareRuntime } from './runner/runtime.js';

const sources = resolve('native/test');

/** Each test with the file of cases that it reads. */
const tests: Record<string, readonly string[]> = {
  'test-limbs': [],
  'test-int-typed': [],
  'test-str': [],
  'test-numbers': ['number-cases.txt'],
  'call-cases': ['text-cases.txt'],
  'test-containers': [],
  'test-memory': [],
};

const variants = { debug: [], asan: ['-fsanitize=address,undefined', '-fno-sanitize-recover=all'] } as const;

function run(command: string, args: readonly string[]): void {
  const { status, signal, stdout, stderr } = spawnSync(command, args, { cwd: sources, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(signal ?? status, 0, `${[command, ...args].join(' ')}\n${stdout}${stderr}`.slice(0, 5000));
}

describe("the runtime's tests in C", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'tauraro-native-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [variant, flags] of Object.entries(variants) as [keyof typeof variants, readonly string[]][]) {
    describe(variant, () => {
      before(async function () {
        this.timeout(400_000);
        await prepareRuntime(variant);
      });

      for (const [name, files] of Object.entries(tests)) {
        it(name, () => {
          const executable = join(folder, `${name}-${variant}`);
          const inputs = [join(sources, `${name}.c`), join(sources, 'no-modules.c'), resolve(`build/native/runtime/${variant}/libruntime.a`)];
          run('clang-22', ['-std=gnu11', '-O1', '-g', ...flags, ...inputs, '-lm', '-o', executable]);
          run(executable, files);
        });
      }
    });
  }
});
