/* bisect: where an item belongs in a sorted sequence. Lists of ints and floats are searched without boxing. */
#include "call.h"
#include "list.h"

typedef struct Search {
  RtValue sequence, item, key;
  int64_t low, high;
  bool right;
} Search;

/* Does the item belong before place `at` (right), or behind it (left)? */
static int belongs(const Search *s, int64_t at) {
  RtValue index = rt_int_box(at), held = rt_getitem(s->sequence, index), with = held;
  if (held && s->key) {
    with = rt_call(s->key, &held, 1, NULL);
    rt_decref(held);
  }
  rt_decref(index);
  if (!with) return -1;
  int result = s->right ? rt_compare_bool(s->item, with, RT_LT) : rt_compare_bool(with, s->item, RT_LT);
  rt_decref(with);
  return result;
}

#define HALVE(condition_right, condition_left)                                                                        \
  while (low < high) {                                                                                                \
    int64_t middle = (int64_t)(((uint64_t)low + (uint64_t)high) / 2);                                                 \
    if (s->right ? (condition_right) : !(condition_left)) high = middle;                                              \
    else low = middle + 1;                                                                                            \
  }                                                                                                                   \
  return low;

static int64_t in_ints(const Search *s, const int64_t *items, int64_t item) {
  int64_t low = s->low, high = s->high;
  HALVE(item < items[middle], items[middle] < item)
}
static int64_t in_floats(const Search *s, const double *items, double item) {
  int64_t low = s->low, high = s->high;
  HALVE(item < items[middle], items[middle] < item)
}

/* -1: raised. */
static int64_t search(const Search *s) {
  if (!s->key && rt_typeof(s->sequence) == &rt_type_list) {
    RtList *list = (RtList *)rt_object(s->sequence);
    bool inside = s->high <= list->length;
    if (inside && list->kind == RT_LIST_INT && rt_is_small(s->item)) return in_ints(s, list->items.ints, rt_small(s->item));
    if (inside && list->kind == RT_LIST_FLOAT && rt_typeof(s->item) == &rt_type_float)
      return in_floats(s, list->items.floats, rt_float_value(s->item));
  }
  int64_t low = s->low, high = s->high;
  while (low < high) {
    int64_t middle = (int64_t)(((uint64_t)low + (uint64_t)high) / 2);
    int yes = belongs(s, middle);
    if (yes < 0) return -1;
    if (yes == s->right) high = middle;
    else low = middle + 1;
  }
  return low;
}

static int parse(Search *s, const char *name, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  static const char *const names[] = {"a", "x", "lo", "hi", "key", NULL};
  RtValue given[5] = {0, 0, 0, 0, 0};
  if (nargs > 4) return rt_raise_format(&rt_exc_TypeError, "%s() takes at most 4 positional arguments (%lld given)", name, (long long)nargs), -1;
  if (rt_parse_args(name, names, 2, 0, args, nargs, kwnames, given) < 0) return -1;
  s->sequence = given[0], s->item = given[1];
  s->key = given[4] && !rt_is_none(given[4]) ? given[4] : 0;
  s->low = 0;
  if (given[2] && rt_index_argument(given[2], &s->low) < 0) return -1;
  if (s->low < 0) return rt_raise_string(&rt_exc_ValueError, "lo must be non-negative"), -1;
  if (given[3] && !rt_is_none(given[3])) return rt_size_argument(given[3], &s->high);
  s->high = rt_len(s->sequence);
  return s->high < 0 ? -1 : 0;
}

static RtValue bisect(const char *name, bool right, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  Search s = {.right = right};
  int64_t at = parse(&s, name, args, nargs, kwnames) < 0 ? -1 : search(&s);
  return at < 0 ? 0 : rt_int_box(at);
}

static RtValue insort(const char *name, bool right, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  Search s = {.right = right};
  if (parse(&s, name, args, nargs, kwnames) < 0) return 0;
  RtValue item = s.item, keyed = s.key ? rt_call(s.key, &item, 1, NULL) : rt_new_ref(item);
  if (!keyed) return 0;
  s.item = keyed;
  int64_t at = search(&s);
  rt_decref(keyed);
  if (at < 0) return 0;
  RtValue place[2] = {rt_int_box(at), item}, result = rt_call_method(s.sequence, RT_NAME(insert), place, 2, NULL);
  if (!result) return 0;
  rt_decref(result);
  return rt_none();
}

RT_BUILTIN_FN(rt_bisect_bisect_left) { return bisect("bisect_left", false, args, nargs, kwnames); }
RT_BUILTIN_FN(rt_bisect_bisect_right) { return bisect("bisect_right", true, args, nargs, kwnames); }
RT_BUILTIN_FN(rt_bisect_insort_left) { return insort("insort_left", false, args, nargs, kwnames); }
RT_BUILTIN_FN(rt_bisect_insort_right) { return insort("insort_right", true, args, nargs, kwnames); }
