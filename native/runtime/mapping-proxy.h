/* Read-only views of mappings. */
#ifndef RT_MAPPING_PROXY_H
#define RT_MAPPING_PROXY_H
#include "rt.h"

extern RtType rt_type_mapping_proxy;
RtValue rt_mapping_proxy_new(STEAL RtValue mapping); /* 0 for 0 */
#endif
