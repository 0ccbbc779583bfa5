/*
 * Weak references. What is referred to keeps no trace of it: a table finds the references to an object, and the type of the object gets a dealloc
 * of its own when the first reference to one of its objects is made. So programs, and types, without weak references pay nothing.
 */
#include "weakref.h"
#include "container.h"
#include "deque.h"
#include "exception.h"
#include "function.h"
#include "generator.h"
#include "module.h"
#include "object.h"
#include "regex-object.h"
#include "type.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Weakref {
  RtObject head;
  RtObject *object;      /* NULL: dead */
  RtValue callback;      /* 0: none */
  int64_t hash;          /* of the object, once asked for; -1: not yet */
  struct Weakref *next;  /* in the same bucket; the newest first */
  RtObject *instance;    /* of a subclass, around this one: borrowed; NULL: none */
} Weakref;
#define WEAKREF(v) ((Weakref *)rt_object(rt_base_value(v)))

/* What the program sees. */
static RtObject *seen(Weakref *w) { return w->instance ? w->instance : &w->head; }

/* ---- the table ---- */

static Weakref **buckets;
static size_t bucket_count, reference_count;

static size_t bucket_of(const RtObject *object) { return (((uintptr_t)object >> 4) * (uintptr_t)0x9e3779b97f4a7c15u >> 7) & (bucket_count - 1); }

static void link_into(Weakref *w) {
  Weakref **bucket = &buckets[bucket_of(w->object)];
  w->next = *bucket;
  *bucket = w;
}

static int grow(void) {
  if (reference_count < bucket_count) return 0;
  size_t old_count = bucket_count;
  Weakref **old = buckets, **made = calloc(old_count ? old_count * 2 : 64, sizeof *made);
  if (!made) return rt_raise_memory(), -1;
  bucket_count = old_count ? old_count * 2 : 64;
  buckets = made;
  for (size_t i = 0; i < old_count; i++) {
    Weakref *reversed = NULL;
    for (Weakref *w = old[i], *next; w; w = next) next = w->next, w->next = reversed, reversed = w;
    for (Weakref *w = reversed, *next; w; w = next) next = w->next, link_into(w);
  }
  free(old);
  return 0;
}

static void unlink_from(Weakref *w) {
  Weakref **place = &buckets[bucket_of(w->object)];
  while (*place != w) place = &(*place)->next;
  *place = w->next;
  w->object = NULL;
  if (--reference_count > 0) return;
  free(buckets);
  buckets = NULL;
  bucket_count = 0;
}

static Weakref *first_of(const RtObject *object) {
  Weakref *w = bucket_count ? buckets[bucket_of(object)] : NULL;
  while (w && w->object != object) w = w->next;
  return w;
}

/* ---- death ---- */

bool rt_weakref_is_watched(const RtObject *object) { return first_of(object) != NULL; }

static void run_callback(Weakref *w) {
  RtValue pending = rt_take_pending(), callback = w->callback, argument = rt_value(seen(w));
  w->callback = 0;
  RtValue result = rt_call(callback, &argument, 1, NULL);
  if (result) rt_decref(result);
  else rt_write_unraisable(NULL, callback);
  rt_decref(callback);
  rt_set_pending(pending);
}

void rt_weakref_die(RtObject *object) {
  Weakref *told = NULL, **last = &told;
  for (Weakref *w; (w = first_of(object));) {
    unlink_from(w);
    if (!w->callback || seen(w)->refcount == 0) continue;
    if (w->instance) w->instance->refcount++;
    w->head.refcount++;
    w->next = NULL;
    *last = w;
    last = &w->next;
  }
  for (Weakref *w = told, *next; w; w = next) {
    next = w->next;
    run_callback(w);
    if (w->instance) rt_decref_object(w->instance);
    rt_decref_object(w);
  }
}

void rt_weakref_silence(RtObject *object) {
  if (object->type != &rt_type_weakref) return;
  Weakref *w = (Weakref *)object;
  if (w->object) unlink_from(w);
  RtValue callback = w->callback;
  w->callback = 0;
  rt_xdecref(callback);
}

/* ---- types whose objects are referred to ---- */

typedef struct Watched { RtType *type; void (*dealloc)(RtObject *); } Watched;
static Watched *watched;
static size_t watched_count;

static void (*dealloc_of(RtType *type))(RtObject *) {
  for (; type; type = type->base)
    for (size_t i = 0; i < watched_count; i++)
      if (watched[i].type == type) return watched[i].dealloc;
  return NULL;
}

static void watched_dealloc(RtObject *object) {
  RtType *type = object->type;
  if (first_of(object)) {
    bool finalizes = rt_is_class(type) && !(type->flags & RT_TYPE_TYPE) && ((RtClass *)type)->final_word;
    if (finalizes && ((RtClass *)type)->finalizer && RT_ONLY_WITH(rt_class_build, rt_instance_finalize)(object)) return;
    rt_weakref_die(object);
  }
  dealloc_of(type)(object);
}

static int watch(RtType *type) {
  if (type->dealloc == watched_dealloc) return 0;
  size_t at = 0;
  while (at < watched_count && watched[at].type != type) at++;
  if (at == watched_count) {
    Watched *more = realloc(watched, (watched_count + 1) * sizeof *more);
    if (!more) return rt_raise_memory(), -1;
    watched = more;
    watched_count++;
  }
  watched[at] = (Watched){type, type->dealloc};
  type->dealloc = watched_dealloc;
  return 0;
}

/* ---- what can be referred to ---- */

static bool names_weakref_slot(RtType *type) {
  for (int64_t i = 0; i < type->mro->length; i++) {
    RtType *base = rt_type_of(type->mro->items[i]);
    RtValue slots = rt_is_class(base) && base->dict ? rt_dict_get_str(base->dict, RT_NAME(__slots__)) : 0;
    if (!slots) continue;
    if (rt_is_str(slots) ? rt_str_equal((RtStr *)rt_object(slots), RT_NAME(__weakref__)) : rt_contains(slots, rt_value(RT_NAME(__weakref__))) > 0) return true;
    rt_clear_pending();
  }
  return false;
}

static bool can_refer_to(RtValue v) {
  if (rt_is_small(v)) return false;
  RtType *type = rt_typeof(v);
  if (rt_is_type(v) || (type->flags & (RT_TYPE_FUNCTION | RT_TYPE_GENERATOR | RT_TYPE_SET))) return true;
  if (rt_is_class(type)) {
    if (type->flags & (RT_TYPE_INT | RT_TYPE_TUPLE | RT_TYPE_BYTES)) return false;
    return (type->flags & RT_TYPE_INSTANCE_DICT) || names_weakref_slot(type);
  }
  return type == &rt_type_method || type == &rt_type_module || type == &rt_type_builtin || type == RT_IF_MADE(rt_type_deque) || type == RT_IF_MADE(rt_type_re_pattern);
}

/* ---- the objects ---- */

static RtValue without_callback(RtObject *object) {
  Weakref *w = bucket_count ? buckets[bucket_of(object)] : NULL;
  while (w && (w->object != object || w->callback || w->instance)) w = w->next;
  return w ? rt_new_ref(rt_value(w)) : 0;
}

static RtValue make(RtObject *object, RtValue callback) {
  if (watch(object->type) < 0 || grow() < 0) return 0;
  Weakref *w = rt_alloc(&rt_type_weakref, sizeof *w);
  if (!w) return 0;
  w->object = object;
  w->callback = callback ? rt_new_ref(callback) : 0;
  w->hash = -1;
  w->instance = NULL;
  link_into(w);
  reference_count++;
  return rt_value(w);
}

RT_WITNESS RtValue rt_weakref_new(RtValue referent, RtValue callback) {
  if (!can_refer_to(referent)) return rt_raise_type_of("cannot create weak reference to '%s' object", referent);
  RtValue known = callback ? 0 : without_callback(rt_object(referent));
  return known ? known : make(rt_object(referent), callback);
}

/* Instances share no references. One lives no longer than its instance, but while its callback runs, which keeps both. */
RtValue rt_weakref_of_subclass(STEAL RtValue instance) {
  if (!instance) return 0;
  RtInstance *o = (RtInstance *)rt_object(instance);
  Weakref *w = WEAKREF(instance);
  if (w->head.refcount > 1) {
    RtValue own = make(w->object, 0);
    if (own) {
      rt_decref(o->base_value);
      o->base_value = own;
    }
    w = own ? WEAKREF(instance) : NULL;
  }
  if (w) {
    w->instance = &o->head;
    return instance;
  }
  rt_decref(instance);
  return 0;
}

RT_METHOD(weakref_construct) {
  if (rt_keyword_count(kwnames)) return rt_raise_string(&rt_exc_TypeError, "ref() takes no keyword arguments");
  if (rt_count_args("__new__", nargs, 1, 2) < 0) return 0;
  return rt_weakref_new(args[0], nargs > 1 && args[1] != RT_NONE ? args[1] : 0);
}

RT_METHOD(weakref_call) {
  if (rt_count_args("__call__", nargs, 0, 0) < 0) return 0;
  return rt_new_ref(WEAKREF(self)->object ? rt_value(WEAKREF(self)->object) : RT_NONE);
}

RT_METHOD(get_callback) { return rt_new_ref(WEAKREF(self)->callback ? WEAKREF(self)->callback : RT_NONE); }

static RtValue weakref_compare(RtValue a, RtValue b, RtCmp op) {
  bool both = !rt_is_small(a) && !rt_is_small(b) && rt_is_subtype(rt_typeof(a), &rt_type_weakref) && rt_is_subtype(rt_typeof(b), &rt_type_weakref);
  if (!both || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  if (!WEAKREF(a)->object || !WEAKREF(b)->object) return rt_bool_ref((a == b) == (op == RT_EQ));
  RtValue one = rt_new_ref(rt_value(WEAKREF(a)->object)), other = rt_new_ref(rt_value(WEAKREF(b)->object));
  RtValue result = rt_compare(one, other, op);
  rt_decref(one);
  rt_decref(other);
  return result;
}

static int64_t weakref_hash(RtValue v) {
  Weakref *w = WEAKREF(v);
  if (w->hash != -1) return w->hash;
  if (!w->object) return rt_raise_string(&rt_exc_TypeError, "weak object has gone away"), -1;
  return w->hash = rt_hash(rt_value(w->object));
}

static RtValue weakref_repr(RtValue v) {
  char text[300];
  RtObject *object = WEAKREF(v)->object;
  unsigned long long own = (unsigned long long)(uintptr_t)rt_object(v);
  if (!object) snprintf(text, sizeof text, "<weakref at 0x%llx; dead>", own);
  else snprintf(text, sizeof text, "<weakref at 0x%llx; to '%.150s' at 0x%llx>", own, object->type->name, (unsigned long long)(uintptr_t)object);
  return rt_value(rt_str_from_utf8(text, -1));
}

static void weakref_clear(RtObject *object) {
  Weakref *w = (Weakref *)object;
  RtValue callback = w->callback;
  w->callback = 0;
  rt_xdecref(callback);
}

static void weakref_traverse(RtObject *object, RtVisit each, void *context) {
  Weakref *w = (Weakref *)object;
  if (w->callback && !rt_is_small(w->callback)) each(rt_object(w->callback), context);
}

static void weakref_dealloc(RtObject *object) {
  if (((Weakref *)object)->object) unlink_from((Weakref *)object);
  weakref_clear(object);
  rt_free_object(object, sizeof(Weakref));
}

static const RtMethodDef methods[] = {{"__callback__", get_callback, 0, 0, RT_METHOD_GETTER}, {0}};

RtType rt_type_weakref = {
    .head = RT_STATIC_HEAD, .name = "weakref.ReferenceType", .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(Weakref),
    .dealloc = weakref_dealloc, .traverse = weakref_traverse, .clear = weakref_clear, .repr = weakref_repr, .compare = weakref_compare,
    .hash = weakref_hash, .call = weakref_call, .construct = weakref_construct, .methods = methods};

/* ---- the module ---- */

RT_BUILTIN_FN(rt_weakref_list) {
  RtList *list = rt_list_new(0);
  if (!list || rt_is_small(args[0])) return rt_value(list);
  RtObject *object = rt_object(args[0]);
  for (Weakref *w = first_of(object); w; w = w->next)
    if (w->object == object && rt_list_append(list, rt_value(seen(w))) < 0) break;
  if (!rt_pending) return rt_value(list);
  rt_decref_object(list);
  return 0;
}
