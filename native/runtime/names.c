/* What compiled code raises when a name, an import or an assertion fails. */
#include "container.h"
#include "exception.h"
#include "function.h"
#include "type.h"
#include "iterator.h"
#include <stdlib.h>

static RtValue with_name(const char *name) {
  RtStr *text = rt_pending && rt_is_exception(rt_pending) ? rt_str_from_utf8(name, -1) : NULL;
  if (!text) return 0;
  if (rt_pending_is(&rt_exc_NameError) || rt_pending_is(&rt_exc_ImportError)) rt_exception_set_named(rt_exception_of(rt_pending), RT_EXTRA_NAME, rt_value(text));
  rt_decref_object(text);
  return 0;
}

RtValue rt_unbound_local(const char *name) {
  return rt_raise_format(&rt_exc_UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name);
}

RtValue rt_unbound_free(const char *name) {
  return rt_raise_format(&rt_exc_NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name);
}

RtValue rt_name_error(const char *name) {
  rt_raise_format(&rt_exc_NameError, "name '%s' is not defined", name);
  return with_name(name);
}

RtValue rt_namespace_get(RtDict *namespace, RtStr *name) {
  RtValue value = rt_dict_get_str(namespace, name);
  if (value) return rt_new_ref(value);
  char *text = rt_str_to_utf8(name, NULL);
  if (text) rt_name_error(text);
  free(text);
  return 0;
}

RtDict *rt_exec_globals(RtValue namespace) {
  if (!rt_is_dict(namespace)) {
    rt_raise_type_of("exec() globals must be a dict, not %s", namespace);
    return NULL;
  }
  RtDict *dict = (RtDict *)rt_object(rt_base_value(namespace));
  if (!rt_dict_get_str(dict, RT_NAME(__builtins__)) && rt_dict_set_str(dict, RT_NAME(__builtins__), RT_NONE) < 0) return NULL;
  return RT_NEW_REF(dict);
}

RtValue rt_exec_locals(RtValue namespace) {
  if (rt_ready(rt_typeof(namespace))->getitem) return rt_new_ref(namespace);
  return rt_raise_type_of("locals must be a mapping or None, not %s", namespace);
}

RtValue rt_mapping_find(RtValue mapping, RtStr *name) {
  RtValue value = rt_getitem(mapping, rt_value(name));
  if (value || !rt_pending_is(&rt_exc_KeyError)) return value;
  rt_clear_pending();
  return rt_new_ref(rt_value(&rt_exhausted));
}

RtValue rt_namespace_get_or(RtDict *namespace, RtStr *name, RtValue fallback) {
  RtValue value = rt_dict_get_str(namespace, name);
  return rt_new_ref(value ? value : fallback);
}

RtValue rt_namespace_delete(RtValue names, RtStr *name) {
  if (rt_delitem(names, rt_value(name)) == 0) return rt_none();
  rt_clear_pending();
  char *text = rt_str_to_utf8(name, NULL);
  if (text) rt_name_error(text);
  free(text);
  return 0;
}

int rt_delete_global(RtValue *global, const char *name) {
  RtValue old = *global;
  if (!old) return rt_name_error(name), -1;
  *global = 0;
  rt_decref(old);
  return 0;
}

RtValue rt_assertion_failed(RtValue message) {
  return message ? rt_raise_value(&rt_exc_AssertionError, message) : rt_raise_none(&rt_exc_AssertionError);
}

RtValue rt_import_error(RtStr *module, RtStr *name) {
  char *from = rt_str_to_utf8(module, NULL), *what = rt_str_to_utf8(name, NULL);
  if (from && what) rt_raise_format(&rt_exc_ImportError, "cannot import name '%s' from '%s' (unknown location)", what, from);
  with_name(from ? from : "");
  free(from);
  free(what);
  return 0;
}

RtValue rt_module_not_found(RtStr *module) {
  char *name = rt_str_to_utf8(module, NULL);
  if (!name) return 0;
  rt_raise_format(&rt_exc_ModuleNotFoundError, "No module named '%s'", name);
  with_name(name);
  free(name);
  return 0;
}
