/*
 * Lists: what the list files and compiled code share. Invariants:
 *   - 0 <= length <= capacity; the elements past length are garbage.
 *   - the capacity of a BOOL list is a multiple of 8, so that an empty list may change kind without a new buffer.
 *   - elements of kind INT, FLOAT and BOOL are raw and nobody counts them.
 */
#ifndef RT_LIST_H
#define RT_LIST_H
#include "container.h"

static inline RtList *rt_list_of(RtValue v) { return (RtList *)rt_plain(v, &rt_type_list); }
static inline int64_t rt_list_unit(int64_t kind) { return kind == RT_LIST_BOOL ? 1 : 8; }
static inline char *rt_list_at(const RtList *list, int64_t i) {
  return (char *)list->items.any + i * rt_list_unit(list->kind);
}

RtList *rt_list_new_kind(int64_t kind, int64_t capacity);
/* The kind that would hold v unboxed. */
int64_t rt_list_kind_of(RtValue v);
int rt_list_reserve(RtList *, int64_t capacity);
/* Gives an empty list another kind; keeps the buffer. */
void rt_list_become(RtList *, int64_t kind);
void rt_list_clear(RtList *);
int rt_list_append_int(RtList *, int64_t);
int rt_list_append_float(RtList *, double);
int rt_list_append_bool(RtList *, bool);
int rt_list_append_steal(RtList *, STEAL RtValue);
/* 0 <= index < length. 1: given, 0: the element has another type. */
int rt_list_get_int(RtList *, int64_t index, int64_t *result);
int rt_list_get_float(RtList *, int64_t index, double *result);
int rt_list_set_int(RtList *, int64_t index, int64_t);
int rt_list_set_float(RtList *, int64_t index, double);
int rt_list_set_bool(RtList *, int64_t index, bool);
/* list[index] with CPython's meaning of negative indices and its IndexError. */
RtValue rt_list_getitem_index(RtList *, int64_t index);
int rt_list_setitem_index(RtList *, int64_t index, RtValue);
int rt_list_delitem_index(RtList *, int64_t index);
RtValue rt_list_pop(RtList *, int64_t index);
RtValue rt_list_pop_last(RtList *);
int rt_list_insert(RtList *, int64_t index, RtValue);
void rt_list_reverse(RtList *);
RtList *rt_list_slice(RtList *, int64_t start, int64_t step, int64_t count);
/* Puts the elements of source (NULL: none) in the place of list[start:start+removed]. */
int rt_list_replace(RtList *, int64_t start, int64_t removed, RtList *source);
int rt_list_set_slice(RtList *, RtSlice *, RtValue v /* 0: delete */);
int rt_list_extend_star(RtList *, RtValue iterable);
RtList *rt_list_copy(RtList *);
RtList *rt_list_concat(RtList *, RtList *);
RtList *rt_list_repeat(RtList *, int64_t count);
RtList *rt_list_repeat_int(int64_t, int64_t count);
RtList *rt_list_repeat_float(double, int64_t count);
RtList *rt_list_repeat_bool(bool, int64_t count);
RtList *rt_list_repeat_value(RtValue, int64_t count);
int rt_list_repeat_inplace(RtList *, int64_t count);
int rt_list_contains(RtList *, RtValue);
int rt_list_equal(RtList *, RtList *);
RtValue rt_list_compare(RtValue, RtValue, RtCmp);
RtStr *rt_list_repr(RtList *);
/* The element equal to v at or after start and before stop; -1: none, -2: raised. */
int64_t rt_list_find(RtList *, RtValue v, int64_t start, int64_t stop);
int rt_list_sort(RtList *, RtValue key /* 0 or None: none */, bool reverse);
RtTuple *rt_tuple_from_list(RtList *);
extern const RtMethodDef rt_list_methods[];
#endif
