/*
 * Loading, environments, ending.
 *
 * The runtime's state is static, so an image (a loaded copy of the .node file) serves one environment only: the first that asks for it.
 * Every other environment - a worker, a second `require` after the cache was emptied - gets an image of its own: the file is loaded again
 * from an anonymous copy, which the dynamic loader takes for another library. Environments so run in parallel, without locks, and
 * share nothing. An environment's image is unloaded with it; the first image can't be, since Node has loaded it, and isn't used again.
 */
#include "node.h"
#include "exception.h"
#include "module.h"
#include "startup.h"
#include "str.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default"), used))
typedef napi_value (*Register)(napi_env, napi_value exports);

napi_env node_env;
int node_depth;
static atomic_flag taken = ATOMIC_FLAG_INIT;

void *node_memory(size_t size) {
  void *memory = calloc(1, size);
  if (!memory) rt_raise_memory();
  return memory;
}

/* ---- the stack ---- */

/* How much of the thread's stack Python may use: what is left of it, but for what JavaScript and the system need below. */
static size_t stack_left(void) {
  enum { RESERVED = 256 << 10 };
  pthread_attr_t attributes;
  void *low = NULL;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_destroy(&attributes);
  }
  char *here = __builtin_frame_address(0);
  size_t left = low && here > (char *)low ? (size_t)(here - (char *)low) : 1 << 20;
  return left > 2 * RESERVED ? left - RESERVED : left / 2; /* a worker's may be small: resourceLimits.stackSizeMb */
}

/* ---- exports ---- */

static const char *own_file;

/* A background function runs in a worker that loads the module again: its arguments and results are copied. */
static napi_value in_background(NodeText name, napi_value function) {
  napi_value args[] = {NODE_NAME(own_file), node_text_to_js(name.bytes, name.length), function};
  return args[0] && args[1] ? node_help(NODE_HELPER_BACKGROUND, 3, args) : NULL;
}

static bool is_background(NodeText name) {
  char text[256];
  if (name.length >= (int64_t)sizeof text) return false;
  snprintf(text, sizeof text, "%.*s", (int)name.length, name.bytes);
  const NodeSignature *signature = node_plan_find(NULL, text);
  return signature && signature->background;
}

static bool export_one(napi_value exports, NodeText name) {
  RtStr *key = rt_str_from_utf8(name.bytes, name.length);
  RtValue value = key ? rt_getattr(tauraro_modules[0]->module, rt_str_intern(RT_NEW_REF(key))) : 0;
  rt_xdecref(rt_value(key));
  if (!value && rt_pending_is(&rt_exc_AttributeError)) return rt_clear_pending(), true; /* deleted, or never bound */
  napi_value converted = value ? node_to_js(value, &node_type_any) : NULL, text = converted ? node_text_to_js(name.bytes, name.length) : NULL;
  rt_xdecref(value);
  if (converted && is_background(name)) converted = in_background(name, converted);
  napi_property_descriptor property = {.name = text, .value = converted, .attributes = napi_enumerable};
  return text && node_ok(napi_define_properties(node_env, exports, 1, &property));
}

static napi_value start(napi_env env, napi_value exports, const char *file) {
  node_env = env;
  own_file = file;
  if (node_plan_read() < 0) return napi_throw_error(env, NULL, "out of memory"), NULL;
  rt_start_inside(stack_left());
  node_depth = 1;
  bool ready = node_prelude_start() == 0 && node_elements_start() == 0;
  RtValue module = ready ? rt_import_module(tauraro_modules[0]) : 0;
  ready = module != 0 && node_tasks_start() == 0 && node_date_start() == 0;
  for (int32_t i = 0; ready && i < node_plan_export_count(); i++) ready = export_one(exports, node_plan_export(i));
  rt_xdecref(module);
  if (!ready) node_throw_pending();
  node_leave();
  return exports;
}

/* The environment has ended: nothing of JavaScript is left, and all its finalizers have run. */
static void end(void) {
  node_env = NULL;
  node_depth = 1;
  node_release_now();
  node_class_free();
  node_tasks_end();
  node_date_end();
  rt_end_inside(tauraro_teardown, gettid() != getpid()); /* the process takes its memory with it */
  node_wrap_free();
  node_plan_free();
}

/* ---- images ---- */

typedef struct Image {
  void *handle; /* of a copy; NULL: the image that Node has loaded */
  int file;     /* of a copy in memory, else -1: it stays open, since the loader knows libraries by their names, and this number is part of one */
  void (*end)(void);
} Image;

/* What a copy is asked for; its address is all that the copy shows. */
typedef struct Doors {
  napi_value (*start)(napi_env, napi_value exports, const char *file);
  void (*end)(void);
} Doors;

/* Instance data is the first thing set, so this is the last finalizer of the environment; and it is code of the first image. */
static void environment_ended(napi_env env, void *data, void *hint) {
  (void)env, (void)hint;
  Image *image = data;
  image->end();
  if (image->handle) dlclose(image->handle);
  if (image->file >= 0) close(image->file);
  free(image);
}

static bool copy_file(int from, int to) {
  struct stat facts;
  if (fstat(from, &facts) < 0) return false;
  for (off_t at = 0; at < facts.st_size;)
    if (sendfile(to, from, &at, (size_t)(facts.st_size - at)) <= 0) return false;
  return true;
}

/* A copy under a name of its own: in memory, or where that is not allowed, in a file that is removed once it is loaded. */
static void *load_copy(int from, int *kept) {
  char path[64];
  int to = *kept = memfd_create("tauraro", MFD_CLOEXEC);
  snprintf(path, sizeof path, "/proc/self/fd/%d", to);
  void *handle = to >= 0 && copy_file(from, to) ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
  if (handle) return handle;
  if (to >= 0) close(to);
  *kept = -1;
  char file[] = "/tmp/tauraro-XXXXXX";
  to = mkstemp(file);
  if (to < 0) return NULL;
  if (copy_file(from, to)) handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  unlink(file);
  close(to);
  return handle;
}

static bool open_copy(Image *image, Doors *doors) {
  Dl_info here;
  if (!dladdr((void *)(uintptr_t)environment_ended, &here)) return false;
  int from = open(here.dli_fname, O_RDONLY | O_CLOEXEC);
  if (from < 0) return false;
  image->handle = load_copy(from, &image->file);
  close(from);
  Register entry = image->handle ? (Register)(intptr_t)dlsym(image->handle, "napi_register_module_v1") : NULL;
  if (!entry) return false;
  entry(NULL, (napi_value)(void *)doors); /* no environment: a request for the doors */
  return true;
}

EXPORT napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  if (!env) {
    *(Doors *)(void *)exports = (Doors){start, end};
    return NULL;
  }
  Image *image = calloc(1, sizeof *image);
  Doors doors = {start, end};
  if (image) image->file = -1;
  bool ready = image && (!atomic_flag_test_and_set(&taken) || open_copy(image, &doors));
  if (!ready) {
    free(image);
    const char *reason = dlerror();
    napi_throw_error(env, "ERR_DLOPEN_FAILED", reason ? reason : "cannot load the module once more");
    return NULL;
  }
  image->end = doors.end;
  if (napi_set_instance_data(env, image, environment_ended, NULL) != napi_ok) return NULL;
  Dl_info here;
  return doors.start(env, exports, dladdr((void *)(uintptr_t)environment_ended, &here) ? here.dli_fname : "");
}

EXPORT int32_t node_api_module_get_api_version_v1(void) { return 8; }
