/*
 * Built-in functions over iterables: len, sum, min, max, any, all, sorted, iter, next; and their forms for compiled code.
 */
#include "builtins.h"
#include "iterator.h"
#include "list.h"
#include "memoryview.h"
#include "total.h"
#include "type.h"

RT_BUILTIN_FN(rt_builtin_len) {
  int64_t length = rt_len(args[0]);
  return length < 0 ? 0 : rt_int_from_i64(length);
}

RT_BUILTIN_FN(rt_builtin_iter) {
  if (nargs == 1) return rt_iter(args[0]);
  if (!rt_callable(args[0])) return rt_raise_string(&rt_exc_TypeError, "iter(v, w): v must be callable");
  return rt_callable_iterator(args[0], args[1]);
}

/* A generator's return value goes with its StopIteration; a class's __next__ raises its own. */
static RtValue next_or_stop(RtValue iterator) {
  if (rt_is_instance(iterator)) return rt_call_method(iterator, RT_NAME(__next__), NULL, 0, NULL);
  RtValue item = rt_next_step(iterator);
  return item || rt_pending ? item : rt_raise_none(&rt_exc_StopIteration);
}

RtValue rt_next_or(RtValue iterator, RtValue fallback) {
  rt_type_ready(rt_typeof(iterator));
  if (!rt_typeof(iterator)->next) return rt_raise_type_of("'%s' object is not an iterator", iterator);
  if (!fallback) return next_or_stop(iterator);
  RtValue item = rt_next(iterator);
  if (item || (rt_pending && !rt_pending_is(&rt_exc_StopIteration))) return item;
  rt_clear_pending();
  return rt_new_ref(fallback);
}

RT_BUILTIN_FN(rt_builtin_next) { return rt_next_or(args[0], nargs > 1 ? args[1] : 0); }

/* ---- any, all ---- */

/* Does some item have that truth? */
static int find_truth(RtValue iterable, int wanted) {
  if (rt_typeof(iterable) == &rt_type_list && ((RtList *)rt_object(iterable))->kind == RT_LIST_BOOL) {
    RtList *list = (RtList *)rt_object(iterable);
    return list->length && memchr(list->items.bools, wanted, (size_t)list->length) != NULL;
  }
  RtValue iterator = rt_iter(iterable);
  if (!iterator) return -1;
  int truth = !wanted;
  for (RtValue item; truth == !wanted && (item = rt_next(iterator)); rt_decref(item)) truth = rt_truth(item);
  rt_decref(iterator);
  return rt_pending ? -1 : truth == wanted;
}

int rt_any(RtValue iterable) { return find_truth(iterable, 1); }

int rt_all(RtValue iterable) {
  int found = find_truth(iterable, 0);
  return found < 0 ? -1 : !found;
}

RT_BUILTIN_FN(rt_builtin_any) {
  int result = rt_any(args[0]);
  return result < 0 ? 0 : rt_bool_ref(result);
}

RT_BUILTIN_FN(rt_builtin_all) {
  int result = rt_all(args[0]);
  return result < 0 ? 0 : rt_bool_ref(result);
}

/* ---- sorted ---- */

RtList *rt_sorted(RtValue iterable, RtValue key, bool reverse) {
  RtList *list = rt_list_from_iterable(iterable);
  if (!list || rt_list_sort(list, key, reverse) == 0) return list;
  rt_decref_object(list);
  return NULL;
}

RT_BUILTIN_FN(rt_builtin_sorted) {
  static const char *const names[] = {"key", "reverse", NULL};
  RtValue given[2] = {0, 0};
  if (rt_count_args("sorted", nargs, 1, 1) < 0) return 0;
  RtList *list = rt_list_from_iterable(args[0]);
  if (!list) return 0;
  int reverse = kwnames ? rt_parse_args("sort", names, 0, 0, args + nargs, 0, kwnames, given) : 0;
  if (reverse == 0 && given[1]) reverse = rt_truth(given[1]);
  if (reverse >= 0 && rt_list_sort(list, given[0], reverse) == 0) return rt_value(list);
  rt_decref_object(list);
  return 0;
}

/* ---- sum ---- */

/* Where a sum has got to: the items are taken from an iterator. Each stage goes on to the next with the item that it can't add. */
static RtValue sum_generic(STEAL RtValue total, RtValue iterator, STEAL RtValue item);

static RtValue sum_floats(double start, RtValue iterator) {
  RtTotal total = {start, 0};
  for (RtValue item; (item = rt_next(iterator));) {
    int64_t i;
    if (rt_typeof(item) == &rt_type_float) rt_total_add(&total, ((RtFloat *)rt_object(item))->value);
    else if (rt_is_int(item) && rt_int_to_i64(item, &i) == 1) total.sum += (double)i;
    else return sum_generic(rt_float_new(rt_total_value(total)), iterator, item);
    rt_decref(item);
  }
  return rt_pending ? 0 : rt_float_new(rt_total_value(total));
}

static RtValue sum_generic(STEAL RtValue total, RtValue iterator, STEAL RtValue item) {
  while (total && item) {
    RtValue sum = rt_add(total, item);
    rt_decref(total);
    rt_decref(item);
    total = sum;
    item = total ? rt_next(iterator) : 0;
  }
  if (!rt_pending) return total;
  rt_xdecref(total);
  rt_xdecref(item);
  return 0;
}

static RtValue sum_ints(int64_t start, RtValue iterator) {
  int64_t total = start, i;
  for (RtValue item; (item = rt_next(iterator)); rt_decref(item)) {
    const RtType *type = rt_typeof(item);
    if ((type == &rt_type_int || type == &rt_type_bool) && rt_int_to_i64(item, &i) == 1 && !__builtin_add_overflow(total, i, &total)) continue;
    /* an overflowing sum has wrapped: undo */
    if ((type == &rt_type_int || type == &rt_type_bool) && rt_int_to_i64(item, &i) == 1) total = (int64_t)((uint64_t)total - (uint64_t)i);
    RtValue so_far = rt_int_from_i64(total);
    RtValue sum = so_far ? rt_add(so_far, item) : 0;
    rt_xdecref(so_far);
    rt_decref(item);
    if (!sum) return 0;
    if (rt_typeof(sum) == &rt_type_float) {
      double start_float = ((RtFloat *)rt_object(sum))->value;
      rt_decref(sum);
      return sum_floats(start_float, iterator);
    }
    item = rt_next(iterator);
    if (item) return sum_generic(sum, iterator, item);
    if (!rt_pending) return sum;
    rt_decref(sum);
    return 0;
  }
  return rt_pending ? 0 : rt_int_from_i64(total);
}

RtValue rt_sum_int_list(const int64_t *items, int64_t length, int64_t start) {
  RtInt128 total = start;
  for (int64_t i = 0; i < length; i++) total += items[i];
  if (total >= INT64_MIN && total <= INT64_MAX) return rt_int_from_i64((int64_t)total);
  RtValue high = rt_int_from_i64((int64_t)(total >> 32)), scaled = high ? rt_int_lshift(high, rt_from_small(32)) : 0;
  RtValue result = scaled ? rt_int_add(scaled, rt_from_small((int64_t)(total & 0xffffffff))) : 0;
  rt_xdecref(high);
  rt_xdecref(scaled);
  return result;
}

/* Knuth's TwoSum: the same errors without a branch, as long as nothing leaves the finite numbers. */
static inline void add_finite(RtTotal *total, double x) {
  double sum = total->sum + x, part = sum - total->sum;
  total->error += (total->sum - (sum - part)) + (x - part);
  total->sum = sum;
}

double rt_sum_float_list(const double *items, int64_t length, double start) {
  RtTotal total = {start, 0};
  for (int64_t i = 0; i < length; i++) add_finite(&total, items[i]);
  if (RT_LIKELY(isfinite(total.error))) return rt_total_value(total);
  total = (RtTotal){start, 0};
  for (int64_t i = 0; i < length; i++) rt_total_add(&total, items[i]);
  return rt_total_value(total);
}

/* Lists of raw numbers, with a start that is 0 or of their type. 0 without a pending exception: not such a case. */
static RtValue sum_raw(RtList *list, RtValue start) {
  int64_t from;
  if (list->kind == RT_LIST_FLOAT && list->length) {
    if (rt_typeof(start) == &rt_type_float)
      return rt_float_new(rt_sum_float_list(list->items.floats, list->length, ((RtFloat *)rt_object(start))->value));
    if (start == rt_from_small(0)) /* the first addition is of an int and a float: no error to carry */
      return rt_float_new(rt_sum_float_list(list->items.floats + 1, list->length - 1, 0 + list->items.floats[0]));
    return 0;
  }
  if (rt_typeof(start) != &rt_type_int || rt_int_to_i64(start, &from) != 1) return 0;
  if (list->kind == RT_LIST_INT) return rt_sum_int_list(list->items.ints, list->length, from);
  if (list->kind != RT_LIST_BOOL) return 0;
  int64_t trues = 0;
  for (int64_t i = 0; i < list->length; i++) trues += list->items.bools[i];
  return rt_add(start, rt_from_small(trues));
}

/* A memoryview of floats, with a start that is 0 or a float. 0 without a pending exception: not such a case. */
static RtValue sum_view(RtMemoryView *view, RtValue start) {
  uint8_t *at;
  double first = 0;
  bool single = view->format == 'f';
  if (!single && view->format != 'd') return 0;
  if (rt_typeof(start) == &rt_type_float) first = ((RtFloat *)rt_object(start))->value;
  else if (start != rt_from_small(0) || view->length == 0) return 0;
  if (!rt_memoryview_reach(view, &at)) return 0;
  if (!single && rt_memoryview_is_contiguous(view) && (uintptr_t)at % _Alignof(double) == 0) {
    const double *items = (const double *)(const void *)at;
    bool skip = rt_is_small(start); /* the first addition is of an int and a float: no error to carry */
    return rt_float_new(rt_sum_float_list(items + skip, view->length - skip, skip ? 0 + *items : first));
  }
  RtTotal total = {first, 0};
  for (int64_t i = 0; i < view->length; i++, at += view->stride) {
    float small;
    double x;
    memcpy(single ? (void *)&small : &x, at, view->itemsize);
    if (single) x = small;
    if (i == 0 && rt_is_small(start)) total.sum = 0 + x;
    else rt_total_add(&total, x);
  }
  return rt_float_new(rt_total_value(total));
}

RtValue rt_sum(RtValue iterable, RtValue start) {
  int64_t i;
  if (rt_is_memoryview(iterable)) {
    RtValue result = RT_ONLY_WITH(rt_memoryview_new, sum_view)(RT_MEMORYVIEW(iterable), start);
    if (result || rt_pending) return result;
  }
  if (rt_typeof(iterable) == &rt_type_list) {
    RtValue result = sum_raw((RtList *)rt_object(iterable), start);
    if (result || rt_pending) return result;
  }
  RtValue iterator = rt_iter(iterable), result = 0;
  if (!iterator) return 0;
  if (rt_typeof(start) == &rt_type_int && rt_int_to_i64(start, &i) == 1) result = sum_ints(i, iterator);
  else if (rt_typeof(start) == &rt_type_float) result = sum_floats(((RtFloat *)rt_object(start))->value, iterator);
  else {
    RtValue first = rt_next(iterator);
    if (first) result = sum_generic(rt_new_ref(start), iterator, first);
    else if (!rt_pending) result = rt_new_ref(start);
  }
  rt_decref(iterator);
  return result;
}

RT_BUILTIN_FN(rt_builtin_sum) {
  static const char *const names[] = {"", "start", NULL};
  RtValue given[2] = {0, 0};
  if (nargs == 0) return rt_raise_string(&rt_exc_TypeError, "sum() takes at least 1 positional argument (0 given)");
  if (rt_parse_args("sum", names, 1, 1, args, nargs, kwnames, given) < 0) return 0;
  RtValue start = given[1] ? given[1] : rt_from_small(0);
  if (rt_is_str(start)) return rt_raise_string(&rt_exc_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (rt_has_flag(start, RT_TYPE_BYTES)) return rt_raise_string(&rt_exc_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (rt_typeof(start) == &rt_type_bytearray)
    return rt_raise_string(&rt_exc_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  return rt_sum(given[0], start);
}

/* ---- min, max ---- */

/* Takes an item if it is better than the best so far. */
static int consider(RtValue *best, RtValue *best_key, STEAL RtValue item, RtValue key, RtCmp op) {
  RtValue item_key = key ? rt_call(key, &item, 1, NULL) : rt_new_ref(item);
  int better = !item_key ? -1 : *best ? rt_compare_bool(item_key, *best_key, op) : 1;
  if (better > 0) {
    RtValue swap = *best;
    *best = item, item = swap;
    swap = *best_key;
    *best_key = item_key, item_key = swap;
  }
  rt_xdecref(item);
  rt_xdecref(item_key);
  return better < 0 ? -1 : 0;
}

/* The best item; 0 without a pending exception: there was none. */
static RtValue best_of_iterable(RtValue iterable, RtValue key, RtCmp op) {
  RtValue iterator = rt_iter(iterable), best = 0, best_key = 0;
  int result = iterator ? 0 : -1;
  for (RtValue item; result == 0 && (item = rt_next(iterator));) result = consider(&best, &best_key, item, key, op);
  rt_xdecref(iterator);
  rt_xdecref(best_key);
  if (!rt_pending) return best;
  rt_xdecref(best);
  return 0;
}

static RtValue best_of_args(const RtValue *args, int64_t nargs, RtValue key, RtCmp op) {
  RtValue best = 0, best_key = 0;
  int result = 0;
  for (int64_t i = 0; result == 0 && i < nargs; i++) result = consider(&best, &best_key, rt_new_ref(args[i]), key, op);
  rt_xdecref(best_key);
  if (result == 0) return best;
  rt_xdecref(best);
  return 0;
}

static RtValue best_of_raw(RtList *list, RtCmp op) {
  int64_t best = 0, length = list->length;
  if (list->kind == RT_LIST_INT) {
    int64_t *a = list->items.ints;
    for (int64_t i = 1; i < length; i++)
      if (op == RT_LT ? a[i] < a[best] : a[i] > a[best]) best = i;
  } else if (list->kind == RT_LIST_FLOAT) {
    double *a = list->items.floats;
    for (int64_t i = 1; i < length; i++)
      if (op == RT_LT ? a[i] < a[best] : a[i] > a[best]) best = i;
  } else {
    for (int64_t i = 1; i < length; i++)
      if (op == RT_LT ? list->items.bools[i] < list->items.bools[best] : list->items.bools[i] > list->items.bools[best]) best = i;
  }
  return rt_list_get(list, best);
}

RtValue rt_best(RtValue iterable, RtValue key, RtCmp op) {
  if (!key && rt_typeof(iterable) == &rt_type_list) {
    RtList *list = (RtList *)rt_object(iterable);
    if (list->kind != RT_LIST_VALUE && list->length) return best_of_raw(list, op);
  }
  return best_of_iterable(iterable, key, op);
}

static RtValue extreme(const char *name, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtCmp op) {
  static const char *const names[] = {"key", "default", NULL};
  RtValue given[2] = {0, 0};
  if (rt_count_args(name, nargs, 1, -1) < 0) return 0;
  if (kwnames && rt_parse_args(name, names, 0, 0, args + nargs, 0, kwnames, given) < 0) return 0;
  RtValue key = given[0] && !rt_is_none(given[0]) ? given[0] : 0;
  if (nargs > 1 && given[1])
    return rt_raise_format(&rt_exc_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
  if (nargs > 1) return best_of_args(args, nargs, key, op);
  RtValue best = rt_best(args[0], key, op);
  if (best || rt_pending) return best;
  return given[1] ? rt_new_ref(given[1]) : rt_raise_format(&rt_exc_ValueError, "%s() iterable argument is empty", name);
}

RT_BUILTIN_FN(rt_builtin_min) { return extreme("min", args, nargs, kwnames, RT_LT); }
RT_BUILTIN_FN(rt_builtin_max) { return extreme("max", args, nargs, kwnames, RT_GT); }

RtValue rt_min(RtValue iterable) {
  RtValue best = rt_best(iterable, 0, RT_LT);
  return best || rt_pending ? best : rt_raise_string(&rt_exc_ValueError, "min() iterable argument is empty");
}

RtValue rt_max(RtValue iterable) {
  RtValue best = rt_best(iterable, 0, RT_GT);
  return best || rt_pending ? best : rt_raise_string(&rt_exc_ValueError, "max() iterable argument is empty");
}
