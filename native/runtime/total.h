/* A float sum with the error of each addition carried along (Neumaier 1974), as CPython computes it since 3.12. */
#ifndef RT_TOTAL_H
#define RT_TOTAL_H
#include <math.h>

typedef struct RtTotal { double sum, error; } RtTotal;

static inline void rt_total_add(RtTotal *total, double x) {
  double sum = total->sum + x;
  total->error += fabs(total->sum) >= fabs(x) ? (total->sum - sum) + x : (x - sum) + total->sum;
  total->sum = sum;
}

static inline double rt_total_value(RtTotal total) { return total.error && isfinite(total.error) ? total.sum + total.error : total.sum; }
#endif
