#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double element(long i, long j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void times(long n, const double *u, double *out) {
  for (long i = 0; i < n; i++) {
    double total = 0;
    for (long j = 0; j < n; j++) total += element(i, j) * u[j];
    out[i] = total;
  }
}

static void times_transposed(long n, const double *u, double *out) {
  for (long i = 0; i < n; i++) {
    double total = 0;
    for (long j = 0; j < n; j++) total += element(j, i) * u[j];
    out[i] = total;
  }
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]);
  double *u = malloc(n * 8), *v = malloc(n * 8), *t = malloc(n * 8), above = 0, below = 0;
  for (long i = 0; i < n; i++) u[i] = 1;
  for (int round = 0; round < 5; round++) {
    times(n, u, t), times_transposed(n, t, v);
    times(n, v, t), times_transposed(n, t, u);
  }
  for (long i = 0; i < n; i++) above += u[i] * v[i], below += v[i] * v[i];
  printf("%.8f\n", sqrt(above / below));
}
