/** Running: the cache, arguments and exit statuses. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { inWorkspace, Workspace } from './harness.js';

describe('tauraro run', () => {
  it(
    'passes arguments and the exit status on',
    inWorkspace({ 'app.py': 'import sys\nprint(sys.argv)\nsys.exit(7)\n' }, (w) => {
      const outcome = w.tauraro('run', '-O1', 'app.py', '--size', '10', '-O3');
      assert.equal(outcome.stdout, "['app.py', '--size', '10', '-O3']\n");
      assert.equal(outcome.status, 7);
    }),
  );

  it(
    'compiles once, and again when a module has changed',
    inWorkspace({ 'app.py': 'import helper\nprint(helper.word)\n', 'helper.py': 'word = "one"\n' }, (w) => {
      assert.equal(w.tauraro('run', 'app.py').stdout, 'one\n');
      assert.equal(w.tauraro('run', 'app.py').stdout, 'one\n');
      assert.equal(executables(w).length, 1);
      w.write('helper.py', 'word = "two"\n');
      assert.equal(w.tauraro('run', 'app.py').stdout, 'two\n');
      assert.equal(executables(w).length, 2);
    }),
  );

  it(
    'notices a new module that comes before another',
    inWorkspace({ 'app.py': 'import helper\nprint(helper.word)\n', 'helper.tr': 'word = "tr"\n' }, (w) => {
      assert.equal(w.tauraro('run', 'app.py').stdout, 'tr\n');
      w.write('helper.py', 'word = "py"\n');
      assert.equal(w.tauraro('run', 'app.py').stdout, 'py\n');
    }),
  );

  it('lets several runs fill the cache at once', async () => {
    const workspace = new Workspace({ 'app.py': 'print("hello")\n' });
    try {
      const runs = Array.from({ length: 4 }, () => start(workspace));
      assert.deepEqual(await Promise.all(runs), ['hello\n', 'hello\n', 'hello\n', 'hello\n']);
      assert.equal(executables(workspace).length, 1);
    } finally {
      workspace.remove();
    }
  });

  it(
    'reports errors of the program with status 1',
    inWorkspace({ 'bad.py': 'x = (\n' }, (w) => {
      const outcome = w.tauraro('run', 'bad.py');
      assert.equal(outcome.status, 1);
      assert.match(outcome.stderr, /error\[E103\]/);
    }),
  );
});

const executables = (w: Workspace) => readdirSync(w.path('.cache')).filter((name) => name.endsWith('.bin'));

function start(w: Workspace): Promise<string> {
  const cli = new URL('../../lib/cli.js', import.meta.url).pathname;
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [cli, 'run', 'app.py'], { cwd: w.folder, env: { ...process.env, TAURARO_CACHE: w.path('.cache') } });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', () => resolve(output));
  });
}
