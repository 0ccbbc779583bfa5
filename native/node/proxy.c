/* JavaScript objects in Python: functions that can be called, iterators, and anything else that has no counterpart. */
#include "node.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "str.h"
#include "type.h"
#include <stdlib.h>

typedef struct Proxy {
  RtObject head;
  napi_ref object;         /* strong */
  napi_ref receiver;       /* of a method; or NULL */
  const NodeType *type;    /* NODE_CALLABLE…: what it takes and gives; else what an iterator gives; or NULL */
} Proxy;
#define PROXY(v) ((Proxy *)rt_object(v))

bool node_is_proxy(RtValue v) { return rt_typeof(v) == &node_type_proxy; }

static napi_value value_of(napi_ref ref) {
  napi_value v;
  return node_ok(napi_get_reference_value(node_env, ref, &v)) ? v : NULL;
}

napi_value node_proxy_value(RtValue v) { return value_of(PROXY(v)->object); }

RtValue node_proxy_new(napi_value object, const NodeType *type) {
  Proxy *p = rt_alloc(&node_type_proxy, sizeof *p);
  if (!p) return 0;
  p->type = type;
  if (node_ok(napi_create_reference(node_env, object, 1, &p->object))) return rt_value(p);
  rt_decref_object(p);
  return 0;
}

static void proxy_dealloc(RtObject *object) {
  Proxy *p = (Proxy *)object;
  if (node_env && p->object) napi_delete_reference(node_env, p->object);
  if (node_env && p->receiver) napi_delete_reference(node_env, p->receiver);
  rt_free_object(object, sizeof(Proxy));
}

/* ---- attributes ---- */

static RtValue proxy_getattr(RtValue v, RtStr *name) {
  napi_value object = node_proxy_value(v), key = object ? node_str_to_js(name) : NULL, found;
  bool has;
  if (!key || !node_ok(napi_has_property(node_env, object, key, &has))) return 0;
  if (!has) return rt_str_equal(name, RT_NAME(__await__)) ? rt_object_getattr(v, name) : rt_raise_attribute(v, name, "'%s' object has no attribute '%s'");
  if (!node_ok(napi_get_property(node_env, object, key, &found))) return 0;
  RtValue result = node_to_python(found, &node_type_any, NULL);
  if (result && node_is_proxy(result) && !node_ok(napi_create_reference(node_env, object, 1, &PROXY(result)->receiver))) {
    rt_decref(result);
    return 0;
  }
  return result;
}

static int proxy_setattr(RtValue v, RtStr *name, RtValue value) {
  napi_value object = node_proxy_value(v), key = object ? node_str_to_js(name) : NULL;
  if (!key) return -1;
  if (!value) return node_ok(napi_delete_property(node_env, object, key, NULL)) ? 0 : -1;
  napi_value converted = node_to_js(value, &node_type_any);
  return converted && node_ok(napi_set_property(node_env, object, key, converted)) ? 0 : -1;
}

static RtValue proxy_getitem(RtValue v, RtValue key) {
  napi_value object = node_proxy_value(v), name = object ? node_to_js(key, &node_type_any) : NULL, found;
  return name && node_ok(napi_get_property(node_env, object, name, &found)) ? node_to_python(found, &node_type_any, NULL) : 0;
}

static RtValue proxy_repr(RtValue v) {
  napi_value object = node_proxy_value(v), text;
  if (!object) return 0;
  if (node_ok(napi_coerce_to_string(node_env, object, &text))) return rt_value(node_str_to_python(text));
  rt_clear_pending();
  return rt_value(rt_str_from_ascii("<object of JavaScript>"));
}

static RtValue proxy_compare(RtValue a, RtValue b, RtCmp op) {
  bool same = false;
  if ((op != RT_EQ && op != RT_NE) || !node_is_proxy(a) || !node_is_proxy(b)) return rt_notimplemented();
  napi_value first = node_proxy_value(a), second = node_proxy_value(b);
  if (!first || !second || !node_ok(napi_strict_equals(node_env, first, second, &same))) return 0;
  return rt_bool_ref(same == (op == RT_EQ));
}

static int64_t proxy_hash(RtValue v) {
  napi_value object = node_proxy_value(v), id = object ? node_help(NODE_HELPER_ID, 1, &object) : NULL;
  int64_t hash;
  return id && node_ok(napi_get_value_int64(node_env, id, &hash)) ? hash : -1;
}

/* ---- calls ---- */

enum { FEW = 8 };

static napi_value keywords_object(const RtValue *values, RtTuple *names) {
  napi_value object;
  if (!node_ok(napi_create_object(node_env, &object))) return NULL;
  for (int64_t i = 0; i < names->length; i++) {
    napi_value key = node_to_js(names->items[i], &node_type_any), value = key ? node_to_js(values[i], &node_type_any) : NULL;
    if (!value || !node_ok(napi_set_property(node_env, object, key, value))) return NULL;
  }
  return object;
}

static RtValue call_with(Proxy *p, napi_value *out, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  const NodeType *type = p->type;
  bool typed = type && type->kind == NODE_CALLABLE, gives = typed || (type && type->kind == NODE_CALLABLE_ANY);
  for (int64_t i = 0; i < nargs; i++)
    if (!(out[i] = node_to_js(args[i], typed && i + 1 < type->count ? type->items[i] : &node_type_any))) return 0;
  if (kwnames && !(out[nargs] = keywords_object(args + nargs, kwnames))) return 0;
  napi_value receiver = p->receiver ? value_of(p->receiver) : node_undefined(), function = value_of(p->object), result;
  if (!receiver || !function) return 0;
  if (!node_ok(napi_call_function(node_env, receiver, function, (size_t)(nargs + (kwnames != NULL)), out, &result))) return 0;
  static const NodeWhere where = {NULL, NULL, NULL, "the result of a callback", -1, {NULL, 0}};
  const NodeType *given = gives ? type->items[type->count - 1] : &node_type_any;
  return given->kind == NODE_NONE ? rt_none() : node_to_python(result, given, &where);
}

static RtValue proxy_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  napi_value few[FEW], *out = few;
  napi_handle_scope scope;
  if (kwnames && kwnames->length == 0) kwnames = NULL;
  if (rt_check_stack() < 0 || !node_ok(napi_open_handle_scope(node_env, &scope))) return 0;
  if (nargs >= FEW) out = malloc((size_t)(nargs + 1) * sizeof *out);
  rt_incref(v);
  RtValue result = out ? call_with(PROXY(v), out, args, nargs, kwnames) : rt_raise_memory();
  rt_decref(v);
  if (out != few) free(out);
  napi_close_handle_scope(node_env, scope);
  return result;
}

/* ---- iteration ---- */

static napi_value get(napi_value object, const char *name) {
  napi_value v;
  return node_ok(napi_get_named_property(node_env, object, name, &v)) ? v : NULL;
}

/* The object's iterator; NULL without an exception: it has none. */
static napi_value iterator_of(napi_value iterable) {
  napi_value global, symbols, key, method, result;
  napi_valuetype kind;
  if (!node_ok(napi_get_global(node_env, &global)) || !(symbols = get(global, "Symbol")) || !(key = get(symbols, "iterator"))) return NULL;
  if (!node_ok(napi_get_property(node_env, iterable, key, &method)) || !node_ok(napi_typeof(node_env, method, &kind)) || kind != napi_function) return NULL;
  return node_ok(napi_call_function(node_env, iterable, method, 0, NULL, &result)) ? result : NULL;
}

RtValue node_proxy_iterator(napi_value iterable, const NodeType *item) {
  napi_value iterator = iterator_of(iterable), next = iterator ? get(iterator, "next") : NULL;
  RtValue v = next ? node_proxy_new(next, item) : 0;
  if (!v || node_ok(napi_create_reference(node_env, iterator, 1, &PROXY(v)->receiver))) return v;
  rt_decref(v);
  return 0;
}

static RtValue next_item(Proxy *p) {
  napi_value receiver = value_of(p->receiver), next = value_of(p->object), step, done, value;
  bool ended;
  if (!receiver || !next || !node_ok(napi_call_function(node_env, receiver, next, 0, NULL, &step)) || !(done = get(step, "done")) ||
      !node_ok(napi_coerce_to_bool(node_env, done, &done)) || !node_ok(napi_get_value_bool(node_env, done, &ended)))
    return 0;
  if (ended || !(value = get(step, "value"))) return 0;
  static const NodeWhere where = {NULL, NULL, NULL, "an item of an iterable", -1, {NULL, 0}};
  return node_to_python(value, p->type ? p->type : &node_type_any, &where);
}

static RtValue proxy_next(RtValue v) {
  napi_handle_scope scope;
  if (!PROXY(v)->receiver) return rt_raise_type_of("'%s' object is not an iterator", v);
  if (!node_ok(napi_open_handle_scope(node_env, &scope))) return 0;
  RtValue result = next_item(PROXY(v));
  napi_close_handle_scope(node_env, scope);
  return result;
}

static RtValue proxy_iter(RtValue v) {
  if (PROXY(v)->type && PROXY(v)->receiver) return rt_new_ref(v);
  napi_handle_scope scope;
  if (!node_ok(napi_open_handle_scope(node_env, &scope))) return 0;
  napi_value object = node_proxy_value(v);
  RtValue result = object ? node_proxy_iterator(object, &node_type_any) : 0;
  napi_close_handle_scope(node_env, scope);
  return result || rt_pending ? result : rt_raise_type_of("'%s' object is not iterable", v);
}

/* ---- await ---- */

/* What `await promise` iterates: hands the promise out, and gives what comes back. */
typedef struct Wait { RtObject head; RtValue promise; /* 0: handed out */ } Wait;
#define WAIT(v) ((Wait *)rt_object(v))

static void wait_dealloc(RtObject *object) {
  rt_xdecref(((Wait *)object)->promise);
  rt_free_object(object, sizeof(Wait));
}
static RtValue wait_next(RtValue v) {
  RtValue promise = WAIT(v)->promise;
  WAIT(v)->promise = 0;
  return promise;
}
RT_METHOD(wait_send) { return WAIT(self)->promise ? wait_next(self) : rt_raise_value(&rt_exc_StopIteration, args[0]); }
RT_METHOD(wait_throw) { return rt_raise(args[0], 0); }
static RtValue wait_iter(RtValue v) { return rt_new_ref(v); }
static const RtMethodDef wait_methods[] = {{"send", wait_send, 1, 1, 0}, {"throw", wait_throw, 1, 3, 0}, {0}};
static RtType wait_type = {.head = RT_STATIC_HEAD, .name = "JSPromise", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(Wait), .dealloc = wait_dealloc,
                           .iter = wait_iter, .next = wait_next, .methods = wait_methods};

RT_METHOD(proxy_await) {
  RtValue future = node_tasks_run() ? node_task_future(self) : 0;
  if (future && future != RT_NONE) {
    RtValue iterator = rt_call_method0(future, RT_NAME(__await__));
    rt_decref(future);
    return iterator;
  }
  if (rt_pending) return 0;
  Wait *wait = rt_alloc(&wait_type, sizeof *wait);
  if (wait) wait->promise = rt_new_ref(self);
  return rt_value(wait);
}
static const RtMethodDef proxy_methods[] = {{"__await__", proxy_await, 0, 0, 0}, {0}};

RtType node_type_proxy = {.head = RT_STATIC_HEAD, .name = "JSObject", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(Proxy), .dealloc = proxy_dealloc,
                          .repr = proxy_repr, .hash = proxy_hash, .compare = proxy_compare, .getattr = proxy_getattr, .setattr = proxy_setattr,
                          .getitem = proxy_getitem, .call = proxy_call, .iter = proxy_iter, .next = proxy_next, .methods = proxy_methods};
