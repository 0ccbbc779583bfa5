/*
 * Hashing, equality, ordering and interning of strings.
 *
 * The hash multiplies 64-bit words and folds the 128-bit product, as wyhash does (Wang Yi), keyed by a seed;
 * it sees the bytes of the canonical form, so equal strings hash alike, and bytes hash as their Latin-1
 * string.
 */
#include "memory.h"
#include "str.h"
#include <stdlib.h>

uint64_t rt_hash_seed[2];

static inline uint64_t fold(uint64_t a, uint64_t b) {
  RtUint128 product = (RtUint128)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t read64(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

static inline uint64_t read_short(const uint8_t *p, size_t size) { /* 1 to 7 bytes, all of them counting */
  if (size >= 4) {
    uint32_t low, high;
    memcpy(&low, p, 4);
    memcpy(&high, p + size - 4, 4);
    return (uint64_t)high << 32 | low;
  }
  return (uint64_t)p[0] << 16 | (uint64_t)p[size >> 1] << 8 | p[size - 1];
}

uint64_t rt_hash_bytes(const void *data, size_t size) {
  const uint64_t k0 = 0xa0761d6478bd642full, k1 = 0xe7037ed1a0b428dbull, k2 = 0x8ebc6af09c88c6e3ull;
  const uint8_t *p = data;
  uint64_t seed = rt_hash_seed[0] ^ k0, a = 0, b = 0;
  size_t left = size;
  for (; left > 16; left -= 16, p += 16) seed = fold(read64(p) ^ k1, read64(p + 8) ^ seed);
  if (left >= 8) a = read64(p), b = read64(p + left - 8);
  else if (left) a = read_short(p, left);
  return fold(k2 ^ size ^ rt_hash_seed[1], fold(a ^ k1, b ^ seed));
}

int64_t rt_str_hash(RtStr *s) {
  if (RT_LIKELY(s->hash)) return s->hash;
  if (s->length == 0) return 0; /* as CPython's */
  return s->hash = rt_hash_finish(rt_hash_bytes(s->data, (size_t)(s->length * s->kind)));
}

static inline uint64_t load8(const uint8_t *at) {
  uint64_t word;
  return memcpy(&word, at, sizeof word), word;
}

static inline uint32_t load4(const uint8_t *at) {
  uint32_t word;
  return memcpy(&word, at, sizeof word), word;
}

/* Short texts, such as keys: two words that may overlap. */
static inline bool same_bytes(const uint8_t *a, const uint8_t *b, int64_t count) {
  if (count < 4) return count == 0 || (a[0] == b[0] && a[count >> 1] == b[count >> 1] && a[count - 1] == b[count - 1]);
  if (count < 8) return ((load4(a) ^ load4(b)) | (load4(a + count - 4) ^ load4(b + count - 4))) == 0;
  if (count <= 16) return ((load8(a) ^ load8(b)) | (load8(a + count - 8) ^ load8(b + count - 8))) == 0;
  return memcmp(a, b, (size_t)count) == 0;
}

bool rt_str_equal(const RtStr *a, const RtStr *b) {
  if (a == b) return true;
  if (a->length != b->length || a->kind != b->kind) return false;
  if (a->length == 1 && a->kind == 1) return a->data[0] == b->data[0];
  return same_bytes(a->data, b->data, a->length * a->kind);
}

bool rt_str_is_char(const RtStr *s, uint32_t point) { return s->length == 1 && rt_str_at(s, 0) == point; }

int rt_str_compare(const RtStr *a, const RtStr *b) {
  int64_t common = a->length < b->length ? a->length : b->length;
  if (a->kind == 1 && b->kind == 1) {
    int order = memcmp(a->data, b->data, (size_t)common);
    if (order) return order < 0 ? -1 : 1;
  } else {
    for (int64_t i = 0; i < common; i++) {
      uint32_t x = rt_str_at(a, i), y = rt_str_at(b, i);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return (a->length > b->length) - (a->length < b->length);
}

bool rt_str_matches_at(const RtStr *s, int64_t at, const RtStr *part) {
  if (s->kind == part->kind)
    return memcmp(s->data + at * s->kind, part->data, (size_t)(part->length * s->kind)) == 0;
  if (s->kind < part->kind) return part->length == 0;
  for (int64_t i = 0; i < part->length; i++)
    if (rt_str_at(s, at + i) != rt_str_at(part, i)) return false;
  return true;
}

/* ---- interning: an open-addressed table of borrowed strings that never die ---- */
static RtStr **table;
static int64_t table_size, table_used;

static RtStr **find_slot(RtStr *s) {
  for (int64_t i = rt_str_hash(s) & (table_size - 1);; i = (i + 1) & (table_size - 1))
    if (!table[i] || rt_str_equal(table[i], s)) return &table[i];
}

static bool grow_table(void) {
  RtStr **old = table;
  int64_t old_size = table_size;
  RtStr **larger = calloc((size_t)(old_size ? old_size * 2 : 256), sizeof *larger);
  if (!larger) return false;
  table = larger;
  table_size = old_size ? old_size * 2 : 256;
  for (int64_t i = 0; i < old_size; i++)
    if (old[i]) *find_slot(old[i]) = old[i];
  free(old);
  return true;
}

RtStr *rt_str_intern(STEAL RtStr *s) {
  if (s->interned || s->head.type != &rt_type_str) return s;
  if (table_used * 2 >= table_size && !grow_table()) return s;
  RtStr **slot = find_slot(s);
  if (*slot) {
    rt_decref_object(s);
    return RT_NEW_REF(*slot);
  }
  s->interned = 1;
  if (s->head.refcount < RT_IMMORTAL / 2) s->head.refcount += RT_IMMORTAL;
  table_used++;
  return *slot = s;
}

RtStr *rt_name(const char *text) {
  rt_memory_must++;
  RtStr *s = rt_str_intern(rt_str_from_ascii(text));
  rt_memory_must--;
  return s;
}
