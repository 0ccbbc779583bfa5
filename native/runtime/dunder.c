/* What a class made by a class statement puts into its slots: functions that call the dunder methods, with CPython's checks. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "generator.h"
#include "slots.h"

RtValue rt_dunder(RtValue v, RtStr *name, const RtValue *args, int64_t nargs) {
  RtValue method = rt_type_lookup(rt_typeof(v), name);
  return method ? rt_call_with_self(method, v, args, nargs, NULL) : 0;
}

static RtValue required(RtValue v, RtStr *name, const RtValue *args, int64_t nargs) {
  RtValue result = rt_dunder(v, name, args, nargs);
  if (!result && !rt_pending) rt_raise_value(&rt_exc_AttributeError, rt_value(name));
  return result;
}

static int done(RtValue result) {
  if (!result) return -1;
  rt_decref(result);
  return 0;
}

/* As rt_dunder, for those methods which count as missing where a descriptor that should give them raises. */
static RtValue if_given(RtValue v, RtStr *name, const RtValue *args, int64_t nargs) {
  RtValue method = rt_type_lookup(rt_typeof(v), name);
  if (!method || RT_LIKELY(rt_typeof(method) == &rt_type_function)) return method ? rt_call_with_self(method, v, args, nargs, NULL) : 0;
  RtTernaryFn get = rt_ready(rt_typeof(method))->descr_get;
  if (!get || (!rt_is_class(rt_typeof(method)) && rt_typeof(method) != &rt_type_property)) return rt_call_with_self(method, v, args, nargs, NULL);
  rt_incref(method);
  RtValue bound = get(method, v, rt_value(rt_typeof(v)));
  rt_decref(method);
  if (!bound) return rt_clear_pending(), 0;
  RtValue result = rt_call(bound, args, nargs, NULL);
  rt_decref(bound);
  return result;
}

RtValue rt_dunder_repr(RtValue v) {
  RtValue result = if_given(v, RT_NAME(__repr__), NULL, 0);
  return result || rt_pending ? result : rt_value(rt_object_repr(v));
}

RtValue rt_dunder_str(RtValue v) {
  RtValue result = rt_dunder(v, RT_NAME(__str__), NULL, 0);
  return result || rt_pending ? result : rt_value(rt_repr(v));
}

int64_t rt_dunder_unhashable(RtValue v) {
  rt_raise_type_of("unhashable type: '%s'", v);
  return -1;
}

int64_t rt_dunder_hash(RtValue v) {
  RtValue method = rt_type_lookup(rt_typeof(v), RT_NAME(__hash__));
  if (!method || method == RT_NONE) return rt_dunder_unhashable(v);
  RtValue result = if_given(v, RT_NAME(__hash__), NULL, 0);
  if (!result) return rt_pending ? -1 : rt_dunder_unhashable(v);
  int64_t hash = -1;
  if (!rt_is_int(result)) rt_raise_string(&rt_exc_TypeError, "__hash__ method should return an integer");
  else if (rt_int_to_i64(result, &hash) == 0) hash = rt_hash(result);
  else if (hash == -1) hash = -2;
  rt_decref(result);
  return hash;
}

int rt_dunder_truth(RtValue v) {
  RtValue result = rt_dunder(v, RT_NAME(__bool__), NULL, 0);
  if (!result && !rt_pending) {
    int64_t length = rt_typeof(v)->length ? rt_typeof(v)->length(v) : 1;
    return length < 0 ? -1 : length != 0;
  }
  if (!result) return -1;
  if (result != RT_TRUE && result != RT_FALSE) {
    rt_raise_type_of("__bool__ should return bool, returned %s", result);
    rt_decref(result);
    return -1;
  }
  rt_decref(result);
  return result == RT_TRUE;
}

int64_t rt_dunder_length(RtValue v) {
  RtValue result = required(v, RT_NAME(__len__), NULL, 0);
  if (!result) return -1;
  int64_t length = -1;
  RtValue index = rt_index_value(result);
  rt_decref(result);
  if (!index) return -1;
  int fits = rt_int_to_i64(index, &length);
  if (fits == 1 && length < 0) {
    rt_raise_string(&rt_exc_ValueError, "__len__() should return >= 0");
    length = -1;
  } else if (fits == 0) {
    if (rt_int_compare(index, rt_from_small(0)) < 0) rt_raise_string(&rt_exc_ValueError, "__len__() should return >= 0");
    else rt_raise_string(&rt_exc_OverflowError, "cannot fit 'int' into an index-sized integer");
    length = -1;
  }
  rt_decref(index);
  return length;
}

static RtStr *compare_name(RtCmp op) {
  switch (op) {
  case RT_LT: return RT_NAME(__lt__);
  case RT_LE: return RT_NAME(__le__);
  case RT_EQ: return RT_NAME(__eq__);
  case RT_NE: return RT_NAME(__ne__);
  case RT_GT: return RT_NAME(__gt__);
  default: return RT_NAME(__ge__);
  }
}

RtValue rt_dunder_compare(RtValue a, RtValue b, RtCmp op) {
  RtValue result = if_given(a, compare_name(op), &b, 1);
  return result || rt_pending ? result : rt_notimplemented();
}

/* ---- containers ---- */

RtValue rt_dunder_getitem(RtValue v, RtValue key) { return required(v, RT_NAME(__getitem__), &key, 1); }

int rt_dunder_setitem(RtValue v, RtValue key, RtValue value) {
  RtStr *name = value ? RT_NAME(__setitem__) : RT_NAME(__delitem__);
  RtValue args[] = {key, value};
  RtValue result = rt_dunder(v, name, args, value ? 2 : 1);
  if (!result && !rt_pending) {
    if (!value) return rt_raise_no_deletion(v, key);
    rt_raise_type_of("'%s' object does not support item assignment", v);
  }
  return done(result);
}

int rt_dunder_contains(RtValue v, RtValue item) {
  RtValue method = rt_type_lookup(rt_typeof(v), RT_NAME(__contains__));
  if (method == RT_NONE) {
    rt_raise_type_of("'%s' object is not a container", v);
    return -1;
  }
  RtValue result = rt_call_with_self(method, v, &item, 1, NULL);
  if (!result) return -1;
  int truth = rt_truth(result);
  rt_decref(result);
  return truth;
}

RtValue rt_dunder_iter(RtValue v) {
  RtValue method = rt_type_lookup(rt_typeof(v), RT_NAME(__iter__));
  if (method == RT_NONE) return rt_raise_type_of("'%s' object is not iterable", v);
  RtValue iterator = if_given(v, RT_NAME(__iter__), NULL, 0);
  if (!iterator && !rt_pending) return rt_raise_type_of("'%s' object is not iterable", v);
  if (!iterator || rt_ready(rt_typeof(iterator))->next) return iterator;
  rt_raise_type_of("iter() returned non-iterator of type '%s'", iterator);
  rt_decref(iterator);
  return 0;
}

RtValue rt_dunder_next(RtValue v) {
  return required(v, RT_NAME(__next__), NULL, 0);
}

/* ---- calls, attributes, descriptors ---- */

RtValue rt_dunder_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue method = rt_type_lookup(rt_typeof(v), RT_NAME(__call__));
  if (!method) return rt_raise_type_of("'%s' object is not callable", v);
  return rt_call_with_self(method, v, args, nargs, kwnames);
}

/* object.__getattribute__, without the exception that nobody would see. */
static RtValue getattr_then_fallback(RtValue v, RtStr *name, RtValue fallback) {
  RtValue argument = rt_value(name);
  rt_incref(fallback);
  RtValue result = rt_object_getattr_optional(v, name);
  if (!result && rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
  if (!result && !rt_pending) result = rt_call_with_self(fallback, v, &argument, 1, NULL);
  rt_decref(fallback);
  return result;
}

RtValue rt_dunder_getattr(RtValue v, RtStr *name) {
  RtValue argument = rt_value(name), fallback = rt_type_lookup(rt_typeof(v), RT_NAME(__getattr__));
  RtValue method = rt_type_lookup(rt_typeof(v), RT_NAME(__getattribute__));
  if (fallback && method == rt_type_lookup(&rt_type_object, RT_NAME(__getattribute__))) return getattr_then_fallback(v, name, fallback);
  if (fallback) rt_incref(fallback);
  RtValue result = rt_call_with_self(method, v, &argument, 1, NULL);
  if (!result && fallback && rt_pending_is(&rt_exc_AttributeError)) {
    rt_clear_pending();
    result = rt_call_with_self(fallback, v, &argument, 1, NULL);
  }
  rt_xdecref(fallback);
  return result;
}

int rt_dunder_setattr(RtValue v, RtStr *name, RtValue value) {
  RtValue args[] = {rt_value(name), value};
  return done(required(v, value ? RT_NAME(__setattr__) : RT_NAME(__delattr__), args, value ? 2 : 1));
}

RtValue rt_dunder_descr_get(RtValue v, RtValue instance, RtValue owner) {
  RtValue args[] = {instance ? instance : RT_NONE, owner ? owner : RT_NONE};
  RtValue result = rt_dunder(v, RT_NAME(__get__), args, 2);
  return result || rt_pending ? result : rt_new_ref(v);
}

int rt_dunder_descr_set(RtValue v, RtValue instance, RtValue value) {
  RtValue args[] = {instance, value};
  return done(required(v, value ? RT_NAME(__set__) : RT_NAME(__delete__), args, value ? 2 : 1));
}
