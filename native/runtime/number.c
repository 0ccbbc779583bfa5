/*
 * The binary operators: small ints and floats at once, everything else through the types' slots with
 * CPython's rules for reflected operands and its error texts.
 */
#include "number.h"
#include "container.h"
#include "int.h"
#include "type.h"
#include <math.h>

const char *const rt_number_operators[RT_OPS] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                                 "<<", ">>", "&", "|", "^",  "@"};
static const char *const inplace_operators[RT_OPS] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};

/* ---- errors ---- */
static bool is_bytearray(RtValue v) {
  return !rt_is_small(v) && rt_is_subtype(rt_typeof(v), &rt_type_bytearray);
}

static bool is_repeatable(RtValue v) {
  return rt_has_flag(v, RT_TYPE_LIST | RT_TYPE_TUPLE | RT_TYPE_STR | RT_TYPE_BYTES) || is_bytearray(v);
}

static bool raise_concat(RtValue a, RtValue b) {
  const char *right = rt_typeof(b)->name;
  if (is_bytearray(a) || rt_has_flag(a, RT_TYPE_BYTES)) {
    rt_raise_format(&rt_exc_TypeError, "can't concat %s to %s", right, rt_typeof(a)->name);
    return true;
  }
  const char *left = rt_is_str(a) ? "str" : rt_is_list(a) ? "list" : rt_is_tuple(a) ? "tuple" : NULL;
  if (left)
    rt_raise_format(&rt_exc_TypeError, "can only concatenate %s (not \"%s\") to %s", left, right, left);
  return left != NULL;
}

/* print >> x, as Python 2 wrote it. */
static bool is_print(RtValue v) {
  return rt_typeof(v) == &rt_type_builtin && strcmp(((RtBuiltin *)rt_object(v))->def->name, "print") == 0;
}

RT_COLD RtValue rt_number_raise_operands(RtValue a, RtValue b, RtOp op, bool inplace) {
  if (op == RT_ADD && raise_concat(a, b)) return 0;
  if (op == RT_MUL && is_repeatable(a))
    return rt_raise_type_of("can't multiply sequence by non-int of type '%s'", b);
  if (op == RT_MUL && is_repeatable(b))
    return rt_raise_type_of("can't multiply sequence by non-int of type '%s'", a);
  const char *hint = op == RT_RSHIFT && !inplace && is_print(a)
                         ? ". Did you mean \"print(<message>, file=<output_stream>)\"?"
                         : "";
  const char *sign = inplace ? inplace_operators[op] : rt_number_operators[op];
  return rt_raise_format(&rt_exc_TypeError, "unsupported operand type(s) for %s: '%s' and '%s'%s", sign,
                         rt_typeof(a)->name, rt_typeof(b)->name, hint);
}

/* ---- dispatch ---- */
/* The result of `slot`, or 0 with nothing pending when it doesn't know the operands. */
static inline RtValue try_slot(RtBinaryFn slot, RtValue a, RtValue b) {
  RtValue result = slot(a, b);
  if (result != RT_NOTIMPLEMENTED) return result;
  rt_decref(result);
  return 0;
}

/* Sequences are joined and repeated only when no number's method has answered. */
static bool answers_last(const RtType *left, RtOp op) {
  return (op == RT_ADD || op == RT_MUL) && left->length && !rt_is_class(left);
}

/* The calls of this and of rt_inplace tell native/backend/slots.cpp which operators a program uses. */
__attribute__((noinline)) RtValue rt_dispatch(RtValue a, RtValue b, RtOp op, bool inplace) {
  RtType *left = rt_ready(rt_typeof(a)), *right = rt_ready(rt_typeof(b));
  RtBinaryFn first = left->binary[op], second = left == right ? NULL : right->binary[op];
  RtValue result;
  if (second == first) second = NULL;
  if (first) {
    if (second && (answers_last(left, op) ? rt_is_class(right) : rt_is_subtype(right, left))) {
      if ((result = try_slot(second, a, b)) || rt_pending) return result;
      second = NULL;
    }
    if ((result = try_slot(first, a, b)) || rt_pending) return result;
  }
  if (second && ((result = try_slot(second, a, b)) || rt_pending)) return result;
  return rt_number_raise_operands(a, b, op, inplace);
}

RtValue rt_binary(RtValue a, RtValue b, RtOp op) { return rt_dispatch(a, b, op, false); }

__attribute__((noinline)) RtValue rt_inplace(RtValue a, RtValue b, RtOp op) {
  RtType *left = rt_ready(rt_typeof(a)), *right = rt_ready(rt_typeof(b));
  RtBinaryFn slot = left->inplace[op], other = right->binary[op];
  RtValue result;
  if (slot && answers_last(left, op) && rt_is_class(right) && other && other != left->binary[op])
    if ((result = try_slot(other, a, b)) || rt_pending) return result;
  if (slot && ((result = try_slot(slot, a, b)) || rt_pending)) return result;
  return rt_dispatch(a, b, op, true);
}

/* ---- the fast ways ---- */
#define RT_INLINE static inline __attribute__((always_inline)) /* what is outlined to save space costs more than the work */
RT_INLINE bool both_small(RtValue a, RtValue b) { return (a & b & 1) != 0; }

/* Exact ints, at least one of them big. */
RT_INLINE bool both_ints(RtValue a, RtValue b) { return rt_typeof(a) == &rt_type_int && rt_typeof(b) == &rt_type_int; }

RT_INLINE bool exact_float(RtValue v) { return !rt_is_small(v) && rt_object(v)->type == &rt_type_float; }

/* Floats, or a float and a small int. */
RT_INLINE bool both_doubles(RtValue a, RtValue b, double *x, double *y) {
  if (exact_float(a)) {
    *x = ((RtFloat *)rt_object(a))->value;
    if (rt_is_small(b)) *y = (double)rt_small(b);
    else if (exact_float(b)) *y = ((RtFloat *)rt_object(b))->value;
    else return false;
    return true;
  }
  if (!rt_is_small(a) || !exact_float(b)) return false;
  *x = (double)rt_small(a);
  *y = ((RtFloat *)rt_object(b))->value;
  return true;
}

/* Small ints where the operator stands; the rest is called, so that the code of programs stays small. */
#define ARITHMETIC(name, sign, op, overflows)                                  \
  static __attribute__((noinline)) RtValue name##_rest(RtValue a, RtValue b) { \
    double x, y;                                                               \
    if (both_doubles(a, b, &x, &y)) return rt_float_new(x sign y);             \
    return both_ints(a, b) ? rt_int_##name(a, b) : rt_binary(a, b, op);        \
  }                                                                            \
  RtValue rt_##name(RtValue a, RtValue b) {                                    \
    RtValue result;                                                            \
    if (RT_LIKELY(both_small(a, b) && !overflows(a, b, &result))) return result; \
    return name##_rest(a, b);                                                  \
  }
#define SUM_OVERFLOWS(a, b, result) __builtin_add_overflow(a, b - 1, result)
#define DIFFERENCE_OVERFLOWS(a, b, result) __builtin_sub_overflow(a, b - 1, result)
static inline bool product_overflows(RtValue a, RtValue b, RtValue *result) {
  int64_t product;
  bool overflows = __builtin_mul_overflow(rt_small(a), b - 1, &product);
  *result = product + 1;
  return overflows;
}
ARITHMETIC(add, +, RT_ADD, SUM_OVERFLOWS)
ARITHMETIC(sub, -, RT_SUB, DIFFERENCE_OVERFLOWS)
ARITHMETIC(mul, *, RT_MUL, product_overflows)

RtValue rt_truediv(RtValue a, RtValue b) {
  double x, y;
  if (both_small(a, b)) return rt_int_truediv(a, b);
  if (both_doubles(a, b, &x, &y)) {
    if (RT_UNLIKELY(y == 0)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_FLOAT_DIVISION_BY_ZERO);
    return rt_float_new(x / y);
  }
  if (both_ints(a, b)) return rt_int_truediv(a, b);
  return rt_binary(a, b, RT_TRUEDIV);
}

static __attribute__((noinline)) RtValue floordiv_rest(RtValue a, RtValue b) {
  double x, y;
  if (both_doubles(a, b, &x, &y)) {
    if (RT_UNLIKELY(y == 0)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_FLOAT_FLOORDIV_BY_ZERO);
    return rt_float_new(rt_float_floordiv(x, y));
  }
  if (both_ints(a, b)) return rt_int_floordiv(a, b);
  return rt_binary(a, b, RT_FLOORDIV);
}

/* By a positive number, as nearly always. A constant one then is no division at all. */
RtValue rt_floordiv(RtValue a, RtValue b) {
  if (RT_UNLIKELY(!both_small(a, b) || rt_small(b) <= 0)) return floordiv_rest(a, b);
  return rt_from_small(rt_small(a) / rt_small(b) - (rt_small(a) % rt_small(b) < 0));
}

static __attribute__((noinline)) RtValue mod_rest(RtValue a, RtValue b) {
  double x, y;
  if (both_doubles(a, b, &x, &y)) {
    if (RT_UNLIKELY(y == 0)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_FLOAT_MODULO_BY_ZERO);
    return rt_float_new(rt_float_mod(x, y));
  }
  if (both_ints(a, b)) return rt_int_mod(a, b);
  return rt_binary(a, b, RT_MOD);
}

RtValue rt_mod(RtValue a, RtValue b) {
  if (RT_UNLIKELY(!both_small(a, b) || rt_small(b) <= 0)) return mod_rest(a, b);
  int64_t remainder = rt_small(a) % rt_small(b);
  return rt_from_small(remainder < 0 ? remainder + rt_small(b) : remainder);
}

RtValue rt_pow(RtValue a, RtValue b) {
  double x, y;
  if (both_small(a, b)) return rt_int_pow(a, b);
  if (both_doubles(a, b, &x, &y)) return rt_float_pow(x, y);
  if (both_ints(a, b)) return rt_int_pow(a, b);
  return rt_binary(a, b, RT_POW);
}

#define BOTH_SMALL_OR_SLOTS(name, op)                                               \
  RtValue rt_##name(RtValue a, RtValue b) {                                         \
    return RT_LIKELY(both_ints(a, b)) ? rt_int_##name(a, b) : rt_binary(a, b, op); \
  }
BOTH_SMALL_OR_SLOTS(lshift, RT_LSHIFT)
BOTH_SMALL_OR_SLOTS(rshift, RT_RSHIFT)
BOTH_SMALL_OR_SLOTS(and, RT_AND)
BOTH_SMALL_OR_SLOTS(or, RT_OR)
BOTH_SMALL_OR_SLOTS(xor, RT_XOR)

RtValue rt_matmul(RtValue a, RtValue b) { return rt_binary(a, b, RT_MATMUL); }

/* ---- where nobody needs the left operand any more ---- */

/* The float for a result: the left operand itself if nobody else holds it, else a new one. */
RT_INLINE RtValue in_place(RtValue a, double value) {
  if (exact_float(a) && rt_object(a)->refcount == 1) {
    ((RtFloat *)rt_object(a))->value = value;
    return a;
  }
  rt_decref(a);
  return rt_float_new(value);
}

RT_INLINE RtValue after(STEAL RtValue a, RtValue result) {
  rt_decref(a);
  return result;
}

RT_INLINE bool both_strings(RtValue a, RtValue b) { return rt_typeof(a) == &rt_type_str && rt_typeof(b) == &rt_type_str; }

#define NUMBERS(name, sign)                                                             \
  static __attribute__((noinline)) RtValue name##_numbers(STEAL RtValue a, RtValue b) { \
    double x, y;                                                                        \
    return both_doubles(a, b, &x, &y) ? in_place(a, x sign y) : after(a, name##_rest(a, b)); \
  }
NUMBERS(sub, -)
NUMBERS(mul, *)

static __attribute__((noinline)) RtValue add_numbers(STEAL RtValue a, RtValue b) {
  double x, y;
  if (both_doubles(a, b, &x, &y)) return in_place(a, x + y);
  if (both_strings(a, b)) return rt_value(rt_str_append((RtStr *)rt_object(a), (RtStr *)rt_object(b)));
  return after(a, add_rest(a, b));
}

/* a op= b: ints and floats have no methods of their own for it. */
#define EXACT(v) (rt_is_small(v) || rt_typeof(v) == &rt_type_int || exact_float(v))
#define CONSUMING(name, op, overflows, alike)                                                        \
  RtValue rt_number_##name(STEAL RtValue a, RtValue b) {                                             \
    RtValue result;                                                                                  \
    if (RT_LIKELY(both_small(a, b) && !overflows(a, b, &result))) return result;                     \
    return name##_numbers(a, b);                                                                     \
  }                                                                                                  \
  static __attribute__((noinline)) RtValue inplace_##name##_rest(STEAL RtValue a, RtValue b) {       \
    return (EXACT(a) && EXACT(b)) || alike(a, b) ? name##_numbers(a, b) : after(a, rt_inplace(a, b, op)); \
  }                                                                                                  \
  RtValue rt_inplace_##name(STEAL RtValue a, RtValue b) {                                            \
    RtValue result;                                                                                  \
    if (RT_LIKELY(both_small(a, b) && !overflows(a, b, &result))) return result;                     \
    return inplace_##name##_rest(a, b);                                                              \
  }
#define NEVER_ALIKE(a, b) false
CONSUMING(add, RT_ADD, SUM_OVERFLOWS, both_strings)
CONSUMING(sub, RT_SUB, DIFFERENCE_OVERFLOWS, NEVER_ALIKE)
CONSUMING(mul, RT_MUL, product_overflows, NEVER_ALIKE)

RtValue rt_number_truediv(STEAL RtValue a, RtValue b) {
  double x, y;
  if (both_doubles(a, b, &x, &y) && y != 0) return in_place(a, x / y);
  return after(a, rt_truediv(a, b));
}

#define INPLACE_NUMBERS(name, op, plain) \
  RtValue rt_inplace_##name(STEAL RtValue a, RtValue b) { return EXACT(a) && EXACT(b) ? plain : after(a, rt_inplace(a, b, op)); }
INPLACE_NUMBERS(truediv, RT_TRUEDIV, rt_number_truediv(a, b))

#define INPLACE_DIVISIONS(name, op)                                                                    \
  static __attribute__((noinline)) RtValue inplace_##name##_rest(STEAL RtValue a, RtValue b) {         \
    return after(a, EXACT(a) && EXACT(b) ? name##_rest(a, b) : rt_inplace(a, b, op));                  \
  }                                                                                                    \
  RtValue rt_inplace_##name(STEAL RtValue a, RtValue b) {                                              \
    return RT_LIKELY(both_small(a, b) && rt_small(b) > 0) ? rt_##name(a, b) : inplace_##name##_rest(a, b); \
  }
INPLACE_DIVISIONS(floordiv, RT_FLOORDIV)
INPLACE_DIVISIONS(mod, RT_MOD)
INPLACE_NUMBERS(pow, RT_POW, after(a, rt_pow(a, b)))

#define INPLACE_BITS(name, op) \
  RtValue rt_inplace_##name(STEAL RtValue a, RtValue b) { return after(a, both_ints(a, b) ? rt_int_##name(a, b) : rt_inplace(a, b, op)); }
INPLACE_BITS(lshift, RT_LSHIFT)
INPLACE_BITS(rshift, RT_RSHIFT)
INPLACE_BITS(and, RT_AND)
INPLACE_BITS(or, RT_OR)
INPLACE_BITS(xor, RT_XOR)
RtValue rt_inplace_matmul(STEAL RtValue a, RtValue b) { return after(a, rt_inplace(a, b, RT_MATMUL)); }
