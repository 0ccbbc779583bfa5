/*
 * heapq: binary heaps in lists. Lists of ints and floats are sifted without boxing; others compare by `<`, which may run
 * a program's code: the list is then looked at again.
 */
#include "str.h"
#include "list.h"

static RtList *heap_of(const char *name, bool alone, RtValue v) {
  if (!rt_is_list(v)) {
    rt_raise_format(&rt_exc_TypeError, "%s() argument %smust be list, not %s", name, alone ? "" : "1 ", rt_str_type_name(v));
    return NULL;
  }
  return (RtList *)rt_plain(v, &rt_type_list);
}

/* ---- items that compare without running code ---- */

#define SIFTS(T, stem)                                                                                                \
  static void stem##_up(T *items, int64_t start, int64_t at) {                                                        \
    T item = items[at];                                                                                               \
    for (int64_t parent; at > start && item < items[parent = (at - 1) >> 1]; at = parent) items[at] = items[parent];  \
    items[at] = item;                                                                                                 \
  }                                                                                                                   \
  static void stem##_down(T *items, int64_t length, int64_t at) {                                                     \
    int64_t start = at;                                                                                               \
    T item = items[at];                                                                                               \
    for (int64_t child; (child = 2 * at + 1) < length; at = child) {                                                  \
      if (child + 1 < length && !(items[child] < items[child + 1])) child++;                                          \
      items[at] = items[child];                                                                                       \
    }                                                                                                                 \
    items[at] = item;                                                                                                 \
    stem##_up(items, start, at);                                                                                      \
  }
SIFTS(int64_t, ints)
SIFTS(double, floats)

/* ---- any items ---- */

static int less(RtList *heap, int64_t i, int64_t j, int64_t length) {
  RtValue a = rt_new_ref(heap->items.values[i]), b = rt_new_ref(heap->items.values[j]);
  int result = rt_compare_bool(a, b, RT_LT);
  rt_decref(a), rt_decref(b);
  if (result >= 0 && (heap->length != length || heap->kind != RT_LIST_VALUE)) {
    rt_raise_string(&rt_exc_RuntimeError, "list changed size during iteration");
    return -1;
  }
  return result;
}

static void swap(RtList *heap, int64_t i, int64_t j) {
  RtValue v = heap->items.values[i];
  heap->items.values[i] = heap->items.values[j], heap->items.values[j] = v;
}

static int values_up(RtList *heap, int64_t start, int64_t at) {
  while (at > start) {
    int64_t parent = (at - 1) >> 1;
    int is_less = less(heap, at, parent, heap->length);
    if (is_less <= 0) return is_less;
    swap(heap, at, parent);
    at = parent;
  }
  return 0;
}

static int values_down(RtList *heap, int64_t at) {
  int64_t start = at, length = heap->length;
  for (int64_t child; (child = 2 * at + 1) < length; at = child) {
    if (child + 1 < length) {
      int is_less = less(heap, child, child + 1, length);
      if (is_less < 0) return -1;
      child += !is_less;
    }
    swap(heap, at, child);
  }
  return values_up(heap, start, at);
}

static int up(RtList *heap, int64_t at) {
  if (heap->kind == RT_LIST_INT) return ints_up(heap->items.ints, 0, at), 0;
  if (heap->kind == RT_LIST_FLOAT) return floats_up(heap->items.floats, 0, at), 0;
  return heap->kind == RT_LIST_BOOL && rt_list_generalise(heap) < 0 ? -1 : values_up(heap, 0, at);
}

static int down(RtList *heap, int64_t at) {
  if (heap->kind == RT_LIST_INT) return ints_down(heap->items.ints, heap->length, at), 0;
  if (heap->kind == RT_LIST_FLOAT) return floats_down(heap->items.floats, heap->length, at), 0;
  return heap->kind == RT_LIST_BOOL && rt_list_generalise(heap) < 0 ? -1 : values_down(heap, at);
}

/* ---- the module ---- */

RT_BUILTIN_FN(rt_heapq_heappush) {
  RtList *heap = heap_of("heappush", false, args[0]);
  if (!heap || rt_list_append(heap, args[1]) < 0 || up(heap, heap->length - 1) < 0) return 0;
  return rt_none();
}

/* The top, with `item` in its place. */
static RtValue replace_top(RtList *heap, RtValue item) {
  RtValue top = rt_list_get(heap, 0);
  if (top && rt_list_set(heap, 0, item) == 0 && down(heap, 0) == 0) return top;
  rt_xdecref(top);
  return 0;
}

RT_BUILTIN_FN(rt_heapq_heappop) {
  RtList *heap = heap_of("heappop", true, args[0]);
  if (!heap) return 0;
  if (heap->length == 0) return rt_raise_string(&rt_exc_IndexError, "index out of range");
  RtValue last = rt_list_pop(heap, heap->length - 1);
  if (!last || heap->length == 0) return last;
  RtValue top = replace_top(heap, last);
  rt_decref(last);
  return top;
}

RT_BUILTIN_FN(rt_heapq_heapreplace) {
  RtList *heap = heap_of("heapreplace", false, args[0]);
  if (!heap) return 0;
  if (heap->length == 0) return rt_raise_string(&rt_exc_IndexError, "index out of range");
  return replace_top(heap, args[1]);
}

RT_BUILTIN_FN(rt_heapq_heappushpop) {
  RtList *heap = heap_of("heappushpop", false, args[0]);
  if (!heap) return 0;
  if (heap->length == 0) return rt_new_ref(args[1]);
  RtValue top = rt_list_get(heap, 0);
  int is_less = top ? rt_compare_bool(top, args[1], RT_LT) : -1;
  rt_xdecref(top);
  if (is_less < 0) return 0;
  if (!is_less) return rt_new_ref(args[1]);
  if (heap->length == 0) return rt_raise_string(&rt_exc_IndexError, "index out of range");
  return replace_top(heap, args[1]);
}

RT_BUILTIN_FN(rt_heapq_heapify) {
  RtList *heap = heap_of("heapify", true, args[0]);
  if (!heap) return 0;
  for (int64_t i = heap->length / 2; i-- > 0;)
    if (down(heap, i) < 0) return 0;
  return rt_none();
}
