/* What every object can do without a slot of its own; the generic attribute access. */
#ifndef RT_OBJECT_H
#define RT_OBJECT_H
#include "rt.h"

/* What a place in the program that reads, writes or calls an attribute remembers of one type. */
typedef struct RtAttrEntry {
  uint32_t version; /* of the type seen; 0: nothing yet */
  int32_t slot;     /* > 0: where the attribute's slot lies in the instance, in bytes. <= 0: it is `value`, of the class, unless the
                       instance's dict, -slot bytes into it (0: it has none), hides it. RT_CACHE_DATA: `value` is a data descriptor.
                       About RT_CACHE_FLOAT: where a slot for a float lies, with that added. */
  RtValue value;    /* borrowed from the class, or 0 */
} RtAttrEntry;
/* Of the first few types that came by. Zeroed at first. */
enum { RT_CACHE_WAYS = 4 };
typedef struct RtAttrCache { RtAttrEntry ways[RT_CACHE_WAYS]; } RtAttrCache;
#define RT_CACHE_DATA INT32_MIN
#define RT_CACHE_FLOAT (INT32_MIN / 2)

static inline RtAttrEntry *rt_cache_find(RtAttrCache *cache, uint32_t version) {
  if (RT_LIKELY(cache->ways[0].version == version && version != 0)) return &cache->ways[0];
  for (int i = 1; i < RT_CACHE_WAYS; i++)
    if (cache->ways[i].version == version && version != 0) return &cache->ways[i];
  return NULL;
}
/* An entry to fill: an empty one, else the last. */
static inline RtAttrEntry *rt_cache_room(RtAttrCache *cache) {
  int i = 0;
  while (i < RT_CACHE_WAYS - 1 && cache->ways[i].version) i++;
  return &cache->ways[i];
}
static inline RtValue *rt_cache_slot(RtValue v, int32_t slot) { return (RtValue *)(void *)((char *)rt_object(v) + slot); }
/* A dict that may hide what the cache knows of the class. */
static inline bool rt_cache_has_dict(RtValue v, int32_t slot) { return slot != 0 && *rt_cache_slot(v, -slot) != 0; }
int32_t rt_cache_dict(RtType *type); /* `slot` for a value of the class */

RtValue rt_object_getattr(RtValue v, RtStr *name);          /* object.__getattribute__ */
RtValue rt_object_getattr_optional(RtValue v, RtStr *name); /* 0 without a pending exception: absent */
int rt_object_setattr(RtValue v, RtStr *name, RtValue value);
RtValue rt_getattr_cached(RtValue v, RtStr *name, RtAttrCache *cache);
int rt_setattr_cached(RtValue v, RtStr *name, RtValue value, RtAttrCache *cache);
/* type(v)'s attribute `name`, bound to v: how the interpreter finds dunders. 0 without a pending exception: absent. */
RtValue rt_lookup_special(RtValue v, RtStr *name);
RtValue rt_object_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames);
int rt_issubclass(RtValue class, RtValue class_or_tuple);
RtStr *rt_object_repr(RtValue v);
RtList *rt_object_names(RtValue v); /* what dir(v) shows, in no order */
int64_t rt_hash_pointer(const void *);
RtValue rt_iterator_of_sequence(RtValue sequence);
extern const RtMethodDef rt_object_methods[];
#endif
