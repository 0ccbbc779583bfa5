/* What differs between operating systems and processors, and nothing of Python's. */
#ifndef RT_PLATFORM_H
#define RT_PLATFORM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much address space the heap and the stack of the program reserve. */
#if defined(__wasm__)
#define RT_HEAP_RESERVED ((size_t)1 << 30)
#elif UINTPTR_MAX == UINT32_MAX
#define RT_HEAP_RESERVED ((size_t)1 << 30)
#define RT_STACK_RESERVED ((size_t)64 << 20)
#else
#define RT_HEAP_RESERVED ((size_t)1 << 36)
#define RT_STACK_RESERVED ((size_t)512 << 20)
#endif

/* Address space that takes no memory until it is written to, zeroed; NULL: the machine refuses so much. */
void *rt_platform_reserve(size_t size);
void rt_platform_give_back(void *from, size_t size); /* what was reserved */
void rt_platform_use_huge_pages(void *from, size_t size); /* a wish */

/* Runs fn on a stack of its own; false, and nothing has run: there is none to be had. *size: of that stack, or of the one in use. */
bool rt_platform_run_on_large_stack(void (*fn)(void), size_t *size);

bool rt_platform_random(void *buffer, size_t size);

/* SIGINT calls the handler; writing to a closed pipe is an error and no signal. */
void rt_platform_handle_signals(void (*on_interrupt)(int));

/* glibc's words for an error, on every machine. */
const char *rt_platform_error_text(int error);
/* Programs see Linux's numbers of errors, and name what open does by Linux's. */
#ifdef __wasm__
int rt_platform_error_number(int error);
int rt_platform_open_flags(int flags);
#else
static inline int rt_platform_error_number(int error) { return error; }
static inline int rt_platform_open_flags(int flags) { return flags; }
#endif
#endif
