/* itertools: iterators over other iterators, one item at a time. */
#include "int.h"
#include "itertools.h"

Tool *rt_tool_new(RtType *type) { return rt_alloc(type, sizeof(Tool)); }
RtValue rt_tool_itself(RtValue v) { return rt_new_ref(v); }
void rt_tool_set(RtValue *place, STEAL RtValue v) {
  RtValue old = *place;
  *place = v;
  rt_xdecref(old);
}
void rt_tool_clear(RtObject *object) {
  for (int i = 0; i < 5; i++) rt_tool_set(&((Tool *)object)->v[i], 0);
}
void rt_tool_dealloc(RtObject *object) {
  rt_tool_clear(object);
  rt_free_object(object, sizeof(Tool));
}
void rt_tool_traverse(RtObject *object, RtVisit visit, void *context) {
  for (int i = 0; i < 5; i++) {
    RtValue v = ((Tool *)object)->v[i];
    if (v && !rt_is_small(v)) visit(rt_object(v), context);
  }
}

/* A tool with `function` in v[0] and an iterator over `iterable` in v[1]. */
static RtValue over(RtValue self, RtType *type, RtValue function, RtValue iterable) {
  RtValue iterator = rt_iter(iterable);
  Tool *tool = iterator ? rt_tool_new(type) : NULL;
  if (!tool) return rt_xdecref(iterator), 0;
  tool->v[0] = function ? rt_new_ref(function) : 0;
  tool->v[1] = iterator;
  return rt_plain_or_instance(self, type, tool);
}

static RtValue two(RtValue self, RtType *type, const char *name, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return rt_no_keywords(name, kwnames) < 0 || rt_count_args(name, nargs, 2, 2) < 0 ? 0 : over(self, type, args[0], args[1]);
}

static int holds(RtValue function, RtValue item) {
  if (rt_is_none(function) || rt_object(function) == (RtObject *)&rt_type_bool) return rt_truth(item);
  RtValue result = rt_call(function, &item, 1, NULL);
  int truth = result ? rt_truth(result) : -1;
  rt_xdecref(result);
  return truth;
}

/* ---- count: v[0] the next value, v[1] the step ---- */

extern RtType rt_type_itertools_count, rt_type_itertools_repeat, rt_type_itertools_cycle, rt_type_itertools_chain, rt_type_itertools_islice,
    rt_type_itertools_takewhile, rt_type_itertools_dropwhile, rt_type_itertools_filterfalse, rt_type_itertools_starmap,
    rt_type_itertools_compress, rt_type_itertools_accumulate, rt_type_itertools_pairwise, rt_type_itertools_batched, rt_type_itertools_zip_longest;

RT_METHOD(count_construct) {
  static const char *const names[] = {"start", "step", NULL};
  RtValue given[2] = {rt_from_small(0), rt_from_small(1)};
  if (rt_parse_defaults("count", names, 0, args, nargs, kwnames, given) < 0) return 0;
  for (int i = 0; i < 2; i++)
    if (!rt_is_int(given[i]) && !rt_typeof(given[i])->to_float && !rt_typeof(given[i])->index && rt_typeof(given[i]) != &rt_type_complex)
      return rt_raise_string(&rt_exc_TypeError, "a number is required");
  Tool *tool = rt_tool_new(&rt_type_itertools_count);
  if (!tool) return 0;
  bool by_one = rt_is_int(given[1]) && rt_int_plain(given[1]) == rt_from_small(1);
  if (by_one) given[1] = rt_from_small(1);
  if (by_one && rt_is_int(given[0]) && rt_is_small(rt_int_plain(given[0]))) given[0] = rt_int_plain(given[0]);
  tool->v[0] = rt_new_ref(given[0]), tool->v[1] = rt_new_ref(given[1]);
  return rt_plain_or_instance(self, &rt_type_itertools_count, tool);
}

static RtValue count_next(RtValue v) {
  Tool *t = TOOL(v);
  RtValue result = t->v[0], next = rt_add(result, t->v[1]);
  if (!next) return 0;
  t->v[0] = next;
  return result;
}

static RtValue count_repr(RtValue v) {
  Tool *t = TOOL(v);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "count(", -1);
  int status = rt_writer_repr(&w, t->v[0]);
  if (status == 0 && t->v[1] != rt_from_small(1)) status = rt_writer_ascii(&w, ", ", 2) < 0 ? -1 : rt_writer_repr(&w, t->v[1]);
  if (status < 0) return rt_writer_drop(&w), 0;
  rt_writer_char(&w, ')');
  return rt_value(rt_writer_finish(&w));
}

/* ---- repeat: v[0] the object, n[0] how often still, -1: for ever ---- */

RT_METHOD(repeat_construct) {
  static const char *const names[] = {"object", "times", NULL};
  RtValue given[2] = {0, 0};
  int64_t times = -1;
  if (rt_parse_defaults("repeat", names, 1, args, nargs, kwnames, given) < 0) return 0;
  if (given[1] && rt_index_argument(given[1], &times) < 0) return 0;
  Tool *tool = rt_tool_new(&rt_type_itertools_repeat);
  if (!tool) return 0;
  tool->v[0] = rt_new_ref(given[0]);
  tool->n[0] = given[1] && times < 0 ? 0 : times;
  return rt_plain_or_instance(self, &rt_type_itertools_repeat, tool);
}

static RtValue repeat_next(RtValue v) {
  Tool *t = TOOL(v);
  if (t->n[0] == 0) return 0;
  if (t->n[0] > 0) t->n[0]--;
  return rt_new_ref(t->v[0]);
}

static RtValue repeat_repr(RtValue v) {
  Tool *t = TOOL(v);
  RtWriter w;
  char tail[40];
  rt_writer_init(&w);
  rt_writer_ascii(&w, "repeat(", -1);
  if (rt_writer_repr(&w, t->v[0]) < 0) return rt_writer_drop(&w), 0;
  snprintf(tail, sizeof tail, t->n[0] < 0 ? ")" : ", %lld)", (long long)t->n[0]);
  rt_writer_ascii(&w, tail, -1);
  return rt_value(rt_writer_finish(&w));
}

RT_METHOD(repeat_length) {
  if (TOOL(self)->n[0] < 0) return rt_raise_string(&rt_exc_TypeError, "len() of unsized object");
  return rt_int_box(TOOL(self)->n[0]);
}

/* ---- cycle: v[1] the iterator, v[2] what it gave; n[0]: it has ended, n[1]: place in the list ---- */

RT_METHOD(cycle_construct) {
  if (rt_no_keywords("cycle", kwnames) < 0 || rt_count_args("cycle", nargs, 1, 1) < 0) return 0;
  RtList *seen = rt_list_new(0);
  RtValue made = seen ? over(self, &rt_type_itertools_cycle, 0, args[0]) : 0;
  if (made) TOOL(made)->v[2] = rt_value(seen);
  else rt_xdecref(rt_value(seen));
  return made;
}

static RtValue cycle_next(RtValue v) {
  Tool *t = TOOL(v);
  RtList *seen = (RtList *)rt_object(t->v[2]);
  if (!t->n[0]) {
    RtValue item = rt_next(t->v[1]);
    if (!item && rt_pending) return 0;
    if (item && rt_list_append(seen, item) == 0) return item;
    if (item) return rt_decref(item), 0;
    t->n[0] = 1;
  }
  if (seen->length == 0) return 0;
  RtValue item = rt_list_get(seen, t->n[1]);
  t->n[1] = t->n[1] + 1 < seen->length ? t->n[1] + 1 : 0;
  return item;
}

/* ---- chain: v[1] the iterator over iterables, v[2] over the current one ---- */

static RtValue chain_over(RtValue self, RtValue iterables) { return over(self, &rt_type_itertools_chain, 0, iterables); }

RT_METHOD(chain_construct) {
  if (rt_no_keywords("chain", kwnames) < 0) return 0;
  RtTuple *all = rt_tuple_from(args, nargs);
  RtValue made = all ? chain_over(self, rt_value(all)) : 0;
  rt_xdecref(rt_value(all));
  return made;
}
RT_METHOD(chain_from_iterable) { return chain_over(self, args[0]); }

static RtValue chain_next(RtValue v) {
  Tool *t = TOOL(v);
  while (t->v[1]) {
    if (!t->v[2]) {
      RtValue iterable = rt_next(t->v[1]), iterator = iterable ? rt_iter(iterable) : 0;
      rt_xdecref(iterable);
      if (!iterator) {
        if (!rt_pending || iterable) rt_tool_set(&t->v[1], 0);
        return 0;
      }
      t->v[2] = iterator;
    }
    RtValue item = rt_next(t->v[2]);
    if (item || rt_pending) return item;
    rt_tool_set(&t->v[2], 0);
  }
  return 0;
}

/* ---- islice: n[0] items taken, n[1] the next that is given, n[2] where it stops or -1, n[3] the step ---- */

static int slice_bound(RtValue v, int64_t *result, int64_t absent, int64_t least, const char *text) {
  *result = absent;
  if (rt_is_none(v)) return 0;
  if (!rt_has_index(v) || rt_index(v, result, false) < 0 || *result < least) {
    rt_clear_pending();
    return rt_raise_string(&rt_exc_ValueError, text), -1;
  }
  return 0;
}

RT_METHOD(islice_construct) {
  if (rt_no_keywords("islice", kwnames) < 0 || rt_count_args("islice", nargs, 2, 4) < 0) return 0;
  int64_t start, stop, step;
  static const char ends[] = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  static const char end[] = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  RtValue last = nargs > 2 ? args[2] : args[1];
  if (slice_bound(last, &stop, -1, INT64_MIN, end) < 0) return 0;
  if (slice_bound(nargs > 2 ? args[1] : RT_NONE, &start, 0, 0, ends) < 0) return 0;
  if (stop < 0 && !rt_is_none(last)) return rt_raise_string(&rt_exc_ValueError, stop == -1 ? end : ends);
  if (slice_bound(nargs > 3 ? args[3] : RT_NONE, &step, 1, 1, "Step for islice() must be a positive integer or None.") < 0) return 0;
  RtValue made = over(self, &rt_type_itertools_islice, 0, args[0]);
  if (made) TOOL(made)->n[1] = start, TOOL(made)->n[2] = stop, TOOL(made)->n[3] = step;
  return made;
}

static RtValue islice_next(RtValue v) {
  Tool *t = TOOL(v);
  if (!t->v[1]) return 0;
  int64_t stop = t->n[2];
  for (; t->n[0] < t->n[1] && (stop < 0 || t->n[0] < stop); t->n[0]++) {
    RtValue skipped = rt_next_step(t->v[1]);
    if (!skipped) return rt_tool_set(&t->v[1], 0), 0;
    rt_decref(skipped);
  }
  RtValue item = stop >= 0 && t->n[0] >= stop ? 0 : rt_next_step(t->v[1]);
  if (!item) return rt_tool_set(&t->v[1], 0), 0;
  t->n[0]++;
  int64_t next = t->n[1] > INT64_MAX - t->n[3] ? INT64_MAX : t->n[1] + t->n[3];
  t->n[1] = stop >= 0 && next > stop ? stop : next;
  return item;
}

/* ---- takewhile, dropwhile, filterfalse, starmap; n[0]: the condition has changed ---- */

RT_METHOD(takewhile_construct) { return two(self, &rt_type_itertools_takewhile, "takewhile", args, nargs, kwnames); }
RT_METHOD(dropwhile_construct) { return two(self, &rt_type_itertools_dropwhile, "dropwhile", args, nargs, kwnames); }
RT_METHOD(filterfalse_construct) { return two(self, &rt_type_itertools_filterfalse, "filterfalse", args, nargs, kwnames); }
RT_METHOD(starmap_construct) { return two(self, &rt_type_itertools_starmap, "starmap", args, nargs, kwnames); }

static RtValue takewhile_next(RtValue v) {
  Tool *t = TOOL(v);
  RtValue item = t->n[0] ? 0 : rt_next_step(t->v[1]);
  if (!item) return 0;
  int truth = holds(t->v[0], item);
  if (truth > 0) return item;
  rt_decref(item);
  if (truth == 0) t->n[0] = 1;
  return 0;
}

static RtValue dropwhile_next(RtValue v) {
  Tool *t = TOOL(v);
  for (RtValue item; (item = rt_next_step(t->v[1]));) {
    if (t->n[0]) return item;
    int truth = holds(t->v[0], item);
    if (truth == 0) return t->n[0] = 1, item;
    rt_decref(item);
    if (truth < 0) return 0;
  }
  return 0;
}

static RtValue filterfalse_next(RtValue v) {
  Tool *t = TOOL(v);
  for (RtValue item; (item = rt_next_step(t->v[1]));) {
    int truth = holds(t->v[0], item);
    if (truth == 0) return item;
    rt_decref(item);
    if (truth < 0) return 0;
  }
  return 0;
}

static RtValue starmap_next(RtValue v) {
  Tool *t = TOOL(v);
  RtValue item = rt_next_step(t->v[1]);
  RtTuple *args = item ? rt_tuple_from_iterable(item) : NULL;
  rt_xdecref(item);
  if (!args) return 0;
  RtValue result = rt_call(t->v[0], args->items, args->length, NULL);
  rt_decref_object(args);
  return result;
}

/* ---- compress: v[0] the selectors, v[1] the data ---- */

RT_METHOD(compress_construct) {
  static const char *const names[] = {"data", "selectors", NULL};
  RtValue given[2];
  if (rt_parse_defaults("compress", names, 2, args, nargs, kwnames, given) < 0) return 0;
  RtValue selectors = rt_iter(given[1]), made = selectors ? over(self, &rt_type_itertools_compress, selectors, given[0]) : 0;
  rt_xdecref(selectors);
  return made;
}

static RtValue compress_next(RtValue v) {
  Tool *t = TOOL(v);
  for (RtValue item, selector; (item = rt_next(t->v[1]));) {
    int truth = (selector = rt_next(t->v[0])) ? rt_truth(selector) : -1;
    rt_xdecref(selector);
    if (truth > 0) return item;
    rt_decref(item);
    if (truth < 0) return 0;
  }
  return 0;
}

/* ---- accumulate: v[0] the function or None, v[2] the total, v[3] the initial value ---- */

RT_METHOD(accumulate_construct) {
  static const char *const names[] = {"iterable", "func", "initial", NULL};
  RtValue given[3] = {0, RT_NONE, RT_NONE};
  if (nargs > 2) return rt_raise_format(&rt_exc_TypeError, "accumulate() takes at most 2 positional arguments (%lld given)", (long long)nargs);
  if (rt_parse_defaults("accumulate", names, 1, args, nargs, kwnames, given) < 0) return 0;
  RtValue made = over(self, &rt_type_itertools_accumulate, given[1], given[0]);
  if (made && !rt_is_none(given[2])) TOOL(made)->v[3] = rt_new_ref(given[2]);
  return made;
}

static RtValue accumulate_next(RtValue v) {
  Tool *t = TOOL(v);
  if (t->v[3]) {
    t->v[2] = t->v[3], t->v[3] = 0;
    return rt_new_ref(t->v[2]);
  }
  RtValue item = rt_next_step(t->v[1]);
  if (!item) return 0;
  if (t->v[2]) {
    RtValue pair[2] = {t->v[2], item}, sum = rt_is_none(t->v[0]) ? rt_add(pair[0], item) : rt_call(t->v[0], pair, 2, NULL);
    rt_decref(item);
    if (!sum) return 0;
    item = sum;
  }
  rt_tool_set(&t->v[2], rt_new_ref(item));
  return item;
}

/* ---- pairwise: v[2] the item before; batched: n[0] the size, n[1] strict ---- */

RT_METHOD(pairwise_construct) {
  if (rt_no_keywords("pairwise", kwnames) < 0 || rt_count_args("pairwise", nargs, 1, 1) < 0) return 0;
  return over(self, &rt_type_itertools_pairwise, 0, args[0]);
}

static RtValue pairwise_next(RtValue v) {
  Tool *t = TOOL(v);
  if (!t->v[1]) return 0;
  if (!t->v[2] && !(t->v[2] = rt_next(t->v[1]))) return rt_tool_set(&t->v[1], 0), 0;
  RtValue item = t->v[1] ? rt_next(t->v[1]) : 0;
  if (!item) return rt_tool_set(&t->v[1], 0), rt_tool_set(&t->v[2], 0), 0;
  RtValue pair[2] = {t->v[2], item};
  RtTuple *result = rt_tuple_from(pair, 2);
  rt_tool_set(&t->v[2], item);
  return rt_value(result);
}

RT_METHOD(batched_construct) {
  static const char *const names[] = {"iterable", "n", "strict", NULL};
  RtValue given[3] = {0, 0, RT_FALSE};
  int64_t size;
  int strict;
  if (rt_parse_defaults("batched", names, 2, args, nargs, kwnames, given) < 0 || rt_index_argument(given[1], &size) < 0) return 0;
  if (size < 1) return rt_raise_string(&rt_exc_ValueError, "n must be at least one");
  if ((strict = rt_truth(given[2])) < 0) return 0;
  RtValue made = over(self, &rt_type_itertools_batched, 0, given[0]);
  if (made) TOOL(made)->n[0] = size, TOOL(made)->n[1] = strict;
  return made;
}

static RtValue batched_next(RtValue v) {
  Tool *t = TOOL(v);
  RtList *batch = t->v[1] ? rt_list_new(0) : NULL;
  if (!batch) return 0;
  RtValue item = 0;
  while (batch->length < t->n[0] && (item = rt_next(t->v[1])))
    if (rt_list_append_steal(batch, item) < 0) break;
  RtTuple *result = NULL;
  if (!rt_pending && batch->length > 0) {
    if (t->n[1] && batch->length < t->n[0]) rt_raise_string(&rt_exc_ValueError, "batched(): incomplete batch");
    else result = rt_tuple_from_list(batch);
  }
  if (!result || !item) rt_tool_set(&t->v[1], 0);
  rt_decref_object(batch);
  return rt_value(result);
}

/* ---- zip_longest: v[0] what fills, v[1] a tuple of iterators (None: ended), n[0] how many go on ---- */

RT_METHOD(zip_longest_construct) {
  static const char *const names[] = {"fillvalue", NULL};
  RtValue fill = RT_NONE;
  if (rt_parse_defaults("zip_longest", names, 0, args + nargs, 0, kwnames, &fill) < 0) return 0;
  RtTuple *iterators = rt_tuple_new(nargs);
  Tool *t = NULL;
  for (int64_t i = 0; iterators && i < nargs; i++)
    if (!(iterators->items[i] = rt_iter(args[i]))) goto failed;
  if (!iterators || !(t = rt_tool_new(&rt_type_itertools_zip_longest))) goto failed;
  t->v[0] = rt_new_ref(fill), t->v[1] = rt_value(iterators), t->n[0] = nargs;
  return rt_plain_or_instance(self, &rt_type_itertools_zip_longest, t);
failed:
  rt_xdecref(rt_value(iterators));
  return 0;
}

static RtValue zip_longest_next(RtValue v) {
  Tool *t = TOOL(v);
  RtTuple *iterators = (RtTuple *)rt_object(t->v[1]), *result = t->n[0] > 0 ? rt_tuple_new(iterators->length) : NULL;
  for (int64_t i = 0; result && i < iterators->length; i++) {
    RtValue item = rt_is_none(iterators->items[i]) ? 0 : rt_next(iterators->items[i]);
    if (!item && rt_pending) goto ended;
    if (!item && !rt_is_none(iterators->items[i])) {
      rt_tool_set(&iterators->items[i], rt_none());
      if (--t->n[0] == 0) goto ended;
    }
    result->items[i] = item ? item : rt_new_ref(t->v[0]);
  }
  return rt_value(result);
ended:
  t->n[0] = 0;
  rt_decref_object(result);
  return 0;
}

static const RtMethodDef repeat_methods[] = {{"__length_hint__", repeat_length, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};
static const RtMethodDef chain_methods[] = {{"from_iterable", chain_from_iterable, 1, 1, RT_METHOD_CLASS},
                                            {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
                                            {NULL, NULL, 0, 0, 0}};

RtType rt_type_itertools_count = {TOOL_TYPE("count", count), .repr = count_repr, .construct = count_construct};
RtType rt_type_itertools_repeat = {TOOL_TYPE("repeat", repeat), .repr = repeat_repr, .construct = repeat_construct, .methods = repeat_methods};
RtType rt_type_itertools_cycle = {TOOL_TYPE("cycle", cycle), .construct = cycle_construct};
RtType rt_type_itertools_chain = {TOOL_TYPE("chain", chain), .construct = chain_construct, .methods = chain_methods};
RtType rt_type_itertools_islice = {TOOL_TYPE("islice", islice), .construct = islice_construct};
RtType rt_type_itertools_takewhile = {TOOL_TYPE("takewhile", takewhile), .construct = takewhile_construct};
RtType rt_type_itertools_dropwhile = {TOOL_TYPE("dropwhile", dropwhile), .construct = dropwhile_construct};
RtType rt_type_itertools_filterfalse = {TOOL_TYPE("filterfalse", filterfalse), .construct = filterfalse_construct};
RtType rt_type_itertools_starmap = {TOOL_TYPE("starmap", starmap), .construct = starmap_construct};
RtType rt_type_itertools_compress = {TOOL_TYPE("compress", compress), .construct = compress_construct};
RtType rt_type_itertools_accumulate = {TOOL_TYPE("accumulate", accumulate), .construct = accumulate_construct};
RtType rt_type_itertools_pairwise = {TOOL_TYPE("pairwise", pairwise), .construct = pairwise_construct};
RtType rt_type_itertools_batched = {TOOL_TYPE("batched", batched), .construct = batched_construct};
RtType rt_type_itertools_zip_longest = {TOOL_TYPE("zip_longest", zip_longest), .construct = zip_longest_construct};
