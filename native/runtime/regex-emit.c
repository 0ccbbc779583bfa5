/* Code for the machine of regex-match.c; regex.h has the operations. Registers: two for each group, the group closed last, two for each loop. */
#include "regex.h"
#include <stdlib.h>

static int emit(RePattern *p, int64_t word) {
  if (p->code_length == p->code_room) {
    int64_t room = p->code_room ? p->code_room * 2 : 64;
    int32_t *code = room > (int64_t)1 << 28 ? NULL : realloc(p->code, (size_t)room * sizeof *code);
    if (!code) return rt_raise_memory(), -1;
    p->code = code, p->code_room = room;
  }
  p->code[p->code_length++] = (int32_t)word;
  return 0;
}

static int emit2(RePattern *p, int64_t a, int64_t b) { return emit(p, a) < 0 ? -1 : emit(p, b); }

void rt_regex_widths(const RePattern *p, int node, int64_t *low, int64_t *high) {
  const ReNode *n = &p->nodes[node];
  int64_t a, b;
  *low = *high = 0;
  switch (n->kind) {
  case RE_NODE_CHAR:
  case RE_NODE_ANY:
  case RE_NODE_SET: *low = *high = 1; return;
  case RE_NODE_SEQ:
    for (int i = n->first; i >= 0; i = p->nodes[i].next) {
      rt_regex_widths(p, i, &a, &b);
      *low += a, *high += b;
      if (*high > RE_INFINITE) *high = RE_INFINITE;
      if (*low > RE_INFINITE) *low = RE_INFINITE;
    }
    return;
  case RE_NODE_ALT:
    *low = RE_INFINITE;
    for (int i = n->first; i >= 0; i = p->nodes[i].next) {
      rt_regex_widths(p, i, &a, &b);
      if (a < *low) *low = a;
      if (b > *high) *high = b;
    }
    return;
  case RE_NODE_GROUP:
  case RE_NODE_ATOMIC: rt_regex_widths(p, n->first, low, high); return;
  case RE_NODE_REPEAT:
    rt_regex_widths(p, n->first, &a, &b);
    *low = a * n->min > RE_INFINITE ? RE_INFINITE : a * n->min;
    *high = b == 0 ? 0 : n->max == RE_INFINITE || b > RE_INFINITE / n->max ? RE_INFINITE : b * n->max;
    return;
  case RE_NODE_COND: {
    int64_t c = 0, d = 0;
    rt_regex_widths(p, n->first, &a, &b);
    if (n->second >= 0) rt_regex_widths(p, n->second, &c, &d);
    *low = a < c ? a : c, *high = b > d ? b : d;
    return;
  }
  case RE_NODE_REF: *high = RE_INFINITE; return;
  default: return;
  }
}

static int emit_node(RePattern *p, int node);

static int emit_set(RePattern *p, const ReNode *n) {
  int64_t start = p->code_length;
  if (emit2(p, RE_OP_SET, n->flags) < 0 || emit2(p, n->mode, n->max) < 0) return -1;
  for (int i = 0; i < RE_SET_ITEMS - RE_SET_BITS; i++)
    if (emit(p, 0) < 0) return -1;
  for (int i = 0; i < 3 * n->max; i++)
    if (emit(p, p->items[3 * n->min + i]) < 0) return -1;
  int32_t *op = p->code + start;
  for (uint32_t c = 0; c < 256; c++)
    if (rt_regex_set_holds(op, c)) op[RE_SET_BITS + (c >> 5)] |= (int32_t)(1u << (c & 31));
  return 0;
}

static int emit_char(RePattern *p, const ReNode *n) {
  uint32_t c = (uint32_t)n->value;
  if (!(n->flags & RE_I)) return emit2(p, RE_OP_CHAR, c);
  return emit2(p, RE_OP_CHAR_I, rt_regex_lower(c, n->flags)) < 0 ? -1 : emit(p, n->flags);
}

static int single(RePattern *p, int node);

/* Alternatives of one character each are a set: a|b|\\d is [ab\\d]. -1: they are more; -2: raised. */
static int merge_alternatives(RePattern *p, int node) {
  int first = p->item_count;
  uint32_t flags = 0;
  for (int i = p->nodes[node].first; i >= 0; i = p->nodes[i].next) {
    int one = single(p, i);
    if (one < 0) return one;
    const ReNode n = p->nodes[one];
    if (i == p->nodes[node].first) flags = n.flags;
    if (n.flags != flags || n.kind == RE_NODE_ANY || (n.kind == RE_NODE_SET && n.mode)) return -1;
    if (n.kind == RE_NODE_CHAR) {
      if ((flags & RE_I) && n.value > 127) return -1;
      uint32_t c = flags & RE_I ? rt_regex_lower((uint32_t)n.value, flags) : (uint32_t)n.value;
      if (rt_regex_add_item(p, RE_RANGE, c, c) < 0) return -2;
    }
    for (int k = 0; n.kind == RE_NODE_SET && k < n.max; k++) {
      const int32_t item[3] = {p->items[3 * (n.min + k)], p->items[3 * (n.min + k) + 1], p->items[3 * (n.min + k) + 2]};
      if (rt_regex_add_item(p, item[0], (uint32_t)item[1], (uint32_t)item[2]) < 0) return -2;
    }
  }
  ReNode *n = &p->nodes[node];
  n->kind = RE_NODE_SET, n->flags = flags, n->min = first, n->max = p->item_count - first, n->mode = 0;
  return node;
}

/* The one item of one character that a node is, through sequences of one and nothing else. -1: it is more; -2: raised. */
static int single(RePattern *p, int node) {
  const ReNode *n = &p->nodes[node];
  if (n->kind == RE_NODE_ALT) return merge_alternatives(p, node);
  if (n->kind == RE_NODE_SEQ) return n->first >= 0 && p->nodes[n->first].next < 0 ? single(p, n->first) : -1;
  return n->kind == RE_NODE_CHAR || n->kind == RE_NODE_ANY || n->kind == RE_NODE_SET ? node : -1;
}

static int emit_alternatives(RePattern *p, const ReNode *n) {
  int64_t ends = -1; /* chain of jumps to the end */
  for (int i = n->first; i >= 0; i = p->nodes[i].next) {
    bool last = p->nodes[i].next < 0;
    int64_t split = p->code_length;
    if (!last && (emit(p, RE_OP_SPLIT) < 0 || emit2(p, split + 3, 0) < 0)) return -1;
    if (emit_node(p, i) < 0) return -1;
    if (last) break;
    if (emit2(p, RE_OP_JUMP, ends) < 0) return -1;
    ends = p->code_length - 1;
    p->code[split + 2] = (int32_t)p->code_length;
  }
  while (ends >= 0) {
    int64_t before = p->code[ends];
    p->code[ends] = (int32_t)p->code_length;
    ends = before;
  }
  return 0;
}

/* OP_X …, end: with the code between them, closed by OP_DONE. */
static int emit_part(RePattern *p, int64_t end_at, int node) {
  if (emit_node(p, node) < 0 || emit(p, RE_OP_DONE) < 0) return -1;
  p->code[end_at] = (int32_t)p->code_length;
  return 0;
}

static int emit_loop(RePattern *p, const ReNode *n) {
  int count = p->registers;
  p->registers += 2;
  if (emit2(p, RE_OP_INIT, count) < 0) return -1;
  int64_t loop = p->code_length;
  if (emit2(p, RE_OP_LOOP, count) < 0 || emit2(p, n->min, n->max) < 0 || emit2(p, n->mode, 0) < 0 || emit2(p, RE_OP_ENTER, count) < 0) return -1;
  if (emit_node(p, n->first) < 0 || emit2(p, RE_OP_JUMP, loop) < 0) return -1;
  p->code[loop + 5] = (int32_t)p->code_length;
  return 0;
}

static int emit_repeat(RePattern *p, const ReNode *n) {
  int one = single(p, n->first);
  if (one == -2) return -1;
  if (one >= 0) {
    int64_t start = p->code_length;
    if (emit2(p, RE_OP_ONE, n->min) < 0 || emit2(p, n->max, n->mode) < 0 || emit(p, 0) < 0 || emit_node(p, one) < 0) return -1;
    p->code[start + 4] = (int32_t)p->code_length;
    return 0;
  }
  if (n->mode != RE_POSSESSIVE) return emit_loop(p, n);
  if (emit2(p, RE_OP_ATOMIC, 0) < 0) return -1;
  int64_t end_at = p->code_length - 1;
  if (emit_loop(p, n) < 0 || emit(p, RE_OP_DONE) < 0) return -1;
  p->code[end_at] = (int32_t)p->code_length;
  return 0;
}

static int emit_conditional(RePattern *p, const ReNode *n) {
  if (emit(p, RE_OP_COND) < 0 || emit2(p, n->value, 0) < 0) return -1;
  int64_t other = p->code_length - 1;
  if (emit_node(p, n->first) < 0 || emit2(p, RE_OP_JUMP, 0) < 0) return -1;
  int64_t end = p->code_length - 1;
  p->code[other] = (int32_t)p->code_length;
  if (n->second >= 0 && emit_node(p, n->second) < 0) return -1;
  p->code[end] = (int32_t)p->code_length;
  return 0;
}

static int emit_node(RePattern *p, int node) {
  if (rt_check_stack() < 0) return -1;
  if (p->nodes[node].kind == RE_NODE_ALT && single(p, node) == -2) return -1;
  const ReNode n = p->nodes[node];
  int64_t low, high;
  switch (n.kind) {
  case RE_NODE_EMPTY: return 0;
  case RE_NODE_FAIL: return emit(p, RE_OP_FAIL);
  case RE_NODE_CHAR: return emit_char(p, &n);
  case RE_NODE_ANY: return emit(p, n.flags & RE_S ? RE_OP_ALL : RE_OP_ANY);
  case RE_NODE_SET: return emit_set(p, &n);
  case RE_NODE_SEQ:
    for (int i = n.first; i >= 0; i = p->nodes[i].next)
      if (emit_node(p, i) < 0) return -1;
    return 0;
  case RE_NODE_ALT: return emit_alternatives(p, &n);
  case RE_NODE_GROUP:
    if (emit2(p, RE_OP_SAVE, 2 * n.value) < 0 || emit_node(p, n.first) < 0) return -1;
    return emit2(p, RE_OP_SAVE, 2 * n.value + 1);
  case RE_NODE_REPEAT: return emit_repeat(p, &n);
  case RE_NODE_AT: return emit2(p, RE_OP_AT, n.value) < 0 ? -1 : emit(p, n.flags);
  case RE_NODE_REF: return emit2(p, RE_OP_REF, n.value) < 0 ? -1 : emit(p, n.flags);
  case RE_NODE_LOOK:
    rt_regex_widths(p, n.first, &low, &high);
    if (emit2(p, RE_OP_LOOK, n.mode) < 0 || emit2(p, n.value == 2 ? low : 0, 0) < 0) return -1;
    return emit_part(p, p->code_length - 1, n.first);
  case RE_NODE_ATOMIC:
    if (emit2(p, RE_OP_ATOMIC, 0) < 0) return -1;
    return emit_part(p, p->code_length - 1, n.first);
  case RE_NODE_COND: return emit_conditional(p, &n);
  }
  return 0;
}

int rt_regex_emit(RePattern *p, int root) {
  p->registers = 2 * (p->groups + 1) + 1;
  if (emit(p, RE_FIRST_UNKNOWN) < 0) return -1;
  while (p->code_length < RE_START)
    if (emit(p, 0) < 0) return -1;
  if (emit_node(p, root) < 0 || emit(p, RE_OP_MATCH) < 0) return -1;
  rt_regex_set_first(p->code);
  return 0;
}
