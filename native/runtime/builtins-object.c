/*
 * Built-in functions about objects: isinstance, getattr and its kin, hash, id, dir, vars, input.
 */
#include "builtins.h"
#include "dict.h"
#include "exception.h"
#include "function.h"
#include "list.h"
#include "module.h"
#include "object.h"
#include "set.h"
#include "str.h"
#include "sys.h"
#include "type.h"

RT_BUILTIN_FN(rt_builtin_isinstance) {
  int result = rt_isinstance(args[0], args[1]);
  return result < 0 ? 0 : rt_bool_ref(result);
}

RT_BUILTIN_FN(rt_builtin_issubclass) {
  int result = rt_issubclass(args[0], args[1]);
  return result < 0 ? 0 : rt_bool_ref(result);
}

RT_BUILTIN_FN(rt_builtin_callable) { return rt_bool_ref(rt_callable(args[0])); }

/* A small int's id is odd, and so never an object's. */
RT_BUILTIN_FN(rt_builtin_id) { return rt_int_from_u64((uint64_t)args[0]); }

RT_BUILTIN_FN(rt_builtin_hash) {
  int64_t hash = rt_hash(args[0]);
  return hash == -1 ? 0 : rt_int_from_i64(hash);
}

/* ---- attributes by name ---- */

static RtStr *attribute_name(RtValue name) {
  if (rt_is_str(name)) return (RtStr *)rt_object(rt_base_value(name));
  rt_raise_type_of("attribute name must be string, not '%s'", name);
  return NULL;
}

/* Absent is also what raised an AttributeError. */
static RtValue optional_attribute(RtValue object, RtStr *name) {
  RtValue value = rt_getattr_optional(object, name);
  if (!value && rt_pending_is(&rt_exc_AttributeError)) rt_clear_pending();
  return value;
}

RT_BUILTIN_FN(rt_builtin_getattr) {
  RtStr *name = attribute_name(args[1]);
  if (!name) return 0;
  if (nargs == 2) return rt_getattr(args[0], name);
  RtValue value = optional_attribute(args[0], name);
  return value || rt_pending ? value : rt_new_ref(args[2]);
}

RT_BUILTIN_FN(rt_builtin_hasattr) {
  RtStr *name = attribute_name(args[1]);
  if (!name) return 0;
  RtValue value = optional_attribute(args[0], name);
  rt_xdecref(value);
  return value || !rt_pending ? rt_bool_ref(value != 0) : 0;
}

RT_BUILTIN_FN(rt_builtin_setattr) {
  RtStr *name = attribute_name(args[1]);
  return name && rt_setattr(args[0], name, args[2]) == 0 ? rt_none() : 0;
}

RT_BUILTIN_FN(rt_builtin_delattr) {
  RtStr *name = attribute_name(args[1]);
  return name && rt_delattr(args[0], name) == 0 ? rt_none() : 0;
}

/* ---- dir, vars ---- */

/* What object has in CPython besides. Its __dict__ is that of instances here. */
static int add_object_names(RtSet *names) {
  RtStr *more[] = {RT_NAME(__doc__), RT_NAME(__getstate__), RT_NAME(__reduce__), RT_NAME(__reduce_ex__)};
  for (size_t i = 0; i < sizeof more / sizeof *more; i++)
    if (rt_set_add(names, rt_value(more[i])) < 0) return -1;
  return 0;
}

static int add_type_names(RtSet *names, RtType *type) {
  rt_ready(type);
  for (int64_t i = 0; type->mro && i < type->mro->length; i++) {
    RtType *base = rt_type_of(type->mro->items[i]);
    rt_ready(base);
    rt_slot_wrappers(base);
    bool grows = base->flags & RT_TYPE_INSTANCE_DICT, is_object = base == &rt_type_object;
    if (grows && rt_set_add(names, rt_value(RT_NAME(__dict__))) < 0) return -1;
    if (grows && rt_is_class(base) && rt_set_add(names, rt_value(RT_NAME(__weakref__))) < 0) return -1;
    int had = is_object ? rt_set_contains(names, rt_value(RT_NAME(__dict__))) : 1;
    if (had < 0 || rt_set_update(names, rt_value(rt_type_attributes(base))) < 0) return -1;
    if (!had && rt_set_discard(names, rt_value(RT_NAME(__dict__))) < 0) return -1;
    if (is_object && add_object_names(names) < 0) return -1;
  }
  return 0;
}

static int add_own_names(RtSet *names, RtValue v) {
  if (rt_is_instance(v)) {
    if (!rt_object_dict(v)) return 0; /* only __slots__ */
    RtDict *dict = rt_instance_dict(v);
    return dict ? rt_set_update(names, rt_value(dict)) : -1;
  }
  if (rt_is_small(v)) return 0;
  RtDict **dict = rt_object_dict(v);
  return dict && *dict ? rt_set_update(names, rt_value(*dict)) : 0;
}

static int add_names(RtSet *names, RtValue v) {
  if (rt_is_type(v)) return add_type_names(names, rt_type_of(v));
  if (!rt_is_small(v) && rt_typeof(v) == &rt_type_module) {
    RtDict *all = rt_module_names(v);
    int status = all ? rt_set_update(names, rt_value(all)) : -1;
    rt_xdecref(rt_value(all));
    return status;
  }
  return add_own_names(names, v) < 0 ? -1 : add_type_names(names, rt_typeof(v));
}

RtList *rt_dir(RtValue v) {
  BORROWED RtValue own = rt_type_lookup(rt_typeof(v), RT_NAME(__dir__));
  if (own && rt_typeof(own) != &rt_type_method_descriptor) {
    RtValue names = rt_call_with_self(own, v, NULL, 0, NULL);
    RtList *result = names ? rt_sorted(names, 0, false) : NULL;
    rt_xdecref(names);
    return result;
  }
  RtSet *names = rt_set_new(&rt_type_set);
  RtList *result = names && add_names(names, v) == 0 ? rt_sorted(rt_value(names), 0, false) : NULL;
  if (names) rt_decref_object(names);
  return result;
}

RT_BUILTIN_FN(rt_builtin_dir) { return rt_value(rt_dir(args[0])); }

RT_BUILTIN_FN(rt_builtin_vars) {
  RtValue dict = optional_attribute(args[0], RT_NAME(__dict__));
  return dict || rt_pending ? dict : rt_raise_string(&rt_exc_TypeError, "vars() argument must have __dict__ attribute");
}

/* exit and quit. */
RT_BUILTIN_FN(rt_builtin_exit) {
  RtValue exception = rt_call(rt_value(&rt_exc_SystemExit), args, nargs, NULL);
  if (exception) rt_raise_exception(exception);
  return 0;
}

/* ---- input ---- */

static RtStr *without_line_end(STEAL RtStr *line) {
  if (line->length == 0) {
    rt_decref_object(line);
    return (RtStr *)rt_object(rt_raise_string(&rt_exc_EOFError, "EOF when reading a line"));
  }
  if (rt_str_at(line, line->length - 1) != '\n') return line;
  RtStr *text = rt_str_substring(line, 0, line->length - 1);
  rt_decref_object(line);
  return text;
}

/* From a file of the program's own. */
static RtStr *line_of_other(RtValue input) {
  RtValue line = rt_call_method0(input, RT_NAME(readline));
  if (!line) return NULL;
  if (rt_is_str(line)) return (RtStr *)rt_object(line);
  rt_decref(line);
  rt_raise_string(&rt_exc_TypeError, "object.readline() returned non-string");
  return NULL;
}

static RtStr *line_of(RtValue input) {
  if (rt_is_stream(input)) return rt_stream_read_line(input);
  return RT_ONLY_WITH(rt_sys_own_stdin, line_of_other)(input);
}

RtStr *rt_input(RtStr *prompt) {
  if ((prompt && rt_print_str(prompt) < 0) || rt_stdout_flush() < 0) return NULL;
  RtValue input = rt_sys_stdin();
  RtStr *line = input ? line_of(input) : NULL;
  rt_xdecref(input);
  return line ? without_line_end(line) : NULL;
}

RT_BUILTIN_FN(rt_builtin_input) {
  RtStr *prompt = nargs ? rt_str(args[0]) : NULL;
  if (nargs && !prompt) return 0;
  RtStr *line = rt_input(prompt);
  if (prompt) rt_decref_object(prompt);
  return rt_value(line);
}
