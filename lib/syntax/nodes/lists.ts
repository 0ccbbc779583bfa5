/** Lists as the grammar builds them: cells that share their beginning, so that a postprocessor is pure and takes O(1). */
export interface List<T> {
  readonly previous: List<T> | null;
  readonly value: T;
  readonly length: number;
}

const append = <T>(previous: List<T> | null, value: T): List<T> => ({
  previous,
  value,
  length: previous === null ? 1 : previous.length + 1,
});

/** What nearley hands to a postprocessor. */
type Parts = readonly any[];

/** list -> item … */
export const one = (d: Parts) => append(null, d[0]);
/** list -> item "," item */
export const two = (d: Parts) => append(append(null, d[0]), d[2]);
/** list -> list "," item */
export const more = (d: Parts) => append(d[0], d[2]);
/** list -> list item … */
export const next = (d: Parts) => append(d[0], d[1]);

export function toArray<T>(list: List<T> | null): T[] {
  if (list === null) return [];
  const items = new Array<T>(list.length);
  for (let cell: List<T> | null = list; cell !== null; cell = cell.previous) items[cell.length - 1] = cell.value;
  return items;
}
