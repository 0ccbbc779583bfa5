/* asyncio on the loop of the host (lib/stdlib/_node_asyncio.py), and AbortSignals. */
#include "node.h"
#include "container.h"
#include "module.h"
#include "str.h"

static RtValue drive, future_of; /* 0: the program has no asyncio */

RtValue node_border_function(const char *module, const char *name) {
  RtModuleDef *const *def = tauraro_modules;
  while (*def && strcmp((*def)->name, module) != 0) def++;
  RtValue object = *def ? rt_import_module(*def) : 0, function = 0;
  RtStr *key = object ? rt_str_from_ascii(name) : NULL;
  if (key) function = rt_getattr(object, rt_str_intern(RT_NEW_REF(key)));
  rt_xdecref(rt_value(key));
  rt_xdecref(object);
  return function;
}

static napi_value in_javascript(STEAL RtValue function) {
  napi_value result = function ? node_callable_to_js(function) : NULL;
  rt_xdecref(function);
  return result;
}

int node_tasks_start(void) {
  static const char module[] = "_node_asyncio";
  drive = node_border_function(module, "drive");
  if (!drive) return rt_pending ? -1 : 0;
  future_of = node_border_function(module, "future_of");
  napi_value args[] = {in_javascript(node_border_function(module, "start")), in_javascript(node_border_function(module, "turn")),
                       in_javascript(node_border_function(module, "settled"))};
  return future_of && args[0] && args[1] && args[2] && node_help(NODE_HELPER_LOOP, 3, args) ? 0 : -1;
}

void node_tasks_end(void) {
  rt_xdecref(drive);
  rt_xdecref(future_of);
  drive = future_of = 0;
}

bool node_tasks_run(void) { return drive != 0; }
RtValue node_task_future(RtValue promise) { return rt_call(future_of, &promise, 1, NULL); }

static bool part(napi_value list, uint32_t index, napi_value *out) { return node_ok(napi_get_element(node_env, list, index, out)); }

/* Calls drive(awaitable, resolve, reject); what cancels the task. */
static RtValue start_task(RtValue awaitable, napi_value resolve, napi_value reject, const NodeType *type) {
  RtValue args[3] = {awaitable, node_proxy_new(resolve, type->kind == NODE_AWAITABLE ? type->settle : NULL), 0}, cancel = 0;
  if (args[1] && (args[2] = node_proxy_new(reject, NULL))) cancel = rt_call(drive, args, 3, NULL);
  rt_xdecref(args[1]);
  rt_xdecref(args[2]);
  return cancel;
}

static bool listen(napi_value signal, napi_value promise, RtValue cancel) {
  napi_value args[] = {signal, promise, node_callable_to_js(cancel)};
  return args[2] && node_help(NODE_HELPER_ABORT, 3, args);
}

napi_value node_task_to_js(RtValue awaitable, const NodeType *type, napi_value signal) {
  napi_value promise, resolve, reject, parts = node_help(NODE_HELPER_TASK, signal != NULL, &signal);
  if (!parts || !part(parts, 0, &promise) || !part(parts, 1, &resolve) || !part(parts, 2, &reject)) return NULL;
  RtValue cancel = start_task(awaitable, resolve, reject, type);
  bool good = cancel && (!signal || listen(signal, promise, cancel));
  rt_xdecref(cancel);
  return good ? promise : NULL;
}

napi_value node_take_signal(napi_value *args, size_t *count) {
  napi_value parts = node_help(NODE_HELPER_SIGNAL, 1, &args[*count - 1]), signal, rest;
  napi_valuetype kind;
  if (!parts || !node_ok(napi_typeof(node_env, parts, &kind)) || kind == napi_undefined || !part(parts, 0, &signal) || !part(parts, 1, &rest) ||
      !node_ok(napi_typeof(node_env, rest, &kind)))
    return NULL;
  if (kind == napi_undefined) --*count;
  else args[*count - 1] = rest;
  return signal;
}
