/*
 * Asynchronous generators. What they yield is wrapped, so that it differs from what passes through them from an await; the awaitables that
 * __anext__, asend, athrow and aclose give unwrap it. The states and texts are CPython's (Objects/genobject.c).
 */
#include "call.h"
#include "container.h"
#include "coroutine.h"
#include "exception.h"
#include "generator.h"
#include "type.h"

#define GENERATOR(v) ((RtGenerator *)rt_object(v))
#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}

/* ---- yielded values ---- */

typedef struct Yielded { RtObject head; RtValue value; } Yielded;

static void yielded_dealloc(RtObject *object) {
  rt_xdecref(((Yielded *)object)->value);
  rt_free_object(object, sizeof(Yielded));
}

static void yielded_traverse(RtObject *object, RtVisit visit, void *context) {
  RtValue value = ((Yielded *)object)->value;
  if (value && !rt_is_small(value)) visit(rt_object(value), context);
}

static void yielded_clear(RtObject *object) {
  RtValue value = ((Yielded *)object)->value;
  ((Yielded *)object)->value = 0;
  rt_xdecref(value);
}

static RtType yielded_type = {.head = RT_STATIC_HEAD, .name = "async_generator_wrapped_value", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                              .instance_size = sizeof(Yielded), .dealloc = yielded_dealloc, .traverse = yielded_traverse, .clear = yielded_clear};

RtValue rt_async_yield(RtValue value) {
  Yielded *y = rt_alloc(&yielded_type, sizeof(Yielded));
  if (y) y->value = rt_new_ref(value);
  return rt_value(y);
}

/* ---- the awaitables ---- */

typedef enum Kind { SEND, THROW, CLOSE } Kind;
typedef enum State { FRESH, UNDER_WAY, OVER } State;
typedef struct Ask {
  RtObject head;
  RtValue generator, argument; /* what to send or throw; 0: None */
  uint8_t kind, state;
} Ask;
#define ASK(v) ((Ask *)rt_object(v))

static void ask_clear(RtObject *object) {
  Ask *ask = (Ask *)object;
  RtValue held[] = {ask->generator, ask->argument};
  ask->generator = ask->argument = 0;
  for (int i = 0; i < 2; i++) rt_xdecref(held[i]);
}

static void ask_traverse(RtObject *object, RtVisit visit, void *context) {
  Ask *ask = (Ask *)object;
  RtValue held[] = {ask->generator, ask->argument};
  for (int i = 0; i < 2; i++)
    if (held[i] && !rt_is_small(held[i])) visit(rt_object(held[i]), context);
}

static void ask_dealloc(RtObject *object) {
  ask_clear(object);
  rt_free_object(object, sizeof(Ask));
}

static RtValue fail(Ask *ask, const char *message) {
  ask->state = OVER;
  rt_clear_pending();
  return rt_raise_string(&rt_exc_RuntimeError, message);
}

/* The generator's answer: 0 with StopIteration pending when it has yielded, with StopAsyncIteration at its end. */
static RtValue unwrap(RtGenerator *g, RtValue result) {
  if (!result) {
    if (!rt_pending) {
      rt_xdecref(g->result);
      g->result = 0;
      rt_raise_none(&rt_exc_StopAsyncIteration);
    }
    if (rt_pending_is(&rt_exc_StopAsyncIteration) || rt_pending_is(&rt_exc_GeneratorExit)) g->closed = 1;
    g->asking = 0;
    return 0;
  }
  if (rt_typeof(result) != &yielded_type) return result;
  g->asking = 0;
  rt_raise_value(&rt_exc_StopIteration, ((Yielded *)rt_object(result))->value);
  rt_decref(result);
  return 0;
}

static const char *const running_texts[] = {"anext(): asynchronous generator is already running", "athrow(): asynchronous generator is already running",
                                            "aclose(): asynchronous generator is already running"};

/* A value that a generator yields although it was told to end. */
static RtValue ignored_exit(RtGenerator *g, STEAL RtValue result) {
  if (!result || rt_typeof(result) != &yielded_type) return result;
  rt_decref(result);
  g->asking = 0;
  return rt_raise_string(&rt_exc_RuntimeError, "async generator ignored GeneratorExit");
}

/* aclose: its end is a good one. */
static RtValue end_close(Ask *ask, RtGenerator *g, STEAL RtValue result) {
  result = ignored_exit(g, result);
  if (result) return result;
  g->asking = 0;
  ask->state = OVER;
  if (rt_pending && !rt_pending_is(&rt_exc_StopAsyncIteration) && !rt_pending_is(&rt_exc_GeneratorExit)) return 0;
  rt_clear_pending();
  rt_xdecref(g->result);
  g->result = 0;
  return rt_raise_none(&rt_exc_StopIteration);
}

static RtValue finish_step(Ask *ask, RtGenerator *g, STEAL RtValue result) {
  if (ask->kind == CLOSE) return end_close(ask, g, result);
  result = unwrap(g, result);
  if (!result) ask->state = OVER;
  return result;
}

static RtValue begin_throw(Ask *ask, RtGenerator *g, RtValue sent) {
  if (g->state < 0) {
    ask->state = OVER;
    return rt_raise_none(ask->kind == CLOSE || g->closed ? &rt_exc_StopIteration : &rt_exc_StopAsyncIteration);
  }
  if (g->asking) return fail(ask, running_texts[ask->kind]);
  if (g->closed) {
    ask->state = OVER;
    return rt_raise_none(&rt_exc_StopAsyncIteration);
  }
  if (sent != RT_NONE) return rt_raise_string(&rt_exc_RuntimeError, "can't send non-None value to a just-started coroutine");
  ask->state = UNDER_WAY;
  g->asking = 1;
  if (ask->kind == CLOSE) {
    g->closed = 1;
    rt_raise_none(&rt_exc_GeneratorExit);
  } else {
    RtValue exception = rt_thrown_exception(&ask->argument, 1);
    if (!exception) return finish_step(ask, g, 0);
    rt_set_pending(exception);
  }
  return finish_step(ask, g, rt_generator_throw_pending(g));
}

static const char *reused_text(const Ask *ask) {
  return ask->kind == SEND ? "cannot reuse already awaited __anext__()/asend()" : "cannot reuse already awaited aclose()/athrow()";
}

static RtValue ask_send_value(Ask *ask, RtValue sent) {
  RtGenerator *g = GENERATOR(ask->generator);
  if (ask->state == OVER) return rt_raise_string(&rt_exc_RuntimeError, reused_text(ask));
  if (ask->state == FRESH && ask->kind != SEND) return begin_throw(ask, g, sent);
  if (ask->state == FRESH) {
    if (g->asking) return fail(ask, running_texts[SEND]);
    if (sent == RT_NONE && ask->argument) sent = ask->argument;
    ask->state = UNDER_WAY;
    g->asking = 1;
    if (g->state == 0 && sent != RT_NONE) {
      rt_raise_string(&rt_exc_TypeError, "can't send non-None value to a just-started async generator");
      return finish_step(ask, g, 0);
    }
  }
  return finish_step(ask, g, rt_generator_resume(g, sent));
}

static RtValue ask_throw_exception(Ask *ask, const RtValue *args, int64_t nargs) {
  RtGenerator *g = GENERATOR(ask->generator);
  if (ask->state == OVER) return rt_raise_string(&rt_exc_RuntimeError, reused_text(ask));
  if (ask->state == FRESH) {
    if (g->asking) return fail(ask, running_texts[ask->kind]);
    ask->state = UNDER_WAY;
    g->asking = 1;
  }
  RtValue exception = rt_thrown_exception(args, nargs);
  if (!exception) return finish_step(ask, g, 0);
  rt_set_pending(exception);
  return finish_step(ask, g, rt_generator_throw_pending(g));
}

static RtValue ask_iter(RtValue v) { return rt_new_ref(v); }
static RtValue ask_next(RtValue v) { return ask_send_value(ASK(v), RT_NONE); }
RT_METHOD(ask_await) { return rt_new_ref(self); }
RT_METHOD(ask_send) { return ask_send_value(ASK(self), args[0]); }
RT_METHOD(ask_throw) { return ask_throw_exception(ASK(self), args, nargs); }

RT_METHOD(ask_close) {
  if (ASK(self)->state == OVER) return rt_none();
  RtValue exit = rt_value(&rt_exc_GeneratorExit), result = ask_throw_exception(ASK(self), &exit, 1);
  if (result) {
    rt_decref(result);
    return rt_raise_string(&rt_exc_RuntimeError, "coroutine ignored GeneratorExit");
  }
  if (!rt_pending_is(&rt_exc_StopIteration) && !rt_pending_is(&rt_exc_StopAsyncIteration) && !rt_pending_is(&rt_exc_GeneratorExit)) return 0;
  rt_clear_pending();
  return rt_none();
}

static const RtMethodDef ask_methods[] = {{"__await__", ask_await, 0, 0, 0}, {"send", ask_send, 1, 1, 0}, {"throw", ask_throw, 1, 3, 0},
                                          {"close", ask_close, 0, 0, 0}, {0}};

static RtType send_type = {.head = RT_STATIC_HEAD, .name = "async_generator_asend", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                           .instance_size = sizeof(Ask), .dealloc = ask_dealloc, .traverse = ask_traverse, .clear = ask_clear, .iter = ask_iter,
                           .next = ask_next, .methods = ask_methods};
static RtType throw_type = {.head = RT_STATIC_HEAD, .name = "async_generator_athrow", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                            .instance_size = sizeof(Ask), .dealloc = ask_dealloc, .traverse = ask_traverse, .clear = ask_clear, .iter = ask_iter,
                            .next = ask_next, .methods = ask_methods};

static RtValue new_ask(RtValue generator, Kind kind, STEAL RtValue argument) {
  Ask *ask = rt_alloc(kind == SEND ? &send_type : &throw_type, sizeof(Ask));
  if (!ask) {
    rt_xdecref(argument);
    return 0;
  }
  ask->generator = rt_new_ref(generator);
  ask->argument = argument;
  ask->kind = kind;
  return rt_value(ask);
}

/* ---- the generator's own methods ---- */

RT_METHOD(generator_aiter) { return rt_new_ref(self); }
RT_METHOD(generator_anext) { return new_ask(self, SEND, 0); }
RT_METHOD(generator_asend) { return new_ask(self, SEND, rt_new_ref(args[0])); }
RT_METHOD(generator_aclose) { return new_ask(self, CLOSE, 0); }
RT_METHOD(generator_athrow) { return new_ask(self, THROW, rt_new_ref(nargs > 1 && args[1] != RT_NONE ? args[1] : args[0])); }
RT_METHOD(get_asking) { return rt_bool_ref(GENERATOR(self)->asking); }

/* ---- the end by the last reference ---- */

static RtValue finalizer; /* what a running loop puts here gets generators that nobody will ask any more; 0: they are closed at once */

RT_WITNESS RtValue rt_async_generator_set_finalizer(RtValue hook) {
  RtValue old = finalizer;
  finalizer = hook == RT_NONE ? 0 : rt_new_ref(hook);
  return old ? old : rt_none();
}

/* Did the finalizer take it? Each generator is handed over once. */
bool rt_async_generator_finalize(RtGenerator *g) {
  if (!finalizer || g->head.type != &rt_type_async_generator || g->closed || g->given_up) return false;
  RtValue pending = rt_take_pending(), hook = rt_new_ref(finalizer);
  g->given_up = 1;
  g->head.refcount++;
  RtValue result = rt_call1(hook, rt_value(g));
  if (result) rt_decref(result);
  else rt_write_unraisable(NULL, rt_value(g));
  g->head.refcount--;
  rt_decref(hook);
  rt_set_pending(pending);
  return true;
}

static const RtMethodDef methods[] = {
    {"__aiter__", generator_aiter, 0, 0, 0}, {"__anext__", generator_anext, 0, 0, 0}, {"asend", generator_asend, 1, 1, 0},
    {"athrow", generator_athrow, 1, 3, 0}, {"aclose", generator_aclose, 0, 0, 0}, GETTER("ag_running", get_asking),
    GETTER("ag_suspended", rt_generator_get_suspended), GETTER("ag_await", rt_generator_get_delegate), GETTER("ag_code", rt_generator_get_code), GETTER("ag_frame", rt_generator_get_frame),
    GETTER("__name__", rt_generator_get_name), GETTER("__qualname__", rt_generator_get_qualname), {0}};

RtType rt_type_async_generator = {.head = RT_STATIC_HEAD, .name = "async_generator", .flags = RT_TYPE_GENERATOR | RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                                  .instance_size = sizeof(RtGenerator), .dealloc = rt_generator_dealloc, .traverse = rt_generator_traverse,
                                  .clear = rt_generator_clear, .repr = rt_generator_repr, .methods = methods};
