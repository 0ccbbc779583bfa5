/* The function that imports one of the runtime's own modules: rt_import_MODULE. Included by builtin-modules.c, once a module, with MODULE and MODULE_ROWS. */
#define MODULE_JOIN_(a, b) a##b
#define MODULE_JOIN(a, b) MODULE_JOIN_(a, b)
#define MODULE_TEXT_(a) #a
#define MODULE_TEXT(a) MODULE_TEXT_(a)
#define MODULE_FN(module, name, fn, min, max, flags)                                                                  \
  if (add(m, #name, rt_value(&rt_function_##module##_##name)) < 0) return -1;
#define MODULE_VALUE(module, name, fn)                                                                                \
  if (add(m, #name, fn()) < 0) return -1;
#define MODULE_TYPE(module, name, type)                                                                               \
  if (add(m, #name, rt_value(&type)) < 0) return -1;

static int MODULE_JOIN(fill_, MODULE)(RtModule *m) {
#include MODULE_ROWS
  return 0;
}

RtValue MODULE_JOIN(rt_import_, MODULE)(void);
RtValue MODULE_JOIN(rt_import_, MODULE)(void) { return import(MODULE_TEXT(MODULE), MODULE_JOIN(fill_, MODULE)); }

#undef MODULE_FN
#undef MODULE_VALUE
#undef MODULE_TYPE
#undef MODULE_JOIN_
#undef MODULE_JOIN
#undef MODULE_TEXT_
#undef MODULE_TEXT
#undef MODULE
#undef MODULE_ROWS
