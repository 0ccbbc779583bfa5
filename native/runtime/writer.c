/*
 * A growing string. Its buffer is a string with spare room; `length` counts what is written, `max_point` ors
 * what was written into it, so that the result's kind is canonical by construction: the buffer widens only
 * for a point that needs it.
 */
#include "str.h"

void rt_writer_init(RtWriter *w) { *w = (RtWriter){0}; }

void rt_writer_drop(RtWriter *w) {
  rt_str_release(w->str);
  w->str = NULL;
}

static int fail(RtWriter *w) {
  assert(rt_pending);
  rt_writer_drop(w);
  w->failed = true;
  return -1;
}

static int64_t room_of(const RtStr *s) {
  return ((rt_str_capacity_bytes(s) - (int64_t)offsetof(RtStr, data)) >> rt_str_shift(s->kind)) - 1;
}

/* Makes room for that many points more of that kind. */
static int grow(RtWriter *w, int64_t more, int kind) {
  if (w->failed) return -1;
  int64_t needed = w->length + more;
  if (w->str) needed += needed >> 1;
  if (w->str && w->str->kind == kind && rt_str_resize(&w->str, needed - w->str->length)) {
    w->capacity = w->str->length = room_of(w->str);
    return 0;
  }
  RtStr *larger = rt_str_with_room(needed, kind);
  if (!larger) return fail(w);
  if (w->str) {
    rt_str_copy(larger, 0, w->str, 0, w->length);
    rt_decref_object(w->str);
  }
  w->str = larger;
  w->capacity = room_of(larger);
  larger->length = w->capacity;
  return 0;
}

static inline int need(RtWriter *w, int64_t more, int kind) {
  if (RT_LIKELY(w->str && w->length + more <= w->capacity && kind <= w->str->kind)) return 0;
  return grow(w, more, w->str && w->str->kind > kind ? w->str->kind : kind);
}

int rt_writer_reserve(RtWriter *w, int64_t more) { return need(w, more, 1); }

int rt_writer_char(RtWriter *w, uint32_t point) {
  if (need(w, 1, rt_str_kind_for(point)) < 0) return -1;
  rt_str_put(w->str, w->length++, point);
  w->max_point |= point;
  return 0;
}

int rt_writer_repeat(RtWriter *w, uint32_t point, int64_t count) {
  if (count <= 0) return w->failed ? -1 : 0;
  if (need(w, count, rt_str_kind_for(point)) < 0) return -1;
  rt_str_fill(w->str, w->length, count, point);
  w->length += count;
  w->max_point |= point;
  return 0;
}

int rt_writer_ascii(RtWriter *w, const char *text, int64_t length) {
  if (length < 0) length = (int64_t)strlen(text);
  if (need(w, length, 1) < 0) return -1;
  if (w->str->kind == 1) memcpy(w->str->data + w->length, text, (size_t)length);
  else
    for (int64_t i = 0; i < length; i++) rt_str_put(w->str, w->length + i, (uint8_t)text[i]);
  w->length += length;
  return 0;
}

int rt_writer_part(RtWriter *w, const RtStr *s, int64_t start, int64_t end) {
  if (start >= end) return w->failed ? -1 : 0;
  bool whole = start == 0 && end == s->length;
  uint32_t all = s->kind == 1 && s->ascii ? 0
                 : whole && s->kind > 1   ? (s->kind == 2 ? 0x100 : 0x10000)
                                          : rt_str_or_points(s, start, end);
  if (need(w, end - start, rt_str_kind_for(all)) < 0) return -1;
  rt_str_copy(w->str, w->length, s, start, end - start);
  w->length += end - start;
  w->max_point |= all;
  return 0;
}

int rt_writer_str(RtWriter *w, const RtStr *s) { return rt_writer_part(w, s, 0, s->length); }

int rt_writer_take(RtWriter *w, STEAL RtStr *s) {
  if (!s) return w->failed ? (rt_writer_drop(w), -1) : fail(w);
  int result = rt_writer_str(w, s);
  rt_decref_object(s);
  return result;
}

RtStr *rt_writer_finish(RtWriter *w) {
  if (w->failed) return NULL;
  RtStr *s = w->str;
  w->str = NULL;
  if (w->length <= 1) {
    RtStr *shared = w->length ? rt_str_from_char(rt_str_at(s, 0)) : RT_NEW_REF(rt_str_empty);
    rt_str_release(s);
    return shared;
  }
  s->length = w->length;
  s->ascii = w->max_point < 128;
  rt_str_put(s, s->length, 0);
  s->room = w->capacity - w->length > UINT32_MAX ? UINT32_MAX : (uint32_t)(w->capacity - w->length);
  if (w->capacity - w->length <= w->length / 4 || rt_str_resize(&s, 0)) return s;
  RtStr *exact = rt_str_new(s->length, s->kind);
  if (exact) {
    memcpy(exact->data, s->data, (size_t)(s->length * s->kind));
    exact->ascii = s->ascii;
  }
  rt_decref_object(s);
  return exact;
}
