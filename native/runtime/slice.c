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
  int64_t length, start, stop, step, count;
  if (rt_index(args[0], &length, true) < 0) return 0;
  if (length < 0) return rt_raise_string(&rt_exc_ValueError, "length should not be negative");
  if (rt_slice_indices((RtSlice *)rt_object(self), length, &start, &stop, &step, &count) < 0) return 0;
  RtTuple *result = rt_tuple_new(3);
  if (!result) return 0;
  result->items[0] = rt_int_from_i64(start);
  result->items[1] = rt_int_from_i64(stop);
  result->items[2] = rt_int_from_i64(step);
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
    {"start", slice_start, 0, 0, RT_METHOD_GETTER},
    {"stop", slice_stop, 0, 0, RT_METHOD_GETTER},
    {"step", slice_step, 0, 0, RT_METHOD_GETTER},
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
