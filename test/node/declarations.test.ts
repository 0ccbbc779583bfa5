/** The text files beside a module: declarations that strict TypeScript accepts, and loaders. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, buildSource, load, root, runScript, temporaryFolder } from './harness.js';

const expected = join(root, 'test/node/shapes.expected.d.ts');

describe('Node modules: declarations', function () {
  this.timeout(120_000);
  let file: string;
  before(() => {
    file = build('shapes');
  });

  it('are deterministic, with docstrings as TSDoc', () => {
    const text = readFileSync(file.replace(/node$/, 'd.ts'), 'utf8');
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(expected, text);
    assert.equal(text, readFileSync(expected, 'utf8'));
    assert.equal(readFileSync(build('shapes').replace(/node$/, 'd.ts'), 'utf8'), text);
  });

  it('are accepted by tsc --strict, and the consumer runs', () => {
    const folder = dirname(file);
    copyFileSync(join(root, 'test/node/consumer/consumer.mts'), join(folder, 'consumer.mts'));
    const options = { strict: true, module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [], exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['consumer.mts', '*.d.ts', '*.d.mts', '*.d.cts'] }));
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
    const outcome = spawnSync(process.execPath, [join(folder, 'consumer.mjs')], { encoding: 'utf8' });
    assert.equal(outcome.stderr, '');
    assert.equal(outcome.stdout, '[12,"CIRCLE","circleright","a",[[1,2],[4,6]],["circle","x"],["one"],[3,2,1],"5",null,2,["a"],1,1,4,"5",true]\n["RED",2,2,2,[2],[0,1,2],16,[2,3],5,["called"],true,true,2,2,4]\n');
  });

  it('every module of these tests has declarations that tsc accepts', () => {
    const folder = temporaryFolder();
    for (const name of ['conversions', 'classes', 'asynchrony', 'tasks', 'dates', 'wide', 'safety']) {
      const built = build(name);
      for (const ending of ['d.ts', 'd.mts', 'd.cts']) copyFileSync(built.replace(/node$/, ending), join(folder, `${name}.${ending}`));
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [] }, include: ['*'] }));
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('loaders give the same objects to import and require', () => {
    const stem = file.replace(/\.node$/, '');
    const script = `import * as names from ${JSON.stringify(`${stem}.mjs`)};\nimport * as common from ${JSON.stringify(`${stem}.cjs`)};\n
      console.log(names.draw === common.draw, names.delete(1), Object.keys(names).length === Object.keys(common.default).length);`;
    assert.equal(runScript(script), 'true 1 true\n');
  });

  it('__all__ chooses what is exported; names that JavaScript reserves are exported too', () => {
    const m = load(buildSource('chosen', '__all__ = ["_private", "new", "élan"]\ndef _private():\n    return 1\ndef new():\n    return 2\ndef élan():\n    return 3\ndef other():\n    return 4\n'));
    assert.deepEqual(Object.keys(m), ['_private', 'new', 'élan']);
    assert.equal(m.élan(), 3);
  });

  it('--int decides how ints cross', () => {
    const source = 'def double(n: int) -> int:\n    return n * 2\ndef any(n):\n    return n\n';
    const big = buildSource('big', source, '--int=bigint');
    assert.deepEqual([load(big).double(2), load(big).any(2)], [4n, 2n]);
    assert.match(readFileSync(big.replace(/node$/, 'd.ts'), 'utf8'), /double\(n: bigint \| number\): bigint;/);
    const small = load(buildSource('small', source, '--int=number'));
    assert.equal(small.double(2), 4);
    assert.throws(() => small.double(2 ** 53 - 1), { name: 'OverflowError', message: /int too large for a JavaScript number/ });
  });

  it('an error while the module runs is thrown by require', () => {
    const broken = buildSource('broken', 'def f():\n    return 1 // 0\nf()\n');
    assert.throws(() => load(broken), { name: 'ZeroDivisionError' });
  });

  it('the module is not __main__', () => {
    const m = load(buildSource('mainly', 'NAME = __name__\nran = False\nif __name__ == "__main__":\n    ran = True\n'));
    assert.deepEqual([m.NAME, m.ran], ['mainly', false]);
  });
});
