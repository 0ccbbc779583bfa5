/* Coroutines, and what await, async for and async with ask of objects. */
#include "coroutine.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "type.h"

#define GENERATOR(v) ((RtGenerator *)rt_object(v))
#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}

RtGenerator *rt_coroutine_new(RtFunction *function, const RtCode *code, RtValue (*resume)(RtGenerator *, RtValue), int64_t value_count,
                              int64_t raw_count) {
  RtGenerator *g = rt_generator_new(function, code, resume, value_count, raw_count);
  if (g) g->head.type = code->flags & RT_CODE_GENERATOR ? &rt_type_async_generator : &rt_type_coroutine;
  return g;
}

/* ---- coroutine.__await__() ---- */

typedef struct Wrapper { RtObject head; RtValue coroutine; } Wrapper;
#define INNER(v) GENERATOR(((Wrapper *)rt_object(v))->coroutine)

static void wrapper_clear(RtObject *object) {
  RtValue old = ((Wrapper *)object)->coroutine;
  ((Wrapper *)object)->coroutine = 0;
  rt_xdecref(old);
}

static void wrapper_traverse(RtObject *object, RtVisit visit, void *context) {
  RtValue held = ((Wrapper *)object)->coroutine;
  if (held) visit(rt_object(held), context);
}

static void wrapper_dealloc(RtObject *object) {
  wrapper_clear(object);
  rt_free_object(object, sizeof(Wrapper));
}

static RtValue wrapper_iter(RtValue v) { return rt_new_ref(v); }
static RtValue wrapper_next(RtValue v) { return rt_generator_send(INNER(v), RT_NONE); }
RT_METHOD(wrapper_send) { return rt_generator_send(INNER(self), args[0]); }
RT_METHOD(wrapper_throw) { return rt_generator_throw(INNER(self), args, nargs); }
RT_METHOD(wrapper_close) { return rt_generator_close(INNER(self)); }

static const RtMethodDef wrapper_methods[] = {{"send", wrapper_send, 1, 1, 0}, {"throw", wrapper_throw, 1, 3, 0}, {"close", wrapper_close, 0, 0, 0}, {0}};

static RtType wrapper_type = {.head = RT_STATIC_HEAD, .name = "coroutine_wrapper", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                              .instance_size = sizeof(Wrapper), .dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .clear = wrapper_clear,
                              .iter = wrapper_iter, .next = wrapper_next, .methods = wrapper_methods};

RT_METHOD(coroutine_await) {
  Wrapper *w = rt_alloc(&wrapper_type, sizeof(Wrapper));
  if (w) w->coroutine = rt_new_ref(self);
  return rt_value(w);
}

static const RtMethodDef coroutine_methods[] = {
    {"send", rt_generator_send_method, 1, 1, 0}, {"throw", rt_generator_throw_method, 1, 3, 0}, {"close", rt_generator_close_method, 0, 0, 0},
    {"__await__", coroutine_await, 0, 0, 0}, GETTER("cr_running", rt_generator_get_running), GETTER("cr_suspended", rt_generator_get_suspended),
    GETTER("cr_await", rt_generator_get_delegate), GETTER("cr_code", rt_generator_get_code), GETTER("cr_frame", rt_generator_get_frame), GETTER("__name__", rt_generator_get_name), GETTER("__qualname__", rt_generator_get_qualname), {0}};

RtType rt_type_coroutine = {.head = RT_STATIC_HEAD, .name = "coroutine", .flags = RT_TYPE_GENERATOR | RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                            .instance_size = sizeof(RtGenerator), .dealloc = rt_generator_dealloc, .traverse = rt_generator_traverse,
                            .clear = rt_generator_clear, .repr = rt_generator_repr, .methods = coroutine_methods};

/* ---- await ---- */

static RtValue special(RtValue object, RtStr *name) { return rt_type_lookup(rt_ready(rt_typeof(object)), name); }

static bool is_iterator(RtValue v) { return rt_ready(rt_typeof(v))->next != NULL; }

/* A generator of a function that types.coroutine has marked. */
static bool is_iterable_coroutine(RtValue v) {
  if (rt_typeof(v) != &rt_type_generator || !GENERATOR(v)->function) return false;
  const RtDict *dict = GENERATOR(v)->function->dict;
  return dict && rt_dict_get_str((RtDict *)(uintptr_t)dict, RT_NAME(__iterable_coroutine__));
}

/* The iterator behind an awaitable; 0 without an exception: it is none. */
static RtValue iterator_behind(RtValue awaitable) {
  if (rt_typeof(awaitable) == &rt_type_coroutine) {
    RtGenerator *g = GENERATOR(awaitable);
    if (g->delegate) return rt_raise_string(&rt_exc_RuntimeError, "coroutine is being awaited already");
    return rt_new_ref(awaitable);
  }
  RtValue method = special(awaitable, RT_NAME(__await__));
  if (!method) return is_iterable_coroutine(awaitable) ? rt_new_ref(awaitable) : 0;
  RtValue iterator = rt_call_with_self(method, awaitable, NULL, 0, NULL);
  if (!iterator || is_iterator(iterator)) return iterator;
  if (rt_typeof(iterator) == &rt_type_coroutine) rt_raise_string(&rt_exc_TypeError, "__await__() returned a coroutine");
  else rt_raise_type_of("__await__() returned non-iterator of type '%s'", iterator);
  rt_decref(iterator);
  return 0;
}

RtValue rt_await_iterator(RtValue awaitable) {
  RtValue iterator = iterator_behind(awaitable);
  if (iterator || rt_pending) return iterator;
  return rt_raise_type_of("object %s can't be used in 'await' expression", awaitable);
}

/* `yield from` takes coroutines in generators that are coroutines themselves. */
RtValue rt_delegate_iterator(RtValue iterable) {
  if (rt_typeof(iterable) != &rt_type_coroutine) return rt_iter(iterable);
  RtGenerator *running = rt_generator_running();
  if (running && is_iterable_coroutine(rt_value(running))) return iterator_behind(iterable);
  return rt_raise_string(&rt_exc_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
}

/* The iterator behind what a special method gave; `wrong` says what it isn't awaitable for. */
static RtValue await_result(STEAL RtValue awaitable, const char *wrong) {
  if (!awaitable) return 0;
  RtValue iterator = iterator_behind(awaitable);
  if (!iterator && !rt_pending) rt_raise_type_of(wrong, awaitable);
  rt_decref(awaitable);
  return iterator;
}

/* ---- async for, async with ---- */

RtValue rt_async_iter(RtValue iterable) {
  RtValue method = special(iterable, RT_NAME(__aiter__));
  if (!method) return rt_raise_type_of("'async for' requires an object with __aiter__ method, got %s", iterable);
  RtValue iterator = rt_call_with_self(method, iterable, NULL, 0, NULL);
  if (!iterator || special(iterator, RT_NAME(__anext__))) return iterator;
  rt_raise_type_of("'async for' received an object from __aiter__ that does not implement __anext__: %s", iterator);
  rt_decref(iterator);
  return 0;
}

RtValue rt_async_next(RtValue iterator) {
  RtValue method = special(iterator, RT_NAME(__anext__));
  if (!method) return rt_raise_type_of("'async for' requires an iterator with __anext__ method, got %s", iterator);
  RtValue awaitable = rt_call_with_self(method, iterator, NULL, 0, NULL), behind = awaitable ? rt_await_iterator(awaitable) : 0;
  if (awaitable && !behind) {
    RtValue reason = rt_take_pending();
    rt_raise_type_of("'async for' received an invalid object from __anext__: %s", awaitable);
    rt_exception_caused(rt_exception_of(rt_pending), reason);
  }
  rt_xdecref(awaitable);
  return behind;
}

RtValue rt_async_enter(RtValue manager) {
  RtValue method = special(manager, RT_NAME(__aenter__));
  if (!method) return rt_raise_type_of("'%s' object does not support the asynchronous context manager protocol", manager);
  if (!special(manager, RT_NAME(__aexit__)))
    return rt_raise_type_of("'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", manager);
  return await_result(rt_call_with_self(method, manager, NULL, 0, NULL),
                      "'async with' received an object from __aenter__ that does not implement __await__: %s");
}

RtValue rt_async_exit(RtValue manager, RtValue type, RtValue exception, RtValue traceback) {
  RtValue method = special(manager, RT_NAME(__aexit__)), args[] = {type, exception, traceback};
  if (!method) return rt_raise_type_of("'%s' object does not support the asynchronous context manager protocol", manager);
  return await_result(rt_call_with_self(method, manager, args, 3, NULL),
                      "'async with' received an object from __aexit__ that does not implement __await__: %s");
}

/* ---- aiter, anext ---- */

RT_BUILTIN_FN(rt_builtin_aiter) {
  RtValue method = special(args[0], RT_NAME(__aiter__));
  if (!method) return rt_raise_type_of("'%s' object is not an async iterable", args[0]);
  RtValue iterator = rt_call_with_self(method, args[0], NULL, 0, NULL);
  if (!iterator || special(iterator, RT_NAME(__anext__))) return iterator;
  rt_raise_type_of("aiter() returned not an async iterator of type '%s'", iterator);
  rt_decref(iterator);
  return 0;
}

/* anext(iterator, default): awaits, and gives the default at the end. */
typedef struct Anext { RtObject head; RtValue awaitable, fallback, iterator /* 0: not begun */; } Anext;
#define ANEXT(v) ((Anext *)rt_object(v))

static void anext_clear(RtObject *object) {
  Anext *a = (Anext *)object;
  RtValue held[] = {a->awaitable, a->fallback, a->iterator};
  a->awaitable = a->fallback = a->iterator = 0;
  for (int i = 0; i < 3; i++) rt_xdecref(held[i]);
}

static void anext_traverse(RtObject *object, RtVisit visit, void *context) {
  Anext *a = (Anext *)object;
  RtValue held[] = {a->awaitable, a->fallback, a->iterator};
  for (int i = 0; i < 3; i++)
    if (held[i] && !rt_is_small(held[i])) visit(rt_object(held[i]), context);
}

static void anext_dealloc(RtObject *object) {
  anext_clear(object);
  rt_free_object(object, sizeof(Anext));
}

static RtValue anext_iter(RtValue v) { return rt_new_ref(v); }

/* The end of the iterator becomes the default. */
static RtValue or_default(Anext *a, RtValue result) {
  if (result || !rt_pending_is(&rt_exc_StopAsyncIteration)) return result;
  rt_clear_pending();
  return rt_raise_value(&rt_exc_StopIteration, a->fallback);
}

static RtValue anext_iterator(Anext *a) {
  if (!a->iterator) a->iterator = rt_await_iterator(a->awaitable);
  return a->iterator;
}

static RtValue anext_send_value(RtValue self, RtValue sent) {
  RtValue iterator = anext_iterator(ANEXT(self));
  if (!iterator) return 0;
  if (sent != RT_NONE || special(iterator, RT_NAME(send))) return or_default(ANEXT(self), rt_call_method1(iterator, RT_NAME(send), sent));
  if (rt_is_class(rt_typeof(iterator))) return or_default(ANEXT(self), rt_call_method0(iterator, RT_NAME(__next__))); /* its StopIteration may hold a value */
  return or_default(ANEXT(self), rt_next(iterator));
}

static RtValue anext_next(RtValue v) { return anext_send_value(v, RT_NONE); }
RT_METHOD(anext_await) { return rt_new_ref(self); }
RT_METHOD(anext_send) { return anext_send_value(self, args[0]); }
RT_METHOD(anext_throw) {
  RtValue iterator = anext_iterator(ANEXT(self));
  return iterator ? or_default(ANEXT(self), rt_call_method(iterator, RT_NAME(throw), args, nargs, NULL)) : 0;
}
RT_METHOD(anext_close) {
  RtValue iterator = anext_iterator(ANEXT(self));
  return iterator ? rt_call_method0(iterator, RT_NAME(close)) : 0;
}

static const RtMethodDef anext_methods[] = {{"__await__", anext_await, 0, 0, 0}, {"send", anext_send, 1, 1, 0}, {"throw", anext_throw, 1, 3, 0},
                                            {"close", anext_close, 0, 0, 0}, {0}};

static RtType anext_type = {.head = RT_STATIC_HEAD, .name = "anext_awaitable", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                            .instance_size = sizeof(Anext), .dealloc = anext_dealloc, .traverse = anext_traverse, .clear = anext_clear,
                            .iter = anext_iter, .next = anext_next, .methods = anext_methods};

RT_BUILTIN_FN(rt_builtin_anext) {
  RtValue method = special(args[0], RT_NAME(__anext__));
  if (!method) return rt_raise_type_of("'%s' object is not an async iterator", args[0]);
  RtValue awaitable = rt_call_with_self(method, args[0], NULL, 0, NULL);
  if (!awaitable || nargs < 2) return awaitable;
  Anext *a = rt_alloc(&anext_type, sizeof(Anext));
  if (!a) {
    rt_decref(awaitable);
    return 0;
  }
  a->awaitable = awaitable;
  a->fallback = rt_new_ref(args[1]);
  return rt_value(a);
}
