/*
 * bytes: creation, slots, constructor; views that let bytes and bytearray share code.
 */
#include "bytes-methods.h"
#include "call.h"
#include "iterator.h"
#include "memoryview.h"

static int64_t size_for(int64_t length) { return (int64_t)offsetof(RtBytes, data) + length + 1; }

RtBytes *rt_bytes_new(int64_t length) {
  RtBytes *bytes = rt_alloc(&rt_type_bytes, (uint64_t)size_for(length));
  if (bytes) bytes->length = length;
  return bytes;
}

RtBytes *rt_bytes_from(const uint8_t *data, int64_t length) {
  RtBytes *bytes = rt_bytes_new(length);
  if (bytes && length) memcpy(bytes->data, data, (size_t)length);
  return bytes;
}

bool rt_is_bytearray(RtValue v) {
  if (rt_is_small(v)) return false;
  return rt_object(v)->type == &rt_type_bytearray || rt_is_subtype(rt_object(v)->type, &rt_type_bytearray);
}

/* Of a bytes or bytearray. */
static bool own_bytes(RtValue v, RtBytesView *view) {
  if (rt_has_flag(v, RT_TYPE_BYTES)) {
    const RtBytes *bytes = rt_plain(v, &rt_type_bytes);
    *view = (RtBytesView){bytes->data, bytes->length};
    return true;
  }
  if (!rt_is_bytearray(v)) return false;
  const RtByteArray *array = rt_plain(v, &rt_type_bytearray);
  *view = (RtBytesView){array->data ? array->data : (const uint8_t *)"", array->length};
  return true;
}

bool rt_bytes_view(RtValue v, RtBytesView *view) {
  return own_bytes(v, view) || RT_ONLY_WITH(rt_memoryview_new, rt_memoryview_bytes)(v, view);
}

RtValue rt_bytes_of_buffer(RtValue v) {
  if (rt_is_memoryview(v)) return RT_ONLY_WITH(rt_memoryview_new, rt_memoryview_tobytes)(RT_MEMORYVIEW(v));
  RtValue method = rt_lookup_special(v, RT_NAME(__buffer__)), flags = rt_from_small(0);
  if (!method) return 0;
  RtValue bytes = rt_call(method, &flags, 1, NULL);
  rt_decref(method);
  RtBytesView view;
  if (!bytes || rt_bytes_view(bytes, &view)) return bytes;
  rt_raise_string(&rt_exc_TypeError, "__buffer__ returned non-memoryview object");
  rt_decref(bytes);
  return 0;
}

int rt_bytes_view_arg(RtValue v, RtBytesView *view) {
  if (rt_bytes_view(v, view)) return 0;
  if (rt_is_memoryview(v)) return RT_ONLY_WITH(rt_memoryview_new, rt_memoryview_refuse)(RT_MEMORYVIEW(v)), -1;
  rt_raise_type_of("a bytes-like object is required, not '%s'", v);
  return -1;
}

RtValue rt_bytes_like(RtValue model, const uint8_t *data, int64_t length) {
  if (model && rt_is_bytearray(model)) return rt_value(rt_bytearray_from(data, length));
  if (model && rt_typeof(model) == &rt_type_bytes && ((RtBytes *)rt_object(model))->data == data &&
      ((RtBytes *)rt_object(model))->length == length)
    return rt_new_ref(model);
  return rt_value(rt_bytes_from(data, length));
}

static RtBytes *bytes_of(RtValue v) { return rt_plain(v, &rt_type_bytes); }

/* ---- writer ---- */
int rt_bytes_write(RtByteWriter *w, const void *data, int64_t length) {
  if (w->failed) return -1;
  if (length > w->capacity - w->length) {
    int64_t capacity = w->length + length + (w->length >> 1) + 16;
    uint8_t *larger = rt_buffer_realloc(w->data, (uint64_t)w->capacity, (uint64_t)capacity);
    if (!larger) return rt_bytes_writer_drop(w), w->failed = true, -1;
    w->data = larger;
    w->capacity = capacity;
  }
  if (data && length) memcpy(w->data + w->length, data, (size_t)length);
  w->length += length;
  return 0;
}

int rt_bytes_write_byte(RtByteWriter *w, uint8_t byte) { return rt_bytes_write(w, &byte, 1); }

void rt_bytes_writer_drop(RtByteWriter *w) {
  if (w->data) rt_buffer_free(w->data, (uint64_t)w->capacity);
  *w = (RtByteWriter){0};
}

RtValue rt_bytes_writer_finish(RtByteWriter *w, RtValue model) {
  RtValue result = w->failed ? 0 : rt_bytes_like(model, w->data, w->length);
  rt_bytes_writer_drop(w);
  return result;
}

/* ---- operations ---- */
RtBytes *rt_bytes_concat(RtBytes *a, RtBytes *b) {
  RtBytes *result = rt_bytes_new(a->length + b->length);
  if (!result) return NULL;
  memcpy(result->data, a->data, (size_t)a->length);
  memcpy(result->data + a->length, b->data, (size_t)b->length);
  return result;
}

RtValue rt_bytes_add(RtValue a, RtValue b) {
  RtBytesView x, y;
  if (!own_bytes(a, &x)) return rt_notimplemented();
  RtValue made = 0;
  if (!rt_bytes_view(b, &y)) {
    if (!(made = rt_bytes_of_buffer(b))) return rt_pending ? 0 : rt_notimplemented();
    rt_bytes_view(made, &y);
  }
  RtByteWriter w = {0};
  rt_bytes_write(&w, x.data, x.length);
  rt_bytes_write(&w, y.data, y.length);
  if (made) rt_decref(made);
  return rt_bytes_writer_finish(&w, a);
}

RtValue rt_bytes_mul(RtValue a, RtValue b) {
  RtBytesView view;
  bool left = own_bytes(a, &view);
  if (!left) own_bytes(b, &view);
  int64_t count, length;
  int counted = rt_str_repeat_count(left ? b : a, &count);
  if (counted <= 0) return counted < 0 ? 0 : rt_notimplemented();
  if (count < 0) count = 0;
  if (__builtin_mul_overflow(view.length, count, &length))
    return rt_raise_string(&rt_exc_OverflowError, "repeated bytes are too long");
  RtByteWriter w = {0};
  if (length) rt_bytes_write(&w, NULL, length);
  if (w.failed) return 0;
  for (int64_t i = 0; view.length == 1 ? i < 1 && length : i < length; i += view.length) {
    if (view.length == 1) memset(w.data, view.data[0], (size_t)length);
    else memcpy(w.data + i, view.data, (size_t)view.length);
  }
  return rt_bytes_writer_finish(&w, left ? a : b);
}

int rt_byte_arg(RtValue v, const char *range_error, uint8_t *byte) {
  int64_t i;
  if (rt_index(v, &i, true) < 0) return -1;
  if (i < 0 || i > 255) return rt_raise_string(&rt_exc_ValueError, range_error), -1;
  *byte = (uint8_t)i;
  return 0;
}

int rt_bytes_contains(RtValue container, RtValue item) {
  RtBytesView view, part;
  uint8_t byte;
  rt_bytes_view(container, &view);
  if (rt_str_is_index(item)) {
    if (rt_byte_arg(item, "byte must be in range(0, 256)", &byte) < 0) return -1;
    return memchr(view.data, byte, (size_t)view.length) != NULL;
  }
  RtValue made = 0;
  if (rt_bytes_view(item, &part)) made = 0;
  else if ((made = rt_bytes_of_buffer(item))) rt_bytes_view(made, &part);
  else return rt_pending ? -1 : rt_bytes_view_arg(item, &part);
  bool found = rt_bytes_find_in(view.data, view.length, part.data, part.length) >= 0;
  if (made) rt_decref(made);
  return found;
}

static RtValue compare(RtValue a, RtValue b, RtCmp op) {
  RtBytesView x, y;
  if (!own_bytes(a, &x) || !own_bytes(b, &y)) return rt_notimplemented(); /* memoryviews compare themselves */
  int order = memcmp(x.data, y.data, (size_t)(x.length < y.length ? x.length : y.length));
  return rt_bool_ref(rt_order_holds(order ? order : rt_sign(x.length, y.length), op));
}

static int truth(RtValue v) { return bytes_of(v)->length != 0; }
static int64_t length(RtValue v) { return bytes_of(v)->length; }

static int64_t hash(RtValue v) {
  RtBytes *bytes = bytes_of(v);
  if (!bytes->hash && bytes->length)
    bytes->hash = rt_hash_finish(rt_hash_bytes(bytes->data, (size_t)bytes->length));
  return bytes->hash;
}

static void dealloc(RtObject *object) {
  rt_free_object(object, (uint64_t)size_for(((RtBytes *)object)->length));
}

int64_t rt_bytes_getitem(RtBytes *bytes, int64_t index) {
  if (index < 0) index += bytes->length;
  if (RT_LIKELY((uint64_t)index < (uint64_t)bytes->length)) return bytes->data[index];
  rt_raise_string(&rt_exc_IndexError, "index out of range");
  return -1;
}

static RtBytes *pick(const RtBytes *bytes, int64_t start, int64_t step, int64_t count) {
  RtBytes *result = rt_bytes_new(count);
  for (int64_t i = 0; result && i < count; i++) result->data[i] = bytes->data[start + i * step];
  return result;
}

static RtValue subscript(RtValue self, RtValue key) {
  RtBytes *bytes = bytes_of(self);
  int64_t start, stop, step, count;
  if (!rt_is_small(key) && rt_object(key)->type == &rt_type_slice) {
    if (rt_slice_indices((RtSlice *)rt_object(key), bytes->length, &start, &stop, &step, &count) < 0)
      return 0;
    if (step == 1 && count == bytes->length) return rt_new_ref(rt_value(bytes));
    return rt_value(pick(bytes, start, step, count));
  }
  if (!rt_str_is_index(key)) return rt_raise_type_of("byte indices must be integers or slices, not %s", key);
  if (rt_index(key, &start, false) < 0) return 0;
  int64_t byte = rt_bytes_getitem(bytes, start);
  return byte < 0 ? 0 : rt_from_small(byte);
}

RtBytes *rt_bytes_slice(RtBytes *bytes, int64_t start, int64_t stop, int64_t step) {
  RtSlice slice = {
      {RT_IMMORTAL, &rt_type_slice}, rt_int_from_i64(start), rt_int_from_i64(stop), rt_int_from_i64(step)};
  RtBytes *result = NULL;
  int64_t count;
  if (slice.start && slice.stop && slice.step &&
      rt_slice_indices(&slice, bytes->length, &start, &stop, &step, &count) == 0)
    result = pick(bytes, start, step, count);
  rt_xdecref(slice.start), rt_xdecref(slice.stop), rt_xdecref(slice.step);
  return result;
}

/* ---- text ---- */
RtStr *rt_bytes_repr(const uint8_t *data, int64_t length, const char *before, const char *after) {
  static const char digits[] = "0123456789abcdef";
  RtWriter w;
  char quote = memchr(data, '\'', (size_t)length) && !memchr(data, '"', (size_t)length) ? '"' : '\'';
  rt_writer_init(&w);
  rt_writer_ascii(&w, before, -1);
  rt_writer_char(&w, 'b');
  rt_writer_char(&w, (uint8_t)quote);
  for (int64_t i = 0; i < length; i++) {
    uint8_t c = data[i];
    const char *letter = c == '\t' ? "t" : c == '\n' ? "n" : c == '\r' ? "r" : NULL;
    if (letter || c == '\\' || c == (uint8_t)quote ||
        (c == '\'' && *before)) { /* bytearray's escapes ' in any quotes */
      rt_writer_char(&w, '\\');
      rt_writer_char(&w, letter ? (uint8_t)*letter : c);
    } else if (c < ' ' || c >= 127) {
      char text[4] = {'\\', 'x', digits[c >> 4], digits[c & 15]};
      rt_writer_ascii(&w, text, 4);
    } else rt_writer_char(&w, c);
  }
  rt_writer_char(&w, (uint8_t)quote);
  rt_writer_ascii(&w, after, -1);
  return rt_writer_finish(&w);
}

static RtValue repr(RtValue v) {
  return rt_value(rt_bytes_repr(bytes_of(v)->data, bytes_of(v)->length, "", ""));
}

/* ---- iterator of bytes and bytearray ---- */
typedef struct RtBytesIterator {
  RtObject head;
  RtValue bytes /* 0: exhausted */;
  int64_t index;
} RtBytesIterator;

static void iterator_dealloc(RtObject *object) {
  rt_xdecref(((RtBytesIterator *)object)->bytes);
  rt_free_object(object, sizeof(RtBytesIterator));
}

static RtValue iterator_next(RtValue self) {
  RtBytesIterator *it = (RtBytesIterator *)rt_object(self);
  RtBytesView view;
  if (!it->bytes) return 0;
  rt_bytes_view(it->bytes, &view);
  if (it->index < view.length) return rt_from_small(view.data[it->index++]);
  rt_decref(it->bytes);
  it->bytes = 0;
  return 0;
}

RT_METHOD(iterator_reduce) {
  RtBytesIterator *it = (RtBytesIterator *)rt_object(self);
  return it->bytes ? rt_iterator_reduced(0, it->bytes, rt_from_small(it->index)) : rt_iterator_reduced(0, rt_value(rt_name("")), 0);
}
RT_METHOD(iterator_setstate) {
  RtBytesIterator *it = (RtBytesIterator *)rt_object(self);
  int64_t index = rt_iterator_state(args[0], 0, it->bytes ? rt_len(it->bytes) : 0);
  if (index == -2) return 0;
  if (it->bytes) it->index = index;
  return rt_none();
}
RT_METHOD(iterator_hint) {
  RtBytesIterator *it = (RtBytesIterator *)rt_object(self);
  int64_t length = it->bytes ? rt_len(it->bytes) : 0;
  return rt_from_small(length > it->index ? length - it->index : 0);
}
static const RtMethodDef iterator_methods[] = {
    {"__length_hint__", iterator_hint, 0, 0, 0}, {"__reduce__", iterator_reduce, 0, 0, 0}, {"__setstate__", iterator_setstate, 1, 1, 0}, {0}};

#define ITERATOR_TYPE(symbol, type_name)                            \
  static RtType symbol = {.head = RT_STATIC_HEAD,                   \
                          .name = type_name,                        \
                          .flags = RT_TYPE_NO_SUBCLASS,             \
                          .instance_size = sizeof(RtBytesIterator), \
                          .base = &rt_type_object,                  \
                          .dealloc = iterator_dealloc,              \
                          .iter = rt_new_ref,                       \
                          .next = iterator_next,                    \
                          .methods = iterator_methods}
ITERATOR_TYPE(bytes_iterator_type, "bytes_iterator");
ITERATOR_TYPE(bytearray_iterator_type, "bytearray_iterator");

RtValue rt_bytes_iter(RtValue v) {
  RtBytesIterator *it =
      rt_alloc(rt_is_bytearray(v) ? &bytearray_iterator_type : &bytes_iterator_type, sizeof *it);
  if (it) it->bytes = rt_new_ref(rt_base_value(v));
  return rt_value(it);
}

static RtValue mod(RtValue a, RtValue b) {
  return rt_has_flag(a, RT_TYPE_BYTES) ? rt_bytes_percent(a, b) : rt_notimplemented();
}

/* What __bytes__ gives is the result itself, also of a subclass; 0 with nothing raised: there is no such method. */
static RtValue converted(RtValue v) {
  if (rt_typeof(v) == &rt_type_str) return 0;
  RtValue method = rt_lookup_special(v, RT_NAME(__bytes__));
  if (!method) return 0;
  RtValue result = rt_call(method, NULL, 0, NULL);
  rt_decref(method);
  if (!result || rt_has_flag(result, RT_TYPE_BYTES)) return result;
  rt_raise_type_of("__bytes__ returned non-bytes (type %s)", result);
  rt_decref(result);
  return 0;
}

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (nargs == 1 && !kwnames && rt_typeof(args[0]) == &rt_type_bytes)
    return rt_plain_or_instance(type, &rt_type_bytes, RT_NEW_REF(bytes_of(args[0])));
  if (nargs == 1 && !kwnames && type == rt_value(&rt_type_bytes)) {
    RtValue result = converted(args[0]);
    if (result || rt_pending) return result;
  }
  RtByteWriter w = {0};
  if (rt_bytes_construct_into(&w, "bytes", args, nargs, kwnames) < 0) return rt_bytes_writer_drop(&w), 0;
  return rt_plain_or_instance(type, &rt_type_bytes, rt_object(rt_bytes_writer_finish(&w, 0)));
}

static const RtMethodDef methods[] = {RT_BYTES_METHODS(RT_BYTES_ROW){0}};

RtType rt_type_bytes = {.head = RT_STATIC_HEAD,
                        .name = "bytes",
                        .flags = RT_TYPE_BYTES,
                        .instance_size = sizeof(RtBytes),
                        .base = &rt_type_object,
                        .dealloc = dealloc,
                        .repr = repr,
                        .iter = rt_bytes_iter,
                        .hash = hash,
                        .compare = compare,
                        .truth = truth,
                        .length = length,
                        .getitem = subscript,
                        .contains = rt_bytes_contains,
                        .binary = {[RT_ADD] = rt_bytes_add, [RT_MUL] = rt_bytes_mul, [RT_MOD] = mod},
                        .construct = construct,
                        .methods = methods};
