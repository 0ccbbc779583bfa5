/* Reading ints from text: int(text, base), with CPython's rules for underscores, prefixes and digits of other
 * scripts. */
#include "int.h"
#include "number.h"
#include "str.h"
#include "unicode.h"
#include <stdlib.h>

char *rt_int_ascii_text(RtStr *s, int64_t *length) {
  *length = s->length;
  if (s->kind == 1 && rt_str_is_ascii(s)) return (char *)s->data;
  char *text = malloc((size_t)s->length + 1);
  if (!text) return (char *)rt_object(rt_raise_memory());
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t point = rt_str_at(s, i);
    int digit = point < 128 ? -1 : rt_unicode_decimal(point);
    text[i] = (char)(point < 128                  ? point
                     : digit >= 0                 ? (uint32_t)('0' + digit)
                     : rt_unicode_is_space(point) ? ' '
                                                  : '?');
  }
  text[s->length] = '\0';
  return text;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }

static int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 37;
}

/* The base a prefix names, or 0. */
static int prefix_base(const char *text, const char *end) {
  if (end - text < 2 || text[0] != '0') return 0;
  char c = text[1] | 32;
  return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
}

/* Copies the digits without underscores; -1: malformed. */
static int64_t strip_underscores(char *digits, const char *text, const char *end, int base) {
  int64_t count = 0;
  bool after_digit = false;
  for (; text < end; text++) {
    if (*text == '_' && after_digit) after_digit = false;
    else if (digit_of(*text) < base) {
      digits[count++] = *text;
      after_digit = true;
    } else return -1;
  }
  return after_digit ? count : -1;
}

/* Digits of a base that isn't a power of two, other than ten: chunk by chunk. */
static int64_t read_any_base(uint64_t *r, const char *digits, int64_t count, int base) {
  int64_t n = 0, i = 0;
  while (i < count) {
    uint64_t chunk = 0, scale = 1;
    while (i < count && scale <= UINT64_MAX / (uint64_t)base) {
      chunk = chunk * (uint64_t)base + (uint64_t)digit_of(digits[i++]);
      scale *= (uint64_t)base;
    }
    uint64_t carry = rt_limbs_mul_1(r, r, n, scale, chunk);
    if (carry) r[n++] = carry;
  }
  return n;
}

static int64_t read_power_of_two(uint64_t *r, const char *digits, int64_t count, int bits) {
  int64_t n = (count * bits + 63) / 64;
  memset(r, 0, (size_t)n * sizeof *r);
  for (int64_t i = 0; i < count; i++) {
    uint64_t digit = (uint64_t)digit_of(digits[count - 1 - i]);
    int64_t bit = i * bits, limb = bit / 64, shift = bit % 64;
    r[limb] |= digit << shift;
    if (shift + bits > 64 && digit >> (64 - shift)) r[limb + 1] |= digit >> (64 - shift);
  }
  return n;
}

RT_COLD static RtValue raise_too_long(int64_t digits) {
  int64_t limit = rt_small(rt_int_get_max_digits());
  return rt_raise_format(
      &rt_exc_ValueError,
      "Exceeds the limit (%lld digits) for integer string conversion: value has %lld digits; use "
      "sys.set_int_max_str_digits() to increase the limit",
      (long long)limit, (long long)digits);
}

static RtValue from_digits(const char *digits, int64_t count, int base, int sign) {
  bool power = (base & (base - 1)) == 0;
  if (base == 10 && count <= 18) {
    int64_t value = 0;
    for (int64_t i = 0; i < count; i++) value = value * 10 + (digits[i] - '0');
    return rt_from_small(sign * value);
  }
  int bits = __builtin_ctz((unsigned)base);
  int64_t room = power ? (count * bits + 63) / 64 : base == 10 ? rt_limbs_digits_room(count) : count / 12 + 2;
  if (room > RT_LIMBS_MAX) return rt_raise_memory();
  uint64_t *limbs = rt_buffer_alloc((uint64_t)room * sizeof *limbs);
  if (!limbs) return 0;
  int64_t n = power        ? read_power_of_two(limbs, digits, count, bits)
              : base == 10 ? rt_limbs_from_decimal(limbs, digits, count)
                           : read_any_base(limbs, digits, count, base);
  RtValue result = n < 0 ? 0 : rt_int_from_limbs(limbs, n, sign);
  rt_buffer_free(limbs, (uint64_t)room * sizeof *limbs);
  return result;
}

/* Up to 18 plain decimal digits with an optional sign: what nearly every program reads. */
static bool parse_short(const char *text, int64_t length, RtValue *result) {
  bool negative = length && text[0] == '-';
  if (length - negative < 1 || length - negative > 18) return false;
  int64_t value = 0;
  for (int64_t i = negative; i < length; i++) {
    unsigned digit = (unsigned)(text[i] - '0');
    if (digit > 9) return false;
    value = value * 10 + digit;
  }
  *result = rt_from_small(negative ? -value : value);
  return true;
}

/* int("00", 0) is fine, int("01", 0) is not. */
static bool is_all_zeros(const char *digits, int64_t count) {
  for (int64_t i = 0; i < count; i++)
    if (digits[i] != '0') return false;
  return true;
}

RtValue rt_int_parse(const char *text, int64_t length, int base) {
  RtValue result;
  if (base == 10 && parse_short(text, length, &result)) return result;
  const char *end = text + length;
  while (text < end && is_space(*text)) text++;
  while (end > text && is_space(end[-1])) end--;
  int sign = text < end && *text == '-' ? -1 : 1, prefix;
  if (text < end && (*text == '-' || *text == '+')) text++;
  bool detect = base == 0;
  prefix = prefix_base(text, end);
  if (prefix && (detect || prefix == base)) {
    text += 2;
    if (text < end && *text == '_') text++;
    base = prefix;
    detect = false;
  }
  if (detect) base = 10;
  char stack[128], *digits = stack;
  if (end - text > (int64_t)sizeof stack && !(digits = malloc((size_t)(end - text))))
    return rt_raise_memory();
  int64_t count = strip_underscores(digits, text, end, base);
  result = 0;
  if (count > 0 && !(detect && *digits == '0' && !is_all_zeros(digits, count))) {
    bool limited = (base & (base - 1)) != 0 && !rt_int_digits_allowed(count);
    result = limited ? raise_too_long(count) : from_digits(digits, count, base, sign);
  }
  if (digits != stack) free(digits);
  return result;
}

RT_COLD RtValue rt_int_raise_literal(RtValue shown, int base) {
  RtStr *repr = rt_repr(shown);
  if (!repr) return 0;
  RtStr *cut = repr->length > 200 ? rt_str_substring(repr, 0, 200) : RT_NEW_REF(repr);
  int64_t length;
  char *text = cut ? rt_str_to_utf8(cut, &length) : NULL;
  if (text) rt_raise_format(&rt_exc_ValueError, "invalid literal for int() with base %d: %s", base, text);
  free(text);
  rt_str_release(cut);
  rt_str_release(repr);
  return 0;
}

RtValue rt_int_from_str(RtStr *s, int base) {
  int64_t length;
  char *text = rt_int_ascii_text(s, &length);
  if (!text) return 0;
  RtValue result = rt_int_parse(text, length, base);
  if (text != (char *)s->data) free(text);
  return result || rt_pending ? result : rt_int_raise_literal(rt_value(s), base);
}

RtValue rt_int_from_decimal(const char *digits) {
  int sign = *digits == '-' ? -1 : 1;
  digits += sign < 0;
  return from_digits(digits, (int64_t)strlen(digits), 10, sign);
}

RtValue rt_int_from_bytes(const uint8_t *bytes, int64_t length, bool little, bool is_signed) {
  int64_t count = (length + 7) / 8;
  if (count > RT_LIMBS_MAX) return rt_raise_memory();
  bool negative = is_signed && length && bytes[little ? length - 1 : 0] & 0x80;
  RtInt *big = rt_int_alloc(count);
  if (!big) return 0;
  memset(big->limbs, negative ? 0xff : 0, (size_t)count * sizeof *big->limbs);
  for (int64_t i = 0; i < length; i++) {
    uint64_t byte = bytes[little ? i : length - 1 - i];
    int shift = (int)(i % 8 * 8);
    big->limbs[i / 8] = (big->limbs[i / 8] & ~((uint64_t)0xff << shift)) | byte << shift;
  }
  if (negative) {
    big->sign = -1;
    for (int64_t i = 0; i < count; i++) big->limbs[i] = ~big->limbs[i];
    rt_limbs_add_1(big->limbs, count, 1);
  }
  return rt_int_finish(big);
}
