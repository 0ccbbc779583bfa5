/* The end of a program, as the program sees it. */
#ifndef RT_ATEXIT_H
#define RT_ATEXIT_H
#include "rt.h"

void rt_atexit_keep(RtValue function); /* to be called by rt_atexit_run, in place of the one before */
void rt_atexit_run(void); /* never fails */
#endif
