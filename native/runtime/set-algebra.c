/*
 * Sets: union, intersection, difference and their kin, subset, hash. The order in which results are built is CPython's,
 * because it shows when a set of ints is printed.
 */
#include "dict.h"
#include "set.h"

/* Calls act for each item of an iterable with its hash. */
typedef int (*Action)(RtSet *set, RtValue item, int64_t hash, void *context);

static int each(RtSet *set, RtValue iterable, Action act, void *context) {
  int result = 0;
  if (rt_is_set(iterable)) {
    RtSet *other = rt_set_of(iterable);
    RtSetEntry entry;
    for (int64_t at = 0; result >= 0 && rt_set_next_entry(other, &at, &entry); rt_decref(entry.key)) {
      rt_incref(entry.key);
      result = act(set, entry.key, entry.hash, context);
    }
    return result < 0 ? -1 : 0;
  }
  if (rt_typeof(iterable) == &rt_type_dict) {
    RtDict *dict = (RtDict *)rt_object(iterable);
    for (int64_t i = 0; result >= 0 && i < dict->used; i++) {
      RtDictEntry entry = dict->entries[i];
      if (!entry.key) continue;
      rt_incref(entry.key);
      result = act(set, entry.key, entry.hash, context);
      rt_decref(entry.key);
    }
    return result < 0 ? -1 : 0;
  }
  RtValue iterator = rt_iter(iterable);
  if (!iterator) return -1;
  for (RtValue item; result >= 0 && (item = rt_next(iterator)); rt_decref(item)) {
    int64_t hash = rt_hash(item);
    result = hash == -1 ? -1 : act(set, item, hash, context);
  }
  rt_decref(iterator);
  return rt_pending ? -1 : 0;
}

static int discard(RtSet *set, RtValue item, int64_t hash, RT_UNUSED void *context) { return rt_set_discard_hashed(set, item, hash); }

static int add_if_common(RtSet *set, RtValue item, int64_t hash, void *context) {
  int inside = rt_set_contains_hashed(set, item, hash);
  return inside > 0 ? rt_set_add_hashed(context, item, hash) : inside;
}

static int toggle(RtSet *set, RtValue item, int64_t hash, RT_UNUSED void *context) {
  int removed = rt_set_discard_hashed(set, item, hash);
  return removed == 0 ? rt_set_add_hashed(set, item, hash) : removed;
}

RtSet *rt_set_intersection(RtSet *set, RtValue iterable) {
  if (rt_value(set) == iterable) return rt_set_copy(&rt_type_set, set);
  if (rt_is_set(iterable) && rt_set_of(iterable)->length > set->length) {
    RtSet *other = rt_set_of(iterable);
    iterable = rt_value(set);
    set = other;
  }
  RtSet *result = rt_set_new(&rt_type_set);
  if (!result || each(set, iterable, add_if_common, result) == 0) return result;
  rt_decref_object(result);
  return NULL;
}

int rt_set_difference_update(RtSet *set, RtValue iterable) {
  if (rt_value(set) == iterable || (rt_is_set(iterable) && rt_set_of(iterable) == set)) return rt_set_clear(set), 0;
  RtSet *common = NULL;
  if (rt_is_set(iterable) && (rt_set_of(iterable)->length >> 3) > set->length) {
    common = rt_set_intersection(set, iterable);
    if (!common) return -1;
    iterable = rt_value(common);
  }
  int result = each(set, iterable, discard, NULL);
  if (common) rt_decref_object(common);
  return result < 0 ? -1 : rt_set_shrink(set);
}

int rt_set_symmetric_difference_update(RtSet *set, RtValue iterable) {
  if (rt_is_set(iterable) && rt_set_of(iterable) == set) return rt_set_clear(set), 0;
  if (rt_is_set(iterable) || rt_typeof(iterable) == &rt_type_dict) return each(set, iterable, toggle, NULL);
  RtSet *other = rt_set_from_iterable(&rt_type_set, iterable);
  int result = other ? each(set, rt_value(other), toggle, NULL) : -1;
  if (other) rt_decref_object(other);
  return result;
}

static RtSet *copy_and_subtract(RtSet *set, RtValue iterable) {
  RtSet *result = rt_set_copy(&rt_type_set, set);
  if (!result || rt_set_difference_update(result, iterable) == 0) return result;
  rt_decref_object(result);
  return NULL;
}

static int is_inside(RtValue collection, RtValue key, int64_t hash) {
  if (rt_is_set(collection)) return rt_set_contains_hashed(rt_set_of(collection), key, hash);
  int64_t i = rt_dict_find((RtDict *)rt_object(collection), key, hash);
  return i == -2 ? -1 : i >= 0;
}

RtSet *rt_set_difference(RtSet *set, RtValue iterable) {
  int64_t length;
  if (rt_is_set(iterable)) length = rt_set_of(iterable)->length;
  else if (rt_typeof(iterable) == &rt_type_dict) length = ((RtDict *)rt_object(iterable))->length;
  else return copy_and_subtract(set, iterable);
  if ((set->length >> 2) > length) return copy_and_subtract(set, iterable);
  RtSet *result = rt_set_new(&rt_type_set);
  RtSetEntry entry;
  for (int64_t at = 0; result && rt_set_next_entry(set, &at, &entry);) {
    rt_incref(entry.key);
    int inside = is_inside(iterable, entry.key, entry.hash);
    if (inside == 0) inside = rt_set_add_hashed(result, entry.key, entry.hash);
    rt_decref(entry.key);
    if (inside >= 0) continue;
    rt_decref_object(result);
    return NULL;
  }
  return result;
}

RtSet *rt_set_symmetric_difference(RtSet *set, RtValue iterable) {
  RtSet *result = rt_set_from_iterable(&rt_type_set, iterable);
  if (!result || rt_set_symmetric_difference_update(result, rt_value(set)) == 0) return result;
  rt_decref_object(result);
  return NULL;
}

RtSet *rt_set_union(RtSet *set, RtValue iterable) {
  RtSet *result = rt_set_copy(&rt_type_set, set);
  if (!result || rt_value(set) == iterable || rt_set_update(result, iterable) == 0) return result;
  rt_decref_object(result);
  return NULL;
}

int rt_set_is_subset(RtSet *set, RtSet *of) {
  if (set->length > of->length) return 0;
  RtSetEntry entry;
  for (int64_t at = 0; rt_set_next_entry(set, &at, &entry);) {
    rt_incref(entry.key);
    int inside = rt_set_contains_hashed(of, entry.key, entry.hash);
    rt_decref(entry.key);
    if (inside <= 0) return inside;
  }
  return 1;
}

static int refuse_common(RtSet *set, RtValue item, int64_t hash, void *context) {
  int inside = rt_set_contains_hashed(set, item, hash);
  if (inside > 0) *(bool *)context = true;
  return inside > 0 ? -1 : inside;
}

/* 1, 0, or -1: raised. */
int rt_set_is_disjoint(RtSet *set, RtValue iterable) {
  bool common = false;
  if (rt_is_set(iterable) && rt_set_of(iterable)->length > set->length) {
    RtSet *other = rt_set_of(iterable);
    iterable = rt_value(set);
    set = other;
  }
  int result = each(set, iterable, refuse_common, &common);
  return common ? 0 : result < 0 ? -1 : 1;
}

static uint64_t shuffle(uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; }

/* CPython's own: independent of order, and spread so that nested sets rarely collide. */
int64_t rt_frozenset_hash(RtSet *set) {
  if (set->hash != -1) return set->hash;
  uint64_t hash = 0;
  for (int64_t i = 0; i <= set->mask; i++)
    if (set->table[i].key) hash ^= shuffle((uint64_t)set->table[i].hash);
  hash ^= ((uint64_t)set->length + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  if (hash == UINT64_MAX) hash = 590923713u;
  if (rt_typeof(rt_value(set)) == &rt_type_frozenset) set->hash = (int64_t)hash;
  return (int64_t)hash;
}
