/*
 * Standard output and print(). Ints and ASCII strings go to the buffer without becoming objects of their own.
 */
#include "exception.h"
#include "platform.h"
#include "print.h"
#include "str.h"
#include <errno.h>
#include <unistd.h>

enum { CAPACITY = 1 << 15 };
static char buffer[CAPACITY];
int64_t rt_stdout_filled;
static int on_terminal = -1;
RtValue rt_stdout_file;

static RtType *class_of_errno(int error) {
  switch (error) {
  case EPIPE: return &rt_exc_BrokenPipeError;
  case EAGAIN: return &rt_exc_BlockingIOError;
  case EINTR: return &rt_exc_InterruptedError;
  case EISDIR: return &rt_exc_IsADirectoryError;
  case ECONNRESET: return &rt_exc_ConnectionResetError;
  case ENOENT: return &rt_exc_FileNotFoundError;
  case EACCES:
  case EPERM: return &rt_exc_PermissionError;
  default: return &rt_exc_OSError;
  }
}

RtValue rt_raise_errno(int error) {
  RtValue args[2] = {rt_from_small(rt_platform_error_number(error)), rt_value(rt_str_from_message(rt_platform_error_text(error)))};
  if (!args[1]) return 0;
  RtException *exception = rt_exception_plain(class_of_errno(error), args, 2);
  if (exception) {
    rt_exception_set_extra(exception, RT_EXTRA_ERRNO, args[0]);
    rt_exception_set_extra(exception, RT_EXTRA_STRERROR, args[1]);
    rt_raise_exception(rt_value(exception));
  }
  rt_decref(args[1]);
  return 0;
}

static int write_all(const char *bytes, int64_t length) {
  while (length > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, (size_t)length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      rt_raise_errno(errno);
      return -1;
    }
    bytes += written;
    length -= written;
  }
  return 0;
}

int rt_stdout_flush(void) {
  int64_t length = rt_stdout_filled;
  rt_stdout_filled = 0; /* what can't be written is lost, once */
  return length ? write_all(buffer, length) : 0;
}

static bool is_terminal(void) {
  if (on_terminal < 0) on_terminal = isatty(STDOUT_FILENO);
  return on_terminal;
}

int rt_stdout_write(const char *bytes, int64_t length) {
  if (length > CAPACITY - rt_stdout_filled && rt_stdout_flush() < 0) return -1;
  if (length >= CAPACITY) return write_all(bytes, length);
  memcpy(buffer + rt_stdout_filled, bytes, (size_t)length);
  rt_stdout_filled += length;
  return is_terminal() && memchr(bytes, '\n', (size_t)length) ? rt_stdout_flush() : 0;
}

/* UnicodeEncodeError for the surrogates that begin at `start`. */
static int raise_surrogates(RtStr *text, int64_t start) {
  int64_t end = start;
  while (end < text->length && rt_str_at(text, end) >= 0xd800 && rt_str_at(text, end) <= 0xdfff) end++;
  RtValue args[5] = {rt_value(rt_str_from_utf8("utf-8", 5)), rt_value(text), rt_from_small(start), rt_from_small(end),
                     rt_value(rt_str_from_utf8("surrogates not allowed", -1))};
  RtException *exception = args[0] && args[4] ? rt_exception_make(&rt_exc_UnicodeEncodeError, args, 5) : NULL;
  rt_xdecref(args[0]);
  rt_xdecref(args[4]);
  if (exception) rt_raise_exception(rt_value(exception));
  return -1;
}

int rt_print_encode(uint32_t c, char *out) {
  if (c < 0x80) return out[0] = (char)c, 1;
  if (c < 0x800) return out[0] = (char)(0xc0 | c >> 6), out[1] = (char)(0x80 | (c & 63)), 2;
  if (c < 0x10000) return out[0] = (char)(0xe0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 63)), out[2] = (char)(0x80 | (c & 63)), 3;
  out[0] = (char)(0xf0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 63)), out[2] = (char)(0x80 | (c >> 6 & 63)), out[3] = (char)(0x80 | (c & 63));
  return 4;
}

static int64_t first_surrogate(const RtStr *text) {
  for (int64_t i = 0; text->kind > 1 && i < text->length; i++) {
    uint32_t c = rt_str_at(text, i);
    if (c >= 0xd800 && c <= 0xdfff) return i;
  }
  return -1;
}

static int write_encoded(RtStr *text) {
  int64_t surrogate = first_surrogate(text);
  if (surrogate >= 0) return raise_surrogates(text, surrogate);
  char part[1024];
  int64_t length = 0;
  for (int64_t i = 0; i < text->length; i++) {
    if (length > (int64_t)sizeof part - 4) {
      if (rt_stdout_write(part, length) < 0) return -1;
      length = 0;
    }
    length += rt_print_encode(rt_str_at(text, i), part + length);
  }
  return rt_stdout_write(part, length);
}

int rt_stdout_write_str(RtStr *text) {
  if (text->ascii) return rt_stdout_write((const char *)text->data, text->length);
  return RT_ONLY_WITH(rt_str_beyond_ascii, write_encoded)(text);
}

/* ---- pieces of print ---- */

static int write_to(RtValue file, RtStr *text) {
  RtValue argument = rt_value(text);
  RtValue result = rt_call_method(file, RT_NAME(write), &argument, 1, NULL);
  rt_xdecref(result);
  return result ? 0 : -1;
}

/* Called before anything is written to a file: programs that only write to the standard output do without write_to. */
RT_WITNESS void rt_print_to_files(void) { __asm__ volatile(""); }

void rt_stdout_set(RtValue file) {
  rt_print_to_files();
  rt_stdout_file = file;
}

/* file 0: the buffer. */
static int put_str(RtValue file, RtStr *text) { return file ? RT_ONLY_WITH(rt_print_to_files, write_to)(file, text) : rt_stdout_write_str(text); }

static int put_ascii_to(RtValue file, const char *text, int64_t length) {
  RtStr *str = rt_str_from_utf8(text, length);
  int result = str ? write_to(file, str) : -1;
  if (str) rt_decref_object(str);
  return result;
}

static int put_ascii(RtValue file, const char *text, int64_t length) {
  return file ? RT_ONLY_WITH(rt_print_to_files, put_ascii_to)(file, text, length) : rt_stdout_write(text, length);
}

static int put_int(RtValue file, int64_t i) {
  char digits[24], *end = digits + sizeof digits, *at = end;
  uint64_t rest = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
  do *--at = (char)('0' + rest % 10);
  while (rest /= 10);
  if (i < 0) *--at = '-';
  return put_ascii(file, at, end - at);
}

static int put_value(RtValue file, RtValue v) {
  if (rt_is_small(v)) return put_int(file, rt_small(v));
  if (rt_typeof(v) == &rt_type_str) return put_str(file, (RtStr *)rt_object(v));
  RtStr *text = rt_str(v);
  int result = text ? put_str(file, (RtStr *)rt_object(rt_base_value(rt_value(text)))) : -1;
  if (text) rt_decref_object(text);
  return result;
}

static inline bool is_silent(void) { return rt_stdout_file == RT_NONE; }
int rt_print_value(RtValue v) { return is_silent() ? 0 : put_value(rt_stdout_file, v); }
int rt_print_str(RtStr *text) { return is_silent() ? 0 : put_str(rt_stdout_file, text); }
int rt_print_int(int64_t i) { return is_silent() ? 0 : put_int(rt_stdout_file, i); }
int rt_print_bool(bool b) { return is_silent() ? 0 : put_ascii(rt_stdout_file, b ? "True" : "False", b ? 4 : 5); }
int rt_print_space(void) { return is_silent() ? 0 : put_ascii(rt_stdout_file, " ", 1); }
int rt_print_newline(void) { return is_silent() ? 0 : put_ascii(rt_stdout_file, "\n", 1); }

int rt_print_float(double d) {
  RtStr *text = rt_float_repr(d);
  int result = text ? rt_print_str(text) : -1;
  if (text) rt_decref_object(text);
  return result;
}

static int check_text(const char *name, RtValue *given) {
  if (*given && rt_is_none(*given)) *given = 0;
  if (!*given || rt_is_str(*given)) return 0;
  rt_raise_format(&rt_exc_TypeError, "%s must be None or a string, not %s", name, rt_typeof(*given)->name);
  return -1;
}

static int flush(RtValue file) {
  if (!file) return rt_stdout_flush();
  RtValue result = rt_call_method(file, RT_NAME(flush), NULL, 0, NULL);
  rt_xdecref(result);
  return result ? 0 : -1;
}

static int print_all(RtValue file, const RtValue *args, int64_t nargs, RtValue separator, RtValue end) {
  for (int64_t i = 0; i < nargs; i++) {
    if (i > 0 && (separator ? put_value(file, separator) : put_ascii(file, " ", 1)) < 0) return -1;
    if (put_value(file, args[i]) < 0) return -1;
  }
  return end ? put_value(file, end) : put_ascii(file, "\n", 1);
}

RT_BUILTIN_FN(rt_builtin_print) {
  static const char *const names[] = {"sep", "end", "file", "flush", NULL};
  RtValue given[4] = {0, 0, 0, 0};
  if (kwnames && rt_parse_args("print", names, 0, 0, args + nargs, 0, kwnames, given) < 0) return 0;
  RtValue file = given[2] && !rt_is_none(given[2]) ? given[2] : rt_stdout_file;
  if (file && rt_is_none(file)) return rt_none();
  if (check_text("sep", &given[0]) < 0 || check_text("end", &given[1]) < 0) return 0;
  if (file) rt_incref(file); /* printing may change sys.stdout */
  if (file) rt_print_to_files();
  int result = print_all(file, args, nargs, given[0], given[1]);
  int wanted = result == 0 && given[3] ? rt_truth(given[3]) : 0;
  if (wanted > 0) result = flush(file);
  rt_xdecref(file);
  return result < 0 || wanted < 0 ? 0 : rt_none();
}
