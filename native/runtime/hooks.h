/* What sys.excepthook and sys.unraisablehook hold. */
#ifndef RT_HOOKS_H
#define RT_HOOKS_H
#include "container.h"

typedef enum RtHook { RT_HOOK_EXCEPTION, RT_HOOK_UNRAISABLE } RtHook;
void rt_hooks_assign(RtHook, RtValue hook); /* a witness: without it all exceptions are the runtime's */
void rt_hooks_clear(void);
/* 1: the program's hook has been called (a SystemExit of its may be pending); 0: there is none. */
int rt_hooks_report(RtValue exception);
int rt_hooks_unraisable(const char *what /* NULL: the usual */, RtValue where, RtValue exception /* 0: none */);
#endif
