/* Generic operations: each dispatches on a slot of the type, and falls back as CPython's abstract objects do. */
#include "object.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "float.h"
#include "type.h"

/* ---- truth, length, hash ---- */

int rt_truth(RtValue v) {
  if (v == RT_TRUE) return 1;
  if (v == RT_FALSE || v == RT_NONE) return 0;
  if (rt_is_small(v)) return v != rt_from_small(0);
  RtType *type = rt_ready(rt_object(v)->type);
  if (type->truth) return type->truth(v);
  if (!type->length) return 1;
  int64_t length = type->length(v);
  return length < 0 ? -1 : length != 0;
}

int64_t rt_len(RtValue v) {
  RtType *type = rt_ready(rt_typeof(v));
  if (RT_LIKELY(type->length != NULL)) return type->length(v);
  rt_raise_type_of("object of type '%s' has no len()", v);
  return -1;
}

int64_t rt_hash_pointer(const void *object) {
  uint64_t bits = (uint64_t)(uintptr_t)object;
  return (int64_t)((bits >> 4 | bits << 60) & 0x7fffffffffffffff);
}

int64_t rt_hash(RtValue v) {
  RtType *type = rt_ready(rt_typeof(v));
  if (RT_LIKELY(type->hash && !(type->flags & RT_TYPE_UNHASHABLE))) return type->hash(v);
  rt_raise_type_of("unhashable type: '%s'", v);
  return -1;
}

/* ---- items ---- */

static RtValue class_getitem(RtValue type, RtValue key) {
  RtValue method = rt_getattr_optional(type, RT_NAME(__class_getitem__));
  if (method && method != RT_NONE) {
    RtValue result = rt_call1(method, key);
    rt_decref(method);
    return result;
  }
  if (rt_pending) return 0;
  if (rt_type_of(type) == &rt_type_type) return rt_class_getitem(type, &key, 1, NULL);
  return rt_raise_format(&rt_exc_TypeError, "type '%s' is not subscriptable", rt_type_of(type)->name);
}

RtValue rt_getitem(RtValue v, RtValue key) {
  RtType *type = rt_ready(rt_typeof(v));
  if (RT_LIKELY(type->getitem != NULL)) return type->getitem(v, key);
  if (type->flags & RT_TYPE_TYPE) return class_getitem(v, key);
  return rt_raise_type_of("'%s' object is not subscriptable", v);
}

int rt_setitem(RtValue v, RtValue key, RtValue value) {
  RtType *type = rt_ready(rt_typeof(v));
  if (RT_LIKELY(type->setitem != NULL)) return type->setitem(v, key, value);
  rt_raise_type_of("'%s' object does not support item assignment", v);
  return -1;
}

int rt_delitem(RtValue v, RtValue key) {
  RtType *type = rt_ready(rt_typeof(v));
  if (RT_LIKELY(type->setitem != NULL)) return type->setitem(v, key, 0);
  return rt_raise_no_deletion(v, key);
}

RT_COLD int rt_raise_no_deletion(RtValue v, RtValue key) {
  const RtType *type = rt_typeof(v);
  bool sequence = (type->length || type->contains || rt_is_class(type)) && rt_has_index(key);
  rt_raise_type_of(sequence ? "'%s' object doesn't support item deletion" : "'%s' object does not support item deletion", v);
  return -1;
}

/* ---- iteration ---- */

RtValue rt_iter(RtValue v) {
  RtType *type = rt_ready(rt_typeof(v));
  if (RT_LIKELY(type->iter != NULL)) return type->iter(v);
  if (type->getitem && !rt_has_flag(v, RT_TYPE_DICT)) return rt_iterator_of_sequence(v);
  return rt_raise_type_of("'%s' object is not iterable", v);
}

static RtValue next_of(RtValue iterator) {
  RtType *type = rt_ready(rt_typeof(iterator));
  if (RT_LIKELY(type->next != NULL)) return type->next(iterator);
  return rt_raise_type_of("'%s' object is not an iterator", iterator);
}

RtValue rt_next(RtValue iterator) {
  RtValue item = next_of(iterator);
  if (!item && rt_pending && rt_pending_is(&rt_exc_StopIteration)) rt_clear_pending();
  return item;
}

RtValue rt_next_step(RtValue iterator) {
  RtValue item = next_of(iterator);
  if (item || rt_pending || !rt_has_flag(iterator, RT_TYPE_GENERATOR)) return item;
  RtGenerator *g = (RtGenerator *)rt_object(iterator);
  RtValue value = g->result;
  if (!value || rt_is_none(value)) return 0;
  g->result = 0;
  rt_raise_value(&rt_exc_StopIteration, value);
  rt_decref(value);
  return 0;
}

static int contains_by_iteration(RtValue container, RtValue item) {
  RtType *type = rt_typeof(container);
  if (!type->iter && !type->getitem) {
    rt_raise_type_of("argument of type '%s' is not iterable", container);
    return -1;
  }
  RtValue iterator = rt_iter(container);
  if (!iterator) return -1;
  int found = 0;
  while (!found) {
    RtValue each = rt_next(iterator);
    if (!each) break;
    found = rt_equal(each, item);
    rt_decref(each);
  }
  rt_decref(iterator);
  return rt_pending ? -1 : found;
}

int rt_contains(RtValue container, RtValue item) {
  RtType *type = rt_ready(rt_typeof(container));
  if (RT_LIKELY(type->contains != NULL)) return type->contains(container, item);
  return contains_by_iteration(container, item);
}

/* ---- comparison ---- */

static const char *const compare_signs[] = {"<", "<=", "==", "!=", ">", ">="};
static const RtCmp compare_swapped[] = {RT_GT, RT_GE, RT_EQ, RT_NE, RT_LT, RT_LE};

static RtValue try_compare(RtType *type, RtValue a, RtValue b, RtCmp op) {
  if (!type->compare) return rt_new_ref(RT_NOTIMPLEMENTED);
  return type->compare(a, b, op);
}

static RtValue compare_default(RtValue a, RtValue b, RtCmp op) {
  if (op == RT_EQ) return rt_new_ref(rt_from_bool(a == b));
  if (op == RT_NE) return rt_new_ref(rt_from_bool(a != b));
  return rt_raise_format(&rt_exc_TypeError, "'%s' not supported between instances of '%s' and '%s'", compare_signs[op],
                         rt_typeof(a)->name, rt_typeof(b)->name);
}

static RtValue compare_slots(RtValue a, RtValue b, RtCmp op) {
  RtType *left = rt_ready(rt_typeof(a)), *right = rt_ready(rt_typeof(b));
  bool reflected_first = left != right && right->compare && rt_is_subtype(right, left);
  if (reflected_first) {
    RtValue result = try_compare(right, b, a, compare_swapped[op]);
    if (result != RT_NOTIMPLEMENTED) return result;
    rt_decref(result);
  }
  RtValue result = try_compare(left, a, b, op);
  if (result != RT_NOTIMPLEMENTED) return result;
  rt_decref(result);
  if (!reflected_first) {
    result = try_compare(right, b, a, compare_swapped[op]);
    if (result != RT_NOTIMPLEMENTED) return result;
    rt_decref(result);
  }
  return compare_default(a, b, op);
}

#define COMPARE(name, type)                     \
  static bool name(type a, type b, RtCmp op) {  \
    switch (op) {                               \
    case RT_LT: return a < b;                   \
    case RT_LE: return a <= b;                  \
    case RT_EQ: return a == b;                  \
    case RT_NE: return a != b;                  \
    case RT_GT: return a > b;                   \
    default: return a >= b;                     \
    }                                           \
  }
COMPARE(compare_smalls, RtValue)
COMPARE(compare_floats, double)

static inline bool is_float(RtValue v) { return !rt_is_small(v) && rt_object(v)->type == &rt_type_float; }
static inline double float_of(RtValue v) { return ((RtFloat *)rt_object(v))->value; }

/* Small ints are compared where the operator stands; the rest is called. */
static __attribute__((noinline)) RtValue compare_rest(RtValue a, RtValue b, RtCmp op) {
  if (is_float(a) && is_float(b)) return rt_new_ref(rt_from_bool(compare_floats(float_of(a), float_of(b), op)));
  if (rt_check_stack() < 0) return 0;
  return compare_slots(a, b, op);
}

RtValue rt_compare(RtValue a, RtValue b, RtCmp op) {
  if (RT_LIKELY(rt_is_small(a) && rt_is_small(b))) return rt_bool_ref(compare_smalls(a, b, op));
  return compare_rest(a, b, op);
}

static __attribute__((noinline)) int compare_bool_rest(RtValue a, RtValue b, RtCmp op) {
  if (is_float(a) && is_float(b)) return compare_floats(float_of(a), float_of(b), op);
  RtValue result = compare_rest(a, b, op);
  if (!result) return -1;
  int truth = rt_truth(result);
  rt_decref(result);
  return truth;
}

int rt_compare_bool(RtValue a, RtValue b, RtCmp op) {
  if (RT_LIKELY(rt_is_small(a) && rt_is_small(b))) return compare_smalls(a, b, op);
  return compare_bool_rest(a, b, op);
}

int rt_equal(RtValue a, RtValue b) {
  if (a == b) return 1;
  if (rt_is_small(a) && rt_is_small(b)) return 0;
  if (rt_typeof(a) == &rt_type_str && rt_typeof(b) == &rt_type_str)
    return rt_str_equal((RtStr *)rt_object(a), (RtStr *)rt_object(b));
  if (rt_typeof(a) == &rt_type_float && rt_typeof(b) == &rt_type_float)
    return rt_float_same(((RtFloat *)rt_object(a))->value, ((RtFloat *)rt_object(b))->value);
  return rt_compare_bool(a, b, RT_EQ);
}

/* ---- text ---- */

static RtStr *checked_text(RtValue text, const char *method) {
  if (!text) return NULL;
  if (rt_is_str(text)) {
    if (rt_typeof(text) == &rt_type_str) return (RtStr *)rt_object(text);
    RtValue plain = rt_new_ref(rt_base_value(text));
    rt_decref(text);
    return (RtStr *)rt_object(plain);
  }
  rt_raise_format(&rt_exc_TypeError, "%s returned non-string (type %s)", method, rt_typeof(text)->name);
  rt_decref(text);
  return NULL;
}

/* Each level of a nested repr copies what is below it: CPython's limit for recursion in C keeps that in bounds. */
enum { TEXT_DEPTH = 10000 };
static int text_depth;

static RtStr *nested_text(RtUnaryFn fn, RtValue v, const char *method, const char *too_deep) {
  if (rt_check_stack() < 0) return NULL;
  if (text_depth >= TEXT_DEPTH) {
    rt_raise_string(&rt_exc_RecursionError, too_deep);
    return NULL;
  }
  text_depth++;
  RtStr *text = checked_text(fn(v), method);
  text_depth--;
  return text;
}

RtStr *rt_repr(RtValue v) {
  RtType *type = rt_ready(rt_typeof(v));
  return nested_text(type->repr, v, "__repr__", "maximum recursion depth exceeded while getting the repr of an object");
}

RtStr *rt_str(RtValue v) {
  if (rt_typeof(v) == &rt_type_str) return (RtStr *)rt_object(rt_new_ref(v));
  RtType *type = rt_ready(rt_typeof(v));
  return nested_text(type->str ? type->str : type->repr, v, "__str__", "maximum recursion depth exceeded while getting the str of an object");
}

/* Objects whose repr is under way, innermost last. */
enum { REPR_DEPTH_START = 32 };
static RtValue *repr_stack;
static int64_t repr_depth, repr_capacity;

int rt_repr_enter(RtValue object) {
  for (int64_t i = repr_depth; i-- > 0;)
    if (repr_stack[i] == object) return 1;
  if (repr_depth == repr_capacity) {
    int64_t capacity = repr_capacity ? repr_capacity * 2 : REPR_DEPTH_START;
    RtValue *grown = rt_buffer_realloc(repr_stack, (uint64_t)repr_capacity * 8, (uint64_t)capacity * 8);
    if (!grown) return -1;
    repr_stack = grown;
    repr_capacity = capacity;
  }
  repr_stack[repr_depth++] = object;
  return 0;
}

void rt_repr_leave(RtValue object) {
  assert(repr_depth > 0 && repr_stack[repr_depth - 1] == object);
  (void)object;
  if (--repr_depth == 0) {
    rt_buffer_free(repr_stack, (uint64_t)repr_capacity * 8);
    repr_stack = NULL;
    repr_capacity = 0;
  }
}

void rt_keep(RtValue v) { (void)v; }

BORROWED RtValue rt_base_value(RtValue v) {
  if (rt_is_small(v)) return v;
  RtType *type = rt_object(v)->type;
  if ((type->flags & (RT_TYPE_HEAP | RT_TYPE_EXCEPTION | RT_TYPE_TYPE)) != RT_TYPE_HEAP) return v;
  RtValue plain = ((RtInstance *)rt_object(v))->base_value;
  return plain & ~RT_FLOATS_SET ? plain : v;
}
