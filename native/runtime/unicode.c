/*
 * Looks up the Unicode tables: a three-stage table of character classes, runs and exceptions of case
 * mappings, zeros of decimal digits.
 */
#include "unicode.h"
#include "unicode-tables.h"

uint32_t rt_unicode_flags(uint32_t point) {
  if (point > 0x10ffff) return 0;
  uint32_t block = point >> RT_UNICODE_LOW;
  uint32_t middle = (uint32_t)rt_unicode_top[block >> RT_UNICODE_HIGH] << RT_UNICODE_HIGH |
                    (block & ((1u << RT_UNICODE_HIGH) - 1));
  uint32_t data =
      (uint32_t)rt_unicode_middle[middle] << RT_UNICODE_LOW | (point & ((1u << RT_UNICODE_LOW) - 1));
  return rt_unicode_kinds[rt_unicode_data[data]];
}

int rt_unicode_decimal(uint32_t point) {
  if (point < 0x80) return point - '0' < 10 ? (int)(point - '0') : -1;
  int low = 0, high = RT_UNICODE_ZEROS;
  while (low < high) {
    int middle = (low + high) / 2;
    if (rt_unicode_zeros[middle] <= point) low = middle + 1;
    else high = middle;
  }
  uint32_t digit = point - rt_unicode_zeros[low ? low - 1 : 0];
  return digit < 10 ? (int)digit : -1;
}

/* The mapped point, or the point itself with *found unset. */
static uint32_t find_run(const RtCaseRun *runs, int count, uint32_t point, bool *found) {
  int low = 0, high = count;
  while (low < high) {
    int middle = (low + high) / 2;
    if (runs[middle].start <= point) low = middle + 1;
    else high = middle;
  }
  if (low == 0) return point;
  const RtCaseRun *run = &runs[low - 1];
  uint32_t distance = point - run->start;
  if (distance % run->step || distance / run->step >= run->count) return point;
  *found = true;
  return point + (uint32_t)run->delta;
}

static int find_special(const RtCaseSpecial *specials, int count, uint32_t point, uint32_t out[3]) {
  int low = 0, high = count;
  while (low < high) {
    int middle = (low + high) / 2;
    if (specials[middle].point < point) low = middle + 1;
    else high = middle;
  }
  if (low == count || specials[low].point != point) return 0;
  int length = specials[low].to[2] ? 3 : 2;
  for (int i = 0; i < length; i++) out[i] = specials[low].to[i];
  return length;
}

typedef struct CaseTable {
  const RtCaseRun *runs;
  const RtCaseSpecial *specials;
  int run_count, special_count;
} CaseTable;
#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define TABLE(name)                                                                         \
  {rt_unicode_##name##_runs, rt_unicode_##name##_specials, COUNT(rt_unicode_##name##_runs), \
   COUNT(rt_unicode_##name##_specials)}
static const CaseTable tables[] = {[RT_TO_LOWER] = TABLE(lower),
                                   [RT_TO_UPPER] = TABLE(upper),
                                   [RT_TO_TITLE] = TABLE(title),
                                   [RT_TO_FOLD] = TABLE(fold)};

/* 0: the table says nothing of this point. */
static int map_by(const CaseTable *table, uint32_t point, uint32_t out[3]) {
  bool found = false;
  int length = find_special(table->specials, table->special_count, point, out);
  if (length) return length;
  out[0] = find_run(table->runs, table->run_count, point, &found);
  return found;
}

static int map_ascii(uint32_t point, RtUnicodeCase to, uint32_t out[3]) {
  bool up = to == RT_TO_UPPER || to == RT_TO_TITLE;
  out[0] = point - (up ? 'a' : 'A') < 26 ? point ^ 32 : point;
  return 1;
}

int rt_unicode_map(uint32_t point, RtUnicodeCase to, uint32_t out[3]) {
  if (point < 0x80) return map_ascii(point, to, out);
  int length = map_by(&tables[to], point, out);
  if (!length && to == RT_TO_TITLE) length = map_by(&tables[RT_TO_UPPER], point, out);
  if (!length && to == RT_TO_FOLD) length = map_by(&tables[RT_TO_LOWER], point, out);
  return length ? length : 1;
}
