/*
 * Decoding and encoding: looks up the codec, runs it, and applies the error handler where it stops.
 */
#include "codec.h"
#include "call.h"
#include "exception.h"
#include <ctype.h>

static const char *const aliases[][2] = {
    {"utf_8", "utf-8"},         {"utf8", "utf-8"},          {"u8", "utf-8"},
    {"utf", "utf-8"},           {"cp65001", "utf-8"},       {"utf_8_sig", "utf-8-sig"},
    {"ascii", "ascii"},         {"us_ascii", "ascii"},      {"646", "ascii"},
    {"latin_1", "latin-1"},     {"latin1", "latin-1"},      {"latin", "latin-1"},
    {"iso_8859_1", "latin-1"},  {"iso8859_1", "latin-1"},   {"8859", "latin-1"},
    {"cp819", "latin-1"},       {"l1", "latin-1"},          {"utf_16", "utf-16"},
    {"utf16", "utf-16"},        {"u16", "utf-16"},          {"utf_16_le", "utf-16-le"},
    {"utf_16le", "utf-16-le"},  {"utf_16_be", "utf-16-be"}, {"utf_16be", "utf-16-be"},
    {"utf_32", "utf-32"},       {"utf32", "utf-32"},        {"u32", "utf-32"},
    {"utf_32_le", "utf-32-le"}, {"utf_32le", "utf-32-le"},  {"utf_32_be", "utf-32-be"},
    {"utf_32be", "utf-32-be"},  {"unicode_escape", "unicodeescape"}, {"raw_unicode_escape", "rawunicodeescape"}};

/* Lower case, every run of other characters one underscore. */
static void normalise(const RtStr *name, char *out, size_t size) {
  size_t n = 0;
  for (int64_t i = 0; i < name->length && n + 2 < size; i++) {
    uint32_t c = rt_str_at(name, i);
    bool plain = c < 128 && (isalnum((int)c) || c == '.');
    if (plain) out[n++] = (char)tolower((int)c);
    else if (n && out[n - 1] != '_') out[n++] = '_';
  }
  if (n && out[n - 1] == '_') n--;
  out[n] = 0;
}

/* Codecs of CPython that are not between text and bytes. */
static const char other_codecs[][17] = {"base64_codec", "base64", "base_64", "bz2_codec", "bz2", "hex_codec", "hex", "quopri_codec", "quopri", "quoted_printable",
                                        "quotedprintable", "rot_13", "rot13", "uu_codec", "uu", "zlib_codec", "zlib", "zip"};

static const RtCodec *find_codec(RtStr *encoding, bool decodes) {
  char name[64];
  if (!encoding) return &rt_codecs[0];
  normalise(encoding, name, sizeof name);
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (strcmp(name, aliases[i][0]) == 0)
      for (const RtCodec *codec = rt_codecs; codec->name; codec++)
        if (strcmp(codec->name, aliases[i][1]) == 0) return codec;
  char *utf8 = rt_str_to_utf8(encoding, NULL);
  const char *text = "unknown encoding: %s";
  for (size_t i = 0; i < sizeof other_codecs / sizeof *other_codecs; i++)
    if (strcmp(name, other_codecs[i]) == 0)
      text = decodes ? "'%s' is not a text encoding; use codecs.decode() to handle arbitrary codecs"
                     : "'%s' is not a text encoding; use codecs.encode() to handle arbitrary codecs";
  rt_raise_format(&rt_exc_LookupError, text, utf8 ? utf8 : "?");
  free(utf8);
  return NULL;
}

/* ---- errors ---- */
static const char *const handler_names[] = {
    [RT_ERRORS_STRICT] = "strict",          [RT_ERRORS_IGNORE] = "ignore",
    [RT_ERRORS_REPLACE] = "replace",        [RT_ERRORS_BACKSLASH] = "backslashreplace",
    [RT_ERRORS_ESCAPE] = "surrogateescape", [RT_ERRORS_PASS] = "surrogatepass",
    [RT_ERRORS_XML] = "xmlcharrefreplace"};

/* Looked up at the first error only, as CPython does. -1: raised. */
static int find_handler(RtStr *errors) {
  if (!errors) return RT_ERRORS_STRICT;
  char *utf8 = rt_str_to_utf8(errors, NULL);
  if (!utf8) return -1;
  int handler = RT_ERRORS_XML;
  while (handler >= 0 && strcmp(handler_names[handler], utf8) != 0) handler--;
  if (handler < 0) rt_raise_format(&rt_exc_LookupError, "unknown error handler name '%s'", utf8);
  free(utf8);
  return handler;
}

static int raise_unicode(RtType *type, const char *encoding, RtValue object, int64_t start, int64_t end,
                         const char *reason) {
  RtValue args[5] = {rt_value(rt_str_from_ascii(encoding)), object, rt_from_small(start), rt_from_small(end),
                     rt_value(rt_str_from_ascii(reason))};
  RtValue exception = args[0] && args[4] ? rt_call(rt_value(type), args, 5, NULL) : 0;
  rt_xdecref(args[0]), rt_xdecref(args[4]);
  if (exception) rt_raise_exception(exception);
  return -1;
}

static void write_hex(char *out, uint32_t value, int digits) {
  for (int i = 0; i < digits; i++) out[i] = "0123456789abcdef"[value >> 4 * (digits - 1 - i) & 15];
}

/* ---- decoding ---- */
static int raise_decode(const RtDecoder *d, int64_t end) {
  RtBytes *object = rt_bytes_from(d->data, d->length);
  if (!object) return -1;
  raise_unicode(&rt_exc_UnicodeDecodeError, d->codec_name, rt_value(object), d->at, end, d->reason);
  rt_decref_object(object);
  return -1;
}

/* Deals with the bad bytes at d->at. */
static int handle_decode_error(RtDecoder *d, RtWriter *w, int handler) {
  int64_t end = d->at + d->bad;
  if (handler == RT_ERRORS_PASS) {
    uint32_t point;
    int size = rt_codec_read_surrogate(d->codec_name, d->data + d->at, d->length - d->at, &point);
    if (!size) return raise_decode(d, end);
    d->at += size;
    return rt_writer_char(w, point);
  }
  if (handler == RT_ERRORS_ESCAPE) {
    int64_t at = d->at;
    for (; at < end && at < d->at + 4 && d->data[at] >= 0x80; at++) rt_writer_char(w, 0xdc00u + d->data[at]);
    if (at == d->at) return raise_decode(d, end);
    d->at = at;
    return 0;
  }
  if (handler == RT_ERRORS_STRICT || handler == RT_ERRORS_XML) return raise_decode(d, end);
  if (handler == RT_ERRORS_REPLACE) rt_writer_char(w, 0xfffd);
  if (handler == RT_ERRORS_BACKSLASH)
    for (int64_t i = d->at; i < end; i++) {
      char text[4] = {'\\', 'x'};
      write_hex(text + 2, d->data[i], 2);
      rt_writer_ascii(w, text, 4);
    }
  d->at = end;
  return 0;
}

static int64_t ascii_prefix(const uint8_t *data, int64_t length) {
  int64_t i = 0;
  for (uint64_t word; i + 8 <= length; i += 8) {
    memcpy(&word, data + i, 8);
    if (word & 0x8080808080808080u) break;
  }
  while (i < length && data[i] < 128) i++;
  return i;
}

RtStr *rt_decode(const uint8_t *data, int64_t length, RtStr *encoding, RtStr *errors) {
  const RtCodec *codec = find_codec(encoding, true);
  if (!codec) return NULL;
  RtDecoder d = {.data = data, .length = length, .codec_name = codec->name};
  if (codec->start) codec->start(&d);
  if (codec->latin) return rt_str_from_latin1(data, length);
  if (codec->ascii_based && ascii_prefix(data + d.at, length - d.at) == length - d.at)
    return rt_str_from_latin1(data + d.at, length - d.at);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_reserve(&w, length / (codec->ascii_based ? 1 : 2));
  for (int handler = -1; d.at < d.length;) {
    uint32_t point;
    int size = codec->decode(&d, &point);
    if (RT_LIKELY(size > 0)) {
      rt_writer_char(&w, point);
      d.at += size;
      continue;
    }
    if (handler < 0) handler = find_handler(errors);
    if (handler < 0 || handle_decode_error(&d, &w, handler) < 0) {
      rt_writer_drop(&w);
      return NULL;
    }
  }
  return rt_writer_finish(&w);
}

/* ---- encoding ---- */
static int write_text(const RtCodec *codec, RtByteWriter *w, const char *text) {
  for (; *text; text++) codec->encode(codec, w, (uint8_t)*text);
  return w->failed ? -1 : 0;
}

static int write_escape(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  char text[12] = {'\\', point < 0x100 ? 'x' : point < 0x10000 ? 'u' : 'U'};
  int digits = point < 0x100 ? 2 : point < 0x10000 ? 4 : 8;
  write_hex(text + 2, point, digits);
  text[2 + digits] = 0;
  return write_text(codec, w, text);
}

static int write_reference(const RtCodec *codec, RtByteWriter *w, uint32_t point) {
  char text[16], *at = text + sizeof text;
  *--at = 0;
  *--at = ';';
  do *--at = (char)('0' + point % 10);
  while (point /= 10);
  *--at = '#';
  *--at = '&';
  return write_text(codec, w, at);
}

/* One point that the codec has no bytes for. 1: the handler has none either. */
static int handle_point(const RtCodec *codec, RtByteWriter *w, uint32_t point, int handler) {
  switch (handler) {
    case RT_ERRORS_IGNORE: return 0;
    case RT_ERRORS_REPLACE: return write_text(codec, w, "?");
    case RT_ERRORS_BACKSLASH: return write_escape(codec, w, point);
    case RT_ERRORS_XML: return write_reference(codec, w, point);
    case RT_ERRORS_ESCAPE:
      return codec->ascii_based && point - 0xdc80 < 0x80 ? rt_bytes_write_byte(w, (uint8_t)(point - 0xdc00))
                                                         : 1;
    case RT_ERRORS_PASS:
      return point - 0xd800 < 0x800 && codec->encode_surrogate ? codec->encode_surrogate(codec, w, point) : 1;
    default: return 1;
  }
}

static int handle_encode_error(const RtCodec *codec, RtByteWriter *w, const RtStr *s, int64_t start,
                               int64_t end, RtStr *errors, int *handler) {
  if (*handler < 0) *handler = find_handler(errors);
  if (*handler < 0) return -1;
  for (int64_t i = start; i < end; i++) {
    int status = handle_point(codec, w, rt_str_at(s, i), *handler);
    if (status < 0) return -1;
    if (status)
      return raise_unicode(&rt_exc_UnicodeEncodeError, codec->name, rt_value(s),
                           *handler == RT_ERRORS_STRICT ? start : i, end, codec->encode_reason);
  }
  return 0;
}

static int encode_all(const RtCodec *codec, RtByteWriter *w, const RtStr *s, RtStr *errors) {
  if (codec->start_encoding) codec->start_encoding(codec, w);
  for (int64_t i = 0, handler_box = -1; i < s->length;) {
    if (codec->can_encode(rt_str_at(s, i))) {
      if (codec->encode(codec, w, rt_str_at(s, i++)) < 0) return -1;
      continue;
    }
    int64_t end = i + 1;
    while (codec->ascii_based && end < s->length && !codec->can_encode(rt_str_at(s, end))) end++;
    int handler = (int)handler_box;
    if (handle_encode_error(codec, w, s, i, end, errors, &handler) < 0) return -1;
    handler_box = handler;
    i = end;
  }
  return 0;
}

RtValue rt_encode(RtStr *s, RtStr *encoding, RtStr *errors) {
  const RtCodec *codec = find_codec(encoding, false);
  if (!codec) return 0;
  if (codec->ascii_based && !codec->start_encoding && rt_str_is_ascii(s))
    return rt_value(rt_bytes_from(s->data, s->length));
  if (codec->latin && s->kind == 1) return rt_value(rt_bytes_from(s->data, s->length));
  RtByteWriter w = {0};
  if (encode_all(codec, &w, s, errors) == 0) return rt_bytes_writer_finish(&w, 0);
  rt_bytes_writer_drop(&w);
  return 0;
}
