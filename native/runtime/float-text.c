/*
 * Floats as text. repr gives the shortest digits that read back as the same value, the nearest to it among
 * those (Giulietti, "The Schubfach way to render doubles", 2020).
 */
#include "float.h"
#include "float-powers.h"
#include "limbs.h"
#include "number.h"
#include "str.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the shortest digits ---- */
/* floor(log10(2^e)), or of 3/4 of it; floor(log2(10^k)). */
static int floor_log10_pow2(int e, bool three_quarters) {
  return (int)(((int64_t)e * 1262611 - (three_quarters ? 524031 : 0)) >> 22);
}
static int floor_log2_pow10(int k) { return (k * 1741647) >> 19; }

/* The high word of g * c, its lowest bit set when anything was cut off. */
static uint64_t round_to_odd(const uint64_t g[2], uint64_t c) {
  uint64_t x1, y1, y0;
  rt_limb_mul(g[1], c, &x1);
  y0 = rt_limb_mul(g[0], c, &y1);
  y1 += __builtin_add_overflow(y0, x1, &y0);
  return y1 | (y0 > 1);
}

/* value = c * 2^q. The interval that rounds to value, in quarters of 10^k, is lower..upper; its middle is v.
 */
static uint64_t shortest(uint64_t c, int q, bool narrow_below, int *exponent) {
  bool odd = c & 1;
  int k = floor_log10_pow2(q, narrow_below), h = q + floor_log2_pow10(-k) + 1;
  const uint64_t *g = rt_float_powers[-k - RT_POWER_MIN];
  uint64_t lower = round_to_odd(g, (4 * c - 2 + narrow_below) << h) + odd, v = round_to_odd(g, (4 * c) << h),
           upper = round_to_odd(g, (4 * c + 2) << h) - odd, s = v / 4;
  *exponent = k;
  if (s >= 10) {
    uint64_t tens = s / 10;
    bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
    if (down != up) {
      *exponent = k + 1;
      return tens + up;
    }
  }
  bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
  if (down != up) return s + up;
  uint64_t middle = 4 * s + 2;
  return s + (v > middle || (v == middle && (s & 1)));
}

uint64_t rt_float_shortest(double value, int *exponent) {
  assert(value > 0 && isfinite(value));
  uint64_t bits, digits;
  memcpy(&bits, &value, sizeof bits);
  uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
  int biased = (int)(bits >> 52);
  uint64_t c = biased ? fraction | (uint64_t)1 << 52 : fraction;
  int q = (biased ? biased : 1) - 1075;
  if (q <= 0 && q > -53 && (c & (((uint64_t)1 << -q) - 1)) == 0) {
    digits = c >> -q;
    *exponent = 0;
  } else {
    digits = shortest(c, q, fraction == 0 && biased > 1, exponent);
  }
  for (; digits % 10 == 0; digits /= 10) ++*exponent;
  return digits;
}

/* ---- repr ---- */
static int write_special(char *buffer, double value) {
  strcpy(buffer, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
  return (int)strlen(buffer);
}

static char *write_exponent(char *at, int exponent) {
  *at++ = 'e';
  *at++ = exponent < 0 ? '-' : '+';
  exponent = abs(exponent);
  if (exponent >= 100) *at++ = (char)('0' + exponent / 100);
  *at++ = (char)('0' + exponent / 10 % 10);
  *at++ = (char)('0' + exponent % 10);
  return at;
}

static char *fill(char *at, char c, int count) {
  memset(at, c, (size_t)count);
  return at + count;
}

static char *copy(char *at, const char *from, int count) {
  memcpy(at, from, (size_t)count);
  return at + count;
}

/* point: how many of the digits stand before the decimal point. */
static char *write_fixed(char *at, const char *digits, int count, int point, bool dot_zero) {
  if (point <= 0) {
    at = copy(at, "0.", 2);
    at = fill(at, '0', -point);
    return copy(at, digits, count);
  }
  if (point < count) {
    at = copy(at, digits, point);
    *at++ = '.';
    return copy(at, digits + point, count - point);
  }
  at = copy(at, digits, count);
  at = fill(at, '0', point - count);
  return dot_zero ? copy(at, ".0", 2) : at;
}

int rt_float_write_repr(char buffer[RT_FLOAT_TEXT], double value, bool dot_zero) {
  if (!isfinite(value)) return write_special(buffer, value);
  char digits[20], *at = buffer, *from = digits + sizeof digits;
  int exponent = 0;
  uint64_t rest = value == 0 ? 0 : rt_float_shortest(fabs(value), &exponent);
  do *--from = (char)('0' + rest % 10);
  while (rest /= 10);
  int count = (int)(digits + sizeof digits - from), point = count + exponent;
  if (signbit(value)) *at++ = '-';
  if (point > -4 && point <= 16) {
    at = write_fixed(at, from, count, point, dot_zero);
  } else {
    *at++ = *from;
    if (count > 1) {
      *at++ = '.';
      at = copy(at, from + 1, count - 1);
    }
    at = write_exponent(at, point - 1);
  }
  *at = '\0';
  return (int)(at - buffer);
}

RtStr *rt_float_repr(double value) {
  char buffer[RT_FLOAT_TEXT];
  int length = rt_float_write_repr(buffer, value, true);
  return rt_number_str(buffer, length);
}
