/* What the statements def and class make of the pieces that compiled code has at hand. */
#include "container.h"
#include "function.h"
#include "gc.h"
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

RtValue rt_make_class(RtStr *name, const RtValue *args, int64_t base_count, RtTuple *keywords, RtDict *namespace, RtTuple *slot_names) {
  RtTuple *bases = base_count ? rt_tuple_from(args, base_count) : rt_tuple_new(0);
  if (!bases) return 0;
  RtDict *kwargs = NULL;
  RtType *type = NULL;
  if (!rt_keyword_count(keywords) || (kwargs = dict_of(keywords, args + base_count)))
    type = rt_class_new(name, bases, namespace, kwargs, slot_names);
  rt_decref_object(bases);
  rt_xdecref(rt_value(kwargs));
  return rt_value(type);
}
