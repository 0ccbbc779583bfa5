/* Classes: what a class statement makes of its name, bases and namespace. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "type.h"
#include <stdlib.h>

/* ---- metaclass ---- */

RtType *rt_metaclass_of(RtTuple *bases, RtType *wanted) {
  for (int64_t i = 0; i < bases->length; i++) {
    RtType *theirs = rt_typeof(bases->items[i]);
    if (rt_is_subtype(wanted, theirs)) continue;
    if (!rt_is_subtype(theirs, wanted)) {
      rt_raise_string(&rt_exc_TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
      return NULL;
    }
    wanted = theirs;
  }
  return wanted;
}

/* What makes the class: a metaclass, or whatever was given as one. Borrowed; 0: raised. */
static RtValue choose_metaclass(RtTuple *bases, RtDict *kwargs) {
  RtValue given = kwargs ? rt_dict_get_str(kwargs, RT_NAME(metaclass)) : 0;
  if (given && !rt_is_type(given)) return given;
  RtType *first = bases->length ? rt_typeof(bases->items[0]) : &rt_type_type; /* whose instance a base is need not be a metaclass */
  return rt_value(rt_metaclass_of(bases, given ? rt_type_of(given) : first));
}

/* Slots that the class statement under way proposes: they reach rt_class_build through the metaclass by the namespace. */
static struct { RtTuple *names; RtStr *class_name; } proposed;

static RtValue call_metaclass(RtValue meta, RtStr *name, RtTuple *bases, RtValue namespace, RtDict *kwargs, RtTuple *slot_names) {
  RtValue three[] = {rt_value(name), rt_value(bases), namespace};
  RtTuple *args = rt_tuple_from(three, 3);
  if (!args) return 0;
  proposed.names = slot_names;
  proposed.class_name = name;
  RtValue made = rt_call_ex(meta, args, kwargs);
  proposed.names = NULL;
  rt_decref_object(args);
  return made;
}

static char *repr_text(RtValue v) {
  RtStr *repr = rt_repr(v);
  char *text = repr ? rt_str_to_utf8(repr, NULL) : NULL;
  rt_xdecref(rt_value(repr));
  return text;
}

/* `__class__` of the methods must be what the metaclass has made. */
static bool is_in_cell(RtValue cell, RtStr *name, RtValue made) {
  RtValue class = ((RtCell *)rt_object(cell))->value;
  if (class == made) return true;
  char *title = rt_str_to_utf8(name, NULL), *as = repr_text(made), *set = class ? repr_text(class) : NULL;
  if (title && as && !class)
    rt_raise_format(&rt_exc_RuntimeError, "__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", title, as);
  else if (title && as && set)
    rt_raise_format(&rt_exc_TypeError, "__class__ set to %s defining '%s' as %s", set, title, as);
  free(title);
  free(as);
  free(set);
  return false;
}

static RtValue by_metaclass(RtValue meta, RtStr *name, RtTuple *bases, RtValue namespace, RtDict *kwargs, RtTuple *slot_names) {
  RtValue cell = rt_typeof(namespace) == &rt_type_dict ? rt_dict_get_str((RtDict *)rt_object(namespace), RT_NAME(__classcell__)) : 0;
  bool checks = cell && rt_typeof(cell) == &rt_type_cell;
  if (checks) rt_incref(cell);
  RtValue made = call_metaclass(meta, name, bases, namespace, kwargs, slot_names);
  if (!checks) return made;
  if (made && rt_is_type(made) && !is_in_cell(cell, name, made)) {
    rt_decref(made);
    made = 0;
  }
  rt_decref(cell);
  return made;
}

static RtDict *without_metaclass(RtDict *kwargs) {
  RtDict *copy = rt_dict_new(0);
  if (copy && rt_dict_update(copy, rt_value(kwargs)) == 0 && rt_dict_delete(copy, rt_value(RT_NAME(metaclass))) >= 0) return copy;
  rt_xdecref(rt_value(copy));
  return NULL;
}

RtValue rt_class_new(RtStr *name, RtTuple *bases, RtValue namespace, RtDict *kwargs, RtTuple *slot_names) {
  RtValue meta = choose_metaclass(bases, kwargs);
  if (!meta) return 0;
  bool drops = kwargs && rt_dict_get_str(kwargs, RT_NAME(metaclass));
  if (drops && !(kwargs = without_metaclass(kwargs))) return 0;
  RtValue made = meta == rt_value(&rt_type_type) ? rt_value(rt_class_build(&rt_type_type, name, bases, (RtDict *)rt_object(namespace), kwargs, slot_names))
                                                 : by_metaclass(meta, name, bases, namespace, kwargs, slot_names);
  if (drops) rt_decref_object(kwargs);
  return made;
}

RtValue rt_class_prepare(RtStr *name, RtTuple *bases, RtDict *kwargs) {
  RtValue meta = choose_metaclass(bases, kwargs);
  if (!meta) return 0;
  RtValue prepare = meta == rt_value(&rt_type_type) ? 0 : rt_getattr_optional(meta, RT_NAME(__prepare__));
  if (!prepare) return rt_pending ? 0 : rt_value(rt_dict_new(8));
  RtValue two[] = {rt_value(name), rt_value(bases)};
  RtTuple *args = rt_tuple_from(two, 2);
  RtDict *rest = kwargs ? without_metaclass(kwargs) : NULL;
  RtValue namespace = args ? rt_call_ex(prepare, args, rest) : 0;
  rt_xdecref(rt_value(args));
  rt_xdecref(rt_value(rest));
  rt_decref(prepare);
  if (!namespace || rt_ready(rt_typeof(namespace))->getitem) return namespace;
  rt_raise_format(&rt_exc_TypeError, "%s.__prepare__() must return a mapping, not %s", rt_is_type(meta) ? rt_type_of(meta)->name : "<metaclass>", rt_typeof(namespace)->name);
  rt_decref(namespace);
  return 0;
}

/* ---- slots ---- */

static bool has_name(RtList *names, RtStr *name) {
  for (int64_t i = 0; i < names->length; i++)
    if (rt_str_equal((RtStr *)rt_object(names->items.values[i]), name)) return true;
  return false;
}

static bool add_slot(RtList *names, RtStr *name) {
  if (has_name(names, name)) return true;
  name = rt_canonical(name);
  return rt_list_append(names, rt_value(name)) == 0;
}

static bool add_all(RtList *names, RtTuple *more) {
  for (int64_t i = 0; more && i < more->length; i++)
    if (!add_slot(names, (RtStr *)rt_object(more->items[i]))) return false;
  return true;
}

/* "__x" becomes "_Class__x". New, interned. */
static RtStr *mangled(RtStr *class_name, RtStr *name) {
  int64_t n = name->length;
  bool is_private = n > 2 && rt_str_at(name, 0) == '_' && rt_str_at(name, 1) == '_' && !(rt_str_at(name, n - 1) == '_' && rt_str_at(name, n - 2) == '_');
  if (!is_private) return rt_str_intern(RT_NEW_REF(name));
  int64_t start = 0;
  while (start < class_name->length && rt_str_at(class_name, start) == '_') start++;
  if (start == class_name->length) return rt_str_intern(RT_NEW_REF(name));
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_char(&w, '_');
  for (int64_t i = start; i < class_name->length; i++) rt_writer_char(&w, rt_str_at(class_name, i));
  rt_writer_str(&w, name);
  RtStr *result = rt_writer_finish(&w);
  return result ? rt_str_intern(result) : NULL;
}

static bool is_identifier(const RtStr *name) {
  for (int64_t i = 0; i < name->length; i++) {
    uint32_t c = rt_str_at(name, i);
    bool digit = c >= '0' && c <= '9', letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    if (c < 128 && !letter && c != '_' && !(digit && i > 0)) return false;
  }
  return name->length > 0;
}

/* Moves the last name to its place among the sorted ones before it: classes with the same slots have them in the same order. */
static void sort_last(RtList *names) {
  RtValue *items = names->items.values;
  for (int64_t i = names->length - 1; i > 0; i--) {
    if (rt_str_compare((RtStr *)rt_object(items[i - 1]), (RtStr *)rt_object(items[i])) <= 0) return;
    RtValue last = items[i];
    items[i] = items[i - 1];
    items[i - 1] = last;
  }
}

/* The names of __slots__, sorted: a string or an iterable of strings. New list; NULL: raised. */
static RtList *declared_names(RtStr *class_name, RtDict *namespace, RtValue slots, bool has_dict, bool *wants_dict) {
  bool wants_references = false;
  RtList *given = rt_is_str(slots) ? rt_list_from(&slots, 1) : rt_list_from_iterable(slots), *names = rt_list_new(0);
  for (int64_t i = 0; given && names && i < given->length; i++) {
    RtValue each = rt_list_get(given, i);
    if (!each) break;
    if (!rt_is_str(each)) {
      rt_raise_format(&rt_exc_TypeError, "__slots__ items must be strings, not '%s'", rt_typeof(each)->name);
    } else if (!is_identifier((RtStr *)rt_object(rt_base_value(each)))) {
      rt_raise_string(&rt_exc_TypeError, "__slots__ must be identifiers");
    } else if (rt_str_equal((RtStr *)rt_object(each), RT_NAME(__dict__))) {
      if (has_dict) rt_raise_string(&rt_exc_TypeError, "__dict__ slot disallowed: we already got one");
      *wants_dict = true;
    } else if (rt_str_equal((RtStr *)rt_object(each), RT_NAME(__weakref__))) {
      if (wants_references) rt_raise_string(&rt_exc_TypeError, "__weakref__ slot disallowed: we already got one");
      wants_references = true;
    } else {
      RtStr *name = mangled(class_name, (RtStr *)rt_object(rt_base_value(each)));
      if (name && rt_dict_get_str(namespace, name)) {
        char *text = rt_str_to_utf8(name, NULL);
        rt_raise_format(&rt_exc_ValueError, "'%s' in __slots__ conflicts with class variable", text ? text : "?");
        free(text);
      } else if (name && add_slot(names, name)) {
        sort_last(names);
      }
      rt_xdecref(rt_value(name));
    }
    rt_decref(each);
    if (rt_pending) break;
  }
  rt_xdecref(rt_value(given));
  if (names && !rt_pending) return names;
  rt_xdecref(rt_value(names));
  return NULL;
}

static bool some_base_has(RtTuple *bases, uint32_t flag) {
  for (int64_t i = 0; i < bases->length; i++)
    if (rt_ready(rt_type_of(bases->items[i]))->flags & flag) return true;
  return false;
}

/* Marks the slots that __slots__ of this class or of a base declares, and gives this class's their descriptors. */
static bool declare_slots(RtClass *class, RtList *own) {
  RtTuple *names = class->type.slot_names;
  for (int64_t i = 0; i < names->length; i++) {
    RtStr *name = (RtStr *)rt_object(names->items[i]);
    if (own && has_name(own, name)) {
      RtValue member = rt_member_new(&class->type, name, i);
      if (!member) return false;
      int status = rt_dict_set_str(class->type.dict, name, member);
      rt_decref(member);
      if (status < 0) return false;
      class->kinds[i] = RT_SLOT_DECLARED;
      continue;
    }
    for (int64_t k = 0; k < class->type.bases->length; k++) {
      RtType *base = rt_type_of(class->type.bases->items[k]);
      int64_t slot = rt_is_class(base) ? rt_class_slot(base, name) : -1;
      if (slot >= 0 && ((RtClass *)base)->kinds[slot] == RT_SLOT_DECLARED) class->kinds[i] = RT_SLOT_DECLARED;
    }
  }
  return true;
}

static bool collect_slots(RtClass *class, RtList *names, RtList *own, RtTuple *hints) {
  RtTuple *bases = class->type.bases;
  if (own && own->length && (class->type.flags & (RT_TYPE_INT | RT_TYPE_TUPLE | RT_TYPE_BYTES)))
    return rt_raise_format(&rt_exc_TypeError, "nonempty __slots__ not supported for subtype of '%s'", class->type.base->name), false;
  if (!add_all(names, class->type.base->slot_names)) return false;
  for (int64_t i = 0; i < bases->length; i++)
    if (!add_all(names, rt_type_of(bases->items[i])->slot_names)) return false;
  for (int64_t i = 0; own && i < own->length; i++) {
    RtValue name = rt_list_get(own, i);
    bool added = name && add_slot(names, (RtStr *)rt_object(name));
    rt_xdecref(name);
    if (!added) return false;
  }
  return !(class->type.flags & RT_TYPE_INSTANCE_DICT) || add_all(names, hints);
}

static bool is_float_in(RtType *base, RtStr *name) {
  int64_t slot = rt_is_class(base) ? rt_class_slot(base, name) : -1;
  return slot >= 0 && ((RtClass *)base)->kinds[slot] == RT_SLOT_FLOAT;
}

/* A name that stands twice in a row among the hints is of an attribute that holds floats, unless a base has it otherwise. */
static bool is_hinted(RtTuple *hints, RtStr *name) {
  for (int64_t i = 1; hints && i < hints->length; i++)
    if (hints->items[i] == hints->items[i - 1] && rt_str_equal((RtStr *)rt_object(hints->items[i]), name)) return true;
  return false;
}

static void choose_floats(RtClass *class, RtTuple *hints) {
  RtType *type = &class->type;
  RtTuple *names = type->slot_names, *bases = type->bases;
  if (type->flags & (RT_TYPE_EXCEPTION | RT_TYPE_TYPE) || !(type->flags & RT_TYPE_INSTANCE_DICT)) return;
  for (int64_t i = 0; i < names->length; i++) {
    RtStr *name = (RtStr *)rt_object(names->items[i]);
    bool is_known = false, is_float = false;
    for (int64_t k = 0; k < bases->length && !is_known; k++) {
      is_known = rt_class_slot(rt_type_of(bases->items[k]), name) >= 0;
      is_float = is_known && is_float_in(rt_type_of(bases->items[k]), name);
    }
    if (!(is_known ? is_float : is_hinted(hints, name))) continue;
    class->kinds[i] = RT_SLOT_FLOAT;
    type->flags |= RT_TYPE_FLOAT_SLOTS;
  }
}

static int lay_out(RtClass *class, RtStr *name, RtTuple *hints) {
  RtType *type = &class->type;
  RtValue slots = rt_dict_get_str(type->dict, RT_NAME(__slots__));
  bool dict = !slots || some_base_has(type->bases, RT_TYPE_INSTANCE_DICT);
  RtList *own = NULL, *names = rt_list_new(0);
  int status = -1;
  if (type->flags & RT_TYPE_TYPE) hints = NULL, slots = 0;
  if (!names || (slots && !(own = declared_names(name, type->dict, slots, type->base->flags & RT_TYPE_INSTANCE_DICT, &dict)))) goto done;
  if (dict && !(type->flags & RT_TYPE_TYPE)) type->flags |= RT_TYPE_INSTANCE_DICT;
  class->is_solid = own && own->length > 0;
  if (!collect_slots(class, names, own, hints)) goto done;
  if (!(type->slot_names = rt_tuple_from_iterable(rt_value(names)))) goto done;
  class->slot_count = names->length;
  class->kinds = calloc((size_t)names->length + 1, 1);
  if (class->kinds) choose_floats(class, hints);
  status = class->kinds && declare_slots(class, own) ? 0 : -1;
done:
  rt_xdecref(rt_value(own));
  rt_xdecref(rt_value(names));
  return status;
}

bool rt_class_finalizers;

static void set_size(RtClass *class) {
  RtType *type = &class->type;
  class->final_word = rt_type_lookup(type, RT_NAME(__del__)) != 0;
  rt_class_finalizers |= class->final_word;
  rt_class_disguises |= type->dict && (rt_dict_get_str(type->dict, RT_NAME(__class__)) || rt_dict_get_str(type->dict, RT_NAME(__getattribute__)));
  size_t head = type->flags & RT_TYPE_EXCEPTION ? sizeof(RtException) : sizeof(RtInstance);
  type->instance_size = (int64_t)(head + (size_t)(class->slot_count + class->final_word) * sizeof(RtValue));
  if (type->flags & RT_TYPE_TYPE) type->instance_size = sizeof(RtClass);
}

/* ---- namespace ---- */

static int wrap_function(RtDict *dict, RtStr *name, RtType *wrapper) {
  RtValue value = rt_dict_get_str(dict, name);
  if (!value || rt_typeof(value) != &rt_type_function) return 0;
  RtValue wrapped = rt_call1(rt_value(wrapper), value);
  if (!wrapped) return -1;
  int status = rt_dict_set_str(dict, name, wrapped);
  rt_decref(wrapped);
  return status;
}

static int set_default(RtDict *dict, RtStr *name, RtValue value) {
  return rt_dict_get_str(dict, name) ? 0 : rt_dict_set_str(dict, name, value);
}

static int take_text(RtDict *dict, RtStr *key, RtStr **out, bool removes) {
  RtValue value = rt_dict_get_str(dict, key);
  if (!value || rt_typeof(value) != &rt_type_str) return 0;
  *out = (RtStr *)rt_object(rt_new_ref(value));
  return removes ? rt_dict_delete(dict, rt_value(key)) : 0;
}

static int prepare_namespace(RtType *type, RtStr *name, RtDict *namespace) {
  if (!(type->dict = rt_dict_new(namespace->length)) || rt_dict_update(type->dict, rt_value(namespace)) < 0) return -1;
  if (rt_dict_delete(type->dict, rt_value(RT_NAME(__classcell__))) < 0) return -1;
  if (take_text(type->dict, RT_NAME(__qualname__), &type->qualname, true) < 0) return -1;
  if (!type->qualname) type->qualname = RT_NEW_REF(name);
  if (set_default(type->dict, RT_NAME(__module__), rt_value(RT_NAME(__main__))) < 0) return -1;
  take_text(type->dict, RT_NAME(__module__), &type->module_name, false);
  if (wrap_function(type->dict, RT_NAME(__new__), &rt_type_staticmethod) < 0) return -1;
  if (wrap_function(type->dict, RT_NAME(__init_subclass__), &rt_type_classmethod) < 0) return -1;
  if (wrap_function(type->dict, RT_NAME(__class_getitem__), &rt_type_classmethod) < 0) return -1;
  if (rt_dict_get_str(type->dict, RT_NAME(__eq__)) && set_default(type->dict, RT_NAME(__hash__), RT_NONE) < 0) return -1;
  return set_default(type->dict, RT_NAME(__doc__), RT_NONE);
}

/* ---- the class object ---- */

enum { INHERITED_FLAGS = RT_TYPE_INT | RT_TYPE_FLOAT | RT_TYPE_STR | RT_TYPE_BYTES | RT_TYPE_LIST | RT_TYPE_TUPLE | RT_TYPE_DICT | RT_TYPE_SET |
                         RT_TYPE_TYPE | RT_TYPE_EXCEPTION };

static RtType *plain_base(RtType *type) {
  while (rt_is_class(type)) type = type->base;
  return type == &rt_type_object || (type->flags & (RT_TYPE_EXCEPTION | RT_TYPE_TYPE)) ? NULL : type;
}

static void set_life(RtType *type) {
  if (type->flags & (RT_TYPE_EXCEPTION | RT_TYPE_TYPE)) {
    const RtType *base = type->base;
    type->dealloc = base->dealloc, type->traverse = base->traverse, type->clear = base->clear;
  } else {
    type->dealloc = rt_instance_dealloc, type->traverse = rt_instance_traverse, type->clear = rt_instance_clear;
  }
}

char *rt_class_name_text(RtStr *name) {
  int64_t length;
  char *text = rt_str_to_utf8(name, &length);
  if (!text || !memchr(text, 0, (size_t)length)) return text;
  free(text);
  rt_raise_string(&rt_exc_ValueError, "type name must not contain null characters");
  return NULL;
}

static RtClass *new_class(RtType *meta, RtStr *name, RtTuple *bases) {
  RtType *best = rt_type_best_base(bases);
  char *text = best ? rt_class_name_text(name) : NULL;
  RtClass *class = text ? rt_alloc(meta, sizeof *class) : NULL;
  if (!class) {
    free(text);
    return NULL;
  }
  if (rt_is_class(meta)) rt_incref_object(meta);
  RtType *type = &class->type;
  type->flags = RT_TYPE_HEAP | RT_TYPE_CYCLIC | (best->flags & INHERITED_FLAGS);
  type->base = RT_NEW_REF(best);
  type->bases = RT_NEW_REF(bases);
  class->base_plain = plain_base(best);
  class->name_buffer = text;
  type->name = class->name_buffer;
  set_life(type);
  return class;
}

/* The metaclass is asked when the class is complete, so that it can look at it. */
static int take_order(RtType *type) {
  RtTuple *order = rt_class_order(type), *old = type->mro;
  if (!order) return -1;
  type->mro = order;
  rt_decref_object(old);
  rt_type_modified(type);
  return 0;
}

static int finish_type(RtClass *class, RtStr *name, RtTuple *hints) {
  RtType *type = &class->type;
  if (!(type->mro = rt_type_c3(type, type->bases))) return -1;
  if (lay_out(class, name, hints) < 0) return -1;
  for (int64_t i = 0; i < type->bases->length; i++) rt_type_add_subclass(rt_type_of(type->bases->items[i]), type);
  type->flags |= RT_TYPE_READY;
  type->version = rt_type_new_version();
  set_size(class);
  rt_slots_inherit(type);
  return rt_pending || (rt_is_class(type->head.type) && take_order(type) < 0) ? -1 : 0;
}

static int note_set_name(RtType *type, RtValue key, RtValue value) {
  RtWriter w;
  RtStr *name = rt_repr(key);
  rt_writer_init(&w);
  rt_writer_ascii(&w, "Error calling __set_name__ on '", -1);
  rt_writer_ascii(&w, rt_typeof(value)->name, -1);
  rt_writer_ascii(&w, "' instance ", -1);
  if (name) rt_writer_str(&w, name);
  rt_writer_ascii(&w, " in '", -1);
  rt_writer_ascii(&w, type->name, -1);
  rt_writer_ascii(&w, "'", -1);
  RtStr *note = rt_writer_finish(&w);
  RtValue error = rt_take_pending();
  RtValue done = note ? rt_call_method1(error, RT_NAME(add_note), rt_value(note)) : 0;
  rt_xdecref(done);
  rt_xdecref(rt_value(note));
  rt_xdecref(rt_value(name));
  rt_set_pending(error);
  return -1;
}

static int call_set_names(RtType *type, RtDict *namespace) {
  int64_t at = 0;
  for (RtValue key, value; rt_dict_next(namespace, &at, &key, &value);) {
    if (rt_typeof(value) == &rt_type_function || rt_is_small(value)) continue;
    RtValue method = rt_lookup_special(value, RT_NAME(__set_name__));
    if (!method && rt_pending) return -1;
    if (!method) continue;
    RtValue result = rt_call2(method, rt_value(type), key);
    rt_decref(method);
    if (!result) return note_set_name(type, key, value);
    rt_decref(result);
  }
  return 0;
}

static int init_subclass(RtType *type, RtDict *kwargs) {
  RtValue method = rt_super_getattr(rt_value(type), rt_value(type), RT_NAME(__init_subclass__));
  RtTuple *none = method ? rt_tuple_new(0) : NULL;
  RtValue result = none ? rt_call_ex(method, none, kwargs) : 0;
  rt_xdecref(method);
  rt_xdecref(rt_value(none));
  rt_xdecref(result);
  return result ? 0 : -1;
}

static void fill_class_cell(RtType *type, RtDict *namespace) {
  RtValue cell = rt_dict_get_str(namespace, RT_NAME(__classcell__));
  if (!cell || rt_typeof(cell) != &rt_type_cell) return;
  RtValue old = ((RtCell *)rt_object(cell))->value;
  ((RtCell *)rt_object(cell))->value = rt_new_ref(rt_value(type));
  rt_xdecref(old);
}

static RtType *build(RtType *meta, RtStr *name, RtTuple *bases, RtDict *namespace, RtDict *kwargs, RtTuple *hints) {
  RtClass *class = new_class(meta, name, bases);
  if (!class) return NULL;
  RtType *type = &class->type;
  if (prepare_namespace(type, name, namespace) == 0 && finish_type(class, name, hints) == 0) {
    fill_class_cell(type, namespace);
    if (call_set_names(type, namespace) == 0 && init_subclass(type, kwargs) == 0) return type;
  }
  rt_decref_object(type);
  return NULL;
}

RT_WITNESS RtType *rt_class_build(RtType *meta, RtStr *name, RtTuple *bases, RtDict *namespace, RtDict *kwargs, RtTuple *hints) {
  if (!hints && proposed.names && rt_str_equal(proposed.class_name, name)) hints = proposed.names;
  proposed.names = NULL;
  if (!(meta = rt_metaclass_of(bases, meta))) return NULL;
  if (bases->length) return build(meta, name, bases, namespace, kwargs, hints);
  RtValue object = rt_value(&rt_type_object);
  RtTuple *only_object = rt_tuple_from(&object, 1);
  if (!only_object) return NULL;
  RtType *type = build(meta, name, only_object, namespace, kwargs, hints);
  rt_decref_object(only_object);
  return type;
}
