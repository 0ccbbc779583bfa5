/* What the files that print tracebacks share. */
#ifndef RT_TRACEBACK_H
#define RT_TRACEBACK_H
#include "exception.h"

/* Growing text on the C heap; what doesn't fit in memory is left out. */
typedef struct RtText { char *data; size_t length, capacity; } RtText;
void rt_text_add(RtText *, const char *text, size_t length);
void rt_text_puts(RtText *, const char *text);
void rt_text_number(RtText *, int64_t number); /* not negative */
void rt_text_printf(RtText *, const char *format, ...) RT_PRINTF(2, 3);

/* Of ASCII, whatever the locale. */
static inline bool rt_traceback_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool rt_traceback_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool rt_traceback_is_alnum(char c) { return rt_traceback_is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

/* What the interpreter prints of an exception that nobody caught, for the caller to free(); NULL: no memory. */
char *rt_traceback_text(RtValue exception, size_t *length);

void rt_traceback_beyond_ascii(void);

/* The source lines of a location with their marks, each ended by a newline and indented by four spaces; of a method call what stands before
   its brackets (at_lookup). */
void rt_traceback_source_lines(RtText *, const RtLocation *, bool at_lookup);

/* What stands between ~ is marked with ^: lines counted from the segment's first, columns in bytes of that line. */
typedef struct RtAnchors { int left_line, left, right_line, right; bool is_call; } RtAnchors;
/* The operator of a binary operation or the brackets of a call or subscript, if the segment is nothing but one. */
bool rt_traceback_anchors(const char *segment, size_t length, RtAnchors *);
#endif
