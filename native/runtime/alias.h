/* Types with arguments: list[int]. */
#ifndef RT_ALIAS_H
#define RT_ALIAS_H
#include "rt.h"

extern RtType rt_type_alias;
bool rt_is_alias(RtValue);
RtValue rt_alias_new(RtValue origin, RtValue args); /* args: a tuple, or the only argument */
/* Writes what stands for a type, as inside the brackets of an alias. */
int rt_writer_type(RtWriter *, RtValue type);
#endif
