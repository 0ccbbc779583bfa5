/* The type int: its slots and its constructor. The methods are in int-methods.c. */
#include "call.h"
#include "container.h"
#include "int.h"
#include "memoryview.h"
#include "number.h"
#include "str.h"
#include "type.h"
#include <stdlib.h>

/* ---- slots: any int, bool or instance of a subclass on either side ---- */
#define BINARY(name)                                                \
  static RtValue slot_##name(RtValue a, RtValue b) {                \
    if (!rt_is_int(a) || !rt_is_int(b)) return rt_notimplemented(); \
    return rt_int_##name(rt_int_plain(a), rt_int_plain(b));         \
  }
BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(truediv)
BINARY(floordiv)
BINARY(mod)
BINARY(pow)
BINARY(lshift)
BINARY(rshift)
BINARY(and)
BINARY(or)
BINARY(xor)
#undef BINARY

static RtValue slot_negative(RtValue v) { return rt_int_neg(rt_int_plain(v)); }
static RtValue slot_invert(RtValue v) { return rt_int_invert(rt_int_plain(v)); }
static RtValue slot_plain(RtValue v) { return rt_new_ref(rt_int_plain(v)); }
static RtValue slot_absolute(RtValue v) {
  v = rt_int_plain(v);
  return rt_int_is_negative(v) ? rt_int_neg(v) : rt_new_ref(v);
}
static RtValue slot_to_float(RtValue v) {
  double d;
  return rt_to_double(rt_int_plain(v), &d) ? 0 : rt_float_new(d);
}
static RtValue slot_repr(RtValue v) { return rt_value(rt_int_to_str(v, 10)); }
static int64_t slot_hash(RtValue v) { return rt_int_hash(rt_int_plain(v)); }
static int slot_truth(RtValue v) { return !rt_int_is_zero(rt_int_plain(v)); }
static RtValue slot_compare(RtValue a, RtValue b, RtCmp op) {
  if (!rt_is_int(a) || !rt_is_int(b)) return rt_notimplemented();
  return rt_bool_ref(rt_order_holds(rt_int_compare(rt_int_plain(a), rt_int_plain(b)), op));
}

/* ---- int(x), int(text, base) ---- */
static RtValue from_bytes_text(RtValue v, int base) {
  RtBytes *bytes = (RtBytes *)rt_object(rt_base_value(v));
  RtValue result = rt_int_parse((const char *)bytes->data, bytes->length, base);
  return result || rt_pending ? result : rt_int_raise_literal(v, base);
}

static RtValue from_bytearray(RtValue v, int base) {
  RtValue bytes = rt_call1(rt_value(&rt_type_bytes), v);
  if (!bytes) return 0;
  RtBytes *b = (RtBytes *)rt_object(bytes);
  RtValue result = rt_int_parse((const char *)b->data, b->length, base);
  rt_decref(bytes);
  return result || rt_pending ? result : rt_int_raise_literal(v, base);
}

/* int(text, base); 0 without a pending exception: no text. */
static RtValue from_text(RtValue v, int base) {
  if (rt_is_str(v)) return rt_int_from_str(rt_str_of(v), base);
  if (rt_has_flag(v, RT_TYPE_BYTES) && rt_typeof(rt_base_value(v)) == &rt_type_bytes)
    return from_bytes_text(v, base);
  if (!rt_is_small(v) && rt_is_subtype(rt_typeof(v), &rt_type_bytearray)) return from_bytearray(v, base);
  if (!rt_is_memoryview(v)) return 0;
  RtValue bytes = RT_ONLY_WITH(rt_memoryview_new, rt_memoryview_tobytes)(RT_MEMORYVIEW(v));
  RtValue result = bytes ? from_bytes_text(bytes, base) : 0;
  if (bytes) rt_decref(bytes);
  return result;
}

/* The plain int that __int__, __index__ or __trunc__ gave. */
static RtValue plain_result(STEAL RtValue v) {
  if (!v || rt_is_small(v) || rt_typeof(v) == &rt_type_int) return v;
  RtValue plain = rt_is_int(v) ? rt_new_ref(rt_int_plain(v)) : rt_index_value(v);
  rt_decref(v);
  return plain;
}

RtValue rt_number_to_int(RtValue v) {
  if (rt_is_small(v) || rt_typeof(v) == &rt_type_int || v == RT_TRUE || v == RT_FALSE)
    return rt_new_ref(rt_int_plain(v));
  RtType *type = rt_ready(rt_typeof(v));
  if (type->to_int) return plain_result(type->to_int(v));
  if (type->index) return plain_result(type->index(v));
  RtValue result = rt_number_special(v, RT_NAME(__trunc__), NULL, 0);
  if (result && !rt_is_int(result) && !rt_ready(rt_typeof(result))->index) {
    rt_raise_type_of("__trunc__ returned non-Integral (type %s)", result);
    rt_decref(result);
    return 0;
  }
  if (result || rt_pending) return plain_result(result);
  result = from_text(v, 10);
  if (result || rt_pending) return result;
  return rt_raise_type_of("int() argument must be a string, a bytes-like object or a real number, not '%s'",
                          v);
}

static RtValue with_base(RtValue v, RtValue base_value) {
  RtValue index = rt_index_value(base_value);
  if (!index) return 0;
  int64_t base;
  bool valid = rt_int_to_i64(index, &base) && (base == 0 || (base >= 2 && base <= 36));
  rt_decref(index);
  if (!valid) return rt_raise_string(&rt_exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
  RtValue result = from_text(v, (int)base);
  if (result || rt_pending) return result;
  return rt_raise_string(&rt_exc_TypeError, "int() can't convert non-string with explicit base");
}

RtValue rt_int_constructed(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  static const char *const names[] = {"x", "base", NULL};
  RtValue out[2] = {0, 0};
  if (!kwnames && nargs == 1) return rt_number_to_int(args[0]);
  if (!kwnames && rt_count_args("int", nargs, 0, 2)) return 0;
  if (rt_parse_args("int", names, 0, 1, args, nargs, kwnames, out)) return 0;
  if (out[1] && !out[0]) return rt_raise_string(&rt_exc_TypeError, "int() missing string argument");
  if (out[1]) return with_base(out[0], out[1]);
  return out[0] ? rt_number_to_int(out[0]) : rt_from_small(0);
}

void rt_int_dealloc(RtObject *object);
RtType rt_type_int = {
    .head = RT_STATIC_HEAD,
    .name = "int",
    .flags = RT_TYPE_INT,
    .instance_size = sizeof(RtInt),
    .base = &rt_type_object,
    .dealloc = rt_int_dealloc,
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
               [RT_POW] = slot_pow,
               [RT_LSHIFT] = slot_lshift,
               [RT_RSHIFT] = slot_rshift,
               [RT_AND] = slot_and,
               [RT_OR] = slot_or,
               [RT_XOR] = slot_xor},
    .negative = slot_negative,
    .positive = slot_plain,
    .invert = slot_invert,
    .absolute = slot_absolute,
    .index = slot_plain,
    .to_int = slot_plain,
    .to_float = slot_to_float,
    .construct = rt_int_constructed,
    .methods = rt_int_methods,
};
