/** What nobody should do and somebody will: nothing of it may crash the process, leak, or disturb another environment. */
import assert from 'node:assert/strict';
import { build, runScript } from './harness.js';

/** Each export with every kind of wrong arguments: an answer or an Error, and the module works afterwards. */
const abuse = `
  const detached = new ArrayBuffer(8); structuredClone(detached, { transfer: [detached] });
  const throwing = new Proxy({}, { get() { throw new Error('trap') }, ownKeys() { throw new Error('trap') }, getPrototypeOf() { throw new Error('trap') } });
  const loop = []; loop.push(loop);
  const odd = { get a() { throw new Error('getter') } };
  const shrinking = []; for (let i = 0; i < 3; i++) Object.defineProperty(shrinking, i, { get() { shrinking.length = 0; return 1 }, configurable: true, enumerable: true });
  const values = [undefined, null, true, 0, -0, 1.5, NaN, Infinity, -(2 ** 60), 2n ** 63n, -(2n ** 64n), 10n ** 50n, '', 'a', '\\ud800', 'x'.repeat(70000), Symbol('s'), Symbol.iterator,
    [], [1], [1, 'a'], loop, {}, { a: 1 }, odd, Object.create(null), throwing, new Proxy([], {}), new Proxy(() => {}, {}), detached, new Uint8Array(3), new Float32Array(2),
    new BigInt64Array(1), new DataView(new ArrayBuffer(4)), new Map([[{}, 1]]), new Set([1]), new Date(NaN), /x/, () => 1, function* () { yield 1 }, class A {}, new Error('e'), Promise.resolve(1),
    new WeakMap(), globalThis, m.Box, new m.Box(1), Object.create(new m.Box(2)), m.Box.prototype, m.add, shrinking, m.make(2), new Array(5), Array.from({ length: 300 }, (_, i) => i)];
  let answers = 0, errors = 0;
  const attempt = (f, ...args) => {
    try { f(...args); answers++; } catch (error) { if (!(error instanceof Error)) throw new Error('not an Error: ' + String(error)); errors++; }
  };
  const functions = Object.entries(m).filter(([name, f]) => typeof f === 'function' && !['deep', 'endless', 'busy', 'make'].includes(name));
  for (const [, f] of functions) {
    const isClass = /^class/.test(Function.prototype.toString.call(f)) || f === m.Box || f === m.Noisy;
    const run = isClass ? (...args) => new f(...args) : f;
    attempt(f); attempt(run); attempt(run, ...values);
    for (const a of values) { attempt(run, a); for (const b of values) attempt(run, a, b); }
    attempt(Reflect.construct, f, []); attempt(f.call, throwing);
  }
  for (const method of [m.Box.prototype.get]) for (const v of values) attempt(() => method.call(v));
  const get = Object.getOwnPropertyDescriptor(m.Box.prototype, 'value').get;
  for (const v of values) attempt(() => get.call(v));
  const next = Object.getPrototypeOf(m.make(1)).next;
  for (const v of values) { attempt(() => next.call(v)); attempt(() => m.make(2).next(v)); try { m.make(2).throw(v); } catch (error) { if (!Object.is(error, v)) throw error; } }
  if (m.add(1, 2) !== 3 || m.upper('a') !== 'A') throw new Error('the module is broken');
`;

const prologue = (file: string): string => `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconst file = ${JSON.stringify(file)};\nconst m = require(file);\n`;

describe('Node modules: safety', function () {
  this.timeout(300_000);
  let file: string;
  before(() => {
    file = build('safety');
  });

  it('wrong arguments of every kind give an answer or an Error', () => {
    const report = runScript(`${prologue(file)}${abuse}\nglobal.gc(); console.log(answers > 500, errors > 1000);`, { node: ['--expose-gc'] });
    assert.equal(report, 'true true\n');
  });

  it('a hundred thousand wraps leave memory flat', () => {
    const script = `${prologue(file)}
      const round = () => { for (let i = 0; i < 100000; i++) { const box = new m.Box(i); if (box.get() !== i) throw new Error('wrong'); } };
      const settle = async () => { for (let i = 0; i < 5; i++) { global.gc(); await new Promise(setImmediate); } return process.memoryUsage().rss; };
      const grownBy = async () => {
        const before = await settle(), seen = [];
        for (let i = 0; i < 5; i++) { round(); seen.push(await settle()); }
        return Math.min(...seen.slice(1)) - before;
      };
      // Node runs finalizers between turns of the event loop, and V8 collects when it sees fit: heights come and go, a leak is there every time.
      const grown = [];
      do { round(); grown.push(await grownBy()); } while (grown.at(-1) > 8 * 2 ** 20 && grown.length < 6);
      console.log(grown.length < 6 ? 'flat' : 'grew by ' + grown);`;
    assert.equal(runScript(script, { node: ['--expose-gc'] }), 'flat\n');
  });

  it('exceptions pass through three layers of callbacks, and are the same objects', () => {
    const script = `${prologue(file)}
      const layers = (last) => m.bounce((a) => m.bounce((b) => m.bounce((c) => last(c), b + 1), a + 1), 1);
      const thrown = new RangeError('mine');
      const caught = (f) => { try { return f(); } catch (error) { return error; } };
      console.log(layers((n) => n), caught(() => layers(() => { throw thrown; })) === thrown, caught(() => layers(() => { throw undefined; })), caught(() => layers(() => { throw 'text'; })));
      const error = caught(() => layers(() => m.mean([])));
      console.log(error.name, error.message, /in mean/.test(error.traceback), error === caught(() => m.bounce(() => { throw error; }, 1)));
      console.log(m.protected(() => layers(() => { throw thrown; })), m.protected(() => layers(() => m.mean([]))), m.again(() => layers(() => { throw thrown; })) === thrown);
      const chained = caught(() => m.chained(() => { throw thrown; }));
      console.log(chained.name, chained.message, chained.cause === thrown);`;
    assert.equal(runScript(script), "3 true undefined text\nZeroDivisionError division by zero true true\nJSError: mine ZeroDivisionError: division by zero true\nValueError wrapped true\n");
  });

  it('setters on built-in prototypes throw, and nothing worse', () => {
    const script = `${prologue(file)}
      const attempt = (target, key, run) => {
        Object.defineProperty(target, key, { get: () => undefined, set() { throw 5; }, configurable: true });
        try { return run(); } catch (error) { return error; } finally { delete target[key]; }
      };
      console.log(attempt(Array.prototype, 0, () => m.anything(1)), attempt(Array.prototype, 9, () => m.each(Array.from({ length: 12 }, () => 1), (x) => x)), attempt(Object.prototype, 'a', () => m.words('a')), m.add(1, 2));`;
    assert.equal(runScript(script), '5 5 5 3\n');
  });

  it('finalizers run when JavaScript has given the object up', () => {
    const script = `${prologue(file)}
      (() => { new m.Noisy('a'); new m.Noisy('b'); })();
      for (let i = 0; i < 10; i++) { global.gc(); await new Promise(setImmediate); }
      console.log(m.log().sort().join());`;
    assert.equal(runScript(script, { node: ['--expose-gc'] }), 'a,b\n');
  });

  it('cycles through both heaps are not collected, as documented; breaking them is enough', () => {
    const script = `${prologue(file)}
      const make = (name) => { const object = new m.Noisy(name); object.held = () => object; return object; };
      make('kept');
      (() => { const object = make('broken'); object.held = null; })();
      for (let i = 0; i < 10; i++) { m.cycle(); global.gc(); await new Promise(setImmediate); }
      console.log(m.log().join());`;
    assert.equal(runScript(script, { node: ['--expose-gc'] }), 'broken\n');
  });

  it('strings, lists, callbacks and exceptions leave memory flat', () => {
    const script = `${prologue(file)}
      const text = 'a b a '.repeat(100), list = Array.from({ length: 100 }, (_, i) => [i, 'x']);
      const round = () => { for (let i = 0; i < 3000; i++) { m.words(text); m.pairs(list); m.each(new Set([1, 2]), (x) => x + 1); [...m.make(3)]; m.cycle(); try { m.mean([]); } catch {} try { m.bounce(() => { throw new Error('x') }, 1); } catch {} } };
      const settle = async () => { for (let i = 0; i < 5; i++) { global.gc(); await new Promise(setImmediate); } return process.memoryUsage().rss; };
      round(); round(); const before = await settle();
      for (let i = 0; i < 4; i++) round();
      const after = await settle();
      console.log((after - before) / 2 ** 20 < 24 ? 'flat' : 'grew by ' + (after - before));`;
    assert.equal(runScript(script, { node: ['--expose-gc'] }), 'flat\n');
  });

  it('deep recursion is a RecursionError, on the main thread and in a worker', () => {
    const script = `${prologue(file)}
      import { Worker, isMainThread, parentPort } from 'node:worker_threads';
      const names = [];
      const name = (f) => { try { f(); return 'none'; } catch (error) { return error.name; } };
      names.push(name(() => m.endless(0)), m.deep(500), m.add(1, 2));
      const again = (n) => m.bounce(again, n + 1);
      names.push(/Range|Recursion/.test(name(() => again(0))), m.add(1, 2));
      if (!isMainThread) parentPort.postMessage(names.join());
      else {
        console.log(names.join());
        const worker = new Worker(new URL(import.meta.url));
        worker.on('message', (text) => console.log(text));
        await new Promise((done) => worker.on('exit', done));
      }`;
    assert.equal(runScript(script), 'RecursionError,500,3,true,3\nRecursionError,500,3,true,3\n');
  });

  it('a worker with a small stack has a small depth', () => {
    const script = `${prologue(file)}
      import { Worker, isMainThread, parentPort } from 'node:worker_threads';
      if (!isMainThread) {
        try { m.endless(0); } catch (error) { parentPort.postMessage(error.name); }
        const again = (n) => m.bounce(again, n + 1);
        try { again(0); } catch (error) { parentPort.postMessage(/Range|Recursion/.test(error.name)); }
      } else
        for (const stackSizeMb of [0.3, 0.5, 1, 64]) {
          const worker = new Worker(new URL(import.meta.url), { resourceLimits: { stackSizeMb } });
          worker.on('message', (text) => console.log(text));
          await new Promise((done) => worker.on('exit', done));
        }`;
    assert.equal(runScript(script), 'RecursionError\ntrue\n'.repeat(4));
  });

  it('environments have states of their own: 8 workers and the main thread, a hundred times', () => {
    const script = `${prologue(file)}
      import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
      if (!isMainThread) {
        for (let i = 0; i < workerData; i++) m.tick();
        const p = new m.Noisy('w'); m.words('a b c'); m.each([1], (x) => x);
        parentPort.postMessage(m.tick());
      } else {
        let bad = 0;
        const one = (n) => new Promise((done, fail) => { const w = new Worker(new URL(import.meta.url), { workerData: n }); let got; w.on('message', (x) => (got = x)); w.on('error', fail); w.on('exit', () => { if (got !== n + 1) bad++; done(); }); });
        const rounds = Number(process.argv[2]);
        for (let round = 0; round < rounds; round++) await Promise.all(Array.from({ length: 8 }, (_, n) => one(n)));
        console.log(bad, m.tick());
      }`;
    assert.equal(runScript(script, { args: [process.env.TAURARO_WORKER_ROUNDS ?? '100'] }), '0 1\n');
  });

  it('terminate() in the middle of a call ends the worker only', () => {
    const script = `${prologue(file)}
      import { Worker, isMainThread, parentPort } from 'node:worker_threads';
      if (!isMainThread) {
        parentPort.postMessage('ready');
        const again = (n) => m.bounce(again, n);
        for (;;) { m.busy(100000); m.each([1, 2, 3], (x) => { for (let i = 0; i < 1e5; i++); return x; }); try { again(1); } catch {} }
      } else {
        for (let i = 0; i < 10; i++) {
          const w = new Worker(new URL(import.meta.url));
          await new Promise((done) => w.once('message', done));
          await new Promise((done) => setTimeout(done, i * 7));
          await w.terminate();
        }
        console.log(m.add(1, 2));
      }`;
    assert.equal(runScript(script), '3\n');
  });

  it('loaded twice in one environment, they are two modules', () => {
    const script = `${prologue(file)}
      m.tick();
      delete require.cache[file];
      const other = require(file);
      console.log(m === other, other.tick(), m.tick());
      try { other.Box.prototype.get.call(new m.Box(1)); } catch (error) { console.log(error.message); }
      console.log(other.anything(new m.Box(1))[0] instanceof m.Box);`;
    assert.equal(runScript(script), 'false 1 2\nget() needs an instance of Box as `this`\ntrue\n');
  });
});
