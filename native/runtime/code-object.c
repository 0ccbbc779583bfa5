/* What programs see of code and of frames: names, counts of parameters, places. */
#include "code-object.h"
#include "container.h"
#include "exception.h"
#include <stdio.h>

typedef struct RtCodeObject { RtObject head; const RtCode *code; } RtCodeObject;
typedef struct RtFrame { RtObject head; const RtCode *code; int32_t line; } RtFrame;
#define CODE(v) (((RtCodeObject *)rt_object(v))->code)
#define FRAME(v) ((RtFrame *)rt_object(v))

RtValue rt_code_object(const RtCode *code) {
  RtCodeObject *object = rt_alloc(&rt_type_code, sizeof *object);
  if (object) object->code = code;
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
static void code_dealloc(RtObject *object) { rt_free_object(object, sizeof(RtCodeObject)); }
static void frame_dealloc(RtObject *object) { rt_free_object(object, sizeof(RtFrame)); }

RT_METHOD(get_code) { return rt_code_object(FRAME(self)->code); }
RT_METHOD(get_line) { return rt_from_small(FRAME(self)->line); }
RT_METHOD(get_back) { return rt_none(); }

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef code_methods[] = {
    GETTER("co_name", get_name), GETTER("co_qualname", get_qualname), GETTER("co_filename", get_file), GETTER("co_firstlineno", get_first_line),
    GETTER("co_argcount", get_argcount), GETTER("co_posonlyargcount", get_posonly), GETTER("co_kwonlyargcount", get_kwonly),
    GETTER("co_flags", get_flags), GETTER("co_varnames", get_varnames), {0}};
static const RtMethodDef frame_methods[] = {GETTER("f_code", get_code), GETTER("f_lineno", get_line), GETTER("f_back", get_back), {0}};

RtType rt_type_code = {.head = RT_STATIC_HEAD, .name = "code", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtCodeObject),
                       .dealloc = code_dealloc, .repr = code_repr, .compare = code_compare, .hash = code_hash, .methods = code_methods};
RtType rt_type_frame = {.head = RT_STATIC_HEAD, .name = "frame", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtFrame),
                        .dealloc = frame_dealloc, .methods = frame_methods};
