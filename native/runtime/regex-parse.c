/* Patterns of re as trees, with CPython's errors: groups, repetition, sequences. */
#include "regex-parse.h"
#include "exception.h"
#include "str.h"
#include "bytes.h"
#include "unicode.h"
#include <stdio.h>
#include <stdlib.h>

int rt_regex_node(ReParser *s, ReNodeKind kind, int64_t value) {
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

static int alternatives(ReParser *s, int depth);

/* ---- groups ---- */

/* The name up to `end`; NULL: raised. */
static RtStr *group_name(ReParser *s, char end, int64_t start) {
  int64_t from = s->at;
  while (re_more(s) && !re_looking(s, end)) s->at++;
  if (!re_more(s)) {
    char text[48];
    if (s->at == from) re_fail(s, "missing group name", from);
    else snprintf(text, sizeof text, "missing %c, unterminated name", end), re_fail(s, text, from);
    return NULL;
  }
  if (s->at == from) return re_fail(s, "missing group name", from), NULL;
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = from; i < s->at; i++) rt_writer_char(&w, re_at(&s->text, i));
  s->at++;
  (void)start;
  return rt_writer_finish(&w);
}

static bool is_number(const RtStr *name) {
  for (int64_t i = 0; i < name->length; i++)
    if (re_digit_of(rt_str_at(name, i), 10) < 0) return false;
  return true;
}

static int bad_name(ReParser *s, RtStr *name, int64_t position, const char *format) {
  RtStr *shown = rt_repr(rt_value(name));
  char *utf8 = shown ? rt_str_to_utf8(shown, NULL) : NULL, text[160];
  if (utf8) snprintf(text, sizeof text, format, utf8), re_fail(s, text, position);
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

static int open_group(ReParser *s, RtStr *name, int64_t name_at) {
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

static int closed(ReParser *s, int64_t start) { return re_take(s, ')') ? 0 : re_fail(s, "missing ), unterminated subpattern", start); }

static int capture(ReParser *s, int64_t start, RtStr *name, int64_t name_at, int depth) {
  int number = open_group(s, name, name_at);
  int inner = number < 0 ? -1 : alternatives(s, depth + 1);
  if (inner < 0 || closed(s, start) < 0) return -1;
  s->open[number] = 0;
  int node = rt_regex_node(s, RE_NODE_GROUP, number);
  if (node >= 0) s->p->nodes[node].first = inner;
  return node;
}

static int look(ReParser *s, int64_t start, bool ahead, bool negated, int depth) {
  int inner = alternatives(s, depth + 1);
  if (inner < 0 || closed(s, start) < 0) return -1;
  int node = rt_regex_node(s, RE_NODE_LOOK, ahead ? 1 : 2);
  if (node < 0) return -1;
  s->p->nodes[node].first = inner, s->p->nodes[node].mode = negated;
  if (ahead) return node;
  int64_t low, high;
  rt_regex_widths(s->p, inner, &low, &high);
  return low != high ? re_fail(s, "look-behind requires fixed-width pattern", -1) : node;
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
static int flag_group(ReParser *s, int64_t start, int depth) {
  uint32_t on = 0, off = 0;
  while (re_more(s) && flag_of(re_peek(s))) {
    uint32_t flag = flag_of(re_peek(s));
    if (s->is_bytes && flag == RE_U) return re_fail(s, "bad inline flags: cannot use 'u' flag with a bytes pattern", s->at + 1);
    if (!s->is_bytes && flag == RE_L) return re_fail(s, "bad inline flags: cannot use 'L' flag with a str pattern", s->at + 1);
    on |= flag, s->at++;
  }
  if (re_take(s, ')')) {
    if (start != 0) return re_fail(s, "global flags not at the start of the expression", start);
    s->p->flags |= on, s->flags |= on;
    return -2;
  }
  if (re_take(s, '-')) {
    if (!re_more(s)) return re_fail(s, "missing flag", s->at);
    if (!flag_of(re_peek(s))) return re_fail(s, re_is_letter(re_peek(s)) ? "unknown flag" : "missing flag", s->at);
    while (re_more(s) && flag_of(re_peek(s))) off |= flag_of(re_peek(s)), s->at++;
  }
  if (!re_more(s)) return re_fail(s, off ? "missing :" : "missing -, : or )", s->at);
  if (!re_take(s, ':')) return re_fail(s, re_is_letter(re_peek(s)) ? "unknown flag" : off ? "missing :" : "missing -, : or )", s->at);
  if (on & off) return re_fail(s, "bad inline flags: flag turned on and off", s->at);
  uint32_t before = s->flags;
  if (on & (RE_A | RE_U | RE_L)) s->flags &= ~(uint32_t)(RE_A | RE_U | RE_L);
  s->flags = (s->flags | on) & ~off;
  int inner = alternatives(s, depth + 1);
  s->flags = before;
  return inner < 0 || closed(s, start) < 0 ? -1 : inner;
}

static int conditional(ReParser *s, int64_t start, int depth) {
  int64_t name_at = s->at;
  RtStr *name = group_name(s, ')', start);
  if (!name) return -1;
  int64_t group = 0;
  if (is_number(name)) {
    for (int64_t i = 0; i < name->length && group < 1000; i++) group = group * 10 + re_digit_of(rt_str_at(name, i), 10);
    if (!group) return rt_decref_object(name), re_fail(s, "bad group number", name_at);
  } else {
    if (!is_identifier(name)) return bad_name(s, name, name_at, "bad character in group name %s");
    RtValue known = rt_dict_get_str(s->p->names, name);
    if (!known) return bad_name(s, name, name_at, "unknown group name %s");
    group = rt_small(known);
  }
  rt_decref_object(name);
  int node = rt_regex_node(s, RE_NODE_COND, group), all = node < 0 ? -1 : alternatives(s, depth + 1);
  if (all < 0 || closed(s, start) < 0) return -1;
  ReNode *body = &s->p->nodes[all], *cond = &s->p->nodes[node];
  cond->min = (int)name_at;
  if (body->kind != RE_NODE_ALT) return cond->first = all, node;
  cond->first = body->first;
  cond->second = s->p->nodes[body->first].next;
  if (s->p->nodes[cond->second].next >= 0) return re_fail(s, "conditional backref with more than two branches", s->at - 1);
  s->p->nodes[cond->first].next = s->p->nodes[cond->second].next = -1;
  return node;
}

static int extension(ReParser *s, int64_t start, int depth) {
  if (!re_more(s)) return re_fail(s, "unexpected end of pattern", s->at);
  uint32_t c = re_at(&s->text, s->at);
  if (c == 'P') {
    s->at++;
    if (!re_more(s)) return re_fail(s, "unexpected end of pattern", s->at);
    int64_t name_at = s->at + 1;
    if (re_take(s, '<')) {
      RtStr *name = group_name(s, '>', start);
      if (name && !is_identifier(name)) return bad_name(s, name, name_at, "bad character in group name %s");
      return name ? capture(s, start, name, name_at, depth) : -1;
    }
    if (re_take(s, '=')) {
      RtStr *name = group_name(s, ')', start);
      if (!name) return -1;
      if (!is_identifier(name)) return bad_name(s, name, name_at, "bad character in group name %s");
      RtValue known = rt_dict_get_str(s->p->names, name);
      if (!known) return bad_name(s, name, name_at, "unknown group name %s");
      rt_decref_object(name);
      if (s->open[rt_small(known)]) return re_fail(s, "cannot refer to an open group", start);
      return rt_regex_node(s, RE_NODE_REF, rt_small(known));
    }
    char text[48];
    snprintf(text, sizeof text, "unknown extension ?P%c", (int)re_peek(s));
    return re_fail(s, text, start + 1);
  }
  if (re_take(s, ':')) {
    int inner = alternatives(s, depth + 1);
    return inner < 0 || closed(s, start) < 0 ? -1 : inner;
  }
  if (re_take(s, '#')) {
    while (re_more(s) && !re_looking(s, ')')) s->at++;
    return re_take(s, ')') ? -2 : re_fail(s, "missing ), unterminated comment", start);
  }
  if (re_take(s, '=')) return look(s, start, true, false, depth);
  if (re_take(s, '!')) return look(s, start, true, true, depth);
  if (re_take(s, '>')) {
    int inner = alternatives(s, depth + 1), node = inner < 0 || closed(s, start) < 0 ? -1 : rt_regex_node(s, RE_NODE_ATOMIC, 0);
    if (node >= 0) s->p->nodes[node].first = inner;
    return node;
  }
  if (re_take(s, '(')) return conditional(s, start, depth);
  if (re_take(s, '<')) {
    if (!re_more(s)) return re_fail(s, "unexpected end of pattern", s->at);
    if (re_take(s, '=')) return look(s, start, false, false, depth);
    if (re_take(s, '!')) return look(s, start, false, true, depth);
    char text[48];
    snprintf(text, sizeof text, "unknown extension ?<%c", (int)re_peek(s));
    return re_fail(s, text, start + 1);
  }
  if (flag_of(c) || c == '-') return flag_group(s, start, depth);
  char text[48];
  snprintf(text, sizeof text, "unknown extension ?%c", (int)c);
  return re_fail(s, text, start + 1);
}

/* ---- repetition, sequences, alternatives ---- */

static bool number(ReParser *s, int64_t *value) {
  int64_t from = s->at;
  for (*value = 0; re_more(s) && re_digit_of(re_peek(s), 10) >= 0; s->at++)
    if (*value < RE_INFINITE) *value = *value * 10 + re_digit_of(re_peek(s), 10);
  return s->at > from;
}

/* The bounds of a repetition that begins here. 1, 0: none begins, -1. */
static int bounds(ReParser *s, int64_t *min, int64_t *max) {
  int64_t start = s->at;
  if (re_take(s, '*')) return *min = 0, *max = RE_INFINITE, 1;
  if (re_take(s, '+')) return *min = 1, *max = RE_INFINITE, 1;
  if (re_take(s, '?')) return *min = 0, *max = 1, 1;
  if (!re_take(s, '{')) return 0;
  if (re_looking(s, '}')) return s->at = start, 0;
  bool low = number(s, min), comma = re_take(s, ','), high = comma && number(s, max);
  if (!low) *min = 0;
  if (!high) *max = comma ? RE_INFINITE : *min;
  if ((!low && !comma) || !re_take(s, '}')) return s->at = start, 0;
  if (*min >= RE_INFINITE || (high && *max >= RE_INFINITE)) return rt_raise_string(&rt_exc_OverflowError, "the repetition number is too large"), -1;
  if (*max < *min) return re_fail(s, "min repeat greater than max repeat", start + 1);
  return 1;
}

static int repeated(ReParser *s, int inner, int64_t item_at) {
  int64_t start = s->at, min, max;
  int found = bounds(s, &min, &max);
  if (found <= 0) return found < 0 ? -1 : inner;
  ReNodeKind kind = inner < 0 ? RE_NODE_EMPTY : s->p->nodes[inner].kind;
  if (inner < 0 || kind == RE_NODE_AT) return re_fail(s, "nothing to repeat", start);
  if (kind == RE_NODE_REPEAT && item_at < 0) return re_fail(s, "multiple repeat", start);
  int mode = re_take(s, '?') ? RE_LAZY : re_take(s, '+') ? RE_POSSESSIVE : RE_GREEDY, node = rt_regex_node(s, RE_NODE_REPEAT, 0);
  if (node < 0) return -1;
  ReNode *n = &s->p->nodes[node];
  n->first = inner, n->min = (int)min, n->max = (int)max, n->mode = mode;
  int64_t again_at = s->at, a, b;
  int again = bounds(s, &a, &b);
  if (again < 0) return -1;
  return again ? re_fail(s, "multiple repeat", again_at) : node;
}

static bool starts_repeat(ReParser *s) {
  int64_t at = s->at, min, max;
  int found = bounds(s, &min, &max);
  s->at = at;
  rt_clear_pending();
  return found != 0;
}

/* One item, without what repeats it. -2: nothing, such as a comment. */
static int item(ReParser *s, int depth) {
  int64_t start = s->at;
  uint32_t c = re_at(&s->text, s->at);
  switch (c) {
  case '\\': return rt_regex_escape(s);
  case '[': return rt_regex_set(s);
  case '.': return s->at++, rt_regex_node(s, RE_NODE_ANY, 0);
  case '^': return s->at++, rt_regex_node(s, RE_NODE_AT, s->flags & RE_M ? RE_AT_LINE_START : RE_AT_START);
  case '$': return s->at++, rt_regex_node(s, RE_NODE_AT, s->flags & RE_M ? RE_AT_LINE_END : RE_AT_END);
  case '(':
    s->at++;
    return re_take(s, '?') ? extension(s, start, depth) : capture(s, start, NULL, 0, depth);
  default:
    if (starts_repeat(s)) return re_fail(s, "nothing to repeat", start);
    s->at++;
    return rt_regex_node(s, RE_NODE_CHAR, c);
  }
}

static void skip_blank(ReParser *s) {
  while ((s->flags & RE_X) && re_more(s)) {
    uint32_t c = re_peek(s);
    if (c == '#') {
      while (re_more(s) && re_peek(s) != '\n') s->at++;
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      s->at++;
    } else {
      break;
    }
  }
}

static int sequence(ReParser *s, int depth) {
  int node = rt_regex_node(s, RE_NODE_SEQ, 0), last = -1;
  if (node < 0) return -1;
  for (skip_blank(s); re_more(s) && !re_looking(s, '|') && !re_looking(s, ')'); skip_blank(s)) {
    int one = item(s, depth);
    if (one == -1) return -1;
    skip_blank(s);
    if (one == -2) {
      if (re_more(s) && starts_repeat(s)) return re_fail(s, "nothing to repeat", s->at);
      continue;
    }
    int64_t before = s->at;
    one = repeated(s, one, 0);
    if (one < 0) return -1;
    (void)before;
    /* A node that stands in a chain already (the body of a group without number) gets one of its own. */
    int link = rt_regex_node(s, RE_NODE_SEQ, 0);
    if (link < 0) return -1;
    s->p->nodes[link].first = one;
    if (last < 0) s->p->nodes[node].first = link;
    else s->p->nodes[last].next = link;
    last = link;
  }
  return node;
}

static int alternatives(ReParser *s, int depth) {
  if (depth > 500 || rt_check_stack() < 0) return rt_pending ? -1 : (rt_raise_recursion(), -1);
  int first = sequence(s, depth), last = first;
  if (first < 0 || !re_looking(s, '|')) return first;
  int node = rt_regex_node(s, RE_NODE_ALT, 0);
  if (node < 0) return -1;
  s->p->nodes[node].first = first;
  while (re_take(s, '|')) {
    int one = sequence(s, depth);
    if (one < 0) return -1;
    s->p->nodes[last].next = one;
    last = one;
  }
  return node;
}

static int check_flags(ReParser *s) {
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
static int check_conditions(ReParser *s) {
  for (int i = 0; i < s->p->node_count; i++) {
    const ReNode *n = &s->p->nodes[i];
    if (n->kind != RE_NODE_COND || n->value <= s->p->groups) continue;
    char text[64];
    snprintf(text, sizeof text, "invalid group reference %lld", (long long)n->value);
    return re_fail(s, text, n->min);
  }
  return 0;
}

int rt_regex_parse(RePattern *p, RtValue pattern, uint32_t flags) {
  ReParser s = {.p = p, .source = pattern, .flags = flags};
  s.is_bytes = !rt_is_str(pattern);
  RtStr *text = s.is_bytes ? NULL : rt_plain(pattern, &rt_type_str);
  RtBytes *bytes = s.is_bytes ? rt_plain(pattern, &rt_type_bytes) : NULL;
  s.text = text ? (ReText){text->data, text->kind, text->length} : (ReText){bytes->data, 1, bytes->length};
  p->flags = flags;
  if (check_flags(&s) < 0) return -1;
  int root = alternatives(&s, 0);
  if (root >= 0 && re_more(&s)) re_fail(&s, "unbalanced parenthesis", s.at), root = -1;
  free(s.open);
  if (root >= 0 && (check_flags(&s) < 0 || check_conditions(&s) < 0)) root = -1;
  if (!s.is_bytes && !(p->flags & RE_A)) p->flags |= RE_U;
  return root < 0 ? -1 : rt_regex_emit(p, root);
}
