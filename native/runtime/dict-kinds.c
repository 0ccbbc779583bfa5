/* collections.defaultdict and OrderedDict: dicts with a few operations of their own. Every function on dicts takes them, since they begin as one. */
#include "dict-kinds.h"
#include "call.h"
#include "slots.h"
#include "tuple.h"

/* ---- defaultdict ---- */

typedef struct DefaultDict {
  RtDict dict;
  RtValue factory; /* None, or what makes missing values; 0: the object is being cleared */
} DefaultDict;
#define DEFAULT(v) ((DefaultDict *)rt_plain(v, &rt_type_defaultdict))

static RtValue new_default(RtValue factory, RtValue from) {
  DefaultDict *d = (DefaultDict *)rt_dict_new_kind(&rt_type_defaultdict);
  if (!d) return 0;
  d->factory = rt_new_ref(factory);
  if (!from || rt_dict_update(&d->dict, from) == 0) return rt_value(d);
  rt_decref_object(d);
  return 0;
}

RT_METHOD(default_construct) {
  RtValue factory = nargs ? args[0] : RT_NONE;
  if (!rt_is_none(factory) && !rt_callable(factory)) return rt_raise_string(&rt_exc_TypeError, "first argument must be callable or None");
  RtValue made = new_default(factory, 0);
  const RtValue *rest = nargs ? args + 1 : args;
  if (made && rt_dict_update_args("dict", rt_dict_of(made), rest, nargs ? nargs - 1 : 0, kwnames) < 0) {
    rt_decref(made);
    return 0;
  }
  return rt_plain_or_instance(self, &rt_type_defaultdict, made ? rt_object(made) : NULL);
}

RT_METHOD(default_missing) {
  RtValue factory = DEFAULT(self)->factory;
  if (rt_is_none(factory)) return rt_raise_value(&rt_exc_KeyError, args[0]);
  RtValue value = rt_call(factory, NULL, 0, NULL);
  if (!value) return 0;
  int status = rt_typeof(self) == &rt_type_defaultdict ? rt_dict_set(rt_dict_of(self), args[0], value) : rt_setitem(self, args[0], value);
  if (status == 0) return value;
  rt_decref(value);
  return 0;
}

static RtValue default_getitem(RtValue v, RtValue key) {
  RtValue value = rt_dict_get(rt_dict_of(v), key);
  if (value) return rt_new_ref(value);
  if (rt_pending) return 0;
  if (rt_typeof(v) == &rt_type_defaultdict) return default_missing(v, &key, 1, NULL);
  return rt_dunder(v, RT_NAME(__missing__), &key, 1);
}

RT_METHOD(default_copy) {
  if (rt_typeof(self) == &rt_type_defaultdict) return new_default(DEFAULT(self)->factory, self);
  RtValue both[2] = {DEFAULT(self)->factory, self};
  return rt_call(rt_value(rt_typeof(self)), both, 2, NULL);
}

RT_METHOD(default_factory) { return rt_new_ref(DEFAULT(self)->factory); }

static int default_setattr(RtValue v, RtStr *name, RtValue value) {
  if (!rt_str_equal(name, RT_NAME(default_factory)) || rt_typeof(v) != &rt_type_defaultdict) return rt_object_setattr(v, name, value);
  RtValue old = DEFAULT(v)->factory;
  DEFAULT(v)->factory = value ? rt_new_ref(value) : rt_none();
  rt_decref(old);
  return 0;
}

static RtValue default_or(RtValue a, RtValue b) {
  if (!rt_is_dict(a) || !rt_is_dict(b)) return rt_notimplemented();
  bool is_left = rt_is_subtype(rt_typeof(a), &rt_type_defaultdict);
  RtValue result = new_default(DEFAULT(is_left ? a : b)->factory, a);
  if (!result || rt_dict_update(rt_dict_of(result), b) == 0) return result;
  rt_decref(result);
  return 0;
}

/* Name, then what comes before the dict's own repr. */
static RtValue repr_with(RtValue v, int (*prefix)(RtWriter *, RtValue), bool drop_empty) {
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, rt_short_name(v), -1);
  int status = rt_writer_char(&w, '(');
  if (status == 0 && prefix) status = prefix(&w, v);
  if (status == 0 && !(drop_empty && rt_dict_of(v)->length == 0)) {
    RtStr *text = rt_dict_repr(rt_dict_of(v));
    status = text ? rt_writer_str(&w, text) : -1;
    rt_xdecref(rt_value(text));
  }
  if (status == 0) rt_writer_char(&w, ')');
  if (status == 0) return rt_value(rt_writer_finish(&w));
  rt_writer_drop(&w);
  return 0;
}

static int write_factory(RtWriter *w, RtValue v) {
  int inside = rt_repr_enter(DEFAULT(v)->factory);
  if (inside < 0) return -1;
  int status = inside ? rt_writer_ascii(w, "...", 3) : rt_writer_repr(w, DEFAULT(v)->factory);
  if (!inside) rt_repr_leave(DEFAULT(v)->factory);
  return status < 0 ? -1 : rt_writer_ascii(w, ", ", 2);
}

static RtValue default_repr(RtValue v) { return repr_with(v, write_factory, false); }

static void default_drop(RtObject *object) {
  rt_dict_clear((RtDict *)object);
  RtValue old = ((DefaultDict *)object)->factory;
  ((DefaultDict *)object)->factory = rt_none();
  rt_xdecref(old);
}
static void default_dealloc(RtObject *object) {
  default_drop(object);
  rt_decref(((DefaultDict *)object)->factory);
  rt_free_object(object, sizeof(DefaultDict));
}
static void default_traverse(RtObject *object, RtVisit visit, void *context) {
  RtValue factory = ((DefaultDict *)object)->factory;
  rt_type_dict.traverse(object, visit, context);
  if (factory && !rt_is_small(factory)) visit(rt_object(factory), context);
}

static const RtMethodDef default_methods[] = {
    {"__missing__", default_missing, 1, 1, 0},
    {"copy", default_copy, 0, 0, 0},
    {"__copy__", default_copy, 0, 0, 0},
    {"default_factory", default_factory, 0, 0, RT_METHOD_GETTER},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_defaultdict = {
    .head = RT_STATIC_HEAD, .name = "collections.defaultdict", .flags = RT_TYPE_DICT | RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE, .instance_size = sizeof(DefaultDict),
    .base = &rt_type_dict, .dealloc = default_dealloc, .traverse = default_traverse, .clear = default_drop, .repr = default_repr,
    .getitem = default_getitem, .setattr = default_setattr, .binary = {[RT_OR] = default_or}, .construct = default_construct, .methods = default_methods,
};

/* ---- OrderedDict ---- */

RT_METHOD(ordered_construct) {
  RtDict *d = rt_dict_new_kind(&rt_type_ordereddict);
  if (nargs > 1) {
    if (d) rt_decref_object(d);
    return rt_raise_format(&rt_exc_TypeError, "expected at most 1 arguments, got %lld", (long long)nargs);
  }
  if (d && rt_dict_update_args("dict", d, args, nargs, kwnames) < 0) {
    rt_decref_object(d);
    return 0;
  }
  return rt_plain_or_instance(self, &rt_type_ordereddict, d);
}

/* The first live entry; the dict is not empty. */
static RtDictEntry *first_entry(RtDict *d) {
  while (!d->entries[d->first].key) d->first++;
  return &d->entries[d->first];
}

static RtValue take_pair(RtDict *d, RtDictEntry *entry) {
  RtValue pair[2] = {rt_new_ref(entry->key), rt_new_ref(entry->value)};
  RtTuple *result = rt_dict_delete(d, pair[0]) < 0 ? NULL : rt_tuple_from(pair, 2);
  rt_decref(pair[0]), rt_decref(pair[1]);
  return rt_value(result);
}

static int is_last(const char *name, int64_t fixed, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtValue *key) {
  static const char *const both[] = {"key", "last", NULL};
  RtValue given[2] = {0, 0};
  if (rt_parse_args(name, both + 1 - fixed, (int)fixed, 0, args, nargs, kwnames, given) < 0) return -1;
  if (fixed) *key = given[0];
  return given[fixed] ? rt_truth(given[fixed]) : 1;
}

RT_METHOD(ordered_popitem) {
  RtDict *d = rt_dict_of(self);
  int last = is_last("popitem", 0, args, nargs, kwnames, NULL);
  if (last < 0) return 0;
  if (d->length == 0) return rt_raise_string(&rt_exc_KeyError, "dictionary is empty");
  return last ? rt_dict_popitem(d) : take_pair(d, first_entry(d));
}

/* Everything else goes behind the entry: the dict has no room in front. */
static int move_to_front(RtDict *d, RtValue key, RtValue value) {
  RtDict *rest = rt_dict_copy(d);
  if (!rest) return -1;
  rt_dict_clear(d);
  int status = rt_dict_set(d, key, value);
  if (status == 0) status = rt_dict_merge_dict(d, rest);
  rt_decref_object(rest);
  return status;
}

RT_METHOD(ordered_move_to_end) {
  RtDict *d = rt_dict_of(self);
  RtValue key = 0;
  int last = is_last("move_to_end", 1, args, nargs, kwnames, &key), status = last < 0 ? -1 : 0;
  if (last < 0) return 0;
  int64_t hash = rt_hash(key), at = hash == -1 ? -2 : rt_dict_find(d, key, hash);
  if (at == -1) return rt_raise_value(&rt_exc_KeyError, key);
  if (at < 0) return 0;
  if (last) return rt_dict_move_to_end(d, at) < 0 ? 0 : rt_none();
  RtValue own = rt_new_ref(d->entries[at].key), value = rt_new_ref(d->entries[at].value);
  status = rt_dict_delete(d, own) < 0 ? -1 : move_to_front(d, own, value);
  rt_decref(own), rt_decref(value);
  return status < 0 ? 0 : rt_none();
}

RT_METHOD(ordered_copy) {
  if (rt_typeof(self) != &rt_type_ordereddict) return rt_call(rt_value(rt_typeof(self)), &self, 1, NULL);
  return ordered_construct(rt_value(&rt_type_ordereddict), &self, 1, NULL);
}

/* Equal entries in the same order. */
static int same_order(RtDict *a, RtDict *b) {
  RtValue x, y;
  for (int64_t i = 0, j = 0; rt_dict_next(a, &i, &x, NULL) && rt_dict_next(b, &j, &y, NULL);) {
    rt_incref(x), rt_incref(y);
    int equal = rt_equal(x, y);
    rt_decref(x), rt_decref(y);
    if (equal <= 0) return equal;
  }
  return 1;
}

static RtValue ordered_compare(RtValue a, RtValue b, RtCmp op) {
  if (!rt_is_dict(a) || !rt_is_dict(b) || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  int equal = rt_dict_equal(rt_dict_of(a), rt_dict_of(b));
  bool both = rt_is_subtype(rt_typeof(a), &rt_type_ordereddict) && rt_is_subtype(rt_typeof(b), &rt_type_ordereddict);
  if (equal > 0 && both) equal = same_order(rt_dict_of(a), rt_dict_of(b));
  return equal < 0 ? 0 : rt_bool_ref(equal == (op == RT_EQ));
}

static RtValue ordered_or(RtValue a, RtValue b) {
  if (!rt_is_dict(a) || !rt_is_dict(b)) return rt_notimplemented();
  RtValue kind = rt_value(rt_typeof(rt_is_subtype(rt_typeof(a), &rt_type_ordereddict) ? a : b)), result = rt_call(kind, &a, 1, NULL);
  if (!result || rt_dict_update(rt_dict_of(result), b) == 0) return result;
  rt_decref(result);
  return 0;
}

static RtValue ordered_repr(RtValue v) { return repr_with(v, NULL, true); }

static const RtMethodDef ordered_methods[] = {
    {"popitem", ordered_popitem, 0, -1, RT_METHOD_KEYWORDS},
    {"move_to_end", ordered_move_to_end, 0, -1, RT_METHOD_KEYWORDS},
    {"copy", ordered_copy, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

RtType rt_type_ordereddict = {
    .head = RT_STATIC_HEAD, .name = "collections.OrderedDict",
    .flags = RT_TYPE_DICT | RT_TYPE_ORDERED | RT_TYPE_CYCLIC | RT_TYPE_UNHASHABLE,
    .instance_size = sizeof(RtDict), .base = &rt_type_dict, .compare = ordered_compare, .repr = ordered_repr, .binary = {[RT_OR] = ordered_or},
    .construct = ordered_construct, .methods = ordered_methods,
};

/* ---- Counter's loop ---- */

/* _count_elements(mapping, iterable): mapping[x] += 1 for each x. */
RT_BUILTIN_FN(rt_collections_count_elements) {
  RtDict *d = rt_dict_of(args[0]);
  RtValue iterator = rt_iter(args[1]);
  if (!iterator) return 0;
  for (RtValue item; !rt_pending && (item = rt_next(iterator)); rt_decref(item)) {
    int found;
    RtValue *slot = rt_dict_slot_or_insert(d, item, &found);
    if (!slot) continue;
    RtValue old = found ? *slot : rt_from_small(0), sum = rt_is_small(old) ? rt_int_box(rt_small(old) + 1) : 0;
    if (sum) {
      *slot = sum;
      continue;
    }
    sum = rt_add(old, rt_from_small(1));
    if (sum) rt_dict_set(d, item, sum);
    rt_xdecref(sum);
  }
  rt_decref(iterator);
  return rt_pending ? 0 : rt_none();
}

/* _has(class, *names): does the class or one above it have all these methods, none of them set to None? */
RT_BUILTIN_FN(rt_collections_has) {
  if (!rt_has_flag(args[0], RT_TYPE_TYPE)) return rt_raise_string(&rt_exc_TypeError, "issubclass() arg 1 must be a class");
  for (int64_t i = 1; i < nargs; i++) {
    RtValue found = rt_type_lookup((RtType *)rt_object(args[0]), (RtStr *)rt_object(args[i]));
    if (!found || rt_is_none(found)) return rt_notimplemented();
  }
  return rt_new_ref(RT_TRUE);
}
