/* The methods of `object`: __class__, __dict__, __dir__, __format__ and the hooks of subclassing. */
#include "format.h"
#include "module.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "type.h"
#include <stdlib.h>

RT_METHOD(get_class) { return rt_new_ref(rt_value(rt_typeof(self))); }

RT_METHOD(get_dict) {
  RtDict **place = rt_object_dict(self);
  if (!place) return rt_raise_attribute(self, RT_NAME(__dict__), "'%s' object has no attribute '%s'");
  RtDict *dict = rt_is_class(rt_typeof(self)) ? rt_instance_dict(self) : *place ? *place : (*place = rt_dict_new(0));
  return dict ? rt_new_ref(rt_value(dict)) : 0;
}

RT_METHOD(object_init_subclass) {
  if (nargs == 0 && !rt_keyword_count(kwnames)) return rt_none();
  RtType *type = rt_type_of(self);
  char *name = type->qualname ? rt_str_to_utf8(type->qualname, NULL) : NULL;
  const char *shown = name ? name : type->name;
  if (rt_keyword_count(kwnames)) rt_raise_format(&rt_exc_TypeError, "%s.__init_subclass__() takes no keyword arguments", shown);
  else rt_raise_format(&rt_exc_TypeError, "%s.__init_subclass__() takes no arguments (%lld given)", shown, (long long)nargs);
  free(name);
  return 0;
}

RT_METHOD(object_subclasshook) { return rt_notimplemented(); }

static int add_keys(RtDict *into, RtDict *from) {
  int64_t at = 0;
  for (RtValue key, value; rt_dict_next(from, &at, &key, &value);)
    if (rt_dict_set(into, key, RT_NONE) < 0) return -1;
  return 0;
}

static int add_type_names(RtDict *names, RtType *type) {
  for (int64_t i = 0; i < rt_ready(type)->mro->length; i++) {
    RtType *each = rt_type_of(type->mro->items[i]);
    rt_slot_wrappers(each);
    if (add_keys(names, rt_type_attributes(each)) < 0) return -1;
  }
  return 0;
}

static int add_own_names(RtDict *names, RtValue v) {
  RtDict **dict = rt_object_dict(v);
  if (dict && *dict && add_keys(names, *dict) < 0) return -1;
  RtTuple *slots = rt_is_instance(v) ? rt_typeof(v)->slot_names : NULL;
  for (int64_t i = 0; slots && i < slots->length; i++)
    if (rt_slot_is_set(v, i) && rt_dict_set(names, slots->items[i], RT_NONE) < 0) return -1;
  return 0;
}

/* The names that dir(v) shows, not sorted yet. */
RtList *rt_object_names(RtValue v) {
  RtDict *names = rt_dict_new(16);
  int status = !names ? -1 : rt_is_type(v) ? add_type_names(names, rt_type_of(v)) : add_own_names(names, v);
  if (status == 0 && !rt_is_type(v) && rt_typeof(v) != &rt_type_module) status = add_type_names(names, rt_typeof(v));
  RtList *list = status == 0 ? rt_list_from_iterable(rt_value(names)) : NULL;
  rt_xdecref(rt_value(names));
  return list;
}

RT_METHOD(object_dir) { return rt_value(rt_object_names(self)); }

RT_METHOD(object_sizeof) { return rt_int_from_i64(rt_ready(rt_typeof(self))->instance_size); }

/* What copyreg says of the object; only programs that have it can ask. */
static RtValue by_copyreg(RtStr *function, RtValue self, const RtValue *args, int64_t nargs) {
  RtValue all[2] = {self, nargs ? args[0] : rt_from_small(0)};
  RtModuleDef *const *def = tauraro_modules;
  while (*def && strcmp((*def)->name, "copyreg")) def++;
  if (!*def) return rt_raise_string(&rt_exc_NotImplementedError, "the program doesn't import copyreg, copy or pickle");
  RtValue module = rt_import_module(*def), result = module ? rt_call_method(module, function, all, 2, NULL) : 0;
  rt_xdecref(module);
  return result;
}
RT_METHOD(object_reduce) { return by_copyreg(RT_NAME(_reduce_object), self, args, nargs); }
RT_METHOD(object_reduce_ex) { return by_copyreg(RT_NAME(_reduce_ex), self, args, nargs); }
RT_METHOD(object_getstate) { return by_copyreg(RT_NAME(_default_state), self, args, nargs); }

const RtMethodDef rt_object_methods[] = {
    {"__class__", get_class, 0, 0, RT_METHOD_GETTER}, {"__dict__", get_dict, 0, 0, RT_METHOD_GETTER},
    {"__format__", rt_object_format_method, 1, 1, 0}, {"__dir__", object_dir, 0, 0, 0}, {"__sizeof__", object_sizeof, 0, 0, 0},
    {"__init_subclass__", object_init_subclass, 0, -1, RT_METHOD_CLASS | RT_METHOD_KEYWORDS},
    {"__reduce__", object_reduce, 0, 0, 0}, {"__reduce_ex__", object_reduce_ex, 1, 1, 0}, {"__getstate__", object_getstate, 0, 0, 0},
    {"__subclasshook__", object_subclasshook, 0, -1, RT_METHOD_CLASS}, {0}};
