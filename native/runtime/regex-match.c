/*
 * The backtracking machine of re. The stack holds what may still be tried and what registers held before: going back undoes the writes down to
 * the last choice. An inner pattern (look-around, atomic group) runs on a stack of its own; when it has matched, its choices go and its undo entries stay.
 */
#include "regex.h"
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
  Entry *stack; /* `small` until it is full */
  int64_t depth, room;
  int64_t steps;
  Entry small[32];
} Machine;

static int push(Machine *m, EntryKind kind, int64_t at, int64_t a, int64_t b) {
  if (m->depth == m->room) {
    int64_t room = m->room * 8;
    bool is_small = m->stack == m->small;
    Entry *stack = room > (int64_t)1 << 28 ? NULL : realloc(is_small ? NULL : m->stack, (size_t)room * sizeof *stack);
    if (!stack) return rt_raise_memory(), -1;
    if (is_small) memcpy(stack, m->small, sizeof m->small);
    m->stack = stack, m->room = room;
  }
  m->stack[m->depth++] = (Entry){(int32_t)kind, (int32_t)at, a, b};
  return 0;
}

static void begin(Machine *m) { m->stack = m->small, m->depth = 0, m->room = (int64_t)(sizeof m->small / sizeof m->small[0]); }
static void end_of(Machine *m) {
  if (m->stack != m->small) free(m->stack);
}

static int set(Machine *m, int64_t number, int64_t value) {
  if (push(m, UNDO, number, m->registers[number], 0) < 0) return -1;
  m->registers[number] = value;
  return 0;
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
    if (m->end == 0) return false; /* an empty text has neither kind */
    bool before = pos > 0 && rt_regex_is_word(re_at(t, pos - 1), flags), after = pos < m->end && rt_regex_is_word(re_at(t, pos), flags);
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
  if (rt_check_stack() < 0) return -1;
  Machine inner = *m;
  inner.not_empty = inner.whole = false;
  begin(&inner); /* a stack of its own, whose undo entries are appended: it must not go back further */
  int found = run(&inner, at, pos, end);
  for (int64_t i = 0; found > 0 && i < inner.depth; i++)
    if (inner.stack[i].kind == UNDO && push(m, UNDO, inner.stack[i].at, inner.stack[i].a, 0) < 0) found = -1;
  end_of(&inner);
  return found;
}

/* Whether the code at `at` can go on with the character at `pos`, as far as one look tells. */
static bool can_begin(const Machine *m, int64_t at, int64_t pos) {
  const int32_t *op = m->code + at;
  while (op[0] == RE_OP_SAVE || op[0] == RE_OP_ENTER) op += 2;
  if (op[0] == RE_OP_ONE && op[1] > 0) op += 5;
  else if (op[0] > RE_OP_SET) return true;
  return pos < m->end && re_holds(op, re_at(m->text, pos));
}

/* The first choice left: sets *at and *pos. 0: none. */
static int go_back(Machine *m, int64_t *at, int64_t *pos) {
  while (m->depth > 0) {
    Entry *e = &m->stack[--m->depth];
    switch (e->kind) {
    case UNDO: m->registers[e->at] = e->a; break;
    case CHOICE: return *at = e->at, *pos = e->a, 1;
    case SHORTER: { /* what comes next says where it can go on */
      int64_t shorter = e->b - 1;
      *at = m->code[e->at + 4];
      while (shorter >= e->a && !can_begin(m, *at, shorter)) shorter--;
      if (shorter < e->a) break;
      *pos = shorter;
      if (shorter > e->a) e->b = shorter, m->depth++;
      return 1;
    }
    default:
      *at = m->code[e->at + 4];
      while (e->a < m->end && e->b != 0 && re_holds(m->code + e->at + 5, re_at(m->text, e->a))) {
        *pos = ++e->a;
        if (e->b > 0) e->b--;
        if (!can_begin(m, *at, *pos)) continue;
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
  int64_t min = op[1], max = op[2], from = *pos, room = m->end - from, most = max == RE_INFINITE || max > room ? room : max;
  if (room < min) return 0;
  int64_t n = rt_regex_run_length(item, m->text, from, op[3] == RE_LAZY ? min : most);
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
  if (!can_begin(m, enter, pos)) return exit;
  if (!can_begin(m, exit, pos)) return enter;
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
      FAIL_UNLESS(pos < m->end && re_holds(op, re_at(m->text, pos)));
      pos++, at += rt_regex_length(op);
      continue;
    case RE_OP_SAVE:
      RAISE_IF(set(m, op[1], pos) < 0);
      if (op[1] & 1) RAISE_IF(set(m, m->last_group, op[1] / 2) < 0);
      at += 2;
      continue;
    case RE_OP_SPLIT:
      if (!can_begin(m, op[1], pos)) {
        at = op[2];
        continue;
      }
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
  int found = run(m, RE_START, start, &end);
  if (found > 0) m->registers[0] = start, m->registers[1] = end;
  return found;
}

int rt_regex_run(const int32_t *code, int registers, const ReText *text, int64_t start, int64_t end, ReWay way, bool not_empty, int64_t *out) {
  Machine m;
  m.code = code, m.text = text, m.end = end, m.registers = out, m.whole = way == RE_FULLMATCH, m.not_empty = not_empty, m.steps = 0;
  begin(&m);
  /* The last of the registers before the loops': the compiler puts it behind the captures (regex.c knows where). */
  m.last_group = (int)out[0];
  int found = 0;
  for (int64_t at = start; at <= end && found == 0; at++) {
    if (way == RE_SEARCH && (at = rt_regex_candidate(code, text, at, end)) > end) break;
    found = attempt(&m, registers, at);
    m.not_empty = false;
    if (way != RE_SEARCH) break;
  }
  end_of(&m);
  return found;
}
