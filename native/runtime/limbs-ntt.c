/*
 * Multiplication of very long numbers: the limbs are the coefficients of two polynomials, whose product is
 * found modulo three primes by number-theoretic transforms and put together by the Chinese remainder theorem.
 * Numbers modulo a prime are multiplied by Montgomery's method: multiply(a, b) is a b / 2^64.
 */
#include "limbs.h"

enum { PRIMES = 3, ORDER = 32 /* 2^32 divides each prime - 1 */ };
typedef struct Prime {
  uint64_t p, root; /* of unity, of order 2^32 */
} Prime;
static const Prime primes[PRIMES] = {{0x7ffffff900000001, 5285126501193757078},
                                     {0x7fffffe900000001, 4935533487013155270},
                                     {0x7fffffdb00000001, 4759098744942009718}};

typedef struct Field {
  uint64_t p, inverse /* of p modulo 2^64 */, one /* 2^64 mod p */, square /* 2^128 mod p */;
} Field;

static inline uint64_t multiply(const Field *f, uint64_t a, uint64_t b) {
  uint64_t high, other, low = rt_limb_mul(a, b, &high);
  rt_limb_mul(low * f->inverse, f->p, &other);
  uint64_t result = high - other;
  return result + (high < other ? f->p : 0);
}

static inline uint64_t add(const Field *f, uint64_t a, uint64_t b) {
  uint64_t sum = a + b; /* below 2^64: the primes are below 2^63 */
  return sum >= f->p ? sum - f->p : sum;
}

static inline uint64_t subtract(const Field *f, uint64_t a, uint64_t b) { return a - b + (a < b ? f->p : 0); }

static uint64_t power(const Field *f, uint64_t base, uint64_t exponent) {
  uint64_t result = f->one;
  for (; exponent; exponent >>= 1, base = multiply(f, base, base))
    if (exponent & 1) result = multiply(f, result, base);
  return result;
}

static Field field_of(uint64_t p) {
  Field f = {p, p, 0, 0};
  for (int i = 0; i < 5; i++) f.inverse *= 2 - p * f.inverse;
  f.one = UINT64_MAX % p + 1;
  f.square = f.one;
  for (int i = 0; i < 64; i++) f.square = add(&f, f.square, f.square);
  return f;
}

/* roots[h + j], h a power of two, j < h: the j-th power of a root of order 2 h. */
static void fill_roots(const Field *f, uint64_t *roots, int64_t size, uint64_t root, int log_size) {
  uint64_t step = multiply(f, root, f->square);
  for (int i = ORDER; i > log_size; i--) step = multiply(f, step, step);
  for (int64_t h = size / 2; h >= 1; h /= 2) {
    roots[h] = f->one;
    for (int64_t j = 1; j < h; j++) roots[h + j] = multiply(f, roots[h + j - 1], step);
    step = multiply(f, step, step);
  }
}

/* Leaves the coefficients in bit-reversed order, which backward() takes. */
static void forward(const Field *f, uint64_t *a, int64_t size, const uint64_t *roots) {
  for (int64_t h = size / 2; h >= 1; h /= 2)
    for (int64_t start = 0; start < size; start += 2 * h)
      for (int64_t j = 0; j < h; j++) {
        uint64_t u = a[start + j], v = a[start + h + j];
        a[start + j] = add(f, u, v);
        a[start + h + j] = multiply(f, subtract(f, u, v), roots[h + j]);
      }
}

/* With the roots themselves in place of their inverses: the result comes out reversed but for its first
 * element. */
static void backward(const Field *f, uint64_t *a, int64_t size, const uint64_t *roots) {
  for (int64_t h = 1; h < size; h *= 2)
    for (int64_t start = 0; start < size; start += 2 * h)
      for (int64_t j = 0; j < h; j++) {
        uint64_t u = a[start + j], v = multiply(f, a[start + h + j], roots[h + j]);
        a[start + j] = add(f, u, v);
        a[start + h + j] = subtract(f, u, v);
      }
}

static void load(const Field *f, uint64_t *to, int64_t size, const uint64_t *a, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    uint64_t limb = a[i];
    while (limb >= f->p) limb -= f->p;
    to[i] = limb;
  }
  memset(to + n, 0, (size_t)(size - n) * sizeof *to);
}

typedef struct Operands {
  const uint64_t *a, *b;
  int64_t n, m, size;
  int log_size;
} Operands;

/* The coefficients of the product modulo one prime, reversed but for the first. */
static void convolve(const Prime *prime, const Operands *o, uint64_t *result, uint64_t *other,
                     uint64_t *roots) {
  Field f = field_of(prime->p);
  fill_roots(&f, roots, o->size, prime->root, o->log_size);
  load(&f, result, o->size, o->a, o->n);
  forward(&f, result, o->size, roots);
  if (o->a == o->b && o->n == o->m) {
    other = result;
  } else {
    load(&f, other, o->size, o->b, o->m);
    forward(&f, other, o->size, roots);
  }
  /* Each product loses 2^64 once here and once in the last step; dividing by the size makes good for the
   * transforms. */
  uint64_t size = multiply(&f, (uint64_t)o->size, f.square),
           scale = multiply(&f, power(&f, size, f.p - 2), f.square);
  for (int64_t i = 0; i < o->size; i++) result[i] = multiply(&f, multiply(&f, result[i], other[i]), scale);
  backward(&f, result, o->size, roots);
}

/* x = x0 + v1 p0 + v2 p0 p1 with x = x0, x1, x2 modulo the primes (Garner's method), added into the limbs
 * with their carry. */
static void combine(uint64_t *r, int64_t length, int64_t size, uint64_t *const residues[PRIMES]) {
  Field f1 = field_of(primes[1].p), f2 = field_of(primes[2].p);
  uint64_t p0 = primes[0].p, p1 = primes[1].p, p01[2], carry[2] = {0, 0};
  p01[0] = rt_limb_mul(p0, p1, &p01[1]);
  /* In Montgomery form: a plain number times one of these is plain. */
  uint64_t inverse01 = power(&f1, multiply(&f1, p0 % p1, f1.square), p1 - 2);
  uint64_t p0_in_2 = multiply(&f2, p0 % f2.p, f2.square), p1_in_2 = multiply(&f2, p1 % f2.p, f2.square);
  uint64_t inverse012 = power(&f2, multiply(&f2, p0_in_2, p1_in_2), f2.p - 2);
  for (int64_t i = 0; i < length; i++) {
    int64_t at = i ? size - i : 0;
    uint64_t x0 = residues[0][at], v1 = multiply(&f1, subtract(&f1, residues[1][at], x0 % p1), inverse01);
    uint64_t known = add(&f2, x0 % f2.p, multiply(&f2, v1 % f2.p, p0_in_2));
    uint64_t v2 = multiply(&f2, subtract(&f2, residues[2][at], known), inverse012), limb[3], high, c = 0;
    limb[0] = rt_limb_mul_add(v1, p0, x0, carry[0], &limb[1]);
    limb[0] = rt_limb_mul_add(v2, p01[0], limb[0], 0, &high);
    limb[1] = rt_limb_mul_add(v2, p01[1], limb[1], high, &limb[2]);
    limb[1] = rt_limb_add(limb[1], carry[1], &c);
    limb[2] += c;
    r[i] = limb[0];
    carry[0] = limb[1];
    carry[1] = limb[2];
  }
}

int rt_limbs_mul_transform(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  Operands o = {a, b, n, m, 2, 1};
  while (o.size < n + m) o.size *= 2, o.log_size++;
  uint64_t room = (uint64_t)o.size * 5 * sizeof(uint64_t);
  uint64_t *work = rt_buffer_alloc(room);
  if (!work) return -1;
  uint64_t *residues[PRIMES] = {work, work + o.size, work + 2 * o.size};
  for (int i = 0; i < PRIMES; i++)
    convolve(&primes[i], &o, residues[i], work + 3 * o.size, work + 4 * o.size);
  combine(r, n + m, o.size, residues);
  rt_buffer_free(work, room);
  return 0;
}
