/*
 * The Unicode database as str needs it: classes, case mappings, decimal digits. Tables: unicode-tables.c
 * (generated).
 */
#ifndef RT_UNICODE_H
#define RT_UNICODE_H
#include "rt.h"

enum {
  RT_UNICODE_ALPHA = 1,
  RT_UNICODE_DECIMAL = 2,
  RT_UNICODE_DIGIT = 4,
  RT_UNICODE_NUMERIC = 8,
  RT_UNICODE_LOWER = 16,
  RT_UNICODE_UPPER = 32,
  RT_UNICODE_TITLE = 64,
  RT_UNICODE_SPACE = 128,
  RT_UNICODE_PRINTABLE = 256,
  RT_UNICODE_XID_START = 512,
  RT_UNICODE_XID_CONTINUE = 1024,
  RT_UNICODE_CASED = 2048,
  RT_UNICODE_CASE_IGNORABLE = 4096,
  RT_UNICODE_LINE_BREAK = 8192,
  RT_UNICODE_ALNUM = RT_UNICODE_ALPHA | RT_UNICODE_DECIMAL | RT_UNICODE_DIGIT | RT_UNICODE_NUMERIC
};
typedef enum RtUnicodeCase { RT_TO_LOWER, RT_TO_UPPER, RT_TO_TITLE, RT_TO_FOLD } RtUnicodeCase;

uint32_t rt_unicode_flags(uint32_t point);
static inline bool rt_unicode_is(uint32_t point, uint32_t flags) {
  return (rt_unicode_flags(point) & flags) != 0;
}
static inline bool rt_unicode_is_space(uint32_t point) {
  if (point < 0x80) return point == ' ' || point - 9 < 5 || point - 0x1c < 4;
  return rt_unicode_is(point, RT_UNICODE_SPACE);
}
int rt_unicode_decimal(uint32_t point); /* 0..9, or -1: not a decimal digit */
int rt_unicode_map(uint32_t point, RtUnicodeCase,
                   uint32_t out[3]); /* the mapping's length, 1..3 (final sigma aside) */
#endif
