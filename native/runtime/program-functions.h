/* Every function of the runtime that programs call: include it with FN(result, name, parameters, effect) defined. (rt_import_MODULE besides.) */
#define MODULE_FN(module, name, fn, min, max, flags)
#define MODULE_VALUE(module, name, fn) FN(RtValue, fn, (void), RAISES)
#define MODULE_TYPE(module, name, type)
#include "modules.def"
#undef MODULE_FN
#undef MODULE_VALUE
#undef MODULE_TYPE
#include "abi/builtins.def"
#include "abi/bytes.def"
#include "abi/call.def"
#include "abi/class.def"
#include "abi/compiled.def"
#include "abi/dict.def"
#include "abi/entry.def"
#include "abi/exception.def"
#include "abi/function.def"
#include "abi/generator.def"
#include "abi/iterator.def"
#include "abi/list.def"
#include "abi/math.def"
#include "abi/memory.def"
#include "abi/number.def"
#include "abi/object.def"
#include "abi/set.def"
#include "abi/str.def"
#include "abi/tuple.def"
