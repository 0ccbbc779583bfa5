/* The type `type`: attributes of classes, calling a class, type(x) and type(name, bases, dict). */
#include "str.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "mapping-proxy.h"
#include "type.h"
#include <stdlib.h>
#include <string.h>

static RtValue type_attribute(RtType *type, RtValue attribute) {
  RtTernaryFn get = rt_ready(rt_typeof(attribute))->descr_get;
  if (!get) return rt_new_ref(attribute);
  rt_incref(attribute);
  RtValue result = get(attribute, 0, rt_value(type));
  rt_decref(attribute);
  return result;
}

static RtValue meta_attribute(RtType *type, RtValue attribute) {
  RtTernaryFn get = rt_ready(rt_typeof(attribute))->descr_get;
  return get ? get(attribute, rt_value(type), rt_value(type->head.type)) : rt_new_ref(attribute);
}

RtValue rt_type_getattr(RtValue v, RtStr *name) {
  RtType *type = rt_type_of(v), *meta = type->head.type;
  RtValue above = rt_type_lookup(meta, name);
  if (above && rt_ready(rt_typeof(above))->descr_set && rt_typeof(above)->descr_get) return meta_attribute(type, above);
  RtValue attribute = rt_type_lookup(type, name);
  if (attribute) return type_attribute(type, attribute);
  if (above) return meta_attribute(type, above);
  return rt_raise_attribute(v, name, "type object '%s' has no attribute '%s'");
}

static int set_type_name(RtType *type, RtValue value) {
  RtClass *class = (RtClass *)type;
  if (!rt_is_str(value)) {
    rt_raise_format(&rt_exc_TypeError, "can only assign string to %s.__name__, not '%s'", type->name, rt_typeof(value)->name);
    return -1;
  }
  char *text = rt_class_name_text((RtStr *)rt_object(rt_base_value(value)));
  if (!text) return -1;
  free(class->name_buffer);
  class->name_buffer = text;
  type->name = text;
  return 0;
}

static int set_type_qualname(RtType *type, RtValue value) {
  if (rt_typeof(value) != &rt_type_str) {
    rt_raise_format(&rt_exc_TypeError, "can only assign string to %s.__qualname__, not '%s'", type->name, rt_typeof(value)->name);
    return -1;
  }
  RtStr *old = type->qualname;
  type->qualname = (RtStr *)rt_object(rt_new_ref(value));
  rt_decref_object(old);
  return 0;
}

static int set_in_type(RtType *type, RtStr *name, RtValue value) {
  int status;
  if (value) {
    status = rt_dict_set_str(type->dict, name, value);
  } else {
    status = rt_dict_delete(type->dict, rt_value(name)) - 1;
    if (status < 0 && !rt_pending) rt_raise_attribute(rt_value(type), name, "type object '%s' has no attribute '%s'");
  }
  rt_type_modified(type);
  return status;
}

static int immutable(const char *verb, RtStr *name, RtType *type) {
  char *text = rt_str_to_utf8(name, NULL);
  rt_raise_format(&rt_exc_TypeError, "cannot %s '%s' attribute of immutable type '%s'", verb, text ? text : "?", type->name);
  free(text);
  return -1;
}

int rt_type_setattr(RtValue v, RtStr *name, RtValue value) {
  RtType *type = rt_type_of(v);
  if (!rt_is_class(type)) return immutable("set", name, type);
  if (!value && (name == RT_NAME(__doc__) || name == RT_NAME(__module__) || name == RT_NAME(__name__) || name == RT_NAME(__qualname__)))
    return immutable("delete", name, type);
  if (name == RT_NAME(__name__)) return set_type_name(type, value);
  if (name == RT_NAME(__qualname__)) return set_type_qualname(type, value);
  RtValue above = rt_type_lookup(type->head.type, name);
  if (above && rt_ready(rt_typeof(above))->descr_set && name != RT_NAME(__doc__) && name != RT_NAME(__module__) && name != RT_NAME(__annotations__))
    return rt_typeof(above)->descr_set(above, v, value);
  RtStr *key = name->interned ? (RtStr *)RT_NEW_REF(name) : rt_str_intern(RT_NEW_REF(name));
  if (!key) return -1;
  int status = set_in_type(type, key, value);
  rt_decref_object(key);
  return status;
}

/* ---- calling ---- */

static RtValue type_call(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtType *type = rt_ready(rt_type_of(self));
  if (type == &rt_type_type && nargs == 1 && !rt_keyword_count(kwnames)) return rt_new_ref(rt_value(rt_typeof(args[0])));
  if (type->construct) return type->construct(self, args, nargs, kwnames);
  return rt_raise_format(&rt_exc_TypeError, "cannot create '%s' instances", type->name);
}

static RtDict *keyword_dict(const RtValue *values, RtTuple *kwnames) {
  RtDict *dict = rt_dict_new(kwnames->length);
  for (int64_t i = 0; dict && i < kwnames->length; i++)
    if (rt_dict_set(dict, kwnames->items[i], values[i]) < 0) {
      rt_decref_object(dict);
      return NULL;
    }
  return dict;
}

static RtValue build_from(RtType *meta, const RtValue *args, RtDict *kwargs) {
  RtDict *namespace = rt_dict_new(8);
  if (!namespace) return 0;
  RtType *type = NULL;
  if (rt_dict_update(namespace, args[2]) >= 0)
    type = rt_class_build(meta, (RtStr *)rt_object(rt_base_value(args[0])), (RtTuple *)rt_object(rt_base_value(args[1])), namespace, kwargs, NULL);
  rt_decref_object(namespace);
  return rt_value(type);
}

static RtValue wrong_argument(int number, const char *wanted, RtValue got) {
  return rt_raise_format(&rt_exc_TypeError, "type.__new__() argument %d must be %s, not %s", number, wanted, rt_str_type_name(got));
}

/* What a class statement would ask for its bases is none here. */
static int check_bases(const RtTuple *bases) {
  for (int64_t i = 0; i < bases->length; i++) {
    if (rt_is_type(bases->items[i])) continue;
    RtValue entries = rt_getattr_optional(bases->items[i], RT_NAME(__mro_entries__));
    if (!entries && !rt_pending) continue;
    if (entries) rt_raise_string(&rt_exc_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    rt_xdecref(entries);
    return -1;
  }
  return 0;
}

RtValue rt_type_construct(RtValue metatype, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (nargs != 3) {
    if (rt_type_of(metatype) == &rt_type_type) return rt_raise_string(&rt_exc_TypeError, "type() takes 1 or 3 arguments");
    return rt_raise_format(&rt_exc_TypeError, "type.__new__() takes exactly 3 arguments (%lld given)", (long long)nargs);
  }
  if (!rt_is_str(args[0])) return wrong_argument(1, "str", args[0]);
  if (!rt_is_tuple(args[1])) return wrong_argument(2, "tuple", args[1]);
  if (!rt_is_dict(args[2])) return wrong_argument(3, "dict", args[2]);
  if (check_bases((RtTuple *)rt_object(rt_base_value(args[1]))) < 0) return 0;
  RtType *winner = rt_metaclass_of((RtTuple *)rt_object(rt_base_value(args[1])), rt_type_of(metatype));
  if (!winner) return 0;
  if (winner != rt_type_of(metatype) && rt_is_class(winner) && ((RtClass *)winner)->new) return rt_call(rt_value(winner), args, nargs, kwnames);
  if (!rt_keyword_count(kwnames)) return build_from(rt_type_of(metatype), args, NULL);
  RtDict *kwargs = keyword_dict(args + nargs, kwnames);
  if (!kwargs) return 0;
  RtValue type = build_from(rt_type_of(metatype), args, kwargs);
  rt_decref_object(kwargs);
  return type;
}

/* ---- attributes ---- */

static RtStr *type_module(RtType *type) {
  if (!rt_is_class(type)) return RT_NAME(builtins);
  return type->module_name;
}

static RtValue type_repr(RtValue v) {
  RtType *type = rt_type_of(v);
  RtStr *module = type_module(type);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<class '", -1);
  if (rt_is_class(type)) {
    if (module && !rt_str_equal(module, RT_NAME(builtins))) {
      rt_writer_str(&w, module);
      rt_writer_char(&w, '.');
    }
    rt_writer_str(&w, type->qualname);
  } else {
    rt_writer_ascii(&w, type->name, -1);
  }
  rt_writer_ascii(&w, "'>", 2);
  return rt_value(rt_writer_finish(&w));
}

static RtStr *type_name(RtType *type) { return rt_str_from_utf8(type->name, -1); }

/* "time.struct_time" names its module too. */
static const char *last_part(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot ? dot + 1 : name;
}

/* Classes of standard modules that are C types in CPython have their module in the name that errors give. */
static bool has_long_name(RtType *type) {
  const char *part = last_part(type->name);
  if (part == type->name || !type->qualname) return false;
  RtStr *short_name = rt_str_from_utf8(part, -1);
  bool same = short_name && rt_str_equal(short_name, type->qualname);
  rt_xdecref(rt_value(short_name));
  return same;
}

RT_METHOD(type_get_name) {
  RtType *type = rt_type_of(self);
  return rt_is_class(type) && !has_long_name(type) ? rt_value(type_name(type)) : rt_value(rt_str_from_utf8(last_part(type->name), -1));
}

RT_METHOD(type_get_qualname) {
  RtType *type = rt_type_of(self);
  return type->qualname ? rt_new_ref(rt_value(type->qualname)) : rt_value(rt_str_from_utf8(last_part(type->name), -1));
}

RT_METHOD(type_get_module) {
  RtType *type = rt_type_of(self);
  if (rt_is_class(type)) {
    RtValue module = rt_dict_get_str(type->dict, RT_NAME(__module__));
    if (module) return rt_new_ref(module);
  }
  const char *part = last_part(type->name);
  if (!rt_is_class(type) && part != type->name) return rt_value(rt_str_from_utf8(type->name, part - type->name - 1));
  RtStr *name = type_module(type);
  return rt_new_ref(name ? rt_value(name) : RT_NONE);
}

RT_METHOD(type_get_doc) {
  bool is_object = rt_type_of(self) == &rt_type_object; /* what it has is for instances */
  RtValue doc = is_object ? 0 : rt_dict_get_str(rt_type_attributes(rt_type_of(self)), RT_NAME(__doc__));
  RtTernaryFn get = doc ? rt_ready(rt_typeof(doc))->descr_get : NULL;
  if (get) return get(doc, 0, self);
  return rt_new_ref(doc ? doc : RT_NONE);
}

/* Each class has a dict of its own, made when it is asked for. */
RT_METHOD(type_get_annotations) {
  RtType *type = rt_type_of(self);
  RtValue own = rt_dict_get_str(rt_type_attributes(type), RT_NAME(__annotations__));
  if (own) return rt_new_ref(own);
  if (!rt_is_class(type)) return rt_raise_attribute(self, RT_NAME(__annotations__), "type object '%s' has no attribute '%s'");
  RtDict *made = rt_dict_new(0);
  if (made && set_in_type(type, RT_NAME(__annotations__), rt_value(made)) == 0) return rt_value(made);
  rt_xdecref(rt_value(made));
  return 0;
}

/* A witness: who never mentions __bases__ does not assign it either. */
RT_WITNESS RT_BUILTIN_FN(rt_type_get_bases) { return rt_new_ref(rt_value(rt_ready(rt_type_of(self))->bases)); }

int rt_type_set_attribute(RtType *type, const char *name, RtValue value) {
  if (strcmp(name, "__bases__") == 0) return RT_ONLY_WITH(rt_type_get_bases, rt_class_set_bases)(type, value);
  if (strcmp(name, "__doc__") == 0) return rt_type_setattr(rt_value(type), RT_NAME(__doc__), value);
  if (strcmp(name, "__name__") == 0) return rt_type_setattr(rt_value(type), RT_NAME(__name__), value);
  rt_raise_format(&rt_exc_AttributeError, "attribute '%s' of 'type' objects is not writable", name);
  return -1;
}

RT_METHOD(type_get_base) {
  RtType *base = rt_ready(rt_type_of(self))->base;
  return rt_new_ref(base ? rt_value(base) : RT_NONE);
}

RT_METHOD(type_get_mro) { return rt_new_ref(rt_value(rt_ready(rt_type_of(self))->mro)); }

/* Every class has these; here they belong to `object`. */
static int add_own_dict(RtType *type, RtDict *copy) {
  if (type == &rt_type_object && (rt_dict_delete(copy, rt_value(RT_NAME(__dict__))) < 0 || rt_dict_delete(copy, rt_value(RT_NAME(__weakref__))) < 0)) return -1;
  if (!rt_is_class(type) || !(type->flags & RT_TYPE_INSTANCE_DICT) || !type->base || type->base->flags & RT_TYPE_INSTANCE_DICT) return 0;
  RtStr *names[] = {RT_NAME(__dict__), RT_NAME(__weakref__)};
  for (int i = 0; i < 2; i++) {
    RtValue shared = rt_type_lookup(&rt_type_object, RT_NAME(__dict__));
    if (!rt_dict_get_str(copy, names[i]) && rt_dict_set_str(copy, names[i], shared ? shared : RT_NONE) < 0) return -1;
  }
  return 0;
}

/* A view of a copy: CPython's shows later changes, too. */
RT_METHOD(type_get_dict) {
  RtDict *copy = rt_dict_new(0);
  rt_slot_wrappers(rt_ready(rt_type_of(self)));
  if (copy && rt_dict_update(copy, rt_value(rt_type_attributes(rt_type_of(self)))) < 0) {
    rt_decref_object(copy);
    return 0;
  }
  if (copy && !rt_dict_get_str(copy, RT_NAME(__doc__)) && rt_dict_set_str(copy, RT_NAME(__doc__), RT_NONE) < 0) {
    rt_decref_object(copy);
    return 0;
  }
  if (copy && add_own_dict(rt_type_of(self), copy) == 0) return rt_mapping_proxy_new(rt_value(copy));
  rt_xdecref(rt_value(copy));
  return 0;
}

/* Of CPython's types: those whose objects differ in size. */
RT_METHOD(type_get_itemsize) {
  uint32_t flags = rt_type_of(self)->flags;
  return rt_from_small(flags & RT_TYPE_TUPLE ? 8 : flags & RT_TYPE_INT ? 4 : flags & RT_TYPE_BYTES ? 1 : flags & RT_TYPE_TYPE ? 40 : 0);
}

RT_METHOD(type_mro) {
  RtType *type = rt_type_of(self);
  RtTuple *order = rt_is_class(type) ? rt_type_c3(type, type->bases) : RT_NEW_REF(rt_ready(type)->mro);
  RtList *list = order ? rt_list_from_iterable(rt_value(order)) : NULL;
  rt_xdecref(rt_value(order));
  return rt_value(list);
}
RT_METHOD(type_subclasses) { return rt_value(rt_type_subclasses(rt_type_of(self))); }

RT_METHOD(type_prepare) { return rt_value(rt_dict_new(0)); }

static const RtMethodDef methods[] = {
    {"__name__", type_get_name, 0, 0, RT_METHOD_GETTER},       {"__qualname__", type_get_qualname, 0, 0, RT_METHOD_GETTER},
    {"__module__", type_get_module, 0, 0, RT_METHOD_GETTER},   {"__doc__", type_get_doc, 0, 0, RT_METHOD_GETTER},
    {"__bases__", rt_type_get_bases, 0, 0, RT_METHOD_GETTER},     {"__base__", type_get_base, 0, 0, RT_METHOD_GETTER},
    {"__mro__", type_get_mro, 0, 0, RT_METHOD_GETTER},         {"__dict__", type_get_dict, 0, 0, RT_METHOD_GETTER},
    {"__itemsize__", type_get_itemsize, 0, 0, RT_METHOD_MEMBER}, {"__annotations__", type_get_annotations, 0, 0, RT_METHOD_GETTER},
    {"__instancecheck__", rt_type_instancecheck, 1, 1, 0},     {"__subclasscheck__", rt_type_subclasscheck, 1, 1, 0},
    {"mro", type_mro, 0, 0, 0},                                {"__subclasses__", type_subclasses, 0, 0, 0},
    {"__prepare__", type_prepare, 0, -1, RT_METHOD_CLASS | RT_METHOD_KEYWORDS}, {0}};

RtType rt_type_type = {.head = RT_STATIC_HEAD, .name = "type", .flags = RT_TYPE_TYPE | RT_TYPE_CYCLIC, .instance_size = sizeof(RtClass),
                       .dealloc = rt_class_dealloc, .traverse = rt_class_traverse, .clear = rt_class_clear, .repr = type_repr,
                       .call = type_call, .getattr = rt_type_getattr, .binary = {[RT_OR] = rt_union_or}, .setattr = rt_type_setattr, .construct = rt_type_construct, .methods = methods};
