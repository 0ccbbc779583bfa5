/* itertools: what its files share. All its iterators but the combinatoric ones have one layout. */
#ifndef RT_ITERTOOLS_H
#define RT_ITERTOOLS_H
#include "call.h"
#include "iterator.h"
#include "list.h"
#include "tuple.h"
#include <stdio.h>

typedef struct Tool {
  RtObject head;
  RtValue v[5]; /* held values, or 0 */
  int64_t n[4];
} Tool;
#define TOOL(value) ((Tool *)rt_object(rt_base_value(value)))

Tool *rt_tool_new(RtType *type);
RtValue rt_tool_itself(RtValue);
void rt_tool_dealloc(RtObject *);
void rt_tool_traverse(RtObject *, RtVisit, void *context);
void rt_tool_clear(RtObject *);
/* Keeps `v`, drops what was there. */
void rt_tool_set(RtValue *place, STEAL RtValue v);

#define TOOL_TYPE(text, stem)                                                                                         \
  .head = RT_STATIC_HEAD, .name = "itertools." text, .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(Tool), .base = &rt_type_object, \
  .dealloc = rt_tool_dealloc, .traverse = rt_tool_traverse, .clear = rt_tool_clear, .iter = rt_tool_itself, .next = stem##_next
#endif
