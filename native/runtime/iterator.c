/*
 * Iterators over lists, tuples, ranges, anything with __getitem__, and calls of a function. A list's iterator reads the
 * length each time, so it sees growth; an exhausted iterator lets go of what it iterated over and stays exhausted.
 */
#include "iterator.h"
#include "list.h"
#include "range.h"
#include "tuple.h"

typedef struct Cursor {
  RtObject head;
  RtValue source; /* 0: exhausted */
  int64_t index;  /* of the next item */
} Cursor;

typedef struct Numbers {
  RtObject head;
  int64_t next, step, left;
} Numbers;

typedef struct BigNumbers {
  RtObject head;
  RtValue next, step, left;
} BigNumbers;

typedef struct Calls {
  RtObject head;
  RtValue callable, sentinel; /* 0: exhausted */
} Calls;

static RtType list_type, list_reverse_type, tuple_type, calls_type, numbers_type, big_numbers_type;
RtObject rt_exhausted = {RT_IMMORTAL, &rt_type_object};

RtValue rt_next_or_exhausted(RtValue iterator) {
  RtValue item = rt_next(iterator);
  return RT_LIKELY(item) || rt_pending ? item : rt_new_ref(rt_value(&rt_exhausted));
}

static RtValue itself(RtValue v) { return rt_new_ref(v); }

static RtValue new_cursor(RtType *type, RtValue source, int64_t index) {
  Cursor *cursor = rt_alloc(type, sizeof(Cursor));
  if (!cursor) return 0;
  cursor->source = rt_new_ref(source);
  cursor->index = index;
  return rt_value(cursor);
}

static RtValue finish(Cursor *cursor) {
  RtValue source = cursor->source;
  cursor->source = 0;
  rt_xdecref(source);
  return 0;
}

static void cursor_dealloc(RtObject *object) {
  finish((Cursor *)object);
  rt_free_object(object, sizeof(Cursor));
}

static void cursor_traverse(RtObject *object, RtVisit visit, void *context) {
  RtValue source = ((Cursor *)object)->source;
  if (source && !rt_is_small(source)) visit(rt_object(source), context);
}

static RtValue list_next(RtValue v) {
  Cursor *cursor = (Cursor *)rt_object(v);
  if (!cursor->source) return 0;
  RtList *list = (RtList *)rt_object(cursor->source);
  if (cursor->index >= list->length) return finish(cursor);
  return rt_list_get(list, cursor->index++);
}

static RtValue list_previous(RtValue v) {
  Cursor *cursor = (Cursor *)rt_object(v);
  if (!cursor->source) return 0;
  RtList *list = (RtList *)rt_object(cursor->source);
  if (cursor->index < 0 || cursor->index >= list->length) return finish(cursor);
  return rt_list_get(list, cursor->index--);
}

static RtValue tuple_next(RtValue v) {
  Cursor *cursor = (Cursor *)rt_object(v);
  if (!cursor->source) return 0;
  RtTuple *tuple = (RtTuple *)rt_object(cursor->source);
  return cursor->index < tuple->length ? rt_new_ref(tuple->items[cursor->index++]) : finish(cursor);
}

/* The end of a sequence is IndexError, or StopIteration. */
static RtValue sequence_at(Cursor *cursor, int64_t step) {
  if (!cursor->source || cursor->index < 0) return finish(cursor);
  RtValue item = rt_getitem(cursor->source, rt_from_small(cursor->index));
  cursor->index += step;
  if (item) return item;
  if (!rt_pending_is(&rt_exc_IndexError) && !rt_pending_is(&rt_exc_StopIteration)) return 0;
  rt_clear_pending();
  return finish(cursor);
}

static RtValue sequence_next(RtValue v) { return sequence_at((Cursor *)rt_object(v), 1); }
static RtValue sequence_previous(RtValue v) { return sequence_at((Cursor *)rt_object(v), -1); }

static int64_t items_left(Cursor *cursor) {
  if (!cursor->source) return 0;
  const RtType *type = cursor->head.type;
  int64_t length = rt_len(cursor->source);
  if (type == &list_reverse_type || type == &rt_type_reversed) return length > cursor->index || length < 0 ? cursor->index + 1 : 0;
  return length < 0 ? -1 : length > cursor->index ? length - cursor->index : 0;
}

RT_METHOD(cursor_hint) {
  int64_t left = items_left((Cursor *)rt_object(self));
  return left < 0 ? 0 : rt_from_small(left);
}

extern RtBuiltin rt_function_iter;

RtValue rt_iterator_reduced(RtValue callable, RtValue source, RtValue state) {
  RtTuple *args = rt_tuple_from(&source, 1);
  RtValue parts[] = {callable ? callable : rt_value(&rt_function_iter), rt_value(args), state};
  RtTuple *result = args ? rt_tuple_from(parts, state ? 3 : 2) : NULL;
  rt_xdecref(rt_value(args));
  return rt_value(result);
}

int64_t rt_iterator_state(RtValue index, int64_t low, int64_t high) {
  int64_t i;
  if (rt_index(index, &i, true) < 0) return -2;
  return i < low ? low : i > high ? high : i;
}

static bool goes_back(Cursor *cursor) { return cursor->head.type == &list_reverse_type || cursor->head.type == &rt_type_reversed; }

RT_METHOD(cursor_reduce) {
  Cursor *cursor = (Cursor *)rt_object(self);
  RtValue callable = cursor->source && goes_back(cursor) ? rt_value(&rt_type_reversed) : 0;
  if (cursor->source) {
    RtValue index = rt_from_small(cursor->index);
    return rt_iterator_reduced(callable, cursor->source, index);
  }
  bool of_list = cursor->head.type == &list_type || cursor->head.type == &list_reverse_type;
  RtValue empty = of_list ? rt_value(rt_list_new(0)) : rt_value(rt_tuple_new(0));
  RtValue result = empty ? rt_iterator_reduced(0, empty, 0) : 0;
  rt_xdecref(empty);
  return result;
}

RT_METHOD(cursor_setstate) {
  Cursor *cursor = (Cursor *)rt_object(self);
  if (!cursor->source) return rt_none();
  int64_t low = goes_back(cursor) ? -1 : 0, length = cursor->head.type == &rt_type_iterator ? INT64_MAX : rt_len(cursor->source);
  if (length < 0) return 0;
  int64_t index = rt_iterator_state(args[0], low, length + low);
  if (index == -2) return 0;
  cursor->index = index;
  return rt_none();
}

static const RtMethodDef cursor_methods[] = {
    {"__length_hint__", cursor_hint, 0, 0, 0}, {"__reduce__", cursor_reduce, 0, 0, 0}, {"__setstate__", cursor_setstate, 1, 1, 0}, {NULL, NULL, 0, 0, 0}};

RtValue rt_list_iterator(RtValue v) { return new_cursor(&list_type, rt_value(rt_list_of(v)), 0); }
RtValue rt_tuple_iterator(RtValue v) { return new_cursor(&tuple_type, rt_value(rt_tuple_of(v)), 0); }
RtValue rt_iterator_of_sequence(RtValue v) { return new_cursor(&rt_type_iterator, v, 0); }

RtValue rt_list_reverse_iterator(RtValue v) {
  RtList *list = rt_list_of(v);
  return new_cursor(&list_reverse_type, rt_value(list), list->length - 1);
}

RtValue rt_iterator_of_sequence_reversed(RtValue v) {
  int64_t length = rt_len(v);
  return length < 0 ? 0 : new_cursor(&rt_type_reversed, v, length - 1);
}

/* ---- ranges ---- */

static RtValue numbers_next(RtValue v) {
  Numbers *numbers = (Numbers *)rt_object(v);
  if (numbers->left <= 0) return 0;
  numbers->left--;
  int64_t result = numbers->next;
  numbers->next = (int64_t)((uint64_t)result + (uint64_t)numbers->step);
  return rt_int_box(result);
}

static RtValue new_numbers(int64_t start, int64_t step, int64_t length) {
  Numbers *numbers = rt_alloc(&numbers_type, sizeof(Numbers));
  if (!numbers) return 0;
  numbers->next = start, numbers->step = step, numbers->left = length;
  return rt_value(numbers);
}

static RtValue big_numbers_next(RtValue v) {
  BigNumbers *numbers = (BigNumbers *)rt_object(v);
  if (rt_int_compare(numbers->left, rt_from_small(0)) <= 0) return 0;
  RtValue next = rt_int_add(numbers->next, numbers->step), left = next ? rt_int_sub(numbers->left, rt_from_small(1)) : 0;
  if (!left) {
    rt_xdecref(next);
    return 0;
  }
  RtValue result = numbers->next;
  rt_decref(numbers->left);
  numbers->next = next, numbers->left = left;
  return result;
}

static RtValue new_big_numbers(STEAL RtValue start, STEAL RtValue step, RtValue length) {
  BigNumbers *numbers = start && step ? rt_alloc(&big_numbers_type, sizeof(BigNumbers)) : NULL;
  if (!numbers) {
    rt_xdecref(start), rt_xdecref(step);
    return 0;
  }
  numbers->next = start, numbers->step = step, numbers->left = rt_new_ref(length);
  return rt_value(numbers);
}

static void big_numbers_dealloc(RtObject *object) {
  BigNumbers *numbers = (BigNumbers *)object;
  rt_decref(numbers->next), rt_decref(numbers->step), rt_decref(numbers->left);
  rt_free_object(object, sizeof(BigNumbers));
}

RtValue rt_range_iterator(RtValue v) {
  RtRange *range = (RtRange *)rt_object(v);
  int64_t start, step, length;
  if (rt_range_int_parts(range, &start, &step, &length)) return new_numbers(start, step, length);
  return new_big_numbers(rt_new_ref(range->start), rt_new_ref(range->step), range->length);
}

RtValue rt_range_reverse_iterator(RtValue v) {
  RtRange *range = (RtRange *)rt_object(v);
  int64_t start, step, length;
  if (rt_range_int_parts(range, &start, &step, &length) && step != INT64_MIN)
    return new_numbers(length ? start + (length - 1) * step : start, -step, length);
  RtValue less = rt_int_sub(range->length, rt_from_small(1)), span = less ? rt_int_mul(less, range->step) : 0;
  RtValue last = span ? rt_int_add(range->start, span) : 0;
  rt_xdecref(less), rt_xdecref(span);
  return new_big_numbers(last, rt_int_neg(range->step), range->length);
}

RT_METHOD(numbers_hint) { return rt_int_from_i64(((Numbers *)rt_object(self))->left); }
RT_METHOD(big_numbers_hint) { return rt_new_ref(((BigNumbers *)rt_object(self))->left); }

static void numbers_dealloc(RtObject *object) { rt_free_object(object, sizeof(Numbers)); }

/* What is left, as a range. */
static RtValue reduced_numbers(RtValue next, RtValue step, RtValue left) {
  RtValue span = rt_int_mul(step, left), stop = span ? rt_int_add(next, span) : 0;
  RtValue range = stop ? rt_range_new(next, stop, step) : 0;
  RtValue result = range ? rt_iterator_reduced(0, range, RT_NONE) : 0;
  rt_xdecref(span), rt_xdecref(stop), rt_xdecref(range);
  return result;
}
RT_METHOD(big_numbers_reduce) {
  BigNumbers *numbers = (BigNumbers *)rt_object(self);
  return reduced_numbers(numbers->next, numbers->step, numbers->left);
}
RT_METHOD(numbers_reduce) {
  Numbers *numbers = (Numbers *)rt_object(self);
  RtValue next = rt_int_from_i64(numbers->next), step = rt_int_from_i64(numbers->step), left = rt_int_from_i64(numbers->left > 0 ? numbers->left : 0);
  RtValue result = next && step && left ? reduced_numbers(next, step, left) : 0;
  rt_xdecref(next), rt_xdecref(step), rt_xdecref(left);
  return result;
}
RT_METHOD(numbers_setstate) {
  Numbers *numbers = (Numbers *)rt_object(self);
  int64_t index = rt_iterator_state(args[0], 0, numbers->left > 0 ? numbers->left : 0);
  if (index == -2) return 0;
  numbers->next = (int64_t)((uint64_t)numbers->next + (uint64_t)index * (uint64_t)numbers->step);
  numbers->left -= index;
  return rt_none();
}
RT_METHOD(big_numbers_setstate) {
  BigNumbers *numbers = (BigNumbers *)rt_object(self);
  RtValue index = rt_index_value(args[0]);
  if (!index) return 0;
  RtValue zero = rt_from_small(0), used = rt_int_compare(index, zero) < 0 ? zero : rt_int_compare(index, numbers->left) > 0 ? numbers->left : index;
  RtValue span = rt_int_mul(used, numbers->step), next = span ? rt_int_add(numbers->next, span) : 0, left = next ? rt_int_sub(numbers->left, used) : 0;
  rt_xdecref(span);
  rt_decref(index);
  if (!left) {
    rt_xdecref(next);
    return 0;
  }
  rt_decref(numbers->next), rt_decref(numbers->left);
  numbers->next = next, numbers->left = left;
  return rt_none();
}

static const RtMethodDef numbers_methods[] = {
    {"__length_hint__", numbers_hint, 0, 0, 0}, {"__reduce__", numbers_reduce, 0, 0, 0}, {"__setstate__", numbers_setstate, 1, 1, 0}, {NULL, NULL, 0, 0, 0}};
static const RtMethodDef big_numbers_methods[] = {
    {"__length_hint__", big_numbers_hint, 0, 0, 0}, {"__reduce__", big_numbers_reduce, 0, 0, 0}, {"__setstate__", big_numbers_setstate, 1, 1, 0},
    {NULL, NULL, 0, 0, 0}};

/* ---- iter(callable, sentinel) ---- */

RtValue rt_callable_iterator(RtValue callable, RtValue sentinel) {
  Calls *calls = rt_alloc(&calls_type, sizeof(Calls));
  if (!calls) return 0;
  calls->callable = rt_new_ref(callable);
  calls->sentinel = rt_new_ref(sentinel);
  return rt_value(calls);
}

static void calls_clear(RtObject *object) {
  Calls *calls = (Calls *)object;
  RtValue callable = calls->callable, sentinel = calls->sentinel;
  calls->callable = calls->sentinel = 0;
  rt_xdecref(callable), rt_xdecref(sentinel);
}

static void calls_dealloc(RtObject *object) {
  calls_clear(object);
  rt_free_object(object, sizeof(Calls));
}

static void calls_traverse(RtObject *object, RtVisit visit, void *context) {
  Calls *calls = (Calls *)object;
  if (calls->callable && !rt_is_small(calls->callable)) visit(rt_object(calls->callable), context);
  if (calls->sentinel && !rt_is_small(calls->sentinel)) visit(rt_object(calls->sentinel), context);
}

static RtValue calls_next(RtValue v) {
  Calls *calls = (Calls *)rt_object(v);
  if (!calls->callable) return 0;
  RtValue result = rt_call(calls->callable, NULL, 0, NULL);
  if (!result) {
    if (rt_pending_is(&rt_exc_StopIteration)) {
      rt_clear_pending();
      calls_clear(&calls->head);
    }
    return 0;
  }
  int equal = calls->sentinel ? rt_equal(calls->sentinel, result) : 1;
  if (equal == 0) return result;
  rt_decref(result);
  if (equal > 0) calls_clear(&calls->head);
  return 0;
}

RT_METHOD(calls_reduce) {
  Calls *calls = (Calls *)rt_object(self);
  RtTuple *given = calls->callable ? rt_tuple_pair(calls->callable, calls->sentinel) : rt_tuple_new(0);
  if (!given) return 0;
  RtValue empty = rt_value(given);
  RtTuple *whole = calls->callable ? RT_NEW_REF(given) : rt_tuple_from(&empty, 1);
  RtTuple *result = whole ? rt_tuple_pair(rt_value(&rt_function_iter), rt_value(whole)) : NULL;
  rt_xdecref(rt_value(whole));
  rt_decref_object(given);
  return rt_value(result);
}
static const RtMethodDef calls_methods[] = {{"__reduce__", calls_reduce, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

/* ---- types ---- */

#define ITERATOR(text, layout, next_function)                                                                        \
  .head = RT_STATIC_HEAD, .name = text, .instance_size = sizeof(layout), .base = &rt_type_object, .iter = itself, .next = next_function
#define CURSOR(text, next_function)                                                                                  \
  ITERATOR(text, Cursor, next_function), .dealloc = cursor_dealloc, .traverse = cursor_traverse, .methods = cursor_methods

RT_METHOD(reversed_construct) {
  if (rt_no_keywords("reversed", kwnames) < 0 || rt_count_args("reversed", nargs, 1, 1) < 0) return 0;
  return rt_reversed_new(args[0]);
}

static RtType list_type = {CURSOR("list_iterator", list_next), .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS};
static RtType list_reverse_type = {CURSOR("list_reverseiterator", list_previous), .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS};
static RtType tuple_type = {CURSOR("tuple_iterator", tuple_next), .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS};
RtType rt_type_iterator = {CURSOR("iterator", sequence_next), .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS};
RtType rt_type_reversed = {CURSOR("reversed", sequence_previous), .flags = RT_TYPE_CYCLIC, .construct = reversed_construct};
static RtType calls_type = {ITERATOR("callable_iterator", Calls, calls_next), .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                            .dealloc = calls_dealloc, .traverse = calls_traverse, .clear = calls_clear, .methods = calls_methods};
static RtType numbers_type = {ITERATOR("range_iterator", Numbers, numbers_next), .flags = RT_TYPE_NO_SUBCLASS,
                              .dealloc = numbers_dealloc, .methods = numbers_methods};
static RtType big_numbers_type = {ITERATOR("longrange_iterator", BigNumbers, big_numbers_next), .flags = RT_TYPE_NO_SUBCLASS,
                                  .dealloc = big_numbers_dealloc, .methods = big_numbers_methods};

/* ---- iterators in the middle of their way, for compiled code that kept the state in registers ---- */

RtValue rt_list_iterator_at(RtList *list, int64_t index) {
  RtValue iterator = rt_iter(rt_value(list));
  if (iterator) ((Cursor *)rt_object(iterator))->index = index;
  return iterator;
}

RtValue rt_str_iterator_at(RtStr *text, int64_t index) {
  RtValue iterator = rt_iterator_of_sequence(rt_value(text));
  if (iterator) ((Cursor *)rt_object(iterator))->index = index;
  return iterator;
}
