/* super: looking on along the mro of self's class, after a given class. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "type.h"

/* The class that an object gives as its own, if it derives from `type`; else NULL. It stays alive by other means than this look. */
static RtType *stated_type(RtType *type, RtValue self) {
  RtValue stated = rt_getattr_optional(self, RT_NAME(__class__));
  RtType *result = stated && rt_is_type(stated) && rt_is_subtype(rt_type_of(stated), type) ? rt_type_of(stated) : NULL;
  rt_xdecref(stated);
  return result;
}

/* The class whose mro is followed: self's, or self itself where it is a class. NULL: raised. */
static RtType *start_type(RtType *type, RtValue self) {
  if (rt_is_type(self) && rt_is_subtype(rt_type_of(self), type)) return rt_type_of(self);
  if (rt_is_subtype(rt_typeof(self), type)) return rt_typeof(self);
  RtType *stated = rt_class_disguises ? stated_type(type, self) : NULL;
  if (stated || rt_pending) return stated;
  bool is_type = rt_is_type(self);
  rt_raise_format(&rt_exc_TypeError, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", is_type ? "type" : "instance of",
                  is_type ? rt_type_of(self)->name : rt_typeof(self)->name, type->name);
  return NULL;
}

static RtValue find_after(RtType *type, RtType *start, RtStr *name) {
  RtTuple *mro = rt_ready(start)->mro;
  int64_t i = 0;
  while (i < mro->length && mro->items[i] != rt_value(type)) i++;
  for (i++; i < mro->length; i++) {
    RtValue found = rt_type_own_attribute(rt_type_of(mro->items[i]), name);
    if (found) return found;
  }
  return 0;
}

static RtValue bind(RtValue attribute, RtValue self, RtType *start) {
  RtTernaryFn get = rt_ready(rt_typeof(attribute))->descr_get;
  if (!get) return rt_new_ref(attribute);
  return get(attribute, rt_value(start) == self ? 0 : self, rt_value(start));
}

static RtValue missing(RtStr *name) {
  static RtSuper shown = {.head = {RT_IMMORTAL, &rt_type_super}};
  return rt_raise_attribute(rt_value(&shown), name, "'%s' object has no attribute '%s'");
}

RtValue rt_super_getattr(RtValue type, RtValue self, RtStr *name) {
  RtType *start = start_type(rt_type_of(type), self);
  if (!start) return 0;
  name = rt_canonical(name);
  RtValue found = name == RT_NAME(__class__) ? 0 : find_after(rt_type_of(type), start, name);
  if (found) return bind(found, self, start);
  return name == RT_NAME(__class__) ? rt_new_ref(rt_value(&rt_type_super)) : missing(name);
}

RtValue rt_super_call(RtValue type, RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtType *start = start_type(rt_type_of(type), self);
  if (!start) return 0;
  name = rt_canonical(name);
  RtValue found = find_after(rt_type_of(type), start, name);
  if (!found) return missing(name);
  if (rt_value(start) != self) return rt_call_with_self(found, self, args, nargs, kwnames);
  RtValue bound = bind(found, self, start);
  if (!bound) return 0;
  RtValue result = rt_call(bound, args, nargs, kwnames);
  rt_decref(bound);
  return result;
}

/* ---- the object ---- */

#define SUPER(v) ((RtSuper *)rt_object(rt_base_value(v)))

RtValue rt_super_new(RtValue type, RtValue self) {
  RtType *start = start_type(rt_type_of(type), self);
  RtSuper *s = start ? rt_alloc(&rt_type_super, sizeof *s) : NULL;
  if (!s) return 0;
  s->type = RT_NEW_REF(rt_type_of(type));
  s->self = rt_new_ref(self);
  s->self_type = RT_NEW_REF(start);
  return rt_value(s);
}

static RtValue super_construct(RtValue class, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)class;
  if (rt_keyword_count(kwnames)) return rt_raise_string(&rt_exc_TypeError, "super() takes no keyword arguments");
  if (nargs == 0) return rt_raise_string(&rt_exc_RuntimeError, "super(): no arguments");
  if (nargs > 2) return rt_raise_format(&rt_exc_TypeError, "super() expected at most 2 arguments, got %lld", (long long)nargs);
  if (!rt_is_type(args[0])) return rt_raise_format(&rt_exc_TypeError, "super() argument 1 must be a type, not %s", rt_typeof(args[0])->name);
  if (nargs == 2) return rt_super_new(args[0], args[1]);
  RtSuper *s = rt_alloc(&rt_type_super, sizeof *s);
  if (s) s->type = RT_NEW_REF(rt_type_of(args[0]));
  return rt_value(s);
}

static RtValue super_getattr(RtValue v, RtStr *name) {
  RtSuper *s = SUPER(v);
  if (!s->self) return rt_object_getattr(v, name);
  RtValue found = name == RT_NAME(__class__) ? 0 : find_after(s->type, s->self_type, name);
  return found ? bind(found, s->self, s->self_type) : rt_object_getattr(v, name);
}

/* One that isn't bound yet is a descriptor. */
static RtValue super_get(RtValue v, RtValue instance, RtValue owner) {
  (void)owner;
  if (SUPER(v)->self || !instance || instance == RT_NONE) return rt_new_ref(v);
  RtValue args[] = {rt_value(SUPER(v)->type), instance}, type = rt_value(rt_typeof(v));
  return type == rt_value(&rt_type_super) ? rt_super_new(args[0], instance) : rt_call(type, args, 2, NULL);
}

RT_METHOD(get_this_class) { return rt_new_ref(rt_value(SUPER(self)->type)); }
RT_METHOD(get_self) { return rt_new_ref(SUPER(self)->self ? SUPER(self)->self : RT_NONE); }
RT_METHOD(get_self_class) { return rt_new_ref(SUPER(self)->self_type ? rt_value(SUPER(self)->self_type) : RT_NONE); }
static const RtMethodDef methods[] = {{"__thisclass__", get_this_class, 0, 0, RT_METHOD_MEMBER}, {"__self__", get_self, 0, 0, RT_METHOD_MEMBER},
                                      {"__self_class__", get_self_class, 0, 0, RT_METHOD_MEMBER}, {0}};

static RtValue super_repr(RtValue v) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<super: <class '", -1);
  rt_writer_ascii(&w, SUPER(v)->type->name, -1);
  rt_writer_ascii(&w, SUPER(v)->self_type ? "'>, <" : "'>, NULL>", -1);
  if (SUPER(v)->self_type) {
    rt_writer_ascii(&w, SUPER(v)->self_type->name, -1);
    rt_writer_ascii(&w, " object>>", -1);
  }
  return rt_value(rt_writer_finish(&w));
}

static void super_traverse(RtObject *object, RtVisit each, void *context) {
  RtSuper *s = (RtSuper *)object;
  each(&s->type->head, context);
  if (s->self && !rt_is_small(s->self)) each(rt_object(s->self), context);
  if (s->self_type) each(&s->self_type->head, context);
}

static void super_dealloc(RtObject *object) {
  RtSuper *s = (RtSuper *)object;
  rt_xdecref(rt_value(s->type));
  rt_xdecref(s->self);
  rt_xdecref(rt_value(s->self_type));
  rt_free_object(s, sizeof *s);
}

RtType rt_type_super = {.head = RT_STATIC_HEAD, .name = "super", .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(RtSuper), .dealloc = super_dealloc,
                        .traverse = super_traverse, .repr = super_repr,   .methods = methods, .getattr = super_getattr, .descr_get = super_get, .construct = super_construct};
