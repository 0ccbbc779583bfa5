/** Functions that run off the main thread. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build, load, runScript, type Loaded } from './harness.js';

describe('Node modules: background functions', function () {
  this.timeout(60_000);
  let file: string;
  let m: Loaded;
  before(() => {
    file = build('background', '--background=words');
    m = load(file);
  });

  it('give promises, and leave the main thread free', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const results = await Promise.all([m.busy(20_000_000), m.busy(20_000_000), m.busy(10)]);
    clearInterval(timer);
    assert.equal(results[0], results[1]);
    assert.ok(ticks > 3, `${ticks} ticks`);
    assert.deepEqual(await m.words('a b a', { least: 2 }), { a: 2 });
    assert.equal(m.plain(), 1);
    assert.match(readFileSync(file.replace(/node$/, 'd.ts'), 'utf8'), /function busy\(n: number \| bigint, options\?: \{ signal\?: AbortSignal_ \}\): Promise<number>;/);
  });

  it('are rejected with what they raise, or with what stops them', async () => {
    await assert.rejects(m.fail(3), (error: Loaded) => error instanceof Error && error.name === 'ValueError' && error.message === 'bad 3' && /Traceback/.test((error as Loaded).traceback));
    await assert.rejects(m.busy('x'), { name: 'TypeError', message: "busy() argument 'n' must be int, got string \"x\"" });
    await assert.rejects(m.busy(Symbol('s')), { name: 'DataCloneError' });
    const controller = new AbortController();
    const stopped = m.busy(50_000_000, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await assert.rejects(stopped, { name: 'AbortError' });
    assert.equal(await m.busy(3), 33);
  });

  it('keep the process alive only while they run', () => {
    const script = `import { createRequire } from 'node:module';\nconst m = createRequire(import.meta.url)(${JSON.stringify(file)});\nm.busy(1000000).then(() => console.log('done'));`;
    assert.equal(runScript(script), 'done\n');
  });
});
