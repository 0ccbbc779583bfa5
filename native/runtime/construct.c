/* Making instances of classes: __new__ and __init__, those of programs and those of built-in types. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "type.h"
#include "weakref.h"
#include <stdlib.h>

/* What stands as `name` in the class or a class above it, unless a built-in type gave it. Borrowed; 0: built in. */
static RtValue user_method(RtType *type, RtStr *name) {
  RtValue method = rt_type_lookup(type, name);
  return method && rt_typeof(method) != &rt_type_wrapper ? method : 0;
}

void rt_class_refresh(RtClass *class) {
  class->init = user_method(&class->type, RT_NAME(__init__));
  class->new = user_method(&class->type, RT_NAME(__new__));
  class->finalizer = user_method(&class->type, RT_NAME(__del__));
}

/* ---- built-in types ---- */

/* list, dict, set, bytearray: __init__ fills them. (Their addresses here would bind their methods into every program.) */
static bool is_mutable(const RtType *type) { return (type->flags & RT_TYPE_UNHASHABLE) && !(type->flags & RT_TYPE_HEAP); }

static bool has_arguments(int64_t nargs, RtTuple *kwnames) { return nargs || rt_keyword_count(kwnames); }

static RtValue new_object(RtType *type, int64_t nargs, RtTuple *kwnames) {
  if (!rt_is_class(type)) return rt_value(rt_alloc(&rt_type_object, sizeof(RtObject)));
  RtClass *class = (RtClass *)type;
  if (has_arguments(nargs, kwnames)) {
    if (class->new) return rt_raise_string(&rt_exc_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (!class->init) return rt_raise_format(&rt_exc_TypeError, "%s() takes no arguments", type->name);
  }
  return rt_instance_new(type);
}

static RtValue not_safe(RtType *owner, RtType *type, RtType *plain) {
  return rt_raise_format(&rt_exc_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", owner->name, type->name, plain->name);
}

/* Their __new__ takes keywords for the __init__ of a subclass. */
static bool leaves_keywords(const RtType *owner, const RtType *type) {
  return rt_is_class(type) && ((const RtClass *)type)->init &&
         (owner == &rt_type_tuple || owner == &rt_type_frozenset || owner == &rt_type_float || owner == RT_IF_MADE(rt_type_weakref));
}

/* What an instance of another subclass, as __bytes__ may give one, is made around. */
static RtValue plain_of(STEAL RtValue value) {
  if (!rt_is_instance(value)) return value;
  RtValue plain = rt_new_ref(rt_base_value(value));
  rt_decref(value);
  return plain;
}

RtValue rt_builtin_new_instance(RtType *owner, RtType *type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  rt_ready(type);
  if (type->flags & RT_TYPE_EXCEPTION) {
    if (rt_is_subtype(type, &rt_exc_BaseExceptionGroup)) return rt_group_construct(rt_value(type), args, nargs, kwnames);
    return rt_value(rt_exception_new(type, args, nargs));
  }
  if (type->flags & RT_TYPE_TYPE) return rt_type_construct(rt_value(type), args, nargs, kwnames);
  RtType *plain = rt_is_class(type) ? ((RtClass *)type)->base_plain : type == &rt_type_object ? NULL : type;
  if (owner == &rt_type_object) return plain ? not_safe(owner, type, plain) : new_object(type, nargs, kwnames);
  if (plain != owner) return not_safe(owner, type, plain ? plain : &rt_type_object);
  if (leaves_keywords(owner, type)) kwnames = NULL;
  RtValue value = is_mutable(owner) ? owner->construct(rt_value(owner), NULL, 0, NULL) : owner->construct(rt_value(owner), args, nargs, kwnames);
  if (!value || type == owner) return value;
  RtValue instance = rt_instance_around(type, plain_of(value));
  if (owner == RT_IF_MADE(rt_type_weakref)) return RT_ONLY_WITH(rt_weakref_new, rt_weakref_of_subclass)(instance);
  return owner == RT_IF_MADE(rt_type_property) ? rt_property_of_subclass(instance) : instance;
}

static int init_object(RtValue self, int64_t nargs, RtTuple *kwnames) {
  RtType *type = rt_typeof(self);
  if (!has_arguments(nargs, kwnames) || (!rt_is_class(type) && type != &rt_type_object)) return 0;
  if (type == &rt_type_object) return rt_raise_string(&rt_exc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)"), -1;
  RtClass *class = (RtClass *)type;
  if (class->init) rt_raise_string(&rt_exc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
  else if (!class->new && !class->base_plain) rt_raise_format(&rt_exc_TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", type->name);
  else return 0;
  return -1;
}

/* A fresh object takes the place of what `self` holds: both are plain objects of one type of fixed size. */
static int replace_contents(RtType *owner, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue fresh = owner->construct(rt_value(owner), args, nargs, kwnames);
  if (!fresh) return -1;
  RtObject *to = rt_object(rt_base_value(self)), *from = rt_object(fresh);
  char body[512];
  size_t size = (size_t)owner->instance_size - sizeof(RtObject);
  assert(size <= sizeof body && to->type == owner && from->type == owner);
  memcpy(body, to + 1, size);
  memcpy(to + 1, from + 1, size);
  memcpy(from + 1, body, size);
  rt_decref(fresh);
  return 0;
}

int rt_builtin_init(RtType *owner, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (owner == &rt_type_object) return init_object(self, nargs, kwnames);
  if (owner->flags & RT_TYPE_EXCEPTION) {
    if (rt_is_subtype(rt_typeof(self), &rt_exc_BaseExceptionGroup)) return 0;
    return rt_exception_init(rt_exception_of(self), args, nargs, kwnames);
  }
  if (!is_mutable(owner)) return 0;
  if (!has_arguments(nargs, kwnames) && rt_len(rt_base_value(self)) == 0) return 0;
  return replace_contents(owner, self, args, nargs, kwnames);
}

/* ---- classes ---- */

static RtValue call_new(RtClass *class, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue new = class->new;
  if (rt_typeof(new) == &rt_type_staticmethod) new = ((RtStaticMethod *)rt_object(new))->function;
  if (rt_typeof(new) == &rt_type_function) return rt_call_function_self((RtFunction *)rt_object(new), rt_value(class), args, nargs, kwnames);
  RtValue callee = rt_type_getattr(rt_value(class), RT_NAME(__new__));
  if (!callee) return 0;
  int64_t values = nargs + rt_keyword_count(kwnames);
  RtValue shifted[values + 1];
  shifted[0] = rt_value(class);
  for (int64_t i = 0; i < values; i++) shifted[i + 1] = args[i];
  RtValue result = rt_call(callee, shifted, nargs + 1, kwnames);
  rt_decref(callee);
  return result;
}

static RtType *builtin_owner(RtClass *class) {
  if (class->base_plain) return class->base_plain;
  if (class->type.flags & RT_TYPE_EXCEPTION) return &rt_exc_BaseException;
  return class->type.flags & RT_TYPE_TYPE ? &rt_type_type : &rt_type_object;
}

static int call_init(RtClass *class, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (!class->init) {
    if (class->new && builtin_owner(class) == &rt_type_object) return 0;
    return rt_builtin_init(builtin_owner(class), self, args, nargs, kwnames);
  }
  RtValue result = rt_call_with_self(class->init, self, args, nargs, kwnames);
  if (RT_LIKELY(result == RT_NONE)) {
    rt_decref(result);
    return 0;
  }
  if (!result) return -1;
  rt_raise_type_of("__init__() should return None, not '%s'", result);
  rt_decref(result);
  return -1;
}

/* Instances are made by object.__new__. */
static bool is_plain(const RtClass *class) {
  return !class->new && !class->base_plain && !(class->type.flags & (RT_TYPE_EXCEPTION | RT_TYPE_TYPE));
}

RtValue rt_class_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtClass *class = (RtClass *)rt_type_of(type);
  if (RT_UNLIKELY(!rt_is_class(&class->type))) return rt_ready(&class->type)->construct(type, args, nargs, kwnames);
  if (RT_LIKELY(class->init && is_plain(class))) {
    RtValue self = rt_instance_new(&class->type);
    if (!self || call_init(class, self, args, nargs, kwnames) == 0) return self;
    rt_decref(self);
    return 0;
  }
  RtType *owner = builtin_owner(class);
  RtValue self = class->new ? call_new(class, args, nargs, kwnames)
                            : rt_builtin_new_instance(owner, &class->type, args, nargs, kwnames);
  if (!self) return 0;
  if (class->new && !rt_is_subtype(rt_typeof(self), &class->type)) return self;
  RtClass *made = rt_is_class(rt_typeof(self)) ? (RtClass *)rt_typeof(self) : class;
  if (call_init(made, self, args, nargs, kwnames) == 0) return self;
  rt_decref(self);
  return 0;
}
