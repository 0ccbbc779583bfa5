/*
 * Sets and frozensets: methods, operators, iterator and types.
 */
#include "iterator.h"
#include "set.h"

/* The result of an operation that built a plain set, as the type of its left operand. */
static RtValue as_type_of(RtValue self, STEAL RtSet *result) {
  if (result) result->head.type = rt_typeof(rt_value(rt_set_of(self)));
  return rt_value(result);
}

RT_METHOD(set_add) { return rt_set_add(rt_set_of(self), args[0]) < 0 ? 0 : rt_none(); }
RT_METHOD(set_discard) { return rt_set_discard_key(rt_set_of(self), args[0]) < 0 ? 0 : rt_none(); }

RT_METHOD(set_remove) {
  int removed = rt_set_discard_key(rt_set_of(self), args[0]);
  if (removed < 0) return 0;
  return removed ? rt_none() : rt_raise_value(&rt_exc_KeyError, args[0]);
}

RT_METHOD(set_pop) { return rt_set_pop(rt_set_of(self)); }

RT_METHOD(set_clear) {
  rt_set_clear(rt_set_of(self));
  return rt_none();
}

RT_METHOD(set_copy) {
  RtSet *set = rt_set_of(self);
  if (rt_typeof(self) == &rt_type_frozenset) return rt_new_ref(self);
  return as_type_of(self, rt_set_copy(&rt_type_set, set));
}

static RtValue for_each(RtSet *set, int (*update)(RtSet *, RtValue), const RtValue *args, int64_t nargs) {
  for (int64_t i = 0; i < nargs; i++)
    if (update(set, args[i]) < 0) return 0;
  return rt_none();
}

RT_METHOD(set_update) { return for_each(rt_set_of(self), rt_set_update, args, nargs); }
RT_METHOD(set_difference_update) { return for_each(rt_set_of(self), rt_set_difference_update, args, nargs); }
RT_METHOD(set_symmetric_difference_update) { return for_each(rt_set_of(self), rt_set_symmetric_difference_update, args, 1); }

/* A chain of steps, each on the plain set that the one before gave; without arguments a copy. */
static RtSet *chain(RtValue self, RtSet *(*step)(RtSet *, RtValue), const RtValue *args, int64_t nargs) {
  RtSet *result = nargs ? step(rt_set_of(self), args[0]) : rt_set_copy(&rt_type_set, rt_set_of(self));
  for (int64_t i = 1; result && i < nargs; i++) {
    RtSet *next = step(result, args[i]);
    rt_decref_object(result);
    result = next;
  }
  return result;
}

RT_METHOD(set_union) {
  RtSet *result = rt_set_copy(&rt_type_set, rt_set_of(self));
  for (int64_t i = 0; result && i < nargs; i++) {
    if (args[i] == self || rt_set_update(result, args[i]) == 0) continue;
    rt_decref_object(result);
    return 0;
  }
  return as_type_of(self, result);
}

RT_METHOD(set_intersection) { return as_type_of(self, chain(self, rt_set_intersection, args, nargs)); }

RT_METHOD(set_difference) {
  RtSet *result = nargs ? rt_set_difference(rt_set_of(self), args[0]) : rt_set_copy(&rt_type_set, rt_set_of(self));
  for (int64_t i = 1; result && i < nargs; i++) {
    if (rt_set_difference_update(result, args[i]) == 0) continue;
    rt_decref_object(result);
    return 0;
  }
  return as_type_of(self, result);
}

RT_METHOD(set_symmetric_difference) { return as_type_of(self, rt_set_symmetric_difference(rt_set_of(self), args[0])); }

/* Exchanges what two sets hold; where pop goes on stays, as in CPython. */
static void swap_bodies(RtSet *a, RtSet *b) {
  RtSet old = *a;
  bool a_small = a->table == a->few, b_small = b->table == b->few;
  a->length = b->length, a->filled = b->filled, a->mask = b->mask;
  b->length = old.length, b->filled = old.filled, b->mask = old.mask;
  a->table = b_small ? a->few : b->table;
  b->table = a_small ? b->few : old.table;
  memcpy(a->few, b->few, sizeof a->few);
  memcpy(b->few, old.few, sizeof b->few);
  a->hash = b->hash = -1;
  a->version++, b->version++;
}

RT_METHOD(set_intersection_update) {
  RtSet *result = chain(self, rt_set_intersection, args, nargs);
  if (!result) return 0;
  swap_bodies(rt_set_of(self), result);
  rt_decref_object(result);
  return rt_none();
}

/* An iterable as a set: itself when it is one. */
static RtSet *to_set(RtValue v) {
  return rt_is_set(v) ? RT_NEW_REF(rt_set_of(v)) : rt_set_from_iterable(&rt_type_set, v);
}

RT_METHOD(set_issubset) {
  RtSet *set = rt_set_of(self), *other = to_set(args[0]);
  if (!other) return 0;
  int result = rt_set_is_subset(set, other);
  rt_decref_object(other);
  return result < 0 ? 0 : rt_bool_ref(result);
}

RT_METHOD(set_issuperset) {
  RtSet *set = rt_set_of(self), *other = to_set(args[0]);
  if (!other) return 0;
  int result = rt_set_is_subset(other, set);
  rt_decref_object(other);
  return result < 0 ? 0 : rt_bool_ref(result);
}

RT_METHOD(set_isdisjoint) {
  int result = rt_set_is_disjoint(rt_set_of(self), args[0]);
  return result < 0 ? 0 : rt_bool_ref(result);
}

RT_METHOD(set_init) {
  if (rt_no_keywords("set", kwnames) < 0) return 0;
  if (rt_count_args("set", nargs, 0, 1) < 0) return 0;
  rt_set_clear(rt_set_of(self));
  return nargs && rt_set_update(rt_set_of(self), args[0]) < 0 ? 0 : rt_none();
}

RT_METHOD(set_construct) {
  if (rt_object(self) != (RtObject *)&rt_type_set) return rt_instance_around((RtType *)rt_object(self), rt_value(rt_set_new(&rt_type_set)));
  if (rt_no_keywords("set", kwnames) < 0 || rt_count_args("set", nargs, 0, 1) < 0) return 0;
  return rt_value(nargs ? rt_set_from_iterable(&rt_type_set, args[0]) : rt_set_new(&rt_type_set));
}

RT_METHOD(frozenset_construct) {
  bool exact = rt_object(self) == (RtObject *)&rt_type_frozenset;
  if ((exact && rt_no_keywords("frozenset", kwnames) < 0) || rt_count_args("frozenset", nargs, 0, 1) < 0) return 0;
  if (exact && nargs && rt_typeof(args[0]) == &rt_type_frozenset) return rt_new_ref(args[0]);
  RtSet *set = nargs ? rt_set_from_iterable(&rt_type_frozenset, args[0]) : rt_set_new(&rt_type_frozenset);
  return rt_plain_or_instance(self, &rt_type_frozenset, set);
}

/* Operators take sets only. */
#define OPERATOR(name, call)                                                                                         \
  static RtValue name(RtValue a, RtValue b) {                                                                        \
    return rt_is_set(a) && rt_is_set(b) ? as_type_of(a, call(rt_set_of(a), rt_value(rt_set_of(b)))) : rt_notimplemented(); \
  }
OPERATOR(set_or, rt_set_union)
OPERATOR(set_and, rt_set_intersection)
OPERATOR(set_sub, rt_set_difference)
OPERATOR(set_xor, rt_set_symmetric_difference)

#define INPLACE(name, call)                                                                                          \
  static RtValue name(RtValue a, RtValue b) {                                                                        \
    if (!rt_is_set(b)) return rt_notimplemented();                                                                   \
    return call(rt_set_of(a), rt_value(rt_set_of(b))) < 0 ? 0 : rt_new_ref(a);                                       \
  }
INPLACE(set_inplace_or, rt_set_update)
INPLACE(set_inplace_sub, rt_set_difference_update)
INPLACE(set_inplace_xor, rt_set_symmetric_difference_update)

static RtValue set_inplace_and(RtValue a, RtValue b) {
  if (!rt_is_set(b)) return rt_notimplemented();
  RtValue none = set_intersection_update(a, &b, 1, NULL);
  if (!none) return 0;
  rt_decref(none);
  return rt_new_ref(a);
}

static RtValue set_compare(RtValue left, RtValue right, RtCmp op) {
  if (!rt_is_set(left) || !rt_is_set(right)) return rt_notimplemented();
  RtSet *a = rt_set_of(left), *b = rt_set_of(right);
  int result;
  switch (op) {
  case RT_EQ:
  case RT_NE:
    result = a->length != b->length ? 0 : rt_set_is_subset(a, b);
    if (result >= 0 && op == RT_NE) result = !result;
    break;
  case RT_LE: result = rt_set_is_subset(a, b); break;
  case RT_GE: result = rt_set_is_subset(b, a); break;
  case RT_LT: result = a->length >= b->length ? 0 : rt_set_is_subset(a, b); break;
  default: result = a->length <= b->length ? 0 : rt_set_is_subset(b, a);
  }
  return result < 0 ? 0 : rt_bool_ref(result);
}

static int write_members(RtWriter *writer, RtSet *set) {
  RtValue key;
  bool first = true;
  if (rt_writer_char(writer, '{') < 0) return -1;
  for (int64_t at = 0; rt_set_next(set, &at, &key); first = false) {
    if (!first && rt_writer_ascii(writer, ", ", 2) < 0) return -1;
    rt_incref(key);
    int result = rt_writer_repr(writer, key);
    rt_decref(key);
    if (result < 0) return -1;
  }
  return rt_writer_char(writer, '}');
}

/* {1, 2} for a set; frozenset({1, 2}), S({1, 2}), set() for the others. */
static RtValue set_repr(RtValue v) {
  RtSet *set = rt_set_of(v);
  const char *name = rt_typeof(v)->name;
  bool named = rt_typeof(v) != &rt_type_set || set->length == 0;
  RtWriter writer;
  int inside = rt_repr_enter(v), result = 0;
  if (inside < 0) return 0;
  rt_writer_init(&writer);
  if (named || inside) result = rt_writer_ascii(&writer, name, -1) < 0 ? -1 : rt_writer_char(&writer, '(');
  if (result == 0 && inside) result = rt_writer_ascii(&writer, "...", 3);
  else if (result == 0 && set->length) result = rt_check_stack() < 0 ? -1 : write_members(&writer, set);
  if (result == 0 && (named || inside)) result = rt_writer_char(&writer, ')');
  if (!inside) rt_repr_leave(v);
  if (result == 0) return rt_value(rt_writer_finish(&writer));
  rt_writer_drop(&writer);
  return 0;
}

static int set_truth(RtValue v) { return rt_set_of(v)->length != 0; }
static int64_t set_length(RtValue v) { return rt_set_of(v)->length; }
static int set_contains(RtValue v, RtValue item) { return rt_set_contains(rt_set_of(v), item); }
static int64_t frozenset_hash(RtValue v) { return rt_frozenset_hash(rt_set_of(v)); }

static void set_dealloc(RtObject *object) {
  rt_set_clear((RtSet *)object);
  rt_free_object(object, sizeof(RtSet));
}

static void set_drop(RtObject *object) { rt_set_clear((RtSet *)object); }

static void set_traverse(RtObject *object, RtVisit visit, void *context) {
  RtSet *set = (RtSet *)object;
  for (int64_t i = 0; i <= set->mask; i++)
    if (set->table[i].key && !rt_is_small(set->table[i].key)) visit(rt_object(set->table[i].key), context);
}

/* ---- iterator ---- */

typedef struct SetIterator {
  RtObject head;
  RtSet *set; /* NULL: exhausted */
  int64_t position, length, left;
} SetIterator;

static RtType set_iterator_type;

RtValue rt_set_iterator(RtValue v) {
  SetIterator *iterator = rt_alloc(&set_iterator_type, sizeof(SetIterator));
  if (!iterator) return 0;
  iterator->set = RT_NEW_REF(rt_set_of(v));
  iterator->length = iterator->left = iterator->set->length;
  return rt_value(iterator);
}

static void finish(SetIterator *iterator) {
  RtSet *set = iterator->set;
  iterator->set = NULL;
  if (set) rt_decref_object(set);
}

static RtValue set_iterator_next(RtValue v) {
  SetIterator *iterator = (SetIterator *)rt_object(v);
  RtValue key;
  if (!iterator->set) return 0;
  if (iterator->length != iterator->set->length) {
    iterator->length = -1;
    return rt_raise_string(&rt_exc_RuntimeError, "Set changed size during iteration");
  }
  if (rt_set_next(iterator->set, &iterator->position, &key)) {
    iterator->left--;
    return rt_new_ref(key);
  }
  finish(iterator);
  return 0;
}

static RtValue itself(RtValue v) { return rt_new_ref(v); }

static void set_iterator_dealloc(RtObject *object) {
  finish((SetIterator *)object);
  rt_free_object(object, sizeof(SetIterator));
}

static void set_iterator_traverse(RtObject *object, RtVisit visit, void *context) {
  if (((SetIterator *)object)->set) visit(&((SetIterator *)object)->set->head, context);
}

RT_METHOD(set_iterator_hint) {
  SetIterator *iterator = (SetIterator *)rt_object(self);
  return rt_from_small(iterator->set && iterator->length == iterator->set->length ? iterator->left : 0);
}

/* The items that are left, without taking them. */
RT_METHOD(set_iterator_reduce) {
  SetIterator *iterator = (SetIterator *)rt_object(self), *copy = rt_alloc(&set_iterator_type, sizeof(SetIterator));
  if (!copy) return 0;
  if (iterator->set) copy->set = RT_NEW_REF(iterator->set);
  copy->position = iterator->position, copy->length = iterator->length, copy->left = iterator->left;
  RtList *left = rt_list_from_iterable(rt_value(copy));
  rt_decref_object(copy);
  RtValue result = left ? rt_iterator_reduced(0, rt_value(left), 0) : 0;
  rt_xdecref(rt_value(left));
  return result;
}

static const RtMethodDef set_iterator_methods[] = {
    {"__length_hint__", set_iterator_hint, 0, 0, 0}, {"__reduce__", set_iterator_reduce, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

static RtType set_iterator_type = {
    .head = RT_STATIC_HEAD,
    .name = "set_iterator",
    .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
    .instance_size = sizeof(SetIterator),
    .base = &rt_type_object,
    .dealloc = set_iterator_dealloc,
    .traverse = set_iterator_traverse,
    .iter = itself,
    .next = set_iterator_next,
    .methods = set_iterator_methods,
};

/* ---- types ---- */

#define COMMON_METHODS                                                                                               \
  {"copy", set_copy, 0, 0, 0}, {"union", set_union, 0, -1, 0}, {"intersection", set_intersection, 0, -1, 0},         \
      {"difference", set_difference, 0, -1, 0}, {"symmetric_difference", set_symmetric_difference, 1, 1, 0},         \
      {"issubset", set_issubset, 1, 1, 0}, {"issuperset", set_issuperset, 1, 1, 0},                                  \
      {"isdisjoint", set_isdisjoint, 1, 1, 0}, {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS}

static const RtMethodDef set_methods[] = {
    COMMON_METHODS,
    {"add", set_add, 1, 1, 0},
    {"discard", set_discard, 1, 1, 0},
    {"remove", set_remove, 1, 1, 0},
    {"pop", set_pop, 0, 0, 0},
    {"clear", set_clear, 0, 0, 0},
    {"update", set_update, 0, -1, 0},
    {"intersection_update", set_intersection_update, 0, -1, 0},
    {"difference_update", set_difference_update, 0, -1, 0},
    {"symmetric_difference_update", set_symmetric_difference_update, 1, 1, 0},
    {"__init__", set_init, 0, -1, RT_METHOD_KEYWORDS},
    {NULL, NULL, 0, 0, 0},
};

static const RtMethodDef frozenset_methods[] = {COMMON_METHODS, {NULL, NULL, 0, 0, 0}};

RtType rt_type_set = {
    .head = RT_STATIC_HEAD,
    .name = "set",
    .flags = RT_TYPE_SET | RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE,
    .instance_size = sizeof(RtSet),
    .base = &rt_type_object,
    .dealloc = set_dealloc,
    .traverse = set_traverse,
    .clear = set_drop,
    .repr = set_repr,
    .iter = rt_set_iterator,
    .compare = set_compare,
    .truth = set_truth,
    .length = set_length,
    .contains = set_contains,
    .binary = {[RT_OR] = set_or, [RT_AND] = set_and, [RT_SUB] = set_sub, [RT_XOR] = set_xor},
    .inplace = {[RT_OR] = set_inplace_or, [RT_AND] = set_inplace_and, [RT_SUB] = set_inplace_sub, [RT_XOR] = set_inplace_xor},
    .construct = set_construct,
    .methods = set_methods,
};

RtType rt_type_frozenset = {
    .head = RT_STATIC_HEAD,
    .name = "frozenset",
    .flags = RT_TYPE_SET | RT_TYPE_CYCLIC,
    .instance_size = sizeof(RtSet),
    .base = &rt_type_object,
    .dealloc = set_dealloc,
    .traverse = set_traverse,
    .clear = set_drop,
    .repr = set_repr,
    .iter = rt_set_iterator,
    .hash = frozenset_hash,
    .compare = set_compare,
    .truth = set_truth,
    .length = set_length,
    .contains = set_contains,
    .binary = {[RT_OR] = set_or, [RT_AND] = set_and, [RT_SUB] = set_sub, [RT_XOR] = set_xor},
    .construct = frozenset_construct,
    .methods = frozenset_methods,
};
