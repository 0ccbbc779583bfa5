/* Exceptions both ways. What was thrown on one side and passes through the other comes out as the same object. */
#include "node.h"
#include "container.h"
#include "dict.h"
#include "exception.h"
#include "str.h"
#include "traceback.h"
#include "type.h"
#include <stdio.h>
#include <stdlib.h>

/* What a JavaScript exception is in Python. The value thrown is its attribute `thrown`: an object with it, since a proxy can't stand for a primitive. */
RtType node_type_js_error = {.head = RT_STATIC_HEAD, .name = "JSError", .base = &rt_exc_Exception, .instance_size = sizeof(RtException),
                             .flags = RT_TYPE_EXCEPTION | RT_TYPE_CYCLIC | RT_TYPE_INSTANCE_DICT};

/* ---- from JavaScript ---- */

static RtStr *text_property(napi_value object, const char *name) {
  napi_value value;
  napi_valuetype kind;
  RtStr *text = NULL;
  if (node_ok(napi_get_named_property(node_env, object, name, &value)) && node_ok(napi_typeof(node_env, value, &kind)) && kind == napi_string)
    text = node_str_to_python(value);
  rt_clear_pending(); /* getters may throw */
  return text;
}

static RtStr *message_of(napi_value thrown, bool is_object) {
  RtStr *text = is_object ? text_property(thrown, "message") : NULL;
  napi_value as_text;
  if (!text && node_ok(napi_coerce_to_string(node_env, thrown, &as_text))) text = node_str_to_python(as_text);
  rt_clear_pending();
  return text ? text : rt_str_from_ascii("an exception of JavaScript");
}

static int keep(RtException *e, const char *name, STEAL RtValue value) {
  RtStr *key = value ? rt_str_from_ascii(name) : NULL;
  if (key && !e->dict) e->dict = rt_dict_new(4);
  int status = key && e->dict ? rt_dict_set_str(e->dict, rt_canonical(key), value) : -1;
  rt_xdecref(rt_value(key));
  rt_xdecref(value);
  return status;
}

static RtValue keep_thrown(napi_value thrown) {
  napi_value box;
  napi_property_descriptor property = {.utf8name = "value", .value = thrown}; /* defined, not set: somebody's setter could throw again */
  if (!node_ok(napi_create_object(node_env, &box)) || !node_ok(napi_define_properties(node_env, box, 1, &property))) return 0;
  return node_proxy_new(box, NULL);
}

RtValue node_error_to_python(napi_value thrown) {
  napi_valuetype kind;
  if (!node_ok(napi_typeof(node_env, thrown, &kind))) return rt_take_pending();
  bool is_object = kind == napi_object || kind == napi_function;
  RtValue known = is_object ? node_unwrap(thrown) : 0;
  if (known && rt_is_exception(known)) return known;
  rt_xdecref(known);
  rt_type_ready(&node_type_js_error);
  RtValue message = rt_value(message_of(thrown, is_object));
  RtException *e = message ? rt_exception_new(&node_type_js_error, &message, 1) : NULL;
  rt_xdecref(message);
  if (!e || keep(e, "thrown", keep_thrown(thrown)) < 0) {
    rt_xdecref(rt_value(e));
    return rt_take_pending();
  }
  RtStr *name = is_object ? text_property(thrown, "name") : NULL, *stack = is_object ? text_property(thrown, "stack") : NULL;
  if (name) keep(e, "name", rt_value(name));
  if (stack) keep(e, "stack", rt_value(stack));
  rt_clear_pending();
  return rt_value(e);
}

bool node_failed(napi_status status) {
  napi_value thrown;
  bool pending = false;
  if (!node_env) return rt_raise_string(&rt_exc_SystemExit, "the JavaScript environment has ended"), false;
  napi_is_exception_pending(node_env, &pending);
  if (pending && napi_get_and_clear_last_exception(node_env, &thrown) == napi_ok) {
    RtValue exception = node_error_to_python(thrown);
    if (exception) rt_set_pending(exception);
    else rt_raise_string(&rt_exc_RuntimeError, "an exception of JavaScript");
  } else if (status == napi_pending_exception || status == napi_closing || status == napi_cannot_run_js) {
    rt_raise_string(&rt_exc_SystemExit, "the JavaScript environment is ending"); /* nothing that `except Exception` would hold up */
  } else {
    const napi_extended_error_info *info = NULL;
    napi_get_last_error_info(node_env, &info);
    rt_raise_format(&rt_exc_RuntimeError, "Node-API: %s", info && info->error_message ? info->error_message : "unknown failure");
  }
  return false;
}

/* ---- to JavaScript ---- */

enum { FRAMES = 100, CAUSES = 16 };

/* As V8 writes frames, innermost first, so that tools understand them. */
static void add_frames(RtText *out, RtValue traceback) {
  const RtTraceback *chain[FRAMES];
  int count = 0;
  for (RtValue at = traceback; at; at = ((RtTraceback *)rt_object(at))->next) {
    if (count == FRAMES) memmove(chain, chain + 1, (size_t)--count * sizeof *chain); /* the innermost are worth most */
    chain[count++] = (RtTraceback *)rt_object(at);
  }
  while (count-- > 0) {
    const RtLocation *l = chain[count]->location;
    rt_text_printf(out, "\n    at %s (%s:%d:%d)", l->code->qualname, l->code->source->path, l->line, l->column + 1);
    if (chain[count]->repeats) rt_text_printf(out, "\n    ... and %lld times more", (long long)chain[count]->repeats);
  }
}

static napi_value text_to_js(RtText *text) {
  napi_value result = node_text_to_js(text->data ? text->data : "", (int64_t)text->length);
  free(text->data);
  return result;
}

static napi_value message_to_js(RtValue exception) {
  RtStr *message = rt_str(exception);
  if (!message) rt_clear_pending();
  napi_value result = message ? node_str_to_js(message) : NODE_NAME("");
  rt_xdecref(rt_value(message));
  return result;
}

static RtValue cause_of(const RtException *e) {
  if (e->cause && e->cause != RT_NONE) return e->cause;
  return e->suppress_context ? 0 : e->context;
}

static int cause_depth;

static napi_value cause_to_js(RtValue cause) {
  if (!cause || cause_depth >= CAUSES) return node_undefined();
  cause_depth++;
  napi_value result = node_error_to_js(cause);
  cause_depth--;
  return result;
}

static int copy_attribute(napi_value error, RtStr *name, RtValue value) {
  if (rt_str_at(name, 0) == '_') return 0;
  napi_value key = node_str_to_js(name), converted = key ? node_to_js(value, &node_type_any) : NULL;
  if (converted && node_ok(napi_set_property(node_env, error, key, converted))) return 0;
  rt_clear_pending(); /* an attribute that can't cross is left out */
  return 0;
}

/* What a class of the program has put into its exceptions. */
static void copy_attributes(napi_value error, RtException *e) {
  RtType *type = e->head.type;
  for (int64_t i = 0; rt_is_class(type) && type->slot_names && i < type->slot_names->length; i++)
    if (e->slots[i]) copy_attribute(error, (RtStr *)rt_object(type->slot_names->items[i]), e->slots[i]);
  RtValue key, value;
  for (int64_t at = 0; e->dict && rt_dict_next(e->dict, &at, &key, &value);)
    if (rt_is_str(key)) copy_attribute(error, (RtStr *)rt_object(key), value);
}

static void copy_exit_code(napi_value error, RtException *e) {
  if (!rt_is_subtype(e->head.type, &rt_exc_SystemExit)) return;
  napi_value code = node_to_js(e->extra[RT_EXTRA_VALUE] ? e->extra[RT_EXTRA_VALUE] : RT_NONE, &node_type_any);
  if (!code || !node_ok(napi_set_named_property(node_env, error, "code", code))) rt_clear_pending();
}

static void copy_named(napi_value error, RtException *e, RtStr *name, const char *as) {
  RtValue value = rt_getattr_optional(rt_value(e), name);
  napi_value converted = value && value != RT_NONE ? node_to_js(value, &node_type_any) : NULL;
  if (converted) node_ok(napi_set_named_property(node_env, error, as, converted));
  rt_xdecref(value);
  rt_clear_pending();
}

static bool is_group(const RtType *type) {
  while (type && strcmp(type->name, "BaseExceptionGroup") != 0) type = type->base;
  return type != NULL;
}

void node_error_copy_attributes(napi_value error, RtValue exception) {
  RtException *e = rt_exception_of(exception);
  copy_attributes(error, e);
  copy_exit_code(error, e);
  if (is_group(e->head.type)) copy_named(error, e, RT_NAME(exceptions), "errors");
  if (!rt_is_subtype(e->head.type, &rt_exc_OSError)) return;
  copy_named(error, e, RT_NAME(errno), "errno");
  copy_named(error, e, RT_NAME(filename), "path");
}

/* The object around what JavaScript threw; NULL: Python raised it. */
static napi_value thrown_by_js(RtException *e) {
  if (!rt_is_subtype(e->head.type, &node_type_js_error) || !e->dict) return NULL;
  RtStr *key = rt_str_from_ascii("thrown");
  RtValue box = key ? rt_dict_get_str(e->dict, rt_canonical(key)) : 0;
  rt_xdecref(rt_value(key));
  return box && node_is_proxy(box) ? node_proxy_value(box) : NULL;
}

static napi_value make_error(RtException *e) {
  RtText frames = {0};
  size_t length;
  RtType *type = e->head.type;
  napi_value class = rt_is_class(type) ? node_class_to_js(type) : node_undefined();
  add_frames(&frames, e->traceback);
  char *report = rt_traceback_text(rt_value(e), &length);
  RtValue cause = cause_of(e);
  napi_value args[] = {class, NODE_NAME(type->name), message_to_js(rt_value(e)), text_to_js(&frames), node_text_to_js(report ? report : "", report ? (int64_t)length : 0), cause_to_js(cause), node_bool_to_js(cause != 0)};
  free(report);
  for (size_t i = 0; i < 7; i++)
    if (!args[i]) return NULL;
  return node_help(NODE_HELPER_ERROR, 7, args);
}

napi_value node_error_to_js(RtValue exception) {
  RtException *e = rt_exception_of(exception);
  napi_value box = thrown_by_js(e), result;
  if (box) return node_ok(napi_get_named_property(node_env, box, "value", &result)) ? result : NULL;
  napi_value known = node_wrapped(exception);
  if (known) return known;
  napi_value error = make_error(e);
  if (!error || node_wrap(error, exception) < 0) return NULL;
  node_error_copy_attributes(error, exception);
  return error;
}

napi_value node_throw_pending(void) {
  RtValue exception = rt_take_pending();
  if (!exception) return NULL;
  napi_value error = node_error_to_js(exception);
  if (error) napi_throw(node_env, error);
  else napi_throw_error(node_env, NULL, rt_typeof(exception)->name);
  rt_decref(exception);
  rt_clear_pending();
  return NULL;
}
