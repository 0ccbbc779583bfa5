/*
 * Tuples: making, comparing, hashing, repr, methods and the type. The empty tuple is one static object.
 */
#include "tuple.h"
#include "list.h"

static RtTuple empty_tuple = {{RT_IMMORTAL, &rt_type_tuple}, 0};

RtTuple *rt_tuple_new(int64_t length) {
  assert(length >= 0);
  if (length == 0) return RT_NEW_REF(&empty_tuple);
  if (length > RT_LENGTH_MAX) return (RtTuple *)rt_object(rt_raise_memory());
  RtTuple *tuple = rt_alloc(&rt_type_tuple, sizeof(RtTuple) + (uint64_t)length * sizeof(RtValue));
  if (tuple) tuple->length = length;
  return tuple;
}

RtTuple *rt_tuple_from(const RtValue *items, int64_t length) {
  RtTuple *tuple = rt_tuple_new(length);
  for (int64_t i = 0; tuple && i < length; i++) tuple->items[i] = rt_new_ref(items[i]);
  return tuple;
}

RtTuple *rt_tuple_pair(RtValue first, RtValue second) {
  RtValue both[2] = {first, second};
  return rt_tuple_from(both, 2);
}

RtTuple *rt_tuple_pair_steal(RtValue first, RtValue second) {
  RtTuple *pair = first && second ? rt_tuple_new(2) : NULL;
  if (pair) {
    pair->items[0] = first;
    pair->items[1] = second;
    return pair;
  }
  rt_xdecref(first);
  rt_xdecref(second);
  return NULL;
}

RtTuple *rt_tuple_from_iterable(RtValue iterable) {
  const RtType *type = rt_typeof(iterable);
  if (type == &rt_type_tuple) return RT_NEW_REF((RtTuple *)rt_object(iterable));
  if (type == &rt_type_list) return rt_tuple_from_list((RtList *)rt_object(iterable));
  RtList *list = rt_list_from_iterable(iterable);
  if (!list) return NULL;
  RtTuple *tuple = rt_tuple_from_list(list);
  rt_decref_object(list);
  return tuple;
}

RtTuple *rt_tuple_slice(RtTuple *tuple, int64_t start, int64_t step, int64_t count) {
  if (count == tuple->length && step == 1) return RT_NEW_REF(tuple);
  RtTuple *result = rt_tuple_new(count);
  for (int64_t i = 0; result && i < count; i++) result->items[i] = rt_new_ref(tuple->items[start + i * step]);
  return result;
}

RtTuple *rt_tuple_concat(RtTuple *a, RtTuple *b) {
  if (a->length == 0) return RT_NEW_REF(b);
  if (b->length == 0) return RT_NEW_REF(a);
  RtTuple *result = rt_tuple_new(a->length + b->length);
  if (!result) return NULL;
  for (int64_t i = 0; i < a->length; i++) result->items[i] = rt_new_ref(a->items[i]);
  for (int64_t i = 0; i < b->length; i++) result->items[a->length + i] = rt_new_ref(b->items[i]);
  return result;
}

RtTuple *rt_tuple_repeat(RtTuple *tuple, int64_t count) {
  if (count == 1) return RT_NEW_REF(tuple);
  if (count <= 0 || tuple->length == 0) return rt_tuple_new(0);
  if (count > RT_LENGTH_MAX / tuple->length) return (RtTuple *)rt_object(rt_raise_memory());
  RtTuple *result = rt_tuple_new(tuple->length * count);
  if (!result) return NULL;
  for (int64_t i = 0, k = 0; i < count; i++)
    for (int64_t j = 0; j < tuple->length; j++) result->items[k++] = rt_new_ref(tuple->items[j]);
  return result;
}

RtValue rt_tuple_getitem_index(RtTuple *tuple, int64_t index) {
  if (index < 0) index += tuple->length;
  if (RT_LIKELY((uint64_t)index < (uint64_t)tuple->length)) return rt_new_ref(tuple->items[index]);
  return rt_raise_string(&rt_exc_IndexError, "tuple index out of range");
}

/* CPython's own: xxHash (Yann Collet) on the hashes of the items. */
int64_t rt_tuple_hash(RtTuple *tuple) {
  const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
  uint64_t hash = prime5;
  if (rt_check_stack() < 0) return -1;
  for (int64_t i = 0; i < tuple->length; i++) {
    int64_t lane = rt_hash(tuple->items[i]);
    if (lane == -1) return -1;
    hash += (uint64_t)lane * prime2;
    hash = (hash << 31) | (hash >> 33);
    hash *= prime1;
  }
  hash += (uint64_t)tuple->length ^ (prime5 ^ 3527539u);
  return hash == UINT64_MAX ? 1546275796 : (int64_t)hash;
}

static int64_t first_difference(RtTuple *a, RtTuple *b) {
  int64_t i = 0;
  for (; i < a->length && i < b->length; i++) {
    if (a->items[i] == b->items[i]) continue;
    int equal = rt_equal(a->items[i], b->items[i]);
    if (equal < 0) return -1;
    if (!equal) break;
  }
  return i;
}

int rt_tuple_equal(RtTuple *a, RtTuple *b) {
  if (a == b) return 1;
  if (a->length != b->length) return 0;
  if (rt_check_stack() < 0) return -1;
  int64_t i = first_difference(a, b);
  return i < 0 ? -1 : i == a->length;
}

static RtValue tuple_compare(RtValue left, RtValue right, RtCmp op) {
  if (!rt_is_tuple(left) || !rt_is_tuple(right)) return rt_notimplemented();
  RtTuple *a = rt_tuple_of(left), *b = rt_tuple_of(right);
  if (op == RT_EQ || op == RT_NE) {
    int equal = rt_tuple_equal(a, b);
    return equal < 0 ? 0 : rt_bool_ref(equal == (op == RT_EQ));
  }
  if (rt_check_stack() < 0) return 0;
  int64_t i = first_difference(a, b);
  if (i < 0) return 0;
  if (i < a->length && i < b->length) return rt_compare(a->items[i], b->items[i], op);
  return rt_bool_ref(rt_order_holds(rt_sign(a->length, b->length), op));
}

static int write_items(RtWriter *writer, const RtTuple *tuple) {
  int result = rt_writer_char(writer, '(');
  for (int64_t i = 0; result == 0 && i < tuple->length; i++) {
    if (i > 0) result = rt_writer_ascii(writer, ", ", 2);
    if (result == 0) result = rt_writer_repr(writer, tuple->items[i]);
  }
  return result < 0 ? -1 : rt_writer_ascii(writer, tuple->length == 1 ? ",)" : ")", -1);
}

static RtValue tuple_repr(RtValue v) {
  RtTuple *tuple = rt_tuple_of(v);
  if (tuple->length == 0) return rt_value(rt_str_from_utf8("()", 2));
  int inside = rt_repr_enter(rt_value(tuple));
  if (inside) return inside < 0 ? 0 : rt_value(rt_str_from_utf8("(...)", 5));
  RtWriter writer;
  rt_writer_init(&writer);
  int result = rt_check_stack() < 0 ? -1 : write_items(&writer, tuple);
  rt_repr_leave(rt_value(tuple));
  if (result == 0) return rt_value(rt_writer_finish(&writer));
  rt_writer_drop(&writer);
  return 0;
}

static int tuple_contains(RtValue v, RtValue item) {
  RtTuple *tuple = rt_tuple_of(v);
  for (int64_t i = 0; i < tuple->length; i++) {
    int equal = rt_equal(tuple->items[i], item);
    if (equal != 0) return equal;
  }
  return 0;
}

static RtValue tuple_getitem(RtValue v, RtValue key) {
  RtTuple *tuple = rt_tuple_of(v);
  int64_t start, stop, step, count;
  if (rt_is_small(key)) return rt_tuple_getitem_index(tuple, rt_small(key));
  if (rt_typeof(key) == &rt_type_slice) {
    if (rt_slice_indices((RtSlice *)rt_object(key), tuple->length, &start, &stop, &step, &count) < 0) return 0;
    return rt_value(rt_tuple_slice(tuple, start, step, count));
  }
  if (!rt_has_index(key)) return rt_raise_type_of("tuple indices must be integers or slices, not %s", key);
  return rt_index(key, &start, false) < 0 ? 0 : rt_tuple_getitem_index(tuple, start);
}

static RtValue tuple_add(RtValue a, RtValue b) {
  if (!rt_is_tuple(a) || !rt_is_tuple(b)) return rt_notimplemented();
  return rt_value(rt_tuple_concat(rt_tuple_of(a), rt_tuple_of(b)));
}

static RtValue tuple_mul(RtValue a, RtValue b) {
  RtValue tuple = rt_is_tuple(a) ? a : b, other = tuple == a ? b : a;
  int64_t count;
  if (!rt_has_index(other)) return rt_notimplemented();
  return rt_repeat_count(other, &count) < 0 ? 0 : rt_value(rt_tuple_repeat(rt_tuple_of(tuple), count));
}

RT_METHOD(tuple_index) {
  RtTuple *tuple = rt_tuple_of(self);
  int64_t start = 0, stop = tuple->length;
  if (nargs > 1 && rt_slice_bound(args[1], tuple->length, &start) < 0) return 0;
  if (nargs > 2 && rt_slice_bound(args[2], tuple->length, &stop) < 0) return 0;
  for (int64_t i = start; i < stop && i < tuple->length; i++) {
    int equal = rt_equal(tuple->items[i], args[0]);
    if (equal != 0) return equal < 0 ? 0 : rt_from_small(i);
  }
  return rt_raise_string(&rt_exc_ValueError, "tuple.index(x): x not in tuple");
}

RT_METHOD(tuple_count) {
  RtTuple *tuple = rt_tuple_of(self);
  int64_t count = 0;
  for (int64_t i = 0; i < tuple->length; i++) {
    int equal = rt_equal(tuple->items[i], args[0]);
    if (equal < 0) return 0;
    count += equal;
  }
  return rt_from_small(count);
}

RT_METHOD(tuple_getnewargs) { return rt_value(rt_tuple_from((RtValue[]){rt_value(rt_tuple_of(self))}, 1)); }

RT_METHOD(tuple_construct) {
  if (rt_object(self) == (RtObject *)&rt_type_tuple && rt_no_keywords("tuple", kwnames) < 0) return 0;
  if (rt_count_args("tuple", nargs, 0, 1) < 0) return 0;
  return rt_plain_or_instance(self, &rt_type_tuple, nargs ? rt_tuple_from_iterable(args[0]) : rt_tuple_new(0));
}

static int tuple_truth(RtValue v) { return rt_tuple_of(v)->length != 0; }
static int64_t tuple_length(RtValue v) { return rt_tuple_of(v)->length; }
static int64_t tuple_hash(RtValue v) { return rt_tuple_hash(rt_tuple_of(v)); }

static void tuple_dealloc(RtObject *object) {
  RtTuple *tuple = (RtTuple *)object;
  int64_t length = tuple->length;
  for (int64_t i = length; i-- > 0;) rt_xdecref(tuple->items[i]);
  rt_free_object(object, sizeof(RtTuple) + (uint64_t)length * sizeof(RtValue));
}

static void tuple_traverse(RtObject *object, RtVisit visit, void *context) {
  RtTuple *tuple = (RtTuple *)object;
  for (int64_t i = 0; i < tuple->length; i++)
    if (tuple->items[i] && !rt_is_small(tuple->items[i])) visit(rt_object(tuple->items[i]), context);
}

static const RtMethodDef tuple_methods[] = {
    {"index", tuple_index, 1, 3, 0},
    {"count", tuple_count, 1, 1, 0},
    {"__getnewargs__", tuple_getnewargs, 0, 0, 0},
    {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_tuple = {
    .head = RT_STATIC_HEAD,
    .name = "tuple",
    .flags = RT_TYPE_TUPLE | RT_TYPE_CYCLIC,
    .instance_size = sizeof(RtTuple),
    .base = &rt_type_object,
    .dealloc = tuple_dealloc,
    .traverse = tuple_traverse,
    .repr = tuple_repr,
    .iter = rt_tuple_iterator,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .truth = tuple_truth,
    .length = tuple_length,
    .getitem = tuple_getitem,
    .contains = tuple_contains,
    .binary = {[RT_ADD] = tuple_add, [RT_MUL] = tuple_mul},
    .construct = tuple_construct,
    .methods = tuple_methods,
};
