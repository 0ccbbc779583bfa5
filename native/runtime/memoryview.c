/* memoryview: making, indexing, slicing, comparing. A view that is used after its release, or whose memory is gone, raises a ValueError. */
#include "memoryview.h"
#include "bytes-methods.h"
#include "call.h"
#include "exception.h"
#include "str.h"
#include "type.h"
#include <stdio.h>

/* ---- memory ---- */
static void memory_dealloc(RtObject *object) {
  RtMemory *memory = (RtMemory *)object;
  if (memory->release) memory->release(memory);
  rt_xdecref(memory->owner);
  rt_free_object(memory, sizeof *memory);
}

static RtType memory_type = {.head = RT_STATIC_HEAD, .name = "managedbuffer", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtMemory), .base = &rt_type_object, .dealloc = memory_dealloc};

RtMemory *rt_memory_new(RtValue owner, uint8_t *data, int64_t size, bool readonly) {
  RtMemory *memory = rt_alloc(&memory_type, sizeof *memory);
  if (!memory) return NULL;
  memory->owner = owner ? rt_new_ref(owner) : 0;
  memory->data = data, memory->size = size, memory->readonly = readonly;
  return memory;
}

/* A bytearray stays where it is while anybody looks at it. */
static void release_bytearray(RtMemory *memory) { ((RtByteArray *)memory->context)->exports--; }

static RtMemory *memory_of_bytes(RtValue v) {
  RtBytesView bytes;
  if (!rt_bytes_view(v, &bytes)) return NULL;
  bool fixed = rt_has_flag(v, RT_TYPE_BYTES);
  RtMemory *memory = rt_memory_new(v, (uint8_t *)(uintptr_t)bytes.data, bytes.length, fixed);
  if (!memory || fixed) return memory;
  RtByteArray *array = rt_plain(v, &rt_type_bytearray);
  array->exports++;
  memory->context = array;
  memory->release = release_bytearray;
  return memory;
}

/* ---- views ---- */
static RtMemoryView *view_new(STEAL RtMemory *memory) {
  RtMemoryView *view = memory ? rt_alloc(&rt_type_memoryview, sizeof *view) : NULL;
  if (!view) return memory ? rt_decref_object(memory) : (void)0, NULL;
  view->memory = memory;
  view->readonly = memory->readonly;
  return view;
}

/* Every first view of a memory comes from here. */
RT_WITNESS RtValue rt_memoryview_new(STEAL RtMemory *memory, char format) {
  RtMemoryView *view = view_new(memory);
  if (!view) return 0;
  view->format = format;
  view->itemsize = (uint8_t)rt_memoryview_itemsize(format);
  view->stride = view->itemsize;
  view->length = memory->size / view->itemsize;
  return rt_value(view);
}

static RtMemoryView *view_like(const RtMemoryView *model) {
  RtMemoryView *view = view_new(RT_NEW_REF(model->memory));
  if (!view) return NULL;
  RtObject head = view->head;
  RtMemory *memory = view->memory;
  *view = *model;
  view->head = head, view->memory = memory, view->hash = 0;
  return view;
}

bool rt_memoryview_reach(RtMemoryView *view, uint8_t **first) {
  RtMemory *memory = view->memory;
  if (!memory) return rt_raise_string(&rt_exc_ValueError, "operation forbidden on released memoryview object"), false;
  if (memory->check && memory->check(memory) < 0) return false;
  *first = memory->data + view->offset;
  return true;
}

static bool is_alive(RtMemoryView *view) {
  uint8_t *first;
  return rt_memoryview_reach(view, &first);
}

bool rt_memoryview_bytes(RtValue v, RtBytesView *bytes) {
  if (!rt_is_memoryview(v)) return false;
  RtMemoryView *view = RT_MEMORYVIEW(v);
  uint8_t *first;
  if (!rt_memoryview_is_contiguous(view)) return false;
  if (!rt_memoryview_reach(view, &first)) return rt_clear_pending(), false;
  *bytes = (RtBytesView){first, view->length * view->itemsize};
  return true;
}

RT_COLD void rt_memoryview_refuse(RtMemoryView *view) {
  if (is_alive(view)) rt_raise_string(&rt_exc_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

static int check_given(RtMemory *memory) {
  if (!is_alive(memory->context)) return -1;
  memory->data = ((RtMemoryView *)memory->context)->memory->data;
  return 0;
}

static void release_given(RtMemory *memory) { rt_decref_object(memory->context); }

/* What __buffer__ gave, as a view of that object: of its own memory, which keeps the given view alive. */
static RtMemoryView *view_owned_by(RtValue owner, RtMemoryView *given) {
  if (!is_alive(given)) return NULL;
  RtMemory *memory = rt_memory_new(owner, given->memory->data, given->memory->size, given->readonly);
  if (!memory) return NULL;
  memory->context = RT_NEW_REF(given);
  memory->check = check_given;
  memory->release = release_given;
  RtMemoryView *view = view_like(given);
  if (!view) return rt_decref_object(memory), NULL;
  rt_decref_object(view->memory);
  view->memory = memory;
  return view;
}

RtValue rt_memoryview_of(RtValue v) {
  if (rt_is_memoryview(v)) return is_alive(RT_MEMORYVIEW(v)) ? rt_value(view_like(RT_MEMORYVIEW(v))) : 0;
  RtMemory *memory = memory_of_bytes(v);
  if (memory || rt_pending) return memory ? rt_memoryview_new(memory, 'B') : 0;
  RtValue method = rt_lookup_special(v, RT_NAME(__buffer__)), flags = rt_from_small(284);
  if (!method) return rt_pending ? 0 : rt_raise_type_of("memoryview: a bytes-like object is required, not '%s'", v);
  RtValue given = rt_call(method, &flags, 1, NULL);
  rt_decref(method);
  RtMemoryView *view = given && rt_is_memoryview(given) ? view_owned_by(v, RT_MEMORYVIEW(given)) : NULL;
  if (given && !view && !rt_pending) rt_raise_string(&rt_exc_TypeError, "__buffer__ returned non-memoryview object");
  rt_xdecref(given);
  return rt_value(view);
}

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  static const char *const names[] = {"object", NULL};
  RtValue object = 0;
  return rt_parse_args("memoryview", names, 1, 0, args, nargs, kwnames, &object) < 0 ? 0 : rt_memoryview_of(object);
}

static void dealloc(RtObject *object) {
  RtMemoryView *view = (RtMemoryView *)object;
  if (view->memory) rt_decref_object(view->memory);
  rt_free_object(view, sizeof *view);
}

static RtValue repr(RtValue v) {
  char text[48];
  snprintf(text, sizeof text, "<%s at 0x%llx>", RT_MEMORYVIEW(v)->memory ? "memory" : "released memory", (unsigned long long)v);
  return rt_value(rt_str_from_utf8(text, -1));
}

/* ---- elements ---- */
static int64_t length(RtValue v) { return is_alive(RT_MEMORYVIEW(v)) ? RT_MEMORYVIEW(v)->length : -1; }

/* Where the element at that index is; NULL: raised. */
static uint8_t *element_at(RtMemoryView *view, int64_t index) {
  uint8_t *first;
  if (!rt_memoryview_reach(view, &first)) return NULL;
  if (index < 0) index += view->length;
  if ((uint64_t)index < (uint64_t)view->length) return first + index * view->stride;
  rt_raise_string(&rt_exc_IndexError, "index out of bounds on dimension 1");
  return NULL;
}

static RtMemoryView *slice_of(RtMemoryView *view, RtSlice *slice) {
  int64_t start, stop, step, count;
  if (!is_alive(view) || rt_slice_indices(slice, view->length, &start, &stop, &step, &count) < 0) return NULL;
  RtMemoryView *part = is_alive(view) ? view_like(view) : NULL; /* an __index__ may have released it */
  if (!part) return NULL;
  part->offset += count ? start * view->stride : 0;
  part->length = count;
  part->stride *= step;
  return part;
}

static bool is_slice(RtValue key) { return rt_typeof(key) == &rt_type_slice; }

static RtValue getitem(RtValue self, RtValue key) {
  RtMemoryView *view = RT_MEMORYVIEW(self);
  int64_t index;
  if (is_slice(key)) return rt_value(slice_of(view, (RtSlice *)rt_object(key)));
  if (!rt_str_is_index(key)) return rt_raise_string(&rt_exc_TypeError, "memoryview: invalid slice key");
  if (rt_index(key, &index, false) < 0) return 0;
  const uint8_t *at = element_at(view, index);
  return at ? rt_memoryview_unpack(at, view->format) : 0;
}

static void copy_items(uint8_t *to, int64_t to_stride, const uint8_t *from, int64_t from_stride, int64_t count, int64_t size) {
  if (to_stride == size && from_stride == size) memmove(to, from, (size_t)(count * size));
  else
    for (int64_t i = 0; i < count; i++) memcpy(to + i * to_stride, from + i * from_stride, (size_t)size);
}

RtValue rt_memoryview_tobytes(RtMemoryView *view) {
  uint8_t *first;
  if (!rt_memoryview_reach(view, &first)) return 0;
  RtBytes *bytes = rt_bytes_new(view->length * view->itemsize);
  if (bytes && view->length) copy_items(bytes->data, view->itemsize, first, view->stride, view->length, view->itemsize);
  return rt_value(bytes);
}

static bool has_buffer_method(RtValue v) {
  RtValue method = rt_lookup_special(v, RT_NAME(__buffer__));
  rt_xdecref(method);
  rt_clear_pending();
  return method != 0;
}

static int set_slice(RtMemoryView *view, RtSlice *slice, RtValue value) {
  if (!rt_is_memoryview(value) && !has_buffer_method(value)) {
    RtBytesView bytes;
    if (rt_bytes_view_arg(value, &bytes) < 0) return -1;
  }
  RtValue source = rt_memoryview_of(value);
  RtMemoryView *part = source ? slice_of(view, slice) : NULL;
  RtValue copy = part ? rt_memoryview_tobytes(RT_MEMORYVIEW(source)) : 0; /* they may overlap */
  uint8_t *to;
  int status = -1;
  if (copy && (RT_MEMORYVIEW(source)->format != part->format || RT_MEMORYVIEW(source)->length != part->length))
    rt_raise_string(&rt_exc_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
  else if (copy && rt_memoryview_reach(part, &to)) {
    if (part->length) copy_items(to, part->stride, ((RtBytes *)rt_object(copy))->data, part->itemsize, part->length, part->itemsize);
    status = 0;
  }
  rt_xdecref(source), rt_xdecref(rt_value(part)), rt_xdecref(copy);
  return status;
}

static int setitem(RtValue self, RtValue key, RtValue value) {
  RtMemoryView *view = RT_MEMORYVIEW(self);
  uint8_t bits[8];
  int64_t index;
  if (!is_alive(view)) return -1;
  if (view->readonly) return rt_raise_string(&rt_exc_TypeError, "cannot modify read-only memory"), -1;
  if (!value) return rt_raise_string(&rt_exc_TypeError, "cannot delete memory"), -1;
  if (is_slice(key)) return set_slice(view, (RtSlice *)rt_object(key), value);
  if (!rt_str_is_index(key)) return rt_raise_string(&rt_exc_TypeError, "memoryview: invalid slice key"), -1;
  if (rt_index(key, &index, false) < 0 || !element_at(view, index)) return -1;
  if (rt_memoryview_pack(bits, view->format, value) < 0) return -1;
  uint8_t *at = element_at(view, index); /* again: the conversion may have run code */
  if (!at) return -1;
  memcpy(at, bits, view->itemsize);
  return 0;
}

/* ---- comparing ---- */
static int same_items(RtMemoryView *a, RtMemoryView *b) {
  bool is_real = a->format == 'f' || a->format == 'd' || a->format == '?';
  for (int64_t i = 0; i < a->length; i++) {
    const uint8_t *x = element_at(a, i), *y = x ? element_at(b, i) : NULL;
    if (!y) return -1;
    if (a->format == b->format && !is_real) {
      if (memcmp(x, y, a->itemsize) != 0) return 0;
      continue;
    }
    RtValue left = rt_memoryview_unpack(x, a->format), right = left ? rt_memoryview_unpack(y, b->format) : 0;
    int same = right ? rt_compare_bool(left, right, RT_EQ) : -1;
    rt_xdecref(left), rt_xdecref(right);
    if (same != 1) return same;
  }
  return 1;
}

static RtValue compare(RtValue a, RtValue b, RtCmp op) {
  if ((op != RT_EQ && op != RT_NE) || !rt_is_memoryview(a)) return rt_notimplemented();
  RtMemoryView *view = RT_MEMORYVIEW(a);
  if (!view->memory || (rt_is_memoryview(b) && !RT_MEMORYVIEW(b)->memory)) return rt_bool_ref((a == b) == (op == RT_EQ));
  RtBytesView bytes;
  if (!rt_is_memoryview(b) && !rt_bytes_view(b, &bytes) && !has_buffer_method(b)) return rt_notimplemented();
  RtValue other = rt_memoryview_of(b);
  if (!other) return 0;
  int same = RT_MEMORYVIEW(other)->length == view->length ? same_items(view, RT_MEMORYVIEW(other)) : 0;
  rt_decref(other);
  return same < 0 ? 0 : rt_bool_ref(same == (op == RT_EQ));
}

static int64_t hash(RtValue self) {
  RtMemoryView *view = RT_MEMORYVIEW(self);
  if (view->hash) return view->hash;
  if (!is_alive(view)) return -1;
  if (!view->readonly) return rt_raise_string(&rt_exc_ValueError, "cannot hash writable memoryview object"), -1;
  if (!strchr("Bbc", view->format)) return rt_raise_string(&rt_exc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"), -1;
  if (view->memory->owner && rt_hash(view->memory->owner) == -1 && rt_pending) return -1;
  RtValue bytes = rt_memoryview_tobytes(view);
  if (!bytes) return -1;
  view->hash = rt_hash(bytes);
  rt_decref(bytes);
  return view->hash;
}

/* ---- iterating ---- */
typedef struct MemoryIterator {
  RtObject head;
  RtMemoryView *view; /* owned; NULL: exhausted */
  int64_t index;
} MemoryIterator;

static void iterator_dealloc(RtObject *object) {
  rt_xdecref(rt_value(((MemoryIterator *)object)->view));
  rt_free_object(object, sizeof(MemoryIterator));
}

static RtValue iterator_next(RtValue self) {
  MemoryIterator *it = (MemoryIterator *)rt_object(self);
  uint8_t *first;
  if (!it->view) return 0;
  if (it->index < it->view->length)
    return rt_memoryview_reach(it->view, &first) ? rt_memoryview_unpack(first + it->index++ * it->view->stride, it->view->format) : 0;
  rt_decref_object(it->view);
  it->view = NULL;
  return 0;
}

static RtType iterator_type = {
    .head = RT_STATIC_HEAD,
    .name = "memory_iterator",
    .flags = RT_TYPE_NO_SUBCLASS,
    .instance_size = sizeof(MemoryIterator),
    .base = &rt_type_object,
    .dealloc = iterator_dealloc,
    .iter = rt_new_ref,
    .next = iterator_next,
};

static RtValue iter(RtValue self) {
  if (!is_alive(RT_MEMORYVIEW(self))) return 0;
  MemoryIterator *it = rt_alloc(&iterator_type, sizeof *it);
  if (it) it->view = RT_NEW_REF(RT_MEMORYVIEW(self));
  return rt_value(it);
}

/* ---- methods ---- */
RT_METHOD(enter) { return is_alive(RT_MEMORYVIEW(self)) ? rt_new_ref(self) : 0; }

RT_METHOD(release) {
  RtMemory *memory = RT_MEMORYVIEW(self)->memory;
  RT_MEMORYVIEW(self)->memory = NULL;
  if (memory) rt_decref_object(memory);
  return rt_none();
}

RT_METHOD(tobytes) {
  static const char *const names[] = {"order", NULL};
  RtValue order = 0;
  if (rt_parse_args("tobytes", names, 0, 0, args, nargs, kwnames, &order) < 0) return 0;
  if (order && order != RT_NONE) {
    if (!rt_is_str(order)) return rt_raise_type_of("tobytes() argument 'order' must be str or None, not %s", order);
    RtStr *s = rt_str_of(order);
    if (s->length != 1 || !strchr("CFA", s->data[0])) return rt_raise_string(&rt_exc_ValueError, "order must be 'C', 'F' or 'A'");
  }
  return rt_memoryview_tobytes(RT_MEMORYVIEW(self));
}

RT_METHOD(hex) {
  RtValue bytes = rt_memoryview_tobytes(RT_MEMORYVIEW(self));
  RtValue text = bytes ? rt_bytes_method_hex(bytes, args, nargs, kwnames) : 0;
  rt_xdecref(bytes);
  return text;
}

RT_METHOD(tolist) { return is_alive(RT_MEMORYVIEW(self)) ? rt_value(rt_list_from_iterable(self)) : 0; }

RT_METHOD(toreadonly) {
  RtMemoryView *view = is_alive(RT_MEMORYVIEW(self)) ? view_like(RT_MEMORYVIEW(self)) : NULL;
  if (view) view->readonly = true;
  return rt_value(view);
}

static char format_argument(RtValue v) {
  if (!rt_is_str(v)) return rt_raise_argument("cast() argument 'format' must be str, not %s", v), 0;
  RtStr *s = rt_str_of(v);
  int64_t at = s->length == 2 && s->data[0] == '@';
  if (s->kind == 1 && s->length == at + 1 && rt_memoryview_itemsize((char)s->data[at])) return (char)s->data[at];
  rt_raise_string(&rt_exc_ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  return 0;
}

/* A shape says nothing new of one dimension. */
static int check_shape(RtValue shape, int64_t count) {
  int64_t length = rt_is_list(shape) || rt_is_tuple(shape) ? rt_len(shape) : -1, wanted;
  if (length < 0) return rt_pending ? -1 : (rt_raise_string(&rt_exc_TypeError, "shape must be a list or a tuple"), -1);
  if (length != 1) return rt_raise_string(&rt_exc_NotImplementedError, "memoryview: views of several dimensions are not supported"), -1;
  RtValue first = rt_getitem(shape, rt_from_small(0));
  int status = first ? rt_index(first, &wanted, false) : -1;
  rt_xdecref(first);
  if (status == 0 && wanted == count) return 0;
  if (status == 0) rt_raise_string(&rt_exc_TypeError, "memoryview: product(shape) * itemsize != buffer size");
  return -1;
}

RT_METHOD(cast) {
  static const char *const names[] = {"format", "shape", NULL};
  RtMemoryView *view = RT_MEMORYVIEW(self);
  RtValue given[2] = {0, 0};
  if (!is_alive(view) || rt_parse_args("cast", names, 1, 0, args, nargs, kwnames, given) < 0) return 0;
  char format = format_argument(given[0]);
  if (!format) return 0;
  if (!rt_memoryview_is_contiguous(view)) return rt_raise_string(&rt_exc_TypeError, "memoryview: casts are restricted to C-contiguous views");
  if (!strchr("Bbc", format) && !strchr("Bbc", view->format)) return rt_raise_string(&rt_exc_TypeError, "memoryview: cannot cast between two non-byte formats");
  int64_t size = rt_memoryview_itemsize(format), bytes = view->length * view->itemsize;
  if (bytes % size) return rt_raise_string(&rt_exc_TypeError, "memoryview: length is not a multiple of itemsize");
  if (given[1] && check_shape(given[1], bytes / size) < 0) return 0;
  RtMemoryView *other = view_like(view);
  if (!other) return 0;
  other->format = format, other->itemsize = (uint8_t)size;
  other->at_sign = rt_str_of(given[0])->length == 2;
  other->stride = size, other->length = bytes / size;
  return rt_value(other);
}

static RtValue one_of(int64_t number) {
  RtTuple *tuple = rt_tuple_new(1);
  if (tuple) tuple->items[0] = rt_int_box(number);
  return rt_value(tuple);
}

#define GETTER(name, expression)                 \
  RT_METHOD(get_##name) {                        \
    RtMemoryView *view = RT_MEMORYVIEW(self);    \
    return is_alive(view) ? (expression) : 0;    \
  }
GETTER(obj, view->memory->owner ? rt_new_ref(view->memory->owner) : rt_none())
GETTER(nbytes, rt_int_box(view->length * view->itemsize))
GETTER(readonly, rt_bool_ref(view->readonly))
GETTER(itemsize, rt_from_small(view->itemsize))
GETTER(format, rt_value(rt_str_from_utf8((const char[]){view->at_sign ? '@' : view->format, view->format}, 1 + view->at_sign)))
GETTER(ndim, rt_from_small(1))
GETTER(shape, one_of(view->length))
GETTER(strides, one_of(view->stride))
GETTER(suboffsets, rt_value(rt_tuple_new(0)))
GETTER(contiguous, rt_bool_ref(rt_memoryview_is_contiguous(view)))

static const RtMethodDef methods[] = {
    {"__enter__", enter, 0, 0, 0}, {"__exit__", release, 0, -1, 0},
    {"release", release, 0, 0, 0}, {"tobytes", tobytes, 0, -1, RT_METHOD_KEYWORDS},
    {"hex", hex, 0, -1, RT_METHOD_KEYWORDS}, {"tolist", tolist, 0, 0, 0},
    {"toreadonly", toreadonly, 0, 0, 0}, {"cast", cast, 0, -1, RT_METHOD_KEYWORDS},
#define ROW(name) {#name, get_##name, 0, 0, RT_METHOD_GETTER}
    ROW(obj), ROW(nbytes), ROW(readonly), ROW(itemsize), ROW(format), ROW(ndim), ROW(shape), ROW(strides), ROW(suboffsets), ROW(contiguous),
    {"c_contiguous", get_contiguous, 0, 0, RT_METHOD_GETTER}, {"f_contiguous", get_contiguous, 0, 0, RT_METHOD_GETTER},
    {0}};

RtType rt_type_memoryview = {
    .head = RT_STATIC_HEAD,
    .name = "memoryview",
    .flags = RT_TYPE_NO_SUBCLASS,
    .instance_size = sizeof(RtMemoryView),
    .base = &rt_type_object,
    .dealloc = dealloc,
    .repr = repr,
    .iter = iter,
    .hash = hash,
    .compare = compare,
    .length = length,
    .getitem = getitem,
    .setitem = setitem,
    .construct = construct,
    .methods = methods,
};
