/* Tuples whose items have names, such as sys.version_info. */
#ifndef RT_RECORD_H
#define RT_RECORD_H
#include "container.h"

/* Consumes the items, also on failure; a 0 among them: an exception is pending. */
RtValue rt_record_new(RtType *type, STEAL RtValue *items, int64_t count);
RtValue rt_record_repr(RtValue, const char *const *names);
RtValue rt_record_getattr(RtValue, RtStr *name, const char *const *names);

#define RT_RECORD(storage, id, shown, names)                                                                          \
  static RtValue id##_repr(RtValue v) { return rt_record_repr(v, names); }                                            \
  static RtValue id##_getattr(RtValue v, RtStr *name) { return rt_record_getattr(v, name, names); }                   \
  storage RtType id = {.head = RT_STATIC_HEAD, .name = shown, .base = &rt_type_tuple, .flags = RT_TYPE_TUPLE | RT_TYPE_NO_SUBCLASS | RT_TYPE_CYCLIC, \
                       .instance_size = sizeof(RtTuple), .repr = id##_repr, .getattr = id##_getattr};
#endif
