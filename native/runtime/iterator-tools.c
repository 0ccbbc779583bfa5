/*
 * enumerate, zip, map, filter, reversed: iterators over other iterators.
 */
#include "iterator.h"
#include "call.h"
#include "tuple.h"
#include <stdlib.h>

typedef struct Enumerate {
  RtObject head;
  RtValue iterator, count;
  RtTuple *pair; /* given out again while nobody else holds it */
} Enumerate;

/* zip and map. */
typedef struct Parallel {
  RtObject head;
  RtTuple *iterators;
  RtTuple *last;    /* zip: the tuple given out last, used again while nobody else holds it */
  RtValue function; /* map: what is called; 0 for zip */
  bool strict;
} Parallel;

typedef struct Filter {
  RtObject head;
  RtValue function, iterator;
} Filter;

static RtValue itself(RtValue v) { return rt_new_ref(v); }

static void visit_value(RtValue v, RtVisit visit, void *context) {
  if (v && !rt_is_small(v)) visit(rt_object(v), context);
}

/* ---- enumerate ---- */

static RtValue enumerate_as(RtValue type, RtValue iterable, RtValue start) {
  RtValue iterator = rt_iter(iterable), count = iterator ? rt_index_value(start) : 0;
  Enumerate *result = count ? rt_alloc(&rt_type_enumerate, sizeof(Enumerate)) : NULL;
  if (!result) {
    rt_xdecref(iterator), rt_xdecref(count);
    return 0;
  }
  result->iterator = iterator;
  result->count = count;
  return rt_plain_or_instance(type, &rt_type_enumerate, result);
}

RtValue rt_enumerate_new(RtValue iterable, RtValue start) { return enumerate_as(rt_value(&rt_type_enumerate), iterable, start); }

/* A tuple of two that may be filled: the last one again, or a new one with an extra reference kept in *last. */
static RtTuple *reuse(RtTuple **last, int64_t length) {
  RtTuple *tuple = *last;
  if (tuple && tuple->head.refcount == 1) return RT_NEW_REF(tuple);
  RtTuple *fresh = rt_tuple_new(length);
  if (!fresh) return NULL;
  *last = RT_NEW_REF(fresh);
  if (tuple) rt_decref_object(tuple);
  return fresh;
}

static void replace_item(RtTuple *tuple, int64_t i, STEAL RtValue v) {
  RtValue old = tuple->items[i];
  tuple->items[i] = v;
  rt_xdecref(old);
}

static RtValue enumerate_next(RtValue v) {
  Enumerate *self = rt_plain(v, &rt_type_enumerate);
  RtValue item = rt_next_step(self->iterator);
  if (!item) return 0;
  RtValue count = self->count, next = rt_is_small(count) ? rt_int_box(rt_small(count) + 1) : rt_int_add(count, rt_from_small(1));
  RtTuple *pair = next ? reuse(&self->pair, 2) : NULL;
  if (!pair) {
    rt_xdecref(next), rt_decref(item);
    return 0;
  }
  self->count = next;
  replace_item(pair, 0, count);
  replace_item(pair, 1, item);
  return rt_value(pair);
}

static void enumerate_dealloc(RtObject *object) {
  Enumerate *self = (Enumerate *)object;
  rt_decref(self->iterator), rt_decref(self->count);
  if (self->pair) rt_decref_object(self->pair);
  rt_free_object(object, sizeof(Enumerate));
}

static void enumerate_traverse(RtObject *object, RtVisit visit, void *context) {
  Enumerate *self = (Enumerate *)object;
  visit_value(self->iterator, visit, context);
  visit_value(self->count, visit, context);
  visit_value(rt_value(self->pair), visit, context);
}

RT_METHOD(enumerate_construct) {
  static const char *const names[] = {"iterable", "start", NULL};
  RtValue given[2] = {0, 0};
  int64_t total = nargs + rt_keyword_count(kwnames);
  if (total == 0) return rt_raise_string(&rt_exc_TypeError, "enumerate() missing required argument 'iterable'");
  if (total > 2) return rt_raise_format(&rt_exc_TypeError, "enumerate() takes at most 2 arguments (%lld given)", (long long)total);
  RtStr *keyword = rt_keyword_count(kwnames) ? (RtStr *)rt_object(kwnames->items[kwnames->length - 1]) : NULL;
  if (keyword && !rt_str_equal(keyword, RT_NAME(iterable)) && !rt_str_equal(keyword, RT_NAME(start))) {
    char *text = rt_str_to_utf8(keyword, NULL);
    if (text) rt_raise_format(&rt_exc_TypeError, "'%s' is an invalid keyword argument for enumerate()", text);
    free(text);
    return 0;
  }
  if (rt_parse_args("enumerate", names, 1, 0, args, nargs, kwnames, given) < 0) return 0;
  return enumerate_as(self, given[0], given[1] ? given[1] : rt_from_small(0));
}

/* ---- zip and map ---- */

static RtTuple *iterators_of(const RtValue *iterables, int64_t count) {
  RtTuple *iterators = rt_tuple_new(count);
  for (int64_t i = 0; iterators && i < count; i++) {
    iterators->items[i] = rt_iter(iterables[i]);
    if (iterators->items[i]) continue;
    rt_decref_object(iterators);
    return NULL;
  }
  return iterators;
}

static Parallel *new_parallel(RtType *type, RtValue function, const RtValue *iterables, int64_t count) {
  RtTuple *iterators = iterators_of(iterables, count);
  Parallel *result = iterators ? rt_alloc(type, sizeof(Parallel)) : NULL;
  if (!result) {
    if (iterators) rt_decref_object(iterators);
    return NULL;
  }
  result->iterators = iterators;
  result->function = function ? rt_new_ref(function) : 0;
  return result;
}

RtValue rt_zip_new(const RtValue *iterables, int64_t count, bool strict) {
  Parallel *zip = new_parallel(&rt_type_zip, 0, iterables, count);
  if (zip) zip->strict = strict;
  return rt_value(zip);
}

RtValue rt_map_new(RtValue function, const RtValue *iterables, int64_t count) {
  return rt_value(new_parallel(&rt_type_map, function, iterables, count));
}

static RtValue raise_unequal(int64_t argument, const char *comparison) {
  return rt_raise_format(&rt_exc_ValueError, "zip() argument %lld is %s than argument%s%lld", (long long)argument + 1, comparison,
                         argument == 1 ? " " : "s 1-", (long long)argument);
}

/* strict: iterator `at` has ended; so must the first, and then all others. */
static RtValue check_ends(Parallel *zip, int64_t at) {
  if (rt_pending && rt_pending_is(&rt_exc_StopIteration)) rt_clear_pending();
  if (rt_pending) return 0;
  if (at > 0) return raise_unequal(at, "shorter");
  for (int64_t i = 1; i < zip->iterators->length; i++) {
    RtValue item = rt_next(zip->iterators->items[i]);
    if (item) {
      rt_decref(item);
      return raise_unequal(i, "longer");
    }
    if (rt_pending) return 0;
  }
  return 0;
}

static RtValue zip_next(RtValue v) {
  Parallel *zip = rt_plain(v, &rt_type_zip);
  int64_t count = zip->iterators->length;
  if (count == 0) return 0;
  RtTuple *result = reuse(&zip->last, count);
  if (!result) return 0;
  for (int64_t i = 0; i < count; i++) {
    RtValue item = rt_next_step(zip->iterators->items[i]);
    if (item) {
      replace_item(result, i, item);
      continue;
    }
    if (zip->last == result) { /* it is only half filled */
      zip->last = NULL;
      rt_decref_object(result);
    }
    rt_decref_object(result);
    return zip->strict ? check_ends(zip, i) : 0;
  }
  return rt_value(result);
}

static RtValue map_next(RtValue v) {
  Parallel *map = rt_plain(v, &rt_type_map);
  int64_t count = map->iterators->length, taken = 0;
  RtValue few[6], *items = count <= 6 ? few : rt_buffer_alloc((uint64_t)count * sizeof(RtValue));
  if (!items) return 0;
  while (taken < count && (items[taken] = rt_next_step(map->iterators->items[taken]))) taken++;
  RtValue result = taken == count ? rt_call(map->function, items, count, NULL) : 0;
  while (taken > 0) rt_decref(items[--taken]);
  if (items != few) rt_buffer_free(items, (uint64_t)count * sizeof(RtValue));
  return result;
}

static void parallel_dealloc(RtObject *object) {
  Parallel *self = (Parallel *)object;
  rt_decref_object(self->iterators);
  if (self->last) rt_decref_object(self->last);
  rt_xdecref(self->function);
  rt_free_object(object, sizeof(Parallel));
}

static void parallel_traverse(RtObject *object, RtVisit visit, void *context) {
  Parallel *self = (Parallel *)object;
  visit_value(rt_value(self->iterators), visit, context);
  visit_value(rt_value(self->last), visit, context);
  visit_value(self->function, visit, context);
}

RT_METHOD(zip_construct) {
  static const char *const names[] = {"strict", NULL};
  RtValue given = 0;
  if (rt_parse_args("zip", names, 0, 0, args + nargs, 0, kwnames, &given) < 0) return 0;
  int strict = given ? rt_truth(given) : 0;
  if (strict < 0) return 0;
  return rt_plain_or_instance(self, &rt_type_zip, rt_object(rt_zip_new(args, nargs, strict)));
}

RT_METHOD(map_construct) {
  if (rt_no_keywords("map", kwnames) < 0) return 0;
  if (nargs < 2) return rt_raise_string(&rt_exc_TypeError, "map() must have at least two arguments.");
  return rt_plain_or_instance(self, &rt_type_map, rt_object(rt_map_new(args[0], args + 1, nargs - 1)));
}

/* ---- filter ---- */

RtValue rt_filter_new(RtValue function, RtValue iterable) {
  RtValue iterator = rt_iter(iterable);
  Filter *filter = iterator ? rt_alloc(&rt_type_filter, sizeof(Filter)) : NULL;
  if (!filter) {
    rt_xdecref(iterator);
    return 0;
  }
  filter->function = rt_new_ref(function);
  filter->iterator = iterator;
  return rt_value(filter);
}

/* function(item) as a truth; the item's own where the function is None or bool. */
static int passes(RtValue function, RtValue item) {
  if (rt_is_none(function) || rt_object(function) == (RtObject *)&rt_type_bool) return rt_truth(item);
  RtValue result = rt_call(function, &item, 1, NULL);
  if (!result) return -1;
  int truth = rt_truth(result);
  rt_decref(result);
  return truth;
}

static RtValue filter_next(RtValue v) {
  Filter *filter = rt_plain(v, &rt_type_filter);
  for (RtValue item; (item = rt_next_step(filter->iterator));) {
    int pass = passes(filter->function, item);
    if (pass > 0) return item;
    rt_decref(item);
    if (pass < 0) return 0;
  }
  return 0;
}

static void filter_dealloc(RtObject *object) {
  rt_decref(((Filter *)object)->function);
  rt_decref(((Filter *)object)->iterator);
  rt_free_object(object, sizeof(Filter));
}

static void filter_traverse(RtObject *object, RtVisit visit, void *context) {
  visit_value(((Filter *)object)->function, visit, context);
  visit_value(((Filter *)object)->iterator, visit, context);
}

RT_METHOD(filter_construct) {
  if (rt_no_keywords("filter", kwnames) < 0 || rt_count_args("filter", nargs, 2, 2) < 0) return 0;
  return rt_plain_or_instance(self, &rt_type_filter, rt_object(rt_filter_new(args[0], args[1])));
}

/* ---- reversed ---- */

/* By __reversed__, else by __len__ and __getitem__; a class that sets __reversed__ to None refuses. */
RtValue rt_reversed_new(RtValue sequence) {
  BORROWED RtValue method = rt_type_lookup(rt_typeof(sequence), RT_NAME(__reversed__));
  if (method && !rt_is_none(method)) return rt_call_with_self(method, sequence, NULL, 0, NULL);
  const RtType *type = rt_typeof(sequence);
  bool has_items = type->getitem && !rt_has_flag(sequence, RT_TYPE_DICT) && !method;
  if (has_items && !type->length) return rt_raise_type_of("object of type '%s' has no len()", sequence);
  if (!has_items) return rt_raise_type_of("'%s' object is not reversible", sequence);
  return rt_iterator_of_sequence_reversed(sequence);
}

/* ---- __reduce__: the class, and what it is called with ---- */

static RtValue reduced(RtValue self, STEAL RtTuple *args) {
  RtTuple *result = args ? rt_tuple_pair(rt_value(rt_typeof(self)), rt_value(args)) : NULL;
  rt_xdecref(rt_value(args));
  return rt_value(result);
}
RT_METHOD(enumerate_reduce) {
  Enumerate *it = rt_plain(self, &rt_type_enumerate);
  return reduced(self, rt_tuple_pair(it->iterator, it->count));
}
RT_METHOD(filter_reduce) {
  Filter *it = rt_plain(self, &rt_type_filter);
  return reduced(self, rt_tuple_pair(it->function, it->iterator));
}
RT_METHOD(zip_reduce) {
  Parallel *it = rt_plain(self, &rt_type_zip);
  RtValue plain = reduced(self, RT_NEW_REF(it->iterators));
  if (!plain || !it->strict) return plain;
  RtTuple *pair = (RtTuple *)rt_object(plain);
  RtValue parts[] = {pair->items[0], pair->items[1], RT_TRUE};
  RtTuple *result = rt_tuple_from(parts, 3);
  rt_decref(plain);
  return rt_value(result);
}
RT_METHOD(zip_setstate) {
  int strict = rt_truth(args[0]);
  if (strict < 0) return 0;
  ((Parallel *)rt_plain(self, &rt_type_zip))->strict = strict;
  return rt_none();
}
RT_METHOD(map_reduce) {
  Parallel *it = rt_plain(self, &rt_type_map);
  RtTuple *all = rt_tuple_new(it->iterators->length + 1);
  for (int64_t i = 0; all && i < all->length; i++) all->items[i] = rt_new_ref(i ? it->iterators->items[i - 1] : it->function);
  return reduced(self, all);
}
#define REDUCE(fn) {"__reduce__", fn, 0, 0, 0}
static const RtMethodDef enumerate_methods[] = {REDUCE(enumerate_reduce), {0}}, filter_methods[] = {REDUCE(filter_reduce), {0}},
                         zip_methods[] = {REDUCE(zip_reduce), {"__setstate__", zip_setstate, 1, 1, 0}, {0}}, map_methods[] = {REDUCE(map_reduce), {0}};

/* ---- types ---- */

#define ITERATOR(text, layout, stem)                                                                                 \
  .head = RT_STATIC_HEAD, .name = text, .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(layout), .base = &rt_type_object, \
  .dealloc = stem##_dealloc, .traverse = stem##_traverse, .iter = itself

RtType rt_type_enumerate = {ITERATOR("enumerate", Enumerate, enumerate), .next = enumerate_next, .construct = enumerate_construct, .methods = enumerate_methods};
RtType rt_type_zip = {ITERATOR("zip", Parallel, parallel), .next = zip_next, .construct = zip_construct, .methods = zip_methods};
RtType rt_type_map = {ITERATOR("map", Parallel, parallel), .next = map_next, .construct = map_construct, .methods = map_methods};
RtType rt_type_filter = {ITERATOR("filter", Filter, filter), .next = filter_next, .construct = filter_construct, .methods = filter_methods};
