/*
 * Searching: find, reverse find and count in a range of a string. Same-kind searches run on bytes: memchr for
 * one character, blocks and memmem (linear in the C libraries we link) for more, with matches off a character
 * boundary skipped.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "str.h"

/* Compares the first and the last byte of the needle at a block of places at once (W. Mula's generic SIMD
   search); what passes is compared in full. Returns the place found, or -2 - the place from which memmem
   should go on: near the end, or after too many vain comparisons. */
enum { BLOCK = 32 };
static int64_t find_by_ends(const uint8_t *hay, int64_t length, const uint8_t *needle, int64_t size) {
  const uint8_t first = needle[0], last = needle[size - 1];
  int64_t places = length - size + 1, tries = 16, at = 0;
  for (; at + BLOCK <= places; at += BLOCK) {
    uint8_t any = 0;
    for (int i = 0; i < BLOCK; i++)
      any |= (uint8_t)((hay[at + i] == first) & (hay[at + size - 1 + i] == last));
    if (RT_LIKELY(!any)) continue;
    for (int i = 0; i < BLOCK; i++)
      if (hay[at + i] == first && hay[at + size - 1 + i] == last) {
        if (memcmp(hay + at + i, needle, (size_t)size) == 0) return at + i;
        if (++tries > at / 8 + 64) return -2 - (at + i);
      }
  }
  return -2 - at;
}

int64_t rt_bytes_find_in(const uint8_t *hay, int64_t length, const uint8_t *needle, int64_t size) {
  if (size > length) return -1;
  if (size == 0) return 0;
  if (size == 1) {
    const uint8_t *at = memchr(hay, needle[0], (size_t)length);
    return at ? at - hay : -1;
  }
  int64_t from = 0;
  if (length - size >= BLOCK) {
    from = find_by_ends(hay, length, needle, size);
    if (from >= 0) return from;
    from = -2 - from;
  }
  const uint8_t *at = memmem(hay + from, (size_t)(length - from), needle, (size_t)size);
  return at ? at - hay : -1;
}

int64_t rt_bytes_rfind_in(const uint8_t *hay, int64_t length, const uint8_t *needle, int64_t needle_length) {
  for (int64_t at = length - needle_length; at >= 0; at--)
    if (needle_length == 0 || (hay[at] == needle[0] && memcmp(hay + at, needle, (size_t)needle_length) == 0))
      return at;
  return -1;
}

/* Blocks without an early exit inside: they vectorise. */
#define FIND_POINT(type, data)                               \
  {                                                          \
    const type *p = data;                                    \
    int64_t i = start;                                       \
    for (; i + 16 <= end; i += 16) {                         \
      int any = 0;                                           \
      for (int j = 0; j < 16; j++) any |= p[i + j] == point; \
      if (any) break;                                        \
    }                                                        \
    for (; i < end; i++)                                     \
      if (p[i] == point) return i;                           \
    return -1;                                               \
  }

int64_t rt_str_find_point(const RtStr *s, uint32_t point, int64_t start, int64_t end) {
  if (start >= end || (s->kind < 4 && point >> (8 * s->kind))) return -1;
  if (s->kind == 1 && end - start < 16) { /* quicker than a call */
    for (int64_t i = start; i < end; i++)
      if (s->data[i] == point) return i;
    return -1;
  }
  if (s->kind == 1) {
    const uint8_t *at = memchr(s->data + start, (int)point, (size_t)(end - start));
    return at ? at - s->data : -1;
  }
  if (s->kind == 2) FIND_POINT(uint16_t, rt_str_data2(s))
  FIND_POINT(uint32_t, rt_str_data4(s))
}

static int64_t find_wide(const RtStr *s, const RtStr *needle, int64_t start, int64_t end) {
  const uint8_t *base = s->data;
  int64_t from = start * s->kind, size = needle->length * s->kind;
  while (from + size <= end * s->kind) {
    int64_t at = rt_bytes_find_in(base + from, end * s->kind - from, needle->data, size);
    if (at < 0) return -1;
    from += at;
    if (from % s->kind == 0) return from / s->kind;
    from++;
  }
  return -1;
}

static int64_t find_narrow(const RtStr *s, const RtStr *needle, int64_t start, int64_t end) {
  uint32_t first = rt_str_at(needle, 0);
  for (int64_t i = start; (i = rt_str_find_point(s, first, i, end - needle->length + 1)) >= 0; i++)
    if (rt_str_matches_at(s, i, needle)) return i;
  return -1;
}

int64_t rt_str_find_in(const RtStr *s, const RtStr *needle, int64_t start, int64_t end) {
  if (needle->length > end - start) return -1;
  if (needle->length == 0) return start;
  if (needle->length == 1) return rt_str_find_point(s, rt_str_at(needle, 0), start, end);
  if (needle->kind > s->kind) return -1;
  return needle->kind == s->kind ? find_wide(s, needle, start, end) : find_narrow(s, needle, start, end);
}

int64_t rt_str_rfind_in(const RtStr *s, const RtStr *needle, int64_t start, int64_t end) {
  if (needle->kind > s->kind) return -1;
  if (needle->length == 0) return start <= end ? end : -1;
  uint32_t first = rt_str_at(needle, 0);
  for (int64_t at = end - needle->length; at >= start; at--)
    if (rt_str_at(s, at) == first && rt_str_matches_at(s, at, needle)) return at;
  return -1;
}

static int64_t count_byte(const uint8_t *p, int64_t length, uint8_t byte) {
  int64_t count = 0;
  for (int64_t i = 0; i < length; i++) count += p[i] == byte;
  return count;
}

int64_t rt_str_count_in(const RtStr *s, const RtStr *needle, int64_t start, int64_t end, int64_t limit) {
  if (start > end) return 0;
  if (needle->length == 0) return end - start + 1 < limit ? end - start + 1 : limit;
  if (needle->length == 1 && needle->kind == 1 && s->kind == 1) {
    int64_t count = count_byte(s->data + start, end - start, needle->data[0]);
    return count < limit ? count : limit;
  }
  int64_t count = 0;
  for (int64_t at = start; count < limit && (at = rt_str_find_in(s, needle, at, end)) >= 0;
       at += needle->length)
    count++;
  return count;
}

bool rt_str_contains(const RtStr *s, const RtStr *part) {
  if (part->length == 1) return rt_str_find_point(s, rt_str_at(part, 0), 0, s->length) >= 0;
  return rt_str_find_in(s, part, 0, s->length) >= 0;
}
