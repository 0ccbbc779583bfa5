/*
 * list.sort. The list is sorted as raw words where its kind or its keys allow; keys are computed first, once each. A
 * program's code (a key function, __lt__) sees an empty list meanwhile, and ValueError follows if it put something in.
 */
#include "list.h"

#define SORT(name) int_##name
#define SORT_KEY int64_t
#define SORT_LESS(a, b) ((int)((a) < (b)))
#include "sort-template.h"

#define SORT(name) float_##name
#define SORT_KEY double
#define SORT_LESS(a, b) ((int)((a) < (b)))
#include "sort-template.h"

static inline int str_less(RtValue a, RtValue b) {
  const RtStr *x = (RtStr *)rt_object(a), *y = (RtStr *)rt_object(b);
  if (x->kind != 1 || y->kind != 1) return rt_str_compare(x, y) < 0;
  int order = memcmp(x->data, y->data, (size_t)(x->length < y->length ? x->length : y->length));
  return order != 0 ? order < 0 : x->length < y->length;
}

/* A string of one-byte characters, with its first seven and its length (8: longer than seven) as a big-endian number: few
   comparisons need more. */
typedef struct Text { uint64_t prefix; RtValue str; } Text;

static inline int text_less(Text a, Text b) {
  if (a.prefix != b.prefix) return a.prefix < b.prefix;
  return (a.prefix & 255) == 8 && str_less(a.str, b.str);
}

#define SORT(name) text_##name
#define SORT_KEY Text
#define SORT_LESS(a, b) text_less(a, b)
#include "sort-template.h"

#define SORT(name) str_##name
#define SORT_KEY RtValue
#define SORT_LESS(a, b) str_less(a, b)
#include "sort-template.h"

static uint64_t prefix_of(const RtStr *str) {
  uint64_t prefix = 0;
  memcpy(&prefix, str->data, (size_t)(str->length < 7 ? str->length : 7));
  return __builtin_bswap64(prefix) | (uint64_t)(str->length < 8 ? str->length : 8);
}

/* Strings of one-byte characters only. */
static int sort_texts(RtValue *keys, int64_t *words, int64_t n, bool reverse) {
  Text *texts = rt_buffer_alloc((uint64_t)n * sizeof(Text));
  if (!texts) return -1;
  for (int64_t i = 0; i < n; i++) texts[i] = (Text){prefix_of((RtStr *)rt_object(keys[i])), keys[i]};
  int result = text_all(texts, words, n, reverse);
  for (int64_t i = 0; i < n; i++) keys[i] = texts[i].str;
  rt_buffer_free(texts, (uint64_t)n * sizeof(Text));
  return result;
}

/* All of them exact strings? *narrow: of one-byte characters. */
static bool all_str(const RtValue *values, int64_t n, bool *narrow) {
  *narrow = true;
  for (int64_t i = 0; i < n; i++) {
    if (rt_typeof(values[i]) != &rt_type_str) return false;
    if (((RtStr *)rt_object(values[i]))->kind != 1) *narrow = false;
  }
  return true;
}

static int sort_strs(RtValue *keys, int64_t *words, int64_t n, bool reverse, bool narrow) {
  return narrow && n > 16 ? sort_texts(keys, words, n, reverse) : str_all(keys, words, n, reverse);
}

static int tuple_less(RtTuple *a, RtTuple *b);

static int value_less(RtValue a, RtValue b) {
  if (rt_is_small(a)) return rt_is_small(b) ? a < b : rt_compare_bool(a, b, RT_LT);
  const RtType *type = rt_object(a)->type;
  if (type == rt_typeof(b)) {
    if (type == &rt_type_str) return str_less(a, b);
    if (type == &rt_type_float) return ((RtFloat *)rt_object(a))->value < ((RtFloat *)rt_object(b))->value;
    if (type == &rt_type_tuple) return tuple_less((RtTuple *)rt_object(a), (RtTuple *)rt_object(b));
  }
  return rt_compare_bool(a, b, RT_LT);
}

static int tuple_less(RtTuple *a, RtTuple *b) {
  if (rt_check_stack() < 0) return -1;
  for (int64_t i = 0; i < a->length && i < b->length; i++) {
    RtValue x = a->items[i], y = b->items[i];
    if (x == y) continue;
    int equal = rt_is_small(x) && rt_is_small(y) ? 0 : rt_equal(x, y);
    if (equal < 0) return -1;
    if (!equal) return value_less(x, y);
  }
  return a->length < b->length;
}

#define SORT(name) value_##name
#define SORT_KEY RtValue
#define SORT_LESS(a, b) value_less(a, b)
#include "sort-template.h"

static bool is_ordered(const int64_t *a, int64_t n) {
  for (int64_t i = 1; i < n; i++)
    if (a[i] < a[i - 1]) return false;
  return true;
}

enum { RADIX_MIN = 512 };

/* Least significant digit first, a pass for each byte in which the numbers differ. */
static int radix_sort(uint64_t *a, int64_t n) {
  int64_t counts[8][256] = {{0}};
  for (int64_t i = 0; i < n; i++)
    for (int digit = 0; digit < 8; digit++) counts[digit][(a[i] >> (8 * digit)) & 255]++;
  uint64_t *from = a, *spare = rt_buffer_alloc((uint64_t)n * sizeof(uint64_t)), *to = spare;
  if (!spare) return -1;
  for (int digit = 0; digit < 8; digit++) {
    int64_t *count = counts[digit], sum = 0;
    int shift = 8 * digit;
    if (count[(from[0] >> shift) & 255] == n) continue;
    for (int i = 0; i < 256; i++) {
      int64_t c = count[i];
      count[i] = sum;
      sum += c;
    }
    for (int64_t i = 0; i < n; i++) to[count[(from[i] >> shift) & 255]++] = from[i];
    uint64_t *swap = from;
    from = to;
    to = swap;
  }
  if (from == spare) memcpy(a, spare, (size_t)n * sizeof(uint64_t));
  rt_buffer_free(spare, (uint64_t)n * sizeof(uint64_t));
  return 0;
}

static const uint64_t top_bit = (uint64_t)1 << 63;

static int sort_ints(RtList *list, bool reverse) {
  int64_t *a = list->items.ints, n = list->length;
  if (!reverse && is_ordered(a, n)) return 0;
  if (n < RADIX_MIN) return int_all(a, NULL, n, reverse);
  for (int64_t i = 0; i < n; i++) a[i] = (int64_t)((uint64_t)a[i] ^ top_bit);
  int result = radix_sort((uint64_t *)a, n);
  for (int64_t i = 0; i < n; i++) a[i] = (int64_t)((uint64_t)a[i] ^ top_bit);
  if (result == 0 && reverse) rt_list_reverse(list);
  return result;
}

/* Bits in the order of the numbers. */
static uint64_t float_rank(uint64_t bits) { return bits & top_bit ? ~bits : bits | top_bit; }
static uint64_t rank_float(uint64_t rank) { return rank & top_bit ? rank & ~top_bit : ~rank; }

/* -0.0, which is equal to 0.0, and NaN, which has no order, are left to the merge sort; so are runs. */
static bool suits_radix(const double *a, int64_t n, bool reverse) {
  int64_t steps_back = 0;
  for (int64_t i = 0; i < n; i++) {
    if (a[i] != a[i] || (a[i] == 0 && __builtin_signbit(a[i]))) return false;
    if (i > 0 && (reverse ? a[i] > a[i - 1] : a[i] < a[i - 1])) steps_back++;
  }
  return steps_back > n / 16;
}

static int sort_floats(RtList *list, bool reverse) {
  double *a = list->items.floats;
  int64_t *bits = list->items.ints, n = list->length;
  if (n < RADIX_MIN || !suits_radix(a, n, reverse)) return float_all(a, NULL, n, reverse);
  for (int64_t i = 0; i < n; i++) bits[i] = (int64_t)float_rank((uint64_t)bits[i]);
  int result = radix_sort((uint64_t *)bits, n);
  for (int64_t i = 0; i < n; i++) bits[i] = (int64_t)rank_float((uint64_t)bits[i]);
  if (result == 0 && reverse) rt_list_reverse(list);
  return result;
}

static int sort_bools(RtList *list, bool reverse) {
  int64_t trues = 0, n = list->length;
  if (n == 0) return 0;
  for (int64_t i = 0; i < n; i++) trues += list->items.bools[i];
  memset(list->items.bools, reverse, (size_t)n);
  if (reverse) memset(list->items.bools + trues, 0, (size_t)(n - trues));
  else memset(list->items.bools + n - trues, 1, (size_t)trues);
  return 0;
}

static int sort_values(RtValue *keys, int64_t *words, int64_t n, bool reverse) {
  bool narrow;
  if (all_str(keys, n, &narrow)) return sort_strs(keys, words, n, reverse, narrow);
  return value_all(keys, words, n, reverse);
}

static int key_of(RtValue key, RtValue item, RtList *keys) {
  RtValue result = rt_call(key, &item, 1, NULL);
  return result ? rt_list_append_steal(keys, result) : -1;
}

static RtList *compute_keys(RtList *items, RtValue key) {
  RtList *keys = rt_list_new(items->length);
  for (int64_t i = 0; keys && i < items->length; i++) {
    RtValue item = rt_list_get(items, i);
    int result = item ? key_of(key, item, keys) : -1;
    rt_xdecref(item);
    if (result == 0) continue;
    rt_decref_object(keys);
    return NULL;
  }
  return keys;
}

static int sort_by_keys(RtList *items, RtValue key, bool reverse) {
  if (items->kind == RT_LIST_BOOL && rt_list_generalise(items) < 0) return -1;
  RtList *keys = compute_keys(items, key);
  if (!keys) return -1;
  int result = keys->kind == RT_LIST_BOOL ? rt_list_generalise(keys) : 0;
  if (result < 0) ;
  else if (keys->kind == RT_LIST_INT) result = int_all(keys->items.ints, items->items.ints, items->length, reverse);
  else if (keys->kind == RT_LIST_FLOAT) result = float_all(keys->items.floats, items->items.ints, items->length, reverse);
  else result = sort_values(keys->items.values, items->items.ints, items->length, reverse);
  rt_decref_object(keys);
  return result;
}

/* What the list holds goes to a private list for the time of the sort, and comes back in any case. */
static int sort_privately(RtList *list, RtValue key, bool reverse) {
  RtList *items = rt_list_new(0);
  if (!items) return -1;
  items->length = list->length, items->capacity = list->capacity, items->kind = list->kind, items->items = list->items;
  list->length = list->capacity = 0, list->items.any = NULL;
  int result = key ? sort_by_keys(items, key, reverse) : sort_values(items->items.values, NULL, items->length, reverse);
  bool modified = list->length != 0 || list->items.any != NULL;
  RtList late = *list;
  list->length = items->length, list->capacity = items->capacity, list->kind = items->kind, list->items = items->items;
  items->length = late.length, items->capacity = late.capacity, items->kind = late.kind, items->items = late.items;
  rt_decref_object(items);
  if (result < 0 || !modified) return result;
  rt_raise_string(&rt_exc_ValueError, "list modified during sort");
  return -1;
}

int rt_list_sort(RtList *list, RtValue key, bool reverse) {
  if (key && !rt_is_none(key)) return sort_privately(list, key, reverse);
  if (list->kind == RT_LIST_INT) return sort_ints(list, reverse);
  if (list->kind == RT_LIST_FLOAT) return sort_floats(list, reverse);
  if (list->kind == RT_LIST_BOOL) return sort_bools(list, reverse);
  bool narrow;
  if (all_str(list->items.values, list->length, &narrow)) return sort_strs(list->items.values, NULL, list->length, reverse, narrow);
  return sort_privately(list, 0, reverse);
}
