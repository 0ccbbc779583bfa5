/** What `build` and `run` keep for the next time. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inWorkspace, Workspace } from './harness.js';

const cli = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const hello = { 'app.py': 'import other\nprint(other.word)\n', 'other.py': 'word = "hello"\n' };

describe('the cache', () => {
  it(
    'gives what has not changed',
    inWorkspace(hello, (w) => {
      assert.doesNotMatch(w.tauraro('build', 'app.py', '--verbose').stderr, /from the cache/);
      assert.match(w.tauraro('build', 'app.py', '--verbose', '-o', 'again').stderr, /wrote again \(from the cache\)/);
      assert.ok(readFileSync(w.path('app')).equals(readFileSync(w.path('again'))));
      assert.doesNotMatch(w.tauraro('build', 'app.py', '--verbose', '-g').stderr, /from the cache/);
      w.write('other.py', 'word = "bye"\n');
      assert.doesNotMatch(w.tauraro('build', 'app.py', '--verbose').stderr, /from the cache/);
      assert.equal(w.run('./app').stdout, 'bye\n');
    }),
  );

  it(
    'never writes over a source file',
    inWorkspace(hello, (w) => {
      assert.equal(w.tauraro('build', 'app.py').status, 0);
      assert.match(w.tauraro('build', 'app.py', '-o', 'other.py').stderr, /E507.*would overwrite a source file/);
    }),
  );

  it(
    'stays within its bounds',
    inWorkspace(hello, (w) => {
      for (const text of ['one', 'two', 'three']) {
        w.write('other.py', `word = "${text}"\n`);
        assert.equal(w.run('env', 'TAURARO_CACHE_SIZE=0', process.execPath, cli, 'build', 'app.py').status, 0);
      }
      assert.equal(readdirSync(w.path('.cache')).filter((name) => name.endsWith('.bin')).length, 1);
    }),
  );

  it('serves several builds at once', async () => {
    const w = new Workspace(hello);
    try {
      const env = { ...process.env, TAURARO_CACHE: w.path('.cache'), TAURARO_CACHE_SIZE: '0' };
      const build = (index: number) =>
        new Promise<number | null>((resolve) => spawn(process.execPath, [cli, index % 2 === 0 ? 'run' : 'build', 'app.py'], { cwd: w.folder, env, stdio: 'ignore' }).on('exit', resolve));
      assert.deepEqual(await Promise.all(Array.from({ length: 6 }, (_, index) => build(index))), [0, 0, 0, 0, 0, 0]);
      assert.equal(w.run('./app').stdout, 'hello\n');
      assert.deepEqual(readdirSync(w.folder).filter((name) => name.endsWith('.tmp')), []);
    } finally {
      w.remove();
    }
  });
});
