/*
 * The runtime's own modules as objects, and the static functions in them: one RtBuiltin rt_function_<module>_<name> for each
 * line MODULE_FN of modules.def. A program that holds a module as an object has all its members; others only what they name.
 */
#include "container.h"
#include "function.h"
#include "module.h"

/* X(module, what CPython names as the module of its functions) */
#define OWN_MODULES(X) \
  X(_atexit, "atexit") X(_collections, "_collections") X(_files, "posix") X(_functools, "_functools") \
  X(_heapq, "_heapq") X(_random, "_random") X(_time, "time") X(_traceback, "_traceback") X(_weakref, \
  "_weakref") X(bisect, "_bisect") X(gc, "gc") X(itertools, "itertools") X(math, "math") X(operator, \
  "_operator") X(re, "re") X(sys, "sys")
#define X(module, named) MODULE_##module,
enum { NO_MODULE, OWN_MODULES(X) MODULE_COUNT };
#undef X
#define X(module, named) named,
const char *rt_builtin_module_name(const RtMethodDef *def) {
  static const char *const names[] = {"builtins", OWN_MODULES(X)};
  return names[def->flags >> RT_METHOD_MODULE_SHIFT];
}
#undef X

/* MODULE_FN(module, name, function, min, max, flags) · MODULE_VALUE(module, name, function that returns it) · MODULE_TYPE(module, name, type) */
#define MODULE_FN(module, name, fn, min, max, flags)                                                                  \
  RtValue fn(RtValue, const RtValue *, int64_t, RtTuple *);                                                           \
  static const RtMethodDef def_##module##_##name = {#name, fn, min, max, (flags) | MODULE_##module << RT_METHOD_MODULE_SHIFT};                                      \
  RtBuiltin rt_function_##module##_##name = {{RT_IMMORTAL, &rt_type_builtin}, &def_##module##_##name, 0, NULL};
#define MODULE_VALUE(module, name, fn) RtValue fn(void);
#define MODULE_TYPE(module, name, type) extern RtType type;
#include "modules.def"
#undef MODULE_FN
#undef MODULE_VALUE
#undef MODULE_TYPE

static int add(RtModule *m, const char *name, RtValue value) {
  if (!value) return -1;
  int status = rt_dict_set_str(m->dict, rt_name(name), value);
  if (rt_is_small(value) || rt_object(value)->refcount < RT_IMMORTAL / 2) rt_decref(value);
  return status;
}

static RtDict *imported;

/* One object for each module, made when it is first imported. */
static RtValue import(const char *name, int (*fill)(RtModule *)) {
  RtStr *key = rt_name(name);
  if (!imported && !(imported = rt_dict_new(0))) return 0;
  RtValue known = rt_dict_get_str(imported, key);
  if (known) return rt_new_ref(known);
  RtModule *m = rt_module_new(key);
  if (m && fill(m) == 0 && rt_dict_set_str(imported, key, rt_value(m)) == 0) return rt_value(m);
  rt_xdecref(rt_value(m));
  return 0;
}

static int fill_builtins(RtModule *m) {
  RtList *names = rt_list_new(0);
  int status = names ? rt_builtin_names(names) : -1;
  for (int64_t i = 0; status == 0 && i < names->length; i++) {
    RtStr *name = (RtStr *)rt_object(names->items.values[i]);
    RtValue value = rt_builtin(name);
    if (value) status = rt_dict_set_str(m->dict, name, value);
  }
  rt_xdecref(rt_value(names));
  return status;
}

RtValue rt_import_builtins(void);
RtValue rt_import_builtins(void) { return import("builtins", fill_builtins); }

static void (*clearers[8])(void);

void rt_on_teardown(void (*clear)(void)) {
  for (int i = 0; i < 8; i++) {
    if (clearers[i] == clear) return;
    if (!clearers[i]) {
      clearers[i] = clear;
      return;
    }
  }
}

void rt_builtin_modules_clear(void) {
  for (int i = 0; i < 8 && clearers[i]; i++) clearers[i]();
  RtDict *old = imported;
  imported = NULL;
  if (old) rt_decref_object(old);
}

#define MODULE _atexit
#define MODULE_ROWS "modules/_atexit.def"
#include "module-template.h"

#define MODULE _collections
#define MODULE_ROWS "modules/_collections.def"
#include "module-template.h"

#define MODULE _files
#define MODULE_ROWS "modules/_files.def"
#include "module-template.h"

#define MODULE _functools
#define MODULE_ROWS "modules/_functools.def"
#include "module-template.h"

#define MODULE _heapq
#define MODULE_ROWS "modules/_heapq.def"
#include "module-template.h"

#define MODULE _random
#define MODULE_ROWS "modules/_random.def"
#include "module-template.h"

#define MODULE _time
#define MODULE_ROWS "modules/_time.def"
#include "module-template.h"

#define MODULE _traceback
#define MODULE_ROWS "modules/_traceback.def"
#include "module-template.h"

#define MODULE _weakref
#define MODULE_ROWS "modules/_weakref.def"
#include "module-template.h"

#define MODULE bisect
#define MODULE_ROWS "modules/bisect.def"
#include "module-template.h"

#define MODULE gc
#define MODULE_ROWS "modules/gc.def"
#include "module-template.h"

#define MODULE itertools
#define MODULE_ROWS "modules/itertools.def"
#include "module-template.h"

#define MODULE math
#define MODULE_ROWS "modules/math.def"
#include "module-template.h"

#define MODULE operator
#define MODULE_ROWS "modules/operator.def"
#include "module-template.h"

#define MODULE re
#define MODULE_ROWS "modules/re.def"
#include "module-template.h"

#define MODULE sys
#define MODULE_ROWS "modules/sys.def"
#include "module-template.h"

