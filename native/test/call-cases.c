/*
 * Runs the cases that record-text-cases.py recorded (path: first argument) and compares answers with
 * CPython's. A second round must not leave more objects alive than the first.
 */
#include "../runtime/bytes.h"
#include "../runtime/call.h"
#include "../runtime/format.h"
#include "../runtime/memory.h"
#include "../runtime/object.h"
#include "../runtime/str.h"
#include <stdio.h>
#include <stdlib.h>

enum { MAX_ARGS = 8 };
static int failures, unsupported;

static int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

static char *read_hex(const char **text, int64_t *length) {
  const char *end = *text;
  while ((*end >= '0' && *end <= '9') || (*end >= 'a' && *end <= 'f')) end++;
  *length = (end - *text) / 2;
  char *data = malloc((size_t)*length + 1);
  for (int64_t i = 0; i < *length; i++)
    data[i] = (char)(hex_digit((*text)[2 * i]) << 4 | hex_digit((*text)[2 * i + 1]));
  data[*length] = 0;
  *text = end;
  return data;
}

static RtValue read_value(const char **text);

static RtList *read_items(const char **text, char close) {
  RtList *list = rt_list_new(0);
  while (**text != close) {
    RtValue item = read_value(text);
    rt_list_append(list, item);
    rt_decref(item);
    if (**text == ',') ++*text;
  }
  ++*text;
  return list;
}

static RtValue read_dict(const char **text) {
  RtDict *dict = rt_dict_new(0);
  while (**text != '}') {
    RtValue key = read_value(text);
    ++*text;
    RtValue value = read_value(text);
    rt_dict_set(dict, key, value);
    rt_decref(key), rt_decref(value);
    if (**text == ',') ++*text;
  }
  ++*text;
  return rt_value(dict);
}

static RtValue read_int(const char **text) {
  char digits[64];
  int n = 0;
  while (**text == '-' || (**text >= '0' && **text <= '9')) digits[n++] = *(*text)++;
  digits[n] = 0;
  return rt_int_from_decimal(digits);
}

static RtValue read_bytes_or_str(const char **text, char kind) {
  int64_t length;
  char *data = read_hex(text, &length);
  RtValue result = kind == 's'   ? rt_value(rt_str_from_utf8(data, length))
                   : kind == 'b' ? rt_value(rt_bytes_from((uint8_t *)data, length))
                                 : rt_value(rt_bytearray_from((uint8_t *)data, length));
  free(data);
  return result;
}

static RtValue read_value(const char **text) {
  char kind = *(*text)++, *end;
  switch (kind) {
    case 'N': return rt_new_ref(RT_NONE);
    case 'T': return rt_new_ref(RT_TRUE);
    case 'F': return rt_new_ref(RT_FALSE);
    case 'i': return read_int(text);
    case 'f': {
      RtValue value = rt_float_new(strtod(*text, &end));
      *text = end;
      return value;
    }
    case '{': return read_dict(text);
    case '[': return rt_value(read_items(text, ']'));
    case '(': {
      RtList *list = read_items(text, ')');
      RtTuple *tuple = rt_tuple_from_iterable(rt_value(list));
      rt_decref_object(list);
      return rt_value(tuple);
    }
    default: return read_bytes_or_str(text, kind);
  }
}

/* ---- calling ---- */
typedef struct Call {
  char name[32];
  RtValue self, args[MAX_ARGS];
  int64_t nargs, nkw;
  RtTuple *kwnames;
} Call;

static RtValue slice_of(const Call *c) {
  RtValue slice = rt_slice_new(c->args[0], c->args[1], c->args[2]), result = rt_getitem(c->self, slice);
  rt_decref(slice);
  return result;
}

static RtValue construct(RtType *type, const Call *c) {
  RtValue all[MAX_ARGS + 1] = {c->self};
  for (int64_t i = 0; i < c->nargs; i++) all[i + 1] = c->args[i];
  return rt_call(rt_value(type), all, c->nargs + 1, NULL);
}

RtValue rt_builtin_ord(RtValue, const RtValue *, int64_t, RtTuple *),
    rt_builtin_chr(RtValue, const RtValue *, int64_t, RtTuple *),
    rt_builtin_format(RtValue, const RtValue *, int64_t, RtTuple *);

static RtValue static_method(RtType *type, RtStr *name, const Call *c) {
  RtValue all[MAX_ARGS + 1] = {c->self};
  for (int64_t i = 0; i < c->nargs; i++) all[i + 1] = c->args[i];
  RtValue method = rt_getattr(rt_value(type), name),
          result = method ? rt_call(method, all, c->nargs + 1, NULL) : 0;
  rt_xdecref(method);
  return result;
}

static RtValue run(const Call *c) {
  const char *name = c->name + 1;
  RtValue a = c->nargs ? c->args[0] : 0, pair[2] = {c->self, a};
  if (c->name[0] != '!') {
    RtStr *method = rt_str_from_ascii(c->name);
    RtValue result = rt_call_method(c->self, method, c->args, c->nargs, c->kwnames);
    rt_decref_object(method);
    return result;
  }
#define IS(text) (strcmp(name, text) == 0)
  if (IS("add")) return rt_binary(c->self, a, RT_ADD);
  if (IS("mul")) return rt_binary(c->self, a, RT_MUL);
  if (IS("mod")) return rt_binary(c->self, a, RT_MOD);
  if (IS("eq")) return rt_compare(c->self, a, RT_EQ);
  if (IS("lt")) return rt_compare(c->self, a, RT_LT);
  if (IS("ge")) return rt_compare(c->self, a, RT_GE);
  if (IS("contains")) {
    int found = rt_contains(c->self, a);
    return found < 0 ? 0 : rt_new_ref(rt_from_bool(found));
  }
  if (IS("getitem")) return rt_getitem(c->self, a);
  if (IS("slice")) return slice_of(c);
  if (IS("str")) return construct(&rt_type_str, c);
  if (IS("bytes")) return construct(&rt_type_bytes, c);
  if (IS("bytearray")) return construct(&rt_type_bytearray, c);
  if (IS("repr")) return rt_value(rt_repr(c->self));
  if (IS("ascii")) return rt_value(rt_ascii(c->self));
  if (IS("format")) return rt_builtin_format(0, pair, c->nargs + 1, NULL);
  if (IS("ord")) return rt_builtin_ord(0, pair, 1, NULL);
  if (IS("chr")) return rt_builtin_chr(0, pair, 1, NULL);
  if (IS("len")) return rt_from_small(rt_len(c->self));
  if (IS("list")) return rt_value(rt_list_from_iterable(c->self));
  if (IS("maketrans")) return static_method(&rt_type_str, RT_NAME(maketrans), c);
  if (IS("fromhex")) return static_method(&rt_type_bytes, RT_NAME(fromhex), c);
  abort();
}

static char *describe(RtValue result) {
  char *text;
  if (result) {
    RtStr *repr = rt_repr(result);
    char *utf8 = rt_str_to_utf8(repr, NULL);
    text = malloc(strlen(utf8) + 2);
    sprintf(text, "r%s", utf8);
    free(utf8);
    rt_decref_object(repr);
    rt_decref(result);
    return text;
  }
  if (!rt_pending) return strdup("no result and no exception");
  RtValue exception = rt_take_pending();
  RtStr *message = rt_str(exception);
  char *utf8 = message ? rt_str_to_utf8(message, NULL) : strdup("?");
  text = malloc(strlen(utf8) + 128);
  sprintf(text, "e%s:%s", rt_typeof(exception)->name, utf8);
  free(utf8);
  if (message) rt_decref_object(message);
  rt_decref(exception);
  return text;
}

static char *expected_of(const char *answer) {
  int64_t length;
  const char *hex = answer + 1;
  char *type = strchr(answer, ':'), *text;
  if (*answer == 'e') hex = type + 1;
  char *data = read_hex(&hex, &length);
  text = malloc((size_t)length + 128);
  if (*answer == 'e') sprintf(text, "%.*s:%s", (int)(type - answer), answer, data);
  else sprintf(text, "r%s", data);
  free(data);
  return text;
}

static void run_line(char *line) {
  Call c = {0};
  char *save, *field = strtok_r(line, "\t", &save), shown[512];
  snprintf(c.name, sizeof c.name, "%s", field);
  snprintf(shown, sizeof shown, "%s", field);
  RtValue names[MAX_ARGS];
  for (int i = 0; (field = strtok_r(NULL, "\t", &save)) && strcmp(field, "=>") != 0; i++) {
    snprintf(shown + strlen(shown), sizeof shown - strlen(shown), " %s", field);
    const char *text = field;
    char *equals = strchr(field, '=');
    if (equals) {
      *equals = 0;
      names[c.nkw++] = rt_value(rt_str_from_ascii(field));
      text = equals + 1;
    }
    RtValue value = read_value(&text);
    if (i == 0) c.self = value;
    else c.args[c.nargs++] = value;
  }
  c.nargs -= c.nkw;
  if (c.nkw) c.kwnames = rt_tuple_from(names, c.nkw);
  for (int64_t i = 0; i < c.nkw; i++) rt_decref(names[i]);
  char *expected = expected_of(strtok_r(NULL, "\n", &save)), *got = describe(run(&c));
  if (strcmp(expected, got) != 0) {
    if (strstr(got, "unknown encoding")) unsupported++;
    else if (failures++ < 500) printf("%s\n  expected %s\n  got      %s\n", shown, expected, got);
  }
  free(expected), free(got);
  rt_decref(c.self);
  for (int64_t i = 0; i < c.nargs + c.nkw; i++) rt_decref(c.args[i]);
  if (c.kwnames) rt_decref_object(c.kwnames);
}

static int run_file(FILE *file) {
  char *line = NULL;
  size_t size = 0;
  int count = 0;
  rewind(file);
  for (; getline(&line, &size, file) > 0; count++) run_line(line);
  free(line);
  return count;
}

int main(int argc, char **argv) {
  rt_stack_limit = (uintptr_t)__builtin_frame_address(0) - (4 << 20);
  FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
  if (!file) return fprintf(stderr, "usage: call-cases FILE\n"), 2;
  int count = run_file(file);
  int64_t alive = rt_memory_live();
  printf("%d cases, %d failures, %d not supported\n", count, failures, unsupported);
  bool failed = failures != 0;
  run_file(file);
  fclose(file);
  alive = rt_memory_live() - alive;
  if (alive) printf("%lld objects leaked\n", (long long)alive);
  return failed || alive != 0;
}
