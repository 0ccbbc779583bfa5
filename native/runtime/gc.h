/* The cycle collector. */
#ifndef RT_GC_H
#define RT_GC_H
#include "memory.h"

/* Collects now; the number of objects that were unreachable. Runs finalisers. */
int64_t rt_gc_collect(void);
/* The same where no code of the program may run: garbage that would run some stays. */
void rt_gc_collect_quietly(void);
/* Closes a suspended generator that is about to die (generator.c). true: its code ran. */
bool rt_generator_finalize(RtObject *);
extern bool rt_gc_enabled;
/* At places where every object is whole: collects if the heap has grown enough. */
static inline void rt_gc_safepoint(void) {
  if (RT_UNLIKELY(rt_gc_wanted) && rt_gc_enabled) rt_gc_collect();
}
/* Between operations of compiled code that counts on nothing running in between. */
static inline void rt_gc_quiet_safepoint(void) {
  if (RT_UNLIKELY(rt_gc_wanted) && rt_gc_enabled) rt_gc_collect_quietly();
}
#endif
