/* Complex numbers: what other files use of complex.c. */
#ifndef RT_COMPLEX_H
#define RT_COMPLEX_H
#include "rt.h"

RtValue rt_complex_new(double real, double imag);
/* Operands may be ints, floats and complex numbers; NotImplemented for others. */
RtValue rt_complex_pow(RtValue a, RtValue b);
/* complex(text); ValueError when malformed. */
RtValue rt_complex_from_str(RtStr *s);
extern const RtMethodDef rt_complex_methods[];
#endif
