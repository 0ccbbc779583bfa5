/* Objects that stand for code and for frames. */
#ifndef RT_CODE_OBJECT_H
#define RT_CODE_OBJECT_H
#include "rt.h"

extern RtType rt_type_code, rt_type_frame;
RtValue rt_code_object(const RtCode *, int64_t cells /* of a function with this code; -1: none is known */);
/* types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None) */
RtValue rt_function_of_code(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_frame_object(const RtCode *, int32_t line);
#endif
