/*
 * collections.deque: a ring of values. Item i stands in ring[(first + i) & mask]; the ring's size is a power of two, or there is none yet.
 * `state` grows with each change of the length: iterators compare it.
 */
#include "deque.h"
#include "call.h"
#include "iterator.h"
#include "tuple.h"

#define DEQUE(v) ((Deque *)rt_plain(v, &rt_type_deque))
static const char index_error[] = "deque index out of range";

static inline RtValue *place(Deque *d, int64_t i) { return &d->ring[(d->first + i) & (d->capacity - 1)]; }

static int grow(Deque *d) {
  int64_t capacity = d->capacity ? d->capacity * 2 : 8;
  RtValue *ring = capacity > RT_LENGTH_MAX ? NULL : rt_buffer_alloc((size_t)capacity * sizeof(RtValue));
  if (!ring) return rt_pending ? -1 : (rt_raise_memory(), -1);
  for (int64_t i = 0; i < d->length; i++) ring[i] = *place(d, i);
  if (d->ring) rt_buffer_free(d->ring, (size_t)d->capacity * sizeof(RtValue));
  d->ring = ring;
  d->capacity = capacity;
  d->first = 0;
  return 0;
}

static RtValue take_first(Deque *d) {
  RtValue v = *place(d, 0);
  d->first = (d->first + 1) & (d->capacity - 1);
  d->length--, d->state++;
  return v;
}

static RtValue take_last(Deque *d) {
  d->length--, d->state++;
  return *place(d, d->length);
}

static int push_last(Deque *d, STEAL RtValue v) {
  if (d->maxlen == 0) return rt_decref(v), 0;
  if (d->length == d->maxlen) rt_decref(take_first(d));
  if (d->length == d->capacity && grow(d) < 0) return rt_decref(v), -1;
  *place(d, d->length++) = v;
  d->state++;
  return 0;
}

static int push_first(Deque *d, STEAL RtValue v) {
  if (d->maxlen == 0) return rt_decref(v), 0;
  if (d->length == d->maxlen) rt_decref(take_last(d));
  if (d->length == d->capacity && grow(d) < 0) return rt_decref(v), -1;
  d->first = (d->first - 1) & (d->capacity - 1);
  d->ring[d->first] = v;
  d->length++, d->state++;
  return 0;
}

static void empty(Deque *d) {
  Deque old = *d;
  d->ring = NULL;
  d->length = d->capacity = d->first = 0;
  d->state++;
  for (int64_t i = 0; i < old.length; i++) rt_decref(*place(&old, i));
  if (old.ring) rt_buffer_free(old.ring, (size_t)old.capacity * sizeof(RtValue));
}

static Deque *new_deque(int64_t maxlen) {
  Deque *d = rt_alloc(&rt_type_deque, sizeof *d);
  if (d) d->maxlen = maxlen;
  return d;
}

static int extend(Deque *d, RtValue iterable, int (*push)(Deque *, STEAL RtValue)) {
  if (!rt_is_small(iterable) && rt_base_value(iterable) == rt_value(d)) { /* of itself: what it holds now */
    RtTuple *now = rt_tuple_from_iterable(iterable);
    int status = now ? extend(d, rt_value(now), push) : -1;
    if (now) rt_decref_object(now);
    return status;
  }
  RtValue iterator = rt_iter(iterable);
  if (!iterator) return -1;
  int status = 0;
  for (RtValue item; status == 0 && (item = rt_next(iterator));) status = push(d, item);
  rt_decref(iterator);
  return rt_pending ? -1 : status;
}

static int parse_maxlen(RtValue v, int64_t *maxlen) {
  *maxlen = -1;
  if (!v || rt_is_none(v)) return 0;
  if (!rt_is_int(v)) return rt_raise_string(&rt_exc_TypeError, "an integer is required"), -1;
  if (rt_index_argument(v, maxlen) < 0) return -1;
  return *maxlen < 0 ? rt_raise_string(&rt_exc_ValueError, "maxlen must be non-negative"), -1 : 0;
}

RT_METHOD(deque_construct) {
  static const char *const names[] = {"iterable", "maxlen", NULL};
  RtValue given[2] = {0, 0};
  int64_t maxlen;
  if (rt_parse_args("deque", names, 0, 0, args, nargs, kwnames, given) < 0 || parse_maxlen(given[1], &maxlen) < 0) return 0;
  Deque *d = new_deque(maxlen);
  if (d && given[0] && extend(d, given[0], push_last) < 0) {
    rt_decref_object(d);
    return 0;
  }
  return rt_plain_or_instance(self, &rt_type_deque, d);
}

static Deque *copy_of(Deque *from) {
  Deque *d = new_deque(from->maxlen);
  for (int64_t i = 0; d && i < from->length; i++) {
    if (push_last(d, rt_new_ref(*place(from, i))) == 0) continue;
    rt_decref_object(d);
    return NULL;
  }
  return d;
}

/* ---- methods ---- */

RT_METHOD(deque_append) { return push_last(DEQUE(self), rt_new_ref(args[0])) < 0 ? 0 : rt_none(); }
RT_METHOD(deque_appendleft) { return push_first(DEQUE(self), rt_new_ref(args[0])) < 0 ? 0 : rt_none(); }
RT_METHOD(deque_extend) { return extend(DEQUE(self), args[0], push_last) < 0 ? 0 : rt_none(); }
RT_METHOD(deque_extendleft) { return extend(DEQUE(self), args[0], push_first) < 0 ? 0 : rt_none(); }
RT_METHOD(deque_clear) { return empty(DEQUE(self)), rt_none(); }
static RtValue no_items(void) { return rt_raise_string(&rt_exc_IndexError, "pop from an empty deque"); }
RT_METHOD(deque_pop) { return DEQUE(self)->length ? take_last(DEQUE(self)) : no_items(); }
RT_METHOD(deque_popleft) { return DEQUE(self)->length ? take_first(DEQUE(self)) : no_items(); }
RT_METHOD(deque_maxlen) { return DEQUE(self)->maxlen < 0 ? rt_none() : rt_int_box(DEQUE(self)->maxlen); }

RT_METHOD(deque_copy) {
  if (rt_typeof(self) == &rt_type_deque) return rt_value(copy_of(DEQUE(self)));
  RtValue arguments[2] = {self, DEQUE(self)->maxlen < 0 ? RT_NONE : rt_from_small(DEQUE(self)->maxlen)};
  return rt_call(rt_value(rt_typeof(self)), arguments, DEQUE(self)->maxlen < 0 ? 1 : 2, NULL);
}

static void rotate(Deque *d, int64_t n) {
  if (d->length < 2) return;
  n %= d->length;
  if (n > d->length / 2) n -= d->length;
  if (n < -(d->length / 2)) n += d->length;
  for (; n > 0; n--) {
    RtValue v = take_last(d);
    d->first = (d->first - 1) & (d->capacity - 1);
    d->ring[d->first] = v, d->length++;
  }
  for (; n < 0; n++) {
    RtValue v = take_first(d);
    *place(d, d->length++) = v;
  }
  d->state++;
}

RT_METHOD(deque_rotate) {
  int64_t n = 1;
  if (nargs && rt_index_argument(args[0], &n) < 0) return 0;
  rotate(DEQUE(self), n);
  return rt_none();
}

RT_METHOD(deque_reverse) {
  Deque *d = DEQUE(self);
  for (int64_t i = 0, j = d->length - 1; i < j; i++, j--) {
    RtValue v = *place(d, i);
    *place(d, i) = *place(d, j), *place(d, j) = v;
  }
  return rt_none();
}

/* The first place from `start` on whose item equals v; -1: none; -2: raised. */
static int64_t find(Deque *d, RtValue v, int64_t start, int64_t stop) {
  int64_t state = d->state;
  for (int64_t i = start; i < stop && i < d->length; i++) {
    RtValue item = rt_new_ref(*place(d, i));
    int equal = rt_equal(item, v);
    rt_decref(item);
    if (equal < 0) return -2;
    if (d->state != state) return rt_raise_string(&rt_exc_RuntimeError, "deque mutated during iteration"), -2;
    if (equal) return i;
  }
  return -1;
}

RT_METHOD(deque_count) {
  Deque *d = DEQUE(self);
  int64_t count = 0;
  for (int64_t at = 0; (at = find(d, args[0], at, d->length)) >= 0; at++) count++;
  return rt_pending ? 0 : rt_int_box(count);
}

RT_METHOD(deque_index) {
  Deque *d = DEQUE(self);
  int64_t start = 0, stop = d->length;
  if (nargs > 1 && rt_slice_bound(args[1], d->length, &start) < 0) return 0;
  if (nargs > 2 && rt_slice_bound(args[2], d->length, &stop) < 0) return 0;
  int64_t at = find(d, args[0], start, stop);
  if (at == -1) return rt_raise_repr(&rt_exc_ValueError, "%s is not in deque", args[0]);
  return at < 0 ? 0 : rt_int_box(at);
}

static RtValue take_at(Deque *d, int64_t i) {
  RtValue v;
  rotate(d, -i);
  v = take_first(d);
  rotate(d, i);
  return v;
}

RT_METHOD(deque_remove) {
  Deque *d = DEQUE(self);
  int64_t length = d->length, at = find(d, args[0], 0, length);
  if (rt_pending_is(&rt_exc_RuntimeError) && d->length != length) {
    rt_clear_pending();
    return rt_raise_string(&rt_exc_IndexError, "deque mutated during remove().");
  }
  if (at == -1) return rt_raise_repr(&rt_exc_ValueError, "%s is not in deque", args[0]);
  if (at < 0) return 0;
  rt_decref(take_at(d, at));
  return rt_none();
}

RT_METHOD(deque_insert) {
  Deque *d = DEQUE(self);
  int64_t at;
  if (d->length == d->maxlen) return rt_raise_string(&rt_exc_IndexError, "deque already at its maximum size");
  if (rt_index_argument(args[0], &at) < 0) return 0;
  if (at < 0) at = at + d->length < 0 ? 0 : at + d->length;
  if (at >= d->length) return push_last(d, rt_new_ref(args[1])) < 0 ? 0 : rt_none();
  rotate(d, -at);
  if (push_first(d, rt_new_ref(args[1])) < 0) return 0;
  rotate(d, at);
  return rt_none();
}

/* ---- slots ---- */

static int64_t deque_length(RtValue v) { return DEQUE(v)->length; }
static int deque_truth(RtValue v) { return DEQUE(v)->length != 0; }
static int deque_contains(RtValue v, RtValue item) {
  int64_t at = find(DEQUE(v), item, 0, INT64_MAX);
  return at == -2 ? -1 : at >= 0;
}

/* The place that an index means; -1: raised. */
static int64_t index_of(Deque *d, RtValue key) {
  int64_t i;
  if (rt_is_small(key)) i = rt_small(key);
  else if (!rt_has_index(key)) return rt_raise_type_of("sequence index must be integer, not '%s'", key), -1;
  else if (rt_index(key, &i, false) < 0) return -1;
  if (i < 0) i += d->length;
  if (i >= 0 && i < d->length) return i;
  rt_raise_string(&rt_exc_IndexError, index_error);
  return -1;
}

static RtValue deque_getitem(RtValue v, RtValue key) {
  int64_t i = index_of(DEQUE(v), key);
  return i < 0 ? 0 : rt_new_ref(*place(DEQUE(v), i));
}

static int deque_setitem(RtValue v, RtValue key, RtValue value) {
  Deque *d = DEQUE(v);
  int64_t i = index_of(d, key);
  if (i < 0) return -1;
  RtValue old = *place(d, i);
  if (value) *place(d, i) = rt_new_ref(value);
  else old = take_at(d, i);
  rt_decref(old);
  return 0;
}

static int write_items(RtWriter *w, Deque *d) {
  int64_t state = d->state;
  for (int64_t i = 0; i < d->length; i++) {
    if (i && rt_writer_ascii(w, ", ", 2) < 0) return -1;
    RtValue item = rt_new_ref(*place(d, i));
    int status = rt_writer_repr(w, item);
    rt_decref(item);
    if (status < 0) return -1;
    if (d->state != state) return rt_raise_string(&rt_exc_RuntimeError, "deque mutated during iteration"), -1;
  }
  return 0;
}

static RtValue deque_repr(RtValue v) {
  Deque *d = DEQUE(v);
  int inside = rt_repr_enter(v);
  if (inside) return inside < 0 ? 0 : rt_value(rt_str_from_utf8("[...]", 5));
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, rt_short_name(v), -1);
  rt_writer_ascii(&w, "([", 2);
  int status = rt_check_stack() < 0 ? -1 : write_items(&w, d);
  char tail[48];
  if (d->maxlen < 0) strcpy(tail, "])");
  else snprintf(tail, sizeof tail, "], maxlen=%lld)", (long long)d->maxlen);
  if (status == 0) rt_writer_ascii(&w, tail, -1);
  rt_repr_leave(v);
  if (status == 0) return rt_value(rt_writer_finish(&w));
  rt_writer_drop(&w);
  return 0;
}

static RtValue deque_compare(RtValue a, RtValue b, RtCmp op) {
  if (!rt_is_subtype(rt_typeof(b), &rt_type_deque) || !rt_is_subtype(rt_typeof(a), &rt_type_deque)) return rt_notimplemented();
  Deque *x = DEQUE(a), *y = DEQUE(b);
  if (x->length != y->length && (op == RT_EQ || op == RT_NE)) return rt_bool_ref(op == RT_NE);
  for (int64_t i = 0; i < x->length && i < y->length; i++) {
    RtValue left = rt_new_ref(*place(x, i)), right = rt_new_ref(*place(y, i));
    int equal = rt_equal(left, right);
    RtValue result = equal == 0 ? op == RT_EQ || op == RT_NE ? rt_bool_ref(op == RT_NE) : rt_compare(left, right, op) : 0;
    rt_decref(left), rt_decref(right);
    if (equal <= 0) return result;
  }
  return rt_bool_ref(rt_order_holds(rt_sign(x->length, y->length), op));
}

static RtValue deque_add(RtValue a, RtValue b) {
  if (!rt_is_subtype(rt_typeof(a), &rt_type_deque)) return rt_notimplemented();
  if (!rt_is_subtype(rt_typeof(b), &rt_type_deque))
    return rt_raise_format(&rt_exc_TypeError, "can only concatenate deque (not \"%s\") to deque", rt_typeof(b)->name);
  RtValue result = deque_copy(a, NULL, 0, NULL);
  if (!result || extend(DEQUE(result), b, push_last) == 0) return result;
  rt_decref(result);
  return 0;
}

static RtValue deque_inplace_add(RtValue a, RtValue b) { return extend(DEQUE(a), b, push_last) < 0 ? 0 : rt_new_ref(a); }

static int repeat(Deque *d, RtValue times) {
  int64_t count;
  if (rt_repeat_count(times, &count) < 0) return -1;
  if (count <= 0) return empty(d), 0;
  if (d->maxlen < 0 && d->length && count > RT_LENGTH_MAX / d->length) return rt_raise_memory(), -1;
  int64_t once = d->length;
  if (d->maxlen >= 0 && once && count > d->maxlen / once + 2) count = d->maxlen / once + 2;
  Deque *all = copy_of(d);
  int status = all ? 0 : -1;
  for (int64_t n = 1; status == 0 && n < count; n++)
    for (int64_t i = 0; status == 0 && i < once; i++) status = push_last(d, rt_new_ref(*place(all, i)));
  if (all) rt_decref_object(all);
  return status;
}

static RtValue deque_mul(RtValue a, RtValue b) {
  if (!rt_is_subtype(rt_typeof(a), &rt_type_deque)) { RtValue other = a; a = b, b = other; }
  if (!rt_has_index(b)) return rt_notimplemented();
  RtValue result = deque_copy(a, NULL, 0, NULL);
  if (!result || repeat(DEQUE(result), b) == 0) return result;
  rt_decref(result);
  return 0;
}

static RtValue deque_inplace_mul(RtValue a, RtValue b) {
  if (!rt_has_index(b)) return rt_notimplemented();
  return repeat(DEQUE(a), b) < 0 ? 0 : rt_new_ref(a);
}

static void deque_dealloc(RtObject *object) {
  empty((Deque *)object);
  rt_free_object(object, sizeof(Deque));
}
static void deque_drop(RtObject *object) { empty((Deque *)object); }
static void deque_traverse(RtObject *object, RtVisit visit, void *context) {
  Deque *d = (Deque *)object;
  for (int64_t i = 0; i < d->length; i++)
    if (!rt_is_small(*place(d, i))) visit(rt_object(*place(d, i)), context);
}

/* ---- iterators ---- */

typedef struct DequeIterator {
  RtObject head;
  Deque *deque; /* NULL: it has ended */
  int64_t at, state;
} DequeIterator;

static RtValue iterate(RtType *type, RtValue v, int64_t at) {
  DequeIterator *it = rt_alloc(type, sizeof *it);
  if (!it) return 0;
  it->deque = RT_NEW_REF(DEQUE(v));
  it->at = at;
  it->state = it->deque->state;
  return rt_value(it);
}

static RtValue deque_iter(RtValue v) { return iterate(&rt_type_deque_iterator, v, 0); }
RT_METHOD(deque_reversed) { return iterate(&rt_type_deque_reverse_iterator, self, DEQUE(self)->length - 1); }

static RtValue next_by(RtValue v, int64_t step) {
  DequeIterator *it = (DequeIterator *)rt_object(v);
  Deque *d = it->deque;
  if (!d) return 0;
  if (d->state == it->state && it->at >= 0 && it->at < d->length) {
    RtValue item = rt_new_ref(*place(d, it->at));
    it->at += step;
    return item;
  }
  bool changed = d->state != it->state;
  it->deque = NULL;
  rt_decref_object(d);
  return changed ? rt_raise_string(&rt_exc_RuntimeError, "deque mutated during iteration") : 0;
}

static RtValue forwards(RtValue v) { return next_by(v, 1); }
static RtValue backwards(RtValue v) { return next_by(v, -1); }
static RtValue itself(RtValue v) { return rt_new_ref(v); }

RT_METHOD(iterator_length_hint) {
  DequeIterator *it = (DequeIterator *)rt_object(self);
  if (!it->deque) return rt_from_small(0);
  return rt_from_small(rt_typeof(self) == &rt_type_deque_iterator ? it->deque->length - it->at : it->at + 1);
}

static void iterator_dealloc(RtObject *object) {
  if (((DequeIterator *)object)->deque) rt_decref_object(((DequeIterator *)object)->deque);
  rt_free_object(object, sizeof(DequeIterator));
}
static void iterator_traverse(RtObject *object, RtVisit visit, void *context) {
  if (((DequeIterator *)object)->deque) visit(&((DequeIterator *)object)->deque->head, context);
}

static const RtMethodDef iterator_methods[] = {{"__length_hint__", iterator_length_hint, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

#define DEQUE_ITERATOR(text, step)                                                                                    \
  .head = RT_STATIC_HEAD, .name = text, .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS, .base = &rt_type_object,          \
  .instance_size = sizeof(DequeIterator), .dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = itself, .next = step, \
  .methods = iterator_methods
RtType rt_type_deque_iterator = {DEQUE_ITERATOR("collections._deque_iterator", forwards)};
RtType rt_type_deque_reverse_iterator = {DEQUE_ITERATOR("collections._deque_reverse_iterator", backwards)};

static const RtMethodDef deque_methods[] = {
    {"append", deque_append, 1, 1, 0},
    {"appendleft", deque_appendleft, 1, 1, 0},
    {"clear", deque_clear, 0, 0, 0},
    {"copy", deque_copy, 0, 0, 0},
    {"__copy__", deque_copy, 0, 0, 0},
    {"count", deque_count, 1, 1, 0},
    {"extend", deque_extend, 1, 1, 0},
    {"extendleft", deque_extendleft, 1, 1, 0},
    {"index", deque_index, 1, 3, 0},
    {"insert", deque_insert, 2, 2, 0},
    {"maxlen", deque_maxlen, 0, 0, RT_METHOD_GETTER},
    {"pop", deque_pop, 0, 0, 0},
    {"popleft", deque_popleft, 0, 0, 0},
    {"remove", deque_remove, 1, 1, 0},
    {"reverse", deque_reverse, 0, 0, 0},
    {"rotate", deque_rotate, 0, 1, 0},
    {"__reversed__", deque_reversed, 0, 0, 0},
    {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_deque = {
    .head = RT_STATIC_HEAD, .name = "collections.deque", .flags = RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE, .instance_size = sizeof(Deque), .base = &rt_type_object,
    .dealloc = deque_dealloc, .traverse = deque_traverse, .clear = deque_drop, .repr = deque_repr, .iter = deque_iter, .compare = deque_compare,
    .truth = deque_truth, .length = deque_length, .getitem = deque_getitem, .setitem = deque_setitem, .contains = deque_contains,
    .binary = {[RT_ADD] = deque_add, [RT_MUL] = deque_mul}, .inplace = {[RT_ADD] = deque_inplace_add, [RT_MUL] = deque_inplace_mul},
    .construct = deque_construct, .methods = deque_methods,
};
