/* Memory of objects and their buffers: what the other files of the runtime may know of memory.c. */
#ifndef RT_MEMORY_H
#define RT_MEMORY_H
#include "rt.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RT_ASAN 1
#endif
#endif

enum { RT_MEMORY_STEP = 16, RT_MEMORY_SMALL = 512, RT_MEMORY_CLASSES = RT_MEMORY_SMALL / RT_MEMORY_STEP + 1 };

/* A free block looks like an object without a type: that is how a walk over the pages tells them apart. */
typedef struct RtFreeBlock {
  RT_WORD struct RtFreeBlock *next;
  RT_WORD RtType *type; /* NULL */
} RtFreeBlock;

extern RtFreeBlock *rt_memory_objects[RT_MEMORY_CLASSES]; /* free blocks for objects, by size class */
extern char *rt_memory_base, *rt_memory_end;              /* the reserved region that all pages lie in */
extern bool rt_gc_wanted;                                 /* the heap has grown enough for a collection */

void *rt_memory_slow(uint64_t size); /* a block for an object when the free list is empty; NULL: out of memory, nothing raised */

/* Moves an object that nobody else points to; both sizes above RT_MEMORY_SMALL. NULL: out of memory (nothing raised, the object stays). */
void *rt_memory_resize(void *object, uint64_t size);

/* A block for an object, its contents undefined but for a type that may be NULL. */
static inline void *rt_memory_block(uint64_t size) {
#ifndef RT_ASAN
  if (RT_LIKELY(size <= RT_MEMORY_SMALL)) {
    size_t index = (size_t)(size + RT_MEMORY_STEP - 1) / RT_MEMORY_STEP;
    RtFreeBlock *block = rt_memory_objects[index];
    if (RT_LIKELY(block != NULL)) {
      rt_memory_objects[index] = block->next;
      return block;
    }
  }
#endif
  return rt_memory_slow(size);
}

void rt_memory_release_large(void *object);

/* Takes back the block of an object: rt_free_object, inline. */
static inline void rt_memory_release(void *object, uint64_t size) {
#ifndef RT_ASAN
  if (RT_LIKELY(size <= RT_MEMORY_SMALL)) {
    RtFreeBlock *block = object;
    size_t index = (size_t)(size + RT_MEMORY_STEP - 1) / RT_MEMORY_STEP;
    block->type = NULL;
    block->next = rt_memory_objects[index];
    rt_memory_objects[index] = block;
    return;
  }
#endif
  (void)size;
  rt_memory_release_large(object);
}

/* While not 0, allocations must not fail: what they make is needed by code that has no way to fail. Real want of memory ends the program. */
extern int rt_memory_must;
void *rt_memory_try(RtType *type, uint64_t size); /* as rt_alloc; NULL without an exception */

/* Every object that memory.c has handed out and not taken back. `visit` must not allocate or free objects. */
void rt_memory_each(void (*visit)(RtObject *, void *), void *context);
/* During a collection: a counter of each object; begin fails (false) when there is no memory for them. */
bool rt_memory_marks_begin(void);
int32_t *rt_memory_mark(RtObject *object); /* NULL: a static object */
void rt_memory_marks_end(void);
void rt_memory_grown(void); /* a collection has ended: count growth from now */

void rt_memory_release_all(void); /* at the very end: the address space goes back */
void rt_memory_audit(void); /* -DRT_AUDIT: reports what is still alive on stderr and exits with status 99 if anything is */
int64_t rt_memory_live(void);
#endif
