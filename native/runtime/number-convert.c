/* Conversions that any object may take part in: __index__, __float__, and operands of float arithmetic. */
#include "call.h"
#include "int.h"
#include "number.h"
#include "str.h"
#include "type.h"

RtStr *rt_number_str(const char *text, int64_t length) {
  if (length == 1) return RT_NEW_REF(rt_str_latin1((uint8_t)text[0]));
  RtStr *s = rt_str_new_ascii(length);
  if (s) memcpy(s->data, text, (size_t)length);
  return s;
}

RtValue rt_index_value(RtValue v) {
  if (RT_LIKELY(rt_is_int(v))) return rt_new_ref(rt_int_plain(v));
  RtType *type = rt_ready(rt_typeof(v));
  if (!type->index) return rt_raise_type_of("'%s' object cannot be interpreted as an integer", v);
  RtValue result = type->index(v);
  if (!result || rt_is_small(result)) return result;
  RtValue plain = rt_new_ref(rt_int_plain(result));
  rt_decref(result);
  return plain;
}

/* Does the index fit? 0: no, and `result` is the bound on its side; -1: raised. */
static int index_fits(RtValue v, int64_t *result) {
  if (RT_LIKELY(rt_is_small(v))) {
    *result = rt_small(v);
    return 1;
  }
  RtValue index = rt_index_value(v);
  if (!index) return -1;
  int fits = rt_int_to_i64(index, result);
  if (!fits) *result = rt_int_is_negative(index) ? INT64_MIN : INT64_MAX;
  rt_decref(index);
  return fits;
}

int rt_index_argument(RtValue v, int64_t *result) {
  int fits = index_fits(v, result);
  if (fits == 0) rt_raise_string(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
  return fits > 0 ? 0 : -1;
}

int rt_size_argument(RtValue v, int64_t *result) {
  int fits = index_fits(v, result);
  if (fits == 0) rt_raise_format(&rt_exc_OverflowError, "cannot fit '%s' into an index-sized integer", rt_typeof(v)->name);
  return fits > 0 ? 0 : -1;
}

int rt_index(RtValue v, int64_t *result, bool clamp) {
  int fits = index_fits(v, result);
  if (fits < 0) return -1;
  if (fits || clamp) return 0;
  rt_raise_format(&rt_exc_IndexError, "cannot fit '%s' into an index-sized integer", rt_typeof(v)->name);
  return -1;
}

static int int_to_double(RtValue v, double *result) {
  int overflow;
  *result = rt_int_to_double(v, &overflow);
  if (!overflow) return 0;
  rt_raise_string(&rt_exc_OverflowError, RT_INT_TOO_LARGE);
  return -1;
}

static int from_converted(STEAL RtValue converted, double *result) {
  if (!converted) return -1;
  int failed =
      rt_is_float(converted) ? (*result = rt_float_value(converted), 0) : int_to_double(converted, result);
  rt_decref(converted);
  return failed;
}

int rt_to_double(RtValue v, double *result) {
  if (rt_is_float(v) && rt_typeof(v) == &rt_type_float) return *result = rt_float_value(v), 0;
  if (rt_is_small(v)) return *result = (double)rt_small(v), 0;
  RtType *type = rt_ready(rt_typeof(v));
  if (type == &rt_type_int || type == &rt_type_bool) return int_to_double(v, result);
  if (type->to_float) return from_converted(type->to_float(v), result);
  if (type->index) return from_converted(rt_index_value(v), result);
  rt_raise_type_of("must be real number, not %s", v);
  return -1;
}

int rt_number_float_operand(RtValue v, double *result) {
  if (rt_is_float(v)) {
    *result = rt_float_value(v);
    return 1;
  }
  if (rt_is_int(v)) return int_to_double(v, result) ? -1 : 1;
  return 0;
}
