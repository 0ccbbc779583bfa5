/*
 * repr(), str() and ascii() of strings.
 */
#include "str.h"
#include "unicode.h"

static char quote_for(const RtStr *s) {
  return rt_str_find_point(s, '\'', 0, s->length) >= 0 && rt_str_find_point(s, '"', 0, s->length) < 0 ? '"'
                                                                                                      : '\'';
}

static const char hex_digits[] = "0123456789abcdef";

static int write_hex_escape(RtWriter *w, uint32_t point) {
  char text[11] = {'\\', point < 0x100 ? 'x' : point < 0x10000 ? 'u' : 'U'};
  int digits = point < 0x100 ? 2 : point < 0x10000 ? 4 : 8;
  for (int i = 0; i < digits; i++) text[2 + i] = hex_digits[point >> 4 * (digits - 1 - i) & 15];
  return rt_writer_ascii(w, text, 2 + digits);
}

static int write_escape(RtWriter *w, uint32_t point) {
  switch (point) {
    case '\n': return rt_writer_ascii(w, "\\n", 2);
    case '\r': return rt_writer_ascii(w, "\\r", 2);
    case '\t': return rt_writer_ascii(w, "\\t", 2);
    case '\\':
    case '\'':
    case '"': {
      char text[2] = {'\\', (char)point};
      return rt_writer_ascii(w, text, 2);
    }
    default: return write_hex_escape(w, point);
  }
}

static bool needs_escape(uint32_t point, uint32_t quote) {
  if (point == quote || point == '\\') return true;
  return point < 0x7f ? point < ' ' : !rt_unicode_is(point, RT_UNICODE_PRINTABLE);
}

RtStr *rt_str_repr(const RtStr *s) {
  uint32_t quote = (uint8_t)quote_for(s);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_reserve(&w, s->length + 2);
  rt_writer_char(&w, quote);
  int64_t plain = 0; /* points from here on need no escape */
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i);
    if (RT_LIKELY(!needs_escape(point, quote))) continue;
    rt_writer_part(&w, s, plain, i);
    write_escape(&w, point);
    plain = i + 1;
  }
  rt_writer_part(&w, s, plain, s->length);
  rt_writer_char(&w, quote);
  return rt_writer_finish(&w);
}

RtValue rt_str_repr_of(RtValue self) { return rt_value(rt_str_repr(rt_str_of(self))); }

RtStr *rt_str_escape_non_ascii(const RtStr *s) {
  if (rt_str_is_ascii(s)) return rt_str_share(s);
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i);
    if (point < 0x80) rt_writer_char(&w, point);
    else write_hex_escape(&w, point);
  }
  return rt_writer_finish(&w);
}
