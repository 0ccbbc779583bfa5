/*
 * Division: by one limb with a reciprocal, Knuth's algorithm D with a two-limb reciprocal, and for long
 * numbers the recursive division of Burnikel and Ziegler as given in Brent and Zimmermann, "Modern Computer
 * Arithmetic", 1.4.3.
 */
#include "limbs.h"

enum { RECURSIVE_FROM = 60 };

uint64_t rt_limbs_divide_1(uint64_t *q, const uint64_t *a, int64_t n, uint64_t d) {
  int shift = __builtin_clzll(d);
  d <<= shift;
  uint64_t v = rt_limb_reciprocal(d), remainder = shift && n ? a[n - 1] >> (64 - shift) : 0;
  for (int64_t i = n - 1; i >= 0; i--) {
    uint64_t limb = a[i] << shift | (shift && i ? a[i - 1] >> (64 - shift) : 0);
    uint64_t digit = rt_limb_divide(remainder, limb, d, v, &remainder);
    if (q) q[i] = digit;
  }
  return remainder >> shift;
}

/* The reciprocal of a two-limb divisor (Möller and Granlund, algorithm 6). */
static uint64_t reciprocal_2(uint64_t d1, uint64_t d0) {
  uint64_t v = rt_limb_reciprocal(d1), p = d1 * v + d0, high;
  if (p < d0) {
    v--;
    if (p >= d1) {
      v--;
      p -= d1;
    }
    p -= d1;
  }
  uint64_t low = rt_limb_mul(v, d0, &high);
  p += high;
  if (p < high) {
    v--;
    if (p > d1 || (p == d1 && low >= d0)) v--;
  }
  return v;
}

/* (u2, u1, u0) / (d1, d0) with (u2, u1) < (d1, d0) (algorithm 4 there): the quotient, and the remainder in
 * r1, r0. */
static inline uint64_t divide_3_by_2(uint64_t u2, uint64_t u1, uint64_t u0, uint64_t d1, uint64_t d0,
                                     uint64_t v, uint64_t *r1, uint64_t *r0) {
  uint64_t q1, q0 = rt_limb_mul(v, u2, &q1), carry = 0, t1, t0;
  q0 = rt_limb_add(q0, u1, &carry);
  q1 = rt_limb_add(q1, u2, &carry);
  uint64_t high = u1 - q1 * d1, low, borrow = 0;
  t0 = rt_limb_mul(d0, q1, &t1);
  low = rt_limb_sub(u0, t0, &borrow);
  high -= t1 + borrow;
  borrow = 0;
  low = rt_limb_sub(low, d0, &borrow);
  high -= d1 + borrow;
  q1++;
  if (high >= q0) {
    q1--;
    carry = 0;
    low = rt_limb_add(low, d0, &carry);
    high += d1 + carry;
  }
  if (RT_UNLIKELY(high > d1 || (high == d1 && low >= d0))) {
    q1++;
    borrow = 0;
    low = rt_limb_sub(low, d0, &borrow);
    high -= d1 + borrow;
  }
  *r1 = high;
  *r0 = low;
  return q1;
}

/* Algorithm D: a (n limbs) becomes the remainder in its low m limbs; q gets n - m limbs; the quotient's top
 * limb, 0 or 1, is returned. b is normalised, m >= 2. */
static uint64_t divide_simple(uint64_t *q, uint64_t *a, int64_t n, const uint64_t *b, int64_t m, uint64_t v) {
  uint64_t top = rt_limbs_compare_n(a + n - m, b, m) >= 0;
  if (top) rt_limbs_sub(a + n - m, a + n - m, m, b, m);
  uint64_t d1 = b[m - 1], d0 = b[m - 2];
  for (int64_t i = n - m - 1; i >= 0; i--) {
    uint64_t *part = a + i, digit, r1, r0; /* of m + 1 limbs */
    if (RT_UNLIKELY(part[m] == d1 && part[m - 1] == d0)) {
      digit = UINT64_MAX;
      part[m] -= rt_limbs_submul_1(part, b, m, digit);
      assert(part[m] == 0);
    } else {
      digit = divide_3_by_2(part[m], part[m - 1], part[m - 2], d1, d0, v, &r1, &r0);
      uint64_t borrow = m > 2 ? rt_limbs_submul_1(part, b, m - 2, digit) : 0, under = 0;
      part[m - 2] = rt_limb_sub(r0, borrow, &under);
      part[m - 1] = rt_limb_sub(r1, 0, &under);
      part[m] = 0;
      if (RT_UNLIKELY(under)) {
        digit--;
        rt_limbs_add(part, part, m, b, m);
      }
    }
    q[i] = digit;
  }
  return top;
}

/*
 * The second part of a half-step: (top, q) is a's quotient by b without its `low` lowest limbs, a (m limbs,
 * where b's lowest limb aligns) what that left. Subtracts the quotient times b's low part and puts right a
 * quotient that was too large.
 */
static int correct(uint64_t *q, int64_t digits, uint64_t *top, uint64_t *a, const uint64_t *b, int64_t m,
                   int64_t low, uint64_t *product) {
  if (rt_limbs_mul(product, q, digits, b, low)) return -1;
  uint64_t borrow = rt_limbs_sub(a, a, m, product, digits + low);
  if (*top) borrow += rt_limbs_sub(a + digits, a + digits, m - digits, b, low);
  while (borrow) {
    *top -= rt_limbs_sub_1(q, digits, 1);
    borrow -= rt_limbs_add(a, a, m, b, m);
  }
  return 0;
}

/* As divide_simple, with n - m <= m; scratch has room for m limbs. -1 with MemoryError, else the top limb. */
static int divide_recursive(uint64_t *q, uint64_t *a, int64_t n, const uint64_t *b, int64_t m, uint64_t v,
                            uint64_t *scratch) {
  int64_t digits = n - m, k = digits / 2;
  if (digits < RECURSIVE_FROM) return (int)divide_simple(q, a, n, b, m, v);
  int high = divide_recursive(q + k, a + 2 * k, n - 2 * k, b + k, m - k, v, scratch);
  uint64_t top = (uint64_t)high;
  if (high < 0 || correct(q + k, digits - k, &top, a + k, b, m, k, scratch)) return -1;
  int low = divide_recursive(q, a + k, m, b + k, m - k, v, scratch);
  uint64_t low_top = (uint64_t)low;
  if (low < 0 || correct(q, k, &low_top, a, b, m, k, scratch)) return -1;
  assert(low_top == 0);
  return (int)top;
}

/* a (n limbs, the top m of them less than b) by the normalised b, in pieces of at most m quotient limbs. */
static int divide_pieces(uint64_t *q, uint64_t *a, int64_t n, const uint64_t *b, int64_t m,
                         uint64_t *scratch) {
  uint64_t v = reciprocal_2(b[m - 1], b[m - 2]);
  int64_t left = n - m;
  while (left > 0) {
    int64_t digits = left % m ? left % m : m;
    left -= digits;
    int top = divide_recursive(q + left, a + left, m + digits, b, m, v, scratch);
    if (top < 0) return -1;
    assert(top == 0);
  }
  return 0;
}

int rt_limbs_divide(uint64_t *q, uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  assert(n >= m && m >= 1 && b[m - 1]);
  if (m == 1) {
    uint64_t remainder = rt_limbs_divide_1(q, a, n, b[0]);
    if (r) r[0] = remainder;
    return 0;
  }
  enum { ON_STACK = 100 };
  uint64_t stack[ON_STACK], *work = stack;
  int64_t room = (n + 1) + m + (n - m + 1) + m;
  if (room > ON_STACK && !(work = rt_buffer_alloc((uint64_t)room * sizeof *work))) return -1;
  uint64_t *dividend = work, *divisor = work + n + 1, *quotient = divisor + m,
           *scratch = quotient + (n - m + 1);
  int shift = __builtin_clzll(b[m - 1]);
  rt_limbs_shift_left(divisor, b, m, shift);
  dividend[n] = rt_limbs_shift_left(dividend, a, n, shift);
  int failed = divide_pieces(quotient, dividend, n + 1, divisor, m, scratch);
  if (q && !failed) memcpy(q, quotient, (size_t)(n - m + 1) * sizeof *q);
  if (r && !failed) rt_limbs_shift_right(r, dividend, m, shift);
  if (work != stack) rt_buffer_free(work, (uint64_t)room * sizeof *work);
  return failed;
}
