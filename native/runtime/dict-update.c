/*
 * Dicts: filling from other mappings, pairs and keywords; equality; **mapping in calls.
 */
#include "dict.h"
#include "set.h"
#include "tuple.h"
#include <stdlib.h>

int rt_dict_merge_dict(RtDict *dict, RtDict *from) {
  if (dict == from) return 0;
  if (from->length > dict->length && rt_dict_reserve(dict, from->length) < 0) return -1;
  int64_t length = from->length;
  for (int64_t i = 0; i < from->used; i++) {
    RtDictEntry entry = from->entries[i];
    if (!entry.key) continue;
    rt_incref(entry.key), rt_incref(entry.value);
    int result = rt_dict_set_hashed(dict, entry.key, entry.hash, entry.value);
    rt_decref(entry.key), rt_decref(entry.value);
    if (result < 0) return -1;
    if (from->length == length) continue;
    rt_raise_string(&rt_exc_RuntimeError, "dict mutated during update");
    return -1;
  }
  return 0;
}

/* "module.qualname()" as CPython names a callable in the texts of calls; malloc'ed. */
static char *callee_text(RtValue callee) {
  RtValue qualname = rt_getattr_optional(callee, RT_NAME(__qualname__)), module = 0;
  RtWriter writer;
  if (!qualname || !rt_is_str(qualname)) {
    rt_clear_pending();
    rt_xdecref(qualname);
    RtStr *text = rt_str(callee);
    char *result = text ? rt_str_to_utf8(text, NULL) : NULL;
    if (text) rt_decref_object(text);
    return result;
  }
  rt_writer_init(&writer);
  module = rt_getattr_optional(callee, RT_NAME(__module__));
  if (!module) rt_clear_pending();
  if (module && rt_is_str(module) && !rt_str_equal((RtStr *)rt_object(module), RT_NAME(builtins))) {
    rt_writer_str(&writer, (RtStr *)rt_object(module));
    rt_writer_char(&writer, '.');
  }
  rt_writer_str(&writer, (RtStr *)rt_object(qualname));
  rt_writer_ascii(&writer, "()", 2);
  rt_decref(qualname);
  rt_xdecref(module);
  RtStr *text = rt_writer_finish(&writer);
  char *result = text ? rt_str_to_utf8(text, NULL) : NULL;
  if (text) rt_decref_object(text);
  return result;
}

static int raise_multiple(RtValue callee, RtValue key) {
  RtStr *shown = rt_str(key);
  char *name = shown ? callee_text(callee) : NULL, *text = name ? rt_str_to_utf8(shown, NULL) : NULL;
  rt_xdecref(rt_value(shown));
  if (text) rt_raise_format(&rt_exc_TypeError, "%s got multiple values for keyword argument '%s'", name, text);
  free(name);
  free(text);
  return -1;
}

/* A keyword that is there already. */
static int check_keyword(RtDict *dict, RtValue key, RtValue callee) {
  int present = rt_dict_contains(dict, key);
  return present <= 0 ? present : raise_multiple(callee, key);
}

typedef int KeyCheck(RtDict *dict, RtValue key, RtValue callee);

/* What dict.update does with an object that has keys(); `check`, if any, sees each key first. */
static int merge_mapping(RtDict *dict, RtValue mapping, KeyCheck *check, RtValue callee) {
  RtValue keys = rt_call_method(mapping, RT_NAME(keys), NULL, 0, NULL);
  RtValue iterator = keys ? rt_iter(keys) : 0;
  rt_xdecref(keys);
  if (!iterator) return -1;
  int result = 0;
  for (RtValue key; result == 0 && (key = rt_next(iterator)); rt_decref(key)) {
    RtValue value = check && check(dict, key, callee) < 0 ? 0 : rt_getitem(mapping, key);
    result = value ? rt_dict_set(dict, key, value) : -1;
    rt_xdecref(value);
  }
  rt_decref(iterator);
  return rt_pending ? -1 : 0;
}

static int merge_pair(RtDict *dict, RtValue item, int64_t number) {
  RtTuple *pair = rt_tuple_from_iterable(item);
  if (!pair) {
    if (!rt_pending_is(&rt_exc_TypeError)) return -1;
    rt_clear_pending();
    rt_raise_format(&rt_exc_TypeError, "cannot convert dictionary update sequence element #%lld to a sequence", (long long)number);
    return -1;
  }
  int result = -1;
  if (pair->length == 2) result = rt_dict_set(dict, pair->items[0], pair->items[1]);
  else
    rt_raise_format(&rt_exc_ValueError, "dictionary update sequence element #%lld has length %lld; 2 is required", (long long)number,
                    (long long)pair->length);
  rt_decref_object(pair);
  return result;
}

static int merge_pairs(RtDict *dict, RtValue pairs) {
  RtValue iterator = rt_iter(pairs);
  if (!iterator) return -1;
  int64_t number = 0;
  int result = 0;
  for (RtValue item; result == 0 && (item = rt_next(iterator)); rt_decref(item)) result = merge_pair(dict, item, number++);
  rt_decref(iterator);
  return rt_pending ? -1 : 0;
}

static bool iterates_as_dict(RtValue v) {
  if (rt_typeof(v) == &rt_type_dict) return true;
  return rt_is_dict(v) && rt_typeof(v)->iter == rt_type_dict.iter;
}

int rt_dict_update(RtDict *dict, RtValue other) {
  if (iterates_as_dict(other)) return rt_dict_merge_dict(dict, rt_dict_of(other));
  RtValue keys = rt_getattr_optional(other, RT_NAME(keys));
  if (!keys) return rt_pending ? -1 : merge_pairs(dict, other);
  rt_decref(keys);
  return merge_mapping(dict, other, NULL, 0);
}

int rt_dict_update_args(const char *name, RtDict *dict, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (rt_count_args(name, nargs, 0, 1) < 0) return -1;
  if (nargs && rt_dict_update(dict, args[0]) < 0) return -1;
  for (int64_t i = 0; i < rt_keyword_count(kwnames); i++)
    if (rt_dict_set(dict, kwnames->items[i], args[nargs + i]) < 0) return -1;
  return 0;
}

/* {**mapping} in a display. */
int rt_dict_update_mapping(RtDict *dict, RtValue mapping) {
  if (rt_is_dict(mapping)) return rt_dict_update(dict, mapping);
  RtValue keys = rt_getattr_optional(mapping, RT_NAME(keys));
  if (keys) {
    rt_decref(keys);
    return merge_mapping(dict, mapping, NULL, 0);
  }
  if (!rt_pending) rt_raise_type_of("'%s' object is not a mapping", mapping);
  return -1;
}

int rt_dict_merge(RtDict *dict, RtValue mapping, RtValue callee) {
  if (!iterates_as_dict(mapping)) {
    RtValue keys = rt_getattr_optional(mapping, RT_NAME(keys));
    if (keys) {
      rt_decref(keys);
      return merge_mapping(dict, mapping, check_keyword, callee);
    }
    char *name = rt_pending ? NULL : callee_text(callee);
    if (name) rt_raise_format(&rt_exc_TypeError, "%s argument after ** must be a mapping, not %s", name, rt_typeof(mapping)->name);
    free(name);
    return -1;
  }
  RtDict *from = RT_NEW_REF(rt_dict_of(mapping));
  int result = 0;
  RtValue key, value;
  for (int64_t at = 0; result == 0 && rt_dict_next(from, &at, &key, &value);) {
    rt_incref(key), rt_incref(value);
    result = check_keyword(dict, key, callee) < 0 ? -1 : rt_dict_set(dict, key, value);
    rt_decref(key), rt_decref(value);
  }
  rt_decref_object(from);
  return result;
}

/* The hashes of a set's items are known. */
static int set_all_of_set(RtDict *dict, RtSet *keys, RtValue value) {
  RtSetEntry entry;
  int result = 0;
  for (int64_t at = 0; result == 0 && rt_set_next_entry(keys, &at, &entry); rt_decref(entry.key)) {
    rt_incref(entry.key);
    result = rt_dict_set_hashed(dict, entry.key, entry.hash, value);
  }
  return result;
}

RtDict *rt_dict_from_keys(RtValue iterable, RtValue value) {
  RtDict *dict = rt_dict_new(rt_length_hint(iterable));
  if (dict && (rt_typeof(iterable) == &rt_type_set || rt_typeof(iterable) == &rt_type_frozenset)) {
    if (set_all_of_set(dict, rt_set_of(iterable), value) == 0) return dict;
    rt_decref_object(dict);
    return NULL;
  }
  RtValue iterator = dict ? rt_iter(iterable) : 0;
  int result = iterator ? 0 : -1;
  for (RtValue key; result == 0 && (key = rt_next(iterator)); rt_decref(key)) result = rt_dict_set(dict, key, value);
  rt_xdecref(iterator);
  if (!rt_pending) return dict;
  if (dict) rt_decref_object(dict);
  return NULL;
}

int rt_dict_equal(RtDict *a, RtDict *b) {
  if (a == b) return 1;
  if (a->length != b->length) return 0;
  if (rt_check_stack() < 0) return -1;
  for (int64_t i = 0; i < a->used; i++) {
    RtDictEntry entry = a->entries[i];
    if (!entry.key) continue;
    rt_incref(entry.key), rt_incref(entry.value);
    RtValue other = rt_dict_get_hashed(b, entry.key, entry.hash);
    int equal = rt_pending ? -1 : 0;
    if (other) {
      rt_incref(other);
      equal = rt_equal(entry.value, other);
      rt_decref(other);
    }
    rt_decref(entry.key), rt_decref(entry.value);
    if (equal <= 0) return equal;
  }
  return 1;
}
