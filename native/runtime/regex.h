/*
 * re: patterns become a tree (regex-parse.c), the tree becomes code (regex-emit.c), and a backtracking machine runs it (regex-match.c);
 * regex-chars.c knows characters and sets, regex.c has the objects.
 */
#ifndef RT_REGEX_H
#define RT_REGEX_H
#include "container.h"

enum { RE_I = 2, RE_L = 4, RE_M = 8, RE_S = 16, RE_U = 32, RE_X = 64, RE_A = 256 };
enum { RE_INFINITE = INT32_MAX };

typedef enum { RE_NODE_EMPTY, RE_NODE_CHAR, RE_NODE_ANY, RE_NODE_SET, RE_NODE_SEQ, RE_NODE_ALT, RE_NODE_GROUP, RE_NODE_REPEAT, RE_NODE_AT, RE_NODE_REF,
               RE_NODE_LOOK, RE_NODE_ATOMIC, RE_NODE_COND, RE_NODE_FAIL } ReNodeKind;
typedef enum { RE_GREEDY, RE_LAZY, RE_POSSESSIVE } ReMode;
typedef enum { RE_AT_START, RE_AT_LINE_START, RE_AT_END, RE_AT_LINE_END, RE_AT_VERY_END, RE_AT_WORD, RE_AT_NO_WORD } ReAt;
typedef enum { RE_RANGE, RE_DIGIT, RE_NO_DIGIT, RE_SPACE, RE_NO_SPACE, RE_WORD, RE_NO_WORD } ReItem;

/* Nodes lie in one array and name each other by index; children of SEQ and ALT are chained by `next` from `first`. -1: none. */
typedef struct ReNode {
  ReNodeKind kind;
  uint32_t flags; /* in force where it stands */
  int64_t value;  /* CHAR: the point; GROUP: its number or 0; REF and COND: the group; AT: ReAt; LOOK: 1 ahead, 2 behind */
  int first, second, next;
  int min, max;   /* REPEAT; SET: the items' place and number */
  int mode;       /* ReMode; SET and LOOK: negated */
} ReNode;

typedef struct RePattern {
  ReNode *nodes;
  int node_count, node_room;
  int32_t *items; /* of the sets: kind, low, high */
  int item_count, item_room;
  int groups;     /* numbered from 1; 0 is the whole match */
  uint32_t flags;
  RtDict *names;
  int32_t *code;
  int64_t code_length, code_room;
  int registers;  /* captures, the last group, then those of loops */
} RePattern;

/* -1: raised. */
int rt_regex_parse(RePattern *, RtValue pattern, uint32_t flags);
int rt_regex_emit(RePattern *, int root);
int rt_regex_add_item(RePattern *, int32_t kind, uint32_t low, uint32_t high);
void rt_regex_widths(const RePattern *, int node, int64_t *low, int64_t *high);
RT_COLD RtValue rt_regex_error(const char *message, RtValue pattern, int64_t position); /* position -1: none */

typedef enum { RE_OP_CHAR, RE_OP_CHAR_I, RE_OP_ANY, RE_OP_ALL, RE_OP_SET, RE_OP_SAVE, RE_OP_SPLIT, RE_OP_JUMP, RE_OP_AT, RE_OP_REF, RE_OP_LOOK, RE_OP_ATOMIC,
               RE_OP_COND, RE_OP_ONE, RE_OP_INIT, RE_OP_LOOP, RE_OP_ENTER, RE_OP_MATCH, RE_OP_DONE, RE_OP_FAIL } ReOp;

/* What is searched: code points or bytes. */
typedef struct ReText { const uint8_t *data; int kind; int64_t length; } ReText;
static inline uint32_t re_at(const ReText *t, int64_t i) {
  return t->kind == 1 ? t->data[i] : t->kind == 2 ? ((const uint16_t *)(const void *)t->data)[i] : ((const uint32_t *)(const void *)t->data)[i];
}

/* Code begins with a header: the only character of one byte that a match can begin with, or a RE_FIRST, then a bit for each that it can begin with. */
enum { RE_FIRST_UNKNOWN = -1, RE_FIRST_SEVERAL = -2, RE_FIRST_BITS = 1, RE_START = 9 };
/* SET: flags, negated, the number of items, a bit for each character below 256, items. */
enum { RE_SET_BITS = 4, RE_SET_ITEMS = 12 };

uint32_t rt_regex_lower(uint32_t point, uint32_t flags);
bool rt_regex_is_word(uint32_t point, uint32_t flags);
bool rt_regex_set_holds(const int32_t *op, uint32_t point); /* by its items */
int rt_regex_length(const int32_t *op);                     /* of an item of one character */
int64_t rt_regex_run_length(const int32_t *item, const ReText *, int64_t from, int64_t wanted);
void rt_regex_set_first(int32_t *code);
/* The next place from `at` on where a match can begin; behind the end: none. */
int64_t rt_regex_candidate(const int32_t *code, const ReText *, int64_t at, int64_t end);

static inline bool re_bit(const int32_t *bits, uint32_t c) { return ((uint32_t)bits[c >> 5] >> (c & 31)) & 1; }

static inline bool re_holds(const int32_t *op, uint32_t c) {
  switch (op[0]) {
  case RE_OP_CHAR: return c == (uint32_t)op[1];
  case RE_OP_CHAR_I: return rt_regex_lower(c, (uint32_t)op[2]) == (uint32_t)op[1];
  case RE_OP_ANY: return c != '\n';
  case RE_OP_ALL: return true;
  default: return c < 256 ? re_bit(op + RE_SET_BITS, c) : rt_regex_set_holds(op, c);
  }
}

typedef enum { RE_MATCH, RE_FULLMATCH, RE_SEARCH } ReWay;
/* 1: found, the captures are in registers (-1: did not take part); 0; -1: raised. not_empty: a match at `start` must not be empty. */
int rt_regex_run(const int32_t *code, int registers, const ReText *, int64_t start, int64_t end, ReWay, bool not_empty, int64_t *registers_out);
#endif
