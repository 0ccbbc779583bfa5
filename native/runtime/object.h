/* What every object can do without a slot of its own; the generic attribute access. */
#ifndef RT_OBJECT_H
#define RT_OBJECT_H
#include "rt.h"

/* A place in the program that reads, writes or calls an attribute. Zeroed at first. */
typedef struct RtAttrCache {
  uint32_t version; /* of the type seen; 0: nothing yet */
  int32_t slot;     /* of the instance; -1: none */
  RtValue value;    /* borrowed: a plain function or value of the class, when nothing in the instance can hide it or slot says where; or 0 */
} RtAttrCache;

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
