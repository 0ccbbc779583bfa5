/*
 * Finds in the text of an expression what CPython marks with ^ between ~: the operator of the outermost binary operation, or the
 * brackets of a call or subscript that is the whole expression. CPython parses the text; here one scan over its tokens at
 * bracket depth 0 finds the same: the operator that binds weakest decides.
 */
#include "traceback.h"
#include <string.h>

typedef struct Scan {
  const char *text;
  size_t length, at;
  int depth;
  bool after_operand;     /* the token before ends an operand */
  bool other;             /* an operator or keyword that makes it neither operation, call nor subscript */
  int weakest;            /* precedence of the weakest binary operator so far; 0: none */
  size_t operator_at, operator_length;
  bool unary;             /* the expression begins with a unary operator */
  int unary_power;        /* the precedence of that operator */
  size_t open;            /* the last bracket opened at depth 0 after an operand */
  bool bracketed;         /* the last token closes it */
  char opener;
} Scan;

static bool is_word(char c) { return rt_traceback_is_alnum(c) || c == '_' || (unsigned char)c >= 128; }

/* words: each between spaces. */
static bool is_one_of(const char *word, size_t length, const char *words) {
  for (size_t i = 1; words[i]; i++)
    if (words[i - 1] == ' ' && strncmp(words + i, word, length) == 0 && words[i + length] == ' ') return true;
  return false;
}

static void skip_string(Scan *s) {
  char quote = s->text[s->at];
  bool triple = s->at + 2 < s->length && s->text[s->at + 1] == quote && s->text[s->at + 2] == quote;
  s->at += triple ? 3 : 1;
  while (s->at < s->length) {
    if (s->text[s->at] == '\\') {
      s->at += 2;
      continue;
    }
    if (s->text[s->at] == quote && (!triple || (s->at + 2 < s->length && s->text[s->at + 1] == quote && s->text[s->at + 2] == quote))) {
      s->at += triple ? 3 : 1;
      return;
    }
    s->at++;
  }
}

static void operand(Scan *s) {
  s->after_operand = true;
  s->bracketed = false;
}

static void scan_word(Scan *s) {
  static const char keywords[] = " and or not in is if else lambda for await yield return raise assert del import from with while async class def try except pass match_ ";
  static const char prefixes[] = " r b f u R B F U rb br fr rf Rb bR RB BR ";
  size_t start = s->at;
  bool number = rt_traceback_is_digit(s->text[start]);
  while (s->at < s->length && (is_word(s->text[s->at]) || (number && (s->text[s->at] == '.' || ((s->text[s->at] == '+' || s->text[s->at] == '-') &&
                               (s->text[s->at - 1] == 'e' || s->text[s->at - 1] == 'E') && s->text[start + 1] != 'x')))))
    s->at++;
  size_t length = s->at - start;
  if (s->at < s->length && (s->text[s->at] == '"' || s->text[s->at] == '\'') && is_one_of(s->text + start, length, prefixes)) skip_string(s);
  else if (s->depth == 0 && is_one_of(s->text + start, length, keywords)) s->other = true;
  if (s->depth == 0) operand(s);
}

static int precedence(char c, char next) {
  switch (c) {
  case '|': return 1;
  case '^': return 2;
  case '&': return 3;
  case '<':
  case '>': return next == c ? 4 : -1;
  case '+':
  case '-': return 5;
  case '*': return next == '*' ? 8 : 6;
  case '/':
  case '%':
  case '@': return 6;
  default: return -1; /* comparisons, = : , . ~ ! */
  }
}

static void binary_operator(Scan *s, int power, size_t length) {
  /* Equal operators group from the left, ** from the right. */
  if (s->weakest == 0 || power < s->weakest || (power == s->weakest && power != 8)) {
    s->weakest = power;
    s->operator_at = s->at;
    s->operator_length = length;
  }
}

static void scan_operator(Scan *s) {
  char c = s->text[s->at], next = s->at + 1 < s->length ? s->text[s->at + 1] : 0;
  if (c == '.') {
    s->at++;
    s->after_operand = false;
    return;
  }
  if (!s->after_operand && (c == '-' || c == '+' || c == '~')) {
    if (s->weakest == 0 && !s->unary) s->unary = true;
    s->at++;
    return;
  }
  int power = precedence(c, next);
  size_t length = next == c && strchr("<>*/", c) ? 2 : 1;
  if (power < 0 || !s->after_operand || (s->at + length < s->length && s->text[s->at + length] == '=')) s->other = true;
  else binary_operator(s, power, length);
  s->after_operand = false;
  s->bracketed = false;
  s->at += length;
}

static void scan_bracket(Scan *s) {
  char c = s->text[s->at];
  if (strchr("([{", c)) {
    if (s->depth == 0) {
      s->opener = s->after_operand ? c : 0;
      s->open = s->at;
    }
    s->depth++;
  } else if (--s->depth == 0) {
    operand(s);
    s->bracketed = s->opener == '(' || s->opener == '[';
  }
  s->at++;
}

static void scan_token(Scan *s) {
  char c = s->text[s->at];
  if (rt_traceback_is_space(c) || c == '\\') s->at++;
  else if (c == '#') while (s->at < s->length && s->text[s->at] != '\n') s->at++;
  else if (c == '"' || c == '\'') {
    skip_string(s);
    if (s->depth == 0) operand(s);
  } else if (is_word(c)) scan_word(s);
  else if (strchr("()[]{}", c)) scan_bracket(s);
  else if (s->depth > 0) s->at++;
  else scan_operator(s);
}

static void place(const char *text, size_t at, int *line, int *column) {
  *line = *column = 0;
  for (size_t i = 0; i < at; i++) {
    ++*column;
    if (text[i] == '\n') ++*line, *column = 0;
  }
}

bool rt_traceback_anchors(const char *segment, size_t length, RtAnchors *anchors) {
  Scan s = {.text = segment, .length = length};
  while (s.at < length && s.depth >= 0) scan_token(&s);
  if (s.depth != 0 || s.other) return false;
  /* -a + b is an operation of + ; -a ** b is the unary minus of a power. */
  if (s.unary && (s.weakest == 0 || s.weakest == 8)) return false;
  size_t left, right;
  if (s.weakest) left = s.operator_at, right = left + s.operator_length;
  else if (s.bracketed && s.after_operand) left = s.open, right = length;
  else return false;
  anchors->is_call = !s.weakest && s.opener == '(';
  place(segment, left, &anchors->left_line, &anchors->left);
  place(segment, right, &anchors->right_line, &anchors->right);
  return true;
}
