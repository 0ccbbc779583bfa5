/** The project in examples/node-module, as somebody who copies it has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cli, root, temporaryFolder } from './harness.js';

describe('examples/node-module', function () {
  this.timeout(120_000);

  it('builds, is accepted by TypeScript, and its tests pass', () => {
    const folder = join(temporaryFolder(), 'geo');
    cpSync(join(root, 'examples/node-module'), folder, { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    for (const name of ['@types', 'undici-types']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    mkdirSync(join(folder, 'build'));
    const run = (...args: string[]): void => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    };
    run(cli, 'build', 'src/geo.py', '-o', 'build/geo.node');
    run(join(root, 'node_modules/typescript/bin/tsc'));
    run('--test', 'build/test/');
  });
});
