/* What displays and the statements def and class make of the pieces that compiled code has at hand. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "dict.h"
#include "gc.h"
#include "set.h"
#include "type.h"

static RtDict *dict_of(RtTuple *names, const RtValue *values) {
  RtDict *dict = rt_dict_new(names->length);
  for (int64_t i = 0; dict && i < names->length; i++)
    if (rt_dict_set_str(dict, rt_canonical((RtStr *)rt_object(names->items[i])), values[i]) < 0) {
      rt_decref_object(dict);
      return NULL;
    }
  return dict;
}

RtFunction *rt_make_function(const RtCode *code, const RtValue *cells, int64_t cell_count, const RtValue *defaults, int64_t default_count,
                             RtTuple *kwdefault_names, const RtValue *kwdefaults) {
  rt_gc_safepoint();
  RtFunction *f = rt_function_new(code, cell_count);
  if (!f) return NULL;
  for (int64_t i = 0; i < cell_count; i++) f->cells[i] = rt_new_ref(cells[i]);
  if (default_count && !(f->defaults = rt_tuple_from(defaults, default_count))) goto failed;
  if (kwdefault_names && kwdefault_names->length && !(f->kwdefaults = dict_of(kwdefault_names, kwdefaults))) goto failed;
  return f;
failed:
  rt_decref_object(f);
  return NULL;
}

/* ---- classes whose bases and keywords are known only when they are made ---- */

/* What stands for bases of a class says which classes it means. */
static int add_base(RtList *bases, RtTuple *all, RtValue base) {
  RtValue method = rt_is_type(base) ? 0 : rt_getattr_optional(base, RT_NAME(__mro_entries__));
  if (!method) return rt_pending ? -1 : rt_list_append(bases, base);
  RtValue entries = rt_call1(method, rt_value(all));
  rt_decref(method);
  if (!entries) return -1;
  int status = rt_is_tuple(entries) ? rt_list_extend(bases, entries) : -1;
  if (status < 0 && !rt_pending) rt_raise_string(&rt_exc_TypeError, "__mro_entries__ must return a tuple");
  rt_decref(entries);
  return status;
}

static RtTuple *resolved_bases(RtTuple *given) {
  RtList *bases = rt_list_new(given->length);
  int status = bases ? 0 : -1;
  for (int64_t i = 0; status == 0 && i < given->length; i++) status = add_base(bases, given, given->items[i]);
  RtTuple *result = status == 0 ? rt_tuple_from_iterable(rt_value(bases)) : NULL;
  rt_xdecref(rt_value(bases));
  return result;
}

static bool same_items(RtTuple *a, RtTuple *b) {
  if (a->length != b->length) return false;
  return a->length == 0 || memcmp(a->items, b->items, (size_t)a->length * sizeof(RtValue)) == 0;
}

RtTuple *rt_class_begin(RtStr *name, RtTuple *given, RtDict *kwargs) {
  RtTuple *bases = resolved_bases(given), *result = NULL;
  RtValue namespace = bases ? rt_class_prepare(name, bases, kwargs) : 0;
  if (namespace && (same_items(bases, given) || rt_setitem(namespace, rt_value(RT_NAME(__orig_bases__)), rt_value(given)) == 0)) {
    RtValue pair[] = {rt_value(bases), namespace};
    result = rt_tuple_from(pair, 2);
  }
  rt_xdecref(rt_value(bases));
  rt_xdecref(namespace);
  return result;
}

RtValue rt_class_finish(RtStr *name, RtTuple *bases, RtDict *kwargs, RtValue namespace, RtTuple *slot_names) {
  return rt_class_new(name, bases, namespace, kwargs->length ? kwargs : NULL, slot_names);
}

RtValue rt_make_class(RtStr *name, const RtValue *args, int64_t base_count, RtTuple *keywords, RtDict *namespace, RtTuple *slot_names) {
  RtTuple *bases = base_count ? rt_tuple_from(args, base_count) : rt_tuple_new(0);
  if (!bases) return 0;
  RtDict *kwargs = NULL;
  RtValue type = 0;
  if (!rt_keyword_count(keywords) || (kwargs = dict_of(keywords, args + base_count)))
    type = rt_class_new(name, bases, rt_value(namespace), kwargs, slot_names);
  rt_decref_object(bases);
  rt_xdecref(rt_value(kwargs));
  return type;
}

/* ---- displays: cycles of containers alone are garbage too ---- */

RtList *rt_make_list(const RtValue *items, int64_t length) {
  rt_gc_quiet_safepoint();
  return rt_list_from(items, length);
}

RtList *rt_make_list_of(RtValue iterable) {
  rt_gc_quiet_safepoint();
  return rt_list_from_iterable(iterable);
}

RtDict *rt_make_dict(const RtValue *keys_and_values, int64_t pairs) {
  rt_gc_quiet_safepoint();
  return rt_dict_from_pairs(keys_and_values, pairs);
}

RtSet *rt_make_set(const RtValue *items, int64_t length) {
  rt_gc_quiet_safepoint();
  return rt_set_from(items, length);
}
