/* The module sys: what the program knows of itself and of its machine. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "generator.h"
#include "hooks.h"
#include "print.h"
#include "object.h"
#include "startup.h"
#include "str.h"
#include "record.h"
#include "sys.h"
#include "type.h"
#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static RtValue text(const char *utf8) { return rt_value(rt_str_from_utf8(utf8, -1)); }

RT_BUILTIN_FN(rt_sys_exit) {
  RtValue code = nargs ? args[0] : 0;
  if (!code) return rt_raise_none(&rt_exc_SystemExit);
  RtValue exception = rt_exception_construct(rt_value(&rt_exc_SystemExit), rt_is_tuple(code) ? ((RtTuple *)rt_object(rt_base_value(code)))->items : args,
                                             rt_is_tuple(code) ? rt_len(code) : 1, NULL);
  return exception ? rt_raise_exception(exception) : 0;
}

RT_BUILTIN_FN(rt_sys_getrecursionlimit) { return rt_int_box(rt_recursion_limit); }

RT_BUILTIN_FN(rt_sys_setrecursionlimit) {
  int limit;
  if (rt_str_c_int_arg(args[0], &limit) < 0) return 0;
  if (limit < 1) return rt_raise_string(&rt_exc_ValueError, "recursion limit must be greater or equal than 1");
  rt_set_recursion_limit(limit);
  return rt_none();
}

RT_BUILTIN_FN(rt_sys_exception) { return rt_new_ref(rt_handled ? rt_handled : RT_NONE); }

RT_BUILTIN_FN(rt_sys_exc_info) {
  RtValue three[] = {RT_NONE, RT_NONE, RT_NONE};
  if (rt_handled) {
    three[0] = rt_value(rt_typeof(rt_handled));
    three[1] = rt_handled;
    if (rt_exception_of(rt_handled)->traceback) three[2] = rt_exception_of(rt_handled)->traceback;
  }
  return rt_value(rt_tuple_from(three, 3));
}

RT_BUILTIN_FN(rt_sys_intern) {
  if (rt_is_str(args[0]) && rt_typeof(args[0]) != &rt_type_str) return rt_raise_type_of("can't intern %s", args[0]);
  if (!rt_is_str(args[0])) return rt_raise_argument("intern() argument must be str, not %s", args[0]);
  return rt_value(rt_str_intern((RtStr *)rt_object(rt_new_ref(args[0]))));
}

/* The argument itself counts once, as in CPython. */
RT_BUILTIN_FN(rt_sys_getrefcount) { return rt_int_box(rt_is_small(args[0]) ? 4294967295 : rt_object(args[0])->refcount + 1); }

/* What a __sizeof__ of the program says, and what the collector adds; 0: there is none; -1: raised. */
static int64_t own_size(RtValue v) {
  RtValue method = rt_type_lookup(rt_typeof(v), RT_NAME(__sizeof__));
  if (!method || rt_typeof(method) == &rt_type_method_descriptor) return 0;
  RtValue said = rt_call_with_self(method, v, NULL, 0, NULL);
  int64_t size = -1;
  if (!said) return -1;
  if (!rt_is_int(said)) rt_raise_string(&rt_exc_TypeError, "an integer is required");
  else if (rt_index_argument(said, &size) == 0 && size < 0) rt_raise_string(&rt_exc_ValueError, "__sizeof__() should return >= 0");
  rt_decref(said);
  return rt_pending ? -1 : size + (rt_typeof(v)->flags & RT_TYPE_INSTANCE_DICT ? 32 : 16);
}

RT_BUILTIN_FN(rt_sys_getsizeof) {
  int64_t own = rt_is_small(args[0]) || !rt_is_class(rt_typeof(args[0])) ? 0 : own_size(args[0]);
  if (own > 0) return rt_int_box(own);
  if (own < 0) {
    if (nargs < 2 || !rt_pending_is(&rt_exc_TypeError)) return 0;
    rt_clear_pending();
    return rt_new_ref(args[1]);
  }
  return rt_int_box(rt_is_small(args[0]) ? 28 : rt_ready(rt_typeof(args[0]))->instance_size + 16);
}

RT_BUILTIN_FN(rt_sys_getdefaultencoding) { return text("utf-8"); }

/* ---- values ---- */

static RtValue argv_list, path_list, stdin_file, stdout_file, stderr_file;
static RtValue own_stdin, own_stderr; /* what the program has put in their places */

RtValue rt_sys_argv(void) {
  if (!argv_list) {
    RtList *list = rt_list_new(rt_argc);
    for (int i = 0; list && i < rt_argc; i++) {
      RtValue each = text(rt_argv[i]);
      if (!each || rt_list_append(list, each) < 0) {
        rt_xdecref(each);
        rt_decref_object(list);
        return 0;
      }
      rt_decref(each);
    }
    argv_list = rt_value(list);
  }
  return argv_list ? rt_new_ref(argv_list) : 0;
}

RtValue rt_sys_orig_argv(void) {
  RtValue list = rt_sys_argv();
  RtValue copy = list ? rt_value(rt_list_from_iterable(list)) : 0;
  rt_xdecref(list);
  return copy;
}

/* Modules are found when the program is built, so nobody looks here; programs add to it. Its first item is the program's folder. */
RtValue rt_sys_path(void) {
  if (path_list) return rt_new_ref(path_list);
  const char *end = strrchr(rt_argv[0], '/');
  RtList *list = rt_list_new(1);
  RtValue folder = list ? rt_value(rt_str_from_utf8(rt_argv[0], end ? end - rt_argv[0] : 0)) : 0;
  if (!folder || rt_list_append(list, folder) < 0) {
    rt_xdecref(folder);
    rt_xdecref(rt_value(list));
    return 0;
  }
  rt_decref(folder);
  path_list = rt_value(list);
  return rt_new_ref(path_list);
}

RtValue rt_sys_warnoptions(void) { return rt_value(rt_list_new(0)); }
RtValue rt_sys_prefix(void) { return text("/usr/local"); }
RtValue rt_sys_abiflags(void) { return text(""); }
RtValue rt_sys_float_repr_style(void) { return text("short"); }
RtValue rt_sys_api_version(void) { return rt_from_small(1013); }
RtValue rt_sys_dont_write_bytecode(void) { return RT_FALSE; }
RT_BUILTIN_FN(rt_sys_is_finalizing) { return rt_bool_ref(false); }
RT_BUILTIN_FN(rt_sys_getswitchinterval) { return rt_float_new(0.005); }
RT_BUILTIN_FN(rt_sys_set_asyncgen_finalizer) { return rt_async_generator_set_finalizer(args[0]); }
RT_BUILTIN_FN(rt_sys_nothing) { return rt_none(); }
RT_BUILTIN_FN(rt_sys_setswitchinterval) {
  double interval;
  if (rt_to_double(args[0], &interval)) return 0;
  return interval > 0 ? rt_none() : rt_raise_string(&rt_exc_ValueError, "switch interval must be strictly positive");
}

RtValue rt_sys_maxsize(void) { return rt_int_from_i64(INT64_MAX); }
RtValue rt_sys_maxunicode(void) { return rt_from_small(0x10ffff); }
RtValue rt_sys_version(void) { return text("3.13.0 (tauraro)"); }
RtValue rt_sys_hexversion(void) { return rt_from_small(0x030d00f0); }
RtValue rt_sys_platform(void) { return text("linux"); }
RtValue rt_sys_executable(void) { return text(rt_argv[0]); }

RtValue rt_sys_byteorder(void) {
  const uint16_t one = 1;
  return text(*(const uint8_t *)&one ? "little" : "big");
}

/* ---- records: tuples whose items have names ---- */

typedef struct Field { const char *name; RtValue value; /* owned */ } Field;

static RtValue record(RtType *type, const Field *fields, int64_t count) {
  RtValue items[32];
  for (int64_t i = 0; i < count; i++) items[i] = fields[i].value;
  return rt_record_new(type, items, count);
}

#define RECORD(id, shown) RT_RECORD(static, id##_type, shown, id##_names)

static const char *const version_info_names[] = {"major", "minor", "micro", "releaselevel", "serial"};
RECORD(version_info, "sys.version_info")
RtValue rt_sys_version_info(void) {
  const Field fields[] = {{"major", rt_from_small(3)}, {"minor", rt_from_small(13)}, {"micro", rt_from_small(0)}, {"releaselevel", text("final")}, {"serial", rt_from_small(0)}};
  rt_type_ready(&version_info_type);
  return record(&version_info_type, fields, 5);
}

static const char *const float_info_names[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"};
RECORD(float_info, "sys.float_info")
RtValue rt_sys_float_info(void) {
  const Field fields[] = {{"max", rt_float_new(DBL_MAX)}, {"max_exp", rt_from_small(DBL_MAX_EXP)}, {"max_10_exp", rt_from_small(DBL_MAX_10_EXP)},
                          {"min", rt_float_new(DBL_MIN)}, {"min_exp", rt_from_small(DBL_MIN_EXP)}, {"min_10_exp", rt_from_small(DBL_MIN_10_EXP)},
                          {"dig", rt_from_small(DBL_DIG)}, {"mant_dig", rt_from_small(DBL_MANT_DIG)}, {"epsilon", rt_float_new(DBL_EPSILON)},
                          {"radix", rt_from_small(2)}, {"rounds", rt_from_small(1)}};
  rt_type_ready(&float_info_type);
  return record(&float_info_type, fields, 11);
}

static const char *const int_info_names[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
RECORD(int_info, "sys.int_info")
RtValue rt_sys_int_info(void) {
  const Field fields[] = {{"", rt_from_small(30)}, {"", rt_from_small(4)}, {"", rt_from_small(4300)}, {"", rt_from_small(640)}};
  rt_type_ready(&int_info_type);
  return record(&int_info_type, fields, 4);
}

static const char *const flags_names[] = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
    "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
    "safe_path", "int_max_str_digits"};
RECORD(flags, "sys.flags")
RtValue rt_sys_flags(void) {
  Field fields[18];
  for (int i = 0; i < 18; i++) fields[i] = (Field){"", i == 11 ? rt_from_small(1) : i == 13 || i == 16 ? RT_FALSE : i == 17 ? rt_from_small(4300) : rt_from_small(0)};
  rt_type_ready(&flags_type);
  return record(&flags_type, fields, 18);
}

static const char *const hash_info_names[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
RECORD(hash_info, "sys.hash_info")
RtValue rt_sys_hash_info(void) {
  const Field fields[] = {{"", rt_from_small(64)}, {"", rt_from_small(2305843009213693951)}, {"", rt_from_small(314159)}, {"", rt_from_small(0)},
                          {"", rt_from_small(1000003)}, {"", text("siphash13")}, {"", rt_from_small(64)}, {"", rt_from_small(128)}, {"", rt_from_small(0)}};
  rt_type_ready(&hash_info_type);
  return record(&hash_info_type, fields, 9);
}

static const char *const implementation_names[] = {"name", "version", "hexversion"};
RECORD(implementation, "namespace")
RtValue rt_sys_implementation(void) {
  const Field fields[] = {{"", text("tauraro")}, {"", rt_sys_version_info()}, {"", rt_sys_hexversion()}};
  rt_type_ready(&implementation_type);
  return record(&implementation_type, fields, 3);
}

/* ---- streams ---- */

static RtValue stream(RtValue *place, int number) {
  if (!*place) *place = rt_stream_new(number);
  return *place ? rt_new_ref(*place) : 0;
}

RtValue rt_sys_original_stdin(void) { return stream(&stdin_file, STDIN_FILENO); }
RtValue rt_sys_original_stdout(void) { return stream(&stdout_file, STDOUT_FILENO); }
RtValue rt_sys_original_stderr(void) { return stream(&stderr_file, STDERR_FILENO); }
RtValue rt_sys_stdin(void) { return own_stdin ? rt_new_ref(own_stdin) : rt_sys_original_stdin(); }
RtValue rt_sys_stdout(void) { return rt_stdout_file ? rt_new_ref(rt_stdout_file) : rt_sys_original_stdout(); }
RtValue rt_sys_stderr(void) { return own_stderr ? rt_new_ref(own_stderr) : rt_sys_original_stderr(); }

RT_WITNESS void rt_sys_own_stdin(void) { __asm__ volatile(""); }
RT_WITNESS void rt_sys_own_stderr(void) { __asm__ volatile(""); }

bool rt_sys_stderr_replaced(void) { return own_stderr != 0; }

/* Reports of exceptions go where the program has put sys.stderr; what writing raises is nobody's. */
bool rt_sys_write_stderr(const char *utf8, size_t length) {
  if (!own_stderr) return false;
  if (own_stderr == RT_NONE) return true;
  RtValue pending = rt_take_unready(), file = rt_new_ref(own_stderr), string = rt_value(rt_str_from_utf8(utf8, (int64_t)length));
  RtValue result = string ? rt_call_method1(file, RT_NAME(write), string) : 0;
  rt_clear_pending();
  rt_xdecref(result), rt_xdecref(string), rt_decref(file);
  rt_set_pending(pending);
  return true;
}

/* sys.NAME = value, for the names that the runtime itself looks at; 0: it is gone. */
void rt_sys_assigned(RtStr *name, RtValue value) {
  RtValue old = 0;
  if (rt_str_equal(name, RT_NAME(tracebacklimit))) {
    rt_traceback_set_limit(value);
  } else if (!value) {
    return;
  } else if (rt_str_equal(name, RT_NAME(stdout))) {
    old = rt_stdout_file;
    rt_stdout_set(value == stdout_file ? 0 : rt_new_ref(value));
  } else if (rt_str_equal(name, RT_NAME(stdin))) {
    old = own_stdin;
    rt_sys_own_stdin();
    own_stdin = value == stdin_file ? 0 : rt_new_ref(value);
  } else if (rt_str_equal(name, RT_NAME(excepthook))) {
    rt_hooks_assign(RT_HOOK_EXCEPTION, value);
  } else if (rt_str_equal(name, RT_NAME(unraisablehook))) {
    rt_hooks_assign(RT_HOOK_UNRAISABLE, value);
  } else if (rt_str_equal(name, RT_NAME(stderr))) {
    old = own_stderr;
    rt_sys_own_stderr();
    own_stderr = value == stderr_file ? 0 : rt_new_ref(value);
  }
  rt_xdecref(old);
}

void rt_sys_clear(void) {
  RT_ONLY_WITH(rt_hooks_assign, rt_hooks_clear)();
  RT_ONLY_WITH(rt_stream_adopt, rt_stream_disown)();
  RtValue *places[] = {&argv_list, &path_list, &stdin_file, &stdout_file, &stderr_file, &rt_stdout_file, &own_stdin, &own_stderr};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    RtValue old = *places[i];
    *places[i] = 0;
    rt_xdecref(old);
  }
}
