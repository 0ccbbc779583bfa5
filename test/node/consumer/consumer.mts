// What a strict TypeScript project does with every kind of export; checked by tsc, then run.
import * as shapes from './shapes.mjs';
import { Circle, corners, countdown, draw, first, group, later, lookup, maybe, type Pair, Shape, ShapeError, type Style } from './shapes.mjs';

const circle: Circle = new Circle(2);
const area: number = circle.area();
const title: string = circle.title;
circle.radius = 3;
const style: Style = { color: 'red', width: 1 };
const text: string = draw(circle, style, { align: 'right' });
const one: string = first(['a', 'b']);
const two: Pair[] = corners([1, 2], { size: [3, 4] });
const groups: Record<string, Shape[]> = group(new Set([circle, Shape.named('x')]), (shape) => shape.name);
const found: Set<string> = lookup(new Map([[1, 'one']]), 1, 1);
const counted: number[] = [...countdown(3)];
const big: bigint = shapes.serial(5n);
const perhaps: boolean | null = maybe(null, 'x');
const bytes: Uint8Array = shapes.raw(new Uint8Array(2));
const names: string[] = shapes.NAMES;
const unit: number = shapes.UNIT;
const given: unknown = shapes.untyped(1, 2, 3);
const removed: number = shapes.delete(4);
const answer: string = await later(5);
const error: Error = new ShapeError('bad');
shapes.reserved(1, 2);
const red: shapes.Color = shapes.Color.RED;
const point: shapes.Point = new shapes.Point(1, { y: 2 }).moved(1);
const box: shapes.Box<number> = new shapes.Box(1);
box.value = box.value + 1;
const seen: number[] = [];
for await (const i of shapes.ticks(3)) seen.push(i);
const squared: number = await shapes.slow(4);
const part = shapes.window(Float64Array.of(1, 2, 3), 1);
const sum: number = shapes.adder(2)(3);
const called: string[] = [];
const triple: [shapes.Color, shapes.Point, number] = shapes.mixed(red, point, new Set(['x']), { a: 1 }, { when: () => void called.push('called') });
const relayed: number = await shapes.relay(Promise.resolve(1), { signal: new AbortController().signal });
const slowed: number = await shapes.slow(2, { signal: AbortSignal.timeout(60_000) });
export function refused(): void {
  // @ts-expect-error: a number is no string
  draw(circle, style, { align: 1 });
  // @ts-expect-error: title has no setter
  circle.title = 'x';
  // @ts-expect-error: enums have no constructor
  new shapes.Color();
  // @ts-expect-error: a field is a number
  new shapes.Point('1');
  // @ts-expect-error: bytes are no Array
  shapes.window([1], 0);
  // @ts-expect-error: no signal
  void later(5, { signal: 'stop' });
  // @ts-expect-error: private names stay private
  circle._hidden();
}

console.log(JSON.stringify([area, title, text, one, two, Object.keys(groups), [...found], counted, String(big), perhaps, bytes.length, names, unit, given, removed, answer, error instanceof ShapeError]));
console.log(JSON.stringify([red.name, point.x, point.y, box.value, [...box], seen, squared, [...part].map(Number), sum, called, triple[0] === red, triple[1] === point, triple[2], relayed, slowed]));
