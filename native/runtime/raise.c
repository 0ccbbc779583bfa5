/* Raising and catching: the pending and the handled exception, implicit context, the statements raise, try and except*. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "str.h"
#include "type.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the pending exception ---- */

bool rt_pending_is(const RtType *type) { return rt_pending && rt_is_subtype(rt_object(rt_pending)->type, type); }

void rt_clear_pending(void) {
  RtValue old = rt_pending;
  rt_pending = 0;
  rt_xdecref(old);
}

RtValue rt_take_unready(void) {
  RtValue taken = rt_pending;
  rt_pending = 0;
  return taken;
}

RtValue rt_take_pending(void) {
  if (rt_pending) rt_ready(rt_object(rt_pending)->type);
  return rt_take_unready();
}

void rt_set_pending(STEAL RtValue exception) {
  RtValue old = rt_pending;
  rt_pending = exception;
  rt_xdecref(old);
}

static void set_value(RtValue *place, STEAL RtValue value) {
  RtValue old = *place;
  *place = value;
  rt_xdecref(old);
}

/* Breaks the chain of contexts where it would come back to `exception`. Brent's idea, as in CPython: stop where the chain is a cycle already. */
static void cut_context_cycle(RtValue from, RtValue exception) {
  RtValue at = from, slow = from;
  bool step = false;
  for (;;) {
    RtValue next = rt_exception_of(at)->context;
    if (!next) return;
    if (next == exception) {
      set_value(&rt_exception_of(at)->context, 0);
      return;
    }
    at = next;
    if (at == slow) return;
    if (step) slow = rt_exception_of(slow)->context;
    step = !step;
  }
}

RtValue rt_raise_exception(STEAL RtValue exception) {
  if (rt_handled && rt_handled != exception) {
    if (rt_object(exception)->refcount > 1) cut_context_cycle(rt_handled, exception); /* else no chain holds it */
    set_value(&rt_exception_of(exception)->context, rt_new_ref(rt_handled));
  }
  rt_set_pending(exception);
  return 0;
}

/* ---- raising from the runtime ---- */

RtValue rt_raise_memory(void) {
  static RtException emergency = {.head = {RT_IMMORTAL, &rt_exc_MemoryError}};
  static bool trying;
  RtValue exception = 0;
  if (!trying) {
    trying = true;
    exception = rt_value(rt_exception_plain(&rt_exc_MemoryError, NULL, 0));
    trying = false;
  }
  rt_clear_pending();
  if (exception) return rt_raise_exception(exception);
  rt_incref_object(&emergency);
  rt_set_pending(rt_value(&emergency));
  return 0;
}

RtValue rt_raise_value(RtType *type, RtValue argument) {
  RtException *exception = rt_exception_make(type, &argument, 1);
  if (!exception) return 0;
  rt_exception_init_one(exception, argument);
  return rt_raise_exception(rt_value(exception));
}

RtValue rt_raise_none(RtType *type) {
  RtException *exception = rt_exception_plain(type, NULL, 0);
  if (!exception) return 0;
  rt_exception_init_one(exception, RT_NONE);
  return rt_raise_exception(rt_value(exception));
}

/* The text of a KeyError is the repr of its argument. */
static RtValue raise_text(RtType *type, STEAL RtStr *text) {
  RtValue argument = rt_value(text);
  RtException *exception = text ? rt_exception_plain(type, &argument, 1) : NULL;
  if (exception) {
    rt_exception_init_one(exception, argument);
    rt_raise_exception(rt_value(exception));
  }
  rt_xdecref(argument);
  return 0;
}

RtValue rt_raise_string(RtType *type, const char *message) { return raise_text(type, rt_str_from_utf8(message, -1)); }
RtValue rt_raise_ascii(RtType *type, const char *message) { return raise_text(type, rt_str_from_message(message)); }

RtValue rt_raise_format(RtType *type, const char *format, ...) {
  char small[512], *text = small;
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int length = vsnprintf(small, sizeof small, format, args);
  if (length >= (int)sizeof small && (text = malloc((size_t)length + 1))) vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  va_end(args);
  if (!text) return rt_raise_memory();
  rt_raise_string(type, text);
  if (text != small) free(text);
  return 0;
}

RtValue rt_raise_type_of(const char *format, RtValue v) {
  return rt_raise_format(&rt_exc_TypeError, format, rt_typeof(v)->name);
}

RtValue rt_raise_argument(const char *format, RtValue v) {
  return rt_raise_format(&rt_exc_TypeError, format, rt_is_none(v) ? "None" : rt_typeof(v)->name);
}

RtValue rt_raise_attribute(RtValue object, RtStr *name, const char *format) {
  char *text = rt_str_to_utf8(name, NULL);
  if (!text) return rt_raise_memory();
  bool type_itself = rt_is_type(object) && strncmp(format, "type object", 11) == 0;
  rt_raise_format(&rt_exc_AttributeError, format, type_itself ? rt_type_of(object)->name : rt_typeof(object)->name, text);
  free(text);
  if (!rt_pending_is(&rt_exc_AttributeError)) return 0;
  rt_exception_set_named(rt_exception_of(rt_pending), RT_EXTRA_NAME, rt_value(name));
  rt_exception_set_named(rt_exception_of(rt_pending), RT_EXTRA_OBJECT, object);
  return 0;
}

void rt_exception_caused(RtException *e, STEAL RtValue cause) {
  rt_xdecref(e->context);
  e->cause = rt_new_ref(cause);
  e->context = cause;
  e->suppress_context = true;
}

/* ---- the statements ---- */

RtValue rt_raise_checked(RtValue class_called, STEAL RtValue made, bool by_statement) {
  if (!made || rt_is_exception(made)) return made;
  RtStr *class = rt_repr(class_called), *other = class && by_statement ? rt_repr(rt_value(rt_typeof(made))) : NULL;
  char *text = class ? rt_str_to_utf8(class, NULL) : NULL, *theirs = other ? rt_str_to_utf8(other, NULL) : NULL;
  if (text)
    rt_raise_format(&rt_exc_TypeError, "calling %s should have returned an instance of BaseException, not %s", text, theirs ? theirs : rt_typeof(made)->name);
  free(text);
  free(theirs);
  rt_xdecref(rt_value(class));
  rt_xdecref(rt_value(other));
  rt_decref(made);
  return 0;
}

/* An exception made from what stands after `raise` or `from`. */
static RtValue instantiate(RtValue v, const char *wrong) {
  if (rt_is_exception(v)) return rt_new_ref(v);
  if (!rt_is_exception_class(v)) return rt_raise_string(&rt_exc_TypeError, wrong);
  return rt_raise_checked(v, rt_call0(v), true);
}

RtValue rt_raise(RtValue value_or_type, RtValue cause) {
  RtValue exception = instantiate(value_or_type, "exceptions must derive from BaseException");
  if (!exception) return 0;
  if (cause) {
    RtValue reason = 0;
    if (cause != RT_NONE && !(reason = instantiate(cause, "exception causes must derive from BaseException"))) {
      rt_decref(exception);
      return 0;
    }
    set_value(&rt_exception_of(exception)->cause, reason);
    rt_exception_of(exception)->suppress_context = true;
  }
  return rt_raise_exception(exception);
}

RtValue rt_raise_again(void) {
  if (!rt_handled) return rt_raise_string(&rt_exc_RuntimeError, "No active exception to reraise");
  rt_set_pending(rt_new_ref(rt_handled));
  return 0;
}

static int not_catchable(void) {
  rt_raise_string(&rt_exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
  return -1;
}

int rt_exception_match(RtValue exception, RtValue type_or_tuple) {
  RtType *type = rt_object(exception)->type;
  if (rt_is_exception_class(type_or_tuple)) return rt_is_subtype(type, rt_type_of(type_or_tuple));
  if (rt_is_small(type_or_tuple) || !rt_is_tuple(type_or_tuple)) return not_catchable();
  RtTuple *types = (RtTuple *)rt_object(rt_base_value(type_or_tuple));
  for (int64_t i = 0; i < types->length; i++)
    if (!rt_is_exception_class(types->items[i])) return not_catchable();
  for (int64_t i = 0; i < types->length; i++)
    if (rt_is_subtype(type, rt_type_of(types->items[i]))) return 1;
  return 0;
}

RtValue rt_handler_enter(void) {
  assert(rt_pending);
  rt_ready(rt_object(rt_pending)->type);
  RtValue previous = rt_handled;
  rt_handled = rt_pending;
  rt_pending = 0;
  rt_handler_depth++;
  return previous;
}

void rt_handler_leave(STEAL RtValue previous) {
  RtValue old = rt_handled;
  assert(rt_handler_depth > 0);
  rt_handled = previous;
  if (--rt_handler_depth == 0 && RT_UNLIKELY(previous != rt_handled_outside)) { /* a generator that somebody else resumes now */
    rt_handled = rt_handled_outside ? rt_new_ref(rt_handled_outside) : 0;
    rt_xdecref(previous);
  }
  rt_xdecref(old);
}

BORROWED RtValue rt_handled_exception(void) { return rt_handled; }

RtValue rt_raise_statement(RtValue exception, RtValue cause) { return exception ? rt_raise(exception, cause) : rt_raise_again(); }
