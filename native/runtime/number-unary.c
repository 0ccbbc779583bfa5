/* Operators with one operand, the power with a modulus, divmod and round. */
#include "call.h"
#include "container.h"
#include "float.h"
#include "int.h"
#include "number.h"
#include "type.h"
#include <math.h>

/* ---- one operand ---- */
static RtValue unary(RtValue v, RtUnaryFn slot, const char *format_with_one_s) {
  return slot ? slot(v) : rt_raise_type_of(format_with_one_s, v);
}

RtValue rt_neg(RtValue v) {
  if (RT_LIKELY(rt_is_small(v))) return rt_int_from_i64(-rt_small(v));
  return unary(v, rt_ready(rt_typeof(v))->negative, "bad operand type for unary -: '%s'");
}

RtValue rt_pos(RtValue v) {
  if (RT_LIKELY(rt_is_small(v))) return v;
  return unary(v, rt_ready(rt_typeof(v))->positive, "bad operand type for unary +: '%s'");
}

RtValue rt_invert(RtValue v) {
  if (RT_LIKELY(rt_is_small(v))) return rt_from_small(~rt_small(v));
  return unary(v, rt_ready(rt_typeof(v))->invert, "bad operand type for unary ~: '%s'");
}

RtValue rt_abs(RtValue v) {
  if (RT_LIKELY(rt_is_small(v))) return rt_small(v) < 0 ? rt_neg(v) : v;
  return unary(v, rt_ready(rt_typeof(v))->absolute, "bad operand type for abs(): '%s'");
}

RtValue rt_number_special(RtValue value, RtStr *name, const RtValue *args, int64_t nargs) {
  RtValue method = rt_type_lookup(rt_ready(rt_typeof(value)), name);
  if (!method) return 0;
  rt_incref(method);
  RtValue result = rt_call_with_self(method, value, args, nargs, NULL);
  rt_decref(method);
  return result;
}

/* ---- pow with a modulus ---- */
static bool is_plain_number(RtValue v) {
  RtType *type = rt_typeof(v);
  return type == &rt_type_int || type == &rt_type_bool || type == &rt_type_float || type == &rt_type_complex;
}

/* As special, but an answer of NotImplemented counts as none. */
static RtValue try_special(RtValue value, RtStr *name, const RtValue *args, int64_t nargs) {
  RtValue result = rt_number_special(value, name, args, nargs);
  if (result != RT_NOTIMPLEMENTED) return result;
  rt_decref(result);
  return 0;
}

/* Has a class made by a class statement its own __pow__? */
static bool has_own_pow(RtValue v) {
  if (rt_is_small(v) || !rt_has_flag(v, RT_TYPE_HEAP)) return false;
  RtValue found = rt_type_lookup(rt_typeof(v), RT_NAME(__pow__));
  return found && !(rt_is_int(v) && found == rt_type_lookup(&rt_type_int, RT_NAME(__pow__)));
}

RtValue rt_pow_mod(RtValue base, RtValue exponent, RtValue modulus) {
  if (modulus == RT_NONE) return rt_pow(base, exponent);
  bool own = has_own_pow(base);
  if (!own && rt_is_int(base) && rt_is_int(exponent) && rt_is_int(modulus))
    return rt_int_pow_mod(rt_int_plain(base), rt_int_plain(exponent), rt_int_plain(modulus));
  if (own) {
    RtValue args[2] = {exponent, modulus}, result = try_special(base, RT_NAME(__pow__), args, 2);
    if (result || rt_pending) return result;
  }
  bool number = is_plain_number(base) && is_plain_number(exponent) && is_plain_number(modulus);
  if (number && (rt_typeof(base) == &rt_type_complex || rt_typeof(exponent) == &rt_type_complex ||
                 rt_typeof(modulus) == &rt_type_complex))
    return rt_raise_string(&rt_exc_ValueError, "complex modulo");
  if (number)
    return rt_raise_string(&rt_exc_TypeError,
                           "pow() 3rd argument not allowed unless all arguments are integers");
  return rt_raise_format(&rt_exc_TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
                         rt_typeof(base)->name, rt_typeof(exponent)->name, rt_typeof(modulus)->name);
}

/* ---- divmod ---- */
static bool is_exact_real(RtValue v) {
  RtType *type = rt_typeof(v);
  return type == &rt_type_int || type == &rt_type_float || type == &rt_type_bool;
}

static RtValue divmod_numbers(RtValue a, RtValue b) {
  if (rt_is_int(a) && rt_is_int(b)) return rt_int_divmod(rt_int_plain(a), rt_int_plain(b));
  double x, y;
  if (rt_number_float_operand(a, &x) < 0 || rt_number_float_operand(b, &y) < 0) return 0;
  return rt_float_divmod(x, y);
}

RtValue rt_divmod(RtValue a, RtValue b) {
  if (is_exact_real(a) && is_exact_real(b)) return divmod_numbers(a, b);
  RtType *left = rt_ready(rt_typeof(a)), *right = rt_ready(rt_typeof(b));
  RtValue result, reflected = left == right ? 0 : rt_type_lookup(right, RT_NAME(__rdivmod__));
  bool first =
      reflected && rt_is_subtype(right, left) && reflected != rt_type_lookup(left, RT_NAME(__rdivmod__));
  if (first && ((result = try_special(b, RT_NAME(__rdivmod__), &a, 1)) || rt_pending)) return result;
  if ((result = try_special(a, RT_NAME(__divmod__), &b, 1)) || rt_pending) return result;
  if (reflected && !first && ((result = try_special(b, RT_NAME(__rdivmod__), &a, 1)) || rt_pending))
    return result;
  return rt_raise_format(&rt_exc_TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'",
                         left->name, right->name);
}

/* ---- round ---- */
RtValue rt_round(RtValue value, RtValue digits) {
  if (digits == RT_NONE) digits = 0;
  RtType *type = rt_ready(rt_typeof(value));
  if (type == &rt_type_int || type == &rt_type_bool) return rt_int_round(value, digits);
  if (type == &rt_type_float) return rt_float_round_value(value, digits);
  RtValue result = rt_number_special(value, RT_NAME(__round__), &digits, digits != 0);
  if (result || rt_pending) return result;
  return rt_raise_format(&rt_exc_TypeError, "type %s doesn't define __round__ method", type->name);
}
