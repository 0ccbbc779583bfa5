/*
 * Unpacking: a, b = x and a, *b, c = x.
 */
#include "iterator.h"
#include "list.h"
#include "tuple.h"

static int drop(RtValue *items, int64_t count) {
  for (int64_t i = 0; i < count; i++) rt_decref(items[i]);
  return -1;
}

static int raise_few(int64_t wanted, int64_t got, bool at_least) {
  rt_raise_format(&rt_exc_ValueError, "not enough values to unpack (expected %s%lld, got %lld)", at_least ? "at least " : "", (long long)wanted,
                  (long long)got);
  return -1;
}

static int raise_many(int64_t wanted) {
  rt_raise_format(&rt_exc_ValueError, "too many values to unpack (expected %lld)", (long long)wanted);
  return -1;
}

static RtValue iterate(RtValue iterable) {
  RtValue iterator = rt_iter(iterable);
  if (iterator || !rt_pending_is(&rt_exc_TypeError)) return iterator;
  const RtType *type = rt_typeof(iterable);
  if (type->iter || type->getitem) return 0; /* its own __iter__ raised */
  rt_clear_pending();
  return rt_raise_type_of("cannot unpack non-iterable %s object", iterable);
}

/* Up to n items of an iterator; how many there were, -1: raised. */
static int64_t take(RtValue iterator, int64_t n, RtValue *out) {
  for (int64_t i = 0; i < n; i++) {
    out[i] = rt_next(iterator);
    if (out[i]) continue;
    return rt_pending ? drop(out, i) : i;
  }
  return n;
}

static int unpack_iterator(RtValue iterator, int64_t n, RtValue *out) {
  int64_t got = take(iterator, n, out);
  if (got < 0) return -1;
  if (got < n) {
    drop(out, got);
    return raise_few(n, got, false);
  }
  RtValue extra = rt_next(iterator);
  if (!extra && !rt_pending) return 0;
  drop(out, n);
  if (!extra) return -1;
  rt_decref(extra);
  return raise_many(n);
}

int rt_unpack(RtValue iterable, int64_t n, RtValue *out) {
  const RtType *type = rt_typeof(iterable);
  if (type == &rt_type_tuple) {
    const RtTuple *tuple = (RtTuple *)rt_object(iterable);
    if (tuple->length != n) return tuple->length < n ? raise_few(n, tuple->length, false) : raise_many(n);
    for (int64_t i = 0; i < n; i++) out[i] = rt_new_ref(tuple->items[i]);
    return 0;
  }
  if (type == &rt_type_list) {
    RtList *list = (RtList *)rt_object(iterable);
    if (list->length != n) return list->length < n ? raise_few(n, list->length, false) : raise_many(n);
    for (int64_t i = 0; i < n; i++)
      if (!(out[i] = rt_list_get(list, i))) return drop(out, i);
    return 0;
  }
  RtValue iterator = iterate(iterable);
  if (!iterator) return -1;
  int result = unpack_iterator(iterator, n, out);
  rt_decref(iterator);
  return result;
}

int rt_unpack_star(RtValue iterable, int64_t before, int64_t after, RtValue *out) {
  RtValue iterator = iterate(iterable);
  if (!iterator) return -1;
  int64_t got = take(iterator, before, out);
  RtList *rest = NULL;
  if (got == before) rest = rt_list_from_iterable(iterator);
  else if (got >= 0) raise_few(before + after, got, true);
  rt_decref(iterator);
  if (got < 0) return -1;
  if (!rest) return drop(out, got);
  if (rest->length < after) {
    raise_few(before + after, before + rest->length, true);
    rt_decref_object(rest);
    return drop(out, before);
  }
  for (int64_t i = 0; i < after; i++) {
    out[before + 1 + i] = rt_list_get(rest, rest->length - after + i);
    if (out[before + 1 + i]) continue;
    drop(out + before + 1, i);
    rt_decref_object(rest);
    return drop(out, before);
  }
  rt_list_replace(rest, rest->length - after, after, NULL);
  out[before] = rt_value(rest);
  return 0;
}

RtTuple *rt_unpack_tuple(RtValue iterable, int64_t n) {
  if (rt_typeof(iterable) == &rt_type_tuple && ((RtTuple *)rt_object(iterable))->length == n) return RT_NEW_REF((RtTuple *)rt_object(iterable));
  RtTuple *result = rt_tuple_new(n);
  RtValue none;
  if (!result || rt_unpack(iterable, n, n ? result->items : &none) == 0) return result;
  memset(result->items, 0, (size_t)n * sizeof(RtValue));
  rt_decref_object(result);
  return NULL;
}

RtTuple *rt_unpack_star_tuple(RtValue iterable, int64_t before, int64_t after) {
  int64_t n = before + 1 + after;
  RtTuple *result = rt_tuple_new(n);
  if (!result || rt_unpack_star(iterable, before, after, result->items) == 0) return result;
  memset(result->items, 0, (size_t)n * sizeof(RtValue));
  rt_decref_object(result);
  return NULL;
}
