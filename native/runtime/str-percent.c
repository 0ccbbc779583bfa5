/*
 * The % operator of str: "%5.2f" % x, in full.
 */
#include "bytes.h"
#include "object.h"
#include "format-number.h"
#include "str.h"
#include <limits.h>

enum { LEFT = 1, PLUS = 2, BLANK = 4, ALTERNATE = 8, ZERO = 16 };

typedef struct Percent {
  const RtStr *format;
  int64_t at;           /* in the format */
  RtValue args;         /* the right operand */
  RtValue mapping;      /* the right operand if it can be looked up in, else 0 */
  const RtTuple *items; /* NULL: args is the only argument */
  int64_t next;         /* argument */
  RtValue value;        /* looked up by key: the argument of this conversion, owned; or 0 */
  bool value_used;
  RtWriter out;
  bool as_bytes; /* the format stands for bytes, its points for their values */
} Percent;

typedef struct Conversion {
  int flags;
  int64_t width;
  int precision /* -1: none */;
  uint32_t type;
} Conversion;

static int fail(RtType *type, const char *message) {
  rt_raise_string(type, message);
  return -1;
}

static BORROWED RtValue next_argument(Percent *p) {
  if (p->value) {
    if (!p->value_used) return p->value_used = true, p->value;
  } else if (p->items) {
    if (p->next < p->items->length) return p->items->items[p->next++];
  } else if (p->next == 0) {
    return p->next++, p->args;
  }
  return rt_raise_string(&rt_exc_TypeError, "not enough arguments for format string");
}

/* ---- parsing a conversion ---- */
static bool more(const Percent *p) { return p->at < p->format->length; }
static uint32_t peek(const Percent *p) { return rt_str_at(p->format, p->at); }

static int parse_key(Percent *p) {
  if (!p->mapping) return fail(&rt_exc_TypeError, "format requires a mapping");
  int64_t start = ++p->at;
  for (int depth = 1; depth > 0; p->at++) {
    if (!more(p)) return fail(&rt_exc_ValueError, "incomplete format key");
    if (peek(p) == ')') depth--;
    else if (peek(p) == '(') depth++;
  }
  RtStr *text = rt_str_substring(p->format, start, p->at - 1);
  RtValue key = text && p->as_bytes ? rt_value(rt_bytes_from(text->data, text->length)) : rt_value(text);
  if (text && p->as_bytes) rt_decref_object(text);
  if (!key) return -1;
  rt_xdecref(p->value);
  p->value = rt_getitem(p->mapping, key);
  p->value_used = false;
  rt_decref(key);
  return p->value ? 0 : -1;
}

static int parse_flags(Percent *p) {
  static const char letters[] = "-+ #0";
  int flags = 0;
  for (; more(p) && peek(p) < 128 && peek(p); p->at++) {
    const char *found = strchr(letters, (int)peek(p));
    if (!found) break;
    flags |= 1 << (found - letters);
  }
  return flags;
}

/* Digits, or * for an argument. */
static int parse_number(Percent *p, int64_t limit, const char *too_big, int64_t *result) {
  *result = 0;
  if (more(p) && peek(p) == '*') {
    p->at++;
    RtValue v = next_argument(p);
    if (!v) return -1;
    if (!rt_is_int(v)) return fail(&rt_exc_TypeError, "* wants int");
    if (limit != INT_MAX) return rt_str_size_arg(v, result);
    int narrow = 0;
    int status = rt_str_c_int_arg(v, &narrow);
    if (status < 0 && rt_pending_is(&rt_exc_OverflowError)) {
      rt_clear_pending();
      return fail(&rt_exc_OverflowError, "Python int too large to convert to C int");
    }
    *result = narrow;
    return status;
  }
  for (; more(p) && peek(p) - '0' < 10; p->at++) {
    int64_t digit = peek(p) - '0';
    if (*result > (limit - digit) / 10) return fail(&rt_exc_ValueError, too_big);
    *result = *result * 10 + digit;
  }
  return 0;
}

/* After the '%'. 0, or -1: raised. */
static int parse_conversion(Percent *p, Conversion *c) {
  if (more(p) && peek(p) == '(' && parse_key(p) < 0) return -1;
  c->flags = parse_flags(p);
  if (parse_number(p, INT64_MAX, "width too big", &c->width) < 0) return -1;
  if (c->width < 0) {
    c->flags |= LEFT;
    c->width = c->width == INT64_MIN ? INT64_MAX : -c->width;
  }
  c->precision = -1;
  if (more(p) && peek(p) == '.') {
    int64_t precision;
    p->at++;
    if (parse_number(p, INT_MAX, "precision too big", &precision) < 0) return -1;
    c->precision = precision < 0 ? 0 : (int)precision;
  }
  if (more(p) && (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L')) p->at++;
  if (!more(p)) return fail(&rt_exc_ValueError, "incomplete format");
  c->type = rt_str_at(p->format, p->at++);
  return 0;
}

/* ---- writing ---- */
static int write_padded(Percent *p, const Conversion *c, const RtStr *text, int64_t length) {
  int64_t missing = c->width > length ? c->width - length : 0;
  if (!(c->flags & LEFT)) rt_writer_repeat(&p->out, ' ', missing);
  rt_writer_part(&p->out, text, 0, length);
  return c->flags & LEFT ? rt_writer_repeat(&p->out, ' ', missing) : p->out.failed ? -1 : 0;
}

static int write_text(Percent *p, const Conversion *c, STEAL RtStr *text) {
  if (!text) return -1;
  int64_t length = c->precision >= 0 && c->precision < text->length ? c->precision : text->length;
  int result = write_padded(p, c, text, length);
  rt_decref_object(text);
  return result;
}

/* digits: a number, maybe with '-', maybe with a prefix of two characters after it (ALTERNATE with x, X, o).
 */
static int write_number(Percent *p, const Conversion *c, STEAL RtStr *digits, bool prefixed) {
  if (!digits) return -1;
  RtWriter *w = &p->out;
  int64_t from = 0, prefix = prefixed ? 2 : 0;
  uint32_t sign = rt_str_at(digits, 0);
  if (sign == '-' || sign == '+') from = 1;
  else sign = c->flags & PLUS ? '+' : c->flags & BLANK ? ' ' : 0;
  int64_t length = digits->length - from + (sign != 0), missing = c->width > length ? c->width - length : 0;
  bool zeros = c->flags & ZERO;
  if (!zeros && !(c->flags & LEFT)) rt_writer_repeat(w, ' ', missing);
  if (sign) rt_writer_char(w, sign);
  rt_writer_part(w, digits, from, from + prefix);
  if (zeros && !(c->flags & LEFT)) rt_writer_repeat(w, '0', missing);
  rt_writer_part(w, digits, from + prefix, digits->length);
  if (c->flags & LEFT) rt_writer_repeat(w, ' ', missing);
  rt_decref_object(digits);
  return w->failed ? -1 : 0;
}

static bool is_base_type(uint32_t type) { return type == 'x' || type == 'X' || type == 'o'; }

/* The argument as an int, new reference. */
static RtValue integer_of(RtValue v, uint32_t type) {
  RtValue result = 0;
  if (rt_is_int(v)) return rt_new_ref(rt_base_value(v));
  rt_type_ready(rt_typeof(v));
  const RtType *t = rt_typeof(v);
  if (!is_base_type(type) && rt_is_float(v)) result = rt_int_from_double(rt_float_value(v));
  else if (!is_base_type(type) && t->to_int) result = t->to_int(v);
  else if (t->index) result = t->index(v);
  if (result || (rt_pending && !rt_pending_is(&rt_exc_TypeError))) return result;
  rt_clear_pending();
  return rt_raise_format(&rt_exc_TypeError,
                         is_base_type(type) ? "%%%c format: an integer is required, not %s"
                                            : "%%%c format: a real number is required, not %s",
                         (int)type, rt_typeof(v)->name);
}

/* Zeros up to the precision after sign and prefix; the prefix itself; capitals for X. */
static RtStr *dress_integer(STEAL RtStr *plain, const Conversion *c) {
  int64_t from = rt_str_at(plain, 0) == '-', count = plain->length - from;
  RtWriter w;
  rt_writer_init(&w);
  if (from) rt_writer_char(&w, '-');
  if (c->flags & ALTERNATE && is_base_type(c->type)) {
    rt_writer_char(&w, '0');
    rt_writer_char(&w, c->type);
  }
  rt_writer_repeat(&w, '0', c->precision - count);
  for (int64_t i = from; i < plain->length; i++) {
    uint32_t digit = rt_str_at(plain, i);
    rt_writer_char(&w, c->type == 'X' && digit >= 'a' ? digit - 32 : digit);
  }
  rt_decref_object(plain);
  return rt_writer_finish(&w);
}

static int write_integer(Percent *p, const Conversion *c, RtValue v) {
  RtValue integer = integer_of(v, c->type);
  if (!integer) return -1;
  RtStr *text = rt_int_to_str(rt_base_value(integer), c->type == 'o' ? 8 : is_base_type(c->type) ? 16 : 10);
  rt_decref(integer);
  bool prefixed = c->flags & ALTERNATE && is_base_type(c->type);
  if (text && (prefixed || c->precision > 0 || c->type == 'X')) text = dress_integer(text, c);
  return write_number(p, c, text, prefixed);
}

static int write_float(Percent *p, const Conversion *c, RtValue v) {
  double value;
  if (rt_is_float(v)) value = rt_float_value(rt_base_value(v)); /* not asking __float__ of a subclass */
  else if (rt_to_double(v, &value) < 0) return -1;
  return write_number(
      p, c,
      rt_float_format_double(value, (int)c->type, c->precision < 0 ? 6 : c->precision, c->flags & ALTERNATE),
      false);
}

static RtStr *text_of_bytes(RtValue v) {
  RtBytesView view;
  if (rt_bytes_view(v, &view)) return rt_str_from_latin1(view.data, view.length);
  RtValue method = rt_lookup_special(v, RT_NAME(__bytes__)),
          bytes = method ? rt_call(method, NULL, 0, NULL) : 0;
  rt_xdecref(method);
  if (rt_pending) return NULL;
  RtStr *text = bytes && rt_bytes_view(bytes, &view) ? rt_str_from_latin1(view.data, view.length) : NULL;
  if (!bytes)
    rt_raise_type_of("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", v);
  else if (!text && !rt_pending) rt_raise_type_of("__bytes__ returned non-bytes (type %s)", bytes);
  rt_xdecref(bytes);
  return text;
}

static int write_byte(Percent *p, const Conversion *c, RtValue v) {
  RtBytesView view;
  int64_t byte;
  if (rt_bytes_view(v, &view) && view.length == 1) return write_text(p, c, rt_str_from_char(view.data[0]));
  if (rt_bytes_view(v, &view)) return fail(&rt_exc_TypeError, "%c requires an integer in range(256) or a single byte");
  if (!rt_str_is_index(v))
    return rt_raise_type_of("%%c requires an integer in range(256) or a single byte, not %s", v), -1;
  if (rt_index(v, &byte, true) < 0) return -1;
  if (byte < 0 || byte > 255) return fail(&rt_exc_OverflowError, "%c arg not in range(256)");
  return write_text(p, c, rt_str_from_char((uint32_t)byte));
}

static int write_character(Percent *p, const Conversion *c, RtValue v) {
  if (p->as_bytes) return write_byte(p, c, v);
  if (rt_is_str(v) && rt_str_of(v)->length == 1) return write_text(p, c, RT_NEW_REF(rt_str_of(v)));
  if (rt_is_str(v) || !rt_str_is_index(v)) return fail(&rt_exc_TypeError, "%c requires int or char");
  RtValue integer = rt_index_value(v);
  if (!integer) return -1;
  int64_t point;
  int fits = rt_int_to_i64(integer, &point);
  rt_decref(integer);
  if (!fits || point < 0 || point > RT_POINT_MAX)
    return fail(&rt_exc_OverflowError, "%c arg not in range(0x110000)");
  return write_text(p, c, rt_str_from_char((uint32_t)point));
}

static int raise_unsupported(const Percent *p, uint32_t type) {
  rt_raise_format(&rt_exc_ValueError, "unsupported format character '%c' (0x%x) at index %lld",
                  type > 31 && type < 127 ? (int)type : '?', type, (long long)(p->at - 1));
  return -1;
}

static int write_conversion(Percent *p, const Conversion *c) {
  RtValue v = next_argument(p);
  if (!v) return -1;
  if (p->as_bytes && (c->type == 's' || c->type == 'b')) return write_text(p, c, text_of_bytes(v));
  switch (c->type) {
    case 's':
      return write_text(p, c,
                        rt_is_str(v) && rt_typeof(v) == &rt_type_str ? RT_NEW_REF(rt_str_of(v)) : rt_str(v));
    case 'r': return write_text(p, c, p->as_bytes ? rt_ascii(v) : rt_repr(v));
    case 'a': return write_text(p, c, rt_ascii(v));
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return write_integer(p, c, v);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return write_float(p, c, v);
    case 'c': {
      Conversion character = *c;
      character.precision = -1;
      return write_character(p, &character, v);
    }
    default: return raise_unsupported(p, c->type);
  }
}

static int write_all(Percent *p) {
  while (more(p)) {
    int64_t percent = rt_str_find_point(p->format, '%', p->at, p->format->length);
    int64_t end = percent < 0 ? p->format->length : percent;
    if (rt_writer_part(&p->out, p->format, p->at, end) < 0) return -1;
    p->at = end + 1;
    if (percent < 0) break;
    Conversion c;
    if (more(p) && peek(p) == '%') {
      p->at++;
      if (rt_writer_char(&p->out, '%') < 0) return -1;
    } else if (parse_conversion(p, &c) < 0 || write_conversion(p, &c) < 0) return -1;
  }
  if (p->mapping || p->next >= (p->items ? p->items->length : 1)) return 0;
  return fail(&rt_exc_TypeError, p->as_bytes ? "not all arguments converted during bytes formatting"
                                             : "not all arguments converted during string formatting");
}

static bool is_mapping(RtValue v) {
  if (rt_is_tuple(v) || rt_is_str(v)) return false;
  rt_type_ready(rt_typeof(v));
  return rt_typeof(v)->getitem != NULL;
}

static RtStr *format_percent(RtStr *format, RtValue args, bool as_bytes, bool is_mapping) {
  Percent p = {.format = format, .args = args, .as_bytes = as_bytes};
  if (rt_is_tuple(args)) p.items = rt_plain(args, &rt_type_tuple);
  else if (is_mapping) p.mapping = args;
  rt_writer_init(&p.out);
  int result = write_all(&p);
  rt_xdecref(p.value);
  if (result == 0) return rt_writer_finish(&p.out);
  rt_writer_drop(&p.out);
  return NULL;
}

RtStr *rt_str_percent(RtStr *format, RtValue args) { return format_percent(format, args, false, is_mapping(args)); }
RtStr *rt_str_percent_bytes(RtStr *format, RtValue args) {
  RtBytesView view;
  return format_percent(format, args, true, !rt_bytes_view(args, &view) && is_mapping(args));
}
