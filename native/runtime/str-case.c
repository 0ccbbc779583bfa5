/*
 * Methods of str that change case: Unicode's full mappings, with the final sigma.
 */
#include "str-methods.h"
#include "unicode.h"

/* Is the capital sigma at i the last letter of a word? Case-ignorable characters are looked through. */
static bool is_final_sigma(const RtStr *s, int64_t i) {
  int64_t j = i - 1;
  while (j >= 0 && rt_unicode_is(rt_str_at(s, j), RT_UNICODE_CASE_IGNORABLE)) j--;
  if (j < 0 || !rt_unicode_is(rt_str_at(s, j), RT_UNICODE_CASED)) return false;
  for (j = i + 1; j < s->length && rt_unicode_is(rt_str_at(s, j), RT_UNICODE_CASE_IGNORABLE);) j++;
  return j == s->length || !rt_unicode_is(rt_str_at(s, j), RT_UNICODE_CASED);
}

static void write_mapped(RtWriter *w, const RtStr *s, int64_t i, RtUnicodeCase to) {
  uint32_t point = rt_str_at(s, i), out[3];
  if (point == 0x3a3 && to == RT_TO_LOWER) {
    rt_writer_char(w, is_final_sigma(s, i) ? 0x3c2 : 0x3c3);
    return;
  }
  int length = rt_unicode_map(point, to, out);
  for (int k = 0; k < length; k++) rt_writer_char(w, out[k]);
}

static inline uint8_t ascii_upper(uint8_t c) { return c ^ (uint8_t)(((uint8_t)(c - 'a') < 26) << 5); }
static inline uint8_t ascii_lower(uint8_t c) { return c ^ (uint8_t)(((uint8_t)(c - 'A') < 26) << 5); }

/* Whole ASCII strings, in loops that vectorise. */
static RtStr *map_ascii(const RtStr *s, bool up) {
  if (s->length <= 1)
    return s->length ? rt_str_from_char(up ? ascii_upper(s->data[0]) : ascii_lower(s->data[0]))
                     : RT_NEW_REF(rt_str_empty);
  int64_t length = s->length;
  RtStr *result = rt_str_new_ascii(length);
  if (!result) return NULL;
  uint8_t *restrict out = result->data;
  const uint8_t *restrict in = s->data;
  if (up)
    for (int64_t i = 0; i < length; i++) out[i] = ascii_upper(in[i]);
  else
    for (int64_t i = 0; i < length; i++) out[i] = ascii_lower(in[i]);
  return result;
}

static RtStr *map_all(const RtStr *s, RtUnicodeCase to) {
  if (rt_str_is_ascii(s)) return map_ascii(s, to == RT_TO_UPPER);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_reserve(&w, s->length);
  for (int64_t i = 0; i < s->length; i++) write_mapped(&w, s, i, to);
  return rt_writer_finish(&w);
}

RtStr *rt_str_upper(RtStr *s) { return map_all(s, RT_TO_UPPER); }
RtStr *rt_str_lower(RtStr *s) { return map_all(s, RT_TO_LOWER); }
RtStr *rt_str_casefold(RtStr *s) { return map_all(s, RT_TO_FOLD); }

RtStr *rt_str_capitalize(RtStr *s) {
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < s->length; i++) write_mapped(&w, s, i, i ? RT_TO_LOWER : RT_TO_TITLE);
  return rt_writer_finish(&w);
}

RtStr *rt_str_title(RtStr *s) {
  RtWriter w;
  bool in_word = false;
  rt_writer_init(&w);
  for (int64_t i = 0; i < s->length; i++) {
    write_mapped(&w, s, i, in_word ? RT_TO_LOWER : RT_TO_TITLE);
    in_word = rt_unicode_is(rt_str_at(s, i), RT_UNICODE_CASED);
  }
  return rt_writer_finish(&w);
}

RtStr *rt_str_swapcase(RtStr *s) {
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i), flags = rt_unicode_flags(point);
    if (flags & RT_UNICODE_UPPER) write_mapped(&w, s, i, RT_TO_LOWER);
    else if (flags & RT_UNICODE_LOWER) write_mapped(&w, s, i, RT_TO_UPPER);
    else rt_writer_char(&w, point);
  }
  return rt_writer_finish(&w);
}

RT_STR_METHOD(upper) { return rt_value(rt_str_upper(rt_str_of(self))); }
RT_STR_METHOD(lower) { return rt_value(rt_str_lower(rt_str_of(self))); }
RT_STR_METHOD(casefold) { return rt_value(rt_str_casefold(rt_str_of(self))); }
RT_STR_METHOD(capitalize) { return rt_value(rt_str_capitalize(rt_str_of(self))); }
RT_STR_METHOD(title) { return rt_value(rt_str_title(rt_str_of(self))); }
RT_STR_METHOD(swapcase) { return rt_value(rt_str_swapcase(rt_str_of(self))); }
