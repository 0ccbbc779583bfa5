/*
 * math: functions of floats. Each rt_math_plain_NAME gives the value alone: where it is finite it is what
 * Python answers, else the full function decides between an infinity, a nan and an exception.
 */
#include "container.h"
#include "float.h"
#include "int.h"
#include "libm.h"
#include "math-module.h"
#include "number.h"
#include "type.h"

RT_COLD RtValue rt_math_raise_domain(void) {
  return rt_raise_string(&rt_exc_ValueError, "math domain error");
}
RT_COLD RtValue rt_math_raise_range(void) {
  return rt_raise_string(&rt_exc_OverflowError, "math range error");
}

static const double pi = 3.141592653589793238462643383279502884197;

/* ---- constants ---- */
RtValue rt_math_pi(void) { return rt_float_new(pi); }
RtValue rt_math_e(void) { return rt_float_new(2.718281828459045235360287471352662497757); }
RtValue rt_math_tau(void) { return rt_float_new(2 * pi); }
RtValue rt_math_inf(void) { return rt_float_new(INFINITY); }
RtValue rt_math_nan(void) { return rt_float_new(NAN); }

/* ---- one float, one result ---- */
/* What is infinite or nan though x is not. */
static RtValue checked(double x, double result, bool can_overflow) {
  if (RT_UNLIKELY(isnan(result) && !isnan(x))) return rt_math_raise_domain();
  if (RT_UNLIKELY(isinf(result) && isfinite(x)))
    return can_overflow ? rt_math_raise_range() : rt_math_raise_domain();
  return rt_float_new(result);
}

#define ONE(name, call, can_overflow)                    \
  double rt_math_plain_##name(double x) { return call; } \
  RT_BUILTIN_FN(rt_math_##name) {                        \
    double x;                                            \
    if (rt_to_double(args[0], &x)) return 0;             \
    return checked(x, call, can_overflow);               \
  }
ONE(acos, acos(x), false)
ONE(acosh, acosh(x), false)
ONE(asin, asin(x), false)
ONE(asinh, asinh(x), false)
ONE(atan, atan(x), false)
ONE(atanh, atanh(x), false)
ONE(cbrt, cbrt(x), false)
ONE(cos, cos(x), false)
ONE(cosh, cosh(x), true)
ONE(erf, erf(x), false)
ONE(erfc, erfc(x), false)
ONE(exp, exp(x), true)
ONE(exp2, exp2(x), true)
ONE(expm1, expm1(x), true)
ONE(fabs, fabs(x), false)
ONE(log1p, log1p(x), false)
ONE(sin, sin(x), false)
ONE(sinh, sinh(x), true)
ONE(sqrt, sqrt(x), false)
ONE(tan, tan(x), false)
ONE(tanh, tanh(x), false)
#undef ONE

double rt_math_plain_degrees(double x) { return x * (180.0 / pi); }
double rt_math_plain_radians(double x) { return x * (pi / 180.0); }

/* Too large a result is infinite, and no error. */
static RtValue scaled(RtValue v, double scale(double)) {
  double x;
  return rt_to_double(v, &x) ? 0 : rt_float_new(scale(x));
}

RT_BUILTIN_FN(rt_math_degrees) { return scaled(args[0], rt_math_plain_degrees); }
RT_BUILTIN_FN(rt_math_radians) { return scaled(args[0], rt_math_plain_radians); }

RT_BUILTIN_FN(rt_math_gamma) {
  double x;
  bool domain = false, range = false;
  if (rt_to_double(args[0], &x)) return 0;
  double result = rt_math_gamma_of(x, &domain, &range);
  return domain ? rt_math_raise_domain() : range ? rt_math_raise_range() : rt_float_new(result);
}

RT_BUILTIN_FN(rt_math_lgamma) {
  double x;
  bool domain = false, range = false;
  if (rt_to_double(args[0], &x)) return 0;
  double result = rt_math_lgamma_of(x, &domain, &range);
  return domain ? rt_math_raise_domain() : range ? rt_math_raise_range() : rt_float_new(result);
}

#define QUESTION(name, test)                 \
  RT_BUILTIN_FN(rt_math_##name) {            \
    double x;                                \
    if (rt_to_double(args[0], &x)) return 0; \
    return rt_bool_ref(test(x));             \
  }
QUESTION(isfinite, isfinite)
QUESTION(isinf, isinf)
QUESTION(isnan, isnan)
#undef QUESTION

/* ---- logarithms: of ints beyond the doubles too ---- */
double rt_math_plain_log(double x) { return log(x); }
double rt_math_plain_log2(double x) { return log2(x); }
double rt_math_plain_log10(double x) { return log10(x); }

static RtValue logarithm_of_int(RtValue v, double (*function)(double)) {
  int overflow;
  if (rt_int_is_negative(v) || rt_int_is_zero(v)) return rt_math_raise_domain();
  double x = rt_int_to_double(v, &overflow);
  if (!overflow) return rt_float_new(function(x));
  RtIntView view;
  rt_int_view(&view, v);
  int64_t bits = rt_limbs_bit_length(view.limbs, view.count);
  x = rt_int_scale(view.limbs, view.count, -bits, false);
  if (x == 1.0) x = 0.5, bits++;
  return rt_float_new(function(x) + function(2.0) * (double)bits);
}

static RtValue logarithm(RtValue v, double (*function)(double)) {
  double x;
  if (rt_is_int(v)) return logarithm_of_int(rt_int_plain(v), function);
  if (rt_to_double(v, &x)) return 0;
  if (x <= 0) return rt_math_raise_domain();
  return rt_float_new(function(x));
}

RT_BUILTIN_FN(rt_math_log) {
  RtValue top = logarithm(args[0], log);
  if (!top || nargs < 2) return top;
  RtValue bottom = logarithm(args[1], log), result = bottom ? rt_truediv(top, bottom) : 0;
  rt_xdecref(bottom);
  rt_decref(top);
  return result;
}
RT_BUILTIN_FN(rt_math_log2) { return logarithm(args[0], log2); }
RT_BUILTIN_FN(rt_math_log10) { return logarithm(args[0], log10); }

/* ---- two floats ---- */
static int two(const RtValue *args, double *x, double *y) {
  return rt_to_double(args[0], x) || rt_to_double(args[1], y) ? -1 : 0;
}

RT_BUILTIN_FN(rt_math_atan2) {
  double x, y;
  return two(args, &x, &y) ? 0 : rt_float_new(atan2(x, y));
}

RT_BUILTIN_FN(rt_math_copysign) {
  double x, y;
  return two(args, &x, &y) ? 0 : rt_float_new(copysign(x, y));
}

RT_BUILTIN_FN(rt_math_fmod) {
  double x, y;
  if (two(args, &x, &y)) return 0;
  double result = fmod(x, y);
  return isnan(result) && !isnan(x) && !isnan(y) ? rt_math_raise_domain() : rt_float_new(result);
}

RT_BUILTIN_FN(rt_math_remainder) {
  double x, y;
  if (two(args, &x, &y)) return 0;
  double result = remainder(x, y);
  return isnan(result) && !isnan(x) && !isnan(y) ? rt_math_raise_domain() : rt_float_new(result);
}

RT_BUILTIN_FN(rt_math_pow) {
  double x, y;
  if (two(args, &x, &y)) return 0;
  double result = pow(x, y);
  if (!isfinite(x) || !isfinite(y) || isfinite(result)) return rt_float_new(result);
  return isnan(result) || x == 0 ? rt_math_raise_domain() : rt_math_raise_range();
}

RT_BUILTIN_FN(rt_math_fma) {
  double x, y, z;
  if (two(args, &x, &y) || rt_to_double(args[2], &z)) return 0;
  double result = fma(x, y, z);
  if (isnan(result) && !isnan(x) && !isnan(y) && !isnan(z))
    return rt_raise_string(&rt_exc_ValueError, "invalid operation in fma");
  if (isinf(result) && isfinite(x) && isfinite(y) && isfinite(z))
    return rt_raise_string(&rt_exc_OverflowError, "overflow in fma");
  return rt_float_new(result);
}

/* ---- the parts of a float ---- */
static RtValue pair(STEAL RtValue first, STEAL RtValue second) {
  RtValue items[2] = {first, second};
  RtTuple *tuple = first && second ? rt_tuple_from(items, 2) : NULL;
  rt_xdecref(first);
  rt_xdecref(second);
  return rt_value(tuple);
}

RT_BUILTIN_FN(rt_math_frexp) {
  double x;
  int exponent = 0;
  if (rt_to_double(args[0], &x)) return 0;
  double mantissa = isfinite(x) && x != 0 ? frexp(x, &exponent) : x;
  return pair(rt_float_new(mantissa), rt_from_small(exponent));
}

RT_BUILTIN_FN(rt_math_modf) {
  double x, whole;
  if (rt_to_double(args[0], &x)) return 0;
  double fraction = modf(x, &whole);
  return pair(rt_float_new(fraction), rt_float_new(whole));
}

RT_BUILTIN_FN(rt_math_ldexp) {
  double x;
  int64_t exponent;
  if (rt_to_double(args[0], &x)) return 0;
  if (!rt_is_int(args[1]))
    return rt_raise_string(&rt_exc_TypeError, "Expected an int as second argument to ldexp.");
  if (!rt_int_to_i64(args[1], &exponent))
    exponent = rt_int_is_negative(rt_int_plain(args[1])) ? INT64_MIN : INT64_MAX;
  if (x == 0 || !isfinite(x)) return rt_float_new(x);
  double result = ldexp(x, exponent > 10000 ? 10000 : exponent < -10000 ? -10000 : (int)exponent);
  return isinf(result) ? rt_math_raise_range() : rt_float_new(result);
}

/* ---- neighbours ---- */
/* The doubles in order, as ints. */
static int64_t order_of(double x) {
  int64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits < 0 ? INT64_MIN - bits : bits;
}

static double by_order(int64_t order, bool negative_zero) {
  int64_t bits = order < 0 || (order == 0 && negative_zero) ? INT64_MIN - order : order;
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static RtValue step_towards(double x, double y, RtValue steps_value) {
  RtValue steps = rt_index_value(steps_value);
  if (!steps) return 0;
  int64_t count;
  bool fits = rt_int_to_i64(steps, &count), negative = rt_int_is_negative(steps);
  rt_decref(steps);
  if (negative) return rt_raise_string(&rt_exc_ValueError, "steps must be a non-negative integer");
  if (!fits) count = INT64_MAX;
  if (count == 0 || isnan(x)) return rt_float_new(x);
  if (isnan(y)) return rt_float_new(y);
  int64_t from = order_of(x), to = order_of(y);
  uint64_t distance = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
  if ((uint64_t)count >= distance) return rt_float_new(y);
  int64_t order = from < to ? from + count : from - count;
  return rt_float_new(by_order(order, from < to));
}

RT_BUILTIN_FN(rt_math_nextafter) {
  static const char *const names[] = {"x", "y", "steps", NULL};
  RtValue out[3] = {0, 0, 0};
  double x, y;
  if (rt_parse_args("nextafter", names, 2, 2, args, nargs, kwnames, out) || two(out, &x, &y)) return 0;
  if (out[2] && out[2] != RT_NONE) return step_towards(x, y, out[2]);
  return rt_float_new(nextafter(x, y));
}

RT_BUILTIN_FN(rt_math_ulp) {
  double x;
  if (rt_to_double(args[0], &x)) return 0;
  x = fabs(x);
  if (!isfinite(x)) return rt_float_new(x);
  double above = nextafter(x, INFINITY);
  return rt_float_new(isinf(above) ? x - nextafter(x, -INFINITY) : above - x);
}

static bool is_close(double a, double b, double relative, double absolute) {
  if (a == b) return true;
  if (isinf(a) || isinf(b)) return false;
  double difference = fabs(b - a);
  return difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute;
}

RT_BUILTIN_FN(rt_math_isclose) {
  static const char *const names[] = {"a", "b", "rel_tol", "abs_tol", NULL};
  RtValue out[4] = {0, 0, 0, 0};
  double a, b, relative = 1e-9, absolute = 0;
  if (nargs > 2)
    return rt_raise_format(&rt_exc_TypeError, "isclose() takes at most 2 positional arguments (%lld given)",
                           (long long)nargs);
  if (rt_parse_args("isclose", names, 2, 0, args, nargs, kwnames, out) || two(out, &a, &b)) return 0;
  if ((out[2] && rt_to_double(out[2], &relative)) || (out[3] && rt_to_double(out[3], &absolute))) return 0;
  if (relative < 0 || absolute < 0)
    return rt_raise_string(&rt_exc_ValueError, "tolerances must be non-negative");
  return rt_bool_ref(is_close(a, b, relative, absolute));
}

/* ---- to ints ---- */
static RtValue to_int(RtValue v, RtStr *name, double (*function)(double)) {
  double x;
  if (!rt_is_small(v) && rt_typeof(v) == &rt_type_float)
    return rt_int_from_double(function(rt_float_value(v)));
  RtValue result = rt_number_special(v, name, NULL, 0);
  if (result || rt_pending) return result;
  return rt_to_double(v, &x) ? 0 : rt_int_from_double(function(x));
}

RT_BUILTIN_FN(rt_math_floor) { return to_int(args[0], RT_NAME(__floor__), floor); }
RT_BUILTIN_FN(rt_math_ceil) { return to_int(args[0], RT_NAME(__ceil__), ceil); }

RT_BUILTIN_FN(rt_math_trunc) {
  RtValue result = rt_number_special(args[0], RT_NAME(__trunc__), NULL, 0);
  if (result || rt_pending) return result;
  return rt_raise_type_of("type %s doesn't define __trunc__ method", args[0]);
}

RtValue rt_math_floor_f64(double x) { return rt_int_from_double(floor(x)); }
RtValue rt_math_ceil_f64(double x) { return rt_int_from_double(ceil(x)); }
