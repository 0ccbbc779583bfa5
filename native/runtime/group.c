/* Exception groups: construction, splitting, and what `except*` needs. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "type.h"
#include <stdio.h>

static bool is_group(RtValue exception) { return rt_is_subtype(rt_typeof(exception), &rt_exc_BaseExceptionGroup); }
static RtTuple *members(RtException *group) { return (RtTuple *)rt_object(group->extra[RT_EXTRA_EXCEPTIONS]); }

static bool all_are(RtTuple *exceptions, RtType *type) {
  for (int64_t i = 0; i < exceptions->length; i++)
    if (!rt_is_subtype(rt_typeof(exceptions->items[i]), type)) return false;
  return true;
}

/* BaseExceptionGroup of nothing but Exceptions becomes an ExceptionGroup. */
static RtType *group_type(RtType *type, RtTuple *exceptions) {
  bool plain = all_are(exceptions, &rt_exc_Exception);
  if (type == &rt_exc_BaseExceptionGroup) return plain ? &rt_exc_ExceptionGroup : type;
  if (plain) return type;
  if (type == &rt_exc_ExceptionGroup) rt_raise_string(&rt_exc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  else if (rt_is_subtype(type, &rt_exc_Exception)) rt_raise_format(&rt_exc_TypeError, "Cannot nest BaseExceptions in '%s'", type->name);
  else return type;
  return NULL;
}

static RtTuple *checked_members(RtValue sequence) {
  if (!rt_is_list(sequence) && !rt_is_tuple(sequence) && !rt_is_str(sequence)) {
    rt_raise_string(&rt_exc_TypeError, "second argument (exceptions) must be a sequence");
    return NULL;
  }
  RtTuple *exceptions = rt_tuple_from_iterable(sequence);
  if (!exceptions) return NULL;
  if (exceptions->length == 0) rt_raise_string(&rt_exc_ValueError, "second argument (exceptions) must be a non-empty sequence");
  for (int64_t i = 0; i < exceptions->length && !rt_pending; i++)
    if (!rt_is_exception(exceptions->items[i]))
      rt_raise_format(&rt_exc_ValueError, "Item %lld of second argument (exceptions) is not an exception", (long long)i);
  if (!rt_pending) return exceptions;
  rt_decref_object(exceptions);
  return NULL;
}

RT_WITNESS RtValue rt_group_construct(RtValue class, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtType *type = rt_type_of(class);
  if (rt_keyword_count(kwnames) && nargs == 2) return rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", type->name);
  if (nargs != 2) return rt_raise_format(&rt_exc_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%lld given)", (long long)nargs);
  if (!rt_is_str(args[0])) return rt_raise_format(&rt_exc_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", rt_typeof(args[0])->name);
  RtTuple *exceptions = checked_members(args[1]);
  if (!exceptions) return 0;
  type = group_type(type, exceptions);
  RtException *e = type ? rt_exception_new(rt_ready(type), args, 2) : NULL;
  if (e) {
    rt_exception_set_extra(e, RT_EXTRA_MESSAGE, args[0]);
    rt_exception_set_extra(e, RT_EXTRA_EXCEPTIONS, rt_value(exceptions));
  }
  rt_decref_object(exceptions);
  return rt_value(e);
}

RtStr *rt_group_str(RtValue v) {
  RtException *e = rt_exception_of(v);
  if (!e->extra[RT_EXTRA_EXCEPTIONS]) return rt_str_from_utf8("", 0);
  int64_t count = members(e)->length;
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_str(&w, (RtStr *)rt_object(rt_base_value(e->extra[RT_EXTRA_MESSAGE])));
  char tail[48];
  snprintf(tail, sizeof tail, " (%lld sub-exception%s)", (long long)count, count == 1 ? "" : "s");
  rt_writer_ascii(&w, tail, -1);
  return rt_writer_finish(&w);
}

/* ---- splitting ---- */

static void copy_metadata(RtException *from, RtException *to) {
  to->traceback = from->traceback ? rt_new_ref(from->traceback) : 0;
  to->context = from->context ? rt_new_ref(from->context) : 0;
  to->cause = from->cause ? rt_new_ref(from->cause) : 0;
  to->suppress_context = true; /* as setting __cause__ does */
  RtList *notes = from->notes && (rt_is_list(from->notes) || rt_is_tuple(from->notes)) ? rt_list_from_iterable(from->notes) : NULL;
  if (notes) rt_exception_set_notes(to, rt_value(notes));
  rt_xdecref(rt_value(notes));
}

/* A group like `group` of other exceptions, by its method derive; 0: an empty list. Takes the list. */
static RtValue derived(RtValue group, STEAL RtList *exceptions) {
  RtValue result = 0;
  if (exceptions->length > 0) {
    result = rt_call_method1(group, RT_NAME(derive), rt_value(exceptions));
    if (result && !is_group(result)) {
      rt_decref(result);
      result = rt_raise_string(&rt_exc_TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    if (result) copy_metadata(rt_exception_of(group), rt_exception_of(result));
  }
  rt_decref_object(exceptions);
  return result;
}

/* 1, 0 or -1 */
static int matches(RtValue exception, RtValue condition) {
  if (rt_is_exception_class(condition) || rt_is_tuple(condition)) return rt_exception_match(exception, condition);
  RtValue answer = rt_call1(condition, exception);
  if (!answer) return -1;
  int truth = rt_truth(answer);
  rt_decref(answer);
  return truth;
}

/* A NULL `rest` isn't made. */
static int split(RtValue exception, RtValue condition, RtValue *match, RtValue *rest);

static int split_members(RtTuple *exceptions, RtValue condition, RtList *yes, RtList *no) {
  for (int64_t i = 0; i < exceptions->length; i++) {
    RtValue match, rest = 0;
    if (split(exceptions->items[i], condition, &match, no ? &rest : NULL) < 0) return -1;
    int status = match ? rt_list_append(yes, match) : 0;
    if (status == 0 && rest) status = rt_list_append(no, rest);
    rt_xdecref(match);
    rt_xdecref(rest);
    if (status < 0) return -1;
  }
  return 0;
}

static int split(RtValue exception, RtValue condition, RtValue *match, RtValue *rest) {
  *match = 0;
  if (rest) *rest = 0;
  int all = matches(exception, condition);
  if (all < 0) return -1;
  bool group = rt_is_subtype(rt_typeof(exception), &rt_exc_BaseExceptionGroup);
  if (all || !group) {
    if (all) *match = rt_new_ref(exception);
    else if (rest) *rest = rt_new_ref(exception);
    return 0;
  }
  RtList *yes = rt_list_new(0), *no = rest ? rt_list_new(0) : NULL;
  if (!yes || rt_pending || split_members(members(rt_exception_of(exception)), condition, yes, no) < 0) {
    rt_xdecref(rt_value(yes));
    rt_xdecref(rt_value(no));
    return -1;
  }
  *match = derived(exception, yes);
  if (rest) *rest = rt_pending ? (rt_decref_object(no), 0) : derived(exception, no);
  return rt_pending ? -1 : 0;
}

static RtValue wrapped_alone(RtValue exception) {
  RtStr *empty = rt_str_from_utf8("", 0);
  RtTuple *alone = rt_tuple_from(&exception, 1);
  RtValue args[] = {rt_value(empty), rt_value(alone)};
  RtValue group = empty && alone ? rt_group_construct(rt_value(&rt_exc_BaseExceptionGroup), args, 2, NULL) : 0;
  rt_xdecref(args[0]);
  rt_xdecref(args[1]);
  return group;
}

static int check_star_types(RtValue types) {
  RtTuple single = {.length = 1}, *all = &single;
  if (rt_is_tuple(types)) all = (RtTuple *)rt_object(rt_base_value(types));
  for (int64_t i = 0; i < all->length; i++) {
    RtValue type = all == &single ? types : all->items[i];
    if (!rt_is_exception_class(type)) rt_raise_string(&rt_exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    else if (rt_is_subtype(rt_type_of(type), &rt_exc_BaseExceptionGroup))
      rt_raise_string(&rt_exc_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
  return rt_pending ? -1 : 0;
}

/* A pair; takes the items, of which 0 is None. */
static RtTuple *pair_of(STEAL RtValue first, STEAL RtValue second) {
  RtValue items[] = {first ? first : rt_none(), second ? second : rt_none()};
  RtTuple *pair = rt_tuple_from(items, 2);
  rt_decref(items[0]);
  rt_decref(items[1]);
  return pair;
}

RtTuple *rt_group_match(RtValue rest, RtValue type_or_tuple) {
  RtValue match = 0, left = 0;
  if (check_star_types(type_or_tuple) < 0) return NULL;
  if (rest != RT_NONE && split(rest, type_or_tuple, &match, &left) < 0) return NULL;
  if (match && !is_group(match)) { /* a naked exception: the clause sees a group */
    RtValue group = wrapped_alone(match);
    rt_decref(match);
    if (!group) return NULL;
    rt_exception_of(group)->traceback = rt_exception_of(rest)->traceback ? rt_new_ref(rt_exception_of(rest)->traceback) : 0;
    match = group;
  }
  return pair_of(match, left);
}

/* Was it only raised again? Then it is still a part of the group, and not a new exception. */
static bool has_metadata_of(RtValue exception, RtValue group) {
  RtException *a = rt_exception_of(exception), *b = rt_exception_of(group);
  return is_group(exception) && a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
}

/* Notes every exception of a group that is not a group itself. */
static int add_leaves(RtValue exception, RtList *leaves) {
  if (!is_group(exception)) return rt_list_append(leaves, exception);
  RtTuple *inner = members(rt_exception_of(exception));
  for (int64_t i = 0; i < inner->length; i++)
    if (add_leaves(inner->items[i], leaves) < 0) return -1;
  return 0;
}

/* The part of a group whose leaves are in the list, by identity; 0: nothing, or raised. */
static RtValue projection(RtValue exception, RtList *leaves) {
  if (!is_group(exception)) {
    for (int64_t i = 0; i < leaves->length; i++)
      if (leaves->items.values[i] == exception) return rt_new_ref(exception);
    return 0;
  }
  RtList *kept = rt_list_new(0);
  RtTuple *inner = members(rt_exception_of(exception));
  for (int64_t i = 0; kept && !rt_pending && i < inner->length; i++) {
    RtValue part = projection(inner->items[i], leaves);
    if (part) rt_list_append(kept, part);
    rt_xdecref(part);
  }
  if (!rt_pending) return derived(exception, kept);
  rt_xdecref(rt_value(kept));
  return 0;
}

/* One exception of several: itself, or a group. Takes the list. */
static RtValue united(STEAL RtList *exceptions) {
  RtValue result = 0;
  if (exceptions->length == 1) result = rt_list_get(exceptions, 0);
  else if (exceptions->length > 1) {
    RtValue args[] = {rt_value(rt_str_from_utf8("", 0)), rt_value(exceptions)};
    result = args[0] ? rt_group_construct(rt_value(&rt_exc_BaseExceptionGroup), args, 2, NULL) : 0;
    rt_xdecref(args[0]);
  }
  rt_decref_object(exceptions);
  return result;
}

RtValue rt_group_rest(RtValue exception, RtList *raised, RtValue rest) {
  if (rt_list_generalise(raised) < 0) return 0;
  if (!is_group(exception)) { /* at most one clause has run */
    if (raised->length) return rt_list_get(raised, 0);
    return rt_new_ref(rest);
  }
  RtList *again = rt_list_new(0), *new = rt_list_new(0);
  int status = again && new && rt_list_generalise(again) == 0 ? 0 : -1;
  if (status == 0 && rest != RT_NONE) status = add_leaves(rest, again);
  for (int64_t i = 0; status == 0 && i < raised->length; i++) {
    RtValue one = raised->items.values[i];
    status = has_metadata_of(one, exception) ? add_leaves(one, again) : rt_list_append(new, one);
  }
  RtValue left = status == 0 && again->length ? projection(exception, again) : 0;
  if (left) status = rt_list_append(new, left);
  rt_xdecref(left);
  rt_xdecref(rt_value(again));
  if (status == 0 && !rt_pending && new->length) return united(new);
  rt_xdecref(rt_value(new));
  return rt_pending ? 0 : rt_none();
}

/* ---- methods ---- */

RT_METHOD(get_message) { return rt_new_ref(rt_exception_of(self)->extra[RT_EXTRA_MESSAGE]); }
RT_METHOD(get_exceptions) { return rt_new_ref(rt_exception_of(self)->extra[RT_EXTRA_EXCEPTIONS]); }

RT_METHOD(group_derive) {
  RtValue both[] = {rt_exception_of(self)->extra[RT_EXTRA_MESSAGE], args[0]};
  return rt_group_construct(rt_value(&rt_exc_BaseExceptionGroup), both, 2, NULL);
}

RT_METHOD(group_split) {
  RtValue pair[2];
  if (split(self, args[0], &pair[0], &pair[1]) < 0) return 0;
  for (int i = 0; i < 2; i++)
    if (!pair[i]) pair[i] = rt_none();
  RtTuple *result = rt_tuple_from(pair, 2);
  rt_decref(pair[0]);
  rt_decref(pair[1]);
  return rt_value(result);
}

RT_METHOD(group_subgroup) {
  RtValue match;
  if (split(self, args[0], &match, NULL) < 0) return 0;
  return match ? match : rt_none();
}

const RtMethodDef rt_group_methods[] = {
    {"message", get_message, 0, 0, RT_METHOD_GETTER}, {"exceptions", get_exceptions, 0, 0, RT_METHOD_GETTER},
    {"derive", group_derive, 1, 1, 0}, {"split", group_split, 1, 1, 0}, {"subgroup", group_subgroup, 1, 1, 0},
    {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS}, {0}};
