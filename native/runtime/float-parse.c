/* Reading floats from text, with CPython's rules for spaces, underscores and digits of other scripts. */
#include "float.h"
#include "int.h"
#include "number.h"
#include "str.h"
#include <math.h>
#include <string.h>
#include <stdlib.h>

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }

/* The length of `word` when [text, end) begins with it in any case, else 0. */
static int64_t match_word(const char *text, const char *end, const char *word) {
  int64_t length = (int64_t)strlen(word);
  if (end - text < length) return 0;
  for (int64_t i = 0; i < length; i++)
    if ((text[i] | 32) != word[i]) return 0;
  return length;
}

/* Each has bits of its own, which stand for the identity of the object that CPython would make. */
static double new_nan(bool negative) {
  static uint64_t count;
  uint64_t bits = 0x7ff8000000000000u | (count++ & 0x7ffffffffffffu) | (uint64_t)negative << 63;
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static const char *parse_special(const char *text, const char *end, bool negative, double *result) {
  int64_t length = match_word(text, end, "infinity");
  if (!length) length = match_word(text, end, "inf");
  if (length) *result = negative ? -INFINITY : INFINITY;
  else if ((length = match_word(text, end, "nan"))) *result = new_nan(negative);
  return length ? text + length : NULL;
}

/* Where a number in plain decimal notation ends; NULL: none begins here. Counts the digits of the mantissa.
 */
static const char *scan_number(const char *text, const char *end, int64_t *digits) {
  const char *at = text;
  *digits = 0;
  while (at < end && is_digit(*at)) at++, ++*digits;
  if (at < end && *at == '.') at++;
  while (at < end && is_digit(*at)) at++, ++*digits;
  if (!*digits) return NULL;
  if (at < end && (*at | 32) == 'e') {
    const char *exponent = at + 1;
    if (exponent < end && (*exponent == '+' || *exponent == '-')) exponent++;
    if (exponent < end && is_digit(*exponent)) {
      while (exponent < end && is_digit(*exponent)) exponent++;
      at = exponent;
    }
  }
  return at;
}

/* Few digits and a small exponent: the value is a quotient or product of two exact doubles (Clinger). */
static bool convert_short(const char *text, const char *end, double *result) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  uint64_t mantissa = 0;
  int exponent = 0, written = 0, sign = 1;
  bool fraction = false;
  for (; text < end && (*text | 32) != 'e'; text++) {
    if (*text == '.') fraction = true;
    else {
      mantissa = mantissa * 10 + (uint64_t)(*text - '0');
      exponent -= fraction;
    }
  }
  if (text < end) {
    text++;
    if (*text == '-') sign = -1;
    if (!is_digit(*text)) text++;
    if (end - text > 4) return false;
    while (text < end) written = written * 10 + (*text++ - '0');
  }
  exponent += sign * written;
  if (mantissa > (uint64_t)1 << 53 || exponent < -22 || exponent > 22) return false;
  *result = exponent < 0 ? (double)mantissa / powers[-exponent] : (double)mantissa * powers[exponent];
  return true;
}

static double convert(const char *text, const char *end, int64_t digits) {
  double result;
  if (digits <= 18 && convert_short(text, end, &result)) return result;
  char stack[256], *copy = stack;
  size_t length = (size_t)(end - text);
  if (length >= sizeof stack && !(copy = malloc(length + 1))) return NAN;
  memcpy(copy, text, length);
  copy[length] = '\0';
  result = strtod(copy, NULL);
  if (copy != stack) free(copy);
  return result;
}

const char *rt_float_parse_prefix(const char *text, const char *end, double *result) {
  bool negative = text < end && *text == '-';
  if (text < end && (*text == '-' || *text == '+')) text++;
  int64_t digits;
  const char *after = scan_number(text, end, &digits);
  if (!after) return parse_special(text, end, negative, result);
  *result = convert(text, after, digits);
  if (negative) *result = -*result;
  return after;
}

/* Copies without underscores, each of which must stand between digits; the new end, or NULL. */
static char *strip_underscores(char *to, const char *text, const char *end) {
  char previous = 0;
  for (; text < end; text++) {
    if (*text == '_') {
      if (!is_digit(previous) || text + 1 == end || !is_digit(text[1])) return NULL;
    } else {
      *to++ = *text;
    }
    previous = *text;
  }
  return to;
}

bool rt_float_parse(const char *text, int64_t length, double *result) {
  const char *end = text + length;
  while (text < end && is_space(*text)) text++;
  while (end > text && is_space(end[-1])) end--;
  if (!memchr(text, '_', (size_t)(end - text)))
    return text < end && rt_float_parse_prefix(text, end, result) == end;
  char *copy = malloc((size_t)(end - text));
  if (!copy) return false;
  char *copy_end = strip_underscores(copy, text, end);
  bool valid = copy_end && copy_end > copy && rt_float_parse_prefix(copy, copy_end, result) == copy_end;
  free(copy);
  return valid;
}

RT_COLD RtValue rt_float_raise_literal(RtValue shown) {
  RtStr *repr = rt_repr(shown);
  if (!repr) return 0;
  int64_t length;
  char *text = rt_str_to_utf8(repr, &length);
  if (text) rt_raise_format(&rt_exc_ValueError, "could not convert string to float: %s", text);
  free(text);
  rt_str_release(repr);
  return 0;
}

RtValue rt_float_from_str(RtStr *s) {
  int64_t length;
  double result;
  char *text = rt_int_ascii_text(s, &length);
  if (!text) return 0;
  bool valid = rt_float_parse(text, length, &result);
  if (text != (char *)s->data) free(text);
  return valid ? rt_float_new(result) : rt_float_raise_literal(rt_value(s));
}
