/** Values that cross the border, by annotation and without one. */
import assert from 'node:assert/strict';
import { build, load, type Loaded } from './harness.js';

describe('Node modules: conversions', function () {
  this.timeout(60_000);
  let m: Loaded;
  before(() => {
    m = load(build('conversions'));
  });

  const wrong = (message: string, call: () => unknown): void => assert.throws(call, { name: 'TypeError', message });

  it('exports the public names, and constants as they are', () => {
    assert.equal(m.CONSTANT, 42);
    assert.equal(m.RATIO, 1.5);
    assert.deepEqual(m.NAMES, ['a', 'b']);
    assert.equal('_hidden' in m, false);
    assert.equal('Any' in m, false);
  });

  it('int: a number where it is safe, else a BigInt', () => {
    for (const n of [0, 1, -1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 1 - 2 ** 53]) assert.equal(m.int_(n), n);
    assert.ok(Object.is(m.int_(-0), 0));
    assert.equal(m.next_int(2 ** 53 - 1), 2n ** 53n);
    assert.equal(m.int_(5n), 5);
    for (const big of [2n ** 53n, -(2n ** 64n), 2n ** 62n, 2n ** 63n, 2n ** 64n - 1n, 10n ** 100n, -(10n ** 400n)]) assert.equal(m.int_(big), big);
    assert.equal(m.huge(), 2n ** 70n);
    assert.equal(m.big(1), 2n);
    wrong("int_() argument 'x' must be int, got number 1.5", () => m.int_(1.5));
    wrong("int_() argument 'x' must be int, got number NaN", () => m.int_(NaN));
    wrong("int_() argument 'x' must be int, got number Infinity", () => m.int_(Infinity));
    wrong("int_() argument 'x' must be int, got number 9007199254740992", () => m.int_(2 ** 53));
    wrong("int_() argument 'x' must be int, got boolean true", () => m.int_(true));
    wrong("int_() argument 'x' must be int, got undefined", () => m.int_(undefined));
  });

  it('float', () => {
    for (const x of [0.5, 3, -0, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE]) assert.ok(Object.is(m.float_(x), x));
    wrong("float_() argument 'x' must be float, got bigint 1n", () => m.float_(1n));
    wrong("float_() argument 'x' must be float, got string \"1\"", () => m.float_('1'));
  });

  it('bool and None', () => {
    assert.equal(m.bool_(true), false);
    wrong("bool_() argument 'x' must be bool, got number 0", () => m.bool_(0));
    assert.equal(m.none(null), null);
    assert.equal(m.none(undefined), null);
    wrong("none() argument 'x' must be None, got boolean false", () => m.none(false));
  });

  it('str: all of Unicode, lone surrogates too', () => {
    const samples = ['', 'a', 'héllo', 'żółć', '漢字', '👍🏽', 'a👍b', '\ud800', 'x\udc00y', '\ud83d\ud83d\udc4d', '\0', 'é'.repeat(1000), 'a'.repeat(255), 'a'.repeat(256), '漢'.repeat(70_000)];
    for (const sample of samples) assert.equal(m.str_(sample), sample);
    assert.equal(m.length('👍🏽'), 2);
    assert.deepEqual(m.points('a\ud800👍'), [97, 0xd800, 0x1f44d]);
    assert.equal(m.text([0x1f44d, 0xdc00, 65]), '👍\udc00A');
    wrong("str_() argument 'x' must be str, got number 1", () => m.str_(1));
    wrong("str_() argument 'x' must be str, got symbol", () => m.str_(Symbol('s')));
  });

  it('bytes: Buffers, TypedArrays, ArrayBuffers', () => {
    assert.deepEqual([...m.bytes_(Uint8Array.of(1, 2))], [1, 2, 33]);
    assert.ok(m.bytes_(Buffer.from('a')) instanceof Uint8Array);
    assert.equal(m.bytes_(Buffer.from('ab')).toString(), 'ab!');
    assert.equal(m.bytes_(new ArrayBuffer(2)).length, 3);
    assert.equal(m.bytes_(new DataView(new ArrayBuffer(4), 1, 2)).length, 3);
    assert.equal(m.bytes_(Uint16Array.of(258).subarray(0, 1)).length, 3);
    assert.equal(m.zeros(100_000).length, 100_000);
    const detached = new ArrayBuffer(8);
    const view = new Uint8Array(detached);
    structuredClone(detached, { transfer: [detached] });
    assert.equal(m.bytes_(detached).length, 1);
    assert.equal(m.bytes_(view).length, 1);
    wrong("bytes_() argument 'x' must be bytes, got string \"a\"", () => m.bytes_('a'));
  });

  it('list: Arrays and TypedArrays', () => {
    assert.equal(m.floats([1, 2.5]), 3.5);
    assert.equal(m.floats(Float64Array.of(1, 2.5)), 3.5);
    assert.equal(m.floats(Int32Array.of(1, 2)), 3);
    assert.equal(m.ints([1, 2, 2n ** 80n]), 2n ** 80n + 3n);
    assert.equal(m.ints(BigInt64Array.of(1n, -(2n ** 63n))), 1n - 2n ** 63n);
    assert.equal(m.ints(BigUint64Array.of(2n ** 64n - 1n)), 2n ** 64n - 1n);
    assert.deepEqual(m.strings(['a', 'ß']), ['A', 'SS']);
    assert.deepEqual(m.strings(Array.from({ length: 1000 }, () => 'x')), Array.from({ length: 1000 }, () => 'X'));
    wrong("floats() argument 'xs'[1] must be float, got string \"2\"", () => m.floats([1, '2']));
    wrong("floats() argument 'xs' must be list[float], got Object", () => m.floats({}));
    wrong("ints() argument 'xs'[0] must be int, got undefined", () => m.ints([,]));
    wrong("ints() argument 'xs' must be list[int], got Float64Array", () => m.ints(Float64Array.of(1)));
  });

  it('tuple', () => {
    assert.deepEqual(m.pair([1, 'a']), ['a', 1]);
    assert.equal(m.row([1, 2, 3]), 3);
    wrong("pair() argument 'p' must be tuple[int, str], got Array of length 1", () => m.pair([1]));
    wrong("pair() argument 'p'[0] must be int, got string \"a\"", () => m.pair(['a', 1]));
  });

  it('dict: objects and Maps', () => {
    assert.deepEqual(m.table({ a: [1, 2], b: [] }), { a: 3, b: 0 });
    assert.deepEqual(m.table(new Map([['k', [4]]])), { k: 4 });
    assert.deepEqual(m.squares(3), new Map([[0, 0], [1, 1], [2, 4]]));
    assert.deepEqual(Object.entries(m.odd_keys()), [['__proto__', 1], ['b', 2]]);
    assert.deepEqual(m.mixed_keys(), new Map<unknown, unknown>([[1, 'a'], ['b', 2]]));
    assert.equal(m.options({ width: 1 }), 'width');
    wrong("table() argument 'd'.a[1] must be int, got null", () => m.table({ a: [1, null] }));
    wrong("options() argument 'o'.width must be int, got string \"1\"", () => m.options({ width: '1' }));
  });

  it('set', () => {
    assert.deepEqual(m.members(new Set([1, 2])), new Set([2, 3]));
    wrong("members() argument 's' must be set[int], got Array of length 0", () => m.members([]));
  });

  it('unions, Optional and Literal', () => {
    assert.equal(m.maybe(null), 'nothing');
    assert.equal(m.maybe(undefined), 'nothing');
    assert.equal(m.maybe(3), '3');
    assert.equal(m.either(1), 'int');
    assert.equal(m.either('1'), 'str');
    assert.equal(m.number(1), 'int');
    assert.equal(m.number(1.5), 'float');
    assert.equal(m.direction('left'), 'left');
    assert.equal(m.direction(3), '3');
    wrong("direction() argument 'x' must be 'left' or 'right' or 3, got string \"up\"", () => m.direction('up'));
    wrong("either() argument 'x' must be int | str, got null", () => m.either(null));
  });

  it('iterables and callables', () => {
    assert.deepEqual(m.each([1, 2]), [10, 20]);
    assert.deepEqual(m.each(new Set([3])), [30]);
    assert.deepEqual(m.each((function* () { yield 4; yield 5; })()), [40, 50]);
    assert.equal(m.twice((x: number) => x * 3, 2), 18);
    wrong("twice() argument 'f' must be Callable, got number 1", () => m.twice(1, 2));
    wrong('the result of a callback must be int, got string "a"', () => m.twice(() => 'a', 2));
    wrong('an item of an iterable must be int, got string "a"', () => m.each(new Set(['a'])));
  });

  it('without annotations: by what the value is', () => {
    const kinds: [unknown, string][] = [[1, 'int'], [1.5, 'float'], [-0, 'float'], ['a', 'str'], [true, 'bool'], [null, 'NoneType'], [undefined, 'NoneType'], [5n, 'int'], [[1], 'list'], [{}, 'dict'], [Object.create(null), 'dict'], [new Map(), 'dict'], [new Set(), 'set'], [Buffer.from(''), 'bytes'], [Float64Array.of(1), 'memoryview'], [new Uint8Array(1), 'bytes'], [() => 1, 'JSObject'], [new Date(), 'JSObject']];
    for (const [value, expected] of kinds) assert.equal(m.kind(value), expected);
    const date = new Date();
    assert.equal(m.same(date), date);
    const nested = { a: [1, { b: [null, true, 'x'] }], c: { d: 1.5 } };
    assert.deepEqual(m.same(nested), nested);
    assert.deepEqual(m.whatever([new Map([[1, new Set([2])]])]), [new Map([[1, new Set([2])]])]);
    assert.equal(m.show({ a: [1, 'x'] }), "{'a': [1, 'x']}");
    wrong("same() argument 'x' must be object, got symbol", () => m.same(Symbol()));
  });

  it('stops at what contains itself', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    assert.throws(() => m.same(loop), { name: 'RecursionError' });
  });
});
