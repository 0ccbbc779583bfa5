#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), permutation[32], flipped[32], count[32] = {0}, most = 0, checksum = 0, r = n;
  bool sign = true;
  for (long i = 0; i < n; i++) permutation[i] = i;
  for (;;) {
    for (; r != 1; r--) count[r - 1] = r;
    if (permutation[0] != 0) {
      memcpy(flipped, permutation, n * sizeof *flipped);
      long flips = 0;
      for (long first = flipped[0]; first != 0; first = flipped[0]) {
        for (long i = 0, j = first; i < j; i++, j--) {
          long t = flipped[i];
          flipped[i] = flipped[j], flipped[j] = t;
        }
        flips++;
      }
      if (flips > most) most = flips;
      checksum += sign ? flips : -flips;
    }
    sign = !sign;
    for (;; r++) {
      if (r == n) {
        printf("%ld %ld\n", checksum, most);
        return 0;
      }
      long first = permutation[0];
      for (long i = 0; i < r; i++) permutation[i] = permutation[i + 1];
      permutation[r] = first;
      if (--count[r] > 0) break;
    }
  }
}
