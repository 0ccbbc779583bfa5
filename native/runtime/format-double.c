/* Doubles with a given number of digits. The digits are exact at any precision: the C library's printf rounds correctly. */
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
  char format[8] = "%.*", stack[128];
  snprintf(format, sizeof format, alternate ? "%%#.*%c" : "%%.*%c", type);
  int length = snprintf(stack, sizeof stack, format, precision, value);
  if (length < 0) return (char *)rt_object(rt_raise_memory());
  char *text = malloc((size_t)length + 8); /* room for ".0", "%" and a NUL */
  if (!text) return (char *)rt_object(rt_raise_memory());
  if (length < (int)sizeof stack) memcpy(text, stack, (size_t)length + 1);
  else snprintf(text, (size_t)length + 1, format, precision, value);
  return text;
}

/* As %g with its exponent one digit earlier, and ".0" after a whole number: "1e+02" has 3 digits, "100.0" more. */
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
  if (precision > INT_MAX - 400) return (char *)rt_object(rt_raise_string(&rt_exc_ValueError, "precision too big"));
  if (type == 'r' && precision < 0) return repr_text(value, alternate, dot_zero);
  if (type == 'r' && dot_zero) return print_with_dot_zero(value, (int)precision, alternate);
  return print(value, type == 'r' ? 'g' : type, (int)precision, alternate);
}

RtStr *rt_float_format_double(double value, int type, int64_t precision, bool alternate) {
  char *text = rt_format_double(value, (char)type, precision, alternate, false);
  RtStr *s = text ? rt_number_str(text, (int64_t)strlen(text)) : NULL;
  free(text);
  return s;
}
