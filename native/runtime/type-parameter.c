/* Type parameters and `type` statements: objects with a name, and a value that is computed when it is asked for. */
#include "type-parameter.h"
#include "alias.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "tuple.h"
#include "type.h"

typedef struct RtTypeParameter { RtObject head; RtValue name, thunk /* gives the bound or the value; None */, value /* 0: not known yet */, parameters; } RtTypeParameter;
#define PARAMETER(v) ((RtTypeParameter *)rt_object(v))

static RtType *const kinds[] = {&rt_type_typevar, &rt_type_paramspec, &rt_type_typevartuple};

static RtValue make(RtType *type, RtValue name, RtValue thunk, RtValue parameters) {
  RtTypeParameter *p = rt_alloc(type, sizeof *p);
  if (!p) return 0;
  p->name = rt_new_ref(name);
  p->thunk = rt_new_ref(thunk);
  p->parameters = parameters ? rt_new_ref(parameters) : 0;
  return rt_value(p);
}

RT_WITNESS RtValue rt_type_parameter(RtValue kind, RtValue name, RtValue thunk) { return make(kinds[rt_small(kind)], name, thunk, 0); }
RtValue rt_type_alias_new(RtValue name, RtValue thunk, RtValue parameters) { return make(&rt_type_type_alias, name, thunk, parameters); }

static RtValue value_of(RtValue self) {
  RtTypeParameter *p = PARAMETER(self);
  if (!p->value) p->value = p->thunk == RT_NONE ? rt_none() : rt_call0(p->thunk);
  return p->value ? rt_new_ref(p->value) : 0;
}

static void parameter_clear(RtObject *object) {
  RtTypeParameter *p = (RtTypeParameter *)object;
  RtValue held[] = {p->name, p->thunk, p->value, p->parameters};
  p->name = p->thunk = p->value = p->parameters = 0;
  for (int i = 0; i < 4; i++) rt_xdecref(held[i]);
}

static void parameter_traverse(RtObject *object, RtVisit visit, void *context) {
  RtTypeParameter *p = (RtTypeParameter *)object;
  RtValue held[] = {p->name, p->thunk, p->value, p->parameters};
  for (int i = 0; i < 4; i++)
    if (held[i] && !rt_is_small(held[i])) visit(rt_object(held[i]), context);
}

static void parameter_dealloc(RtObject *object) {
  parameter_clear(object);
  rt_free_object(object, sizeof(RtTypeParameter));
}

static RtValue parameter_repr(RtValue v) { return rt_new_ref(PARAMETER(v)->name); }

RT_METHOD(get_name) { return rt_new_ref(PARAMETER(self)->name); }
RT_METHOD(get_value) { return value_of(self); }
RT_METHOD(get_module) { return rt_getattr(PARAMETER(self)->thunk, RT_NAME(__module__)); }
RT_METHOD(get_parameters) { return rt_new_ref(PARAMETER(self)->parameters); }
RT_METHOD(get_false) { return rt_bool_ref(false); }
RT_METHOD(get_true) { return rt_bool_ref(true); }

/* A tuple of constraints is no bound. */
RT_METHOD(get_bound) {
  RtValue value = value_of(self);
  if (!value || !rt_is_tuple(value)) return value;
  rt_decref(value);
  return rt_none();
}

RT_METHOD(get_constraints) {
  RtValue value = value_of(self);
  if (!value || rt_is_tuple(value)) return value;
  rt_decref(value);
  return rt_value(rt_tuple_new(0));
}

static RtValue alias_getitem(RtValue v, RtValue key) {
  if (((RtTuple *)rt_object(PARAMETER(v)->parameters))->length == 0)
    return rt_raise_string(&rt_exc_TypeError, "Only generic type aliases are subscriptable");
  return rt_alias_new(v, key);
}

/* TypeAliasType(name, value, *, type_params=()) */
static RtValue alias_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  static const char *const names[] = {"name", "value", "type_params", NULL};
  RtValue given[3] = {0};
  if (nargs > 2) return rt_raise_format(&rt_exc_TypeError, "typealias() takes exactly 2 positional arguments (%lld given)", (long long)nargs);
  if (rt_parse_args("typealias", names, 2, 0, args, nargs, kwnames, given) < 0) return 0;
  if (!rt_is_str(given[0])) return rt_raise_argument("typealias() argument 'name' must be str, not %s", given[0]);
  if (given[2] && !rt_is_tuple(given[2])) return rt_raise_string(&rt_exc_TypeError, "type_params must be a tuple");
  RtValue none = given[2] ? 0 : rt_value(rt_tuple_new(0)), made = make(&rt_type_type_alias, given[0], RT_NONE, given[2] ? given[2] : none);
  if (made) PARAMETER(made)->value = rt_new_ref(given[1]);
  rt_xdecref(none);
  return made;
}

#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef variable_methods[] = {GETTER("__name__", get_name), GETTER("__bound__", get_bound), GETTER("__constraints__", get_constraints),
                                               GETTER("__covariant__", get_false), GETTER("__contravariant__", get_false),
                                               GETTER("__infer_variance__", get_true), {0}};
static const RtMethodDef alias_methods[] = {GETTER("__name__", get_name), GETTER("__module__", get_module), GETTER("__value__", get_value), GETTER("__type_params__", get_parameters),
                                            GETTER("__parameters__", get_parameters), {0}};

#define COMMON                                                                                                                       \
  .head = RT_STATIC_HEAD, .instance_size = sizeof(RtTypeParameter), .dealloc = parameter_dealloc, .traverse = parameter_traverse,     \
  .clear = parameter_clear, .repr = parameter_repr, .binary = {[RT_OR] = rt_union_or}
enum { VARIABLE = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS | RT_TYPE_FOR_TYPE | RT_TYPE_VARIABLE };

RtType rt_type_typevar = {COMMON, .name = "typing.TypeVar", .flags = VARIABLE, .methods = variable_methods};
RtType rt_type_paramspec = {COMMON, .name = "typing.ParamSpec", .flags = VARIABLE, .methods = variable_methods};
RtType rt_type_typevartuple = {COMMON, .name = "typing.TypeVarTuple", .flags = VARIABLE, .methods = variable_methods};
RtType rt_type_type_alias = {COMMON, .name = "typing.TypeAliasType", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS | RT_TYPE_FOR_TYPE,
                             .getitem = alias_getitem, .construct = alias_construct, .methods = alias_methods};

/* ---- Class[int] of a class with type parameters ---- */

/* The one parameter of the class, if it stands for the types of parameters: Class[int, str] is Class[[int, str]] then. */
static bool takes_parameter_list(RtValue class) {
  RtValue own = rt_getattr_optional(class, RT_NAME(__type_params__));
  bool takes = own && rt_is_tuple(own) && rt_tuple_of(own)->length == 1 && rt_typeof(rt_tuple_of(own)->items[0]) == &rt_type_paramspec;
  rt_xdecref(own);
  return takes;
}

static RtValue as_list(RtValue key) {
  if (!rt_is_tuple(key)) return rt_is_type(key) ? rt_value(rt_list_from(&key, 1)) : rt_new_ref(key);
  return rt_tuple_of(key)->length == 1 && rt_is_list(rt_tuple_of(key)->items[0]) ? rt_new_ref(key) : rt_value(rt_list_from_iterable(key));
}

RT_METHOD(generic_getitem) {
  bool listed = RT_ONLY_WITH(rt_type_parameter, takes_parameter_list)(args[0]);
  RtValue key = listed ? as_list(args[1]) : rt_new_ref(args[1]), result = key ? rt_alias_new(args[0], key) : 0;
  rt_xdecref(key);
  return result;
}

RtValue rt_generic_getitem(void) {
  static const RtMethodDef def = {"__class_getitem__", generic_getitem, 2, 2, 0};
  static RtBuiltin function = {.head = {RT_IMMORTAL, &rt_type_builtin}, .def = &def};
  return rt_call1(rt_value(&rt_type_classmethod), rt_value(&function));
}
