/** The loader hook and the programmatic interface. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, BuildError, check } from '../../lib/api.js';
import { load, root, temporaryFolder } from './harness.js';

const register = pathToFileURL(join(root, 'build/lib/register.js')).href;

describe('node --import tauraro/register', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const run = (script: string): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } => {
    writeFileSync(join(folder, 'app.mjs'), script);
    return spawnSync(process.execPath, ['--import', register, join(folder, 'app.mjs')], { encoding: 'utf8', env: { ...process.env, TAURARO_CACHE: join(folder, 'cache') } });
  };

  it('compiles what is imported, and what that imports', () => {
    mkdirSync(join(folder, 'lib'));
    writeFileSync(join(folder, 'lib/helper.py'), 'def twice(n: int) -> int:\n    return n * 2\n');
    writeFileSync(join(folder, 'lib/geo.py'), 'import helper\ndef four(n: int) -> int:\n    return helper.twice(helper.twice(n))\n');
    const script = `import { four } from './lib/geo.py';\nimport { createRequire } from 'node:module';\nconsole.log(four(2), createRequire(import.meta.url)('./lib/geo.py').four(3));`;
    assert.equal(run(script).stdout, '8 12\n');
    writeFileSync(join(folder, 'lib/helper.py'), 'def twice(n: int) -> int:\n    return n * 3\n');
    assert.equal(run(script).stdout, '18 27\n');
    const start = process.hrtime.bigint();
    assert.equal(run(script).stdout, '18 27\n');
    assert.ok(process.hrtime.bigint() - start < 10_000_000_000n);
  });

  it('reports errors with file and line', () => {
    writeFileSync(join(folder, 'bad.py'), 'x = (\n');
    const { status, stderr } = run("import './bad.py';");
    assert.equal(status, 1);
    assert.match(stderr, /bad\.py:1:5: error\[E103\]: '\(' was never closed/);
  });
});

describe("import { build, check } from 'tauraro'", function () {
  this.timeout(60_000);

  it('builds, and says what was written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'geo.py'), 'def half(x: float) -> float:\n    return x / 2\n');
    const output = join(folder, 'geo.node');
    const result = await build(join(folder, 'geo.py'), { output });
    assert.deepEqual(result.files.map((file) => file.slice(folder.length + 1)), ['geo.node', 'geo.d.ts', 'geo.d.mts', 'geo.d.cts', 'geo.mjs', 'geo.cjs']);
    assert.ok(result.files.every((file) => existsSync(file)));
    assert.equal(load(output).half(3), 1.5);
  });

  it('throws a BuildError with the problems', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'bad.py');
    writeFileSync(file, 'x = (\n');
    await assert.rejects(build(file), (error) => error instanceof BuildError && error.problems[0]?.code === 'E103' && error.problems[0].line === 1);
    assert.deepEqual((await check(file)).map(({ code, line, column }) => [code, line, column]), [['E103', 1, 5]]);
    assert.deepEqual((await check(join(folder, 'missing.py'))).map(({ code }) => code), ['E501']);
  });
});
