/*
 * format() of ints, floats and complex numbers. A number is taken apart into sign, prefix, integer digits and
 * the rest; then the digits are grouped and the whole is padded.
 */
#include "format-number.h"
#include "complex.h"
#include "float.h"
#include "int.h"
#include "number.h"
#include "str.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static RtStr *raise_memory(void) { return (RtStr *)rt_object(rt_raise_memory()); }

typedef struct Parts {
  char sign; /* 0: none */
  char prefix[2];
  int prefix_length;
  const char *digits;
  int64_t digit_count; /* of the integer part; 0 for inf, nan and characters */
  const char *rest;    /* the point and all behind it */
  int64_t rest_length;
} Parts;

/* ---- grouping and padding ---- */
/*
 * The integer digits, grouped, from the right: zeros are put in front until `min_width` is reached. Writes
 * backwards before `end` (NULL: only counts); the number of characters.
 */
static int64_t group(char *end, const char *digits, int64_t count, int64_t min_width, int size,
                     char separator) {
  int64_t written = 0, left = count;
  while (true) {
    int64_t wanted = left > min_width ? left : min_width, length = wanted < 1 ? 1 : wanted;
    if (separator && length > size) length = size;
    for (int64_t i = 0; i < length; i++, written++) {
      char digit = left > 0 ? digits[--left] : '0';
      if (end) end[-written - 1] = digit;
    }
    min_width -= length;
    if (left <= 0 && min_width <= 0) return written;
    if (end) end[-written - 1] = separator;
    written++;
    min_width--;
  }
}

static int group_size(const RtFormatSpec *spec) {
  return spec->type < 128 && spec->type && strchr("boxX", (int)spec->type) ? 4 : 3;
}

/* How wide each region gets. */
typedef struct Layout {
  int64_t left, inner, grouped, min_width, right;
} Layout;

static Layout lay_out(const Parts *parts, const RtFormatSpec *spec) {
  Layout l = {0, 0, 0, 0, 0};
  int64_t fixed = (parts->sign != 0) + parts->prefix_length + parts->rest_length;
  if (spec->fill == '0' && spec->align == '=') l.min_width = spec->width - fixed;
  if (parts->digit_count)
    l.grouped =
        group(NULL, parts->digits, parts->digit_count, l.min_width, group_size(spec), spec->thousands);
  int64_t padding = spec->width - fixed - l.grouped;
  if (padding <= 0) return l;
  if (spec->align == '<') l.right = padding;
  else if (spec->align == '=') l.inner = padding;
  else l.left = spec->align == '^' ? padding / 2 : padding;
  if (spec->align == '^') l.right = padding - l.left;
  return l;
}

static void put_ascii(RtStr *s, int64_t at, const char *text, int64_t length) {
  for (int64_t i = 0; i < length; i++) rt_str_put(s, at + i, (uint8_t)text[i]);
}

/* The grouped digits at `at`; -1 with MemoryError. */
static int put_digits(RtStr *s, int64_t at, const Parts *parts, const RtFormatSpec *spec, const Layout *l) {
  char *text = s->kind == 1 ? (char *)s->data + at : malloc((size_t)l->grouped + 1);
  if (!text) return rt_raise_memory(), -1;
  group(text + l->grouped, parts->digits, parts->digit_count, l->min_width, group_size(spec),
        spec->thousands);
  if (s->kind == 1) return 0;
  put_ascii(s, at, text, l->grouped);
  free(text);
  return 0;
}

static RtStr *assemble(const Parts *parts, const RtFormatSpec *spec) {
  Layout l = lay_out(parts, spec);
  int64_t padding = l.left + l.inner + l.right;
  int64_t fixed = (parts->sign != 0) + parts->prefix_length + parts->rest_length, total;
  if (__builtin_add_overflow(padding, fixed + l.grouped, &total) || total > (int64_t)1 << 46)
    return raise_memory();
  bool wide = padding && spec->fill >= 128;
  RtStr *s = wide ? rt_str_new(total, rt_str_kind_for(spec->fill)) : rt_str_new_ascii(total);
  if (!s) return NULL;
  int64_t at = l.left;
  rt_str_fill(s, 0, l.left, spec->fill);
  if (parts->sign) rt_str_put(s, at++, (uint8_t)parts->sign);
  put_ascii(s, at, parts->prefix, parts->prefix_length);
  at += parts->prefix_length;
  rt_str_fill(s, at, l.inner, spec->fill);
  at += l.inner;
  if (l.grouped && put_digits(s, at, parts, spec, &l)) {
    rt_str_release(s);
    return NULL;
  }
  at += l.grouped;
  put_ascii(s, at, parts->rest, parts->rest_length);
  rt_str_fill(s, at + parts->rest_length, l.right, spec->fill);
  return s;
}

static char sign_char(bool negative, char wanted) {
  return negative ? '-' : wanted == '+' || wanted == ' ' ? wanted : 0;
}

/* ---- ints ---- */
RT_COLD static RtStr *raise_value(const char *message) {
  return (RtStr *)rt_object(rt_raise_string(&rt_exc_ValueError, message));
}

static RtStr *format_character(RtValue v, RtFormatSpec spec) {
  int64_t point;
  if (spec.sign) return raise_value("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return raise_value("Alternate form (#) not allowed with integer format specifier 'c'");
  if (!rt_int_to_i64(v, &point))
    return (RtStr *)rt_object(
        rt_raise_string(&rt_exc_OverflowError, "Python int too large to convert to C long"));
  if (point < 0 || point > 0x10ffff)
    return (RtStr *)rt_object(rt_raise_string(&rt_exc_OverflowError, "%c arg not in range(0x110000)"));
  int64_t padding = spec.width > 1 ? spec.width - 1 : 0;
  int64_t left = spec.align == '<' ? 0 : spec.align == '^' ? padding / 2 : padding;
  RtStr *character = rt_str_from_char((uint32_t)point);
  if (!character) return NULL;
  RtStr *result = rt_str_pad(character, left, padding - left, spec.fill);
  rt_str_release(character);
  return result;
}

static int base_of(uint32_t type) {
  return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

static void to_upper(char *text, int64_t length) {
  for (int64_t i = 0; i < length; i++)
    if (text[i] >= 'a' && text[i] <= 'z') text[i] -= 32;
}

static RtStr *format_digits(RtValue v, const RtFormatSpec *spec) {
  int base = base_of(spec->type);
  Parts parts = {.sign = sign_char(rt_int_is_negative(v), spec->sign), .rest = ""};
  char small[24], *digits = small;
  if (base == 10 && rt_is_small(v)) {
    int length = rt_int_write_i64(small, rt_small(v)), minus = rt_small(v) < 0;
    parts.digits = small + minus;
    parts.digit_count = length - minus;
  } else {
    if (!(digits = rt_int_to_digits(v, base, &parts.digit_count))) return NULL;
    if (spec->type == 'X') to_upper(digits, parts.digit_count);
    parts.digits = digits;
  }
  if (spec->alternate && base != 10) {
    parts.prefix[0] = '0';
    parts.prefix[1] = (char)spec->type;
    parts.prefix_length = 2;
  }
  RtStr *result = assemble(&parts, spec);
  if (digits != small) free(digits);
  return result;
}

static RtStr *format_as_float(RtValue v, const RtFormatSpec *spec) {
  double d;
  return rt_to_double(v, &d) ? NULL : rt_format_float_spec(d, spec);
}

RtStr *rt_format_int_spec(RtValue value, const RtFormatSpec *spec) {
  const char *type_name = rt_typeof(value)->name;
  value = rt_int_plain(value);
  if (spec->type < 128 && spec->type && strchr("eEfFgG%", (int)spec->type))
    return format_as_float(value, spec);
  if (spec->type >= 128 || !spec->type || !strchr("bcdoxXn", (int)spec->type))
    return rt_format_spec_raise_type(spec->type, type_name);
  if (spec->precision >= 0) return raise_value("Precision not allowed in integer format specifier");
  if (spec->no_negative_zero)
    return raise_value("Negative zero coercion (z) not allowed in integer format specifier");
  return spec->type == 'c' ? format_character(value, *spec) : format_digits(value, spec);
}

RtStr *rt_format_int(RtValue value, RtStr *spec) {
  RtFormatSpec parsed;
  if (spec->length == 0) return rt_str(value);
  if (rt_format_spec_parse(spec, 'd', '>', rt_typeof(value)->name, &parsed)) return NULL;
  return rt_format_int_spec(value, &parsed);
}

/* ---- floats ---- */
/* Drops the '-' of what rounded to zero. */
static bool is_negative_zero(const char *text) {
  if (*text != '-') return false;
  for (text++; (*text >= '0' && *text <= '9') || *text == '.'; text++)
    if (*text >= '1' && *text <= '9') return false;
  return *text == '\0' || *text == 'e' || *text == 'E' || *text == '%';
}

/* The text of a double, taken apart. */
static Parts take_apart(char *text, const RtFormatSpec *spec, char sign) {
  if (spec->no_negative_zero && is_negative_zero(text)) memmove(text, text + 1, strlen(text));
  bool negative = *text == '-';
  text += negative;
  Parts parts = {.sign = sign_char(negative, sign), .digits = text};
  while (text[parts.digit_count] >= '0' && text[parts.digit_count] <= '9') parts.digit_count++;
  parts.rest = text + parts.digit_count;
  parts.rest_length = (int64_t)strlen(parts.rest);
  return parts;
}

/* The digits by type and precision of a spec; `bare`: what an absent type adds ".0" to. */
static char *digits_by_spec(double value, const RtFormatSpec *spec, bool dot_zero) {
  if (spec->type == 0) return rt_format_double(value, 'r', spec->precision, spec->alternate, dot_zero);
  char type = spec->type == 'n' ? 'g' : spec->type == '%' ? 'f' : (char)spec->type;
  return rt_format_double(spec->type == '%' ? value * 100 : value, type,
                          spec->precision < 0 ? 6 : spec->precision, spec->alternate, false);
}

RtStr *rt_format_float_spec(double value, const RtFormatSpec *spec) {
  if (spec->type >= 128 || (spec->type && !strchr("eEfFgGn%", (int)spec->type)))
    return rt_format_spec_raise_type(spec->type, "float");
  char *text = digits_by_spec(value, spec, true);
  if (!text) return NULL;
  if (spec->type == '%') strcat(text, "%"); /* rt_format_double leaves room for one more */
  Parts parts = take_apart(text, spec, spec->sign);
  RtStr *result = assemble(&parts, spec);
  free(text);
  return result;
}

RtStr *rt_format_float(double value, RtStr *spec) {
  RtFormatSpec parsed;
  if (spec->length == 0) return rt_float_repr(value);
  if (rt_format_spec_parse(spec, 0, '>', "float", &parsed)) return NULL;
  return rt_format_float_spec(value, &parsed);
}

/* ---- complex numbers ---- */
static RtStr *format_part(double value, const RtFormatSpec *spec, char sign) {
  char *text = digits_by_spec(value, spec, false);
  if (!text) return NULL;
  Parts parts = take_apart(text, spec, sign);
  RtFormatSpec bare = *spec;
  bare.width = -1;
  RtStr *result = assemble(&parts, &bare);
  free(text);
  return result;
}

static RtStr *format_parts(double real, double imag, const RtFormatSpec *spec) {
  bool only_imag = spec->type == 0 && real == 0 && !signbit(real), brackets = spec->type == 0 && !only_imag;
  RtStr *first = only_imag ? RT_NEW_REF(rt_str_empty) : format_part(real, spec, spec->sign);
  RtStr *second = first ? format_part(imag, spec, only_imag ? spec->sign : '+') : NULL, *result = NULL;
  if (second) {
    int64_t padding = spec->width - first->length - second->length - 1 - 2 * brackets;
    int64_t left = padding <= 0 || spec->align == '<' ? 0 : spec->align == '^' ? padding / 2 : padding;
    RtWriter w;
    rt_writer_init(&w);
    rt_writer_repeat(&w, spec->fill, left);
    if (brackets) rt_writer_char(&w, '(');
    rt_writer_str(&w, first);
    rt_writer_str(&w, second);
    rt_writer_ascii(&w, brackets ? "j)" : "j", -1);
    if (padding > left) rt_writer_repeat(&w, spec->fill, padding - left);
    result = rt_writer_finish(&w);
  }
  rt_str_release(first);
  rt_str_release(second);
  return result;
}

RtStr *rt_format_complex(RtValue value, RtStr *spec) {
  RtFormatSpec parsed;
  if (spec->length == 0) return rt_str(value);
  RtComplex *c = (RtComplex *)rt_object(rt_base_value(value));
  if (rt_format_spec_parse(spec, 0, '>', rt_typeof(value)->name, &parsed)) return NULL;
  if (parsed.type >= 128 || (parsed.type && !strchr("eEfFgGn", (int)parsed.type)))
    return rt_format_spec_raise_type(parsed.type, rt_typeof(value)->name);
  if (parsed.fill == '0') return raise_value("Zero padding is not allowed in complex format specifier");
  if (parsed.align == '=')
    return raise_value("'=' alignment flag is not allowed in complex format specifier");
  return format_parts(c->real, c->imag, &parsed);
}
