/* Int operations on operands held in registers: what compiled code calls when a result may leave 64 bits. */
#include "int.h"
#include "number.h"
#include <math.h>

static RtValue from_wide(uint64_t low, int64_t high) {
  int sign = high < 0 ? -1 : 1;
  uint64_t limbs[2] = {low, (uint64_t)high};
  if (sign < 0) {
    limbs[0] = 0 - low;
    limbs[1] = ~limbs[1] + (low == 0);
  }
  return rt_int_from_limbs(limbs, 2, sign);
}

RtValue rt_int_add_i64(int64_t a, int64_t b) {
  int64_t sum;
  if (!__builtin_add_overflow(a, b, &sum)) return rt_int_from_i64(sum);
  return from_wide((uint64_t)sum, sum < 0 ? 0 : -1); /* a wrapped sum has the wrong sign */
}

RtValue rt_int_sub_i64(int64_t a, int64_t b) {
  int64_t difference;
  if (!__builtin_sub_overflow(a, b, &difference)) return rt_int_from_i64(difference);
  return from_wide((uint64_t)difference, difference < 0 ? 0 : -1);
}

RtValue rt_int_mul_i64(int64_t a, int64_t b) {
  int64_t product;
  if (!__builtin_mul_overflow(a, b, &product)) return rt_int_from_i64(product);
  uint64_t limbs[2];
  limbs[0] = rt_limb_mul(rt_int_magnitude(a), rt_int_magnitude(b), &limbs[1]);
  return rt_int_from_limbs(limbs, 2, (a ^ b) < 0 ? -1 : 1);
}

RtValue rt_int_neg_i64(int64_t a) { return rt_int_sub_i64(0, a); }

/* Applies an operation on Values to two registers. */
static RtValue through_values(RtBinaryFn fn, int64_t a, int64_t b) {
  RtValue x = rt_int_from_i64(a), y = x ? rt_int_from_i64(b) : 0, result = y ? fn(x, y) : 0;
  rt_xdecref(x);
  rt_xdecref(y);
  return result;
}

RtValue rt_int_floordiv_i64(int64_t a, int64_t b) { return through_values(rt_int_floordiv, a, b); }
RtValue rt_int_mod_i64(int64_t a, int64_t b) { return through_values(rt_int_mod, a, b); }
RtValue rt_int_truediv_i64(int64_t a, int64_t b) { return through_values(rt_int_truediv, a, b); }
RtValue rt_int_pow_i64(int64_t a, int64_t b) { return through_values(rt_int_pow, a, b); }
RtValue rt_int_lshift_i64(int64_t a, int64_t b) { return through_values(rt_int_lshift, a, b); }
RtValue rt_int_rshift_i64(int64_t a, int64_t b) { return through_values(rt_int_rshift, a, b); }

double rt_int_divide_i64(int64_t a, int64_t b) {
  assert(b != 0);
  uint64_t x = rt_int_magnitude(a), y = rt_int_magnitude(b);
  const uint64_t exact = (uint64_t)1 << 53;
  if (x <= exact && y <= exact) return (double)a / (double)b;
  /* 65 bits or more of the quotient: the integer part, then 64 bits behind the point. */
  int shift = __builtin_clzll(y);
  uint64_t d = y << shift, v = rt_limb_reciprocal(d), limbs[2], rest;
  limbs[1] = x / y;
  rest = x % y << shift;
  limbs[0] = rt_limb_divide(rest, 0, d, v, &rest);
  int64_t exponent = -64;
  if (limbs[1] == 0 && limbs[0] >> 63 == 0) { /* a small quotient needs more bits */
    limbs[1] = limbs[0];
    limbs[0] = rt_limb_divide(rest, 0, d, v, &rest);
    exponent -= 64;
  }
  double result = rt_int_scale(limbs, rt_limbs_trim(limbs, 2), exponent, rest != 0);
  return (a ^ b) < 0 ? -result : result;
}

int rt_int_bit_length_i64(int64_t a) { return rt_limb_bits(rt_int_magnitude(a)); }

int64_t rt_int_hash_i64(int64_t a) {
  const int64_t prime = ((int64_t)1 << 61) - 1;
  int64_t hash = a % prime;
  return hash == -1 ? -2 : hash;
}

/* base^exponent modulo a positive modulus; exponent at least 0. */
int64_t rt_int_pow_mod_i64(int64_t base, int64_t exponent, int64_t modulus) {
  assert(exponent >= 0 && modulus > 0);
  uint64_t m = (uint64_t)modulus, power = 1 % m;
  int shift = __builtin_clzll(m);
  uint64_t d = m << shift, v = rt_limb_reciprocal(d),
           factor = (uint64_t)(base % modulus + (base % modulus < 0 ? modulus : 0));
  for (uint64_t bits = (uint64_t)exponent; bits; bits >>= 1) {
    uint64_t high, low, rest;
    if (bits & 1) {
      low = rt_limb_mul(power << shift, factor, &high);
      rt_limb_divide(high, low, d, v, &rest);
      power = rest >> shift;
    }
    low = rt_limb_mul(factor << shift, factor, &high);
    rt_limb_divide(high, low, d, v, &rest);
    factor = rest >> shift;
  }
  return (int64_t)power;
}

RtStr *rt_int_i64_to_str(int64_t value) {
  char buffer[24];
  int length = rt_int_write_i64(buffer, value);
  return rt_number_str(buffer, length);
}
