/** "did you mean …?" with the name that a misspelt one was probably meant to be; undefined where none is close. */
export function suggest(word: string, candidates: readonly string[], prefix = ''): string | undefined {
  let best = '';
  let least = Math.max(1, Math.floor(word.length / 2)) + 0.5;
  for (const candidate of candidates) {
    const distance = candidate.startsWith(word) ? 0.5 : editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === '' ? undefined : `did you mean ${prefix}${best}?`;
}

/** Insertions, deletions, replacements and swaps of neighbours (Damerau's distance, restricted). */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length]!;
}
