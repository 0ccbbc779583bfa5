/* Doubles with a given number of digits. The digits are exact at any precision: the C library's printf rounds
 * correctly. */
#include "float.h"
#include "format-number.h"
#include "number.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static char *format_special(double value, bool upper) {
  char *text = malloc(8);
  const char *name = isnan(value) ? (upper ? "NAN" : "nan") : upper ? "INF" : "inf";
  if (!text) return (char *)rt_object(rt_raise_memory());
  sprintf(text, "%s%s", isinf(value) && value < 0 ? "-" : "", name);
  return text;
}

static char *print(double value, char type, int precision, bool alternate) {
  char format[8], stack[128];
  snprintf(format, sizeof format, alternate ? "%%#.*%c" : "%%.*%c", type);
  int length = snprintf(stack, sizeof stack, format, precision, value);
  if (length < 0) return (char *)rt_object(rt_raise_memory());
  char *text = malloc((size_t)length + 8); /* room for ".0", "%" and a NUL */
  if (!text) return (char *)rt_object(rt_raise_memory());
  if (length < (int)sizeof stack) memcpy(text, stack, (size_t)length + 1);
  else snprintf(text, (size_t)length + 1, format, precision, value);
  return text;
}

/*
 * Fixed notation by integers: value = m / 2^shift, so that m * 10^precision / 2^shift, rounded half to even,
 * are the digits. NULL with nothing raised: not for this value.
 */
static char *print_fixed(double value, int precision) {
  static const uint64_t powers[] = {1,           10,           100,          1000,      10000,
                                    100000,      1000000,      10000000,     100000000, 1000000000,
                                    10000000000, 100000000000, 1000000000000};
  if (precision < 0 || precision >= (int)(sizeof powers / sizeof *powers)) return NULL;
  uint64_t bits, whole, fraction;
  memcpy(&bits, &value, sizeof bits);
  int shift = 1075 - (int)(bits >> 52 & 2047);
  if (value != 0 && (shift < -10 || shift > 115)) return NULL;
  RtUint128 scaled =
      (RtUint128)(value == 0 ? 0 : (bits & 0xfffffffffffff) | 0x10000000000000) * powers[precision];
  if (value == 0) shift = 0;
  if (shift <= 0) scaled <<= -shift;
  else {
    RtUint128 half = (RtUint128)1 << (shift - 1), rest = scaled & (half * 2 - 1);
    scaled >>= shift;
    scaled += rest > half || (rest == half && (scaled & 1));
  }
  if (scaled >> 64) return NULL;
  whole = (uint64_t)scaled / powers[precision];
  fraction = (uint64_t)scaled % powers[precision];
  char *text = malloc(64);
  if (!text) return (char *)rt_object(rt_raise_memory());
  char digits[24], *out = text;
  int count = 0;
  if (bits >> 63) *out++ = '-';
  do digits[count++] = (char)('0' + whole % 10);
  while (whole /= 10);
  while (count) *out++ = digits[--count];
  if (precision) *out++ = '.';
  for (int i = precision - 1; i >= 0; i--, fraction /= 10) out[i] = (char)('0' + fraction % 10);
  out[precision] = 0;
  return text;
}

/* As %g with its exponent one digit earlier, and ".0" after a whole number: "1e+02" has 3 digits, "100.0"
 * more. */
static char *print_with_dot_zero(double value, int precision, bool alternate) {
  if (precision == 0) precision = 1;
  char *scientific = print(value, 'e', precision - 1, false);
  if (!scientific) return NULL;
  long exponent = strtol(strchr(scientific, 'e') + 1, NULL, 10);
  free(scientific);
  if (exponent == precision - 1) { /* %g would write all digits as a whole number */
    char *text = print(value, 'e', precision - 1, alternate), *e, *end;
    if (!text || alternate || precision == 1) return text;
    e = end = strchr(text, 'e');
    while (end[-1] == '0') end--;
    if (end[-1] == '.') end--;
    memmove(end, e, strlen(e) + 1);
    return text;
  }
  char *text = print(value, 'g', precision, alternate);
  if (text && !strpbrk(text, ".e")) strcat(text, ".0");
  return text;
}

/* repr with '#': a point in any case. */
static char *repr_text(double value, bool alternate, bool dot_zero) {
  char *text = malloc(RT_FLOAT_TEXT + 8), *e;
  if (!text) return (char *)rt_object(rt_raise_memory());
  rt_float_write_repr(text, value, dot_zero);
  if (alternate && !strchr(text, '.')) {
    e = strchr(text, 'e');
    if (!e) e = text + strlen(text);
    memmove(e + 1, e, strlen(e) + 1);
    *e = '.';
  }
  return text;
}

char *rt_format_double(double value, char type, int64_t precision, bool alternate, bool dot_zero) {
  if (!isfinite(value)) return format_special(value, type == 'E' || type == 'F' || type == 'G');
  if (precision > INT_MAX - 400)
    return (char *)rt_object(rt_raise_string(&rt_exc_ValueError, "precision too big"));
  if (type == 'r' && precision < 0) return repr_text(value, alternate, dot_zero);
  if (type == 'r' && dot_zero) return print_with_dot_zero(value, (int)precision, alternate);
  char *text = (type == 'f' || type == 'F') && !alternate ? print_fixed(value, (int)precision) : NULL;
  if (text || rt_pending) return text;
  return print(value, type == 'r' ? 'g' : type, (int)precision, alternate);
}

RtStr *rt_float_format_double(double value, int type, int64_t precision, bool alternate) {
  char *text = rt_format_double(value, (char)type, precision, alternate, false);
  RtStr *s = text ? rt_number_str(text, (int64_t)strlen(text)) : NULL;
  free(text);
  return s;
}
