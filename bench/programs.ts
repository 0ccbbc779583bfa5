/** The bench programs and their sizes: CPython needs a second or more for each. `programs/NAME.c` is the same algorithm. */
export const sizes: Record<string, number> = {
  loop: 40_000_000,
  arithmetic: 10_000_000,
  calls: 20_000_000,
  append: 20_000_000,
  fib: 33,
  module_loop: 30_000_000,
  module_arithmetic: 8_000_000,
  module_calls: 15_000_000,
  module_append: 15_000_000,
  nbody: 150_000,
  spectral_norm: 300,
  fannkuch: 9,
  mandelbrot: 300,
  sieve: 10_000_000,
  matmul: 220,
  binary_trees: 15,
  word_count: 2_000_000,
  nqueens: 9,
  string_building: 3_000_000,
  tasks: 500_000,
  dijkstra: 60_000,
  collatz: 150_000,
  gcd: 2_000,
};

/** Sizes at which each program ends at once: whether it works is all that shows. */
export function smallSize(name: string): number {
  const size = sizes[name]!;
  return size < 100 ? Math.max(5, Math.floor(size / 2)) : Math.max(20, Math.floor(size / 1000));
}
