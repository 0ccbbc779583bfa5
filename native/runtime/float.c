/* Floats: making them, their arithmetic, and the type's slots and constructor. */
#include "float.h"
#include "bytes.h"
#include "call.h"
#include "complex.h"
#include "container.h"
#include "exception.h"
#include "inline.h"
#include "int.h"
#include "number.h"
#include "str.h"
#include "type.h"
#include <math.h>
#include <string.h>

RtValue rt_float_new(double value) { return rt_inline_float_new(value); }

double rt_float_value(RtValue v) {
  if (rt_object(v)->type != &rt_type_float) v = rt_base_value(v);
  return ((RtFloat *)rt_object(v))->value;
}

/* ---- arithmetic ---- */
double rt_float_mod(double a, double b) {
  double remainder = fmod(a, b);
  if (remainder == 0) return copysign(0.0, b);
  return (b < 0) != (remainder < 0) ? remainder + b : remainder;
}

double rt_float_floordiv(double a, double b) {
  double remainder = fmod(a, b), quotient = (a - remainder) / b;
  if (remainder && (b < 0) != (remainder < 0)) quotient -= 1.0;
  if (quotient == 0) return copysign(0.0, a / b);
  double whole = floor(quotient);
  return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

RtValue rt_float_divmod(double a, double b) {
  if (b == 0) return rt_raise_string(&rt_exc_ZeroDivisionError, "float divmod()");
  RtValue items[2] = {rt_float_new(rt_float_floordiv(a, b)), rt_float_new(rt_float_mod(a, b))};
  RtTuple *pair = items[0] && items[1] ? rt_tuple_from(items, 2) : NULL;
  rt_xdecref(items[0]);
  rt_xdecref(items[1]);
  return rt_value(pair);
}

RT_COLD RtValue rt_float_raise_range(void) {
  RtStr *text = rt_str_from_ascii("Numerical result out of range");
  if (!text) return 0;
  enum { OUT_OF_RANGE = 34 }; /* ERANGE, which has other numbers on other systems */
  RtValue args[2] = {rt_from_small(OUT_OF_RANGE), rt_value(text)};
  RtValue exception = rt_call(rt_value(&rt_exc_OverflowError), args, 2, NULL);
  rt_str_release(text);
  if (!exception) return 0;
  return rt_raise_exception(exception);
}

static bool is_odd(double d) { return fmod(fabs(d), 2.0) == 1.0; }

/* The cases that libm's pow needn't be trusted with; true: *result is set. */
static bool power_special(double a, double b, double *result) {
  if (b == 0) *result = 1.0;
  else if (isnan(a)) *result = a;
  else if (isnan(b)) *result = a == 1.0 ? 1.0 : b;
  else if (isinf(b)) *result = fabs(a) == 1.0 ? 1.0 : (b > 0) == (fabs(a) > 1.0) ? INFINITY : 0.0;
  else if (isinf(a)) *result = b > 0 ? (is_odd(b) ? a : INFINITY) : is_odd(b) ? copysign(0.0, a) : 0.0;
  else if (a == 0 && b > 0) *result = is_odd(b) ? a : 0.0;
  else return false;
  return true;
}

static RtValue power_of_negative_to_fraction(double a, double b) {
  RtValue base = rt_float_new(a), exponent = rt_float_new(b), result = 0;
  if (base && exponent) result = rt_complex_pow(base, exponent);
  rt_xdecref(base);
  rt_xdecref(exponent);
  return result;
}

RtValue rt_float_pow(double a, double b) {
  double result;
  if (power_special(a, b, &result)) return rt_float_new(result);
  if (a == 0) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_ZERO_TO_NEGATIVE);
  bool negate = false;
  if (a < 0) {
    if (b != floor(b)) return power_of_negative_to_fraction(a, b);
    a = -a;
    negate = is_odd(b);
  }
  result = a == 1.0 ? 1.0 : pow(a, b);
  if (isinf(result)) return rt_float_raise_range();
  return rt_float_new(negate ? -result : result);
}

double rt_float_pow_plain(double a, double b) { return pow(a, b); }

/* ---- comparison and hash ---- */
int rt_float_compare_int(double value, RtValue i) {
  assert(!isnan(value));
  if (rt_is_small(i)) return -rt_compare_int_float(rt_small(i), value);
  RtInt *big = rt_int_big(i);
  if (isinf(value) || (value < 0) != (big->sign < 0)) return value < 0 ? -1 : 1;
  int overflow;
  double nearest = rt_int_to_double(i, &overflow);
  if (overflow) return -big->sign;
  if (value != nearest) return value < nearest ? -1 : 1;
  RtValue exact = rt_int_from_double(value);
  if (!exact) {
    rt_clear_pending();
    return 0;
  }
  int order = rt_int_compare(exact, i);
  rt_decref(exact);
  return order;
}

int rt_compare_int_float(int64_t i, double d) {
  if (isnan(d)) return 2;
  if (d >= 0x1p63) return -1;
  if (d < -0x1p63) return 1;
  int64_t whole = (int64_t)d; /* towards zero */
  if (i != whole) return i < whole ? -1 : 1;
  double fraction = d - (double)whole;
  return fraction > 0 ? -1 : fraction < 0;
}

bool rt_float_same(double a, double b) {
  return a == b || (isnan(a) && memcmp(&a, &b, sizeof a) == 0);
}

bool rt_float_is_absent(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits == RT_FLOAT_ABSENT;
}

double rt_float_from_bits(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return (bits | UINT64_C(0x8008000000000000)) == (RT_FLOAT_ABSENT | UINT64_C(0x8000000000000000)) ? NAN : value;
}

/* As CPython hashes numbers: modulo 2^61 - 1, 28 bits of the fraction at a time. */
int64_t rt_float_hash(double value) {
  if (isnan(value)) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return (int64_t)((bits ^ bits >> 40) & (((uint64_t)1 << 50) - 1));
  }
  if (isinf(value)) return value > 0 ? 314159 : -314159;
  const uint64_t prime = ((uint64_t)1 << 61) - 1;
  int exponent;
  double fraction = frexp(fabs(value), &exponent);
  uint64_t hash = 0;
  while (fraction) {
    hash = (hash << 28 & prime) | hash >> 33;
    fraction *= 0x1p28;
    exponent -= 28;
    uint64_t part = (uint64_t)fraction;
    fraction -= (double)part;
    hash += part;
    if (hash >= prime) hash -= prime;
  }
  exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
  hash = (hash << exponent & prime) | hash >> (61 - exponent);
  int64_t result = value < 0 ? -(int64_t)hash : (int64_t)hash;
  return result == -1 ? -2 : result;
}


/* ---- slots ---- */
/* Both operands as doubles: 1; 0: not numbers of that kind; -1: raised. */
static inline int operands(RtValue a, RtValue b, double *x, double *y) {
  int left = rt_number_float_operand(a, x);
  return left <= 0 ? left : rt_number_float_operand(b, y);
}

#define BINARY(name, zero_error, expression)                                                 \
  static RtValue slot_##name(RtValue a, RtValue b) {                                         \
    double x, y;                                                                             \
    int known = operands(a, b, &x, &y);                                                      \
    if (known <= 0) return known ? 0 : rt_notimplemented();                                  \
    if (zero_error && y == 0) return rt_raise_string(&rt_exc_ZeroDivisionError, zero_error); \
    return expression;                                                                       \
  }
#define NO_ERROR ((const char *)NULL)
BINARY(add, NO_ERROR, rt_float_new(x + y))
BINARY(sub, NO_ERROR, rt_float_new(x - y))
BINARY(mul, NO_ERROR, rt_float_new(x *y))
BINARY(truediv, RT_FLOAT_DIVISION_BY_ZERO, rt_float_new(x / y))
BINARY(floordiv, RT_FLOAT_FLOORDIV_BY_ZERO, rt_float_new(rt_float_floordiv(x, y)))
BINARY(mod, RT_FLOAT_MODULO_BY_ZERO, rt_float_new(rt_float_mod(x, y)))
BINARY(pow, NO_ERROR, rt_float_pow(x, y))
#undef BINARY

static RtValue slot_negative(RtValue v) { return rt_float_new(-rt_float_value(v)); }
static RtValue slot_positive(RtValue v) { return rt_new_ref(rt_base_value(v)); }
static RtValue slot_absolute(RtValue v) { return rt_float_new(fabs(rt_float_value(v))); }
static RtValue slot_to_int(RtValue v) { return rt_int_from_double(rt_float_value(v)); }
static int slot_truth(RtValue v) { return rt_float_value(v) != 0; }
static int64_t slot_hash(RtValue v) { return rt_float_hash(rt_float_value(v)); }
static RtValue slot_repr(RtValue v) { return rt_value(rt_float_repr(rt_float_value(v))); }
static void slot_dealloc(RtObject *object) { rt_free_object(object, sizeof(RtFloat)); }

static bool compare_doubles(double x, double y, RtCmp op) {
  switch (op) {
    case RT_LT: return x < y;
    case RT_LE: return x <= y;
    case RT_EQ: return x == y;
    case RT_NE: return x != y;
    case RT_GT: return x > y;
    default: return x >= y;
  }
}

static RtValue slot_compare(RtValue a, RtValue b, RtCmp op) {
  double x = rt_float_value(a);
  if (rt_is_float(b)) return rt_bool_ref(compare_doubles(x, rt_float_value(b), op));
  if (!rt_is_int(b)) return rt_notimplemented();
  if (isnan(x)) return rt_bool_ref(op == RT_NE);
  return rt_bool_ref(rt_order_holds(rt_float_compare_int(x, rt_int_plain(b)), op));
}

/* ---- float(x) ---- */
static RtValue from_bytes(RtValue v, RtBytesView text) {
  double result;
  if (rt_float_parse((const char *)text.data, text.length, &result)) return rt_float_new(result);
  return rt_float_raise_literal(v);
}

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  if (rt_no_keywords("float", kwnames) || rt_count_args("float", nargs, 0, 1)) return 0;
  if (nargs == 0) return rt_float_new(0.0);
  RtValue v = args[0];
  if (!rt_is_small(v) && rt_typeof(v) == &rt_type_float) return rt_new_ref(v);
  if (rt_is_str(v)) return rt_float_from_str(rt_str_of(v));
  RtType *slots = rt_ready(rt_typeof(v));
  double result;
  RtBytesView text;
  if (slots->to_float || slots->index) return rt_to_double(v, &result) ? 0 : rt_float_new(result);
  if (rt_bytes_view(v, &text)) return from_bytes(v, text);
  return rt_raise_type_of("float() argument must be a string or a real number, not '%s'", v);
}

RtType rt_type_float = {
    .head = RT_STATIC_HEAD,
    .name = "float",
    .flags = RT_TYPE_FLOAT | RT_TYPE_LEAF,
    .instance_size = sizeof(RtFloat),
    .base = &rt_type_object,
    .dealloc = slot_dealloc,
    .repr = slot_repr,
    .hash = slot_hash,
    .compare = slot_compare,
    .truth = slot_truth,
    .binary = {[RT_ADD] = slot_add,
               [RT_SUB] = slot_sub,
               [RT_MUL] = slot_mul,
               [RT_TRUEDIV] = slot_truediv,
               [RT_FLOORDIV] = slot_floordiv,
               [RT_MOD] = slot_mod,
               [RT_POW] = slot_pow},
    .negative = slot_negative,
    .positive = slot_positive,
    .absolute = slot_absolute,
    .to_int = slot_to_int,
    .to_float = slot_positive,
    .construct = construct,
    .methods = rt_float_methods,
};
