/* re's matches, and the templates that sub and expand fill. */
#include "regex-object.h"
#include "call.h"
#include "dict.h"
#include "exception.h"
#include "str.h"
#include "tuple.h"
#include <stdio.h>
#include <stdlib.h>

#define MATCH(v) ((Match *)rt_object(v))

static RtValue span_text(const Match *m, int64_t group, RtValue absent) {
  int64_t from = m->spans[2 * group], to = m->spans[2 * group + 1];
  return from < 0 || to < 0 ? rt_new_ref(absent) : rt_regex_slice(m->subject, from, to);
}

/* The group that a number or name means; -1: IndexError. */
static int64_t group_number(const Match *m, RtValue key) {
  int64_t number = -1;
  if (rt_is_int(key) || rt_has_index(key)) {
    if (rt_index(key, &number, true) < 0) return -1;
  } else {
    RtValue known = rt_is_str(key) ? rt_dict_get(m->pattern->names, key) : 0;
    if (known) number = rt_small(known);
  }
  if (number >= 0 && number <= m->pattern->groups) return number;
  if (!rt_pending) rt_raise_string(&rt_exc_IndexError, "no such group");
  return -1;
}

RT_METHOD(match_group) {
  if (nargs == 0) return span_text(MATCH(self), 0, RT_NONE);
  RtTuple *all = nargs > 1 ? rt_tuple_new(nargs) : NULL;
  for (int64_t i = 0; i < nargs; i++) {
    int64_t group = group_number(MATCH(self), args[i]);
    RtValue text = group < 0 ? 0 : span_text(MATCH(self), group, RT_NONE);
    if (nargs == 1) return text;
    if (!text) return rt_xdecref(rt_value(all)), 0;
    if (all) all->items[i] = text;
  }
  return rt_value(all);
}

static RtValue match_getitem(RtValue v, RtValue key) { return match_group(v, &key, 1, NULL); }

RT_METHOD(match_groups) {
  static const char *const names[] = {"default", NULL};
  RtValue absent = RT_NONE;
  if (rt_parse_defaults("groups", names, 0, args, nargs, kwnames, &absent) < 0) return 0;
  RtTuple *all = rt_tuple_new(MATCH(self)->pattern->groups);
  for (int64_t i = 0; all && i < all->length; i++)
    if (!(all->items[i] = span_text(MATCH(self), i + 1, absent))) return rt_decref_object(all), 0;
  return rt_value(all);
}

RT_METHOD(match_groupdict) {
  static const char *const names[] = {"default", NULL};
  RtValue absent = RT_NONE, key, number;
  if (rt_parse_defaults("groupdict", names, 0, args, nargs, kwnames, &absent) < 0) return 0;
  RtDict *all = rt_dict_new(0);
  for (int64_t at = 0; all && rt_dict_next(MATCH(self)->pattern->names, &at, &key, &number);) {
    RtValue text = span_text(MATCH(self), rt_small(number), absent);
    int status = text ? rt_dict_set(all, key, text) : -1;
    rt_xdecref(text);
    if (status < 0) return rt_decref_object(all), 0;
  }
  return rt_value(all);
}

static RtValue two(int64_t a, int64_t b) {
  RtValue pair[2] = {rt_int_box(a), rt_int_box(b)};
  return rt_value(rt_tuple_from(pair, 2));
}
static const int64_t *span(RtValue self, const RtValue *args, int64_t nargs) {
  int64_t group = nargs ? group_number(MATCH(self), args[0]) : 0;
  return group < 0 ? NULL : MATCH(self)->spans + 2 * group;
}
RT_METHOD(match_start) {
  const int64_t *s = span(self, args, nargs);
  return s ? rt_int_box(s[0]) : 0;
}
RT_METHOD(match_end) {
  const int64_t *s = span(self, args, nargs);
  return s ? rt_int_box(s[1]) : 0;
}
RT_METHOD(match_span) {
  const int64_t *s = span(self, args, nargs);
  return s ? two(s[0], s[1]) : 0;
}
RT_METHOD(match_regs) {
  RtTuple *all = rt_tuple_new(MATCH(self)->pattern->groups + 1);
  for (int64_t i = 0; all && i < all->length; i++) all->items[i] = two(MATCH(self)->spans[2 * i], MATCH(self)->spans[2 * i + 1]);
  return rt_value(all);
}
RT_METHOD(match_expand) { return rt_regex_expand(MATCH(self)->pattern, args[0], MATCH(self)->subject, MATCH(self)->spans); }
RT_METHOD(match_pos) { return rt_int_box(MATCH(self)->pos); }
RT_METHOD(match_endpos) { return rt_int_box(MATCH(self)->end); }
RT_METHOD(match_string) { return rt_new_ref(MATCH(self)->string ? MATCH(self)->string : MATCH(self)->subject); }
RT_METHOD(match_re) { return rt_new_ref(rt_value(MATCH(self)->pattern)); }
RT_METHOD(match_lastindex) { return MATCH(self)->last_group > 0 ? rt_int_box(MATCH(self)->last_group) : rt_none(); }
RT_METHOD(match_lastgroup) {
  RtValue key, number;
  for (int64_t at = 0; rt_dict_next(MATCH(self)->pattern->names, &at, &key, &number);)
    if (rt_small(number) == MATCH(self)->last_group) return rt_new_ref(key);
  return rt_none();
}
RT_METHOD(match_copy) { return rt_new_ref(self); }

static RtValue match_repr(RtValue v) {
  char text[96];
  RtWriter w;
  snprintf(text, sizeof text, "<re.Match object; span=(%lld, %lld), match=", (long long)MATCH(v)->spans[0], (long long)MATCH(v)->spans[1]);
  RtValue whole = span_text(MATCH(v), 0, RT_NONE);
  if (!whole) return 0;
  rt_writer_init(&w);
  rt_writer_ascii(&w, text, -1);
  int status = rt_writer_repr(&w, whole);
  rt_decref(whole);
  if (status < 0) return rt_writer_drop(&w), 0;
  rt_writer_char(&w, '>');
  return rt_value(rt_writer_finish(&w));
}

static void match_dealloc(RtObject *object) {
  Match *m = (Match *)object;
  if (m->spans) rt_buffer_free(m->spans, (size_t)(2 * (m->pattern->groups + 1)) * sizeof(int64_t));
  rt_decref_object(m->pattern), rt_decref(m->subject), rt_xdecref(m->string);
  rt_free_object(object, sizeof *m);
}

#define GETTER(name) {#name, match_##name, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef match_methods[] = {{"group", match_group, 0, -1, 0},
                                            {"groups", match_groups, 0, -1, RT_METHOD_KEYWORDS},
                                            {"groupdict", match_groupdict, 0, -1, RT_METHOD_KEYWORDS},
                                            {"start", match_start, 0, 1, 0},
                                            {"end", match_end, 0, 1, 0},
                                            {"span", match_span, 0, 1, 0},
                                            {"expand", match_expand, 1, 1, 0},
                                            GETTER(regs), GETTER(pos), GETTER(endpos), GETTER(string), GETTER(re), GETTER(lastindex), GETTER(lastgroup),
                                            {"__copy__", match_copy, 0, 0, 0},
                                            {"__deepcopy__", match_copy, 1, 1, 0},
                                            {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
                                            {NULL, NULL, 0, 0, 0}};
RtType rt_type_re_match = {.head = RT_STATIC_HEAD, .name = "re.Match", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(Match), .base = &rt_type_object,
                           .dealloc = match_dealloc, .repr = match_repr, .getitem = match_getitem, .methods = match_methods};

RtType rt_exc_re_error = {.head = RT_STATIC_HEAD, .name = "re.PatternError", .base = &rt_exc_Exception, .construct = rt_exception_construct,
                          .flags = RT_TYPE_EXCEPTION | RT_TYPE_CYCLIC | RT_TYPE_INSTANCE_DICT, .instance_size = sizeof(RtException)};

/* ---- templates ---- */

typedef struct Template {
  Pattern *pattern;
  RtValue source;
  ReText text;
  int64_t at;
} Template;

static int fail(const Template *t, const char *message, int64_t position) { return rt_regex_error(message, t->source, position), -1; }
static bool digit_at(const Template *t, int64_t i) { return i < t->text.length && re_at(&t->text, i) - '0' < 10u; }
static bool octal_at(const Template *t, int64_t i) { return i < t->text.length && re_at(&t->text, i) - '0' < 8u; }

static int named_group(Template *t, int64_t start, int64_t *group) {
  char message[160];
  if (t->at >= t->text.length || re_at(&t->text, t->at) != '<') return fail(t, "missing <", t->at);
  int64_t from = ++t->at;
  while (t->at < t->text.length && re_at(&t->text, t->at) != '>') t->at++;
  if (t->at == from) return fail(t, "missing group name", from);
  if (t->at >= t->text.length) return fail(t, "missing >, unterminated name", from);
  bool is_number = true;
  RtWriter w;
  rt_writer_init(&w);
  *group = 0;
  for (int64_t i = from; i < t->at; i++) {
    is_number = is_number && digit_at(t, i);
    if (is_number && *group < 100000) *group = *group * 10 + (re_at(&t->text, i) - '0');
    rt_writer_char(&w, re_at(&t->text, i));
  }
  t->at++;
  RtStr *name = rt_writer_finish(&w);
  if (!name) return -1;
  (void)start;
  if (is_number) {
    rt_decref_object(name);
    if (*group <= t->pattern->groups) return 0;
    snprintf(message, sizeof message, "invalid group reference %lld", (long long)*group);
    return fail(t, message, from);
  }
  RtValue known = rt_dict_get_str(t->pattern->names, name);
  if (known) {
    rt_decref_object(name);
    *group = rt_small(known);
    return 0;
  }
  RtValue proper = rt_call_method(rt_value(name), RT_NAME(isidentifier), NULL, 0, NULL);
  RtStr *shown = rt_repr(rt_value(name));
  char *utf8 = shown ? rt_str_to_utf8(shown, NULL) : NULL;
  if (proper == RT_TRUE && utf8) {
    snprintf(message, sizeof message, "unknown group name %s", utf8);
    rt_raise_string(&rt_exc_IndexError, message);
  } else if (utf8) {
    snprintf(message, sizeof message, "bad character in group name %s", utf8);
    fail(t, message, from);
  }
  free(utf8);
  rt_xdecref(proper), rt_xdecref(rt_value(shown)), rt_decref_object(name);
  return -1;
}

/* After a backslash: a group (0), or a point (1) in *value. */
static int template_escape(Template *t, int64_t *value) {
  static const char letters[] = "abfnrtv", points[] = "\a\b\f\n\r\t\v";
  int64_t start = t->at - 1;
  if (t->at >= t->text.length) return fail(t, "bad escape (end of pattern)", start);
  uint32_t c = re_at(&t->text, t->at++);
  if (c == 'g') return named_group(t, start, value);
  if (c == '0' || (c - '0' < 8u && octal_at(t, t->at) && octal_at(t, t->at + 1))) {
    *value = c - '0';
    for (int i = 0; i < 2 && octal_at(t, t->at); i++) *value = *value * 8 + (re_at(&t->text, t->at++) - '0');
    if (*value <= 0377) return 1;
    char message[80];
    snprintf(message, sizeof message, "octal escape value \\%llo outside of range 0-0o377", (long long)*value);
    return fail(t, message, start);
  }
  if (c - '1' < 9u) {
    *value = c - '0';
    if (digit_at(t, t->at)) *value = *value * 10 + (re_at(&t->text, t->at++) - '0');
    if (*value <= t->pattern->groups) return 0;
    char message[64];
    snprintf(message, sizeof message, "invalid group reference %lld", (long long)*value);
    return fail(t, message, start + 1);
  }
  const char *letter = c < 128 && c ? strchr(letters, (int)c) : NULL;
  if (letter) return *value = points[letter - letters], 1;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
    char message[32];
    snprintf(message, sizeof message, "bad escape \\%c", (int)c);
    return fail(t, message, start);
  }
  t->at--;
  return *value = '\\', c == '\\' ? (t->at++, 1) : 1;
}

static RtValue fill(Template *t, RtValue subject, const int64_t *spans) {
  RtWriter w;
  ReText from = rt_regex_text(subject);
  rt_writer_init(&w);
  while (t->at < t->text.length) {
    int64_t value = re_at(&t->text, t->at++);
    int kind = value == '\\' ? template_escape(t, &value) : 1;
    if (kind < 0) return rt_writer_drop(&w), 0;
    if (kind) rt_writer_char(&w, (uint32_t)value);
    else if (spans)
      for (int64_t i = spans[2 * value]; i >= 0 && i < spans[2 * value + 1]; i++) rt_writer_char(&w, re_at(&from, i));
  }
  return rt_value(rt_writer_finish(&w));
}

RtValue rt_regex_expand(Pattern *p, RtValue template, RtValue subject, const int64_t *spans) {
  Template t = {p, template, rt_regex_text(template), 0};
  RtValue text = fill(&t, subject, spans);
  if (!text || rt_is_str(subject)) return text;
  RtValue encoding = rt_value(rt_str_from_utf8("latin-1", -1)), result = encoding ? rt_call_method(text, RT_NAME(encode), &encoding, 1, NULL) : 0;
  rt_xdecref(encoding), rt_decref(text);
  return result;
}

int rt_regex_check_template(Pattern *p, RtValue template) {
  Template t = {p, template, rt_regex_text(template), 0};
  RtValue text = fill(&t, template, NULL);
  rt_xdecref(text);
  return text ? 0 : -1;
}
