/* Calling: every callable, and how arguments meet parameters. */
#ifndef RT_CALL_H
#define RT_CALL_H
#include "object.h"

int rt_parse_args(const char *function, const char *const *names, int required, int positional_only, const RtValue *args,
                  int64_t nargs, RtTuple *kwnames, RtValue *out);
/* The same for parameters that have values already. */
int rt_parse_defaults(const char *function, const char *const *names, int required, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtValue *values);
RtValue rt_call_function(RtFunction *function, const RtValue *args, int64_t nargs, RtTuple *kwnames);
/* As rt_call_function with `self` in front of the arguments. */
RtValue rt_call_function_self(RtFunction *function, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_call_builtin(const RtMethodDef *def, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
/* callable(self, *args): `callable` is what a class look-up gave. */
RtValue rt_call_with_self(RtValue callable, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_call_method_cached(RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtAttrCache *);
/* type(self).name(self, *args): dunders that statements call. TypeError where `with` needs __enter__ and __exit__. */
RtValue rt_call_special(RtValue self, RtStr *name, const RtValue *args, int64_t nargs);
RtValue rt_call0(RtValue callee), rt_call1(RtValue callee, RtValue), rt_call2(RtValue callee, RtValue, RtValue);
/* What self.name is, new; rt_exhausted where it is a method of the class that nothing hides: then rt_call_found_method looks it up again, since making a
   bound method would cost more. */
RtValue rt_find_method(RtValue self, RtStr *name, RtAttrCache *);
RtValue rt_call_found_method(RtValue found, RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtAttrCache *);
RtValue rt_call_method0(RtValue self, RtStr *name), rt_call_method1(RtValue self, RtStr *name, RtValue);
bool rt_callable(RtValue);
/* What f(*iterable, name=value, **mapping) collects before rt_call_ex. 0 or -1. */
int rt_call_star(RtValue callee, RtList *args, RtValue iterable);


/* bind.c: the general way of arguments to parameters; calls the function. */
RtValue rt_bind_call(RtFunction *function, const RtValue *args, int64_t nargs, RtTuple *kwnames);
#endif
