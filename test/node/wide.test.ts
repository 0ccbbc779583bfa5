/** Kinds of exports and values beyond the common ones, when they run and in declarations. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build, load, type Loaded } from './harness.js';

describe('Node modules: wider', function () {
  this.timeout(60_000);
  let file: string;
  let m: Loaded;
  before(() => {
    file = build('wide');
    m = load(file);
  });
  const caught = (run: () => unknown): Loaded => {
    try {
      return run();
    } catch (error) {
      return error;
    }
  };

  it('types that contain themselves', () => {
    assert.equal(m.size({ value: 1, left: { right: { value: 2 } } }), 3);
    assert.equal(m.leaves({ a: [1, 'x', null, { b: true }] }), 4);
    assert.throws(() => m.size({ value: 'x' }), { name: 'TypeError', message: "size() argument 'tree'.value must be int, got string \"x\"" });
  });

  it('named tuples are instances; rows where a row is declared', () => {
    const twice = m.money(new m.Money(2, { currency: 'USD' }));
    assert.deepEqual([twice.amount, twice.currency, twice instanceof m.Money], [4, 'USD', true]);
    assert.deepEqual(m.as_row(twice), [4, 'USD']);
  });

  it('protocols take anything that has what they ask for', () => {
    assert.equal(m.greeting({ name: 'Ada', greet: (n: number) => '!'.repeat(n) }), 'Ada!!');
    assert.throws(() => m.greeting({ nom: 'Ada' }), { name: 'AttributeError' });
  });

  it('subclasses of built-in types cross as what is declared', () => {
    assert.equal(m.mood(), 'good');
    assert.equal(m.level(), 1);
    assert.deepEqual(m.counts(['a', 'b', 'a']), { a: 2, b: 1 });
    assert.deepEqual(Object.keys(m.ordered()), ['b', 'a']);
    assert.deepEqual(m.by_length(['a', 'bb', 'c']), new Map([[1, ['a', 'c']], [2, ['bb']]]));
  });

  it('decorated functions, caches and partials are functions', () => {
    assert.deepEqual([m.decorated(1), m.decorated(1, { b: 5 }), m.decorated.name], [12, 15, 'decorated']);
    assert.throws(() => m.decorated('x'), { name: 'TypeError', message: "decorated() argument 'a' must be int, got string \"x\"" });
    assert.deepEqual([m.fibonacci(80), m.fibonacci.name], [23416728348467685n, 'fibonacci']);
    assert.throws(() => m.fibonacci('1'), { name: 'TypeError', message: "fibonacci() argument 'n' must be int, got string \"1\"" });
    assert.deepEqual([m.decorated_by_5(1), m.square(3), m.double('x')], [51, 9, 'xx']);
  });

  it('dataclasses that are frozen, or take keywords only', () => {
    const config = new m.Config({ name: 'x' });
    assert.equal(new m.Config({ name: 'y', parent: config }).parent, config);
    assert.throws(() => new m.Config('x'), { name: 'TypeError' });
    assert.throws(() => { new m.Version(1).major = 2; }, { name: 'FrozenInstanceError' });
    new m.Item('a');
    assert.equal(m.Item.count, 1);
    assert.equal(new m.Animal('x', { legs: 3 }).length, 3);
  });

  it('errors have what their class gives them, made on either side', () => {
    assert.equal(new m.ShopError('x', 3).code, 3);
    assert.equal(caught(() => m.fail('shop')).code, 7);
    assert.deepEqual(caught(() => m.fail('group')).errors.map(String), ['ValueError: a', 'TypeError: b']);
    const missing = caught(() => m.fail('os'));
    assert.deepEqual([missing.name, missing.errno, missing.path], ['FileNotFoundError', 2, '/nowhere/at/all']);
  });

  it('a generator gives its result once', () => {
    const sums = m.accumulate();
    assert.deepEqual([sums.next(), sums.next(5), sums.next(), sums.next()], [{ value: 0, done: false }, { value: 5, done: false }, { value: 'sum 5', done: true }, { value: undefined, done: true }]);
  });

  it('declarations', () => {
    const text = readFileSync(file.replace(/node$/, 'd.ts'), 'utf8');
    for (const line of [
      'export type Json = null | boolean | number | string | unknown[] | Record<string, unknown>;',
      '  left?: Tree;',
      'export declare const MAX: number;',
      'constructor(amount: number, currency?: string);',
      'constructor(options: { name: string; level?: number | bigint; parent?: Config | null | undefined });',
      'static readonly count: number;',
      'get major(): number;',
      'get length(): number;',
      'export declare function double(x: number | bigint): number;',
      'export declare function double(x: string): string;',
      'export declare const square: (...args: any[]) => unknown;',
    ])
      assert.ok(text.includes(line), `${line}\n${text}`);
    assert.doesNotMatch(text, /set major|double\(x: unknown/);
    assert.match(text, /name: string;\n  get legs\(\): number;/);
  });
});
