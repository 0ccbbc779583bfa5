/* isinstance and issubclass. */
#include "alias.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "object.h"
#include "type.h"

static int isinstance_bad_class(void) {
  rt_raise_string(&rt_exc_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  return -1;
}

/* Tuples of classes may be nested as deep as CPython's recursion in C goes. */
enum { CLASSES_DEPTH = 10000 };
static int classes_depth;

static int derives_from(RtValue class, RtValue other);
static int base_is(RtValue other, RtValue class) { return derives_from(class, other); }

static int any_class(RtValue v, RtTuple *classes, int (*test)(RtValue, RtValue)) {
  if (rt_check_stack() < 0) return -1;
  if (classes_depth >= CLASSES_DEPTH) {
    rt_raise_string(&rt_exc_RecursionError, "maximum recursion depth exceeded");
    return -1;
  }
  classes_depth++;
  int is = 0;
  for (int64_t i = 0; i < classes->length && is == 0; i++) is = test(v, classes->items[i]);
  classes_depth--;
  return is;
}

/* The answer of a metaclass's __instancecheck__ or __subclasscheck__. */
static int ask_metaclass(RtValue method, RtValue v) {
  RtValue answer = rt_call1(method, v);
  rt_decref(method);
  if (!answer) return -1;
  int truth = rt_truth(answer);
  rt_decref(answer);
  return truth;
}

/* ---- what is no class, but has __bases__ ---- */

/* A new tuple, or NULL: none, or raised. */
static RtTuple *bases_of(RtValue v) {
  RtValue bases = rt_getattr_optional(v, RT_NAME(__bases__));
  if (rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
  if (!bases) return NULL;
  if (rt_is_tuple(bases)) return (RtTuple *)rt_object(bases);
  rt_decref(bases);
  return NULL;
}

static bool is_parameterized(RtValue v) { return !rt_is_small(v) && rt_typeof(v) == RT_IF_MADE(rt_type_alias); }

static bool has_bases(RtValue v) {
  RtTuple *bases = bases_of(v);
  if (bases) rt_decref_object(bases);
  return bases != NULL;
}

static int derives_from(RtValue class, RtValue other) {
  if (class == other) return 1;
  RtTuple *bases = bases_of(class);
  if (!bases) return rt_pending ? -1 : 0;
  int is = any_class(other, bases, base_is);
  rt_decref_object(bases);
  return is;
}

static int resembles_instance(RtValue v, RtValue class) {
  if (is_parameterized(class)) return rt_raise_string(&rt_exc_TypeError, "isinstance() argument 2 cannot be a parameterized generic"), -1;
  if (!has_bases(class)) return rt_pending ? -1 : isinstance_bad_class();
  RtValue own = rt_getattr_optional(v, RT_NAME(__class__));
  if (rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
  if (!own) return rt_pending ? -1 : 0;
  int is = derives_from(own, class);
  rt_decref(own);
  return is;
}

bool rt_class_disguises;

/* An object may give another class than its type as __class__. */
static int is_instance_of(RtValue v, RtType *class) {
  if (rt_is_subtype(rt_typeof(v), class)) return 1;
  if (!rt_class_disguises || rt_is_small(v) || !rt_is_class(rt_typeof(v))) return 0;
  RtValue own = rt_getattr_optional(v, RT_NAME(__class__));
  if (rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
  if (!own) return rt_pending ? -1 : 0;
  int is = rt_is_type(own) && rt_is_subtype(rt_ready(rt_type_of(own)), class);
  rt_decref(own);
  return is;
}

/* The method of a metaclass that says otherwise than `type` does, bound. 0: none, or raised. */
static RtValue own_check(RtValue class, RtStr *name) {
  RtType *meta = rt_typeof(class);
  RtValue method = meta->flags & RT_TYPE_TYPE ? rt_type_lookup(meta, name) : 0;
  if (method && rt_typeof(method) == &rt_type_method_descriptor && ((RtBuiltin *)rt_object(method))->owner == &rt_type_type) return 0;
  return rt_lookup_special(class, name);
}

int rt_isinstance(RtValue v, RtValue class_or_tuple) {
  if (rt_value(rt_typeof(v)) == class_or_tuple) return 1;
  if (rt_is_small(class_or_tuple)) return isinstance_bad_class();
  RtType *meta = rt_object(class_or_tuple)->type;
  if (meta == &rt_type_type) return is_instance_of(v, rt_type_of(class_or_tuple));
  if (rt_is_tuple(class_or_tuple)) return any_class(v, (RtTuple *)rt_object(rt_base_value(class_or_tuple)), rt_isinstance);
  if (meta == &rt_type_union) return any_class(v, rt_union_members(class_or_tuple), rt_isinstance);
  RtValue method = own_check(class_or_tuple, RT_NAME(__instancecheck__));
  if (method) return ask_metaclass(method, v);
  if (rt_pending) return -1;
  if (!rt_is_type(class_or_tuple)) return resembles_instance(v, class_or_tuple);
  return is_instance_of(v, rt_type_of(class_or_tuple));
}

static int resembles_subclass(RtValue class, RtValue other) {
  if (!rt_is_type(class) && !has_bases(class)) {
    if (!rt_pending) rt_raise_string(&rt_exc_TypeError, "issubclass() arg 1 must be a class");
    return -1;
  }
  if (is_parameterized(other)) return rt_raise_string(&rt_exc_TypeError, "issubclass() argument 2 cannot be a parameterized generic"), -1;
  if (!rt_is_type(other) && !has_bases(other)) {
    if (!rt_pending) rt_raise_string(&rt_exc_TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return -1;
  }
  return derives_from(class, other);
}

int rt_issubclass(RtValue class, RtValue class_or_tuple) {
  bool in_union = !rt_is_small(class_or_tuple) && rt_typeof(class_or_tuple) == &rt_type_union;
  if (in_union || (!rt_is_small(class_or_tuple) && rt_is_tuple(class_or_tuple))) {
    RtTuple *classes = in_union ? rt_union_members(class_or_tuple) : (RtTuple *)rt_object(rt_base_value(class_or_tuple));
    return any_class(class, classes, rt_issubclass);
  }
  RtValue method = rt_is_small(class_or_tuple) ? 0 : own_check(class_or_tuple, RT_NAME(__subclasscheck__));
  if (method) return ask_metaclass(method, class);
  if (rt_pending) return -1;
  if (!rt_is_type(class) || !rt_is_type(class_or_tuple)) return resembles_subclass(class, class_or_tuple);
  return rt_is_subtype(rt_ready(rt_type_of(class)), rt_type_of(class_or_tuple));
}

RT_BUILTIN_FN(rt_type_instancecheck) {
  int is = is_instance_of(args[0], rt_type_of(self));
  return is < 0 ? 0 : rt_bool_ref(is);
}

RT_BUILTIN_FN(rt_type_subclasscheck) {
  int is = rt_is_type(args[0]) ? rt_is_subtype(rt_ready(rt_type_of(args[0])), rt_type_of(self)) : resembles_subclass(args[0], self);
  return is < 0 ? 0 : rt_bool_ref(is);
}
