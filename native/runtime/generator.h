/* Generators: compiled code supplies `resume`, this file the protocol around it. */
#ifndef RT_GENERATOR_H
#define RT_GENERATOR_H
#include "rt.h"

RtGenerator *rt_generator_new(RtFunction *function, const RtCode *code, RtValue (*resume)(RtGenerator *, RtValue), int64_t value_count, int64_t raw_count);
/* Runs to the next yield. 0: finished (generator->result holds the value) or raised (rt_pending). sent 0: raises the pending exception at the yield. */
RtValue rt_generator_resume(RtGenerator *, RtValue sent);
RtValue rt_generator_send(RtGenerator *, RtValue value); /* as the method: the end is a StopIteration */
RtValue rt_generator_close(RtGenerator *);
/* `yield from`: start stores iter(iterable); each step sends `sent` (0: the pending exception is thrown) and returns what to yield,
   or 0: then the delegation is over and *result is its value (owned), or an exception is pending (*result 0). */
int rt_generator_delegate(RtGenerator *, RtValue iterable);
RtValue rt_generator_delegate_step(RtGenerator *, RtValue sent, RtValue *result);
/* The value of the StopIteration that is pending; takes it. */
RtValue rt_stop_value(void);
#endif
