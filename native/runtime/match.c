/* Patterns: what counts as a sequence or mapping; which attributes the positions of `Point(x, y)` stand for. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "type.h"
#include <stdlib.h>
#include <string.h>

static RtValue raise_too_many(const RtType *type, int64_t allowed, int64_t count) {
  return rt_raise_format(&rt_exc_TypeError, "%s() accepts %lld positional sub-pattern%s (%lld given)", type->name, (long long)allowed,
                         allowed == 1 ? "" : "s", (long long)count);
}

/* Simple built-in types take one pattern, for the subject itself. */
static bool matches_itself(const RtType *type) {
  const uint32_t simple = RT_TYPE_BOOL | RT_TYPE_BYTES | RT_TYPE_DICT | RT_TYPE_FLOAT | RT_TYPE_INT | RT_TYPE_LIST | RT_TYPE_SET | RT_TYPE_STR | RT_TYPE_TUPLE;
  return (type->flags & simple) || rt_is_subtype(type, &rt_type_bytearray);
}

static RtValue raise_repeated(const RtType *type, RtValue name) {
  RtStr *shown = rt_repr(name);
  char *text = shown ? rt_str_to_utf8(shown, NULL) : NULL;
  if (text) rt_raise_format(&rt_exc_TypeError, "%s() got multiple sub-patterns for attribute %s", type->name, text);
  free(text);
  rt_xdecref(rt_value(shown));
  return 0;
}

static bool check_name(const RtType *type, const RtTuple *names, int64_t i, const RtTuple *keywords) {
  RtValue name = names->items[i];
  if (!rt_is_str(name)) return rt_raise_type_of("__match_args__ elements must be strings (got %s)", name), false;
  for (int64_t k = 0; k < i; k++)
    if (rt_equal(names->items[k], name) > 0) return raise_repeated(type, name), false;
  for (int64_t k = 0; k < keywords->length; k++)
    if (rt_equal(keywords->items[k], name) > 0) return raise_repeated(type, name), false;
  return true;
}

/* The names for `count` positions, a new reference; None: the one position is the subject itself. */
RtValue rt_match_names(RtValue class, RtValue count, RtTuple *keywords) {
  RtType *type = rt_type_of(class);
  int64_t wanted = rt_small(count);
  RtValue names = rt_getattr_optional(class, RT_NAME(__match_args__));
  if (!names) {
    if (rt_pending) return 0;
    int64_t allowed = matches_itself(rt_ready(type));
    return wanted > allowed ? raise_too_many(type, allowed, wanted) : rt_none();
  }
  const RtTuple *tuple = (RtTuple *)rt_object(names);
  bool good = rt_typeof(names) == &rt_type_tuple;
  if (!good) rt_raise_format(&rt_exc_TypeError, "%s.__match_args__ must be a tuple (got %s)", type->name, rt_typeof(names)->name);
  else if (tuple->length < wanted) good = raise_too_many(type, tuple->length, wanted);
  for (int64_t i = 0; good && i < wanted; i++) good = check_name(type, tuple, i, keywords);
  if (good) return names;
  rt_decref(names);
  return 0;
}

/* Is it of a type that collections.abc calls a sequence (kind 32) or a mapping (64)? Beyond the built-in ones, which compiled code tests for. */
RtValue rt_match_kind(RtValue subject, RtValue kind) {
  const RtType *type = rt_typeof(subject);
  if (!rt_is_class(type)) return rt_bool_ref(!strcmp(type->name, rt_small(kind) == 32 ? "collections.deque" : "mappingproxy"));
  BORROWED RtValue flags = rt_type_lookup((RtType *)(uintptr_t)type, RT_NAME(__abc_tpflags__));
  return rt_bool_ref(flags && rt_is_small(flags) && (rt_small(flags) & rt_small(kind)));
}
