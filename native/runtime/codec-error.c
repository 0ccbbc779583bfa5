/*
 * str() of UnicodeErrors.
 */
#include "bytes.h" /* no reference to the types of bytes: every program links this file */
#include "exception.h"
#include "str.h"
#include <stdio.h>
#include <stdlib.h>

static RtStr *describe(const char *encoding, const char *verb, const char *what, const char *many,
                       const char *shown, int64_t start, int64_t end, const char *reason) {
  RtWriter w;
  char numbers[64];
  rt_writer_init(&w);
  if (encoding) {
    rt_writer_char(&w, '\'');
    rt_writer_take(&w, rt_str_from_utf8(encoding, -1));
    rt_writer_ascii(&w, "' codec ", -1);
  }
  rt_writer_ascii(&w, verb, -1);
  rt_writer_char(&w, ' ');
  rt_writer_ascii(&w, shown ? what : many, -1);
  if (shown) rt_writer_ascii(&w, shown, -1);
  if (shown) snprintf(numbers, sizeof numbers, " in position %lld: ", (long long)start);
  else snprintf(numbers, sizeof numbers, " in position %lld-%lld: ", (long long)start, (long long)(end - 1));
  rt_writer_ascii(&w, numbers, -1);
  rt_writer_take(&w, rt_str_from_utf8(reason, -1));
  return rt_writer_finish(&w);
}

static const char *show_point(char out[16], uint32_t point) {
  snprintf(out, 16, point < 0x100 ? "'\\x%02x'" : point < 0x10000 ? "'\\u%04x'" : "'\\U%08x'", point);
  return out;
}

RtStr *rt_codec_error_str(RtException *e) {
  bool translate = rt_is_subtype(e->head.type, &rt_exc_UnicodeTranslateError),
       decode = rt_is_subtype(e->head.type, &rt_exc_UnicodeDecodeError);
  const RtTuple *fields = rt_exception_fields(e);
  if (!fields || (!translate && !decode && !rt_is_subtype(e->head.type, &rt_exc_UnicodeEncodeError)))
    return NULL;
  const RtValue *args = fields->items + (translate ? 0 : 1);
  if (fields->length != (translate ? 4 : 5) || !rt_is_small(args[1]) || !rt_is_small(args[2]) ||
      !rt_is_str(args[3]))
    return NULL;
  if (!translate && !rt_is_str(fields->items[0])) return NULL;
  int64_t start = rt_small(args[1]), end = rt_small(args[2]);
  char *encoding = translate ? NULL : rt_str_to_utf8(rt_str_of(fields->items[0]), NULL),
       *reason = rt_str_to_utf8(rt_str_of(args[3]), NULL);
  char text[16];
  RtStr *result = NULL;
  if (decode && rt_has_flag(args[0], RT_TYPE_BYTES)) {
    const RtBytes *bytes = (RtBytes *)rt_object(rt_base_value(args[0]));
    bool one = end == start + 1 && start >= 0 && start < bytes->length;
    if (one) snprintf(text, sizeof text, "0x%02x", bytes->data[start]);
    result = describe(encoding, "can't decode", "byte ", "bytes", one ? text : NULL, start, end, reason);
  } else if (!decode && rt_is_str(args[0])) {
    const RtStr *s = rt_str_of(args[0]);
    bool one = end == start + 1 && start >= 0 && start < s->length;
    const char *shown = one ? show_point(text, rt_str_at(s, start)) : NULL;
    result = describe(encoding, translate ? "can't translate" : "can't encode", "character ", "characters",
                      shown, start, end, reason);
  }
  free(encoding), free(reason);
  return result;
}
