/*
 * Methods of bytes and bytearray that treat them as ASCII text: case, tests, padding, hex, translate, decode.
 */
#include "bytes-methods.h"
#include "unicode.h"

/* ---- case, by way of one byte ---- */
static bool is_upper(uint8_t c) { return (uint8_t)(c - 'A') < 26; }
static bool is_lower(uint8_t c) { return (uint8_t)(c - 'a') < 26; }
static bool is_letter(uint8_t c) { return is_lower(c | 32); }
static bool is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }
static uint8_t to_upper(uint8_t c) { return is_lower(c) ? c ^ 32 : c; }
static uint8_t to_lower(uint8_t c) { return is_upper(c) ? c ^ 32 : c; }

typedef uint8_t Mapper(uint8_t c, bool in_word, bool first);
static uint8_t map_upper(uint8_t c, bool in_word, bool first) {
  return (void)in_word, (void)first, to_upper(c);
}
static uint8_t map_lower(uint8_t c, bool in_word, bool first) {
  return (void)in_word, (void)first, to_lower(c);
}
static uint8_t map_swap(uint8_t c, bool in_word, bool first) {
  return (void)in_word, (void)first, is_letter(c) ? c ^ 32 : c;
}
static uint8_t map_title(uint8_t c, bool in_word, bool first) {
  return (void)first, in_word ? to_lower(c) : to_upper(c);
}
static uint8_t map_capitalize(uint8_t c, bool in_word, bool first) {
  return (void)in_word, first ? to_upper(c) : to_lower(c);
}

static RtValue map(RtValue self, Mapper *mapper) {
  RtBytesView v = rt_bytes_self(self);
  RtByteWriter w = {0};
  bool in_word = false;
  if (v.length && rt_bytes_write(&w, v.data, v.length) < 0) return 0;
  for (int64_t i = 0; i < v.length; i++) {
    w.data[i] = mapper(v.data[i], in_word, i == 0);
    in_word = is_letter(v.data[i]);
  }
  return rt_bytes_writer_finish(&w, self);
}

RT_BYTES_METHOD(upper) { return map(self, map_upper); }
RT_BYTES_METHOD(lower) { return map(self, map_lower); }
RT_BYTES_METHOD(swapcase) { return map(self, map_swap); }
RT_BYTES_METHOD(title) { return map(self, map_title); }
RT_BYTES_METHOD(capitalize) { return map(self, map_capitalize); }

/* ---- tests: those of the Latin-1 string cut to ASCII ---- */
static RtValue all(RtValue self, bool (*test)(uint8_t)) {
  RtBytesView v = rt_bytes_self(self);
  for (int64_t i = 0; i < v.length; i++)
    if (!test(v.data[i])) return rt_bool_ref(false);
  return rt_bool_ref(v.length > 0);
}
static bool is_alnum(uint8_t c) { return is_letter(c) || is_digit(c); }
static bool is_space(uint8_t c) { return c == ' ' || (uint8_t)(c - 9) < 5; }
static bool is_ascii(uint8_t c) { return c < 128; }

RT_BYTES_METHOD(isalpha) { return all(self, is_letter); }
RT_BYTES_METHOD(isalnum) { return all(self, is_alnum); }
RT_BYTES_METHOD(isdigit) { return all(self, is_digit); }
RT_BYTES_METHOD(isspace) { return all(self, is_space); }
RT_BYTES_METHOD(isascii) { return rt_bytes_self(self).length ? all(self, is_ascii) : rt_bool_ref(true); }

static RtValue one_case(RtValue self, bool (*wanted)(uint8_t), bool (*unwanted)(uint8_t)) {
  RtBytesView v = rt_bytes_self(self);
  bool found = false;
  for (int64_t i = 0; i < v.length; i++) {
    if (unwanted(v.data[i])) return rt_bool_ref(false);
    found |= wanted(v.data[i]);
  }
  return rt_bool_ref(found);
}
RT_BYTES_METHOD(islower) { return one_case(self, is_lower, is_upper); }
RT_BYTES_METHOD(isupper) { return one_case(self, is_upper, is_lower); }

RT_BYTES_METHOD(istitle) {
  RtBytesView v = rt_bytes_self(self);
  bool found = false, in_word = false;
  for (int64_t i = 0; i < v.length; i++) {
    if ((is_upper(v.data[i]) && in_word) || (is_lower(v.data[i]) && !in_word)) return rt_bool_ref(false);
    in_word = is_letter(v.data[i]);
    found |= in_word;
  }
  return rt_bool_ref(found);
}

/* ---- padding ---- */
static RtValue pad(RtValue self, int64_t left, int64_t right, uint8_t fill) {
  RtBytesView v = rt_bytes_self(self);
  RtByteWriter w = {0};
  if (rt_bytes_write(&w, NULL, left + v.length + right) < 0) return 0;
  if (w.data) {
    memset(w.data, fill, (size_t)w.length);
    memcpy(w.data + left, v.data, (size_t)v.length);
  }
  return rt_bytes_writer_finish(&w, self);
}

static int pad_args(const char *method, RtValue self, const RtValue *args, int64_t nargs, int64_t *missing,
                    uint8_t *fill) {
  RtBytesView view;
  *fill = ' ';
  if (rt_str_size_arg(args[0], missing) < 0) return -1;
  if (nargs > 1) {
    if (!rt_bytes_view(args[1], &view) || view.length != 1)
      return rt_str_raise_arg(method, 2, "a byte string of length 1", args[1]);
    *fill = view.data[0];
  }
  int64_t length = rt_bytes_self(self).length;
  *missing = *missing > length ? *missing - length : 0;
  return 0;
}

RT_BYTES_METHOD(ljust) {
  int64_t missing;
  uint8_t fill;
  return pad_args("ljust", self, args, nargs, &missing, &fill) < 0 ? 0 : pad(self, 0, missing, fill);
}

RT_BYTES_METHOD(rjust) {
  int64_t missing;
  uint8_t fill;
  return pad_args("rjust", self, args, nargs, &missing, &fill) < 0 ? 0 : pad(self, missing, 0, fill);
}

RT_BYTES_METHOD(center) {
  int64_t missing;
  uint8_t fill;
  if (pad_args("center", self, args, nargs, &missing, &fill) < 0) return 0;
  int64_t left = missing / 2 + (missing & (rt_bytes_self(self).length + missing) & 1);
  return pad(self, left, missing - left, fill);
}

RT_BYTES_METHOD(zfill) {
  int64_t width;
  RtBytesView v = rt_bytes_self(self);
  if (rt_str_size_arg(args[0], &width) < 0) return 0;
  if (width <= v.length) return rt_bytes_like(self, v.data, v.length);
  RtByteWriter w = {0};
  bool sign = v.length && (v.data[0] == '+' || v.data[0] == '-');
  rt_bytes_write(&w, v.data, sign);
  if (rt_bytes_write(&w, NULL, width - v.length) == 0) memset(w.data + sign, '0', (size_t)(width - v.length));
  rt_bytes_write(&w, v.data + sign, v.length - sign);
  return rt_bytes_writer_finish(&w, self);
}

RT_BYTES_METHOD(expandtabs) {
  static const char *const names[] = {"tabsize", NULL};
  RtValue size = 0;
  RtBytesView v = rt_bytes_self(self);
  int width = 8;
  if (rt_parse_args("expandtabs", names, 0, 0, args, nargs, kwnames, &size) < 0) return 0;
  if (size && rt_str_c_int_arg(size, &width) < 0) return 0;
  RtByteWriter w = {0};
  int64_t column = 0;
  for (int64_t i = 0; i < v.length; i++) {
    if (v.data[i] != '\t') {
      rt_bytes_write_byte(&w, v.data[i]);
      column = v.data[i] == '\n' || v.data[i] == '\r' ? 0 : column + 1;
    } else if (width > 0) do
        rt_bytes_write_byte(&w, ' ');
      while (++column % width);
  }
  return rt_bytes_writer_finish(&w, self);
}

/* ---- hex ---- */
static int read_separator(RtValue v, int *separator) {
  int64_t length = rt_len(v);
  RtBytesView view;
  if (length < 0) return -1;
  if (length != 1) return rt_raise_string(&rt_exc_ValueError, "sep must be length 1."), -1;
  if (rt_is_str(v)) *separator = (int)rt_str_at(rt_str_of(v), 0);
  else if (rt_bytes_view(v, &view)) *separator = view.data[0];
  else return rt_raise_string(&rt_exc_TypeError, "sep must be str or bytes."), -1;
  return *separator < 128 ? 0 : (rt_raise_string(&rt_exc_ValueError, "sep must be ASCII."), -1);
}

RT_BYTES_METHOD(hex) {
  static const char *const names[] = {"sep", "bytes_per_sep", NULL};
  RtValue out[2] = {0, 0};
  RtBytesView v = rt_bytes_self(self);
  int separator = -1, group = 1;
  if (rt_parse_args("hex", names, 0, 0, args, nargs, kwnames, out) < 0) return 0;
  if (out[1] && rt_str_c_int_arg(out[1], &group) < 0) return 0;
  if (out[0] && read_separator(out[0], &separator) < 0) return 0;
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < v.length; i++) {
    int64_t from = group < 0 ? i : v.length - i;
    if (i && separator >= 0 && group && from % (group < 0 ? -(int64_t)group : group) == 0)
      rt_writer_char(&w, (uint32_t)separator);
    rt_writer_char(&w, (uint8_t)"0123456789abcdef"[v.data[i] >> 4]);
    rt_writer_char(&w, (uint8_t)"0123456789abcdef"[v.data[i] & 15]);
  }
  return rt_value(rt_writer_finish(&w));
}

static int hex_value(const RtStr *s, int64_t i) {
  uint32_t c = i < s->length ? rt_str_at(s, i) : 0;
  return c - '0' < 10 ? (int)(c - '0') : (c | 32) - 'a' < 6 && c < 128 ? (int)((c | 32) - 'a' + 10) : -1;
}

RT_BYTES_METHOD(fromhex) {
  RtStr *s = rt_str_arg("fromhex", 0, args[0]);
  if (!s) return 0;
  RtByteWriter w = {0};
  for (int64_t i = 0;;) {
    while (i < s->length && rt_str_at(s, i) < 128 && is_space((uint8_t)rt_str_at(s, i))) i++;
    if (i >= s->length) break;
    int high = hex_value(s, i), low = hex_value(s, i + 1);
    if (high < 0 || low < 0) {
      rt_bytes_writer_drop(&w);
      return rt_raise_format(&rt_exc_ValueError,
                             "non-hexadecimal number found in fromhex() arg at position %lld",
                             (long long)(high < 0 ? i : i + 1));
    }
    rt_bytes_write_byte(&w, (uint8_t)(high << 4 | low));
    i += 2;
  }
  RtType *type = (RtType *)rt_object(self);
  bool array = rt_is_subtype(type, &rt_type_bytearray);
  RtValue plain = w.failed ? 0
                  : array  ? rt_value(rt_bytearray_from(w.data, w.length))
                           : rt_value(rt_bytes_from(w.data, w.length));
  rt_bytes_writer_drop(&w);
  if (!plain || type == &rt_type_bytearray || type == &rt_type_bytes) return plain;
  RtValue made = rt_call(self, &plain, 1, NULL);
  rt_decref(plain);
  return made;
}

/* ---- translate and decode ---- */
RT_BYTES_METHOD(translate) {
  static const char *const names[] = {"", "delete", NULL};
  RtValue out[2] = {0, 0};
  RtBytesView v = rt_bytes_self(self), table = {0}, deleted = {(const uint8_t *)"", 0};
  if (rt_parse_args("translate", names, 1, 1, args, nargs, kwnames, out) < 0) return 0;
  if (out[0] != RT_NONE && rt_bytes_view_arg(out[0], &table) < 0) return 0;
  if (table.data && table.length != 256)
    return rt_raise_string(&rt_exc_ValueError, "translation table must be 256 characters long");
  if (out[1] && rt_bytes_view_arg(out[1], &deleted) < 0) return 0;
  RtByteWriter w = {0};
  for (int64_t i = 0; i < v.length; i++)
    if (!memchr(deleted.data, v.data[i], (size_t)deleted.length))
      rt_bytes_write_byte(&w, table.data ? table.data[v.data[i]] : v.data[i]);
  return rt_bytes_writer_finish(&w, self);
}

RT_BYTES_METHOD(maketrans) {
  RtBytesView from, to;
  if (rt_bytes_view_arg(args[0], &from) < 0 || rt_bytes_view_arg(args[1], &to) < 0) return 0;
  if (from.length != to.length)
    return rt_raise_string(&rt_exc_ValueError, "maketrans arguments must have same length");
  RtBytes *table = rt_bytes_new(256);
  for (int i = 0; table && i < 256; i++) table->data[i] = (uint8_t)i;
  for (int64_t i = 0; table && i < from.length; i++) table->data[from.data[i]] = to.data[i];
  return rt_value(table);
}

static int text_arg(const char *method, const char *name, RtValue v, RtStr **text) {
  *text = NULL;
  if (!v) return 0;
  if (rt_is_str(v)) return *text = rt_str_of(v), 0;
  rt_raise_format(&rt_exc_TypeError, "%s() argument '%s' must be str, not %s", method, name,
                  rt_str_type_name(v));
  return -1;
}

static const char *const codec_names[] = {"encoding", "errors", NULL};

RT_BYTES_METHOD(decode) {
  RtValue out[2] = {0, 0};
  RtStr *encoding, *errors;
  RtBytesView v = rt_bytes_self(self);
  if (rt_parse_args("decode", codec_names, 0, 0, args, nargs, kwnames, out) < 0) return 0;
  if (text_arg("decode", "encoding", out[0], &encoding) < 0 ||
      text_arg("decode", "errors", out[1], &errors) < 0)
    return 0;
  return rt_value(rt_decode(v.data, v.length, encoding, errors));
}

RtValue rt_str_method_encode(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue out[2] = {0, 0};
  RtStr *encoding, *errors;
  if (rt_parse_args("encode", codec_names, 0, 0, args, nargs, kwnames, out) < 0) return 0;
  if (text_arg("encode", "encoding", out[0], &encoding) < 0 ||
      text_arg("encode", "errors", out[1], &errors) < 0)
    return 0;
  return rt_encode(rt_str_of(self), encoding, errors);
}
