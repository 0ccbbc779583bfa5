/* The codecs unicode-escape and raw-unicode-escape: what is beyond Latin-1, or not printable, as backslash, letter and digits. */
#include "codec-escape.h"

static int hex_digits(const uint8_t *p, int64_t left, int count, uint32_t *value) {
  *value = 0;
  for (int i = 0; i < count; i++) {
    int digit = i >= left ? -1 : (unsigned)(p[i] - '0') < 10u ? p[i] - '0' : (unsigned)((p[i] | 32) - 'a') < 6u ? (p[i] | 32) - 'a' + 10 : -1;
    if (digit < 0) return i;
    *value = *value << 4 | (uint32_t)digit;
  }
  return count;
}

static int bad(RtDecoder *d, int64_t count, const char *reason) {
  d->bad = count;
  d->reason = reason;
  return 0;
}

/* After a backslash and its letter. */
static int decode_hex(RtDecoder *d, int count, const char *truncated, const char *too_large, uint32_t *point) {
  int found = hex_digits(d->data + d->at + 2, d->length - d->at - 2, count, point);
  if (found < count) return bad(d, 2 + found, truncated);
  return *point <= RT_POINT_MAX ? 2 + count : bad(d, 2 + count, too_large);
}

static int decode_octal(RtDecoder *d, uint32_t *point) {
  const uint8_t *p = d->data + d->at + 1;
  int count = 0;
  *point = 0;
  for (; count < 3 && d->at + 1 + count < d->length && (unsigned)(p[count] - '0') < 8u; count++) *point = *point * 8 + (uint32_t)(p[count] - '0');
  return 1 + count;
}

int rt_codec_decode_escape(RtDecoder *d, uint32_t *point) {
  static const char letters[] = "\\'\"abfnrtv", meanings[] = "\\'\"\a\b\f\n\r\t\v";
  const uint8_t *p = d->data + d->at;
  *point = p[0];
  if (p[0] != '\\') return 1;
  if (d->length - d->at < 2) return bad(d, 1, "\\ at end of string");
  const char *known = p[1] ? strchr(letters, p[1]) : NULL;
  if (known) return *point = (uint8_t)meanings[known - letters], 2;
  if (p[1] == 'x') return decode_hex(d, 2, "truncated \\xXX escape", NULL, point);
  if (p[1] == 'u') return decode_hex(d, 4, "truncated \\uXXXX escape", NULL, point);
  if (p[1] == 'U') return decode_hex(d, 8, "truncated \\UXXXXXXXX escape", "illegal Unicode character", point);
  if (p[1] == 'N') return bad(d, 2, "malformed \\N character escape");
  return (unsigned)(p[1] - '0') < 8u ? decode_octal(d, point) : 1;
}

int rt_codec_decode_raw_escape(RtDecoder *d, uint32_t *point) {
  const uint8_t *p = d->data + d->at;
  *point = p[0];
  if (p[0] != '\\' || d->length - d->at < 2 || (p[1] != 'u' && p[1] != 'U')) return 1;
  int64_t before = 0; /* an odd number of backslashes in front: this one is escaped */
  while (before < d->at && d->data[d->at - 1 - before] == '\\') before++;
  if (before % 2) return 1;
  return p[1] == 'u' ? decode_hex(d, 4, "truncated \\uXXXX escape", NULL, point) : decode_hex(d, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range", point);
}

bool rt_codec_can_escape(uint32_t point) { return point <= RT_POINT_MAX; }

static int write_number(RtByteWriter *w, uint32_t point) {
  char text[12];
  snprintf(text, sizeof text, point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)point);
  return rt_bytes_write(w, text, (int64_t)strlen(text));
}

int rt_codec_encode_escape(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  (void)codec;
  if (point == '\\') return rt_bytes_write(w, "\\\\", 2);
  if (point == '\t') return rt_bytes_write(w, "\\t", 2);
  if (point == '\n') return rt_bytes_write(w, "\\n", 2);
  if (point == '\r') return rt_bytes_write(w, "\\r", 2);
  return point >= ' ' && point < 127 ? rt_bytes_write_byte(w, (uint8_t)point) : write_number(w, point);
}

int rt_codec_encode_raw_escape(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  (void)codec;
  return point < 0x100 ? rt_bytes_write_byte(w, (uint8_t)point) : write_number(w, point);
}
