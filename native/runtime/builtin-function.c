/* Functions and methods written in C, and the read-only attributes of built-in types. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "type.h"
#include <stdio.h>

#define BUILTIN(v) ((RtBuiltin *)rt_object(v))

RtValue rt_builtin_new(const RtMethodDef *def, RtValue self, RtType *owner) {
  RtBuiltin *b = rt_alloc(&rt_type_builtin, sizeof *b);
  if (!b) return 0;
  b->def = def;
  b->self = self ? rt_new_ref(self) : 0;
  b->owner = owner;
  return rt_value(b);
}

static void builtin_traverse(RtObject *object, RtVisit each, void *context) {
  RtValue self = ((RtBuiltin *)object)->self;
  if (self && !rt_is_small(self)) each(rt_object(self), context);
}

static void builtin_dealloc(RtObject *object) {
  rt_xdecref(((RtBuiltin *)object)->self);
  rt_free_object(object, sizeof(RtBuiltin));
}

static RtValue builtin_slot_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) { return rt_call(v, args, nargs, kwnames); }

static RtValue text_of(const char *text) { return rt_value(rt_str_from_utf8(text, -1)); }

static RtValue builtin_repr(RtValue v) {
  RtBuiltin *b = BUILTIN(v);
  char text[256];
  if (!b->self && !b->owner) snprintf(text, sizeof text, "<built-in function %s>", b->def->name);
  else if (!b->self) snprintf(text, sizeof text, "<built-in method %s of type object at %p>", b->def->name, (void *)b->owner);
  else if (rt_typeof(b->self) == &rt_type_module) snprintf(text, sizeof text, "<built-in function %s>", b->def->name);
  else
    snprintf(text, sizeof text, "<built-in method %s of %s object at 0x%012llx>", b->def->name, rt_typeof(b->self)->name,
             (unsigned long long)(uintptr_t)rt_object(b->self));
  return text_of(text);
}

static RtValue descriptor_repr(RtValue v) {
  RtBuiltin *b = BUILTIN(v);
  char text[256];
  snprintf(text, sizeof text, rt_typeof(v) == &rt_type_getset ? "<attribute '%s' of '%s' objects>" : "<method '%s' of '%s' objects>", b->def->name,
           b->owner->name);
  return text_of(text);
}

/* A class or static method found in its type's dict; others are bound already. */
static RtValue builtin_get(RtValue v, RtValue instance, RtValue owner) {
  RtBuiltin *b = BUILTIN(v);
  if (!(b->def->flags & RT_METHOD_CLASS) || b->self) return rt_new_ref(v);
  RtValue class = owner ? owner : rt_value(rt_typeof(instance));
  if (b->owner && !rt_is_type(class))
    return rt_raise_format(&rt_exc_TypeError, "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", b->def->name, b->owner->name,
                           rt_typeof(class)->name);
  if (b->owner && !rt_is_subtype(rt_type_of(class), b->owner))
    return rt_raise_format(&rt_exc_TypeError, "descriptor '%s' requires a subtype of '%s' but received '%s'", b->def->name, b->owner->name,
                           rt_type_of(class)->name);
  return rt_builtin_new(b->def, class, b->owner);
}

static RtValue descriptor_get(RtValue v, RtValue instance, RtValue owner) {
  (void)owner;
  if (!instance) return rt_new_ref(v);
  return rt_builtin_new(BUILTIN(v)->def, instance, BUILTIN(v)->owner);
}

static RtValue getset_get(RtValue v, RtValue instance, RtValue owner) {
  RtBuiltin *b = BUILTIN(v);
  (void)owner;
  if (!instance) return rt_new_ref(v);
  if (!rt_is_subtype(rt_typeof(instance), b->owner))
    return rt_raise_format(&rt_exc_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b->def->name,
                           b->owner->name, rt_typeof(instance)->name);
  return b->def->fn(instance, NULL, 0, NULL);
}

static int getset_set(RtValue v, RtValue instance, RtValue value) {
  RtBuiltin *b = BUILTIN(v);
  if ((b->owner->flags & RT_TYPE_EXCEPTION)) return rt_exception_set_attribute(rt_exception_of(instance), b->def->name, value);
  if (b->owner == &rt_type_function) return rt_function_set_attribute((RtFunction *)rt_object(instance), b->def->name, value);
  if (b->owner == &rt_type_type) return rt_type_set_attribute(rt_type_of(instance), b->def->name, value);
  if (b->owner == &rt_type_object) return rt_object_set_attribute(instance, b->def->name, value);
  RtValue base = rt_base_value(instance); /* of an instance of a subclass, the built-in type itself may know better */
  if (base != instance && rt_typeof(base) == b->owner && b->owner->setattr) {
    RtStr *name = rt_str_from_utf8(b->def->name, -1), *known = name ? rt_str_intern(name) : NULL;
    int status = known ? b->owner->setattr(base, known, value) : -1;
    rt_xdecref(rt_value(known));
    return status;
  }
  if (b->def->flags == RT_METHOD_MEMBER) rt_raise_string(&rt_exc_AttributeError, "readonly attribute");
  else rt_raise_format(&rt_exc_AttributeError, "attribute '%s' of '%s' objects is not writable", b->def->name, b->owner->name);
  return -1;
}

RT_METHOD(get_name) { return text_of(BUILTIN(self)->def->name); }
RT_METHOD(get_qualname) {
  RtBuiltin *b = BUILTIN(self);
  char text[256];
  const char *dot = b->owner ? strrchr(b->owner->name, '.') : NULL;
  if (b->owner) snprintf(text, sizeof text, "%s.%s", dot ? dot + 1 : b->owner->name, b->def->name);
  return text_of(b->owner ? text : b->def->name);
}
RT_METHOD(get_self) {
  RtValue owner = BUILTIN(self)->self;
  return rt_new_ref(owner ? owner : RT_NONE);
}
RT_METHOD(get_objclass) { return rt_new_ref(rt_value(BUILTIN(self)->owner)); }
RT_METHOD(get_module) {
  RtValue owner = BUILTIN(self)->self;
  if (BUILTIN(self)->owner || (owner && rt_typeof(owner) != &rt_type_module)) return rt_none();
  return rt_new_ref(rt_value(owner ? ((RtModule *)rt_object(owner))->name : rt_name(rt_builtin_module_name(BUILTIN(self)->def))));
}
RT_METHOD(get_doc) { return rt_none(); }

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef builtin_methods[] = {GETTER("__name__", get_name), GETTER("__qualname__", get_qualname), GETTER("__self__", get_self),
                                              GETTER("__module__", get_module), GETTER("__doc__", get_doc), {0}};
static const RtMethodDef descriptor_methods[] = {GETTER("__name__", get_name), GETTER("__qualname__", get_qualname),
                                                 GETTER("__objclass__", get_objclass), GETTER("__doc__", get_doc), {0}};

static RtValue builtin_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_typeof(b) != &rt_type_builtin || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  bool same = BUILTIN(a)->self == BUILTIN(b)->self && BUILTIN(a)->def == BUILTIN(b)->def;
  return rt_bool_ref((op == RT_EQ) == same);
}
static int64_t builtin_hash(RtValue v) { return rt_hash_pointer(BUILTIN(v)->def) ^ rt_hash_pointer((void *)(intptr_t)BUILTIN(v)->self); }

RtType rt_type_builtin = {.head = RT_STATIC_HEAD, .name = "builtin_function_or_method", .flags = RT_TYPE_NO_SUBCLASS | RT_TYPE_CYCLIC,
                          .instance_size = sizeof(RtBuiltin), .dealloc = builtin_dealloc, .traverse = builtin_traverse, .repr = builtin_repr,
                          .compare = builtin_compare, .hash = builtin_hash, .call = builtin_slot_call, .descr_get = builtin_get, .methods = builtin_methods};
RtType rt_type_method_descriptor = {.head = RT_STATIC_HEAD, .name = "method_descriptor", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtBuiltin),
                                    .dealloc = builtin_dealloc, .repr = descriptor_repr, .call = builtin_slot_call, .descr_get = descriptor_get,
                                    .methods = descriptor_methods};
RtType rt_type_getset = {.head = RT_STATIC_HEAD, .name = "getset_descriptor", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtBuiltin),
                         .dealloc = builtin_dealloc, .repr = descriptor_repr, .descr_get = getset_get, .descr_set = getset_set,
                         .methods = descriptor_methods};
