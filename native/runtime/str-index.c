/*
 * Indexing, slicing and iterating strings.
 */
#include "iterator.h"
#include "str.h"

uint32_t rt_str_point(const RtStr *s, int64_t index) {
  assert(0 <= index && index < s->length);
  return rt_str_at(s, index);
}

RtStr *rt_str_char(RtStr *s, int64_t index) {
  assert(0 <= index && index < s->length);
  return rt_str_from_char(rt_str_at(s, index));
}

static RT_COLD int64_t raise_index(void) {
  rt_raise_string(&rt_exc_IndexError, "string index out of range");
  return -1;
}

RtStr *rt_str_getitem(RtStr *s, int64_t index) {
  if (index < 0) index += s->length;
  if (RT_UNLIKELY((uint64_t)index >= (uint64_t)s->length)) {
    raise_index();
    return NULL;
  }
  return rt_str_from_char(rt_str_at(s, index));
}

int64_t rt_str_ord_at(RtStr *s, int64_t index) {
  if (index < 0) index += s->length;
  if (RT_UNLIKELY((uint64_t)index >= (uint64_t)s->length)) return raise_index();
  return rt_str_at(s, index);
}

static int64_t clamp(int64_t index, int64_t length, int64_t low, int64_t high) {
  if (index < 0) {
    index += length;
    return index < low ? low : index;
  }
  return index > high ? high : index;
}

static RtStr *pick(const RtStr *s, int64_t start, int64_t step, int64_t count) {
  uint32_t all = 0;
  if (count == 0) return RT_NEW_REF(rt_str_empty);
  if (count == 1) return rt_str_from_char(rt_str_at(s, start));
  if (!s->ascii)
    for (int64_t i = 0; i < count; i++) all |= rt_str_at(s, start + i * step);
  RtStr *result = rt_str_new(count, rt_str_kind_for(all));
  if (!result) return NULL;
  result->ascii = all < 128;
  if (s->kind == 1)
    for (int64_t i = 0; i < count; i++) result->data[i] = s->data[start + i * step];
  else
    for (int64_t i = 0; i < count; i++) rt_str_put(result, i, rt_str_at(s, start + i * step));
  return result;
}

RtStr *rt_str_slice(RtStr *s, int64_t start, int64_t stop, int64_t step) {
  int64_t length = s->length;
  if (RT_LIKELY(step == 1)) {
    start = clamp(start, length, 0, length);
    stop = clamp(stop, length, 0, length);
    return rt_str_substring(s, start, stop < start ? start : stop);
  }
  if (step == 0) return (RtStr *)rt_object(rt_raise_string(&rt_exc_ValueError, "slice step cannot be zero"));
  if (step > 0) {
    start = clamp(start, length, 0, length);
    stop = clamp(stop, length, 0, length);
    return pick(s, start, step, start < stop ? (stop - start - 1) / step + 1 : 0);
  }
  if (step == INT64_MIN) step = -INT64_MAX;
  start = clamp(start, length, -1, length - 1);
  stop = clamp(stop, length, -1, length - 1);
  return pick(s, start, step, stop < start ? (start - stop - 1) / -step + 1 : 0);
}

RtValue rt_str_subscript(RtValue self, RtValue key) {
  RtStr *s = rt_str_of(self);
  if (RT_LIKELY(rt_is_small(key))) return rt_value(rt_str_getitem(s, rt_small(key)));
  if (rt_object(key)->type == &rt_type_slice) {
    int64_t start, stop, step, count;
    if (rt_slice_indices((RtSlice *)rt_object(key), s->length, &start, &stop, &step, &count) < 0) return 0;
    if (step == 1) return rt_value(rt_str_substring(s, start, start + count));
    return rt_value(pick(s, start, step, count));
  }
  int64_t index;
  if (!rt_str_is_index(key)) return rt_raise_type_of("string indices must be integers, not '%s'", key);
  if (rt_index(key, &index, false) < 0) return 0;
  return rt_value(rt_str_getitem(s, index));
}

/* ---- iterator ---- */
typedef struct RtStrIterator {
  RtObject head;
  RtStr *str /* NULL: exhausted */;
  int64_t index;
} RtStrIterator;

static void iterator_dealloc(RtObject *object) {
  rt_str_release(((RtStrIterator *)object)->str);
  rt_free_object(object, sizeof(RtStrIterator));
}

static RtValue iterator_next(RtValue self) {
  RtStrIterator *it = (RtStrIterator *)rt_object(self);
  if (!it->str) return 0;
  if (RT_LIKELY(it->index < it->str->length))
    return rt_value(rt_str_from_char(rt_str_at(it->str, it->index++)));
  rt_decref_object(it->str);
  it->str = NULL;
  return 0;
}

static RtValue iterator_length_hint(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)args, (void)nargs, (void)kwnames;
  RtStrIterator *it = (RtStrIterator *)rt_object(self);
  return rt_from_small(it->str ? it->str->length - it->index : 0);
}

RT_METHOD(iterator_reduce) {
  RtStrIterator *it = (RtStrIterator *)rt_object(self);
  return it->str ? rt_iterator_reduced(0, rt_value(it->str), rt_from_small(it->index)) : rt_iterator_reduced(0, rt_value(rt_name("")), 0);
}
RT_METHOD(iterator_setstate) {
  RtStrIterator *it = (RtStrIterator *)rt_object(self);
  int64_t index = rt_iterator_state(args[0], 0, it->str ? it->str->length : 0);
  if (index == -2) return 0;
  if (it->str) it->index = index;
  return rt_none();
}

static const RtMethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, 0}, {"__reduce__", iterator_reduce, 0, 0, 0}, {"__setstate__", iterator_setstate, 1, 1, 0}, {0}};

#define ITERATOR_TYPE(symbol, type_name)                          \
  static RtType symbol = {.head = {RT_IMMORTAL, &rt_type_type},   \
                          .name = type_name,                      \
                          .flags = RT_TYPE_NO_SUBCLASS,           \
                          .instance_size = sizeof(RtStrIterator), \
                          .base = &rt_type_object,                \
                          .dealloc = iterator_dealloc,            \
                          .iter = rt_new_ref,                     \
                          .next = iterator_next,                  \
                          .methods = iterator_methods}
ITERATOR_TYPE(ascii_iterator_type, "str_ascii_iterator");
ITERATOR_TYPE(iterator_type, "str_iterator");

RtValue rt_str_iter(RtValue self) {
  RtStr *s = rt_str_of(self);
  RtStrIterator *it = rt_alloc(rt_str_is_ascii(s) ? &ascii_iterator_type : &iterator_type, sizeof *it);
  if (!it) return 0;
  it->str = RT_NEW_REF(s);
  return rt_value(it);
}
