/* From JavaScript to Python: by the annotation where there is one, else by what the value is. */
#include "node.h"
#include "bytes.h"
#include "container.h"
#include "dict.h"
#include "float.h"
#include "list.h"
#include "memoryview.h"
#include "set.h"
#include "str.h"
#include "type.h"
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define SAFE 9007199254740991.0

static RtValue wrong(const NodeWhere *where, const NodeType *type, napi_value v) {
  return rt_pending ? 0 : node_raise_type(where, type, v);
}

static inline bool is_integral(double d) { return d >= -SAFE && d <= SAFE && d == (double)(int64_t)d; }

static RtValue to_int(napi_value v, const NodeType *type, const NodeWhere *where) {
  double d;
  if (napi_get_value_double(node_env, v, &d) == napi_ok) return RT_LIKELY(is_integral(d)) ? rt_from_small((int64_t)d) : wrong(where, type, v);
  RtValue big = node_bigint_to_python(v);
  return big ? big : wrong(where, type, v);
}

static RtValue to_float(napi_value v, const NodeType *type, const NodeWhere *where) {
  double d;
  return napi_get_value_double(node_env, v, &d) == napi_ok ? rt_float_new(rt_float_from_bits(d)) : wrong(where, type, v);
}

static RtValue to_bool(napi_value v, const NodeType *type, const NodeWhere *where) {
  bool b;
  return napi_get_value_bool(node_env, v, &b) == napi_ok ? rt_new_ref(rt_from_bool(b)) : wrong(where, type, v);
}

static RtValue to_str(napi_value v, const NodeType *type, const NodeWhere *where) {
  RtStr *s = node_str_to_python(v);
  return s ? rt_value(s) : wrong(where, type, v);
}

static bool is_nothing(napi_value v) {
  napi_valuetype kind;
  return napi_typeof(node_env, v, &kind) == napi_ok && (kind == napi_null || kind == napi_undefined);
}

static RtValue to_bytes(napi_value v, const NodeType *type, const NodeWhere *where) {
  const uint8_t *data;
  size_t length;
  if (type->kind == NODE_MEMORY) {
    RtValue view = node_view_to_python(v);
    return view && (rt_is_memoryview(view) || rt_has_flag(view, RT_TYPE_BYTES)) ? view : (rt_xdecref(view), wrong(where, type, v));
  }
  int is = node_bytes_view(v, &data, &length);
  if (is <= 0) return wrong(where, type, v);
  return type->kind == NODE_BYTEARRAY ? rt_value(rt_bytearray_from(data, (int64_t)length)) : rt_value(rt_bytes_from(data, (int64_t)length));
}

/* ---- arrays ---- */

/* 1 and the length, 0: it is no array, -1: raised. */
static int array_length(napi_value v, uint32_t *length) {
  bool is;
  if (!node_ok(napi_is_array(node_env, v, &is))) return -1;
  if (!is) return 0;
  return node_ok(napi_get_array_length(node_env, v, length)) ? 1 : -1;
}

static RtValue element(napi_value array, uint32_t index, const NodeType *type, const NodeWhere *where) {
  napi_value item;
  NodeWhere here = {where, NULL, NULL, NULL, (int64_t)index, {NULL, 0}};
  if (!node_ok(napi_get_element(node_env, array, index, &item))) return 0;
  return node_to_python(item, type, &here);
}

typedef struct Items {
  const NodeType *type;
  const NodeWhere *where;
  int (*add)(void *, RtValue);
  void *to;
} Items;

static int take_item(void *context, napi_value v, uint32_t index) {
  Items *items = context;
  NodeWhere here = {items->where, NULL, NULL, NULL, (int64_t)index, {NULL, 0}};
  RtValue item = node_to_python(v, items->type, &here);
  int status = item ? items->add(items->to, item) : -1;
  rt_xdecref(item);
  return status;
}

static int each_element(napi_value array, uint32_t length, const NodeType *type, const NodeWhere *where, int (*add)(void *, RtValue), void *to) {
  Items items = {type, where, add, to};
  return node_each_element(array, length, take_item, &items);
}

static int add_to_list(void *list, RtValue v) { return rt_list_append(list, v); }
static int add_to_set(void *set, RtValue v) { return rt_set_add(set, v); }

/* Lists of floats are filled without making objects. */
static int take_float(void *context, napi_value v, uint32_t index) {
  Items *items = context;
  double d;
  if (RT_LIKELY(napi_get_value_double(node_env, v, &d) == napi_ok)) return rt_list_append_float(items->to, rt_float_from_bits(d));
  NodeWhere here = {items->where, NULL, NULL, NULL, (int64_t)index, {NULL, 0}};
  return wrong(&here, items->type, v), -1;
}

/* Lists of strings, without counting each up and down again. */
static int take_str(void *context, napi_value v, uint32_t index) {
  Items *items = context;
  RtList *list = items->to;
  RtStr *s = node_str_to_python(v);
  if (RT_LIKELY(s && list->kind == RT_LIST_VALUE && list->length < list->capacity)) return list->items.values[list->length++] = rt_value(s), 0;
  NodeWhere here = {items->where, NULL, NULL, NULL, (int64_t)index, {NULL, 0}};
  if (!s) return wrong(&here, items->type, v), -1;
  int status = rt_list_append(list, rt_value(s));
  rt_decref_object(s);
  return status;
}

static int fill(RtList *list, napi_value array, uint32_t length, const NodeType *type, const NodeWhere *where) {
  Items items = {type, where, add_to_list, list};
  return node_each_element(array, length, type->kind == NODE_FLOAT ? take_float : type->kind == NODE_STR ? take_str : take_item, &items);
}

static RtValue array_to_list(napi_value v, uint32_t length, const NodeType *item, const NodeWhere *where) {
  RtList *list = item->kind == NODE_FLOAT ? rt_list_new_kind(RT_LIST_FLOAT, length) : rt_list_new(length < 1u << 20 ? length : 1u << 20);
  if (!list) return 0;
  int status = fill(list, v, length, item, where);
  if (status == 0) return rt_value(list);
  rt_decref_object(list);
  return 0;
}

static RtValue to_list(napi_value v, const NodeType *type, const NodeWhere *where) {
  uint32_t length;
  int is = array_length(v, &length);
  if (is == 1) return array_to_list(v, length, type->items[0], where);
  NodeKind kind = type->items[0]->kind;
  RtValue numbers = is == 0 && (kind == NODE_FLOAT || kind == NODE_INT || kind == NODE_INT_NUMBER || kind == NODE_INT_BIG || kind == NODE_ANY) ? node_array_to_list(v) : 0;
  if (!numbers) return wrong(where, type, v);
  bool fits = kind == NODE_ANY || ((RtList *)rt_object(numbers))->length == 0 || (((RtList *)rt_object(numbers))->kind == RT_LIST_FLOAT) == (kind == NODE_FLOAT);
  if (fits) return numbers;
  if (kind != NODE_FLOAT) {
    rt_decref(numbers);
    return wrong(where, type, v);
  }
  RtList *ints = (RtList *)rt_object(numbers), *floats = rt_list_new_kind(RT_LIST_FLOAT, ints->length);
  for (int64_t i = 0; floats && i < ints->length; i++) {
    RtValue item = rt_list_get(ints, i);
    int overflow;
    rt_list_append_float(floats, rt_int_to_double(item, &overflow));
    rt_decref(item);
  }
  rt_decref(numbers);
  return rt_value(floats);
}

static RtValue to_tuple(napi_value v, const NodeType *type, const NodeWhere *where) {
  uint32_t length;
  int is = array_length(v, &length);
  if (is != 1 || (type->kind == NODE_TUPLE && length != (uint32_t)type->count)) return wrong(where, type, v);
  if (type->kind == NODE_ROW) {
    RtValue list = array_to_list(v, length, type->items[0], where);
    RtTuple *row = list ? rt_tuple_from_list((RtList *)rt_object(list)) : NULL;
    rt_xdecref(list);
    return rt_value(row);
  }
  RtTuple *tuple = rt_tuple_new(length);
  for (uint32_t i = 0; tuple && i < length; i++) {
    if ((tuple->items[i] = element(v, i, type->items[i], where))) continue;
    while (i-- > 0) {
      rt_decref(tuple->items[i]);
      tuple->items[i] = 0;
    }
    tuple->length = 0;
    rt_decref_object(tuple);
    return 0;
  }
  return rt_value(tuple);
}

/* ---- objects, Map, Set ---- */

static napi_value entries_of(napi_value collection) { return node_help(NODE_HELPER_ENTRIES, 1, &collection); }

static RtValue to_set(napi_value v, const NodeType *type, const NodeType *item, const NodeWhere *where) {
  bool is_array;
  if (!node_ok(napi_is_array(node_env, v, &is_array))) return 0;
  if (is_array || node_shape(v) != NODE_SHAPE_SET) return wrong(where, type, v);
  napi_value items = entries_of(v);
  uint32_t length;
  RtSet *set = items && array_length(items, &length) == 1 ? rt_set_new(type->kind == NODE_FROZENSET ? &rt_type_frozenset : &rt_type_set) : NULL;
  if (!set || each_element(items, length, item, where, add_to_set, set) == 0) return rt_value(set);
  rt_decref_object(set);
  return 0;
}

static int put_entry(RtDict *dict, STEAL RtValue key, STEAL RtValue value) {
  int status = key && value ? rt_dict_set(dict, key, value) : -1;
  rt_xdecref(key);
  rt_xdecref(value);
  return status;
}

static int fill_from_map(RtDict *dict, napi_value map, const NodeType *key, const NodeType *value, const NodeWhere *where) {
  napi_value entries = entries_of(map);
  uint32_t length;
  if (!entries || array_length(entries, &length) != 1) return -1;
  for (uint32_t i = 0; i + 1 < length; i += 2) {
    napi_handle_scope scope;
    if (!node_ok(napi_open_handle_scope(node_env, &scope))) return -1;
    NodeWhere here = {where, NULL, NULL, NULL, -1, {"<key>", 5}};
    napi_value k;
    RtValue first = node_ok(napi_get_element(node_env, entries, i, &k)) ? node_to_python(k, key, &here) : 0;
    RtValue second = first ? element(entries, i + 1, value, where) : 0;
    int status = put_entry(dict, first, second);
    napi_close_handle_scope(node_env, scope);
    if (status < 0) return -1;
  }
  return 0;
}

static int fill_from_object(RtDict *dict, napi_value object, const NodeType *key, const NodeType *value, const NodeWhere *where) {
  napi_value names;
  uint32_t length;
  napi_key_filter filter = (napi_key_filter)(napi_key_enumerable | napi_key_skip_symbols);
  if (!node_ok(napi_get_all_property_names(node_env, object, napi_key_own_only, filter, napi_key_numbers_to_strings, &names))) return -1;
  if (array_length(names, &length) != 1) return -1;
  for (uint32_t i = 0; i < length; i++) {
    napi_handle_scope scope;
    napi_value name, item;
    if (!node_ok(napi_open_handle_scope(node_env, &scope))) return -1;
    RtValue k = 0, v = 0;
    if (node_ok(napi_get_element(node_env, names, i, &name)) && node_ok(napi_get_property(node_env, object, name, &item)) &&
        (k = node_to_python(name, key, where))) {
      char *text = rt_is_str(k) ? rt_str_to_utf8((RtStr *)rt_object(k), NULL) : NULL;
      NodeWhere here = {where, NULL, NULL, NULL, -1, {text ? text : "?", text ? (int64_t)strlen(text) : 1}};
      v = node_to_python(item, value, &here);
      free(text);
    }
    int status = put_entry(dict, k, v);
    napi_close_handle_scope(node_env, scope);
    if (status < 0) return -1;
  }
  return 0;
}

static RtValue filled(RtDict *dict, int status) {
  if (status == 0) return rt_value(dict);
  rt_xdecref(rt_value(dict));
  return 0;
}

static bool is_object(napi_value v) {
  napi_valuetype kind;
  return napi_typeof(node_env, v, &kind) == napi_ok && kind == napi_object;
}

static RtValue to_dict(napi_value v, const NodeType *type, const NodeWhere *where) {
  bool is_array = true;
  if (!is_object(v) || !node_ok(napi_is_array(node_env, v, &is_array)) || is_array) return wrong(where, type, v);
  int shape = node_shape(v);
  if (shape < 0) return 0;
  bool takes_names = type->items[0]->kind == NODE_STR || type->items[0]->kind == NODE_ANY || type->items[0]->kind == NODE_LITERAL || type->items[0]->kind == NODE_UNION;
  if (shape != NODE_SHAPE_MAP && (shape != NODE_SHAPE_PLAIN || !takes_names)) return wrong(where, type, v);
  RtDict *dict = rt_dict_new(0);
  if (!dict) return 0;
  return filled(dict, shape == NODE_SHAPE_MAP ? fill_from_map(dict, v, type->items[0], type->items[1], where) : fill_from_object(dict, v, type->items[0], type->items[1], where));
}

/* A TypedDict: the fields it names, by their types; others as they are. */
static RtValue to_record(napi_value v, const NodeType *type, const NodeWhere *where) {
  static const NodeType names = {.kind = NODE_STR};
  bool is_array = true;
  if (!is_object(v) || !node_ok(napi_is_array(node_env, v, &is_array)) || is_array) return wrong(where, type, v);
  RtDict *dict = rt_dict_new(type->count);
  if (!dict) return 0;
  int status = fill_from_object(dict, v, &names, &node_type_any, where);
  for (int32_t i = 0; i < type->count && status == 0; i++) {
    NodeWhere here = {where, NULL, NULL, NULL, -1, type->fields[i].name};
    napi_value key = node_text_to_js(type->fields[i].name.bytes, type->fields[i].name.length), item;
    bool has = false;
    if (!key || !node_ok(napi_has_own_property(node_env, v, key, &has))) status = -1;
    else if (has && node_ok(napi_get_property(node_env, v, key, &item))) status = put_entry(dict, rt_value(rt_str_from_utf8(type->fields[i].name.bytes, type->fields[i].name.length)), node_to_python(item, type->items[i], &here));
    else if (rt_pending) status = -1;
    else if (type->fields[i].required) node_raise_at(&here, "is missing"), status = -1;
  }
  return filled(dict, status);
}

/* ---- unions, literals, classes, functions ---- */

static bool is_exact(RtValue v, NodeKind kind) {
  if (kind == NODE_FLOAT) return !rt_is_small(v);
  return true;
}

/* The first member that takes the value. Among numbers, an int where one is asked for and the value is whole. */
static RtValue to_union(napi_value v, const NodeType *type, const NodeWhere *where) {
  for (int pass = 0; pass < 2; pass++)
    for (int32_t i = 0; i < type->count; i++) {
      const NodeType *member = type->items[i];
      bool is_float = member->kind == NODE_FLOAT;
      if (is_float != (pass == 1)) continue;
      RtValue result = node_to_python(v, member, where);
      if (result && is_exact(result, member->kind)) return result;
      rt_xdecref(result);
      if (!rt_pending_is(&rt_exc_TypeError)) return 0;
      rt_clear_pending();
    }
  return wrong(where, type, v);
}

static bool is_constant(RtValue v, const NodeConstant *constant) {
  if (constant->kind == 'n') return v == RT_NONE;
  if (constant->kind == 'b') return v == rt_from_bool(*constant->text.bytes == '1');
  if (constant->kind == 'a') return true;
  if (constant->kind == 's' ? !rt_is_str(v) : !rt_is_int(v)) return false;
  RtStr *text = rt_str(v);
  char *utf8 = text ? rt_str_to_utf8(text, NULL) : NULL;
  bool same = utf8 && strlen(utf8) == (size_t)constant->text.length && memcmp(utf8, constant->text.bytes, strlen(utf8)) == 0;
  free(utf8);
  rt_xdecref(rt_value(text));
  return same;
}

static RtValue to_literal(napi_value v, const NodeType *type, const NodeWhere *where) {
  RtValue result = node_to_python(v, &node_type_any, where);
  for (int32_t i = 0; result && i < type->count; i++)
    if (is_constant(result, &type->constants[i])) return result;
  rt_xdecref(result);
  return wrong(where, type, v);
}

/* An instance of a class of that name, or of a subclass. */
static RtValue to_instance(napi_value v, const NodeType *type, const NodeWhere *where) {
  RtValue result = is_object(v) ? node_unwrap(v) : 0;
  if (!result) return wrong(where, type, v);
  for (const RtType *at = rt_typeof(result); at; at = at->base)
    if (strlen(at->name) == (size_t)type->name.length && memcmp(at->name, type->name.bytes, (size_t)type->name.length) == 0) return result;
  RtTuple *mro = rt_typeof(result)->mro;
  for (int64_t i = 0; mro && i < mro->length; i++) {
    const char *name = rt_type_of(mro->items[i])->name;
    if (strlen(name) == (size_t)type->name.length && memcmp(name, type->name.bytes, strlen(name)) == 0) return result;
  }
  rt_decref(result);
  return wrong(where, type, v);
}

static RtValue to_callable(napi_value v, const NodeType *type, const NodeWhere *where) {
  napi_valuetype kind;
  if (!node_ok(napi_typeof(node_env, v, &kind))) return 0;
  if (kind != napi_function) return wrong(where, type, v);
  RtValue known = node_unwrap(v);
  return known || rt_pending ? known : node_proxy_new(v, type);
}

static RtValue to_iterable(napi_value v, const NodeType *type, const NodeWhere *where) {
  uint32_t length;
  int is = array_length(v, &length);
  if (is < 0) return 0;
  if (is) return array_to_list(v, length, type->items[0], where);
  RtStr *text = node_str_to_python(v);
  if (text || rt_pending) return rt_value(text);
  if (!is_object(v)) return wrong(where, type, v);
  RtValue known = node_unwrap(v);
  if (known || rt_pending) return known;
  RtValue iterator = node_proxy_iterator(v, type->items[0]);
  return iterator ? iterator : wrong(where, type, v);
}

static RtValue to_any(napi_value v, const NodeType *type, const NodeWhere *where);

/* What the protocol asks for is looked for when it is used. */
static RtValue to_protocol(napi_value v, const NodeType *type, const NodeWhere *where) {
  napi_valuetype kind;
  if (!node_ok(napi_typeof(node_env, v, &kind))) return 0;
  if (kind != napi_object) return to_any(v, type, where);
  RtValue known = node_unwrap(v);
  return known || rt_pending ? known : node_proxy_new(v, NULL);
}

static RtValue to_date(napi_value v, const NodeType *type, const NodeWhere *where) {
  RtValue date = node_date_to_python(v, type->kind == NODE_DATE);
  return date || rt_pending ? date : wrong(where, type, v);
}

/* What is no promise is awaited as if it were one. */
static RtValue to_awaitable(napi_value v, const NodeType *type) {
  napi_valuetype kind;
  if (!node_ok(napi_typeof(node_env, v, &kind))) return 0;
  if (kind != napi_object && kind != napi_function) v = node_help(NODE_HELPER_RESOLVED, 1, &v);
  RtValue known = v ? node_unwrap(v) : 0;
  return known || rt_pending || !v ? known : node_proxy_new(v, type);
}

/* ---- without an annotation ---- */

static RtValue any_number(napi_value v) {
  double d;
  if (!node_ok(napi_get_value_double(node_env, v, &d))) return 0;
  return is_integral(d) && !(d == 0 && signbit(d)) ? rt_from_small((int64_t)d) : rt_float_new(rt_float_from_bits(d));
}

static RtValue any_object(napi_value v, const NodeWhere *where) {
  static NodeType any = {.kind = NODE_ANY};
  static NodeType *pair[] = {&any, &any};
  static const NodeType dict = {.kind = NODE_DICT, .count = 2, .items = pair}, set = {.kind = NODE_SET, .count = 1, .items = pair};
  uint32_t length;
  const uint8_t *data;
  size_t bytes;
  RtValue known = node_unwrap(v);
  if (known || rt_pending) return known;
  int is = array_length(v, &length);
  if (is) return is < 0 ? 0 : array_to_list(v, length, &any, where);
  bool is_array;
  napi_typedarray_type kind = napi_uint8_array;
  if (!node_ok(napi_is_typedarray(node_env, v, &is_array))) return 0;
  if (is_array && !node_ok(napi_get_typedarray_info(node_env, v, &kind, NULL, NULL, NULL, NULL))) return 0;
  if (is_array && kind != napi_uint8_array && kind != napi_uint8_clamped_array) {
    RtValue view = node_view_to_python(v);
    return view || rt_pending ? view : node_array_to_list(v);
  }
  is = node_bytes_view(v, &data, &bytes);
  if (is) return is < 0 ? 0 : rt_value(rt_bytes_from(data, (int64_t)bytes));
  switch (node_shape(v)) {
    case -1: return 0;
    case NODE_SHAPE_PLAIN: case NODE_SHAPE_MAP: return to_dict(v, &dict, where);
    case NODE_SHAPE_SET: return to_set(v, &set, &any, where);
    case NODE_SHAPE_ERROR: return node_error_to_python(v);
    case NODE_SHAPE_DATE: known = node_date_to_python(v, false); return known || rt_pending ? known : node_proxy_new(v, NULL);
    default: return node_proxy_new(v, NULL);
  }
}

static RtValue to_any(napi_value v, const NodeType *type, const NodeWhere *where) {
  napi_valuetype kind;
  bool b;
  if (!node_ok(napi_typeof(node_env, v, &kind))) return 0;
  switch (kind) {
    case napi_undefined: case napi_null: return rt_none();
    case napi_boolean: return node_ok(napi_get_value_bool(node_env, v, &b)) ? rt_new_ref(rt_from_bool(b)) : 0;
    case napi_number: return any_number(v);
    case napi_string: return rt_value(node_str_to_python(v));
    case napi_bigint: return node_bigint_to_python(v);
    case napi_object: return any_object(v, where);
    case napi_function: return to_callable(v, type, where);
    default: return wrong(where, type, v); /* symbols and externals */
  }
}

RtValue node_to_python(napi_value v, const NodeType *type, const NodeWhere *where) {
  switch (type->kind) {
    case NODE_INT: case NODE_INT_NUMBER: case NODE_INT_BIG: return to_int(v, type, where);
    case NODE_FLOAT: return to_float(v, type, where);
    case NODE_BOOL: return to_bool(v, type, where);
    case NODE_STR: return to_str(v, type, where);
    case NODE_NONE: return is_nothing(v) ? rt_none() : wrong(where, type, v);
    case NODE_BYTES: case NODE_BYTEARRAY: case NODE_MEMORY: return to_bytes(v, type, where);
    default: break;
  }
  if (rt_check_stack() < 0) return 0;
  switch (type->kind) {
    case NODE_LIST: return to_list(v, type, where);
    case NODE_ROW: case NODE_TUPLE: return to_tuple(v, type, where);
    case NODE_SET: case NODE_FROZENSET: return is_object(v) ? to_set(v, type, type->items[0], where) : wrong(where, type, v);
    case NODE_ITERABLE: return to_iterable(v, type, where);
    case NODE_DICT: return to_dict(v, type, where);
    case NODE_RECORD: return to_record(v, type, where);
    case NODE_UNION: return to_union(v, type, where);
    case NODE_LITERAL: return to_literal(v, type, where);
    case NODE_CLASS: return to_instance(v, type, where);
    case NODE_CALLABLE: case NODE_CALLABLE_ANY: return to_callable(v, type, where);
    case NODE_AWAITABLE: return to_awaitable(v, type);
    case NODE_PROTOCOL: return to_protocol(v, type, where);
    case NODE_DATETIME: case NODE_DATE: return to_date(v, type, where);
    default: return to_any(v, type, where);
  }
}

int node_shape(napi_value object) {
  napi_value number = node_help(NODE_HELPER_SHAPE, 1, &object);
  int32_t shape;
  return number && node_ok(napi_get_value_int32(node_env, number, &shape)) ? shape : -1;
}

/* ---- messages ---- */

static size_t place(const NodeWhere *where, char *out, size_t size) {
  if (!where) return 0;
  size_t at = place(where->outer, out, size);
  if (at >= size) return at;
  if (where->function) at += (size_t)snprintf(out + at, size - at, "%s() ", where->function);
  char *name = where->parameter ? rt_str_to_utf8(where->parameter, NULL) : NULL;
  if (at < size && name) at += (size_t)snprintf(out + at, size - at, "argument '%s'", name);
  free(name);
  if (at < size && where->what) at += (size_t)snprintf(out + at, size - at, "%s", where->what);
  if (at < size && where->index >= 0) at += (size_t)snprintf(out + at, size - at, "[%lld]", (long long)where->index);
  if (at < size && where->key.bytes) at += (size_t)snprintf(out + at, size - at, ".%.*s", (int)where->key.length, where->key.bytes);
  return at;
}

RtValue node_raise_at(const NodeWhere *where, const char *format, ...) {
  char text[1024], at[512] = "value";
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  place(where, at, sizeof at);
  return rt_raise_format(&rt_exc_TypeError, "%s %s", at, text);
}

RtValue node_raise_type(const NodeWhere *where, const NodeType *expected, napi_value got) {
  char wanted[256], at[512] = "value";
  place(where, at, sizeof at);
  node_plan_print(expected, wanted, sizeof wanted);
  napi_value text = node_help(NODE_HELPER_DESCRIBE, 1, &got);
  RtStr *described = text ? node_str_to_python(text) : NULL;
  if (!described) rt_clear_pending(); /* a Proxy may do anything */
  char *utf8 = described ? rt_str_to_utf8(described, NULL) : NULL;
  rt_raise_format(&rt_exc_TypeError, "%s must be %s, got %s", at, wanted, utf8 ? utf8 : "object");
  free(utf8);
  rt_xdecref(rt_value(described));
  return 0;
}
