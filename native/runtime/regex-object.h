/* Objects of re. */
#ifndef RT_REGEX_OBJECT_H
#define RT_REGEX_OBJECT_H
#include "bytes.h"
#include "regex.h"

typedef struct Pattern {
  RtObject head;
  RtValue source;
  RtDict *names;
  uint32_t flags;
  int groups, registers;
  int32_t *code;
} Pattern;
typedef struct Match {
  RtObject head;
  Pattern *pattern;
  RtValue subject;
  RtValue string; /* what was given, where its bytes were copied; else 0 */
  int64_t pos, end;
  int64_t last_group; /* closed last; -1: none */
  int64_t *spans;     /* two for each group, the whole match first; -1: took no part */
} Match;
extern RtType rt_type_re_pattern, rt_type_re_match, rt_exc_re_error;

ReText rt_regex_text(RtValue v);
RtValue rt_regex_slice(RtValue text, int64_t from, int64_t to);
void rt_regex_clear(void);
/* The template with \1 and \g<name> replaced. */
RtValue rt_regex_expand(Pattern *, RtValue template, RtValue subject, const int64_t *spans);
int rt_regex_check_template(Pattern *, RtValue template);
#endif
