/** Functions, classes, iterators and exceptions of Python in JavaScript, and the other way round. */
import assert from 'node:assert/strict';
import { build, load, type Loaded } from './harness.js';

describe('Node modules: functions', function () {
  this.timeout(60_000);
  let m: Loaded;
  before(() => {
    m = load(build('classes'));
  });

  it('take defaults, and keywords in a last object', () => {
    assert.deepEqual(m.scale([1, 2]), [2, 4]);
    assert.deepEqual(m.scale([1, 2], 3), [3, 6]);
    assert.deepEqual(m.scale([1, 2], undefined), [2, 4]);
    assert.deepEqual(m.scale([1, 2], { factor: 4 }), [4, 8]);
    assert.deepEqual(m.scale({ xs: [1], factor: 5 }), [5]);
    assert.equal(m.greet('Ada', { punctuation: '?' }), 'Hello, Ada?');
    assert.equal(m.greet('Ada', { punctuation: undefined }), 'Hello, Ada!');
    assert.throws(() => m.greet('Ada', { volume: 3 }), { name: 'TypeError', message: /unexpected keyword argument 'volume'/ });
    assert.throws(() => m.scale(), { name: 'TypeError', message: "scale() missing 1 required positional argument: 'xs'" });
  });

  it('drop arguments without a parameter, as JavaScript does', () => {
    assert.equal(m.add(1, 2, 3, 4), 3);
    assert.deepEqual(['a', 'b'].map(m.greet), ['Hello, a!', 'Hello, b!']);
  });

  it('pass *args and **kwargs on', () => {
    assert.deepEqual(m.call((...args: unknown[]) => args, 1, 'a', [2]), [1, 'a', [2]]);
    assert.equal(m.call(m.greet, 'Ada', { punctuation: '.' }), 'Hello, Ada.');
    assert.equal(m.call(m.call, m.call, m.add, 1, 2), 3);
  });

  it('keep their identity in both directions', () => {
    const f = (): void => {};
    assert.equal(m.apply((x: unknown) => x, f), f);
    assert.equal(m.apply((x: unknown) => x === m.add, m.add), true);
    assert.equal(m.same(m.add, m.add), true);
    const add3 = m.adder(3);
    assert.equal(add3(4), 7);
    assert.equal(m.apply(add3, 4), 7);
    assert.equal(m.same(add3, add3), true);
    assert.equal(m.add.name, 'add');
  });

  it('give iterators for generators', () => {
    const it = m.count(3);
    assert.equal(it[Symbol.iterator](), it);
    assert.deepEqual(it.next(), { value: 0, done: false });
    assert.deepEqual([...it], [1, 2]);
    assert.deepEqual(it.next(), { value: undefined, done: true });
    const talk = m.echo();
    assert.deepEqual([talk.next(), talk.next('a'), talk.next('stop'), talk.next()], [{ value: null, done: false }, { value: 'a', done: false }, { value: 'done', done: true }, { value: undefined, done: true }]);
    for (const x of m.count(10)) if (x === 2) break;
    assert.throws(() => m.echo().throw(new Error('in')), { message: 'in' });
  });
});

describe('Node modules: classes', function () {
  this.timeout(60_000);
  let m: Loaded;
  before(() => {
    m = load(build('classes'));
  });

  it('have constructors, methods, properties and attributes', () => {
    const p = new m.Point(3, 4);
    assert.ok(p instanceof m.Point);
    assert.equal(m.Point.name, 'Point');
    assert.deepEqual([p.x, p.y, p.norm(), p.double], [3, 4, 5, 6]);
    p.x = 1;
    assert.equal(p.double, 2);
    assert.throws(() => (p.x = 'a'), { message: 'x must be float, got string "a"' });
    assert.throws(() => (p.double = 1), TypeError);
    assert.throws(() => m.Point(1), { name: 'TypeError', message: "class Point cannot be invoked without 'new'" });
    assert.throws(() => new m.Point(), { name: 'TypeError', message: /missing 1 required positional argument: 'x'/ });
    assert.throws(() => p.norm.call({}), { name: 'TypeError', message: 'norm() needs an instance of Point as `this`' });
    assert.deepEqual([new m.Point(1, { y: 2 }).y, m.Point.origin().x, m.Counter.of(3).value], [2, 0, 3]);
    assert.equal(m.Counter.made, 0);
    assert.deepEqual(m.Counter.kinds, ['a', 'b']);
    const c = new m.Counter(2, { step: 5 });
    assert.deepEqual([c.next(), c.next(2), c.length, String(c)], [7, 17, 17, 'Counter of 17']);
    assert.deepEqual([...new m.Counter(3)], [0, 1, 2]);
  });

  it('inherit', () => {
    const q = new m.P3(1, 2, 3);
    assert.ok(q instanceof m.Point);
    assert.deepEqual([q.x, q.z, q.double, q.moved(1).x], [1, 3, 2, 2]);
    const both = new m.Both(1);
    assert.deepEqual([both.hello(), both.next()], ['hello', 2]);
    const Named: Loaded = class extends m.Point {
      label = 'named';
      twice(): number {
        return (this as Loaded).norm() * 2;
      }
    };
    const named: Loaded = new Named(3, 4);
    assert.deepEqual([named.twice(), named.label, m.far(named), m.is_point(named)], [10, 'named', 5, true]);
  });

  it('keep the identity of instances', () => {
    const p = new m.Point(1);
    m.remember('p', p);
    assert.equal(m.recall('p'), p);
    assert.equal(m.apply((x: unknown) => x, p), p);
    assert.equal(m.class_of(p), m.Point);
    assert.equal(m.is_point(p), true);
    assert.equal(m.is_point({ x: 1, y: 2 }), false);
    assert.notEqual(p.moved(0), p);
    m.forget();
  });
});

describe('Node modules: exceptions', function () {
  this.timeout(60_000);
  let m: Loaded;
  before(() => {
    m = load(build('classes'));
  });

  const caught = (call: () => unknown): Loaded => {
    try {
      call();
    } catch (error) {
      return error;
    }
    return assert.fail('nothing was thrown');
  };

  it('of Python become errors with name, message, traceback and cause', () => {
    const error = caught(() => m.fail(1));
    assert.equal(error instanceof Error, true);
    assert.deepEqual([error.name, error.message, String(error)], ['ValueError', 'deep trouble', 'ValueError: deep trouble']);
    assert.match(error.stack, /^ValueError: deep trouble\n {4}at fail \(.*classes\.py:\d+:9\)\n {4}at fail \(.*classes\.py:\d+:5\)\n {4}at /);
    assert.match(error.traceback, /^Traceback \(most recent call last\):\n {2}File ".*classes\.py", line \d+, in fail\n[^]*ValueError: deep trouble\n$/);
    const outer = caught(m.chained);
    assert.deepEqual([outer.name, outer.message, outer.cause.name, outer.cause.message], ['KeyError', "'outer'", 'ValueError', 'deep trouble']);
  });

  it('of classes of the module are instances of these', () => {
    const error = caught(m.boom);
    assert.deepEqual([error instanceof m.GeoError, error instanceof Error], [true, true]);
    assert.deepEqual([error.name, error.message, error.code], ['GeoError', 'geo', 7]);
    const own = new m.GeoError('own', 3);
    assert.equal(m.guarded(() => { throw own; }), 'GeoError: own');
    assert.equal(caught(() => m.apply(() => { throw own; }, 1)), own);
  });

  it('of JavaScript pass through Python as the same object', () => {
    for (const thrown of [new RangeError('mine'), 'text', 42, null, undefined, { odd: true }, Symbol('s')]) {
      assert.equal(caught(() => m.apply(() => { throw thrown; }, 1)), thrown);
    }
    assert.equal(m.guarded(() => { throw new RangeError('mine'); }), 'JSError: mine');
  });

  it('pass through three layers of callbacks', () => {
    const thrown = new Error('deep');
    const through = (f: () => unknown): unknown => m.call(() => m.call(() => m.call(f)));
    assert.equal(caught(() => through(() => { throw thrown; })), thrown);
    assert.equal(m.guarded(() => through(() => m.fail(0))), 'ValueError: deep trouble');
    const error = caught(() => through(() => m.fail(0)));
    assert.deepEqual([error.name, caught(() => through(() => { throw error; })) === error], ['ValueError', true]);
  });

  it('sys.exit is an error like others', () => {
    const error = caught(() => m.leave(3));
    assert.deepEqual([error.name, error.code], ['SystemExit', 3]);
  });

  it('runaway recursion ends in a RecursionError, also through callbacks', () => {
    assert.deepEqual(caught(() => m.forever(0)).name, 'RecursionError');
    const both = (): unknown => m.call(both);
    assert.match(caught(both).name, /RecursionError|RangeError/);
    assert.equal(m.add(1, 2), 3);
  });
});
