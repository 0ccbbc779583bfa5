/*
 * Methods of str that ask what its characters are: isalpha and its kin.
 */
#include "str-methods.h"
#include "unicode.h"

static inline uint32_t flags_at(const RtStr *s, int64_t i) { return rt_unicode_flags(rt_str_at(s, i)); }

/* Not empty, and every character has one of the flags. */
static bool all_are(const RtStr *s, uint32_t flags) {
  for (int64_t i = 0; i < s->length; i++)
    if (!(flags_at(s, i) & flags)) return false;
  return s->length > 0;
}

static bool all_digits(const RtStr *s, uint32_t flags) {
  if (s->length == 1 && s->ascii) return (uint8_t)(s->data[0] - '0') < 10;
  return all_are(s, flags);
}

bool rt_str_isalpha(const RtStr *s) {
  if (s->length == 1 && s->ascii) return (uint8_t)((s->data[0] | 32) - 'a') < 26;
  return all_are(s, RT_UNICODE_ALPHA);
}
bool rt_str_isalnum(const RtStr *s) {
  if (s->length == 1 && s->ascii)
    return (uint8_t)((s->data[0] | 32) - 'a') < 26 || (uint8_t)(s->data[0] - '0') < 10;
  return all_are(s, RT_UNICODE_ALNUM);
}
bool rt_str_isdecimal(const RtStr *s) { return all_digits(s, RT_UNICODE_DECIMAL); }
bool rt_str_isdigit(const RtStr *s) { return all_digits(s, RT_UNICODE_DIGIT); }
bool rt_str_isnumeric(const RtStr *s) { return all_digits(s, RT_UNICODE_NUMERIC); }
bool rt_str_isascii(const RtStr *s) { return rt_str_is_ascii(s); }

bool rt_str_isspace(const RtStr *s) {
  for (int64_t i = 0; i < s->length; i++)
    if (!rt_unicode_is_space(rt_str_at(s, i))) return false;
  return s->length > 0;
}

bool rt_str_isprintable(const RtStr *s) { return s->length == 0 || all_are(s, RT_UNICODE_PRINTABLE); }

static bool one_case(const RtStr *s, uint32_t wanted, uint32_t unwanted) {
  bool found = false;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t flags = flags_at(s, i);
    if (flags & unwanted) return false;
    found |= (flags & wanted) != 0;
  }
  return found;
}

bool rt_str_islower(const RtStr *s) {
  return one_case(s, RT_UNICODE_LOWER, RT_UNICODE_UPPER | RT_UNICODE_TITLE);
}
bool rt_str_isupper(const RtStr *s) {
  return one_case(s, RT_UNICODE_UPPER, RT_UNICODE_LOWER | RT_UNICODE_TITLE);
}

bool rt_str_istitle(const RtStr *s) {
  bool found = false, in_word = false;
  for (int64_t i = 0; i < s->length; i++) {
    uint32_t flags = flags_at(s, i);
    bool capital = flags & (RT_UNICODE_UPPER | RT_UNICODE_TITLE), small = flags & RT_UNICODE_LOWER;
    if ((capital && in_word) || (!capital && small && !in_word)) return false;
    in_word = capital || small;
    found |= in_word;
  }
  return found;
}

bool rt_str_isidentifier(const RtStr *s) {
  for (int64_t i = 0; i < s->length; i++)
    if (!(flags_at(s, i) & (i ? RT_UNICODE_XID_CONTINUE : RT_UNICODE_XID_START))) return false;
  return s->length > 0;
}

#define TEST(name) \
  RT_STR_METHOD(name) { return rt_bool_ref(rt_str_##name(rt_str_of(self))); }
TEST(isalpha)
TEST(isalnum)
TEST(isascii)
TEST(isdecimal)
TEST(isdigit)
TEST(isidentifier)
TEST(islower)
TEST(isnumeric)
TEST(isprintable)
TEST(isspace)
TEST(istitle)
TEST(isupper)
