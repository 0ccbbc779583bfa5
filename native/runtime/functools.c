/* functools: reduce, partial, cmp_to_key, and the wrapper that lru_cache and cache make. */
#include "call.h"
#include "dict.h"
#include "type.h"
#include "exception.h"
#include "function.h"
#include "iterator.h"
#include "object.h"
#include "record.h"
#include "tuple.h"

static void put(void *place, STEAL RtValue v) {
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = v;
  rt_xdecref(old);
}
static void visit_value(RtValue v, RtVisit visit, void *context) {
  if (v && !rt_is_small(v)) visit(rt_object(v), context);
}

RT_BUILTIN_FN(rt_functools_reduce) {
  RtValue iterator = rt_iter(args[1]);
  if (!iterator) {
    if (!rt_pending_is(&rt_exc_TypeError)) return 0;
    rt_clear_pending();
    return rt_raise_string(&rt_exc_TypeError, "reduce() arg 2 must support iteration");
  }
  RtValue result = nargs > 2 ? rt_new_ref(args[2]) : rt_next(iterator);
  if (!result && !rt_pending) rt_raise_string(&rt_exc_TypeError, "reduce() of empty iterable with no initial value");
  for (RtValue item; result && (item = rt_next(iterator));) {
    RtValue pair[2] = {result, item};
    result = rt_call(args[0], pair, 2, NULL);
    rt_decref(pair[0]), rt_decref(pair[1]);
  }
  rt_decref(iterator);
  if (rt_pending) return rt_xdecref(result), 0;
  return result;
}

/* ---- partial ---- */

typedef struct Partial {
  RtObject head;
  RtValue function;
  RT_WORD RtTuple *args;
  RT_WORD RtDict *keywords;
  RT_WORD RtDict *dict; /* attributes, or NULL */
} Partial;
extern RtType rt_type_partial, rt_type_lru_cache, rt_type_cmp_to_key;
#define PARTIAL(v) ((Partial *)rt_object(rt_base_value(v)))

/* The names and values of a call's keywords, over those in `from`. */
static RtDict *keywords_of(RtDict *from, const RtValue *values, RtTuple *kwnames) {
  RtDict *all = from ? rt_dict_copy(from) : rt_dict_new(0);
  for (int64_t i = 0; all && i < rt_keyword_count(kwnames); i++)
    if (rt_dict_set(all, kwnames->items[i], values[i]) < 0) return rt_decref_object(all), NULL;
  return all;
}

static RtTuple *joined(RtTuple *first, const RtValue *args, int64_t nargs) {
  RtTuple *all = rt_tuple_new((first ? first->length : 0) + nargs);
  if (!all) return NULL;
  int64_t at = 0;
  for (; first && at < first->length; at++) all->items[at] = rt_new_ref(first->items[at]);
  for (int64_t i = 0; i < nargs; i++) all->items[at++] = rt_new_ref(args[i]);
  return all;
}

RT_METHOD(partial_construct) {
  if (nargs < 1) return rt_raise_string(&rt_exc_TypeError, "type 'partial' takes at least one argument");
  if (!rt_callable(args[0])) return rt_raise_string(&rt_exc_TypeError, "the first argument must be callable");
  Partial *inner = rt_typeof(args[0]) == &rt_type_partial ? (Partial *)rt_object(args[0]) : NULL;
  RtTuple *positional = joined(inner ? inner->args : NULL, args + 1, nargs - 1);
  RtDict *keywords = positional ? keywords_of(inner ? inner->keywords : NULL, args + nargs, kwnames) : NULL;
  Partial *p = keywords ? rt_alloc(&rt_type_partial, sizeof *p) : NULL;
  if (!p) {
    rt_xdecref(rt_value(positional)), rt_xdecref(rt_value(keywords));
    return 0;
  }
  p->function = rt_new_ref(inner ? inner->function : args[0]);
  p->args = positional, p->keywords = keywords;
  return rt_plain_or_instance(self, &rt_type_partial, p);
}

RT_METHOD(partial_call) {
  Partial *p = PARTIAL(self);
  if (p->keywords->length == 0 && !rt_keyword_count(kwnames) && p->args->length + nargs <= 8) {
    RtValue all[8];
    for (int64_t i = 0; i < p->args->length; i++) all[i] = p->args->items[i];
    for (int64_t i = 0; i < nargs; i++) all[p->args->length + i] = args[i];
    return rt_call(p->function, all, p->args->length + nargs, NULL);
  }
  RtTuple *positional = joined(p->args, args, nargs);
  RtDict *keywords = positional ? keywords_of(p->keywords, args + nargs, kwnames) : NULL;
  RtValue result = keywords ? rt_call_ex(p->function, positional, keywords) : 0;
  rt_xdecref(rt_value(positional)), rt_xdecref(rt_value(keywords));
  return result;
}

static RtValue partial_repr(RtValue v) {
  Partial *p = PARTIAL(v);
  int inside = rt_repr_enter(v);
  if (inside) return inside < 0 ? 0 : rt_value(rt_str_from_utf8("...", 3));
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, rt_typeof(v)->name, -1);
  rt_writer_char(&w, '(');
  int status = rt_writer_repr(&w, p->function);
  for (int64_t i = 0; status == 0 && i < p->args->length; i++) status = rt_writer_ascii(&w, ", ", 2) < 0 ? -1 : rt_writer_repr(&w, p->args->items[i]);
  RtValue key, value;
  for (int64_t at = 0; status == 0 && rt_dict_next(p->keywords, &at, &key, &value);) {
    RtStr *name = rt_str(key);
    rt_writer_ascii(&w, ", ", 2);
    status = name && rt_writer_str(&w, name) == 0 && rt_writer_char(&w, '=') == 0 ? rt_writer_repr(&w, value) : -1;
    rt_xdecref(rt_value(name));
  }
  rt_repr_leave(v);
  if (status < 0) return rt_writer_drop(&w), 0;
  rt_writer_char(&w, ')');
  return rt_value(rt_writer_finish(&w));
}

RT_METHOD(partial_func) { return rt_new_ref(PARTIAL(self)->function); }
RT_METHOD(partial_args) { return rt_new_ref(rt_value(PARTIAL(self)->args)); }
RT_METHOD(partial_keywords) { return rt_new_ref(rt_value(PARTIAL(self)->keywords)); }
RT_METHOD(partial_dict) {
  Partial *p = PARTIAL(self);
  if (rt_is_class(rt_typeof(self))) { /* its instances have one of their own */
    RtValue getter = rt_type_lookup(&rt_type_object, RT_NAME(__dict__));
    return rt_typeof(getter)->descr_get(getter, self, rt_value(rt_typeof(self)));
  }
  if (!p->dict && !(p->dict = rt_dict_new(0))) return 0;
  return rt_new_ref(rt_value(p->dict));
}

static RtValue partial_getattr(RtValue v, RtStr *name) {
  RtValue own = PARTIAL(v)->dict ? rt_dict_get_str(PARTIAL(v)->dict, name) : 0;
  return own ? rt_new_ref(own) : rt_object_getattr(v, name);
}
static int partial_setattr(RtValue v, RtStr *name, RtValue value) {
  if (rt_typeof(v) != &rt_type_partial) return rt_object_setattr(v, name, value);
  if (name == RT_NAME(func) || name == RT_NAME(args) || name == RT_NAME(keywords)) {
    rt_raise_string(&rt_exc_AttributeError, "readonly attribute");
    return -1;
  }
  Partial *p = PARTIAL(v);
  if (!p->dict && !(p->dict = rt_dict_new(1))) return -1;
  if (value) return rt_dict_set_str(p->dict, name, value);
  if (rt_dict_get_str(p->dict, name)) return rt_dict_delitem(p->dict, rt_value(name));
  rt_raise_attribute(v, name, "'%s' object has no attribute '%s'");
  return -1;
}

/* type(self), (func,), (func, args, keywords, dict or None): as CPython's, so that a copy may have other keywords. */
RT_METHOD(partial_reduce) {
  Partial *p = PARTIAL(self);
  RtValue parts[4] = {p->function, rt_value(p->args), rt_value(p->keywords), p->dict ? rt_value(p->dict) : RT_NONE};
  RtValue whole[3] = {rt_value(rt_typeof(self)), rt_value(rt_tuple_from(parts, 1)), rt_value(rt_tuple_from(parts, 4))};
  RtTuple *result = whole[1] && whole[2] ? rt_tuple_from(whole, 3) : NULL;
  rt_xdecref(whole[1]), rt_xdecref(whole[2]);
  return rt_value(result);
}

RT_METHOD(partial_setstate) {
  Partial *p = PARTIAL(self);
  RtTuple *state = rt_is_tuple(args[0]) ? (RtTuple *)rt_object(rt_base_value(args[0])) : NULL;
  if (!state || state->length != 4 || !rt_callable(state->items[0]) || rt_typeof(state->items[1]) != &rt_type_tuple ||
      rt_typeof(state->items[2]) != &rt_type_dict || (!rt_is_none(state->items[3]) && rt_typeof(state->items[3]) != &rt_type_dict))
    return rt_raise_string(&rt_exc_TypeError, "invalid partial state");
  RtDict *keywords = rt_dict_copy((RtDict *)rt_object(state->items[2]));
  if (!keywords) return 0;
  Partial old = *p;
  p->function = rt_new_ref(state->items[0]);
  p->args = (RtTuple *)rt_object(rt_new_ref(state->items[1]));
  p->keywords = keywords;
  p->dict = rt_is_none(state->items[3]) ? NULL : (RtDict *)rt_object(rt_new_ref(state->items[3]));
  rt_decref(old.function), rt_decref_object(old.args), rt_decref_object(old.keywords), rt_xdecref(rt_value(old.dict));
  return rt_none();
}

static void partial_clear(RtObject *object) {
  Partial *p = (Partial *)object;
  if (p->dict) rt_dict_clear(p->dict);
  put(&p->function, rt_none());
}
static void partial_dealloc(RtObject *object) {
  Partial *p = (Partial *)object;
  rt_decref(p->function), rt_decref_object(p->args), rt_decref_object(p->keywords);
  rt_xdecref(rt_value(p->dict));
  rt_free_object(object, sizeof *p);
}
static void partial_traverse(RtObject *object, RtVisit visit, void *context) {
  Partial *p = (Partial *)object;
  visit_value(p->function, visit, context);
  visit(&p->args->head, context), visit(&p->keywords->head, context);
  if (p->dict) visit(&p->dict->head, context);
}

static const RtMethodDef partial_methods[] = {{"func", partial_func, 0, 0, RT_METHOD_GETTER},
                                              {"args", partial_args, 0, 0, RT_METHOD_GETTER},
                                              {"keywords", partial_keywords, 0, 0, RT_METHOD_GETTER},
                                              {"__dict__", partial_dict, 0, 0, RT_METHOD_GETTER},
                                              {"__reduce__", partial_reduce, 0, 0, 0},
                                              {"__setstate__", partial_setstate, 1, 1, 0},
                                              {"__class_getitem__", rt_class_getitem, 1, 1, RT_METHOD_CLASS},
                                              {NULL, NULL, 0, 0, 0}};
RtType rt_type_partial = {.head = RT_STATIC_HEAD, .name = "functools.partial", .flags = RT_TYPE_CYCLIC, .instance_size = sizeof(Partial),
                          .base = &rt_type_object, .dealloc = partial_dealloc, .traverse = partial_traverse, .clear = partial_clear,
                          .getattr = partial_getattr, .setattr = partial_setattr, .repr = partial_repr, .call = partial_call, .construct = partial_construct, .methods = partial_methods};

/* ---- cmp_to_key: `object` 0 in the function that cmp_to_key returns ---- */

typedef struct Key { RtObject head; RtValue compare, object; } Key;

static RtValue new_key(RtValue compare, RtValue object) {
  Key *k = rt_alloc(&rt_type_cmp_to_key, sizeof *k);
  if (!k) return 0;
  k->compare = rt_new_ref(compare);
  k->object = object ? rt_new_ref(object) : 0;
  return rt_value(k);
}
RT_BUILTIN_FN(rt_functools_cmp_to_key) {
  static const char *const names[] = {"mycmp", NULL};
  RtValue given;
  return rt_parse_args("cmp_to_key", names, 1, 0, args, nargs, kwnames, &given) < 0 ? 0 : new_key(given, 0);
}
RT_METHOD(key_call) {
  static const char *const names[] = {"obj", NULL};
  RtValue given;
  return rt_parse_args("K", names, 1, 0, args, nargs, kwnames, &given) < 0 ? 0 : new_key(((Key *)rt_object(self))->compare, given);
}
static RtValue key_compare(RtValue a, RtValue b, RtCmp op) {
  if (rt_typeof(a) != &rt_type_cmp_to_key || rt_typeof(b) != &rt_type_cmp_to_key)
    return rt_raise_string(&rt_exc_TypeError, "other argument must be K instance");
  RtValue pair[2] = {((Key *)rt_object(a))->object, ((Key *)rt_object(b))->object};
  RtValue order = pair[0] && pair[1] ? rt_call(((Key *)rt_object(a))->compare, pair, 2, NULL) : rt_raise_string(&rt_exc_AttributeError, "object");
  RtValue result = order ? rt_compare(order, rt_from_small(0), op) : 0;
  rt_xdecref(order);
  return result;
}
RT_METHOD(key_object) { return rt_new_ref(((Key *)rt_object(self))->object ? ((Key *)rt_object(self))->object : RT_NONE); }
static void key_dealloc(RtObject *object) {
  rt_decref(((Key *)object)->compare), rt_xdecref(((Key *)object)->object);
  rt_free_object(object, sizeof(Key));
}
static void key_traverse(RtObject *object, RtVisit visit, void *context) {
  visit_value(((Key *)object)->compare, visit, context), visit_value(((Key *)object)->object, visit, context);
}
static const RtMethodDef key_methods[] = {{"obj", key_object, 0, 0, RT_METHOD_GETTER}, {NULL, NULL, 0, 0, 0}};
RtType rt_type_cmp_to_key = {.head = RT_STATIC_HEAD, .name = "functools.KeyWrapper", .flags = RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE | RT_TYPE_NO_SUBCLASS,
                             .instance_size = sizeof(Key), .base = &rt_type_object, .dealloc = key_dealloc, .traverse = key_traverse,
                             .compare = key_compare, .call = key_call, .methods = key_methods};

/* ---- lru_cache: the dict's order is that of the last use ---- */

typedef struct Cache {
  RtObject head;
  RtValue function;
  RT_WORD RtDict *results; /* NULL: nothing is kept */
  RT_WORD RtDict *dict;    /* attributes, or NULL */
  int64_t size;    /* -1: no limit */
  int64_t hits, misses;
  bool typed;
} Cache;
#define CACHE(v) ((Cache *)rt_object(v))

/* The argument itself where it is the only one and an int or a str; else a tuple: arguments, then names and values, then types. */
static RtValue key_of(const Cache *c, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  int64_t keywords = rt_keyword_count(kwnames), total = nargs + keywords;
  if (!c->typed && total == 1 && !keywords && (rt_is_small(args[0]) || rt_typeof(args[0]) == &rt_type_int || rt_typeof(args[0]) == &rt_type_str))
    return rt_new_ref(args[0]);
  RtTuple *key = rt_tuple_new(nargs + (keywords ? 1 + 2 * keywords : 0) + (c->typed ? total : 0));
  if (!key) return 0;
  int64_t at = 0;
  for (int64_t i = 0; i < nargs; i++) key->items[at++] = rt_new_ref(args[i]);
  if (keywords) key->items[at++] = rt_new_ref(rt_value(&rt_type_lru_cache)); /* no argument is that */
  for (int64_t i = 0; i < keywords; i++) key->items[at++] = rt_new_ref(kwnames->items[i]), key->items[at++] = rt_new_ref(args[nargs + i]);
  for (int64_t i = 0; c->typed && i < total; i++) key->items[at++] = rt_new_ref(rt_value(rt_typeof(args[i])));
  return rt_value(key);
}

static RtValue found(Cache *c, int64_t entry) {
  RtValue value = rt_new_ref(c->results->entries[entry].value);
  c->hits++;
  if (c->size < 0 || rt_dict_move_to_end(c->results, entry) == 0) return value;
  return rt_decref(value), 0;
}

static int keep(Cache *c, RtValue key, int64_t hash, RtValue value) {
  if (rt_dict_set_hashed(c->results, key, hash, value) < 0) return -1;
  if (c->size < 0 || c->results->length <= c->size) return 0;
  RtDict *d = c->results;
  while (!d->entries[d->first].key) d->first++;
  RtValue oldest = rt_new_ref(d->entries[d->first].key);
  int status = rt_dict_delete(d, oldest);
  rt_decref(oldest);
  return status < 0 ? -1 : 0;
}

RT_METHOD(cache_call) {
  Cache *c = CACHE(self);
  RtValue key = c->results ? key_of(c, args, nargs, kwnames) : 0;
  int64_t hash = key ? rt_hash(key) : -1;
  if (c->results && hash == -1) return rt_xdecref(key), 0;
  int64_t entry = key ? rt_dict_find(c->results, key, hash) : -1;
  if (entry != -1) {
    RtValue result = entry < 0 ? 0 : found(c, entry);
    rt_decref(key);
    return result;
  }
  c->misses++;
  RtValue result = rt_check_stack() < 0 ? 0 : rt_call(c->function, args, nargs, kwnames);
  if (result && key && c->results && keep(c, key, hash, result) < 0) put(&result, 0);
  rt_xdecref(key);
  return result;
}

/* _lru_cache_wrapper(function, maxsize or None, typed) */
RT_METHOD(cache_construct) {
  if (rt_no_keywords("_lru_cache_wrapper", kwnames) < 0 || rt_count_args("_lru_cache_wrapper", nargs, 3, 3) < 0) return 0;
  int64_t size = -1;
  if (!rt_callable(args[0])) return rt_raise_string(&rt_exc_TypeError, "the first argument must be callable");
  if (!rt_is_none(args[1]) && rt_index(args[1], &size, true) < 0) return 0;
  if (!rt_is_none(args[1]) && size < 0) size = 0;
  Cache *c = rt_alloc(&rt_type_lru_cache, sizeof *c);
  if (!c) return 0;
  c->function = rt_new_ref(args[0]);
  c->size = size;
  c->typed = rt_truth(args[2]) > 0;
  if (size == 0 || (c->results = rt_dict_new(0))) return rt_value(c);
  rt_decref_object(c);
  return 0;
}

RT_METHOD(cache_clear) {
  if (CACHE(self)->results) rt_dict_clear(CACHE(self)->results);
  CACHE(self)->hits = CACHE(self)->misses = 0;
  return rt_none();
}

static const char *const info_names[] = {"hits", "misses", "maxsize", "currsize"};
RT_RECORD(static, cache_info_type, "CacheInfo", info_names)
RT_METHOD(cache_info) {
  Cache *c = CACHE(self);
  RtValue items[4] = {rt_int_box(c->hits), rt_int_box(c->misses), c->size < 0 ? rt_none() : rt_int_box(c->size),
                      rt_int_box(c->results ? c->results->length : 0)};
  return rt_record_new(&cache_info_type, items, 4);
}

RT_METHOD(cache_parameters) {
  Cache *c = CACHE(self);
  RtDict *d = rt_dict_new(2);
  if (d && rt_dict_set_str(d, RT_NAME(maxsize), c->size < 0 ? RT_NONE : rt_int_box(c->size)) == 0 &&
      rt_dict_set_str(d, RT_NAME(typed), rt_from_bool(c->typed)) == 0) return rt_value(d);
  rt_xdecref(rt_value(d));
  return 0;
}
RT_METHOD(cache_wrapped) { return rt_new_ref(CACHE(self)->function); }

/* Attributes of its own, then those of the function: __name__, __doc__ and the like. */
static RtValue cache_getattr(RtValue v, RtStr *name) {
  RtValue own = CACHE(v)->dict ? rt_dict_get_str(CACHE(v)->dict, name) : 0;
  if (own) return rt_new_ref(own);
  RtValue result = rt_object_getattr_optional(v, name);
  return result || rt_pending ? result : rt_getattr(CACHE(v)->function, name);
}
static int cache_setattr(RtValue v, RtStr *name, RtValue value) {
  Cache *c = CACHE(v);
  if (!c->dict && !(c->dict = rt_dict_new(1))) return -1;
  if (value) return rt_dict_set_str(c->dict, name, value);
  return rt_dict_delitem(c->dict, rt_value(name));
}
static RtValue cache_bind(RtValue v, RtValue instance, RtValue owner) {
  (void)owner;
  return !instance || rt_is_none(instance) ? rt_new_ref(v) : rt_method_new(v, instance);
}
static void cache_drop(RtObject *object) {
  Cache *c = (Cache *)object;
  if (c->results) rt_dict_clear(c->results);
  if (c->dict) rt_dict_clear(c->dict);
  put(&c->function, rt_none());
}
static void cache_dealloc(RtObject *object) {
  Cache *c = (Cache *)object;
  rt_decref(c->function);
  rt_xdecref(rt_value(c->results)), rt_xdecref(rt_value(c->dict));
  rt_free_object(object, sizeof *c);
}
static void cache_traverse(RtObject *object, RtVisit visit, void *context) {
  Cache *c = (Cache *)object;
  visit_value(c->function, visit, context);
  if (c->results) visit(&c->results->head, context);
  if (c->dict) visit(&c->dict->head, context);
}

static const RtMethodDef cache_methods[] = {{"cache_info", cache_info, 0, 0, 0},
                                            {"cache_clear", cache_clear, 0, 0, 0},
                                            {"cache_parameters", cache_parameters, 0, 0, 0},
                                            {"__wrapped__", cache_wrapped, 0, 0, RT_METHOD_GETTER},
                                            {NULL, NULL, 0, 0, 0}};
RtType rt_type_lru_cache = {.head = RT_STATIC_HEAD, .name = "functools._lru_cache_wrapper", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                            .instance_size = sizeof(Cache), .base = &rt_type_object, .dealloc = cache_dealloc, .traverse = cache_traverse,
                            .clear = cache_drop, .getattr = cache_getattr, .setattr = cache_setattr, .descr_get = cache_bind, .call = cache_call,
                            .construct = cache_construct, .methods = cache_methods};
