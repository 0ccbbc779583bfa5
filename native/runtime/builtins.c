/*
 * The built-in functions as objects: one static RtBuiltin rt_function_<name> for each line BUILTIN of builtins.def.
 */
#include "container.h"

#define BUILTIN(name, fn, min, max, flags)                                                                           \
  RtValue fn(RtValue, const RtValue *, int64_t, RtTuple *);                                                          \
  static const RtMethodDef def_##name = {#name, fn, min, max, flags};                                                \
  RtBuiltin rt_function_##name = {{RT_IMMORTAL, &rt_type_builtin}, &def_##name, 0, NULL};
#define BUILTIN_TYPE(name, type)
#define BUILTIN_VALUE(name, value)
#include "builtins.def"
