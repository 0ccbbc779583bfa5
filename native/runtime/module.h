/* Modules: those of the program, as the compiler lays them out (rt.h), and the runtime's own; the names that every program knows. */
#ifndef RT_MODULE_H
#define RT_MODULE_H
#include "rt.h"

RtModule *rt_module_new(RtStr *name);
const RtModuleDef *rt_module_of_source(const RtSource *source); /* NULL: none */
const RtModuleDef *rt_main_module(void);                        /* NULL: not begun, or a Node module */
void rt_modules_drop_globals(void);                  /* at the end of the program */
BORROWED RtValue rt_builtin(RtStr *name);            /* of the names that every program knows; 0: none, nothing raised */
void rt_builtin_modules_clear(void);
/* What drops something that a module keeps for itself: runs when the program ends, if anybody could tell. */
void rt_on_teardown(void (*clear)(void));
int rt_builtin_names(RtList *);                      /* appends them all */
RtDict *rt_module_names(RtValue module);             /* new: all its names, with their values */
#endif
