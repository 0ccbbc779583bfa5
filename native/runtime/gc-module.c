/* The module gc. */
#include "container.h"
#include "gc.h"

RT_BUILTIN_FN(rt_gc_module_collect) { return rt_int_box(rt_gc_collect()); }
RT_BUILTIN_FN(rt_gc_module_isenabled) { return rt_bool_ref(rt_gc_enabled); }
RT_BUILTIN_FN(rt_gc_module_enable) {
  rt_gc_enabled = true;
  return rt_none();
}
RT_BUILTIN_FN(rt_gc_module_disable) {
  rt_gc_enabled = false;
  return rt_none();
}
