/** asyncio in Node modules: its tasks run on the loop of the host, between other callbacks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, load, runScript, type Loaded } from './harness.js';

const never = (): Promise<never> => new Promise(() => {});

describe('Node modules: asyncio', function () {
  this.timeout(60_000);
  let file: string;
  let m: Loaded;
  before(() => {
    file = build('tasks');
    m = load(file);
  });

  it('sleeps without blocking, many at a time', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 2);
    const start = Date.now();
    assert.deepEqual(await m.together(0.05, 20), [...Array(20).keys()]);
    clearInterval(timer);
    assert.ok(Date.now() - start >= 49, `${Date.now() - start} ms`);
    assert.ok(ticks > 3, `${ticks} ticks`);
    assert.equal(await m.at_once(1), 2);
    assert.equal(await m.serial(5), 5n);
    assert.equal(await m.where(), true);
  });

  it('awaits promises like futures', async () => {
    const fetch = async (text: string): Promise<string> => (await sleep(1), `<${text}>`);
    assert.deepEqual(await m.mixed(sleep(2, 5), fetch), [[5, 7, '<a>'], '<b>']);
    await assert.rejects(m.mixed(Promise.reject(new RangeError('mine')), fetch), { name: 'RangeError', message: 'mine' });
    await assert.rejects(m.mixed(1, () => Promise.reject('just text')), (error) => error === 'just text');
  });

  it('knows timeouts', async () => {
    assert.equal(await m.limited(sleep(1, 4), 5), '4');
    assert.equal(await m.limited(never(), 0.01), 'too late');
    assert.equal(await m.deadline(() => sleep(1), 5), 'in time');
    assert.equal(await m.deadline(never, 0.01), 'too late');
  });

  it('cancels tasks', async () => {
    assert.equal(await m.cancelled_inside(never), 'cancelled');
    assert.equal(await m.group(4, -1), 6);
    await assert.rejects(m.group(4, 1), { name: 'ExceptionGroup' });
  });

  it('is cancelled by an AbortSignal', async () => {
    const controller = new AbortController();
    const promise = m.patient(never, () => sleep(1), { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(promise, (error) => error === controller.signal.reason);
    await assert.rejects(m.nap(1, 2, { signal: AbortSignal.abort('before') }), (error) => error === 'before');
    const within = new AbortController();
    await assert.rejects(m.patient(() => (within.abort('now'), never()), () => sleep(1), { signal: within.signal }), (error) => error === 'now');
    assert.equal(await m.stubborn(10, { signal: AbortSignal.timeout(5) }), 'still here');
    assert.equal(await m.nap(0.001, 2, { signal: controller.signal }).catch((error: Error) => error.name), 'AbortError');
    assert.equal(await m.nap(0.001, { result: 3, signal: new AbortController().signal }), 3);
    assert.match(readFileSync(file.replace(/node$/, 'd.ts'), 'utf8'), /function nap\(seconds: number, result\?: number \| bigint, options\?: \{ signal\?: AbortSignal_ \}\): Promise<number>;/);
  });

  it('wakes tasks from plain functions', async () => {
    const waiting = m.wait_open();
    m.open_gate();
    assert.equal(await waiting, 'open');
  });

  it('has queues, locks and asynchronous generators', async () => {
    const seen: number[] = [];
    for await (const i of m.produce(10)) seen.push(i);
    assert.deepEqual(seen, [...Array(10).keys()]);
    for await (const i of m.produce(10)) if (i === 3) break;
    const server = new m.Server();
    assert.deepEqual(await Promise.all([server.handle(1), server.handle(2)]), [1, 2]);
    assert.deepEqual(server.seen, [1, 2]);
  });

  it('lets others run: sleep(0) is a turn of the loop', async () => {
    let flag = false;
    setTimeout(() => (flag = true), 5);
    assert.ok((await m.spin(() => flag)) > 1);
  });

  it('nests: a task calls JavaScript, which calls the module', async () => {
    assert.equal(await m.call_back((n: number) => m.call_back(async () => n, 0).then((x: number) => x + n), 3), 5);
    const f = (n: number): Promise<number> => m.call_back(f, n);
    assert.equal(await f(50), 1275);
  });

  it('errors stay with their promise', async () => {
    await assert.rejects(m.leave(), { name: 'SystemExit' });
    assert.deepEqual(m.blocking(), [0, 1, 2]);
    await assert.rejects(m.not_here(never()), { name: 'RuntimeError', message: /cannot be called from a running event loop/ });
    assert.throws(() => m.outside(never()), { name: 'RuntimeError', message: /promise of JavaScript/ });
  });

  const script = (body: string): string => `import { createRequire } from 'node:module';\nconst m = createRequire(import.meta.url)(${JSON.stringify(file)});\n${body}`;

  it('keeps the process alive only while something is due', () => {
    assert.equal(runScript(script(`m.nap(0.02, 1).then(console.log); m.hold(() => new Promise(() => {})); m.wait_open();`)), '1\n');
    assert.equal(runScript(script(`const c = new AbortController(); m.nap(100, 1, { signal: c.signal }).catch(() => console.log('aborted')); setTimeout(() => c.abort(), 5);`)), 'aborted\n');
  });

  it('ends with its worker, in mid-wait', () => {
    const body = `import { Worker } from 'node:worker_threads';
      const code = ${JSON.stringify(`const m = require(${JSON.stringify(file)}); const { parentPort } = require('node:worker_threads'); m.nap(100, 1); m.hold(() => new Promise(() => {})); m.spin(() => false); m.together(0.5, 100); m.forget(50); m.nap(0.001, 2).then((x) => parentPort.postMessage(x));`)};
      for (let i = 0; i < 12; i++) {
        const workers = Array.from({ length: 3 }, () => new Worker(code, { eval: true }));
        await Promise.all(workers.map((worker) => new Promise((resolve, reject) => { worker.on('message', resolve); worker.on('error', reject); })));
        await Promise.all(workers.map((worker) => worker.terminate()));
      }
      console.log('ended');`;
    assert.equal(runScript(body, { node: ['--expose-gc'] }), 'ended\n');
  });

  it('ends with the process, in mid-wait', () => {
    assert.equal(runScript(script(`m.hold(() => new Promise(() => {})); m.nap(100, 1); m.nap(0.001, 1).then(() => { console.log('exits'); process.exit(0); });`)), 'exits\n');
  });

  it('leaves memory flat', () => {
    const body = script(`const round = async (n) => { for (let i = 0; i < n; i++) await Promise.all([m.nap(0, i), m.at_once(i), m.limited(Promise.resolve(1), 1), m.limited(new Promise(() => {}), 0)]); gc(); await new Promise(setImmediate); gc(); return process.memoryUsage().rss; };
      await round(2000); const before = await round(2000); const after = await round(6000);
      console.log(after - before < 8e6 ? 'flat' : (after - before) / 1e6);`);
    assert.equal(runScript(body, { node: ['--expose-gc'] }), 'flat\n');
  });
});
