/* From Python to JavaScript: by what the value is; annotations only decide about ints and dicts. */
#include "node.h"
#include "bytes.h"
#include "dict.h"
#include "exception.h"
#include "function.h"
#include "list.h"
#include "memoryview.h"
#include "set.h"
#include "str.h"
#include "type.h"

enum { FEW = 4 };

static napi_value double_to_js(double d) {
  napi_value result;
  return node_ok(napi_create_double(node_env, d, &result)) ? result : NULL;
}

/* ---- sequences ---- */

static napi_value item_of(RtList *list, int64_t i, const NodeType *type) {
  if (list->kind == RT_LIST_FLOAT) return double_to_js(list->items.floats[i]);
  RtValue item = rt_list_get(list, i);
  napi_value result = item ? node_to_js(item, type) : NULL;
  rt_xdecref(item);
  return result;
}

static const NodeType *type_at(const NodeType *const *types, int64_t count, int64_t i) {
  return count == 0 ? &node_type_any : types[i < count ? i : count - 1];
}

/* NULL without an exception: somebody has shortened the list meanwhile. */
static napi_value item_at(RtValue source, int64_t i, const NodeType *type) {
  RtList *list = rt_is_list(source) ? (RtList *)rt_object(source) : NULL;
  if (!list) return node_to_js(((RtTuple *)rt_object(source))->items[i], type);
  return i < list->length ? item_of(list, i, type) : NULL;
}

/* A list or a tuple; `types` by position, the last one for the rest. */
static napi_value sequence_to_js(RtValue source, int64_t length, const NodeType *const *types, int64_t type_count) {
  napi_value array, item;
  if (length > UINT32_MAX) return (rt_raise_string(&rt_exc_OverflowError, "too many elements for a JavaScript Array"), NULL);
  if (!node_ok(length <= FEW ? napi_create_array_with_length(node_env, (size_t)length, &array) : napi_create_array(node_env, &array))) return NULL;
  for (int64_t i = 0; length <= FEW && i < length; i++)
    if (!(item = item_at(source, i, type_at(types, type_count, i))) || !node_ok(napi_set_element(node_env, array, (uint32_t)i, item))) return rt_pending ? NULL : array;
  if (length <= FEW) return array;
  NodeBatch batch = {.helper = NODE_HELPER_PUSH, .count = 1, .args = {array}};
  for (int64_t i = 0; i < length; i++) {
    item = node_batch_begin(&batch) ? item_at(source, i, type_at(types, type_count, i)) : NULL;
    if (!item) break;
    batch.args[batch.count++] = item;
  }
  if (rt_pending) return node_batch_drop(&batch), NULL;
  return node_batch_flush(&batch) ? array : NULL;
}

static const NodeType *const *types_of(const NodeType *type, int64_t *count) {
  bool has = type->kind == NODE_LIST || type->kind == NODE_ROW || type->kind == NODE_TUPLE || type->kind == NODE_ITERABLE;
  *count = has ? type->count : 0;
  return (const NodeType *const *)type->items;
}

static napi_value list_to_js(RtValue v, const NodeType *type) {
  int64_t count;
  const NodeType *const *types = types_of(type, &count);
  return sequence_to_js(v, ((RtList *)rt_object(v))->length, types, count);
}

static napi_value tuple_to_js(RtValue v, const NodeType *type) {
  int64_t count;
  const NodeType *const *types = types_of(type, &count);
  return sequence_to_js(v, ((RtTuple *)rt_object(v))->length, types, count);
}

/* What any iterable gives, as an Array. */
static napi_value iterable_to_array(RtValue v, const NodeType *type) {
  RtList *list = rt_list_from_iterable(v);
  if (!list) return NULL;
  napi_value result = list_to_js(rt_value(list), type);
  rt_decref_object(list);
  return result;
}

static napi_value set_to_js(RtValue v, const NodeType *type) {
  bool has = type->kind == NODE_SET || type->kind == NODE_FROZENSET;
  NodeType row = {.kind = NODE_ROW, .count = 1, .items = has ? type->items : NULL};
  napi_value items = iterable_to_array(v, has ? &row : &node_type_any);
  return items ? node_help(NODE_HELPER_SET, 1, &items) : NULL;
}

/* ---- dicts ---- */

static bool has_text_keys(RtDict *dict) {
  RtValue key, value;
  for (int64_t at = 0; rt_dict_next(dict, &at, &key, &value);)
    if (!rt_is_str(key)) return false;
  return true;
}

static bool is_proto(RtValue key) {
  RtStr *s = (RtStr *)rt_object(rt_base_value(key));
  return s->kind == 1 && s->length == 9 && memcmp(s->data, "__proto__", 9) == 0;
}

/* An own property of that name, also where assignment means something else. */
static bool put_property(napi_value object, RtValue key, napi_value name, napi_value value) {
  if (!is_proto(key)) return node_ok(napi_set_property(node_env, object, name, value));
  napi_property_descriptor property = {.name = name, .value = value, .attributes = napi_writable | napi_enumerable | napi_configurable};
  return node_ok(napi_define_properties(node_env, object, 1, &property));
}

static const NodeType *value_type(const NodeType *type, RtValue key) {
  if (type->kind == NODE_DICT) return type->items[1];
  if (type->kind != NODE_RECORD) return &node_type_any;
  for (int32_t i = 0; i < type->count; i++) {
    RtStr *s = (RtStr *)rt_object(rt_base_value(key));
    NodeText name = type->fields[i].name;
    if (s->kind == 1 && s->length == name.length && memcmp(s->data, name.bytes, (size_t)name.length) == 0) return type->items[i];
  }
  return &node_type_any;
}

static napi_value dict_to_object(RtDict *dict, const NodeType *type) {
  NodeBatch batch = {.helper = NODE_HELPER_PUT, .count = 1};
  RtValue key, value;
  bool few = dict->length <= FEW;
  if (!node_ok(napi_create_object(node_env, &batch.args[0]))) return NULL;
  for (int64_t at = 0; rt_dict_next(dict, &at, &key, &value);) {
    bool now = few || is_proto(key); /* not before those that wait: the order is kept */
    if ((now && !node_batch_flush(&batch)) || !node_batch_begin(&batch)) return NULL;
    rt_incref(value);
    napi_value name = node_str_to_js((RtStr *)rt_object(rt_base_value(key)));
    napi_value item = name ? node_to_js(value, value_type(type, key)) : NULL;
    rt_decref(value);
    if (!item || (now && !put_property(batch.args[0], key, name, item))) return node_batch_drop(&batch), NULL;
    if (!now) batch.args[batch.count++] = name, batch.args[batch.count++] = item;
  }
  return node_batch_flush(&batch) ? batch.args[0] : NULL;
}

static napi_value dict_to_map(RtDict *dict, const NodeType *type) {
  napi_value flat;
  RtValue key, value;
  uint32_t count = 0;
  bool typed = type->kind == NODE_DICT;
  if (!node_ok(napi_create_array_with_length(node_env, (size_t)dict->length * 2, &flat))) return NULL;
  for (int64_t at = 0; rt_dict_next(dict, &at, &key, &value);) {
    napi_handle_scope scope;
    if (!node_ok(napi_open_handle_scope(node_env, &scope))) return NULL;
    rt_incref(key);
    rt_incref(value);
    napi_value k = node_to_js(key, typed ? type->items[0] : &node_type_any);
    napi_value v = k ? node_to_js(value, typed ? type->items[1] : &node_type_any) : NULL;
    bool done = v && node_ok(napi_set_element(node_env, flat, count, k)) && node_ok(napi_set_element(node_env, flat, count + 1, v));
    count += 2;
    rt_decref(key);
    rt_decref(value);
    napi_close_handle_scope(node_env, scope);
    if (!done) return NULL;
  }
  return node_help(NODE_HELPER_MAP, 1, &flat);
}

/* A plain object where all keys are text, by annotation or by what they are; else a Map. */
static napi_value dict_to_js(RtValue v, const NodeType *type) {
  RtDict *dict = rt_dict_of(v);
  NodeKind key = type->kind == NODE_DICT ? type->items[0]->kind : NODE_ANY;
  bool may_be_object = key == NODE_ANY || key == NODE_STR || key == NODE_LITERAL || key == NODE_UNION;
  return may_be_object && has_text_keys(dict) ? dict_to_object(dict, type) : dict_to_map(dict, type);
}

/* ---- anything ---- */

/* Of a union, the member that decides how the value crosses. */
static const NodeType *member_for(RtValue v, const NodeType *type) {
  for (int32_t i = 0; i < type->count; i++) {
    const NodeType *member = type->items[i];
    switch (member->kind) {
      case NODE_INT: case NODE_INT_NUMBER: case NODE_INT_BIG: if (rt_is_int(v)) return member; break;
      case NODE_LIST: if (rt_is_list(v)) return member; break;
      case NODE_TUPLE: case NODE_ROW: if (rt_is_tuple(v)) return member; break;
      case NODE_DICT: case NODE_RECORD: if (rt_is_dict(v)) return member; break;
      case NODE_SET: case NODE_FROZENSET: if (rt_is_set(v)) return member; break;
      default: break;
    }
  }
  return &node_type_any;
}

static bool is_callable_type(const RtType *type) {
  if (type == &rt_type_function || type == &rt_type_builtin || type == &rt_type_method || type == &rt_type_method_descriptor) return true;
  return strcmp(type->name, "functools.partial") == 0 || strcmp(type->name, "functools._lru_cache_wrapper") == 0; /* not every module has their code */
}

/* An instance of a subclass of a built-in type crosses as that where the annotation says so; else it is an object like others. */
static napi_value built_in_to_js(RtValue v, const NodeType *type) {
  RtValue base = rt_base_value(v);
  switch (type->kind) {
    case NODE_INT: case NODE_INT_NUMBER: case NODE_INT_BIG: return rt_is_int(v) ? node_int_to_js(v, type->kind) : NULL;
    case NODE_FLOAT: return rt_is_float(v) ? double_to_js(((RtFloat *)rt_object(base))->value) : NULL;
    case NODE_STR: return rt_is_str(v) ? node_str_to_js((RtStr *)rt_object(base)) : NULL;
    case NODE_LIST: return rt_is_list(v) ? list_to_js(base, type) : NULL;
    case NODE_ROW: case NODE_TUPLE: return rt_is_tuple(v) ? tuple_to_js(base, type) : NULL;
    case NODE_DICT: case NODE_RECORD: return rt_is_dict(v) ? dict_to_js(v, type) : NULL;
    default: return NULL;
  }
}

static napi_value class_instance_to_js(RtValue v) {
  napi_value date = node_date_to_js(v);
  return date || rt_pending ? date : node_instance_to_js(v);
}

static napi_value object_to_js(RtValue v, const NodeType *type) {
  RtType *of = rt_ready(rt_typeof(v));
  if (node_is_proxy(v)) return node_proxy_value(v);
  napi_value built_in = built_in_to_js(v, type);
  if (built_in || rt_pending) return built_in;
  if (is_callable_type(of)) return node_callable_to_js(v);
  if (rt_is_type(v)) return node_class_to_js(rt_type_of(v));
  if (rt_is_exception(v)) return node_error_to_js(v);
  if (rt_is_class(of)) return class_instance_to_js(v);
  if (rt_is_dict(v)) return dict_to_js(v, type);
  if (rt_has_flag(v, RT_TYPE_SET)) return set_to_js(v, type);
  if (of == &rt_type_bytes || of == &rt_type_bytearray) return node_bytes_to_js(v);
  if (of == &rt_type_memoryview) return node_view_to_js(v);
  if (of == &rt_type_range || of == &rt_type_dict_keys || of == &rt_type_dict_values || of == &rt_type_dict_items) return iterable_to_array(v, type);
  if (node_is_awaitable(of)) return node_promise_to_js(v, type, NULL);
  if (node_is_async_iterator(of)) return node_async_iterator_to_js(v);
  if (of->next) return node_iterator_to_js(v, type->kind == NODE_ITERABLE ? type->items[0] : &node_type_any);
  return node_instance_to_js(v);
}

napi_value node_to_js(RtValue v, const NodeType *type) {
  if (type->kind == NODE_UNION) type = member_for(v, type);
  NodeKind policy = type->kind == NODE_INT || type->kind == NODE_INT_NUMBER || type->kind == NODE_INT_BIG ? type->kind : node_int_policy;
  if (rt_is_small(v)) return node_int_to_js(v, policy);
  const RtType *of = rt_object(v)->type;
  if (of == &rt_type_float) return double_to_js(((RtFloat *)rt_object(v))->value);
  if (of == &rt_type_str) return node_str_to_js((RtStr *)rt_object(v));
  if (v == RT_NONE) return node_null();
  if (v == RT_TRUE || v == RT_FALSE) return node_bool_to_js(v == RT_TRUE);
  if (of == &rt_type_int) return node_int_to_js(v, policy);
  if (rt_check_stack() < 0) return NULL;
  if (of == &rt_type_list) return list_to_js(v, type);
  if (of == &rt_type_tuple) return tuple_to_js(v, type);
  if (of == &rt_type_dict) return dict_to_js(v, type);
  return object_to_js(v, type);
}
