/*
 * Methods of str that put other characters in place of some: replace, expandtabs, translate, maketrans.
 */
#include "str-methods.h"

/* One byte for another in strings of one-byte characters: a copy, then a loop that vectorises. */
static RtStr *replace_byte(const RtStr *s, uint8_t old, uint8_t new) {
  if (!memchr(s->data, old, (size_t)s->length)) return rt_str_share(s);
  if (s->length == 1) return rt_str_from_char(new);
  int64_t length = s->length;
  RtStr *result = rt_str_new(length, 1);
  if (!result) return NULL;
  uint8_t *restrict out = result->data;
  const uint8_t *restrict in = s->data;
  for (int64_t i = 0; i < length; i++) out[i] = in[i] == old ? new : in[i];
  result->ascii = s->ascii && new < 128;
  return result;
}

/* new before every character, and at the end. */
static RtStr *insert_between(const RtStr *s, const RtStr *new, int64_t limit) {
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i <= s->length; i++) {
    if (i < limit) rt_writer_str(&w, new);
    if (i < s->length) rt_writer_char(&w, rt_str_at(s, i));
  }
  return rt_writer_finish(&w);
}

RtStr *rt_str_replace(RtStr *s, RtStr *old, RtStr *new, int64_t limit) {
  if (limit < 0) limit = INT64_MAX;
  if (old->length == 0)
    return limit == 0 || (s->length == 0 && new->length == 0) ? RT_NEW_REF(s) : insert_between(s, new, limit);
  if (limit >= s->length && s->kind == 1 && old->length == 1 && old->kind == 1 && new->length == 1 &&
      new->kind == 1)
    return replace_byte(s, old->data[0], new->data[0]);
  int64_t at = limit ? rt_str_find(s, old) : -1, from = 0;
  if (at < 0) return RT_NEW_REF(s);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_reserve(&w, s->length);
  for (; at >= 0 && limit-- > 0; at = rt_str_find_in(s, old, from, s->length)) {
    rt_writer_part(&w, s, from, at);
    if (rt_writer_str(&w, new) < 0) break;
    from = at + old->length;
  }
  rt_writer_part(&w, s, from, s->length);
  return rt_writer_finish(&w);
}

RT_STR_METHOD(replace) {
  static const char *const names[] = {"old", "new", "count", NULL};
  RtValue out[3] = {0, 0, 0};
  if (rt_parse_args("replace", names, 2, 2, args, nargs, kwnames, out) < 0) return 0;
  RtStr *old = rt_str_arg("replace", 1, out[0]), *new = old ? rt_str_arg("replace", 2, out[1]) : NULL;
  int64_t limit = -1;
  if (!new || (out[2] && rt_str_size_arg(out[2], &limit) < 0)) return 0;
  return rt_value(rt_str_replace(rt_str_of(self), old, new, limit));
}

RT_STR_METHOD(expandtabs) {
  static const char *const names[] = {"tabsize", NULL};
  RtValue size = 0;
  int width = 8;
  if (rt_parse_args("expandtabs", names, 0, 0, args, nargs, kwnames, &size) < 0) return 0;
  if (size && rt_str_c_int_arg(size, &width) < 0) return 0;
  const RtStr *s = rt_str_of(self);
  RtWriter w;
  rt_writer_init(&w);
  int64_t column = 0;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i);
    if (point == '\t') {
      int64_t spaces = width > 0 ? width - column % width : 0;
      rt_writer_repeat(&w, ' ', spaces);
      column += spaces;
      continue;
    }
    rt_writer_char(&w, point);
    column = point == '\n' || point == '\r' ? 0 : column + 1;
  }
  return rt_value(rt_writer_finish(&w));
}

/* ---- translate ---- */

/* What the table says of a point: None, an int, a str, or the point itself when it has no entry. New
 * reference. */
static RtValue look_up(RtValue table, uint32_t point) {
  RtValue found = rt_getitem(table, rt_from_small(point));
  if (found || !rt_pending_is(&rt_exc_LookupError)) return found;
  rt_clear_pending();
  return rt_from_small(point);
}

static int write_translation(RtWriter *w, RtValue mapped) {
  if (mapped == RT_NONE) return 0;
  if (rt_is_str(mapped)) return rt_writer_str(w, rt_str_of(mapped));
  if (!rt_is_int(mapped)) {
    rt_raise_string(&rt_exc_TypeError, "character mapping must return integer, None or str");
    return -1;
  }
  int64_t point;
  if (rt_int_to_i64(mapped, &point) != 1 || point < 0 || point > RT_POINT_MAX) {
    rt_raise_string(&rt_exc_ValueError, "character mapping must be in range(0x110000)");
    return -1;
  }
  return rt_writer_char(w, (uint32_t)point);
}

enum { UNKNOWN = 0, DELETED = 1, FIRST = 2 }; /* of the cache of ASCII characters: FIRST + point */

static void remember(uint32_t *cache, uint32_t point, RtValue mapped) {
  if (point >= 128) return;
  if (mapped == RT_NONE) cache[point] = DELETED;
  else if (rt_is_small(mapped)) cache[point] = FIRST + (uint32_t)rt_small(mapped);
}

RT_STR_METHOD(translate) {
  const RtStr *s = rt_str_of(self);
  uint32_t cache[128] = {UNKNOWN};
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i), known = point < 128 ? cache[point] : UNKNOWN;
    if (known == DELETED) continue;
    if (known) {
      rt_writer_char(&w, known - FIRST);
      continue;
    }
    RtValue mapped = look_up(args[0], point);
    int written = mapped ? write_translation(&w, mapped) : -1;
    if (written == 0) remember(cache, point, mapped);
    rt_xdecref(mapped);
    if (written < 0) {
      rt_writer_drop(&w);
      return 0;
    }
  }
  return rt_value(rt_writer_finish(&w));
}

static int copy_table_entry(RtDict *table, RtValue key, RtValue value) {
  if (rt_is_int(key)) return rt_dict_set(table, key, value);
  if (!rt_is_str(key))
    return rt_raise_string(&rt_exc_TypeError, "keys in translate table must be strings or integers"), -1;
  const RtStr *s = rt_str_of(key);
  if (s->length != 1)
    return rt_raise_string(&rt_exc_ValueError, "string keys in translate table must be of length 1"), -1;
  return rt_dict_set(table, rt_from_small(rt_str_at(s, 0)), value);
}

static int table_from_dict(RtDict *table, RtValue arg) {
  if (!rt_is_dict(arg))
    return rt_raise_string(&rt_exc_TypeError, "if you give only one argument to maketrans it must be a dict"),
           -1;
  RtDict *dict = rt_plain(arg, &rt_type_dict);
  RtValue key, value;
  for (int64_t position = 0; rt_dict_next(dict, &position, &key, &value);)
    if (copy_table_entry(table, key, value) < 0) return -1;
  return 0;
}

static int table_from_strings(RtDict *table, const RtValue *args, int64_t nargs) {
  if (!rt_is_str(args[0]))
    return rt_raise_string(&rt_exc_TypeError,
                           "first maketrans argument must be a string if there is a second argument"),
           -1;
  const RtStr *from = rt_str_of(args[0]), *to = rt_str_of(args[1]);
  if (from->length != to->length)
    return rt_raise_string(&rt_exc_ValueError, "the first two maketrans arguments must have equal length"),
           -1;
  for (int64_t i = 0; i < from->length; i++)
    if (rt_dict_set(table, rt_from_small(rt_str_at(from, i)), rt_from_small(rt_str_at(to, i))) < 0) return -1;
  const RtStr *deleted = nargs > 2 ? rt_str_of(args[2]) : rt_str_empty;
  for (int64_t i = 0; i < deleted->length; i++)
    if (rt_dict_set(table, rt_from_small(rt_str_at(deleted, i)), RT_NONE) < 0) return -1;
  return 0;
}

RT_STR_METHOD(maketrans) {
  for (int i = 1; i < nargs; i++)
    if (!rt_str_arg("maketrans", i + 1, args[i])) return 0;
  RtDict *table = rt_dict_new(0);
  if (!table) return 0;
  int result = nargs == 1 ? table_from_dict(table, args[0]) : table_from_strings(table, args, nargs);
  if (result == 0) return rt_value(table);
  rt_decref_object(table);
  return 0;
}
