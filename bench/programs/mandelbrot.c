#include <stdio.h>
#include <stdlib.h>

static long escape_time(double x, double y, long limit) {
  double re = 0, im = 0;
  for (long step = 0; step < limit; step++) {
    double re2 = re * re, im2 = im * im;
    if (re2 + im2 > 4.0) return step;
    im = 2.0 * re * im + y;
    re = re2 - im2 + x;
  }
  return limit;
}

int main(int argc, char **argv) {
  long size = atol(argv[argc - 1]), total = 0;
  for (long row = 0; row < size; row++) {
    for (long column = 0; column < size; column++) total += escape_time(-2.0 + 2.5 * column / size, -1.25 + 2.5 * row / size, 100);
  }
  printf("%ld\n", total);
}
