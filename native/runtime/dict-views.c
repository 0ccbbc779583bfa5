/*
 * Dicts: iterators, and the views keys(), values(), items() with their set operations.
 */
#include "dict.h"
#include "dict-kinds.h"
#include "iterator.h"
#include "mapping-proxy.h"
#include "set.h"
#include "tuple.h"

typedef enum Part { KEYS, VALUES, ITEMS } Part;

typedef struct View {
  RtObject head;
  RtDict *dict;
} View;

typedef struct Iterator {
  RtObject head;
  RtDict *dict; /* NULL: exhausted */
  int64_t position, length /* of the dict at the start; -1: it changed */, left;
  RtTuple *pair; /* items: given out again while nobody else holds it */
} Iterator;

static RtType iterator_types[3], reverse_types[3];
static RtType *const view_types[3] = {&rt_type_dict_keys, &rt_type_dict_values, &rt_type_dict_items};

/* The views of ordered dicts have types of their own, which derive from those of all other views. */
static const RtType *kind_of(RtValue v) {
  const RtType *type = rt_typeof(v);
  return type->base && type->base != &rt_type_object ? type->base : type;
}

static Part part_of(RtValue v) {
  const RtType *type = kind_of(v);
  for (int part = KEYS; part < ITEMS; part++)
    if (type == view_types[part] || type == &iterator_types[part] || type == &reverse_types[part]) return part;
  return ITEMS;
}

static RtDict *dict_of(RtValue view) { return ((View *)rt_object(view))->dict; }

/* ---- iterators ---- */

static RtValue new_iterator(RtDict *dict, RtType *type, bool reverse) {
  Iterator *iterator = rt_alloc(type, sizeof(Iterator));
  if (!iterator) return 0;
  iterator->dict = RT_NEW_REF(dict);
  iterator->length = iterator->left = dict->length;
  iterator->position = reverse ? dict->used - 1 : 0;
  return rt_value(iterator);
}

static void finish(Iterator *iterator) {
  RtDict *dict = iterator->dict;
  iterator->dict = NULL;
  if (dict) rt_decref_object(dict);
}

static RtValue give_pair(Iterator *iterator, const RtDictEntry *entry) {
  RtTuple *pair = iterator->pair;
  if (!pair || pair->head.refcount != 1) {
    RtTuple *fresh = rt_tuple_pair(entry->key, entry->value);
    if (!fresh) return 0;
    iterator->pair = RT_NEW_REF(fresh);
    if (pair) rt_decref_object(pair);
    return rt_value(fresh);
  }
  RtValue key = pair->items[0], value = pair->items[1];
  pair->items[0] = rt_new_ref(entry->key);
  pair->items[1] = rt_new_ref(entry->value);
  rt_incref_object(pair);
  rt_decref(key);
  rt_decref(value);
  return rt_value(pair);
}

static RtValue give(Iterator *iterator, const RtDictEntry *entry, Part part) {
  iterator->left--;
  if (part == ITEMS) return give_pair(iterator, entry);
  return rt_new_ref(part == KEYS ? entry->key : entry->value);
}

static RtValue raise_changed(Iterator *iterator, const char *what) {
  if (iterator->dict->length != iterator->length) iterator->length = -1;
  rt_raise_format(&rt_exc_RuntimeError, "dictionary %s during iteration", what);
  return 0;
}

static inline RtValue next_forward(Iterator *iterator, Part part) {
  RtDict *dict = iterator->dict;
  if (!dict) return 0;
  if (RT_UNLIKELY(dict->length != iterator->length)) return raise_changed(iterator, "changed size");
  int64_t i = iterator->position;
  while (i < dict->used && !dict->entries[i].key) i++;
  if (i >= dict->used) return finish(iterator), 0;
  if (RT_UNLIKELY(iterator->left == 0)) {
    raise_changed(iterator, "keys changed");
    return finish(iterator), 0;
  }
  iterator->position = i + 1;
  return give(iterator, &dict->entries[i], part);
}

static inline RtValue next_backward(Iterator *iterator, Part part) {
  RtDict *dict = iterator->dict;
  if (!dict) return 0;
  if (RT_UNLIKELY(dict->length != iterator->length)) return raise_changed(iterator, "changed size");
  int64_t i = iterator->position < dict->used ? iterator->position : dict->used - 1;
  while (i >= 0 && !dict->entries[i].key) i--;
  if (i < 0) return finish(iterator), 0;
  if (RT_UNLIKELY(iterator->left == 0)) {
    raise_changed(iterator, "keys changed");
    return finish(iterator), 0;
  }
  iterator->position = i - 1;
  return give(iterator, &dict->entries[i], part);
}

static RtValue next_key(RtValue v) { return next_forward((Iterator *)rt_object(v), KEYS); }
static RtValue next_value(RtValue v) { return next_forward((Iterator *)rt_object(v), VALUES); }
static RtValue next_item(RtValue v) { return next_forward((Iterator *)rt_object(v), ITEMS); }
static RtValue previous_key(RtValue v) { return next_backward((Iterator *)rt_object(v), KEYS); }
static RtValue previous_value(RtValue v) { return next_backward((Iterator *)rt_object(v), VALUES); }
static RtValue previous_item(RtValue v) { return next_backward((Iterator *)rt_object(v), ITEMS); }
static RtValue itself(RtValue v) { return rt_new_ref(v); }

static void iterator_dealloc(RtObject *object) {
  Iterator *iterator = (Iterator *)object;
  finish(iterator);
  if (iterator->pair) rt_decref_object(iterator->pair);
  rt_free_object(object, sizeof(Iterator));
}

static void iterator_traverse(RtObject *object, RtVisit visit, void *context) {
  Iterator *iterator = (Iterator *)object;
  if (iterator->dict) visit(&iterator->dict->head, context);
  if (iterator->pair) visit(&iterator->pair->head, context);
}

RT_METHOD(iterator_hint) {
  Iterator *iterator = (Iterator *)rt_object(self);
  return rt_from_small(iterator->dict && iterator->dict->length == iterator->length ? iterator->left : 0);
}

/* The items that are left, without taking them. */
RT_METHOD(iterator_reduce) {
  Iterator *iterator = (Iterator *)rt_object(self), *copy = rt_alloc(iterator->head.type, sizeof(Iterator));
  if (!copy) return 0;
  copy->dict = iterator->dict ? RT_NEW_REF(iterator->dict) : NULL;
  copy->position = iterator->position, copy->length = iterator->length, copy->left = iterator->left;
  RtList *left = rt_list_from_iterable(rt_value(copy));
  rt_decref_object(copy);
  RtValue result = left ? rt_iterator_reduced(0, rt_value(left), 0) : 0;
  rt_xdecref(rt_value(left));
  return result;
}

static const RtMethodDef iterator_methods[] = {
    {"__length_hint__", iterator_hint, 0, 0, 0}, {"__reduce__", iterator_reduce, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

#define ITERATOR_TYPE(text, next_function)                                                                           \
  {.head = RT_STATIC_HEAD, .name = text, .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,                              \
   .instance_size = sizeof(Iterator), .base = &rt_type_object, .dealloc = iterator_dealloc,                          \
   .traverse = iterator_traverse, .iter = itself, .next = next_function, .methods = iterator_methods}

static RtType iterator_types[3] = {
    ITERATOR_TYPE("dict_keyiterator", next_key),
    ITERATOR_TYPE("dict_valueiterator", next_value),
    ITERATOR_TYPE("dict_itemiterator", next_item),
};
static RtType reverse_types[3] = {
    ITERATOR_TYPE("dict_reversekeyiterator", previous_key),
    ITERATOR_TYPE("dict_reversevalueiterator", previous_value),
    ITERATOR_TYPE("dict_reverseitemiterator", previous_item),
};

RtValue rt_dict_key_iterator(RtValue dict) { return new_iterator(rt_dict_of(dict), &iterator_types[KEYS], false); }
RtValue rt_dict_reverse_key_iterator(RtValue dict) { return new_iterator(rt_dict_of(dict), &reverse_types[KEYS], true); }

/* ---- views ---- */

static RtType *ordered_type(Part part);

static RtValue new_view(RtValue of, Part part) {
  RtDict *dict = rt_dict_of(of);
  bool ordered = dict->head.type->flags & RT_TYPE_ORDERED;
  View *view = rt_alloc(ordered ? RT_ONLY_WITH(rt_type_ordereddict, ordered_type)(part) : view_types[part], sizeof(View));
  if (view) view->dict = RT_NEW_REF(dict);
  return rt_value(view);
}

RtValue rt_dict_keys(RtValue dict) { return new_view(dict, KEYS); }
RtValue rt_dict_values(RtValue dict) { return new_view(dict, VALUES); }
RtValue rt_dict_items(RtValue dict) { return new_view(dict, ITEMS); }

static RtValue view_iter(RtValue v) { return new_iterator(dict_of(v), &iterator_types[part_of(v)], false); }
RT_METHOD(view_reversed) { return new_iterator(dict_of(self), &reverse_types[part_of(self)], true); }
static int64_t view_length(RtValue v) { return dict_of(v)->length; }
static int keys_contains(RtValue v, RtValue key) { return rt_dict_contains(dict_of(v), key); }

static int items_contains(RtValue v, RtValue item) {
  if (!rt_is_tuple(item) || rt_tuple_of(item)->length != 2) return 0;
  RtTuple *pair = rt_tuple_of(item);
  RtValue value = rt_dict_get(dict_of(v), pair->items[0]);
  if (!value) return rt_pending ? -1 : 0;
  rt_incref(value);
  int equal = rt_equal(value, pair->items[1]);
  rt_decref(value);
  return equal;
}

static RtValue view_repr(RtValue v) {
  int inside = rt_repr_enter(v);
  if (inside) return inside < 0 ? 0 : rt_value(rt_str_from_utf8("...", 3));
  RtList *list = rt_list_from_iterable(v);
  RtWriter writer;
  rt_writer_init(&writer);
  int result = list ? 0 : -1;
  if (result == 0) result = rt_writer_ascii(&writer, rt_typeof(v)->name, -1);
  if (result == 0) result = rt_writer_char(&writer, '(');
  if (result == 0) result = rt_writer_repr(&writer, rt_value(list));
  if (result == 0) result = rt_writer_char(&writer, ')');
  if (list) rt_decref_object(list);
  rt_repr_leave(v);
  if (result == 0) return rt_value(rt_writer_finish(&writer));
  rt_writer_drop(&writer);
  return 0;
}

static bool is_set_view(RtValue v) { return kind_of(v) == &rt_type_dict_keys || kind_of(v) == &rt_type_dict_items; }
static bool is_set_like(RtValue v) { return rt_is_set(v) || is_set_view(v); }

/* Is every member of a in b? */
static int all_inside(RtValue a, RtValue b) {
  RtValue iterator = rt_iter(a);
  if (!iterator) return -1;
  int inside = 1;
  for (RtValue item; inside > 0 && (item = rt_next(iterator)); rt_decref(item)) inside = rt_contains(b, item);
  rt_decref(iterator);
  return rt_pending ? -1 : inside;
}

static RtValue view_compare(RtValue a, RtValue b, RtCmp op) {
  if (!is_set_view(a) || !is_set_like(b)) return rt_notimplemented();
  int64_t length = rt_len(a), other = rt_len(b);
  int result;
  switch (op) {
  case RT_EQ:
  case RT_NE:
    result = length == other ? all_inside(a, b) : 0;
    if (result >= 0 && op == RT_NE) result = !result;
    break;
  case RT_LT: result = length < other ? all_inside(a, b) : 0; break;
  case RT_LE: result = length <= other ? all_inside(a, b) : 0; break;
  case RT_GT: result = length > other ? all_inside(b, a) : 0; break;
  default: result = length >= other ? all_inside(b, a) : 0;
  }
  return result < 0 ? 0 : rt_bool_ref(result);
}

static RtSet *to_set(RtValue v) {
  return rt_set_from_iterable(&rt_type_set, kind_of(v) == &rt_type_dict_keys ? rt_value(dict_of(v)) : v);
}

static RtValue changed_copy(RtValue a, RtValue b, int (*change)(RtSet *, RtValue)) {
  RtSet *set = to_set(a);
  if (!set || change(set, b) == 0) return rt_value(set);
  rt_decref_object(set);
  return 0;
}

static RtValue view_or(RtValue a, RtValue b) { return changed_copy(a, b, rt_set_update); }
static RtValue view_sub(RtValue a, RtValue b) { return changed_copy(a, b, rt_set_difference_update); }
static RtValue view_xor(RtValue a, RtValue b) { return changed_copy(a, b, rt_set_symmetric_difference_update); }

static RtValue view_and(RtValue a, RtValue b) {
  if (!is_set_view(a)) {
    RtValue swap = a;
    a = b;
    b = swap;
  }
  if (rt_typeof(b) == &rt_type_set && rt_len(a) <= rt_len(b)) return rt_value(rt_set_intersection(rt_set_of(b), a));
  if (is_set_view(b) && rt_len(b) > rt_len(a)) {
    RtValue swap = a;
    a = b;
    b = swap;
  }
  RtSet *result = rt_set_new(&rt_type_set);
  RtValue iterator = result ? rt_iter(b) : 0;
  int inside = iterator ? 0 : -1;
  for (RtValue item; inside >= 0 && (item = rt_next(iterator)); rt_decref(item)) {
    inside = kind_of(a) == &rt_type_dict_keys ? keys_contains(a, item) : items_contains(a, item);
    if (inside > 0) inside = rt_set_add(result, item);
  }
  rt_xdecref(iterator);
  if (!rt_pending) return rt_value(result);
  if (result) rt_decref_object(result);
  return 0;
}

RT_METHOD(view_isdisjoint) {
  RtValue iterator = rt_iter(args[0]);
  int inside = iterator ? 0 : -1;
  for (RtValue item; inside == 0 && (item = rt_next(iterator)); rt_decref(item)) inside = rt_contains(self, item);
  rt_xdecref(iterator);
  return rt_pending ? 0 : rt_bool_ref(!inside);
}

static void view_dealloc(RtObject *object) {
  rt_decref_object(((View *)object)->dict);
  rt_free_object(object, sizeof(View));
}

static void view_traverse(RtObject *object, RtVisit visit, void *context) { visit(&((View *)object)->dict->head, context); }

RT_METHOD(view_mapping) { return rt_mapping_proxy_new(rt_new_ref(rt_value(dict_of(self)))); }

static const RtMethodDef set_view_methods[] = {
    {"mapping", view_mapping, 0, 0, RT_METHOD_GETTER},
    {"isdisjoint", view_isdisjoint, 1, 1, 0},
    {"__reversed__", view_reversed, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};
static const RtMethodDef values_methods[] = {
    {"mapping", view_mapping, 0, 0, RT_METHOD_GETTER},
    {"__reversed__", view_reversed, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

#define VIEW_COMMON                                                                                                  \
  .head = RT_STATIC_HEAD, .instance_size = sizeof(View), .dealloc = view_dealloc,                                    \
  .traverse = view_traverse, .repr = view_repr, .iter = view_iter, .length = view_length
#define VIEW_ALGEBRA                                                                                                 \
  .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS | RT_TYPE_UNHASHABLE, .compare = view_compare, .methods = set_view_methods, \
  .binary = {[RT_OR] = view_or, [RT_AND] = view_and, [RT_SUB] = view_sub, [RT_XOR] = view_xor}

#define KEYS_TYPE VIEW_COMMON, VIEW_ALGEBRA, .contains = keys_contains
#define ITEMS_TYPE VIEW_COMMON, VIEW_ALGEBRA, .contains = items_contains
#define VALUES_TYPE VIEW_COMMON, .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS, .methods = values_methods
RtType rt_type_dict_keys = {KEYS_TYPE, .name = "dict_keys", .base = &rt_type_object};
RtType rt_type_dict_items = {ITEMS_TYPE, .name = "dict_items", .base = &rt_type_object};
RtType rt_type_dict_values = {VALUES_TYPE, .name = "dict_values", .base = &rt_type_object};
static RtType ordered_types[3] = {{KEYS_TYPE, .name = "odict_keys", .base = &rt_type_dict_keys},
                                  {VALUES_TYPE, .name = "odict_values", .base = &rt_type_dict_values},
                                  {ITEMS_TYPE, .name = "odict_items", .base = &rt_type_dict_items}};
static RtType *ordered_type(Part part) { return &ordered_types[part]; }

/* ---- for compiled code that keeps the state of an iteration in registers ---- */

int64_t rt_dict_cursor(RtDict *dict, int64_t position, int64_t length, int64_t left) {
  if (RT_UNLIKELY(dict->length != length)) {
    rt_raise_format(&rt_exc_RuntimeError, "dictionary changed size during iteration");
    return -1;
  }
  while (position < dict->used && !dict->entries[position].key) position++;
  if (RT_UNLIKELY(left == 0 && position < dict->used)) {
    rt_raise_format(&rt_exc_RuntimeError, "dictionary keys changed during iteration");
    return -1;
  }
  return position;
}

RtValue rt_dict_iterator_at(RtDict *dict, int64_t part, int64_t position, int64_t length, int64_t left) {
  RtValue result = new_iterator(dict, &iterator_types[part], false);
  if (!result) return 0;
  Iterator *iterator = (Iterator *)rt_object(result);
  iterator->position = position;
  iterator->length = length;
  iterator->left = left;
  return result;
}
