/*
 * Methods that bytes and bytearray share: searching, splitting, joining, replacing, stripping.
 */
#include "bytes-methods.h"

RtBytesView rt_bytes_self(RtValue self) {
  RtBytesView view = {0};
  rt_bytes_view(self, &view);
  return view;
}

/* ---- searching ---- */
typedef struct Search {
  RtBytesView hay, needle;
  uint8_t byte;
  int64_t start, end;
} Search;

static int read_search(RtValue self, const RtValue *args, int64_t nargs, Search *s) {
  s->hay = rt_bytes_self(self);
  if (rt_str_range_args(args, nargs, 1, s->hay.length, &s->start, &s->end) < 0) return -1;
  if (!rt_bytes_view(args[0], &s->needle)) {
    if (!rt_str_is_index(args[0]))
      return rt_raise_type_of("argument should be integer or bytes-like object, not '%s'", args[0]), -1;
    if (rt_byte_arg(args[0], "byte must be in range(0, 256)", &s->byte) < 0) return -1;
    s->needle = (RtBytesView){&s->byte, 1};
  }
  return 0;
}

typedef int64_t Finder(const uint8_t *, int64_t, const uint8_t *, int64_t);

static RtValue find(Finder *finder, bool must, RtValue self, const RtValue *args, int64_t nargs) {
  Search s;
  if (read_search(self, args, nargs, &s) < 0) return 0;
  int64_t at = s.end - s.start < 0
                   ? -1
                   : finder(s.hay.data + s.start, s.end - s.start, s.needle.data, s.needle.length);
  if (at < 0 && must) return rt_raise_string(&rt_exc_ValueError, "subsection not found");
  return rt_from_small(at < 0 ? -1 : at + s.start);
}

RT_BYTES_METHOD(find) { return find(rt_bytes_find_in, false, self, args, nargs); }
RT_BYTES_METHOD(rfind) { return find(rt_bytes_rfind_in, false, self, args, nargs); }
RT_BYTES_METHOD(index) { return find(rt_bytes_find_in, true, self, args, nargs); }
RT_BYTES_METHOD(rindex) { return find(rt_bytes_rfind_in, true, self, args, nargs); }

RT_BYTES_METHOD(count) {
  Search s;
  if (read_search(self, args, nargs, &s) < 0) return 0;
  if (s.start > s.end) return rt_from_small(0);
  if (s.needle.length == 0) return rt_from_small(s.end - s.start + 1);
  int64_t count = 0;
  for (int64_t at;
       (at = rt_bytes_find_in(s.hay.data + s.start, s.end - s.start, s.needle.data, s.needle.length)) >= 0;
       count++)
    s.start += at + s.needle.length;
  return rt_from_small(count);
}

static bool matches(RtBytesView hay, RtBytesView part, int64_t start, int64_t end, bool at_end) {
  if (part.length > end - start) return false;
  return memcmp(hay.data + (at_end ? end - part.length : start), part.data, (size_t)part.length) == 0;
}

static RtValue match_affix(const char *method, bool at_end, RtValue self, const RtValue *args,
                           int64_t nargs) {
  RtBytesView hay = rt_bytes_self(self), part;
  int64_t start, end;
  if (rt_str_range_args(args, nargs, 1, hay.length, &start, &end) < 0) return 0;
  if (rt_bytes_view(args[0], &part)) return rt_bool_ref(matches(hay, part, start, end, at_end));
  if (!rt_is_tuple(args[0]))
    return rt_raise_format(&rt_exc_TypeError, "%s first arg must be bytes or a tuple of bytes, not %s",
                           method, rt_typeof(args[0])->name);
  const RtTuple *parts = rt_plain(args[0], &rt_type_tuple);
  for (int64_t i = 0; i < parts->length; i++) {
    if (rt_bytes_view_arg(parts->items[i], &part) < 0) return 0;
    if (matches(hay, part, start, end, at_end)) return rt_bool_ref(true);
  }
  return rt_bool_ref(false);
}

RT_BYTES_METHOD(startswith) { return match_affix("startswith", false, self, args, nargs); }
RT_BYTES_METHOD(endswith) { return match_affix("endswith", true, self, args, nargs); }

RT_BYTES_METHOD(removeprefix) {
  RtBytesView view = rt_bytes_self(self), part;
  if (rt_bytes_view_arg(args[0], &part) < 0) return 0;
  int64_t cut = matches(view, part, 0, view.length, false) ? part.length : 0;
  return rt_bytes_like(self, view.data + cut, view.length - cut);
}

RT_BYTES_METHOD(removesuffix) {
  RtBytesView view = rt_bytes_self(self), part;
  if (rt_bytes_view_arg(args[0], &part) < 0) return 0;
  return rt_bytes_like(self, view.data,
                       view.length - (matches(view, part, 0, view.length, true) ? part.length : 0));
}

/* ---- splitting ---- */
static int add_part(RtList *list, RtValue model, const uint8_t *data, int64_t length) {
  RtValue part = rt_bytes_like(model, data, length);
  if (!part) return -1;
  int result = rt_list_append(list, part);
  rt_decref(part);
  return result;
}

static bool is_space(uint8_t c) { return c == ' ' || (uint8_t)(c - 9) < 5; }

static int split_spaces(RtList *list, RtValue self, RtBytesView v, int64_t limit) {
  for (int64_t i = 0;;) {
    while (i < v.length && is_space(v.data[i])) i++;
    if (i == v.length) return 0;
    int64_t start = i;
    if (limit-- == 0) return add_part(list, self, v.data + start, v.length - start);
    while (i < v.length && !is_space(v.data[i])) i++;
    if (add_part(list, self, v.data + start, i - start) < 0) return -1;
  }
}

static int rsplit_spaces(RtList *list, RtValue self, RtBytesView v, int64_t limit) {
  for (int64_t i = v.length;;) {
    while (i > 0 && is_space(v.data[i - 1])) i--;
    if (i == 0) return 0;
    int64_t end = i;
    if (limit-- == 0) return add_part(list, self, v.data, end);
    while (i > 0 && !is_space(v.data[i - 1])) i--;
    if (add_part(list, self, v.data + i, end - i) < 0) return -1;
  }
}

static int split_at(RtList *list, RtValue self, RtBytesView v, RtBytesView separator, int64_t limit) {
  int64_t at;
  while (limit-- != 0 && (at = rt_bytes_find_in(v.data, v.length, separator.data, separator.length)) >= 0) {
    if (add_part(list, self, v.data, at) < 0) return -1;
    v = (RtBytesView){v.data + at + separator.length, v.length - at - separator.length};
  }
  return add_part(list, self, v.data, v.length);
}

static int rsplit_at(RtList *list, RtValue self, RtBytesView v, RtBytesView separator, int64_t limit) {
  int64_t at;
  while (limit-- != 0 && (at = rt_bytes_rfind_in(v.data, v.length, separator.data, separator.length)) >= 0) {
    if (add_part(list, self, v.data + at + separator.length, v.length - at - separator.length) < 0) return -1;
    v.length = at;
  }
  return add_part(list, self, v.data, v.length);
}

static RtValue split(const char *method, bool right, RtValue self, const RtValue *args, int64_t nargs,
                     RtTuple *kwnames) {
  static const char *const names[] = {"sep", "maxsplit", NULL};
  RtValue out[2] = {0, 0};
  RtBytesView view = rt_bytes_self(self), separator = {0};
  int64_t limit = -1;
  if (rt_parse_args(method, names, 0, 0, args, nargs, kwnames, out) < 0) return 0;
  if (out[1] && rt_str_size_arg(out[1], &limit) < 0) return 0;
  bool spaces = !out[0] || out[0] == RT_NONE;
  if (!spaces && rt_bytes_view_arg(out[0], &separator) < 0) return 0;
  if (!spaces && separator.length == 0) return rt_raise_string(&rt_exc_ValueError, "empty separator");
  RtList *list = rt_list_new(4);
  if (!list) return 0;
  int result = spaces ? (right ? rsplit_spaces : split_spaces)(list, self, view, limit)
                      : (right ? rsplit_at : split_at)(list, self, view, separator, limit);
  if (result < 0) return rt_decref_object(list), 0;
  if (right)
    for (int64_t i = 0, j = list->length - 1; i < j; i++, j--) {
      RtValue v = list->items.values[i];
      list->items.values[i] = list->items.values[j];
      list->items.values[j] = v;
    }
  return rt_value(list);
}

RT_BYTES_METHOD(split) { return split("split", false, self, args, nargs, kwnames); }
RT_BYTES_METHOD(rsplit) { return split("rsplit", true, self, args, nargs, kwnames); }

RT_BYTES_METHOD(splitlines) {
  static const char *const names[] = {"keepends", NULL};
  RtValue keep = 0;
  RtBytesView v = rt_bytes_self(self);
  if (rt_parse_args("splitlines", names, 0, 0, args, nargs, kwnames, &keep) < 0) return 0;
  int truth = keep ? rt_truth(keep) : 0;
  RtList *list = truth < 0 ? NULL : rt_list_new(4);
  for (int64_t i = 0; list && i < v.length;) {
    int64_t start = i;
    while (i < v.length && v.data[i] != '\n' && v.data[i] != '\r') i++;
    int64_t end = i;
    if (i < v.length) i += v.data[i] == '\r' && i + 1 < v.length && v.data[i + 1] == '\n' ? 2 : 1;
    if (add_part(list, self, v.data + start, (truth ? i : end) - start) < 0) return rt_decref_object(list), 0;
  }
  return rt_value(list);
}

static RtValue partition(RtValue self, RtValue arg, bool last) {
  RtBytesView v = rt_bytes_self(self), separator;
  if (rt_bytes_view_arg(arg, &separator) < 0) return 0;
  if (separator.length == 0) return rt_raise_string(&rt_exc_ValueError, "empty separator");
  int64_t at =
      (last ? rt_bytes_rfind_in : rt_bytes_find_in)(v.data, v.length, separator.data, separator.length);
  RtTuple *tuple = rt_tuple_new(3);
  if (!tuple) return 0;
  RtBytesView none = {(const uint8_t *)"", 0}, parts[3] = {v, none, none};
  if (at < 0 && last) parts[0] = none, parts[2] = v;
  else if (at >= 0) {
    int64_t after = at + separator.length;
    parts[0] = (RtBytesView){v.data, at}, parts[1] = separator,
    parts[2] = (RtBytesView){v.data + after, v.length - after};
  }
  for (int i = 0; i < 3; i++)
    if (!(tuple->items[i] = rt_bytes_like(self, parts[i].data, parts[i].length)))
      return rt_decref_object(tuple), 0;
  return rt_value(tuple);
}

RT_BYTES_METHOD(partition) { return partition(self, args[0], false); }
RT_BYTES_METHOD(rpartition) { return partition(self, args[0], true); }

RT_BYTES_METHOD(join) {
  RtValue iterator = rt_iter(args[0]);
  if (!iterator) {
    if (!rt_pending_is(&rt_exc_TypeError)) return 0;
    rt_clear_pending();
    return rt_raise_string(&rt_exc_TypeError, "can only join an iterable");
  }
  RtByteWriter w = {0};
  RtBytesView separator = rt_bytes_self(self), part;
  RtValue item;
  for (int64_t i = 0; (item = rt_next(iterator)); i++) {
    bool good = rt_bytes_view(item, &part);
    if (!good)
      rt_raise_format(&rt_exc_TypeError, "sequence item %lld: expected a bytes-like object, %s found",
                      (long long)i, rt_typeof(item)->name);
    else {
      if (i) rt_bytes_write(&w, separator.data, separator.length);
      rt_bytes_write(&w, part.data, part.length);
    }
    rt_decref(item);
    if (!good || w.failed) break;
  }
  rt_decref(iterator);
  if (rt_pending) return rt_bytes_writer_drop(&w), 0;
  return rt_bytes_writer_finish(&w, self);
}

RT_BYTES_METHOD(replace) {
  RtBytesView v = rt_bytes_self(self), old, new;
  int64_t limit = -1;
  if (rt_bytes_view_arg(args[0], &old) < 0 || rt_bytes_view_arg(args[1], &new) < 0) return 0;
  if (nargs > 2 && rt_str_size_arg(args[2], &limit) < 0) return 0;
  if (limit < 0) limit = INT64_MAX;
  RtByteWriter w = {0};
  int64_t from = 0;
  if (old.length == 0) {
    for (; limit > 0; limit--) {
      rt_bytes_write(&w, new.data, new.length);
      if (from == v.length) break;
      rt_bytes_write_byte(&w, v.data[from++]);
    }
  } else {
    for (int64_t at;
         limit > 0 && (at = rt_bytes_find_in(v.data + from, v.length - from, old.data, old.length)) >= 0;
         limit--) {
      rt_bytes_write(&w, v.data + from, at);
      rt_bytes_write(&w, new.data, new.length);
      from += at + old.length;
    }
  }
  rt_bytes_write(&w, v.data + from, v.length - from);
  return rt_bytes_writer_finish(&w, self);
}

/* ---- stripping ---- */
enum { LEFT = 1, RIGHT = 2 };

static RtValue strip(RtValue self, const RtValue *args, int64_t nargs, int sides) {
  RtBytesView v = rt_bytes_self(self), set = {(const uint8_t *)" \t\n\r\v\f", 6};
  if (nargs && args[0] != RT_NONE && rt_bytes_view_arg(args[0], &set) < 0) return 0;
  int64_t start = 0, end = v.length;
  while (sides & LEFT && start < end && memchr(set.data, v.data[start], (size_t)set.length)) start++;
  while (sides & RIGHT && end > start && memchr(set.data, v.data[end - 1], (size_t)set.length)) end--;
  return rt_bytes_like(self, v.data + start, end - start);
}

RT_BYTES_METHOD(strip) { return strip(self, args, nargs, LEFT | RIGHT); }
RT_BYTES_METHOD(lstrip) { return strip(self, args, nargs, LEFT); }
RT_BYTES_METHOD(rstrip) { return strip(self, args, nargs, RIGHT); }
