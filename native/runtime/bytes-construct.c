/*
 * The arguments of bytes() and bytearray(), and % of bytes.
 */
#include "bytes-methods.h"
#include "call.h"

static int raise(RtType *type, const char *message) { return rt_raise_string(type, message), -1; }

static int write_encoded(RtByteWriter *w, RtStr *s, RtStr *encoding, RtStr *errors) {
  RtValue bytes = rt_encode(s, encoding, errors);
  if (!bytes) return -1;
  RtBytesView v = rt_bytes_self(bytes);
  int result = rt_bytes_write(w, v.data, v.length);
  rt_decref(bytes);
  return result;
}

static int write_iterable(RtByteWriter *w, const char *type, RtValue source) {
  RtValue iterator = rt_iter(source), item;
  if (!iterator) {
    if (!rt_pending_is(&rt_exc_TypeError)) return -1;
    rt_clear_pending();
    return rt_raise_format(&rt_exc_TypeError, "cannot convert '%s' object to %s", rt_typeof(source)->name,
                           type),
           -1;
  }
  const char *range_error =
      strcmp(type, "bytes") == 0 ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
  if (strcmp(type, "bytes") == 0 && rt_ask_length(source) < 0) return rt_decref(iterator), -1;
  while ((item = rt_next(iterator))) {
    uint8_t byte;
    int result = rt_byte_arg(item, range_error, &byte);
    rt_decref(item);
    if (result < 0 || rt_bytes_write_byte(w, byte) < 0) break;
  }
  rt_decref(iterator);
  return rt_pending ? -1 : 0;
}

static int write_dunder(RtByteWriter *w, RtValue method) {
  RtValue bytes = rt_call(method, NULL, 0, NULL);
  rt_decref(method);
  if (!bytes) return -1;
  RtBytesView v;
  int result = -1;
  if (rt_has_flag(bytes, RT_TYPE_BYTES) && rt_bytes_view(bytes, &v))
    result = rt_bytes_write(w, v.data, v.length);
  else rt_raise_type_of("__bytes__ returned non-bytes (type %s)", bytes);
  rt_decref(bytes);
  return result;
}

static int write_zeros(RtByteWriter *w, RtValue source) {
  int64_t count;
  if (rt_str_repeat_count(source, &count) < 0) return -1;
  if (count < 0) return raise(&rt_exc_ValueError, "negative count");
  if (rt_bytes_write(w, NULL, count) < 0) return -1;
  if (count) memset(w->data, 0, (size_t)count);
  return 0;
}

static int text_argument(const char *type, const char *name, RtValue v) {
  if (!v || rt_is_str(v)) return 0;
  rt_raise_format(&rt_exc_TypeError, "%s() argument '%s' must be str, not %s", type, name,
                  rt_str_type_name(v));
  return -1;
}

int rt_bytes_construct_into(RtByteWriter *w, const char *type, const RtValue *args, int64_t nargs,
                            RtTuple *kwnames) {
  static const char *const names[] = {"source", "encoding", "errors", NULL};
  RtValue out[3] = {0, 0, 0};
  RtBytesView v;
  if (rt_parse_args(type, names, 0, 0, args, nargs, kwnames, out) < 0) return -1;
  if (text_argument(type, "encoding", out[1]) < 0 || text_argument(type, "errors", out[2]) < 0) return -1;
  RtValue source = out[0];
  bool asks = source && !out[1] && !out[2] && strcmp(type, "bytes") == 0 && rt_typeof(source) != &rt_type_str;
  RtValue method = asks ? rt_lookup_special(source, RT_NAME(__bytes__)) : 0;
  if (method) return write_dunder(w, method);
  if (asks && rt_pending) return -1;
  if (source && rt_is_str(source)) {
    if (!out[1]) return raise(&rt_exc_TypeError, "string argument without an encoding");
    return write_encoded(w, rt_str_of(source), rt_str_of(out[1]), out[2] ? rt_str_of(out[2]) : NULL);
  }
  if (out[1]) return raise(&rt_exc_TypeError, "encoding without a string argument");
  if (out[2]) return raise(&rt_exc_TypeError, "errors without a string argument");
  if (!source) return 0;
  if (rt_str_is_index(source)) return write_zeros(w, source);
  if (rt_bytes_view(source, &v)) return rt_bytes_write(w, v.data, v.length);
  RtValue made = rt_bytes_of_buffer(source);
  if (!made) return rt_pending ? -1 : write_iterable(w, type, source);
  rt_bytes_view(made, &v);
  int result = rt_bytes_write(w, v.data, v.length);
  rt_decref(made);
  return result;
}

/* ---- b"%d" % x: as text of Latin-1 points ---- */
RtValue rt_bytes_percent(RtValue format, RtValue args) {
  RtBytesView v = rt_bytes_self(format);
  RtStr *text = rt_str_from_latin1(v.data, v.length),
        *result = text ? rt_str_percent_bytes(text, args) : NULL;
  rt_str_release(text);
  RtValue bytes = result ? rt_value(rt_bytes_from(result->data, result->length)) : 0;
  assert(!result || result->kind == 1);
  rt_str_release(result);
  return bytes;
}
