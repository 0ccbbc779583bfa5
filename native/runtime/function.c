/* Functions made by def and lambda, cells, bound methods. */
#include "function.h"
#include "call.h"
#include "code-object.h"
#include "container.h"
#include "exception.h"
#include "module.h"
#include "type.h"
#include <stdio.h>

static int visit(RtValue v, RtVisit each, void *context) { return v && !rt_is_small(v) ? each(rt_object(v), context) : 0; }
static void drop(void *place) {
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = 0;
  rt_xdecref(old);
}
static RtValue or_none(RtValue v) { return rt_new_ref(v ? v : RT_NONE); }

/* ---- functions ---- */

static size_t function_size(const RtFunction *f) { return sizeof(RtFunction) + (size_t)f->cell_count * sizeof(RtValue); }

RtFunction *rt_function_new(const RtCode *code, int64_t cell_count) {
  RtFunction *f = rt_alloc(&rt_type_function, sizeof(RtFunction) + (uint64_t)cell_count * sizeof(RtValue));
  if (!f) return NULL;
  f->code = code;
  f->cell_count = cell_count;
  return f;
}

void rt_function_set_defaults(RtFunction *f, STEAL RtTuple *defaults) { f->defaults = defaults; }
void rt_function_set_kwdefaults(RtFunction *f, STEAL RtDict *kwdefaults) { f->kwdefaults = kwdefaults; }
void rt_function_set_annotations(RtFunction *f, STEAL RtValue annotations) { f->annotations = annotations; }
void rt_function_set_cell(RtFunction *f, int64_t index, STEAL RtValue cell) { f->cells[index] = cell; }

static void function_clear(RtObject *object) {
  RtFunction *f = (RtFunction *)object;
  drop(&f->defaults);
  drop(&f->kwdefaults);
  drop(&f->dict);
  drop(&f->annotations);
  for (int64_t i = f->cell_count; i-- > 0;) drop(&f->cells[i]);
}

static void function_traverse(RtObject *object, RtVisit each, void *context) {
  RtFunction *f = (RtFunction *)object;
  visit(rt_value(f->defaults), each, context);
  visit(rt_value(f->kwdefaults), each, context);
  visit(rt_value(f->dict), each, context);
  visit(f->annotations, each, context);
  for (int64_t i = 0; i < f->cell_count; i++) visit(f->cells[i], each, context);
}

static void function_dealloc(RtObject *object) {
  RtFunction *f = (RtFunction *)object;
  function_clear(object);
  drop(&f->name);
  drop(&f->qualname);
  drop(&f->doc);
  drop(&f->module_name);
  rt_free_object(f, function_size(f));
}

BORROWED RtStr *rt_function_qualname(RtFunction *f) {
  if (!f->qualname) f->qualname = rt_value(rt_str_from_utf8(f->code->qualname, -1));
  return (RtStr *)rt_object(f->qualname);
}

static RtValue function_get(RtValue v, RtValue instance, RtValue owner) {
  (void)owner;
  return instance ? rt_method_new(v, instance) : rt_new_ref(v);
}

static RtValue function_slot_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return rt_call_function((RtFunction *)rt_object(v), args, nargs, kwnames);
}

static RtStr *repr_with(const char *before, RtStr *name, const char *between, const void *at) {
  RtWriter w;
  char tail[64];
  rt_writer_init(&w);
  rt_writer_ascii(&w, before, -1);
  if (name) rt_writer_str(&w, name);
  snprintf(tail, sizeof tail, "%s0x%012llx>", between, (unsigned long long)(uintptr_t)at);
  rt_writer_ascii(&w, tail, -1);
  return rt_writer_finish(&w);
}

static RtValue function_repr(RtValue v) {
  RtFunction *f = (RtFunction *)rt_object(v);
  return rt_value(repr_with("<function ", rt_function_qualname(f), " at ", f));
}

#define FUNCTION RtFunction *f = (RtFunction *)rt_object(self)
RT_METHOD(get_name) {
  FUNCTION;
  if (!f->name) f->name = rt_value(rt_str_from_utf8(f->code->name, -1));
  return f->name ? rt_new_ref(f->name) : 0;
}
RT_METHOD(get_qualname) {
  FUNCTION;
  RtStr *name = rt_function_qualname(f);
  return name ? rt_new_ref(rt_value(name)) : 0;
}
RT_METHOD(get_doc) {
  FUNCTION;
  if (!f->doc) f->doc = f->code->docstring ? rt_value(rt_str_from_utf8(f->code->docstring, -1)) : rt_none();
  return f->doc ? rt_new_ref(f->doc) : 0;
}
RT_METHOD(get_module) {
  FUNCTION;
  if (f->module_name) return rt_new_ref(f->module_name);
  const RtModuleDef *home = rt_module_of_source(f->code->source);
  if (home) f->module_name = rt_value(rt_str_from_utf8(home->name, -1)); /* the same object each time */
  else f->module_name = rt_new_ref(rt_value(RT_NAME(__main__)));
  return f->module_name ? rt_new_ref(f->module_name) : 0;
}
RT_METHOD(get_defaults) { FUNCTION; return or_none(rt_value(f->defaults)); }
RT_METHOD(get_kwdefaults) { FUNCTION; return or_none(rt_value(f->kwdefaults)); }
RT_METHOD(get_annotations) {
  FUNCTION;
  if (!f->annotations) f->annotations = rt_value(rt_dict_new(0));
  return f->annotations ? rt_new_ref(f->annotations) : 0;
}
RT_METHOD(get_code) { FUNCTION; return rt_code_object(f->code, f->cell_count); }
RT_METHOD(get_globals) {
  FUNCTION;
  const RtModuleDef *home = rt_module_of_source(f->code->source);
  if (!home) home = rt_main_module(); /* code of exec() */
  return rt_value(home ? rt_module_namespace((RtModuleDef *)home) : rt_dict_new(0));
}
RT_METHOD(get_type_params) {
  FUNCTION;
  RtValue own = f->dict ? rt_dict_get_str(f->dict, RT_NAME(__type_params__)) : 0;
  return own ? rt_new_ref(own) : rt_value(rt_tuple_new(0));
}
RT_METHOD(get_closure) {
  FUNCTION;
  return f->cell_count ? rt_value(rt_tuple_from(f->cells, f->cell_count)) : rt_none();
}

static int set_field(void *place, RtValue value, const RtType *wanted, const char *name, const char *kind) {
  if (value && value != RT_NONE && !rt_is_subtype(rt_typeof(value), wanted)) {
    rt_raise_format(&rt_exc_TypeError, "%s must be set to a %s object", name, kind);
    return -1;
  }
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = value && value != RT_NONE ? rt_new_ref(value) : 0;
  rt_xdecref(old);
  return 0;
}

int rt_function_set_attribute(RtFunction *f, const char *name, RtValue value) {
  if (!strcmp(name, "__name__")) return set_field(&f->name, value ? value : rt_from_small(0), &rt_type_str, name, "string");
  if (!strcmp(name, "__qualname__")) return set_field(&f->qualname, value ? value : rt_from_small(0), &rt_type_str, name, "string");
  if (!strcmp(name, "__defaults__")) return set_field(&f->defaults, value, &rt_type_tuple, name, "tuple");
  if (!strcmp(name, "__kwdefaults__")) return set_field(&f->kwdefaults, value, &rt_type_dict, name, "dict");
  if (!strcmp(name, "__annotations__")) return set_field(&f->annotations, value, &rt_type_dict, name, "dict");
  if (!strcmp(name, "__type_params__") && value) {
    if (!f->dict && !(f->dict = rt_dict_new(1))) return -1;
    return rt_dict_set_str(f->dict, RT_NAME(__type_params__), value);
  }
  if (!strcmp(name, "__module__")) {
    RtValue old = f->module_name;
    f->module_name = rt_new_ref(value ? value : RT_NONE);
    rt_xdecref(old);
    return 0;
  }
  if (!strcmp(name, "__doc__")) {
    RtValue old = f->doc;
    f->doc = rt_new_ref(value ? value : RT_NONE);
    rt_xdecref(old);
    return 0;
  }
  rt_raise_string(&rt_exc_AttributeError, "readonly attribute");
  return -1;
}

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
#define FIELD(name, fn) {name, fn, 0, 0, RT_METHOD_MEMBER}
static const RtMethodDef function_methods[] = {
    GETTER("__name__", get_name), GETTER("__qualname__", get_qualname), GETTER("__doc__", get_doc), GETTER("__module__", get_module),
    GETTER("__defaults__", get_defaults), GETTER("__kwdefaults__", get_kwdefaults), GETTER("__annotations__", get_annotations),
    GETTER("__closure__", get_closure), GETTER("__code__", get_code), GETTER("__globals__", get_globals), GETTER("__type_params__", get_type_params), {0}};

static RtValue function_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return RT_ONLY_WITH(rt_code_object, rt_function_of_code)(type, args, nargs, kwnames);
}
RtType rt_type_function = {
    .head = RT_STATIC_HEAD, .name = "function", .instance_size = sizeof(RtFunction),
    .flags = RT_TYPE_FUNCTION | RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS | RT_TYPE_INSTANCE_DICT, .dealloc = function_dealloc,
    .traverse = function_traverse, .clear = function_clear, .repr = function_repr, .call = function_slot_call, .descr_get = function_get,
    .construct = function_construct, .methods = function_methods};

/* ---- cells ---- */

RtValue rt_cell_new(RtValue value) {
  RtCell *cell = rt_alloc(&rt_type_cell, sizeof *cell);
  if (!cell) return 0;
  if (value) cell->value = rt_new_ref(value);
  return rt_value(cell);
}

static void cell_clear(RtObject *object) { drop(&((RtCell *)object)->value); }
static void cell_traverse(RtObject *object, RtVisit each, void *context) { visit(((RtCell *)object)->value, each, context); }
static void cell_dealloc(RtObject *object) {
  cell_clear(object);
  rt_free_object(object, sizeof(RtCell));
}
RT_METHOD(cell_get_contents) {
  RtValue value = ((RtCell *)rt_object(self))->value;
  return value ? rt_new_ref(value) : rt_raise_string(&rt_exc_ValueError, "Cell is empty");
}
static const RtMethodDef cell_methods[] = {GETTER("cell_contents", cell_get_contents), {0}};
RtType rt_type_cell = {.head = RT_STATIC_HEAD, .name = "cell", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtCell),
                       .dealloc = cell_dealloc, .traverse = cell_traverse, .clear = cell_clear, .methods = cell_methods};

/* ---- bound methods ---- */

RtValue rt_method_new(RtValue function, RtValue self) {
  RtMethod *m = rt_alloc(&rt_type_method, sizeof *m);
  if (!m) return 0;
  m->function = rt_new_ref(function);
  m->self = rt_new_ref(self);
  return rt_value(m);
}

#define METHOD(v) ((RtMethod *)rt_object(v))
static void method_clear(RtObject *object) {
  drop(&((RtMethod *)object)->function);
  drop(&((RtMethod *)object)->self);
}
static void method_traverse(RtObject *object, RtVisit each, void *context) {
  visit(((RtMethod *)object)->function, each, context);
  visit(((RtMethod *)object)->self, each, context);
}
static void method_dealloc(RtObject *object) {
  method_clear(object);
  rt_free_object(object, sizeof(RtMethod));
}

static RtValue method_slot_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return rt_call_with_self(METHOD(v)->function, METHOD(v)->self, args, nargs, kwnames);
}

static RtValue method_repr(RtValue v) {
  RtValue name = rt_getattr_optional(METHOD(v)->function, RT_NAME(__qualname__));
  RtStr *self = rt_pending ? NULL : rt_repr(METHOD(v)->self);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<bound method ", -1);
  if (name && rt_is_str(name)) rt_writer_str(&w, (RtStr *)rt_object(name));
  else rt_writer_char(&w, '?');
  rt_writer_ascii(&w, " of ", -1);
  if (self) rt_writer_str(&w, self);
  rt_writer_char(&w, '>');
  rt_xdecref(name);
  rt_xdecref(rt_value(self));
  if (self) return rt_value(rt_writer_finish(&w));
  rt_writer_drop(&w);
  return 0;
}

static RtValue method_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_typeof(b) != &rt_type_method || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  int same = METHOD(a)->self == METHOD(b)->self ? rt_equal(METHOD(a)->function, METHOD(b)->function) : 0;
  return same < 0 ? 0 : rt_bool_ref((op == RT_EQ) == same);
}

static int64_t method_hash(RtValue v) {
  int64_t function = rt_hash(METHOD(v)->function);
  if (function == -1) return -1;
  int64_t both = rt_hash_pointer(rt_object(METHOD(v)->self)) ^ function;
  return both == -1 ? -2 : both;
}

/* What a method does not have itself, its function may have. */
static RtValue method_getattr(RtValue v, RtStr *name) {
  RtValue own = name == RT_NAME(__doc__) ? 0 : rt_object_getattr_optional(v, name);
  return own || rt_pending ? own : rt_getattr(METHOD(v)->function, name);
}

RT_METHOD(method_get_self) { return rt_new_ref(METHOD(self)->self); }
RT_METHOD(method_get_function) { return rt_new_ref(METHOD(self)->function); }
/* It is bound already. */
RT_METHOD(method_get_itself) { return rt_new_ref(self); }
static const RtMethodDef method_methods[] = {{"__get__", method_get_itself, 1, 2, 0}, FIELD("__self__", method_get_self), FIELD("__func__", method_get_function), {0}};

RT_METHOD(method_construct) {
  if (rt_no_keywords("method", kwnames) < 0 || rt_count_args("method", nargs, 2, 2) < 0) return 0;
  if (!rt_callable(args[0])) return rt_raise_string(&rt_exc_TypeError, "first argument must be callable");
  if (rt_is_none(args[1])) return rt_raise_string(&rt_exc_TypeError, "instance must not be None");
  return rt_method_new(args[0], args[1]);
}

RtType rt_type_method = {.head = RT_STATIC_HEAD, .name = "method", .construct = method_construct, .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtMethod),
                         .dealloc = method_dealloc, .traverse = method_traverse, .clear = method_clear, .repr = method_repr, .hash = method_hash,
                         .compare = method_compare, .call = method_slot_call, .getattr = method_getattr, .methods = method_methods};
