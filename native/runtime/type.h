/* Types and classes: look-ups, the table of dunder methods, classes made by class statements. */
#ifndef RT_TYPE_H
#define RT_TYPE_H
#include "rt.h"

/* A class made by a class statement. Instances: RtInstance (or RtException) with slot_count slots, and one more word when
   final_word: not 0 once __del__ has run. */
enum RtSlotKind { RT_SLOT_VALUE, RT_SLOT_DECLARED /* by __slots__ */, RT_SLOT_FLOAT /* the bits of a double; RT_FLOAT_ABSENT: unset */ };
typedef struct RtClass {
  RtType type;
  uint8_t *kinds;     /* a byte a slot: enum RtSlotKind */
  RtType *base_plain; /* the built-in type whose plain objects instances hold, or NULL */
  RtValue init, new;  /* borrowed: __init__ and __new__ that are not built in, or 0 */
  RtValue finalizer;  /* borrowed: __del__, or 0 */
  char *name_buffer;
  int64_t slot_count;
  bool final_word;
  bool is_solid; /* its __slots__ add to the instances: two such classes can't be combined */
} RtClass;
static inline bool rt_is_class(const RtType *type) { return (type->flags & RT_TYPE_HEAP) != 0; }
static inline bool rt_is_type(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_TYPE); }
static inline RtType *rt_type_of(RtValue v) { return (RtType *)rt_object(v); }
static inline RtType *rt_ready(RtType *type) {
  if (RT_UNLIKELY(!(type->flags & RT_TYPE_READY))) rt_type_ready(type);
  return type;
}

/* ---- look-ups (lookup.c) ---- */
typedef struct RtLookup {
  RtStr *name;
  uint32_t version;
  int32_t slot;  /* of the instances, or -1 */
  RtValue value; /* borrowed from the class that defines it; 0: absent */
} RtLookup;
/* Of a ready type: made at first use from the methods. Borrowed. */
RtDict *rt_type_make_dict(RtType *type);
static inline RtDict *rt_type_attributes(RtType *type) { return RT_LIKELY(type->dict != NULL) ? type->dict : rt_type_make_dict(type); }
/* The one string that stands for all equal ones in look-ups, dicts of classes and caches. Immortal. */
RtStr *rt_intern_name(RtStr *name);
static inline RtStr *rt_canonical(RtStr *name) { return RT_LIKELY(name->interned) ? name : rt_intern_name(name); }
/* Valid until the next look-up. The name must be canonical. */
const RtLookup *rt_type_find(RtType *type, RtStr *name);
BORROWED RtValue rt_type_own_attribute(RtType *type, RtStr *name); /* of the type itself; 0: none */
void rt_lookup_clear(void);
uint32_t rt_type_new_version(void);
void rt_type_modified(RtType *type); /* a new version for it and its subclasses, and their dunder slots again */

/* ---- the dunder table (slots.c) ---- */
typedef struct RtSlotDef RtSlotDef;
/* The method that stands for a slot of a built-in type, such as int.__add__. 0: it has none of that name. New, owned by the type's dict. */
BORROWED RtValue rt_slot_wrapper(RtType *type, RtStr *name);
void rt_slot_wrappers(RtType *type); /* makes all of them, for dir() */
void rt_slots_inherit(RtType *type); /* of a class: from its bases and its own dunders */
/* type.__new__ and type.__init__ of a built-in type, for an instance of it or of a subclass (construct.c). */
RtValue rt_builtin_new_instance(RtType *owner, RtType *type, const RtValue *args, int64_t nargs, RtTuple *kwnames);
int rt_builtin_init(RtType *owner, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_wrapper_call(RtValue wrapper, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
typedef struct RtWrapper {
  RtObject head;
  const RtSlotDef *def;
  RtType *owner;
  RtValue self; /* 0: not bound */
} RtWrapper;
extern RtType rt_type_wrapper, rt_type_method_wrapper;
const char *rt_wrapper_name(const RtWrapper *);

/* ---- classes ---- */
RtTuple *rt_type_c3(RtType *type, RtTuple *bases);
char *rt_class_name_text(RtStr *name); /* malloc; NULL: raised, a class cannot be called so */
RtTuple *rt_class_order(RtType *class); /* what its metaclass says, else C3. New */
bool rt_class_fits(RtType *from, RtType *to); /* can an instance of one class be made one of the other? */
RtType *rt_type_best_base(RtTuple *bases);
RtType *rt_type_solid_base(RtType *type); /* the type that decides the layout of its instances */
RtValue rt_type_instancecheck(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_type_subclasscheck(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_type_get_bases(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
int rt_type_set_attribute(RtType *type, const char *name, RtValue value /* 0: del */);
int rt_class_set_bases(RtType *class, RtValue value /* 0: del */);
void rt_type_add_subclass(RtType *base, RtType *type);
void rt_type_drop_subclass(RtType *base, RtType *type);
RtList *rt_type_subclasses(RtType *type);
RtValue rt_type_getattr(RtValue type, RtStr *name);
int rt_type_setattr(RtValue type, RtStr *name, RtValue value);
RtValue rt_type_construct(RtValue metatype, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtType *rt_class_build(RtType *metatype, RtStr *name, RtTuple *bases, RtDict *namespace, RtDict *kwargs, RtTuple *slot_names);
/* What a class statement makes: a class, or whatever its metaclass gives. */
RtValue rt_class_new(RtStr *name, RtTuple *bases, RtValue namespace, RtDict *kwargs, RtTuple *slot_names);
/* `wanted`, or the more derived metaclass of a base. NULL: TypeError. */
RtType *rt_metaclass_of(RtTuple *bases, RtType *wanted);
RtValue rt_class_prepare(RtStr *name, RtTuple *bases, RtDict *kwargs);
int64_t rt_class_slot(RtType *type, RtStr *name);
void rt_class_dealloc(RtObject *);
void rt_class_traverse(RtObject *, RtVisit, void *context);
void rt_class_clear(RtObject *);
RtValue rt_class_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames);

/* ---- instances (instance.c) ---- */
RtValue rt_instance_new(RtType *type);
RtValue rt_instance_around(RtType *type, STEAL RtValue base_value);
void rt_instance_dealloc(RtObject *);
void rt_instance_traverse(RtObject *, RtVisit, void *context);
void rt_instance_clear(RtObject *);
int rt_instance_finalize(RtObject *); /* runs __del__; 1: somebody keeps the object */
int rt_instance_init_slot(RtValue instance, int64_t slot, STEAL RtValue value); /* not of floats */
extern bool rt_class_finalizers;
extern bool rt_class_disguises; /* some class defines __class__ or __getattribute__ */ /* some class has a __del__ */
void rt_class_refresh(RtClass *class); /* init, new and finalizer, after a change of attributes */
BORROWED RtDict *rt_instance_dict(RtValue instance); /* moves the slots into the dict; borrowed */
RtValue *rt_instance_slots(RtValue instance);
/* Slots of any kind. The order of attributes is that of slots, except in classes with slots for floats: programs with such classes don't look. */
bool rt_slot_is_set(RtValue instance, int64_t slot);
RtValue rt_slot_get(RtValue instance, int64_t slot); /* of one that is set: new; 0: no memory */
int rt_slot_set(RtValue instance, int64_t slot, RtValue value); /* value 0: deletes. 1: done; 0: the attribute belongs in the dict; -1: raised */
static inline bool rt_is_instance(RtValue v) {
  return !rt_is_small(v) && (rt_object(v)->type->flags & (RT_TYPE_HEAP | RT_TYPE_TYPE | RT_TYPE_EXCEPTION)) == RT_TYPE_HEAP;
}

/* union.c: int | str */
extern RtType rt_type_union;
RtValue rt_union_or(RtValue, RtValue);
BORROWED RtTuple *rt_union_members(RtValue v);

/* The place of an object's attribute dict; NULL: it has none. */
RtDict **rt_object_dict(RtValue v);
#endif
