/*
 * Multiplication: the schoolbook method for short numbers, Karatsuba's for middling ones, transforms
 * (limbs-ntt.c) for long ones. A long number times a short one is cut into pieces of the short one's length.
 */
#include "limbs.h"

enum { KARATSUBA_FROM = 28, TRANSFORM_FROM = 3000 };

void rt_limbs_mul_simple(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  assert(n >= m && m >= 1);
  r[n] = rt_limbs_mul_1(r, a, n, b[0], 0);
  for (int64_t i = 1; i < m; i++) r[n + i] = rt_limbs_addmul_1(r + i, a, n, b[i]);
}

/* |a - b| of n limbs each; true when negative. */
static bool absolute_difference(uint64_t *r, const uint64_t *a, const uint64_t *b, int64_t n) {
  bool negative = rt_limbs_compare_n(a, b, n) < 0;
  if (negative) rt_limbs_sub(r, b, n, a, n);
  else rt_limbs_sub(r, a, n, b, n);
  return negative;
}

/*
 * Both of n limbs; scratch has room for 4 * n + 256 limbs.
 * With a = a1 X + a0, b = b1 X + b0: the middle is a1 b1 + a0 b0 - (a1 - a0)(b1 - b0). An odd n leaves a top
 * limb, which is added at the end by the schoolbook method.
 */
static void multiply_balanced(uint64_t *r, const uint64_t *a, const uint64_t *b, int64_t n,
                              uint64_t *scratch) {
  if (n < KARATSUBA_FROM) {
    rt_limbs_mul_simple(r, a, n, b, n);
    return;
  }
  int64_t half = n / 2, even = half * 2;
  uint64_t *cross = scratch, *middle = scratch + even, *rest = middle + even + 1;
  bool negative =
      absolute_difference(r, a + half, a, half) ^ absolute_difference(r + half, b + half, b, half);
  multiply_balanced(cross, r, r + half, half, rest);
  multiply_balanced(r, a, b, half, rest);
  multiply_balanced(r + even, a + half, b + half, half, rest);
  middle[even] = rt_limbs_add(middle, r, even, r + even, even);
  if (negative) middle[even] += rt_limbs_add(middle, middle, even, cross, even);
  else middle[even] -= rt_limbs_sub(middle, middle, even, cross, even);
  uint64_t carry = rt_limbs_add(r + half, r + half, even + half, middle, even + 1);
  assert(carry == 0);
  (void)carry;
  if (n == even) return;
  r[2 * even] = rt_limbs_addmul_1(r + even, b, even, a[even]);
  r[2 * even + 1] = rt_limbs_addmul_1(r + even, a, n, b[even]);
}

/* Pieces of a, each as long as b; the last one is shorter. */
static int multiply_in_pieces(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  uint64_t room = (uint64_t)(6 * m + 256) * sizeof(uint64_t);
  uint64_t *product = rt_buffer_alloc(room);
  if (!product) return -1;
  uint64_t *scratch = product + 2 * m;
  int failed = 0;
  memset(r, 0, (size_t)(n + m) * sizeof *r);
  for (int64_t at = 0; at < n && !failed; at += m) {
    int64_t length = n - at < m ? n - at : m;
    if (length == m && m < TRANSFORM_FROM) multiply_balanced(product, a + at, b, m, scratch);
    else failed = rt_limbs_mul(product, b, m, a + at, length);
    if (!failed) rt_limbs_add(r + at, r + at, n + m - at, product, m + length);
  }
  rt_buffer_free(product, room);
  return failed;
}

int rt_limbs_mul(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  if (n < m) return rt_limbs_mul(r, b, m, a, n);
  if (m == 0) {
    memset(r, 0, (size_t)n * sizeof *r);
    return 0;
  }
  if (m < KARATSUBA_FROM) {
    rt_limbs_mul_simple(r, a, n, b, m);
    return 0;
  }
  if (m >= TRANSFORM_FROM && n < 3 * m) return rt_limbs_mul_transform(r, a, n, b, m);
  if (n != m || m >= TRANSFORM_FROM) return multiply_in_pieces(r, a, n, b, m);
  uint64_t room = (uint64_t)(4 * n + 256) * sizeof(uint64_t);
  uint64_t *scratch = rt_buffer_alloc(room);
  if (!scratch) return -1;
  multiply_balanced(r, a, b, n, scratch);
  rt_buffer_free(scratch, room);
  return 0;
}
