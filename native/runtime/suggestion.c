/* "Did you mean": the nearest name, by the weights of CPython's Python/suggestions.c. */
#include "container.h"
#include "exception.h"
#include "list.h"
#include "module.h"
#include "object.h"
#include "type.h"

enum { MAX_NAMES = 750, MAX_LENGTH = 40, MOVE_COST = 2, CASE_COST = 1 };

static uint32_t lower(uint32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

static int substitution_cost(uint32_t a, uint32_t b) { return a == b ? 0 : lower(a) == lower(b) ? CASE_COST : MOVE_COST; }

static int min(int a, int b) { return a < b ? a : b; }

/* Levenshtein's distance in one row; anything above `most` may come out as most + 1. */
static int distance(const RtStr *a, int64_t a_length, int64_t pre, const RtStr *b, int64_t b_length, int most) {
  int row[MAX_LENGTH], result = 0;
  for (int64_t i = 0; i < a_length; i++) row[i] = (int)(i + 1) * MOVE_COST;
  for (int64_t j = 0; j < b_length; j++) {
    uint32_t c = rt_str_at(b, pre + j);
    int before = result = (int)j * MOVE_COST, least = INT32_MAX;
    for (int64_t i = 0; i < a_length; i++) {
      int substitute = before + substitution_cost(c, rt_str_at(a, pre + i));
      before = row[i];
      result = min(min(result, before) + MOVE_COST, substitute);
      row[i] = result;
      least = min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

static int edit_distance(const RtStr *a, const RtStr *b, int most) {
  int64_t n = a->length, m = b->length, pre = 0;
  while (pre < n && pre < m && rt_str_at(a, pre) == rt_str_at(b, pre)) pre++;
  while (n > pre && m > pre && rt_str_at(a, n - 1) == rt_str_at(b, m - 1)) n--, m--;
  n -= pre, m -= pre;
  if (n == 0 || m == 0) return (int)min((int)(n + m), 1 << 20) * MOVE_COST;
  if (n > MAX_LENGTH || m > MAX_LENGTH) return most + 1;
  if (m < n) {
    const RtStr *s = a;
    a = b, b = s;
    int64_t length = n;
    n = m, m = length;
  }
  if ((m - n) * MOVE_COST > most) return most + 1;
  return distance(a, n, pre, b, m, most);
}

/* Of two equally near names the one that stands first, or with `by_name` the lesser one: what a sorted list would give, without the code that sorts. */
static RtStr *closest(RtStr *wrong, RtList *names, bool by_name) {
  RtStr *best = NULL;
  int64_t best_distance = INT64_MAX;
  if (names->length >= MAX_NAMES || wrong->length > MAX_LENGTH) return NULL;
  for (int64_t i = 0; i < names->length; i++) {
    RtValue each = rt_list_get(names, i);
    if (!each || !rt_is_str(each)) {
      rt_xdecref(each);
      continue;
    }
    RtStr *name = (RtStr *)rt_object(each);
    int64_t most = (name->length + wrong->length + 3) * MOVE_COST / 6;
    int64_t enough = best && by_name && rt_str_compare(name, best) < 0 ? best_distance : best_distance - 1;
    if (most > enough) most = enough;
    int64_t found = rt_str_equal(name, wrong) ? most + 1 : edit_distance(wrong, name, (int)most);
    if (found > most) {
      rt_decref(each);
      continue;
    }
    rt_xdecref(rt_value(best));
    best = name;
    best_distance = found;
  }
  return best;
}

RtStr *rt_closest_name(RtStr *wrong, RtList *names) { return closest(wrong, names, false); }

static bool begins_with_underscore(const RtStr *s) { return s->length > 0 && rt_str_at(s, 0) == '_'; }

/* The names of the object; those with an underscore only for a wrong name with one. */
static RtList *attribute_names(RtValue object, RtStr *wrong) {
  RtList *all = rt_object_names(object), *shown = rt_list_new(0);
  for (int64_t i = 0; all && shown && i < all->length; i++) {
    RtValue name = rt_list_get(all, i);
    if (name && rt_is_str(name) && (begins_with_underscore(wrong) || !begins_with_underscore((RtStr *)rt_object(name)))) rt_list_append(shown, name);
    rt_xdecref(name);
  }
  rt_xdecref(rt_value(all));
  return shown;
}

static const RtLocation *innermost(RtException *e) {
  RtValue t = e->traceback;
  while (t && ((RtTraceback *)rt_object(t))->next) t = ((RtTraceback *)rt_object(t))->next;
  return t ? ((RtTraceback *)rt_object(t))->location : NULL;
}

static const char *const of_every_module[] = {"__name__", "__doc__", "__package__", "__loader__", "__spec__",
                                               "__annotations__", "__builtins__", "__file__", "__cached__"};

/* Parameters, globals (bound or not: those in registers have left no trace), built-in names; of other locals nothing is known. */
static RtList *scope_names(RtException *e) {
  const RtLocation *at = innermost(e);
  RtList *names = at ? rt_list_new(0) : NULL;
  if (!names) return NULL;
  int64_t parameters = rt_code_parameter_count(at->code);
  for (int64_t i = 0; i < parameters; i++) rt_list_append(names, rt_value(at->code->parameter_names[i]));
  for (size_t i = 0; i < sizeof of_every_module / sizeof *of_every_module; i++)
    rt_list_append(names, rt_value(rt_name(of_every_module[i])));
  const RtModuleDef *def = rt_module_of_source(at->code->source);
  for (int64_t i = 0; def && i < def->global_count; i++) rt_list_append(names, rt_value(def->globals[i].name));
  rt_builtin_names(names);
  return names;
}

RtStr *rt_suggestion(RtException *e) {
  RtValue name = e->extra[RT_EXTRA_NAME];
  bool attribute = rt_is_subtype(e->head.type, &rt_exc_AttributeError);
  if (!attribute && !rt_is_subtype(e->head.type, &rt_exc_NameError)) return NULL;
  if (!name || !rt_is_str(name) || rt_typeof(name) != &rt_type_str || (attribute && !e->extra[RT_EXTRA_OBJECT])) return NULL;
  RtList *names = attribute ? attribute_names(e->extra[RT_EXTRA_OBJECT], (RtStr *)rt_object(name)) : scope_names(e);
  RtStr *best = names ? closest((RtStr *)rt_object(name), names, attribute) : NULL;
  rt_xdecref(rt_value(names));
  return best;
}

static const char *const library_modules[] = {
    "abc", "antigravity", "argparse", "array", "ast", "asyncio", "atexit", "base64", "bdb", "binascii",
    "bisect", "builtins", "bz2", "cProfile", "calendar", "cmath", "cmd", "code", "codecs", "codeop",
    "collections", "colorsys", "compileall", "concurrent", "configparser", "contextlib", "contextvars",
    "copy", "copyreg", "csv", "ctypes", "curses", "dataclasses", "datetime", "dbm", "decimal",
    "difflib", "dis", "doctest", "email", "encodings", "ensurepip", "enum", "errno", "faulthandler",
    "fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib", "functools", "gc", "genericpath",
    "getopt", "getpass", "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac",
    "html", "http", "idlelib", "imaplib", "importlib", "inspect", "io", "ipaddress", "itertools",
    "json", "keyword", "linecache", "locale", "logging", "lzma", "mailbox", "marshal", "math",
    "mimetypes", "mmap", "modulefinder", "msvcrt", "multiprocessing", "netrc", "nt", "ntpath",
    "nturl2path", "numbers", "opcode", "operator", "optparse", "os", "pathlib", "pdb", "pickle",
    "pickletools", "pkgutil", "platform", "plistlib", "poplib", "posix", "posixpath", "pprint",
    "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat",
    "queue", "quopri", "random", "re", "readline", "reprlib", "resource", "rlcompleter", "runpy",
    "sched", "secrets", "select", "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtplib",
    "socket", "socketserver", "sqlite3", "sre_compile", "sre_constants", "sre_parse", "ssl", "stat",
    "statistics", "string", "stringprep", "struct", "subprocess", "symtable", "sys", "sysconfig",
    "syslog", "tabnanny", "tarfile", "tempfile", "termios", "textwrap", "this", "threading", "time",
    "timeit", "tkinter", "token", "tokenize", "tomllib", "trace", "traceback", "tracemalloc", "tty",
    "turtle", "turtledemo", "types", "typing", "unicodedata", "unittest", "urllib", "uuid", "venv",
    "warnings", "wave", "weakref", "webbrowser", "winreg", "winsound", "wsgiref", "xml", "xmlrpc",
    "zipapp", "zipfile", "zipimport", "zlib", "zoneinfo"
};

bool rt_suggests_import(RtException *e) {
  RtValue name = e->extra[RT_EXTRA_NAME];
  if (!rt_is_subtype(e->head.type, &rt_exc_NameError) || !name || !rt_is_str(name)) return false;
  RtStr *text = (RtStr *)rt_object(name);
  for (size_t i = 0; i < sizeof library_modules / sizeof *library_modules; i++)
    if (text->kind == 1 && (size_t)text->length == strlen(library_modules[i]) && !memcmp(text->data, library_modules[i], (size_t)text->length)) return true;
  return false;
}
