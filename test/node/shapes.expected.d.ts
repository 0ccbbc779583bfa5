// Made by tauraro from shapes.py.
/**
 * Shapes for every kind of export.
 *
 * The second paragraph ends a comment: *\/
 * @packageDocumentation
 */
type AbortSignal_ = typeof globalThis extends { AbortSignal: { prototype: infer S } } ? S : never;
export type Pair = [number, number];
/** How to draw. */
export interface Style {
  color?: string;
  width?: number;
}
export declare const UNIT: number;
export declare const NAMES: string[];
/** Something with an area. */
export declare class Shape {
  /** Makes a shape. */
  constructor(name: string, tags?: readonly string[] | null | undefined);
  constructor(name: string, options: { tags?: readonly string[] | null | undefined });
  static readonly sides: number;
  name: string;
  get tags(): string[];
  set tags(value: readonly string[]);
  /** Name in capitals. */
  get title(): string;
  /** Its area. */
  area(): number;
  static unit(): Shape;
  static named(name: string): Shape;
}
export declare class Circle extends Shape {
  constructor(radius: number);
  radius: number;
  area(): number;
}
export declare class ShapeError extends Error {
}
/**
 * The first of them.
 *
 * Raises IndexError where there is none.
 */
export declare function first<T>(xs: readonly T[]): T;
export declare function corners(origin: readonly [number | bigint, number | bigint], size?: readonly [number | bigint, number | bigint]): [number, number][];
export declare function corners(origin: readonly [number | bigint, number | bigint], options: { size?: readonly [number | bigint, number | bigint] }): [number, number][];
export declare function draw(shape: Shape, style: Style, options?: { align?: "left" | "right"; depth?: number | bigint }): string;
export declare function group(shapes: Iterable<Shape>, key: (arg0: Shape) => string): Record<string, Shape[]>;
export declare function lookup(table: ReadonlyMap<number | bigint, string>, ...keys: readonly (number | bigint)[]): Set<string>;
export declare function countdown(n: number | bigint): IterableIterator<number>;
export declare function serial(n: bigint | number): bigint;
export declare function maybe(x: number | bigint | null | undefined, y: string | number | bigint): boolean | null;
export declare function raw(data: Uint8Array | ArrayBuffer | ArrayBufferView): Uint8Array;
export declare function untyped(a: unknown, b?: unknown, ...args: readonly unknown[]): unknown;
export declare function reserved(default_: number | bigint, new_: number | bigint): void;
declare function export_delete(x: number | bigint): number;
export { export_delete as delete };
export declare function later(x: number | bigint, options?: { signal?: AbortSignal_ }): Promise<string>;
export declare class Color {
  private constructor();
  static readonly RED: Color;
  static readonly BLUE: Color;
  readonly name: string;
  readonly value: unknown;
}
/** A place. */
export declare class Point {
  constructor(x: number, y?: number);
  constructor(x: number, options: { y?: number });
  x: number;
  y: number;
  moved(dx: number, dy?: number): Point;
  moved(dx: number, options: { dy?: number }): Point;
}
export declare class Box<T = unknown> {
  constructor(value: T);
  value: T;
  [Symbol.iterator](): IterableIterator<T>;
}
export declare function ticks(n: number | bigint): AsyncIterableIterator<number>;
export declare function slow(n: number | bigint, options?: { signal?: AbortSignal_ }): Promise<number>;
export declare function window(data: ArrayBuffer | ArrayBufferView, start: number | bigint): Uint8Array | Float64Array | Float32Array | Int8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
export declare function adder(n: number | bigint): (arg0: number | bigint) => number;
export declare function mixed(colour: Color, point: Point, names: ReadonlySet<string>, sizes: Readonly<Partial<Record<"a" | "b", number | bigint>>> | ReadonlyMap<"a" | "b", number | bigint>, options?: { when?: (() => void) | null | undefined }): [Color, Point, number];
export declare function relay(source: PromiseLike<number>, options?: { signal?: AbortSignal_ }): Promise<number>;
export {};
