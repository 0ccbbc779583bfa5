/*
 * A stack machine over the runtime's generic operations, which runs what record-script.py translated from straight-line
 * Python, and prints what CPython would print: the repr of each expression statement, or the exception that ended it.
 *
 *   test-containers              runs scripts/NAME.txt beside this file and compares with scripts/NAME.out
 *   test-containers PROGRAM.txt  runs that and prints
 */
#include "../runtime/call.h"
#include "../runtime/container.h"
#include "../runtime/dict.h"
#include "../runtime/list.h"
#include "../runtime/memoryview.h"
#include "../runtime/module.h"
#include "../runtime/iterator.h"
#include "../runtime/print.h"
#include "../runtime/set.h"
#include "../runtime/startup.h"
#include "../runtime/type.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BUILTIN(name, fn, min, max, flags) extern RtBuiltin rt_function_##name;
#define BUILTIN_TYPE(name, type) extern RtType type;
#define BUILTIN_VALUE(name, value)
#include "../runtime/builtins.def"
#undef BUILTIN
#undef BUILTIN_TYPE
#undef BUILTIN_VALUE

static const struct { const char *name; void *object; } builtins[] = {
#define BUILTIN(name, fn, min, max, flags) {#name, &rt_function_##name},
#define BUILTIN_TYPE(name, type) {#name, &type},
#define BUILTIN_VALUE(name, value)
#include "../runtime/builtins.def"
    {NULL, NULL},
};

RtModuleDef *const tauraro_modules[] = {NULL}; /* what the compiler supplies */

static RtValue stack[256];
static int depth;
static RtDict *variables;
static char line[1 << 16];

static void push(RtValue v) { stack[depth++] = v; }
static RtValue pop(void) { return stack[--depth]; }

static RtStr *name_of(const char *text) { return rt_str_intern(rt_str_from_utf8(text, -1)); }

static RtStr *from_hex(const char *hex) {
  size_t length = strlen(hex) / 2;
  char *bytes = malloc(length + 1);
  for (size_t i = 0; i < length; i++) {
    char two[3] = {hex[2 * i], hex[2 * i + 1], 0};
    bytes[i] = (char)strtol(two, NULL, 16);
  }
  RtStr *result = rt_str_from_utf8(bytes, (int64_t)length);
  free(bytes);
  return result;
}

/* The result of an operation takes the place of its n operands; the operands are released. */
static void replace(int n, RtValue result) {
  while (n-- > 0) rt_decref(pop());
  if (result) push(result);
}

static RtValue build_slice(RtValue *top) { return rt_slice_new(top[0], top[1], top[2]); }

static RtTuple *keyword_names(const char *list, int64_t *count) {
  RtValue names[8];
  *count = 0;
  char copy[256], *save = NULL;
  snprintf(copy, sizeof copy, "%s", list);
  for (char *part = strtok_r(copy, ",", &save); part; part = strtok_r(NULL, ",", &save)) names[(*count)++] = rt_value(name_of(part));
  if (*count == 0) return NULL;
  RtTuple *result = rt_tuple_from(names, *count);
  for (int64_t i = 0; i < *count; i++) rt_decref(names[i]);
  return result;
}

static void call(const char *operand) {
  int n = 0;
  char method[64] = "", keywords[256] = "";
  sscanf(operand, "%d %63s %255s", &n, method, keywords);
  int64_t count;
  RtTuple *kwnames = keyword_names(strcmp(keywords, "") ? keywords : "", &count);
  RtValue *args = stack + depth - n, callee = args[-1], result;
  if (strcmp(method, "-") == 0) result = rt_call(callee, args, n - count, kwnames);
  else {
    RtStr *name = name_of(method);
    result = rt_call_method(callee, name, args, n - count, kwnames);
    rt_decref_object(name);
  }
  if (kwnames) rt_decref_object(kwnames);
  replace(n + 1, result);
}

static void unpack(int n, int before, int after) {
  RtValue out[64], source = pop();
  int total = before < 0 ? n : before + 1 + after;
  int result = before < 0 ? rt_unpack(source, n, out) : rt_unpack_star(source, before, after, out);
  rt_decref(source);
  if (result < 0) return;
  for (int i = total; i-- > 0;) push(out[i]);
}

static void show(void) {
  RtValue v = pop();
  RtStr *text = v == RT_NONE ? NULL : rt_repr(v);
  rt_decref(v);
  if (!text) return;
  rt_stdout_write_str(text);
  rt_stdout_write("\n", 1);
  rt_decref_object(text);
}

static void report(void) {
  RtValue exception = rt_take_pending();
  RtStr *text = rt_str(exception);
  rt_stdout_write(rt_typeof(exception)->name, (int64_t)strlen(rt_typeof(exception)->name));
  rt_stdout_write(": ", 2);
  if (text) rt_stdout_write_str(text), rt_decref_object(text);
  rt_stdout_write("\n", 1);
  rt_decref(exception);
  rt_clear_pending();
}

static RtValue find_builtin(const char *name) {
  for (int i = 0; builtins[i].name; i++)
    if (strcmp(builtins[i].name, name) == 0) return rt_new_ref(rt_value(builtins[i].object));
  return rt_raise_format(&rt_exc_NameError, "name '%s' is not defined", name);
}

static RtValue truth(int result) { return result < 0 ? 0 : rt_bool_ref(result); }

static void load(const char *name) {
  RtStr *key = name_of(name);
  RtValue v = rt_dict_get_str(variables, key);
  rt_decref_object(key);
  v = v ? rt_new_ref(v) : find_builtin(name);
  if (v) push(v);
}

static void store(const char *name) {
  RtStr *key = name_of(name);
  RtValue v = pop();
  rt_dict_set_str(variables, key, v);
  rt_decref(v);
  rt_decref_object(key);
}

static void run(const char *op, const char *operand) {
  RtValue *top = stack + depth;
  int n = atoi(operand), m = 0;
#define OP(text) else if (strcmp(op, text) == 0)
  if (strcmp(op, "INT") == 0) push(rt_int_from_decimal(operand));
  OP("FLOAT") push(rt_float_new(strtod(operand, NULL)));
  OP("STR") push(rt_value(from_hex(operand)));
  OP("NONE") push(rt_none());
  OP("TRUE") push(rt_bool_ref(true));
  OP("FALSE") push(rt_bool_ref(false));
  OP("LOAD") load(operand);
  OP("STORE") store(operand);
  OP("CALL") call(operand);
  OP("BIN") replace(2, rt_binary(top[-2], top[-1], (RtOp)n));
  OP("INPLACE") replace(2, rt_inplace(top[-2], top[-1], (RtOp)n));
  OP("CMP") replace(2, rt_compare(top[-2], top[-1], (RtCmp)n));
  OP("IN") replace(2, truth(rt_contains(top[-1], top[-2])));
  OP("IS") replace(2, rt_bool_ref(top[-2] == top[-1]));
  OP("NOT") replace(1, truth(rt_truth(top[-1]) < 0 ? -1 : !rt_truth(top[-1])));
  OP("NEG") replace(1, rt_neg(top[-1]));
  OP("ATTR") {
    RtStr *name = name_of(operand);
    replace(1, rt_getattr(top[-1], name));
    rt_decref_object(name);
  }
  OP("GETITEM") replace(2, rt_getitem(top[-2], top[-1]));
  OP("SETITEM") {
    rt_setitem(top[-2], top[-1], top[-3]);
    replace(3, 0);
  }
  OP("DELITEM") {
    rt_delitem(top[-2], top[-1]);
    replace(2, 0);
  }
  OP("LIST") replace(n, rt_value(rt_list_from(top - n, n)));
  OP("TUPLE") replace(n, rt_value(rt_tuple_from(top - n, n)));
  OP("SET") replace(n, rt_value(rt_set_from(top - n, n)));
  OP("CONSTANTSET") replace(n, rt_value(rt_set_from_constants(top - n, n)));
  OP("DICT") replace(2 * n, rt_value(rt_dict_from_pairs(top - 2 * n, n)));
  OP("SLICE") replace(3, build_slice(top - 3));
  OP("UNPACK") unpack(n, -1, 0);
  OP("UNPACKSTAR") {
    sscanf(operand, "%d %d", &n, &m);
    unpack(0, n, m);
  }
  OP("COPY") push(rt_new_ref(stack[depth - n]));
  OP("SHOW") show();
  else {
    fprintf(stderr, "no operation %s\n", op);
    exit(2);
  }
}

static void run_file(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) perror(path), exit(2);
  variables = rt_dict_new(0);
  bool skipping = false;
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    char *space = strchr(line, ' ');
    if (space) *space = 0;
    if (strcmp(line, "END") == 0) {
      if (rt_pending) report();
      while (depth > 0) rt_decref(pop());
      skipping = false;
      continue;
    }
    if (!skipping) run(line, space ? space + 1 : "");
    if (rt_pending) skipping = true;
  }
  fclose(file);
  rt_decref_object(variables);
  rt_stdout_flush();
}

/* The number of the first line in which two files differ; 0: none. */
static int first_difference(const char *path, const char *other) {
  static char expected[1 << 16], got[1 << 16];
  FILE *a = fopen(path, "r"), *b = fopen(other, "r");
  int number = 0, result = 0;
  for (bool more = a && b; more && !result;) {
    char *x = fgets(expected, sizeof expected, a), *y = fgets(got, sizeof got, b);
    number++;
    more = x && y;
    if (x != NULL && y != NULL ? strcmp(expected, got) != 0 : x != NULL || y != NULL) result = number;
    if (result) fprintf(stderr, "%s:%d: expected %s  got %s", path, number, x ? x : "the end\n", y ? y : "the end\n");
  }
  fclose(a);
  fclose(b);
  return result;
}

static int compare_script(const char *name) {
  char script[512], expected[512], got[] = "/tmp/test-containers-XXXXXX";
  const char *slash = strrchr(__FILE__, '/');
  int folder = slash ? (int)(slash - __FILE__) + 1 : 0, temporary = mkstemp(got), out = dup(1);
  snprintf(script, sizeof script, "%.*sscripts/%s.txt", folder, __FILE__, name);
  snprintf(expected, sizeof expected, "%.*sscripts/%s.out", folder, __FILE__, name);
  dup2(temporary, 1);
  run_file(script);
  dup2(out, 1);
  close(out);
  close(temporary);
  int difference = first_difference(expected, got);
  remove(got);
  return difference != 0;
}

static int64_t exit_status;

static RtValue program(void) {
  static const char *const names[] = {"lists", "dicts", "sets", "sequences", "builtins"};
  if (rt_argc > 1) run_file(rt_argv[1]);
  else
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) exit_status |= compare_script(names[i]);
  return rt_none();
}

int main(int argc, char **argv) {
  int status = rt_main(argc, argv, program, NULL);
  return status ? status : (int)exit_status;
}
