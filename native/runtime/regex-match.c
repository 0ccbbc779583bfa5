/*
 * The backtracking machine of re. The stack holds what may still be tried and what registers held before: going back undoes the writes down to
 * the last choice. An inner pattern (look-around, atomic group) runs above a mark; when it has matched, its choices go and its undo entries stay.
 */
#include "regex.h"
#include "unicode.h"
#include <stdlib.h>

typedef enum { CHOICE, UNDO, SHORTER, LONGER } EntryKind;
/* CHOICE: go on at code `at` from text place `a`. UNDO: register `at` held `a`. SHORTER: the item at code `at` matched up to `b`, at least up to `a`.
   LONGER: it may match once more from `a`, `b` times. */
typedef struct Entry { int32_t kind, at; int64_t a, b; } Entry;

typedef struct Machine {
  const int32_t *code;
  const ReText *text;
  int64_t end;      /* of what may be matched */
  int64_t origin;   /* where this attempt began */
  int64_t *registers;
  int last_group;   /* the register of the group closed last */
  bool whole, not_empty;
  Entry *stack;
  int64_t depth, room;
  int64_t steps;
} Machine;

static int push(Machine *m, EntryKind kind, int64_t at, int64_t a, int64_t b) {
  if (m->depth == m->room) {
    int64_t room = m->room ? m->room * 2 : 256;
    Entry *stack = room > (int64_t)1 << 28 ? NULL : realloc(m->stack, (size_t)room * sizeof *stack);
    if (!stack) return rt_raise_memory(), -1;
    m->stack = stack, m->room = room;
  }
  m->stack[m->depth++] = (Entry){(int32_t)kind, (int32_t)at, a, b};
  return 0;
}

static int set(Machine *m, int64_t number, int64_t value) {
  if (push(m, UNDO, number, m->registers[number], 0) < 0) return -1;
  m->registers[number] = value;
  return 0;
}

/* ---- one character ---- */

uint32_t rt_regex_lower(uint32_t c, uint32_t flags) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (flags & RE_A) return c;
  uint32_t out[3];
  if (c == 0x130) return 'i';
  if (c == 0x131) return c;
  if (c == 0x17f) return 's';
  if (c == 0x212a) return 'k';
  if (c == 0xb5) return 0x3bc;
  if (c == 0x1e9b) return 0x1e61;
  if (c == 0x3c2) return 0x3c3;
  return rt_unicode_map(c, RT_TO_LOWER, out) == 1 ? out[0] : c;
}

static uint32_t upper(uint32_t c, uint32_t flags) {
  if (c < 128) return c >= 'a' && c <= 'z' ? c - 32 : c;
  uint32_t out[3];
  return !(flags & RE_A) && rt_unicode_map(c, RT_TO_UPPER, out) == 1 ? out[0] : c;
}

static bool is_word(uint32_t c, uint32_t flags) {
  if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return !(flags & RE_A) && rt_unicode_is(c, RT_UNICODE_ALNUM);
}
static bool is_space(uint32_t c, uint32_t flags) {
  if (flags & RE_A) return c == ' ' || (c >= 9 && c <= 13);
  return rt_unicode_is_space(c);
}
static bool is_digit(uint32_t c, uint32_t flags) {
  if (c < 128) return c >= '0' && c <= '9';
  return !(flags & RE_A) && rt_unicode_decimal(c) >= 0;
}

static bool item_holds(const int32_t *item, uint32_t c, uint32_t flags) {
  switch (item[0]) {
  case RE_RANGE: return c >= (uint32_t)item[1] && c <= (uint32_t)item[2];
  case RE_DIGIT: return is_digit(c, flags);
  case RE_NO_DIGIT: return !is_digit(c, flags);
  case RE_SPACE: return is_space(c, flags);
  case RE_NO_SPACE: return !is_space(c, flags);
  case RE_WORD: return is_word(c, flags);
  default: return !is_word(c, flags);
  }
}

static bool set_holds(const int32_t *op, uint32_t c) {
  uint32_t flags = (uint32_t)op[1];
  const int32_t *item = op + 4;
  for (int i = 0; i < op[3]; i++, item += 3) {
    if (item_holds(item, c, flags)) return !op[2];
    if ((flags & RE_I) && (item_holds(item, rt_regex_lower(c, flags), flags) || item_holds(item, upper(c, flags), flags))) return !op[2];
  }
  return op[2] != 0;
}

static inline bool holds(const int32_t *op, uint32_t c) {
  switch (op[0]) {
  case RE_OP_CHAR: return c == (uint32_t)op[1];
  case RE_OP_CHAR_I: return rt_regex_lower(c, (uint32_t)op[2]) == (uint32_t)op[1];
  case RE_OP_ANY: return c != '\n';
  case RE_OP_ALL: return true;
  default: return set_holds(op, c);
  }
}

static inline int length_of(const int32_t *op) {
  switch (op[0]) {
  case RE_OP_CHAR: return 2;
  case RE_OP_CHAR_I: return 3;
  case RE_OP_SET: return 4 + 3 * op[3];
  default: return 1;
  }
}

static bool stands(const Machine *m, int at, uint32_t flags, int64_t pos) {
  const ReText *t = m->text;
  switch (at) {
  case RE_AT_START: return pos == 0;
  case RE_AT_LINE_START: return pos == 0 || re_at(t, pos - 1) == '\n';
  case RE_AT_END: return pos == m->end || (pos + 1 == m->end && re_at(t, pos) == '\n');
  case RE_AT_LINE_END: return pos == m->end || re_at(t, pos) == '\n';
  case RE_AT_VERY_END: return pos == m->end;
  default: {
    bool before = pos > 0 && is_word(re_at(t, pos - 1), flags), after = pos < m->end && is_word(re_at(t, pos), flags);
    return (before != after) == (at == RE_AT_WORD);
  }
  }
}

/* How far the text from `pos` repeats the group; -1: it does not. */
static int64_t repeats(const Machine *m, int64_t group, uint32_t flags, int64_t pos) {
  int64_t from = m->registers[2 * group], to = m->registers[2 * group + 1];
  if (from < 0 || to < 0 || pos + (to - from) > m->end) return -1;
  for (; from < to; from++, pos++) {
    uint32_t a = re_at(m->text, from), b = re_at(m->text, pos);
    if (a != b && !((flags & RE_I) && rt_regex_lower(a, flags) == rt_regex_lower(b, flags))) return -1;
  }
  return pos;
}

/* ---- the machine ---- */

static int run(Machine *m, int64_t at, int64_t pos, int64_t *end);

/* Runs the code up to its DONE. 1: matched, and nothing of it will be tried otherwise. */
static int run_inner(Machine *m, int64_t at, int64_t pos, int64_t *end) {
  int64_t mark = m->depth;
  if (rt_check_stack() < 0) return -1;
  Machine inner = *m;
  inner.not_empty = inner.whole = false;
  /* The inner run must not go back below the mark: it works on a stack of its own and its undo entries are appended. */
  inner.stack = NULL, inner.depth = inner.room = 0;
  int found = run(&inner, at, pos, end);
  for (int64_t i = 0; found > 0 && i < inner.depth; i++)
    if (inner.stack[i].kind == UNDO && push(m, UNDO, inner.stack[i].at, inner.stack[i].a, 0) < 0) found = -1;
  free(inner.stack);
  (void)mark;
  return found;
}

/* The first choice left: sets *at and *pos. 0: none. */
static int go_back(Machine *m, int64_t *at, int64_t *pos) {
  while (m->depth > 0) {
    Entry *e = &m->stack[--m->depth];
    switch (e->kind) {
    case UNDO: m->registers[e->at] = e->a; break;
    case CHOICE: return *at = e->at, *pos = e->a, 1;
    case SHORTER: {
      int64_t shorter = e->b - 1;
      *at = m->code[e->at + 4], *pos = shorter;
      if (m->code[*at] == RE_OP_CHAR) { /* what comes next says where it can go on */
        uint32_t c = (uint32_t)m->code[*at + 1];
        while (shorter >= e->a && re_at(m->text, shorter) != c) shorter--;
        if (shorter < e->a) break;
        *pos = shorter;
      }
      if (shorter > e->a) e->b = shorter, m->depth++;
      return 1;
    }
    default:
      if (e->a < m->end && e->b != 0 && holds(m->code + e->at + 5, re_at(m->text, e->a))) {
        *at = m->code[e->at + 4], *pos = ++e->a;
        if (e->b > 0) e->b--;
        m->depth++;
        return 1;
      }
    }
  }
  return 0;
}

/* A repeated item of one character at code `at`. 1: go on at *pos, 0: failed. */
static int repeat_one(Machine *m, int64_t at, int64_t *pos) {
  const int32_t *op = m->code + at, *item = op + 5;
  int64_t min = op[1], max = op[2], from = *pos, room = m->end - from, most = max == RE_INFINITE || max > room ? room : max, n = 0;
  if (room < min) return 0;
  int64_t wanted = op[3] == RE_LAZY ? min : most;
  if (item[0] == RE_OP_ALL) n = wanted;
  else
    while (n < wanted && holds(item, re_at(m->text, from + n))) n++;
  if (n < min) return 0;
  *pos = from + n;
  if (op[3] == RE_LAZY) return push(m, LONGER, at, *pos, max == RE_INFINITE ? -1 : max - min) < 0 ? -1 : 1;
  if (op[3] == RE_GREEDY && n > min) return push(m, SHORTER, at, from + min, *pos) < 0 ? -1 : 1;
  return 1;
}

/* One round of a loop. Gives where to go on; -1: raised. */
static int64_t loop(Machine *m, int64_t at, int64_t pos) {
  const int32_t *op = m->code + at;
  int64_t count = m->registers[op[1]], exit = op[5], enter = at + 6;
  if (count < op[2]) return enter;
  if ((op[3] != RE_INFINITE && count >= op[3]) || pos == m->registers[op[1] + 1]) return exit;
  if (op[4] == RE_LAZY) return push(m, CHOICE, enter, pos, 0) < 0 ? -1 : exit;
  return push(m, CHOICE, exit, pos, 0) < 0 ? -1 : enter;
}

#define RAISE_IF(failed)                                                                                              \
  if (failed) return -1
#define FAIL_UNLESS(condition)                                                                                        \
  if (!(condition)) goto back

static int run(Machine *m, int64_t at, int64_t pos, int64_t *end) {
  const int32_t *code = m->code;
  for (;;) {
    const int32_t *op = code + at;
    int64_t inner;
    int found;
    if (RT_UNLIKELY((++m->steps & 0xfffff) == 0) && rt_check_stack() < 0) return -1;
    switch ((ReOp)op[0]) {
    case RE_OP_CHAR:
    case RE_OP_CHAR_I:
    case RE_OP_ANY:
    case RE_OP_ALL:
    case RE_OP_SET:
      FAIL_UNLESS(pos < m->end && holds(op, re_at(m->text, pos)));
      pos++, at += length_of(op);
      continue;
    case RE_OP_SAVE:
      RAISE_IF(set(m, op[1], pos) < 0);
      if (op[1] & 1) RAISE_IF(set(m, m->last_group, op[1] / 2) < 0);
      at += 2;
      continue;
    case RE_OP_SPLIT:
      RAISE_IF(push(m, CHOICE, op[2], pos, 0) < 0);
      at = op[1];
      continue;
    case RE_OP_JUMP: at = op[1]; continue;
    case RE_OP_AT:
      FAIL_UNLESS(stands(m, op[1], (uint32_t)op[2], pos));
      at += 3;
      continue;
    case RE_OP_REF:
      inner = repeats(m, op[1], (uint32_t)op[2], pos);
      FAIL_UNLESS(inner >= 0);
      pos = inner, at += 3;
      continue;
    case RE_OP_LOOK:
      found = pos < op[2] ? 0 : run_inner(m, at + 4, pos - op[2], &inner);
      RAISE_IF(found < 0);
      FAIL_UNLESS((found != 0) != (op[1] != 0));
      at = op[3];
      continue;
    case RE_OP_ATOMIC:
      found = run_inner(m, at + 2, pos, &inner);
      RAISE_IF(found < 0);
      FAIL_UNLESS(found);
      pos = inner, at = op[1];
      continue;
    case RE_OP_COND: at = m->registers[2 * op[1] + 1] >= 0 ? at + 3 : op[2]; continue;
    case RE_OP_ONE:
      found = repeat_one(m, at, &pos);
      RAISE_IF(found < 0);
      FAIL_UNLESS(found);
      at = op[4];
      continue;
    case RE_OP_INIT:
      RAISE_IF(set(m, op[1], 0) < 0 || set(m, op[1] + 1, -1) < 0);
      at += 2;
      continue;
    case RE_OP_LOOP:
      at = loop(m, at, pos);
      RAISE_IF(at < 0);
      continue;
    case RE_OP_ENTER:
      RAISE_IF(set(m, op[1], m->registers[op[1]] + 1) < 0 || set(m, op[1] + 1, pos) < 0);
      at += 2;
      continue;
    case RE_OP_MATCH:
      FAIL_UNLESS(!(m->whole && pos != m->end) && !(m->not_empty && pos == m->origin));
      *end = pos;
      return 1;
    case RE_OP_DONE: *end = pos; return 1;
    case RE_OP_FAIL: goto back;
    }
  back:
    if (!go_back(m, &at, &pos)) return 0;
  }
}

static int attempt(Machine *m, int registers, int64_t start) {
  for (int i = 0; i < registers; i++) m->registers[i] = -1;
  m->depth = 0;
  m->origin = start;
  int64_t end = start;
  int found = run(m, 0, start, &end);
  if (found > 0) m->registers[0] = start, m->registers[1] = end;
  return found;
}

/* The next place from `at` on where the pattern can begin. */
static int64_t candidate(const Machine *m, int64_t at) {
  if (m->code[0] != RE_OP_CHAR || m->code[1] > 255 || m->text->kind != 1 || at >= m->end) return at;
  const uint8_t *found = memchr(m->text->data + at, m->code[1], (size_t)(m->end - at));
  return found ? found - m->text->data : m->end + 1;
}

int rt_regex_run(const int32_t *code, int registers, const ReText *text, int64_t start, int64_t end, ReWay way, bool not_empty, int64_t *out) {
  Machine m = {.code = code, .text = text, .end = end, .registers = out, .whole = way == RE_FULLMATCH, .not_empty = not_empty};
  /* The last of the registers before the loops': the compiler puts it behind the captures (regex.c knows where). */
  m.last_group = (int)out[0];
  int found = 0;
  for (int64_t at = start; at <= end && found == 0; at++) {
    if (way == RE_SEARCH && (at = candidate(&m, at)) > end) break;
    found = attempt(&m, registers, at);
    m.not_empty = false;
    if (way != RE_SEARCH) break;
  }
  free(m.stack);
  return found;
}
