/* What a program wants to be called at its end: lib/stdlib/atexit.py keeps the list. */
#include "atexit.h"
#include "container.h"
#include "module.h"

static RtValue hook;

static void clear(void) {
  RtValue old = hook;
  hook = 0;
  rt_xdecref(old);
}

RT_WITNESS void rt_atexit_keep(RtValue function) {
  clear();
  hook = rt_new_ref(function);
  rt_on_teardown(clear);
}

RT_BUILTIN_FN(rt_atexit_set_hook) {
  rt_atexit_keep(args[0]);
  return rt_none();
}

void rt_atexit_run(void) {
  if (!hook) return;
  RtValue result = rt_call(hook, NULL, 0, NULL);
  rt_xdecref(result);
  rt_clear_pending();
}
