/*
 * Helpers that the files of containers, iterators and built-in functions share.
 */
#include "container.h"
#include "call.h"
#include "exception.h"
#include "slots.h"
#include "type.h"
#include <stdlib.h>

bool rt_has_index(RtValue v) {
  if (rt_is_int(v)) return true;
  rt_type_ready(rt_typeof(v));
  return rt_typeof(v)->index != NULL;
}

int rt_repeat_count(RtValue v, int64_t *count) {
  return rt_size_argument(v, count);
}

int rt_slice_bound(RtValue bound, int64_t length, int64_t *result) {
  int64_t i;
  if (!rt_has_index(bound)) {
    rt_raise_string(&rt_exc_TypeError, "slice indices must be integers or have an __index__ method");
    return -1;
  }
  if (rt_index(bound, &i, true) < 0) return -1;
  if (i < 0) i = i + length < 0 ? 0 : i + length;
  *result = i;
  return 0;
}

RtValue rt_raise_repr(RtType *type, const char *format, RtValue v) {
  RtStr *text = rt_repr(v);
  if (!text) return 0;
  char *utf8 = rt_str_to_utf8(text, NULL);
  rt_decref_object(text);
  if (!utf8) return rt_raise_memory();
  rt_raise_format(type, format, utf8);
  free(utf8);
  return 0;
}


int rt_writer_repr(RtWriter *writer, RtValue item) {
  RtStr *text = rt_repr(item);
  int result = text ? rt_writer_str(writer, text) : -1;
  if (text) rt_decref_object(text);
  return result;
}

int rt_no_keywords(const char *name, RtTuple *kwnames) {
  if (rt_keyword_count(kwnames) == 0) return 0;
  rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", name);
  return -1;
}

int rt_count_args(const char *name, int64_t nargs, int64_t min, int64_t max) {
  if (nargs >= min && (max < 0 || nargs <= max)) return 0;
  int64_t limit = nargs < min ? min : max;
  rt_raise_format(&rt_exc_TypeError, "%s expected %s%lld argument%s, got %lld", name,
                  min == max ? "" : nargs < min ? "at least " : "at most ", (long long)limit, limit == 1 ? "" : "s",
                  (long long)nargs);
  return -1;
}

/* Known lengths only: a program's __length_hint__ is not asked. */
int64_t rt_length_hint(RtValue iterable) {
  const RtType *type = rt_typeof(iterable);
  if (type != &rt_type_list && type != &rt_type_tuple && type != &rt_type_dict && type != &rt_type_set &&
      type != &rt_type_frozenset && type != &rt_type_str && type != &rt_type_bytes)
    return 0;
  int64_t length = rt_len(iterable);
  return length < 0 ? 0 : length;
}

/* What __length_hint__ says; -1: it knows nothing, or raised. */
static int64_t length_hint(RtValue v) {
  RtValue said = rt_dunder(v, RT_NAME(__length_hint__), NULL, 0);
  int64_t hint = -1;
  if (!said && rt_pending_is(&rt_exc_TypeError)) rt_clear_pending();
  if (!said || said == RT_NOTIMPLEMENTED) goto done;
  if (!rt_is_int(said)) rt_raise_type_of("__length_hint__ must be an integer, not %s", said);
  else if (rt_index_argument(said, &hint) == 0 && hint < 0) rt_raise_string(&rt_exc_ValueError, "__length_hint__() should return >= 0");
done:
  rt_xdecref(said);
  return rt_pending ? -1 : hint;
}

int64_t rt_hinted_length(RtValue v) {
  int64_t length = rt_typeof(v)->length ? rt_len(v) : -1;
  if (length < 0 && rt_pending) {
    if (!rt_pending_is(&rt_exc_TypeError)) return -1;
    rt_clear_pending();
  }
  return length < 0 ? length_hint(v) : length;
}

int rt_ask_length(RtValue iterable) {
  const RtType *type = rt_typeof(iterable); /* the last two ask their sequence */
  if (!(type->flags & RT_TYPE_HEAP) && type != &rt_type_iterator && type != &rt_type_reversed) return 0;
  RT_ONLY_WITH(rt_class_build, rt_hinted_length)(iterable);
  return rt_pending ? -1 : 0;
}

