/* The module math: what its files share, and the plain double functions that compiled code calls. */
#ifndef RT_MATH_MODULE_H
#define RT_MATH_MODULE_H
#include "rt.h"

RT_COLD RtValue rt_math_raise_domain(void); /* ValueError "math domain error" */
RT_COLD RtValue rt_math_raise_range(void);  /* OverflowError "math range error" */

/* nan with *domain set, or infinity with *range set, where CPython raises. */
double rt_math_gamma_of(double x, bool *domain, bool *range);
double rt_math_lgamma_of(double x, bool *domain, bool *range);
/* sqrt(sum of squares), nearly correctly rounded; overwrites the coordinates. */
double rt_math_norm(double *coordinates, int64_t count);
/* floor(sqrt(n)), n an exact int at least 0. */
RtValue rt_math_isqrt_of(RtValue n);
RtValue rt_math_gcd_of(RtValue a, RtValue b);

/* a + b and a * b without error: the rounded result and what rounding lost. */
typedef struct RtTwo {
  double high, low;
} RtTwo;
static inline RtTwo rt_two_sum(double a, double b) {
  double sum = a + b, part = sum - a;
  return (RtTwo){sum, (a - (sum - part)) + (b - part)};
}
static inline RtTwo rt_two_sum_ordered(double a, double b) { /* |a| >= |b| */
  double sum = a + b;
  return (RtTwo){sum, b - (sum - a)};
}
static inline RtTwo rt_two_product(double a, double b) {
  double product = a * b;
  return (RtTwo){product, __builtin_fma(a, b, -product)};
}
#endif
