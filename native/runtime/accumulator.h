/* What sum, min and max have got to, where the loop over their items is compiled in place. No program sees such an object. */
#ifndef RT_ACCUMULATOR_H
#define RT_ACCUMULATOR_H
#include "rt.h"

typedef enum RtAccumulation { RT_SUM, RT_MIN, RT_MAX } RtAccumulation;

RtValue rt_accumulator_new(int64_t what, RtValue start);   /* start: of a sum */
int rt_accumulator_add(RtValue accumulator, RtValue item);
RtValue rt_accumulator_result(RtValue accumulator);        /* ValueError: min or max of nothing */
/* Accumulators in the state that compiled code has kept in registers. */
RtValue rt_accumulator_of_ints(int64_t low, int64_t high); /* a sum of 128 bits */
RtValue rt_accumulator_of_floats(double sum, double error, bool some, RtValue start);
RtValue rt_accumulator_of_best(int64_t what, bool some, RtValue best);
RtValue rt_int_from_halves(int64_t low, int64_t high);     /* the int of 128 bits */
#endif
