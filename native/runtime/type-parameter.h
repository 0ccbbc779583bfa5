/* What `def f[T]`, `class C[T]` and `type X = …` make. */
#ifndef RT_TYPE_PARAMETER_H
#define RT_TYPE_PARAMETER_H
#include "rt.h"

extern RtType rt_type_typevar, rt_type_paramspec, rt_type_typevartuple, rt_type_type_alias;
RtValue rt_type_parameter(RtValue kind /* 0: variable, 1: ParamSpec, 2: tuple */, RtValue name, RtValue thunk);
RtValue rt_type_alias_new(RtValue name, RtValue thunk, RtValue parameters);
RtValue rt_generic_getitem(void); /* the __class_getitem__ of generic classes: a classmethod */
#endif
