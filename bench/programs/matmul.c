#include <stdio.h>
#include <stdlib.h>

static double **matrix(long n) {
  double **rows = malloc(n * sizeof *rows);
  for (long i = 0; i < n; i++) rows[i] = calloc(n, sizeof **rows);
  return rows;
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]);
  double **a = matrix(n), **b = matrix(n), **c = matrix(n);
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < n; j++) a[i][j] = i * j % 7, b[i][j] = i + j;
  }
  for (long i = 0; i < n; i++) {
    for (long j = 0; j < n; j++) {
      double total = 0;
      for (long k = 0; k < n; k++) total += a[i][k] * b[k][j];
      c[i][j] = total;
    }
  }
  printf("%.1f %.1f %.1f\n", c[0][0], c[n - 1][n - 1], c[n / 2][n / 3]);
}
