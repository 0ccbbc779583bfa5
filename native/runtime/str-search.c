/*
 * Methods of str that look for something: find and its kin, startswith, endswith, removeprefix, removesuffix.
 */
#include "str-methods.h"

int64_t rt_str_find(const RtStr *s, const RtStr *needle) { return rt_str_find_in(s, needle, 0, s->length); }
int64_t rt_str_rfind(const RtStr *s, const RtStr *needle) { return rt_str_rfind_in(s, needle, 0, s->length); }
int64_t rt_str_count(const RtStr *s, const RtStr *needle) {
  return rt_str_count_in(s, needle, 0, s->length, INT64_MAX);
}

bool rt_str_startswith(const RtStr *s, const RtStr *prefix) {
  return prefix->length <= s->length && rt_str_matches_at(s, 0, prefix);
}
bool rt_str_endswith(const RtStr *s, const RtStr *suffix) {
  return suffix->length <= s->length && rt_str_matches_at(s, s->length - suffix->length, suffix);
}

typedef struct Search {
  const RtStr *str, *needle;
  int64_t start, end;
} Search;

static int read_search(const char *method, RtValue self, const RtValue *args, int64_t nargs, Search *search) {
  search->str = rt_str_of(self);
  search->needle = rt_str_arg(method, 1, args[0]);
  return search->needle ? rt_str_range_args(args, nargs, 1, search->str->length, &search->start, &search->end)
                        : -1;
}

typedef int64_t Finder(const RtStr *, const RtStr *, int64_t, int64_t);

static RtValue find(const char *method, Finder *finder, bool must, RtValue self, const RtValue *args,
                    int64_t nargs) {
  Search search;
  if (read_search(method, self, args, nargs, &search) < 0) return 0;
  int64_t at = finder(search.str, search.needle, search.start, search.end);
  if (at < 0 && must) return rt_raise_string(&rt_exc_ValueError, "substring not found");
  return rt_from_small(at);
}

RT_STR_METHOD(find) { return find("find", rt_str_find_in, false, self, args, nargs); }
RT_STR_METHOD(rfind) { return find("rfind", rt_str_rfind_in, false, self, args, nargs); }
RT_STR_METHOD(index) { return find("index", rt_str_find_in, true, self, args, nargs); }
RT_STR_METHOD(rindex) { return find("rindex", rt_str_rfind_in, true, self, args, nargs); }

RT_STR_METHOD(count) {
  Search search;
  if (read_search("count", self, args, nargs, &search) < 0) return 0;
  return rt_from_small(rt_str_count_in(search.str, search.needle, search.start, search.end, INT64_MAX));
}

/* Does s[start:end] begin (or end) with that part? */
static bool tail_matches(const RtStr *s, const RtStr *part, int64_t start, int64_t end, bool at_end) {
  if (part->length > end - start) return false;
  return rt_str_matches_at(s, at_end ? end - part->length : start, part);
}

static RtValue match_affix(const char *method, bool at_end, RtValue self, const RtValue *args,
                           int64_t nargs) {
  const RtStr *s = rt_str_of(self);
  int64_t start, end;
  if (rt_str_range_args(args, nargs, 1, s->length, &start, &end) < 0) return 0;
  if (rt_is_str(args[0])) return rt_bool_ref(tail_matches(s, rt_str_of(args[0]), start, end, at_end));
  if (!rt_is_tuple(args[0]))
    return rt_raise_format(&rt_exc_TypeError, "%s first arg must be str or a tuple of str, not %s", method,
                           rt_typeof(args[0])->name);
  const RtTuple *parts = rt_plain(args[0], &rt_type_tuple);
  for (int64_t i = 0; i < parts->length; i++) {
    if (!rt_is_str(parts->items[i]))
      return rt_raise_format(&rt_exc_TypeError, "tuple for %s must only contain str, not %s", method,
                             rt_typeof(parts->items[i])->name);
    if (tail_matches(s, rt_str_of(parts->items[i]), start, end, at_end)) return rt_bool_ref(true);
  }
  return rt_bool_ref(false);
}

RT_STR_METHOD(startswith) { return match_affix("startswith", false, self, args, nargs); }
RT_STR_METHOD(endswith) { return match_affix("endswith", true, self, args, nargs); }

RT_STR_METHOD(removeprefix) {
  const RtStr *s = rt_str_of(self), *prefix = rt_str_arg("removeprefix", 0, args[0]);
  if (!prefix) return 0;
  return rt_value(rt_str_substring(s, rt_str_startswith(s, prefix) ? prefix->length : 0, s->length));
}

RT_STR_METHOD(removesuffix) {
  const RtStr *s = rt_str_of(self), *suffix = rt_str_arg("removesuffix", 0, args[0]);
  if (!suffix) return 0;
  return rt_value(rt_str_substring(s, 0, s->length - (rt_str_endswith(s, suffix) ? suffix->length : 0)));
}
