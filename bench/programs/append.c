#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), *xs = NULL, length = 0, capacity = 0;
  for (long i = 0; i < n; i++) {
    if (length == capacity) xs = realloc(xs, (capacity = capacity ? capacity * 2 : 8) * sizeof *xs);
    xs[length++] = i * 2;
  }
  printf("%ld %ld\n", length, xs[length - 1]);
}
