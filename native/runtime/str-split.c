/*
 * Methods of str that cut it or put it together: split, rsplit, splitlines, partition, join.
 */
#include "str-methods.h"
#include "unicode.h"

static int add_part(RtList *list, const RtStr *s, int64_t start, int64_t end) {
  RtStr *part = rt_str_substring(s, start, end);
  if (!part) return -1;
  int result = rt_list_append(list, rt_value(part));
  rt_decref_object(part);
  return result;
}

static RtList *drop_list(RtList *list) {
  rt_decref_object(list);
  return NULL;
}

static inline bool space_at(const RtStr *s, int64_t i) { return rt_unicode_is_space(rt_str_at(s, i)); }

static const uint8_t latin1_spaces[256] = {['\t'] = 1, ['\n'] = 1, ['\v'] = 1, ['\f'] = 1,
                                           ['\r'] = 1, [0x1c] = 1, [0x1d] = 1, [0x1e] = 1,
                                           [0x1f] = 1, [' '] = 1,  [0x85] = 1, [0xa0] = 1};

/* The next place from i on where a space begins (or ends); the length when there is none. */
static int64_t next_border(const RtStr *s, int64_t i, bool space) {
  int64_t length = s->length;
  if (s->kind == 1)
    while (i < length && latin1_spaces[s->data[i]] != space) i++;
  else
    while (i < length && space_at(s, i) != space) i++;
  return i;
}

static RtList *split_spaces(const RtStr *s, int64_t limit) {
  RtList *list = rt_list_new(4);
  int64_t i = 0, length = s->length;
  while (list) {
    i = next_border(s, i, false);
    if (i == length) break;
    int64_t start = i;
    if (limit-- == 0) return add_part(list, s, start, length) < 0 ? drop_list(list) : list;
    i = next_border(s, i, true);
    if (add_part(list, s, start, i) < 0) return drop_list(list);
  }
  return list;
}

static RtList *rsplit_spaces(const RtStr *s, int64_t limit) {
  RtList *list = rt_list_new(4);
  int64_t i = s->length;
  while (list) {
    while (i > 0 && space_at(s, i - 1)) i--;
    if (i == 0) break;
    int64_t end = i;
    if (limit-- == 0) return add_part(list, s, 0, end) < 0 ? drop_list(list) : list;
    while (i > 0 && !space_at(s, i - 1)) i--;
    if (add_part(list, s, i, end) < 0) return drop_list(list);
  }
  return list;
}

RtList *rt_str_split(RtStr *s) { return split_spaces(s, -1); }

static RtList *raise_empty_separator(void) {
  return (RtList *)rt_object(rt_raise_string(&rt_exc_ValueError, "empty separator"));
}

RtList *rt_str_split_at(RtStr *s, RtStr *separator, int64_t limit) {
  if (separator->length == 0) return raise_empty_separator();
  RtList *list = rt_list_new(4);
  int64_t start = 0, at;
  while (list && limit-- != 0 && (at = rt_str_find_in(s, separator, start, s->length)) >= 0) {
    if (add_part(list, s, start, at) < 0) return drop_list(list);
    start = at + separator->length;
  }
  return list && add_part(list, s, start, s->length) < 0 ? drop_list(list) : list;
}

static RtList *rsplit_at(const RtStr *s, const RtStr *separator, int64_t limit) {
  if (separator->length == 0) return raise_empty_separator();
  RtList *list = rt_list_new(4);
  int64_t end = s->length, at;
  while (list && limit-- != 0 && (at = rt_str_rfind_in(s, separator, 0, end)) >= 0) {
    if (add_part(list, s, at + separator->length, end) < 0) return drop_list(list);
    end = at;
  }
  return list && add_part(list, s, 0, end) < 0 ? drop_list(list) : list;
}

static void reverse(RtList *list) {
  assert(list->length == 0 || list->kind == RT_LIST_VALUE);
  for (int64_t i = 0, j = list->length - 1; i < j; i++, j--) {
    RtValue v = list->items.values[i];
    list->items.values[i] = list->items.values[j];
    list->items.values[j] = v;
  }
}

/* The arguments sep and maxsplit; *separator NULL: whitespace. */
static int split_args(const char *method, const RtValue *args, int64_t nargs, RtTuple *kwnames,
                      RtStr **separator, int64_t *limit) {
  static const char *const names[] = {"sep", "maxsplit", NULL};
  RtValue out[2] = {0, 0};
  if (rt_parse_args(method, names, 0, 0, args, nargs, kwnames, out) < 0) return -1;
  *limit = -1;
  *separator = NULL;
  if (out[1] && rt_str_size_arg(out[1], limit) < 0) return -1;
  if (*limit < 0) *limit = -1;
  if (!out[0] || out[0] == RT_NONE) return 0;
  if (!rt_is_str(out[0])) {
    rt_raise_type_of("must be str or None, not %s", out[0]);
    return -1;
  }
  *separator = rt_str_of(out[0]);
  return 0;
}

RT_STR_METHOD(split) {
  RtStr *separator;
  int64_t limit;
  if (split_args("split", args, nargs, kwnames, &separator, &limit) < 0) return 0;
  RtStr *s = rt_str_of(self);
  return rt_value(separator ? rt_str_split_at(s, separator, limit) : split_spaces(s, limit));
}

RT_STR_METHOD(rsplit) {
  RtStr *separator;
  int64_t limit;
  if (split_args("rsplit", args, nargs, kwnames, &separator, &limit) < 0) return 0;
  const RtStr *s = rt_str_of(self);
  RtList *list = separator ? rsplit_at(s, separator, limit) : rsplit_spaces(s, limit);
  if (list) reverse(list);
  return rt_value(list);
}

static inline bool line_break(uint32_t point) {
  if (point < 0x80) return point - 10 < 4 || point - 0x1c < 3;
  return point == 0x85 || point == 0x2028 || point == 0x2029;
}

RtList *rt_str_splitlines(RtStr *s, bool keep_ends) {
  RtList *list = rt_list_new(4);
  for (int64_t i = 0, length = s->length; list && i < length;) {
    int64_t start = i;
    while (i < length && !line_break(rt_str_at(s, i))) i++;
    int64_t end = i;
    if (i < length) {
      i += rt_str_at(s, i) == '\r' && i + 1 < length && rt_str_at(s, i + 1) == '\n' ? 2 : 1;
      if (keep_ends) end = i;
    }
    if (add_part(list, s, start, end) < 0) return drop_list(list);
  }
  return list;
}

RT_STR_METHOD(splitlines) {
  static const char *const names[] = {"keepends", NULL};
  RtValue keep = 0;
  if (rt_parse_args("splitlines", names, 0, 0, args, nargs, kwnames, &keep) < 0) return 0;
  int truth = keep ? rt_truth(keep) : 0;
  return truth < 0 ? 0 : rt_value(rt_str_splitlines(rt_str_of(self), truth));
}

static RtValue triple(STEAL RtStr *a, STEAL RtStr *b, STEAL RtStr *c) {
  RtTuple *tuple = a && b && c ? rt_tuple_new(3) : NULL;
  if (!tuple) {
    rt_str_release(a), rt_str_release(b), rt_str_release(c);
    return 0;
  }
  tuple->items[0] = rt_value(a), tuple->items[1] = rt_value(b), tuple->items[2] = rt_value(c);
  return rt_value(tuple);
}

static RtValue partition(RtValue self, RtValue arg, bool last) {
  const RtStr *s = rt_str_of(self);
  if (!rt_is_str(arg)) return rt_raise_type_of("must be str, not %s", arg);
  const RtStr *separator = rt_str_of(arg);
  if (separator->length == 0) return rt_value(raise_empty_separator());
  int64_t at = last ? rt_str_rfind(s, separator) : rt_str_find(s, separator);
  RtStr *empty = rt_str_empty;
  if (at < 0 && last) return triple(RT_NEW_REF(empty), RT_NEW_REF(empty), rt_str_share(s));
  if (at < 0) return triple(rt_str_share(s), RT_NEW_REF(empty), RT_NEW_REF(empty));
  return triple(rt_str_substring(s, 0, at), rt_str_share(separator),
                rt_str_substring(s, at + separator->length, s->length));
}

RT_STR_METHOD(partition) { return partition(self, args[0], false); }
RT_STR_METHOD(rpartition) { return partition(self, args[0], true); }

/* ---- join ---- */
static RtStr *raise_item(int64_t i, RtValue item) {
  rt_raise_format(&rt_exc_TypeError, "sequence item %lld: expected str instance, %s found", (long long)i,
                  rt_typeof(item)->name);
  return NULL;
}

static RtStr *join_items(const RtStr *separator, const RtValue *items, int64_t count) {
  if (count == 0) return RT_NEW_REF(rt_str_empty);
  int64_t length = separator->length * (count - 1);
  int kind = count > 1 ? separator->kind : 1, ascii = count > 1 ? separator->ascii : 1;
  for (int64_t i = 0; i < count; i++) {
    if (!rt_is_str(items[i])) return raise_item(i, items[i]);
    const RtStr *s = rt_str_of(items[i]);
    if (__builtin_add_overflow(length, s->length, &length)) return (RtStr *)rt_object(rt_raise_memory());
    if (s->kind > kind) kind = s->kind;
    ascii &= s->ascii;
  }
  if (count == 1) return RT_NEW_REF(rt_str_of(items[0]));
  if (length == 0) return RT_NEW_REF(rt_str_empty);
  RtStr *result = rt_str_new(length, kind);
  if (!result) return NULL;
  result->ascii = (uint8_t)ascii;
  int64_t at = 0;
  for (int64_t i = 0; i < count; i++) {
    if (i && separator->length)
      rt_str_copy(result, at, separator, 0, separator->length), at += separator->length;
    const RtStr *s = rt_str_of(items[i]);
    if (s->length == 1) rt_str_put(result, at, rt_str_at(s, 0));
    else rt_str_copy(result, at, s, 0, s->length);
    at += s->length;
  }
  return result;
}

static RtStr *join_list(const RtStr *separator, RtList *list) {
  if (list->length == 0) return RT_NEW_REF(rt_str_empty);
  if (list->kind == RT_LIST_VALUE) return join_items(separator, list->items.values, list->length);
  RtValue first = rt_list_get(list, 0);
  if (first) {
    raise_item(0, first);
    rt_decref(first);
  }
  return NULL;
}

RtStr *rt_str_join(RtStr *separator, RtValue iterable) {
  if (rt_typeof(iterable) == &rt_type_list) return join_list(separator, (RtList *)rt_object(iterable));
  if (rt_typeof(iterable) == &rt_type_tuple) {
    const RtTuple *tuple = (RtTuple *)rt_object(iterable);
    return join_items(separator, tuple->items, tuple->length);
  }
  RtValue iterator = rt_iter(iterable);
  if (!iterator) {
    if (!rt_pending_is(&rt_exc_TypeError)) return NULL;
    rt_clear_pending();
    return (RtStr *)rt_object(rt_raise_string(&rt_exc_TypeError, "can only join an iterable"));
  }
  RtList *list = rt_list_from_iterable(iterator);
  rt_decref(iterator);
  if (!list) return NULL;
  RtStr *result = join_list(separator, list);
  rt_decref_object(list);
  return result;
}

RT_STR_METHOD(join) { return rt_value(rt_str_join(rt_str_of(self), args[0])); }
