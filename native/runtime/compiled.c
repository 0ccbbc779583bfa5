/*
 * Entry points that only compiled code calls: operations on unboxed operands, and iterators made from a state in registers.
 */
#include "compiled.h"
#include "dict.h"
#include "exception.h"
#include "coroutine.h"
#include "float.h"
#include "inline.h"
#include "iterator.h"

bool rt_is_same(RtValue a, RtValue b) {
  if (a == b) return true;
  if (rt_is_small(a) || rt_is_small(b) || rt_typeof(a) != &rt_type_float || rt_typeof(b) != &rt_type_float) return false;
  return rt_float_same(((RtFloat *)rt_object(a))->value, ((RtFloat *)rt_object(b))->value);
}

int64_t rt_unbox_int(RtValue v) {
  int64_t i = 0;
  int fits = rt_int_to_i64(v, &i);
  assert(fits == 1);
  (void)fits;
  return i;
}

void rt_store_float(RtValue object, int64_t offset, double value) { rt_inline_store_float(object, offset, value); }

RtValue rt_init_result(RtValue result, RtValue object) {
  if (result == RT_NONE) return rt_new_ref(object);
  return rt_raise_format(&rt_exc_TypeError, "__init__() should return None, not '%s'", rt_typeof(result)->name);
}

/* ---- iterators ---- */

RtValue rt_range_iterator_at(int64_t next, int64_t stop, int64_t step) {
  RtValue range = rt_range_new_int(next, stop, step);
  if (!range) return 0;
  RtValue iterator = rt_iter(range);
  rt_decref(range);
  return iterator;
}

RtValue rt_range_iterator_left(int64_t next, int64_t left, int64_t step) {
  RtValue distance = rt_int_mul_i64(left, step);
  if (!distance) return 0;
  RtValue start = rt_int_from_i64(next);
  RtValue stop = start ? rt_int_add(start, distance) : 0;
  RtValue by = stop ? rt_int_from_i64(step) : 0;
  RtValue range = by ? rt_range_new(start, stop, by) : 0;
  RtValue iterator = range ? rt_iter(range) : 0;
  RtValue held[] = {distance, start, stop, by, range};
  for (size_t i = 0; i < sizeof held / sizeof *held; i++) rt_xdecref(held[i]);
  return iterator;
}

RtValue rt_enumerate_at(RtValue inner, int64_t count) {
  RtValue start = rt_int_from_i64(count);
  if (!start) return 0;
  RtValue result = rt_enumerate_new(inner, start);
  rt_decref(start);
  return result;
}

RtValue rt_zip_at(const RtValue *inners, int64_t count) { return rt_zip_new(inners, count, false); }

/* ---- built-in functions with plain arguments ---- */

RtList *rt_sorted_plain(RtValue iterable) { return rt_sorted(iterable, 0, false); }
RtValue rt_dict_get_or_none(RtDict *dict, RtValue key) { return rt_dict_get_or(dict, key, RT_NONE); }
RtValue rt_sum_plain(RtValue iterable) { return rt_sum(iterable, rt_from_small(0)); }

RtGenerator *rt_make_generator(RtFunction *function, const RtCode *code, RtResume resume, int64_t frame, const RtValue *args, int64_t count) {
  RtGenerator *generator = rt_generator_new(function, code, resume, frame, 0);
  if (!generator) return NULL;
  for (int64_t i = 0; i < count; i++) generator->frame[i] = rt_new_ref(args[i]);
  return generator;
}

RtGenerator *rt_make_coroutine(RtFunction *function, const RtCode *code, RtResume resume, int64_t frame, const RtValue *args, int64_t count) {
  RtGenerator *generator = rt_coroutine_new(function, code, resume, frame, 0);
  if (!generator) return NULL;
  for (int64_t i = 0; i < count; i++) generator->frame[i] = rt_new_ref(args[i]);
  return generator;
}

/* ---- tests ---- */

bool rt_force_exit(int64_t *passages) {
  int64_t n = ++*passages;
  /* The first passage, and then ever more rarely: each place is left, and each is also passed. */
  return (n & (n - 1)) == 0;
}
