/** TypedArrays in Python and memoryviews in JavaScript: the same memory, never a copy where it can be shared, never a crash where it is gone. */
import assert from 'node:assert/strict';
import { build, load, runScript, type Loaded } from './harness.js';

const detach = (buffer: ArrayBuffer): void => void structuredClone(buffer, { transfer: [buffer] });
const gone = { name: 'ValueError', message: 'the ArrayBuffer of this memoryview has been detached or resized' };

describe('Node modules: views of memory', function () {
  this.timeout(60_000);
  let file: string;
  let m: Loaded;
  before(() => {
    file = build('views');
    m = load(file);
  });

  it('a Float64Array of a million elements is summed where it is', () => {
    const numbers = Float64Array.from({ length: 1_000_000 }, (_, i) => i);
    const before = process.memoryUsage().arrayBuffers;
    assert.equal(m.total(numbers), 499999500000);
    assert.equal(m.loop_total(numbers), 499999500000);
    m.scale(numbers, 2);
    assert.equal(numbers[3], 6);
    assert.equal(m.total(numbers), 999999000000);
    assert.equal(process.memoryUsage().arrayBuffers, before);
  });

  it('every TypedArray, ArrayBuffer and DataView is a memoryview of its format', () => {
    const kinds: [ArrayBufferView | ArrayBuffer, string][] = [
      ...[[Int8Array, 'b 1'], [Uint8Array, 'B 1'], [Uint8ClampedArray, 'B 1'], [Int16Array, 'h 2'], [Uint16Array, 'H 2'], [Int32Array, 'i 4'], [Uint32Array, 'I 4']].map(([Type, text]): [ArrayBufferView, string] => [
        (Type as typeof Int8Array).of(1, 2), `${String(text)} ${2 * Number(String(text).at(-1))} [1, 2]`]),
      [Float32Array.of(0.5), 'f 4 4 [0.5]'],
      [Float64Array.of(-0), 'd 8 8 [-0.0]'],
      [BigInt64Array.of(-1n), 'q 8 8 [-1]'],
      [BigUint64Array.of(2n ** 64n - 1n), 'Q 8 8 [18446744073709551615]'],
      [Buffer.from('ab'), 'B 1 2 [97, 98]'],
      [new Uint8Array(new SharedArrayBuffer(1)), 'B 1 1 [0]'],
      [new ArrayBuffer(1), 'B 1 1 [0]'],
      [new DataView(Uint8Array.of(1, 2, 3).buffer, 1, 2), 'B 1 2 [2, 3]'],
      [new Float64Array(0), 'd 8 0 []'],
      [Float64Array.of(1, 2, 3).subarray(1), 'd 8 16 [2.0, 3.0]'],
    ];
    for (const [value, expected] of kinds) assert.equal(m.describe(value), expected);
    for (const wrong of [[1], 'a', {}, null, 1, new Map()]) assert.throws(() => m.describe(wrong), { name: 'TypeError', message: /describe\(\) argument 'x' must be memoryview, got / });
  });

  it('identity is kept both ways; parts share the ArrayBuffer', () => {
    const numbers = Float64Array.of(1, 2, 3, 4);
    assert.equal(m.view(numbers), numbers);
    assert.equal(m.same(numbers), numbers);
    const part = m.part(numbers, 1, 3);
    assert.ok(part instanceof Float64Array && part.buffer === numbers.buffer && part.length === 2);
    assert.deepEqual([...m.part(numbers, 0, 4, 2)], [1, 3]);
    const shared = new Uint8Array(new SharedArrayBuffer(4));
    assert.equal(m.view(shared), shared);
    assert.equal(m.part(shared, 1, 3).length, 2);
    const lent = m.lend_part(2);
    assert.equal(m.view(lent), lent);
    assert.equal(m.same(lent), lent);
  });

  it('a view keeps the memory; detached, resized and released memory are errors', () => {
    const buffer = new ArrayBuffer(16);
    m.keep(new Uint8Array(buffer, 4, 4));
    assert.equal(m.kept_length(), 4);
    detach(buffer);
    for (const use of [m.kept_length, m.kept_sum, () => m.kept_item(0), m.kept_bytes]) assert.throws(use, (error: Error) => error.name === gone.name);
    m.drop();
    assert.throws(() => m.during(new Uint8Array(0), () => undefined), { name: 'IndexError' });
    const other = new ArrayBuffer(8);
    assert.equal(m.during(new Uint8Array(other), () => detach(other)), gone.message);
    assert.equal(m.during(Uint8Array.of(5), () => undefined), '5 5');
    const third = new ArrayBuffer(8);
    const [bytes, data] = [new Uint8Array(third), new DataView(third)];
    const fourth = new ArrayBuffer(8);
    const options = { get other() { detach(fourth); return 1; } };
    assert.throws(() => m.first_of(new Uint8Array(fourth), options), gone);
    detach(third);
    for (const one of [third, bytes, data]) assert.equal(m.describe(one), 'B 1 0 []');
    const resizable = new (ArrayBuffer as unknown as new (size: number, options: object) => ArrayBuffer & { resize(size: number): void })(16, { maxByteLength: 32 });
    m.keep(new Uint8Array(resizable, 0, 16));
    resizable.resize(8);
    assert.throws(() => m.kept_item(0), gone);
    resizable.resize(16);
    assert.equal(m.kept_item(0), 0);
    m.drop();
  });

  it('memory of Python is lent: both write into it, and it stays in its place', () => {
    const lent = m.lend('B');
    assert.deepEqual([lent.constructor.name, lent.length, lent[3]], ['Uint8Array', 16, 3]);
    lent[3] = 99;
    assert.equal(m.peek(3), 99);
    assert.deepEqual([m.lend('d'), m.lend('h'), m.lend('I'), m.lend('Q'), m.lend('f'), m.lend('c')].map((one) => one.constructor.name), ['Float64Array', 'Int16Array', 'Uint32Array', 'BigUint64Array', 'Float32Array', 'Uint8Array']);
    assert.throws(m.grow, { name: 'BufferError', message: 'Existing exports of data: object cannot be re-sized' });
    const squares = m.squares(1000);
    assert.ok(squares instanceof Float64Array && squares[999] === 998001);
    const fixed = m.fixed();
    fixed[0] = 0;
    assert.equal(Buffer.from(m.fixed()).toString(), 'fixed');
    assert.equal(m.zeros(100_000).length, 100_000);
  });

  it('nothing is kept longer than somebody needs it', () => {
    const script = `import { createRequire } from 'node:module';\nconst m = createRequire(import.meta.url)(${JSON.stringify(file)});
      const settle = async () => { for (let i = 0; i < 5; i++) { global.gc(); await new Promise(setImmediate); } return process.memoryUsage(); };
      const round = () => { for (let i = 0; i < 200; i++) { m.squares(10000); m.total(new Float64Array(10000)); m.keep(new Uint8Array(100000)); m.drop(); m.zeros(100000); m.lend('B'); } };
      round(); const before = await settle();
      for (let i = 0; i < 4; i++) { round(); await settle(); }
      const after = await settle();
      console.log(m.grow(), (after.rss - before.rss) / 2 ** 20 < 24, after.arrayBuffers - before.arrayBuffers < 2 ** 20);`;
    assert.equal(runScript(script, { node: ['--expose-gc'] }), '17 true true\n');
  });
});
