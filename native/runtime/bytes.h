/*
 * bytes and bytearray, and the codecs between them and str.
 */
#ifndef RT_BYTES_H
#define RT_BYTES_H
#include "container.h"

typedef struct RtByteArray {
  RtObject head;
  int64_t length, capacity;
  uint8_t *data; /* NULL: nothing allocated */
  int64_t exports; /* memoryviews of it: its size can't change meanwhile */
} RtByteArray;

/* The bytes of a bytes or bytearray (or of an instance of a subclass), or of a memoryview in one piece; valid until the object changes. */
typedef struct RtBytesView {
  const uint8_t *data;
  int64_t length;
} RtBytesView;
bool rt_bytes_view(RtValue, RtBytesView *);    /* false: not bytes-like; nothing raised */
RtValue rt_bytes_of_buffer(RtValue);           /* what its method __buffer__ gives; 0 with nothing raised: it has none */
int rt_bytes_view_arg(RtValue, RtBytesView *); /* TypeError "a bytes-like object is required, not 'int'" */

RtBytes *rt_bytes_new(int64_t length); /* to be filled in */
RtBytes *rt_bytes_from(const uint8_t *data, int64_t length);
RtByteArray *rt_bytearray_from(const uint8_t *data, int64_t length);
/* A new object like `model`: bytearray if it is one, else bytes. */
RtValue rt_bytes_like(RtValue model, const uint8_t *data, int64_t length);
RtBytes *rt_bytes_concat(RtBytes *, RtBytes *);
int64_t rt_bytes_getitem(RtBytes *, int64_t index);                            /* -1 IndexError */
RtBytes *rt_bytes_slice(RtBytes *, int64_t start, int64_t stop, int64_t step); /* limits as of rt_str_slice */
int64_t rt_bytearray_getitem(RtByteArray *, int64_t index);
int rt_bytearray_setitem(RtByteArray *, int64_t index, int64_t byte);
int rt_bytearray_append(RtByteArray *, int64_t byte);
int rt_bytearray_resize(RtByteArray *, int64_t length); /* new bytes undefined */
bool rt_is_bytearray(RtValue);
int rt_byte_arg(RtValue, const char *range_error, uint8_t *byte);

/* A growing buffer of bytes. After a failure (exception pending) it is dead. */
typedef struct RtByteWriter {
  uint8_t *data;
  int64_t length, capacity;
  bool failed;
} RtByteWriter;
int rt_bytes_write(RtByteWriter *, const void *data, int64_t length);
int rt_bytes_write_byte(RtByteWriter *, uint8_t byte);
void rt_bytes_writer_drop(RtByteWriter *);
RtValue rt_bytes_writer_finish(RtByteWriter *, RtValue model /* 0: bytes */);

RtStr *rt_bytes_repr(const uint8_t *data, int64_t length, const char *before, const char *after);
/* Arguments of bytes() and bytearray(): writes what they ask for. */
int rt_bytes_construct_into(RtByteWriter *, const char *type, const RtValue *args, int64_t nargs,
                            RtTuple *kwnames);
RtValue rt_bytes_percent(RtValue format, RtValue args);
RtValue rt_bytes_iter(RtValue);
int rt_bytes_contains(RtValue container, RtValue item);
RtValue rt_bytes_add(RtValue, RtValue), rt_bytes_mul(RtValue, RtValue);

/* ---- codecs (codec.c): encoding NULL: utf-8; errors NULL: strict ---- */
RtStr *rt_decode(const uint8_t *data, int64_t length, RtStr *encoding, RtStr *errors);
RtValue rt_encode(RtStr *, RtStr *encoding, RtStr *errors);
RtStr *rt_codec_error_str(RtException *); /* str() of a UnicodeError with five (translate: four) arguments;
                                             NULL with nothing raised: not of that shape */
#endif
