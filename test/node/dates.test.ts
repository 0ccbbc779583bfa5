/** Date and datetime. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build, load, type Loaded } from './harness.js';

describe('Node modules: dates', function () {
  this.timeout(60_000);
  let file: string;
  let m: Loaded;
  before(() => {
    file = build('dates');
    m = load(file);
  });
  const noon = new Date('2024-02-29T12:30:15.250Z');

  it('are moments, both ways', () => {
    assert.equal(m.text(noon), '2024-02-29T12:30:15.250000+00:00');
    assert.deepEqual(m.START, noon);
    assert.deepEqual(m.next_day(noon), new Date('2024-03-01T12:30:15.250Z'));
    assert.deepEqual(m.zoned(noon, 5), noon);
    assert.deepEqual(m.naive(noon), noon);
    assert.deepEqual(m.micro(999_999), new Date(-1));
    assert.deepEqual(m.micro(1), new Date(-1000));
    for (const time of [0, -1, 1e12 + 1, -62135596800000, 253402300799999]) assert.deepEqual(m.maybe(new Date(time)), new Date(time));
  });

  it('days begin in UTC', () => {
    assert.equal(m.day_text(noon), '2024-02-29');
    assert.deepEqual(m.first_day(2024, 3), new Date('2024-03-01'));
  });

  it('are known without an annotation, in unions and in fields', () => {
    assert.deepEqual(m.any_kind(noon), ['datetime', noon]);
    assert.equal(m.maybe(), null);
    assert.equal(m.either(noon), 'datetime');
    assert.equal(m.either('x'), 'str');
    const event = new m.Event('x', noon);
    assert.deepEqual(event.when, noon);
    assert.deepEqual(event.moved(1).when, new Date('2024-02-29T13:30:15.250Z'));
    event.when = new Date(0);
    assert.deepEqual(event.when, new Date(0));
  });

  it('a timedelta keeps its identity', () => {
    const { '2024-01-01': gap } = m.gaps([new Date('2024-01-01'), new Date('2024-01-03')]);
    assert.equal(gap.days, 2);
    assert.equal(m.seconds(gap), 172_800);
  });

  it('what is none, or none that Python knows, is refused', () => {
    assert.throws(() => m.text('2024'), { name: 'TypeError', message: "text() argument 'when' must be datetime, got string \"2024\"" });
    assert.throws(() => m.text({}), { name: 'TypeError', message: "text() argument 'when' must be datetime, got Object" });
    assert.throws(() => m.text(new Date(NaN)), { name: 'TypeError', message: /must be datetime, got Date/ });
    assert.throws(() => m.text(new Date(8.64e15)), { name: 'OverflowError' });
    assert.throws(() => m.day_text(new Date(-8.64e15)), { name: 'OverflowError' });
    assert.throws(() => m.text(new Proxy(noon, {})), { name: 'TypeError' });
  });

  it('declarations say Date', () => {
    const text = readFileSync(file.replace(/node$/, 'd.ts'), 'utf8');
    assert.match(text, /function next_day\(when: Date\): Date;/);
    assert.match(text, /function first_day\(year: number \| bigint, month: number \| bigint\): Date;/);
    assert.match(text, /function maybe\(when\?: Date \| null \| undefined\): Date \| null;/);
    assert.match(text, /const START: Date;/);
    assert.match(text, /when: Date;/);
  });
});
