/*
 * Small things that the files of containers, iterators and built-in functions share.
 */
#ifndef RT_CONTAINER_H
#define RT_CONTAINER_H
#include "rt.h"

#define RT_UNUSED __attribute__((unused))
/* The head of a function with the signature of RtBuiltinFn. */
#define RT_METHOD(fn)                                                                                               \
  static RtValue fn(RT_UNUSED RtValue self, RT_UNUSED const RtValue *args, RT_UNUSED int64_t nargs,                 \
                    RT_UNUSED RtTuple *kwnames)
#define RT_BUILTIN_FN(fn)                                                                                           \
  RtValue fn(RT_UNUSED RtValue self, RT_UNUSED const RtValue *args, RT_UNUSED int64_t nargs,                        \
             RT_UNUSED RtTuple *kwnames)
#define RT_STATIC_HEAD {RT_IMMORTAL, &rt_type_type}
/* Containers never grow past this many elements: sizes in bytes stay far from overflow. */
#define RT_LENGTH_MAX ((int64_t)1 << 47)

/* call.c */
int rt_parse_args(const char *function, const char *const *names, int required, int positional_only,
                  const RtValue *args, int64_t nargs, RtTuple *kwnames, RtValue *out);
/* class.c: an instance of a class made by a class statement, around the plain object of its built-in base. */
RtValue rt_instance_around(RtType *type, STEAL RtValue base_value);

static inline RtValue rt_none(void) { return rt_new_ref(RT_NONE); }
static inline RtValue rt_bool_ref(bool b) { return rt_new_ref(rt_from_bool(b)); }
static inline RtValue rt_notimplemented(void) { return rt_new_ref(RT_NOTIMPLEMENTED); }
static inline RtValue rt_int_box(int64_t i) { return rt_fits_small(i) ? rt_from_small(i) : rt_int_from_i64(i); }
/* What a comparison of lengths or of ordered values answers. */
static inline bool rt_order_holds(int order, RtCmp op) {
  switch (op) {
  case RT_LT: return order < 0;
  case RT_LE: return order <= 0;
  case RT_EQ: return order == 0;
  case RT_NE: return order != 0;
  case RT_GT: return order > 0;
  default: return order >= 0;
  }
}
/* The name without the module in front: what reprs of instances begin with. */
static inline const char *rt_short_name(RtValue v) {
  const char *name = rt_typeof(v)->name, *dot = strrchr(name, '.');
  return dot ? dot + 1 : name;
}
static inline int rt_sign(int64_t a, int64_t b) { return (a > b) - (a < b); }
static inline bool rt_is_none(RtValue v) { return v == RT_NONE; }
static inline bool rt_is_set(RtValue v) { return rt_has_flag(v, RT_TYPE_SET); }
/* The plain built-in object of v, whose type has the built-in type `exact` as a base. */
static inline void *rt_plain(RtValue v, const RtType *exact) {
  return rt_object(rt_typeof(v) == exact ? v : rt_base_value(v));
}
/* A new object of a built-in type, or an instance of the subclass asked for around it. */
static inline RtValue rt_plain_or_instance(RtValue type, const RtType *exact, STEAL void *plain) {
  if (!plain || rt_object(type) == (RtObject *)exact) return rt_value(plain);
  return rt_instance_around((RtType *)rt_object(type), rt_value(plain));
}
/* The two halves of rt_slice_indices, for what may change while the slice's __index__ runs: read the length in between. The count. */
RtTuple *rt_slice_large_indices(RtSlice *, RtValue length); /* start, stop and step for a length of any size */
int rt_slice_unpack(RtSlice *, int64_t *start, int64_t *stop, int64_t *step);
int64_t rt_slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step);
/* Start, stop and their wrap-around as index() and its kin take them: clamped to 0..length. -1: raised. */
int rt_slice_bound(RtValue bound, int64_t length, int64_t *result);
/* Has the type of v an __index__? */
bool rt_has_index(RtValue v);
/* The count of `sequence * count`; OverflowError when it is far too large; -1: raised. */
int rt_repeat_count(RtValue v, int64_t *count);
/* Raises type with a message in which %s is repr(v); 0. */
RT_COLD RtValue rt_raise_repr(RtType *type, const char *format_with_one_s, RtValue v);
/* X.__class_getitem__: the class itself, which is all that annotations need. */
RT_BUILTIN_FN(rt_class_getitem);
/* Writes repr(item); -1: raised. */
int rt_writer_repr(RtWriter *, RtValue item);
/* iterator.c */
RtValue rt_list_iterator(RtValue), rt_list_reverse_iterator(RtValue), rt_tuple_iterator(RtValue), rt_range_iterator(RtValue),
    rt_range_reverse_iterator(RtValue);
/* A guess at the number of elements an iterator gives; 0 when there is none. */
int64_t rt_length_hint(RtValue iterable);
int64_t rt_hinted_length(RtValue);   /* what __len__ or __length_hint__ says; -1: nothing, or raised */
int rt_ask_length(RtValue iterable); /* CPython asks an object of the program's, too, before it takes all items; -1: raised */
/* TypeError "NAME() takes no keyword arguments"; -1: raised. */
int rt_no_keywords(const char *name, RtTuple *kwnames);
int rt_count_args(const char *name, int64_t nargs, int64_t min, int64_t max);
static inline int64_t rt_keyword_count(const RtTuple *kwnames) { return kwnames ? kwnames->length : 0; }
#endif
