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

/* Only the names, in CPython's order: suggestions must not bind every function into a program. */
static const char *const names[] = {
    "__name__", "__doc__", "__package__", "__loader__", "__spec__", "__build_class__", "__import__", "abs",
    "all", "any", "ascii", "bin", "breakpoint", "callable", "chr", "compile", "delattr", "dir", "divmod",
    "eval", "exec", "format", "getattr", "globals", "hasattr", "hash", "hex", "id", "input", "isinstance",
    "issubclass", "iter", "aiter", "len", "locals", "max", "min", "next", "anext", "oct", "ord", "pow",
    "print", "repr", "round", "setattr", "sorted", "sum", "vars", "None", "Ellipsis", "NotImplemented",
    "False", "True", "bool", "memoryview", "bytearray", "bytes", "classmethod", "complex", "dict",
    "enumerate", "filter", "float", "frozenset", "property", "int", "list", "map", "object", "range",
    "reversed", "set", "slice", "staticmethod", "str", "super", "tuple", "type", "zip", "__debug__",
    "BaseException", "BaseExceptionGroup", "Exception", "GeneratorExit", "KeyboardInterrupt", "SystemExit",
    "ArithmeticError", "AssertionError", "AttributeError", "BufferError", "EOFError", "ImportError",
    "LookupError", "MemoryError", "NameError", "OSError", "ReferenceError", "RuntimeError",
    "StopAsyncIteration", "StopIteration", "SyntaxError", "SystemError", "TypeError", "ValueError",
    "Warning", "FloatingPointError", "OverflowError", "ZeroDivisionError", "BytesWarning",
    "DeprecationWarning", "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning",
    "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning", "UserWarning",
    "BlockingIOError", "ChildProcessError", "ConnectionError", "FileExistsError", "FileNotFoundError",
    "InterruptedError", "IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError",
    "TimeoutError", "IndentationError", "_IncompleteInputError", "IndexError", "KeyError",
    "ModuleNotFoundError", "NotImplementedError", "PythonFinalizationError", "RecursionError",
    "UnboundLocalError", "UnicodeError", "BrokenPipeError", "ConnectionAbortedError",
    "ConnectionRefusedError", "ConnectionResetError", "TabError", "UnicodeDecodeError",
    "UnicodeEncodeError", "UnicodeTranslateError", "ExceptionGroup", "EnvironmentError", "IOError", "open",
    "quit", "exit", "copyright", "credits", "license", "help"};

int rt_builtin_names(RtList *list) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (rt_list_append(list, rt_value(rt_name(names[i]))) < 0) return -1;
  return 0;
}
