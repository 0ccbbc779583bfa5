/*
 * The table of dunder methods: which slot of a type each stands for, what a class puts there, and how the slot of a built-in
 * type is called as a method (int.__add__). Such method objects are made when somebody looks for them.
 */
#include "number.h"
#include "slots.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "generator.h"
#include "int.h"
#include "memory.h"

#define SLOT(dunder, field, wrap, op, generic) {#dunder, offsetof(RtType, field), RT_WRAP_##wrap, op, (RtSlotFn)(generic)}
#define BINARY(OP, name)                                                                                              \
  SLOT(__##name##__, binary[RT_##OP], BINARY, RT_##OP, rt_dunder_##name),                                             \
      SLOT(__r##name##__, binary[RT_##OP], REFLECTED, RT_##OP, rt_dunder_##name),                                     \
      SLOT(__i##name##__, inplace[RT_##OP], BINARY, RT_##OP, rt_dunder_i##name),

/* The name is known to native/backend/references.cpp. */
extern const RtSlotDef rt_slot_table[];
const RtSlotDef rt_slot_table[] = {
    SLOT(__repr__, repr, UNARY, 0, rt_dunder_repr),
    SLOT(__str__, str, UNARY, 0, rt_dunder_str),
    SLOT(__iter__, iter, UNARY, 0, rt_dunder_iter),
    SLOT(__next__, next, NEXT, 0, rt_dunder_next),
    SLOT(__hash__, hash, HASH, 0, rt_dunder_hash),
    SLOT(__lt__, compare, COMPARE, RT_LT, rt_dunder_compare),
    SLOT(__le__, compare, COMPARE, RT_LE, rt_dunder_compare),
    SLOT(__eq__, compare, COMPARE, RT_EQ, rt_dunder_compare),
    SLOT(__ne__, compare, COMPARE, RT_NE, rt_dunder_compare),
    SLOT(__gt__, compare, COMPARE, RT_GT, rt_dunder_compare),
    SLOT(__ge__, compare, COMPARE, RT_GE, rt_dunder_compare),
    SLOT(__bool__, truth, TRUTH, 0, rt_dunder_truth),
    SLOT(__len__, length, LENGTH, 0, rt_dunder_length),
    SLOT(__getitem__, getitem, BINARY, 0, rt_dunder_getitem),
    SLOT(__setitem__, setitem, SETITEM, 0, rt_dunder_setitem),
    SLOT(__delitem__, setitem, DELITEM, 0, rt_dunder_setitem),
    SLOT(__contains__, contains, CONTAINS, 0, rt_dunder_contains),
    RT_BINARY_DUNDERS(BINARY)
    SLOT(__neg__, negative, UNARY, 0, rt_dunder_negative),
    SLOT(__pos__, positive, UNARY, 0, rt_dunder_positive),
    SLOT(__invert__, invert, UNARY, 0, rt_dunder_invert),
    SLOT(__abs__, absolute, UNARY, 0, rt_dunder_absolute),
    SLOT(__index__, index, UNARY, 0, rt_dunder_index),
    SLOT(__int__, to_int, UNARY, 0, rt_dunder_int),
    SLOT(__float__, to_float, UNARY, 0, rt_dunder_float),
    SLOT(__call__, call, CALL, 0, rt_dunder_call),
    SLOT(__getattribute__, getattr, GETATTR, 0, rt_dunder_getattr),
    SLOT(__getattr__, getattr, NONE, 0, rt_dunder_getattr),
    SLOT(__setattr__, setattr, SETATTR, 0, rt_dunder_setattr),
    SLOT(__delattr__, setattr, DELATTR, 0, rt_dunder_setattr),
    SLOT(__get__, descr_get, GET, 0, rt_dunder_descr_get),
    SLOT(__set__, descr_set, SET, 0, rt_dunder_descr_set),
    SLOT(__delete__, descr_set, DELETE, 0, rt_dunder_descr_set),
    SLOT(__new__, construct, NEW, 0, rt_class_construct),
    SLOT(__init__, construct, INIT, 0, rt_class_construct),
};
enum { SLOT_COUNT = sizeof rt_slot_table / sizeof *rt_slot_table };
static RtStr *slot_names[SLOT_COUNT];

static RtSlotFn *slot_at(RtType *type, int i) { return (RtSlotFn *)(void *)((char *)type + rt_slot_table[i].offset); }

static void make_names(void) {
  if (slot_names[SLOT_COUNT - 1]) return;
  for (int i = 0; i < SLOT_COUNT; i++) slot_names[i] = rt_name(rt_slot_table[i].name);
}

/* ---- methods made from the slots of built-in types ---- */

static bool owns_slot(RtType *type, int i) {
  RtSlotFn fn = *slot_at(type, i);
  return fn && !(type->base && *slot_at(type->base, i) == fn);
}

static RtValue add_wrapper(RtType *type, int i) {
  rt_memory_must++;
  RtWrapper *wrapper = rt_alloc(&rt_type_wrapper, sizeof *wrapper);
  wrapper->def = &rt_slot_table[i];
  wrapper->owner = type;
  wrapper->head.refcount = RT_IMMORTAL; /* belongs to a static type */
  rt_dict_set_str(rt_type_attributes(type), slot_names[i], rt_value(wrapper));
  rt_memory_must--;
  return rt_value(wrapper);
}

/* object has these without a slot of its own: the look-up without them is faster. */
static bool is_of_object(RtType *type, const RtSlotDef *def) {
  return type == &rt_type_object && (def->wrap == RT_WRAP_GETATTR || def->wrap == RT_WRAP_SETATTR || def->wrap == RT_WRAP_DELATTR);
}

/* Containers answer by their length in CPython, and have no __bool__ for all that their types have the slot here. */
static bool has_bool_method(const RtType *type) {
  return !type->length && !type->contains;
}

/* Sequences are only joined from the left. */
static bool is_reflected_join(const RtType *type, const RtSlotDef *def) {
  return def->wrap == RT_WRAP_REFLECTED && def->op == RT_ADD && type->length;
}

/* Values that never change are complete when __new__ has made them: the __init__ they have is object's. */
static bool has_init_method(const RtType *type) {
  const uint32_t unchanging = RT_TYPE_INT | RT_TYPE_FLOAT | RT_TYPE_STR | RT_TYPE_BYTES | RT_TYPE_TUPLE | RT_TYPE_SET | RT_TYPE_LEAF;
  return (type->flags & RT_TYPE_UNHASHABLE) || type == &rt_type_object || !(type->flags & unchanging);
}

static RtValue wrapper_for(RtType *type, int i) {
  if (rt_slot_table[i].wrap == RT_WRAP_INIT && !has_init_method(type)) return 0;
  if (rt_slot_table[i].wrap == RT_WRAP_HASH && (type->flags & RT_TYPE_UNHASHABLE)) {
    rt_dict_set_str(rt_type_attributes(type), slot_names[i], RT_NONE);
    return RT_NONE;
  }
  if (rt_slot_table[i].wrap == RT_WRAP_TRUTH && !has_bool_method(type)) return 0;
  if (is_reflected_join(type, &rt_slot_table[i])) return 0;
  if (rt_slot_table[i].wrap == RT_WRAP_NONE || !(owns_slot(type, i) || is_of_object(type, &rt_slot_table[i]))) return 0;
  return add_wrapper(type, i);
}

/* By calls of this one native/backend/references.cpp knows that methods made from slots may be asked for; see also rt_slots_inherit. */
BORROWED __attribute__((noinline)) RtValue rt_slot_wrapper(RtType *type, RtStr *name) {
  if (name->length < 6 || name->kind != 1 || memcmp(name->data, "__", 2) != 0) return 0;
  make_names();
  for (int i = 0; i < SLOT_COUNT; i++)
    if (slot_names[i] == name || (!name->interned && rt_str_equal(slot_names[i], name))) return wrapper_for(type, i);
  return 0;
}

__attribute__((noinline)) void rt_slot_wrappers(RtType *type) {
  if (rt_is_class(type)) return; /* its own methods are all that it has */
  make_names();
  for (int i = 0; i < SLOT_COUNT; i++)
    if (!rt_dict_get_str(rt_type_attributes(type), slot_names[i])) wrapper_for(type, i);
}

/* ---- what a class has in its slots ---- */

static bool defines(RtType *class, int i) { return rt_dict_get_str(class->dict, slot_names[i]) != 0; }

/* Does the class define one of the dunders of slot i? Rows from `first` on share the slot's offset or not. */
static bool defines_slot(RtType *class, int first) {
  for (int i = first; i < SLOT_COUNT; i++)
    if (rt_slot_table[i].offset == rt_slot_table[first].offset && defines(class, i)) return true;
  return false;
}

static RtSlotFn inherited(RtType *type, int i) {
  RtTuple *mro = type->mro;
  for (int64_t k = 0; k < mro->length; k++) {
    RtType *class = rt_type_of(mro->items[k]);
    if (rt_is_class(class)) {
      if (defines_slot(class, i)) return rt_slot_table[i].generic;
    } else if (owns_slot(rt_ready(class), i)) {
      return *slot_at(class, i);
    }
  }
  return NULL;
}

static void inherit_hash(RtType *type) {
  RtValue method = rt_type_lookup(type, RT_NAME(__hash__));
  type->flags &= ~(uint32_t)RT_TYPE_UNHASHABLE;
  if (method == RT_NONE) type->hash = rt_dunder_unhashable;
}

static bool has_rows_before(int i) {
  for (int k = 0; k < i; k++)
    if (rt_slot_table[k].offset == rt_slot_table[i].offset) return true;
  return false;
}

/* The truth of containers is a slot of their own here; where a class says how long they are, its answer counts. */
static void inherit_truth(RtType *type) {
  for (int64_t k = 0; k < type->mro->length; k++) {
    RtType *base = rt_type_of(type->mro->items[k]);
    if (rt_is_class(base) || !base->truth) continue;
    if (type->truth == base->truth && base->length && type->length != base->length) type->truth = NULL;
    return;
  }
}

__attribute__((noinline)) void rt_slots_inherit(RtType *type) {
  make_names();
  for (int i = 0; i < SLOT_COUNT; i++)
    if (!has_rows_before(i)) *slot_at(type, i) = inherited(type, i);
  inherit_hash(type);
  inherit_truth(type);
  if (!(type->flags & RT_TYPE_TYPE)) type->construct = rt_class_construct;
  rt_class_refresh((RtClass *)type);
}

/* ---- calling a slot as a method ---- */

static RtValue none_or_raised(int status) { return status < 0 ? 0 : rt_none(); }

static RtValue wrap_next(RtUnaryFn next, RtValue self) {
  if (rt_has_flag(self, RT_TYPE_GENERATOR)) return rt_generator_send((RtGenerator *)rt_object(self), RT_NONE);
  RtValue result = next(self);
  return result || rt_pending ? result : rt_raise_none(&rt_exc_StopIteration);
}

static RtValue wrap_int(int64_t result) { return result == -1 && rt_pending ? 0 : rt_int_box(result); }
static RtValue wrap_bool(int result) { return result < 0 ? 0 : rt_bool_ref(result); }

static RtStr *name_argument(RtValue v) {
  if (rt_is_str(v)) return (RtStr *)rt_object(rt_base_value(v));
  rt_raise_type_of("attribute name must be string, not '%s'", v);
  return NULL;
}

static RtValue wrap_attribute(const RtWrapper *w, RtValue self, const RtValue *args) {
  RtStr *name = name_argument(args[0]);
  if (!name) return 0;
  RtType *owner = w->owner;
  if (w->def->wrap == RT_WRAP_GETATTR) return owner->getattr ? owner->getattr(self, name) : rt_object_getattr(self, name);
  RtValue value = w->def->wrap == RT_WRAP_SETATTR ? args[1] : 0;
  if (owner == &rt_type_object && rt_is_type(self)) /* would go round what protects types */
    return rt_raise_format(&rt_exc_TypeError, "can't apply this %s to %s object", w->def->name, rt_typeof(self)->name);
  return none_or_raised(owner->setattr ? owner->setattr(self, name, value) : rt_object_setattr(self, name, value));
}

static RtValue wrap_get(RtTernaryFn get, RtValue self, RtValue instance, RtValue owner) {
  if (!instance && !owner) return rt_raise_string(&rt_exc_TypeError, "__get__(None, None) is invalid");
  return get(self, instance, owner ? owner : rt_value(rt_typeof(instance)));
}

/* What the method of a built-in sequence gives: it raises where an operator would go on to the other operand. */
static RtValue wrap_join(const RtWrapper *w, RtValue self, RtValue other, RtValue result) {
  RtOp op = (RtOp)w->def->op;
  if (result != RT_NOTIMPLEMENTED || !w->owner->length || (op != RT_ADD && op != RT_MUL)) return result;
  rt_decref(result);
  return op == RT_ADD ? rt_number_raise_operands(self, other, op, false) : rt_raise_type_of("'%s' object cannot be interpreted as an integer", other);
}

static RtValue wrap_call(const RtWrapper *w, RtSlotFn fn, RtValue self, const RtValue *args, int64_t nargs) {
  RtValue instance = nargs > 0 && args[0] != RT_NONE ? args[0] : 0;
  switch ((RtWrap)w->def->wrap) {
  case RT_WRAP_UNARY: return ((RtUnaryFn)fn)(self);
  case RT_WRAP_BINARY: return wrap_join(w, self, args[0], ((RtBinaryFn)fn)(self, args[0]));
  case RT_WRAP_REFLECTED: return wrap_join(w, self, args[0], ((RtBinaryFn)fn)(args[0], self));
  case RT_WRAP_COMPARE: return ((RtValue(*)(RtValue, RtValue, RtCmp))fn)(self, args[0], (RtCmp)w->def->op);
  case RT_WRAP_LENGTH:
  case RT_WRAP_HASH: return wrap_int(((int64_t(*)(RtValue))fn)(self));
  case RT_WRAP_TRUTH: return wrap_bool(((int (*)(RtValue))fn)(self));
  case RT_WRAP_SETITEM: return none_or_raised(((int (*)(RtValue, RtValue, RtValue))fn)(self, args[0], args[1]));
  case RT_WRAP_DELITEM: return none_or_raised(((int (*)(RtValue, RtValue, RtValue))fn)(self, args[0], 0));
  case RT_WRAP_CONTAINS: return wrap_bool(((int (*)(RtValue, RtValue))fn)(self, args[0]));
  case RT_WRAP_NEXT: return wrap_next((RtUnaryFn)fn, self);
  case RT_WRAP_GET: return wrap_get((RtTernaryFn)fn, self, instance, nargs > 1 && args[1] != RT_NONE ? args[1] : 0);
  case RT_WRAP_SET: return none_or_raised(((int (*)(RtValue, RtValue, RtValue))fn)(self, args[0], args[1]));
  case RT_WRAP_DELETE: return none_or_raised(((int (*)(RtValue, RtValue, RtValue))fn)(self, args[0], 0));
  default: return wrap_attribute(w, self, args);
  }
}

/* __pow__ takes a modulus, too. */
static bool is_power(const RtSlotDef *def) {
  return (def->wrap == RT_WRAP_BINARY || def->wrap == RT_WRAP_REFLECTED) && def->op == RT_POW && def->name[2] != 'i';
}

RtValue rt_slots_power_mod(const RtWrapper *w, RtValue self, const RtValue *args, int64_t nargs) {
  bool reflected = w->def->wrap == RT_WRAP_REFLECTED;
  if (nargs == 0) return rt_raise_string(&rt_exc_TypeError, " expected at least 1 argument, got 0");
  if (nargs != 2) return rt_raise_format(&rt_exc_TypeError, " expected at most 2 arguments, got %lld", (long long)nargs);
  if (w->owner == &rt_type_complex) return rt_raise_string(&rt_exc_ValueError, "complex modulo");
  if (w->owner != &rt_type_int)
    return rt_raise_string(&rt_exc_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  if (!rt_is_int(args[0]) || !rt_is_int(args[1])) return rt_notimplemented();
  RtValue base = rt_int_plain(reflected ? args[0] : self), exponent = rt_int_plain(reflected ? self : args[0]);
  return rt_int_pow_mod(base, exponent, rt_int_plain(args[1]));
}

static int64_t argument_count(RtWrap wrap) {
  switch (wrap) {
  case RT_WRAP_UNARY: case RT_WRAP_LENGTH: case RT_WRAP_HASH: case RT_WRAP_TRUTH: case RT_WRAP_NEXT: return 0;
  case RT_WRAP_SETITEM: case RT_WRAP_SETATTR: case RT_WRAP_SET: return 2;
  default: return 1;
  }
}

static RtValue wrap_new(const RtWrapper *w, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  const char *owner = w->owner->name;
  if (nargs < 1) return rt_raise_format(&rt_exc_TypeError, "%s.__new__(): not enough arguments", owner);
  if (!rt_is_type(args[0]))
    return rt_raise_format(&rt_exc_TypeError, "%s.__new__(X): X is not a type object (%s)", owner, rt_typeof(args[0])->name);
  RtType *type = rt_type_of(args[0]);
  if (!rt_is_subtype(type, w->owner))
    return rt_raise_format(&rt_exc_TypeError, "%s.__new__(%s): %s is not a subtype of %s", owner, type->name, type->name, owner);
  return rt_builtin_new_instance(w->owner, type, args + 1, nargs - 1, kwnames);
}

static RtValue check_wrapper_args(const RtWrapper *w, int64_t nargs, RtTuple *kwnames) {
  int64_t wanted = argument_count((RtWrap)w->def->wrap);
  if (rt_keyword_count(kwnames)) return rt_raise_format(&rt_exc_TypeError, "wrapper %s() takes no keyword arguments", w->def->name);
  if (nargs == wanted || (w->def->wrap == RT_WRAP_GET && nargs == 2)) return 1;
  if (w->def->wrap == RT_WRAP_GET && nargs == 0) return rt_raise_string(&rt_exc_TypeError, " expected at least 1 argument, got 0");
  return rt_raise_format(&rt_exc_TypeError, "expected %lld argument%s, got %lld", (long long)wanted, wanted == 1 ? "" : "s", (long long)nargs);
}

RtValue rt_wrapper_call(RtValue wrapper, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  const RtWrapper *w = (const RtWrapper *)rt_object(wrapper);
  if (w->def->wrap == RT_WRAP_NEW) return wrap_new(w, args, nargs, kwnames);
  if (!rt_is_subtype(rt_typeof(self), w->owner))
    return rt_raise_format(&rt_exc_TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", w->def->name,
                           w->owner->name, rt_typeof(self)->name);
  if (w->def->wrap == RT_WRAP_INIT) return none_or_raised(rt_builtin_init(w->owner, self, args, nargs, kwnames));
  if (w->def->wrap == RT_WRAP_CALL) return w->owner->call(self, args, nargs, kwnames);
  if (is_power(w->def) && nargs != 1 && !rt_keyword_count(kwnames)) {
    if (nargs != 2 || args[1] != RT_NONE) return RT_ONLY_WITH(rt_int_pow, rt_slots_power_mod)(w, self, args, nargs);
    nargs = 1;
  }
  if (!check_wrapper_args(w, nargs, kwnames)) return 0;
  RtSlotFn fn = *(RtSlotFn *)(void *)((char *)w->owner + w->def->offset);
  return wrap_call(w, fn, self, args, nargs);
}

const char *rt_wrapper_name(const RtWrapper *w) { return w->def->name; }

/* ---- the wrapper types ---- */

static void wrapper_dealloc(RtObject *object) {
  RtWrapper *w = (RtWrapper *)object;
  rt_xdecref(w->self);
  rt_free_object(w, sizeof *w);
}

static RtValue wrapper_get(RtValue v, RtValue instance, RtValue owner) {
  RtWrapper *w = (RtWrapper *)rt_object(v);
  (void)owner;
  if (!instance || w->def->wrap == RT_WRAP_NEW) return rt_new_ref(v);
  RtWrapper *bound = rt_alloc(&rt_type_method_wrapper, sizeof *bound);
  if (!bound) return 0;
  bound->def = w->def;
  bound->owner = w->owner;
  bound->self = rt_new_ref(instance);
  return rt_value(bound);
}

static RtValue wrapper_repr(RtValue v) {
  RtWrapper *w = (RtWrapper *)rt_object(v);
  RtWriter out;
  rt_writer_init(&out);
  rt_writer_ascii(&out, w->def->wrap == RT_WRAP_NEW ? "<built-in method " : "<slot wrapper '", -1);
  rt_writer_ascii(&out, w->def->name, -1);
  rt_writer_ascii(&out, w->def->wrap == RT_WRAP_NEW ? " of type object '" : "' of '", -1);
  rt_writer_ascii(&out, w->owner->name, -1);
  rt_writer_ascii(&out, w->def->wrap == RT_WRAP_NEW ? "'>" : "' objects>", -1);
  return rt_value(rt_writer_finish(&out));
}

static RtValue bound_repr(RtValue v) {
  RtWrapper *w = (RtWrapper *)rt_object(v);
  RtWriter out;
  rt_writer_init(&out);
  rt_writer_ascii(&out, "<method-wrapper '", -1);
  rt_writer_ascii(&out, w->def->name, -1);
  rt_writer_ascii(&out, "' of ", -1);
  rt_writer_ascii(&out, rt_typeof(w->self)->name, -1);
  rt_writer_ascii(&out, " object>", -1);
  return rt_value(rt_writer_finish(&out));
}

static RtValue wrapper_slot_call(RtValue v, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtWrapper *w = (RtWrapper *)rt_object(v);
  if (w->self) return rt_wrapper_call(v, w->self, args, nargs, kwnames);
  if (w->def->wrap == RT_WRAP_NEW) return rt_wrapper_call(v, 0, args, nargs, kwnames);
  if (nargs == 0)
    return rt_raise_format(&rt_exc_TypeError, "descriptor '%s' of '%s' object needs an argument", w->def->name, w->owner->name);
  return rt_wrapper_call(v, args[0], args + 1, nargs - 1, kwnames);
}

RT_METHOD(wrapper_get_name) { return rt_value(rt_str_from_utf8(rt_wrapper_name((RtWrapper *)rt_object(self)), -1)); }
RT_METHOD(wrapper_get_qualname) {
  const RtWrapper *w = (RtWrapper *)rt_object(self);
  RtWriter out;
  rt_writer_init(&out);
  rt_writer_ascii(&out, w->owner->name, -1);
  rt_writer_char(&out, '.');
  rt_writer_ascii(&out, w->def->name, -1);
  return rt_value(rt_writer_finish(&out));
}
RT_METHOD(wrapper_get_owner) { return rt_new_ref(rt_value(((RtWrapper *)rt_object(self))->owner)); }
RT_METHOD(wrapper_get_self) { return rt_new_ref(((RtWrapper *)rt_object(self))->self); }
#define GETTER(name, fn) {name, fn, 0, 0, RT_METHOD_GETTER}
static const RtMethodDef wrapper_methods[] = {GETTER("__name__", wrapper_get_name), GETTER("__qualname__", wrapper_get_qualname),
                                              GETTER("__objclass__", wrapper_get_owner), {0}};
static const RtMethodDef bound_methods[] = {GETTER("__name__", wrapper_get_name), GETTER("__qualname__", wrapper_get_qualname),
                                            GETTER("__objclass__", wrapper_get_owner), GETTER("__self__", wrapper_get_self), {0}};

static RtValue bound_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_typeof(b) != &rt_type_method_wrapper || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  RtWrapper *one = (RtWrapper *)rt_object(a), *other = (RtWrapper *)rt_object(b);
  return rt_bool_ref((op == RT_EQ) == (one->self == other->self && one->def == other->def));
}
static int64_t bound_hash(RtValue v) {
  RtWrapper *w = (RtWrapper *)rt_object(v);
  return rt_hash_pointer(w->def) ^ rt_hash_pointer((void *)(uintptr_t)w->self);
}

RtType rt_type_wrapper = {.head = RT_STATIC_HEAD, .name = "wrapper_descriptor", .flags = RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtWrapper), .dealloc = wrapper_dealloc,
                          .repr = wrapper_repr, .call = wrapper_slot_call, .descr_get = wrapper_get, .methods = wrapper_methods};
RtType rt_type_method_wrapper = {.head = RT_STATIC_HEAD, .name = "method-wrapper", .flags = RT_TYPE_NO_SUBCLASS,
                                 .instance_size = sizeof(RtWrapper), .dealloc = wrapper_dealloc, .repr = bound_repr, .compare = bound_compare, .hash = bound_hash, .call = wrapper_slot_call, .methods = bound_methods};
