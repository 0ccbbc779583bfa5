/* The methods and attributes of float. */
#include "call.h"
#include "container.h"
#include "float.h"
#include "format-number.h"
#include "int.h"
#include "number.h"
#include "str.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- rounding ---- */
/* To a multiple of 10^places, by the exact decimal digits; ties to even. */
static double round_to_tens(double value, int places) {
  char digits[320] = "0", tail[16];
  double whole = floor(fabs(value));
  int length = snprintf(digits + 1, sizeof digits - 1, "%.0f", whole), kept = length - places;
  if (kept < 0) return copysign(0.0, value);
  char *cut = digits + 1 + kept;
  int order = *cut - '5';
  for (char *at = cut + 1; order == 0 && *at; at++) order = *at != '0';
  if (order == 0) order = fabs(value) > whole ? 1 : (cut[-1] & 1) ? 1 : -1;
  if (order > 0) {
    char *at = cut - 1;
    while (*at == '9') *at-- = '0';
    ++*at;
  }
  snprintf(tail, sizeof tail, "e%d", places);
  char text[340];
  snprintf(text, sizeof text, "%.*s%s", (int)(cut - digits), digits, tail);
  return copysign(strtod(text, NULL), value);
}

/*
 * value * 10^digits, where that is far enough from a tie for its rounding error not to matter: the rounded
 * whole number and the power are exact, so their quotient is the double nearest to the decimal. false: too
 * close, or too large.
 */
static bool round_quickly(double value, int64_t digits, double *result) {
  static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  if (digits < 0 || digits > 15) return false;
  double scaled = value * powers[digits], whole = rint(scaled), off = fabs(fabs(scaled - whole) - 0.5);
  if (!(fabs(scaled) < 0x1p51) || off <= fabs(scaled) * 0x1p-50) return false;
  *result = whole / powers[digits];
  return true;
}

double rt_float_round(double value, int64_t digits) {
  double quick;
  if (round_quickly(value, digits, &quick)) return quick;
  if (!isfinite(value) || digits > 323 || value == 0) return value;
  if (digits < -308) return copysign(0.0, value);
  if (digits < 0) return round_to_tens(value, (int)-digits);
  char text[700];
  snprintf(text, sizeof text, "%.*f", (int)digits, value);
  return strtod(text, NULL);
}

RtValue rt_float_round_value(RtValue value, RtValue digits) {
  double d = rt_float_value(value);
  if (!digits || digits == RT_NONE) return rt_int_from_double(rint(d));
  int64_t places;
  if (rt_index(digits, &places, true)) return 0;
  double rounded = rt_float_round(d, places);
  if (isinf(rounded) && !isinf(d))
    return rt_raise_string(&rt_exc_OverflowError, "rounded value too large to represent");
  return rt_float_new(rounded);
}

RT_METHOD(round_method) { return rt_float_round_value(self, nargs ? args[0] : 0); }
RT_METHOD(trunc_method) { return rt_int_from_double(rt_float_value(self)); }
RT_METHOD(floor_method) { return rt_int_from_double(floor(rt_float_value(self))); }
RT_METHOD(ceil_method) { return rt_int_from_double(ceil(rt_float_value(self))); }

/* ---- the rest ---- */
RT_METHOD(itself) { return rt_new_ref(rt_base_value(self)); }
RT_METHOD(zero) { return rt_float_new(0.0); }
RT_METHOD(is_integer) {
  double d = rt_float_value(self);
  return rt_bool_ref(isfinite(d) && floor(d) == d);
}

static RtValue ratio_of(int64_t mantissa, int exponent) {
  RtValue m = rt_int_from_i64(mantissa), items[2];
  RtValue power = rt_int_lshift(rt_from_small(1), rt_from_small(abs(exponent)));
  if (!power) return 0;
  items[0] = exponent > 0 ? rt_int_mul(m, power) : m;
  items[1] = exponent > 0 ? rt_from_small(1) : rt_new_ref(power);
  RtTuple *ratio = items[0] ? rt_tuple_from(items, 2) : NULL;
  rt_xdecref(items[0]);
  rt_decref(items[1]);
  rt_decref(power);
  return rt_value(ratio);
}

RT_METHOD(as_integer_ratio) {
  double d = rt_float_value(self);
  if (isinf(d)) return rt_raise_string(&rt_exc_OverflowError, "cannot convert Infinity to integer ratio");
  if (isnan(d)) return rt_raise_string(&rt_exc_ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  int64_t mantissa = (int64_t)ldexp(frexp(d, &exponent), 53);
  if (mantissa == 0) return ratio_of(0, 0);
  int zeros = __builtin_ctzll((uint64_t)mantissa);
  return ratio_of(mantissa >> zeros, exponent - 53 + zeros);
}

RT_METHOD(getnewargs) {
  RtValue plain = rt_base_value(self);
  return rt_value(rt_tuple_from(&plain, 1));
}

RT_METHOD(hex) { return rt_value(rt_float_hex(rt_float_value(self))); }

RT_METHOD(fromhex) {
  if (!rt_is_str(args[0]))
    return rt_raise_string(&rt_exc_TypeError, "bad argument type for built-in operation");
  RtValue result = rt_float_from_hex(rt_str_of(args[0]));
  if (!result || self == rt_value(&rt_type_float)) return result;
  RtValue converted = rt_call1(self, result);
  rt_decref(result);
  return converted;
}

RT_METHOD(format_method) {
  if (!rt_is_str(args[0])) return rt_raise_argument("__format__() argument must be str, not %s", args[0]);
  return rt_value(rt_str_of(args[0])->length ? rt_format_float(rt_float_value(self), rt_str_of(args[0]))
                                             : rt_str(self));
}

static RtValue divmod_ordered(RtValue self, RtValue other, bool reflected) {
  double x = rt_float_value(self), y;
  int known = rt_number_float_operand(other, &y);
  if (known <= 0) return known ? 0 : rt_notimplemented();
  return reflected ? rt_float_divmod(y, x) : rt_float_divmod(x, y);
}

RT_METHOD(divmod_method) { return divmod_ordered(self, args[0], false); }
RT_METHOD(rdivmod_method) { return divmod_ordered(self, args[0], true); }

const RtMethodDef rt_float_methods[] = {
    {"conjugate", itself, 0, 0, 0},
    {"is_integer", is_integer, 0, 0, 0},
    {"as_integer_ratio", as_integer_ratio, 0, 0, 0},
    {"hex", hex, 0, 0, 0},
    {"fromhex", fromhex, 1, 1, RT_METHOD_CLASS},
    {"real", itself, 0, 0, RT_METHOD_GETTER},
    {"imag", zero, 0, 0, RT_METHOD_GETTER},
    {"__round__", round_method, 0, 1, 0},
    {"__trunc__", trunc_method, 0, 0, 0},
    {"__floor__", floor_method, 0, 0, 0},
    {"__ceil__", ceil_method, 0, 0, 0},
    {"__format__", format_method, 1, 1, 0},
    {"__divmod__", divmod_method, 1, 1, 0},
    {"__rdivmod__", rdivmod_method, 1, 1, 0},
    {"__getnewargs__", getnewargs, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};
