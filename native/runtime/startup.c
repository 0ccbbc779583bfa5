/*
 * The program's life: a large stack, the hash seed, signals; then the entry module; then what CPython does at the end:
 * the uncaught exception, what is still buffered, the globals and their finalisers.
 */
#include "startup.h"
#include "atexit.h"
#include "container.h"
#include "exception.h"
#include "gc.h"
#include "generator.h"
#include "hooks.h"
#include "module.h"
#include "platform.h"
#include "print.h"
#include "str.h"
#include "sys.h"
#include "type.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int rt_argc;
char **rt_argv;
uint64_t rt_stack_limit;
int64_t rt_recursion_limit = 1000;
volatile int rt_interrupted;

/* ---- the stack ---- */

#ifdef __wasm__
#define STACK_DEFAULT ((size_t)900 << 10)
#else
#define STACK_DEFAULT ((size_t)16 << 20)
#endif
#define STACK_MARGIN ((size_t)512 << 10) /* for raising, printing and signal handlers */
static uint64_t stack_top;
static size_t stack_size, stack_margin = STACK_MARGIN;
static uint64_t limit_in_force;

/* CPython's limit counts calls; ours is a depth in bytes that is in proportion. */
void rt_set_recursion_limit(int64_t limit) {
  rt_recursion_limit = limit;
  size_t most = stack_size - stack_margin, wanted = STACK_DEFAULT;
  if (limit > 1000) wanted = (size_t)limit > most / 16384 ? most : (size_t)limit * 16384;
  if (wanted > most) wanted = most;
  limit_in_force = stack_top - wanted;
  if (!rt_interrupted) rt_stack_limit = limit_in_force;
}

/* ---- interrupts ---- */

static void end_by(int signal_number) {
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void on_interrupt(int signal_number) {
  if (rt_interrupted) { /* nobody has looked since the last one: end as if there were no handler */
    end_by(signal_number);
  }
  rt_interrupted = 1;
  rt_stack_limit = UINT64_MAX;
}

int rt_check_interrupt(void) {
  if (RT_LIKELY(!rt_interrupted)) return 0;
  rt_interrupted = 0;
  rt_stack_limit = limit_in_force;
  rt_raise_none(&rt_exc_KeyboardInterrupt);
  return -1;
}

/* Where the stack check has failed: too deep, or a signal wants to be seen. */
RtValue rt_raise_recursion(void) {
  if (rt_interrupted) {
    rt_check_interrupt();
    return 0;
  }
  uint64_t limit = rt_stack_limit;
  rt_stack_limit = limit - stack_margin / 2; /* room to make the exception */
  rt_raise_ascii(&rt_exc_RecursionError, "maximum recursion depth exceeded");
  rt_stack_limit = limit;
  return 0;
}

/* ---- hash seed ---- */

static int bad_seed(void) {
  fputs("Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]\n", stderr);
  return -1;
}

static int seed_hashes(void) {
  const char *text = getenv("PYTHONHASHSEED");
  if (!text || !*text || strcmp(text, "random") == 0) {
    if (!rt_platform_random(rt_hash_seed, sizeof rt_hash_seed)) rt_hash_seed[0] = (uint64_t)getpid() * 0x9e3779b97f4a7c15u;
    return 0;
  }
  char *end;
  errno = 0;
  unsigned long long seed = strtoull(text, &end, 10);
  if (*end || errno || seed > 4294967295u || *text == '-') return bad_seed();
  rt_hash_seed[0] = seed * 0x9e3779b97f4a7c15u;
  rt_hash_seed[1] = seed ? ~rt_hash_seed[0] : 0;
  return 0;
}

/* ---- the end ---- */

static int flush_output(void) {
  if (rt_stdout_flush() == 0) return 0;
  RtValue error = rt_take_unready();
  static const char text[] = "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n";
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0) return 120;
  if (error) rt_traceback_print(error);
  rt_xdecref(error);
  return 120;
}

/* The status that sys.exit(code) asks for; text goes to stderr. A class may have its own `code`. */
static int exit_status(RtValue exception) {
  BORROWED RtValue code = rt_exception_of(exception)->extra[RT_EXTRA_VALUE], own = rt_type_lookup(rt_typeof(exception), RT_NAME(code));
  if (own && rt_is_class(rt_typeof(exception)) && (rt_is_small(own) || !rt_typeof(own)->descr_get)) code = own;
  if (!code || code == RT_NONE) return 0;
  int64_t number;
  if (rt_is_int(code)) return rt_int_to_i64(code, &number) == 1 ? (int)(number & 0xff) : 255;
  rt_stdout_flush();
  RtStr *text = rt_str(code);
  char *utf8 = text ? rt_str_to_utf8(text, NULL) : NULL;
  if (utf8) fprintf(stderr, "%s\n", utf8);
  free(utf8);
  rt_xdecref(rt_value(text));
  rt_clear_pending();
  return 1;
}

/* A hook for uncaught exceptions has raised SystemExit. */
static int exit_by_hook(void) {
  RtValue exit = rt_take_unready();
  int status = RT_ONLY_WITH(rt_exc_SystemExit, exit_status)(exit);
  rt_decref(exit);
  return status;
}

static int report_uncaught(bool *interrupted) {
  RtValue exception = rt_take_unready();
  int status = 1;
  if (rt_is_subtype(rt_typeof(exception), &rt_exc_SystemExit)) {
    status = RT_ONLY_WITH(rt_exc_SystemExit, exit_status)(exception);
  } else {
    if (!RT_ONLY_WITH(rt_hooks_assign, rt_hooks_report)(exception)) rt_traceback_print(exception);
    else if (rt_pending) status = exit_by_hook();
    *interrupted = rt_is_subtype(rt_typeof(exception), &rt_exc_KeyboardInterrupt);
  }
  rt_decref(exception);
  return status;
}

static void tear_down(void (*teardown)(void)) {
  rt_modules_drop_globals();
  if (teardown) teardown();
  rt_gc_collect();
  rt_sys_clear();
  rt_builtin_modules_clear();
  rt_lookup_clear();
  rt_gc_collect();
  rt_clear_pending();
}

/* Freeing everything costs time and shows nothing, unless somebody's code runs as objects die. */
static void tear_down_for_finalizers(void (*teardown)(void)) {
#ifdef RT_AUDIT
  tear_down(teardown);
#else
  if (rt_class_finalizers) RT_ONLY_WITH(rt_class_build, tear_down)(teardown);
  else if (rt_generators_alive > 0) RT_ONLY_WITH(rt_generator_new, tear_down)(teardown);
#endif
}

static int finish(bool failed, void (*teardown)(void)) {
  bool interrupted = false;
  int status = failed ? report_uncaught(&interrupted) : 0;
  RT_ONLY_WITH(rt_atexit_keep, rt_atexit_run)();
  int flushed = flush_output();
  tear_down_for_finalizers(teardown);
  if (!flushed) flushed = flush_output();
  if (flushed) status = flushed;
#ifdef RT_AUDIT
  rt_memory_audit();
#endif
  if (interrupted) {
    end_by(SIGINT);
  }
  return status;
}

/* ---- types ---- */

#if defined(RT_FOR_PROGRAMS) && defined(__ELF__)
/* What native/backend/pack-types.cpp makes of the initial values of types. */
typedef struct PackedWord { int32_t value; uint16_t place; uint16_t kind; } PackedWord;
typedef struct PackedType { int32_t type, count; PackedWord words[]; } PackedType;
enum { ADDRESS, NUMBER, HALF };
extern const char types_start[] __asm__("__start_rt_types"), types_end[] __asm__("__stop_rt_types");
#pragma weak types_start
#pragma weak types_end

static uintptr_t at_distance(const int32_t *from) { return (uintptr_t)from + (uintptr_t)(intptr_t)*from; }

static const PackedType *unpack_type(const PackedType *packed) {
  RtType *type = (RtType *)at_distance(&packed->type);
  type->head = (RtObject)RT_STATIC_HEAD;
  for (int32_t i = 0; i < packed->count; i++) {
    const PackedWord *word = &packed->words[i];
    char *place = (char *)type + word->place * sizeof(int32_t);
    uintptr_t address = at_distance(&word->value);
    if (word->kind == HALF) memcpy(place, &word->value, sizeof word->value);
    else if (word->kind == NUMBER) memcpy(place, &(int64_t){word->value}, sizeof(int64_t));
    else if (address != (uintptr_t)&rt_absent) memcpy(place, &address, sizeof address);
  }
  return (const PackedType *)&packed->words[packed->count];
}

static void unpack_types(void) {
  for (const PackedType *at = (const PackedType *)types_start; at != (const PackedType *)types_end;) at = unpack_type(at);
}
#else
static void unpack_types(void) {}
#endif

/* Stands for functions that a program doesn't need. */
int64_t rt_absent(void) { return 0; }

void rt_start(void) {
  unpack_types();
  RT_ONLY_WITH(rt_str_latin1_table, rt_str_latin1_fill)();
}

/* ---- the start ---- */

static struct { RtValue (*program)(void); void (*teardown)(void); int status; } life;

static void run(void) {
  stack_top = rt_stack_place();
  rt_set_recursion_limit(rt_recursion_limit);
  RtValue done = life.program();
  life.status = finish(!done, life.teardown);
}

int rt_main(int argc, char **argv, RtValue (*program)(void), void (*teardown)(void)) {
  rt_argc = argc;
  rt_argv = argv;
  rt_start();
  if (RT_ONLY_WITH(rt_hash_seed, seed_hashes)() < 0) return 1;
  rt_platform_handle_signals(on_interrupt);
  life.program = program;
  life.teardown = teardown;
  if (!rt_platform_run_on_large_stack(run, &stack_size)) run();
  return life.status;
}

/* ---- inside another program ---- */

void rt_start_inside(size_t stack_bytes) {
  static char *no_arguments[] = {"", NULL};
  rt_argc = 1;
  rt_argv = no_arguments;
  rt_start();
  if (seed_hashes() < 0) rt_hash_seed[0] = rt_hash_seed[1] = 0;
  stack_top = rt_stack_place();
  stack_size = stack_bytes;
  if (stack_size < 2 * STACK_MARGIN) stack_margin = stack_size / 2;
  rt_set_recursion_limit(rt_recursion_limit);
}

void rt_end_inside(void (*teardown)(void), bool thoroughly) {
  flush_output();
  if (thoroughly) tear_down(teardown);
  else tear_down_for_finalizers(teardown);
  flush_output();
#ifdef RT_AUDIT
  rt_memory_audit();
#endif
  rt_memory_release_all();
}
