/* Patterns of re as trees, with CPython's errors. */
#include "regex.h"
#include "exception.h"
#include "str.h"
#include "bytes.h"
#include "unicode.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Parser {
  RePattern *p;
  RtValue source;
  ReText text;
  int64_t at;
  uint32_t flags;
  uint64_t *open; /* one byte a group would do: is it still open? */
  int open_room;
  bool is_bytes;
} Parser;

static int fail(Parser *s, const char *message, int64_t position) { return rt_regex_error(message, s->source, position), -1; }
static bool more(const Parser *s) { return s->at < s->text.length; }
static uint32_t peek(const Parser *s) { return more(s) ? re_at(&s->text, s->at) : 0; }
static bool looking(const Parser *s, char c) { return more(s) && re_at(&s->text, s->at) == (uint8_t)c; }
static bool take(Parser *s, char c) { return looking(s, c) ? s->at++, true : false; }

static int new_node(Parser *s, ReNodeKind kind, int64_t value) {
  RePattern *p = s->p;
  if (p->node_count == p->node_room) {
    int room = p->node_room ? p->node_room * 2 : 32;
    ReNode *nodes = realloc(p->nodes, (size_t)room * sizeof *nodes);
    if (!nodes) return rt_raise_memory(), -1;
    p->nodes = nodes, p->node_room = room;
  }
  p->nodes[p->node_count] = (ReNode){.kind = kind, .flags = s->flags, .value = value, .first = -1, .second = -1, .next = -1};
  return p->node_count++;
}

static int add_item(Parser *s, int32_t kind, uint32_t low, uint32_t high) {
  RePattern *p = s->p;
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

static int alternatives(Parser *s, int depth);

/* ---- escapes ---- */

static int digit_of(uint32_t c, int base) {
  int d = c >= '0' && c <= '9' ? (int)c - '0' : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10 : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10 : 99;
  return d < base ? d : -1;
}

static int incomplete(Parser *s, int64_t start) {
  char text[64];
  int n = snprintf(text, sizeof text, "incomplete escape ");
  for (int64_t i = start; i < s->at && n < 60; i++) text[n++] = (char)re_at(&s->text, i);
  text[n] = 0;
  return fail(s, text, start);
}

/* \xhh \uhhhh \Uhhhhhhhh, after the letter. */
static int64_t hexadecimal(Parser *s, int64_t start, int count) {
  int64_t value = 0;
  int i = 0;
  for (; i < count && more(s) && digit_of(peek(s), 16) >= 0; i++) value = value * 16 + digit_of(peek(s), 16), s->at++;
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

static int bad_escape(Parser *s, int64_t start, uint32_t c) {
  char text[32];
  snprintf(text, sizeof text, "bad escape \\%c", (int)c);
  return fail(s, text, start);
}

/* A point that an escape names, `c` being the character after the backslash at `start`; -2: it names none. */
static int64_t plain_escape(Parser *s, int64_t start, uint32_t c) {
  if (c == 'x') return hexadecimal(s, start, 2);
  if (!s->is_bytes && c == 'u') return hexadecimal(s, start, 4);
  if (!s->is_bytes && c == 'U') return hexadecimal(s, start, 8);
  int64_t letter = letter_escape(c);
  return letter >= 0 ? letter : -2;
}

static int64_t octal(Parser *s, int64_t start, uint32_t first, int most) {
  int64_t value = first - '0';
  for (int i = 1; i < most && more(s) && digit_of(peek(s), 8) >= 0; i++) value = value * 8 + digit_of(peek(s), 8), s->at++;
  if (value <= 0377) return value;
  char text[80];
  snprintf(text, sizeof text, "octal escape value \\%llo outside of range 0-0o377", (long long)value);
  return fail(s, text, start);
}

static bool is_letter(uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static int set_of(Parser *s, int category) {
  int node = new_node(s, RE_NODE_SET, 0);
  if (node < 0) return -1;
  s->p->nodes[node].min = s->p->item_count;
  if (add_item(s, category, 0, 0) < 0) return -1;
  s->p->nodes[node].max = 1;
  return node;
}

static int reference(Parser *s, int64_t group, int64_t start) {
  if (group <= s->p->groups) {
    if (s->open[group]) return fail(s, "cannot refer to an open group", start);
    return new_node(s, RE_NODE_REF, group);
  }
  char text[64];
  snprintf(text, sizeof text, "invalid group reference %lld", (long long)group);
  return fail(s, text, start + 1);
}

static int escape(Parser *s) {
  int64_t start = s->at++;
  if (!more(s)) return fail(s, "bad escape (end of pattern)", start);
  uint32_t c = re_at(&s->text, s->at++);
  int category = category_of(c);
  if (category >= 0) return set_of(s, category);
  switch (c) {
  case 'A': return new_node(s, RE_NODE_AT, RE_AT_START);
  case 'Z': return new_node(s, RE_NODE_AT, RE_AT_VERY_END);
  case 'b': return new_node(s, RE_NODE_AT, RE_AT_WORD);
  case 'B': return new_node(s, RE_NODE_AT, RE_AT_NO_WORD);
  }
  if (c == '0') {
    int64_t value = octal(s, start, c, 3);
    return value < 0 ? -1 : new_node(s, RE_NODE_CHAR, value);
  }
  if (c >= '1' && c <= '9') {
    if (more(s) && digit_of(peek(s), 10) >= 0) {
      uint32_t second = peek(s);
      bool third = s->at + 1 < s->text.length && digit_of(re_at(&s->text, s->at + 1), 8) >= 0;
      if (digit_of(c, 8) >= 0 && digit_of(second, 8) >= 0 && third) {
        int64_t value = octal(s, start, c, 3);
        return value < 0 ? -1 : new_node(s, RE_NODE_CHAR, value);
      }
      s->at++;
      return reference(s, (c - '0') * 10 + (second - '0'), start);
    }
    return reference(s, c - '0', start);
  }
  int64_t point = plain_escape(s, start, c);
  if (point == -1) return -1;
  if (point >= 0) return new_node(s, RE_NODE_CHAR, point);
  if (is_letter(c)) return bad_escape(s, start, c);
  return new_node(s, RE_NODE_CHAR, c);
}

/* ---- sets ---- */

/* One member: a point, or -2 - category. -1: raised. */
static int64_t set_member(Parser *s) {
  int64_t start = s->at;
  uint32_t c = re_at(&s->text, s->at++);
  if (c != '\\') return c;
  if (!more(s)) return fail(s, "bad escape (end of pattern)", start);
  c = re_at(&s->text, s->at++);
  int category = category_of(c);
  if (category >= 0) return -2 - category;
  if (digit_of(c, 8) >= 0) return octal(s, start, c, 3);
  int64_t point = plain_escape(s, start, c);
  if (point != -2) return point;
  return is_letter(c) || (c >= '0' && c <= '9') ? bad_escape(s, start, c) : (int64_t)c;
}

static int set(Parser *s) {
  int64_t start = s->at++;
  int node = new_node(s, RE_NODE_SET, 0);
  if (node < 0) return -1;
  int first = s->p->item_count;
  bool negated = take(s, '^');
  for (int64_t begin = s->at;;) {
    if (!more(s)) return fail(s, "unterminated character set", start);
    if (s->at != begin && take(s, ']')) break;
    int64_t from = s->at, low = set_member(s);
    if (low == -1) return -1;
    if (looking(s, '-') && s->at + 1 < s->text.length && re_at(&s->text, s->at + 1) != ']') {
      s->at++;
      int64_t high = set_member(s);
      if (high == -1) return -1;
      if (low < 0 || high < low) {
        char text[64];
        int n = snprintf(text, sizeof text, "bad character range ");
        for (int64_t i = from; i < s->at && n < 60; i++) text[n++] = (char)re_at(&s->text, i);
        text[n] = 0;
        return fail(s, text, from);
      }
      if (add_item(s, RE_RANGE, (uint32_t)low, (uint32_t)high) < 0) return -1;
    } else if (looking(s, '-') && s->at + 1 >= s->text.length) {
      return fail(s, "unterminated character set", start);
    } else if (add_item(s, low < 0 ? (int32_t)(-2 - low) : RE_RANGE, low < 0 ? 0 : (uint32_t)low, low < 0 ? 0 : (uint32_t)low) < 0) {
      return -1;
    }
  }
  ReNode *n = &s->p->nodes[node];
  n->min = first, n->max = s->p->item_count - first, n->mode = negated;
  return node;
}

/* ---- groups ---- */

/* The name up to `end`; NULL: raised. */
static RtStr *group_name(Parser *s, char end, int64_t start) {
  int64_t from = s->at;
  while (more(s) && !looking(s, end)) s->at++;
  if (!more(s)) {
    char text[48];
    if (s->at == from) fail(s, "missing group name", from);
    else snprintf(text, sizeof text, "missing %c, unterminated name", end), fail(s, text, from);
    return NULL;
  }
  if (s->at == from) return fail(s, "missing group name", from), NULL;
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = from; i < s->at; i++) rt_writer_char(&w, re_at(&s->text, i));
  s->at++;
  (void)start;
  return rt_writer_finish(&w);
}

static bool is_number(const RtStr *name) {
  for (int64_t i = 0; i < name->length; i++)
    if (digit_of(rt_str_at(name, i), 10) < 0) return false;
  return true;
}

static int bad_name(Parser *s, RtStr *name, int64_t position, const char *format) {
  RtStr *shown = rt_repr(rt_value(name));
  char *utf8 = shown ? rt_str_to_utf8(shown, NULL) : NULL, text[160];
  if (utf8) snprintf(text, sizeof text, format, utf8), fail(s, text, position);
  free(utf8);
  rt_xdecref(rt_value(shown)), rt_decref_object(name);
  return -1;
}

static bool is_identifier(RtStr *name) {
  RtValue answer = rt_call_method(rt_value(name), RT_NAME(isidentifier), NULL, 0, NULL);
  bool yes = answer == RT_TRUE;
  rt_xdecref(answer);
  return yes;
}

static int open_group(Parser *s, RtStr *name, int64_t name_at) {
  int number = ++s->p->groups;
  if (number >= s->open_room) {
    int room = s->open_room ? s->open_room * 2 : 16;
    uint64_t *open = realloc(s->open, (size_t)room * sizeof *open);
    if (!open) return rt_raise_memory(), -1;
    s->open = open, s->open_room = room;
  }
  s->open[number] = 1;
  if (!name) return number;
  RtValue known = rt_dict_get_str(s->p->names, name);
  if (known) {
    char text[96];
    snprintf(text, sizeof text, "redefinition of group name %%s as group %d; was group %lld", number, (long long)rt_small(known));
    return bad_name(s, name, name_at, text);
  }
  int status = rt_dict_set_str(s->p->names, name, rt_from_small(number));
  rt_decref_object(name);
  return status < 0 ? -1 : number;
}

static int closed(Parser *s, int64_t start) { return take(s, ')') ? 0 : fail(s, "missing ), unterminated subpattern", start); }

static int capture(Parser *s, int64_t start, RtStr *name, int64_t name_at, int depth) {
  int number = open_group(s, name, name_at);
  int inner = number < 0 ? -1 : alternatives(s, depth + 1);
  if (inner < 0 || closed(s, start) < 0) return -1;
  s->open[number] = 0;
  int node = new_node(s, RE_NODE_GROUP, number);
  if (node >= 0) s->p->nodes[node].first = inner;
  return node;
}

static int look(Parser *s, int64_t start, bool ahead, bool negated, int depth) {
  int inner = alternatives(s, depth + 1);
  if (inner < 0 || closed(s, start) < 0) return -1;
  int node = new_node(s, RE_NODE_LOOK, ahead ? 1 : 2);
  if (node < 0) return -1;
  s->p->nodes[node].first = inner, s->p->nodes[node].mode = negated;
  if (ahead) return node;
  int64_t low, high;
  rt_regex_widths(s->p, inner, &low, &high);
  return low != high ? fail(s, "look-behind requires fixed-width pattern", -1) : node;
}

static uint32_t flag_of(uint32_t c) {
  switch (c) {
  case 'i': return RE_I;
  case 'L': return RE_L;
  case 'm': return RE_M;
  case 's': return RE_S;
  case 'x': return RE_X;
  case 'a': return RE_A;
  case 'u': return RE_U;
  default: return 0;
  }
}

/* (?aiLmsux) or (?aiLmsux-imsx:…), from the first letter. -2: flags of the whole pattern, no node. */
static int flag_group(Parser *s, int64_t start, int depth) {
  uint32_t on = 0, off = 0;
  while (more(s) && flag_of(peek(s))) {
    uint32_t flag = flag_of(peek(s));
    if (s->is_bytes && flag == RE_U) return fail(s, "bad inline flags: cannot use 'u' flag with a bytes pattern", s->at + 1);
    if (!s->is_bytes && flag == RE_L) return fail(s, "bad inline flags: cannot use 'L' flag with a str pattern", s->at + 1);
    on |= flag, s->at++;
  }
  if (take(s, ')')) {
    if (start != 0) return fail(s, "global flags not at the start of the expression", start);
    s->p->flags |= on, s->flags |= on;
    return -2;
  }
  if (take(s, '-')) {
    if (!more(s)) return fail(s, "missing flag", s->at);
    if (!flag_of(peek(s))) return fail(s, is_letter(peek(s)) ? "unknown flag" : "missing flag", s->at);
    while (more(s) && flag_of(peek(s))) off |= flag_of(peek(s)), s->at++;
  }
  if (!more(s)) return fail(s, off ? "missing :" : "missing -, : or )", s->at);
  if (!take(s, ':')) return fail(s, is_letter(peek(s)) ? "unknown flag" : off ? "missing :" : "missing -, : or )", s->at);
  if (on & off) return fail(s, "bad inline flags: flag turned on and off", s->at);
  uint32_t before = s->flags;
  if (on & (RE_A | RE_U | RE_L)) s->flags &= ~(uint32_t)(RE_A | RE_U | RE_L);
  s->flags = (s->flags | on) & ~off;
  int inner = alternatives(s, depth + 1);
  s->flags = before;
  return inner < 0 || closed(s, start) < 0 ? -1 : inner;
}

static int conditional(Parser *s, int64_t start, int depth) {
  int64_t name_at = s->at;
  RtStr *name = group_name(s, ')', start);
  if (!name) return -1;
  int64_t group = 0;
  if (is_number(name)) {
    for (int64_t i = 0; i < name->length && group < 1000; i++) group = group * 10 + digit_of(rt_str_at(name, i), 10);
    if (!group) return rt_decref_object(name), fail(s, "bad group number", name_at);
  } else {
    if (!is_identifier(name)) return bad_name(s, name, name_at, "bad character in group name %s");
    RtValue known = rt_dict_get_str(s->p->names, name);
    if (!known) return bad_name(s, name, name_at, "unknown group name %s");
    group = rt_small(known);
  }
  rt_decref_object(name);
  int node = new_node(s, RE_NODE_COND, group), all = node < 0 ? -1 : alternatives(s, depth + 1);
  if (all < 0 || closed(s, start) < 0) return -1;
  ReNode *body = &s->p->nodes[all], *cond = &s->p->nodes[node];
  cond->min = (int)name_at;
  if (body->kind != RE_NODE_ALT) return cond->first = all, node;
  cond->first = body->first;
  cond->second = s->p->nodes[body->first].next;
  if (s->p->nodes[cond->second].next >= 0) return fail(s, "conditional backref with more than two branches", s->at - 1);
  s->p->nodes[cond->first].next = s->p->nodes[cond->second].next = -1;
  return node;
}

static int extension(Parser *s, int64_t start, int depth) {
  if (!more(s)) return fail(s, "unexpected end of pattern", s->at);
  uint32_t c = re_at(&s->text, s->at);
  if (c == 'P') {
    s->at++;
    if (!more(s)) return fail(s, "unexpected end of pattern", s->at);
    int64_t name_at = s->at + 1;
    if (take(s, '<')) {
      RtStr *name = group_name(s, '>', start);
      if (name && !is_identifier(name)) return bad_name(s, name, name_at, "bad character in group name %s");
      return name ? capture(s, start, name, name_at, depth) : -1;
    }
    if (take(s, '=')) {
      RtStr *name = group_name(s, ')', start);
      if (!name) return -1;
      if (!is_identifier(name)) return bad_name(s, name, name_at, "bad character in group name %s");
      RtValue known = rt_dict_get_str(s->p->names, name);
      if (!known) return bad_name(s, name, name_at, "unknown group name %s");
      rt_decref_object(name);
      if (s->open[rt_small(known)]) return fail(s, "cannot refer to an open group", start);
      return new_node(s, RE_NODE_REF, rt_small(known));
    }
    char text[48];
    snprintf(text, sizeof text, "unknown extension ?P%c", (int)peek(s));
    return fail(s, text, start + 1);
  }
  if (take(s, ':')) {
    int inner = alternatives(s, depth + 1);
    return inner < 0 || closed(s, start) < 0 ? -1 : inner;
  }
  if (take(s, '#')) {
    while (more(s) && !looking(s, ')')) s->at++;
    return take(s, ')') ? -2 : fail(s, "missing ), unterminated comment", start);
  }
  if (take(s, '=')) return look(s, start, true, false, depth);
  if (take(s, '!')) return look(s, start, true, true, depth);
  if (take(s, '>')) {
    int inner = alternatives(s, depth + 1), node = inner < 0 || closed(s, start) < 0 ? -1 : new_node(s, RE_NODE_ATOMIC, 0);
    if (node >= 0) s->p->nodes[node].first = inner;
    return node;
  }
  if (take(s, '(')) return conditional(s, start, depth);
  if (take(s, '<')) {
    if (!more(s)) return fail(s, "unexpected end of pattern", s->at);
    if (take(s, '=')) return look(s, start, false, false, depth);
    if (take(s, '!')) return look(s, start, false, true, depth);
    char text[48];
    snprintf(text, sizeof text, "unknown extension ?<%c", (int)peek(s));
    return fail(s, text, start + 1);
  }
  if (flag_of(c) || c == '-') return flag_group(s, start, depth);
  char text[48];
  snprintf(text, sizeof text, "unknown extension ?%c", (int)c);
  return fail(s, text, start + 1);
}

/* ---- repetition, sequences, alternatives ---- */

static bool number(Parser *s, int64_t *value) {
  int64_t from = s->at;
  for (*value = 0; more(s) && digit_of(peek(s), 10) >= 0; s->at++)
    if (*value < RE_INFINITE) *value = *value * 10 + digit_of(peek(s), 10);
  return s->at > from;
}

/* The bounds of a repetition that begins here. 1, 0: none begins, -1. */
static int bounds(Parser *s, int64_t *min, int64_t *max) {
  int64_t start = s->at;
  if (take(s, '*')) return *min = 0, *max = RE_INFINITE, 1;
  if (take(s, '+')) return *min = 1, *max = RE_INFINITE, 1;
  if (take(s, '?')) return *min = 0, *max = 1, 1;
  if (!take(s, '{')) return 0;
  if (looking(s, '}')) return s->at = start, 0;
  bool low = number(s, min), comma = take(s, ','), high = comma && number(s, max);
  if (!low) *min = 0;
  if (!high) *max = comma ? RE_INFINITE : *min;
  if ((!low && !comma) || !take(s, '}')) return s->at = start, 0;
  if (*min >= RE_INFINITE || (high && *max >= RE_INFINITE)) return rt_raise_string(&rt_exc_OverflowError, "the repetition number is too large"), -1;
  if (*max < *min) return fail(s, "min repeat greater than max repeat", start + 1);
  return 1;
}

static int repeated(Parser *s, int inner, int64_t item_at) {
  int64_t start = s->at, min, max;
  int found = bounds(s, &min, &max);
  if (found <= 0) return found < 0 ? -1 : inner;
  ReNodeKind kind = inner < 0 ? RE_NODE_EMPTY : s->p->nodes[inner].kind;
  if (inner < 0 || kind == RE_NODE_AT) return fail(s, "nothing to repeat", start);
  if (kind == RE_NODE_REPEAT && item_at < 0) return fail(s, "multiple repeat", start);
  int mode = take(s, '?') ? RE_LAZY : take(s, '+') ? RE_POSSESSIVE : RE_GREEDY, node = new_node(s, RE_NODE_REPEAT, 0);
  if (node < 0) return -1;
  ReNode *n = &s->p->nodes[node];
  n->first = inner, n->min = (int)min, n->max = (int)max, n->mode = mode;
  int64_t again_at = s->at, a, b;
  int again = bounds(s, &a, &b);
  if (again < 0) return -1;
  return again ? fail(s, "multiple repeat", again_at) : node;
}

static bool starts_repeat(Parser *s) {
  int64_t at = s->at, min, max;
  int found = bounds(s, &min, &max);
  s->at = at;
  rt_clear_pending();
  return found != 0;
}

/* One item, without what repeats it. -2: nothing, such as a comment. */
static int item(Parser *s, int depth) {
  int64_t start = s->at;
  uint32_t c = re_at(&s->text, s->at);
  switch (c) {
  case '\\': return escape(s);
  case '[': return set(s);
  case '.': return s->at++, new_node(s, RE_NODE_ANY, 0);
  case '^': return s->at++, new_node(s, RE_NODE_AT, s->flags & RE_M ? RE_AT_LINE_START : RE_AT_START);
  case '$': return s->at++, new_node(s, RE_NODE_AT, s->flags & RE_M ? RE_AT_LINE_END : RE_AT_END);
  case '(':
    s->at++;
    return take(s, '?') ? extension(s, start, depth) : capture(s, start, NULL, 0, depth);
  default:
    if (starts_repeat(s)) return fail(s, "nothing to repeat", start);
    s->at++;
    return new_node(s, RE_NODE_CHAR, c);
  }
}

static void skip_blank(Parser *s) {
  while ((s->flags & RE_X) && more(s)) {
    uint32_t c = peek(s);
    if (c == '#') {
      while (more(s) && peek(s) != '\n') s->at++;
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      s->at++;
    } else {
      break;
    }
  }
}

static int sequence(Parser *s, int depth) {
  int node = new_node(s, RE_NODE_SEQ, 0), last = -1;
  if (node < 0) return -1;
  for (skip_blank(s); more(s) && !looking(s, '|') && !looking(s, ')'); skip_blank(s)) {
    int one = item(s, depth);
    if (one == -1) return -1;
    skip_blank(s);
    if (one == -2) {
      if (more(s) && starts_repeat(s)) return fail(s, "nothing to repeat", s->at);
      continue;
    }
    int64_t before = s->at;
    one = repeated(s, one, 0);
    if (one < 0) return -1;
    (void)before;
    /* A node that stands in a chain already (the body of a group without number) gets one of its own. */
    int link = new_node(s, RE_NODE_SEQ, 0);
    if (link < 0) return -1;
    s->p->nodes[link].first = one;
    if (last < 0) s->p->nodes[node].first = link;
    else s->p->nodes[last].next = link;
    last = link;
  }
  return node;
}

static int alternatives(Parser *s, int depth) {
  if (depth > 500 || rt_check_stack() < 0) return rt_pending ? -1 : (rt_raise_recursion(), -1);
  int first = sequence(s, depth), last = first;
  if (first < 0 || !looking(s, '|')) return first;
  int node = new_node(s, RE_NODE_ALT, 0);
  if (node < 0) return -1;
  s->p->nodes[node].first = first;
  while (take(s, '|')) {
    int one = sequence(s, depth);
    if (one < 0) return -1;
    s->p->nodes[last].next = one;
    last = one;
  }
  return node;
}

static int check_flags(Parser *s) {
  uint32_t flags = s->p->flags;
  if (s->is_bytes) {
    if (flags & RE_U) return rt_raise_string(&rt_exc_ValueError, "cannot use UNICODE flag with a bytes pattern"), -1;
    s->flags |= RE_A;
    return 0;
  }
  if (flags & RE_L) return rt_raise_string(&rt_exc_ValueError, "cannot use LOCALE flag with a str pattern"), -1;
  if (flags & RE_A && flags & RE_U) return rt_raise_string(&rt_exc_ValueError, "ASCII and UNICODE flags are incompatible"), -1;
  return 0;
}

/* Conditions may name groups that come later. */
static int check_conditions(Parser *s) {
  for (int i = 0; i < s->p->node_count; i++) {
    const ReNode *n = &s->p->nodes[i];
    if (n->kind != RE_NODE_COND || n->value <= s->p->groups) continue;
    char text[64];
    snprintf(text, sizeof text, "invalid group reference %lld", (long long)n->value);
    return fail(s, text, n->min);
  }
  return 0;
}

int rt_regex_parse(RePattern *p, RtValue pattern, uint32_t flags) {
  Parser s = {.p = p, .source = pattern, .flags = flags};
  s.is_bytes = !rt_is_str(pattern);
  RtStr *text = s.is_bytes ? NULL : rt_plain(pattern, &rt_type_str);
  RtBytes *bytes = s.is_bytes ? rt_plain(pattern, &rt_type_bytes) : NULL;
  s.text = text ? (ReText){text->data, text->kind, text->length} : (ReText){bytes->data, 1, bytes->length};
  p->flags = flags;
  if (check_flags(&s) < 0) return -1;
  int root = alternatives(&s, 0);
  if (root >= 0 && more(&s)) fail(&s, "unbalanced parenthesis", s.at), root = -1;
  free(s.open);
  if (root >= 0 && (check_flags(&s) < 0 || check_conditions(&s) < 0)) root = -1;
  if (!s.is_bytes && !(p->flags & RE_A)) p->flags |= RE_U;
  return root < 0 ? -1 : rt_regex_emit(p, root);
}
