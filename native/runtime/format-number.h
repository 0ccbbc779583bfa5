/* Numbers formatted by the mini-language, and the digits that %-formatting shares with it. */
#ifndef RT_FORMAT_NUMBER_H
#define RT_FORMAT_NUMBER_H
#include "format-spec.h"

/* format(value, spec); the value may be a bool or an instance of a subclass. */
RtStr *rt_format_int(RtValue value, RtStr *spec);
RtStr *rt_format_float(double value, RtStr *spec);
RtStr *rt_format_complex(RtValue value, RtStr *spec);
/* By a parsed spec. */
RtStr *rt_format_int_spec(RtValue value, const RtFormatSpec *spec);
RtStr *rt_format_float_spec(double value, const RtFormatSpec *spec);

/*
 * The digits of a double with its sign ('-' or none), malloc'ed. type: e E f F g G; or r: as repr when
 * precision is negative, else as g with at least one digit after the point (`dot_zero`). NULL with an
 * exception.
 */
char *rt_format_double(double value, char type, int64_t precision, bool alternate, bool dot_zero);
/* The same as a str, for %-formatting. */
RtStr *rt_float_format_double(double value, int type, int64_t precision, bool alternate);
#endif
