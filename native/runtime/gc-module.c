/* The module gc. When to collect is ours to decide: thresholds are numbers that can be set and read. */
#include "container.h"
#include "gc.h"
#include "list.h"
#include "module.h"
#include "type.h"

RT_BUILTIN_FN(rt_gc_module_collect) { return rt_int_box(rt_gc_collect()); }
RT_BUILTIN_FN(rt_gc_module_isenabled) { return rt_bool_ref(rt_gc_enabled); }
RT_BUILTIN_FN(rt_gc_module_enable) {
  rt_gc_enabled = true;
  return rt_none();
}
RT_BUILTIN_FN(rt_gc_module_disable) {
  rt_gc_enabled = false;
  return rt_none();
}

static int64_t thresholds[] = {2000, 10, 10};

static RtValue three(const int64_t *numbers) {
  RtTuple *result = rt_tuple_new(3);
  for (int i = 0; result && i < 3; i++) result->items[i] = rt_from_small(numbers[i]);
  return rt_value(result);
}

RT_BUILTIN_FN(rt_gc_module_get_threshold) { return three(thresholds); }
RT_BUILTIN_FN(rt_gc_module_set_threshold) {
  int64_t given[3] = {thresholds[0], thresholds[1], thresholds[2]};
  for (int64_t i = 0; i < nargs; i++)
    if (rt_index(args[i], &given[i], true) < 0) return 0;
  for (int i = 0; i < 3; i++) thresholds[i] = given[i];
  rt_gc_enabled = given[0] != 0;
  return rt_none();
}
RT_BUILTIN_FN(rt_gc_module_get_count) { return three((const int64_t[]){0, 0, 0}); }
RT_BUILTIN_FN(rt_gc_module_zero) { return rt_from_small(0); }
RT_BUILTIN_FN(rt_gc_module_nothing) { return rt_none(); }
/* May the value be part of a cycle? Empty tuples may not; dicts may once they hold something that may. */
static bool may_be_tracked(RtValue v) {
  if (rt_is_small(v) || !rt_typeof(v)->traverse || !(rt_typeof(v)->flags & RT_TYPE_CYCLIC)) return false;
  return rt_typeof(v) != &rt_type_tuple || ((RtTuple *)rt_object(v))->length > 0;
}
static bool is_tracked(RtValue v) {
  if (!may_be_tracked(v)) return false;
  if (rt_typeof(v) != &rt_type_dict) return true;
  RtValue key, value;
  for (int64_t at = 0; rt_dict_next((RtDict *)rt_object(v), &at, &key, &value);)
    if (may_be_tracked(key) || may_be_tracked(value)) return true;
  return false;
}
RT_BUILTIN_FN(rt_gc_module_is_tracked) { return rt_bool_ref(is_tracked(args[0])); }

/* Has __del__ run? */
RT_BUILTIN_FN(rt_gc_module_is_finalized) {
  RtType *type = rt_is_small(args[0]) ? NULL : rt_typeof(args[0]);
  bool may = type && rt_is_class(type) && !(type->flags & (RT_TYPE_TYPE | RT_TYPE_EXCEPTION)) && ((RtClass *)type)->final_word;
  return rt_bool_ref(may && rt_instance_slots(args[0])[((RtClass *)type)->slot_count]);
}

static int add_referent(RtObject *object, void *list) { return rt_list_append(list, rt_value(object)); }
RT_BUILTIN_FN(rt_gc_module_get_referents) {
  RtList *found = rt_list_new(0);
  for (int64_t i = 0; found && i < nargs; i++)
    if (!rt_is_small(args[i]) && rt_typeof(args[i])->traverse) rt_typeof(args[i])->traverse(rt_object(args[i]), add_referent, found);
  return rt_value(found);
}

static RtValue kept_list(RtValue *place) {
  if (!*place) *place = rt_value(rt_list_new(0));
  return *place ? rt_new_ref(*place) : 0;
}
static RtValue garbage, callbacks;
static void clear_lists(void) {
  RtValue old[] = {garbage, callbacks};
  garbage = callbacks = 0;
  rt_xdecref(old[0]);
  rt_xdecref(old[1]);
}
RtValue rt_gc_module_garbage(void) {
  if (!garbage && !callbacks) rt_on_teardown(clear_lists);
  return kept_list(&garbage);
}
RtValue rt_gc_module_callbacks(void) {
  if (!garbage && !callbacks) rt_on_teardown(clear_lists);
  return kept_list(&callbacks);
}
