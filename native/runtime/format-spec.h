/* The format mini-language: [[fill]align][sign][z][#][0][width][,|_][.precision][type]. */
#ifndef RT_FORMAT_SPEC_H
#define RT_FORMAT_SPEC_H
#include "rt.h"

typedef struct RtFormatSpec {
  uint32_t fill;            /* ' ' unless given; '0' for a leading 0 */
  uint32_t type;            /* the default where absent */
  char align;               /* < > = ^; the default where absent */
  char sign;                /* + - space; 0: absent */
  char thousands;           /* , _ or 0 */
  bool alternate;           /* # */
  bool no_negative_zero;    /* z */
  int64_t width, precision; /* -1: absent */
} RtFormatSpec;

/* 0, or -1 with ValueError, in which type_name is the name of the value's type. */
int rt_format_spec_parse(RtStr *spec, uint32_t default_type, char default_align, const char *type_name,
                         RtFormatSpec *out);
/* ValueError "Unknown format code 'q' for object of type 'int'" */
RT_COLD RtStr *rt_format_spec_raise_type(uint32_t type, const char *type_name);
#endif
