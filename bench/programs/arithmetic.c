#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), x = 1, acc = 0;
  for (long i = 0; i < n; i++) {
    x = (x * 3 + i) % 1000003; /* never negative, so C's division is Python's */
    acc += x / 7 - x % 5;
  }
  printf("%ld\n", acc);
}
