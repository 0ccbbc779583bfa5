/* Exception objects: the built-in classes, their construction, and how long they live. */
#include "exception.h"
#include "call.h"
#include "container.h"
#include "type.h"
#include <stdlib.h>

RtValue rt_pending, rt_handled, rt_handled_outside;
int64_t rt_handler_depth;

bool rt_is_exception_class(RtValue v) {
  return rt_is_type(v) && (rt_ready(rt_type_of(v))->flags & RT_TYPE_EXCEPTION);
}

/* ---- life ---- */

static int64_t slot_count(RtType *type) { return rt_is_class(type) ? ((RtClass *)type)->slot_count : 0; }

static void drop(RtValue *place) {
  RtValue old = *place;
  *place = 0;
  rt_xdecref(old);
}

static void exception_clear(RtObject *object) {
  RtException *e = (RtException *)object;
  drop((RtValue *)(void *)&e->args);
  drop(&e->cause);
  drop(&e->context);
  drop(&e->traceback);
  drop(&e->notes);
  drop((RtValue *)(void *)&e->dict);
  for (int i = 0; i < 4; i++) drop(&e->extra[i]);
  for (int64_t i = slot_count(object->type); i-- > 0;) drop(&e->slots[i]);
}

static int visit(RtValue v, RtVisit each, void *context) {
  return v && !rt_is_small(v) ? each(rt_object(v), context) : 0;
}

static void exception_traverse(RtObject *object, RtVisit each, void *context) {
  RtException *e = (RtException *)object;
  visit(rt_value(e->args), each, context);
  visit(e->cause, each, context);
  visit(e->context, each, context);
  visit(e->traceback, each, context);
  visit(e->notes, each, context);
  visit(rt_value(e->dict), each, context);
  for (int i = 0; i < 4; i++) visit(e->extra[i], each, context);
  for (int64_t i = slot_count(object->type); i-- > 0;) visit(e->slots[i], each, context);
  if (rt_is_class(object->type)) visit(rt_value(object->type), each, context);
}

static void exception_dealloc(RtObject *object) {
  RtType *type = object->type;
  if (rt_is_class(type) && ((RtClass *)type)->finalizer && RT_ONLY_WITH(rt_class_build, rt_instance_finalize)(object)) return;
  exception_clear(object);
  rt_free_object(object, (uint64_t)type->instance_size);
  if (rt_is_class(type)) rt_decref_object(type);
}

/* ---- the classes ---- */

/* Other slots are inherited: dozens of types would repeat them. */
#define EXCEPTION_TYPE(Name, Base, ...)                                                                               \
  RtType rt_exc_##Name = {.head = RT_STATIC_HEAD, .name = #Name, .base = Base,                                        \
                          .flags = RT_TYPE_EXCEPTION | RT_TYPE_CYCLIC | RT_TYPE_INSTANCE_DICT,                        \
                          .instance_size = sizeof(RtException), .dealloc = exception_dealloc, __VA_ARGS__};
EXCEPTION_TYPE(BaseException, &rt_type_object, .traverse = exception_traverse, .clear = exception_clear,
               .repr = rt_exception_repr, .str = rt_exception_str, .construct = rt_exception_construct)
#define X(Name, Base) EXCEPTION_TYPE(Name, &rt_exc_##Base, )
#include "exceptions.def"
#undef X

/* ---- construction ---- */

void rt_exception_set_args(RtException *e, STEAL RtTuple *args) {
  RtTuple *old = e->args;
  e->args = args;
  if (old) rt_decref_object(old);
}

void rt_exception_set_extra(RtException *e, int which, RtValue value) {
  RtValue old = e->extra[which];
  e->extra[which] = value ? rt_new_ref(value) : 0;
  rt_xdecref(old);
}

RT_WITNESS RtException *rt_exception_new(RtType *type, const RtValue *args, int64_t nargs) {
  rt_exception_unplain();
  RtException *e = rt_alloc(type, (uint64_t)type->instance_size);
  if (!e) return NULL;
  if (rt_is_class(type)) rt_incref_object(type);
  e->args = rt_tuple_from(args, nargs);
  if (e->args) return e;
  rt_decref_object(e);
  return NULL;
}

RT_WITNESS void rt_exception_set_filename(RtException *e, RtValue value) { rt_exception_set_extra(e, RT_EXTRA_FILENAME, value); }

/* What suggestions are made from: AttributeError's name and obj, NameError's name. */
RT_WITNESS void rt_exception_set_named(RtException *e, int which, RtValue value) { rt_exception_set_extra(e, which, value); }

RT_WITNESS void rt_exception_unplain(void) { __asm__ volatile(""); }

RtException *rt_exception_make(RtType *type, const RtValue *args, int64_t nargs) {
  rt_exception_unplain();
  return rt_exception_plain(rt_ready(type), args, nargs);
}

RtException *rt_exception_plain(RtType *type, const RtValue *args, int64_t nargs) {
  RtException *e = rt_alloc(type, (size_t)type->instance_size);
  if (!e) return NULL;
  if ((e->args = rt_tuple_from(args, nargs))) return e;
  rt_decref_object(e);
  return NULL;
}

static const char *const attribute_keywords[] = {"name", "obj", NULL};
static const char *const name_keywords[] = {"name", NULL};
static const char *const import_keywords[] = {"name", "path", NULL};

static const char *const *keywords_of(RtType *type) {
  if (rt_is_subtype(type, &rt_exc_AttributeError)) return attribute_keywords;
  if (rt_is_subtype(type, &rt_exc_NameError)) return name_keywords;
  if (rt_is_subtype(type, &rt_exc_ImportError)) return import_keywords;
  return NULL;
}

static int no_keyword(RtType *type, const char *const *allowed, RtValue name) {
  if (!allowed) {
    rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", type->name);
    return -1;
  }
  char *text = rt_str_to_utf8((RtStr *)rt_object(name), NULL);
  rt_raise_format(&rt_exc_TypeError, "%s() got an unexpected keyword argument '%s'", type->name, text ? text : "?");
  free(text);
  return -1;
}

static int take_keywords(RtException *e, const RtValue *values, RtTuple *kwnames) {
  RtType *type = e->head.type;
  const char *const *allowed = keywords_of(type);
  for (int64_t i = 0; i < kwnames->length; i++) {
    int k = 0;
    while (allowed && allowed[k] && !rt_str_equal(rt_name(allowed[k]), (RtStr *)rt_object(kwnames->items[i]))) k++;
    if (!allowed || !allowed[k]) return no_keyword(type, allowed, kwnames->items[i]);
    rt_exception_set_named(e, k, values[i]);
  }
  return 0;
}

static void init_os_error(RtException *e, const RtValue *args, int64_t nargs) {
  if (nargs < 2 || nargs > 5) return;
  rt_exception_set_extra(e, RT_EXTRA_ERRNO, args[0]);
  rt_exception_set_extra(e, RT_EXTRA_STRERROR, args[1]);
  if (nargs < 3 || args[2] == RT_NONE) return;
  if (strcmp(e->head.type->name, "BlockingIOError") == 0 && rt_is_int(args[2])) return; /* characters_written */
  rt_exception_set_filename(e, args[2]);
  if (nargs == 5 && args[4] != RT_NONE) rt_exception_set_extra(e, RT_EXTRA_FILENAME2, args[4]);
  RtTuple *shorter = rt_tuple_from(args, 2);
  if (shorter) rt_exception_set_args(e, shorter);
}

static void init_extra(RtException *e, const RtValue *args, int64_t nargs) {
  RtType *type = e->head.type;
  RtValue first = nargs > 0 ? args[0] : RT_NONE;
  if (rt_is_subtype(type, &rt_exc_StopIteration)) rt_exception_set_extra(e, RT_EXTRA_VALUE, first);
  else if (rt_is_subtype(type, &rt_exc_SystemExit)) rt_exception_set_extra(e, RT_EXTRA_VALUE, nargs > 1 ? rt_value(e->args) : first);
  else if (rt_is_subtype(type, &rt_exc_ImportError)) rt_exception_set_extra(e, RT_EXTRA_IMPORT_MESSAGE, first);
  else if (rt_is_subtype(type, &rt_exc_OSError)) init_os_error(e, args, nargs);
}

void rt_exception_init_one(RtException *e, RtValue arg) {
  RtType *type = e->head.type;
  if (rt_is_subtype(type, &rt_exc_StopIteration) || rt_is_subtype(type, &rt_exc_SystemExit)) rt_exception_set_extra(e, RT_EXTRA_VALUE, arg);
  else if (rt_is_subtype(type, &rt_exc_ImportError)) rt_exception_set_extra(e, RT_EXTRA_IMPORT_MESSAGE, arg);
}

RT_WITNESS int rt_exception_init(RtException *e, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue before = rt_pending;
  if (e->args->length != nargs || (nargs && memcmp(e->args->items, args, (size_t)nargs * sizeof *args) != 0)) {
    RtTuple *tuple = rt_tuple_from(args, nargs);
    if (!tuple) return -1;
    rt_exception_set_args(e, tuple);
  }
  if (kwnames && kwnames->length && take_keywords(e, args + nargs, kwnames) < 0) return -1;
  init_extra(e, args, nargs);
  return rt_pending != before ? -1 : 0;
}

/* OSError(errno, text) makes an instance of the subclass for that number. */
static RtType *os_error_type(RtValue number) {
  static const struct { int number; RtType *type; } rows[] = {
      {1, &rt_exc_PermissionError}, {2, &rt_exc_FileNotFoundError}, {3, &rt_exc_ProcessLookupError}, {4, &rt_exc_InterruptedError},
      {10, &rt_exc_ChildProcessError}, {11, &rt_exc_BlockingIOError}, {13, &rt_exc_PermissionError}, {17, &rt_exc_FileExistsError},
      {20, &rt_exc_NotADirectoryError}, {21, &rt_exc_IsADirectoryError}, {32, &rt_exc_BrokenPipeError}, {103, &rt_exc_ConnectionAbortedError},
      {104, &rt_exc_ConnectionResetError}, {110, &rt_exc_TimeoutError}, {111, &rt_exc_ConnectionRefusedError}, {114, &rt_exc_BlockingIOError},
      {115, &rt_exc_BlockingIOError}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (number == rt_from_small(rows[i].number)) return rows[i].type;
  return &rt_exc_OSError;
}

RtValue rt_exception_construct(RtValue class, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtType *type = rt_ready(rt_type_of(class));
  if (rt_is_subtype(type, &rt_exc_BaseExceptionGroup)) return rt_group_construct(class, args, nargs, kwnames);
  if (type == &rt_exc_OSError && nargs >= 2) type = os_error_type(args[0]);
  RtException *e = rt_exception_new(type, args, nargs);
  if (!e) return 0;
  if (rt_exception_init(e, args, nargs, kwnames) == 0) return rt_value(e);
  rt_decref_object(e);
  return 0;
}
