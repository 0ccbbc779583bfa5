/** `async def` in JavaScript, and promises in Python. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, load, type Loaded } from './harness.js';

describe('Node modules: async', function () {
  this.timeout(60_000);
  let m: Loaded;
  before(() => {
    m = load(build('asynchrony'));
  });
  const wait = (): Promise<void> => sleep(1);

  it('a coroutine is a promise', async () => {
    const promise = m.add(1, 2);
    assert.ok(promise instanceof Promise);
    assert.equal(await promise, 3);
    assert.equal(await new m.Client('Ada').hello(wait), 'hello Ada');
    assert.throws(() => m.add('1', 2), { name: 'TypeError' });
  });

  it('awaits promises of JavaScript', async () => {
    assert.equal(await m.fetch_twice((url: string) => Promise.resolve(`<${url}>`), 'u'), '<u><u?>');
    assert.equal(await m.guarded(async () => 42), 'got 42');
    assert.equal(await m.guarded(() => Promise.reject(new RangeError('no'))), 'JSError: no');
    assert.equal(await m.guarded(m.fail), 'ValueError: late');
  });

  it('is rejected with what it raises', async () => {
    await assert.rejects(m.fail(), { name: 'ValueError', message: 'late' });
    const reason = new Error('mine');
    await assert.rejects(m.fetch_twice(() => Promise.reject(reason), 'u'), (error) => error === reason);
  });

  it('runs on the loop: two at a time', async () => {
    const [, second] = await Promise.all([m.logged('a', wait), m.logged('b', wait)]);
    assert.deepEqual(second, ['a starts', 'b starts', 'a ends', 'b ends']);
  });

  it('an AbortSignal raises its reason where the coroutine waits', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const stopped = m.fetch_twice(() => new Promise(() => {}), 'u', { signal });
    const caught = m.guarded(() => new Promise(() => {}), { signal });
    const inside = m.fetch_twice((url: string) => (controller.abort(new RangeError('mine')), Promise.resolve(url)), 'u', { signal });
    await assert.rejects(stopped, (error) => error === signal.reason);
    assert.equal(await caught, 'JSError: mine');
    await assert.rejects(inside, (error) => error === signal.reason);
    await assert.rejects(m.add(1, 2, { signal }), (error) => error === signal.reason);
    assert.equal(await m.add(1, 2, { signal: new AbortController().signal }), 3);
    assert.throws(() => m.add(1, 2, { signal: 'none' }), { name: 'TypeError', message: /unexpected keyword argument 'signal'/ });
  });

  it('awaits what is no promise, where one is declared', async () => {
    assert.equal(await m.fetch_twice(() => 'a', 'u'), 'aa');
  });

  it('asynchronous generators are asynchronous iterators', async () => {
    const seen: number[] = [];
    for await (const i of m.count(3, wait)) seen.push(i);
    assert.deepEqual(seen, [0, 1, 2]);
    for await (const i of m.count(5, wait)) if (i === 1) break;
    assert.equal(await m.total(4, wait), 6);
  });
});
