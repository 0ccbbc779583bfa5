/* Operating systems and processors: address space, stacks, random bytes, signals. */
#include "memory.h"
#include "platform.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The words that other C libraries choose otherwise. */
const char *rt_platform_error_text(int error) {
  static const struct { int error; const char *text; } texts[] = {
      {EIO, "Input/output error"},
      {ENOMEM, "Cannot allocate memory"},
      {EBUSY, "Device or resource busy"},
      {EXDEV, "Invalid cross-device link"},
      {EMFILE, "Too many open files"},
      {ESPIPE, "Illegal seek"},
      {ENAMETOOLONG, "File name too long"},
      {ELOOP, "Too many levels of symbolic links"},
      {EOVERFLOW, "Value too large for defined data type"},
      {ETIMEDOUT, "Connection timed out"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (texts[i].error == error) return texts[i].text;
  return strerror(error);
}

#ifdef __wasm__

/* Memory that has never been written to costs nothing here either, and is zero. */
void *rt_platform_reserve(size_t size) {
  size_t page = 65536, pages = size / page;
  size_t at = __builtin_wasm_memory_grow(0, pages);
  return at == SIZE_MAX ? NULL : (void *)(at * page);
}

void rt_platform_use_huge_pages(void *from, size_t size) { (void)from, (void)size; }

/* The stack is what the linker has laid out. Most of a call's state lies on the engine's own stack, which nobody can ask for its size. */
bool rt_platform_run_on_large_stack(void (*fn)(void), size_t *size) {
  (void)fn;
  *size = (size_t)3 << 20;
  return false;
}

bool rt_platform_random(void *buffer, size_t size) { return getentropy(buffer, size) == 0; }

void rt_platform_handle_signals(void (*on_interrupt)(int)) { (void)on_interrupt; }

void rt_platform_give_back(void *from, size_t size) { (void)from, (void)size; }

int rt_platform_error_number(int error) {
  static const struct { uint8_t here, there; } numbers[] = {
      {E2BIG, 7},    {EACCES, 13},    {EAGAIN, 11},   {EBADF, 9},   {EBUSY, 16},  {EDOM, 33},        {EEXIST, 17},  {EFAULT, 14}, {EFBIG, 27},
      {EINTR, 4},    {EINVAL, 22},    {EIO, 5},       {EISDIR, 21}, {ELOOP, 40},  {EMFILE, 24},      {EMLINK, 31},  {ENFILE, 23}, {ENODEV, 19},
      {ENOENT, 2},   {ENOEXEC, 8},    {ENOMEM, 12},   {ENOSPC, 28}, {ENOSYS, 38}, {ENAMETOOLONG, 36}, {ENOTDIR, 20}, {ENOTTY, 25}, {ENOTEMPTY, 39},
      {ENOTSUP, 95},  {EOVERFLOW, 75},  {ETIMEDOUT, 110}, {ENXIO, 6},      {EPERM, 1},     {EPIPE, 32},  {ERANGE, 34}, {EROFS, 30},       {ESPIPE, 29},  {EXDEV, 18},  {ENOTCAPABLE, 1}};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (numbers[i].here == error) return numbers[i].there;
  return error;
}

int rt_platform_open_flags(int flags) {
  int access = flags & 3;
  return (access == 0 ? O_RDONLY : access == 1 ? O_WRONLY : O_RDWR) | (flags & 0100 ? O_CREAT : 0) | (flags & 0200 ? O_EXCL : 0) |
         (flags & 01000 ? O_TRUNC : 0) | (flags & 02000 ? O_APPEND : 0);
}

#else

#include <sys/mman.h>
#include <sys/random.h>

enum { PROTECTION = PROT_READ | PROT_WRITE, RESERVED = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE };

void *rt_platform_reserve(size_t size) {
  void *at = mmap(NULL, size, PROTECTION, RESERVED, -1, 0);
  return at == MAP_FAILED ? NULL : at;
}

void rt_platform_give_back(void *from, size_t size) { munmap(from, size); }

void rt_platform_use_huge_pages(void *from, size_t size) {
#ifdef MADV_HUGEPAGE
  madvise(from, size, MADV_HUGEPAGE);
#endif
}

/* fn returns as any function does; only registers that a call may change are changed. */
#if defined(__x86_64__)
#define CALL_ON_STACK(fn, top)                                                                                                          \
  __asm__ volatile("movq %%rsp, %%r12\n\tmovq %1, %%rsp\n\tcall *%0\n\tmovq %%r12, %%rsp"                                               \
                   : "+a"(fn), "+d"(top) : : "r12", "rcx", "rsi", "rdi", "r8", "r9", "r10", "r11", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", \
                     "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15", "memory", "cc")
#elif defined(__aarch64__)
#define CALL_ON_STACK(fn, top)                                                                                                           \
  __asm__ volatile("mov x20, sp\n\tmov sp, %1\n\tblr %0\n\tmov sp, x20"                                                                  \
                   : "+r"(fn), "+r"(top) : : "x20", "x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13", "x14", \
                     "x15", "x16", "x17", "x30", "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14",  \
                     "v15", "v16", "v17", "v18", "v19", "v20", "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31",      \
                     "memory", "cc")
#elif defined(__arm__)
#define CALL_ON_STACK(fn, top)                                                                                                      \
  __asm__ volatile("mov r4, sp\n\tmov sp, %1\n\tblx %0\n\tmov sp, r4"                                                               \
                   : "+r"(fn), "+r"(top) : : "r4", "r0", "r1", "r2", "r3", "r12", "lr", "d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "memory", "cc")
#elif defined(__riscv)
#define CALL_ON_STACK(fn, top)                                                                                                            \
  __asm__ volatile("mv s2, sp\n\tmv sp, %1\n\tjalr %0\n\tmv sp, s2"                                                                       \
                   : "+r"(fn), "+r"(top) : : "s2", "ra", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", \
                     "ft0", "ft1", "ft2", "ft3", "ft4", "ft5", "ft6", "ft7", "ft8", "ft9", "ft10", "ft11", "fa0", "fa1", "fa2", "fa3", "fa4",      \
                     "fa5", "fa6", "fa7", "memory")
#endif

bool rt_platform_run_on_large_stack(void (*fn)(void), size_t *size) {
  *size = (size_t)7 << 20;
#if defined(CALL_ON_STACK) && !defined(RT_ASAN) /* AddressSanitizer wants to know each stack */
  char *stack = mmap(NULL, RT_STACK_RESERVED, PROTECTION, RESERVED | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) return false;
  *size = RT_STACK_RESERVED;
  char *top = stack + RT_STACK_RESERVED;
  CALL_ON_STACK(fn, top);
  return true;
#else
  return false;
#endif
}

bool rt_platform_random(void *buffer, size_t size) { return getrandom(buffer, size, GRND_NONBLOCK) == (ssize_t)size; }

void rt_platform_handle_signals(void (*on_interrupt)(int)) {
  signal(SIGPIPE, SIG_IGN);
  struct sigaction action = {.sa_handler = on_interrupt};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
}
#endif
