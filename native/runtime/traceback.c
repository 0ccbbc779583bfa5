/* Tracebacks: recording where an exception passes, and printing what nobody caught as CPython's interpreter does. */
#include "traceback.h"
#include "code-object.h"
#include "container.h"
#include "hooks.h"
#include "memory.h"
#include "object.h"
#include "print.h"
#include "str.h"
#include "sys.h"
#include "type.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- the objects ---- */

RtValue rt_failed_lookup;

void rt_traceback_add(const RtLocation *location) {
  RtValue exception = rt_pending;
  if (!exception) return;
  RtTraceback *top = (RtTraceback *)rt_object(rt_exception_of(exception)->traceback);
  if (top && top->location == location && top->head.refcount == 1) {
    top->repeats++;
    return;
  }
  RtTraceback *t = rt_memory_try(&rt_type_traceback, sizeof *t);
  if (!t) return; /* an entry less is better than another exception */
  t->location = location;
  t->at_lookup = exception == rt_failed_lookup;
  rt_failed_lookup = 0;
  t->next = rt_exception_of(exception)->traceback;
  rt_exception_of(exception)->traceback = rt_value(t);
}

static void traceback_dealloc(RtObject *object) {
  rt_xdecref(((RtTraceback *)object)->next);
  rt_free_object(object, sizeof(RtTraceback));
}

#define TRACEBACK(v) ((RtTraceback *)rt_object(v))
RT_METHOD(get_line) { return rt_from_small(TRACEBACK(self)->location->line); }
RT_METHOD(get_next) {
  RtTraceback *t = TRACEBACK(self), *rest;
  if (t->repeats == 0) return rt_new_ref(t->next ? t->next : RT_NONE);
  if (!(rest = rt_alloc(&rt_type_traceback, sizeof *rest))) return 0;
  rest->location = t->location;
  rest->repeats = t->repeats - 1;
  rest->next = t->next ? rt_new_ref(t->next) : 0;
  return rt_value(rest);
}
RT_METHOD(get_frame) { return rt_frame_object(TRACEBACK(self)->location->code, TRACEBACK(self)->location->line); }
RT_METHOD(get_instruction) { return rt_from_small(-1); }
static const RtMethodDef methods[] = {{"tb_frame", get_frame, 0, 0, RT_METHOD_GETTER}, {"tb_lasti", get_instruction, 0, 0, RT_METHOD_GETTER}, {"tb_lineno", get_line, 0, 0, RT_METHOD_GETTER}, {"tb_next", get_next, 0, 0, RT_METHOD_GETTER}, {0}};

/* tb_next can be set, so that a report leaves out frames. */
static int traceback_setattr(RtValue self, RtStr *name, RtValue value) {
  if (!rt_str_equal(name, RT_NAME(tb_next))) return rt_object_setattr(self, name, value);
  bool is_traceback = value && !rt_is_small(value) && rt_typeof(value) == &rt_type_traceback;
  if (!is_traceback && value != RT_NONE) {
    if (value) rt_raise_type_of("expected traceback object or None, got '%s'", value);
    else rt_raise_string(&rt_exc_TypeError, "can't delete tb_next attribute");
    return -1;
  }
  for (RtValue each = is_traceback ? value : 0; each; each = TRACEBACK(each)->next)
    if (each == self) return rt_raise_string(&rt_exc_ValueError, "traceback loop detected"), -1;
  RtValue old = TRACEBACK(self)->next;
  TRACEBACK(self)->next = is_traceback ? rt_new_ref(value) : 0;
  TRACEBACK(self)->repeats = 0;
  rt_xdecref(old);
  return 0;
}

RtType rt_type_traceback = {.head = RT_STATIC_HEAD, .name = "traceback", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtTraceback),
                            .dealloc = traceback_dealloc, .setattr = traceback_setattr, .methods = methods};

/* ---- text ---- */

void rt_text_add(RtText *t, const char *text, size_t length) {
  if (length == 0) return;
  if (t->length + length > t->capacity) {
    size_t capacity = (t->length + length) * 2 + 256;
    char *grown = realloc(t->data, capacity);
    if (!grown) return;
    t->data = grown;
    t->capacity = capacity;
  }
  memcpy(t->data + t->length, text, length);
  t->length += length;
}

void rt_text_puts(RtText *t, const char *text) { rt_text_add(t, text, strlen(text)); }

void rt_text_number(RtText *t, int64_t number) {
  char digits[24], *end = digits + sizeof digits, *at = end;
  assert(number >= 0);
  do *--at = (char)('0' + number % 10);
  while (number /= 10);
  rt_text_add(t, at, (size_t)(end - at));
}

void rt_text_printf(RtText *t, const char *format, ...) {
  char small[512];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(small, sizeof small, format, args);
  va_end(args);
  rt_text_add(t, small, length < (int)sizeof small ? (size_t)length : sizeof small - 1);
}

/* As stderr writes it: surrogates as escapes. */
static void add_encoded(RtText *t, const RtStr *s) {
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t c = rt_str_at(s, i);
    char bytes[8];
    if (c >= 0xd800 && c <= 0xdfff) rt_text_printf(t, "\\u%04x", c);
    else rt_text_add(t, bytes, (size_t)rt_print_encode(c, bytes));
  }
}

static void add_str(RtText *t, RtStr *s) {
  if (!s) return;
  if (s->ascii) rt_text_add(t, (const char *)s->data, (size_t)s->length);
  else RT_ONLY_WITH(rt_str_beyond_ascii, add_encoded)(t, s);
}

/* str(v) or repr(v), or what stands in for it when that has failed: s is NULL. */
static void add_safely(RtText *t, STEAL RtStr *s, const char *what, const char *function) {
  if (s) add_str(t, s);
  else rt_text_printf(t, "<%s %s() failed>", what, function);
  rt_xdecref(rt_value(s));
  rt_clear_pending();
}

/* ---- the parts of a report ---- */

typedef struct Report {
  RtText out;
  bool marked;     /* marks below source lines */
  int depth;       /* of groups */
  bool need_close;
  RtValue seen[64]; /* exceptions printed or about to be */
  int seen_count;
} Report;

enum { GROUP_WIDTH = 15, GROUP_DEPTH = 10, REPEATS = 3, CHAIN = 64 };

static void indent(Report *r) {
  for (int i = 0; i < r->depth; i++) rt_text_puts(&r->out, "  ");
}

/* Writes text line by line behind the margin of the group. */
static void emit(Report *r, const char *text, size_t length, char margin) {
  while (length > 0) {
    const char *stop = memchr(text, '\n', length);
    size_t part = stop ? (size_t)(stop - text) + 1 : length;
    if (r->depth) {
      indent(r);
      rt_text_add(&r->out, &margin, 1);
      rt_text_puts(&r->out, " ");
    }
    rt_text_add(&r->out, text, part);
    text += part;
    length -= part;
  }
}

static void emit_text(Report *r, RtText *text) {
  emit(r, text->data, text->length, '|');
  free(text->data);
  *text = (RtText){0};
}

static bool is_same_place(const RtLocation *a, const RtLocation *b) {
  return a->line == b->line && (a->code == b->code || (a->code->source == b->code->source && !strcmp(a->code->name, b->code->name)));
}

static void add_repeats(RtText *t, int64_t count) {
  if (count <= REPEATS) return;
  count -= REPEATS;
  rt_text_puts(t, "  [Previous line repeated ");
  rt_text_number(t, count);
  rt_text_puts(t, count > 1 ? " more times]\n" : " more time]\n");
}

/* marked: with the marks below the source line. */
static void add_frame(RtText *t, const RtLocation *at, bool marked, bool at_lookup) {
  rt_text_puts(t, "  File \"");
  rt_text_puts(t, at->code->source->path);
  rt_text_puts(t, "\", line ");
  rt_text_number(t, at->line);
  rt_text_puts(t, ", in ");
  rt_text_puts(t, at->code->name);
  rt_text_puts(t, "\n");
  RtLocation line = *at;
  line.end_line = line.end_column = 0;
  rt_traceback_source_lines(t, marked ? at : &line, at_lookup);
}

static int64_t entry_limit = INT64_MAX;

RT_WITNESS void rt_traceback_set_limit(RtValue limit) {
  bool is_limit = limit && rt_is_small(limit);
  entry_limit = !is_limit ? INT64_MAX : rt_small(limit) < 0 ? 0 : rt_small(limit);
}

/* From the first entry to the first of the last ones that the limit allows; what is printed of that one is all that is left of its repeats. */
static RtValue distance_to_shown(RtValue first) {
  RtValue shown = first;
  int64_t excess = -entry_limit;
  for (RtValue each = first; each; each = TRACEBACK(each)->next) excess += TRACEBACK(each)->repeats + 1;
  for (; shown && excess > TRACEBACK(shown)->repeats; shown = TRACEBACK(shown)->next) excess -= TRACEBACK(shown)->repeats + 1;
  if (shown && excess > 0) TRACEBACK(shown)->repeats -= excess;
  return shown - first;
}

static inline __attribute__((always_inline)) RtValue shown_stack(const RtException *e) {
  return e->traceback + RT_ONLY_WITH(rt_traceback_set_limit, distance_to_shown)(e->traceback);
}

static void emit_stack(Report *r, RtValue traceback) {
  RtText t = {0};
  const RtLocation *last = NULL;
  int64_t count = 0;
  for (; traceback; traceback = TRACEBACK(traceback)->next) {
    const RtLocation *at = TRACEBACK(traceback)->location;
    if (!last || !is_same_place(last, at)) {
      add_repeats(&t, count);
      last = at;
      count = 0;
    }
    for (int64_t i = TRACEBACK(traceback)->repeats; i >= 0; i--)
      if (++count <= REPEATS) add_frame(&t, at, r->marked, TRACEBACK(traceback)->at_lookup);
  }
  add_repeats(&t, count);
  emit_text(r, &t);
}

static void add_full_name(RtText *t, RtType *type) {
  RtStr *module = type->module_name;
  if (module && module != RT_NAME(__main__) && !rt_str_equal(module, RT_NAME(__main__)) && !rt_str_equal(module, RT_NAME(builtins))) {
    add_str(t, module);
    rt_text_puts(t, ".");
  }
  if (type->qualname) add_str(t, type->qualname);
  else rt_text_puts(t, type->name);
}

static void add_class_name(RtText *t, RtType *type) {
  if (rt_is_class(type)) RT_ONLY_WITH(rt_class_build, add_full_name)(t, type);
  else rt_text_puts(t, type->name);
}

static void add_notes(RtText *t, RtValue notes) {
  if (!rt_is_list(notes) && !rt_is_tuple(notes)) {
    add_safely(t, rt_repr(notes), "__notes__", "repr");
    rt_text_puts(t, "\n");
    return;
  }
  int64_t count = rt_len(notes);
  for (int64_t i = 0; i < count; i++) {
    RtValue note = rt_getitem(notes, rt_from_small(i));
    if (!note) break;
    add_safely(t, rt_str(note), "note", "str");
    rt_text_puts(t, "\n");
    rt_decref(note);
  }
  rt_clear_pending();
}

static void add_suggestion(RtText *t, RtException *e) {
  RtStr *hint = rt_suggestion(e);
  if (hint) {
    rt_text_puts(t, ". Did you mean: '");
    add_str(t, hint);
    rt_text_puts(t, "'?");
  }
  if (rt_suggests_import(e)) {
    RtValue name = e->extra[RT_EXTRA_NAME];
    rt_text_puts(t, hint ? " Or did you forget to import '" : ". Did you forget to import '");
    add_str(t, (RtStr *)rt_object(name));
    rt_text_puts(t, "'?");
  }
  rt_xdecref(rt_value(hint));
  rt_clear_pending();
}

static void add_any_message(RtText *t, RtException *e) {
  rt_ready(e->head.type);
  add_safely(t, rt_str(rt_value(e)), "exception", "str");
}

/* What rt_exception_plain makes needs none of the code by which objects become text. */
static bool add_plain_message(RtText *t, RtException *e) {
  RtType *type = e->head.type;
  int64_t count = e->args ? e->args->length : 0;
  if (rt_is_class(type) || count > 2 || type == RT_IF_MADE(rt_exc_KeyError)) return false;
  RtValue text = count ? e->args->items[count - 1] : 0;
  if (text && (rt_is_small(text) || rt_object(text)->type != &rt_type_str)) return false;
  if (count == 2) {
    if (!rt_is_subtype(type, &rt_exc_OSError) || !rt_is_small(e->extra[RT_EXTRA_ERRNO]) || rt_small(e->extra[RT_EXTRA_ERRNO]) < 0 || e->extra[RT_EXTRA_STRERROR] != text || e->extra[RT_EXTRA_FILENAME])
      return false;
    rt_text_puts(t, "[Errno ");
    rt_text_number(t, rt_small(e->extra[RT_EXTRA_ERRNO]));
    rt_text_puts(t, "] ");
  }
  if (text) add_str(t, (RtStr *)rt_object(text));
  return true;
}

static void add_message(RtText *t, RtException *e) {
  if (add_plain_message(t, e)) return;
  RT_ONLY_WITH(rt_exception_unplain, add_any_message)(t, e);
}

static void emit_last_line(Report *r, RtException *e) {
  RtText t = {0}, message = {0};
  add_class_name(&t, e->head.type);
  add_message(&message, e);
  RT_ONLY_WITH(rt_exception_set_named, add_suggestion)(&message, e);
  if (message.length) {
    rt_text_puts(&t, ": ");
    rt_text_add(&t, message.data, message.length);
  }
  free(message.data);
  rt_text_puts(&t, "\n");
  if (e->notes) RT_ONLY_WITH(rt_exception_set_notes, add_notes)(&t, e->notes);
  emit_text(r, &t);
}

/* ---- chains and groups ---- */

static bool see(Report *r, RtValue exception) {
  for (int i = 0; i < r->seen_count; i++)
    if (r->seen[i] == exception) return false;
  if (r->seen_count < (int)(sizeof r->seen / sizeof *r->seen)) r->seen[r->seen_count++] = exception;
  return true;
}

static void report(Report *r, RtValue exception);

static void emit_member(Report *r, RtTuple *members, int64_t i, bool is_last) {
  bool truncated = i >= GROUP_WIDTH;
  if (is_last) r->need_close = true;
  char title[24];
  snprintf(title, sizeof title, "%lld", (long long)i + 1);
  indent(r);
  rt_text_printf(&r->out, "%s+---------------- %s ----------------\n", i == 0 ? "+-" : "  ", truncated ? "..." : title);
  r->depth++;
  if (truncated) {
    RtText t = {0};
    int64_t rest = members->length - GROUP_WIDTH;
    rt_text_printf(&t, "and %lld more exception%s\n", (long long)rest, rest > 1 ? "s" : "");
    emit_text(r, &t);
  } else {
    see(r, members->items[i]);
    report(r, members->items[i]);
  }
  if (is_last && r->need_close) {
    indent(r);
    rt_text_puts(&r->out, "+------------------------------------\n");
    r->need_close = false;
  }
  r->depth--;
}

static void emit_group(Report *r, RtException *e) {
  if (r->depth > GROUP_DEPTH) {
    RtText t = {0};
    rt_text_printf(&t, "... (max_group_depth is %d)\n", GROUP_DEPTH);
    emit_text(r, &t);
    return;
  }
  bool outermost = r->depth == 0;
  if (outermost) r->depth = 1;
  RtValue stack = shown_stack(e);
  if (stack) {
    static const char header[] = "Exception Group Traceback (most recent call last):\n";
    emit(r, header, sizeof header - 1, outermost ? '+' : '|');
    emit_stack(r, stack);
  }
  emit_last_line(r, e);
  RtTuple *members = (RtTuple *)rt_object(e->extra[RT_EXTRA_EXCEPTIONS]);
  int64_t count = members->length <= GROUP_WIDTH ? members->length : GROUP_WIDTH + 1;
  r->need_close = false;
  for (int64_t i = 0; i < count; i++) emit_member(r, members, i, i == count - 1);
  if (outermost) r->depth = 0;
}

static void emit_one(Report *r, RtException *e) {
  if (rt_is_subtype(e->head.type, &rt_exc_BaseExceptionGroup) && e->extra[RT_EXTRA_EXCEPTIONS]) {
    RT_ONLY_WITH(rt_group_construct, emit_group)(r, e);
    return;
  }
  RtValue stack = shown_stack(e);
  if (stack) {
    static const char header[] = "Traceback (most recent call last):\n";
    emit(r, header, sizeof header - 1, '|');
    emit_stack(r, stack);
  }
  emit_last_line(r, e);
}

static const char cause_text[] = "\nThe above exception was the direct cause of the following exception:\n\n";
static const char context_text[] = "\nDuring handling of the above exception, another exception occurred:\n\n";

/* The oldest exception of the chain comes first. */
static void report(Report *r, RtValue exception) {
  RtException *chain[CHAIN];
  const char *links[CHAIN];
  int count = 0;
  while (exception && count < CHAIN) {
    RtException *e = chain[count] = rt_exception_of(exception);
    RtValue next = e->cause && see(r, e->cause) ? e->cause : 0;
    links[count] = next ? cause_text : NULL;
    if (!next && e->context && !e->suppress_context && see(r, e->context)) {
      next = e->context;
      links[count] = context_text;
    }
    count++;
    exception = next;
  }
  while (count-- > 0) {
    if (links[count]) emit(r, links[count], strlen(links[count]), '|');
    emit_one(r, chain[count]);
  }
}

static void write_stderr(const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(STDERR_FILENO, text, length);
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

char *rt_traceback_text(RtValue exception, size_t *length) {
  Report r = {.marked = true};
  RtValue pending = rt_take_unready();
  see(&r, exception);
  report(&r, exception);
  rt_set_pending(pending);
  *length = r.out.length;
  return r.out.data;
}

void rt_traceback_print(RtValue exception) {
  size_t length;
  char *text = rt_traceback_text(exception, &length);
  write_stderr(text, length);
  free(text);
}

/* Without causes, notes and marks: what the interpreter writes where nobody can catch. */
static void emit_unchained(Report *r, RtException *e) {
  RtValue stack = shown_stack(e);
  if (stack) {
    static const char header[] = "Traceback (most recent call last):\n";
    emit(r, header, sizeof header - 1, '|');
    emit_stack(r, stack);
  }
  RtText message = {0};
  add_class_name(&r->out, e->head.type);
  add_safely(&message, rt_str(rt_value(e)), "exception", "str");
  if (message.length) rt_text_puts(&r->out, ": ");
  rt_text_add(&r->out, message.data, message.length);
  rt_text_puts(&r->out, "\n");
  free(message.data);
}

void rt_write_unraisable(const char *what, RtValue where) {
  RtValue exception = rt_take_pending();
  if (RT_ONLY_WITH(rt_hooks_assign, rt_hooks_unraisable)(what, where, exception)) {
    rt_xdecref(exception);
    return;
  }
  RtText t = {0};
  rt_text_puts(&t, what ? what : "Exception ignored in");
  rt_text_puts(&t, ": ");
  add_safely(&t, rt_repr(where), "object", "repr");
  rt_text_puts(&t, "\n");
  Report r = {.out = t};
  if (exception) emit_unchained(&r, rt_exception_of(exception));
  if (!RT_ONLY_WITH(rt_sys_own_stderr, rt_sys_write_stderr)(r.out.data, r.out.length)) write_stderr(r.out.data, r.out.length);
  free(r.out.data);
  rt_xdecref(exception);
}
