/* re: the functions, patterns and matches. */
#include "regex-object.h"
#include "call.h"
#include "dict.h"
#include "exception.h"
#include "iterator.h"
#include "list.h"
#include "module.h"
#include "object.h"
#include "str.h"
#include "tuple.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- errors ---- */

static void set_attribute(RtValue exception, const char *name, RtValue value) {
  if (value) rt_setattr(exception, rt_name(name), value);
  rt_xdecref(value);
}

RtValue rt_regex_error(const char *message, RtValue pattern, int64_t position) {
  char text[256];
  int64_t line = 1, column = position + 1;
  ReText t = pattern ? rt_regex_text(pattern) : (ReText){0};
  bool several = false;
  for (int64_t i = 0; i < t.length; i++) {
    if (re_at(&t, i) != '\n') continue;
    several = true;
    if (i < position) line++, column = position - i;
  }
  if (position < 0) snprintf(text, sizeof text, "%s", message);
  else if (several) snprintf(text, sizeof text, "%s at position %lld (line %lld, column %lld)", message, (long long)position, (long long)line, (long long)column);
  else snprintf(text, sizeof text, "%s at position %lld", message, (long long)position);
  rt_type_ready(&rt_exc_re_error);
  rt_raise_string(&rt_exc_re_error, text);
  RtValue exception = rt_take_pending();
  if (!exception) return 0;
  set_attribute(exception, "msg", rt_value(rt_str_from_utf8(message, -1)));
  set_attribute(exception, "pattern", pattern ? rt_new_ref(pattern) : rt_none());
  set_attribute(exception, "pos", position < 0 ? rt_none() : rt_int_box(position));
  set_attribute(exception, "lineno", position < 0 ? rt_none() : rt_int_box(line));
  set_attribute(exception, "colno", position < 0 ? rt_none() : rt_int_box(column));
  rt_clear_pending();
  rt_set_pending(exception);
  return 0;
}

/* ---- texts ---- */

ReText rt_regex_text(RtValue v) {
  if (rt_is_str(v)) {
    RtStr *s = rt_plain(v, &rt_type_str);
    return (ReText){s->data, s->kind, s->length};
  }
  RtBytes *b = rt_plain(v, &rt_type_bytes);
  return (ReText){b->data, 1, b->length};
}

RtValue rt_regex_slice(RtValue text, int64_t from, int64_t to) {
  if (rt_is_str(text)) return rt_value(rt_str_substring(rt_plain(text, &rt_type_str), from, to));
  RtBytes *b = rt_plain(text, &rt_type_bytes);
  return rt_value(rt_bytes_from(b->data + from, to - from));
}

static RtValue join(RtValue like, STEAL RtList *parts) {
  RtValue empty = rt_is_str(like) ? rt_value(rt_str_from_utf8("", 0)) : rt_value(rt_bytes_from((const uint8_t *)"", 0)), list = rt_value(parts);
  RtValue result = empty && list && !rt_pending ? rt_call_method(empty, RT_NAME(join), &list, 1, NULL) : 0;
  rt_xdecref(empty), rt_xdecref(list);
  return result;
}

/* ---- compiling ---- */

static RtDict *cache;

static void drop_tree(RePattern *p) { free(p->nodes), free(p->items); }

static Pattern *compile_new(RtValue source, uint32_t flags) {
  RePattern p = {.names = rt_dict_new(0)};
  if (!p.names || rt_regex_parse(&p, source, flags) < 0) goto failed;
  Pattern *made = rt_alloc(&rt_type_re_pattern, sizeof *made);
  if (!made) goto failed;
  drop_tree(&p);
  made->source = rt_new_ref(source);
  made->names = p.names, made->flags = p.flags, made->groups = p.groups, made->code = p.code, made->registers = p.registers;
  return made;
failed:
  drop_tree(&p);
  free(p.code);
  rt_xdecref(rt_value(p.names));
  return NULL;
}

/* Of a text or of a pattern; borrowed from the cache, or from the argument. */
static Pattern *compile(RtValue source, RtValue flags) {
  int64_t bits = 0;
  if (flags && rt_index(flags, &bits, false) < 0) return NULL;
  if (!rt_is_small(source) && rt_typeof(source) == &rt_type_re_pattern) {
    if (bits) return (Pattern *)(intptr_t)rt_raise_string(&rt_exc_ValueError, "cannot process flags argument with a compiled pattern");
    return (Pattern *)rt_object(source);
  }
  if (!rt_is_str(source) && !rt_has_flag(source, RT_TYPE_BYTES))
    return (Pattern *)(intptr_t)rt_raise_string(&rt_exc_TypeError, "first argument must be string or compiled pattern");
  if (!cache) {
    if (!(cache = rt_dict_new(0))) return NULL;
    rt_on_teardown(rt_regex_clear);
  }
  RtValue parts[2] = {source, rt_int_box(bits)};
  RtTuple *key = rt_tuple_from(parts, 2);
  RtValue known = key ? rt_dict_get(cache, rt_value(key)) : 0;
  if (!known && key && !rt_pending) {
    if (cache->length >= 512) rt_dict_clear(cache);
    Pattern *made = compile_new(source, (uint32_t)bits);
    if (made && rt_dict_set(cache, rt_value(key), rt_value(made)) == 0) known = rt_value(made);
    rt_xdecref(rt_value(made));
  }
  rt_xdecref(rt_value(key));
  return known ? (Pattern *)rt_object(known) : NULL;
}

void rt_regex_clear(void) {
  RtDict *old = cache;
  cache = NULL;
  if (old) rt_decref_object(old);
}

/* ---- running ---- */

/* What is searched: a text, or bytes; those of other bytes-like objects, which may change meanwhile, are copied. */
static RtValue subject_for(const Pattern *p, RtValue v) {
  bool is_text = rt_is_str(v);
  RtBytesView view;
  if (!is_text && !rt_bytes_view(v, &view)) return rt_raise_type_of("expected string or bytes-like object, got '%s'", v);
  if (is_text != rt_is_str(p->source))
    return rt_raise_string(&rt_exc_TypeError, is_text ? "cannot use a bytes pattern on a string-like object" : "cannot use a string pattern on a bytes-like object");
  return is_text || rt_has_flag(v, RT_TYPE_BYTES) ? rt_new_ref(v) : rt_value(rt_bytes_from(view.data, view.length));
}

static int run(const Pattern *p, RtValue subject, int64_t start, int64_t end, ReWay way, bool not_empty, int64_t *registers) {
  ReText text = rt_regex_text(subject);
  registers[0] = 2 * (p->groups + 1); /* where the last group stands */
  return rt_regex_run(p->code, p->registers, &text, start, end, way, not_empty, registers);
}

static RtValue new_match(Pattern *p, RtValue subject, int64_t pos, int64_t end, const int64_t *registers) {
  Match *m = rt_alloc(&rt_type_re_match, sizeof *m);
  if (!m) return 0;
  m->pattern = RT_NEW_REF(p);
  m->subject = rt_new_ref(subject);
  m->pos = pos, m->end = end;
  m->last_group = registers[2 * (p->groups + 1)];
  m->spans = rt_buffer_alloc((size_t)(2 * (p->groups + 1)) * sizeof(int64_t));
  if (!m->spans) return rt_decref_object(m), 0;
  memcpy(m->spans, registers, (size_t)(2 * (p->groups + 1)) * sizeof(int64_t));
  return rt_value(m);
}

static int limits(RtValue subject, RtValue pos, RtValue endpos, int64_t *start, int64_t *end) {
  int64_t length = rt_regex_text(subject).length;
  *start = 0, *end = length;
  if (pos && rt_index(pos, start, true) < 0) return -1;
  if (endpos && rt_index(endpos, end, true) < 0) return -1;
  *start = *start < 0 ? 0 : *start > length ? length : *start;
  *end = *end < 0 ? 0 : *end > length ? length : *end;
  return 0;
}

static RtValue match_once(Pattern *p, RtValue subject, RtValue pos, RtValue endpos, ReWay way) {
  int64_t start, end;
  if (limits(subject, pos, endpos, &start, &end) < 0) return 0;
  int64_t *registers = rt_buffer_alloc((size_t)p->registers * sizeof *registers);
  int found = !registers ? -1 : start > end ? 0 : run(p, subject, start, end, way, false, registers);
  RtValue result = found < 0 ? 0 : found ? new_match(p, subject, start, end, registers) : rt_none();
  if (registers) rt_buffer_free(registers, (size_t)p->registers * sizeof *registers);
  return result;
}

/* All matches in order; `each` returns -1 to raise, 1 to stop. */
typedef int (*Each)(Pattern *, RtValue subject, const int64_t *registers, void *context);

static int for_each(Pattern *p, RtValue subject, int64_t start, int64_t end, Each each, void *context) {
  int64_t *registers = rt_buffer_alloc((size_t)p->registers * sizeof *registers);
  int found = registers ? 1 : -1;
  bool not_empty = false;
  rt_incref_object(p);
  while (found > 0 && start <= end) {
    found = run(p, subject, start, end, RE_SEARCH, not_empty, registers);
    if (found <= 0) break;
    not_empty = registers[0] == registers[1];
    start = registers[1];
    int status = each(p, subject, registers, context);
    if (status != 0) {
      found = status < 0 ? -1 : 0;
      break;
    }
  }
  if (registers) rt_buffer_free(registers, (size_t)p->registers * sizeof *registers);
  rt_decref_object(p);
  return found < 0 ? -1 : 0;
}

static RtValue group_of(RtValue subject, const int64_t *spans, int64_t group, RtValue absent) {
  if (spans[2 * group] < 0 || spans[2 * group + 1] < 0) return absent ? rt_new_ref(absent) : rt_regex_slice(subject, 0, 0);
  return rt_regex_slice(subject, spans[2 * group], spans[2 * group + 1]);
}

/* ---- findall, split, sub ---- */

static int add_found(Pattern *p, RtValue subject, const int64_t *spans, void *context) {
  RtValue item = 0;
  if (p->groups < 2) {
    item = group_of(subject, spans, p->groups, 0);
  } else {
    RtTuple *all = rt_tuple_new(p->groups);
    for (int64_t i = 0; all && i < p->groups; i++)
      if (!(all->items[i] = group_of(subject, spans, i + 1, 0))) return rt_decref_object(all), -1;
    item = rt_value(all);
  }
  return item ? rt_list_append_steal(context, item) : -1;
}

static RtValue find_all(Pattern *p, RtValue subject, RtValue pos, RtValue endpos) {
  int64_t start, end;
  if (limits(subject, pos, endpos, &start, &end) < 0) return 0;
  RtList *found = rt_list_new(0);
  if (found && for_each(p, subject, start, end, add_found, found) == 0) return rt_value(found);
  rt_xdecref(rt_value(found));
  return 0;
}

typedef struct Pieces {
  RtList *list;
  int64_t at, left, count; /* left: how many still, -1: all */
  RtValue by;              /* sub: what replaces; 0: split */
  bool is_call, is_plain;
} Pieces;

static int add_piece(Pieces *s, STEAL RtValue v) { return v ? rt_list_append_steal(s->list, v) : -1; }

static int add_split(Pattern *p, RtValue subject, const int64_t *spans, void *context) {
  Pieces *s = context;
  if (s->left == 0) return 1;
  if (add_piece(s, rt_regex_slice(subject, s->at, spans[0])) < 0) return -1;
  for (int64_t i = 1; i <= p->groups; i++)
    if (add_piece(s, group_of(subject, spans, i, RT_NONE)) < 0) return -1;
  s->at = spans[1];
  if (s->left > 0) s->left--;
  return 0;
}

static RtValue split(Pattern *p, RtValue subject, RtValue most, RtValue unused) {
  (void)unused;
  Pieces s = {.left = -1};
  int64_t limit = 0;
  if (most && rt_index(most, &limit, true) < 0) return 0;
  s.left = limit > 0 ? limit : limit < 0 ? 0 : -1;
  int64_t length = rt_regex_text(subject).length;
  s.list = rt_list_new(0);
  if (s.list && for_each(p, subject, 0, length, add_split, &s) == 0 && add_piece(&s, rt_regex_slice(subject, s.at, length)) == 0) return rt_value(s.list);
  rt_xdecref(rt_value(s.list));
  return 0;
}

static int add_sub(Pattern *p, RtValue subject, const int64_t *spans, void *context) {
  Pieces *s = context;
  if (s->left == 0) return 1;
  if (spans[0] > s->at && add_piece(s, rt_regex_slice(subject, s->at, spans[0])) < 0) return -1;
  RtValue by = s->is_plain ? rt_new_ref(s->by) : 0;
  if (s->is_call) {
    RtValue match = new_match(p, subject, 0, rt_regex_text(subject).length, spans);
    by = match ? rt_call(s->by, &match, 1, NULL) : 0;
    rt_xdecref(match);
    if (by && rt_is_str(by) != rt_is_str(subject) && !rt_is_none(by)) {
      rt_raise_format(&rt_exc_TypeError, "sequence item %lld: expected %s instance, %s found", (long long)s->list->length, rt_is_str(subject) ? "str" : "a bytes-like object", rt_typeof(by)->name);
      rt_decref(by);
      return -1;
    }
  } else if (!s->is_plain) {
    by = rt_regex_expand(p, s->by, subject, spans);
  }
  if (!by) return -1;
  s->at = spans[1], s->count++;
  if (s->left > 0) s->left--;
  if (rt_is_none(by)) return rt_decref(by), 0;
  return add_piece(s, by);
}

static bool has_backslash(RtValue v) {
  ReText t = rt_regex_text(v);
  for (int64_t i = 0; i < t.length; i++)
    if (re_at(&t, i) == '\\') return true;
  return false;
}

/* The new text; *count replacements were made. */
static RtValue substitute(Pattern *p, RtValue by, RtValue subject, RtValue most, int64_t *count) {
  Pieces s = {.left = -1, .by = by, .is_call = rt_callable(by)};
  int64_t limit = 0;
  if (most && rt_index(most, &limit, true) < 0) return 0;
  if (!s.is_call) {
    if (!rt_is_str(by) && !rt_has_flag(by, RT_TYPE_BYTES)) return rt_raise_format(&rt_exc_TypeError, "decoding to str: need a bytes-like object, %s found", rt_typeof(by)->name);
    s.is_plain = !has_backslash(by);
    if (!s.is_plain && rt_regex_check_template(p, by) < 0) return 0;
  }
  if (!(subject = subject_for(p, subject))) return 0;
  s.left = limit > 0 ? limit : limit < 0 ? 0 : -1;
  s.list = rt_list_new(0);
  int64_t length = rt_regex_text(subject).length;
  RtValue text = 0;
  if (!s.list || for_each(p, subject, 0, length, add_sub, &s) < 0 || (s.at < length && add_piece(&s, rt_regex_slice(subject, s.at, length)) < 0)) rt_xdecref(rt_value(s.list));
  else if (s.count == 0) rt_decref_object(s.list), text = rt_new_ref(subject);
  else text = join(subject, s.list);
  *count = s.count;
  rt_decref(subject);
  return text;
}

static RtValue with_count(STEAL RtValue text, int64_t count) {
  RtValue pair[2] = {text, rt_int_box(count)};
  RtTuple *result = text ? rt_tuple_from(pair, 2) : NULL;
  rt_xdecref(text);
  return rt_value(result);
}

/* ---- finditer ---- */

typedef struct Finder {
  RtObject head;
  Pattern *pattern;
  RtValue subject;
  int64_t pos, at, end;
  bool not_empty;
} Finder;
static RtType finder_type;

static RtValue find_iter(Pattern *p, RtValue subject, RtValue pos, RtValue endpos) {
  int64_t start, end;
  if (limits(subject, pos, endpos, &start, &end) < 0) return 0;
  Finder *f = rt_alloc(&finder_type, sizeof *f);
  if (!f) return 0;
  f->pattern = RT_NEW_REF(p), f->subject = rt_new_ref(subject);
  f->pos = f->at = start, f->end = end;
  return rt_value(f);
}

static RtValue finder_next(RtValue v) {
  Finder *f = (Finder *)rt_object(v);
  Pattern *p = f->pattern;
  if (f->at > f->end) return 0;
  int64_t *registers = rt_buffer_alloc((size_t)p->registers * sizeof *registers);
  int found = registers ? run(p, f->subject, f->at, f->end, RE_SEARCH, f->not_empty, registers) : -1;
  RtValue result = found > 0 ? new_match(p, f->subject, f->pos, f->end, registers) : 0;
  f->at = found > 0 ? registers[1] : f->end + 1;
  f->not_empty = found > 0 && registers[0] == registers[1];
  if (registers) rt_buffer_free(registers, (size_t)p->registers * sizeof *registers);
  return result;
}

static RtValue itself(RtValue v) { return rt_new_ref(v); }
static void finder_dealloc(RtObject *object) {
  rt_decref_object(((Finder *)object)->pattern), rt_decref(((Finder *)object)->subject);
  rt_free_object(object, sizeof(Finder));
}
static RtType finder_type = {.head = RT_STATIC_HEAD, .name = "callable_iterator", .instance_size = sizeof(Finder), .base = &rt_type_object,
                             .flags = RT_TYPE_NO_SUBCLASS, .dealloc = finder_dealloc, .iter = itself, .next = finder_next};

/* ---- the functions, of the module and of patterns ---- */

typedef RtValue (*Search)(Pattern *, RtValue subject, RtValue, RtValue);

static RtValue search_in(Search way, Pattern *p, RtValue given, RtValue pos, RtValue end) {
  RtValue subject = subject_for(p, given), result = subject ? way(p, subject, pos, end) : 0;
  if (result && subject != given && rt_typeof(result) == &rt_type_re_match) ((Match *)rt_object(result))->string = rt_new_ref(given);
  rt_xdecref(subject);
  return result;
}

#define AS_PATTERN ((Pattern *)rt_object(self))
#define SEARCHES(id, way)                                                                                             \
  RT_BUILTIN_FN(rt_re_##id) {                                                                                         \
    static const char *const names[] = {"pattern", "string", "flags", NULL};                                          \
    RtValue given[3];                                                                                                 \
    if (rt_parse_args(#id, names, 2, 0, args, nargs, kwnames, given) < 0) return 0;                                   \
    Pattern *p = compile(given[0], given[2]);                                                                         \
    return p ? search_in(way, p, given[1], 0, 0) : 0;                                                                          \
  }                                                                                                                   \
  RT_METHOD(pattern_##id) {                                                                                           \
    static const char *const names[] = {"string", "pos", "endpos", NULL};                                             \
    RtValue given[3];                                                                                                 \
    if (rt_parse_args(#id, names, 1, 0, args, nargs, kwnames, given) < 0) return 0;                                   \
    return search_in(way, AS_PATTERN, given[0], given[1], given[2]);                                              \
  }
static RtValue do_match(Pattern *p, RtValue s, RtValue pos, RtValue end) { return match_once(p, s, pos, end, RE_MATCH); }
static RtValue do_fullmatch(Pattern *p, RtValue s, RtValue pos, RtValue end) { return match_once(p, s, pos, end, RE_FULLMATCH); }
static RtValue do_search(Pattern *p, RtValue s, RtValue pos, RtValue end) { return match_once(p, s, pos, end, RE_SEARCH); }
SEARCHES(match, do_match)
SEARCHES(fullmatch, do_fullmatch)
SEARCHES(search, do_search)
SEARCHES(findall, find_all)
SEARCHES(finditer, find_iter)

RT_BUILTIN_FN(rt_re_compile) {
  static const char *const names[] = {"pattern", "flags", NULL};
  RtValue given[2];
  Pattern *p = rt_parse_args("compile", names, 1, 0, args, nargs, kwnames, given) < 0 ? NULL : compile(given[0], given[1]);
  return p ? rt_new_ref(rt_value(p)) : 0;
}
RT_BUILTIN_FN(rt_re_split) {
  static const char *const names[] = {"pattern", "string", "maxsplit", "flags", NULL};
  RtValue given[4];
  Pattern *p = rt_parse_args("split", names, 2, 0, args, nargs, kwnames, given) < 0 ? NULL : compile(given[0], given[3]);
  return p ? search_in(split, p, given[1], given[2], 0) : 0;
}
RT_METHOD(pattern_split) {
  static const char *const names[] = {"string", "maxsplit", NULL};
  RtValue given[2];
  return rt_parse_args("split", names, 1, 0, args, nargs, kwnames, given) < 0 ? 0 : search_in(split, AS_PATTERN, given[0], given[1], 0);
}
static RtValue module_sub(const char *name, const RtValue *args, int64_t nargs, RtTuple *kwnames, bool counted) {
  static const char *const names[] = {"pattern", "repl", "string", "count", "flags", NULL};
  RtValue given[5];
  int64_t count = 0;
  Pattern *p = rt_parse_args(name, names, 3, 0, args, nargs, kwnames, given) < 0 ? NULL : compile(given[0], given[4]);
  RtValue text = p ? substitute(p, given[1], given[2], given[3], &count) : 0;
  return counted ? with_count(text, count) : text;
}
static RtValue method_sub(const char *name, Pattern *p, const RtValue *args, int64_t nargs, RtTuple *kwnames, bool counted) {
  static const char *const names[] = {"repl", "string", "count", NULL};
  RtValue given[3];
  int64_t count = 0;
  RtValue text = rt_parse_args(name, names, 2, 0, args, nargs, kwnames, given) < 0 ? 0 : substitute(p, given[0], given[1], given[2], &count);
  return counted ? with_count(text, count) : text;
}
RT_BUILTIN_FN(rt_re_sub) { return module_sub("sub", args, nargs, kwnames, false); }
RT_BUILTIN_FN(rt_re_subn) { return module_sub("subn", args, nargs, kwnames, true); }
RT_METHOD(pattern_sub) { return method_sub("sub", AS_PATTERN, args, nargs, kwnames, false); }
RT_METHOD(pattern_subn) { return method_sub("subn", AS_PATTERN, args, nargs, kwnames, true); }
RT_BUILTIN_FN(rt_re_purge) { return rt_regex_clear(), rt_none(); }

RT_BUILTIN_FN(rt_re_escape) {
  bool is_text = rt_is_str(args[0]);
  if (!is_text && !rt_has_flag(args[0], RT_TYPE_BYTES)) return rt_raise_type_of("expected string or bytes-like object, got '%s'", args[0]);
  ReText t = rt_regex_text(args[0]);
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < t.length; i++) {
    uint32_t c = re_at(&t, i);
    if (c < 128 && c != 0 && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", (int)c)) rt_writer_char(&w, '\\');
    rt_writer_char(&w, c);
  }
  RtStr *text = rt_writer_finish(&w);
  if (!text || is_text) return rt_value(text);
  RtValue encoding = rt_value(rt_str_from_utf8("latin-1", -1)), result = encoding ? rt_call_method(rt_value(text), RT_NAME(encode), &encoding, 1, NULL) : 0;
  rt_xdecref(encoding), rt_decref_object(text);
  return result;
}

/* ---- Pattern ---- */

static void pattern_dealloc(RtObject *object) {
  Pattern *p = (Pattern *)object;
  rt_decref(p->source), rt_decref_object(p->names);
  free(p->code);
  rt_free_object(object, sizeof *p);
}

static RtValue pattern_repr(RtValue v) {
  static const struct { uint32_t flag; const char *name; } shown[] = {{RE_I, "re.IGNORECASE"}, {RE_L, "re.LOCALE"}, {RE_M, "re.MULTILINE"}, {RE_S, "re.DOTALL"}, {RE_X, "re.VERBOSE"}, {RE_A, "re.ASCII"}};
  Pattern *p = (Pattern *)rt_object(v);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "re.compile(", -1);
  if (rt_writer_repr(&w, p->source) < 0) return rt_writer_drop(&w), 0;
  for (size_t i = 0, n = 0; i < sizeof shown / sizeof *shown; i++)
    if (p->flags & shown[i].flag) rt_writer_ascii(&w, n++ ? "|" : ", ", -1), rt_writer_ascii(&w, shown[i].name, -1);
  rt_writer_char(&w, ')');
  return rt_value(rt_writer_finish(&w));
}

RT_METHOD(pattern_pattern) { return rt_new_ref(AS_PATTERN->source); }
RT_METHOD(pattern_flags) { return rt_int_box(AS_PATTERN->flags); }
RT_METHOD(pattern_groups) { return rt_int_box(AS_PATTERN->groups); }
RT_METHOD(pattern_groupindex) { return rt_value(rt_dict_copy(AS_PATTERN->names)); }

#define KEYWORDS(name) {#name, pattern_##name, 0, -1, RT_METHOD_KEYWORDS}
#define GETTER(name) {#name, pattern_##name, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef pattern_methods[] = {KEYWORDS(match), KEYWORDS(fullmatch), KEYWORDS(search), KEYWORDS(findall), KEYWORDS(finditer), KEYWORDS(split), KEYWORDS(sub), KEYWORDS(subn),
                                              GETTER(pattern), GETTER(flags), GETTER(groups), GETTER(groupindex),
                                              {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS}, {NULL, NULL, 0, 0, 0}};
RtType rt_type_re_pattern = {.head = RT_STATIC_HEAD, .name = "re.Pattern", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(Pattern), .base = &rt_type_object,
                             .dealloc = pattern_dealloc, .repr = pattern_repr, .methods = pattern_methods};

#define FLAG(name, bits)                                                                                              \
  RtValue rt_re_flag_##name(void) { return rt_from_small(bits); }
FLAG(i, RE_I)
FLAG(l, RE_L)
FLAG(m, RE_M)
FLAG(s, RE_S)
FLAG(u, RE_U)
FLAG(x, RE_X)
FLAG(a, RE_A)
FLAG(none, 0)
