#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), count = 0;
  bool *flags = malloc(n + 1);
  memset(flags, true, n + 1);
  flags[0] = flags[1] = false;
  for (long i = 2; i * i <= n; i++) {
    if (!flags[i]) continue;
    for (long j = i * i; j <= n; j += i) flags[j] = false;
  }
  for (long i = 0; i <= n; i++) count += flags[i];
  printf("%ld\n", count);
}
