/* Strings that exist from the start: the empty one and the one-character Latin-1 ones. Immortal; only their hashes change. */
#include "str.h"

#define STATIC_STR(length, is_ascii, ...)                                         \
  {                                                                               \
    {RT_IMMORTAL, &rt_type_str}, length, 0, 1, is_ascii, 0, 0, 0, { __VA_ARGS__ } \
  }
static RtStrLatin1 empty = STATIC_STR(0, 1, 0);
RtStr *rt_str_empty = (RtStr *)(void *)&empty;

RtStrLatin1 rt_str_latin1_table[256];

/* When the program starts: the table is no part of its file. The C tests have parts of the runtime without a program. */
#ifndef RT_FOR_PROGRAMS
__attribute__((constructor))
#endif
void rt_str_latin1_fill(void) {
  RT_MENTION(rt_str_beyond_ascii);
  for (int c = 0; c < 256; c++) rt_str_latin1_table[c] = (RtStrLatin1)STATIC_STR(1, c < 128, (uint8_t)c);
}
