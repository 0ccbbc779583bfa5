/* Arguments meet parameters: the general case, with CPython's errors word for word. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Binding {
  RtFunction *function;
  const RtCode *code;
  RtValue *frame;
  int64_t total; /* named parameters */
  RtTuple *varargs;
  RtDict *kwargs;
} Binding;

static char *qualname(const Binding *b) { return rt_str_to_utf8(rt_function_qualname(b->function), NULL); }

static RtValue raise_with_name(const Binding *b, const char *format, RtValue name) {
  char *function = qualname(b), *text = rt_str_to_utf8((RtStr *)rt_object(name), NULL);
  if (function && text) rt_raise_format(&rt_exc_TypeError, format, function, text);
  free(function);
  free(text);
  return 0;
}

/* ---- what is missing ---- */

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" */
static RtStr *list_names(const Binding *b, int64_t from, int64_t to, int64_t count) {
  RtWriter w;
  rt_writer_init(&w);
  int64_t written = 0;
  for (int64_t i = from; i < to; i++) {
    if (b->frame[i]) continue;
    if (written) rt_writer_ascii(&w, written < count - 1 ? ", " : count == 2 ? " and " : ", and ", -1);
    rt_writer_char(&w, '\'');
    rt_writer_str(&w, b->code->parameter_names[i]);
    rt_writer_char(&w, '\'');
    written++;
  }
  return rt_writer_finish(&w);
}

static bool raise_missing(const Binding *b, int64_t from, int64_t to, const char *kind) {
  int64_t count = 0;
  for (int64_t i = from; i < to; i++) count += b->frame[i] == 0;
  if (count == 0) return false;
  RtStr *names = list_names(b, from, to, count);
  char *function = qualname(b), *text = names ? rt_str_to_utf8(names, NULL) : NULL;
  if (text && function)
    rt_raise_format(&rt_exc_TypeError, "%s() missing %lld required %s argument%s: %s", function, (long long)count, kind, count == 1 ? "" : "s", text);
  free(function);
  free(text);
  rt_xdecref(rt_value(names));
  return true;
}

static RtValue too_many(const Binding *b, int64_t given) {
  int64_t most = b->code->positional, defaults = b->function->defaults ? b->function->defaults->length : 0, keyword_only = 0;
  for (int64_t i = most; i < b->total; i++) keyword_only += b->frame[i] != 0;
  char takes[64], were[96];
  if (defaults) snprintf(takes, sizeof takes, "from %lld to %lld", (long long)(most - defaults), (long long)most);
  else snprintf(takes, sizeof takes, "%lld", (long long)most);
  bool plural = defaults ? true : most != 1;
  if (keyword_only)
    snprintf(were, sizeof were, " positional argument%s (and %lld keyword-only argument%s)", given == 1 ? "" : "s", (long long)keyword_only, keyword_only == 1 ? "" : "s");
  else were[0] = 0;
  char *name = qualname(b);
  if (name)
    rt_raise_format(&rt_exc_TypeError, "%s() takes %s positional argument%s but %lld%s %s given", name, takes, plural ? "s" : "",
                    (long long)given, were, given == 1 && !keyword_only ? "was" : "were");
  free(name);
  return 0;
}

/* ---- keywords ---- */

static int64_t find_parameter(const Binding *b, RtValue name) {
  RtStr *const *names = b->code->parameter_names;
  for (int64_t i = b->code->posonly; i < b->total; i++)
    if (rt_value(names[i]) == name) return i;
  for (int64_t i = b->code->posonly; i < b->total; i++)
    if (rt_str_equal(names[i], (RtStr *)rt_object(name))) return i;
  return -1;
}

static bool is_positional_only(const Binding *b, RtValue name) {
  for (int64_t i = 0; i < b->code->posonly; i++)
    if (rt_str_equal(b->code->parameter_names[i], (RtStr *)rt_object(name))) return true;
  return false;
}

static RtValue positional_as_keywords(const Binding *b, RtTuple *kwnames) {
  RtWriter w;
  rt_writer_init(&w);
  bool first = true;
  for (int64_t i = 0; i < b->code->posonly; i++)
    for (int64_t k = 0; k < kwnames->length; k++) {
      if (!rt_str_equal(b->code->parameter_names[i], (RtStr *)rt_object(kwnames->items[k]))) continue;
      if (!first) rt_writer_ascii(&w, ", ", 2);
      rt_writer_str(&w, b->code->parameter_names[i]);
      first = false;
    }
  RtStr *names = rt_writer_finish(&w);
  if (!names) return 0;
  raise_with_name(b, "%s() got some positional-only arguments passed as keyword arguments: '%s'", rt_value(names));
  rt_decref_object(names);
  return 0;
}

static RtValue unexpected(const Binding *b, RtTuple *kwnames, RtValue name) {
  for (int64_t i = 0; i < kwnames->length; i++)
    if (is_positional_only(b, kwnames->items[i])) return positional_as_keywords(b, kwnames);
  RtStr *close = NULL;
  RtList *candidates = rt_list_new(0);
  for (int64_t i = b->code->posonly; candidates && i < b->total; i++) rt_list_append(candidates, rt_value(b->code->parameter_names[i]));
  if (candidates) close = rt_closest_name((RtStr *)rt_object(name), candidates);
  rt_xdecref(rt_value(candidates));
  if (!close) return raise_with_name(b, "%s() got an unexpected keyword argument '%s'", name);
  char *function = qualname(b), *text = rt_str_to_utf8((RtStr *)rt_object(name), NULL), *hint = rt_str_to_utf8(close, NULL);
  if (function && text && hint)
    rt_raise_format(&rt_exc_TypeError, "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", function, text, hint);
  free(function);
  free(text);
  free(hint);
  rt_decref_object(close);
  return 0;
}

static int take_keyword(Binding *b, RtTuple *kwnames, RtValue name, RtValue value) {
  int64_t i = find_parameter(b, name);
  if (i < 0) {
    if (b->kwargs) return rt_dict_set(b->kwargs, name, value);
    unexpected(b, kwnames, name);
    return -1;
  }
  if (b->frame[i]) {
    raise_with_name(b, "%s() got multiple values for argument '%s'", name);
    return -1;
  }
  b->frame[i] = value;
  return 0;
}

/* ---- the whole ---- */

static void fill_defaults(Binding *b) {
  RtTuple *defaults = b->function->defaults;
  int64_t positional = b->code->positional, first = positional - (defaults ? defaults->length : 0);
  for (int64_t i = first; i < positional; i++)
    if (!b->frame[i]) b->frame[i] = defaults->items[i - first];
}

static int fill_keyword_defaults(Binding *b) {
  RtDict *defaults = b->function->kwdefaults;
  for (int64_t i = b->code->positional; defaults && i < b->total; i++)
    if (!b->frame[i]) b->frame[i] = rt_dict_get_str(defaults, b->code->parameter_names[i]);
  return raise_missing(b, b->code->positional, b->total, "keyword-only") ? -1 : 0;
}

static int bind(Binding *b, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  int64_t positional = b->code->positional, taken = nargs < positional ? nargs : positional;
  memset(b->frame, 0, (size_t)b->total * sizeof(RtValue));
  if (taken) memcpy(b->frame, args, (size_t)taken * sizeof(RtValue));
  if (b->code->flags & RT_CODE_VARARGS) {
    b->varargs = nargs > taken ? rt_tuple_from(args + taken, nargs - taken) : rt_tuple_new(0);
    if (!b->varargs) return -1;
  }
  if ((b->code->flags & RT_CODE_KWARGS) && !(b->kwargs = rt_dict_new(kwnames ? kwnames->length : 0))) return -1;
  for (int64_t i = 0; kwnames && i < kwnames->length; i++)
    if (take_keyword(b, kwnames, kwnames->items[i], args[nargs + i]) < 0) return -1;
  if (nargs > positional && !b->varargs) {
    too_many(b, nargs);
    return -1;
  }
  fill_defaults(b);
  if (raise_missing(b, 0, positional, "positional")) return -1;
  return fill_keyword_defaults(b);
}

RtValue rt_bind_call(RtFunction *function, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  const RtCode *code = function->code;
  Binding b = {.function = function, .code = code, .total = code->positional + code->kwonly};
  RtValue frame[b.total + 2], result = 0;
  b.frame = frame;
  if (bind(&b, args, nargs, kwnames) == 0) {
    int64_t at = b.total;
    if (b.varargs) frame[at++] = rt_value(b.varargs);
    if (b.kwargs) frame[at] = rt_value(b.kwargs);
    result = code->entry(function, frame);
  }
  if (b.varargs) rt_decref_object(b.varargs);
  if (b.kwargs) rt_decref_object(b.kwargs);
  return result;
}

/* ---- built-in functions with keywords ---- */

static int count_names(const char *const *names) {
  int count = 0;
  while (names[count]) count++;
  return count;
}

static int too_many_given(const char *function, int required, int most, int64_t given) {
  rt_raise_format(&rt_exc_TypeError, "%s() takes %s %d argument%s (%lld given)", function, required == most ? "exactly" : "at most", most,
                  most == 1 ? "" : "s", (long long)given);
  return -1;
}

static RtStr *closest(const char *const *names, RtValue name) {
  RtList *candidates = rt_list_new(0);
  for (; candidates && *names; names++) {
    RtValue each = rt_value(rt_str_from_utf8(*names, -1));
    if (each) rt_list_append(candidates, each);
    rt_xdecref(each);
  }
  RtStr *close = rt_pending || !candidates ? NULL : rt_closest_name((RtStr *)rt_object(name), candidates);
  rt_xdecref(rt_value(candidates));
  return close;
}

/* `names`: those that are known. */
static int unknown_keyword(const char *function, const char *const *names, RtValue name) {
  RtStr *close = closest(names, name);
  char *text = rt_str_to_utf8((RtStr *)rt_object(name), NULL), *hint = close ? rt_str_to_utf8(close, NULL) : NULL;
  if (text && hint) rt_raise_format(&rt_exc_TypeError, "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", function, text, hint);
  else if (text) rt_raise_format(&rt_exc_TypeError, "%s() got an unexpected keyword argument '%s'", function, text);
  free(text);
  free(hint);
  rt_xdecref(rt_value(close));
  return -1;
}

static bool is_named(RtValue name, const char *text) {
  const RtStr *s = (const RtStr *)rt_object(name);
  return s->kind == 1 && (size_t)s->length == strlen(text) && memcmp(s->data, text, (size_t)s->length) == 0;
}

int rt_parse_args(const char *function, const char *const *names, int required, int positional_only, const RtValue *args,
                  int64_t nargs, RtTuple *kwnames, RtValue *out) {
  int most = count_names(names);
  int64_t keywords = rt_keyword_count(kwnames);
  if (nargs + keywords > most) return too_many_given(function, required, most, nargs + keywords);
  int unnamed = required < positional_only ? required : positional_only;
  if (nargs < unnamed) {
    rt_raise_format(&rt_exc_TypeError, "%s() takes at least %d positional argument%s (%lld given)", function, unnamed,
                    unnamed == 1 ? "" : "s", (long long)nargs);
    return -1;
  }
  for (int i = 0; i < most; i++) out[i] = i < nargs ? args[i] : 0;
  for (int64_t k = 0; k < keywords; k++) {
    int i = positional_only;
    while (i < most && !is_named(kwnames->items[k], names[i])) i++;
    if (i == most) return unknown_keyword(function, names + positional_only, kwnames->items[k]);
    if (out[i]) {
      rt_raise_format(&rt_exc_TypeError, "argument for %s() given by name ('%s') and position (%d)", function, names[i], i + 1);
      return -1;
    }
    out[i] = args[nargs + k];
  }
  for (int i = 0; i < required; i++) {
    if (out[i]) continue;
    rt_raise_format(&rt_exc_TypeError, "%s() missing required argument '%s' (pos %d)", function, names[i], i + 1);
    return -1;
  }
  return 0;
}

int rt_parse_defaults(const char *function, const char *const *names, int required, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtValue *values) {
  int count = 0;
  while (names[count]) count++;
  RtValue given[count];
  if (rt_parse_args(function, names, required, 0, args, nargs, kwnames, given) < 0) return -1;
  for (int i = 0; i < count; i++)
    if (given[i]) values[i] = given[i];
  return 0;
}
