/*
 * <math.h> with the last digits that CPython prints where the C library is glibc and the machine has 64
 * bits: its own functions are taken there. Those of musl, WASI and others differ in up to a fifth of all last
 * digits, glibc's on 32 bits, without fused operations, in one of a thousand: libm.c stands in for the ones
 * named here.
 */
#ifndef RT_LIBM_H
#define RT_LIBM_H
#include <math.h>
#include <stdint.h>

#if !defined __GLIBC__ || UINTPTR_MAX < UINT64_MAX
#define RT_OWN_LIBM 1
double rt_libm_sin(double x);
double rt_libm_cos(double x);
double rt_libm_tan(double x);
double rt_libm_asin(double x);
double rt_libm_acos(double x);
double rt_libm_atan(double x);
double rt_libm_atan2(double y, double x);
double rt_libm_hypot(double x, double y);
double rt_libm_expm1(double x);
double rt_libm_sinh(double x);
double rt_libm_cosh(double x);
double rt_libm_tanh(double x);
double rt_libm_log10(double x);
#define sin rt_libm_sin
#define cos rt_libm_cos
#define tan rt_libm_tan
#define asin rt_libm_asin
#define acos rt_libm_acos
#define atan rt_libm_atan
#define atan2 rt_libm_atan2
#define hypot rt_libm_hypot
#define expm1 rt_libm_expm1
#define sinh rt_libm_sinh
#define cosh rt_libm_cosh
#define tanh rt_libm_tanh
#define log10 rt_libm_log10
#endif
#endif
