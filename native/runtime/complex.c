/* Complex numbers: arithmetic, text, the type and its constructor. */
#include "complex.h"
#include "call.h"
#include "container.h"
#include "float.h"
#include "format-number.h"
#include "int.h"
#include "libm.h"
#include "number.h"
#include "str.h"
#include "type.h"
#include <errno.h>
#include <stdlib.h>

typedef struct Complex {
  double real, imag;
} Complex;

RtValue rt_complex_new(double real, double imag) {
  RtComplex *c = rt_alloc(&rt_type_complex, sizeof(RtComplex));
  if (!c) return 0;
  c->real = real;
  c->imag = imag;
  return rt_value(c);
}

static RtValue box(Complex c) { return rt_complex_new(c.real, c.imag); }

static bool is_complex(RtValue v) { return !rt_is_small(v) && rt_is_subtype(rt_typeof(v), &rt_type_complex); }

static Complex value_of(RtValue v) {
  RtComplex *c = (RtComplex *)rt_object(rt_typeof(v) == &rt_type_complex ? v : rt_base_value(v));
  return (Complex){c->real, c->imag};
}

static int operand(RtValue v, Complex *result) {
  if (is_complex(v)) return *result = value_of(v), 1;
  result->imag = 0;
  return rt_number_float_operand(v, &result->real);
}

/* ---- arithmetic ---- */
static Complex multiply(Complex a, Complex b) {
  return (Complex){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's method: scaled by the larger part of the divisor. b isn't zero. */
static Complex divide(Complex a, Complex b) {
  if (fabs(b.real) >= fabs(b.imag)) {
    double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
    return (Complex){(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  }
  if (fabs(b.imag) >= fabs(b.real)) {
    double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
    return (Complex){(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  }
  return (Complex){NAN, NAN};
}

static Complex power_by_squaring(Complex base, long exponent) {
  Complex power = {1, 0};
  for (long mask = 1; mask > 0 && exponent >= mask; mask <<= 1) {
    if (exponent & mask) power = multiply(power, base);
    base = multiply(base, base);
  }
  return power;
}

/* 0, or -1: zero to a negative or complex power. */
static int power_general(Complex a, Complex b, Complex *result) {
  if (b.real == 0 && b.imag == 0) return *result = (Complex){1, 0}, 0;
  if (a.real == 0 && a.imag == 0) {
    *result = (Complex){0, 0};
    return b.imag != 0 || b.real < 0 ? -1 : 0;
  }
  double absolute = hypot(a.real, a.imag), length = pow(absolute, b.real), angle = atan2(a.imag, a.real),
         phase = angle * b.real;
  if (b.imag != 0) {
    length /= exp(angle * b.imag);
    phase += b.imag * log(absolute);
  }
  *result = (Complex){length * cos(phase), length * sin(phase)};
  return isinf(phase) ? -1 : 0; /* CPython takes the domain error of an infinite angle for a zero base */
}

static int power(Complex a, Complex b, Complex *result) {
  bool integral = b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= 100;
  if (!integral) return power_general(a, b, result);
  long exponent = (long)b.real;
  if (exponent > 0) return *result = power_by_squaring(a, exponent), 0;
  Complex positive = power_by_squaring(a, -exponent);
  if (positive.real == 0 && positive.imag == 0) return -1;
  *result = divide((Complex){1, 0}, positive);
  return 0;
}

RtValue rt_complex_pow(RtValue a, RtValue b) {
  Complex x, y, result;
  int left = operand(a, &x), right = left > 0 ? operand(b, &y) : left;
  if (right <= 0) return right ? 0 : rt_notimplemented();
  if (power(x, y, &result))
    return rt_raise_string(&rt_exc_ZeroDivisionError, "0.0 to a negative or complex power");
  if (isinf(result.real) || isinf(result.imag))
    return rt_raise_string(&rt_exc_OverflowError, "complex exponentiation");
  return box(result);
}

#define BINARY(name, expression)                                         \
  static RtValue slot_##name(RtValue a, RtValue b) {                     \
    Complex x, y;                                                        \
    int left = operand(a, &x), right = left > 0 ? operand(b, &y) : left; \
    if (right <= 0) return right ? 0 : rt_notimplemented();              \
    return expression;                                                   \
  }
BINARY(add, rt_complex_new(x.real + y.real, x.imag + y.imag))
BINARY(sub, rt_complex_new(x.real - y.real, x.imag - y.imag))
BINARY(mul, box(multiply(x, y)))
BINARY(truediv, y.real == 0 && y.imag == 0
                    ? rt_raise_string(&rt_exc_ZeroDivisionError, "complex division by zero")
                    : box(divide(x, y)))
#undef BINARY

static RtValue slot_negative(RtValue v) {
  Complex c = value_of(v);
  return rt_complex_new(-c.real, -c.imag);
}

static RtValue slot_absolute(RtValue v) {
  Complex c = value_of(v);
  double absolute = hypot(c.real, c.imag);
  if (isinf(absolute) && isfinite(c.real) && isfinite(c.imag))
    return rt_raise_string(&rt_exc_OverflowError, "absolute value too large");
  return rt_float_new(absolute);
}

static RtValue slot_positive(RtValue v) { return rt_new_ref(rt_base_value(v)); }
static int slot_truth(RtValue v) {
  Complex c = value_of(v);
  return c.real != 0 || c.imag != 0;
}

static int64_t slot_hash(RtValue v) {
  Complex c = value_of(v);
  uint64_t real = (uint64_t)rt_float_hash(c.real),
           imag = (uint64_t)rt_float_hash(c.imag);
  int64_t hash = (int64_t)(real + 1000003 * imag);
  return hash == -1 ? -2 : hash;
}

static RtValue slot_compare(RtValue a, RtValue b, RtCmp op) {
  Complex x = value_of(a), y;
  if (op != RT_EQ && op != RT_NE) return rt_notimplemented();
  bool equal;
  if (is_complex(b)) {
    y = value_of(b);
    equal = x.real == y.real && x.imag == y.imag;
  } else if (rt_is_float(b)) {
    equal = x.imag == 0 && x.real == rt_float_value(b);
  } else if (rt_is_int(b)) {
    equal = x.imag == 0 && !isnan(x.real) && rt_float_compare_int(x.real, rt_int_plain(b)) == 0;
  } else {
    return rt_notimplemented();
  }
  return rt_bool_ref(equal == (op == RT_EQ));
}

/* ---- text ---- */
static RtValue slot_repr(RtValue v) {
  Complex c = value_of(v);
  char text[2 * RT_FLOAT_TEXT + 8], *at = text;
  bool whole = c.real != 0 || signbit(c.real);
  if (whole) {
    *at++ = '(';
    at += rt_float_write_repr(at, c.real, false);
    if (!signbit(c.imag) || isnan(c.imag)) *at++ = '+';
  }
  at += rt_float_write_repr(at, c.imag, false);
  *at++ = 'j';
  if (whole) *at++ = ')';
  return rt_value(rt_number_str(text, at - text));
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }

/* What may stand inside the brackets: real, imag j, or both; "j", "+j" and "-j" have 1 for a number. */
static bool parse_inside(const char *at, const char *end, Complex *c) {
  double number;
  const char *after = rt_float_parse_prefix(at, end, &number);
  if (after && after == end) return c->real = number, true;
  if (after && (*after == '+' || *after == '-')) {
    c->real = number;
    at = after;
    after = rt_float_parse_prefix(at, end, &number);
  }
  if (!after) {
    number = at < end && *at == '-' ? -1 : 1;
    after = at + (at < end && (*at == '+' || *at == '-'));
  }
  c->imag = number;
  return end - after == 1 && (*after | 32) == 'j';
}

static bool parse(const char *at, const char *end, Complex *c) {
  *c = (Complex){0, 0};
  while (at < end && is_space(*at)) at++;
  while (end > at && is_space(end[-1])) end--;
  if (at < end && *at == '(') {
    if (end[-1] != ')') return false;
    at++, end--;
    while (at < end && is_space(*at)) at++;
    while (end > at && is_space(end[-1])) end--;
  }
  return at < end && parse_inside(at, end, c);
}

/* Drops underscores between digits; -1: one stands elsewhere. */
static int64_t strip_underscores(char *to, const char *text, int64_t length) {
  int64_t count = 0;
  for (int64_t i = 0; i < length; i++) {
    bool between = i > 0 && i + 1 < length && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                   text[i + 1] >= '0' && text[i + 1] <= '9';
    if (text[i] != '_') to[count++] = text[i];
    else if (!between) return -1;
  }
  return count;
}

RtValue rt_complex_from_str(RtStr *s) {
  int64_t length;
  Complex c = {0, 0};
  char *text = rt_int_ascii_text(s, &length), *copy = text ? malloc((size_t)length + 1) : NULL;
  int64_t count = copy ? strip_underscores(copy, text, length) : -1;
  bool valid = count >= 0 && parse(copy, copy + count, &c);
  if (text && !copy) rt_raise_memory();
  free(copy);
  if (text != (char *)s->data) free(text);
  if (rt_pending) return 0;
  return valid ? box(c) : rt_raise_string(&rt_exc_ValueError, "complex() arg is a malformed string");
}

/* ---- complex(real, imag) ---- */
/* What __complex__ gives: 1; 0: no such method; -1: raised. */
static int by_method(RtValue v, Complex *result) {
  RtValue made = rt_number_special(v, RT_NAME(__complex__), NULL, 0);
  if (!made) return rt_pending ? -1 : 0;
  bool right = is_complex(made);
  if (right) *result = value_of(made);
  else rt_raise_type_of("__complex__ returned non-complex (type %s)", made);
  rt_decref(made);
  return right ? 1 : -1;
}

/* An argument that isn't text: 1: a complex number, 0: a real one, -1: raised. */
static int convert(RtValue v, bool first, Complex *result) {
  if (is_complex(v)) return *result = value_of(v), 1;
  RtType *type = rt_ready(rt_typeof(v));
  int known = first && rt_has_flag(v, RT_TYPE_HEAP) ? by_method(v, result) : 0;
  if (known) return known;
  result->imag = 0;
  if (type->to_float || type->index) return rt_to_double(v, &result->real);
  rt_raise_format(&rt_exc_TypeError,
                  first ? "complex() first argument must be a string or a number, not '%s'"
                        : "complex() second argument must be a number, not '%s'",
                  type->name);
  return -1;
}

/* real + imag * 1j, either of which may itself be complex. */
static RtValue from_two(RtValue real, RtValue imag) {
  Complex r = {0, 0}, i = {0, 0};
  int complex_real = real ? convert(real, true, &r) : 0,
      complex_imag = complex_real >= 0 && imag ? convert(imag, false, &i) : 0;
  if (complex_real < 0 || complex_imag < 0) return 0;
  if (complex_imag) r.real -= i.imag;
  return rt_complex_new(r.real, complex_real && imag ? r.imag + i.real : complex_real ? r.imag : i.real);
}

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  static const char *const names[] = {"real", "imag", NULL};
  RtValue out[2] = {0, 0};
  if (rt_parse_args("complex", names, 0, 0, args, nargs, kwnames, out)) return 0;
  if (out[0] && !out[1] && !rt_is_small(out[0]) && rt_typeof(out[0]) == &rt_type_complex)
    return rt_new_ref(out[0]);
  if (out[0] && rt_is_str(out[0])) {
    if (out[1])
      return rt_raise_string(&rt_exc_TypeError, "complex() can't take second arg if first is a string");
    return rt_complex_from_str(rt_str_of(out[0]));
  }
  if (out[1] && rt_is_str(out[1]))
    return rt_raise_string(&rt_exc_TypeError, "complex() second arg can't be a string");
  return from_two(out[0], out[1]);
}

/* ---- methods ---- */
RT_METHOD(real) { return rt_float_new(value_of(self).real); }
RT_METHOD(imag) { return rt_float_new(value_of(self).imag); }
RT_METHOD(conjugate) {
  Complex c = value_of(self);
  return rt_complex_new(c.real, -c.imag);
}
RT_METHOD(itself) { return rt_new_ref(rt_base_value(self)); }
RT_METHOD(getnewargs) {
  RtValue items[2] = {real(self, NULL, 0, NULL), imag(self, NULL, 0, NULL)};
  RtTuple *pair = items[0] && items[1] ? rt_tuple_from(items, 2) : NULL;
  rt_xdecref(items[0]);
  rt_xdecref(items[1]);
  return rt_value(pair);
}
RT_METHOD(format_method) {
  if (!rt_is_str(args[0])) return rt_raise_argument("__format__() argument must be str, not %s", args[0]);
  return rt_value(rt_format_complex(self, rt_str_of(args[0])));
}

const RtMethodDef rt_complex_methods[] = {
    {"real", real, 0, 0, RT_METHOD_MEMBER},
    {"imag", imag, 0, 0, RT_METHOD_MEMBER},
    {"conjugate", conjugate, 0, 0, 0},
    {"__complex__", itself, 0, 0, 0},
    {"__format__", format_method, 1, 1, 0},
    {"__getnewargs__", getnewargs, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static void slot_dealloc(RtObject *object) { rt_free_object(object, sizeof(RtComplex)); }

RtType rt_type_complex = {
    .head = RT_STATIC_HEAD,
    .name = "complex",
    .flags = RT_TYPE_LEAF,
    .instance_size = sizeof(RtComplex),
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
               [RT_POW] = rt_complex_pow},
    .negative = slot_negative,
    .positive = slot_positive,
    .absolute = slot_absolute,
    .construct = construct,
    .methods = rt_complex_methods,
};
