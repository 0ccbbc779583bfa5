/* What programs see of an exception: str, repr, attributes and methods. */
#include "call.h"
#include "container.h"
#include "bytes.h"
#include "exception.h"
#include "type.h"
#include <stdio.h>
#include <stdlib.h>

#define SELF RtException *e = rt_exception_of(self)

/* ---- text ---- */

static RtValue item_or_none(const RtTuple *args, int64_t i) { return args && i < args->length ? args->items[i] : RT_NONE; }

static void write_filename(RtWriter *w, const char *before, RtValue name) {
  RtStr *text = rt_repr(name);
  if (!text) return;
  rt_writer_ascii(w, before, -1);
  rt_writer_str(w, text);
  rt_decref_object(text);
}

static RtValue os_error_str(RtException *e) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "[Errno ", -1);
  RtStr *number = rt_str(e->extra[RT_EXTRA_ERRNO]), *text = rt_str(e->extra[RT_EXTRA_STRERROR]);
  if (number) rt_writer_str(&w, number);
  rt_writer_ascii(&w, "] ", 2);
  if (text) rt_writer_str(&w, text);
  if (e->extra[RT_EXTRA_FILENAME]) RT_ONLY_WITH(rt_exception_set_filename, write_filename)(&w, ": ", e->extra[RT_EXTRA_FILENAME]);
  if (e->extra[RT_EXTRA_FILENAME2]) RT_ONLY_WITH(rt_exception_set_filename, write_filename)(&w, " -> ", e->extra[RT_EXTRA_FILENAME2]);
  rt_xdecref(rt_value(number));
  rt_xdecref(rt_value(text));
  if (!rt_pending) return rt_value(rt_writer_finish(&w));
  rt_writer_drop(&w);
  return 0;
}

/* What the attributes of SyntaxErrors and UnicodeErrors show: the arguments, until one of the attributes is set. Borrowed. */
RtTuple *rt_exception_fields(const RtException *e) {
  RtValue changed = e->extra[RT_EXTRA_FIELDS];
  return changed ? (RtTuple *)rt_object(changed) : e->args;
}

/* SyntaxError(message, (file, line, offset, text, end line, end offset)): the part of that number, or None. Borrowed. */
static RtValue syntax_detail(RtException *e, int64_t i) {
  const RtTuple *fields = rt_exception_fields(e);
  if (!fields || fields->length != 2 || !rt_is_tuple(fields->items[1])) return RT_NONE;
  return item_or_none((RtTuple *)rt_object(rt_base_value(fields->items[1])), i);
}

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

static RtValue syntax_error_str(RtException *e) {
  const RtTuple *fields = rt_exception_fields(e);
  if (!fields || fields->length != 2) return rt_value(rt_str(item_or_none(fields, 0)));
  RtValue file = syntax_detail(e, 0), line = syntax_detail(e, 1);
  RtStr *message = rt_str(fields->items[0]);
  if (!message || (!rt_is_str(file) && !rt_is_int(line))) return rt_value(message);
  RtStr *number = rt_is_int(line) ? rt_str(line) : NULL;
  char *path = rt_is_str(file) ? rt_str_to_utf8((RtStr *)rt_object(rt_base_value(file)), NULL) : NULL;
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_str(&w, message);
  rt_writer_ascii(&w, " (", 2);
  RtStr *name = path ? rt_str_from_utf8(base_name(path), -1) : NULL;
  if (name) rt_writer_str(&w, name);
  if (number) rt_writer_ascii(&w, name ? ", line " : "line ", -1);
  if (number) rt_writer_str(&w, number);
  rt_writer_char(&w, ')');
  free(path);
  rt_xdecref(rt_value(name));
  rt_xdecref(rt_value(number));
  rt_decref_object(message);
  return rt_value(rt_writer_finish(&w));
}

RtValue rt_exception_str(RtValue self) {
  SELF;
  RtType *type = e->head.type;
  if (rt_is_subtype(type, &rt_exc_SyntaxError)) return RT_ONLY_WITH(rt_exception_new, syntax_error_str)(e);
  if (rt_is_subtype(type, &rt_exc_BaseExceptionGroup)) return rt_value(RT_ONLY_WITH(rt_group_construct, rt_group_str)(self));
  if (rt_is_subtype(type, &rt_exc_OSError) && e->extra[RT_EXTRA_ERRNO] && e->extra[RT_EXTRA_STRERROR]) return os_error_str(e);
  if (rt_is_subtype(type, &rt_exc_UnicodeError)) {
    RtStr *text = rt_codec_error_str(e);
    if (text || rt_pending) return rt_value(text);
  }
  int64_t count = e->args ? e->args->length : 0;
  if (count == 0) return rt_value(rt_str_from_utf8("", 0));
  if (count > 1) return rt_value(RT_ONLY_WITH(rt_exception_new, rt_repr)(rt_value(e->args)));
  bool key = rt_is_subtype(type, &rt_exc_KeyError);
  return rt_value(key ? RT_ONLY_WITH(rt_exc_KeyError, rt_repr)(e->args->items[0]) : rt_str(e->args->items[0]));
}

static RtStr *group_arguments_repr(RtException *e) {
  RtList *list = rt_list_from_iterable(e->extra[RT_EXTRA_EXCEPTIONS]);
  if (!list) return NULL;
  RtValue shown[] = {e->args->items[0], rt_is_list(e->args->items[1]) ? e->args->items[1] : rt_value(list)};
  RtTuple *pair = rt_tuple_from(shown, 2);
  RtStr *text = pair ? rt_repr(rt_value(pair)) : NULL;
  rt_decref_object(list);
  rt_xdecref(rt_value(pair));
  return text;
}

static RtStr *arguments_repr(RtException *e) {
  if (rt_is_subtype(e->head.type, &rt_exc_BaseExceptionGroup) && e->args && e->args->length == 2 && !rt_is_tuple(e->args->items[1]))
    return RT_ONLY_WITH(rt_group_construct, group_arguments_repr)(e);
  if (e->args && e->args->length == 1) return rt_repr(e->args->items[0]);
  return e->args ? rt_repr(rt_value(e->args)) : rt_str_from_utf8("()", 2);
}

RtValue rt_exception_repr(RtValue self) {
  SELF;
  RtStr *args = arguments_repr(e);
  if (!args) return 0;
  bool bare = e->args && e->args->length == 1;
  RtWriter w;
  rt_writer_init(&w);
  RtStr *name = rt_str_from_utf8(e->head.type->name, -1);
  if (name) rt_writer_str(&w, name);
  if (bare) rt_writer_char(&w, '(');
  rt_writer_str(&w, args);
  if (bare) rt_writer_char(&w, ')');
  rt_xdecref(rt_value(name));
  rt_decref_object(args);
  return rt_value(rt_writer_finish(&w));
}

/* ---- attributes ---- */

static RtValue or_none(RtValue v) { return rt_new_ref(v ? v : RT_NONE); }

RT_METHOD(get_args) {
  SELF;
  return e->args ? rt_new_ref(rt_value(e->args)) : rt_value(rt_tuple_new(0));
}
RT_METHOD(get_cause) { SELF; return or_none(e->cause); }
RT_METHOD(get_context) { SELF; return or_none(e->context); }
RT_METHOD(get_suppress) { SELF; return rt_bool_ref(e->suppress_context); }
RT_METHOD(get_traceback) { SELF; return or_none(e->traceback); }
RT_METHOD(get_notes) {
  SELF;
  return e->notes ? rt_new_ref(e->notes) : rt_raise_attribute(self, RT_NAME(__notes__), "'%s' object has no attribute '%s'");
}
RT_METHOD(get_extra_0) { SELF; return or_none(e->extra[0]); }
RT_METHOD(get_extra_1) { SELF; return or_none(e->extra[1]); }
RT_METHOD(get_extra_2) { SELF; return or_none(e->extra[2]); }
RT_METHOD(get_extra_3) { SELF; return or_none(e->extra[3]); }
RT_METHOD(get_arg_0) { SELF; return rt_new_ref(item_or_none(rt_exception_fields(e), 0)); }
RT_METHOD(get_arg_1) { SELF; return rt_new_ref(item_or_none(rt_exception_fields(e), 1)); }
RT_METHOD(get_arg_2) { SELF; return rt_new_ref(item_or_none(rt_exception_fields(e), 2)); }
RT_METHOD(get_arg_3) { SELF; return rt_new_ref(item_or_none(rt_exception_fields(e), 3)); }
RT_METHOD(get_arg_4) { SELF; return rt_new_ref(item_or_none(rt_exception_fields(e), 4)); }

RT_METHOD(get_syntax_file) { SELF; return rt_new_ref(syntax_detail(e, 0)); }
RT_METHOD(get_syntax_line) { SELF; return rt_new_ref(syntax_detail(e, 1)); }
RT_METHOD(get_syntax_offset) { SELF; return rt_new_ref(syntax_detail(e, 2)); }
RT_METHOD(get_syntax_text) { SELF; return rt_new_ref(syntax_detail(e, 3)); }
RT_METHOD(get_syntax_end_line) { SELF; return rt_new_ref(syntax_detail(e, 4)); }
RT_METHOD(get_syntax_end_offset) { SELF; return rt_new_ref(syntax_detail(e, 5)); }

static int set_link(RtValue *place, RtValue value, const char *what) {
  if (!value) return rt_raise_format(&rt_exc_TypeError, "__%s__ may not be deleted", what), -1;
  if (value && value != RT_NONE && !rt_is_exception(value)) {
    rt_raise_format(&rt_exc_TypeError, "exception %s must be None or derive from BaseException", what);
    return -1;
  }
  RtValue old = *place;
  *place = value && value != RT_NONE ? rt_new_ref(value) : 0;
  rt_xdecref(old);
  return 0;
}

static int set_traceback(RtException *e, RtValue value) {
  if (!value || (value != RT_NONE && rt_typeof(value) != &rt_type_traceback)) {
    rt_raise_string(&rt_exc_TypeError, value ? "__traceback__ must be a traceback or None" : "__traceback__ may not be deleted");
    return -1;
  }
  RtValue old = e->traceback;
  e->traceback = value == RT_NONE ? 0 : rt_new_ref(value);
  rt_xdecref(old);
  return 0;
}

static int set_args(RtException *e, RtValue value) {
  RtTuple *args = value ? rt_tuple_from_iterable(value) : NULL;
  if (!value) rt_raise_string(&rt_exc_TypeError, "args may not be deleted");
  if (!args) return -1;
  rt_exception_set_args(e, args);
  return 0;
}

RT_WITNESS int rt_exception_set_notes(RtException *e, RtValue value) {
  RtValue old = e->notes;
  e->notes = value ? rt_new_ref(value) : 0;
  rt_xdecref(old);
  return 0;
}

/* A tuple like `from` (NULL: none) of at least that length, but for one item. */
static RtTuple *changed_at(const RtTuple *from, int64_t length, int64_t at, RtValue value) {
  RtTuple *made = rt_tuple_new(from && from->length > length ? from->length : length);
  for (int64_t i = 0; made && i < made->length; i++) made->items[i] = rt_new_ref(i == at ? value : item_or_none(from, i));
  return made;
}

/* 1: no field of that name. */
static int set_field(RtException *e, bool of_syntax, const char *const *names, const char *name, RtValue value) {
  int64_t at = 0, count = 0;
  while (names[at] && strcmp(names[at], name)) at++;
  if (!names[at]) return 1;
  while (names[count]) count++;
  const RtTuple *old = rt_exception_fields(e);
  RtTuple *made = NULL;
  if (!value) value = RT_NONE;
  if (of_syntax && at > 0) {
    bool known = old && old->length == 2 && rt_is_tuple(old->items[1]);
    RtTuple *details = changed_at(known ? (RtTuple *)rt_object(rt_base_value(old->items[1])) : NULL, 6, at - 1, value);
    if (details) made = changed_at(old, 2, 1, rt_value(details));
    rt_xdecref(rt_value(details));
  } else {
    made = changed_at(old, of_syntax ? 1 : count, at, value);
  }
  if (!made) return -1;
  rt_exception_set_named(e, RT_EXTRA_FIELDS, rt_value(made));
  rt_decref_object(made);
  return 0;
}

static int set_own_field(RtException *e, const char *name, RtValue value) {
  static const char *const syntax[] = {"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", NULL};
  static const char *const unicode[] = {"encoding", "object", "start", "end", "reason", NULL};
  if (rt_is_subtype(e->head.type, &rt_exc_SyntaxError)) return set_field(e, true, syntax, name, value);
  if (rt_is_subtype(e->head.type, &rt_exc_UnicodeTranslateError)) return set_field(e, false, unicode + 1, name, value);
  return rt_is_subtype(e->head.type, &rt_exc_UnicodeError) ? set_field(e, false, unicode, name, value) : 1;
}

static int set_suppress(RtException *e, RtValue value) {
  if (value != RT_TRUE && value != RT_FALSE)
    return rt_raise_string(&rt_exc_TypeError, value ? "attribute value type must be bool" : "can't delete numeric/char attribute"), -1;
  e->suppress_context = value == RT_TRUE;
  return 0;
}

int rt_exception_set_attribute(RtException *e, const char *name, RtValue value) {
  rt_exception_unplain();
  if (!strcmp(name, "__cause__")) {
    if (value) e->suppress_context = true;
    return set_link(&e->cause, value, "cause");
  }
  if (!strcmp(name, "__context__")) return set_link(&e->context, value, "context");
  if (!strcmp(name, "__traceback__")) return set_traceback(e, value);
  if (!strcmp(name, "__suppress_context__")) return set_suppress(e, value);
  if (!strcmp(name, "args")) return set_args(e, value);
  if (!strcmp(name, "__notes__")) return rt_exception_set_notes(e, value);
  int of_fields = set_own_field(e, name, value);
  if (of_fields <= 0) return of_fields;
  static const struct { const char *name; int extra; } extras[] = {
      {"value", 0}, {"code", 0}, {"errno", 0}, {"strerror", 1}, {"filename", 2}, {"filename2", 3}, {"name", 0}, {"obj", 1}, {"path", 1}, {"msg", 2}};
  for (size_t i = 0; i < sizeof extras / sizeof *extras; i++)
    if (!strcmp(name, extras[i].name)) {
      if (extras[i].extra == RT_EXTRA_FILENAME) rt_exception_set_filename(e, value);
      else rt_exception_set_named(e, extras[i].extra, value);
      return 0;
    }
  rt_raise_string(&rt_exc_AttributeError, "readonly attribute");
  return -1;
}

/* ---- methods ---- */

RT_METHOD(with_traceback) {
  SELF;
  return set_traceback(e, args[0]) < 0 ? 0 : rt_new_ref(self);
}

RT_METHOD(exception_setstate) {
  if (args[0] == RT_NONE) return rt_none();
  if (!rt_is_dict(args[0])) return rt_raise_string(&rt_exc_TypeError, "state is not a dictionary");
  RtList *items = rt_list_from_iterable(args[0]);
  for (int64_t i = 0; items && !rt_pending && i < items->length; i++) {
    RtValue name = rt_list_get(items, i), value = rt_getitem(args[0], name);
    if (value && rt_is_str(name)) rt_setattr(self, (RtStr *)rt_object(rt_base_value(name)), value);
    else if (value) rt_raise_type_of("attribute name must be string, not '%s'", name);
    rt_decref(name);
    rt_xdecref(value);
  }
  rt_xdecref(rt_value(items));
  return rt_pending ? 0 : rt_none();
}

RT_METHOD(add_note) {
  SELF;
  if (!rt_is_str(args[0])) return rt_raise_type_of("note must be a str, not '%s'", args[0]);
  if (!e->notes) {
    RtList *notes = rt_list_new(1);
    if (!notes) return 0;
    rt_exception_set_notes(e, rt_value(notes));
    rt_decref_object(notes);
  }
  if (!rt_is_list(e->notes)) return rt_raise_string(&rt_exc_TypeError, "Cannot add note: __notes__ is not a list");
  return rt_list_append((RtList *)rt_object(rt_base_value(e->notes)), args[0]) < 0 ? 0 : rt_none();
}

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef base_methods[] = {
    GETTER("args", get_args), GETTER("__cause__", get_cause), GETTER("__context__", get_context),
    GETTER("__suppress_context__", get_suppress), GETTER("__traceback__", get_traceback), GETTER("__notes__", get_notes),
    {"with_traceback", with_traceback, 1, 1, 0}, {"add_note", add_note, 1, 1, 0},
    {"__setstate__", exception_setstate, 1, 1, 0}, {0}};
static const RtMethodDef stop_methods[] = {GETTER("value", get_extra_0), {0}};
static const RtMethodDef exit_methods[] = {GETTER("code", get_extra_0), {0}};
static const RtMethodDef os_methods[] = {GETTER("errno", get_extra_0), GETTER("strerror", get_extra_1), GETTER("filename", get_extra_2),
                                         GETTER("filename2", get_extra_3), {0}};
static const RtMethodDef attribute_methods[] = {GETTER("name", get_extra_0), GETTER("obj", get_extra_1), {0}};
static const RtMethodDef name_methods[] = {GETTER("name", get_extra_0), {0}};
static const RtMethodDef import_methods[] = {GETTER("name", get_extra_0), GETTER("path", get_extra_1), GETTER("msg", get_extra_2), {0}};
static const RtMethodDef syntax_methods[] = {GETTER("msg", get_arg_0), GETTER("filename", get_syntax_file), GETTER("lineno", get_syntax_line),
                                             GETTER("offset", get_syntax_offset), GETTER("text", get_syntax_text),
                                             GETTER("end_lineno", get_syntax_end_line), GETTER("end_offset", get_syntax_end_offset), {0}};
static const RtMethodDef unicode_methods[] = {GETTER("encoding", get_arg_0), GETTER("object", get_arg_1), GETTER("start", get_arg_2),
                                              GETTER("end", get_arg_3), GETTER("reason", get_arg_4), {0}};

static const RtMethodDef translate_methods[] = {GETTER("object", get_arg_0), GETTER("start", get_arg_1), GETTER("end", get_arg_2), GETTER("reason", get_arg_3), {0}};

const RtMethodDef *rt_exception_methods_of(const RtType *type) {
  static const struct { const RtType *type; const RtMethodDef *methods; } rows[] = {
      {&rt_exc_BaseException, base_methods}, {&rt_exc_StopIteration, stop_methods}, {&rt_exc_SystemExit, exit_methods},
      {&rt_exc_OSError, os_methods}, {&rt_exc_AttributeError, attribute_methods}, {&rt_exc_NameError, name_methods},
      {&rt_exc_ImportError, import_methods}, {&rt_exc_UnicodeDecodeError, unicode_methods}, {&rt_exc_UnicodeEncodeError, unicode_methods},
      {&rt_exc_UnicodeTranslateError, translate_methods},
      {&rt_exc_BaseExceptionGroup, rt_group_methods}, {&rt_exc_SyntaxError, syntax_methods}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].type == type) return rows[i].methods;
  return NULL;
}
