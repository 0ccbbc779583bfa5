/* Starting and ending a program. */
#ifndef RT_STARTUP_H
#define RT_STARTUP_H
#include "rt.h"

/* program: runs the entry module; 0: raised. teardown (or NULL) runs at the end. Returns the exit status. */
int rt_main(int argc, char **argv, RtValue (*program)(void), void (*teardown)(void));
/* For a program inside another one, on its stack, of which so many bytes may be used: no signals, no exit. */
void rt_start_inside(size_t stack_bytes);
/* Runs what finalizers there are and gives the memory back; thoroughly: every object dies, also its buffers outside the heap. */
void rt_end_inside(void (*teardown)(void), bool thoroughly);
/* Fills in the types and what else is no part of the program's file; rt_main calls it first. Nothing works before. */
void rt_start(void);
int64_t rt_absent(void);
extern int rt_argc;
extern char **rt_argv;
extern int64_t rt_recursion_limit;
void rt_set_recursion_limit(int64_t limit);
/* SIGINT has arrived; the next stack check raises KeyboardInterrupt. */
extern volatile int rt_interrupted;
int rt_check_interrupt(void); /* -1: raised */
#endif
