/*
 * Lists: methods, operators and the type.
 */
#include "type.h"
#include "list.h"

RT_METHOD(list_append) { return rt_list_append(rt_list_of(self), args[0]) < 0 ? 0 : rt_none(); }
RT_METHOD(list_extend) { return rt_list_extend(rt_list_of(self), args[0]) < 0 ? 0 : rt_none(); }

RT_METHOD(list_insert) {
  int64_t index;
  if (rt_index_argument(args[0], &index) < 0) return 0;
  return rt_list_insert(rt_list_of(self), index, args[1]) < 0 ? 0 : rt_none();
}

RT_METHOD(list_pop) {
  int64_t index = -1;
  if (nargs == 0) return rt_list_pop_last(rt_list_of(self));
  if (rt_index_argument(args[0], &index) < 0) return 0;
  return rt_list_pop(rt_list_of(self), index);
}

RT_METHOD(list_remove) {
  RtList *list = rt_list_of(self);
  int64_t i = rt_list_find(list, args[0], 0, list->length);
  if (i == -2) return 0;
  if (i == -1) return rt_raise_string(&rt_exc_ValueError, "list.remove(x): x not in list");
  return i < list->length && rt_list_replace(list, i, 1, NULL) < 0 ? 0 : rt_none();
}

RT_METHOD(list_clear) {
  rt_list_clear(rt_list_of(self));
  return rt_none();
}

RT_METHOD(list_index) {
  RtList *list = rt_list_of(self);
  int64_t start = 0, stop = list->length;
  if (nargs > 1 && rt_slice_bound(args[1], list->length, &start) < 0) return 0;
  if (nargs > 2 && rt_slice_bound(args[2], list->length, &stop) < 0) return 0;
  int64_t i = rt_list_find(list, args[0], start, stop);
  if (i >= 0) return rt_from_small(i);
  if (i == -2) return 0;
  return rt_raise_repr(&rt_exc_ValueError, "%s is not in list", args[0]);
}

RT_METHOD(list_count) {
  RtList *list = rt_list_of(self);
  int64_t count = 0;
  for (int64_t i = 0; (i = rt_list_find(list, args[0], i, list->length)) >= 0; i++) count++;
  return rt_pending ? 0 : rt_from_small(count);
}

RT_METHOD(list_reverse) {
  rt_list_reverse(rt_list_of(self));
  return rt_none();
}

RT_METHOD(list_copy) { return rt_value(rt_list_copy(rt_list_of(self))); }

RT_METHOD(list_sort) {
  static const char *const names[] = {"key", "reverse", NULL};
  RtValue given[2] = {0, 0};
  if (nargs > 0) return rt_raise_string(&rt_exc_TypeError, "sort() takes no positional arguments");
  if (rt_parse_args("sort", names, 0, 0, args, nargs, kwnames, given) < 0) return 0;
  int reverse = given[1] ? rt_truth(given[1]) : 0;
  if (reverse < 0) return 0;
  return rt_list_sort(rt_list_of(self), given[0], reverse) < 0 ? 0 : rt_none();
}

RT_METHOD(list_init) {
  RtList *list = rt_list_of(self);
  const RtType *type = rt_typeof(self);
  if (!(rt_is_class(type) && ((const RtClass *)type)->new) && rt_no_keywords("list", kwnames) < 0) return 0;
  if (rt_count_args("list", nargs, 0, 1) < 0) return 0;
  rt_list_clear(list);
  return nargs > 0 && rt_list_extend(list, args[0]) < 0 ? 0 : rt_none();
}

RT_METHOD(list_construct) {
  if (rt_object(self) != (RtObject *)&rt_type_list) return rt_instance_around((RtType *)rt_object(self), rt_value(rt_list_new(0)));
  if (rt_no_keywords("list", kwnames) < 0 || rt_count_args("list", nargs, 0, 1) < 0) return 0;
  return rt_value(nargs ? rt_list_from_iterable(args[0]) : rt_list_new(0));
}

static RtValue list_repr(RtValue v) { return rt_value(rt_list_repr(rt_list_of(v))); }
static int list_truth(RtValue v) { return rt_list_of(v)->length != 0; }
static int64_t list_length(RtValue v) { return rt_list_of(v)->length; }
static int list_contains(RtValue v, RtValue item) { return rt_list_contains(rt_list_of(v), item); }

static RtSlice *slice_of(RtValue v) { return rt_typeof(v) == &rt_type_slice ? (RtSlice *)rt_object(v) : NULL; }

static int raise_bad_index(RtValue key) {
  rt_raise_type_of("list indices must be integers or slices, not %s", key);
  return -1;
}

static RtValue list_getitem(RtValue v, RtValue key) {
  RtList *list = rt_list_of(v);
  int64_t start, stop, step;
  if (rt_is_small(key)) return rt_list_getitem_index(list, rt_small(key));
  if (slice_of(key)) {
    if (rt_slice_unpack(slice_of(key), &start, &stop, &step) < 0) return 0;
    int64_t count = rt_slice_adjust(list->length, &start, &stop, step);
    return rt_value(rt_list_slice(list, start, step, count));
  }
  if (!rt_is_int(key) && !rt_has_index(key)) return raise_bad_index(key), 0;
  return rt_index(key, &start, false) < 0 ? 0 : rt_list_getitem_index(list, start);
}

static int list_setitem(RtValue v, RtValue key, RtValue value) {
  RtList *list = rt_list_of(v);
  int64_t index;
  if (rt_is_small(key)) index = rt_small(key);
  else if (slice_of(key)) return rt_list_set_slice(list, slice_of(key), value);
  else if (!rt_is_int(key) && !rt_has_index(key)) return raise_bad_index(key);
  else if (rt_index(key, &index, false) < 0) return -1;
  return value ? rt_list_setitem_index(list, index, value) : rt_list_delitem_index(list, index);
}

static RtValue list_add(RtValue a, RtValue b) {
  if (!rt_is_list(a) || !rt_is_list(b)) return rt_notimplemented();
  return rt_value(rt_list_concat(rt_list_of(a), rt_list_of(b)));
}

/* The other operand of * as a count: 1, 0: it isn't an index at all, -1: raised. */
static int repeat_count(RtValue v, int64_t *count) {
  if (rt_is_small(v)) return *count = rt_small(v), 1;
  if (!rt_is_int(v) && !rt_has_index(v)) return 0;
  return rt_repeat_count(v, count) < 0 ? -1 : 1;
}

static RtValue list_mul(RtValue a, RtValue b) {
  RtValue list = rt_is_list(a) ? a : b;
  int64_t count;
  int counted = repeat_count(list == a ? b : a, &count);
  if (counted <= 0) return counted < 0 ? 0 : rt_notimplemented();
  return rt_value(rt_list_repeat(rt_list_of(list), count));
}

static RtValue list_inplace_add(RtValue a, RtValue b) {
  return rt_list_extend(rt_list_of(a), b) < 0 ? 0 : rt_new_ref(a);
}

static RtValue list_inplace_mul(RtValue a, RtValue b) {
  int64_t count;
  int counted = repeat_count(b, &count);
  if (counted <= 0) return counted < 0 ? 0 : rt_notimplemented();
  return rt_list_repeat_inplace(rt_list_of(a), count) < 0 ? 0 : rt_new_ref(a);
}

static void list_dealloc(RtObject *object) {
  rt_list_clear((RtList *)object);
  rt_free_object(object, sizeof(RtList));
}

static void list_traverse(RtObject *object, RtVisit visit, void *context) {
  RtList *list = (RtList *)object;
  if (list->kind != RT_LIST_VALUE) return;
  for (int64_t i = 0; i < list->length; i++)
    if (!rt_is_small(list->items.values[i])) visit(rt_object(list->items.values[i]), context);
}

static void list_drop(RtObject *object) { rt_list_clear((RtList *)object); }

RT_METHOD(list_reversed) { return rt_list_reverse_iterator(self); }

const RtMethodDef rt_list_methods[] = {
    {"append", list_append, 1, 1, 0},
    {"extend", list_extend, 1, 1, 0},
    {"insert", list_insert, 2, 2, 0},
    {"pop", list_pop, 0, 1, 0},
    {"remove", list_remove, 1, 1, 0},
    {"clear", list_clear, 0, 0, 0},
    {"index", list_index, 1, 3, 0},
    {"count", list_count, 1, 1, 0},
    {"reverse", list_reverse, 0, 0, 0},
    {"copy", list_copy, 0, 0, 0},
    {"sort", list_sort, 0, -1, RT_METHOD_KEYWORDS},
    {"__init__", list_init, 0, -1, RT_METHOD_KEYWORDS},
    {"__reversed__", list_reversed, 0, 0, 0},
    {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_list = {
    .head = RT_STATIC_HEAD,
    .name = "list",
    .flags = RT_TYPE_LIST | RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE,
    .instance_size = sizeof(RtList),
    .base = &rt_type_object,
    .dealloc = list_dealloc,
    .traverse = list_traverse,
    .clear = list_drop,
    .repr = list_repr,
    .iter = rt_list_iterator,
    .compare = rt_list_compare,
    .truth = list_truth,
    .length = list_length,
    .getitem = list_getitem,
    .setitem = list_setitem,
    .contains = list_contains,
    .binary = {[RT_ADD] = list_add, [RT_MUL] = list_mul},
    .inplace = {[RT_ADD] = list_inplace_add, [RT_MUL] = list_inplace_mul},
    .construct = list_construct,
    .methods = rt_list_methods,
};
