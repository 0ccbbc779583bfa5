/** The bench programs and their sizes: CPython needs a second or more for each. `programs/NAME.c` is the same algorithm. */
export const sizes: Record<string, number> = {
  loop: 100_000_000,
  arithmetic: 25_000_000,
  calls: 40_000_000,
  append: 40_000_000,
  fib: 37,
  module_loop: 50_000_000,
  module_arithmetic: 20_000_000,
  module_calls: 30_000_000,
  module_append: 30_000_000,
  nbody: 500_000,
  spectral_norm: 800,
  fannkuch: 10,
  mandelbrot: 1_000,
  sieve: 15_000_000,
  matmul: 350,
  binary_trees: 17,
  word_count: 5_000_000,
  nqueens: 11,
  string_building: 6_000_000,
  tasks: 1_500_000,
  dijkstra: 150_000,
  collatz: 400_000,
  gcd: 3_500,
};

/** Sizes for programs whose types are hidden: CPython needs some tenths of a second for each. */
export function dynamicSize(name: string): number {
  const size = sizes[name]!;
  return size < 100 ? size - 2 : size < 10_000 ? Math.floor(size / 2) : Math.floor(size / 10);
}

/** Sizes at which each program ends at once: whether it works is all that shows. */
export function smallSize(name: string): number {
  const size = sizes[name]!;
  return size < 100 ? Math.max(5, Math.floor(size / 2)) : Math.max(20, Math.floor(size / 1000));
}
