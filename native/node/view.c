/*
 * TypedArrays, ArrayBuffers and DataViews as memoryviews, and back, without a copy.
 *
 * A memoryview of JavaScript's memory holds its TypedArray. JavaScript may detach or shrink the ArrayBuffer whenever its code runs, so each
 * use of the view asks for the memory again if any code of JavaScript may have run since the last (node_epoch): what is gone is a ValueError.
 * Memory of Python's that goes out is held by the ArrayBuffer; a bytearray can't be resized meanwhile.
 */
#include "node.h"
#include "memoryview.h"
#include <stdlib.h>

uint64_t node_epoch;

/* By napi_typedarray_type. */
static const char formats[] = {'b', 'B', 'B', 'h', 'H', 'i', 'I', 'f', 'd', 'q', 'Q'};

typedef struct Source {
  napi_ref array; /* strong: the TypedArray, ArrayBuffer or DataView */
  uint64_t epoch;
} Source;

typedef struct Window {
  void *data;
  size_t size; /* in bytes */
  char format;
} Window;

/* 1; 0: it is none of these; -1: raised. */
static int window_of(napi_value v, Window *w) {
  bool is;
  napi_typedarray_type type;
  w->format = 'B';
  if (!node_ok(napi_is_typedarray(node_env, v, &is))) return -1;
  if (is) {
    if (!node_ok(napi_get_typedarray_info(node_env, v, &type, &w->size, &w->data, NULL, NULL))) return -1;
    if ((size_t)type >= sizeof formats) return 0;
    w->format = formats[type];
    w->size = w->data ? w->size * (size_t)rt_memoryview_itemsize(w->format) : 0;
    return 1;
  }
  if (!node_ok(napi_is_arraybuffer(node_env, v, &is))) return -1;
  if (is) return node_ok(napi_get_arraybuffer_info(node_env, v, &w->data, &w->size)) ? 1 : -1;
  if (!node_ok(napi_is_dataview(node_env, v, &is))) return -1;
  if (!is) return 0;
  return node_ok(napi_get_dataview_info(node_env, v, &w->size, &w->data, NULL, NULL)) ? 1 : -1;
}

static napi_value array_of(const RtMemory *memory) {
  napi_value v;
  return node_ok(napi_get_reference_value(node_env, ((Source *)memory->context)->array, &v)) ? v : NULL;
}

static int check(RtMemory *memory) {
  Source *source = memory->context;
  if (RT_LIKELY(source->epoch == node_epoch)) return 0;
  napi_handle_scope scope;
  Window now = {NULL, 0, 0};
  if (!node_env || napi_open_handle_scope(node_env, &scope) != napi_ok) return rt_raise_string(&rt_exc_ValueError, "the memory of this view is gone"), -1;
  napi_value v = array_of(memory);
  int found = v ? window_of(v, &now) : -1;
  napi_close_handle_scope(node_env, scope);
  if (rt_pending) return -1;
  if (found <= 0 || (int64_t)now.size < memory->size) return rt_raise_string(&rt_exc_ValueError, "the ArrayBuffer of this memoryview has been detached or resized"), -1;
  memory->data = now.data;
  source->epoch = node_epoch;
  return 0;
}

static void release(RtMemory *memory) {
  Source *source = memory->context;
  if (node_env) napi_delete_reference(node_env, source->array);
  free(source);
}

RtValue node_view_to_python(napi_value v) {
  Window w;
  RtValue known = node_unwrap(v);
  if (known || rt_pending) return known;
  if (window_of(v, &w) <= 0) return 0;
  Source *source = node_memory(sizeof *source);
  if (!source) return 0;
  if (!node_ok(napi_create_reference(node_env, v, 1, &source->array))) return free(source), 0;
  RtMemory *memory = rt_memory_new(0, w.data, (int64_t)w.size, false);
  if (!memory) return napi_delete_reference(node_env, source->array), free(source), 0;
  source->epoch = node_epoch;
  memory->context = source;
  memory->check = check;
  memory->release = release;
  return rt_memoryview_new(memory, w.format);
}

/* ---- out ---- */

static napi_typedarray_type type_of(char format) {
  for (size_t i = 0; i < sizeof formats; i++)
    if (formats[i] == format && i != napi_uint8_clamped_array) return (napi_typedarray_type)i;
  int64_t size = rt_memoryview_itemsize(format);
  bool is_signed = format >= 'a';
  return size == 8 ? (is_signed ? napi_bigint64_array : napi_biguint64_array) : size == 4 ? (is_signed ? napi_int32_array : napi_uint32_array) : napi_uint8_array;
}

static napi_value typed_array(const RtMemoryView *view, napi_value buffer, size_t offset) {
  napi_value array;
  return node_ok(napi_create_typedarray(node_env, type_of(view->format), (size_t)view->length, buffer, offset, &array)) ? array : NULL;
}

static napi_value copy_of(RtMemoryView *view) {
  RtValue bytes = rt_memoryview_tobytes(view);
  void *to;
  napi_value buffer, array = NULL;
  RtBytesView from;
  if (!bytes) return NULL;
  rt_bytes_view(bytes, &from);
  if (node_ok(napi_create_arraybuffer(node_env, (size_t)from.length, &to, &buffer))) {
    if (from.length) memcpy(to, from.data, (size_t)from.length);
    array = typed_array(view, buffer, 0);
  }
  rt_decref(bytes);
  return array;
}

/* A view of JavaScript's own memory: the same object, or another TypedArray of the same ArrayBuffer. NULL without an exception: neither. */
static napi_value back_to_js(RtMemoryView *view, const uint8_t *first) {
  Window w;
  napi_value array = array_of(view->memory), buffer;
  bool is;
  if (!array || window_of(array, &w) <= 0) return NULL;
  if (first == w.data && view->length * view->itemsize == (int64_t)w.size && view->format == w.format) return array;
  size_t offset = 0;
  if (napi_is_arraybuffer(node_env, array, &is) == napi_ok && is) buffer = array;
  else if (napi_is_typedarray(node_env, array, &is) == napi_ok && is) {
    if (!node_ok(napi_get_typedarray_info(node_env, array, NULL, NULL, NULL, &buffer, &offset))) return NULL;
  } else if (!node_ok(napi_get_dataview_info(node_env, array, NULL, NULL, &buffer, &offset))) return NULL;
  if (napi_is_arraybuffer(node_env, buffer, &is) != napi_ok || !is) return NULL; /* a SharedArrayBuffer */
  offset += (size_t)(first - (uint8_t *)w.data);
  return offset % view->itemsize == 0 ? typed_array(view, buffer, offset) : NULL;
}

static void release_memory(napi_env env, void *data, void *hint) {
  (void)env, (void)data;
  node_release_later(rt_value(hint));
}

/* Memory of Python's, lent to JavaScript. NULL without an exception: external buffers are refused here. */
static napi_value lend(RtMemoryView *view, uint8_t *first) {
  napi_value buffer;
  napi_status status = napi_create_external_arraybuffer(node_env, first, (size_t)(view->length * view->itemsize), release_memory, view->memory, &buffer);
  if (status == napi_no_external_buffers_allowed) return NULL;
  if (!node_ok(status)) return NULL;
  rt_incref_object(view->memory);
  napi_value array = typed_array(view, buffer, 0);
  return array && node_wrap(array, rt_value(view)) == 0 ? array : NULL;
}

napi_value node_view_to_js(RtValue v) {
  napi_value known = node_wrapped(v);
  if (known) return known;
  RtMemoryView *view = RT_MEMORYVIEW(v);
  uint8_t *first;
  if (!rt_memoryview_reach(view, &first)) return NULL;
  bool shared = !view->readonly && view->length > 0 && rt_memoryview_is_contiguous(view) && (uintptr_t)first % view->itemsize == 0;
  napi_value array = !shared ? NULL : view->memory->check == check ? back_to_js(view, first) : lend(view, first);
  if (array || rt_pending) return array;
  return copy_of(view);
}
