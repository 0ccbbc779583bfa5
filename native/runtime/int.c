/* Ints: making them, converting them, and their arithmetic. Both operands are exact ints, small or big. */
#include "int.h"
#include <math.h>

/* ---- making ints ---- */
static uint64_t size_of(int64_t count) { return sizeof(RtInt) + (uint64_t)count * sizeof(uint64_t); }

RtInt *rt_int_alloc(int64_t count) {
  if (RT_UNLIKELY(count > RT_LIMBS_MAX)) {
    rt_raise_memory();
    return NULL;
  }
  RtInt *big = rt_alloc(&rt_type_int, size_of(count));
  if (!big) return NULL;
  big->sign = 1;
  big->count = (int32_t)count;
  return big;
}

void rt_int_dealloc(RtObject *object);
void rt_int_dealloc(RtObject *object) { rt_free_object(object, size_of(((RtInt *)object)->count)); }

static bool one_limb_is_small(uint64_t limb, int sign) {
  return limb <= (uint64_t)RT_SMALL_MAX || (sign < 0 && limb == (uint64_t)RT_SMALL_MAX + 1);
}

static RtValue small_from_limb(uint64_t limb, int sign) {
  return rt_from_small(sign < 0 ? -(int64_t)limb : (int64_t)limb);
}

RtValue rt_int_finish(RtInt *big) {
  if (RT_UNLIKELY(!big)) return 0;
  int64_t count = rt_limbs_trim(big->limbs, big->count);
  if (RT_LIKELY(count > 1 || (count == 1 && !one_limb_is_small(big->limbs[0], big->sign)))) {
    if (count == big->count) return rt_value(big);
    RtInt *shorter = rt_int_alloc(count);
    if (shorter) {
      memcpy(shorter->limbs, big->limbs, (size_t)count * sizeof *big->limbs);
      shorter->sign = big->sign;
    }
    rt_decref_object(big);
    return rt_value(shorter);
  }
  RtValue small = count ? small_from_limb(big->limbs[0], big->sign) : rt_from_small(0);
  rt_decref_object(big);
  return small;
}

RtValue rt_int_from_limbs(const uint64_t *limbs, int64_t count, int sign) {
  count = rt_limbs_trim(limbs, count);
  if (count == 0) return rt_from_small(0);
  if (count == 1 && one_limb_is_small(limbs[0], sign)) return small_from_limb(limbs[0], sign);
  RtInt *big = rt_int_alloc(count);
  if (!big) return 0;
  memcpy(big->limbs, limbs, (size_t)count * sizeof *limbs);
  big->sign = sign;
  return rt_value(big);
}

static RtValue from_magnitude(uint64_t low, int sign) {
  if (one_limb_is_small(low, sign)) return small_from_limb(low, sign);
  RtInt *big = rt_int_alloc(1);
  if (!big) return 0;
  big->limbs[0] = low;
  big->sign = sign;
  return rt_value(big);
}

RtValue rt_int_from_i64(int64_t i) {
  return RT_LIKELY(rt_fits_small(i)) ? rt_from_small(i) : from_magnitude(rt_int_magnitude(i), i < 0 ? -1 : 1);
}

RtValue rt_int_from_u64(uint64_t u) { return from_magnitude(u, 1); }

RtValue rt_int_from_double(double d) {
  if (RT_UNLIKELY(isinf(d)))
    return rt_raise_string(&rt_exc_OverflowError, "cannot convert float infinity to integer");
  if (RT_UNLIKELY(isnan(d)))
    return rt_raise_string(&rt_exc_ValueError, "cannot convert float NaN to integer");
  if (fabs(d) < 0x1p63) return rt_int_from_i64((int64_t)d);
  int exponent;
  uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
  exponent -= 53; /* at least 11 */
  uint64_t limbs[17] = {0};
  limbs[exponent / 64] = mantissa << exponent % 64;
  if (exponent % 64) limbs[exponent / 64 + 1] = mantissa >> (64 - exponent % 64);
  return rt_int_from_limbs(limbs, 17, d < 0 ? -1 : 1);
}

/* ---- conversions ---- */
int rt_int_to_i64(RtValue v, int64_t *result) {
  v = rt_int_plain(v);
  if (rt_is_small(v)) {
    *result = rt_small(v);
    return 1;
  }
  RtInt *big = rt_int_big(v);
  uint64_t low = big->limbs[0], limit = (uint64_t)INT64_MAX + (big->sign < 0);
  if (big->count > 1 || low > limit) return 0;
  *result = (int64_t)(big->sign < 0 ? 0 - low : low);
  return 1;
}

double rt_int_scale(const uint64_t *limbs, int64_t count, int64_t exponent, bool sticky) {
  int64_t bits = rt_limbs_bit_length(limbs, count);
  if (bits == 0) return 0;
  int64_t drop = bits - 64; /* keep 64 bits: enough for one correct rounding below */
  uint64_t top;
  if (drop <= 0) {
    top = limbs[0] << -drop;
  } else {
    int64_t at = drop / 64, shift = drop % 64;
    top = shift ? limbs[at] >> shift | limbs[at + 1] << (64 - shift) : limbs[at];
    if (shift && limbs[at] << (64 - shift)) sticky = true;
    for (int64_t i = 0; i < at && !sticky; i++) sticky = limbs[i] != 0;
  }
  int64_t high = bits + exponent; /* value in [2^(high-1), 2^high) */
  if (high > 1024) return INFINITY;
  if (high < -1074) return 0;
  int64_t precision = high < -1021 ? high + 1074 : 53; /* fewer bits for a subnormal */
  int lost = (int)(64 - precision);
  uint64_t kept = lost == 64 ? 0 : top >> lost, rest = lost == 64 ? top : top << (64 - lost),
           half = (uint64_t)1 << 63;
  if (rest > half || (rest == half && (sticky || kept & 1))) kept++;
  return ldexp((double)kept, (int)(high - precision));
}

double rt_int_to_double(RtValue v, int *overflow) {
  *overflow = 0;
  if (RT_LIKELY(rt_is_small(v))) return (double)rt_small(v);
  v = rt_int_plain(v);
  RtIntView view;
  rt_int_view(&view, v);
  double magnitude = rt_int_scale(view.limbs, view.count, 0, false);
  if (isinf(magnitude)) *overflow = 1;
  return view.sign < 0 ? -magnitude : magnitude;
}

int64_t rt_int_bit_length(RtValue v) {
  RtIntView view;
  rt_int_view(&view, v);
  return rt_limbs_bit_length(view.limbs, view.count);
}

/* The value modulo the prime 2^61 - 1, as CPython's numeric hashes: 2^64 is 8 there. */
int64_t rt_int_hash(RtValue v) {
  const uint64_t prime = ((uint64_t)1 << 61) - 1;
  RtIntView view;
  rt_int_view(&view, v);
  uint64_t hash = 0;
  for (int64_t i = view.count - 1; i >= 0; i--) {
    hash = (hash << 3 & prime) | hash >> 58;
    hash += (view.limbs[i] & prime) + (view.limbs[i] >> 61);
    while (hash >= prime) hash -= prime;
  }
  int64_t result = view.sign < 0 ? -(int64_t)hash : (int64_t)hash;
  return result == -1 ? -2 : result;
}

int rt_int_compare(RtValue a, RtValue b) {
  if (rt_is_small(a) && rt_is_small(b)) return a < b ? -1 : a > b;
  RtIntView x, y;
  rt_int_view(&x, a);
  rt_int_view(&y, b);
  if (x.sign != y.sign) return x.sign;
  return x.sign * rt_limbs_compare(x.limbs, x.count, y.limbs, y.count);
}

/* ---- sum, difference, product ---- */
static RtValue add_magnitudes(const RtIntView *a, const RtIntView *b, int sign) {
  if (a->count < b->count) return add_magnitudes(b, a, sign);
  uint64_t top = a->limbs[a->count - 1], other = a->count == b->count ? b->limbs[b->count - 1] : 0, sum;
  bool may_carry = __builtin_add_overflow(top, other, &sum) || sum == UINT64_MAX;
  RtInt *big = rt_int_alloc(a->count + may_carry);
  if (!big) return 0;
  big->sign = sign;
  uint64_t carry = rt_limbs_add(big->limbs, a->limbs, a->count, b->limbs, b->count);
  if (may_carry) big->limbs[a->count] = carry;
  assert(may_carry || !carry);
  return rt_int_finish(big);
}

static RtValue subtract_magnitudes(const RtIntView *a, const RtIntView *b, int sign) {
  int order = rt_limbs_compare(a->limbs, a->count, b->limbs, b->count);
  if (order == 0) return rt_from_small(0);
  if (order < 0) return subtract_magnitudes(b, a, -sign);
  RtInt *big = rt_int_alloc(a->count);
  if (!big) return 0;
  big->sign = sign;
  rt_limbs_sub(big->limbs, a->limbs, a->count, b->limbs, b->count);
  return rt_int_finish(big);
}

static RtValue add_signed(RtValue a, RtValue b, int sign_of_b) {
  RtIntView x, y;
  rt_int_view(&x, a);
  rt_int_view(&y, b);
  if (y.count == 0) return rt_new_ref(a);
  if (x.count == 0 && sign_of_b > 0) return rt_new_ref(b);
  if (x.sign == y.sign * sign_of_b) return add_magnitudes(&x, &y, x.sign);
  return subtract_magnitudes(&x, &y, x.sign);
}

RtValue rt_int_add(RtValue a, RtValue b) {
  if (rt_is_small(a) && rt_is_small(b)) return rt_int_from_i64(rt_small(a) + rt_small(b));
  return add_signed(a, b, 1);
}

RtValue rt_int_sub(RtValue a, RtValue b) {
  if (rt_is_small(a) && rt_is_small(b)) return rt_int_from_i64(rt_small(a) - rt_small(b));
  return add_signed(a, b, -1);
}

RtValue rt_int_neg(RtValue v) {
  if (rt_is_small(v)) return rt_int_from_i64(-rt_small(v));
  RtInt *big = rt_int_big(v);
  return rt_int_from_limbs(big->limbs, big->count, -big->sign);
}

static RtValue multiply_one_limb(uint64_t a, uint64_t b, int sign) {
  uint64_t limbs[2];
  limbs[0] = rt_limb_mul(a, b, &limbs[1]);
  return rt_int_from_limbs(limbs, 2, sign);
}

RtValue rt_int_mul(RtValue a, RtValue b) {
  RtIntView x, y;
  rt_int_view(&x, a);
  rt_int_view(&y, b);
  if (x.count == 0 || y.count == 0) return rt_from_small(0);
  int sign = x.sign * y.sign;
  if (x.count == 1 && y.count == 1) return multiply_one_limb(x.limbs[0], y.limbs[0], sign);
  RtInt *big = rt_int_alloc(x.count + y.count);
  if (!big) return 0;
  big->sign = sign;
  if (rt_limbs_mul(big->limbs, x.limbs, x.count, y.limbs, y.count)) {
    rt_decref_object(big);
    return 0;
  }
  return rt_int_finish(big);
}
