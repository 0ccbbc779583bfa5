/** Dataclasses and enums. */
import assert from 'node:assert/strict';
import { build, load, type Loaded } from './harness.js';

describe('Node modules: dataclasses and enums', function () {
  this.timeout(60_000);
  let m: Loaded;
  before(() => {
    m = load(build('records'));
  });

  it('enum members are the same objects on both sides', () => {
    assert.equal(m.mix(m.Color.RED), m.Color.GREEN);
    assert.equal(m.Color.RED, m.Color.RED);
    assert.deepEqual([m.Color.RED.name, m.Color.RED.value, String(m.Color.RED)], ['RED', 1, 'Color.RED']);
    assert.ok(m.Color.RED instanceof m.Color);
    assert.deepEqual([m.level(2) === m.Level.HIGH, m.Level.HIGH.value], [true, 3]);
    assert.throws(() => m.mix('RED'), { name: 'TypeError', message: "mix() argument 'a' must be Color, got string \"RED\"" });
  });

  it('dataclasses have constructors by their fields', () => {
    const item = new m.Item('a', 2, ['x']);
    assert.deepEqual([item.name, item.price, item.tags, item.total(3)], ['a', 2, ['x'], 6]);
    assert.equal(new m.Item('b').price, 1);
    assert.deepEqual(new m.Item('c', { tags: ['q'] }).tags, ['q']);
    assert.equal(m.cheapest([item, new m.Item('z', 0.5)]).name, 'z');
    assert.equal(String(item), "Item(name='a', price=2.0, tags=['x'])");
    item.price = 3;
    assert.equal(item.total(2), 6);
    assert.throws(() => new m.Item(1), { name: 'TypeError', message: "Item() argument 'name' must be str, got number 1" });
    const sale = new m.Sale('s', 2, [], { count: 3 });
    assert.deepEqual([sale.sum(), sale.name, sale.price, sale.count, sale instanceof m.Item], [6, 's', 2, 3, true]);
    assert.deepEqual([new m.Plain(5).size, m.Plain.size], [5, 1]);
    assert.throws(() => new m.Sale('s', 'x'), { name: 'TypeError', message: "Sale() argument 'price' must be float, got string \"x\"" });
    assert.throws(() => (item.price = 'x'), { name: 'TypeError', message: 'price must be float, got string "x"' });
  });
});
