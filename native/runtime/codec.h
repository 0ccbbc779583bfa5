/*
 * What a codec is made of. The table: codec-table.c.
 */
#ifndef RT_CODEC_H
#define RT_CODEC_H
#include "bytes.h"
#include "str.h"
#include <stdio.h>
#include <stdlib.h>

enum {
  RT_ERRORS_STRICT,
  RT_ERRORS_IGNORE,
  RT_ERRORS_REPLACE,
  RT_ERRORS_BACKSLASH,
  RT_ERRORS_ESCAPE,
  RT_ERRORS_PASS,
  RT_ERRORS_XML
};

typedef struct RtDecoder {
  const uint8_t *data;
  int64_t length, at;
  bool big_endian;
  const char *codec_name; /* for messages */
  int64_t bad;            /* set by a failing decode: how many bytes are bad */
  const char *reason;     /* and why */
} RtDecoder;

typedef struct RtCodec RtCodec;
struct RtCodec {
  const char *name;
  bool ascii_based; /* ASCII is itself */
  bool latin;       /* the bytes are the points */
  bool big_endian;
  const char *encode_reason;
  void (*start)(RtDecoder *);                  /* reads a byte order mark */
  int (*decode)(RtDecoder *, uint32_t *point); /* bytes read, 0: bad */
  void (*start_encoding)(const RtCodec *, RtByteWriter *);
  bool (*can_encode)(uint32_t point);
  int (*encode)(const RtCodec *, RtByteWriter *, uint32_t point);
  int (*encode_surrogate)(const RtCodec *, RtByteWriter *, uint32_t point);
};
extern const RtCodec rt_codecs[]; /* utf-8 first; ends with a row without a name */
/* A surrogate as the codec of that name would encode it: its size, or 0. */
int rt_codec_read_surrogate(const char *codec, const uint8_t *data, int64_t left, uint32_t *point);
#endif
