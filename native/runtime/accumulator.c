/* Sums and extremes item by item: see accumulator.h. A sum goes from machine ints to floats or to any objects, as builtins-iterate.c's do. */
#include "accumulator.h"
#include "container.h"
#include "int.h"
#include "total.h"
#include "type.h"

typedef enum Stage { INTS, FLOATS, ANYTHING } Stage;

typedef struct RtAccumulator {
  RtObject head;
  int32_t what, stage;
  int64_t ints;
  RtTotal floats;
  RtValue value; /* ANYTHING: the sum; min and max: the best so far, or 0 */
} RtAccumulator;

static void accumulator_dealloc(RtObject *object) {
  rt_xdecref(((RtAccumulator *)object)->value);
  rt_free_object(object, sizeof(RtAccumulator));
}

RtType rt_type_accumulator = {.head = RT_STATIC_HEAD, .name = "accumulator", .flags = RT_TYPE_NO_SUBCLASS,
                                     .instance_size = sizeof(RtAccumulator), .dealloc = accumulator_dealloc};

static RtAccumulator *make(int64_t what, Stage stage) {
  RtAccumulator *a = rt_alloc(&rt_type_accumulator, sizeof *a);
  if (!a) return NULL;
  a->what = (int32_t)what;
  a->stage = stage;
  return a;
}

/* Takes over the value; 0: it could not be made. */
static RtValue make_of(int64_t what, STEAL RtValue value) {
  RtAccumulator *a = value ? make(what, ANYTHING) : NULL;
  if (!a) {
    rt_xdecref(value);
    return 0;
  }
  a->value = value;
  return rt_value(a);
}

static RtValue of_total(double sum, double error) {
  RtAccumulator *a = make(RT_SUM, FLOATS);
  if (!a) return 0;
  a->floats = (RtTotal){sum, error};
  return rt_value(a);
}

static RtValue of_int(int64_t sum) {
  RtAccumulator *a = make(RT_SUM, INTS);
  if (!a) return 0;
  a->ints = sum;
  return rt_value(a);
}

RtValue rt_accumulator_new(int64_t what, RtValue start) {
  int64_t i;
  if (what != RT_SUM) return rt_value(make(what, ANYTHING));
  if (rt_typeof(start) == &rt_type_int && rt_int_to_i64(start, &i) == 1) return of_int(i);
  return rt_typeof(start) == &rt_type_float ? of_total(((RtFloat *)rt_object(start))->value, 0) : make_of(RT_SUM, rt_new_ref(start));
}

RtValue rt_int_from_halves(int64_t low, int64_t high) {
  if (high == low >> 63) return rt_int_from_i64(low);
  RtValue upper = rt_int_from_i64(high), scaled = upper ? rt_int_lshift(upper, rt_from_small(64)) : 0;
  RtValue lower = scaled ? rt_int_from_u64((uint64_t)low) : 0, whole = lower ? rt_int_add(scaled, lower) : 0;
  rt_xdecref(upper);
  rt_xdecref(scaled);
  rt_xdecref(lower);
  return whole;
}

RtValue rt_accumulator_of_ints(int64_t low, int64_t high) {
  return high == low >> 63 ? of_int(low) : make_of(RT_SUM, rt_int_from_halves(low, high));
}

RtValue rt_accumulator_of_floats(double sum, double error, bool some, RtValue start) {
  return some ? of_total(sum, error) : rt_accumulator_new(RT_SUM, start);
}

RtValue rt_accumulator_of_best(int64_t what, bool some, RtValue best) {
  return some ? make_of(what, rt_new_ref(best)) : rt_value(make(what, ANYTHING));
}

static RtValue total_of(RtAccumulator *a) {
  switch ((Stage)a->stage) {
  case INTS: return rt_int_from_i64(a->ints);
  case FLOATS: return rt_float_new(rt_total_value(a->floats));
  default: return rt_new_ref(a->value);
  }
}

/* Adds as the operator does. An int and a float make the sum one of floats. */
static int add_object(RtAccumulator *a, RtValue item) {
  RtValue total = total_of(a), sum = total ? rt_add(total, item) : 0;
  rt_xdecref(total);
  if (!sum) return -1;
  if (a->stage == INTS && rt_typeof(sum) == &rt_type_float) {
    a->stage = FLOATS;
    a->floats = (RtTotal){((RtFloat *)rt_object(sum))->value, 0};
    rt_decref(sum);
    return 0;
  }
  rt_xdecref(a->value);
  a->stage = ANYTHING;
  a->value = sum;
  return 0;
}

static int add(RtAccumulator *a, RtValue item) {
  const RtType *type = rt_typeof(item);
  int64_t i;
  if (a->stage == INTS) {
    bool fits = (type == &rt_type_int || type == &rt_type_bool) && rt_int_to_i64(item, &i) == 1;
    return fits && !__builtin_add_overflow(a->ints, i, &i) ? (a->ints = i, 0) : add_object(a, item);
  }
  if (a->stage == FLOATS && type == &rt_type_float) return rt_total_add(&a->floats, ((RtFloat *)rt_object(item))->value), 0;
  if (a->stage == FLOATS && rt_is_int(item) && rt_int_to_i64(item, &i) == 1) return a->floats.sum += (double)i, 0;
  return add_object(a, item);
}

static int consider(RtAccumulator *a, RtValue item) {
  int better = a->value ? rt_compare_bool(item, a->value, a->what == RT_MIN ? RT_LT : RT_GT) : 1;
  if (better <= 0) return better;
  RtValue old = a->value;
  a->value = rt_new_ref(item);
  rt_xdecref(old);
  return 0;
}

int rt_accumulator_add(RtValue accumulator, RtValue item) {
  RtAccumulator *a = (RtAccumulator *)rt_object(accumulator);
  return a->what == RT_SUM ? add(a, item) : consider(a, item);
}

RtValue rt_accumulator_result(RtValue accumulator) {
  RtAccumulator *a = (RtAccumulator *)rt_object(accumulator);
  if (a->what == RT_SUM) return total_of(a);
  if (a->value) return rt_new_ref(a->value);
  return rt_raise_format(&rt_exc_ValueError, "%s() iterable argument is empty", a->what == RT_MIN ? "min" : "max");
}
