/* Starting and ending a program. */
#ifndef RT_STARTUP_H
#define RT_STARTUP_H
#include "rt.h"

/* program: runs the main module; 0: raised. teardown (or NULL) drops what its globals hold. Returns the exit status. */
int rt_main(int argc, char **argv, int64_t (*program)(void), void (*teardown)(void));
extern int rt_argc;
extern char **rt_argv;
extern int64_t rt_recursion_limit;
void rt_set_recursion_limit(int64_t limit);
/* A signal has arrived (SIGINT): loops and blocking calls test it. */
extern volatile int rt_interrupted;
int rt_check_interrupt(void);
#endif
