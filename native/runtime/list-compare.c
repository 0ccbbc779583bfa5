/*
 * Lists: comparison, search and repr. Comparing elements may run a program's code, which may change the lists: lengths
 * and kinds are read again each time, and the elements compared are held.
 */
#include "float.h"
#include "list.h"

static int equal_at(RtList *a, RtList *b, int64_t i) {
  RtValue x = rt_list_get(a, i), y = x ? rt_list_get(b, i) : 0;
  int result = y ? rt_equal(x, y) : -1;
  rt_xdecref(x);
  rt_xdecref(y);
  return result;
}

/* The first index at which a and b differ, or the shorter length; -1: raised. */
static int64_t first_difference(RtList *a, RtList *b) {
  int64_t i = 0;
  if (a->kind == b->kind && a->kind != RT_LIST_VALUE) {
    int64_t shorter = a->length < b->length ? a->length : b->length;
    if (a->kind == RT_LIST_INT)
      while (i < shorter && a->items.ints[i] == b->items.ints[i]) i++;
    else if (a->kind == RT_LIST_FLOAT)
      while (i < shorter && rt_float_same(a->items.floats[i], b->items.floats[i])) i++;
    else
      while (i < shorter && a->items.bools[i] == b->items.bools[i]) i++;
    return i;
  }
  for (; i < a->length && i < b->length; i++) {
    int equal = equal_at(a, b, i);
    if (equal < 0) return -1;
    if (!equal) break;
  }
  return i;
}

int rt_list_equal(RtList *a, RtList *b) {
  if (a->length != b->length) return 0;
  if (rt_check_stack() < 0) return -1;
  int64_t i = first_difference(a, b);
  return i < 0 ? -1 : i >= a->length && i >= b->length;
}

RtValue rt_list_compare(RtValue left, RtValue right, RtCmp op) {
  if (!rt_is_list(left) || !rt_is_list(right)) return rt_notimplemented();
  RtList *a = rt_list_of(left), *b = rt_list_of(right);
  if (op == RT_EQ || op == RT_NE) {
    int equal = rt_list_equal(a, b);
    return equal < 0 ? 0 : rt_bool_ref(equal == (op == RT_EQ));
  }
  if (rt_check_stack() < 0) return 0;
  int64_t i = first_difference(a, b);
  if (i < 0) return 0;
  if (i >= a->length || i >= b->length) return rt_bool_ref(rt_order_holds(rt_sign(a->length, b->length), op));
  RtValue x = rt_list_get(a, i), y = x ? rt_list_get(b, i) : 0;
  RtValue result = y ? rt_compare(x, y, op) : 0;
  rt_xdecref(x);
  rt_xdecref(y);
  return result;
}

/* Search in a raw list for a value that needs no user code to compare: -3 when that doesn't apply. */
static int64_t find_raw(RtList *list, RtValue v, int64_t start, int64_t stop) {
  int64_t kind = rt_list_kind_of(v), wanted = 0;
  if (list->kind == RT_LIST_INT && (kind == RT_LIST_INT || kind == RT_LIST_BOOL)) {
    rt_int_to_i64(v, &wanted);
    for (int64_t i = start; i < stop; i++)
      if (list->items.ints[i] == wanted) return i;
    return -1;
  }
  if (list->kind == RT_LIST_FLOAT && rt_typeof(v) == &rt_type_float) {
    double x = ((RtFloat *)rt_object(v))->value;
    for (int64_t i = start; i < stop; i++)
      if (rt_float_same(list->items.floats[i], x)) return i;
    return -1;
  }
  if (list->kind == RT_LIST_BOOL && kind == RT_LIST_BOOL) {
    for (int64_t i = start; i < stop; i++)
      if (list->items.bools[i] == (v == RT_TRUE)) return i;
    return -1;
  }
  return list->kind != RT_LIST_VALUE && rt_typeof(v) == &rt_type_str ? -1 : -3;
}

int64_t rt_list_find(RtList *list, RtValue v, int64_t start, int64_t stop) {
  if (stop > list->length) stop = list->length;
  int64_t raw = find_raw(list, v, start, stop);
  if (raw != -3) return raw;
  for (int64_t i = start; i < stop && i < list->length; i++) {
    if (list->kind == RT_LIST_VALUE && list->items.values[i] == v) return i;
    RtValue item = rt_list_get(list, i);
    int equal = item ? rt_equal(item, v) : -1;
    rt_xdecref(item);
    if (equal != 0) return equal < 0 ? -2 : i;
  }
  return -1;
}

int rt_list_contains(RtList *list, RtValue v) {
  int64_t i = rt_list_find(list, v, 0, list->length);
  return i == -2 ? -1 : i >= 0;
}

static RtStr *repr_items(RtList *list) {
  RtWriter writer;
  rt_writer_init(&writer);
  int result = rt_writer_char(&writer, '[');
  for (int64_t i = 0; result == 0 && i < list->length; i++) {
    if (i > 0) result = rt_writer_ascii(&writer, ", ", 2);
    if (result < 0) break;
    RtValue item = rt_list_get(list, i);
    result = item ? rt_writer_repr(&writer, item) : -1;
    rt_xdecref(item);
  }
  if (result == 0) result = rt_writer_char(&writer, ']');
  if (result == 0) return rt_writer_finish(&writer);
  rt_writer_drop(&writer);
  return NULL;
}

RtStr *rt_list_repr(RtList *list) {
  if (list->length == 0) return rt_str_from_utf8("[]", 2);
  int inside = rt_repr_enter(rt_value(list));
  if (inside) return inside < 0 ? NULL : rt_str_from_utf8("[...]", 5);
  RtStr *result = rt_check_stack() < 0 ? NULL : repr_items(list);
  rt_repr_leave(rt_value(list));
  return result;
}
