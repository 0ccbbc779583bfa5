/*
 * Built-in functions in the forms that compiled code calls directly.
 */
#ifndef RT_BUILTINS_H
#define RT_BUILTINS_H
#include "call.h"
#include "container.h"
#include "print.h"

int rt_issubclass(RtValue class, RtValue class_or_tuple); /* type.c */
/* next(iterator, fallback); fallback 0: StopIteration at the end. */
RtValue rt_next_or(RtValue iterator, RtValue fallback);
int rt_any(RtValue iterable);
int rt_all(RtValue iterable);
RtList *rt_sorted(RtValue iterable, RtValue key /* 0 or None: none */, bool reverse);
RtValue rt_sum(RtValue iterable, RtValue start);
RtValue rt_sum_int_list(const int64_t *items, int64_t length, int64_t start);
double rt_sum_float_list(const double *items, int64_t length, double start);
RtValue rt_min(RtValue iterable), rt_max(RtValue iterable);
/* The least (RT_LT) or greatest (RT_GT) item by key (0: itself). 0 without a pending exception: there are no items. */
RtValue rt_best(RtValue iterable, RtValue key, RtCmp op);
/* The names that dir(v) lists, sorted. */
RtList *rt_dir(RtValue v);
RtStr *rt_input(RtStr *prompt /* or NULL */);
#endif
