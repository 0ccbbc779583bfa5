/*
 * Memory: free lists by size class for small objects and buffers, malloc for large ones. Pages hold blocks of one size, so
 * that all live objects can be enumerated (for the cycle collector and the audit). Under AddressSanitizer every object
 * comes from malloc. With -DRT_AUDIT, RT_FAIL_ALLOCATION=N makes the Nth allocation fail.
 */
#include "memory.h"
#include "exception.h"
#include "platform.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PAGE_SIZE = 1 << 15, PAGE_HEADER = 64, RUN_BYTES = 4096 };
/* More can't be had in one piece. */
#define LARGEST (UINTPTR_MAX == UINT32_MAX ? (uint64_t)1 << 31 : (uint64_t)1 << 47)
/* Past so much heap, the rest of the region asks for huge pages: far fewer page faults. */
#define HUGE_PAGE ((size_t)2 << 20)
#define HUGE_FROM ((size_t)4 << 20)
#define GROWTH_FLOOR ((size_t)16 << 20)

typedef enum PageKind { PAGE_OBJECTS = 1, PAGE_BUFFERS } PageKind;
typedef struct Page {
  uint32_t block_size;
  uint32_t kind;
  int32_t *marks; /* one counter each 16 bytes; only during a collection */
} Page;

/* Stands in front of an object that is too large for a page. */
typedef struct Large {
  struct Large *next, *previous;
  size_t size;
  int64_t mark;
} Large;

RtFreeBlock *rt_memory_objects[RT_MEMORY_CLASSES];
static RtFreeBlock *free_buffers[RT_MEMORY_CLASSES];
char *rt_memory_base, *rt_memory_end;
bool rt_gc_wanted;
static char *page_end; /* first page not in use */
typedef struct Bump { char *at, *end; } Bump;
static Bump bumps[3][RT_MEMORY_CLASSES]; /* by PageKind: the rest of the newest page */
static Large larges = {&larges, &larges, 0, 0};
int rt_memory_must;
static RtFreeBlock *spare[3][RT_MEMORY_CLASSES]; /* by PageKind: free since the last collection; using them is growth again */
static size_t in_blocks, in_large_pieces; /* bytes: of all blocks ever made, free or not; of what malloc gave */
static size_t growth, growth_limit = GROWTH_FLOOR;

#ifdef RT_AUDIT
static int64_t buffers_alive, allocations, failing = -1;
static bool fails_now(void) {
  if (rt_memory_must) return false;
  if (failing < 0) {
    const char *wanted = getenv("RT_FAIL_ALLOCATION");
    failing = wanted ? atoll(wanted) : 0;
  }
  return ++allocations == failing;
}
#define COUNT_BUFFERS(n) (buffers_alive += (n))
#else
static inline bool fails_now(void) { return false; }
#define COUNT_BUFFERS(n) ((void)0)
#endif

static size_t class_of(uint64_t size) { return size == 0 ? 1 : (size_t)(size + RT_MEMORY_STEP - 1) / RT_MEMORY_STEP; }

static void count_growth(uint64_t bytes) {
  growth += (size_t)bytes;
  if (growth > growth_limit) rt_gc_wanted = true;
}

static void count_large(uint64_t bytes) {
  in_large_pieces += (size_t)bytes;
  count_growth(bytes);
}

static void uncount_large(uint64_t bytes) {
  in_large_pieces -= (size_t)bytes;
  growth = growth > bytes ? (size_t)(growth - bytes) : 0;
}

/* Moves a list of free blocks before those that were spare; the number of both. */
static size_t set_aside(RtFreeBlock **list, RtFreeBlock **spares) {
  size_t count = 0;
  RtFreeBlock **end = list;
  for (; *end; end = &(*end)->next) count++;
  *end = *spares;
  for (RtFreeBlock *block = *spares; block; block = block->next) count++;
  *spares = *list;
  *list = NULL;
  return count;
}

/* The heap may grow by as much as lives: memory is at most twice that, and collections cost in proportion to allocations. */
void rt_memory_grown(void) {
  size_t free_bytes = 0;
  for (size_t index = 0; index < RT_MEMORY_CLASSES; index++) {
    free_bytes += index * RT_MEMORY_STEP * set_aside(&rt_memory_objects[index], &spare[PAGE_OBJECTS][index]);
    free_bytes += index * RT_MEMORY_STEP * set_aside(&free_buffers[index], &spare[PAGE_BUFFERS][index]);
  }
  size_t live = in_blocks - free_bytes + in_large_pieces;
  growth = 0;
  growth_limit = live > GROWTH_FLOOR ? live : GROWTH_FLOOR;
  rt_gc_wanted = false;
}

/* Reserves address space only; where a machine refuses so much, less is asked for. */
static bool reserve_region(void) {
#ifdef __clang__
#pragma clang loop unroll(disable)
#endif
  for (size_t size = RT_HEAP_RESERVED; size >= (size_t)1 << 24; size >>= 1) {
    void *at = rt_platform_reserve(size);
    if (!at) continue;
    uintptr_t aligned = ((uintptr_t)at + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1);
    rt_memory_base = page_end = (char *)aligned;
    rt_memory_end = (char *)at + size;
    return true;
  }
  return false;
}

RT_COLD static bool new_page(size_t index, PageKind kind) {
  if (!rt_memory_base && !reserve_region()) return false;
  if (page_end + PAGE_SIZE > rt_memory_end) return false;
  if (page_end == rt_memory_base + HUGE_FROM) rt_platform_use_huge_pages(page_end, (size_t)(rt_memory_end - page_end));
  Page *page = (Page *)page_end;
  page_end += PAGE_SIZE;
  page->block_size = (uint32_t)(index * RT_MEMORY_STEP);
  page->kind = kind;
  bumps[kind][index] = (Bump){(char *)page + PAGE_HEADER, (char *)page + PAGE_SIZE};
  return true;
}

/* The next run of blocks that have been free since the last collection. */
static RtFreeBlock *take_spares(size_t block_size, RtFreeBlock **spares) {
  RtFreeBlock *first = *spares, *last = first;
  size_t blocks = 1;
  for (; last->next && (blocks + 1) * block_size <= RUN_BYTES; blocks++) last = last->next;
  *spares = last->next;
  last->next = NULL;
  count_growth(blocks * block_size);
  return first;
}

/* The next run of blocks for the free list: spare ones, or threaded from the newest page. */
static RtFreeBlock *refill(size_t index, PageKind kind) {
  size_t block_size = index * RT_MEMORY_STEP;
  if (spare[kind][index]) return take_spares(block_size, &spare[kind][index]);
  Bump *bump = &bumps[kind][index];
  if (bump->at + block_size > bump->end && !new_page(index, kind)) return NULL;
  size_t blocks = (size_t)(bump->end - bump->at) / block_size;
  size_t wanted = RUN_BYTES / block_size;
  if (blocks > wanted) blocks = wanted;
  in_blocks += blocks * block_size;
  count_growth(blocks * block_size);
  RtFreeBlock *first = (RtFreeBlock *)bump->at, *block = first;
#ifdef __clang__
#pragma clang loop unroll(disable)
#endif
  for (size_t i = 1; i < blocks; i++) {
    RtFreeBlock *next = (RtFreeBlock *)((char *)block + block_size);
    block->next = next;
    block->type = NULL;
    block = next;
  }
  block->next = NULL;
  block->type = NULL;
  bump->at += blocks * block_size;
  return first;
}

static void *large_alloc(uint64_t size) {
  if (size > LARGEST) return NULL;
  Large *large = malloc(sizeof(Large) + (size_t)size);
  if (!large) return NULL;
  large->size = (size_t)size;
  large->next = larges.next;
  large->previous = &larges;
  larges.next->previous = large;
  larges.next = large;
  count_large(size);
  return large + 1;
}

void rt_memory_release_large(void *object) {
  Large *large = (Large *)object - 1;
  large->next->previous = large->previous;
  large->previous->next = large->next;
  uncount_large(large->size);
  free(large);
}

void *rt_memory_resize(void *object, uint64_t size) {
  if (size > LARGEST) return NULL;
  Large *old = (Large *)object - 1;
  size_t old_size = old->size;
  Large *large = realloc(old, sizeof(Large) + (size_t)size);
  if (!large) return NULL;
  large->size = (size_t)size;
  large->next->previous = large;
  large->previous->next = large;
  if (size > old_size) count_large(size - old_size);
  else uncount_large(old_size - size);
  return large + 1;
}

RT_COLD void *rt_memory_slow(uint64_t size) {
#ifndef RT_ASAN
  if (size <= RT_MEMORY_SMALL) {
    size_t index = class_of(size);
    RtFreeBlock *block = refill(index, PAGE_OBJECTS);
    if (block) rt_memory_objects[index] = block->next;
    return block;
  }
#endif
  void *block = large_alloc(size);
  if (block) ((RtFreeBlock *)block)->type = NULL;
  return block;
}

RT_COLD static void fail_if_must(void) {
  if (!rt_memory_must) return;
  static const char text[] = "out of memory\n";
  _exit(write(STDERR_FILENO, text, sizeof text - 1) < 0 ? 2 : 1);
}

void *rt_memory_try(RtType *type, uint64_t size) {
  assert(size >= sizeof(RtObject));
  RtObject *object = fails_now() ? NULL : rt_memory_block(size);
  if (RT_UNLIKELY(!object)) {
    fail_if_must();
    return NULL;
  }
  object->refcount = 1;
  object->type = type;
  memset(object + 1, 0, (size_t)size - sizeof(RtObject));
  return object;
}

void *rt_alloc(RtType *type, uint64_t size) {
  void *object = rt_memory_try(type, size);
  if (RT_UNLIKELY(!object)) rt_raise_memory();
  return object;
}

static inline bool is_paged(const void *object) {
  return (uintptr_t)object - (uintptr_t)rt_memory_base < (uintptr_t)rt_memory_end - (uintptr_t)rt_memory_base;
}

void rt_free_object(void *object, uint64_t size) { rt_memory_release(object, size); }

void *rt_buffer_alloc(uint64_t size) {
  void *result = NULL;
  if (!fails_now()) {
#ifndef RT_ASAN
    if (size <= RT_MEMORY_SMALL) {
      size_t index = class_of(size);
      RtFreeBlock *block = free_buffers[index];
      if (!block) block = refill(index, PAGE_BUFFERS);
      if (block) free_buffers[index] = block->next;
      result = block;
    } else
#endif
      if (size < LARGEST) {
      result = malloc(size ? (size_t)size : 1);
      if (result) count_large(size);
    }
  }
  if (RT_UNLIKELY(!result)) {
    fail_if_must();
    rt_raise_memory();
  } else {
    COUNT_BUFFERS(1);
  }
  return result;
}

void rt_buffer_free(void *buffer, uint64_t size) {
  if (!buffer) return;
  COUNT_BUFFERS(-1);
#ifndef RT_ASAN
  if (size <= RT_MEMORY_SMALL) {
    RtFreeBlock *block = buffer;
    block->next = free_buffers[class_of(size)];
    free_buffers[class_of(size)] = block;
    return;
  }
#endif
  uncount_large(size);
  free(buffer);
}

void *rt_buffer_realloc(void *buffer, uint64_t old_size, uint64_t size) {
  if (!buffer) return rt_buffer_alloc(size);
#ifndef RT_ASAN
  if (old_size <= RT_MEMORY_SMALL || size <= RT_MEMORY_SMALL) {
    if (old_size <= RT_MEMORY_SMALL && size <= RT_MEMORY_SMALL && class_of(old_size) == class_of(size)) return buffer;
    void *copy = rt_buffer_alloc(size);
    if (!copy) return NULL;
    memcpy(copy, buffer, (size_t)(old_size < size ? old_size : size));
    rt_buffer_free(buffer, old_size);
    return copy;
  }
#endif
  void *moved = fails_now() || size >= LARGEST ? NULL : realloc(buffer, size ? (size_t)size : 1);
  if (RT_UNLIKELY(!moved)) rt_raise_memory();
  else if (size > old_size) count_large(size - old_size);
  else uncount_large(old_size - size);
  return moved;
}

/* ---- deallocation ---- */

enum { DEALLOC_DEPTH = 400 };
static int dealloc_depth;
static RtObject *deferred; /* dead objects, linked through their counts */

static void dealloc_deferred(void) {
  while (deferred) {
    RtObject *object = deferred;
    deferred = (RtObject *)(uintptr_t)object->refcount;
    object->refcount = 0;
    dealloc_depth++;
    object->type->dealloc(object);
    dealloc_depth--;
  }
}

/* Long chains (linked lists) would need a deep stack: past a depth, the dead wait in a list. */
static __attribute__((noinline)) void dealloc_holder(RtObject *object) {
  if (RT_UNLIKELY(dealloc_depth >= DEALLOC_DEPTH)) {
    object->refcount = (int64_t)(uintptr_t)deferred;
    deferred = object;
    return;
  }
  dealloc_depth++;
  object->type->dealloc(object);
  dealloc_depth--;
  if (RT_UNLIKELY(deferred != NULL) && dealloc_depth == 0) dealloc_deferred();
}

void rt_dealloc(RtObject *object) {
  assert(object->type != NULL && object->type->dealloc != NULL);
  if (object->type->flags & RT_TYPE_LEAF) rt_memory_release(object, object->type->instance_size);
  else dealloc_holder(object);
}

/* ---- walking all objects ---- */

void rt_memory_each(void (*visit)(RtObject *, void *), void *context) {
  for (char *at = rt_memory_base; at < page_end; at += PAGE_SIZE) {
    Page *page = (Page *)at;
    if (page->kind != PAGE_OBJECTS) continue;
    char *end = at + PAGE_SIZE, *block = at + PAGE_HEADER;
    Bump *bump = &bumps[PAGE_OBJECTS][page->block_size / RT_MEMORY_STEP];
    if (bump->end == end) end = bump->at; /* the rest of the newest page was never touched */
    for (; block + page->block_size <= end; block += page->block_size) {
      RtObject *object = (RtObject *)block;
      if (object->type) visit(object, context);
    }
  }
  for (Large *large = larges.next, *next; large != &larges; large = next) {
    next = large->next;
    RtObject *object = (RtObject *)(large + 1);
    if (object->type) visit(object, context);
  }
}

bool rt_memory_marks_begin(void) {
  for (char *at = rt_memory_base; at < page_end; at += PAGE_SIZE) {
    Page *page = (Page *)at;
    if (page->kind != PAGE_OBJECTS) continue;
    page->marks = calloc(PAGE_SIZE / RT_MEMORY_STEP, sizeof(int32_t));
    if (!page->marks) {
      rt_memory_marks_end();
      return false;
    }
  }
  for (Large *large = larges.next; large != &larges; large = large->next) large->mark = 0;
  return true;
}

int32_t *rt_memory_mark(RtObject *object) {
  if (is_paged(object)) {
    Page *page = (Page *)((uintptr_t)object & ~(uintptr_t)(PAGE_SIZE - 1));
    return page->marks ? &page->marks[((uintptr_t)object & (PAGE_SIZE - 1)) / RT_MEMORY_STEP] : NULL;
  }
  if (object->refcount >= RT_IMMORTAL / 2) return NULL;
  return (int32_t *)&((Large *)object - 1)->mark;
}

void rt_memory_marks_end(void) {
  for (char *at = rt_memory_base; at < page_end; at += PAGE_SIZE) {
    Page *page = (Page *)at;
    if (page->kind == PAGE_OBJECTS) {
      free(page->marks);
      page->marks = NULL;
    }
  }
}

void rt_memory_release_all(void) {
  while (larges.next != &larges) rt_memory_release_large(larges.next + 1);
  if (rt_memory_base) rt_platform_give_back(rt_memory_base, (size_t)(rt_memory_end - rt_memory_base));
  rt_memory_base = rt_memory_end = page_end = NULL;
  in_blocks = in_large_pieces = 0;
  memset(rt_memory_objects, 0, sizeof rt_memory_objects);
  memset(free_buffers, 0, sizeof free_buffers);
  memset(spare, 0, sizeof spare);
  memset(bumps, 0, sizeof bumps);
}

/* ---- audit ---- */

static void count_live(RtObject *object, void *context) {
  if (object->refcount < RT_IMMORTAL / 2) ++*(int64_t *)context;
}

int64_t rt_memory_live(void) {
  int64_t count = 0;
  rt_memory_each(count_live, &count);
  return count;
}

enum { AUDIT_TYPES = 256 };
typedef struct AuditRow { const RtType *type; int64_t count; } AuditRow;

static void audit_object(RtObject *object, void *context) {
  AuditRow *rows = context;
  if (object->refcount >= RT_IMMORTAL / 2) return;
  int i = 0;
  while (i < AUDIT_TYPES - 1 && rows[i].type && rows[i].type != object->type) i++;
  rows[i].type = object->type;
  rows[i].count++;
}

void rt_memory_audit(void) {
  AuditRow rows[AUDIT_TYPES] = {0};
  rt_memory_each(audit_object, rows);
  for (int i = 0; i < AUDIT_TYPES && rows[i].type; i++)
    fprintf(stderr, "audit: %lld of %s alive\n", (long long)rows[i].count, rows[i].type->name);
  if (rows[0].type) exit(99);
}
