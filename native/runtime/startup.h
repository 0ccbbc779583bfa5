/* Starting and ending a program. */
#ifndef RT_STARTUP_H
#define RT_STARTUP_H
#include "rt.h"

/* program: runs the entry module; 0: raised. teardown (or NULL) runs at the end. Returns the exit status. */
int rt_main(int argc, char **argv, RtValue (*program)(void), void (*teardown)(void));
extern int rt_argc;
extern char **rt_argv;
extern int64_t rt_recursion_limit;
void rt_set_recursion_limit(int64_t limit);
/* SIGINT has arrived; the next stack check raises KeyboardInterrupt. */
extern volatile int rt_interrupted;
int rt_check_interrupt(void); /* -1: raised */
#endif
