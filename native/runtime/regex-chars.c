/* What one character is to a pattern of re: letters of either case, classes, sets, how far an item repeats, and what a match can begin with. */
#include "regex.h"
#include "unicode.h"

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

bool rt_regex_is_word(uint32_t c, uint32_t flags) {
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
  case RE_WORD: return rt_regex_is_word(c, flags);
  default: return !rt_regex_is_word(c, flags);
  }
}

bool rt_regex_set_holds(const int32_t *op, uint32_t c) {
  uint32_t flags = (uint32_t)op[1];
  const int32_t *item = op + RE_SET_ITEMS;
  for (int i = 0; i < op[3]; i++, item += 3) {
    if (item_holds(item, c, flags)) return !op[2];
    if ((flags & RE_I) && (item_holds(item, rt_regex_lower(c, flags), flags) || item_holds(item, upper(c, flags), flags))) return !op[2];
  }
  return op[2] != 0;
}

int rt_regex_length(const int32_t *op) {
  switch (op[0]) {
  case RE_OP_CHAR: return 2;
  case RE_OP_CHAR_I: return 3;
  case RE_OP_SET: return RE_SET_ITEMS + 3 * op[3];
  default: return 1;
  }
}

/* ---- how far an item repeats ---- */

static int64_t run_of_bytes(const int32_t *item, const uint8_t *data, int64_t wanted) {
  int64_t n = 0;
  const uint8_t *found;
  switch (item[0]) {
  case RE_OP_CHAR:
    if (item[1] > 255) return 0;
    while (n < wanted && data[n] == (uint8_t)item[1]) n++;
    return n;
  case RE_OP_ANY: return (found = memchr(data, '\n', (size_t)wanted)) ? found - data : wanted;
  case RE_OP_SET:
    while (n < wanted && re_bit(item + RE_SET_BITS, data[n])) n++;
    return n;
  default:
    while (n < wanted && re_holds(item, data[n])) n++;
    return n;
  }
}

int64_t rt_regex_run_length(const int32_t *item, const ReText *text, int64_t from, int64_t wanted) {
  int64_t n = 0;
  if (item[0] == RE_OP_ALL || wanted <= 0) return wanted;
  if (text->kind == 1) return run_of_bytes(item, text->data + from, wanted);
  while (n < wanted && re_holds(item, re_at(text, from + n))) n++;
  return n;
}

/* ---- what a match can begin with ---- */

typedef struct First { const int32_t *code; int32_t *bits; int budget; } First;

static void add_item(First *f, const int32_t *item) {
  for (uint32_t c = 0; c < 256; c++)
    if (re_holds(item, c)) f->bits[c >> 5] |= (int32_t)(1u << (c & 31));
}

/* Follows the code from `at` to the first characters it can take. false: it may take none, or there is too much of it to tell. */
static bool first_from(First *f, int64_t at) {
  while (f->budget-- > 0) {
    const int32_t *op = f->code + at;
    switch ((ReOp)op[0]) {
    case RE_OP_CHAR:
    case RE_OP_CHAR_I:
    case RE_OP_ANY:
    case RE_OP_ALL:
    case RE_OP_SET: return add_item(f, op), true;
    case RE_OP_ONE:
      add_item(f, op + 5);
      if (op[1] > 0) return true;
      at = op[4];
      continue;
    case RE_OP_SAVE:
    case RE_OP_INIT:
    case RE_OP_ENTER: at += 2; continue;
    case RE_OP_AT: at += 3; continue;
    case RE_OP_LOOK: at = op[3]; continue;
    case RE_OP_JUMP: at = op[1]; continue;
    case RE_OP_SPLIT:
      if (!first_from(f, op[1])) return false;
      at = op[2];
      continue;
    case RE_OP_LOOP:
      if (op[2] == 0 && !first_from(f, op[5])) return false;
      at += 6;
      continue;
    case RE_OP_FAIL: return true;
    default: return false;
    }
  }
  return false;
}

/* Fills the header of the code: what a match can begin with, and whether that is just one character. */
void rt_regex_set_first(int32_t *code) {
  First f = {code, code + RE_FIRST_BITS, 300};
  if (!first_from(&f, RE_START)) return;
  int count = 0, only = 0;
  for (uint32_t c = 0; c < 256; c++)
    if (re_bit(f.bits, c)) count++, only = (int)c;
  code[0] = count == 1 ? only : RE_FIRST_SEVERAL;
}

int64_t rt_regex_candidate(const int32_t *code, const ReText *text, int64_t at, int64_t end) {
  if (code[0] == RE_FIRST_UNKNOWN) return at;
  if (text->kind == 1 && code[0] >= 0) {
    const uint8_t *found = at < end ? memchr(text->data + at, code[0], (size_t)(end - at)) : NULL;
    return found ? found - text->data : end + 1;
  }
  for (; at < end; at++) {
    uint32_t c = re_at(text, at);
    if (c > 255 || re_bit(code + RE_FIRST_BITS, c)) return at;
  }
  return end + 1;
}
