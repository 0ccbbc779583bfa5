/* property, classmethod, staticmethod, and the attributes that __slots__ declares. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "object.h"
#include "type.h"
#include <stdlib.h>

static int visit(RtValue v, RtVisit each, void *context) { return v && !rt_is_small(v) ? each(rt_object(v), context) : 0; }
static void drop(void *place) {
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = 0;
  rt_xdecref(old);
}
static RtValue or_none(RtValue v) { return rt_new_ref(v ? v : RT_NONE); }
static RtValue given(RtValue v) { return v && v != RT_NONE ? rt_new_ref(v) : 0; }

/* ---- property ---- */

#define PROPERTY(v) ((RtProperty *)rt_object(rt_base_value(v)))
static bool is_property(RtValue v) { return !rt_is_small(v) && rt_is_subtype(rt_typeof(v), &rt_type_property); }

static void property_clear(RtObject *object) {
  RtProperty *p = (RtProperty *)object;
  drop(&p->get);
  drop(&p->set);
  drop(&p->del);
  drop(&p->doc);
  drop(&p->name);
}
static void property_traverse(RtObject *object, RtVisit each, void *context) {
  RtProperty *p = (RtProperty *)object;
  visit(p->get, each, context);
  visit(p->set, each, context);
  visit(p->del, each, context);
  visit(p->doc, each, context);
}
static void property_dealloc(RtObject *object) {
  property_clear(object);
  rt_free_object(object, sizeof(RtProperty));
}

static RtValue property_make(RtValue get, RtValue set, RtValue del, RtValue doc, RtValue name) {
  RtProperty *p = rt_alloc(&rt_type_property, sizeof *p);
  if (!p) return 0;
  p->get = given(get);
  p->set = given(set);
  p->del = given(del);
  p->name = given(name);
  p->doc = given(doc);
  if (!p->doc && p->get) {
    RtValue found = rt_getattr_optional(p->get, RT_NAME(__doc__));
    if (rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
    p->doc = given(found);
    p->getter_doc = p->doc != 0;
    rt_xdecref(found);
  }
  if (!rt_pending) return rt_value(p);
  rt_decref_object(p);
  return 0;
}

static RtValue property_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  static const char *const names[] = {"fget", "fset", "fdel", "doc", NULL};
  RtValue out[4];
  if (rt_parse_args("property", names, 0, 0, args, nargs, kwnames, out) < 0) return 0;
  return rt_plain_or_instance(type, &rt_type_property, rt_object(property_make(out[0], out[1], out[2], out[3], 0)));
}

RtValue rt_property_of_subclass(STEAL RtValue made) {
  if (!made) return 0;
  RtProperty *p = PROPERTY(made);
  if (rt_setattr(made, RT_NAME(__doc__), p->doc ? p->doc : RT_NONE) == 0) return made;
  if (rt_pending_is(&rt_exc_AttributeError) && !p->getter_doc) {
    rt_clear_pending();
    return made;
  }
  rt_decref(made);
  return 0;
}

/* The same property, of the same class, with another accessor. */
static RtValue property_copy(RtValue self, RtValue get, RtValue set, RtValue del) {
  RtProperty *p = PROPERTY(self);
  RtValue args[] = {get ? get : RT_NONE, set ? set : RT_NONE, del ? del : RT_NONE, p->doc && !(p->getter_doc && get) ? p->doc : RT_NONE};
  RtValue made = rt_typeof(self) == &rt_type_property ? property_make(args[0], args[1], args[2], args[3], 0) : rt_call(rt_value(rt_typeof(self)), args, 4, NULL);
  if (made && p->name && is_property(made)) {
    RtValue old = PROPERTY(made)->name;
    PROPERTY(made)->name = rt_new_ref(p->name);
    rt_xdecref(old);
  }
  return made;
}

static RtValue no_accessor(RtProperty *p, RtValue instance, const char *what) {
  RtValue given = p->name || !p->get ? 0 : rt_getattr_optional(p->get, RT_NAME(__name__));
  if (rt_pending && !rt_pending_is(&rt_exc_AttributeError)) return 0;
  rt_clear_pending();
  RtStr *name = p->name || given ? rt_repr(p->name ? p->name : given) : NULL;
  rt_xdecref(given);
  char *text = name ? rt_str_to_utf8(name, NULL) : NULL;
  RtType *type = rt_typeof(instance);
  char *qualname = type->qualname ? rt_str_to_utf8(type->qualname, NULL) : NULL;
  const char *owner = qualname ? qualname : type->name;
  if (text) rt_raise_format(&rt_exc_AttributeError, "property %s of '%s' object has no %s", text, owner, what);
  else rt_raise_format(&rt_exc_AttributeError, "property of '%s' object has no %s", owner, what);
  free(text);
  free(qualname);
  rt_xdecref(rt_value(name));
  return 0;
}

static RtValue property_get(RtValue v, RtValue instance, RtValue owner) {
  RtProperty *p = PROPERTY(v);
  (void)owner;
  if (!instance || instance == RT_NONE) return rt_new_ref(v);
  return p->get ? rt_call1(p->get, instance) : no_accessor(p, instance, "getter");
}

static int property_set(RtValue v, RtValue instance, RtValue value) {
  RtProperty *p = PROPERTY(v);
  RtValue accessor = value ? p->set : p->del;
  if (!accessor) return no_accessor(p, instance, value ? "setter" : "deleter"), -1;
  RtValue result = value ? rt_call2(accessor, instance, value) : rt_call1(accessor, instance);
  if (!result) return -1;
  rt_decref(result);
  return 0;
}

#define P RtProperty *p = PROPERTY(self)
RT_METHOD(property_getter) { P; return property_copy(self, args[0], p->set, p->del); }
RT_METHOD(property_setter) { P; return property_copy(self, p->get, args[0], p->del); }
RT_METHOD(property_deleter) { P; return property_copy(self, p->get, p->set, args[0]); }
RT_METHOD(property_set_name) {
  P;
  if (nargs != 2) return rt_raise_format(&rt_exc_TypeError, "__set_name__() takes 2 positional arguments but %lld were given", (long long)nargs);
  drop(&p->name);
  p->name = rt_new_ref(args[1]);
  return rt_none();
}
RT_METHOD(get_fget) { P; return or_none(p->get); }
RT_METHOD(get_fset) { P; return or_none(p->set); }
RT_METHOD(get_fdel) { P; return or_none(p->del); }
RT_METHOD(get_doc) { P; return or_none(p->doc); }
RT_METHOD(get_name) {
  P;
  if (p->name) return rt_new_ref(p->name);
  RtValue own = p->get ? rt_getattr_optional(p->get, RT_NAME(__name__)) : 0;
  if (own || (rt_pending && !rt_pending_is(&rt_exc_AttributeError))) return own;
  rt_clear_pending();
  return rt_raise_attribute(self, RT_NAME(__name__), "'%s' object has no attribute '%s'");
}

RT_METHOD(is_abstract) {
  P;
  RtValue accessors[] = {p->get, p->set, p->del};
  for (int i = 0; i < 3; i++) {
    RtValue mark = accessors[i] ? rt_getattr_optional(accessors[i], RT_NAME(__isabstractmethod__)) : 0;
    if (rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
    if (!mark && rt_pending) return 0;
    int is = mark ? rt_truth(mark) : 0;
    rt_xdecref(mark);
    if (is < 0) return 0;
    if (is) return rt_new_ref(RT_TRUE);
  }
  return rt_new_ref(RT_FALSE);
}

static int property_setattr(RtValue v, RtStr *name, RtValue value) {
  bool is_plain = rt_typeof(v) == &rt_type_property, is_doc = rt_str_equal(name, RT_NAME(__doc__));
  if (!is_plain || (!is_doc && !rt_str_equal(name, RT_NAME(__name__)))) return rt_object_setattr(v, name, value);
  RtValue *place = is_doc ? &PROPERTY(v)->doc : &PROPERTY(v)->name, old = *place;
  *place = value ? rt_new_ref(value) : 0;
  rt_xdecref(old);
  return 0;
}

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
#define FIELD(name, fn) {name, fn, 0, 0, RT_METHOD_MEMBER}
static const RtMethodDef property_methods[] = {
    {"getter", property_getter, 1, 1, 0}, {"setter", property_setter, 1, 1, 0}, {"deleter", property_deleter, 1, 1, 0},
    {"__set_name__", property_set_name, 0, -1, 0}, FIELD("fget", get_fget), FIELD("fset", get_fset), FIELD("fdel", get_fdel),
    GETTER("__doc__", get_doc), GETTER("__name__", get_name),
    GETTER("__isabstractmethod__", is_abstract), {0}};

RtType rt_type_property = {.head = RT_STATIC_HEAD, .name = "property", .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(RtProperty),
                           .dealloc = property_dealloc, .traverse = property_traverse, .clear = property_clear, .descr_get = property_get,
                           .descr_set = property_set, .setattr = property_setattr, .construct = property_construct, .methods = property_methods};

/* ---- classmethod and staticmethod ---- */

#define STATIC(v) ((RtStaticMethod *)rt_object(rt_base_value(v)))

static void static_clear(RtObject *object) {
  drop(&((RtStaticMethod *)object)->function);
  drop(&((RtStaticMethod *)object)->dict);
}
static void static_traverse(RtObject *object, RtVisit each, void *context) {
  visit(((RtStaticMethod *)object)->function, each, context);
  visit(rt_value(((RtStaticMethod *)object)->dict), each, context);
}
static void static_dealloc(RtObject *object) {
  static_clear(object);
  rt_free_object(object, sizeof(RtStaticMethod));
}

static RtValue construct(RtValue type, const RtType *exact, const char *name, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (rt_keyword_count(kwnames)) return rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", name);
  if (nargs != 1) return rt_raise_format(&rt_exc_TypeError, "%s expected 1 argument, got %lld", name, (long long)nargs);
  RtStaticMethod *m = rt_alloc((RtType *)(uintptr_t)exact, sizeof *m);
  if (m) m->function = rt_new_ref(args[0]);
  return rt_plain_or_instance(type, exact, m);
}
static RtValue static_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return construct(type, &rt_type_staticmethod, "staticmethod", args, nargs, kwnames);
}
static RtValue class_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return construct(type, &rt_type_classmethod, "classmethod", args, nargs, kwnames);
}

static RtValue static_get(RtValue v, RtValue instance, RtValue owner) {
  (void)instance, (void)owner;
  return rt_new_ref(STATIC(v)->function);
}
static RtValue class_get(RtValue v, RtValue instance, RtValue owner) {
  return rt_method_new(STATIC(v)->function, owner ? owner : rt_value(rt_typeof(instance)));
}
static RtValue static_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) { return rt_call(STATIC(v)->function, args, nargs, kwnames); }

static RtValue static_repr(RtValue v) {
  RtStr *inner = rt_repr(STATIC(v)->function);
  if (!inner) return 0;
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<", 1);
  rt_writer_ascii(&w, rt_typeof(v)->name, -1);
  rt_writer_ascii(&w, "(", 1);
  rt_writer_str(&w, inner);
  rt_writer_ascii(&w, ")>", 2);
  rt_decref_object(inner);
  return rt_value(rt_writer_finish(&w));
}

/* Names and documentation are those of the function inside. */
static RtValue static_getattr(RtValue v, RtStr *name) {
  RtValue own = rt_object_getattr_optional(v, name);
  if (own || rt_pending) return own;
  if (name == RT_NAME(__name__) || name == RT_NAME(__qualname__) || name == RT_NAME(__doc__) || name == RT_NAME(__module__) || name == RT_NAME(__annotations__))
    return rt_getattr(STATIC(v)->function, name);
  return rt_object_getattr(v, name);
}

RT_METHOD(static_get_function) { return rt_new_ref(STATIC(self)->function); }
RT_METHOD(static_is_abstract) {
  RtValue mark = rt_getattr_optional(STATIC(self)->function, RT_NAME(__isabstractmethod__));
  if (!mark && rt_pending) {
    if (!rt_pending_is(&rt_exc_AttributeError)) return 0;
    rt_clear_pending();
  }
  int is = mark ? rt_truth(mark) : 0;
  rt_xdecref(mark);
  return is < 0 ? 0 : rt_bool_ref(is);
}
static const RtMethodDef static_methods[] = {FIELD("__func__", static_get_function), GETTER("__wrapped__", static_get_function),
                                             GETTER("__isabstractmethod__", static_is_abstract), {0}};

#define STATIC_SLOTS                                                                                                  \
  .head = RT_STATIC_HEAD, .flags = RT_TYPE_CYCLIC | RT_TYPE_INSTANCE_DICT, .instance_size = sizeof(RtStaticMethod),   \
  .dealloc = static_dealloc, .traverse = static_traverse, .clear = static_clear, .repr = static_repr, .getattr = static_getattr,       \
  .methods = static_methods
RtType rt_type_staticmethod = {STATIC_SLOTS, .name = "staticmethod", .descr_get = static_get, .call = static_call, .construct = static_construct};
RtType rt_type_classmethod = {STATIC_SLOTS, .name = "classmethod", .descr_get = class_get, .construct = class_construct};

/* ---- attributes that __slots__ declares ---- */

#define MEMBER(v) ((RtMember *)rt_object(v))

RtValue rt_member_new(RtType *owner, RtStr *name, int64_t slot) {
  RtMember *m = rt_alloc(&rt_type_member, sizeof *m);
  if (!m) return 0;
  m->owner = owner; /* not counted: the member lives in the owner's dict */
  m->name = RT_NEW_REF(name);
  m->slot = slot;
  return rt_value(m);
}

static void member_dealloc(RtObject *object) {
  rt_decref_object(((RtMember *)object)->name);
  rt_free_object(object, sizeof(RtMember));
}

/* Where the slot is in an instance of a subclass of the owner; NULL: no such instance. */
static RtValue *member_place(RtMember *m, RtValue instance) {
  int64_t slot = rt_class_slot(rt_typeof(instance), m->name);
  if (slot >= 0 && rt_is_class(rt_typeof(instance))) return &rt_instance_slots(instance)[slot];
  char *name = rt_str_to_utf8(m->name, NULL);
  rt_raise_format(&rt_exc_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name ? name : "?", m->owner->name,
                  rt_typeof(instance)->name);
  free(name);
  return NULL;
}

static RtValue member_get(RtValue v, RtValue instance, RtValue owner) {
  (void)owner;
  if (!instance) return rt_new_ref(v);
  RtValue *place = member_place(MEMBER(v), instance);
  if (!place) return 0;
  return *place ? rt_new_ref(*place) : rt_raise_attribute(instance, MEMBER(v)->name, "'%s' object has no attribute '%s'");
}

static int member_set(RtValue v, RtValue instance, RtValue value) {
  RtValue *place = member_place(MEMBER(v), instance);
  if (!place) return -1;
  RtValue old = *place;
  if (!value && !old) {
    rt_raise_attribute(instance, MEMBER(v)->name, "'%s' object has no attribute '%s'");
    return -1;
  }
  *place = value ? rt_new_ref(value) : 0;
  rt_xdecref(old);
  return 0;
}

static RtValue member_repr(RtValue v) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<member '", -1);
  rt_writer_str(&w, MEMBER(v)->name);
  rt_writer_ascii(&w, "' of '", -1);
  rt_writer_ascii(&w, MEMBER(v)->owner->name, -1);
  rt_writer_ascii(&w, "' objects>", -1);
  return rt_value(rt_writer_finish(&w));
}

RT_METHOD(member_get_name) { return rt_new_ref(rt_value(MEMBER(self)->name)); }
RT_METHOD(member_get_qualname) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_str(&w, MEMBER(self)->owner->qualname);
  rt_writer_char(&w, '.');
  rt_writer_str(&w, MEMBER(self)->name);
  return rt_value(rt_writer_finish(&w));
}
RT_METHOD(member_get_owner) { return rt_new_ref(rt_value(MEMBER(self)->owner)); }
RT_METHOD(member_get_doc) { return (void)self, rt_none(); }
static const RtMethodDef member_methods[] = {GETTER("__name__", member_get_name), GETTER("__qualname__", member_get_qualname),
                                             FIELD("__objclass__", member_get_owner), GETTER("__doc__", member_get_doc), {0}};
RtType rt_type_member = {.head = RT_STATIC_HEAD, .name = "member_descriptor", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtMember),
                         .dealloc = member_dealloc, .repr = member_repr, .descr_get = member_get, .descr_set = member_set, .methods = member_methods};
