/*
 * Sets and frozensets. Invariants:
 *   - length <= filled < mask: every probe sequence meets an empty entry.
 *   - a member has key != 0; a removed entry has key 0 and hash -1 (no hash is -1); an empty one has key 0 and hash 0.
 *   - version grows with each change: a look-up that ran a program's __eq__ begins again when it has changed.
 */
#ifndef RT_SET_H
#define RT_SET_H
#include "container.h"

static inline RtSet *rt_set_of(RtValue v) {
  const RtType *type = rt_typeof(v);
  return (RtSet *)rt_object(type == &rt_type_set || type == &rt_type_frozenset ? v : rt_base_value(v));
}

RtSet *rt_set_from(const RtValue *items, int64_t length);
RtSet *rt_make_set(const RtValue *items, int64_t length); /* a display: a place for the collector, too */
/* What CPython makes of a display of three or more constants: a frozenset copied into an empty set. */
RtSet *rt_set_from_constants(const RtValue *items, int64_t length);
RtSet *rt_set_from_iterable(RtType *type, RtValue iterable);
RtSet *rt_set_copy(RtType *type, RtSet *);
int rt_set_add_hashed(RtSet *, RtValue, int64_t hash);
int rt_set_add_int(RtSet *, int64_t);
int rt_set_add_str(RtSet *, RtStr *);
int rt_set_contains_hashed(RtSet *, RtValue, int64_t hash);
int rt_set_contains_int(RtSet *, int64_t);
int rt_set_contains_str(RtSet *, RtStr *);
int rt_set_discard(RtSet *, RtValue);         /* 1: removed, 0: absent, -1: raised */
int rt_set_discard_hashed(RtSet *, RtValue, int64_t hash);
RtValue rt_set_pop(RtSet *);
void rt_set_clear(RtSet *);
/* Next member at or after *position; advances it. false: end. Borrowed. */
bool rt_set_next(RtSet *, int64_t *position, RtValue *key);
bool rt_set_next_entry(RtSet *, int64_t *position, RtSetEntry *entry);
int rt_set_update(RtSet *, RtValue iterable);
int rt_set_difference_update(RtSet *, RtValue iterable);
int rt_set_symmetric_difference_update(RtSet *, RtValue iterable);
/* Results are plain sets. */
RtSet *rt_set_intersection(RtSet *, RtValue iterable);
RtSet *rt_set_union(RtSet *, RtValue iterable);
RtSet *rt_set_difference(RtSet *, RtValue iterable);
RtSet *rt_set_symmetric_difference(RtSet *, RtValue iterable);
int rt_set_is_disjoint(RtSet *, RtValue iterable);
int rt_set_is_subset(RtSet *, RtSet *);
int rt_set_shrink(RtSet *);
/* The hash of a set in the place of a key counts as a frozenset's. */
int rt_set_discard_key(RtSet *, RtValue);
RtValue rt_set_iterator(RtValue);
int64_t rt_frozenset_hash(RtSet *);
#endif
