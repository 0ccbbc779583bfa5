#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static long place(long row, long n, bool *columns, bool *up, bool *down) {
  if (row == n) return 1;
  long count = 0;
  for (long column = 0; column < n; column++) {
    if (columns[column] || up[row + column] || down[row - column + n]) continue;
    columns[column] = up[row + column] = down[row - column + n] = true;
    count += place(row + 1, n, columns, up, down);
    columns[column] = up[row + column] = down[row - column + n] = false;
  }
  return count;
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]);
  bool columns[64] = {0}, up[128] = {0}, down[130] = {0};
  printf("%ld\n", place(0, n, columns, up, down));
}
