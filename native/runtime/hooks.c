/* sys.excepthook and sys.unraisablehook: what a program puts in their places is told of exceptions that nobody catches. */
#include "hooks.h"
#include "call.h"
#include "exception.h"
#include "function.h"
#include "print.h"
#include "record.h"
#include "str.h"
#include "sys.h"
#include "traceback.h"
#include "type.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct { RtValue own /* 0: the runtime's */; RtValue standard; } hooks[2];

/* ---- what the runtime does by itself ---- */

/* Where the program has put something in the place of sys.stderr, there. */
static bool print_to_own(RtValue exception) {
  if (!rt_sys_stderr_replaced()) return false;
  size_t length;
  char *text = rt_traceback_text(exception, &length);
  bool done = rt_sys_write_stderr(text, length);
  free(text);
  return done;
}

RT_METHOD(print_exception) {
  if (!rt_is_exception(args[1])) return rt_raise_type_of("print_exception(): Exception expected for value, %s found", args[1]);
  RtException *exception = rt_exception_of(args[1]);
  if (!exception->traceback && !rt_is_small(args[2]) && rt_typeof(args[2]) == &rt_type_traceback)
    exception->traceback = rt_new_ref(args[2]);
  if (!print_to_own(args[1])) rt_traceback_print(args[1]);
  return rt_none();
}

static const char *const fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};
RT_RECORD(static, arguments_type, "UnraisableHookArgs", fields)

RT_METHOD(print_unraisable) {
  if (rt_is_small(args[0]) || rt_typeof(args[0]) != &arguments_type) return rt_raise_string(&rt_exc_TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
  const RtTuple *given = (RtTuple *)rt_object(args[0]);
  RtValue own = hooks[RT_HOOK_UNRAISABLE].own, message = given->items[3];
  char *text = rt_is_str(message) ? rt_str_to_utf8((RtStr *)rt_object(message), NULL) : NULL;
  hooks[RT_HOOK_UNRAISABLE].own = 0;
  rt_set_pending(rt_new_ref(given->items[1]));
  rt_write_unraisable(text, given->items[4]);
  hooks[RT_HOOK_UNRAISABLE].own = own;
  free(text);
  return rt_none();
}

static const RtMethodDef standard_hooks[] = {{"excepthook", print_exception, 3, 3, 0}, {"unraisablehook", print_unraisable, 1, 1, 0}};

static RtValue standard(RtHook which) {
  if (!hooks[which].standard) hooks[which].standard = rt_builtin_new(&standard_hooks[which], 0, NULL);
  return hooks[which].standard ? rt_new_ref(hooks[which].standard) : 0;
}

RtValue rt_hooks_original_excepthook(void) { return standard(RT_HOOK_EXCEPTION); }
RtValue rt_hooks_original_unraisablehook(void) { return standard(RT_HOOK_UNRAISABLE); }
static RtValue current(RtHook which) { return hooks[which].own ? rt_new_ref(hooks[which].own) : standard(which); }
RtValue rt_hooks_excepthook(void) { return current(RT_HOOK_EXCEPTION); }
RtValue rt_hooks_unraisablehook(void) { return current(RT_HOOK_UNRAISABLE); }

RT_WITNESS void rt_hooks_assign(RtHook which, RtValue hook) {
  RtValue old = hooks[which].own;
  hooks[which].own = hook == hooks[which].standard ? 0 : rt_new_ref(hook);
  rt_xdecref(old);
}

void rt_hooks_clear(void) {
  for (int i = 0; i < 2; i++) {
    RtValue held[] = {hooks[i].own, hooks[i].standard};
    hooks[i].own = hooks[i].standard = 0;
    rt_xdecref(held[0]);
    rt_xdecref(held[1]);
  }
}

/* ---- calling what the program has put there ---- */

static void write_text(const char *text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

int rt_hooks_report(RtValue exception) {
  RtValue hook = hooks[RT_HOOK_EXCEPTION].own;
  if (!hook) return print_to_own(exception);
  RtValue traceback = rt_exception_of(exception)->traceback;
  RtValue args[] = {rt_value(rt_ready(rt_typeof(exception))), exception, traceback ? traceback : RT_NONE};
  rt_incref(hook);
  RtValue result = rt_call(hook, args, 3, NULL);
  rt_decref(hook);
  rt_xdecref(result);
  if (result || rt_pending_is(&rt_exc_SystemExit)) return 1;
  RtValue error = rt_take_pending();
  rt_stdout_flush();
  write_text("Error in sys.excepthook:\n");
  rt_traceback_print(error);
  write_text("\nOriginal exception was:\n");
  rt_traceback_print(exception);
  rt_decref(error);
  return 1;
}

int rt_hooks_unraisable(const char *what, RtValue where, RtValue exception) {
  RtValue hook = hooks[RT_HOOK_UNRAISABLE].own;
  if (!hook || !exception) return 0;
  RtValue traceback = rt_exception_of(exception)->traceback;
  RtValue items[] = {rt_new_ref(rt_value(rt_typeof(exception))), rt_new_ref(exception), rt_new_ref(traceback ? traceback : RT_NONE),
                     what ? rt_value(rt_str_from_utf8(what, -1)) : rt_none(), rt_new_ref(where)};
  RtValue arguments = rt_record_new(&arguments_type, items, 5);
  rt_incref(hook);
  RtValue result = arguments ? rt_call1(hook, arguments) : 0;
  if (!result) {
    RtValue own = hooks[RT_HOOK_UNRAISABLE].own;
    hooks[RT_HOOK_UNRAISABLE].own = 0;
    rt_write_unraisable("Exception ignored in sys.unraisablehook", hook);
    hooks[RT_HOOK_UNRAISABLE].own = own;
  }
  rt_xdecref(arguments);
  rt_xdecref(result);
  rt_decref(hook);
  return 1;
}
