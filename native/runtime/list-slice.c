/*
 * Lists: whole stretches of elements. Slices read, written and deleted, concatenation, repetition, extend.
 */
#include "list.h"

/* Copies `count` elements of source from `start` on into target at `to`; same kind, room made already. */
static void copy_elements(RtList *target, int64_t to, const RtList *source, int64_t start, int64_t count) {
  assert(target->kind == source->kind && to + count <= target->capacity);
  if (count == 0) return;
  memcpy(rt_list_at(target, to), rt_list_at(source, start), (size_t)(count * rt_list_unit(source->kind)));
  if (source->kind == RT_LIST_VALUE)
    for (int64_t i = 0; i < count; i++) rt_incref(source->items.values[start + i]);
}

RtList *rt_list_slice(RtList *list, int64_t start, int64_t step, int64_t count) {
  RtList *result = rt_list_new_kind(list->kind, count);
  if (!result) return NULL;
  if (step == 1) copy_elements(result, 0, list, start, count);
  else
    for (int64_t i = 0; i < count; i++) copy_elements(result, i, list, start + i * step, 1);
  result->length = count;
  return result;
}

RtList *rt_list_copy(RtList *list) { return rt_list_slice(list, 0, 1, list->length); }

/* Appends elements start.. of source, whatever the kinds; the caller's source stays as it is. */
static int append_elements(RtList *list, RtList *source, int64_t count) {
  if (count == 0) return 0;
  if (list->length == 0 && list->kind != source->kind) rt_list_become(list, source->kind);
  if (list->kind != source->kind && rt_list_generalise(list) < 0) return -1;
  int64_t need = list->length + count, roomy = list->capacity + (list->capacity >> 1);
  if (need > list->capacity && rt_list_reserve(list, need > roomy ? need : roomy) < 0) return -1;
  if (list->kind == source->kind) copy_elements(list, list->length, source, 0, count);
  else
    for (int64_t i = 0; i < count; i++)
      if (!(list->items.values[list->length + i] = rt_list_get(source, i))) {
        while (i-- > 0) rt_decref(list->items.values[list->length + i]);
        return -1;
      }
  list->length += count;
  return 0;
}

RtList *rt_list_concat(RtList *a, RtList *b) {
  RtList *result = rt_list_new_kind(a->length ? a->kind : b->kind, a->length + b->length);
  if (!result) return NULL;
  if (append_elements(result, a, a->length) == 0 && append_elements(result, b, b->length) == 0) return result;
  rt_decref_object(result);
  return NULL;
}

static bool too_long(int64_t length, int64_t count) { return length > 0 && count > RT_LENGTH_MAX / length; }

/* Small ints among RtValues carry no count; the others get one for each copy. */
static void count_copies(RtList *list, int64_t length, int64_t copies) {
  if (list->kind != RT_LIST_VALUE) return;
  for (int64_t i = 0; i < length; i++)
    if (!rt_is_small(list->items.values[i])) rt_object(list->items.values[i])->refcount += copies;
}

/* Repeats the first `length` elements until the list has count times as many; the buffer has room. */
static void fill_by_doubling(RtList *list, int64_t length, int64_t count) {
  int64_t total = length * count, unit = rt_list_unit(list->kind);
  count_copies(list, length, count - 1);
  for (int64_t done = length; done < total;) {
    int64_t part = done < total - done ? done : total - done;
    memcpy(rt_list_at(list, done), list->items.any, (size_t)(part * unit));
    done += part;
  }
  list->length = total;
}

RtList *rt_list_repeat(RtList *list, int64_t count) {
  if (count < 0) count = 0;
  if (too_long(list->length, count)) return (RtList *)rt_object(rt_raise_memory());
  RtList *result = rt_list_new_kind(list->kind, list->length * count);
  if (!result || count == 0 || list->length == 0) return result;
  copy_elements(result, 0, list, 0, list->length);
  fill_by_doubling(result, list->length, count);
  return result;
}

int rt_list_repeat_inplace(RtList *list, int64_t count) {
  if (count <= 0) {
    rt_list_clear(list);
    return 0;
  }
  if (too_long(list->length, count)) {
    rt_raise_memory();
    return -1;
  }
  if (list->length == 0 || count == 1) return 0;
  if (rt_list_reserve(list, list->length * count) < 0) return -1;
  fill_by_doubling(list, list->length, count);
  return 0;
}

static RtList *new_filled(int64_t kind, int64_t count) {
  RtList *list = rt_list_new_kind(kind, count > 0 ? count : 0);
  if (list) list->length = count > 0 ? count : 0;
  return list;
}

RtList *rt_list_repeat_int(int64_t v, int64_t count) {
  RtList *list = new_filled(RT_LIST_INT, count);
  if (!list) return NULL;
  if (v == 0 && list->length) memset(list->items.ints, 0, (size_t)list->length * sizeof(int64_t));
  else
    for (int64_t i = 0; i < list->length; i++) list->items.ints[i] = v;
  return list;
}

RtList *rt_list_repeat_float(double v, int64_t count) {
  RtList *list = new_filled(RT_LIST_FLOAT, count);
  if (list)
    for (int64_t i = 0; i < list->length; i++) list->items.floats[i] = v;
  return list;
}

RtList *rt_list_repeat_bool(bool v, int64_t count) {
  RtList *list = new_filled(RT_LIST_BOOL, count);
  if (list && list->length) memset(list->items.bools, v, (size_t)list->length);
  return list;
}

RtList *rt_list_repeat_value(RtValue v, int64_t count) {
  switch (rt_list_kind_of(v)) {
  case RT_LIST_INT: {
    int64_t i = 0;
    rt_int_to_i64(v, &i);
    return rt_list_repeat_int(i, count);
  }
  case RT_LIST_FLOAT: return rt_list_repeat_float(((RtFloat *)rt_object(v))->value, count);
  case RT_LIST_BOOL: return rt_list_repeat_bool(v == RT_TRUE, count);
  default: break;
  }
  RtList *list = new_filled(RT_LIST_VALUE, count);
  if (!list || list->length == 0) return list;
  rt_object(v)->refcount += list->length;
  for (int64_t i = 0; i < list->length; i++) list->items.values[i] = v;
  return list;
}

/* Makes list and source hold elements the same way. A source that must change is copied first; *owned is that copy. */
static int match_kinds(RtList *list, RtList **source, RtList **owned) {
  *owned = NULL;
  if (*source == list && !(*source = *owned = rt_list_copy(list))) return -1;
  if (list->kind == (*source)->kind) return 0;
  if (list->length == 0) {
    rt_list_become(list, (*source)->kind);
    return 0;
  }
  if (rt_list_generalise(list) < 0) return -1;
  if ((*source)->kind == RT_LIST_VALUE) return 0;
  if (!*owned && !(*source = *owned = rt_list_copy(*source))) return -1;
  return rt_list_generalise(*owned);
}

static void release(RtValue *values, int64_t count) {
  for (int64_t i = 0; i < count; i++) rt_decref(values[i]);
}

/* The list is whole again before the removed elements are released: that may run a program's code. */
static int replace_matched(RtList *list, int64_t start, int64_t removed, RtList *source) {
  int64_t added = source ? source->length : 0, length = list->length, unit = rt_list_unit(list->kind);
  RtValue few[8], *dying = few;
  bool counted = list->kind == RT_LIST_VALUE && removed > 0;
  if (added > removed && rt_list_reserve(list, length + added - removed) < 0) return -1;
  if (counted) {
    uint64_t size = (uint64_t)removed * sizeof(RtValue);
    if (removed > 8 && !(dying = rt_buffer_alloc(size))) return -1;
    memcpy(dying, list->items.values + start, size);
  }
  int64_t tail = length - start - removed;
  if (added != removed && tail > 0) memmove(rt_list_at(list, start + added), rt_list_at(list, start + removed), (size_t)(tail * unit));
  if (added) copy_elements(list, start, source, 0, added);
  list->length = length + added - removed;
  if (!counted) return 0;
  release(dying, removed);
  if (dying != few) rt_buffer_free(dying, (uint64_t)removed * sizeof(RtValue));
  return 0;
}

int rt_list_replace(RtList *list, int64_t start, int64_t removed, RtList *source) {
  assert(start >= 0 && removed >= 0 && start + removed <= list->length);
  if (!source || source->length == 0) return replace_matched(list, start, removed, NULL);
  RtList *owned;
  int result = match_kinds(list, &source, &owned);
  if (result == 0) result = replace_matched(list, start, removed, source);
  if (owned) rt_decref_object(owned);
  return result;
}

/* Removes every step-th element, count of them, from start on. */
static int delete_stepped(RtList *list, int64_t start, int64_t step, int64_t count) {
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  RtList *removed = rt_list_slice(list, start, step, count);
  if (!removed) return -1;
  if (list->kind == RT_LIST_VALUE) /* the slice keeps them alive until the list is whole again */
    for (int64_t i = 0; i < count; i++) rt_decref(list->items.values[start + i * step]);
  int64_t unit = rt_list_unit(list->kind), to = start;
  for (int64_t i = 0; i < count; i++) {
    int64_t from = start + i * step + 1, until = i + 1 < count ? from + step - 1 : list->length;
    memmove(rt_list_at(list, to), rt_list_at(list, from), (size_t)((until - from) * unit));
    to += until - from;
  }
  list->length -= count;
  rt_decref_object(removed);
  return 0;
}

static int set_stepped(RtList *list, int64_t start, int64_t step, int64_t count, RtList *source) {
  if (source->length != count) {
    rt_raise_format(&rt_exc_ValueError, "attempt to assign sequence of size %lld to extended slice of size %lld",
                    (long long)source->length, (long long)count);
    return -1;
  }
  RtList *owned;
  if (count == 0) return 0;
  RtList *old = rt_list_slice(list, start, step, count); /* keeps the replaced elements until the end */
  if (!old) return -1;
  int result = match_kinds(list, &source, &owned);
  for (int64_t i = 0; result == 0 && i < count; i++) {
    if (list->kind == RT_LIST_VALUE) rt_decref(list->items.values[start + i * step]);
    copy_elements(list, start + i * step, source, i, 1);
  }
  if (owned) rt_decref_object(owned);
  rt_decref_object(old);
  return result;
}

/* What is assigned to a slice, as a list: itself when it is one. */
static RtList *slice_source(RtValue v) {
  if (rt_typeof(v) == &rt_type_list) return RT_NEW_REF((RtList *)rt_object(v));
  RtValue items = rt_is_list(v) || rt_is_tuple(v) ? rt_new_ref(v) : rt_iter(v); /* of which the length is not asked */
  RtList *source = items ? rt_list_from_iterable(items) : NULL;
  rt_xdecref(items);
  if (!source && rt_pending_is(&rt_exc_TypeError) && !rt_typeof(v)->iter) {
    rt_clear_pending();
    rt_raise_string(&rt_exc_TypeError, "must assign iterable to extended slice");
  }
  return source;
}

int rt_list_set_slice(RtList *list, RtSlice *slice, RtValue v /* 0: delete */) {
  RtList *source = NULL;
  int64_t start, stop, step;
  if (rt_slice_unpack(slice, &start, &stop, &step) < 0 || (v && !(source = slice_source(v)))) return -1;
  int64_t count = rt_slice_adjust(list->length, &start, &stop, step);
  int result = 0;
  if (step == 1) result = rt_list_replace(list, start, count, source);
  else if (source) result = set_stepped(list, start, step, count, source);
  else if (count > 0) result = delete_stepped(list, start, step, count);
  if (source) rt_decref_object(source);
  return result;
}

static int extend_tuple(RtList *list, const RtTuple *tuple) {
  if (rt_list_reserve(list, list->length + tuple->length) < 0) return -1;
  for (int64_t i = 0; i < tuple->length; i++)
    if (rt_list_append(list, tuple->items[i]) < 0) return -1;
  return 0;
}

/* A range whose numbers fit 64 bits. */
static int extend_range(RtList *list, int64_t start, int64_t step, int64_t count) {
  if (rt_list_reserve(list, list->length + count) < 0) return -1;
  if (list->kind == RT_LIST_INT) {
    for (int64_t i = 0; i < count; i++) list->items.ints[list->length + i] = start + i * step;
    list->length += count;
    return 0;
  }
  for (int64_t i = 0; i < count; i++)
    if (rt_list_append_int(list, start + i * step) < 0) return -1;
  return 0;
}

static int extend_iterator(RtList *list, RtValue iterable) {
  RtValue iterator = rt_iter(iterable);
  if (!iterator) return -1;
  int result = rt_ask_length(iterable);
  for (RtValue item; result == 0 && (item = rt_next(iterator));) result = rt_list_append_steal(list, item);
  rt_decref(iterator);
  return rt_pending ? -1 : result;
}

int rt_list_extend(RtList *list, RtValue iterable) {
  const RtType *type = rt_typeof(iterable);
  if (type == &rt_type_list) {
    RtList *source = (RtList *)rt_object(iterable);
    return append_elements(list, source, source->length);
  }
  if (type == &rt_type_tuple) return extend_tuple(list, (RtTuple *)rt_object(iterable));
  if (type == &rt_type_range) {
    RtRange *range = (RtRange *)rt_object(iterable);
    if (rt_is_small(range->start) && rt_is_small(range->stop) && rt_is_small(range->step) && rt_is_small(range->length)) {
      if (list->length == 0 && list->kind != RT_LIST_INT) rt_list_become(list, RT_LIST_INT);
      return extend_range(list, rt_small(range->start), rt_small(range->step), rt_small(range->length));
    }
    int64_t count = rt_len(iterable); /* there may be no end in sight */
    if (count < 0 || rt_list_reserve(list, count > RT_LENGTH_MAX ? RT_LENGTH_MAX + 1 : list->length + count) < 0) return -1;
  }
  return extend_iterator(list, iterable);
}

/* [*iterable] */
int rt_list_extend_star(RtList *list, RtValue iterable) {
  if (rt_list_extend(list, iterable) == 0) return 0;
  const RtType *type = rt_typeof(iterable);
  if (!rt_pending_is(&rt_exc_TypeError) || type->iter || type->getitem) return -1;
  rt_clear_pending();
  rt_raise_type_of("Value after * must be an iterable, not %s", iterable);
  return -1;
}

RtList *rt_list_from_iterable(RtValue iterable) {
  RtList *list = rt_list_new(0);
  if (!list || rt_list_extend(list, iterable) == 0) return list;
  rt_decref_object(list);
  return NULL;
}
