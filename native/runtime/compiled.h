/* Entry points that only compiled code calls. */
#ifndef RT_COMPILED_H
#define RT_COMPILED_H
#include "rt.h"

bool rt_is_same(RtValue a, RtValue b);                               /* what `is` tells: floats have no identity but their bits */
int64_t rt_unbox_int(RtValue);                                        /* an int known to fit 64 bits */
void rt_store_float(RtValue object, int64_t offset, double value);    /* into a counted slot; reuses a float that nobody else holds */
RtValue rt_init_result(RtValue result, RtValue object);               /* the object, if __init__ gave None */
/* Iterators whose next item is known. */
RtValue rt_range_iterator_at(int64_t next, int64_t stop, int64_t step);
RtValue rt_range_iterator_left(int64_t next, int64_t left, int64_t step); /* `left` items are to come */
RtValue rt_list_iterator_at(RtList *, int64_t index);
RtValue rt_str_iterator_at(RtStr *, int64_t index);
RtValue rt_enumerate_at(RtValue inner, int64_t count);
RtValue rt_zip_at(const RtValue *inners, int64_t count);
RtValue rt_range_new(RtValue start, RtValue stop, RtValue step);
RtValue rt_range_new_int(int64_t start, int64_t stop, int64_t step);
RtList *rt_sorted(RtValue iterable, RtValue key, bool reverse);
RtValue rt_sum(RtValue iterable, RtValue start);
RtList *rt_sorted_plain(RtValue iterable);
RtValue rt_sum_plain(RtValue iterable);
RtValue rt_dict_get_or_none(RtDict *, RtValue key);
RtValue rt_int_mul_i64(int64_t a, int64_t b);

/* What a call of a generator function makes: `count` arguments wait in the frame of `frame` values. */
typedef RtValue (*RtResume)(RtGenerator *, RtValue sent);
RtGenerator *rt_make_generator(RtFunction *, const RtCode *, RtResume, int64_t frame, const RtValue *args, int64_t count);
RtGenerator *rt_make_coroutine(RtFunction *, const RtCode *, RtResume, int64_t frame, const RtValue *args, int64_t count);

/* In builds for tests: is the fast version to be left here now? */
bool rt_force_exit(int64_t *passages);

#endif
