#include <stdio.h>
#include <stdlib.h>

static long gcd(long a, long b) {
  while (b) {
    long r = a % b;
    a = b, b = r;
  }
  return a;
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), total = 0;
  for (long a = 1; a < n; a++) {
    for (long b = a; b < n; b++) total += gcd(a, b);
  }
  printf("%ld\n", total);
}
