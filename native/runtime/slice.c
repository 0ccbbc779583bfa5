/*
 * Slice objects.
 */
#include "tuple.h"

RtValue rt_slice_new(RtValue start, RtValue stop, RtValue step) {
  RtSlice *slice = rt_alloc(&rt_type_slice, sizeof(RtSlice));
  if (!slice) return 0;
  slice->start = rt_new_ref(start);
  slice->stop = rt_new_ref(stop);
  slice->step = rt_new_ref(step);
  return rt_value(slice);
}

static int part(RtValue v, int64_t *result) {
  if (rt_is_small(v)) return *result = rt_small(v), 0;
  if (rt_has_index(v)) return rt_index(v, result, true);
  rt_raise_string(&rt_exc_TypeError, "slice indices must be integers or None or have an __index__ method");
  return -1;
}

static int64_t clamp(int64_t i, int64_t length, bool down) {
  int64_t low = down ? -1 : 0, high = down ? length - 1 : length;
  if (i < 0) {
    i = i < -length ? low : i + length;
    return i < low ? low : i;
  }
  return i > high ? high : i;
}

/* Runs a program's __index__. */
int rt_slice_unpack(RtSlice *slice, int64_t *start, int64_t *stop, int64_t *step) {
  *step = 1;
  if (!rt_is_none(slice->step) && part(slice->step, step) < 0) return -1;
  if (*step == 0) {
    rt_raise_string(&rt_exc_ValueError, "slice step cannot be zero");
    return -1;
  }
  if (*step < -INT64_MAX) *step = -INT64_MAX;
  *start = *step < 0 ? INT64_MAX : 0;
  *stop = *step < 0 ? INT64_MIN : INT64_MAX;
  if (!rt_is_none(slice->start) && part(slice->start, start) < 0) return -1;
  return rt_is_none(slice->stop) ? 0 : part(slice->stop, stop);
}

int64_t rt_slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step) {
  bool down = step < 0;
  *start = clamp(*start, length, down);
  *stop = clamp(*stop, length, down);
  if (down) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
  return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

int rt_slice_indices(RtSlice *slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count) {
  if (rt_slice_unpack(slice, start, stop, step) < 0) return -1;
  *count = rt_slice_adjust(length, start, stop, *step);
  return 0;
}

/* A part as an int of any size, moved into low...high; NULL: raised. */
static RtValue large_bound(RtValue part, RtValue absent, RtValue length, RtValue low, RtValue high) {
  if (rt_is_none(part)) return rt_new_ref(absent);
  if (!rt_has_index(part)) return rt_raise_string(&rt_exc_TypeError, "slice indices must be integers or None or have an __index__ method");
  RtValue i = rt_index_value(part);
  if (i && rt_int_compare(i, rt_from_small(0)) < 0) {
    RtValue wrapped = rt_int_add(i, length);
    rt_decref(i);
    i = wrapped;
  }
  if (!i) return 0;
  RtValue limit = rt_int_compare(i, low) < 0 ? low : rt_int_compare(i, high) > 0 ? high : 0;
  if (!limit) return i;
  rt_decref(i);
  return rt_new_ref(limit);
}

RtTuple *rt_slice_large_indices(RtSlice *slice, RtValue length) {
  RtTuple *result = rt_tuple_new(3);
  if (!result) return NULL;
  RtValue step = rt_is_none(slice->step) ? rt_from_small(1) : 0;
  if (!step && !rt_has_index(slice->step)) rt_raise_string(&rt_exc_TypeError, "slice indices must be integers or None or have an __index__ method");
  else if (!step) step = rt_index_value(slice->step);
  int sign = step ? rt_int_compare(step, rt_from_small(0)) : 0;
  if (step && !sign) rt_raise_string(&rt_exc_ValueError, "slice step cannot be zero");
  RtValue low = rt_from_small(sign < 0 ? -1 : 0), high = rt_int_add(length, low);
  result->items[2] = step;
  if (high && !rt_pending) result->items[0] = large_bound(slice->start, sign < 0 ? high : low, length, low, high);
  if (high && !rt_pending) result->items[1] = large_bound(slice->stop, sign < 0 ? low : high, length, low, high);
  rt_xdecref(high);
  if (!rt_pending) return result;
  for (int i = 0; i < 3; i++)
    if (!result->items[i]) result->items[i] = rt_from_small(0);
  rt_decref_object(result);
  return NULL;
}

static RtTuple *parts(RtSlice *slice) { return rt_tuple_from(&slice->start, 3); }

static RtValue slice_repr(RtValue v) {
  RtSlice *slice = (RtSlice *)rt_object(v);
  RtWriter writer;
  rt_writer_init(&writer);
  int result = rt_writer_ascii(&writer, "slice(", 6);
  for (int i = 0; result == 0 && i < 3; i++) {
    if (i > 0) result = rt_writer_ascii(&writer, ", ", 2);
    if (result == 0) result = rt_writer_repr(&writer, (&slice->start)[i]);
  }
  if (result == 0 && rt_writer_char(&writer, ')') == 0) return rt_value(rt_writer_finish(&writer));
  rt_writer_drop(&writer);
  return 0;
}

static RtValue slice_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_typeof(a) != &rt_type_slice || rt_typeof(b) != &rt_type_slice) return rt_notimplemented();
  RtTuple *x = parts((RtSlice *)rt_object(a)), *y = x ? parts((RtSlice *)rt_object(b)) : NULL;
  RtValue result = y ? rt_compare(rt_value(x), rt_value(y), op) : 0;
  if (x) rt_decref_object(x);
  if (y) rt_decref_object(y);
  return result;
}

/* CPython's hash of the tuple of parts, but for the length. */
static int64_t slice_hash(RtValue v) {
  const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
  uint64_t hash = prime5;
  for (int i = 0; i < 3; i++) {
    int64_t lane = rt_hash((&((RtSlice *)rt_object(v))->start)[i]);
    if (lane == -1) return -1;
    hash += (uint64_t)lane * prime2;
    hash = (hash << 31) | (hash >> 33);
    hash *= prime1;
  }
  return hash == UINT64_MAX ? 1546275796 : (int64_t)hash;
}

RT_METHOD(slice_start) { return rt_new_ref(((RtSlice *)rt_object(self))->start); }
RT_METHOD(slice_stop) { return rt_new_ref(((RtSlice *)rt_object(self))->stop); }
RT_METHOD(slice_step) { return rt_new_ref(((RtSlice *)rt_object(self))->step); }

RT_METHOD(slice_indices) {
  RtValue length = rt_index_value(args[0]);
  if (!length) return 0;
  RtTuple *result = NULL;
  if (rt_int_compare(length, rt_from_small(0)) < 0) rt_raise_string(&rt_exc_ValueError, "length should not be negative");
  else result = rt_slice_large_indices((RtSlice *)rt_object(self), length);
  rt_decref(length);
  return rt_value(result);
}

RT_METHOD(slice_construct) {
  if (rt_no_keywords("slice", kwnames) < 0 || rt_count_args("slice", nargs, 1, 3) < 0) return 0;
  if (nargs == 1) return rt_slice_new(RT_NONE, args[0], RT_NONE);
  return rt_slice_new(args[0], args[1], nargs > 2 ? args[2] : RT_NONE);
}

static void slice_dealloc(RtObject *object) {
  RtSlice *slice = (RtSlice *)object;
  for (int i = 0; i < 3; i++) rt_decref((&slice->start)[i]);
  rt_free_object(object, sizeof(RtSlice));
}

static void slice_traverse(RtObject *object, RtVisit visit, void *context) {
  RtSlice *slice = (RtSlice *)object;
  for (int i = 0; i < 3; i++)
    if (!rt_is_small((&slice->start)[i])) visit(rt_object((&slice->start)[i]), context);
}

static const RtMethodDef slice_methods[] = {
    {"indices", slice_indices, 1, 1, 0},
    {"start", slice_start, 0, 0, RT_METHOD_MEMBER},
    {"stop", slice_stop, 0, 0, RT_METHOD_MEMBER},
    {"step", slice_step, 0, 0, RT_METHOD_MEMBER},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_slice = {
    .head = RT_STATIC_HEAD,
    .name = "slice",
    .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
    .instance_size = sizeof(RtSlice),
    .base = &rt_type_object,
    .dealloc = slice_dealloc,
    .traverse = slice_traverse,
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .construct = slice_construct,
    .methods = slice_methods,
};
