/*
 * The codecs: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 in both byte orders; those with escapes stand in codec-escape.c.
 */
#include "codec.h"
#include "codec-escape.h"

static int bad(RtDecoder *d, int64_t count, const char *reason) {
  d->bad = count;
  d->reason = reason;
  return 0;
}

/* ---- ASCII and Latin-1 ---- */
static int decode_ascii(RtDecoder *d, uint32_t *point) {
  *point = d->data[d->at];
  return *point < 128 ? 1 : bad(d, 1, "ordinal not in range(128)");
}
static bool is_ascii(uint32_t point) { return point < 128; }
static bool is_latin1(uint32_t point) { return point < 256; }
static int encode_byte(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  (void)codec;
  return rt_bytes_write_byte(w, (uint8_t)point);
}

/* ---- UTF-8 ---- */
static int decode_utf8(RtDecoder *d, uint32_t *point) {
  const uint8_t *p = d->data + d->at;
  int64_t left = d->length - d->at;
  uint8_t lead = p[0];
  if (lead < 0x80) return *point = lead, 1;
  if (lead < 0xc2 || lead > 0xf4) return bad(d, 1, "invalid start byte");
  int size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  uint8_t low = lead == 0xe0   ? 0xa0
                : lead == 0xf0 ? 0x90
                               : 0x80,
          high = lead == 0xed   ? 0x9f
                 : lead == 0xf4 ? 0x8f
                                : 0xbf;
  uint32_t value = lead & (0x7fu >> size);
  for (int i = 1; i < size; i++, low = 0x80, high = 0xbf) {
    if (i >= left) return bad(d, left, "unexpected end of data");
    if (p[i] < low || p[i] > high) return bad(d, i, "invalid continuation byte");
    value = value << 6 | (p[i] & 63u);
  }
  *point = value;
  return size;
}
static bool is_scalar(uint32_t point) { return point - 0xd800 >= 0x800; }
static int encode_utf8(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  uint8_t out[4];
  (void)codec;
  return rt_bytes_write(w, out, rt_utf8_encode(point, out));
}
static void skip_signature(RtDecoder *d) {
  if (d->length >= 3 && memcmp(d->data, "\xef\xbb\xbf", 3) == 0) d->at = 3;
  d->codec_name = "utf-8";
}
static void write_signature(const RtCodec *codec, RtByteWriter *w) {
  (void)codec;
  rt_bytes_write(w, "\xef\xbb\xbf", 3);
}

/* ---- UTF-16 ---- */
static uint32_t read16(const uint8_t *p, bool big) {
  return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}
static void write16(RtByteWriter *w, uint32_t unit, bool big) {
  uint8_t out[2] = {(uint8_t)(big ? unit >> 8 : unit), (uint8_t)(big ? unit : unit >> 8)};
  rt_bytes_write(w, out, 2);
}

static int decode_utf16(RtDecoder *d, uint32_t *point) {
  const uint8_t *p = d->data + d->at;
  int64_t left = d->length - d->at;
  if (left < 2) return bad(d, left, "truncated data");
  uint32_t unit = read16(p, d->big_endian);
  *point = unit;
  if (unit - 0xd800 >= 0x800) return 2;
  if (unit >= 0xdc00) return bad(d, 2, "illegal encoding");
  if (left < 4) return bad(d, left, "unexpected end of data");
  uint32_t low = read16(p + 2, d->big_endian);
  if (low - 0xdc00 >= 0x400) return bad(d, 2, "illegal UTF-16 surrogate");
  *point = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  return 4;
}
static int encode_utf16(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  if (point < 0x10000) write16(w, point, codec->big_endian);
  else {
    write16(w, 0xd800 + ((point - 0x10000) >> 10), codec->big_endian);
    write16(w, 0xdc00 + (point & 0x3ff), codec->big_endian);
  }
  return w->failed ? -1 : 0;
}
static void start_utf16(RtDecoder *d) {
  uint32_t mark = d->length >= 2 ? read16(d->data, false) : 0;
  d->big_endian = mark == 0xfffe;
  if (mark == 0xfeff || mark == 0xfffe) d->at = 2;
  d->codec_name = d->big_endian ? "utf-16-be" : "utf-16-le";
}
static void set_big(RtDecoder *d) { d->big_endian = true; }
static void mark_utf16(const RtCodec *codec, RtByteWriter *w) { write16(w, 0xfeff, codec->big_endian); }

/* ---- UTF-32 ---- */
static uint32_t read32(const uint8_t *p, bool big) {
  return big ? read16(p, true) << 16 | read16(p + 2, true) : read16(p + 2, false) << 16 | read16(p, false);
}

static int decode_utf32(RtDecoder *d, uint32_t *point) {
  int64_t left = d->length - d->at;
  if (left < 4) return bad(d, left, "truncated data");
  *point = read32(d->data + d->at, d->big_endian);
  if (*point - 0xd800 < 0x800) return bad(d, 4, "code point in surrogate code point range(0xd800, 0xe000)");
  return *point <= RT_POINT_MAX ? 4 : bad(d, 4, "code point not in range(0x110000)");
}
static int encode_utf32(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  write16(w, codec->big_endian ? point >> 16 : point & 0xffff, codec->big_endian);
  write16(w, codec->big_endian ? point & 0xffff : point >> 16, codec->big_endian);
  return w->failed ? -1 : 0;
}
static void start_utf32(RtDecoder *d) {
  bool little = d->length >= 4 && read32(d->data, false) == 0xfeff,
       big = d->length >= 4 && read32(d->data, true) == 0xfeff;
  d->big_endian = big;
  if (little || big) d->at = 4;
  d->codec_name = big ? "utf-32-be" : "utf-32-le";
}
static void mark_utf32(const RtCodec *codec, RtByteWriter *w) { encode_utf32(codec, w, 0xfeff); }

static const char not_allowed[] = "surrogates not allowed";
#define WIDE(text, big, bits, starter, marker) \
  {.name = text,                               \
   .big_endian = big,                          \
   .encode_reason = not_allowed,               \
   .start = starter,                           \
   .decode = decode_utf##bits,                 \
   .start_encoding = marker,                   \
   .can_encode = is_scalar,                    \
   .encode = encode_utf##bits,                 \
   .encode_surrogate = encode_utf##bits}

const RtCodec rt_codecs[] = {{.name = "utf-8",
                              .ascii_based = true,
                              .encode_reason = not_allowed,
                              .decode = decode_utf8,
                              .can_encode = is_scalar,
                              .encode = encode_utf8,
                              .encode_surrogate = encode_utf8},
                             {.name = "ascii",
                              .ascii_based = true,
                              .encode_reason = "ordinal not in range(128)",
                              .decode = decode_ascii,
                              .can_encode = is_ascii,
                              .encode = encode_byte},
                             {.name = "latin-1",
                              .ascii_based = true,
                              .latin = true,
                              .encode_reason = "ordinal not in range(256)",
                              .decode = decode_ascii,
                              .can_encode = is_latin1,
                              .encode = encode_byte},
                             {.name = "utf-8-sig",
                              .ascii_based = true,
                              .encode_reason = not_allowed,
                              .start = skip_signature,
                              .decode = decode_utf8,
                              .start_encoding = write_signature,
                              .can_encode = is_scalar,
                              .encode = encode_utf8,
                              .encode_surrogate = encode_utf8},
                             WIDE("utf-16", false, 16, start_utf16, mark_utf16),
                             WIDE("utf-16-le", false, 16, NULL, NULL),
                             WIDE("utf-16-be", true, 16, set_big, NULL),
                             WIDE("utf-32", false, 32, start_utf32, mark_utf32),
                             WIDE("utf-32-le", false, 32, NULL, NULL),
                             WIDE("utf-32-be", true, 32, set_big, NULL),
                             {.name = "unicodeescape",
                              .decode = rt_codec_decode_escape,
                              .can_encode = rt_codec_can_escape,
                              .encode = rt_codec_encode_escape},
                             {.name = "rawunicodeescape",
                              .decode = rt_codec_decode_raw_escape,
                              .can_encode = rt_codec_can_escape,
                              .encode = rt_codec_encode_raw_escape},
                             {0}};

int rt_codec_read_surrogate(const char *codec, const uint8_t *p, int64_t left, uint32_t *point) {
  int size = strncmp(codec, "utf-8", 5) == 0    ? 3
             : strncmp(codec, "utf-16", 6) == 0 ? 2
             : strncmp(codec, "utf-32", 6) == 0 ? 4
                                                : 0;
  bool big = strstr(codec, "-be") != NULL;
  if (!size || left < size) return 0;
  if (size == 3)
    *point = (p[0] & 0xf0) == 0xe0 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80
                 ? (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u)
                 : 0;
  else *point = size == 2 ? read16(p, big) : read32(p, big);
  return *point - 0xd800 < 0x800 ? size : 0;
}
