/*
 * Iterators: making them, and taking items in the ways that compiled code does.
 */
#ifndef RT_ITERATOR_H
#define RT_ITERATOR_H
#include "container.h"

/* Iterates by __getitem__ with 0, 1, 2 … until IndexError; and backwards by __len__ and __getitem__. */
RtValue rt_iterator_of_sequence(RtValue sequence);
RtValue rt_iterator_of_sequence_reversed(RtValue sequence);
/* What an iterator's __reduce__ gives: (callable, (source,)) or (callable, (source,), state); callable 0: iter. */
RtValue rt_iterator_reduced(RtValue callable, RtValue source, RtValue state);
/* An index that __setstate__ gets, moved into low...high; -2: raised. */
int64_t rt_iterator_state(RtValue index, int64_t low, int64_t high);
/* iter(callable, sentinel) */
RtValue rt_callable_iterator(RtValue callable, RtValue sentinel);
/* What rt_next_or_exhausted gives at the end: an object of its own that no program sees. */
extern RtObject rt_exhausted;
RtValue rt_next_or_exhausted(RtValue iterator);
RtValue rt_enumerate_new(RtValue iterable, RtValue start);
RtValue rt_zip_new(const RtValue *iterables, int64_t count, bool strict);
RtValue rt_map_new(RtValue function, const RtValue *iterables, int64_t count);
RtValue rt_filter_new(RtValue function, RtValue iterable);
RtValue rt_reversed_new(RtValue sequence);
/* Exactly n items of an iterable, owned by the caller; -1: raised, and nothing is owned. */
int rt_unpack(RtValue iterable, int64_t n, RtValue *out);
/* `before` items, a list of what lies between, `after` items. */
int rt_unpack_star(RtValue iterable, int64_t before, int64_t after, RtValue *out);
RtTuple *rt_unpack_tuple(RtValue iterable, int64_t n);
RtTuple *rt_unpack_star_tuple(RtValue iterable, int64_t before, int64_t after);
#endif
