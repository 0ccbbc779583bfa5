/* Iterators and generators of Python as JavaScript iterators: next, return and throw. */
#include "node.h"
#include "call.h"
#include "exception.h"
#include "generator.h"
#include "str.h"

static napi_ref iterator_class;
static RtValue adopting;

static bool is_generator(RtValue v) { return rt_typeof(v) == &rt_type_generator; }
/* Has send and throw. */
static bool is_coroutine(RtValue v) { return is_generator(v) || node_is_awaitable(rt_typeof(v)); }

static napi_value step(napi_value value, bool done) {
  napi_value parts[] = {value, node_bool_to_js(done)};
  return parts[0] && parts[1] ? node_help(NODE_HELPER_RESULT, 2, parts) : NULL;
}

static napi_value stepped(RtValue iterator, STEAL RtValue item) {
  napi_value result = NULL;
  if (item) result = step(node_to_js(item, !is_generator(iterator) && is_coroutine(iterator) ? &node_type_any : node_wrap_item(iterator)), false);
  else if (!rt_pending) {
    RtValue last = is_generator(iterator) ? rt_generator_take_result((RtGenerator *)rt_object(iterator)) : 0;
    result = step(last && last != RT_NONE ? node_to_js(last, &node_type_any) : node_undefined(), true);
    rt_xdecref(last);
  }
  rt_xdecref(item);
  return result;
}

static napi_value next_of(RtValue iterator, const napi_value *given) {
  napi_valuetype kind = napi_undefined;
  if (given && !node_ok(napi_typeof(node_env, *given, &kind))) return NULL;
  if (!is_coroutine(iterator) || (kind == napi_undefined && is_generator(iterator))) return stepped(iterator, rt_next(iterator));
  RtValue sent = kind == napi_undefined ? rt_new_ref(RT_NONE) : node_to_python(*given, &node_type_any, NULL);
  RtValue item = sent ? rt_call_method1(iterator, RT_NAME(send), sent) : 0;
  rt_xdecref(sent);
  if (item || !rt_pending_is(&rt_exc_StopIteration)) return stepped(iterator, item);
  RtValue last = rt_stop_value();
  napi_value result = last ? step(node_to_js(last, is_generator(iterator) ? &node_type_any : node_wrap_item(iterator)), true) : NULL;
  rt_xdecref(last);
  return result;
}

static napi_value return_of(RtValue iterator, const napi_value *given) {
  if (is_generator(iterator)) {
    RtValue closed = rt_generator_close((RtGenerator *)rt_object(iterator));
    if (!closed) return NULL;
    rt_decref(closed);
  }
  return step(given ? *given : node_undefined(), true);
}

static napi_value throw_into(RtValue iterator, const napi_value *given) {
  RtValue exception = node_error_to_python(given ? *given : node_undefined());
  if (!exception) return NULL;
  if (!is_coroutine(iterator)) return (rt_set_pending(exception), NULL);
  RtValue item = rt_call_method1(iterator, RT_NAME(throw), exception);
  rt_decref(exception);
  if (item || !rt_pending_is(&rt_exc_StopIteration)) return stepped(iterator, item);
  RtValue last = rt_stop_value();
  napi_value result = last ? step(node_to_js(last, is_generator(iterator) ? &node_type_any : node_wrap_item(iterator)), true) : NULL;
  rt_xdecref(last);
  return result;
}

static napi_value call(napi_env env, napi_callback_info info, napi_value (*method)(RtValue, const napi_value *)) {
  napi_value arg, this;
  size_t count = 1;
  if (napi_get_cb_info(env, info, &count, &arg, &this, NULL) != napi_ok) return NULL;
  node_enter();
  RtValue iterator = node_unwrap(this);
  napi_value result = NULL;
  if (iterator) result = method(iterator, count ? &arg : NULL);
  else if (!rt_pending) rt_raise_string(&rt_exc_TypeError, "not an iterator of Python");
  rt_xdecref(iterator);
  if (!result) node_throw_pending();
  node_leave();
  return result;
}

static napi_value next_method(napi_env env, napi_callback_info info) { return call(env, info, next_of); }
static napi_value return_method(napi_env env, napi_callback_info info) { return call(env, info, return_of); }
static napi_value throw_method(napi_env env, napi_callback_info info) { return call(env, info, throw_into); }

static napi_value construct(napi_env env, napi_callback_info info) {
  napi_value this;
  size_t count = 0;
  if (napi_get_cb_info(env, info, &count, NULL, &this, NULL) != napi_ok) return NULL;
  RtValue v = adopting;
  adopting = 0;
  if (!v) return napi_throw_type_error(env, NULL, "iterators are made by Python only"), NULL;
  return node_wrap(this, v) < 0 ? node_throw_pending() : this;
}

static napi_value class_of_iterators(void) {
  napi_value class;
  if (iterator_class) return node_ok(napi_get_reference_value(node_env, iterator_class, &class)) ? class : NULL;
  const napi_property_attributes method = (napi_property_attributes)(napi_writable | napi_configurable);
  const napi_property_descriptor members[] = {{.utf8name = "next", .method = next_method, .attributes = method},
                                              {.utf8name = "return", .method = return_method, .attributes = method},
                                              {.utf8name = "throw", .method = throw_method, .attributes = method}};
  if (!node_ok(napi_define_class(node_env, "PythonIterator", NAPI_AUTO_LENGTH, construct, NULL, 3, members, &class))) return NULL;
  if (!node_help(NODE_HELPER_ITERATOR, 1, &class)) return NULL;
  return node_ok(napi_create_reference(node_env, class, 1, &iterator_class)) ? class : NULL;
}

napi_value node_iterator_to_js(RtValue iterator, const NodeType *item) {
  napi_value known = node_wrapped(iterator), class = known ? NULL : class_of_iterators(), result;
  if (known) return known;
  if (!class) return NULL;
  adopting = iterator;
  bool made = node_ok(napi_new_instance(node_env, class, 0, NULL, &result));
  adopting = 0;
  if (made) node_wrap_set_item(iterator, item);
  return made ? result : NULL;
}

/* ---- coroutines and asynchronous generators ---- */

/* By their names: a mention of the types would bring their code into every module. */
static bool is_named(const RtType *type, const char *name) { return strcmp(type->name, name) == 0; }
bool node_is_awaitable(const RtType *type) {
  return is_named(type, "coroutine") || is_named(type, "async_generator_asend") || is_named(type, "async_generator_athrow") || is_named(type, "anext_awaitable");
}
bool node_is_async_iterator(const RtType *type) { return is_named(type, "async_generator"); }

/* The coroutine starts at once, as a function of JavaScript would. */
napi_value node_promise_to_js(RtValue awaitable, const NodeType *type, napi_value signal) {
  if (node_tasks_run()) return node_task_to_js(awaitable, type, signal);
  napi_value iterator = node_iterator_to_js(awaitable, type->kind == NODE_AWAITABLE ? type->items[0] : &node_type_any);
  napi_value args[] = {iterator, signal};
  return iterator ? node_help(NODE_HELPER_PROMISE, 1 + (signal != NULL), args) : NULL;
}

static napi_value method_to_js(RtValue v, RtStr *name) {
  RtValue method = rt_getattr(v, name);
  napi_value result = method ? node_callable_to_js(method) : NULL;
  rt_xdecref(method);
  return result;
}

napi_value node_async_iterator_to_js(RtValue v) {
  napi_value methods[] = {method_to_js(v, RT_NAME(__anext__)), method_to_js(v, RT_NAME(aclose))};
  return methods[0] && methods[1] ? node_help(NODE_HELPER_ASYNC_ITERATOR, 2, methods) : NULL;
}
