#include <stdio.h>
#include <stdlib.h>

static long add(long a, long b) { return a + b; }

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), total = 0;
  for (long i = 0; i < n; i++) {
    total = add(total, i);
    __asm__ volatile("" : "+r"(total)); /* the sum stays a loop */
  }
  printf("%ld\n", total);
}
