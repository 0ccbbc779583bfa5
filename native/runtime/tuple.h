/*
 * Tuples: what compiled code and other files use besides rt.h.
 */
#ifndef RT_TUPLE_H
#define RT_TUPLE_H
#include "container.h"

static inline RtTuple *rt_tuple_of(RtValue v) { return (RtTuple *)rt_plain(v, &rt_type_tuple); }
RtValue rt_tuple_getitem_index(RtTuple *, int64_t index); /* negative ones count from the end; IndexError */
RtTuple *rt_tuple_slice(RtTuple *, int64_t start, int64_t step, int64_t count);
RtTuple *rt_tuple_concat(RtTuple *, RtTuple *);
RtTuple *rt_tuple_repeat(RtTuple *, int64_t count);
int64_t rt_tuple_hash(RtTuple *); /* -1: raised */
int rt_tuple_equal(RtTuple *, RtTuple *);
RtTuple *rt_tuple_pair(RtValue first, RtValue second);
RtTuple *rt_tuple_pair_steal(STEAL RtValue first, STEAL RtValue second); /* either may be 0: raised already */
#endif
