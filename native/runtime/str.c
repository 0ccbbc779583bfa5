/*
 * Strings: creation, sharing, concatenation, in-place growth, substrings.
 *
 * A string that grew in place is over-allocated: `room` says how many points more fit (or UINT32_MAX for more
 * than that), and with its class c = room_class the object has (4 + (c & 3)) << (c >> 2) bytes. Class 0 is an
 * exact allocation rounded up to 16 bytes.
 */
#include "str.h"
#include "memory.h"
#include <stdlib.h>

#define HEADER ((int64_t)offsetof(RtStr, data))
#define MAX_BYTES (INT64_MAX / 2)

static int64_t class_bytes(int class) { return (int64_t)(4 + (class & 3)) << (class >> 2); }

static int64_t exact_bytes(int64_t length, int kind) {
  return (HEADER + (length + 1) * kind + 15) & ~(int64_t)15;
}

/* The smallest class with that many bytes (at least 64). */
static int class_for(int64_t bytes) {
  int top = 63 - __builtin_clzll((uint64_t)bytes);
  int class = (top - 2) * 4 + (int)((bytes >> (top - 2)) & 3);
  return class_bytes(class) < bytes ? class + 1 : class;
}

int64_t rt_str_capacity_bytes(const RtStr *s) {
  return s->room_class ? class_bytes(s->room_class) : exact_bytes(s->length, s->kind);
}

static void put_end(RtStr *s) {
  if (s->kind == 1) s->data[s->length] = 0;
  else rt_str_put(s, s->length, 0);
}

static inline RtStr *block(uint64_t bytes) {
#ifdef RT_AUDIT /* which can make rt_alloc fail */
  return rt_alloc(&rt_type_str, bytes);
#else
  RtStr *s = rt_memory_block(bytes);
  if (RT_UNLIKELY(!s)) return (RtStr *)rt_object(rt_raise_memory());
  s->head.refcount = 1;
  s->head.type = &rt_type_str;
  return s;
#endif
}

static RtStr *allocate(int64_t length, int kind, int class, int64_t bytes) {
  RtStr *s = block((uint64_t)bytes);
  if (RT_UNLIKELY(!s)) return NULL;
  s->length = length;
  s->hash = 0;
  s->kind = (uint8_t)kind;
  s->ascii = s->interned = 0;
  s->room_class = (uint8_t)class;
  s->room = 0;
  put_end(s);
  return s;
}

static bool too_long(int64_t length, int kind) { return length > (MAX_BYTES >> rt_str_shift(kind)) - 64; }

RT_WITNESS void rt_str_beyond_ascii(void) { __asm__ volatile(""); }

RtStr *rt_str_new(int64_t length, int kind) {
  RT_MENTION(rt_str_beyond_ascii);
  assert(length >= 0 && (kind == 1 || kind == 2 || kind == 4));
  if (length == 0) return RT_NEW_REF(rt_str_empty);
  if (RT_UNLIKELY(too_long(length, kind))) return (RtStr *)rt_object(rt_raise_memory());
  return allocate(length, kind, 0, exact_bytes(length, kind));
}

RtStr *rt_str_new_ascii(int64_t length) {
  if (length == 0) return RT_NEW_REF(rt_str_empty);
  if (RT_UNLIKELY(too_long(length, 1))) return (RtStr *)rt_object(rt_raise_memory());
  RtStr *s = allocate(length, 1, 0, exact_bytes(length, 1));
  if (s) s->ascii = 1;
  return s;
}

RtStr *rt_str_with_room(int64_t length, int kind) {
  RT_MENTION(rt_str_beyond_ascii);
  if (RT_UNLIKELY(too_long(length, kind))) return (RtStr *)rt_object(rt_raise_memory());
  int64_t bytes = HEADER + (length + 1) * kind;
  int class = class_for(bytes < 64 ? 64 : bytes);
  return allocate(length, kind, class, class_bytes(class));
}

void rt_str_release(RtStr *s) {
  if (s) rt_decref_object(s);
}

/* ---- copying ---- */
void rt_str_copy(RtStr *to, int64_t at, const RtStr *from, int64_t start, int64_t count) {
  assert(at + count <= to->length || to->room_class);
  if (to->kind == from->kind) {
    memcpy(to->data + at * to->kind, from->data + start * from->kind, (size_t)(count * to->kind));
  } else if (to->kind == 2 && from->kind == 1) {
    uint16_t *out = (uint16_t *)(void *)to->data + at;
    const uint8_t *in = from->data + start;
    for (int64_t i = 0; i < count; i++) out[i] = in[i];
  } else if (to->kind == 4 && from->kind == 1) {
    uint32_t *out = (uint32_t *)(void *)to->data + at;
    const uint8_t *in = from->data + start;
    for (int64_t i = 0; i < count; i++) out[i] = in[i];
  } else if (to->kind == 4) {
    uint32_t *out = (uint32_t *)(void *)to->data + at;
    const uint16_t *in = rt_str_data2(from) + start;
    for (int64_t i = 0; i < count; i++) out[i] = in[i];
  } else {
    for (int64_t i = 0; i < count; i++) rt_str_put(to, at + i, rt_str_at(from, start + i));
  }
}

void rt_str_fill(RtStr *to, int64_t at, int64_t count, uint32_t point) {
  if (to->kind == 1) memset(to->data + at, (int)point, (size_t)count);
  else
    for (int64_t i = 0; i < count; i++) rt_str_put(to, at + i, point);
}

static uint32_t or_bytes(const uint8_t *data, int64_t count) {
  uint8_t all = 0;
  for (int64_t i = 0; i < count; i++) all |= data[i];
  return all;
}

uint32_t rt_str_or_points(const RtStr *s, int64_t start, int64_t end) {
  if (s->ascii) return 0;
  uint32_t all = 0;
  if (s->kind == 1) return or_bytes(s->data + start, end - start);
  if (s->kind == 2)
    for (int64_t i = start; i < end; i++) all |= rt_str_data2(s)[i];
  else
    for (int64_t i = start; i < end; i++) all |= rt_str_data4(s)[i];
  return all;
}

bool rt_str_is_ascii(const RtStr *s) {
  return s->ascii || (s->kind == 1 && or_bytes(s->data, s->length) < 128);
}

/* ---- from other representations ---- */
RtStr *rt_str_from_latin1(const uint8_t *points, int64_t length) {
  if (length == 1) return rt_str_from_char(points[0]);
  RtStr *s = rt_str_new(length, 1);
  if (!s || length == 0) return s;
  memcpy(s->data, points, (size_t)length);
  s->ascii = or_bytes(points, length) < 128;
  return s;
}

RtStr *rt_str_from_ascii(const char *text) {
  return rt_str_from_latin1((const uint8_t *)text, (int64_t)strlen(text));
}

RtStr *rt_str_from_message(const char *text) {
  int64_t length = (int64_t)strlen(text);
  assert(length > 1);
  RtStr *s = rt_str_new_ascii(length);
  if (s) memcpy(s->data, text, (size_t)length);
  return s;
}

RtStr *rt_str_from_ucs4(const uint32_t *points, int64_t length) {
  if (length == 1) return rt_str_from_char(points[0]);
  uint32_t all = 0;
  for (int64_t i = 0; i < length; i++) all |= points[i];
  RtStr *s = rt_str_new(length, rt_str_kind_for(all));
  if (!s || length == 0) return s;
  for (int64_t i = 0; i < length; i++) rt_str_put(s, i, points[i]);
  s->ascii = all < 128;
  return s;
}

static int sequence_length(uint8_t lead) { return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4; }

static uint32_t decode_point(const uint8_t *in) {
  switch (sequence_length(in[0])) {
    case 1: return in[0];
    case 2: return (in[0] & 31u) << 6 | (in[1] & 63u);
    case 3: return (in[0] & 15u) << 12 | (in[1] & 63u) << 6 | (in[2] & 63u);
    default: return (in[0] & 7u) << 18 | (in[1] & 63u) << 12 | (in[2] & 63u) << 6 | (in[3] & 63u);
  }
}

RtStr *rt_str_from_utf8(const char *text, int64_t length) {
  const uint8_t *in = (const uint8_t *)text;
  if (length < 0) length = (int64_t)strlen(text);
  if (or_bytes(in, length) < 128) return rt_str_from_latin1(in, length);
  int64_t count = 0;
  uint32_t all = 0;
  for (int64_t i = 0; i < length; i += sequence_length(in[i]), count++) all |= decode_point(in + i);
  if (count == 1) return rt_str_from_char(all);
  RtStr *s = rt_str_new(count, rt_str_kind_for(all));
  if (!s) return NULL;
  for (int64_t i = 0, at = 0; i < length; i += sequence_length(in[i]))
    rt_str_put(s, at++, decode_point(in + i));
  return s;
}

RtStr *rt_str_from_char(uint32_t point) {
  assert(point <= RT_POINT_MAX);
  if (RT_LIKELY(point < 0x100)) return RT_NEW_REF(rt_str_latin1(point));
  RtStr *s = rt_str_new(1, rt_str_kind_for(point));
  if (s) rt_str_put(s, 0, point);
  return s;
}

RtStr *rt_str_substring(const RtStr *s, int64_t start, int64_t end) {
  assert(0 <= start && start <= end && end <= s->length);
  int64_t length = end - start;
  if (length == 1) return rt_str_from_char(rt_str_at(s, start));
  if (length == 0) return RT_NEW_REF(rt_str_empty);
  if (length == s->length) return rt_str_share(s);
  uint32_t all = s->kind == 1 && s->ascii ? 0 : rt_str_or_points(s, start, end);
  RtStr *part = rt_str_new(length, rt_str_kind_for(all));
  if (!part) return NULL;
  rt_str_copy(part, 0, s, start, length);
  part->ascii = all < 128;
  return part;
}

/* ---- concatenation ---- */
RtStr *rt_str_concat(RtStr *a, RtStr *b) {
  if (a->length == 0) return RT_NEW_REF(b);
  if (b->length == 0) return RT_NEW_REF(a);
  RtStr *s = rt_str_new(a->length + b->length, a->kind > b->kind ? a->kind : b->kind);
  if (RT_UNLIKELY(!s)) return NULL;
  rt_str_copy(s, 0, a, 0, a->length);
  rt_str_copy(s, a->length, b, 0, b->length);
  s->ascii = a->ascii & b->ascii;
  return s;
}

/* Sets `room` from the class. */
static void find_room(RtStr *s) {
  int64_t room = ((class_bytes(s->room_class) - HEADER) >> rt_str_shift(s->kind)) - 1 - s->length;
  assert(s->room_class && room >= 0);
  s->room = room > UINT32_MAX ? UINT32_MAX : (uint32_t)room;
}

bool rt_str_resize(RtStr **s, int64_t room) {
  RtStr *old = *s;
  int64_t bytes = HEADER + (old->length + room + 1) * old->kind;
  assert(old->head.refcount == 1 && !old->interned);
  if (rt_str_capacity_bytes(old) <= RT_MEMORY_SMALL || bytes <= RT_MEMORY_SMALL) return false;
  int class = class_for(bytes);
  RtStr *moved = rt_memory_resize(old, (uint64_t)class_bytes(class));
  if (!moved) return false;
  moved->room_class = (uint8_t)class;
  find_room(moved);
  *s = moved;
  return true;
}

/* Needs room for b in a, and a kind that holds it. */
static inline RtStr *append_here(RtStr *a, const RtStr *b) {
  int64_t more = b->length, length = a->length + more;
  if (more == 1 && a->kind == 1) a->data[length - 1] = b->data[0];
  else rt_str_copy(a, a->length, b, 0, more);
  a->ascii &= b->ascii;
  a->hash = 0;
  a->length = length;
  a->room -= (uint32_t)more;
  put_end(a);
  return a;
}

/* A larger copy of a, with b behind it; expect more to come when it has been appended to before. */
static RtStr *append_copy(RtStr *a, RtStr *b, int kind, int64_t room) {
  RtStr *s = rt_str_with_room(a->length + b->length + room, kind);
  if (!s) return NULL;
  rt_str_copy(s, 0, a, 0, a->length);
  rt_str_copy(s, a->length, b, 0, b->length);
  s->length = a->length + b->length;
  s->ascii = a->ascii & b->ascii;
  put_end(s);
  find_room(s);
  return s;
}

/* Moves an unshared string into a larger allocation, or copies a shared one; consumes it. */
static __attribute__((noinline)) RtStr *append_slow(STEAL RtStr *a, RtStr *b) {
  int64_t length = a->length + b->length;
  int kind = a->kind > b->kind ? a->kind : b->kind;
  RtStr *s = NULL;
  if (b->length == 0) return a;
  if (a->length == 0) s = RT_NEW_REF(b);
  else if (too_long(length, kind)) rt_raise_memory();
  else {
    bool unshared = a->head.refcount == 1 && !a->interned && a != b;
    int64_t room = unshared && a->room_class ? length >> (length < 65536 ? 1 : 2) : 0;
    if (unshared && a->room_class) find_room(a); /* it may be more than UINT32_MAX said */
    bool fits = unshared && a->kind == kind && (a->room >= b->length || rt_str_resize(&a, b->length + room));
    if (fits && a->room >= b->length) return append_here(a, b);
    s = append_copy(a, b, kind, room);
  }
  rt_decref_object(a);
  return s;
}

RtStr *rt_str_append(STEAL RtStr *a, RtStr *b) {
  if (RT_LIKELY(a->head.refcount == 1 && b->length <= a->room && a->kind >= b->kind))
    return append_here(a, b);
  return append_slow(a, b);
}

/* Appends one Latin-1 or larger point: s += chr(point). */
RtStr *rt_str_append_char(STEAL RtStr *a, uint32_t point) {
  if (RT_LIKELY(point < 0x100)) return rt_str_append(a, rt_str_latin1(point));
  RtStr *b = rt_str_from_char(point);
  if (!b) {
    rt_decref_object(a);
    return NULL;
  }
  RtStr *s = rt_str_append(a, b);
  rt_decref_object(b);
  return s;
}

static inline RtStr *piece(const RtValue *pieces, int64_t i) { return (RtStr *)rt_object(pieces[i]); }

RtStr *rt_str_join_array(const RtValue *pieces, int64_t n) {
  int64_t length = 0;
  int kind = 1, ascii = 1;
  for (int64_t i = 0; i < n; i++) {
    RtStr *p = piece(pieces, i);
    length += p->length;
    if (p->kind > kind) kind = p->kind;
    ascii &= p->ascii;
  }
  if (length == 0) return RT_NEW_REF(rt_str_empty);
  RtStr *s = rt_str_new(length, kind);
  if (!s) return NULL;
  for (int64_t i = 0, at = 0; i < n; at += piece(pieces, i++)->length)
    rt_str_copy(s, at, piece(pieces, i), 0, piece(pieces, i)->length);
  s->ascii = (uint8_t)ascii;
  return s;
}

static RtStr *raise_too_long(void) {
  return (RtStr *)rt_object(rt_raise_string(&rt_exc_OverflowError, "repeated string is too long"));
}

RtStr *rt_str_repeat(RtStr *s, int64_t times) {
  if (times <= 0 || s->length == 0) return RT_NEW_REF(rt_str_empty);
  if (times == 1) return RT_NEW_REF(s);
  int64_t length;
  if (__builtin_mul_overflow(s->length, times, &length)) return raise_too_long();
  RtStr *result = rt_str_new(length, s->kind);
  if (!result) return NULL;
  result->ascii = s->ascii;
  if (s->length == 1) rt_str_fill(result, 0, length, rt_str_at(s, 0));
  else {
    rt_str_copy(result, 0, s, 0, s->length);
    for (int64_t done = s->length; done < length;) {
      int64_t part = done < length - done ? done : length - done;
      memcpy(result->data + done * s->kind, result->data, (size_t)(part * s->kind));
      done += part;
    }
  }
  return result;
}

/* ---- UTF-8 ---- */
int64_t rt_str_utf8_length(const RtStr *s) {
  int64_t size = s->length;
  if (!s->ascii)
    for (int64_t i = 0; i < s->length; i++) {
      uint32_t point = rt_str_at(s, i);
      size += (point >= 0x80) + (point >= 0x800) + (point >= 0x10000);
    }
  return size;
}

/* Writes a point as UTF-8 (surrogates as three bytes); returns the number of bytes. */
int rt_utf8_encode(uint32_t point, uint8_t *out) {
  if (point < 0x80) return out[0] = (uint8_t)point, 1;
  int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  static const uint8_t leads[] = {0, 0xc0, 0xe0, 0xf0};
  out[0] = (uint8_t)(leads[more] | point >> (6 * more));
  for (int i = 1; i <= more; i++) out[i] = (uint8_t)(0x80 | (point >> (6 * (more - i)) & 63));
  return more + 1;
}

void rt_str_write_utf8(const RtStr *s, uint8_t *out) {
  if (s->ascii) memcpy(out, s->data, (size_t)s->length);
  else
    for (int64_t i = 0; i < s->length; i++) out += rt_utf8_encode(rt_str_at(s, i), out);
}

char *rt_str_to_utf8(const RtStr *s, int64_t *length) {
  int64_t size = rt_str_utf8_length(s);
  char *text = malloc((size_t)size + 1);
  if (!text) {
    rt_raise_memory();
    return NULL;
  }
  rt_str_write_utf8(s, (uint8_t *)text);
  text[size] = 0;
  if (length) *length = size;
  return text;
}
