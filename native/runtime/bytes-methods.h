/*
 * The methods that bytes and bytearray share: X(name, least, most arguments, flags).
 */
#ifndef RT_BYTES_METHODS_H
#define RT_BYTES_METHODS_H
#include "bytes.h"
#include "str.h"

#define RT_BYTES_METHODS(X)                                                                                 \
  X(capitalize, 0, 0, 0)                                                                                    \
  X(center, 1, 2, 0) X(count, 1, 3, 0) X(decode, 0, -1, RT_METHOD_KEYWORDS) X(endswith, 1, 3, 0)            \
      X(expandtabs, 0, -1, RT_METHOD_KEYWORDS) X(find, 1, 3, 0) X(fromhex, 1, 1, RT_METHOD_CLASS)           \
          X(hex, 0, -1, RT_METHOD_KEYWORDS) X(index, 1, 3, 0) X(isalnum, 0, 0, 0) X(isalpha, 0, 0, 0)       \
              X(isascii, 0, 0, 0) X(isdigit, 0, 0, 0) X(islower, 0, 0, 0) X(isspace, 0, 0, 0)               \
                  X(istitle, 0, 0, 0) X(isupper, 0, 0, 0) X(join, 1, 1, 0) X(ljust, 1, 2, 0)                \
                      X(lower, 0, 0, 0) X(lstrip, 0, 1, 0) X(maketrans, 2, 2, RT_METHOD_STATIC)             \
                          X(partition, 1, 1, 0) X(removeprefix, 1, 1, 0) X(removesuffix, 1, 1, 0)           \
                              X(replace, 2, 3, 0) X(rfind, 1, 3, 0) X(rindex, 1, 3, 0) X(rjust, 1, 2, 0)    \
                                  X(rpartition, 1, 1, 0) X(rsplit, 0, -1, RT_METHOD_KEYWORDS)               \
                                      X(rstrip, 0, 1, 0) X(split, 0, -1, RT_METHOD_KEYWORDS)                \
                                          X(splitlines, 0, -1, RT_METHOD_KEYWORDS) X(startswith, 1, 3, 0)   \
                                              X(strip, 0, 1, 0) X(swapcase, 0, 0, 0) X(title, 0, 0, 0)      \
                                                  X(translate, 1, -1, RT_METHOD_KEYWORDS) X(upper, 0, 0, 0) \
                                                      X(zfill, 1, 1, 0)

#define RT_BYTES_METHOD(name) RT_BUILTIN_FN(rt_bytes_method_##name)
#define RT_BYTES_ROW(name, least, most, flags) {#name, rt_bytes_method_##name, least, most, flags},
#define X(name, least, most, flags) \
  RtValue rt_bytes_method_##name(RtValue, const RtValue *, int64_t, RtTuple *);
RT_BYTES_METHODS(X)
#undef X
RtBytesView rt_bytes_self(RtValue self);
#endif
