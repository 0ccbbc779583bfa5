/*
 * Methods of str that take away or add at its ends: strip, center, ljust, rjust, zfill.
 */
#include "str-methods.h"
#include "unicode.h"

enum { LEFT = 1, RIGHT = 2 };

static RtStr *strip_spaces(const RtStr *s, int sides) {
  int64_t start = 0, end = s->length;
  if (sides & LEFT)
    while (start < end && rt_unicode_is_space(rt_str_at(s, start))) start++;
  if (sides & RIGHT)
    while (end > start && rt_unicode_is_space(rt_str_at(s, end - 1))) end--;
  return rt_str_substring(s, start, end);
}

static bool has_point(const RtStr *set, uint32_t point) {
  return rt_str_find_point(set, point, 0, set->length) >= 0;
}

static RtStr *strip_set(const RtStr *s, const RtStr *set, int sides) {
  int64_t start = 0, end = s->length;
  if (sides & LEFT)
    while (start < end && has_point(set, rt_str_at(s, start))) start++;
  if (sides & RIGHT)
    while (end > start && has_point(set, rt_str_at(s, end - 1))) end--;
  return rt_str_substring(s, start, end);
}

RtStr *rt_str_strip(RtStr *s) { return strip_spaces(s, LEFT | RIGHT); }
RtStr *rt_str_lstrip(RtStr *s) { return strip_spaces(s, LEFT); }
RtStr *rt_str_rstrip(RtStr *s) { return strip_spaces(s, RIGHT); }

static RtValue strip(const char *method, RtValue self, const RtValue *args, int64_t nargs, int sides) {
  const RtStr *s = rt_str_of(self);
  if (nargs == 0 || args[0] == RT_NONE) return rt_value(strip_spaces(s, sides));
  if (!rt_is_str(args[0])) return rt_raise_format(&rt_exc_TypeError, "%s arg must be None or str", method);
  return rt_value(strip_set(s, rt_str_of(args[0]), sides));
}

RT_STR_METHOD(strip) { return strip("strip", self, args, nargs, LEFT | RIGHT); }
RT_STR_METHOD(lstrip) { return strip("lstrip", self, args, nargs, LEFT); }
RT_STR_METHOD(rstrip) { return strip("rstrip", self, args, nargs, RIGHT); }

RtStr *rt_str_pad(RtStr *s, int64_t left, int64_t right, uint32_t fill) {
  if (left < 0) left = 0;
  if (right < 0) right = 0;
  if (left == 0 && right == 0) return RT_NEW_REF(s);
  if (left > INT64_MAX - s->length || right > INT64_MAX - s->length - left)
    return (RtStr *)rt_object(rt_raise_string(&rt_exc_OverflowError, "padded string is too long"));
  int kind = rt_str_kind_for(fill) > s->kind ? rt_str_kind_for(fill) : s->kind;
  RtStr *result = rt_str_new(left + s->length + right, kind);
  if (!result) return NULL;
  rt_str_fill(result, 0, left, fill);
  rt_str_copy(result, left, s, 0, s->length);
  rt_str_fill(result, left + s->length, right, fill);
  result->ascii = s->ascii && fill < 128;
  return result;
}

static int pad_args(RtValue self, const RtValue *args, int64_t nargs, int64_t *missing, uint32_t *fill) {
  if (rt_str_size_arg(args[0], missing) < 0 || rt_str_fill_arg(args, nargs, fill) < 0) return -1;
  int64_t length = rt_str_of(self)->length;
  *missing = *missing > length ? *missing - length : 0;
  return 0;
}

RT_STR_METHOD(ljust) {
  int64_t missing;
  uint32_t fill;
  return pad_args(self, args, nargs, &missing, &fill) < 0
             ? 0
             : rt_value(rt_str_pad(rt_str_of(self), 0, missing, fill));
}

RT_STR_METHOD(rjust) {
  int64_t missing;
  uint32_t fill;
  return pad_args(self, args, nargs, &missing, &fill) < 0
             ? 0
             : rt_value(rt_str_pad(rt_str_of(self), missing, 0, fill));
}

RT_STR_METHOD(center) {
  int64_t missing;
  uint32_t fill;
  if (pad_args(self, args, nargs, &missing, &fill) < 0) return 0;
  int64_t left = missing / 2 + (missing & (rt_str_of(self)->length + missing) & 1);
  return rt_value(rt_str_pad(rt_str_of(self), left, missing - left, fill));
}

RT_STR_METHOD(zfill) {
  int64_t width;
  RtStr *s = rt_str_of(self);
  if (rt_str_size_arg(args[0], &width) < 0) return 0;
  if (width <= s->length) return rt_new_ref(rt_value(s));
  int64_t missing = width - s->length;
  RtStr *result = rt_str_pad(s, missing, 0, '0');
  if (!result || s->length == 0) return rt_value(result);
  uint32_t sign = rt_str_at(s, 0);
  if (sign == '+' || sign == '-') {
    rt_str_put(result, 0, sign);
    rt_str_put(result, missing, '0');
  }
  return rt_value(result);
}
