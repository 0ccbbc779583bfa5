/* What programs see of code and of frames: names, counts of parameters, places. */
#include "code-object.h"
#include "container.h"
#include "call.h"
#include "exception.h"
#include "function.h"
#include "str.h"
#include "tuple.h"
#include <stdio.h>

typedef struct RtCodeObject { RtObject head; const RtCode *code; int64_t cells; struct RtCodeObject *next; } RtCodeObject;
typedef struct RtFrame { RtObject head; const RtCode *code; int32_t line; } RtFrame;
#define CODE(v) (((RtCodeObject *)rt_object(v))->code)
#define FRAME(v) ((RtFrame *)rt_object(v))

/* Those that are alive: one for each code, so that `is` finds the same. */
static RtCodeObject *code_objects;

static RtCodeObject *known_object(const RtCode *code) {
  RtCodeObject *each = code_objects;
  while (each && each->code != code) each = each->next;
  return each;
}

RT_WITNESS RtValue rt_code_object(const RtCode *code, int64_t cells) {
  RtCodeObject *object = known_object(code);
  if (object) {
    if (cells >= 0) object->cells = cells;
    return rt_new_ref(rt_value(object));
  }
  if (!(object = rt_alloc(&rt_type_code, sizeof *object))) return 0;
  object->code = code;
  object->cells = cells;
  object->next = code_objects;
  code_objects = object;
  return rt_value(object);
}

RtValue rt_frame_object(const RtCode *code, int32_t line) {
  RtFrame *frame = rt_alloc(&rt_type_frame, sizeof *frame);
  if (!frame) return 0;
  frame->code = code;
  frame->line = line;
  return rt_value(frame);
}

static int64_t parameter_count(const RtCode *code) {
  return code->positional + code->kwonly + !!(code->flags & RT_CODE_VARARGS) + !!(code->flags & RT_CODE_KWARGS);
}

static int check_closure(const RtCodeObject *code, RtValue closure) {
  bool given = !rt_is_none(closure);
  if (code->cells < 0) return rt_raise_string(&rt_exc_NotImplementedError, "functions of code that isn't a function's are not supported"), -1;
  if (given ? !rt_is_tuple(closure) : code->cells > 0) return rt_raise_string(&rt_exc_TypeError, "arg 5 (closure) must be tuple"), -1;
  const RtTuple *cells = given ? rt_tuple_of(closure) : NULL;
  int64_t count = cells ? cells->length : 0;
  if (count != code->cells) {
    rt_raise_format(&rt_exc_ValueError, "%s requires closure of length %lld, not %lld", code->code->name, (long long)code->cells, (long long)count);
    return -1;
  }
  for (int64_t i = 0; i < count; i++)
    if (rt_typeof(cells->items[i]) != &rt_type_cell)
      return rt_raise_format(&rt_exc_TypeError, "arg 5 (closure) expected cell, found %s", rt_typeof(cells->items[i])->name), -1;
  return 0;
}

/* Compiled code knows the globals of its module only. */
static int check_globals(RtFunction *f, RtValue globals) {
  RtValue own = rt_getattr(rt_value(f), RT_NAME(__globals__));
  bool same = own == globals;
  if (own) rt_decref(own);
  if (own && !same) rt_raise_string(&rt_exc_NotImplementedError, "functions with other globals than their module's are not supported");
  return same ? 0 : -1;
}

RtValue rt_function_of_code(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  static const char *const names[] = {"code", "globals", "name", "argdefs", "closure", "kwdefaults", NULL};
  RtValue given[6] = {0, 0, RT_NONE, RT_NONE, RT_NONE, RT_NONE};
  if (rt_parse_defaults("function", names, 2, args, nargs, kwnames, given) < 0) return 0;
  if (rt_typeof(given[0]) != &rt_type_code) return rt_raise_argument("function() argument 'code' must be code, not %s", given[0]);
  if (!rt_is_dict(given[1])) return rt_raise_argument("function() argument 'globals' must be dict, not %s", given[1]);
  if (!rt_is_none(given[2]) && !rt_is_str(given[2])) return rt_raise_string(&rt_exc_TypeError, "arg 3 (name) must be None or string");
  if (!rt_is_none(given[3]) && !rt_is_tuple(given[3])) return rt_raise_string(&rt_exc_TypeError, "arg 4 (defaults) must be None or tuple");
  const RtCodeObject *code = (RtCodeObject *)rt_object(given[0]);
  if (check_closure(code, given[4]) < 0) return 0;
  RtFunction *f = rt_function_new(code->code, code->cells);
  if (!f) return 0;
  for (int64_t i = 0; i < code->cells; i++) f->cells[i] = rt_new_ref(rt_tuple_of(given[4])->items[i]);
  static const char *const fields[] = {"__name__", "__defaults__", "__kwdefaults__"};
  const RtValue values[] = {given[2], given[3], given[5]};
  bool failed = check_globals(f, given[1]) < 0;
  for (int i = 0; i < 3 && !failed; i++) failed = !rt_is_none(values[i]) && rt_function_set_attribute(f, fields[i], values[i]) < 0;
  if (!failed) return rt_value(f);
  rt_decref_object(f);
  return 0;
}

/* CO_* of CPython. */
static int64_t flags_of(const RtCode *code) {
  bool async = code->flags & RT_CODE_COROUTINE, generator = code->flags & RT_CODE_GENERATOR;
  return 3 | (code->flags & RT_CODE_VARARGS ? 4 : 0) | (code->flags & RT_CODE_KWARGS ? 8 : 0) |
         (async ? generator ? 512 : 128 : generator ? 32 : 0);
}

RT_METHOD(get_name) { return rt_value(rt_str_from_utf8(CODE(self)->name, -1)); }
RT_METHOD(get_qualname) { return rt_value(rt_str_from_utf8(CODE(self)->qualname, -1)); }
RT_METHOD(get_file) { return rt_value(rt_str_from_utf8(CODE(self)->source->path, -1)); }
RT_METHOD(get_first_line) { return rt_from_small(CODE(self)->first_line); }
RT_METHOD(get_argcount) { return rt_from_small(CODE(self)->positional); }
RT_METHOD(get_posonly) { return rt_from_small(CODE(self)->posonly); }
RT_METHOD(get_kwonly) { return rt_from_small(CODE(self)->kwonly); }
RT_METHOD(get_flags) { return rt_from_small(flags_of(CODE(self))); }
RT_METHOD(get_varnames) {
  const RtCode *code = CODE(self);
  RtTuple *names = rt_tuple_new(parameter_count(code));
  for (int64_t i = 0; names && i < names->length; i++) names->items[i] = rt_new_ref(rt_value(code->parameter_names[i]));
  return rt_value(names);
}

static RtValue code_repr(RtValue v) {
  char text[512];
  snprintf(text, sizeof text, "<code object %.100s at 0x%012llx, file \"%.300s\", line %d>", CODE(v)->name, (unsigned long long)(uintptr_t)CODE(v),
           CODE(v)->source->path, (int)CODE(v)->first_line);
  return rt_value(rt_str_from_utf8(text, -1));
}

static RtValue code_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_is_small(b) || rt_object(b)->type != &rt_type_code || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  return rt_bool_ref((CODE(a) == CODE(b)) == (op == RT_EQ));
}

static int64_t code_hash(RtValue v) { return (int64_t)((uintptr_t)CODE(v) >> 4); }
static void code_dealloc(RtObject *object) {
  RtCodeObject **place = &code_objects;
  while (rt_value(*place) != rt_value(object)) place = &(*place)->next;
  *place = (*place)->next;
  rt_free_object(object, sizeof(RtCodeObject));
}

static void frame_dealloc(RtObject *object) { rt_free_object(object, sizeof(RtFrame)); }

RT_METHOD(get_code) { return rt_code_object(FRAME(self)->code, -1); }
RT_METHOD(get_line) { return rt_from_small(FRAME(self)->line); }
RT_METHOD(get_back) { return rt_none(); }

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
#define FIELD(name, fn) {name, fn, 0, 0, RT_METHOD_MEMBER}
static const RtMethodDef code_methods[] = {
    FIELD("co_name", get_name), FIELD("co_qualname", get_qualname), FIELD("co_filename", get_file), FIELD("co_firstlineno", get_first_line),
    FIELD("co_argcount", get_argcount), FIELD("co_posonlyargcount", get_posonly), FIELD("co_kwonlyargcount", get_kwonly),
    FIELD("co_flags", get_flags), GETTER("co_varnames", get_varnames), {0}};
static const RtMethodDef frame_methods[] = {GETTER("f_code", get_code), GETTER("f_lineno", get_line), GETTER("f_back", get_back), {0}};

RtType rt_type_code = {.head = RT_STATIC_HEAD, .name = "code", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtCodeObject),
                       .dealloc = code_dealloc, .repr = code_repr, .compare = code_compare, .hash = code_hash, .methods = code_methods};
RtType rt_type_frame = {.head = RT_STATIC_HEAD, .name = "frame", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtFrame),
                        .dealloc = frame_dealloc, .methods = frame_methods};
