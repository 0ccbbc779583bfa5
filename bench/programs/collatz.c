#include <stdio.h>
#include <stdlib.h>

static long steps(long n) {
  long count = 0;
  for (; n != 1; count++) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
  return count;
}

int main(int argc, char **argv) {
  long limit = atol(argv[argc - 1]), best = 0, best_start = 0;
  for (long start = 1; start < limit; start++) {
    long count = steps(start);
    if (count > best) best = count, best_start = start;
  }
  printf("%ld %ld\n", best_start, best);
}
