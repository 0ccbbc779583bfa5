/* Buffers, TypedArrays and ArrayBuffers. */
#include "node.h"
#include "bytes.h"
#include "list.h"

static int typed_array_view(napi_value v, const uint8_t **data, size_t *length) {
  static const uint8_t widths[] = {1, 1, 1, 2, 2, 4, 4, 4, 8, 8, 8, 2};
  napi_typedarray_type type;
  void *at;
  size_t count;
  if (!node_ok(napi_get_typedarray_info(node_env, v, &type, &count, &at, NULL, NULL))) return -1;
  if ((size_t)type >= sizeof widths) return 0;
  *data = at;
  *length = at ? count * widths[type] : 0; /* of a detached buffer nothing is left */
  return 1;
}

int node_bytes_view(napi_value v, const uint8_t **data, size_t *length) {
  bool is;
  void *at;
  if (!node_ok(napi_is_typedarray(node_env, v, &is))) return -1;
  if (is) return typed_array_view(v, data, length);
  if (!node_ok(napi_is_arraybuffer(node_env, v, &is))) return -1;
  if (is) {
    if (!node_ok(napi_get_arraybuffer_info(node_env, v, &at, length))) return -1;
    *data = at;
    return 1;
  }
  if (!node_ok(napi_is_dataview(node_env, v, &is))) return -1;
  if (!is) return 0;
  if (!node_ok(napi_get_dataview_info(node_env, v, length, &at, NULL, NULL))) return -1;
  *data = at;
  return 1;
}

#define WIDEN(Type, field)                                                                                           \
  for (size_t i = 0; i < count; i++) list->items.field[i] = (__typeof__(*list->items.field))((const Type *)data)[i]

static RtList *unsigned_list(const uint64_t *data, size_t count) {
  RtList *list = rt_list_new((int64_t)count);
  for (size_t i = 0; list && i < count; i++) {
    RtValue item = rt_int_from_u64(data[i]);
    if (item && rt_list_append(list, item) == 0) {
      rt_decref(item);
      continue;
    }
    rt_xdecref(item);
    rt_decref_object(list);
    return NULL;
  }
  return list;
}

RtValue node_array_to_list(napi_value v) {
  bool is;
  napi_typedarray_type type;
  size_t count;
  void *data;
  if (!node_ok(napi_is_typedarray(node_env, v, &is)) || !is) return 0;
  if (!node_ok(napi_get_typedarray_info(node_env, v, &type, &count, &data, NULL, NULL))) return 0;
  if (!data) count = 0;
  if (type == napi_biguint64_array) return rt_value(unsigned_list(data, count));
  bool is_float = type == napi_float32_array || type == napi_float64_array;
  RtList *list = rt_list_new_kind(is_float ? RT_LIST_FLOAT : RT_LIST_INT, (int64_t)count);
  if (!list) return 0;
  switch (type) {
    case napi_float64_array: if (count) memcpy(list->items.floats, data, count * sizeof(double)); break;
    case napi_float32_array: WIDEN(float, floats); break;
    case napi_bigint64_array: if (count) memcpy(list->items.ints, data, count * sizeof(int64_t)); break;
    case napi_int8_array: WIDEN(int8_t, ints); break;
    case napi_uint8_array: case napi_uint8_clamped_array: WIDEN(uint8_t, ints); break;
    case napi_int16_array: WIDEN(int16_t, ints); break;
    case napi_uint16_array: WIDEN(uint16_t, ints); break;
    case napi_int32_array: WIDEN(int32_t, ints); break;
    case napi_uint32_array: WIDEN(uint32_t, ints); break;
    default:
      rt_decref_object(list);
      rt_raise_string(&rt_exc_TypeError, "a TypedArray of unknown kind");
      return 0;
  }
  list->length = (int64_t)count;
  return rt_value(list);
}

enum { EXTERNAL_FROM = 16384 };

static void release_bytes(napi_env env, void *data, void *hint) {
  (void)env, (void)data;
  node_release_later(rt_value(hint));
}

/* Bytes that nobody else holds are given away; others are copied, since JavaScript may write into them. */
napi_value node_bytes_to_js(RtValue v) {
  napi_value result;
  RtBytesView view = {NULL, 0};
  rt_bytes_view(v, &view);
  bool plain = rt_typeof(v) == &rt_type_bytes || (rt_typeof(v) == &rt_type_bytearray && ((RtByteArray *)rt_object(v))->exports == 0);
  if (view.length >= EXTERNAL_FROM && plain && rt_object(v)->refcount == 1) {
    RtObject *bytes = rt_object(v);
    napi_status status = napi_create_external_buffer(node_env, (size_t)view.length, (void *)(uintptr_t)view.data, release_bytes, bytes, &result);
    if (status == napi_ok) {
      rt_incref_object(bytes);
      return result;
    }
    if (status != napi_no_external_buffers_allowed) return node_failed(status), NULL;
  }
  return node_ok(napi_create_buffer_copy(node_env, (size_t)view.length, view.data, NULL, &result)) ? result : NULL;
}
