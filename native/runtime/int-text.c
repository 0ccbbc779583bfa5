/* Ints as text: writing them in any base, and the limit on decimal digits. Reading is in int-parse.c. */
#include "int.h"
#include "number.h"
#include "str.h"
#include <stdlib.h>

/* ---- the limit (sys.set_int_max_str_digits) ---- */
enum { MAX_DIGITS_DEFAULT = 4300, MAX_DIGITS_FLOOR = 640 };
static int64_t max_digits = -1; /* -1: the environment not read yet */

static int64_t limit(void) {
  if (RT_LIKELY(max_digits >= 0)) return max_digits;
  const char *wanted = getenv("PYTHONINTMAXSTRDIGITS");
  char *end = NULL;
  long value = wanted && *wanted ? strtol(wanted, &end, 10) : MAX_DIGITS_DEFAULT;
  bool valid =
      !end || (*end == '\0' && value >= 0 && (value == 0 || value >= MAX_DIGITS_FLOOR) && value <= INT32_MAX);
  return max_digits = valid ? value : MAX_DIGITS_DEFAULT;
}

RtValue rt_int_get_max_digits(void) { return rt_int_from_i64(limit()); }

int rt_int_set_max_digits(int64_t wanted) {
  if (wanted != 0 && (wanted < MAX_DIGITS_FLOOR || wanted > INT32_MAX)) {
    rt_raise_format(&rt_exc_ValueError, "maxdigits must be 0 or larger than %d", MAX_DIGITS_FLOOR);
    return -1;
  }
  max_digits = wanted;
  return 0;
}

bool rt_int_digits_allowed(int64_t digits) {
  return digits <= MAX_DIGITS_FLOOR || limit() == 0 || digits <= limit();
}

/* ---- writing ---- */
static const char digit_pairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051"
    "52535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697989900";

int rt_int_write_i64(char *buffer, int64_t value) {
  char digits[24], *at = digits + sizeof digits;
  uint64_t rest = rt_int_magnitude(value);
  while (rest >= 100) {
    memcpy(at -= 2, digit_pairs + 2 * (rest % 100), 2);
    rest /= 100;
  }
  if (rest >= 10) memcpy(at -= 2, digit_pairs + 2 * rest, 2);
  else *--at = (char)('0' + rest);
  if (value < 0) *--at = '-';
  int length = (int)(digits + sizeof digits - at);
  memcpy(buffer, at, (size_t)length);
  buffer[length] = '\0';
  return length;
}

static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Digits of 1 to 5 bits each, from the highest. */
static int64_t write_power_of_two(char *text, const RtIntView *view, int bits) {
  int64_t length = (rt_limbs_bit_length(view->limbs, view->count) + bits - 1) / bits;
  if (length == 0) text[length++] = '0';
  for (int64_t i = 0; i < length; i++) {
    int64_t bit = (length - 1 - i) * bits, limb = bit / 64, shift = bit % 64;
    uint64_t digit = limb < view->count ? view->limbs[limb] >> shift : 0;
    if (shift + bits > 64 && limb + 1 < view->count) digit |= view->limbs[limb + 1] << (64 - shift);
    text[i] = letters[digit & ((1u << bits) - 1)];
  }
  return length;
}

/* Any other base, digit by digit from the lowest, a limb's worth at a time. */
static int64_t write_any_base(char *text, uint64_t *a, int64_t n, int base, int64_t room) {
  uint64_t chunk = (uint64_t)base;
  int digits = 1;
  for (; chunk <= UINT64_MAX / (uint64_t)base; chunk *= (uint64_t)base) digits++;
  int64_t at = room;
  while (n > 0) {
    uint64_t rest = rt_limbs_divide_1(a, a, n, chunk);
    n = rt_limbs_trim(a, n);
    for (int i = 0; i < digits && (n > 0 || rest > 0); i++, rest /= (uint64_t)base)
      text[--at] = letters[rest % (uint64_t)base];
  }
  if (at == room) text[--at] = '0';
  memmove(text, text + at, (size_t)(room - at));
  return room - at;
}

RT_COLD static char *raise_too_long(void) {
  rt_raise_format(&rt_exc_ValueError,
                  "Exceeds the limit (%lld digits) for integer string conversion; use "
                  "sys.set_int_max_str_digits() to increase the limit",
                  (long long)limit());
  return NULL;
}

static char *to_power_of_two(const RtIntView *view, int bits, int64_t *length) {
  char *text = malloc((size_t)(view->count * 64 / bits + 2));
  if (!text) rt_raise_memory();
  else *length = write_power_of_two(text, view, bits);
  return text;
}

static char *to_any_base(const RtIntView *view, int base, int64_t *length) {
  int64_t room = view->count * 41 + 2; /* base 3 has 40.4 digits a limb */
  char *text = malloc((size_t)room + (size_t)view->count * sizeof(uint64_t) + sizeof(uint64_t));
  if (!text) return (char *)rt_object(rt_raise_memory());
  uint64_t *copy = (uint64_t *)(void *)(text + (room + 7) / 8 * 8);
  memcpy(copy, view->limbs, (size_t)view->count * sizeof *copy);
  *length = write_any_base(text, copy, view->count, base, room);
  return text;
}

static char *to_decimal(const RtIntView *view, int64_t *length) {
  int64_t bits = rt_limbs_bit_length(view->limbs, view->count);
  /* At least this many digits; what is surely too long isn't converted at all. */
  if (!rt_int_digits_allowed((int64_t)((double)(bits - 1) * 0.30102999566398119))) return raise_too_long();
  char *text = malloc((size_t)(view->count ? rt_limbs_decimal_room(view->count) : 1));
  if (!text) return (char *)rt_object(rt_raise_memory());
  if (view->count == 0) text[0] = '0';
  *length = view->count ? rt_limbs_to_decimal(text, view->limbs, view->count) : 1;
  if (*length > 0 && rt_int_digits_allowed(*length)) return text;
  if (*length > 0) raise_too_long();
  free(text);
  return NULL;
}

char *rt_int_to_digits(RtValue v, int base, int64_t *length) {
  assert(base >= 2 && base <= 36);
  RtIntView view;
  rt_int_view(&view, v);
  if (base == 10) return to_decimal(&view, length);
  if ((base & (base - 1)) == 0) return to_power_of_two(&view, __builtin_ctz((unsigned)base), length);
  return to_any_base(&view, base, length);
}

RtStr *rt_int_to_str(RtValue v, int base) {
  v = rt_int_plain(v);
  if (base == 10 && rt_is_small(v)) {
    char buffer[24];
    int length = rt_int_write_i64(buffer, rt_small(v));
    return rt_number_str(buffer, length);
  }
  int64_t length;
  char *digits = rt_int_to_digits(v, base, &length);
  if (!digits) return NULL;
  bool negative = rt_int_is_negative(v);
  RtStr *s = rt_str_new_ascii(length + negative);
  if (s) {
    if (negative) s->data[0] = '-';
    memcpy(s->data + negative, digits, (size_t)length);
  }
  free(digits);
  return s;
}

/* bin(), oct(), hex(): with sign and prefix. */
RtStr *rt_int_to_prefixed(RtValue v, int base) {
  int64_t length;
  char *digits = rt_int_to_digits(v, base, &length);
  if (!digits) return NULL;
  bool negative = rt_int_is_negative(v);
  RtStr *s = rt_str_new_ascii(length + negative + 2);
  if (s) {
    if (negative) s->data[0] = '-';
    s->data[negative] = '0';
    s->data[negative + 1] = base == 2 ? 'b' : base == 8 ? 'o' : 'x';
    memcpy(s->data + negative + 2, digits, (size_t)length);
  }
  free(digits);
  return s;
}
