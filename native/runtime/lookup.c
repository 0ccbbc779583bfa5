/* Looking names up along a type's mro, through one cache for the whole program. */
#include "type.h"

enum { CACHE_SIZE = 2048 };
static RtLookup cache[CACHE_SIZE];

uint32_t rt_type_new_version(void) {
  static uint32_t last;
  return ++last;
}

RtStr *rt_intern_name(RtStr *name) {
  /* Interned strings never die: a name made while the program runs must look like one. */
  if (name->head.type != &rt_type_str || (name->head.refcount < RT_IMMORTAL / 2 && name->length > 64)) return name;
  RtStr *one = rt_str_intern(RT_NEW_REF(name));
  return one ? one : name;
}

int64_t rt_class_slot(RtType *type, RtStr *name) {
  RtTuple *names = type->slot_names;
  if (!names) return -1;
  for (int64_t i = 0; i < names->length; i++)
    if (names->items[i] == rt_value(name)) return i;
  if (name->interned) return -1;
  for (int64_t i = 0; i < names->length; i++)
    if (rt_str_equal((RtStr *)rt_object(names->items[i]), name)) return i;
  return -1;
}

BORROWED RtValue rt_type_own_attribute(RtType *type, RtStr *name) {
  RtValue value = rt_dict_get_str(rt_type_attributes(type), name);
  if (value || rt_is_class(type)) return value;
  return rt_slot_wrapper(type, name);
}

static RtValue find_along_mro(RtType *type, RtStr *name) {
  RtTuple *mro = type->mro;
  for (int64_t i = 0; i < mro->length; i++) {
    RtValue value = rt_type_own_attribute(rt_type_of(mro->items[i]), name);
    if (value) return value;
  }
  return 0;
}

static RtLookup look_up(RtType *type, RtStr *name) {
  return (RtLookup){name, type->version, (int32_t)rt_class_slot(type, name), find_along_mro(type, name)};
}

const RtLookup *rt_type_find(RtType *type, RtStr *name) {
  rt_ready(type);
  if (RT_UNLIKELY(!name->interned || !type->version)) {
    static RtLookup single;
    single = look_up(type, name);
    return &single;
  }
  uint64_t index = ((uint64_t)(uintptr_t)name >> 4) ^ ((uint64_t)type->version * 0x9e3779b1u);
  RtLookup *entry = &cache[index % CACHE_SIZE];
  if (RT_LIKELY(entry->name == name && entry->version == type->version)) return entry;
  RtLookup found = look_up(type, name);
  RtStr *old = entry->name;
  *entry = found;
  rt_incref_object(name); /* an entry's name must not come to life again as another string */
  if (old) rt_decref_object(old);
  return entry;
}

BORROWED RtValue rt_type_lookup(RtType *type, RtStr *name) { return rt_type_find(type, rt_canonical(name))->value; }

void rt_lookup_clear(void) {
  for (int i = 0; i < CACHE_SIZE; i++) {
    RtStr *name = cache[i].name;
    cache[i] = (RtLookup){0};
    if (name) rt_decref_object(name);
  }
}
