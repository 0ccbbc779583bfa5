/*
 * Lists in four storage kinds: making, growing, reading, writing, the ends. Elements that fit no raw kind turn the list
 * into one of RtValues (rt_list_generalise); it never turns back unless it becomes empty.
 */
#include "list.h"

/* A NaN object keeps its identity, by which containers find it: it doesn't go into a FLOAT list. */
int64_t rt_list_kind_of(RtValue v) {
  if (rt_is_small(v)) return RT_LIST_INT;
  const RtType *type = rt_object(v)->type;
  if (type == &rt_type_float) return ((RtFloat *)rt_object(v))->value == ((RtFloat *)rt_object(v))->value ? RT_LIST_FLOAT : RT_LIST_VALUE;
  if (type == &rt_type_bool) return RT_LIST_BOOL;
  int64_t i;
  return type == &rt_type_int && rt_int_to_i64(v, &i) == 1 ? RT_LIST_INT : RT_LIST_VALUE;
}

static inline int64_t raw_int(RtValue v) {
  if (rt_is_small(v)) return rt_small(v);
  int64_t i = 0;
  rt_int_to_i64(v, &i);
  return i;
}

RtList *rt_list_new_kind(int64_t kind, int64_t capacity) {
  assert(kind >= RT_LIST_VALUE && kind <= RT_LIST_BOOL);
  RtList *list = rt_alloc(&rt_type_list, sizeof(RtList));
  if (!list) return NULL;
  list->kind = kind;
  if (capacity > 0 && rt_list_reserve(list, capacity) < 0) {
    rt_decref_object(list);
    return NULL;
  }
  return list;
}

RtList *rt_list_new(int64_t capacity) { return rt_list_new_kind(RT_LIST_VALUE, capacity); }

static int resize(RtList *list, int64_t capacity) {
  if (capacity > RT_LENGTH_MAX) {
    rt_raise_memory();
    return -1;
  }
  if (list->kind == RT_LIST_BOOL) capacity = (capacity + 7) & ~(int64_t)7;
  int64_t unit = rt_list_unit(list->kind);
  void *items = list->items.any ? rt_buffer_realloc(list->items.any, (uint64_t)(list->capacity * unit), (uint64_t)(capacity * unit))
                                : rt_buffer_alloc((uint64_t)(capacity * unit));
  if (!items) return -1;
  list->items.any = items;
  list->capacity = capacity;
  return 0;
}

int rt_list_reserve(RtList *list, int64_t capacity) { return capacity <= list->capacity ? 0 : resize(list, capacity); }

/* From so many elements on, the memory is pages of its own, and what isn't touched of them costs nothing. */
#define LONG_LIST ((int64_t)1 << 19)

/* Room for `more` elements, growing by half, long lists by their length, so that appending is amortised. */
static int grow(RtList *list, int64_t more) {
  int64_t need = list->length + more;
  if (need <= list->capacity) return 0;
  int64_t roomy = list->capacity + (list->capacity < LONG_LIST ? list->capacity >> 1 : list->capacity) + 4;
  return resize(list, need > roomy ? need : roomy);
}

void rt_list_become(RtList *list, int64_t kind) {
  assert(list->length == 0);
  int64_t from = rt_list_unit(list->kind), to = rt_list_unit(kind);
  list->capacity = list->capacity * from / to;
  list->kind = kind;
}

RtValue rt_list_get(RtList *list, int64_t index) {
  assert(index >= 0 && index < list->length);
  switch (list->kind) {
  case RT_LIST_VALUE: return rt_new_ref(list->items.values[index]);
  case RT_LIST_INT: return rt_int_box(list->items.ints[index]);
  case RT_LIST_FLOAT: return rt_float_new(list->items.floats[index]);
  default: return rt_bool_ref(list->items.bools[index]);
  }
}

int rt_list_generalise(RtList *list) {
  if (list->kind == RT_LIST_VALUE) return 0;
  if (list->length == 0) {
    rt_list_become(list, RT_LIST_VALUE);
    return 0;
  }
  int64_t capacity = list->capacity, length = list->length;
  RtValue *values = rt_buffer_alloc((uint64_t)capacity * sizeof(RtValue));
  if (!values) return -1;
  for (int64_t i = 0; i < length; i++) {
    values[i] = rt_list_get(list, i);
    if (RT_LIKELY(values[i])) continue;
    while (i-- > 0) rt_decref(values[i]);
    rt_buffer_free(values, (uint64_t)capacity * sizeof(RtValue));
    return -1;
  }
  rt_buffer_free(list->items.any, (uint64_t)(capacity * rt_list_unit(list->kind)));
  list->items.values = values;
  list->kind = RT_LIST_VALUE;
  return 0;
}

static inline void put_raw(RtList *list, int64_t index, RtValue v) {
  switch (list->kind) {
  case RT_LIST_INT: list->items.ints[index] = raw_int(v); break;
  case RT_LIST_FLOAT: list->items.floats[index] = ((RtFloat *)rt_object(v))->value; break;
  default: list->items.bools[index] = v == RT_TRUE;
  }
}

/* Makes the list able to hold v: afterwards the kind is VALUE or v's own. */
static inline int admit(RtList *list, RtValue v) {
  if (list->length == 0) {
    int64_t kind = rt_list_kind_of(v);
    if (list->kind != kind) rt_list_become(list, kind);
    return 0;
  }
  if (list->kind == RT_LIST_VALUE || list->kind == rt_list_kind_of(v)) return 0;
  return rt_list_generalise(list);
}

int rt_list_append(RtList *list, RtValue v) {
  if (admit(list, v) < 0 || grow(list, 1) < 0) return -1;
  if (list->kind == RT_LIST_VALUE) list->items.values[list->length] = rt_new_ref(v);
  else put_raw(list, list->length, v);
  list->length++;
  return 0;
}

int rt_list_append_steal(RtList *list, STEAL RtValue v) {
  int result = rt_list_append(list, v);
  rt_decref(v);
  return result;
}

#define APPEND_RAW(list, KIND, field, v, box)                                                                        \
  do {                                                                                                               \
    if (list->length == 0 && list->kind != KIND) rt_list_become(list, KIND);                                         \
    if (RT_UNLIKELY(list->kind != KIND)) {                                                                           \
      RtValue boxed = box;                                                                                           \
      return boxed ? rt_list_append_steal(list, boxed) : -1;                                                         \
    }                                                                                                                \
    if (RT_UNLIKELY(list->length == list->capacity) && grow(list, 1) < 0) return -1;                                 \
    list->items.field[list->length++] = v;                                                                           \
    return 0;                                                                                                        \
  } while (0)

int rt_list_append_int(RtList *list, int64_t v) { APPEND_RAW(list, RT_LIST_INT, ints, v, rt_int_box(v)); }
int rt_list_append_float(RtList *list, double v) { APPEND_RAW(list, RT_LIST_FLOAT, floats, v, rt_float_new(v)); }
int rt_list_append_bool(RtList *list, bool v) { APPEND_RAW(list, RT_LIST_BOOL, bools, v, rt_bool_ref(v)); }

int rt_list_get_int(RtList *list, int64_t index, int64_t *result) {
  assert(index >= 0 && index < list->length);
  if (list->kind == RT_LIST_INT) {
    *result = list->items.ints[index];
    return 1;
  }
  if (list->kind != RT_LIST_VALUE) return 0;
  RtValue v = list->items.values[index];
  return rt_list_kind_of(v) == RT_LIST_INT ? rt_int_to_i64(v, result) : 0;
}

int rt_list_get_float(RtList *list, int64_t index, double *result) {
  assert(index >= 0 && index < list->length);
  if (list->kind == RT_LIST_FLOAT) {
    *result = list->items.floats[index];
    return 1;
  }
  if (list->kind != RT_LIST_VALUE || rt_typeof(list->items.values[index]) != &rt_type_float) return 0;
  *result = ((RtFloat *)rt_object(list->items.values[index]))->value;
  return 1;
}

int rt_list_set(RtList *list, int64_t index, RtValue v) {
  assert(index >= 0 && index < list->length);
  if (list->kind != RT_LIST_VALUE) {
    if (list->kind == rt_list_kind_of(v)) {
      put_raw(list, index, v);
      return 0;
    }
    if (rt_list_generalise(list) < 0) return -1;
  }
  RtValue old = list->items.values[index];
  list->items.values[index] = rt_new_ref(v);
  rt_decref(old);
  return 0;
}

#define SET_RAW(list, KIND, field, index, v, box)                                                                    \
  do {                                                                                                               \
    assert(index >= 0 && index < list->length);                                                                      \
    if (RT_LIKELY(list->kind == KIND)) {                                                                             \
      list->items.field[index] = v;                                                                                  \
      return 0;                                                                                                      \
    }                                                                                                                \
    RtValue boxed = box;                                                                                             \
    if (!boxed) return -1;                                                                                           \
    int result = rt_list_set(list, index, boxed);                                                                    \
    rt_decref(boxed);                                                                                                \
    return result;                                                                                                   \
  } while (0)

int rt_list_set_int(RtList *list, int64_t index, int64_t v) { SET_RAW(list, RT_LIST_INT, ints, index, v, rt_int_box(v)); }
int rt_list_set_float(RtList *list, int64_t index, double v) { SET_RAW(list, RT_LIST_FLOAT, floats, index, v, rt_float_new(v)); }
int rt_list_set_bool(RtList *list, int64_t index, bool v) { SET_RAW(list, RT_LIST_BOOL, bools, index, v, rt_bool_ref(v)); }

RtValue rt_list_getitem_index(RtList *list, int64_t index) {
  if (index < 0) index += list->length;
  if (RT_UNLIKELY((uint64_t)index >= (uint64_t)list->length)) return rt_raise_string(&rt_exc_IndexError, "list index out of range");
  return rt_list_get(list, index);
}

int rt_list_setitem_index(RtList *list, int64_t index, RtValue v) {
  if (index < 0) index += list->length;
  if (RT_LIKELY((uint64_t)index < (uint64_t)list->length)) return rt_list_set(list, index, v);
  rt_raise_string(&rt_exc_IndexError, "list assignment index out of range");
  return -1;
}

int rt_list_delitem_index(RtList *list, int64_t index) {
  if (index < 0) index += list->length;
  if (RT_LIKELY((uint64_t)index < (uint64_t)list->length)) return rt_list_replace(list, index, 1, NULL);
  rt_raise_string(&rt_exc_IndexError, "list assignment index out of range");
  return -1;
}

/* Moves the element at index out of the list: its reference goes to the caller. 0: no memory for the box. */
static RtValue take(RtList *list, int64_t index) {
  RtValue v = list->kind == RT_LIST_VALUE ? list->items.values[index] : rt_list_get(list, index);
  if (RT_UNLIKELY(!v)) return 0;
  char *at = rt_list_at(list, index);
  int64_t unit = rt_list_unit(list->kind);
  memmove(at, at + unit, (size_t)((list->length - index - 1) * unit));
  list->length--;
  return v;
}

RtValue rt_list_pop_last(RtList *list) {
  if (RT_UNLIKELY(list->length == 0)) return rt_raise_string(&rt_exc_IndexError, "pop from empty list");
  if (RT_LIKELY(list->kind == RT_LIST_VALUE)) return list->items.values[--list->length];
  return take(list, list->length - 1);
}

RtValue rt_list_pop(RtList *list, int64_t index) {
  if (list->length == 0) return rt_raise_string(&rt_exc_IndexError, "pop from empty list");
  if (index < 0) index += list->length;
  if ((uint64_t)index >= (uint64_t)list->length) return rt_raise_string(&rt_exc_IndexError, "pop index out of range");
  return take(list, index);
}

int rt_list_insert(RtList *list, int64_t index, RtValue v) {
  if (admit(list, v) < 0 || grow(list, 1) < 0) return -1;
  if (index < 0) index = index + list->length < 0 ? 0 : index + list->length;
  if (index > list->length) index = list->length;
  char *at = rt_list_at(list, index);
  int64_t unit = rt_list_unit(list->kind);
  memmove(at + unit, at, (size_t)((list->length - index) * unit));
  list->length++;
  if (list->kind == RT_LIST_VALUE) list->items.values[index] = rt_new_ref(v);
  else put_raw(list, index, v);
  return 0;
}

/* The list is empty and consistent before any element is released: releasing may run a program's code. */
void rt_list_clear(RtList *list) {
  void *items = list->items.any;
  int64_t length = list->length, size = list->capacity * rt_list_unit(list->kind);
  list->items.any = NULL;
  list->length = list->capacity = 0;
  if (list->kind == RT_LIST_VALUE)
    for (int64_t i = length; i-- > 0;) rt_decref(((RtValue *)items)[i]);
  if (items) rt_buffer_free(items, (uint64_t)size);
}

#define REVERSE(type, field)                                                                                         \
  for (int64_t i = 0, j = list->length - 1; i < j; i++, j--) {                                                       \
    type swap = list->items.field[i];                                                                                \
    list->items.field[i] = list->items.field[j];                                                                     \
    list->items.field[j] = swap;                                                                                     \
  }

void rt_list_reverse(RtList *list) {
  if (list->kind == RT_LIST_BOOL) REVERSE(uint8_t, bools)
  else REVERSE(int64_t, ints)
}

RtList *rt_list_from(const RtValue *items, int64_t length) {
  int64_t kind = length > 0 ? rt_list_kind_of(items[0]) : RT_LIST_VALUE;
  for (int64_t i = 1; i < length && kind != RT_LIST_VALUE; i++)
    if (rt_list_kind_of(items[i]) != kind) kind = RT_LIST_VALUE;
  RtList *list = rt_list_new_kind(kind, length);
  if (!list) return NULL;
  for (int64_t i = 0; i < length; i++) {
    if (kind == RT_LIST_VALUE) list->items.values[i] = rt_new_ref(items[i]);
    else put_raw(list, i, items[i]);
  }
  list->length = length;
  return list;
}

RtTuple *rt_tuple_from_list(RtList *list) {
  int64_t length = list->length;
  RtTuple *tuple = rt_tuple_new(length);
  for (int64_t i = 0; tuple && i < length; i++) {
    tuple->items[i] = rt_list_get(list, i);
    if (tuple->items[i]) continue;
    rt_decref_object(tuple);
    return NULL;
  }
  return tuple;
}
