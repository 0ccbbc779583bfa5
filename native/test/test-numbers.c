/*
 * Runs the cases that record-number-cases.py wrote (number-cases.txt): a line is a postfix program, what
 * CPython prints for it and the Python expression, separated by tabs. Words: I:12 F:0x1p3 S:hex C:re,im T K N
 * (True, False, None); b:3 (RtOp), i:3 (in place), u:- + ~; q:0 (RtCmp); c:name/2 (built-in), m:name/1
 * (method), g:name (attribute), t:/2 l:/2 (tuple, list), f:name/1 (function of math), v:name (its value).
 * Every case must leave as many objects alive as it found.
 */
#include "../runtime/call.h"
#include "../runtime/complex.h"
#include "../runtime/memory.h"
#include "../runtime/memoryview.h"
#include "../runtime/module.h"
#include "../runtime/type.h"
#include <stdio.h>
#include <stdlib.h>

#define BUILTIN(name, fn, min, max, flags) extern RtBuiltin rt_function_##name;
#define BUILTIN_TYPE(name, type) extern RtType type;
#define BUILTIN_VALUE(name, value)
#include "../runtime/builtins.def"
#undef BUILTIN
#undef BUILTIN_TYPE
#define MODULE_FN(module, name, fn, min, max, flags) extern RtBuiltin rt_function_##module##_##name;
#define MODULE_VALUE(module, name, fn) RtValue fn(void);
#define MODULE_TYPE(module, name, type)
#include "../runtime/modules.def"
#undef MODULE_FN
#undef MODULE_VALUE

RtModuleDef *const tauraro_modules[] = {NULL}; /* what a program of no modules would have */

typedef struct Named {
  const char *module, *name;
  void *object;
} Named;

static const Named functions[] = {
#define BUILTIN(name, fn, min, max, flags) {"", #name, &rt_function_##name},
#define BUILTIN_TYPE(name, type) {"", #name, &type},
#include "../runtime/builtins.def"
#define MODULE_FN(module, name, fn, min, max, flags) {#module, #name, &rt_function_##module##_##name},
#define MODULE_VALUE(module, name, fn)
#include "../runtime/modules.def"
    {NULL, NULL, NULL},
};
#undef MODULE_FN
#undef MODULE_VALUE

static const struct {
  const char *module, *name;
  RtValue (*fn)(void);
} values[] = {
#define MODULE_FN(module, name, fn, min, max, flags)
#define MODULE_VALUE(module, name, fn) {#module, #name, fn},
#include "../runtime/modules.def"
    {NULL, NULL, NULL},
};

static RtValue stack[64];
static int depth;
static char answer[1 << 16];

static RtValue find(const char *module, const char *name) {
  for (const Named *f = functions; f->name; f++)
    if (strcmp(f->module, module) == 0 && strcmp(f->name, name) == 0) return rt_value(f->object);
  fprintf(stderr, "no function %s\n", name);
  exit(2);
}

static RtValue find_value(const char *name) {
  for (int i = 0; values[i].name; i++)
    if (strcmp(values[i].module, "math") == 0 && strcmp(values[i].name, name) == 0) return values[i].fn();
  fprintf(stderr, "no value %s\n", name);
  exit(2);
}

static RtValue from_hex(const char *hex) {
  char bytes[1 << 15];
  size_t length = strlen(hex) / 2;
  for (size_t i = 0; i < length; i++) {
    char two[3] = {hex[2 * i], hex[2 * i + 1], 0};
    bytes[i] = (char)strtol(two, NULL, 16);
  }
  return rt_value(rt_str_from_utf8(bytes, (int64_t)length));
}

static RtValue method(RtValue self, const char *name, const RtValue *args, int n) {
  RtStr *key = rt_str_from_utf8(name, -1);
  if (key) key = rt_str_intern(key);
  RtValue result = key ? rt_call_method(self, key, args, n, NULL) : 0;
  if (key) rt_decref_object(key);
  return result;
}

static RtValue attribute(RtValue self, const char *name) {
  RtStr *key = rt_str_from_utf8(name, -1);
  if (key) key = rt_str_intern(key);
  RtValue result = key ? rt_getattr(self, key) : 0;
  if (key) rt_decref_object(key);
  return result;
}

static RtValue complex_of(const char *text) {
  char *end;
  double real = strtod(text, &end);
  return rt_complex_new(real, strtod(end + 1, NULL));
}

static RtBinaryFn const operators[] = {rt_add, rt_sub, rt_mul,    rt_truediv, rt_floordiv,
                                       rt_mod, rt_pow, rt_lshift, rt_rshift,  rt_and,
                                       rt_or,  rt_xor, rt_matmul};

static RtValue tuple_of(RtValue *top, int n) { return rt_value(rt_tuple_from(top - n, n)); }
static RtValue list_of(RtValue *top, int n) { return rt_value(rt_list_from(top - n, n)); }

/* The result of one word, whose operands, *used of them, are on top of the stack. */
static RtValue step(char kind, char *text, int *used) {
  RtValue *top = stack + depth;
  char *slash = strrchr(text, '/');
  int n = slash && strchr("cmftl", kind) ? atoi(slash + 1) : 0;
  if (n || (slash && strchr("cmftl", kind))) *slash = 0;
  *used = strchr("biq", kind)    ? 2
          : strchr("ug", kind)   ? 1
          : kind == 'm'          ? n + 1
          : strchr("cftl", kind) ? n
                                 : 0;
  switch (kind) {
    case 'I': return rt_int_from_decimal(text);
    case 'F': return rt_float_new(strtod(text, NULL));
    case 'S': return from_hex(text);
    case 'C': return complex_of(text);
    case 'T': return RT_TRUE;
    case 'K': return RT_FALSE;
    case 'N': return RT_NONE;
    case 'b': return operators[atoi(text)](top[-2], top[-1]);
    case 'i': return rt_inplace(top[-2], top[-1], (RtOp)atoi(text));
    case 'q': return rt_compare(top[-2], top[-1], (RtCmp)atoi(text));
    case 'u': return (*text == '-' ? rt_neg : *text == '+' ? rt_pos : rt_invert)(top[-1]);
    case 'c': return rt_call(find("", text), top - n, n, NULL);
    case 'f': return rt_call(find("math", text), top - n, n, NULL);
    case 'm': return method(top[-n - 1], text, top - n, n);
    case 'g': return attribute(top[-1], text);
    case 't': return tuple_of(top, n);
    case 'l': return list_of(top, n);
    default: return find_value(text);
  }
}

static void report(void) {
  RtValue exception = rt_take_pending();
  RtStr *text = rt_str(exception);
  int64_t length = 0;
  char *utf8 = text ? rt_str_to_utf8(text, &length) : NULL;
  snprintf(answer, sizeof answer, "%s: %s", rt_typeof(exception)->name, utf8 ? utf8 : "?");
  free(utf8);
  if (text) rt_decref_object(text);
  rt_decref(exception);
}

static void show(RtValue v) {
  RtStr *text = rt_repr(v);
  int64_t length;
  char *utf8 = text ? rt_str_to_utf8(text, &length) : NULL;
  if (!utf8) report();
  else snprintf(answer, sizeof answer, "%s", utf8);
  free(utf8);
  if (text) rt_decref_object(text);
}

static void run(char *line) {
  char *save = NULL;
  for (char *word = strtok_r(line, " \n", &save); word && !rt_pending; word = strtok_r(NULL, " \n", &save)) {
    int used;
    RtValue result = step(word[0], word[1] ? word + 2 : word + 1, &used);
    while (used-- > 0) rt_decref(stack[--depth]);
    if (!result && !rt_pending) fprintf(stderr, "0 without an exception: %s\n", word), abort();
    if (result && rt_pending) fprintf(stderr, "a result and an exception: %s\n", word), abort();
    if (result) stack[depth++] = result;
  }
  if (rt_pending) report();
  else show(stack[depth - 1]);
  while (depth > 0) rt_decref(stack[--depth]);
}

/* Runs three times; the last run must leave as many objects as the one before. */
static bool check(const char *program, const char *expected, const char *expression) {
  int64_t live = 0;
  bool right = true;
  for (int i = 0; i < 3; i++) {
    char *copy = strdup(program);
    run(copy);
    free(copy);
    if (i == 2 && rt_memory_live() != live)
      right = false, printf("LEAK of %lld: %s\n", (long long)(rt_memory_live() - live), expression);
    live = rt_memory_live();
  }
  if (strcmp(answer, expected) == 0) return right;
  printf("%s\n  want %s\n  got  %s\n", expression, expected, answer);
  return false;
}

int main(int argc, char **argv) {
  static char line[1 << 20];
  char here;
  int cases = 0, bad = 0;
  rt_stack_limit = (uintptr_t)&here - (4 << 20);
  FILE *file = argc > 1 ? fopen(argv[1], "r") : stdin;
  while (file && fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    char *save = NULL, *program = strtok_r(line, "\t", &save), *expected = strtok_r(NULL, "\t", &save),
         *expression = strtok_r(NULL, "\t", &save);
    cases++;
    bad += !check(program, expected, expression);
  }
  printf("%d cases, %d wrong\n", cases, bad);
  return cases == 0 || bad != 0;
}
