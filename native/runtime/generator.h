/* Generators: compiled code supplies `resume`, this file the protocol around it. */
#ifndef RT_GENERATOR_H
#define RT_GENERATOR_H
#include "container.h"

RtGenerator *rt_generator_new(RtFunction *function, const RtCode *code, RtValue (*resume)(RtGenerator *, RtValue), int64_t value_count, int64_t raw_count);
/* Runs to the next yield. 0: finished (generator->result holds the value) or raised (rt_pending). sent 0: raises the pending exception at the yield. */
RtValue rt_generator_resume(RtGenerator *, RtValue sent);
BORROWED RtGenerator *rt_generator_running(void); /* whose code runs; NULL: none's */
RtValue rt_generator_send(RtGenerator *, RtValue value); /* as the method: the end is a StopIteration */
RtValue rt_generator_close(RtGenerator *);
/* `yield from`, in the generator that runs now: the iterator's next value to hand on, or rt_exhausted; then the result is the expression's value.
   What is thrown into the generator goes to the iterator first. */
RtValue rt_delegate_next(RtValue iterator, RtValue sent);
RtValue rt_delegate_result(void);
void rt_generator_leave(void); /* an exception leaves a generator expression that runs in place: a StopIteration becomes a RuntimeError */
RtValue rt_generator_sent(RtValue sent); /* the value of a yield expression; 0: an exception was thrown in */
extern int64_t rt_generators_alive;
/* The value of the StopIteration that is pending; takes it. */
RtValue rt_stop_value(void);
/* What coroutines and asynchronous generators (coroutine.c) share with generators. */
RtValue rt_generator_take_result(RtGenerator *); /* of a finished one */
RtValue rt_generator_throw_pending(RtGenerator *); /* raises the pending exception where it waits; as rt_generator_resume */
RtValue rt_generator_throw(RtGenerator *, const RtValue *args, int64_t nargs); /* as the method */
RtValue rt_thrown_exception(const RtValue *args, int64_t nargs); /* the exception that the arguments of throw mean */
RtValue rt_generator_repr(RtValue);
void rt_generator_clear(RtObject *), rt_generator_traverse(RtObject *, RtVisit, void *context), rt_generator_dealloc(RtObject *);
RT_BUILTIN_FN(rt_generator_send_method);
RT_BUILTIN_FN(rt_generator_throw_method);
RT_BUILTIN_FN(rt_generator_close_method);
RT_BUILTIN_FN(rt_generator_get_running);
RT_BUILTIN_FN(rt_generator_get_suspended);
RT_BUILTIN_FN(rt_generator_get_delegate);
RT_BUILTIN_FN(rt_generator_get_code);
RT_BUILTIN_FN(rt_generator_get_frame);
RT_BUILTIN_FN(rt_generator_get_name);
RT_BUILTIN_FN(rt_generator_get_qualname);
RtValue rt_async_generator_set_finalizer(RtValue hook); /* gives the one before */
bool rt_async_generator_finalize(RtGenerator *);
#endif
