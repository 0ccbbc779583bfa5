/* Bit operations on ints, as if in two's complement of unlimited width. */
#include "int.h"

/* ---- shifts ---- */
RT_COLD static RtValue raise_shift(void) {
  return rt_raise_string(&rt_exc_ValueError, "negative shift count");
}

static RtValue shift_left(RtValue v, int64_t bits) {
  RtIntView view;
  rt_int_view(&view, v);
  if (view.count == 0) return v;
  int64_t limbs = bits / 64, shift = bits % 64;
  bool spills = shift && view.limbs[view.count - 1] >> (64 - shift);
  if (limbs > RT_LIMBS_MAX) return rt_raise_memory();
  RtInt *big = rt_int_alloc(view.count + limbs + spills);
  if (!big) return 0;
  big->sign = view.sign;
  memset(big->limbs, 0, (size_t)limbs * sizeof *big->limbs);
  uint64_t out = rt_limbs_shift_left(big->limbs + limbs, view.limbs, view.count, (int)shift);
  if (spills) big->limbs[view.count + limbs] = out;
  return rt_int_finish(big);
}

RtValue rt_int_lshift(RtValue a, RtValue b) {
  if (rt_int_is_negative(b)) return raise_shift();
  if (rt_int_is_zero(a)) return a;
  if (!rt_is_small(b))
    return rt_int_bit_length(b) > 66 ? rt_raise_string(&rt_exc_OverflowError, "too many digits in integer")
                                     : rt_raise_memory();
  int64_t bits = rt_small(b);
  if (rt_is_small(a) && bits < 62) {
    int64_t i = rt_small(a), shifted = (int64_t)((uint64_t)i << bits);
    if (shifted >> bits == i) return rt_int_from_i64(shifted);
  }
  return shift_left(a, bits);
}

/* Rounds towards minus infinity: a negative magnitude grows by one when a bit is lost. */
static RtValue shift_right(RtValue v, int64_t bits) {
  RtIntView view;
  rt_int_view(&view, v);
  int64_t skip = bits / 64, count = view.count - skip;
  if (count <= 0) return rt_from_small(view.sign < 0 ? -1 : 0);
  bool up = false;
  for (int64_t i = 0; i < skip && view.sign < 0 && !up; i++) up = view.limbs[i] != 0;
  RtInt *big = rt_int_alloc(count + (view.sign < 0)); /* the growth may carry */
  if (!big) return 0;
  big->sign = view.sign;
  uint64_t lost = rt_limbs_shift_right(big->limbs, view.limbs + skip, count, (int)(bits % 64));
  if (view.sign < 0) {
    big->limbs[count] = 0;
    if (up || lost) rt_limbs_add_1(big->limbs, count + 1, 1);
  }
  return rt_int_finish(big);
}

RtValue rt_int_rshift(RtValue a, RtValue b) {
  if (rt_int_is_negative(b)) return raise_shift();
  int64_t bits = rt_is_small(b) ? rt_small(b) : INT64_MAX;
  if (rt_is_small(a)) return rt_from_small(rt_small(a) >> (bits > 62 ? 62 : bits));
  return shift_right(a, bits);
}

/* ---- and, or, xor ---- */
/* Limb i of the two's complement of a view; `carry` starts at 1 and says whether all lower limbs were 0. */
static inline uint64_t complement_limb(const RtIntView *view, int64_t i, bool *carry) {
  uint64_t limb = i < view->count ? view->limbs[i] : 0;
  if (view->sign > 0) return limb;
  limb = ~limb + *carry;
  *carry = *carry && limb == 0;
  return limb;
}

static inline uint64_t combine(uint64_t a, uint64_t b, RtOp op) {
  return op == RT_AND ? a & b : op == RT_OR ? a | b : a ^ b;
}

static RtValue bitwise(RtValue a, RtValue b, RtOp op) {
  RtIntView x, y;
  rt_int_view(&x, a);
  rt_int_view(&y, b);
  bool negative = combine(x.sign < 0, y.sign < 0, op), carry_x = true, carry_y = true, carry = true;
  int64_t count = x.count > y.count ? x.count : y.count;
  if (op == RT_AND && x.sign > 0 && x.count < count) count = x.count;
  if (op == RT_AND && y.sign > 0 && y.count < count) count = y.count;
  RtInt *big = rt_int_alloc(count + negative);
  if (!big) return 0;
  big->sign = negative ? -1 : 1;
  for (int64_t i = 0; i < count + negative; i++) {
    uint64_t limb = combine(complement_limb(&x, i, &carry_x), complement_limb(&y, i, &carry_y), op);
    if (negative) {
      limb = ~limb + carry;
      carry = carry && limb == 0;
    }
    big->limbs[i] = limb;
  }
  return rt_int_finish(big);
}

/* On tagged words the operations keep the tag, but for xor. */
RtValue rt_int_and(RtValue a, RtValue b) {
  return rt_is_small(a) && rt_is_small(b) ? (a & b) : bitwise(a, b, RT_AND);
}
RtValue rt_int_or(RtValue a, RtValue b) {
  return rt_is_small(a) && rt_is_small(b) ? (a | b) : bitwise(a, b, RT_OR);
}
RtValue rt_int_xor(RtValue a, RtValue b) {
  return rt_is_small(a) && rt_is_small(b) ? ((a ^ b) | 1) : bitwise(a, b, RT_XOR);
}

RtValue rt_int_invert(RtValue v) {
  if (rt_is_small(v)) return rt_from_small(~rt_small(v));
  RtValue negative = rt_int_neg(v);
  if (!negative) return 0;
  RtValue result = rt_int_sub(negative, rt_from_small(1));
  rt_decref(negative);
  return result;
}
