/*
 * How the methods of text read their arguments, with CPython's complaints.
 */
#include "str.h"

const char *rt_str_type_name(RtValue v) { return v == RT_NONE ? "None" : rt_typeof(v)->name; }

RT_COLD int rt_str_raise_arg(const char *method, int number, const char *wanted, RtValue v) {
  if (number)
    rt_raise_format(&rt_exc_TypeError, "%s() argument %d must be %s, not %s", method, number, wanted,
                    rt_str_type_name(v));
  else
    rt_raise_format(&rt_exc_TypeError, "%s() argument must be %s, not %s", method, wanted,
                    rt_str_type_name(v));
  return -1;
}

RtStr *rt_str_arg(const char *method, int number, RtValue v) {
  if (RT_LIKELY(rt_is_str(v))) return rt_str_of(v);
  rt_str_raise_arg(method, number, "str", v);
  return NULL;
}

static int bound(RtValue v, int64_t length, int64_t *result) {
  if (v == RT_NONE) return 0;
  if (!rt_str_is_index(v)) {
    rt_raise_string(&rt_exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    return -1;
  }
  if (rt_index(v, result, true) < 0) return -1;
  if (*result < 0) *result = *result + length < 0 ? 0 : *result + length;
  return 0;
}

int rt_str_range_args(const RtValue *args, int64_t nargs, int64_t first, int64_t length, int64_t *start,
                      int64_t *end) {
  *start = 0;
  *end = length;
  if (nargs > first && bound(args[first], length, start) < 0) return -1;
  if (nargs > first + 1 && bound(args[first + 1], length, end) < 0) return -1;
  if (*end > length) *end = length;
  return 0;
}

static int replace_index_error(const char *message) {
  if (rt_pending_is(&rt_exc_IndexError)) {
    rt_clear_pending();
    rt_raise_string(&rt_exc_OverflowError, message);
  }
  return -1;
}

int rt_str_size_arg(RtValue v, int64_t *result) {
  return rt_index(v, result, false) < 0 ? replace_index_error("Python int too large to convert to C ssize_t")
                                        : 0;
}

int rt_str_c_int_arg(RtValue v, int *result) {
  int64_t wide;
  if (rt_index(v, &wide, false) < 0) return replace_index_error("Python int too large to convert to C int");
  if (wide != (int)wide) {
    rt_raise_string(&rt_exc_OverflowError, wide > 0 ? "signed integer is greater than maximum"
                                                    : "signed integer is less than minimum");
    return -1;
  }
  *result = (int)wide;
  return 0;
}

int rt_str_repeat_count(RtValue v, int64_t *count) {
  if (rt_is_small(v)) return *count = rt_small(v), 1;
  if (!rt_str_is_index(v)) return 0;
  return rt_index(v, count, false) < 0 ? replace_index_error("cannot fit 'int' into an index-sized integer")
                                       : 1;
}

int rt_str_fill_arg(const RtValue *args, int64_t nargs, uint32_t *fill) {
  *fill = ' ';
  if (nargs < 2) return 0;
  if (!rt_is_str(args[1])) {
    rt_raise_format(&rt_exc_TypeError, "The fill character must be a unicode character, not %s",
                    rt_typeof(args[1])->name);
    return -1;
  }
  const RtStr *s = rt_str_of(args[1]);
  if (s->length != 1) {
    rt_raise_string(&rt_exc_TypeError, "The fill character must be exactly one character long");
    return -1;
  }
  *fill = rt_str_at(s, 0);
  return 0;
}
