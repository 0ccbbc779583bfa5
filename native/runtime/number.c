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

/* The calls of this and of rt_inplace tell native/backend/slots.cpp which operators a program uses. */
__attribute__((noinline)) RtValue rt_dispatch(RtValue a, RtValue b, RtOp op, bool inplace) {
  RtType *left = rt_ready(rt_typeof(a)), *right = rt_ready(rt_typeof(b));
  RtBinaryFn first = left->binary[op], second = left == right ? NULL : right->binary[op];
  RtValue result;
  if (second == first) second = NULL;
  if (first) {
    /* Sequences are joined and repeated only when no number's method has answered. */
    bool is_sequence = (op == RT_ADD || op == RT_MUL) && (left->flags & (RT_TYPE_STR | RT_TYPE_BYTES | RT_TYPE_LIST | RT_TYPE_TUPLE)) && !rt_is_class(left);
    if (second && (is_sequence ? rt_is_class(right) : rt_is_subtype(right, left))) {
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
  RtBinaryFn slot = rt_ready(rt_typeof(a))->inplace[op];
  if (slot) {
    RtValue result = try_slot(slot, a, b);
    if (result || rt_pending) return result;
  }
  return rt_dispatch(a, b, op, true);
}

/* ---- the fast ways ---- */
static inline bool both_small(RtValue a, RtValue b) { return (a & b & 1) != 0; }

/* Exact ints, at least one of them big. */
static inline bool both_ints(RtValue a, RtValue b) { return rt_typeof(a) == &rt_type_int && rt_typeof(b) == &rt_type_int; }

static inline bool exact_float(RtValue v) { return !rt_is_small(v) && rt_object(v)->type == &rt_type_float; }

/* Floats, or a float and a small int. */
static inline bool both_doubles(RtValue a, RtValue b, double *x, double *y) {
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

RtValue rt_add(RtValue a, RtValue b) {
  double x, y;
  if (RT_LIKELY(both_small(a, b))) {
    RtValue sum;
    if (RT_LIKELY(!__builtin_add_overflow(a, b - 1, &sum))) return sum;
    return rt_int_from_i64(rt_small(a) + rt_small(b));
  }
  if (both_doubles(a, b, &x, &y)) return rt_float_new(x + y);
  if (both_ints(a, b)) return rt_int_add(a, b);
  return rt_binary(a, b, RT_ADD);
}

RtValue rt_sub(RtValue a, RtValue b) {
  double x, y;
  if (RT_LIKELY(both_small(a, b))) {
    RtValue difference;
    if (RT_LIKELY(!__builtin_sub_overflow(a, b - 1, &difference))) return difference;
    return rt_int_from_i64(rt_small(a) - rt_small(b));
  }
  if (both_doubles(a, b, &x, &y)) return rt_float_new(x - y);
  if (both_ints(a, b)) return rt_int_sub(a, b);
  return rt_binary(a, b, RT_SUB);
}

RtValue rt_mul(RtValue a, RtValue b) {
  double x, y;
  if (RT_LIKELY(both_small(a, b))) {
    int64_t product;
    if (RT_LIKELY(!__builtin_mul_overflow(rt_small(a), b - 1, &product))) return product + 1;
    return rt_int_mul(a, b);
  }
  if (both_doubles(a, b, &x, &y)) return rt_float_new(x * y);
  if (both_ints(a, b)) return rt_int_mul(a, b);
  return rt_binary(a, b, RT_MUL);
}

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

RtValue rt_floordiv(RtValue a, RtValue b) {
  double x, y;
  if (both_small(a, b)) return rt_int_floordiv(a, b);
  if (both_doubles(a, b, &x, &y)) {
    if (RT_UNLIKELY(y == 0)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_FLOAT_FLOORDIV_BY_ZERO);
    return rt_float_new(rt_float_floordiv(x, y));
  }
  if (both_ints(a, b)) return rt_int_floordiv(a, b);
  return rt_binary(a, b, RT_FLOORDIV);
}

RtValue rt_mod(RtValue a, RtValue b) {
  double x, y;
  if (both_small(a, b)) return rt_int_mod(a, b);
  if (both_doubles(a, b, &x, &y)) {
    if (RT_UNLIKELY(y == 0)) return rt_raise_string(&rt_exc_ZeroDivisionError, RT_FLOAT_MODULO_BY_ZERO);
    return rt_float_new(rt_float_mod(x, y));
  }
  if (both_ints(a, b)) return rt_int_mod(a, b);
  return rt_binary(a, b, RT_MOD);
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
