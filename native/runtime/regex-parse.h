/* What the parts of the parser of patterns share. */
#ifndef RT_REGEX_PARSE_H
#define RT_REGEX_PARSE_H
#include "regex.h"

typedef struct ReParser {
  RePattern *p;
  RtValue source;
  ReText text;
  int64_t at;
  uint32_t flags;
  uint64_t *open; /* one byte a group would do: is it still open? */
  int open_room;
  bool is_bytes;
} ReParser;

static inline int re_fail(ReParser *s, const char *message, int64_t position) { return rt_regex_error(message, s->source, position), -1; }
static inline bool re_more(const ReParser *s) { return s->at < s->text.length; }
static inline uint32_t re_peek(const ReParser *s) { return re_more(s) ? re_at(&s->text, s->at) : 0; }
static inline bool re_looking(const ReParser *s, char c) { return re_more(s) && re_at(&s->text, s->at) == (uint8_t)c; }
static inline bool re_take(ReParser *s, char c) { return re_looking(s, c) ? s->at++, true : false; }

static inline int re_digit_of(uint32_t c, int base) {
  int d = c >= '0' && c <= '9' ? (int)c - '0' : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10 : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10 : 99;
  return d < base ? d : -1;
}

static inline bool re_is_letter(uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* -1: raised. All give the number of a node. */
int rt_regex_node(ReParser *, ReNodeKind, int64_t value);
int rt_regex_escape(ReParser *); /* at the backslash */
int rt_regex_set(ReParser *);    /* at the bracket */
#endif
