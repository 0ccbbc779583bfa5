/*
 * Dicts: methods, operators and the type.
 */
#include "dict.h"
#include "slots.h"
#include "tuple.h"

RT_METHOD(dict_get) { return rt_dict_get_or(rt_dict_of(self), args[0], nargs > 1 ? args[1] : RT_NONE); }
RT_METHOD(dict_setdefault) { return rt_dict_setdefault(rt_dict_of(self), args[0], nargs > 1 ? args[1] : RT_NONE); }
RT_METHOD(dict_pop) { return rt_dict_pop(rt_dict_of(self), args[0], nargs > 1 ? args[1] : 0); }
RT_METHOD(dict_popitem) { return rt_dict_popitem(rt_dict_of(self)); }
RT_METHOD(dict_keys) { return rt_dict_keys(self); }
RT_METHOD(dict_values) { return rt_dict_values(self); }
RT_METHOD(dict_items) { return rt_dict_items(self); }
RT_METHOD(dict_copy) { return rt_value(rt_dict_copy(rt_dict_of(self))); }
RT_METHOD(dict_reversed) { return rt_dict_reverse_key_iterator(self); }

RT_METHOD(dict_clear) {
  rt_dict_clear(rt_dict_of(self));
  return rt_none();
}

RT_METHOD(dict_update) {
  return rt_dict_update_args("update", rt_dict_of(self), args, nargs, kwnames) < 0 ? 0 : rt_none();
}

RT_METHOD(dict_init) {
  return rt_dict_update_args("dict", rt_dict_of(self), args, nargs, kwnames) < 0 ? 0 : rt_none();
}

static int set_each(RtValue target, RtValue iterable, RtValue value) {
  RtValue iterator = rt_iter(iterable);
  int result = iterator ? 0 : -1;
  for (RtValue key; result == 0 && (key = rt_next(iterator)); rt_decref(key)) result = rt_setitem(target, key, value);
  rt_xdecref(iterator);
  return rt_pending ? -1 : 0;
}

RT_METHOD(dict_fromkeys) {
  RtValue value = nargs > 1 ? args[1] : RT_NONE;
  if (rt_object(self) == (RtObject *)&rt_type_dict) return rt_value(rt_dict_from_keys(args[0], value));
  RtValue result = rt_call(self, NULL, 0, NULL);
  if (!result || set_each(result, args[0], value) == 0) return result;
  rt_decref(result);
  return 0;
}

RT_METHOD(dict_construct) {
  RtDict *dict = rt_dict_new(0);
  if (!dict) return 0;
  if (rt_object(self) != (RtObject *)&rt_type_dict) return rt_instance_around((RtType *)rt_object(self), rt_value(dict));
  if (rt_dict_update_args("dict", dict, args, nargs, kwnames) == 0) return rt_value(dict);
  rt_decref_object(dict);
  return 0;
}

static RtValue missing(RtValue v, RtValue key) {
  RtValue result = rt_dunder(v, RT_NAME(__missing__), &key, 1);
  return result || rt_pending ? result : rt_raise_value(&rt_exc_KeyError, key);
}

static RtValue dict_getitem(RtValue v, RtValue key) {
  if (rt_typeof(v) == &rt_type_dict) return rt_dict_getitem((RtDict *)rt_object(v), key);
  RtValue value = rt_dict_get(rt_dict_of(v), key);
  if (value) return rt_new_ref(value);
  return rt_pending ? 0 : missing(v, key);
}

static int dict_setitem(RtValue v, RtValue key, RtValue value) {
  return value ? rt_dict_set(rt_dict_of(v), key, value) : rt_dict_delitem(rt_dict_of(v), key);
}

static RtValue dict_compare(RtValue a, RtValue b, RtCmp op) {
  if (!rt_is_dict(a) || !rt_is_dict(b) || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  int equal = rt_dict_equal(rt_dict_of(a), rt_dict_of(b));
  return equal < 0 ? 0 : rt_bool_ref(equal == (op == RT_EQ));
}

static int write_entries(RtWriter *writer, RtDict *dict) {
  RtValue key, value;
  bool first = true;
  if (rt_writer_char(writer, '{') < 0) return -1;
  for (int64_t at = 0; rt_dict_next(dict, &at, &key, &value); first = false) {
    if (!first && rt_writer_ascii(writer, ", ", 2) < 0) return -1;
    rt_incref(key), rt_incref(value);
    int result = rt_writer_repr(writer, key);
    if (result == 0) result = rt_writer_ascii(writer, ": ", 2);
    if (result == 0) result = rt_writer_repr(writer, value);
    rt_decref(key), rt_decref(value);
    if (result < 0) return -1;
  }
  return rt_writer_char(writer, '}');
}

RtStr *rt_dict_repr(RtDict *dict) {
  if (dict->length == 0) return rt_str_from_utf8("{}", 2);
  int inside = rt_repr_enter(rt_value(dict));
  if (inside) return inside < 0 ? NULL : rt_str_from_utf8("{...}", 5);
  RtWriter writer;
  rt_writer_init(&writer);
  int result = rt_check_stack() < 0 ? -1 : write_entries(&writer, dict);
  rt_repr_leave(rt_value(dict));
  if (result == 0) return rt_writer_finish(&writer);
  rt_writer_drop(&writer);
  return NULL;
}

static RtValue dict_or(RtValue a, RtValue b) {
  if (!rt_is_dict(a) || !rt_is_dict(b)) return rt_notimplemented();
  RtDict *result = rt_dict_copy(rt_dict_of(a));
  if (!result || rt_dict_update(result, b) == 0) return rt_value(result);
  rt_decref_object(result);
  return 0;
}

static RtValue dict_inplace_or(RtValue a, RtValue b) {
  return rt_dict_update(rt_dict_of(a), b) < 0 ? 0 : rt_new_ref(a);
}

static RtValue dict_repr(RtValue v) { return rt_value(rt_dict_repr(rt_dict_of(v))); }
static int dict_truth(RtValue v) { return rt_dict_of(v)->length != 0; }
static int64_t dict_length(RtValue v) { return rt_dict_of(v)->length; }
static int dict_contains(RtValue v, RtValue key) { return rt_dict_contains(rt_dict_of(v), key); }

static void dict_dealloc(RtObject *object) {
  rt_dict_clear((RtDict *)object);
  rt_free_object(object, sizeof(RtDict));
}

static void dict_drop(RtObject *object) { rt_dict_clear((RtDict *)object); }

static void dict_traverse(RtObject *object, RtVisit visit, void *context) {
  RtDict *dict = (RtDict *)object;
  for (int64_t i = 0; i < dict->used; i++) {
    const RtDictEntry *entry = &dict->entries[i];
    if (!entry->key) continue;
    if (!rt_is_small(entry->key)) visit(rt_object(entry->key), context);
    if (entry->value && !rt_is_small(entry->value)) visit(rt_object(entry->value), context);
  }
}

static const RtMethodDef dict_methods[] = {
    {"get", dict_get, 1, 2, 0},
    {"setdefault", dict_setdefault, 1, 2, 0},
    {"pop", dict_pop, 1, 2, 0},
    {"popitem", dict_popitem, 0, 0, 0},
    {"keys", dict_keys, 0, 0, 0},
    {"values", dict_values, 0, 0, 0},
    {"items", dict_items, 0, 0, 0},
    {"update", dict_update, 0, -1, RT_METHOD_KEYWORDS},
    {"clear", dict_clear, 0, 0, 0},
    {"copy", dict_copy, 0, 0, 0},
    {"fromkeys", dict_fromkeys, 1, 2, RT_METHOD_CLASS},
    {"__init__", dict_init, 0, -1, RT_METHOD_KEYWORDS},
    {"__reversed__", dict_reversed, 0, 0, 0},
    {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_dict = {
    .head = RT_STATIC_HEAD,
    .name = "dict",
    .flags = RT_TYPE_DICT | RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE,
    .instance_size = sizeof(RtDict),
    .base = &rt_type_object,
    .dealloc = dict_dealloc,
    .traverse = dict_traverse,
    .clear = dict_drop,
    .repr = dict_repr,
    .iter = rt_dict_key_iterator,
    .compare = dict_compare,
    .truth = dict_truth,
    .length = dict_length,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .binary = {[RT_OR] = dict_or},
    .inplace = {[RT_OR] = dict_inplace_or},
    .construct = dict_construct,
    .methods = dict_methods,
};
