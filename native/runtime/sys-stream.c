/*
 * sys.stdin, sys.stdout and sys.stderr as far as programs use them: text in UTF-8, read and written by lines. Their `buffer` is a stream of
 * bytes; what is written to both comes out in the order in which it was written.
 */
#include "bytes.h"
#include "container.h"
#include "exception.h"
#include "object.h"
#include "print.h"
#include "str.h"
#include "sys.h"
#include "tuple.h"
#include "type.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct RtStream {
  RtObject head;
  int number;
  bool at_end, is_binary;
  char *buffer;
  size_t start, end, capacity;
  RtValue binary; /* owned: the stream of bytes of this stream of text, once it is asked for */
} RtStream;
#define STREAM(v) ((RtStream *)rt_object(v))
enum { CHUNK = 1 << 16 };
static RtType stream_type, reader_type, writer_type;

RT_WITNESS RtValue rt_stream_new(int number) {
  RtStream *s = rt_alloc(&stream_type, sizeof *s);
  if (!s) return 0;
  s->number = number;
  return rt_value(s);
}

static void stream_dealloc(RtObject *object) {
  free(((RtStream *)object)->buffer);
  rt_xdecref(((RtStream *)object)->binary);
  rt_free_object(object, sizeof(RtStream));
}

/* ---- writing ---- */

static RtValue not_supported(const char *what) { return rt_raise_format(&rt_exc_OSError, "not %s", what); }

static int write_error_stream(const char *bytes, int64_t length) {
  for (int64_t at = 0; at < length;) {
    ssize_t written = write(STDERR_FILENO, bytes + at, (size_t)(length - at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return rt_raise_errno(errno), -1;
    at += written;
  }
  return 0;
}

static int write_error_text(RtStr *text) {
  int64_t length;
  char *utf8 = rt_str_to_utf8(text, &length);
  int status = utf8 ? write_error_stream(utf8, length) : -1;
  free(utf8);
  return status;
}

static int write_text(RtValue stream, RtValue text) {
  if (!rt_is_str(text)) return rt_raise_argument("write() argument must be str, not %s", text), -1;
  RtStr *s = (RtStr *)rt_object(rt_base_value(text));
  switch (STREAM(stream)->number) {
  case STDOUT_FILENO: return rt_stdout_write_str(s);
  case STDERR_FILENO: return write_error_text(s);
  default: return not_supported("writable"), -1;
  }
}

static int write_bytes(RtValue stream, RtValue bytes) {
  RtBytesView view;
  if (rt_bytes_view_arg(bytes, &view) < 0) return -1;
  switch (STREAM(stream)->number) {
  case STDOUT_FILENO: return rt_stdout_write((const char *)view.data, view.length);
  case STDERR_FILENO: return write_error_stream((const char *)view.data, view.length);
  default: return not_supported("writable"), -1;
  }
}

RT_METHOD(stream_write) { return write_text(self, args[0]) < 0 ? 0 : rt_int_box(rt_len(args[0])); }
RT_METHOD(binary_write) {
  RtBytesView view;
  return write_bytes(self, args[0]) < 0 ? 0 : rt_bytes_view(args[0], &view) ? rt_int_box(view.length) : 0;
}

static RtValue write_lines(RtValue self, RtValue lines, int (*write_line)(RtValue, RtValue)) {
  RtValue iterator = rt_iter(lines);
  if (!iterator) return 0;
  for (RtValue line; (line = rt_next(iterator));) {
    int status = write_line(self, line);
    rt_decref(line);
    if (status < 0) break;
  }
  rt_decref(iterator);
  return rt_pending ? 0 : rt_none();
}

RT_METHOD(stream_writelines) { return write_lines(self, args[0], write_text); }
RT_METHOD(binary_writelines) { return write_lines(self, args[0], write_bytes); }

RT_METHOD(stream_flush) {
  if (STREAM(self)->number == STDOUT_FILENO && rt_stdout_flush() < 0) return 0;
  return rt_none();
}

/* ---- reading ---- */

/* 1: there is more, 0: the end, -1: raised. */
static int fill(RtStream *s) {
  if (s->at_end) return 0;
  if (s->start > 0) {
    memmove(s->buffer, s->buffer + s->start, s->end - s->start);
    s->end -= s->start;
    s->start = 0;
  }
  if (s->capacity - s->end < CHUNK) {
    char *grown = realloc(s->buffer, s->capacity * 2 + CHUNK);
    if (!grown) return rt_raise_memory(), -1;
    s->buffer = grown;
    s->capacity = s->capacity * 2 + CHUNK;
  }
  ssize_t got;
  while ((got = read(s->number, s->buffer + s->end, s->capacity - s->end)) < 0 && errno == EINTR) {}
  if (got < 0) return rt_raise_errno(errno), -1;
  s->end += (size_t)got;
  if (got == 0) s->at_end = true;
  return got > 0;
}

/* The next bytes; in text, "\r\n" and "\r" become "\n". */
static RtValue take(RtStream *s, size_t length) {
  char *text = s->buffer + s->start;
  size_t kept = 0;
  if (s->is_binary) {
    s->start += length;
    return rt_value(rt_bytes_from((const uint8_t *)(length ? text : ""), (int64_t)length));
  }
  for (size_t i = 0; i < length; i++) {
    if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n') continue;
    text[kept++] = text[i] == '\r' ? '\n' : text[i];
  }
  s->start += length;
  return rt_value(rt_str_from_utf8(kept ? text : "", (int64_t)kept));
}

static RtValue read_line(RtStream *s, int64_t limit) {
  size_t looked = 0;
  for (;;) {
    size_t available = s->end - s->start;
    char *stop = available > looked ? memchr(s->buffer + s->start + looked, '\n', available - looked) : NULL;
    size_t length = stop ? (size_t)(stop - (s->buffer + s->start)) + 1 : available;
    if (limit >= 0 && length > (size_t)limit) return take(s, (size_t)limit);
    if (stop) return take(s, length);
    looked = available;
    int more = fill(s);
    if (more < 0) return 0;
    if (more == 0) return take(s, s->end - s->start);
  }
}

static RtStream *readable(RtValue self) {
  if (STREAM(self)->number == STDIN_FILENO) {
    if (rt_stdout_flush() < 0) return NULL;
    return STREAM(self);
  }
  not_supported("readable");
  return NULL;
}

static int64_t size_argument(const RtValue *args, int64_t nargs) {
  int64_t size = -1;
  if (nargs && args[0] != RT_NONE && rt_index(args[0], &size, true) < 0) return -2;
  return size < 0 ? -1 : size;
}

bool rt_is_stream(RtValue v) { return rt_typeof(v) == &stream_type; }

RtStr *rt_stream_read_line(RtValue stream) {
  RtStream *s = readable(stream);
  RtValue line = s ? read_line(s, -1) : 0;
  return line ? rt_str_of(line) : NULL;
}

RT_METHOD(stream_readline) {
  RtStream *s = readable(self);
  int64_t limit = s ? size_argument(args, nargs) : -2;
  return limit == -2 ? 0 : read_line(s, limit);
}

RT_METHOD(stream_read) {
  RtStream *s = readable(self);
  int64_t size = s ? size_argument(args, nargs) : -2;
  if (size == -2) return 0;
  while (size < 0 || s->end - s->start < (size_t)size) {
    int more = fill(s);
    if (more < 0) return 0;
    if (more == 0) break;
  }
  size_t available = s->end - s->start;
  return take(s, size < 0 || available < (size_t)size ? available : (size_t)size);
}

static RtValue stream_next(RtValue self) {
  RtStream *s = readable(self);
  RtValue line = s ? read_line(s, -1) : 0;
  if (line && rt_len(line) > 0) return line;
  rt_xdecref(line);
  return 0;
}

RT_METHOD(stream_readlines) {
  RtList *lines = rt_list_new(0);
  for (RtValue line; lines && (line = stream_next(self));) {
    rt_list_append(lines, line);
    rt_decref(line);
  }
  if (!rt_pending) return rt_value(lines);
  rt_xdecref(rt_value(lines));
  return 0;
}

/* ---- the rest ---- */

RT_METHOD(stream_isatty) { return rt_bool_ref(isatty(STREAM(self)->number)); }
RT_METHOD(stream_fileno) { return rt_from_small(STREAM(self)->number); }
RT_METHOD(stream_readable) { return rt_bool_ref(STREAM(self)->number == STDIN_FILENO); }
RT_METHOD(stream_writable) { return rt_bool_ref(STREAM(self)->number != STDIN_FILENO); }
RT_METHOD(stream_self) { return rt_new_ref(self); }
RT_METHOD(stream_none) { return rt_none(); }
RT_METHOD(stream_encoding) { return rt_value(rt_str_from_utf8("utf-8", -1)); }
RT_METHOD(stream_closed) { return rt_bool_ref(false); }

static const char *stream_name(RtValue self) {
  static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
  return names[STREAM(self)->number];
}
RT_METHOD(stream_get_name) { return rt_value(rt_str_from_utf8(stream_name(self), -1)); }

RT_METHOD(stream_buffer) {
  RtStream *text = STREAM(self);
  if (!text->binary) {
    RtStream *binary = rt_alloc(text->number == STDIN_FILENO ? &reader_type : &writer_type, sizeof *binary);
    if (!binary) return 0;
    binary->number = text->number;
    binary->is_binary = true;
    text->binary = rt_value(binary);
  }
  return rt_new_ref(text->binary);
}

static RtValue binary_repr(RtValue self) {
  char text[64];
  snprintf(text, sizeof text, "<%s name='%s'>", rt_typeof(self)->name, stream_name(self));
  return rt_value(rt_str_from_utf8(text, -1));
}

static RtValue stream_repr(RtValue self) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<_io.TextIOWrapper name='", -1);
  rt_writer_ascii(&w, stream_name(self), -1);
  rt_writer_ascii(&w, STREAM(self)->number == STDIN_FILENO ? "' mode='r' encoding='utf-8'>" : "' mode='w' encoding='utf-8'>", -1);
  return rt_value(rt_writer_finish(&w));
}
static RtValue stream_iter(RtValue self) { return rt_new_ref(self); }

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef methods[] = {
    {"write", stream_write, 1, 1, 0}, {"writelines", stream_writelines, 1, 1, 0}, {"flush", stream_flush, 0, 0, 0},
    {"read", stream_read, 0, 1, 0}, {"readline", stream_readline, 0, 1, 0}, {"readlines", stream_readlines, 0, 1, 0},
    {"isatty", stream_isatty, 0, 0, 0}, {"fileno", stream_fileno, 0, 0, 0}, {"readable", stream_readable, 0, 0, 0},
    {"writable", stream_writable, 0, 0, 0}, {"close", stream_none, 0, 0, 0}, {"reconfigure", stream_none, 0, 0, RT_METHOD_KEYWORDS},
    {"__enter__", stream_self, 0, 0, 0}, {"__exit__", stream_none, 3, 3, 0},
    GETTER("buffer", stream_buffer), GETTER("name", stream_get_name), GETTER("encoding", stream_encoding), GETTER("closed", stream_closed), {0}};
static RtType stream_type = {.head = RT_STATIC_HEAD, .name = "_io.TextIOWrapper", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtStream),
                             .dealloc = stream_dealloc, .repr = stream_repr, .iter = stream_iter, .next = stream_next, .methods = methods};

static const RtMethodDef binary_methods[] = {
    {"write", binary_write, 1, 1, 0}, {"writelines", binary_writelines, 1, 1, 0}, {"flush", stream_flush, 0, 0, 0},
    {"read", stream_read, 0, 1, 0}, {"readline", stream_readline, 0, 1, 0}, {"readlines", stream_readlines, 0, 1, 0},
    {"isatty", stream_isatty, 0, 0, 0}, {"fileno", stream_fileno, 0, 0, 0}, {"readable", stream_readable, 0, 0, 0},
    {"writable", stream_writable, 0, 0, 0}, {"close", stream_none, 0, 0, 0},
    {"__enter__", stream_self, 0, 0, 0}, {"__exit__", stream_none, 3, 3, 0},
    GETTER("name", stream_get_name), GETTER("closed", stream_closed), {0}};
#define BINARY_TYPE(title)                                                                                                              \
  {.head = RT_STATIC_HEAD, .name = title, .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtStream), .dealloc = stream_dealloc, \
   .repr = binary_repr, .iter = stream_iter, .next = stream_next, .methods = binary_methods}
static RtType reader_type = BINARY_TYPE("_io.BufferedReader"), writer_type = BINARY_TYPE("_io.BufferedWriter");

/* ---- io's classes, which are made of Python, are bases of these types where a program has them ---- */

static struct { RtType *type; RtTuple *order; } adopted[] = {{&stream_type, NULL}, {&reader_type, NULL}, {&writer_type, NULL}};
enum { STREAM_TYPES = sizeof adopted / sizeof *adopted };

static void set_order(RtType *type, RtTuple *order) {
  type->mro = order;
  type->version = rt_type_new_version();
}

static int adopt(RtType *type, RtTuple **first, const RtTuple *bases) {
  RtTuple *order = rt_tuple_from(bases->items, bases->length), *last = rt_ready(type)->mro;
  if (!order) return -1;
  rt_decref(order->items[0]);
  order->items[0] = rt_value(type);
  set_order(type, order);
  if (*first) rt_decref_object(last);
  else *first = last;
  return 0;
}

static int adopt_kinds(const RtTuple *bases, int64_t kinds) {
  int status = 0;
  for (int i = 0; i < STREAM_TYPES && status == 0; i++)
    if (kinds >> i & 1) status = adopt(adopted[i].type, &adopted[i].order, bases);
  return status;
}

/* adopt_streams(class, kinds): what the class derives from, the types of these kinds derive from too. */
RT_WITNESS RT_BUILTIN_FN(rt_stream_adopt) {
  return RT_ONLY_WITH(rt_stream_new, adopt_kinds)(rt_ready(rt_type_of(args[0]))->mro, rt_small(args[1])) < 0 ? 0 : RT_NONE;
}

void rt_stream_disown(void) {
  for (int i = 0; i < STREAM_TYPES; i++) {
    RtTuple *order = adopted[i].type->mro;
    if (!adopted[i].order) continue;
    set_order(adopted[i].type, adopted[i].order);
    adopted[i].order = NULL;
    rt_decref_object(order);
  }
}
