/* Strings across the border. Lone surrogates pass both ways; Python's strings count code points, JavaScript's UTF-16 units. */
#include "node.h"
#include "str.h"
#include <stdlib.h>

enum { FEW = 256, SHORT = 24 };

static bool is_high(char16_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
static bool is_low(char16_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

/* All units or'ed; vectorised. */
static char16_t or_units(const char16_t *units, size_t length) {
  char16_t all = 0;
  for (size_t i = 0; i < length; i++) all |= units[i];
  return all;
}

static size_t count_pairs(const char16_t *units, size_t length) {
  size_t pairs = 0;
  for (size_t i = 0; i + 1 < length; i++)
    if (is_high(units[i]) && is_low(units[i + 1])) {
      pairs++;
      i++;
    }
  return pairs;
}

static RtStr *from_pairs(const char16_t *units, size_t length, size_t pairs) {
  uint32_t *points = malloc((length - pairs) * sizeof *points);
  if (!points) return (RtStr *)rt_object(rt_raise_memory());
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    bool paired = is_high(units[i]) && i + 1 < length && is_low(units[i + 1]);
    points[count++] = paired ? 0x10000u + ((units[i] - 0xd800u) << 10) + (units[i + 1] - 0xdc00u) : units[i];
    i += paired;
  }
  RtStr *s = rt_str_from_ucs4(points, (int64_t)count);
  free(points);
  return s;
}

/* Unit by unit: V8 has written the units so just now, and wider loads would wait for its stores. NULL without an exception: it isn't ASCII. */
static RtStr *short_ascii(const char16_t *units, size_t length) {
  RtStr *s = rt_str_new_ascii((int64_t)length);
  char16_t all = 0;
#pragma clang loop vectorize(disable)
  for (size_t i = 0; s && i < length; i++) {
    s->data[i] = (uint8_t)units[i];
    all |= units[i];
  }
  if (RT_LIKELY(all < 128)) return s;
  rt_decref_object(s);
  return NULL;
}

RtStr *node_str_from_utf16(const char16_t *units, size_t length) {
  if (length == 0) return RT_NEW_REF(rt_str_empty);
  if (length == 1) return rt_str_from_char(units[0]);
  if (length <= SHORT) {
    RtStr *s = short_ascii(units, length);
    if (s || rt_pending) return s;
  }
  char16_t all = or_units(units, length);
  if (all >= 0xd800) {
    size_t pairs = count_pairs(units, length);
    if (pairs) return from_pairs(units, length, pairs);
  }
  RtStr *s = all < 128 ? rt_str_new_ascii((int64_t)length) : rt_str_new((int64_t)length, all < 256 ? 1 : 2);
  if (!s) return NULL;
  if (all >= 256) memcpy(s->data, units, length * sizeof *units);
  else
    for (size_t i = 0; i < length; i++) s->data[i] = (uint8_t)units[i];
  return s;
}

static RtStr *long_str(napi_value v) {
  size_t length;
  if (!node_ok(napi_get_value_string_utf16(node_env, v, NULL, 0, &length))) return NULL;
  char16_t *units = malloc((length + 1) * sizeof *units);
  if (!units) return (RtStr *)rt_object(rt_raise_memory());
  RtStr *s = NULL;
  if (node_ok(napi_get_value_string_utf16(node_env, v, units, length + 1, &length))) s = node_str_from_utf16(units, length);
  free(units);
  return s;
}

RtStr *node_str_to_python(napi_value v) {
  char16_t units[FEW];
  size_t length;
  napi_status status = napi_get_value_string_utf16(node_env, v, units, FEW, &length);
  if (status == napi_string_expected) return NULL;
  if (!node_ok(status)) return NULL;
  return length < FEW - 1 ? node_str_from_utf16(units, length) : long_str(v);
}

/* ---- out ---- */

/* V8 refuses strings from about 2^29 units on, without saying why. */
RT_COLD static napi_value refused(napi_status status, size_t length) {
  if (length >= (size_t)1 << 28) rt_raise_string(&rt_exc_OverflowError, "str too long for a JavaScript string");
  else node_failed(status);
  return NULL;
}

static napi_value wide_to_js(RtStr *s) {
  char16_t *units = malloc((size_t)s->length * 2 * sizeof *units + 1);
  if (!units) return (rt_raise_memory(), NULL);
  size_t count = 0;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i);
    if (point < 0x10000) units[count++] = (char16_t)point;
    else {
      units[count++] = (char16_t)(0xd800 + ((point - 0x10000) >> 10));
      units[count++] = (char16_t)(0xdc00 + (point & 0x3ff));
    }
  }
  napi_value result;
  napi_status status = napi_create_string_utf16(node_env, units, count, &result);
  free(units);
  return status == napi_ok ? result : refused(status, count);
}

napi_value node_str_to_js(RtStr *s) {
  napi_value result;
  napi_status status;
  if (s->kind == 4) return wide_to_js(s);
  if (s->kind == 2) status = napi_create_string_utf16(node_env, (const char16_t *)(const void *)s->data, (size_t)s->length, &result);
  else status = napi_create_string_latin1(node_env, (const char *)s->data, (size_t)s->length, &result);
  return RT_LIKELY(status == napi_ok) ? result : refused(status, (size_t)s->length);
}

napi_value node_text_to_js(const char *utf8, int64_t length) {
  napi_value result;
  return node_ok(napi_create_string_utf8(node_env, utf8, length < 0 ? NAPI_AUTO_LENGTH : (size_t)length, &result)) ? result : NULL;
}
