/*
 * itertools.product, permutations, combinations, combinations_with_replacement: tuples of items of pools, by counters that advance in
 * the order of the documentation.
 */
#include "itertools.h"

typedef struct Combinatoric {
  RtObject head;
  RtTuple *pools; /* product: a tuple for each place; others: the pool itself */
  int64_t size;   /* of the results */
  bool started, ended;
  int64_t *counters; /* `size` indices; permutations: the indices of the whole pool, then the cycles */
  int64_t counter_count;
} Combinatoric;
#define OF(v) ((Combinatoric *)rt_object(rt_base_value(v)))

extern RtType rt_type_itertools_product, rt_type_itertools_permutations, rt_type_itertools_combinations,
    rt_type_itertools_combinations_with_replacement;

static RtValue new_combinatoric(RtValue self, RtType *type, STEAL RtTuple *pools, int64_t size, int64_t counters) {
  Combinatoric *c = pools ? rt_alloc(type, sizeof *c) : NULL;
  if (!c) return rt_xdecref(rt_value(pools)), 0;
  c->pools = pools;
  c->size = size;
  c->counter_count = counters;
  if (counters && !(c->counters = rt_buffer_alloc((size_t)counters * sizeof(int64_t)))) return rt_decref_object(c), 0;
  if (counters) memset(c->counters, 0, (size_t)counters * sizeof(int64_t));
  return rt_plain_or_instance(self, type, c);
}

static void combinatoric_dealloc(RtObject *object) {
  Combinatoric *c = (Combinatoric *)object;
  if (c->pools) rt_decref_object(c->pools);
  if (c->counters) rt_buffer_free(c->counters, (size_t)c->counter_count * sizeof(int64_t));
  rt_free_object(object, sizeof *c);
}
static void combinatoric_traverse(RtObject *object, RtVisit visit, void *context) {
  if (((Combinatoric *)object)->pools) visit(&((Combinatoric *)object)->pools->head, context);
}

static RtValue chosen(const Combinatoric *c) {
  RtTuple *result = rt_tuple_new(c->size);
  for (int64_t i = 0; result && i < c->size; i++) result->items[i] = rt_new_ref(c->pools->items[c->counters[i]]);
  return rt_value(result);
}

/* ---- product ---- */

RT_METHOD(product_construct) {
  static const char *const names[] = {"repeat", NULL};
  RtValue given = rt_from_small(1);
  int64_t repeat;
  if (rt_parse_defaults("product", names, 0, args + nargs, 0, kwnames, &given) < 0 || rt_index_argument(given, &repeat) < 0) return 0;
  if (repeat < 0) return rt_raise_string(&rt_exc_ValueError, "repeat argument cannot be negative");
  if (nargs && repeat > RT_LENGTH_MAX / nargs) return rt_raise_string(&rt_exc_OverflowError, "repeat argument too large");
  RtTuple *pools = rt_tuple_new(nargs * repeat);
  for (int64_t i = 0; pools && i < nargs && repeat; i++) {
    pools->items[i] = rt_value(rt_tuple_from_iterable(args[i]));
    if (!pools->items[i]) return rt_decref_object(pools), 0;
  }
  for (int64_t i = nargs; pools && nargs && i < nargs * repeat; i++) pools->items[i] = rt_new_ref(pools->items[i % nargs]);
  return new_combinatoric(self, &rt_type_itertools_product, pools, nargs * repeat, nargs * repeat);
}

static RtTuple *pool_at(const Combinatoric *c, int64_t i) { return (RtTuple *)rt_object(c->pools->items[i]); }

static bool product_advance(Combinatoric *c) {
  if (!c->started) {
    for (int64_t i = 0; i < c->size; i++)
      if (pool_at(c, i)->length == 0) return false;
    return c->started = true;
  }
  for (int64_t i = c->size; i-- > 0; c->counters[i] = 0)
    if (++c->counters[i] < pool_at(c, i)->length) return true;
  return false;
}

static RtValue product_next(RtValue v) {
  Combinatoric *c = OF(v);
  if (c->ended || !product_advance(c)) return c->ended = true, 0;
  RtTuple *result = rt_tuple_new(c->size);
  for (int64_t i = 0; result && i < c->size; i++) result->items[i] = rt_new_ref(pool_at(c, i)->items[c->counters[i]]);
  return rt_value(result);
}

/* ---- permutations, combinations ---- */

static int pool_and_size(const char *name, bool optional, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtTuple **pool, int64_t *size) {
  static const char *const names[] = {"iterable", "r", NULL};
  RtValue given[2] = {0, RT_NONE};
  if (rt_parse_defaults(name, names, optional ? 1 : 2, args, nargs, kwnames, given) < 0) return -1;
  if (!optional && rt_index_argument(given[1], size) < 0) return -1;
  if (!(*pool = rt_tuple_from_iterable(given[0]))) return -1;
  if (optional) *size = (*pool)->length;
  bool given_size = !(optional && rt_is_none(given[1]));
  if (given_size && optional && !rt_is_int(given[1])) rt_raise_string(&rt_exc_TypeError, "Expected int as r");
  else if (given_size && (!optional || rt_index_argument(given[1], size) == 0) && *size < 0) rt_raise_string(&rt_exc_ValueError, "r must be non-negative");
  if (!rt_pending) return 0;
  rt_decref_object(*pool);
  return -1;
}

RT_METHOD(permutations_construct) {
  RtTuple *pool;
  int64_t size;
  if (pool_and_size("permutations", true, args, nargs, kwnames, &pool, &size) < 0) return 0;
  bool none = size > pool->length;
  int64_t n = pool->length;
  RtValue made = new_combinatoric(self, &rt_type_itertools_permutations, pool, size, none ? 0 : n + size);
  if (!made) return 0;
  Combinatoric *c = OF(made);
  c->ended = none;
  for (int64_t i = 0; !none && i < n; i++) c->counters[i] = i;
  for (int64_t i = 0; !none && i < size; i++) c->counters[n + i] = n - i;
  return made;
}

static bool permutations_advance(Combinatoric *c) {
  if (!c->started) return c->started = true;
  int64_t n = c->pools->length, *indices = c->counters, *cycles = indices + n;
  for (int64_t i = c->size; i-- > 0;) {
    int64_t index = indices[i];
    if (--cycles[i] == 0) { /* the tail turns by one, back to where it began */
      memmove(indices + i, indices + i + 1, (size_t)(n - 1 - i) * sizeof(int64_t));
      indices[n - 1] = index;
      cycles[i] = n - i;
      continue;
    }
    indices[i] = indices[n - cycles[i]];
    indices[n - cycles[i]] = index;
    return true;
  }
  return false;
}

static RtValue permutations_next(RtValue v) {
  Combinatoric *c = OF(v);
  if (c->ended || !permutations_advance(c)) return c->ended = true, 0;
  return chosen(c);
}

RT_METHOD(combinations_construct) {
  RtTuple *pool;
  int64_t size;
  if (pool_and_size("combinations", false, args, nargs, kwnames, &pool, &size) < 0) return 0;
  bool none = size > pool->length;
  RtValue made = new_combinatoric(self, &rt_type_itertools_combinations, pool, size, none ? 0 : size);
  if (!made) return 0;
  OF(made)->ended = none;
  for (int64_t i = 0; !none && i < size; i++) OF(made)->counters[i] = i;
  return made;
}

static bool combinations_advance(Combinatoric *c) {
  if (!c->started) return c->started = true;
  int64_t n = c->pools->length, i = c->size - 1;
  while (i >= 0 && c->counters[i] == i + n - c->size) i--;
  if (i < 0) return false;
  c->counters[i]++;
  for (int64_t j = i + 1; j < c->size; j++) c->counters[j] = c->counters[j - 1] + 1;
  return true;
}

static RtValue combinations_next(RtValue v) {
  Combinatoric *c = OF(v);
  if (c->ended || !combinations_advance(c)) return c->ended = true, 0;
  return chosen(c);
}

RT_METHOD(with_replacement_construct) {
  RtTuple *pool;
  int64_t size;
  if (pool_and_size("combinations_with_replacement", false, args, nargs, kwnames, &pool, &size) < 0) return 0;
  bool none = pool->length == 0 && size > 0;
  RtValue made = new_combinatoric(self, &rt_type_itertools_combinations_with_replacement, pool, size, size);
  if (made) OF(made)->ended = none;
  return made;
}

static RtValue with_replacement_next(RtValue v) {
  Combinatoric *c = OF(v);
  if (c->ended) return 0;
  if (c->started) {
    int64_t last = c->pools->length - 1, i = c->size - 1;
    while (i >= 0 && c->counters[i] == last) i--;
    if (i < 0) return c->ended = true, 0;
    int64_t next = c->counters[i] + 1;
    for (int64_t j = i; j < c->size; j++) c->counters[j] = next;
  }
  c->started = true;
  return chosen(c);
}

#define COMBINATORIC(text, stem)                                                                                      \
  .head = RT_STATIC_HEAD, .name = "itertools." text, .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(Combinatoric), .base = &rt_type_object, \
  .dealloc = combinatoric_dealloc, .traverse = combinatoric_traverse, .iter = rt_tool_itself, .next = stem##_next, .construct = stem##_construct
RtType rt_type_itertools_product = {COMBINATORIC("product", product)};
RtType rt_type_itertools_permutations = {COMBINATORIC("permutations", permutations)};
RtType rt_type_itertools_combinations = {COMBINATORIC("combinations", combinations)};
RtType rt_type_itertools_combinations_with_replacement = {COMBINATORIC("combinations_with_replacement", with_replacement)};
