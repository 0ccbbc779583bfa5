/* Modules and the names that every program knows. */
#ifndef RT_MODULE_H
#define RT_MODULE_H
#include "rt.h"

RtModule *rt_module_new(RtStr *name);
RtModule *rt_module_builtin(const char *name); /* of the runtime's own modules; borrowed; NULL: none of that name */
BORROWED RtValue rt_builtin(RtStr *name);      /* 0: no such name; nothing raised */
void rt_modules_clear(void);
#endif
