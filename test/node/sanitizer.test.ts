/** The tests of Node modules once more, with modules that check every access to memory (AddressSanitizer, UBSan) and all assertions. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './harness.js';

const tests = ['safety', 'views', 'conversions', 'classes', 'records', 'asynchrony', 'tasks', 'dates', 'wide'];
/** The sanitizer keeps freed memory for a while. */
const aboutMemory = 'memory flat|longer than somebody needs';

describe('Node modules: sanitizers', function () {
  this.timeout(900_000);

  it('find nothing', function () {
    const library = spawnSync('clang-22', ['-print-file-name=libclang_rt.asan-x86_64.so'], { encoding: 'utf8' }).stdout.trim();
    const built = spawnSync(process.execPath, [join(root, 'scripts/build-runtime.mjs'), '--asan'], { encoding: 'utf8' });
    assert.equal(built.status, 0, built.stderr);
    const env = { ...process.env, LD_PRELOAD: library, ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=0', TAURARO_TEST_RUNTIME: 'asan', TAURARO_WORKER_ROUNDS: '2' };
    const files = tests.map((name) => join(root, 'build/test/node', `${name}.test.js`));
    const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [mocha, '--no-package', '--reporter', 'dot', '--timeout', '600000', '-g', aboutMemory, '--invert', ...files], { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 26 });

    assert.equal(status, 0, `${stdout.slice(-8000)}\n${stderr.slice(-8000)}`);
    assert.ok(Number(/(\d+) passing/.exec(stdout)?.[1]) > 40, stdout.slice(-2000));
  });
});
