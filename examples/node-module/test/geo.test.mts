import assert from 'node:assert/strict';
import { test } from 'node:test';
import { area, grid, mean, nearest, Point } from 'geo-example';

test('area', () => {
  const square = [new Point(0, 0), new Point(2, 0), new Point(2, 2), new Point(0, 2)];
  assert.equal(area(square), 4);
  assert.throws(() => area([]), { name: 'ValueError', message: 'a polygon has at least three corners' });
});

test('nearest, with keyword arguments', () => {
  const points = [...grid(3, 3)];
  const found: Point | null = nearest(points, new Point(2.2, 1.1));
  assert.equal(found, points[5]);
  assert.equal(nearest(points, new Point(9, 9), { within: 1 }), null);
});

test('typed arrays', () => {
  assert.equal(mean(Float64Array.of(1, 2, 6)), 3);
});
