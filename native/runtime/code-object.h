/* Objects that stand for code and for frames. */
#ifndef RT_CODE_OBJECT_H
#define RT_CODE_OBJECT_H
#include "rt.h"

extern RtType rt_type_code, rt_type_frame;
RtValue rt_code_object(const RtCode *);
RtValue rt_frame_object(const RtCode *, int32_t line);
#endif
