/* Division of ints: floor, remainder, both, and true division. */
#include "int.h"
#include "number.h"
#include <math.h>

/* The quotient goes one further from zero and the remainder to the divisor's side when the signs differ and
 * the division isn't exact. */
static int divide_small(int64_t a, int64_t b, RtValue *quotient, RtValue *remainder) {
  int64_t q = a / b, r = a % b;
  if (r && (r ^ b) < 0) {
    q--;
    r += b;
  }
  if (quotient && !(*quotient = rt_int_from_i64(q))) return -1;
  if (remainder) *remainder = rt_from_small(r);
  return 0;
}

static int divide_views(const RtIntView *x, const RtIntView *y, RtInt *q, RtInt *r) {
  uint64_t *into_q = q ? q->limbs : NULL, *into_r = r ? r->limbs : NULL, digits[4];
  /* The remainder decides about rounding down; without room for it the quotient can't be put right. */
  bool adjust = x->sign != y->sign;
  if (!into_r && adjust && y->count <= 4) into_r = digits;
  assert(into_r || !adjust);
  if (rt_limbs_divide(into_q, into_r, x->limbs, x->count, y->limbs, y->count)) return -1;
  if (!adjust || rt_limbs_trim(into_r, y->count) == 0) return 0;
  if (q) q->limbs[q->count - 1] += rt_limbs_add_1(q->limbs, q->count - 1, 1);
  if (r) rt_limbs_sub(r->limbs, y->limbs, y->count, r->limbs, y->count);
  return 0;
}

/* |a| < |b|: the quotient is 0 or -1. */
static int divide_by_larger(RtValue a, RtValue b, RtValue *quotient, RtValue *remainder, bool adjust) {
  if (quotient) *quotient = rt_from_small(adjust ? -1 : 0);
  if (!remainder) return 0;
  *remainder = adjust ? rt_int_add(a, b) : rt_new_ref(a);
  return *remainder ? 0 : -1;
}

int rt_int_divide(RtValue a, RtValue b, RtValue *quotient, RtValue *remainder) {
  assert(!rt_int_is_zero(b));
  if (rt_is_small(a) && rt_is_small(b)) return divide_small(rt_small(a), rt_small(b), quotient, remainder);
  RtIntView x, y;
  rt_int_view(&x, a);
  rt_int_view(&y, b);
  bool adjust = x.sign != y.sign && x.count;
  if (rt_limbs_compare(x.limbs, x.count, y.limbs, y.count) < 0)
    return divide_by_larger(a, b, quotient, remainder, adjust);
  RtInt *q = quotient ? rt_int_alloc(x.count - y.count + 1) : NULL;
  RtInt *r = remainder || (adjust && y.count > 4) ? rt_int_alloc(y.count) : NULL;
  bool failed =
      (quotient && !q) || (!r && (remainder || (adjust && y.count > 4))) || divide_views(&x, &y, q, r);
  if (q) q->sign = x.sign * y.sign;
  if (r) r->sign = y.sign;
  RtValue q_value = q && !failed ? rt_int_finish(q) : 0, r_value = r && !failed ? rt_int_finish(r) : 0;
  if (failed && q) rt_decref_object(q);
  if (failed && r) rt_decref_object(r);
  if (!remainder) rt_xdecref(r_value);
  if (failed || (quotient && !q_value) || (remainder && !r_value)) {
    if (quotient) rt_xdecref(q_value);
    if (remainder) rt_xdecref(r_value);
    return -1;
  }
  if (quotient) *quotient = q_value;
  if (remainder) *remainder = r_value;
  return 0;
}

RtValue rt_int_floordiv(RtValue a, RtValue b) {
  RtValue quotient;
  if (rt_int_is_zero(b)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_INT_DIVISION_BY_ZERO);
  return rt_int_divide(a, b, &quotient, NULL) ? 0 : quotient;
}

RtValue rt_int_mod(RtValue a, RtValue b) {
  RtValue remainder;
  if (rt_int_is_zero(b)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_INT_MODULO_BY_ZERO);
  return rt_int_divide(a, b, NULL, &remainder) ? 0 : remainder;
}

RtValue rt_int_divmod(RtValue a, RtValue b) {
  RtValue items[2];
  if (rt_int_is_zero(b)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_INT_DIVISION_BY_ZERO);
  if (rt_int_divide(a, b, &items[0], &items[1])) return 0;
  RtTuple *pair = rt_tuple_from(items, 2);
  rt_decref(items[0]);
  rt_decref(items[1]);
  return rt_value(pair);
}

/* Enough bits of the quotient for one correct rounding: at least 66, and whether anything is left. */
static RtValue divide_to_double(const RtIntView *x, const RtIntView *y, int sign) {
  int64_t shift = rt_limbs_bit_length(y->limbs, y->count) - rt_limbs_bit_length(x->limbs, x->count) + 66;
  int64_t up = shift > 0 ? shift : 0, down = shift < 0 ? -shift : 0;
  int64_t n = x->count + up / 64 + 1, m = y->count + down / 64 + 1, room = n + m + n + 2 + m;
  uint64_t *work = rt_buffer_alloc((uint64_t)room * sizeof *work);
  if (!work) return 0;
  memset(work, 0, (size_t)room * sizeof *work);
  uint64_t *a = work, *b = a + n, *q = b + m, *r = q + n + 2;
  a[n - 1] = rt_limbs_shift_left(a + up / 64, x->limbs, x->count, (int)(up % 64));
  b[m - 1] = rt_limbs_shift_left(b + down / 64, y->limbs, y->count, (int)(down % 64));
  n = rt_limbs_trim(a, n);
  m = rt_limbs_trim(b, m);
  double result = 0;
  int failed = rt_limbs_divide(q, r, a, n, b, m);
  if (!failed) result = rt_int_scale(q, rt_limbs_trim(q, n - m + 1), -shift, rt_limbs_trim(r, m) != 0);
  rt_buffer_free(work, (uint64_t)room * sizeof *work);
  if (failed) return 0;
  if (isinf(result))
    return rt_raise_string(&rt_exc_OverflowError, "integer division result too large for a float");
  return rt_float_new(sign < 0 ? -result : result);
}

RtValue rt_int_truediv(RtValue a, RtValue b) {
  if (rt_int_is_zero(b)) return rt_raise_string(&rt_exc_ZeroDivisionError, "division by zero");
  const int64_t exact = (int64_t)1 << 53;
  if (rt_is_small(a) && rt_is_small(b)) {
    int64_t i = rt_small(a), j = rt_small(b);
    if (i >= -exact && i <= exact && j >= -exact && j <= exact) return rt_float_new((double)i / (double)j);
  }
  RtIntView x, y;
  rt_int_view(&x, a);
  rt_int_view(&y, b);
  if (x.count == 0) return rt_float_new(y.sign < 0 ? -0.0 : 0.0);
  int64_t difference = rt_limbs_bit_length(x.limbs, x.count) - rt_limbs_bit_length(y.limbs, y.count);
  if (difference > 1025)
    return rt_raise_string(&rt_exc_OverflowError, "integer division result too large for a float");
  if (difference < -1080) return rt_float_new(x.sign == y.sign ? 0.0 : -0.0);
  return divide_to_double(&x, &y, x.sign * y.sign);
}
