/*
 * Ranges: what compiled code and other files use besides rt.h.
 */
#ifndef RT_RANGE_H
#define RT_RANGE_H
#include "container.h"

RtValue rt_range_new(RtValue start, RtValue stop, RtValue step); /* any ints; ValueError for step 0 */
RtValue rt_range_new_int(int64_t start, int64_t stop, int64_t step); /* step not 0 */
/* 1: start, step and length fit 64 bits, and so does every member; 0: they don't. */
int rt_range_int_parts(const RtRange *, int64_t *start, int64_t *step, int64_t *length);
/* The number of members of range(start, stop, step), step not 0; -1: it doesn't fit 64 bits. */
int64_t rt_range_count(int64_t start, int64_t stop, int64_t step);
#endif
