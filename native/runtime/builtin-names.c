/* The names that every program knows, as objects: built-in functions, types, exceptions and constants, from builtins.def and exceptions.def. */
#include "container.h"
#include "module.h"

typedef struct Row { const char *name; const void *object; } Row;
#define BUILTIN(name, fn, min, max, flags) extern RtBuiltin rt_function_##name;
#define BUILTIN_TYPE(name, type) extern RtType type;
#define BUILTIN_VALUE(name, value)
#include "builtins.def"
#undef BUILTIN
#undef BUILTIN_TYPE
#undef BUILTIN_VALUE

#define BUILTIN(name, fn, min, max, flags) {#name, &rt_function_##name},
#define BUILTIN_TYPE(name, type) {#name, &type},
#define BUILTIN_VALUE(name, value)
#define X(name, base) {#name, &rt_exc_##name},
static const Row rows[] = {
#include "builtins.def"
    {"BaseException", &rt_exc_BaseException},
#include "exceptions.def"
    {"True", &rt_true_object}, {"False", &rt_false_object}, {"None", &rt_none_object},
    {"NotImplemented", &rt_notimplemented_object}, {"Ellipsis", &rt_ellipsis_object}, {"EnvironmentError", &rt_exc_OSError}, {"IOError", &rt_exc_OSError}};

BORROWED RtValue rt_builtin(RtStr *name) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (name->kind == 1 && (size_t)name->length == strlen(rows[i].name) && !memcmp(rows[i].name, name->data, (size_t)name->length)) return rt_value(rows[i].object);
  return 0;
}

#undef BUILTIN
#undef BUILTIN_TYPE
#undef X
#define BUILTIN(name, fn, min, max, flags) #name,
#define BUILTIN_TYPE(name, type) #name,
#define X(name, base) #name,
/* Only the names: suggestions must not bind every function into a program. */
static const char *const names[] = {
#include "builtins.def"
    "BaseException",
#include "exceptions.def"
    "True", "False", "None", "NotImplemented", "Ellipsis"};

int rt_builtin_names(RtList *list) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (rt_list_append(list, rt_value(rt_name(names[i]))) < 0) return -1;
  return 0;
}
