/*
 * bytearray: a growing array of bytes.
 */
#include "bytes-methods.h"

static RtByteArray *array_of(RtValue v) { return rt_plain(v, &rt_type_bytearray); }

RtByteArray *rt_bytearray_from(const uint8_t *data, int64_t length) {
  RtByteArray *array = rt_alloc(&rt_type_bytearray, sizeof *array);
  if (!array) return NULL;
  if (rt_bytearray_resize(array, length) < 0) {
    rt_decref_object(array);
    return NULL;
  }
  if (length) memcpy(array->data, data, (size_t)length);
  return array;
}

static bool may_resize(const RtByteArray *array) {
  if (RT_LIKELY(array->exports == 0)) return true;
  return rt_raise_string(&rt_exc_BufferError, "Existing exports of data: object cannot be re-sized"), false;
}

int rt_bytearray_resize(RtByteArray *array, int64_t length) {
  if (length != array->length && !may_resize(array)) return -1;
  if (length > array->capacity) {
    int64_t capacity = length + (array->capacity ? length >> 1 : 0) + 8;
    uint8_t *data = rt_buffer_realloc(array->data, (uint64_t)array->capacity, (uint64_t)capacity);
    if (!data) return -1;
    array->data = data;
    array->capacity = capacity;
  }
  array->length = length;
  return 0;
}

static void dealloc(RtObject *object) {
  RtByteArray *array = (RtByteArray *)object;
  if (array->data) rt_buffer_free(array->data, (uint64_t)array->capacity);
  rt_free_object(array, sizeof *array);
}

static RT_COLD int64_t raise_index(void) {
  return rt_raise_string(&rt_exc_IndexError, "bytearray index out of range"), -1;
}
static RT_COLD int raise_byte(void) {
  return rt_raise_string(&rt_exc_ValueError, "byte must be in range(0, 256)"), -1;
}

int64_t rt_bytearray_getitem(RtByteArray *array, int64_t index) {
  if (index < 0) index += array->length;
  return RT_LIKELY((uint64_t)index < (uint64_t)array->length) ? array->data[index] : raise_index();
}

int rt_bytearray_setitem(RtByteArray *array, int64_t index, int64_t byte) {
  if (RT_UNLIKELY((uint64_t)byte > 255)) return raise_byte();
  if (index < 0) index += array->length;
  if (RT_UNLIKELY((uint64_t)index >= (uint64_t)array->length)) return (int)raise_index();
  array->data[index] = (uint8_t)byte;
  return 0;
}

int rt_bytearray_append(RtByteArray *array, int64_t byte) {
  if (RT_UNLIKELY((uint64_t)byte > 255)) return raise_byte();
  if (rt_bytearray_resize(array, array->length + 1) < 0) return -1;
  array->data[array->length - 1] = (uint8_t)byte;
  return 0;
}

/* Replaces count bytes at start by others (which may be the array's own). */
static int splice(RtByteArray *array, int64_t start, int64_t count, const uint8_t *data, int64_t length) {
  RtByteWriter copy = {0};
  if (data && data >= array->data && data < array->data + array->length) {
    if (rt_bytes_write(&copy, data, length) < 0) return -1;
    data = copy.data;
  }
  int64_t tail = array->length - start - count, old = array->length;
  int result = 0;
  if (length > count) result = rt_bytearray_resize(array, old + length - count);
  else if (length < count && !may_resize(array)) result = -1;
  if (result == 0) {
    if (tail) memmove(array->data + start + length, array->data + start + count, (size_t)tail);
    if (length) memcpy(array->data + start, data, (size_t)length);
    array->length = old + length - count;
  }
  rt_bytes_writer_drop(&copy);
  return result;
}

/* The bytes that a value stands for on the right of a slice assignment, or as an argument of extend. */
static int collect(RtByteWriter *w, RtValue v) {
  RtBytesView view;
  if (rt_bytes_view(v, &view)) return rt_bytes_write(w, view.data, view.length);
  return rt_bytes_construct_into(w, "bytearray", &v, 1, NULL);
}

static RtValue subscript(RtValue self, RtValue key) {
  RtByteArray *array = array_of(self);
  int64_t start, stop, step, count;
  if (!rt_is_small(key) && rt_object(key)->type == &rt_type_slice) {
    if (rt_slice_indices((RtSlice *)rt_object(key), array->length, &start, &stop, &step, &count) < 0)
      return 0;
    RtByteArray *result = rt_bytearray_from(NULL, 0);
    if (!result || rt_bytearray_resize(result, count) < 0)
      return result ? rt_decref_object(result) : (void)0, 0;
    for (int64_t i = 0; i < count; i++) result->data[i] = array->data[start + i * step];
    return rt_value(result);
  }
  if (!rt_str_is_index(key))
    return rt_raise_type_of("bytearray indices must be integers or slices, not %s", key);
  if (rt_index(key, &start, false) < 0) return 0;
  int64_t byte = rt_bytearray_getitem(array, start);
  return byte < 0 ? 0 : rt_from_small(byte);
}

static int set_slice(RtByteArray *array, RtSlice *slice, RtValue value) {
  int64_t start, stop, step, count;
  RtByteWriter w = {0};
  if (value && (rt_is_int(value) || rt_is_str(value)))
    return rt_raise_string(&rt_exc_TypeError,
                           "can assign only bytes, buffers, or iterables of ints in range(0, 256)"),
           -1;
  if (value && collect(&w, value) < 0) return rt_bytes_writer_drop(&w), -1;
  int result = rt_slice_indices(slice, array->length, &start, &stop, &step, &count);
  if (result == 0 && step == 1) result = splice(array, start, count, w.data, w.length);
  else if (result == 0 && (!value || w.length == 0)) {
    for (int64_t i = 0; i < count && result == 0; i++)
      result = splice(array, step > 0 ? start + i * step - i : start + i * step, 1, NULL, 0);
  } else if (result == 0 && w.length != count) {
    rt_raise_format(&rt_exc_ValueError, "attempt to assign bytes of size %lld to extended slice of size %lld",
                    (long long)w.length, (long long)count);
    result = -1;
  } else if (result == 0)
    for (int64_t i = 0; i < count; i++) array->data[start + i * step] = w.data[i];
  rt_bytes_writer_drop(&w);
  return result;
}

static int set_item(RtValue self, RtValue key, RtValue value) {
  RtByteArray *array = array_of(self);
  int64_t index;
  uint8_t byte;
  if (!rt_is_small(key) && rt_object(key)->type == &rt_type_slice)
    return set_slice(array, (RtSlice *)rt_object(key), value);
  if (!rt_str_is_index(key))
    return rt_raise_type_of("bytearray indices must be integers or slices, not %s", key), -1;
  if (rt_index(key, &index, false) < 0) return -1;
  if (value && rt_byte_arg(value, "byte must be in range(0, 256)", &byte) < 0) return -1;
  if (index < 0) index += array->length;
  if ((uint64_t)index >= (uint64_t)array->length) return (int)raise_index();
  if (!value) return splice(array, index, 1, NULL, 0);
  array->data[index] = byte;
  return 0;
}

static RtValue compare(RtValue a, RtValue b, RtCmp op) { return rt_type_bytes.compare(a, b, op); }
static int truth(RtValue v) { return array_of(v)->length != 0; }
static int64_t length(RtValue v) { return array_of(v)->length; }
static RtValue repr(RtValue v) {
  char head[128] = "bytearray(";
  if (rt_typeof(v) != &rt_type_bytearray) {
    size_t length = strlen(rt_typeof(v)->name);
    if (length > sizeof head - 2) length = sizeof head - 2;
    memcpy(head, rt_typeof(v)->name, length);
    memcpy(head + length, "(", 2);
  }
  return rt_value(rt_bytes_repr(rt_bytes_self(v).data, array_of(v)->length, head, ")"));
}

static RtValue inplace_add(RtValue a, RtValue b) {
  RtBytesView view;
  RtValue made = 0;
  if (!rt_bytes_view(b, &view)) {
    if (!(made = rt_bytes_of_buffer(b)))
      return rt_pending ? 0 : rt_raise_format(&rt_exc_TypeError, "can't concat %s to bytearray", rt_typeof(b)->name);
    rt_bytes_view(made, &view);
  }
  RtByteArray *array = array_of(a);
  bool self = rt_is_bytearray(b) && array_of(b) == array; /* an array can't grow while it is read */
  array->exports += self;
  int result = splice(array, array->length, 0, view.data, view.length);
  array->exports -= self;
  if (made) rt_decref(made);
  return result < 0 ? 0 : rt_new_ref(a);
}

static RtValue inplace_mul(RtValue a, RtValue b) {
  RtValue product = rt_bytes_mul(a, b);
  if (!product || product == RT_NOTIMPLEMENTED) return product;
  RtByteArray *array = array_of(a), *other = array_of(product);
  if (array->length != other->length && !may_resize(array)) return rt_decref(product), 0;
  uint8_t *data = array->data;
  int64_t capacity = array->capacity;
  array->data = other->data, array->length = other->length, array->capacity = other->capacity;
  other->data = data, other->capacity = capacity;
  rt_decref(product);
  return rt_new_ref(a);
}

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtByteWriter w = {0};
  if (rt_bytes_construct_into(&w, "bytearray", args, nargs, kwnames) < 0) return rt_bytes_writer_drop(&w), 0;
  RtByteArray *array = rt_bytearray_from(w.data, w.length);
  rt_bytes_writer_drop(&w);
  return rt_plain_or_instance(type, &rt_type_bytearray, array);
}

/* ---- methods that change it ---- */
RT_METHOD(append) {
  uint8_t byte;
  if (rt_byte_arg(args[0], "byte must be in range(0, 256)", &byte) < 0) return 0;
  return rt_bytearray_append(array_of(self), byte) < 0 ? 0 : rt_none();
}

RT_METHOD(extend) {
  RtByteWriter w = {0};
  RtByteArray *array = array_of(self);
  int result = -1;
  if (rt_is_str(args[0])) rt_raise_string(&rt_exc_TypeError, "expected iterable of integers; got: 'str'");
  else if (rt_str_is_index(args[0])) rt_raise_type_of("can't extend bytearray with %s", args[0]);
  else if (rt_ask_length(args[0]) == 0 && collect(&w, args[0]) == 0) result = splice(array, array->length, 0, w.data, w.length);
  rt_bytes_writer_drop(&w);
  return result < 0 ? 0 : rt_none();
}

RT_METHOD(insert) {
  RtByteArray *array = array_of(self);
  int64_t index;
  uint8_t byte;
  if (rt_index_argument(args[0], &index) < 0 || rt_byte_arg(args[1], "byte must be in range(0, 256)", &byte) < 0)
    return 0;
  if (index < 0) index = index + array->length < 0 ? 0 : index + array->length;
  if (index > array->length) index = array->length;
  return splice(array, index, 0, &byte, 1) < 0 ? 0 : rt_none();
}

RT_METHOD(pop) {
  RtByteArray *array = array_of(self);
  int64_t index = -1;
  if (nargs && rt_index_argument(args[0], &index) < 0) return 0;
  if (array->length == 0) return rt_raise_string(&rt_exc_IndexError, "pop from empty bytearray");
  if (index < 0) index += array->length;
  if ((uint64_t)index >= (uint64_t)array->length)
    return rt_raise_string(&rt_exc_IndexError, "pop index out of range");
  uint8_t byte = array->data[index];
  return splice(array, index, 1, NULL, 0) < 0 ? 0 : rt_from_small(byte);
}

RT_METHOD(remove_value) {
  RtByteArray *array = array_of(self);
  uint8_t byte;
  if (rt_byte_arg(args[0], "byte must be in range(0, 256)", &byte) < 0) return 0;
  const uint8_t *at = array->length ? memchr(array->data, byte, (size_t)array->length) : NULL;
  if (!at) return rt_raise_string(&rt_exc_ValueError, "value not found in bytearray");
  return splice(array, at - array->data, 1, NULL, 0) < 0 ? 0 : rt_none();
}

RT_METHOD(clear) {
  return rt_bytearray_resize(array_of(self), 0) < 0 ? 0 : rt_none();
}

RT_METHOD(copy) { return rt_value(rt_bytearray_from(array_of(self)->data, array_of(self)->length)); }

RT_METHOD(reverse) {
  RtByteArray *array = array_of(self);
  for (int64_t i = 0, j = array->length - 1; i < j; i++, j--) {
    uint8_t byte = array->data[i];
    array->data[i] = array->data[j];
    array->data[j] = byte;
  }
  return rt_none();
}

static RtValue mod(RtValue a, RtValue b) {
  if (!rt_is_subtype(rt_typeof(a), &rt_type_bytearray)) return rt_notimplemented();
  RtValue bytes = rt_bytes_percent(a, b);
  if (!bytes) return 0;
  RtBytesView v = rt_bytes_self(bytes);
  RtByteArray *result = rt_bytearray_from(v.data, v.length);
  rt_decref(bytes);
  return rt_value(result);
}

static const RtMethodDef methods[] = {RT_BYTES_METHODS(RT_BYTES_ROW){"append", append, 1, 1, 0},
                                      {"clear", clear, 0, 0, 0},
                                      {"copy", copy, 0, 0, 0},
                                      {"extend", extend, 1, 1, 0},
                                      {"insert", insert, 2, 2, 0},
                                      {"pop", pop, 0, 1, 0},
                                      {"remove", remove_value, 1, 1, 0},
                                      {"reverse", reverse, 0, 0, 0},
                                      {0}};

RtType rt_type_bytearray = {.head = RT_STATIC_HEAD,
                            .name = "bytearray",
                            .flags = RT_TYPE_UNHASHABLE,
                            .instance_size = sizeof(RtByteArray),
                            .base = &rt_type_object,
                            .dealloc = dealloc,
                            .repr = repr,
                            .iter = rt_bytes_iter,
                            .compare = compare,
                            .truth = truth,
                            .length = length,
                            .getitem = subscript,
                            .setitem = set_item,
                            .contains = rt_bytes_contains,
                            .binary = {[RT_ADD] = rt_bytes_add, [RT_MUL] = rt_bytes_mul, [RT_MOD] = mod},
                            .inplace = {[RT_ADD] = inplace_add, [RT_MUL] = inplace_mul},
                            .construct = construct,
                            .methods = methods};
