/*
 * format() and the fields of f-strings: dispatch to __format__, with short cuts for the exact built-in types.
 */
#include "format.h"
#include "call.h"
#include "container.h"
#include "format-number.h"
#include "str.h"

RtStr *rt_ascii(RtValue v) {
  RtStr *text = rt_repr(v);
  if (!text) return NULL;
  RtStr *result = rt_str_escape_non_ascii(text);
  rt_decref_object(text);
  return result;
}

RtStr *rt_format_object(RtValue v, RtStr *spec) {
  if (spec->length == 0) return rt_str(v);
  return (RtStr *)rt_object(rt_raise_type_of("unsupported format string passed to %s.__format__", v));
}

RtValue rt_object_format_method(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)nargs, (void)kwnames;
  RtStr *spec = rt_str_arg("__format__", 0, args[0]);
  return spec ? rt_value(rt_format_object(self, spec)) : 0;
}

static RtStr *call_format(RtValue method, RtValue v, RtStr *spec) {
  RtValue argument = rt_value(spec);
  RtValue result = rt_call_with_self(method, v, &argument, 1, NULL);
  if (!result || rt_is_str(result)) return (RtStr *)rt_object(result);
  rt_raise_type_of("__format__ must return a str, not %s", result);
  rt_decref(result);
  return NULL;
}

static bool is_objects_own(RtValue method) {
  if (!method) return true;
  return rt_typeof(method) == &rt_type_builtin &&
         ((RtBuiltin *)rt_object(method))->def->fn == rt_object_format_method;
}

/* The plain string of what a __format__ or __str__ gave. */
static RtStr *plain_result(STEAL RtStr *s) {
  if (!s || s->head.type == &rt_type_str) return s;
  RtStr *plain = RT_NEW_REF(rt_str_of(rt_value(s)));
  rt_decref_object(s);
  return plain;
}

RtStr *rt_format(RtValue v, RtStr *spec) {
  RtType *type = rt_typeof(v);
  if (type == &rt_type_str) return rt_str_format((RtStr *)rt_object(v), spec);
  if (type == &rt_type_int) return rt_format_int(v, spec);
  if (type == &rt_type_float) return rt_format_float(rt_float_value(v), spec);
  RtValue method = rt_type_lookup(type, RT_NAME(__format__));
  return plain_result(is_objects_own(method) ? rt_format_object(v, spec) : call_format(method, v, spec));
}

RtStr *rt_format_value(RtValue v, int conversion, RtStr *spec) {
  if (!conversion) {
    if (!spec && rt_is_small(v)) return rt_int_to_str(v, 10);
    return rt_format(v, spec ? spec : rt_str_empty);
  }
  RtStr *text = conversion == 'r' ? rt_repr(v) : conversion == 'a' ? rt_ascii(v) : rt_str(v);
  if (!text || !spec || spec->length == 0) return plain_result(text);
  RtStr *result = rt_format(rt_value(text), spec);
  rt_decref_object(text);
  return result;
}

RT_BUILTIN_FN(rt_builtin_format) {
  if (nargs < 2) return rt_value(rt_format(args[0], rt_str_empty));
  RtStr *spec = rt_str_arg("format", 2, args[1]);
  return spec ? rt_value(rt_format(args[0], spec)) : 0;
}

RT_BUILTIN_FN(rt_builtin_repr) { return rt_value(rt_repr(args[0])); }
RT_BUILTIN_FN(rt_builtin_ascii) { return rt_value(rt_ascii(args[0])); }
