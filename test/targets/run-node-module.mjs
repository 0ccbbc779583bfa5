/** What a Node module of every kind does, printed: run with the folder of safety.node, conversions.node, classes.node and views.node. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const folder = process.argv[2];
const load = (name) => require(join(folder, `${name}.node`));
const [safety, conversions, views, asynchrony] = ['safety', 'conversions', 'views', 'asynchrony'].map(load);
const report = [];
const show = (value) => {
  report.push(typeof value === 'bigint' ? `${value}n` : typeof value === 'number' ? String(value) : JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}n` : one)));
};
const attempt = (call) => {
  try {
    show(call());
  } catch (error) {
    report.push(`${error.name}: ${error.message}`);
  }
};

for (const [a, b] of [[1, 2], [2 ** 53 - 1, 1], [-(2n ** 80n), 1], ['1', 2], [1.5, 1]]) attempt(() => safety.add(a, b));
for (const [a, b] of [[1, 3], [1, 0], [NaN, 1], [-0, 5]]) attempt(() => safety.ratio(a, b));
attempt(() => safety.words('a b a'));
attempt(() => safety.pairs([[1, 'a'], [2, 'b']]).size);
attempt(() => safety.each(new Set([1, 2]), (x) => x * 10));
attempt(() => safety.each([1], () => { throw new RangeError('from JavaScript'); }));
attempt(() => safety.mean([]));
attempt(() => safety.endless(0));
attempt(() => safety.deep(400));
attempt(() => [...safety.make(3)].map((box) => box.get()));
attempt(() => conversions.points('a\ud800👍'));
attempt(() => conversions.text([0x1f44d, 65]));
attempt(() => conversions.huge());
attempt(() => conversions.floats(Array.from({ length: 1000 }, (_, i) => i / 8)));
attempt(() => conversions.strings(Array.from({ length: 300 }, (_, i) => `x${i}`)).at(-1));
attempt(() => conversions.table({ a: [1, 2], b: [] }));
attempt(() => conversions.squares(4).get(3));
attempt(() => views.total(Float64Array.from({ length: 1000 }, (_, i) => i)));
for (const Type of [Int8Array, Uint16Array, Int32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array]) attempt(() => views.describe(Type === BigInt64Array || Type === BigUint64Array ? Type.of(5n) : Type.of(5)));
attempt(() => views.squares(5).join());
attempt(() => [views.lend('h')[1], views.lend('d').length, views.grow]);
report.push(await asynchrony.fetch_twice(async (url) => `<${url}>`, 'u'));
report.push(await asynchrony.fail().catch((error) => `${error.name} ${error.message}`));

if (!isMainThread) parentPort.postMessage(report.join('\n'));
else {
  console.log(report.join('\n'));
  for (let i = 0; i < 3; i++) {
    const worker = new Worker(new URL(import.meta.url), { argv: [folder] });
    const answer = await new Promise((done, fail) => worker.once('message', done).once('error', fail));
    await worker.terminate();
    console.log(answer === report.join('\n') ? 'a worker agrees' : answer);
  }
}
