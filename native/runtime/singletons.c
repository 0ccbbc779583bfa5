/* None, NotImplemented, Ellipsis, and the type `object`. True and False live with their type in bool.c. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "type.h"
#include <stdio.h>

RtObject rt_none_object = {RT_IMMORTAL, &rt_type_none};
RtObject rt_true_object = {RT_IMMORTAL, &rt_type_bool};
RtObject rt_false_object = {RT_IMMORTAL, &rt_type_bool};
RtObject rt_notimplemented_object = {RT_IMMORTAL, &rt_type_notimplemented};
RtObject rt_ellipsis_object = {RT_IMMORTAL, &rt_type_ellipsis};

/* No program counts an immortal object down; should one, it starts again. */
static void singleton_dealloc(RtObject *object) { object->refcount = RT_IMMORTAL; }

static RtValue none_repr(RtValue v) { (void)v; return rt_value(rt_str_from_utf8("None", 4)); }
static int none_truth(RtValue v) { (void)v; return 0; }
static int64_t none_hash(RtValue v) { (void)v; return 0xfca86420; }
static RtValue notimplemented_repr(RtValue v) { (void)v; return rt_value(rt_str_from_utf8("NotImplemented", -1)); }
static RtValue ellipsis_repr(RtValue v) { (void)v; return rt_value(rt_str_from_utf8("Ellipsis", -1)); }

static RtValue construct_singleton(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)args;
  if (nargs || rt_keyword_count(kwnames))
    return rt_raise_format(&rt_exc_TypeError, "%s takes no arguments", rt_type_of(type)->name);
  if (rt_type_of(type) == &rt_type_none) return rt_new_ref(RT_NONE);
  if (rt_type_of(type) == &rt_type_ellipsis) return rt_new_ref(RT_ELLIPSIS);
  return rt_new_ref(RT_NOTIMPLEMENTED);
}

RtType rt_type_none = {.head = RT_STATIC_HEAD, .name = "NoneType", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtObject),
                       .dealloc = singleton_dealloc, .repr = none_repr, .truth = none_truth, .hash = none_hash, .construct = construct_singleton};
RtType rt_type_notimplemented = {.head = RT_STATIC_HEAD, .name = "NotImplementedType", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtObject),
                                 .dealloc = singleton_dealloc, .repr = notimplemented_repr, .construct = construct_singleton};
RtType rt_type_ellipsis = {.head = RT_STATIC_HEAD, .name = "ellipsis", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtObject),
                           .dealloc = singleton_dealloc, .repr = ellipsis_repr, .construct = construct_singleton};

/* ---- object ---- */

/* "<mod.C object at 0x7f...>" */
RtStr *rt_object_repr(RtValue v) {
  RtType *type = rt_typeof(v);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<", 1);
  if (rt_is_class(type)) {
    if (type->module_name) {
      rt_writer_str(&w, type->module_name);
      rt_writer_char(&w, '.');
    }
    rt_writer_str(&w, type->qualname);
  } else {
    rt_writer_ascii(&w, type->name, -1);
  }
  char at[40];
  snprintf(at, sizeof at, " object at 0x%012llx>", (unsigned long long)(uintptr_t)rt_object(v));
  rt_writer_ascii(&w, at, -1);
  return rt_writer_finish(&w);
}

static RtValue object_repr(RtValue v) { return rt_value(rt_object_repr(v)); }
static RtValue object_str(RtValue v) { return rt_value(rt_repr(v)); }
static int64_t object_hash(RtValue v) { return rt_hash_pointer(rt_object(v)); }

/* object.__eq__; != turns round whatever the type's own == says. */
static RtValue object_compare(RtValue a, RtValue b, RtCmp op) {
  if (op == RT_EQ) return rt_new_ref(a == b ? RT_TRUE : RT_NOTIMPLEMENTED);
  if (op != RT_NE) return rt_new_ref(RT_NOTIMPLEMENTED);
  RtValue equal = rt_typeof(a)->compare(a, b, RT_EQ);
  if (!equal || equal == RT_NOTIMPLEMENTED) return equal;
  int truth = rt_truth(equal);
  rt_decref(equal);
  return truth < 0 ? 0 : rt_new_ref(rt_from_bool(!truth));
}

static void object_dealloc(RtObject *object) { rt_free_object(object, sizeof(RtObject)); }

RtValue rt_object_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)args;
  if (rt_type_of(type) == &rt_type_object) {
    if (nargs || rt_keyword_count(kwnames)) return rt_raise_string(&rt_exc_TypeError, "object() takes no arguments");
    return rt_value(rt_alloc(&rt_type_object, sizeof(RtObject)));
  }
  return rt_instance_new(rt_type_of(type));
}

RtType rt_type_object = {.head = RT_STATIC_HEAD, .name = "object", .instance_size = sizeof(RtObject), .dealloc = object_dealloc,
                         .repr = object_repr, .str = object_str, .hash = object_hash, .compare = object_compare,
                         .construct = rt_object_construct, .methods = rt_object_methods};
