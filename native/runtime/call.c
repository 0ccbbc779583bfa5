/* Calls: every kind of callable, methods without bound objects, f(*args, **kwargs). */
#include "call.h"
#include "iterator.h"
#include "container.h"
#include "gc.h"
#include "exception.h"
#include "function.h"
#include "type.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- functions ---- */

static inline bool is_exact_match(const RtCode *code, int64_t nargs, RtTuple *kwnames) {
  return nargs == code->positional && !kwnames && code->kwonly == 0 && !(code->flags & (RT_CODE_VARARGS | RT_CODE_KWARGS));
}

static inline RtValue call_function(RtFunction *function, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (rt_check_stack() < 0) return 0;
  if (RT_LIKELY(is_exact_match(function->code, nargs, kwnames))) return function->code->entry(function, args);
  return rt_bind_call(function, args, nargs, kwnames);
}

RtValue rt_call_function(RtFunction *function, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return call_function(function, args, nargs, kwnames);
}

enum { FEW = 6 };

static RtValue call_function_self_many(RtFunction *function, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  int64_t values = nargs + rt_keyword_count(kwnames);
  RtValue shifted[values + 1];
  shifted[0] = self;
  for (int64_t i = 0; i < values; i++) shifted[i + 1] = args[i];
  return rt_call_function(function, shifted, nargs + 1, kwnames);
}

/* The loop stays one: a call of memcpy for two words is what it would become. */
static inline RtValue call_function_self(RtFunction *function, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (RT_UNLIKELY(kwnames || nargs > FEW)) return call_function_self_many(function, self, args, nargs, kwnames);
  RtValue shifted[FEW + 1];
  shifted[0] = self;
  for (int64_t i = 0; i < nargs; i++) {
    shifted[i + 1] = args[i];
    __asm__ volatile("" ::: "memory");
  }
  return call_function(function, shifted, nargs + 1, NULL);
}

RtValue rt_call_function_self(RtFunction *function, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return call_function_self(function, self, args, nargs, kwnames);
}

/* ---- built-in functions ---- */

/* "list.append", "math.sqrt" or "len" */
static void describe(const RtMethodDef *def, RtType *owner, char *out, size_t size) {
  const char *dot = owner ? strrchr(owner->name, '.') : NULL;
  const char *holder = dot ? dot + 1 : owner ? owner->name : def->flags >> RT_METHOD_MODULE_SHIFT ? rt_builtin_module_name(def) : NULL;
  if (holder) snprintf(out, size, "%s.%s", holder, def->name);
  else snprintf(out, size, "%s", def->name);
}

static RtValue wrong_count(const RtMethodDef *def, RtType *owner, int64_t nargs) {
  char name[128];
  describe(def, owner, name, sizeof name);
  int min = def->min_args, max = def->max_args;
  if (min == 0 && max == 0) return rt_raise_format(&rt_exc_TypeError, "%s() takes no arguments (%lld given)", name, (long long)nargs);
  if (min == 1 && max == 1)
    return rt_raise_format(&rt_exc_TypeError, "%s() takes exactly one argument (%lld given)", name, (long long)nargs);
  int bound = nargs < min ? min : max;
  const char *how = min == max ? "" : nargs < min ? "at least " : "at most ";
  return rt_raise_format(&rt_exc_TypeError, "%s expected %s%d argument%s, got %lld", def->name, how, bound, bound == 1 ? "" : "s", (long long)nargs);
}

static RtValue call_def(const RtMethodDef *def, RtType *owner, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (kwnames && !(def->flags & RT_METHOD_KEYWORDS)) {
    if (kwnames->length == 0) {
      kwnames = NULL;
    } else {
      char name[128];
      describe(def, owner, name, sizeof name);
      return rt_raise_format(&rt_exc_TypeError, "%s() takes no keyword arguments", name);
    }
  }
  if (RT_UNLIKELY(nargs < def->min_args || (nargs > def->max_args && def->max_args >= 0))) {
    if (!(def->flags & RT_METHOD_KEYWORDS)) return wrong_count(def, owner, nargs);
    if (!kwnames && nargs < def->min_args) return def->fn(self, args, nargs, kwnames); /* it has a better text */
  }
  return def->fn(self, args, nargs, kwnames);
}

RtValue rt_call_builtin(const RtMethodDef *def, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  return call_def(def, self && !rt_is_type(self) ? rt_typeof(self) : NULL, self, args, nargs, kwnames);
}

static RtValue call_descriptor(RtBuiltin *b, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (RT_UNLIKELY(!rt_is_subtype(rt_typeof(self), b->owner)))
    return rt_raise_format(&rt_exc_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b->def->name,
                           b->owner->name, rt_typeof(self)->name);
  return call_def(b->def, b->owner, self, args, nargs, kwnames);
}

static RtValue call_unbound(RtBuiltin *b, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (nargs == 0) return rt_raise_format(&rt_exc_TypeError, "unbound method %s.%s() needs an argument", b->owner->name, b->def->name);
  return call_descriptor(b, args[0], args + 1, nargs - 1, kwnames);
}

/* ---- anything ---- */

/* callee(self, *args), where calling is all that the callee is asked for: it has been bound already. */
static __attribute__((noinline)) RtValue call_prefixed(RtValue callee, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  int64_t values = nargs + rt_keyword_count(kwnames);
  RtValue all[values + 1];
  all[0] = self;
  for (int64_t i = 0; i < values; i++) all[i + 1] = args[i];
  return rt_call(callee, all, nargs + 1, kwnames);
}

RtValue rt_call(RtValue callee, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtType *type = rt_ready(rt_typeof(callee));
  if (type == &rt_type_function) return rt_call_function((RtFunction *)rt_object(callee), args, nargs, kwnames);
  if (type == &rt_type_builtin) {
    RtBuiltin *b = (RtBuiltin *)rt_object(callee);
    return call_def(b->def, b->owner, b->self, args, nargs, kwnames);
  }
  if (type == &rt_type_method) {
    RtMethod *m = (RtMethod *)rt_object(callee);
    if (RT_UNLIKELY(rt_typeof(m->function)->call != NULL)) return call_prefixed(m->function, m->self, args, nargs, kwnames);
    return rt_call_with_self(m->function, m->self, args, nargs, kwnames);
  }
  if (type == &rt_type_method_descriptor) return call_unbound((RtBuiltin *)rt_object(callee), args, nargs, kwnames);
  if (type == &rt_type_type && rt_is_class(rt_type_of(callee))) return rt_class_construct(callee, args, nargs, kwnames);
  if (!type->call) return rt_raise_type_of("'%s' object is not callable", callee);
  if (rt_check_stack() < 0) return 0;
  if (type == &rt_type_type) rt_gc_quiet_safepoint();
  return type->call(callee, args, nargs, kwnames);
}

bool rt_callable(RtValue v) {
  RtType *type = rt_ready(rt_typeof(v));
  return type->call || type == &rt_type_function || type == &rt_type_builtin || type == &rt_type_method || type == &rt_type_method_descriptor;
}

RtValue rt_call0(RtValue callee) { return rt_call(callee, NULL, 0, NULL); }
RtValue rt_call1(RtValue callee, RtValue a) { return rt_call(callee, &a, 1, NULL); }
RtValue rt_call2(RtValue callee, RtValue a, RtValue b) {
  RtValue args[] = {a, b};
  return rt_call(callee, args, 2, NULL);
}

/* ---- methods ---- */

static RtValue call_bound(RtValue callable, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtTernaryFn get = rt_ready(rt_typeof(callable))->descr_get;
  if (!get) return rt_call(callable, args, nargs, kwnames);
  RtValue bound = get(callable, self, rt_value(rt_typeof(self)));
  if (!bound) return 0;
  RtValue result = rt_call(bound, args, nargs, kwnames);
  rt_decref(bound);
  return result;
}

RtValue rt_call_with_self(RtValue callable, RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtType *type = rt_typeof(callable);
  rt_incref(callable); /* the call may take it out of its class */
  RtValue result;
  if (RT_LIKELY(type == &rt_type_function)) result = call_function_self((RtFunction *)rt_object(callable), self, args, nargs, kwnames);
  else if (type == &rt_type_method_descriptor) result = call_descriptor((RtBuiltin *)rt_object(callable), self, args, nargs, kwnames);
  else if (type == &rt_type_wrapper) result = rt_wrapper_call(callable, self, args, nargs, kwnames);
  else result = call_bound(callable, self, args, nargs, kwnames);
  rt_decref(callable);
  return result;
}

static bool is_hidden_by_instance(RtValue self, RtStr *name, int32_t slot) {
  if (slot >= 0 && rt_slot_is_set(self, slot)) return true;
  RtDict **dict = rt_object_dict(self);
  return dict && *dict && rt_dict_get_str(*dict, name);
}

static RtValue call_attribute(RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  RtValue callee = rt_getattr(self, name);
  if (!callee) return rt_failed_lookup = rt_pending, 0;
  RtValue result = rt_call(callee, args, nargs, kwnames);
  rt_decref(callee);
  return result;
}

static bool is_plain_method(RtValue value) {
  RtType *type = rt_typeof(value);
  return type == &rt_type_function || type == &rt_type_method_descriptor || type == &rt_type_wrapper;
}

RtValue rt_call_method(RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  name = rt_canonical(name);
  RtType *type = rt_ready(rt_typeof(self));
  if (!type->getattr) {
    const RtLookup *found = rt_type_find(type, name);
    RtValue value = found->value;
    if (value && is_plain_method(value) && !is_hidden_by_instance(self, name, found->slot))
      return rt_call_with_self(value, self, args, nargs, kwnames);
  }
  return call_attribute(self, name, args, nargs, kwnames);
}

static __attribute__((noinline)) RtValue call_method_fill(RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames,
                                                          RtAttrCache *cache) {
  RtType *type = rt_ready(rt_typeof(self));
  name = rt_canonical(name);
  if (type->getattr) return call_attribute(self, name, args, nargs, kwnames);
  const RtLookup *found = rt_type_find(type, name);
  RtValue value = found->value;
  if (!value || !is_plain_method(value)) return call_attribute(self, name, args, nargs, kwnames);
  if (found->slot < 0 && type->version) *rt_cache_room(cache) = (RtAttrEntry){type->version, rt_cache_dict(type), value};
  if (is_hidden_by_instance(self, name, found->slot)) return call_attribute(self, name, args, nargs, kwnames);
  return rt_call_with_self(value, self, args, nargs, kwnames);
}

RtValue rt_call_method_cached(RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames, RtAttrCache *cache) {
  const RtAttrEntry *entry = rt_cache_find(cache, rt_typeof(self)->version);
  if (RT_UNLIKELY(!entry)) return call_method_fill(self, name, args, nargs, kwnames, cache);
  if (RT_UNLIKELY(rt_cache_has_dict(self, entry->slot))) return rt_call_method(self, name, args, nargs, kwnames);
  return rt_call_with_self(entry->value, self, args, nargs, kwnames);
}

/* What rt_find_method gives for a method of the class is without self, so what an instance has under the name must differ from that. */
static RtValue found_callable(RtValue self, STEAL RtValue callable) {
  if (!callable || rt_is_type(self) || (!is_plain_method(callable) && !rt_is_tuple(callable))) return callable;
  RtTuple *marked = rt_tuple_new(1);
  if (marked) marked->items[0] = callable;
  else rt_decref(callable);
  return rt_value(marked);
}

/* Methods of built-in types stay what they are, and are looked for by the call. */
static RtValue found_method(const RtType *type, RtValue method) {
  return rt_is_class(type) ? rt_new_ref(method) : rt_value(&rt_exhausted);
}

RtValue rt_find_method(RtValue self, RtStr *name, RtAttrCache *cache) {
  RtType *type = rt_typeof(self);
  const RtAttrEntry *entry = rt_cache_find(cache, type->version);
  if (RT_LIKELY(entry != NULL && !rt_cache_has_dict(self, entry->slot))) return found_method(type, entry->value);
  rt_ready(type);
  name = rt_canonical(name);
  if (type->getattr) return found_callable(self, rt_getattr(self, name));
  const RtLookup *found = rt_type_find(type, name);
  RtValue method = found->value;
  if (!method || !is_plain_method(method)) return found_callable(self, rt_getattr(self, name));
  if (found->slot < 0 && type->version) *rt_cache_room(cache) = (RtAttrEntry){type->version, rt_cache_dict(type), method};
  return is_hidden_by_instance(self, name, found->slot) ? found_callable(self, rt_getattr(self, name)) : found_method(type, method);
}

RtValue rt_call_found_method(RtValue found, RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames,
                             RtAttrCache *cache) {
  if (RT_LIKELY(found == rt_value(&rt_exhausted))) return rt_call_method_cached(self, name, args, nargs, kwnames, cache);
  RtValue result;
  if (rt_is_type(self)) result = rt_call(found, args, nargs, kwnames);
  else if (is_plain_method(found)) result = rt_call_with_self(found, self, args, nargs, kwnames);
  else result = rt_call(rt_is_tuple(found) ? ((RtTuple *)rt_object(found))->items[0] : found, args, nargs, kwnames);
  rt_decref(found);
  return result;
}

RtValue rt_call_method0(RtValue self, RtStr *name) { return rt_call_method(self, name, NULL, 0, NULL); }
RtValue rt_call_method1(RtValue self, RtStr *name, RtValue a) { return rt_call_method(self, name, &a, 1, NULL); }

static RtValue no_context_manager(RtValue self, bool has_enter) {
  return rt_raise_type_of(has_enter ? "'%s' object does not support the context manager protocol (missed __exit__ method)"
                                    : "'%s' object does not support the context manager protocol", self);
}

RtValue rt_call_special(RtValue self, RtStr *name, const RtValue *args, int64_t nargs) {
  name = rt_canonical(name);
  RtType *type = rt_ready(rt_typeof(self));
  RtValue method = rt_type_find(type, name)->value;
  if (name == RT_NAME(__enter__)) {
    if (!method) return no_context_manager(self, false);
    if (!rt_type_find(type, RT_NAME(__exit__))->value) return no_context_manager(self, true);
  }
  if (!method) return rt_raise_attribute(self, name, "'%s' object has no attribute '%s'");
  return rt_call_with_self(method, self, args, nargs, NULL);
}

/* ---- f(*args, **kwargs) ---- */

RtValue rt_call_ex(RtValue callee, RtTuple *args, RtDict *kwargs) {
  if (!kwargs || kwargs->length == 0) return rt_call(callee, args->items, args->length, NULL);
  int64_t nargs = args->length, at = 0, i = 0;
  RtTuple *names = rt_tuple_new(kwargs->length);
  RtValue *values = rt_buffer_alloc((uint64_t)(nargs + kwargs->length) * sizeof(RtValue)), result = 0;
  size_t bytes = (size_t)(nargs + kwargs->length) * sizeof(RtValue);
  if (!names || !values) goto done;
  for (int64_t k = 0; k < nargs; k++) values[k] = args->items[k];
  for (RtValue key, value; rt_dict_next(kwargs, &at, &key, &value); i++) {
    if (!rt_is_str(key)) {
      rt_raise_string(&rt_exc_TypeError, "keywords must be strings");
      goto done;
    }
    names->items[i] = rt_new_ref(rt_base_value(key)); /* of a subclass of str: its text */
    values[nargs + i] = value;
  }
  result = rt_call(callee, values, nargs, names);
done:
  rt_buffer_free(values, bytes);
  rt_xdecref(rt_value(names));
  return result;
}

/* "__main__.f()" as CPython names a callable in errors. Owned by the caller: free(). */
static char *callee_text(RtValue callee) {
  RtValue name = rt_getattr_optional(callee, RT_NAME(__qualname__));
  RtValue module = name ? rt_getattr_optional(callee, RT_NAME(__module__)) : 0;
  rt_clear_pending();
  RtWriter w;
  rt_writer_init(&w);
  if (name && rt_is_str(name)) {
    if (module && rt_is_str(module) && module != rt_value(RT_NAME(builtins))) {
      rt_writer_str(&w, (RtStr *)rt_object(module));
      rt_writer_char(&w, '.');
    }
    rt_writer_str(&w, (RtStr *)rt_object(name));
    rt_writer_ascii(&w, "()", 2);
  } else {
    RtStr *text = rt_str(callee);
    if (text) rt_writer_str(&w, text);
    rt_xdecref(rt_value(text));
  }
  rt_xdecref(name);
  rt_xdecref(module);
  RtStr *whole = rt_writer_finish(&w);
  char *text = whole ? rt_str_to_utf8(whole, NULL) : NULL;
  rt_xdecref(rt_value(whole));
  return text;
}

static int bad_star(RtValue callee, const char *stars, const char *wanted, RtValue v) {
  char *name = callee_text(callee);
  rt_raise_format(&rt_exc_TypeError, "%s argument after %s must be %s, not %s", name ? name : "?", stars, wanted, rt_typeof(v)->name);
  free(name);
  return -1;
}

int rt_call_star(RtValue callee, RtList *args, RtValue iterable) {
  RtType *type = rt_ready(rt_typeof(iterable));
  if (!type->iter && !type->getitem) return bad_star(callee, "*", "an iterable", iterable);
  return rt_list_extend(args, iterable);
}
