/*
 * Classes of Python in JavaScript: a JavaScript class for each, made when it is first needed, with methods, properties and the
 * prototype chain of its bases. An instance is a JavaScript object that stands for a Python object (wrap.c).
 */
#include "node.h"
#include "call.h"
#include "container.h"
#include "dict.h"
#include "exception.h"
#include "function.h"
#include "str.h"
#include "type.h"
#include <stdlib.h>

typedef struct Accessor {
  RtStr *name;
  RtType *owner;         /* `this` must be an instance of it; of a static one, what has the attribute */
  const NodeType *type;
} Accessor;

/* Keeps what callbacks point at, and the class itself, until the environment ends. */
typedef struct Class {
  struct Class *next;
  RtType *type;
  NodeFunction *construct;
  napi_ref constructor;
} Class;
static Class *classes;

typedef struct Kept { struct Kept *next; void (*release)(void *); void *data; } Kept;
static Kept *kept;

/* The object that the constructor under way is to stand for; 0: it makes a new one. */
static RtValue adopting;

static bool keep(void *data, void (*release)(void *)) {
  Kept *k = malloc(sizeof *k);
  if (!data || !k) {
    free(k);
    if (!rt_pending) rt_raise_memory();
    return false;
  }
  *k = (Kept){kept, release, data};
  kept = k;
  return true;
}

static void release_function(void *f) { node_function_free(f); }
static void release_accessor(void *data) {
  Accessor *a = data;
  rt_decref_object(a->name);
  free(a);
}

void node_class_free(void) {
  while (kept) {
    Kept *k = kept;
    kept = k->next;
    k->release(k->data);
    free(k);
  }
  while (classes) {
    Class *class = classes;
    classes = class->next;
    node_function_free(class->construct);
    free(class);
  }
}

/* ---- this ---- */

static RtValue receiver_of(napi_value this, const RtType *owner, const char *what) {
  RtValue v = node_unwrap(this);
  if (v && (!owner || rt_is_subtype(rt_typeof(v), owner))) return v;
  rt_xdecref(v);
  return rt_pending ? 0 : rt_raise_format(&rt_exc_TypeError, "%s needs an instance of %s as `this`", what, owner ? owner->name : "its class");
}

static bool call_info(napi_env env, napi_callback_info info, size_t *count, napi_value *args, napi_value *this, void **data) {
  return napi_get_cb_info(env, info, count, args, this, data) == napi_ok;
}

/* ---- properties ---- */

static napi_value get_property(napi_env env, napi_callback_info info) {
  napi_value this;
  void *data;
  size_t count = 0;
  if (!call_info(env, info, &count, NULL, &this, &data)) return NULL;
  Accessor *a = data;
  node_enter();
  RtValue self = receiver_of(this, a->owner, "a property");
  RtValue value = self ? rt_getattr(self, a->name) : 0;
  rt_xdecref(self);
  napi_value result = node_function_finish(value, a->type);
  node_leave();
  return result;
}

static napi_value set_property(napi_env env, napi_callback_info info) {
  napi_value this, given;
  void *data;
  size_t count = 1;
  if (!call_info(env, info, &count, &given, &this, &data)) return NULL;
  Accessor *a = data;
  node_enter();
  char *name = rt_str_to_utf8(a->name, NULL);
  NodeWhere where = {NULL, NULL, NULL, name, -1, {NULL, 0}};
  RtValue self = receiver_of(this, a->owner, "a property");
  RtValue value = self ? node_to_python(given, a->type, &where) : 0;
  if (value && rt_setattr(self, a->name, value) == 0) rt_clear_pending();
  else node_throw_pending();
  rt_xdecref(self);
  rt_xdecref(value);
  free(name);
  node_leave();
  return NULL;
}

static napi_value get_static(napi_env env, napi_callback_info info) {
  napi_value this;
  void *data;
  size_t count = 0;
  if (!call_info(env, info, &count, NULL, &this, &data)) return NULL;
  Accessor *a = data;
  node_enter();
  napi_value result = node_function_finish(rt_getattr(rt_value(a->owner), a->name), a->type);
  node_leave();
  return result;
}

/* ---- what dunders stand for ---- */

static napi_value with_self(napi_env env, napi_callback_info info, napi_value (*make)(RtValue)) {
  napi_value this;
  void *data;
  size_t count = 0;
  if (!call_info(env, info, &count, NULL, &this, &data)) return NULL;
  node_enter();
  RtValue self = receiver_of(this, NULL, "a method");
  napi_value result = self ? make(self) : NULL;
  rt_xdecref(self);
  if (!result) node_throw_pending();
  node_leave();
  return result;
}

static napi_value text_and_drop(STEAL RtStr *s) {
  napi_value result = s ? node_str_to_js(s) : NULL;
  rt_xdecref(rt_value(s));
  return result;
}
static napi_value make_str(RtValue self) { return text_and_drop(rt_str(self)); }
static napi_value make_repr(RtValue self) { return text_and_drop(rt_repr(self)); }
static napi_value make_iterator(RtValue self) {
  RtValue iterator = rt_iter(self);
  const NodeSignature *s = node_plan_find(rt_typeof(self)->name, "__iter__");
  bool typed = s && s->result->kind == NODE_ITERABLE;
  napi_value result = iterator ? node_iterator_to_js(iterator, typed ? s->result->items[0] : &node_type_any) : NULL;
  rt_xdecref(iterator);
  return result;
}
static napi_value make_length(RtValue self) {
  int64_t length = rt_len(self);
  return length < 0 ? NULL : node_int_to_js(rt_from_small(length), NODE_INT);
}
static napi_value to_string(napi_env env, napi_callback_info info) { return with_self(env, info, make_str); }
static napi_value inspect(napi_env env, napi_callback_info info) { return with_self(env, info, make_repr); }
static napi_value iterate(napi_env env, napi_callback_info info) { return with_self(env, info, make_iterator); }
static napi_value get_length(napi_env env, napi_callback_info info) { return with_self(env, info, make_length); }

/* ---- the members of a class ---- */

typedef struct Members {
  napi_property_descriptor *rows;
  size_t count, room;
  bool failed;
} Members;

static void add(Members *m, napi_property_descriptor row) {
  if (m->count == m->room) {
    size_t room = m->room ? m->room * 2 : 16;
    napi_property_descriptor *grown = realloc(m->rows, room * sizeof *grown);
    if (!grown) {
      m->failed = true;
      rt_raise_memory();
      return;
    }
    m->rows = grown;
    m->room = room;
  }
  m->rows[m->count++] = row;
}

static Accessor *accessor(RtStr *name, RtType *owner, const char *text) {
  Accessor *a = malloc(sizeof *a);
  if (!a) return NULL;
  const NodeSignature *s = node_plan_find(owner->name, text);
  *a = (Accessor){RT_NEW_REF(name), owner, s ? s->result : &node_type_any};
  return a;
}

static void add_accessor(Members *m, RtStr *name, const char *text, RtType *owner, bool is_static, bool writable) {
  Accessor *a = accessor(name, owner, text);
  napi_value key = NULL;
  if (!keep(a, release_accessor) || !(key = node_str_to_js(name))) {
    m->failed = true;
    return;
  }
  napi_property_descriptor row = {.name = key, .getter = is_static ? get_static : get_property, .setter = writable ? set_property : NULL, .data = a};
  row.attributes = (napi_property_attributes)(napi_configurable | (is_static ? napi_static | napi_enumerable : napi_default));
  add(m, row);
}

static void add_method(Members *m, RtStr *name, const char *text, RtValue callee, RtType *type, bool is_static) {
  NodeFunction *f = node_function_new(callee, type->name, text, is_static ? NULL : type);
  napi_value key = NULL;
  if (!keep(f, release_function) || !(key = node_str_to_js(name))) {
    m->failed = true;
    return;
  }
  napi_property_descriptor row = {.name = key, .method = node_function_callback(f), .data = f};
  row.attributes = (napi_property_attributes)(napi_writable | napi_configurable | (is_static ? napi_static : napi_default));
  add(m, row);
}

static void add_member(Members *m, RtType *type, RtStr *name, RtValue value) {
  char *text = rt_str_to_utf8(name, NULL);
  const RtType *of = rt_typeof(value);
  if (!text) m->failed = true;
  else if (of == &rt_type_function) add_method(m, name, text, value, type, false);
  else if (of == &rt_type_property) add_accessor(m, name, text, type, false, ((RtProperty *)rt_object(value))->set != 0);
  else if (of == &rt_type_staticmethod || of == &rt_type_classmethod) {
    RtValue bound = rt_getattr(rt_value(type), name);
    if (bound) add_method(m, name, text, bound, type, true);
    else m->failed = true;
    rt_xdecref(bound);
  } else if (rt_is_class(of) && rt_ready((RtType *)of)->descr_get) { /* a descriptor of the program's own, such as a cached property */
    if (rt_callable(value)) add_method(m, name, text, value, type, false);
    else add_accessor(m, name, text, type, false, true);
  } else if (of == &rt_type_member || of == &rt_type_getset) add_accessor(m, name, text, type, false, true);
  else add_accessor(m, name, text, type, true, false);
  free(text);
}

static bool is_public(RtStr *name) { return name->length > 0 && rt_str_at(name, 0) != '_'; }

static bool has_slot(const RtType *type, RtStr *name) {
  for (int64_t i = 0; type->slot_names && i < type->slot_names->length; i++)
    if (rt_str_equal((RtStr *)rt_object(type->slot_names->items[i]), name)) return true;
  return false;
}

/* Is what an instance has under that name its own? A default in the class doesn't hide it, a property or a method does. */
static bool is_data(RtType *type, RtStr *name) {
  RtValue inherited = rt_type_lookup(type, rt_canonical(name));
  return !inherited || !(rt_ready(rt_typeof(inherited))->descr_get || rt_typeof(inherited)->descr_set);
}

/* Attributes that only annotations in the class body tell of, such as a dataclass's fields; their defaults are attributes of the class. */
static void add_annotated(Members *m, RtType *type) {
  int32_t index = 0;
  for (NodeText text; !m->failed && (text = node_plan_attribute(type->name, &index)).bytes;) {
    RtStr *name = rt_str_from_utf8(text.bytes, text.length);
    char *utf8 = name ? rt_str_to_utf8(name, NULL) : NULL;
    if (!utf8) m->failed = true;
    else if (is_data(type, name) && !has_slot(type, name)) add_accessor(m, name, utf8, type, false, true);
    free(utf8);
    rt_xdecref(rt_value(name));
  }
}

static void add_own(Members *m, RtType *type) {
  RtDict *dict = rt_type_attributes(type);
  RtValue key, value;
  for (int64_t at = 0; rt_dict_next(dict, &at, &key, &value) && !m->failed;)
    if (rt_is_str(key) && is_public((RtStr *)rt_object(key))) add_member(m, type, (RtStr *)rt_object(key), value);
  RtTuple *slots = type->slot_names;
  for (int64_t i = 0; slots && i < slots->length && !m->failed; i++) {
    RtStr *name = (RtStr *)rt_object(slots->items[i]);
    if (!is_public(name) || !is_data(type, name)) continue;
    char *text = rt_str_to_utf8(name, NULL);
    if (text) add_accessor(m, name, text, type, false, true);
    free(text);
  }
  add_annotated(m, type);
}

static bool inherits(const RtType *base, RtValue type) { return base && rt_is_subtype(base, rt_type_of(type)); }

/* The members of the class and of those bases that the prototype chain doesn't lead to. */
static void add_all(Members *m, RtType *type, const RtType *base) {
  RtTuple *mro = type->mro;
  for (int64_t i = mro ? mro->length : 0; i-- > 0 && !m->failed;) {
    RtType *at = rt_type_of(mro->items[i]);
    if (rt_is_class(at) && !inherits(base, mro->items[i])) add_own(m, at);
  }
}

/* ---- making a class ---- */

static napi_value construct(napi_env env, napi_callback_info info) {
  napi_value args[16], this, target, result = NULL;
  void *data;
  size_t count = 16;
  if (!call_info(env, info, &count, args, &this, &data)) return NULL;
  Class *class = data;
  RtValue v = adopting;
  adopting = 0;
  node_enter();
  if (v) {
    if (node_wrap(this, v) == 0) result = this;
  } else if (napi_get_new_target(env, info, &target) != napi_ok || !target) {
    rt_raise_format(&rt_exc_TypeError, "class %s cannot be invoked without 'new'", class->type->name);
  } else if (!class->construct) {
    rt_raise_format(&rt_exc_TypeError, "%s objects are made by Python only", class->type->name);
  } else if ((v = node_function_call(class->construct, 0, args, count > 16 ? 16 : count))) {
    result = rt_is_small(v) ? node_to_js(v, &node_type_any) : node_wrapped(v);
    if (!result && node_wrap(this, v) == 0) result = this;
    rt_decref(v);
  }
  if (!result) node_throw_pending();
  node_leave();
  return result;
}

/* class E(Exception): `new E('…')` in JavaScript makes the Python exception as well. */
static napi_value construct_error(napi_env env, napi_callback_info info) {
  napi_value args[2], error, items[16];
  void *data;
  size_t count = 2;
  uint32_t length;
  if (!call_info(env, info, &count, args, &error, &data)) return NULL;
  Class *class = data;
  node_enter();
  bool ready = node_ok(napi_get_array_length(env, args[1], &length));
  for (uint32_t i = 0; ready && i < length && i < 16; i++) ready = node_ok(napi_get_element(env, args[1], i, &items[i]));
  RtValue v = ready ? node_function_call(class->construct, 0, items, length < 16 ? length : 16) : 0;
  if (v && node_wrap(args[0], v) == 0) node_error_copy_attributes(args[0], v);
  else node_throw_pending();
  rt_xdecref(v);
  node_leave();
  return NULL;
}

static napi_value define_error(Class *class, RtType *base) {
  napi_value function, parts[3];
  if (!node_ok(napi_create_function(node_env, class->type->name, NAPI_AUTO_LENGTH, construct_error, class, &function))) return NULL;
  parts[0] = base && rt_is_class(base) ? node_class_to_js(base) : node_undefined();
  parts[1] = NODE_NAME(class->type->name);
  parts[2] = function;
  return parts[0] && parts[1] ? node_help(NODE_HELPER_ERROR_CLASS, 3, parts) : NULL;
}

static bool attach(napi_value constructor, const char *name, napi_callback callback) {
  napi_value args[] = {constructor, NODE_NAME(name), NULL};
  return args[1] && node_ok(napi_create_function(node_env, name, NAPI_AUTO_LENGTH, callback, NULL, &args[2])) && node_help(NODE_HELPER_ATTACH, 3, args);
}

static bool defines(RtType *type, RtStr *name) { return rt_dict_get_str(rt_type_attributes(type), name) != 0; }

static bool attach_dunders(napi_value constructor, RtType *type) {
  bool is_root = !type->base || !rt_is_class(type->base);
  if (is_root && !(attach(constructor, "toString", to_string) && attach(constructor, "inspect", inspect))) return false;
  return !rt_is_class(type) || !defines(type, RT_NAME(__iter__)) || attach(constructor, "iterator", iterate);
}

/* Not by napi_define_class: V8 would insist on objects of this very class as `this`, and refuse those of subclasses. */
static bool define_members(napi_value constructor, Members *m) {
  napi_value prototype;
  size_t statics = 0;
  for (size_t i = 0; i < m->count; i++) {
    if (!(m->rows[i].attributes & napi_static)) continue;
    napi_property_descriptor row = m->rows[i];
    m->rows[i] = m->rows[statics];
    m->rows[statics++] = row;
  }
  return node_ok(napi_get_named_property(node_env, constructor, "prototype", &prototype)) && node_ok(napi_define_properties(node_env, constructor, statics, m->rows)) &&
         node_ok(napi_define_properties(node_env, prototype, m->count - statics, m->rows + statics));
}

static napi_value define_plain(Class *class, RtType *base) {
  RtType *type = class->type;
  Members m = {0};
  napi_value result = NULL, parts[2];
  bool has_base = base && rt_is_class(base);
  if (rt_is_class(type)) add_all(&m, type, has_base ? base : NULL);
  if (rt_is_class(type) && defines(type, RT_NAME(__len__))) {
    napi_property_descriptor row = {.utf8name = "length", .getter = get_length, .attributes = napi_configurable};
    add(&m, row);
  }
  bool made = !m.failed && node_ok(napi_define_class(node_env, type->name, NAPI_AUTO_LENGTH, construct, class, 0, NULL, &result)) && define_members(result, &m);
  free(m.rows);
  if (!made || !attach_dunders(result, type)) return NULL;
  if (!has_base) return result;
  parts[0] = result;
  parts[1] = node_class_to_js(base);
  return parts[1] && node_help(NODE_HELPER_INHERIT, 2, parts) ? result : NULL;
}

static napi_value make_class(RtType *type) {
  Class *class = calloc(1, sizeof *class);
  if (!class) return (rt_raise_memory(), NULL);
  *class = (Class){.next = classes, .type = type};
  classes = class;
  if (rt_is_class(type) && !(class->construct = node_function_of_class(type))) return NULL;
  napi_value result = type->flags & RT_TYPE_EXCEPTION ? define_error(class, type->base) : define_plain(class, type->base);
  if (!result || !node_ok(napi_create_reference(node_env, result, 1, &class->constructor))) return NULL;
  return node_wrap(result, rt_value(type)) < 0 ? NULL : result;
}

static napi_value class_for(RtType *type) {
  napi_value known = node_wrapped(rt_value(rt_ready(type)));
  return known ? known : make_class(type);
}

/* A built-in type is a function; it has no counterpart as a class. */
napi_value node_class_to_js(RtType *type) { return rt_is_class(type) ? class_for(type) : node_callable_to_js(rt_value(type)); }

napi_value node_instance_to_js(RtValue v) {
  napi_value known = node_wrapped(v), result;
  if (known) return known;
  napi_value constructor = class_for(rt_typeof(v));
  if (!constructor) return NULL;
  adopting = v;
  bool made = node_ok(napi_new_instance(node_env, constructor, 0, NULL, &result));
  adopting = 0;
  return made ? result : NULL;
}
