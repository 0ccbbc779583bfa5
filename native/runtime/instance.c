/*
 * Instances of classes. An attribute known when the class was compiled lives in a slot; the order in which attributes came
 * is that of the slots and then of the dict: an attribute that comes out of this order moves all of them into the dict,
 * where they then stay. So a slot that is 0 says nothing; the dict may hold the attribute.
 */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "float.h"
#include "function.h"
#include "gc.h"
#include "inline.h"
#include "type.h"

#define CLASS(object) ((RtClass *)(object)->type)

RtValue rt_instance_new(RtType *type) { return rt_inline_instance_new(type); }

RtValue rt_instance_around(RtType *type, STEAL RtValue base_value) {
  RtValue instance = rt_instance_new(type);
  if (!instance) {
    rt_decref(base_value);
    return 0;
  }
  ((RtInstance *)rt_object(instance))->base_value = base_value;
  return instance;
}

static inline bool is_float(const RtClass *class, int64_t slot) { return class->kinds[slot] == RT_SLOT_FLOAT; }

/* ---- life ---- */

static void drop(void *place) {
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = 0;
  rt_xdecref(old);
}

void rt_instance_clear(RtObject *object) {
  RtInstance *o = (RtInstance *)object;
  for (int64_t i = 0, n = CLASS(object)->slot_count; i < n; i++)
    if (!is_float(CLASS(object), i)) drop(&o->slots[i]);
  drop(&o->dict);
}

void rt_instance_traverse(RtObject *object, RtVisit each, void *context) {
  RtInstance *o = (RtInstance *)object;
  each(&object->type->head, context);
  for (int64_t i = 0, n = CLASS(object)->slot_count; i < n; i++)
    if (o->slots[i] && !rt_is_small(o->slots[i]) && !is_float(CLASS(object), i)) each(rt_object(o->slots[i]), context);
  if (o->dict) each(&o->dict->head, context);
  if (CLASS(object)->base_plain && o->base_value && !rt_is_small(o->base_value)) each(rt_object(o->base_value), context);
}

void rt_instance_dealloc(RtObject *object) {
  RtInstance *o = (RtInstance *)object;
  RtClass *class = CLASS(object);
  if (RT_UNLIKELY(class->finalizer != 0) && rt_instance_finalize(object)) return;
  bool floats = class->type.flags & RT_TYPE_FLOAT_SLOTS;
  for (int64_t i = 0, n = class->slot_count; i < n; i++)
    if (!floats || !is_float(class, i)) rt_xdecref(o->slots[i]);
  if (o->dict) rt_decref_object(o->dict);
  if (class->base_plain) rt_xdecref(o->base_value);
  rt_memory_release(object, (uint64_t)class->type.instance_size);
  rt_decref_object(class);
}

int rt_instance_finalize(RtObject *object) {
  RtClass *class = CLASS(object);
  RtValue *finalized = class->final_word ? &rt_instance_slots(rt_value(object))[class->slot_count] : NULL;
  if (finalized && *finalized) return 0;
  if (finalized) *finalized = 1;
  RtValue pending = rt_take_pending(), method = rt_new_ref(class->finalizer);
  object->refcount++;
  RtValue result = rt_call_with_self(method, rt_value(object), NULL, 0, NULL);
  if (result) rt_decref(result);
  else rt_write_unraisable(NULL, method);
  rt_decref(method);
  rt_set_pending(pending);
  return --object->refcount > 0;
}

/* ---- attributes ---- */

static bool moves(RtClass *class, int64_t slot) { return class->kinds[slot] != RT_SLOT_DECLARED; }

static bool has_value(const RtClass *class, const RtValue *slots, int64_t slot) {
  return slots[slot] != (is_float(class, slot) ? (RtValue)RT_FLOAT_ABSENT : 0);
}

bool rt_slot_is_set(RtValue v, int64_t slot) { return has_value(CLASS(rt_object(v)), rt_instance_slots(v), slot); }

static double *double_at(RtValue *slot) { return (double *)(void *)slot; }

RtValue rt_slot_get(RtValue v, int64_t slot) {
  assert(rt_slot_is_set(v, slot));
  RtValue *place = &rt_instance_slots(v)[slot];
  return is_float(CLASS(rt_object(v)), slot) ? rt_float_new(*double_at(place)) : rt_new_ref(*place);
}

static void unset_float(RtObject *object, int64_t slot) {
  ((RtInstance *)object)->slots[slot] = (RtValue)RT_FLOAT_ABSENT;
  if (!CLASS(object)->base_plain) ((RtInstance *)object)->base_value = 0;
}

static void unset(RtObject *object, RtValue *slots, int64_t slot) {
  if (is_float(CLASS(object), slot)) unset_float(object, slot);
  else drop(&slots[slot]);
}

void rt_slots_unset_floats(RtObject *object) {
  for (int64_t i = 0; i < CLASS(object)->slot_count; i++)
    if (is_float(CLASS(object), i)) unset_float(object, i);
}

bool rt_slots_have_floats(RtValue v) {
  RtClass *class = CLASS(rt_object(v));
  for (int64_t i = 0; i < class->slot_count; i++)
    if (is_float(class, i) && !rt_slot_is_set(v, i)) return false;
  return true;
}

static int64_t count_set(RtValue *slots, RtClass *class) {
  int64_t count = 0;
  for (int64_t i = 0; i < class->slot_count; i++) count += has_value(class, slots, i) && moves(class, i);
  return count;
}

/* What is in a slot is newer than what the dict has under the name: compiled code stores to slots whatever the dict holds. */
static int move_slot(RtValue v, RtDict *dict, int64_t slot) {
  RtValue value = rt_slot_get(v, slot);
  int status = value ? rt_dict_set(dict, CLASS(rt_object(v))->type.slot_names->items[slot], value) : -1;
  rt_xdecref(value);
  return status;
}

static RtDict *move_slots(RtValue v, RtDict **place, int64_t count) {
  RtClass *class = CLASS(rt_object(v));
  RtValue *slots = rt_instance_slots(v);
  RtDict *dict = rt_dict_new(count + (*place ? (*place)->length : 0));
  if (!dict) return NULL;
  for (int pass = 0; pass < 2; pass++) {
    for (int64_t i = 0; i < class->slot_count; i++)
      if (has_value(class, slots, i) && moves(class, i) && move_slot(v, dict, i) < 0) goto failed;
    if (!*place) break;
    if (pass == 0 && rt_dict_update(dict, rt_value(*place)) < 0) goto failed;
  }
  RtDict *old = *place;
  *place = dict;
  if (old) rt_decref_object(old);
  for (int64_t i = 0; i < class->slot_count; i++)
    if (moves(class, i)) unset(rt_object(v), slots, i);
  return dict;
failed:
  rt_decref_object(dict);
  return NULL;
}

BORROWED RtDict *rt_instance_dict(RtValue v) {
  RtDict **place = rt_object_dict(v);
  assert(place && rt_is_class(rt_typeof(v)));
  int64_t count = count_set(rt_instance_slots(v), CLASS(rt_object(v)));
  if (*place && count == 0) return *place;
  return move_slots(v, place, count);
}

static bool later_is_set(RtClass *class, const RtValue *slots, int64_t slot) {
  for (int64_t i = slot + 1; i < class->slot_count; i++)
    if (has_value(class, slots, i) && moves(class, i)) return true;
  return false;
}

int rt_instance_init_slot(RtValue v, int64_t slot, STEAL RtValue value) {
  RtClass *class = CLASS(rt_object(v));
  RtValue *slots = rt_instance_slots(v);
  assert(slots[slot] == 0 && !is_float(class, slot));
  RtDict **dict = rt_object_dict(v);
  bool is_free = class->type.flags & RT_TYPE_FLOAT_SLOTS;
  if (!moves(class, slot) || !dict || (!*dict && (is_free || !later_is_set(class, slots, slot)))) {
    slots[slot] = value;
    return 0;
  }
  RtDict *all = *dict ? *dict : rt_instance_dict(v);
  int status = all ? rt_dict_set(all, class->type.slot_names->items[slot], value) : -1;
  rt_decref(value);
  return status;
}

static int delete_slot(RtValue v, int64_t slot) {
  RtClass *class = CLASS(rt_object(v));
  if (!rt_slot_is_set(v, slot)) return 0;
  unset(rt_object(v), rt_instance_slots(v), slot);
  RtDict **dict = rt_object_dict(v);
  return dict && *dict && rt_dict_delete(*dict, class->type.slot_names->items[slot]) < 0 ? -1 : 1;
}

/* Anything but a float goes to the dict, and the other attributes with it. */
static int set_float_slot(RtValue v, int64_t slot, RtValue value) {
  if (*rt_object_dict(v) && !rt_slot_is_set(v, slot)) return 0;
  double d = rt_typeof(value) == &rt_type_float ? ((RtFloat *)rt_object(value))->value : rt_float_absent();
  if (rt_float_is_absent(d)) return rt_instance_dict(v) ? 0 : -1;
  *double_at(&rt_instance_slots(v)[slot]) = d;
  return 1;
}

int rt_slot_set(RtValue v, int64_t slot, RtValue value) {
  if (!value) return delete_slot(v, slot);
  if (is_float(CLASS(rt_object(v)), slot)) return set_float_slot(v, slot, value);
  RtValue *place = &rt_instance_slots(v)[slot], old = *place;
  if (!old) return rt_instance_init_slot(v, slot, rt_new_ref(value)) < 0 ? -1 : 1;
  *place = rt_new_ref(value);
  rt_decref(old);
  return 1;
}

/* ---- __class__ and __dict__ ---- */

static int set_class(RtValue v, RtValue value) {
  if (!value) return rt_raise_string(&rt_exc_TypeError, "can't delete __class__ attribute"), -1;
  if (!rt_is_type(value))
    return rt_raise_type_of("__class__ must be set to a class, not '%s' object", value), -1;
  RtType *from = rt_typeof(v), *to = rt_type_of(value);
  if (!rt_is_class(from) || !rt_is_class(to))
    return rt_raise_string(&rt_exc_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses"), -1;
  if (from->instance_size != to->instance_size || ((RtClass *)from)->base_plain != ((RtClass *)to)->base_plain || !rt_class_fits(from, to))
    return rt_raise_format(&rt_exc_TypeError, "__class__ assignment: '%s' object layout differs from '%s'", to->name, from->name), -1;
  if (rt_object_dict(v) && !rt_instance_dict(v)) return -1;
  rt_object(v)->type = RT_NEW_REF(to);
  if (to->flags & RT_TYPE_FLOAT_SLOTS) rt_slots_unset_floats(rt_object(v));
  rt_decref_object(from);
  return 0;
}

static int set_dict(RtValue v, RtValue value) {
  RtDict **place = rt_object_dict(v);
  if (!place) return rt_raise_attribute(v, RT_NAME(__dict__), "'%s' object has no attribute '%s'"), -1;
  if (value && rt_typeof(value) != &rt_type_dict)
    return rt_raise_format(&rt_exc_TypeError, "__dict__ must be set to a dictionary, not a '%s'", rt_typeof(value)->name), -1;
  RtDict *fresh = value ? (RtDict *)rt_object(rt_new_ref(value)) : rt_dict_new(0);
  if (!fresh || (rt_is_class(rt_typeof(v)) && !rt_instance_dict(v))) {
    if (fresh) rt_decref_object(fresh);
    return -1;
  }
  RtDict *old = *place;
  *place = fresh;
  if (old) rt_decref_object(old);
  return 0;
}

int rt_object_set_attribute(RtValue v, const char *name, RtValue value) {
  if (!strcmp(name, "__class__")) return set_class(v, value);
  if (!strcmp(name, "__dict__")) return set_dict(v, value);
  rt_raise_attribute(v, rt_name(name), "'%s' object attribute '%s' is read-only");
  return -1;
}
