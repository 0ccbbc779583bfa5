/*
 * str.format and str.format_map: parses the replacement fields and writes them.
 */
#include "format.h"
#include "str-methods.h"
#include "unicode.h"

typedef struct Span {
  const RtStr *str;
  int64_t start, end;
} Span;
typedef enum Numbering { NOT_NUMBERED, AUTOMATIC, MANUAL } Numbering;
/* Where fields find their values. mapping 0: the keyword arguments; positional false: format_map. */
typedef struct Fields {
  const RtValue *args;
  int64_t nargs;
  RtTuple *kwnames;
  RtValue mapping;
  bool positional;
  Numbering numbering;
  int64_t next;
} Fields;
typedef struct Field {
  Span name, spec;
  uint32_t conversion;
  bool nested;
} Field;

static int fail(const char *message) {
  rt_raise_string(&rt_exc_ValueError, message);
  return -1;
}

static inline bool more(const Span *span) { return span->start < span->end; }
static inline uint32_t peek(const Span *span) { return rt_str_at(span->str, span->start); }
static inline uint32_t take(Span *span) { return rt_str_at(span->str, span->start++); }

/* ---- parsing ---- */
static int parse_spec(Span *text, Field *field) {
  field->spec = (Span){text->str, text->start, text->end};
  for (int depth = 1; more(text);) {
    uint32_t c = take(text);
    if (c == '{') {
      field->nested = true;
      depth++;
    } else if (c == '}' && --depth == 0) {
      field->spec.end = text->start - 1;
      return 0;
    }
  }
  return fail("unmatched '{' in format spec");
}

/* What follows '!' or ':' in a field. */
static int parse_conversion_and_spec(Span *text, uint32_t c, Field *field) {
  if (c == '!') {
    if (!more(text)) return fail("end of string while looking for conversion specifier");
    field->conversion = take(text);
    if (more(text)) {
      c = take(text);
      if (c == '}') return 0;
      if (c != ':') return fail("expected ':' after conversion specifier");
    }
  }
  return parse_spec(text, field);
}

static int parse_field(Span *text, Field *field) {
  uint32_t c = 0;
  *field = (Field){.name = *text, .spec = {text->str, 0, 0}};
  while (more(text)) {
    c = take(text);
    if (c == '{') return fail("unexpected '{' in field name");
    if (c == '[')
      while (more(text) && peek(text) != ']') text->start++;
    if (c == '}' || c == ':' || c == '!') break;
  }
  field->name.end = text->start - 1;
  if (c == '!' || c == ':') return parse_conversion_and_spec(text, c, field);
  return c == '}' ? 0 : fail("expected '}' before end of string");
}

/* Writes literal text up to the next field. 1: a field follows, 0: none, -1: raised. */
static int write_literal(RtWriter *w, Span *text) {
  int64_t start = text->start;
  uint32_t c = 0;
  while (more(text) && (c = take(text)) != '{' && c != '}') {}
  bool brace = c == '{' || c == '}', at_end = !more(text);
  if (c == '}' && (at_end || peek(text) != '}')) return fail("Single '}' encountered in format string");
  if (at_end && c == '{') return fail("Single '{' encountered in format string");
  if (!brace) return rt_writer_part(w, text->str, start, text->start);
  if (peek(text) != c) return rt_writer_part(w, text->str, start, text->start - 1) < 0 ? -1 : 1;
  return rt_writer_part(w, text->str, start, text->start++);
}

/* ---- looking up ---- */

/* -1: not an integer; -2: raised. */
static int64_t read_integer(const Span *span) {
  int64_t value = 0;
  if (!more(span)) return -1;
  for (int64_t i = span->start; i < span->end; i++) {
    int digit = rt_unicode_decimal(rt_str_at(span->str, i));
    if (digit < 0) return -1;
    if (value > (INT64_MAX - digit) / 10) return fail("Too many decimal digits in format string") - 1;
    value = value * 10 + digit;
  }
  return value;
}

static int check_numbering(Fields *fields, bool automatic) {
  if (fields->numbering == NOT_NUMBERED) fields->numbering = automatic ? AUTOMATIC : MANUAL;
  if (fields->numbering == MANUAL && automatic)
    return fail("cannot switch from manual field specification to automatic field numbering");
  if (fields->numbering == AUTOMATIC && !automatic)
    return fail("cannot switch from automatic field numbering to manual field specification");
  return 0;
}

static RtValue get_positional(Fields *fields, int64_t index) {
  if (!fields->positional) return fail("Format string contains positional fields"), 0;
  if (index < fields->nargs) return rt_new_ref(fields->args[index]);
  return rt_raise_format(&rt_exc_IndexError, "Replacement index %lld out of range for positional args tuple",
                         (long long)index);
}

static RtValue get_named(Fields *fields, const Span *name) {
  RtStr *key = rt_str_substring(name->str, name->start, name->end);
  if (!key) return 0;
  RtValue result = 0;
  if (fields->mapping) result = rt_getitem(fields->mapping, rt_value(key));
  else {
    for (int64_t i = 0; i < rt_keyword_count(fields->kwnames) && !result; i++)
      if (rt_str_equal(rt_str_of(fields->kwnames->items[i]), key))
        result = rt_new_ref(fields->args[fields->nargs + i]);
    if (!result) rt_raise_value(&rt_exc_KeyError, rt_value(key));
  }
  rt_decref_object(key);
  return result;
}

/* The value of a field's first name; moves span behind it. */
static RtValue get_first(Fields *fields, Span *span) {
  Span name = {span->str, span->start, span->start};
  while (name.end < span->end && rt_str_at(name.str, name.end) != '.' && rt_str_at(name.str, name.end) != '[')
    name.end++;
  span->start = name.end;
  int64_t index = read_integer(&name);
  if (index == -2) return 0;
  bool automatic = !more(&name);
  if ((automatic || index >= 0) && check_numbering(fields, automatic) < 0) return 0;
  if (automatic) index = fields->next++;
  return index >= 0 ? get_positional(fields, index) : get_named(fields, &name);
}

static int read_attribute(Span *span, Span *name) {
  *name = (Span){span->str, span->start, span->start};
  while (name->end < span->end && rt_str_at(name->str, name->end) != '.' &&
         rt_str_at(name->str, name->end) != '[')
    name->end++;
  span->start = name->end;
  return more(name) ? 0 : fail("Empty attribute in format string");
}

static int read_item(Span *span, Span *name) {
  *name = (Span){span->str, span->start, span->start};
  while (name->end < span->end && rt_str_at(name->str, name->end) != ']') name->end++;
  if (name->end == span->end) return fail("Missing ']' in format string");
  span->start = name->end + 1;
  return more(name) ? 0 : fail("Empty attribute in format string");
}

static RtValue apply_attribute(RtValue object, Span *span) {
  Span name;
  if (read_attribute(span, &name) < 0) return 0;
  RtStr *text = rt_str_substring(name.str, name.start, name.end);
  RtValue result = text ? rt_getattr(object, text) : 0;
  rt_str_release(text);
  return result;
}

static RtValue apply_item(RtValue object, Span *span) {
  Span name;
  if (read_item(span, &name) < 0) return 0;
  int64_t index = read_integer(&name);
  if (index == -2) return 0;
  RtValue key =
      index >= 0 ? rt_int_from_i64(index) : rt_value(rt_str_substring(name.str, name.start, name.end));
  RtValue result = key ? rt_getitem(object, key) : 0;
  rt_xdecref(key);
  return result;
}

static RtValue get_field(Fields *fields, Span name) {
  RtValue object = get_first(fields, &name);
  while (object && more(&name)) {
    uint32_t c = take(&name);
    RtValue next = 0;
    if (c == '.') next = apply_attribute(object, &name);
    else if (c == '[') next = apply_item(object, &name);
    else fail("Only '.' or '[' may follow ']' in format field specifier");
    rt_decref(object);
    object = next;
  }
  return object;
}

/* ---- writing ---- */
static RtStr *build(Fields *fields, Span text, int depth);

static int check_conversion(uint32_t c) {
  if (c == 0 || c == 'r' || c == 's' || c == 'a') return 0;
  rt_raise_format(
      &rt_exc_ValueError,
      c > 32 && c < 127 ? "Unknown conversion specifier %c" : "Unknown conversion specifier \\x%x", (int)c);
  return -1;
}

static RtStr *format_field(Fields *fields, const Field *field, int depth) {
  RtValue object = get_field(fields, field->name);
  if (!object) return NULL;
  RtStr *result = NULL;
  if (check_conversion(field->conversion) == 0) {
    RtStr *spec = field->nested ? build(fields, field->spec, depth - 1)
                                : rt_str_substring(field->spec.str, field->spec.start, field->spec.end);
    if (spec) result = rt_format_value(object, (int)field->conversion, spec);
    rt_str_release(spec);
  }
  rt_decref(object);
  return result;
}

static RtStr *build(Fields *fields, Span text, int depth) {
  if (depth <= 0) return fail("Max string recursion exceeded"), NULL;
  RtWriter w;
  rt_writer_init(&w);
  while (more(&text)) {
    Field field;
    int follows = write_literal(&w, &text);
    if (follows == 0) continue;
    if (follows < 0 || parse_field(&text, &field) < 0 ||
        rt_writer_take(&w, format_field(fields, &field, depth)) < 0) {
      rt_writer_drop(&w);
      return NULL;
    }
  }
  return rt_writer_finish(&w);
}

static RtValue format_whole(RtValue self, Fields *fields) {
  RtStr *s = rt_str_of(self);
  return rt_value(build(fields, (Span){s, 0, s->length}, 2));
}

RT_STR_METHOD(format) {
  return format_whole(self, &(Fields){.args = args, .nargs = nargs, .kwnames = kwnames, .positional = true});
}
RT_STR_METHOD(format_map) { return format_whole(self, &(Fields){.mapping = args[0]}); }
