/* Parses the format mini-language, with CPython's error texts. */
#include "format-spec.h"
#include "str.h"
#include "unicode.h"
#include <stdlib.h>

RT_COLD RtStr *rt_format_spec_raise_type(uint32_t type, const char *type_name) {
  if (type > 32 && type < 128)
    rt_raise_format(&rt_exc_ValueError, "Unknown format code '%c' for object of type '%s'", (int)type,
                    type_name);
  else
    rt_raise_format(&rt_exc_ValueError, "Unknown format code '\\x%x' for object of type '%s'", (unsigned)type,
                    type_name);
  return NULL;
}

RT_COLD static int raise(const char *message) {
  rt_raise_string(&rt_exc_ValueError, message);
  return -1;
}

RT_COLD static int raise_invalid(RtStr *spec, const char *type_name) {
  int64_t length;
  char *text = rt_str_to_utf8(spec, &length);
  if (text)
    rt_raise_format(&rt_exc_ValueError, "Invalid format specifier '%s' for object of type '%s'", text,
                    type_name);
  free(text);
  return -1;
}

RT_COLD static int raise_thousands(char separator, uint32_t type) {
  if (type > 32 && type < 128)
    rt_raise_format(&rt_exc_ValueError, "Cannot specify '%c' with '%c'.", separator, (int)type);
  else rt_raise_format(&rt_exc_ValueError, "Cannot specify '%c' with '\\x%x'.", separator, (unsigned)type);
  return -1;
}

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* Reads decimal digits; the number of them, or -1 when too large. */
static int64_t read_number(RtStr *spec, int64_t *at, int64_t *result) {
  int64_t start = *at, value = 0;
  for (; *at < spec->length; ++*at) {
    uint32_t point = rt_str_at(spec, *at);
    int digit =
        point < 128 ? (point >= '0' && point <= '9' ? (int)point - '0' : -1) : rt_unicode_decimal(point);
    if (digit < 0) break;
    if (__builtin_mul_overflow(value, (int64_t)10, &value) ||
        __builtin_add_overflow(value, (int64_t)digit, &value)) {
      raise("Too many decimal digits in format string");
      return -1;
    }
  }
  if (*at > start) *result = value;
  return *at - start;
}

static bool take(RtStr *spec, int64_t *at, uint32_t c) {
  if (*at >= spec->length || rt_str_at(spec, *at) != c) return false;
  ++*at;
  return true;
}

/* Fill, alignment, sign and flags. */
static void read_flags(RtStr *spec, int64_t *at, char default_align, RtFormatSpec *out) {
  bool fill_given = false, align_given = false;
  if (spec->length >= 2 && is_align(rt_str_at(spec, 1))) {
    out->fill = rt_str_at(spec, 0);
    out->align = (char)rt_str_at(spec, 1);
    fill_given = align_given = true;
    *at = 2;
  } else if (spec->length >= 1 && is_align(rt_str_at(spec, 0))) {
    out->align = (char)rt_str_at(spec, 0);
    align_given = true;
    *at = 1;
  }
  uint32_t next = *at < spec->length ? rt_str_at(spec, *at) : 0;
  if (next == '+' || next == '-' || next == ' ') {
    out->sign = (char)next;
    ++*at;
  }
  out->no_negative_zero = take(spec, at, 'z');
  out->alternate = take(spec, at, '#');
  if (!fill_given && take(spec, at, '0')) {
    out->fill = '0';
    if (!align_given && default_align == '>') out->align = '=';
  }
}

static int read_thousands(RtStr *spec, int64_t *at, RtFormatSpec *out) {
  if (take(spec, at, ',')) out->thousands = ',';
  bool underscore = take(spec, at, '_');
  bool comma_again = underscore && *at < spec->length && rt_str_at(spec, *at) == ',';
  if ((underscore && out->thousands) || comma_again) return raise("Cannot specify both ',' and '_'.");
  if (underscore) out->thousands = '_';
  return 0;
}

static int check_thousands(const RtFormatSpec *out) {
  if (!out->thousands || out->type == 0) return 0;
  if (out->type < 128 && strchr("defgEG%F", (int)out->type)) return 0;
  if (out->thousands == '_' && out->type < 128 && strchr("boxX", (int)out->type)) return 0;
  return raise_thousands(out->thousands, out->type);
}

int rt_format_spec_parse(RtStr *spec, uint32_t default_type, char default_align, const char *type_name,
                         RtFormatSpec *out) {
  *out =
      (RtFormatSpec){.fill = ' ', .type = default_type, .align = default_align, .width = -1, .precision = -1};
  int64_t at = 0;
  read_flags(spec, &at, default_align, out);
  if (read_number(spec, &at, &out->width) < 0 || read_thousands(spec, &at, out)) return -1;
  if (take(spec, &at, '.')) {
    int64_t digits = read_number(spec, &at, &out->precision);
    if (digits < 0) return -1;
    if (digits == 0) return raise("Format specifier missing precision");
  }
  if (spec->length - at > 1) return raise_invalid(spec, type_name);
  if (spec->length - at == 1) out->type = rt_str_at(spec, at);
  return check_thousands(out);
}
