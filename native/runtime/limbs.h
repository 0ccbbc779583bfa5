/*
 * Unsigned numbers of any length: arrays of 64-bit limbs, least significant first. Lengths are in limbs.
 * Results may be written over an operand of the same start unless a declaration says otherwise. Nothing here
 * knows of RtValue.
 */
#ifndef RT_LIMBS_H
#define RT_LIMBS_H
#include "rt.h"

/* Largest length of a number; more raises MemoryError. */
#define RT_LIMBS_MAX ((int64_t)1 << (UINTPTR_MAX == UINT32_MAX ? 24 : 27))

/* ---- one limb ---- */
static inline uint64_t rt_limb_mul(uint64_t a, uint64_t b, uint64_t *high) {
#ifdef __SIZEOF_INT128__
  unsigned __int128 p = (unsigned __int128)a * b;
  *high = (uint64_t)(p >> 64);
  return (uint64_t)p;
#else
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), other = a0 * b1 + (uint32_t)middle;
  *high = a1 * b1 + (middle >> 32) + (other >> 32);
  return (other << 32) | (uint32_t)low;
#endif
}

/* a * b + c + d, which always fits two limbs. */
static inline uint64_t rt_limb_mul_add(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t *high) {
#ifdef __SIZEOF_INT128__
  unsigned __int128 p = (unsigned __int128)a * b + c + d;
  *high = (uint64_t)(p >> 64);
  return (uint64_t)p;
#else
  uint64_t h, low = rt_limb_mul(a, b, &h);
  h += __builtin_add_overflow(low, c, &low);
  h += __builtin_add_overflow(low, d, &low);
  *high = h;
  return low;
#endif
}

static inline uint64_t rt_limb_add(uint64_t a, uint64_t b, uint64_t *carry) {
  uint64_t sum;
  bool first = __builtin_add_overflow(a, b, &sum), second = __builtin_add_overflow(sum, *carry, &sum);
  *carry = first | second;
  return sum;
}

static inline uint64_t rt_limb_sub(uint64_t a, uint64_t b, uint64_t *borrow) {
  uint64_t difference;
  bool first = __builtin_sub_overflow(a, b, &difference),
       second = __builtin_sub_overflow(difference, *borrow, &difference);
  *borrow = first | second;
  return difference;
}

/* Number of bits up to the highest set one. */
static inline int rt_limb_bits(uint64_t a) { return a ? 64 - __builtin_clzll(a) : 0; }

/* floor((2^128 - 1) / d) - 2^64 for a divisor with its top bit set (Möller and Granlund, "Improved division
 * by invariant integers", 2011). */
uint64_t rt_limb_reciprocal(uint64_t d);

/* (high, low) / d with high < d, d's top bit set and v its reciprocal. */
static inline uint64_t rt_limb_divide(uint64_t high, uint64_t low, uint64_t d, uint64_t v,
                                      uint64_t *remainder) {
  uint64_t q1, q0 = rt_limb_mul(v, high, &q1), carry = 0;
  q0 = rt_limb_add(q0, low, &carry);
  q1 = rt_limb_add(q1, high, &carry);
  q1++;
  uint64_t r = low - q1 * d;
  if (r > q0) {
    q1--;
    r += d;
  }
  if (RT_UNLIKELY(r >= d)) {
    q1++;
    r -= d;
  }
  *remainder = r;
  return q1;
}

/* ---- arrays (limbs.c) ---- */
static inline int64_t rt_limbs_trim(const uint64_t *a, int64_t n) {
  while (n > 0 && a[n - 1] == 0) n--;
  return n;
}
int64_t rt_limbs_bit_length(const uint64_t *a, int64_t n);                        /* a trimmed */
int rt_limbs_compare(const uint64_t *a, int64_t n, const uint64_t *b, int64_t m); /* both trimmed */
int rt_limbs_compare_n(const uint64_t *a, const uint64_t *b, int64_t n);
/* n >= m; the carry or borrow out of n limbs is returned. */
uint64_t rt_limbs_add(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m);
uint64_t rt_limbs_sub(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m);
uint64_t rt_limbs_add_1(uint64_t *a, int64_t n, uint64_t b);
uint64_t rt_limbs_sub_1(uint64_t *a, int64_t n, uint64_t b);
uint64_t rt_limbs_mul_1(uint64_t *r, const uint64_t *a, int64_t n, uint64_t b,
                        uint64_t carry);                                           /* r = a * b + carry */
uint64_t rt_limbs_addmul_1(uint64_t *r, const uint64_t *a, int64_t n, uint64_t b); /* r += a * b */
uint64_t rt_limbs_submul_1(uint64_t *r, const uint64_t *a, int64_t n, uint64_t b); /* r -= a * b */
/* By 0..63 bits; the bits shifted out are returned (left: low end, right: high end of the limb). */
uint64_t rt_limbs_shift_left(uint64_t *r, const uint64_t *a, int64_t n, int bits);
uint64_t rt_limbs_shift_right(uint64_t *r, const uint64_t *a, int64_t n, int bits);

/* ---- multiplication (limbs-mul.c, limbs-ntt.c) ---- */
/* r has n + m limbs and doesn't overlap a or b. 0, or -1 with MemoryError. */
int rt_limbs_mul(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m);
void rt_limbs_mul_simple(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m);
/* Number-theoretic transforms; worth while from some thousand limbs on. */
int rt_limbs_mul_transform(uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m);

/* ---- division (limbs-div.c) ---- */
uint64_t rt_limbs_divide_1(uint64_t *q, const uint64_t *a, int64_t n,
                           uint64_t d); /* returns the remainder; q NULL: not wanted */
/* a / b, n >= m >= 1, b's top limb not 0. q (n - m + 1 limbs, or NULL) and r (m limbs, or NULL) overlap
 * nothing. 0, or -1 with MemoryError. */
int rt_limbs_divide(uint64_t *q, uint64_t *r, const uint64_t *a, int64_t n, const uint64_t *b, int64_t m);

/* ---- decimal digits (limbs-text.c) ---- */
/* Writes the decimal digits of a (trimmed, not 0) without leading zeros; `text` has room for
 * rt_limbs_decimal_room(n). Returns how many, or -1 with MemoryError. */
int64_t rt_limbs_decimal_room(int64_t n);
int64_t rt_limbs_to_decimal(char *text, const uint64_t *a, int64_t n);
/* The number written by `length` decimal digits into r, which has room for rt_limbs_digits_room(length).
 * Returns its trimmed length, or -1. */
int64_t rt_limbs_digits_room(int64_t length);
int64_t rt_limbs_from_decimal(uint64_t *r, const char *digits, int64_t length);
#endif
