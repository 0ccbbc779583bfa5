/* Linear-time operations on arrays of limbs. */
#include "limbs.h"

int64_t rt_limbs_bit_length(const uint64_t *a, int64_t n) {
  return n ? (n - 1) * 64 + rt_limb_bits(a[n - 1]) : 0;
}

int rt_limbs_compare_n(const uint64_t *a, const uint64_t *b, int64_t n) {
  while (n-- > 0)
    if (a[n] != b[n]) return a[n] < b[n] ? -1 : 1;
  return 0;
}

int rt_limbs_compare(const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  if (n != m) return n < m ? -1 : 1;
  return rt_limbs_compare_n(a, b, n);
}

uint64_t rt_limbs_add(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  assert(n >= m);
  uint64_t carry = 0;
  int64_t i = 0;
  for (; i < m; i++) r[i] = rt_limb_add(a[i], b[i], &carry);
  for (; i < n && carry; i++) carry = __builtin_add_overflow(a[i], carry, &r[i]);
  if (r != a && i < n) memcpy(r + i, a + i, (size_t)(n - i) * sizeof *r);
  return carry;
}

uint64_t rt_limbs_sub(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m) {
  assert(n >= m);
  uint64_t borrow = 0;
  int64_t i = 0;
  for (; i < m; i++) r[i] = rt_limb_sub(a[i], b[i], &borrow);
  for (; i < n && borrow; i++) borrow = __builtin_sub_overflow(a[i], borrow, &r[i]);
  if (r != a && i < n) memcpy(r + i, a + i, (size_t)(n - i) * sizeof *r);
  return borrow;
}

uint64_t rt_limbs_add_1(uint64_t *a, int64_t n, uint64_t b) {
  for (int64_t i = 0; b && i < n; i++) b = __builtin_add_overflow(a[i], b, &a[i]);
  return b;
}

uint64_t rt_limbs_sub_1(uint64_t *a, int64_t n, uint64_t b) {
  for (int64_t i = 0; b && i < n; i++) b = __builtin_sub_overflow(a[i], b, &a[i]);
  return b;
}

uint64_t rt_limbs_mul_1(uint64_t *r, const uint64_t *a, int64_t n, uint64_t b, uint64_t carry) {
  for (int64_t i = 0; i < n; i++) r[i] = rt_limb_mul_add(a[i], b, carry, 0, &carry);
  return carry;
}

uint64_t rt_limbs_addmul_1(uint64_t *r, const uint64_t *a, int64_t n, uint64_t b) {
  uint64_t carry = 0;
  for (int64_t i = 0; i < n; i++) r[i] = rt_limb_mul_add(a[i], b, r[i], carry, &carry);
  return carry;
}

uint64_t rt_limbs_submul_1(uint64_t *r, const uint64_t *a, int64_t n, uint64_t b) {
  uint64_t carry = 0;
  for (int64_t i = 0; i < n; i++) {
    uint64_t low = rt_limb_mul_add(a[i], b, carry, 0, &carry);
    carry += __builtin_sub_overflow(r[i], low, &r[i]);
  }
  return carry;
}

uint64_t rt_limbs_shift_left(uint64_t *r, const uint64_t *a, int64_t n, int bits) {
  assert(bits >= 0 && bits < 64);
  if (bits == 0) {
    memmove(r, a, (size_t)n * sizeof *r);
    return 0;
  }
  if (n == 0) return 0;
  uint64_t out = a[n - 1] >> (64 - bits);
  for (int64_t i = n - 1; i > 0; i--) r[i] = a[i] << bits | a[i - 1] >> (64 - bits);
  r[0] = a[0] << bits;
  return out;
}

uint64_t rt_limbs_shift_right(uint64_t *r, const uint64_t *a, int64_t n, int bits) {
  assert(bits >= 0 && bits < 64);
  if (bits == 0) {
    memmove(r, a, (size_t)n * sizeof *r);
    return 0;
  }
  if (n == 0) return 0;
  uint64_t out = a[0] << (64 - bits);
  for (int64_t i = 0; i < n - 1; i++) r[i] = a[i] >> bits | a[i + 1] << (64 - bits);
  r[n - 1] = a[n - 1] >> bits;
  return out;
}

/* Division of (~d, 2^64 - 1) by d in two steps of 32 bits (Knuth, 4.3.1 D). */
uint64_t rt_limb_reciprocal(uint64_t d) {
  assert(d >> 63);
  uint64_t high = ~d, d1 = d >> 32, d0 = (uint32_t)d, quotient = 0;
  for (int step = 0; step < 2; step++) {
    uint64_t q = high / d1, r = high % d1;
    while (q >> 32 || q * d0 > (r << 32 | 0xffffffff)) {
      q--;
      r += d1;
      if (r >> 32) break;
    }
    high = (high << 32 | 0xffffffff) - q * d;
    quotient = quotient << 32 | q;
  }
  return quotient;
}
