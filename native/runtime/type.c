/* Types: making built-in ones ready, the mro, subclasses and versions. */
#include "type.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "memory.h"

bool rt_is_subtype(const RtType *type, const RtType *base) {
  if (type == base || base == &rt_type_object) return true;
  const RtTuple *mro = type->mro;
  if (mro) {
    for (int64_t i = 1; i < mro->length; i++)
      if (mro->items[i] == rt_value(base)) return true;
    return false;
  }
  if (type == &rt_exc_ExceptionGroup && base == &rt_exc_Exception) return true;
  for (type = type->base; type; type = type->base)
    if (type == base) return true;
  return false;
}

/* ---- built-in types ---- */

/* What belongs to a static type lives as long as the program. */
static void *immortal(void *object) {
  if (object) ((RtObject *)object)->refcount = RT_IMMORTAL;
  return object;
}

/* Copies slots and looks at nothing else: native/backend/slots.cpp takes it that no slot is needed for its sake. */
/* Slots that the type has none of are those of `base`. */
static __attribute__((noinline)) void rt_type_inherit(RtType *type, const RtType *base) {
#define INHERIT(slot) if (!type->slot) type->slot = base->slot
  INHERIT(dealloc); INHERIT(traverse); INHERIT(clear); INHERIT(repr); INHERIT(str); INHERIT(iter); INHERIT(next);
  INHERIT(truth); INHERIT(length); INHERIT(getitem); INHERIT(setitem); INHERIT(contains);
  INHERIT(negative); INHERIT(positive); INHERIT(invert); INHERIT(absolute);
  INHERIT(index); INHERIT(to_int); INHERIT(to_float); INHERIT(call); INHERIT(getattr); INHERIT(setattr);
  INHERIT(descr_get); INHERIT(descr_set);
  if (base != &rt_type_object) INHERIT(construct);
  INHERIT(compare);
  if (!(type->flags & RT_TYPE_UNHASHABLE)) INHERIT(hash);
#undef INHERIT
  for (int op = 0; op < RT_OPS; op++) {
    if (!type->binary[op]) type->binary[op] = base->binary[op];
    if (!type->inplace[op]) type->inplace[op] = base->inplace[op];
  }
}

static RtTuple *static_bases(RtType *type) {
  if (!type->base) return rt_tuple_new(0);
  RtValue bases[] = {rt_value(type->base), rt_value(&rt_exc_Exception)};
  return rt_tuple_from(bases, type == &rt_exc_ExceptionGroup ? 2 : 1);
}

static RtTuple *static_mro(RtType *type) {
  RtValue chain[16];
  int64_t count = 0;
  for (RtType *at = type; at; at = at->base) chain[count++] = rt_value(at);
  if (type == &rt_exc_ExceptionGroup) { /* ExceptionGroup, BaseExceptionGroup, Exception, BaseException, object */
    chain[4] = chain[3];
    chain[3] = chain[2];
    chain[2] = rt_value(&rt_exc_Exception);
    count++;
  }
  return rt_tuple_from(chain, count);
}

static void ready_static(RtType *type) {
  rt_memory_must++;
  if (!type->base && type != &rt_type_object) type->base = &rt_type_object;
  type->flags |= RT_TYPE_READY;
  if (type->base) {
    rt_type_ready(type->base);
    rt_type_inherit(type, type->base);
    type->flags |= type->base->flags & (RT_TYPE_EXCEPTION | RT_TYPE_INT | RT_TYPE_TYPE);
  }
  type->version = rt_type_new_version();
  type->mro = immortal(static_mro(type));
  type->bases = immortal(static_bases(type));
  rt_memory_must--;
}

void rt_type_ready(RtType *type) {
  if (!(type->flags & RT_TYPE_READY)) ready_static(type);
}

static RtType *method_type(const RtMethodDef *def) {
  if (def->flags & RT_METHOD_GETTER) return &rt_type_getset;
  if (def->flags & (RT_METHOD_CLASS | RT_METHOD_STATIC)) return &rt_type_builtin;
  return &rt_type_method_descriptor;
}

RT_COLD RtDict *rt_type_make_dict(RtType *type) {
  rt_type_ready(type);
  rt_memory_must++;
  type->dict = immortal(rt_dict_new(8));
  const RtMethodDef *methods = type->flags & RT_TYPE_EXCEPTION ? rt_exception_methods_of(type) : type->methods;
  for (const RtMethodDef *def = methods; def && def->name; def++) {
    RtBuiltin *method = rt_alloc(method_type(def), sizeof *method);
    method->def = def;
    method->owner = type;
    method->head.refcount = RT_IMMORTAL;
    rt_dict_set_str(type->dict, rt_name(def->name), rt_value(method));
  }
  rt_memory_must--;
  return type->dict;
}

/* ---- subclasses: a weak list, each class drops itself when it dies ---- */

typedef struct SubclassList { int64_t count, capacity; RtType *items[]; } SubclassList;

static size_t list_bytes(int64_t capacity) { return sizeof(SubclassList) + (size_t)capacity * sizeof(RtType *); }

void rt_type_add_subclass(RtType *base, RtType *type) {
  SubclassList *list = base->subclasses;
  if (!list || list->count == list->capacity) {
    int64_t capacity = list ? list->capacity * 2 : 4;
    SubclassList *grown = rt_buffer_realloc(list, list ? list_bytes(list->capacity) : 0, list_bytes(capacity));
    if (!grown) return;
    if (!list) grown->count = 0;
    grown->capacity = capacity;
    base->subclasses = list = grown;
  }
  list->items[list->count++] = type;
}

void rt_type_drop_subclass(RtType *base, RtType *type) {
  SubclassList *list = base->subclasses;
  if (!list) return;
  int64_t kept = 0;
  for (int64_t i = 0; i < list->count; i++)
    if (list->items[i] != type) list->items[kept++] = list->items[i];
  list->count = kept;
  if (kept) return;
  rt_buffer_free(list, list_bytes(list->capacity));
  base->subclasses = NULL;
}

RtList *rt_type_subclasses(RtType *type) {
  RtList *result = rt_list_new(0);
  SubclassList *list = type->subclasses;
  for (int64_t i = 0; result && list && i < list->count; i++)
    if (rt_list_append(result, rt_value(list->items[i])) < 0) {
      rt_decref_object(result);
      return NULL;
    }
  return result;
}

void rt_type_modified(RtType *type) {
  type->version = rt_type_new_version();
  if (rt_is_class(type) && (type->flags & RT_TYPE_READY)) rt_slots_inherit(type);
  SubclassList *list = type->subclasses;
  for (int64_t i = 0; list && i < list->count; i++) rt_type_modified(list->items[i]);
}

/* ---- C3 linearisation ---- */

static bool in_tail(RtTuple *list, int64_t from, RtValue type) {
  for (int64_t i = from + 1; i < list->length; i++)
    if (list->items[i] == type) return true;
  return false;
}

static bool is_good_head(RtTuple **lists, int64_t *at, int64_t count, RtValue type) {
  for (int64_t i = 0; i < count; i++)
    if (in_tail(lists[i], at[i], type)) return false;
  return true;
}

static bool is_earlier_head(RtTuple **lists, const int64_t *at, int64_t i) {
  for (int64_t k = 0; k < i; k++)
    if (at[k] < lists[k]->length && lists[k]->items[at[k]] == lists[i]->items[at[i]]) return true;
  return false;
}

static RtTuple *no_order(RtTuple **lists, const int64_t *at, int64_t count) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "Cannot create a consistent method resolution order (MRO) for bases ", -1);
  bool first = true;
  for (int64_t i = 0; i < count; i++) {
    if (at[i] == lists[i]->length || is_earlier_head(lists, at, i)) continue;
    if (!first) rt_writer_ascii(&w, ", ", 2);
    rt_writer_ascii(&w, rt_type_of(lists[i]->items[at[i]])->name, -1);
    first = false;
  }
  RtStr *message = rt_writer_finish(&w);
  if (message) {
    rt_raise_value(&rt_exc_TypeError, rt_value(message));
    rt_decref_object(message);
  }
  return NULL;
}

/* The head of the first list that stands in no tail; 0: every list is used up, -1: there is none. */
static RtValue next_head(RtTuple **lists, int64_t *at, int64_t count) {
  bool left = false;
  for (int64_t i = 0; i < count; i++) {
    if (at[i] == lists[i]->length) continue;
    left = true;
    RtValue head = lists[i]->items[at[i]];
    if (is_good_head(lists, at, count, head)) return head;
  }
  return left ? -1 : 0;
}

static RtTuple *merge(RtType *type, RtTuple **lists, int64_t *at, int64_t count) {
  RtList *order = rt_list_new(8);
  if (!order || rt_list_append(order, rt_value(type)) < 0) return NULL;
  for (;;) {
    RtValue head = next_head(lists, at, count);
    if (head == 0) break;
    if (head == -1 || rt_list_append(order, head) < 0) {
      rt_decref_object(order);
      return head == -1 ? no_order(lists, at, count) : NULL;
    }
    for (int64_t i = 0; i < count; i++)
      if (at[i] < lists[i]->length && lists[i]->items[at[i]] == head) at[i]++;
  }
  RtTuple *result = rt_tuple_from_iterable(rt_value(order));
  rt_decref_object(order);
  return result;
}

static bool has_duplicates(RtTuple *bases) {
  for (int64_t i = 0; i < bases->length; i++)
    for (int64_t k = 0; k < i; k++)
      if (bases->items[i] == bases->items[k]) {
        rt_raise_format(&rt_exc_TypeError, "duplicate base class %s", rt_type_of(bases->items[i])->name);
        return true;
      }
  return false;
}

RtTuple *rt_type_c3(RtType *type, RtTuple *bases) {
  if (has_duplicates(bases)) return NULL;
  int64_t count = bases->length + 1;
  RtTuple *lists[count];
  int64_t at[count];
  for (int64_t i = 0; i < bases->length; i++) lists[i] = rt_ready(rt_type_of(bases->items[i]))->mro;
  lists[count - 1] = bases;
  memset(at, 0, sizeof at);
  return merge(type, lists, at, count);
}

/* An exception class that adds no fields in CPython, and so can stand beside others among the bases of a class. (Names, since addresses would bind
   these classes into every program.) */
static bool is_plain_exception(const RtType *type) {
  static const char *const with_fields[] = {"BaseException", "OSError", "ImportError", "SyntaxError", "UnicodeEncodeError", "UnicodeDecodeError", "UnicodeTranslateError",
                                            "StopIteration", "SystemExit", "NameError", "AttributeError", "BaseExceptionGroup", "ExceptionGroup"};
  if (!(type->flags & RT_TYPE_EXCEPTION)) return false;
  for (size_t i = 0; i < sizeof with_fields / sizeof *with_fields; i++)
    if (strcmp(type->name, with_fields[i]) == 0) return false;
  return true;
}

/* The type that decides the layout of a class's instances: built in, or with __slots__; object, when nothing else. */
RtType *rt_type_solid_base(RtType *type) {
  while ((rt_is_class(type) ? !((RtClass *)type)->is_solid : is_plain_exception(type)) && type->base) type = type->base;
  return type;
}

RtType *rt_type_best_base(RtTuple *bases) {
  RtType *best = NULL, *solid = NULL;
  for (int64_t i = 0; i < bases->length; i++) {
    RtType *base = rt_type_of(bases->items[i]), *its = rt_type_solid_base(rt_ready(base));
    if (base->flags & RT_TYPE_NO_SUBCLASS) {
      rt_raise_format(&rt_exc_TypeError, "type '%s' is not an acceptable base type", base->name);
      return NULL;
    }
    if (!best || (its != solid && rt_is_subtype(its, solid))) {
      best = base;
      solid = its;
    } else if (!rt_is_subtype(solid, its)) {
      rt_raise_string(&rt_exc_TypeError, "multiple bases have instance lay-out conflict");
      return NULL;
    }
  }
  return best;
}
