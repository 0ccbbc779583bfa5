/* Escapes and sets of characters in patterns of re. */
#include "regex-parse.h"
#include <stdio.h>
#include <stdlib.h>

int rt_regex_add_item(RePattern *p, int32_t kind, uint32_t low, uint32_t high) {
  if (p->item_count == p->item_room) {
    int room = p->item_room ? p->item_room * 2 : 32;
    int32_t *items = realloc(p->items, (size_t)room * 3 * sizeof *items);
    if (!items) return rt_raise_memory(), -1;
    p->items = items, p->item_room = room;
  }
  int32_t *item = p->items + 3 * p->item_count++;
  item[0] = kind, item[1] = (int32_t)low, item[2] = (int32_t)high;
  return 0;
}

/* ---- escapes ---- */

static int incomplete(ReParser *s, int64_t start) {
  char text[64];
  int n = snprintf(text, sizeof text, "incomplete escape ");
  for (int64_t i = start; i < s->at && n < 60; i++) text[n++] = (char)re_at(&s->text, i);
  text[n] = 0;
  return re_fail(s, text, start);
}

/* \xhh \uhhhh \Uhhhhhhhh, after the letter. */
static int64_t hexadecimal(ReParser *s, int64_t start, int count) {
  int64_t value = 0;
  int i = 0;
  for (; i < count && re_more(s) && re_digit_of(re_peek(s), 16) >= 0; i++) value = value * 16 + re_digit_of(re_peek(s), 16), s->at++;
  if (i < count) return incomplete(s, start);
  if (value > 0x10ffff) return incomplete(s, start);
  return value;
}

static int64_t letter_escape(uint32_t c) {
  switch (c) {
  case 'a': return 7;
  case 'b': return 8;
  case 'f': return 12;
  case 'n': return 10;
  case 'r': return 13;
  case 't': return 9;
  case 'v': return 11;
  default: return -1;
  }
}

static int category_of(uint32_t c) {
  switch (c) {
  case 'd': return RE_DIGIT;
  case 'D': return RE_NO_DIGIT;
  case 's': return RE_SPACE;
  case 'S': return RE_NO_SPACE;
  case 'w': return RE_WORD;
  case 'W': return RE_NO_WORD;
  default: return -1;
  }
}

static int bad_escape(ReParser *s, int64_t start, uint32_t c) {
  char text[32];
  snprintf(text, sizeof text, "bad escape \\%c", (int)c);
  return re_fail(s, text, start);
}

/* A point that an escape names, `c` being the character after the backslash at `start`; -2: it names none. */
static int64_t plain_escape(ReParser *s, int64_t start, uint32_t c) {
  if (c == 'x') return hexadecimal(s, start, 2);
  if (!s->is_bytes && c == 'u') return hexadecimal(s, start, 4);
  if (!s->is_bytes && c == 'U') return hexadecimal(s, start, 8);
  int64_t letter = letter_escape(c);
  return letter >= 0 ? letter : -2;
}

static int64_t octal(ReParser *s, int64_t start, uint32_t first, int most) {
  int64_t value = first - '0';
  for (int i = 1; i < most && re_more(s) && re_digit_of(re_peek(s), 8) >= 0; i++) value = value * 8 + re_digit_of(re_peek(s), 8), s->at++;
  if (value <= 0377) return value;
  char text[80];
  snprintf(text, sizeof text, "octal escape value \\%llo outside of range 0-0o377", (long long)value);
  return re_fail(s, text, start);
}

static int set_of(ReParser *s, int category) {
  int node = rt_regex_node(s, RE_NODE_SET, 0);
  if (node < 0) return -1;
  s->p->nodes[node].min = s->p->item_count;
  if (rt_regex_add_item(s->p, category, 0, 0) < 0) return -1;
  s->p->nodes[node].max = 1;
  return node;
}

static int reference(ReParser *s, int64_t group, int64_t start) {
  if (group <= s->p->groups) {
    if (s->open[group]) return re_fail(s, "cannot refer to an open group", start);
    return rt_regex_node(s, RE_NODE_REF, group);
  }
  char text[64];
  snprintf(text, sizeof text, "invalid group reference %lld", (long long)group);
  return re_fail(s, text, start + 1);
}

int rt_regex_escape(ReParser *s) {
  int64_t start = s->at++;
  if (!re_more(s)) return re_fail(s, "bad escape (end of pattern)", start);
  uint32_t c = re_at(&s->text, s->at++);
  int category = category_of(c);
  if (category >= 0) return set_of(s, category);
  switch (c) {
  case 'A': return rt_regex_node(s, RE_NODE_AT, RE_AT_START);
  case 'Z': return rt_regex_node(s, RE_NODE_AT, RE_AT_VERY_END);
  case 'b': return rt_regex_node(s, RE_NODE_AT, RE_AT_WORD);
  case 'B': return rt_regex_node(s, RE_NODE_AT, RE_AT_NO_WORD);
  }
  if (c == '0') {
    int64_t value = octal(s, start, c, 3);
    return value < 0 ? -1 : rt_regex_node(s, RE_NODE_CHAR, value);
  }
  if (c >= '1' && c <= '9') {
    if (re_more(s) && re_digit_of(re_peek(s), 10) >= 0) {
      uint32_t second = re_peek(s);
      bool third = s->at + 1 < s->text.length && re_digit_of(re_at(&s->text, s->at + 1), 8) >= 0;
      if (re_digit_of(c, 8) >= 0 && re_digit_of(second, 8) >= 0 && third) {
        int64_t value = octal(s, start, c, 3);
        return value < 0 ? -1 : rt_regex_node(s, RE_NODE_CHAR, value);
      }
      s->at++;
      return reference(s, (c - '0') * 10 + (second - '0'), start);
    }
    return reference(s, c - '0', start);
  }
  int64_t point = plain_escape(s, start, c);
  if (point == -1) return -1;
  if (point >= 0) return rt_regex_node(s, RE_NODE_CHAR, point);
  if (re_is_letter(c)) return bad_escape(s, start, c);
  return rt_regex_node(s, RE_NODE_CHAR, c);
}

/* ---- sets ---- */

/* One member: a point, or -2 - category. -1: raised. */
static int64_t set_member(ReParser *s) {
  int64_t start = s->at;
  uint32_t c = re_at(&s->text, s->at++);
  if (c != '\\') return c;
  if (!re_more(s)) return re_fail(s, "bad escape (end of pattern)", start);
  c = re_at(&s->text, s->at++);
  int category = category_of(c);
  if (category >= 0) return -2 - category;
  if (re_digit_of(c, 8) >= 0) return octal(s, start, c, 3);
  int64_t point = plain_escape(s, start, c);
  if (point != -2) return point;
  return re_is_letter(c) || (c >= '0' && c <= '9') ? bad_escape(s, start, c) : (int64_t)c;
}

int rt_regex_set(ReParser *s) {
  int64_t start = s->at++;
  int node = rt_regex_node(s, RE_NODE_SET, 0);
  if (node < 0) return -1;
  int first = s->p->item_count;
  bool negated = re_take(s, '^');
  for (int64_t begin = s->at;;) {
    if (!re_more(s)) return re_fail(s, "unterminated character set", start);
    if (s->at != begin && re_take(s, ']')) break;
    int64_t from = s->at, low = set_member(s);
    if (low == -1) return -1;
    if (re_looking(s, '-') && s->at + 1 < s->text.length && re_at(&s->text, s->at + 1) != ']') {
      s->at++;
      int64_t high = set_member(s);
      if (high == -1) return -1;
      if (low < 0 || high < low) {
        char text[64];
        int n = snprintf(text, sizeof text, "bad character range ");
        for (int64_t i = from; i < s->at && n < 60; i++) text[n++] = (char)re_at(&s->text, i);
        text[n] = 0;
        return re_fail(s, text, from);
      }
      if (rt_regex_add_item(s->p, RE_RANGE, (uint32_t)low, (uint32_t)high) < 0) return -1;
    } else if (re_looking(s, '-') && s->at + 1 >= s->text.length) {
      return re_fail(s, "unterminated character set", start);
    } else if (rt_regex_add_item(s->p, low < 0 ? (int32_t)(-2 - low) : RE_RANGE, low < 0 ? 0 : (uint32_t)low, low < 0 ? 0 : (uint32_t)low) < 0) {
      return -1;
    }
  }
  ReNode *n = &s->p->nodes[node];
  n->min = first, n->max = s->p->item_count - first, n->mode = negated;
  return node;
}
