/* Attributes of instances: the generic look-up (data descriptor, instance, class) and the caches of single places. */
#include "container.h"
#include "exception.h"
#include "float.h"
#include "function.h"
#include "module.h"
#include "object.h"
#include "type.h"

RtDict **rt_object_dict(RtValue v) {
  if (rt_is_small(v)) return NULL;
  RtObject *object = rt_object(v);
  RtType *type = object->type;
  if (!(type->flags & RT_TYPE_INSTANCE_DICT)) return NULL;
  if (type->flags & RT_TYPE_EXCEPTION) return &((RtException *)object)->dict;
  if (type->flags & RT_TYPE_HEAP) return &((RtInstance *)object)->dict;
  if (type->flags & RT_TYPE_FUNCTION) return &((RtFunction *)object)->dict;
  if (rt_is_subtype(type, &rt_type_module)) return &((RtModule *)object)->dict;
  if (type == &rt_type_staticmethod || type == &rt_type_classmethod) return &((RtStaticMethod *)object)->dict;
  return NULL;
}

RtValue *rt_instance_slots(RtValue v) {
  RtObject *object = rt_object(v);
  return object->type->flags & RT_TYPE_EXCEPTION ? ((RtException *)object)->slots : ((RtInstance *)object)->slots;
}

static RtValue bind(RtValue attribute, RtValue v, RtType *type) {
  RtTernaryFn get = rt_ready(rt_typeof(attribute))->descr_get;
  if (!get) return rt_new_ref(attribute);
  if (rt_typeof(attribute) == &rt_type_function) return rt_method_new(attribute, v);
  rt_incref(attribute);
  RtValue result = get(attribute, v, rt_value(type));
  rt_decref(attribute);
  return result;
}

static inline bool is_data_descriptor(RtValue attribute) {
  RtType *type = rt_ready(rt_typeof(attribute));
  return type->descr_set != NULL;
}

/* The instance's own value: new, 0: none, or no memory. */
static RtValue own_value(RtValue v, int32_t slot, RtStr *name) {
  if (slot >= 0 && rt_slot_is_set(v, slot)) return rt_slot_get(v, slot);
  RtDict **dict = rt_object_dict(v);
  RtValue value = dict && *dict ? rt_dict_get_str(*dict, name) : 0;
  return value ? rt_new_ref(value) : 0;
}

/* A slot that __slots__ declares in this very layout: read and written like any other. */
static inline bool is_member_slot(const RtLookup *found) { return found->slot >= 0 && found->value && rt_typeof(found->value) == &rt_type_member; }

static RtValue getattr_found(RtValue v, RtStr *name, RtType *type, const RtLookup *found) {
  RtValue attribute = found->value;
  if (is_member_slot(found) && rt_instance_slots(v)[found->slot]) return rt_new_ref(rt_instance_slots(v)[found->slot]);
  if (attribute && is_data_descriptor(attribute) && rt_typeof(attribute)->descr_get) return bind(attribute, v, type);
  if (attribute) rt_incref(attribute); /* a key's __eq__ may take it out of the class */
  RtValue own = own_value(v, found->slot, name);
  if (!own && attribute && !rt_pending) own = bind(attribute, v, type);
  rt_xdecref(attribute);
  return own;
}

RtValue rt_object_getattr_optional(RtValue v, RtStr *name) {
  RtType *type = rt_ready(rt_typeof(v));
  return getattr_found(v, name, type, rt_type_find(type, name));
}

/* Built-in types have no help texts, but every object has a __doc__; classes have their own. */
static RtValue or_doc(RtValue found, RtStr *name) { return found || rt_pending || name != RT_NAME(__doc__) ? found : rt_none(); }

RtValue rt_object_getattr(RtValue v, RtStr *name) {
  RtValue result = or_doc(rt_object_getattr_optional(v, name), name);
  if (result || rt_pending) return result;
  return rt_raise_attribute(v, name, "'%s' object has no attribute '%s'");
}

RtValue rt_getattr(RtValue v, RtStr *name) {
  name = rt_canonical(name);
  RtType *type = rt_ready(rt_typeof(v));
  return type->getattr ? type->getattr(v, name) : rt_object_getattr(v, name);
}

RtValue rt_getattr_optional(RtValue v, RtStr *name) {
  name = rt_canonical(name);
  RtType *type = rt_ready(rt_typeof(v));
  RtValue result = type->getattr ? type->getattr(v, name) : or_doc(rt_object_getattr_optional(v, name), name);
  if (!result && rt_pending && rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
  return result;
}

RtValue rt_lookup_special(RtValue v, RtStr *name) {
  RtType *type = rt_ready(rt_typeof(v));
  RtValue attribute = rt_type_find(type, name)->value;
  return attribute ? bind(attribute, v, type) : 0;
}

/* ---- setting ---- */

static int no_such_attribute(RtValue v, RtStr *name, RtValue attribute) {
  RtDict **dict = rt_object_dict(v);
  if (attribute && rt_typeof(attribute) == &rt_type_member) rt_raise_value(&rt_exc_AttributeError, rt_value(name));
  else if (attribute && !dict) rt_raise_attribute(v, name, "'%s' object attribute '%s' is read-only");
  else if (!dict && !attribute)
    rt_raise_attribute(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes");
  else rt_raise_attribute(v, name, "'%s' object has no attribute '%s'");
  return -1;
}

static int set_in_dict(RtValue v, RtDict **dict, RtStr *name, RtValue value) {
  if (!value) return *dict ? rt_dict_delete(*dict, rt_value(name)) : 0;
  if (!*dict && !(*dict = rt_dict_new(0))) return -1;
  (void)v;
  return rt_dict_set_str(*dict, name, value) < 0 ? -1 : 1;
}

int rt_object_setattr(RtValue v, RtStr *name, RtValue value) {
  RtType *type = rt_ready(rt_typeof(v));
  const RtLookup *found = rt_type_find(type, name);
  RtValue attribute = found->value;
  int32_t slot = found->slot;
  if (attribute && !is_member_slot(found) && is_data_descriptor(attribute)) {
    rt_incref(attribute);
    int status = rt_typeof(attribute)->descr_set(attribute, v, value);
    rt_decref(attribute);
    return status;
  }
  int done = slot >= 0 ? rt_slot_set(v, slot, value) : 0;
  if (done == 0) {
    RtDict **dict = rt_object_dict(v);
    if (dict) done = set_in_dict(v, dict, name, value);
  }
  if (done > 0) return 0;
  return done < 0 ? -1 : no_such_attribute(v, name, attribute);
}

int rt_setattr(RtValue v, RtStr *name, RtValue value) {
  name = rt_canonical(name);
  RtType *type = rt_ready(rt_typeof(v));
  return type->setattr ? type->setattr(v, name, value) : rt_object_setattr(v, name, value);
}

int rt_delattr(RtValue v, RtStr *name) { return rt_setattr(v, name, 0); }

/* ---- caches ---- */

int32_t rt_cache_dict(RtType *type) {
  if (!(type->flags & RT_TYPE_INSTANCE_DICT)) return 0;
  if (type->flags & RT_TYPE_EXCEPTION) return -(int32_t)offsetof(RtException, dict);
  if (type->flags & RT_TYPE_HEAP) return -(int32_t)offsetof(RtInstance, dict);
  if (type->flags & RT_TYPE_FUNCTION) return -(int32_t)offsetof(RtFunction, dict);
  if (type == &rt_type_staticmethod || type == &rt_type_classmethod) return -(int32_t)offsetof(RtStaticMethod, dict);
  return rt_is_subtype(type, &rt_type_module) ? -(int32_t)offsetof(RtModule, dict) : 0;
}

static int32_t slot_offset(RtType *type, int32_t slot) {
  size_t start = type->flags & RT_TYPE_EXCEPTION ? offsetof(RtException, slots) : offsetof(RtInstance, slots);
  return (int32_t)(start + (size_t)slot * sizeof(RtValue));
}

static void fill_cache(RtAttrCache *cache, RtType *type, const RtLookup *found) {
  if (!type->version || (found->slot < 0 && !found->value)) return;
  bool data = found->value && !is_member_slot(found) && is_data_descriptor(found->value);
  int32_t slot = data ? RT_CACHE_DATA : found->slot >= 0 ? slot_offset(type, found->slot) : rt_cache_dict(type);
  if (!data && found->slot >= 0 && ((RtClass *)type)->kinds[found->slot] == RT_SLOT_FLOAT) slot += RT_CACHE_FLOAT;
  *rt_cache_room(cache) = (RtAttrEntry){type->version, slot, slot > 0 ? 0 : found->value};
}

static __attribute__((noinline)) RtValue getattr_fill(RtValue v, RtStr *name, RtAttrCache *cache) {
  RtType *type = rt_ready(rt_typeof(v));
  name = rt_canonical(name);
  if (type->getattr) return type->getattr(v, name);
  const RtLookup *found = rt_type_find(type, name);
  fill_cache(cache, type, found);
  RtValue result = or_doc(getattr_found(v, name, type, found), name);
  if (result || rt_pending) return result;
  return rt_raise_attribute(v, name, "'%s' object has no attribute '%s'");
}

/* The slot for a float, while it holds one; NULL: no such entry. */
static double *float_place(RtValue v, const RtAttrEntry *entry) {
  if (entry->slot == RT_CACHE_DATA || entry->slot > RT_CACHE_FLOAT / 2) return NULL;
  double *place = (double *)(void *)rt_cache_slot(v, entry->slot - RT_CACHE_FLOAT);
  return rt_float_is_absent(*place) ? NULL : place;
}

static __attribute__((noinline)) RtValue getattr_class(RtValue v, RtStr *name, const RtAttrEntry *entry) {
  if (RT_LIKELY(entry->slot <= RT_CACHE_FLOAT / 2 && entry->slot != RT_CACHE_DATA)) {
    const double *place = float_place(v, entry);
    return place ? rt_float_new(*place) : rt_object_getattr(v, rt_canonical(name));
  }
  bool hidden = entry->slot != RT_CACHE_DATA && rt_cache_has_dict(v, entry->slot);
  return hidden ? rt_object_getattr(v, rt_canonical(name)) : bind(entry->value, v, rt_typeof(v));
}

RtValue rt_getattr_cached(RtValue v, RtStr *name, RtAttrCache *cache) {
  const RtAttrEntry *entry = rt_cache_find(cache, rt_typeof(v)->version);
  if (RT_UNLIKELY(!entry)) return getattr_fill(v, name, cache);
  if (RT_UNLIKELY(entry->slot <= 0)) return getattr_class(v, name, entry);
  RtValue value = *rt_cache_slot(v, entry->slot);
  return RT_LIKELY(value != 0) ? rt_new_ref(value) : rt_object_getattr(v, rt_canonical(name));
}

static __attribute__((noinline)) int setattr_slow(RtValue v, RtStr *name, RtValue value, RtAttrCache *cache) {
  RtType *type = rt_ready(rt_typeof(v));
  const RtAttrEntry *entry = rt_cache_find(cache, type->version);
  double *place = entry ? float_place(v, entry) : NULL;
  if (place && rt_typeof(value) == &rt_type_float && !rt_float_is_absent(((RtFloat *)rt_object(value))->value)) {
    *place = ((RtFloat *)rt_object(value))->value;
    return 0;
  }
  name = rt_canonical(name);
  if (type->setattr) return type->setattr(v, name, value);
  if (!entry) fill_cache(cache, type, rt_type_find(type, name));
  return rt_object_setattr(v, name, value);
}

static int32_t slot_index(RtValue v, int32_t offset) { return (int32_t)(rt_cache_slot(v, offset) - rt_instance_slots(v)); }

int rt_setattr_cached(RtValue v, RtStr *name, RtValue value, RtAttrCache *cache) {
  const RtAttrEntry *entry = rt_cache_find(cache, rt_typeof(v)->version);
  if (RT_UNLIKELY(!entry || entry->slot <= 0)) return setattr_slow(v, name, value, cache);
  RtValue *place = rt_cache_slot(v, entry->slot), old = *place;
  if (RT_UNLIKELY(!old)) return rt_instance_init_slot(v, slot_index(v, entry->slot), rt_new_ref(value));
  *place = rt_new_ref(value);
  rt_decref(old);
  return 0;
}
