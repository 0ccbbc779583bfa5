/*
 * Formatting: format(), str.format, %, f-strings. The mini-language of numbers belongs to format-number.h.
 */
#ifndef RT_FORMAT_H
#define RT_FORMAT_H
#include "rt.h"

RtStr *rt_str_format(RtStr *, RtStr *spec); /* str.__format__ */
/* One field of an f-string: conversion 0, 's', 'r' or 'a'; spec NULL: none. */
RtStr *rt_format_value(RtValue, int conversion, RtStr *spec);
/* What object.__format__ does: str(v), and TypeError for a spec. */
RtStr *rt_format_object(RtValue, RtStr *spec);
RtValue rt_object_format_method(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
#endif
