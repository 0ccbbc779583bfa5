/* list[int]: a type with arguments, which behaves as the type wherever it is called or derived from. */
#include "alias.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "type.h"
#include <stdlib.h>

typedef struct RtAlias {
  RtObject head;
  RtValue origin;
  RtTuple *args, *parameters; /* parameters: the type variables among the arguments, each once */
} RtAlias;
#define ALIAS(v) ((RtAlias *)rt_object(v))

bool rt_is_alias(RtValue v) { return !rt_is_small(v) && rt_object(v)->type == &rt_type_alias; }

/* ---- making ---- */

static int add_once(RtList *list, RtValue v) {
  for (int64_t i = 0; i < list->length; i++)
    if (list->items.values[i] == v) return 0;
  return rt_list_append(list, v);
}

/* Type variables say so by their flag; aliases and other typing objects have __parameters__. */
static int add_parameters(RtList *list, RtValue arg) {
  if (rt_is_small(arg) || rt_is_type(arg) || rt_is_str(arg)) return 0;
  if (rt_has_flag(arg, RT_TYPE_VARIABLE)) return add_once(list, arg);
  if (rt_is_list(arg) || rt_is_tuple(arg)) {
    RtTuple *items = rt_tuple_from_iterable(arg);
    int status = items ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < items->length; i++) status = add_parameters(list, items->items[i]);
    rt_xdecref(rt_value(items));
    return status;
  }
  RtValue inner = rt_getattr_optional(arg, RT_NAME(__parameters__));
  if (!inner) return rt_pending ? -1 : 0;
  int status = 0;
  RtTuple *parameters = rt_typeof(inner) == &rt_type_tuple ? (RtTuple *)rt_object(inner) : NULL;
  for (int64_t i = 0; status == 0 && parameters && i < parameters->length; i++) status = add_once(list, parameters->items[i]);
  rt_decref(inner);
  return status;
}

static RtTuple *parameters_of(RtTuple *args) {
  RtList *list = rt_list_new(0);
  int status = list ? rt_list_generalise(list) : -1;
  for (int64_t i = 0; status == 0 && i < args->length; i++) status = add_parameters(list, args->items[i]);
  RtTuple *result = status == 0 ? rt_tuple_from_iterable(rt_value(list)) : NULL;
  rt_xdecref(rt_value(list));
  return result;
}

RtValue rt_alias_new(RtValue origin, RtValue args) {
  RtTuple *tuple = rt_is_tuple(args) ? (RtTuple *)rt_object(rt_new_ref(rt_base_value(args))) : rt_tuple_from(&args, 1);
  RtTuple *parameters = tuple ? parameters_of(tuple) : NULL;
  RtAlias *alias = parameters ? rt_alloc(&rt_type_alias, sizeof *alias) : NULL;
  if (!alias) {
    rt_xdecref(rt_value(tuple));
    rt_xdecref(rt_value(parameters));
    return 0;
  }
  alias->origin = rt_new_ref(origin);
  alias->args = tuple;
  alias->parameters = parameters;
  return rt_value(alias);
}

RT_BUILTIN_FN(rt_class_getitem) { return rt_alias_new(self, args[0]); }

/* ---- text ---- */

/* What has a qualified name and a module is shown by them, as functions are. 1: done, 0: it has none, -1: raised. */
static int write_qualified(RtWriter *w, RtValue v) {
  if (rt_is_small(v) || rt_has_flag(v, RT_TYPE_FOR_TYPE)) return 0;
  RtValue name = rt_getattr_optional(v, RT_NAME(__qualname__)), module = name ? rt_getattr_optional(v, RT_NAME(__module__)) : 0;
  bool named = name && module && rt_is_str(name) && rt_is_str(module);
  if (named && !rt_str_equal((RtStr *)rt_object(module), RT_NAME(builtins))) {
    rt_writer_str(w, (RtStr *)rt_object(module));
    rt_writer_char(w, '.');
  }
  if (named) rt_writer_str(w, (RtStr *)rt_object(name));
  rt_xdecref(name);
  rt_xdecref(module);
  return rt_pending ? -1 : named;
}

/* How typing shows a type inside brackets: int, module.Class, None, ... */
int rt_writer_type(RtWriter *w, RtValue v) {
  if (v == RT_ELLIPSIS) return rt_writer_ascii(w, "...", 3);
  if (!rt_is_type(v)) {
    int shown = write_qualified(w, v);
    if (shown) return shown < 0 ? -1 : 0;
    RtStr *text = rt_repr(v);
    if (!text) return -1;
    int status = rt_writer_str(w, text);
    rt_decref_object(text);
    return status;
  }
  RtType *type = rt_type_of(v);
  if (!rt_is_class(type)) return rt_writer_ascii(w, type->name, -1);
  if (type->module_name && type->module_name != RT_NAME(builtins)) {
    rt_writer_str(w, type->module_name);
    rt_writer_char(w, '.');
  }
  return rt_writer_str(w, type->qualname);
}

static int write_argument(RtWriter *w, RtValue arg) {
  if (!rt_is_list(arg)) return rt_writer_type(w, arg);
  RtTuple *items = rt_tuple_from_iterable(arg);
  if (!items) return -1;
  rt_writer_char(w, '[');
  for (int64_t i = 0; i < items->length; i++) {
    if (i) rt_writer_ascii(w, ", ", 2);
    rt_writer_type(w, items->items[i]);
  }
  rt_decref_object(items);
  return rt_writer_char(w, ']');
}

static RtValue alias_repr(RtValue v) {
  RtTuple *args = ALIAS(v)->args;
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_type(&w, ALIAS(v)->origin);
  rt_writer_char(&w, '[');
  for (int64_t i = 0; i < args->length && !rt_pending; i++) {
    if (i) rt_writer_ascii(&w, ", ", 2);
    write_argument(&w, args->items[i]);
  }
  if (args->length == 0) rt_writer_ascii(&w, "()", 2);
  rt_writer_char(&w, ']');
  if (!rt_pending) return rt_value(rt_writer_finish(&w));
  rt_writer_drop(&w);
  return 0;
}

/* ---- list[T][int] ---- */

static RtValue substitute(RtValue arg, RtTuple *parameters, RtTuple *values) {
  for (int64_t i = 0; i < parameters->length; i++)
    if (parameters->items[i] == arg) return rt_new_ref(values->items[i]);
  if (rt_is_small(arg) || rt_is_type(arg)) return rt_new_ref(arg);
  RtValue inner = rt_getattr_optional(arg, RT_NAME(__parameters__));
  if (!inner) return rt_pending ? 0 : rt_new_ref(arg);
  RtTuple *own = rt_typeof(inner) == &rt_type_tuple ? (RtTuple *)rt_object(inner) : NULL;
  RtTuple *given = own && own->length ? rt_tuple_new(own->length) : NULL;
  for (int64_t i = 0; given && i < own->length; i++)
    if (!(given->items[i] = substitute(own->items[i], parameters, values))) break;
  RtValue result = given ? rt_pending ? 0 : rt_getitem(arg, rt_value(given)) : rt_new_ref(arg);
  rt_xdecref(rt_value(given));
  rt_decref(inner);
  return result;
}

static RtValue alias_getitem(RtValue v, RtValue key) {
  RtAlias *alias = ALIAS(v);
  RtTuple *values = rt_is_tuple(key) ? (RtTuple *)rt_object(rt_new_ref(rt_base_value(key))) : rt_tuple_from(&key, 1);
  if (!values) return 0;
  RtStr *text = values->length != alias->parameters->length ? rt_repr(v) : NULL;
  if (text) {
    char *shown = rt_str_to_utf8(text, NULL);
    if (alias->parameters->length == 0) rt_raise_format(&rt_exc_TypeError, "%s is not a generic class", shown ? shown : "?");
    else
      rt_raise_format(&rt_exc_TypeError, "Too %s arguments for %s; actual %lld, expected %lld", values->length > alias->parameters->length ? "many" : "few",
                      shown ? shown : "?", (long long)values->length, (long long)alias->parameters->length);
    free(shown);
    rt_decref_object(text);
  }
  RtTuple *args = rt_pending ? NULL : rt_tuple_new(alias->args->length);
  for (int64_t i = 0; args && i < args->length; i++)
    if (!(args->items[i] = substitute(alias->args->items[i], alias->parameters, values))) break;
  RtValue result = args && !rt_pending ? rt_alias_new(alias->origin, rt_value(args)) : 0;
  rt_xdecref(rt_value(args));
  rt_decref_object(values);
  return result;
}

/* ---- as the type ---- */

static RtValue alias_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue made = rt_call(ALIAS(v)->origin, args, nargs, kwnames);
  if (made && rt_is_instance(made) && rt_setattr(made, RT_NAME(__orig_class__), v) < 0) rt_clear_pending();
  return made;
}

static bool is_own(RtStr *name) {
  return name == RT_NAME(__origin__) || name == RT_NAME(__args__) || name == RT_NAME(__parameters__) || name == RT_NAME(__mro_entries__) ||
         name == RT_NAME(__class__);
}

static RtValue alias_getattr(RtValue v, RtStr *name) {
  return is_own(name) ? rt_object_getattr(v, name) : rt_getattr(ALIAS(v)->origin, name);
}

static RtValue alias_compare(RtValue a, RtValue b, RtCmp op) {
  if (!rt_is_alias(b) || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  int same = ALIAS(a)->origin == ALIAS(b)->origin ? rt_equal(rt_value(ALIAS(a)->args), rt_value(ALIAS(b)->args)) : 0;
  return same < 0 ? 0 : rt_bool_ref(same == (op == RT_EQ));
}

static int64_t alias_hash(RtValue v) {
  int64_t args = rt_hash(rt_value(ALIAS(v)->args));
  if (args == -1) return -1;
  int64_t both = (ALIAS(v)->origin >> 4) ^ args;
  return both == -1 ? -2 : both;
}

static void alias_clear(RtObject *object) {
  RtAlias *alias = (RtAlias *)object;
  RtValue held[] = {alias->origin, rt_value(alias->args), rt_value(alias->parameters)};
  alias->origin = 0;
  alias->args = alias->parameters = NULL;
  for (int i = 0; i < 3; i++) rt_xdecref(held[i]);
}

static void alias_traverse(RtObject *object, RtVisit visit, void *context) {
  RtAlias *alias = (RtAlias *)object;
  RtValue held[] = {alias->origin, rt_value(alias->args), rt_value(alias->parameters)};
  for (int i = 0; i < 3; i++)
    if (held[i]) visit(rt_object(held[i]), context);
}

static void alias_dealloc(RtObject *object) {
  alias_clear(object);
  rt_free_object(object, sizeof(RtAlias));
}

RT_METHOD(get_origin) { return rt_new_ref(ALIAS(self)->origin); }
RT_METHOD(get_args) { return rt_new_ref(rt_value(ALIAS(self)->args)); }
RT_METHOD(get_parameters) { return rt_new_ref(rt_value(ALIAS(self)->parameters)); }
RT_METHOD(alias_mro_entries) { return rt_value(rt_tuple_from(&ALIAS(self)->origin, 1)); }

static RtValue alias_construct(RtValue class, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)class;
  if (nargs != 2 || rt_keyword_count(kwnames))
    return rt_raise_format(&rt_exc_TypeError, "GenericAlias expected 2 arguments, got %lld", (long long)nargs);
  return rt_alias_new(args[0], args[1]);
}

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
#define FIELD(name, fn) {name, fn, 0, 0, RT_METHOD_MEMBER}
static const RtMethodDef methods[] = {FIELD("__origin__", get_origin), FIELD("__args__", get_args), GETTER("__parameters__", get_parameters),
                                      {"__mro_entries__", alias_mro_entries, 1, 1, 0}, {0}};

/* CPython gives the alias with a star. By index, as a sequence, it would have no end. */
static RtValue alias_iter(RtValue v) {
  (void)v;
  return rt_raise_string(&rt_exc_NotImplementedError, "unpacking a generic alias is not supported");
}

RtType rt_type_alias = {.head = RT_STATIC_HEAD, .name = "types.GenericAlias", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS | RT_TYPE_FOR_TYPE,
                        .instance_size = sizeof(RtAlias), .dealloc = alias_dealloc, .traverse = alias_traverse, .clear = alias_clear,
                        .repr = alias_repr, .compare = alias_compare, .hash = alias_hash, .getitem = alias_getitem, .iter = alias_iter, .call = alias_call,
                        .getattr = alias_getattr, .binary = {[RT_OR] = rt_union_or}, .construct = alias_construct, .methods = methods};
