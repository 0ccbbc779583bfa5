/* Generators: next, send, throw, close, the end by the last reference, and `yield from`. Coroutines and asynchronous generators share all of it. */
#include "generator.h"
#include "call.h"
#include "code-object.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "gc.h"
#include "iterator.h"
#include "type.h"
#include <stdio.h>

#define GENERATOR(v) ((RtGenerator *)rt_object(v))
static size_t generator_size(const RtGenerator *g) {
  return sizeof(RtGenerator) + (size_t)(g->value_count + g->raw_count) * sizeof(RtValue);
}

RT_WITNESS RtGenerator *rt_generator_new(RtFunction *function, const RtCode *code, RtValue (*resume)(RtGenerator *, RtValue), int64_t value_count,
                              int64_t raw_count) {
  RtGenerator *g = rt_alloc(&rt_type_generator, sizeof(RtGenerator) + (uint64_t)(value_count + raw_count) * sizeof(RtValue));
  if (!g) return NULL;
  rt_generators_alive++;
  g->code = code;
  g->resume = resume;
  g->function = function ? RT_NEW_REF(function) : NULL;
  g->value_count = value_count;
  g->raw_count = raw_count;
  return g;
}

static void drop(void *place) {
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = 0;
  rt_xdecref(old);
}

int64_t rt_generators_alive;

static void drop_frame(RtGenerator *g) {
  for (int64_t i = 0; i < g->value_count; i++) drop(&g->frame[i]);
  drop(&g->delegate);
  drop(&g->handled);
}

/* ---- running ---- */

static RtGenerator *current; /* whose code runs */

BORROWED RtGenerator *rt_generator_running(void) { return current; }

static const char *kind_of(const RtGenerator *g) {
  if (!(g->code->flags & RT_CODE_COROUTINE)) return "generator";
  return g->code->flags & RT_CODE_GENERATOR ? "async generator" : "coroutine";
}

static RtValue already_running(RtGenerator *g, RtValue sent) {
  if (!sent) rt_clear_pending();
  return rt_raise_format(&rt_exc_ValueError, "%s already executing", kind_of(g));
}

/* A finished generator gives nothing more; nor is a coroutine to be awaited again. */
static RtValue resumed_after_end(RtGenerator *g) {
  if ((g->code->flags & (RT_CODE_COROUTINE | RT_CODE_GENERATOR)) != RT_CODE_COROUTINE || rt_pending_is(&rt_exc_GeneratorExit)) return 0;
  rt_clear_pending();
  return rt_raise_string(&rt_exc_RuntimeError, "cannot reuse already awaited coroutine");
}

/* The pending exception becomes the cause of a RuntimeError. */
static void replace_stop(const char *kind, const char *name) {
  RtValue stop = rt_take_pending();
  rt_raise_format(&rt_exc_RuntimeError, "%s raised %s", kind, name);
  rt_exception_caused(rt_exception_of(rt_pending), stop);
}

/* A StopIteration that leaves a generator's body would look like its end. */
static void forbid_stop_iteration(RtGenerator *g) {
  bool async = g->code->flags & RT_CODE_COROUTINE && g->code->flags & RT_CODE_GENERATOR && rt_pending_is(&rt_exc_StopAsyncIteration);
  if (async || rt_pending_is(&rt_exc_StopIteration)) replace_stop(kind_of(g), async ? "StopAsyncIteration" : "StopIteration");
}

void rt_generator_leave(void) {
  if (rt_pending_is(&rt_exc_StopIteration)) replace_stop("generator", "StopIteration");
}

static void finish(RtGenerator *g) {
  g->state = -1;
  drop_frame(g);
  if (rt_pending) forbid_stop_iteration(g);
}

RtValue rt_generator_resume(RtGenerator *g, RtValue sent) {
  if (RT_UNLIKELY(g->running)) return already_running(g, sent);
  if (g->state < 0) return resumed_after_end(g);
  if (rt_check_stack() < 0) return 0;
  RtValue outside = rt_handled, further_outside = rt_handled_outside;
  int64_t depth = rt_handler_depth;
  rt_handled_outside = outside;
  rt_handler_depth = g->handlers;
  if (g->handled) {
    rt_handled = g->handled;
    g->handled = 0;
    if (!sent && rt_pending) rt_raise_exception(rt_take_unready()); /* thrown in: its context is what is handled inside */
  } else {
    if (outside) rt_incref(outside);
  }
  RtGenerator *outer = current;
  current = g;
  g->running = 1;
  RtValue result = g->resume(g, sent);
  g->running = 0;
  current = outer;
  assert(rt_handler_depth < 256 && (result || rt_handler_depth == 0));
  g->handlers = (uint8_t)rt_handler_depth;
  if (rt_handler_depth > 0) {
    g->handled = rt_handled;
  } else {
    rt_xdecref(rt_handled);
  }
  rt_handled = outside;
  rt_handled_outside = further_outside;
  rt_handler_depth = depth;
  if (!result) finish(g);
  return result;
}

RtValue rt_generator_take_result(RtGenerator *g) {
  RtValue result = g->result;
  g->result = 0;
  return result ? result : rt_none();
}

/* The end of the generator as a StopIteration. */
static RtValue raise_stop(RtGenerator *g) {
  if (rt_pending) return 0;
  RtValue value = rt_generator_take_result(g);
  if (value == RT_NONE) rt_raise_none(&rt_exc_StopIteration);
  else rt_raise_value(&rt_exc_StopIteration, value);
  rt_decref(value);
  return 0;
}

static RtValue generator_next(RtValue v) {
  RtGenerator *g = GENERATOR(v);
  return rt_generator_resume(g, RT_NONE);
}

static RtValue generator_iter(RtValue v) { return rt_new_ref(v); }

RtValue rt_generator_send(RtGenerator *g, RtValue value) {
  if (g->state == 0 && value != RT_NONE && !g->running)
    return rt_raise_format(&rt_exc_TypeError, "can't send non-None value to a just-started %s", kind_of(g));
  RtValue result = rt_generator_resume(g, value);
  return result ? result : raise_stop(g);
}

static RtValue throw_through(RtGenerator *g);

/* The pending exception is raised where the generator waits. */
RtValue rt_generator_throw_pending(RtGenerator *g) {
  if (g->running) return already_running(g, 0);
  if (g->state < 0) return resumed_after_end(g);
  if (g->state == 0) {
    finish(g); /* its code has not begun and never will */
    return 0;
  }
  return g->delegate ? throw_through(g) : rt_generator_resume(g, 0);
}

RtValue rt_generator_close(RtGenerator *g) {
  if (g->state <= 0 && !g->running) {
    if (g->state == 0) finish(g);
    return rt_none();
  }
  rt_raise_none(&rt_exc_GeneratorExit);
  RtValue result = rt_generator_throw_pending(g);
  if (result) {
    rt_decref(result);
    return rt_raise_format(&rt_exc_RuntimeError, "%s ignored GeneratorExit", kind_of(g));
  }
  if (!rt_pending) return rt_generator_take_result(g);
  if (!rt_pending_is(&rt_exc_GeneratorExit) && !rt_pending_is(&rt_exc_StopIteration)) return 0;
  rt_clear_pending();
  return rt_none();
}

/* ---- yield from ---- */

RtValue rt_stop_value(void) {
  assert(rt_pending_is(&rt_exc_StopIteration));
  RtValue stop = rt_take_pending(), value = rt_exception_of(stop)->extra[RT_EXTRA_VALUE];
  value = rt_new_ref(value ? value : RT_NONE);
  rt_decref(stop);
  return value;
}

/* A GeneratorExit closes the generator, and then goes on unless that raises. */
static void close_for_exit(RtGenerator *inner) {
  RtValue exit = rt_take_pending(), result = rt_generator_close(inner);
  rt_xdecref(result);
  if (result) rt_set_pending(exit);
  else rt_decref(exit);
}

static RtValue step_generator(RtGenerator *inner, RtValue sent, RtValue *result) {
  if (!sent && rt_pending_is(&rt_exc_GeneratorExit)) return close_for_exit(inner), 0;
  RtValue yielded = sent ? rt_generator_resume(inner, sent) : rt_generator_throw_pending(inner);
  if (!yielded && !rt_pending) *result = rt_generator_take_result(inner);
  return yielded;
}

static int close_iterator(RtValue iterator) {
  RtValue close = rt_getattr_optional(iterator, RT_NAME(close));
  if (!close && rt_pending) rt_write_unraisable(NULL, iterator);
  if (!close) return 0;
  RtValue result = rt_call0(close);
  rt_decref(close);
  rt_xdecref(result);
  return result ? 0 : -1;
}

/* What throw() was given: iterators that are no generators get just that. */
static struct { RtValue exception; const RtValue *args; int64_t count; } thrown;

/* The pending exception goes to the iterator's throw, or its close and then on. */
static RtValue throw_into(RtValue iterator) {
  RtValue exception = rt_take_pending();
  bool closes = rt_is_subtype(rt_typeof(exception), &rt_exc_GeneratorExit);
  if (closes) {
    int status = close_iterator(iterator);
    if (status == 0) rt_set_pending(exception);
    else rt_decref(exception);
    return 0;
  }
  RtValue throw = rt_getattr_optional(iterator, RT_NAME(throw));
  if (!throw) {
    if (rt_pending) rt_decref(exception);
    else rt_set_pending(exception);
    return 0;
  }
  RtValue yielded = thrown.exception == exception ? rt_call(throw, thrown.args, thrown.count, NULL) : rt_call1(throw, exception);
  rt_decref(throw);
  rt_decref(exception);
  return yielded;
}

static RtValue send_into(RtValue iterator, RtValue sent) {
  if (sent != RT_NONE) return rt_call_method1(iterator, RT_NAME(send), sent);
  RtType *type = rt_typeof(iterator);
  /* A class's __next__ may end with a value, which its slot would swallow. */
  if (rt_is_class(type)) return rt_call_method0(iterator, RT_NAME(__next__));
  return rt_next_step(iterator);
}

/* One step of a delegation: a value to hand on; or 0, and then *result is the delegation's value unless an exception is pending. */
static RtValue step(RtValue iterator, RtValue sent, RtValue *result) {
  RtValue yielded;
  *result = 0;
  if (rt_has_flag(iterator, RT_TYPE_GENERATOR)) return step_generator(GENERATOR(iterator), sent, result);
  yielded = sent ? send_into(iterator, sent) : throw_into(iterator);
  if (!yielded && !rt_pending) *result = rt_none();
  else if (!yielded && rt_pending_is(&rt_exc_StopIteration)) *result = rt_stop_value();
  return yielded;
}

static RtValue delegate_result;

static RtValue end_delegation(STEAL RtValue result) {
  rt_xdecref(delegate_result);
  delegate_result = result;
  return rt_new_ref(rt_value(&rt_exhausted));
}

RtValue rt_delegate_next(RtValue iterator, RtValue sent) {
  RtGenerator *g = current;
  if (g && g->delegate == rt_value(&rt_exhausted)) { /* a throw has ended it: see throw_through */
    drop(&g->delegate);
    RtValue result = g->result;
    g->result = 0;
    return end_delegation(result);
  }
  RtValue result, yielded = step(iterator, sent, &result);
  if (yielded) {
    if (g && !g->delegate) g->delegate = rt_new_ref(iterator);
    return yielded;
  }
  if (g) drop(&g->delegate);
  return result ? end_delegation(result) : 0;
}

RtValue rt_delegate_result(void) {
  RtValue result = delegate_result;
  delegate_result = 0;
  assert(result);
  return result;
}

/* The pending exception goes to the delegate first. 0 without one pending: the frame goes on, the delegation has ended with a value. */
static RtValue throw_through(RtGenerator *g) {
  RtValue iterator = g->delegate, result;
  g->running = 1;
  RtValue yielded = step(iterator, 0, &result);
  g->running = 0;
  if (yielded) return yielded;
  drop(&g->delegate);
  if (!result) return rt_generator_resume(g, 0);
  g->result = result;
  g->delegate = rt_new_ref(rt_value(&rt_exhausted));
  return rt_generator_resume(g, RT_NONE);
}

RtValue rt_generator_sent(RtValue sent) { return sent ? rt_new_ref(sent) : 0; }

/* ---- methods ---- */

RT_BUILTIN_FN(rt_generator_send_method) { return rt_generator_send(GENERATOR(self), args[0]); }
RT_BUILTIN_FN(rt_generator_close_method) { return rt_generator_close(GENERATOR(self)); }

/* throw(type, value, traceback), or throw(exception) */
RtValue rt_thrown_exception(const RtValue *args, int64_t nargs) {
  RtValue kind = args[0], given = nargs > 1 ? args[1] : RT_NONE;
  if (nargs > 2 && args[2] != RT_NONE && (rt_is_small(args[2]) || rt_typeof(args[2]) != &rt_type_traceback))
    return rt_raise_string(&rt_exc_TypeError, "throw() third argument must be a traceback object");
  if (rt_is_exception_class(kind)) {
    if (rt_is_exception(given) && rt_is_subtype(rt_typeof(given), rt_type_of(kind))) return rt_new_ref(given);
    if (given == RT_NONE) return rt_raise_checked(kind, rt_call0(kind), false);
    if (rt_is_tuple(given)) return rt_raise_checked(kind, rt_call(kind, ((RtTuple *)rt_object(rt_base_value(given)))->items, rt_len(given), NULL), false);
    return rt_raise_checked(kind, rt_call1(kind, given), false);
  }
  if (!rt_is_exception(kind)) return rt_raise_type_of("exceptions must be classes or instances deriving from BaseException, not %s", kind);
  return given == RT_NONE ? rt_new_ref(kind) : rt_raise_string(&rt_exc_TypeError, "instance exception may not have a separate value");
}

RtValue rt_generator_throw(RtGenerator *g, const RtValue *args, int64_t nargs) {
  RtValue exception = rt_thrown_exception(args, nargs);
  bool is_called = rt_is_exception_class(args[0]) && (nargs < 3 || args[2] == RT_NONE || (!rt_is_small(args[2]) && rt_typeof(args[2]) == &rt_type_traceback));
  /* What its class has raised is thrown instead; and iterators that the generator waits for may take anything. */
  if (!exception && (is_called || g->delegate)) exception = rt_take_pending();
  if (!exception) return 0;
  if (g->running) {
    rt_decref(exception);
    return already_running(g, RT_NONE);
  }
  thrown.exception = exception;
  thrown.args = args;
  thrown.count = nargs;
  rt_set_pending(exception);
  RtValue result = rt_generator_throw_pending(g);
  thrown.exception = 0;
  return result ? result : raise_stop(g);
}

RT_BUILTIN_FN(rt_generator_throw_method) { return rt_generator_throw(GENERATOR(self), args, nargs); }

RT_BUILTIN_FN(rt_generator_get_running) { return rt_bool_ref(GENERATOR(self)->running); }
RT_BUILTIN_FN(rt_generator_get_suspended) { return rt_bool_ref(GENERATOR(self)->state > 0 && !GENERATOR(self)->running); }
RT_BUILTIN_FN(rt_generator_get_delegate) {
  RtGenerator *g = GENERATOR(self);
  return rt_new_ref(g->delegate && !g->running ? g->delegate : RT_NONE);
}
RT_BUILTIN_FN(rt_generator_get_code) { return rt_code_object(GENERATOR(self)->code, -1); }
/* None once it has ended. */
RT_BUILTIN_FN(rt_generator_get_frame) {
  RtGenerator *g = GENERATOR(self);
  return g->state < 0 ? rt_none() : rt_frame_object(g->code, g->code->first_line);
}
RT_BUILTIN_FN(rt_generator_get_name) {
  const RtFunction *f = GENERATOR(self)->function;
  return f && f->name ? rt_new_ref(f->name) : rt_value(rt_str_from_utf8(GENERATOR(self)->code->name, -1));
}
RT_BUILTIN_FN(rt_generator_get_qualname) {
  const RtFunction *f = GENERATOR(self)->function;
  return f && f->qualname ? rt_new_ref(f->qualname) : rt_value(rt_str_from_utf8(GENERATOR(self)->code->qualname, -1));
}

RtValue rt_generator_repr(RtValue v) {
  RtStr *name = (RtStr *)rt_object(rt_generator_get_qualname(v, NULL, 0, NULL));
  RtWriter w;
  char at[48];
  rt_writer_init(&w);
  rt_writer_char(&w, '<');
  rt_writer_ascii(&w, rt_typeof(v)->name, -1);
  rt_writer_ascii(&w, " object ", -1);
  if (name) rt_writer_str(&w, name);
  snprintf(at, sizeof at, " at 0x%012llx>", (unsigned long long)(uintptr_t)rt_object(v));
  rt_writer_ascii(&w, at, -1);
  rt_xdecref(rt_value(name));
  return rt_value(rt_writer_finish(&w));
}

/* ---- life ---- */

bool rt_generator_finalize(RtObject *object) {
  RtGenerator *g = (RtGenerator *)object;
  if (g->state <= 0 || g->running) return false;
  if (RT_ONLY_WITH(rt_async_generator_set_finalizer, rt_async_generator_finalize)(g)) return true;
  RtValue pending = rt_take_pending();
  object->refcount++;
  RtValue result = rt_generator_close(g);
  if (result) rt_decref(result);
  else rt_write_unraisable(NULL, rt_value(object));
  object->refcount--;
  rt_set_pending(pending);
  return true;
}

void rt_generator_clear(RtObject *object) {
  RtGenerator *g = (RtGenerator *)object;
  g->state = -1;
  drop_frame(g);
  drop(&g->result);
  drop(&g->function);
}

void rt_generator_traverse(RtObject *object, RtVisit each, void *context) {
  RtGenerator *g = (RtGenerator *)object;
  for (int64_t i = 0; i < g->value_count; i++)
    if (g->frame[i] && !rt_is_small(g->frame[i])) each(rt_object(g->frame[i]), context);
  RtValue others[] = {g->result, g->delegate, g->handled, rt_value(g->function)};
  for (int i = 0; i < 4; i++)
    if (others[i] && !rt_is_small(others[i])) each(rt_object(others[i]), context);
}

void rt_generator_dealloc(RtObject *object) {
  RtGenerator *g = (RtGenerator *)object;
  if (g->state > 0) {
    rt_generator_finalize(object);
    if (object->refcount > 0) return;
  }
  rt_generators_alive--;
  rt_generator_clear(object);
  rt_free_object(g, generator_size(g));
}

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef methods[] = {
    {"send", rt_generator_send_method, 1, 1, 0}, {"throw", rt_generator_throw_method, 1, 3, 0}, {"close", rt_generator_close_method, 0, 0, 0},
    GETTER("gi_running", rt_generator_get_running), GETTER("gi_suspended", rt_generator_get_suspended), GETTER("gi_yieldfrom", rt_generator_get_delegate),
    GETTER("gi_code", rt_generator_get_code), GETTER("gi_frame", rt_generator_get_frame), GETTER("__name__", rt_generator_get_name), GETTER("__qualname__", rt_generator_get_qualname), {0}};

RtType rt_type_generator = {.head = RT_STATIC_HEAD, .name = "generator", .flags = RT_TYPE_GENERATOR | RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                            .instance_size = sizeof(RtGenerator), .dealloc = rt_generator_dealloc, .traverse = rt_generator_traverse,
                            .clear = rt_generator_clear, .repr = rt_generator_repr, .iter = generator_iter, .next = generator_next, .methods = methods};
