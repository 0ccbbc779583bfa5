/*
 * Range objects of any ints. Everything has a path on 64-bit ints first.
 */
#include "range.h"
#include "tuple.h"

int64_t rt_range_count(int64_t start, int64_t stop, int64_t step) {
  assert(step != 0);
  uint64_t distance, stride = step > 0 ? (uint64_t)step : 0 - (uint64_t)step;
  if (step > 0) {
    if (start >= stop) return 0;
    distance = (uint64_t)stop - (uint64_t)start;
  } else {
    if (start <= stop) return 0;
    distance = (uint64_t)start - (uint64_t)stop;
  }
  uint64_t count = (distance - 1) / stride + 1;
  return count > INT64_MAX ? -1 : (int64_t)count;
}

/* All consumed; length 0: raised already. */
static RtValue make(STEAL RtValue start, STEAL RtValue stop, STEAL RtValue step, STEAL RtValue length) {
  RtRange *range = start && stop && step && length ? rt_alloc(&rt_type_range, sizeof(RtRange)) : NULL;
  if (!range) {
    rt_xdecref(start), rt_xdecref(stop), rt_xdecref(step), rt_xdecref(length);
    return 0;
  }
  range->start = start, range->stop = stop, range->step = step, range->length = length;
  return rt_value(range);
}

/* (stop - start - sign) // step + 1 where that is positive. */
static RtValue big_length(RtValue start, RtValue stop, RtValue step) {
  bool up = rt_int_compare(step, rt_from_small(0)) > 0;
  int order = rt_int_compare(start, stop);
  if (up ? order >= 0 : order <= 0) return rt_from_small(0);
  RtValue distance = rt_int_sub(stop, start);
  RtValue less = distance ? rt_int_sub(distance, rt_from_small(up ? 1 : -1)) : 0;
  RtValue quotient = less ? rt_int_floordiv(less, step) : 0;
  RtValue result = quotient ? rt_int_add(quotient, rt_from_small(1)) : 0;
  rt_xdecref(distance), rt_xdecref(less), rt_xdecref(quotient);
  return result;
}

RtValue rt_range_new_int(int64_t start, int64_t stop, int64_t step) {
  int64_t count = rt_range_count(start, stop, step);
  RtValue a = rt_int_box(start), b = rt_int_box(stop), c = rt_int_box(step);
  return make(a, b, c, count >= 0 ? rt_int_box(count) : a && b && c ? big_length(a, b, c) : 0);
}

RtValue rt_range_new(RtValue start, RtValue stop, RtValue step) {
  if (rt_is_small(start) && rt_is_small(stop) && rt_is_small(step) && step != rt_from_small(0))
    return rt_range_new_int(rt_small(start), rt_small(stop), rt_small(step));
  RtValue a = rt_index_value(start), b = a ? rt_index_value(stop) : 0, c = b ? rt_index_value(step) : 0;
  if (c == rt_from_small(0)) rt_raise_string(&rt_exc_ValueError, "range() arg 3 must not be zero");
  return make(a, b, c, c && c != rt_from_small(0) ? big_length(a, b, c) : 0);
}

int rt_range_int_parts(const RtRange *range, int64_t *start, int64_t *step, int64_t *length) {
  int64_t last, span;
  if (rt_int_to_i64(range->start, start) != 1 || rt_int_to_i64(range->step, step) != 1 || rt_int_to_i64(range->length, length) != 1) return 0;
  if (*length == 0) return 1;
  return !__builtin_mul_overflow(*length - 1, *step, &span) && !__builtin_add_overflow(*start, span, &last);
}

/* start + index * step */
static RtValue member(RtRange *range, RtValue index) {
  RtValue offset = rt_int_mul(index, range->step);
  RtValue result = offset ? rt_int_add(range->start, offset) : 0;
  rt_xdecref(offset);
  return result;
}

static RtValue getitem(RtRange *range, RtValue index) {
  RtValue i = rt_index_value(index);
  if (!i) return 0;
  if (rt_int_compare(i, rt_from_small(0)) < 0) {
    RtValue wrapped = rt_int_add(i, range->length);
    rt_decref(i);
    if (!(i = wrapped)) return 0;
  }
  RtValue result = 0;
  if (rt_int_compare(i, rt_from_small(0)) < 0 || rt_int_compare(i, range->length) >= 0)
    rt_raise_string(&rt_exc_IndexError, "range object index out of range");
  else result = member(range, i);
  rt_decref(i);
  return result;
}

static RtValue slice_range(RtRange *range, RtSlice *slice) {
  RtTuple *indices = rt_slice_large_indices(slice, range->length);
  if (!indices) return 0;
  RtValue a = member(range, indices->items[0]), b = a ? member(range, indices->items[1]) : 0, c = b ? rt_int_mul(range->step, indices->items[2]) : 0;
  RtValue result = c ? rt_range_new(a, b, c) : 0;
  rt_xdecref(a), rt_xdecref(b), rt_xdecref(c);
  rt_decref_object(indices);
  return result;
}

static RtRange *range_of(RtValue v) { return (RtRange *)rt_object(v); }

static RtValue range_getitem(RtValue v, RtValue key) {
  if (rt_has_index(key)) return getitem(range_of(v), key);
  if (rt_typeof(key) == &rt_type_slice) return slice_range(range_of(v), (RtSlice *)rt_object(key));
  return rt_raise_type_of("range indices must be integers or slices, not %s", key);
}

/* (v - start) // step when v is a member, else 0 with nothing pending. */
static RtValue position(RtRange *range, RtValue v) {
  bool up = rt_int_compare(range->step, rt_from_small(0)) > 0;
  int low = rt_int_compare(v, range->start), high = rt_int_compare(v, range->stop);
  if (up ? low < 0 || high >= 0 : low > 0 || high <= 0) return 0;
  RtValue distance = rt_int_sub(v, range->start);
  RtValue pair = distance ? rt_int_divmod(distance, range->step) : 0;
  rt_xdecref(distance);
  if (!pair) return 0;
  RtTuple *both = (RtTuple *)rt_object(pair);
  RtValue result = both->items[1] == rt_from_small(0) ? rt_new_ref(both->items[0]) : 0;
  rt_decref(pair);
  return result;
}

/* The plain int of an exact int or bool; 0: v is something else. */
static BORROWED RtValue plain_int(RtValue v) {
  if (rt_typeof(v) == &rt_type_int) return v;
  if (rt_typeof(v) == &rt_type_bool) return rt_from_small(v == RT_TRUE);
  return 0;
}

/* For other types: compare with the members one by one. The index; -1: absent, -2: raised. */
static int64_t find_by_equality(RtRange *range, RtValue v) {
  RtValue iterator = rt_iter(rt_value(range));
  int64_t found = -1, i = 0;
  if (!iterator) return -2;
  for (RtValue item; found == -1 && (item = rt_next(iterator)); i++) {
    int equal = rt_equal(item, v);
    rt_decref(item);
    if (equal != 0) found = equal < 0 ? -2 : i;
  }
  rt_decref(iterator);
  return rt_pending ? -2 : found;
}

static int range_contains(RtValue self, RtValue v) {
  RtValue i = plain_int(v);
  if (!i) {
    int64_t found = find_by_equality(range_of(self), v);
    return found == -2 ? -1 : found >= 0;
  }
  RtValue at = position(range_of(self), i);
  rt_xdecref(at);
  return at ? 1 : rt_pending ? -1 : 0;
}

RT_METHOD(range_index) {
  RtValue i = plain_int(args[0]);
  if (i) {
    RtValue at = position(range_of(self), i);
    if (at || rt_pending) return at;
    return rt_raise_repr(&rt_exc_ValueError, "%s is not in range", args[0]);
  }
  int64_t found = find_by_equality(range_of(self), args[0]);
  if (found >= 0) return rt_from_small(found);
  return found == -2 ? 0 : rt_raise_string(&rt_exc_ValueError, "sequence.index(x): x not in sequence");
}

RT_METHOD(range_count) {
  if (plain_int(args[0])) {
    int inside = range_contains(self, args[0]);
    return inside < 0 ? 0 : rt_from_small(inside);
  }
  RtValue iterator = rt_iter(self);
  int64_t count = 0;
  if (!iterator) return 0;
  for (RtValue item; (item = rt_next(iterator));) {
    int equal = rt_equal(item, args[0]);
    rt_decref(item);
    if (equal < 0) break;
    count += equal;
  }
  rt_decref(iterator);
  return rt_pending ? 0 : rt_from_small(count);
}

static int64_t range_length(RtValue v) {
  int64_t length;
  if (rt_int_to_i64(range_of(v)->length, &length) == 1) return length;
  rt_raise_string(&rt_exc_OverflowError, "Python int too large to convert to C ssize_t");
  return -1;
}

static int range_truth(RtValue v) { return range_of(v)->length != rt_from_small(0); }

/* Ranges are equal when they give the same numbers. */
static int equal_ranges(const RtRange *a, const RtRange *b) {
  if (rt_int_compare(a->length, b->length) != 0) return 0;
  if (a->length == rt_from_small(0)) return 1;
  if (rt_int_compare(a->start, b->start) != 0) return 0;
  return a->length == rt_from_small(1) || rt_int_compare(a->step, b->step) == 0;
}

static RtValue range_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_typeof(a) != &rt_type_range || rt_typeof(b) != &rt_type_range || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  return rt_bool_ref(equal_ranges(range_of(a), range_of(b)) == (op == RT_EQ));
}

static int64_t range_hash(RtValue v) {
  RtRange *range = range_of(v);
  bool none = range->length == rt_from_small(0), one = range->length == rt_from_small(1);
  RtValue parts[3] = {range->length, none ? RT_NONE : range->start, none || one ? RT_NONE : range->step};
  RtTuple *tuple = rt_tuple_from(parts, 3);
  if (!tuple) return -1;
  int64_t hash = rt_tuple_hash(tuple);
  rt_decref_object(tuple);
  return hash;
}

static RtValue range_repr(RtValue v) {
  RtRange *range = range_of(v);
  RtWriter writer;
  rt_writer_init(&writer);
  int result = rt_writer_ascii(&writer, "range(", 6);
  if (result == 0) result = rt_writer_repr(&writer, range->start);
  if (result == 0) result = rt_writer_ascii(&writer, ", ", 2);
  if (result == 0) result = rt_writer_repr(&writer, range->stop);
  if (result == 0 && range->step != rt_from_small(1)) {
    result = rt_writer_ascii(&writer, ", ", 2);
    if (result == 0) result = rt_writer_repr(&writer, range->step);
  }
  if (result == 0 && rt_writer_char(&writer, ')') == 0) return rt_value(rt_writer_finish(&writer));
  rt_writer_drop(&writer);
  return 0;
}

RT_METHOD(range_start) { return rt_new_ref(range_of(self)->start); }
RT_METHOD(range_stop) { return rt_new_ref(range_of(self)->stop); }
RT_METHOD(range_step) { return rt_new_ref(range_of(self)->step); }
RT_METHOD(range_reversed) { return rt_range_reverse_iterator(self); }

RT_METHOD(range_construct) {
  if (rt_no_keywords("range", kwnames) < 0 || rt_count_args("range", nargs, 1, 3) < 0) return 0;
  if (nargs == 1) return rt_range_new(rt_from_small(0), args[0], rt_from_small(1));
  return rt_range_new(args[0], args[1], nargs > 2 ? args[2] : rt_from_small(1));
}

static void range_dealloc(RtObject *object) {
  RtRange *range = (RtRange *)object;
  rt_decref(range->start), rt_decref(range->stop), rt_decref(range->step), rt_decref(range->length);
  rt_free_object(object, sizeof(RtRange));
}

static const RtMethodDef range_methods[] = {
    {"index", range_index, 1, 1, 0},
    {"count", range_count, 1, 1, 0},
    {"start", range_start, 0, 0, RT_METHOD_MEMBER},
    {"stop", range_stop, 0, 0, RT_METHOD_MEMBER},
    {"step", range_step, 0, 0, RT_METHOD_MEMBER},
    {"__reversed__", range_reversed, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_range = {
    .head = RT_STATIC_HEAD,
    .name = "range",
    .flags = RT_TYPE_RANGE | RT_TYPE_NO_SUBCLASS,
    .instance_size = sizeof(RtRange),
    .base = &rt_type_object,
    .dealloc = range_dealloc,
    .repr = range_repr,
    .iter = rt_range_iterator,
    .hash = range_hash,
    .compare = range_compare,
    .truth = range_truth,
    .length = range_length,
    .getitem = range_getitem,
    .contains = range_contains,
    .construct = range_construct,
    .methods = range_methods,
};
