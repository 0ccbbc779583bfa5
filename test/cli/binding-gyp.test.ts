/** binding.gyp is a thin door to the CMake build: node-gyp takes it and runs the script that it names. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../lib/driver/installation.js';
import { inWorkspace } from './harness.js';

const prefix = join(dirname(realpathSync(process.execPath)), '..');
const nodeGyp = join(prefix, 'lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js');

/** Makes the files that the real one makes, and says that it ran. */
const script = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('build/native', { recursive: true });
for (const name of ['backend', 'irbuilder']) writeFileSync(\`build/native/\${name}.node\`, 'built');
`;

describe('binding.gyp', () => {
  it('runs the build', function () {
    const hasTools = existsSync(nodeGyp) && spawnSync('python3', ['--version']).status === 0 && spawnSync('make', ['--version']).status === 0;
    if (!hasTools || !existsSync(join(prefix, 'include/node/common.gypi'))) this.skip();
    inWorkspace({ 'CMakeLists.txt': '', 'scripts/build-native.mjs': script, 'package.json': '{"name":"door","version":"1.0.0"}' }, (w) => {
      copyFileSync(join(root, 'binding.gyp'), w.path('binding.gyp'));
      const arguments_ = [nodeGyp, 'configure', 'build', `--nodedir=${prefix}`, `--devdir=${w.path('headers')}`];
      const { status, stderr } = spawnSync(process.execPath, arguments_, { cwd: w.path('.'), encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.ok(existsSync(w.path('build/native/backend.node')), stderr);
    })();
  });
});
