/* Coroutines and asynchronous generators: generators (generator.h) under other protocols. */
#ifndef RT_COROUTINE_H
#define RT_COROUTINE_H
#include "generator.h"

extern RtType rt_type_coroutine, rt_type_async_generator;
/* As rt_generator_new, for code with RT_CODE_COROUTINE: an asynchronous generator if it also has RT_CODE_GENERATOR. */
RtGenerator *rt_coroutine_new(RtFunction *function, const RtCode *code, RtValue (*resume)(RtGenerator *, RtValue), int64_t value_count, int64_t raw_count);
/* What `await` iterates by rt_delegate_next: a coroutine itself, else what __await__ gives. TypeError. */
RtValue rt_await_iterator(RtValue awaitable);
RtValue rt_delegate_iterator(RtValue iterable);
/* `async for`: the asynchronous iterator, and what is awaited for its next item. */
RtValue rt_async_iter(RtValue iterable);
RtValue rt_async_next(RtValue iterator);
/* `async with`: awaitable results of __aenter__ and __aexit__, as iterators. */
RtValue rt_async_enter(RtValue manager);
RtValue rt_async_exit(RtValue manager, RtValue type, RtValue exception, RtValue traceback);
/* What an asynchronous generator suspends with when it yields a value, unlike what it awaits. */
RtValue rt_async_yield(RtValue value);
RT_BUILTIN_FN(rt_builtin_aiter);
RT_BUILTIN_FN(rt_builtin_anext);
#endif
