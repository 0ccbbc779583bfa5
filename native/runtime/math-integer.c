/* math: functions of ints. */
#include "container.h"
#include "int.h"
#include "math-module.h"
#include "number.h"
#include <math.h>

/* ---- gcd and lcm ---- */
static uint64_t gcd_words(uint64_t a, uint64_t b) {
  if (a == 0 || b == 0) return a | b;
  int twos = __builtin_ctzll(a | b);
  a >>= __builtin_ctzll(a);
  while (b) {
    b >>= __builtin_ctzll(b);
    uint64_t smaller = a < b ? a : b;
    b = a < b ? b - a : a - b;
    a = smaller;
  }
  return a << twos;
}

static RtValue absolute(RtValue v) { return rt_int_is_negative(v) ? rt_int_neg(v) : rt_new_ref(v); }

RtValue rt_math_gcd_of(RtValue a, RtValue b) {
  RtValue x = absolute(a), y = x ? absolute(b) : 0;
  while (x && y && !(rt_is_small(x) && rt_is_small(y)) && !rt_int_is_zero(y)) {
    RtValue rest = rt_int_mod(x, y);
    rt_decref(x);
    x = y;
    y = rest;
  }
  if (!x || !y) {
    rt_xdecref(x);
    return 0;
  }
  if (!rt_is_small(x)) return x; /* y is 0 */
  return rt_int_from_u64(gcd_words((uint64_t)rt_small(x), (uint64_t)rt_small(y)));
}

static RtValue lcm_of(RtValue a, RtValue b) {
  if (rt_int_is_zero(a) || rt_int_is_zero(b)) return rt_from_small(0);
  RtValue divisor = rt_math_gcd_of(a, b), part = divisor ? rt_int_floordiv(a, divisor) : 0,
          product = part ? rt_int_mul(part, b) : 0;
  RtValue result = product ? absolute(product) : 0;
  rt_xdecref(divisor);
  rt_xdecref(part);
  rt_xdecref(product);
  return result;
}

/* Folds the arguments from the left; one alone gives its absolute value. */
static RtValue fold(const RtValue *args, int64_t nargs, int64_t start, RtBinaryFn fn) {
  RtValue result = rt_from_small(start);
  for (int64_t i = 0; i < nargs && result; i++) {
    RtValue v = rt_index_value(args[i]), next = v ? fn(result, v) : 0;
    rt_xdecref(v);
    rt_decref(result);
    result = next;
  }
  return result;
}

RT_BUILTIN_FN(rt_math_gcd) { return fold(args, nargs, 0, rt_math_gcd_of); }
RT_BUILTIN_FN(rt_math_lcm) { return fold(args, nargs, 1, lcm_of); }

/* ---- products of ranges ---- */
static RtValue multiply(STEAL RtValue a, STEAL RtValue b) {
  RtValue product = a && b ? rt_int_mul(a, b) : 0;
  rt_xdecref(a);
  rt_xdecref(b);
  return product;
}

/* first * (first + step) * … , count factors; halved, so that the factors are of equal length. */
static RtValue product_of(int64_t first, int64_t count, int64_t step) {
  if (count <= 16) {
    RtValue product = rt_from_small(1);
    int64_t word = 1, next;
    for (int64_t i = 0; i < count; i++) {
      int64_t factor = first + i * step;
      if (__builtin_mul_overflow(word, factor, &next)) {
        product = multiply(product, rt_int_from_i64(word));
        next = factor;
        if (!product) return 0;
      }
      word = next;
    }
    return multiply(product, rt_int_from_i64(word));
  }
  int64_t half = count / 2;
  RtValue low = product_of(first, half, step);
  return low ? multiply(low, product_of(first + half * step, count - half, step)) : 0;
}

/* The odd part of n!: the product, over all i, of the odd numbers up to n / 2^i. */
static RtValue odd_factorial(int64_t n) {
  RtValue inner = rt_from_small(1), outer = rt_from_small(1);
  int64_t done = 1; /* odd numbers up to here are in inner */
  for (int bit = rt_limb_bits((uint64_t)n) - 1; bit >= 0 && outer; bit--) {
    int64_t upper = n >> bit, odd = upper - !(upper & 1);
    if (odd > done) inner = multiply(inner, product_of(done + 2, (odd - done) / 2, 2));
    if (odd > done) done = odd;
    if (!inner) break;
    outer = multiply(outer, rt_new_ref(inner));
  }
  rt_xdecref(inner);
  if (inner) return outer;
  rt_xdecref(outer);
  return 0;
}

static RtValue factorial(int64_t n) {
  RtValue odd = odd_factorial(n);
  if (!odd) return 0;
  RtValue result = rt_int_lshift(odd, rt_from_small(n - __builtin_popcountll((uint64_t)n)));
  rt_decref(odd);
  return result;
}

RT_BUILTIN_FN(rt_math_factorial) {
  int64_t n;
  RtValue v = rt_index_value(args[0]);
  if (!v) return 0;
  bool fits = rt_int_to_i64(v, &n), negative = rt_int_is_negative(v);
  rt_decref(v);
  if (negative) return rt_raise_string(&rt_exc_ValueError, "factorial() not defined for negative values");
  if (!fits)
    return rt_raise_format(&rt_exc_OverflowError, "factorial() argument should not exceed %lld",
                           (long long)INT64_MAX);
  if (n > (int64_t)1 << 31) return rt_raise_memory();
  return factorial(n);
}

/* ---- perm and comb ---- */
/* n (n - 1) … (n - k + 1) for an n of any size. */
static RtValue falling(RtValue n, int64_t k) {
  if (k == 0) return rt_from_small(1);
  if (rt_is_small(n)) return product_of(rt_small(n) - k + 1, k, 1);
  if (k == 1) return rt_new_ref(n);
  int64_t half = k / 2;
  RtValue first = falling(n, half), below = first ? rt_int_sub(n, rt_from_small(half)) : 0,
          second = below ? falling(below, k - half) : 0;
  rt_xdecref(below);
  if (second) return multiply(first, second);
  rt_xdecref(first);
  return 0;
}

/* Both arguments as ints at least 0; they must be released. */
static int two_counts(const RtValue *args, RtValue *n, RtValue *k) {
  *k = 0;
  if (!(*n = rt_index_value(args[0])) || !(*k = rt_index_value(args[1]))) {
    rt_xdecref(*n);
    return -1;
  }
  const char *name = rt_int_is_negative(*n) ? "n" : rt_int_is_negative(*k) ? "k" : NULL;
  if (!name) return 0;
  rt_decref(*n);
  rt_decref(*k);
  rt_raise_format(&rt_exc_ValueError, "%s must be a non-negative integer", name);
  return -1;
}

static RtValue raise_too_large(const char *what) {
  return rt_raise_format(&rt_exc_OverflowError, "%s must not exceed %lld", what, (long long)INT64_MAX);
}

RT_BUILTIN_FN(rt_math_perm) {
  RtValue n, k, result;
  if (nargs == 1 || args[1] == RT_NONE) return rt_math_factorial(self, args, 1, NULL);
  if (two_counts(args, &n, &k)) return 0;
  if (rt_int_compare(n, k) < 0) result = rt_from_small(0);
  else result = rt_is_small(k) ? falling(n, rt_small(k)) : raise_too_large("k");
  rt_decref(n);
  rt_decref(k);
  return result;
}

/* n over k by words as long as it fits; false: too large. */
static bool comb_word(int64_t n, int64_t k, RtValue *result) {
  uint64_t value = 1;
  for (int64_t i = 1; i <= k; i++) {
    uint64_t factor = (uint64_t)(n - k + i), common = gcd_words(value, (uint64_t)i),
             rest = (uint64_t)i / common;
    if (__builtin_mul_overflow(value / common, factor / rest, &value)) return false;
  }
  *result = rt_int_from_u64(value);
  return true;
}

static RtValue comb_of(RtValue n, int64_t k) {
  RtValue result;
  if (rt_is_small(n) && k <= 64 && comb_word(rt_small(n), k, &result)) return result;
  RtValue top = falling(n, k), bottom = top ? factorial(k) : 0;
  result = bottom ? rt_int_floordiv(top, bottom) : 0;
  rt_xdecref(top);
  rt_xdecref(bottom);
  return result;
}

RT_BUILTIN_FN(rt_math_comb) {
  RtValue n, k, result = 0;
  if (two_counts(args, &n, &k)) return 0;
  RtValue other = rt_int_sub(n, k);
  if (other && rt_int_is_negative(other)) result = rt_from_small(0);
  else if (other) {
    RtValue smaller = rt_int_compare(k, other) <= 0 ? k : other;
    result = rt_is_small(smaller) ? comb_of(n, rt_small(smaller)) : raise_too_large("min(n - k, k)");
  }
  rt_xdecref(other);
  rt_decref(n);
  rt_decref(k);
  return result;
}

/* ---- isqrt ---- */
static uint64_t isqrt_word(uint64_t n) {
  uint64_t root = (uint64_t)sqrt((double)n);
  while (root > UINT32_MAX || root * root > n) root--;
  while (root < UINT32_MAX && (root + 1) * (root + 1) <= n) root++;
  return root;
}

/* a = (a << shift) + (n >> drop) / a: doubles the number of right bits (M. Dickinson's adaptive-precision
 * method). */
static RtValue refine(STEAL RtValue a, RtValue n, int64_t shift, int64_t drop) {
  RtValue high = rt_int_rshift(n, rt_from_small(drop)), quotient = high ? rt_int_floordiv(high, a) : 0;
  RtValue shifted = quotient ? rt_int_lshift(a, rt_from_small(shift)) : 0,
          sum = shifted ? rt_int_add(shifted, quotient) : 0;
  rt_xdecref(high);
  rt_xdecref(quotient);
  rt_xdecref(shifted);
  rt_decref(a);
  return sum;
}

RtValue rt_math_isqrt_of(RtValue n) {
  if (rt_is_small(n)) return rt_from_small((int64_t)isqrt_word((uint64_t)rt_small(n)));
  int64_t c = (rt_int_bit_length(n) - 1) / 2, d = 0;
  RtValue a = rt_from_small(1);
  for (int s = rt_limb_bits((uint64_t)c) - 1; s >= 0 && a; s--) {
    int64_t e = d;
    d = c >> s;
    a = refine(a, n, d - e - 1, 2 * c - e - d + 1);
  }
  RtValue square = a ? rt_int_mul(a, a) : 0, result = 0;
  if (square) result = rt_int_compare(square, n) > 0 ? rt_int_sub(a, rt_from_small(1)) : rt_new_ref(a);
  rt_xdecref(square);
  rt_xdecref(a);
  return result;
}

RT_BUILTIN_FN(rt_math_isqrt) {
  RtValue n = rt_index_value(args[0]);
  if (!n) return 0;
  RtValue result = rt_int_is_negative(n)
                       ? rt_raise_string(&rt_exc_ValueError, "isqrt() argument must be nonnegative")
                       : rt_math_isqrt_of(n);
  rt_decref(n);
  return result;
}
