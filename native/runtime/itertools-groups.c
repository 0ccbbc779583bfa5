/* itertools.groupby and tee: iterators that share one source. */
#include "itertools.h"

extern RtType rt_type_itertools_groupby, rt_type_itertools_grouper, rt_type_itertools_tee;
static RtType tee_source, tee_link;

/* ---- groupby: v[0] the key function or None, v[1] the source, v[2] the current key, v[3] the current item, v[4] the key of the group given last;
   n[0] counts the groups: only the latest one may go on ---- */

RT_METHOD(groupby_construct) {
  static const char *const names[] = {"iterable", "key", NULL};
  RtValue given[2] = {0, RT_NONE};
  if (rt_parse_defaults("groupby", names, 1, args, nargs, kwnames, given) < 0) return 0;
  RtValue iterator = rt_iter(given[0]);
  Tool *t = iterator ? rt_tool_new(&rt_type_itertools_groupby) : NULL;
  if (!t) return rt_xdecref(iterator), 0;
  t->v[0] = rt_new_ref(given[1]), t->v[1] = iterator;
  return rt_plain_or_instance(self, &rt_type_itertools_groupby, t);
}

/* Takes the next item and its key. 1, 0 at the end, -1 raised. */
static int advance(Tool *t) {
  RtValue item = rt_next(t->v[1]);
  if (!item) return rt_pending ? -1 : 0;
  RtValue key = rt_is_none(t->v[0]) ? rt_new_ref(item) : rt_call(t->v[0], &item, 1, NULL);
  if (!key) return rt_decref(item), -1;
  rt_tool_set(&t->v[3], item);
  rt_tool_set(&t->v[2], key);
  return 1;
}

static RtValue groupby_next(RtValue v) {
  Tool *t = TOOL(v);
  t->n[0]++;
  for (;;) {
    if (t->v[2] && t->v[4]) {
      int same = rt_equal(t->v[4], t->v[2]);
      if (same < 0) return 0;
      if (!same) break;
    } else if (t->v[2]) {
      break;
    }
    if (advance(t) <= 0) return 0;
  }
  rt_tool_set(&t->v[4], rt_new_ref(t->v[2]));
  Tool *group = rt_tool_new(&rt_type_itertools_grouper);
  if (!group) return 0;
  group->v[0] = rt_new_ref(rt_value(t)), group->v[1] = rt_new_ref(t->v[4]), group->n[0] = t->n[0];
  RtValue pair[2] = {t->v[2], rt_value(group)};
  RtTuple *result = rt_tuple_from(pair, 2);
  rt_decref_object(group);
  return rt_value(result);
}

static RtValue grouper_next(RtValue v) {
  Tool *group = TOOL(v), *t = TOOL(group->v[0]);
  if (group->n[0] != t->n[0]) return 0;
  if (!t->v[3] && advance(t) <= 0) return 0;
  int same = rt_equal(group->v[1], t->v[2]);
  if (same <= 0) return 0;
  RtValue item = t->v[3];
  t->v[3] = 0;
  return item;
}

/* ---- tee: v[0] the link in front of the next item. A link: v[0] the source, v[1] its item, v[2] the next link ---- */

static RtValue new_link(RtValue source) {
  Tool *link = rt_tool_new(&tee_link);
  if (link) link->v[0] = rt_new_ref(source);
  return rt_value(link);
}

static RtValue tee_at(RtValue link) {
  Tool *tee = rt_tool_new(&rt_type_itertools_tee);
  if (tee) tee->v[0] = rt_new_ref(link);
  return rt_value(tee);
}

static RtValue tee_next(RtValue v) {
  Tool *tee = TOOL(v), *link = TOOL(tee->v[0]);
  if (!link->v[1]) {
    Tool *source = TOOL(link->v[0]);
    if (source->n[0]) return rt_raise_string(&rt_exc_RuntimeError, "tee() is being re-entered");
    source->n[0] = 1;
    RtValue item = rt_next(source->v[0]), next = item ? new_link(link->v[0]) : 0;
    source->n[0] = 0;
    if (!next) return rt_xdecref(item), 0;
    link->v[1] = item, link->v[2] = next;
  }
  RtValue item = rt_new_ref(link->v[1]);
  rt_tool_set(&tee->v[0], rt_new_ref(link->v[2]));
  return item;
}

RT_METHOD(tee_copy) { return tee_at(TOOL(self)->v[0]); }

RT_BUILTIN_FN(rt_itertools_tee) {
  int64_t count = 2;
  if (nargs > 1 && rt_index_argument(args[1], &count) < 0) return 0;
  if (count < 0) return rt_raise_string(&rt_exc_ValueError, "n must be >= 0");
  RtValue iterator = rt_iter(args[0]), link = 0;
  if (!iterator) return 0;
  if (rt_typeof(iterator) == &rt_type_itertools_tee) {
    link = rt_new_ref(TOOL(iterator)->v[0]);
  } else {
    Tool *source = rt_tool_new(&tee_source);
    if (source) source->v[0] = rt_new_ref(iterator), link = new_link(rt_value(source));
    rt_xdecref(rt_value(source));
  }
  rt_decref(iterator);
  RtTuple *result = link ? rt_tuple_new(count) : NULL;
  for (int64_t i = 0; result && i < count; i++)
    if (!(result->items[i] = tee_at(link))) {
      rt_decref_object(result);
      result = NULL;
    }
  rt_xdecref(link);
  return rt_value(result);
}

static RtValue none_next(RtValue v) { return (void)v, 0; }
static const RtMethodDef tee_methods[] = {{"__copy__", tee_copy, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

RtType rt_type_itertools_groupby = {TOOL_TYPE("groupby", groupby), .construct = groupby_construct};
RtType rt_type_itertools_grouper = {TOOL_TYPE("_grouper", grouper)};
RtType rt_type_itertools_tee = {TOOL_TYPE("_tee", tee), .methods = tee_methods};
static RtType tee_source = {TOOL_TYPE("_tee_source", none)};
static RtType tee_link = {TOOL_TYPE("_tee_link", none)};
