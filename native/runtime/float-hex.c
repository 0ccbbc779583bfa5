/* float.hex and float.fromhex. */
#include "float.h"
#include "int.h"
#include "number.h"
#include "str.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

RtStr *rt_float_hex(double value) {
  char text[64];
  if (!isfinite(value)) return rt_float_repr(value);
  if (value == 0) return rt_number_str(signbit(value) ? "-0x0.0p+0" : "0x0.0p+0", signbit(value) ? 9 : 8);
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  int biased = (int)(bits >> 52 & 0x7ff), exponent = biased ? biased - 1023 : -1022;
  int length = snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", signbit(value) ? "-" : "", biased != 0,
                        (unsigned long long)(bits & (((uint64_t)1 << 52) - 1)), exponent);
  return rt_number_str(text, length);
}

static bool is_hex(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f'); }
static uint64_t hex_value(char c) { return (uint64_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10); }
static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The digits read so far: the first 60 bits' worth, whether something follows, and the exponent of two. */
typedef struct HexDigits {
  uint64_t mantissa;
  int64_t exponent;
  bool sticky, any;
} HexDigits;

static const char *read_digits(const char *at, const char *end, HexDigits *h) {
  bool fraction = false;
  for (; at < end && (is_hex(*at) || (*at == '.' && !fraction)); at++) {
    if (*at == '.') {
      fraction = true;
      continue;
    }
    h->any = true;
    if (h->mantissa >> 58) {
      h->sticky |= *at != '0';
      h->exponent += fraction ? 0 : 4;
    } else {
      h->mantissa = h->mantissa << 4 | hex_value(*at);
      h->exponent -= fraction ? 4 : 0;
    }
  }
  return at;
}

static const char *read_exponent(const char *at, const char *end, int64_t *exponent) {
  if (at == end || (*at | 32) != 'p') return at;
  at++;
  int sign = at < end && *at == '-' ? -1 : 1;
  if (at < end && (*at == '-' || *at == '+')) at++;
  if (at == end || *at < '0' || *at > '9') return NULL;
  int64_t written = 0;
  for (; at < end && *at >= '0' && *at <= '9'; at++)
    if (written < ((int64_t)1 << 40)) written = written * 10 + (*at - '0');
  *exponent += sign * written;
  return at;
}

RT_COLD static RtValue raise_malformed(void) {
  return rt_raise_string(&rt_exc_ValueError, "invalid hexadecimal floating-point string");
}

static RtValue parse(const char *at, const char *end) {
  while (at < end && is_space(*at)) at++;
  while (end > at && is_space(end[-1])) end--;
  bool negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) at++;
  double special;
  if (at < end && ((*at | 32) == 'i' || (*at | 32) == 'n')) {
    if (rt_float_parse_prefix(at, end, &special) != end) return raise_malformed();
    return rt_float_new(negative ? -special : special);
  }
  if (end - at > 1 && at[0] == '0' && (at[1] | 32) == 'x') at += 2;
  HexDigits h = {0, 0, false, false};
  at = read_digits(at, end, &h);
  if (!h.any || !(at = read_exponent(at, end, &h.exponent)) || at != end) return raise_malformed();
  double value = h.mantissa ? rt_int_scale(&h.mantissa, 1, h.exponent, h.sticky) : 0;
  if (isinf(value))
    return rt_raise_string(&rt_exc_OverflowError, "hexadecimal value too large to represent as a float");
  return rt_float_new(negative ? -value : value);
}

RtValue rt_float_from_hex(RtStr *s) {
  if (s->kind != 1 || !rt_str_is_ascii(s)) return raise_malformed();
  return parse((const char *)s->data, (const char *)s->data + s->length);
}
