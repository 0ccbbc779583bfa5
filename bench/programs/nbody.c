#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct { double x, y, z, vx, vy, vz, mass; } Body;
enum { N = 5 };

static void advance(Body *bodies, double dt) {
  for (int i = 0; i < N; i++) {
    Body *a = &bodies[i];
    for (int j = i + 1; j < N; j++) {
      Body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      double square = dx * dx + dy * dy + dz * dz, mag = dt / (square * sqrt(square));
      a->vx -= dx * b->mass * mag, a->vy -= dy * b->mass * mag, a->vz -= dz * b->mass * mag;
      b->vx += dx * a->mass * mag, b->vy += dy * a->mass * mag, b->vz += dz * a->mass * mag;
    }
  }
  for (int i = 0; i < N; i++) {
    bodies[i].x += dt * bodies[i].vx, bodies[i].y += dt * bodies[i].vy, bodies[i].z += dt * bodies[i].vz;
  }
}

static double energy(const Body *bodies) {
  double e = 0;
  for (int i = 0; i < N; i++) {
    const Body *a = &bodies[i];
    e += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < N; j++) {
      const Body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      e -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]);
  Body bodies[N] = {{0, 0, 0, 0, 0, 0, 39.47},
                    {4.84, -1.16, -0.10, 0.6, 2.81, -0.02, 0.037},
                    {8.34, 4.12, -4.0, -1.01, 1.82, 0.008, 0.011},
                    {12.8, -15.1, -0.22, 1.08, 0.86, -0.01, 0.0017},
                    {15.3, -25.9, 0.17, 0.97, 0.59, -0.03, 0.002}};
  printf("%.9f\n", energy(bodies));
  for (long i = 0; i < n; i++) advance(bodies, 0.01);
  printf("%.9f\n", energy(bodies));
}
