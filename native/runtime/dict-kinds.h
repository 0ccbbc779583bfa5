/* collections.defaultdict and OrderedDict. */
#ifndef RT_DICT_KINDS_H
#define RT_DICT_KINDS_H
#include "dict.h"
#include "object.h"

extern RtType rt_type_defaultdict, rt_type_ordereddict;
#endif
