/*
 * memoryview: a window of one dimension on memory that somebody else owns. Windows on the same memory share an RtMemory, which keeps it alive
 * and in its place.
 */
#ifndef RT_MEMORYVIEW_H
#define RT_MEMORYVIEW_H
#include "bytes.h"

typedef struct RtMemory {
  RtObject head;
  RtValue owner; /* what .obj gives, and what keeps the memory: bytes, a bytearray, …; 0: release does */
  uint8_t *data; /* NULL only where size is 0 */
  int64_t size;
  bool readonly;
  int (*check)(struct RtMemory *);    /* before each use: is the memory there, and where? -1: raised. NULL: it always is */
  void (*release)(struct RtMemory *); /* when nobody needs it any more; or NULL */
  void *context;
} RtMemory;

typedef struct RtMemoryView {
  RtObject head;
  RtMemory *memory;               /* owned; NULL: released */
  int64_t offset, length, stride; /* of the first element in bytes; in elements; in bytes, maybe negative */
  int64_t hash;                   /* 0: not computed */
  char format;                    /* of the struct module, native: one of bBc?hHiIlLqQnNfd */
  uint8_t itemsize;
  bool readonly, at_sign;         /* the format is written "@i" */
} RtMemoryView;

extern RtType rt_type_memoryview;
RtMemory *rt_memory_new(RtValue owner, uint8_t *data, int64_t size, bool readonly);
/* A view of all of it, size / itemsize elements. */
RtValue rt_memoryview_new(STEAL RtMemory *, char format);
RtValue rt_memoryview_of(RtValue); /* memoryview(v) */
int64_t rt_memoryview_itemsize(char format); /* 0: no such format */
/* Where its first element is; false: raised (released, or the memory is gone). Valid until other code runs. */
bool rt_memoryview_reach(RtMemoryView *, uint8_t **first);
static inline bool rt_memoryview_is_contiguous(const RtMemoryView *view) { return view->stride == view->itemsize || view->length <= 1; }
static inline bool rt_is_memoryview(RtValue v) { return rt_typeof(v) == &rt_type_memoryview; }
/* Its bytes, if v is a memoryview that lies in one piece; false: nothing raised. */
bool rt_memoryview_bytes(RtValue v, RtBytesView *);
RtValue rt_memoryview_tobytes(RtMemoryView *);
void rt_memoryview_refuse(RtMemoryView *); /* raises why it has no bytes in one piece */
#define RT_MEMORYVIEW(v) ((RtMemoryView *)rt_object(v))

/* memoryview-items.c: one element */
RtValue rt_memoryview_unpack(const uint8_t *at, char format);
int rt_memoryview_pack(uint8_t *at, char format, RtValue v);
#endif
