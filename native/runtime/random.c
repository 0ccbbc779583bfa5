/*
 * random's generator: the Mersenne Twister MT19937 of Matsumoto and Nishimura, seeded and read as CPython does, so that a
 * seed gives the same numbers.
 */
#include "call.h"
#include "int.h"
#include "platform.h"
#include "str.h"
#include "tuple.h"
#include <time.h>

enum { WORDS = 624, SHIFT = 397 };
typedef struct Twister {
  RtObject head;
  int32_t at; /* the next word; WORDS: all are used */
  uint32_t state[WORDS];
} Twister;
extern RtType rt_type_twister;
#define TWISTER(v) ((Twister *)rt_object(rt_base_value(v)))

static uint32_t mix(uint32_t high, uint32_t low) {
  uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
  return (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
}

static void refill(Twister *t) {
  uint32_t *s = t->state;
  for (int i = 0; i < WORDS - SHIFT; i++) s[i] = s[i + SHIFT] ^ mix(s[i], s[i + 1]);
  for (int i = WORDS - SHIFT; i < WORDS - 1; i++) s[i] = s[i + SHIFT - WORDS] ^ mix(s[i], s[i + 1]);
  s[WORDS - 1] = s[SHIFT - 1] ^ mix(s[WORDS - 1], s[0]);
  t->at = 0;
}

static uint32_t next_word(Twister *t) {
  if (t->at >= WORDS) refill(t);
  uint32_t y = t->state[t->at++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

static void seed_by_word(Twister *t, uint32_t seed) {
  t->state[0] = seed;
  for (uint32_t i = 1; i < WORDS; i++) t->state[i] = 1812433253u * (t->state[i - 1] ^ (t->state[i - 1] >> 30)) + i;
  t->at = WORDS;
}

static void seed_by_array(Twister *t, const uint32_t *key, int64_t length) {
  uint32_t *s = t->state;
  int i = 1;
  int64_t j = 0;
  seed_by_word(t, 19650218u);
  for (int64_t k = length > WORDS ? length : WORDS; k; k--) {
    s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * 1664525u)) + key[j] + (uint32_t)j;
    if (++i >= WORDS) s[0] = s[WORDS - 1], i = 1;
    if (++j >= length) j = 0;
  }
  for (int k = WORDS - 1; k; k--) {
    s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * 1566083941u)) - (uint32_t)i;
    if (++i >= WORDS) s[0] = s[WORDS - 1], i = 1;
  }
  s[0] = 0x80000000u;
}

/* By the words of the magnitude; `number` is an int. */
static int seed_by_int(Twister *t, RtValue number) {
  if (rt_is_small(number)) {
    int64_t small = rt_small(number);
    uint64_t magnitude = small < 0 ? 0 - (uint64_t)small : (uint64_t)small;
    uint32_t words[2] = {(uint32_t)magnitude, (uint32_t)(magnitude >> 32)};
    seed_by_array(t, words, words[1] ? 2 : 1);
    return 0;
  }
  const RtInt *big = (const RtInt *)rt_object(number);
  int64_t count = 2 * (int64_t)big->count;
  uint32_t *words = rt_buffer_alloc((size_t)count * sizeof *words);
  if (!words) return -1;
  for (int64_t i = 0; i < count; i++) words[i] = (uint32_t)(big->limbs[i / 2] >> (i % 2 * 32));
  seed_by_array(t, words, words[count - 1] ? count : count - 1);
  rt_buffer_free(words, (size_t)count * sizeof *words);
  return 0;
}

static void seed_by_chance(Twister *t) {
  uint32_t words[WORDS];
  bool whole = true;
  for (int i = 0; i < WORDS; i += 48) whole = whole && rt_platform_random(words + i, 48 * sizeof *words); /* no more at once */
  if (!whole) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    memset(words, 0, sizeof words);
    words[0] = (uint32_t)now.tv_nsec, words[1] = (uint32_t)now.tv_sec;
  }
  seed_by_array(t, words, WORDS);
}

static int unusable_seed(void) {
  rt_clear_pending();
  return rt_raise_string(&rt_exc_TypeError, "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."), -1;
}

static int seed(Twister *t, RtValue by) {
  if (rt_is_none(by)) return seed_by_chance(t), 0;
  if (rt_is_int(by)) return seed_by_int(t, rt_is_small(by) ? by : rt_object(by)->type == &rt_type_bool ? rt_from_small(by == RT_TRUE) : rt_base_value(by));
  int64_t hash = rt_hash(by);
  if (hash == -1) return rt_pending_is(&rt_exc_TypeError) ? unusable_seed() : -1;
  RtValue number = rt_int_from_u64((uint64_t)hash);
  int status = number ? seed_by_int(t, number) : -1;
  rt_xdecref(number);
  return status;
}

RT_METHOD(twister_construct) {
  Twister *t = rt_alloc(&rt_type_twister, sizeof *t);
  if (!t) return 0;
  if (seed(t, nargs ? args[0] : RT_NONE) < 0) return rt_decref_object(t), 0;
  return rt_plain_or_instance(self, &rt_type_twister, t);
}
RT_METHOD(twister_seed) { return seed(TWISTER(self), nargs ? args[0] : RT_NONE) < 0 ? 0 : rt_none(); }

static double next_double(Twister *t) {
  uint32_t a = next_word(t) >> 5, b = next_word(t) >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}
RT_METHOD(twister_random) { return rt_float_new(next_double(TWISTER(self))); }

static RtValue bits(Twister *t, int64_t count) {
  if (count <= 32) return rt_int_box(count ? next_word(t) >> (32 - count) : 0);
  RtValue result = rt_from_small(0);
  for (int64_t at = 0; result && at < count; at += 32) {
    uint64_t word = next_word(t);
    if (count - at < 32) word >>= 32 - (count - at);
    RtValue part = rt_int_from_u64(word), shifted = part ? rt_int_lshift(part, rt_int_box(at)) : 0, sum = shifted ? rt_int_or(result, shifted) : 0;
    rt_xdecref(part), rt_xdecref(shifted), rt_decref(result);
    result = sum;
  }
  return result;
}

RT_METHOD(twister_getrandbits) {
  int count;
  if (rt_str_c_int_arg(args[0], &count) < 0) return 0;
  if (count < 0) return rt_raise_string(&rt_exc_ValueError, "number of bits must be non-negative");
  return bits(TWISTER(self), count);
}

/* A number below n > 0, by drawing as many bits as n has until it fits. */
RT_METHOD(twister_below) {
  Twister *t = TWISTER(self);
  RtValue limit = rt_int_plain(args[0]);
  if (rt_is_small(limit)) {
    uint64_t n = (uint64_t)rt_small(limit), r = n;
    int count = 64 - __builtin_clzll(n | 1);
    if (n == 0) return rt_from_small(0);
    while (r >= n) {
      r = next_word(t);
      if (count <= 32) r >>= 32 - count;
      else r |= (uint64_t)(next_word(t) >> (64 - count)) << 32;
    }
    return rt_int_box((int64_t)r);
  }
  RtValue length = rt_call_method(limit, RT_NAME(bit_length), NULL, 0, NULL), r = 0;
  if (!length) return 0;
  do {
    rt_xdecref(r);
    r = bits(t, rt_small(length));
  } while (r && rt_int_compare(r, limit) >= 0);
  return r;
}

RT_METHOD(twister_getstate) {
  Twister *t = TWISTER(self);
  RtTuple *all = rt_tuple_new(WORDS + 1);
  for (int i = 0; all && i < WORDS; i++) all->items[i] = rt_int_box(t->state[i]);
  if (all) all->items[WORDS] = rt_int_box(t->at);
  return rt_value(all);
}

RT_METHOD(twister_setstate) {
  Twister *t = TWISTER(self), fresh;
  if (!rt_is_tuple(args[0])) return rt_raise_string(&rt_exc_TypeError, "state vector must be a tuple");
  RtTuple *all = rt_plain(args[0], &rt_type_tuple);
  if (all->length != WORDS + 1) return rt_raise_string(&rt_exc_ValueError, "state vector is the wrong size");
  for (int i = 0; i <= WORDS; i++) {
    int64_t word;
    if (rt_index(all->items[i], &word, false) < 0) return 0;
    if (i < WORDS) fresh.state[i] = (uint32_t)word;
    else if (word < 0 || word > WORDS) return rt_raise_string(&rt_exc_ValueError, "invalid state");
    else fresh.at = (int32_t)word;
  }
  memcpy(t->state, fresh.state, sizeof t->state);
  t->at = fresh.at;
  return rt_none();
}

static void twister_dealloc(RtObject *object) { rt_free_object(object, sizeof(Twister)); }
static const RtMethodDef twister_methods[] = {{"seed", twister_seed, 0, 1, 0},
                                              {"random", twister_random, 0, 0, 0},
                                              {"getrandbits", twister_getrandbits, 1, 1, 0},
                                              {"_randbelow", twister_below, 1, 1, 0},
                                              {"getstate", twister_getstate, 0, 0, 0},
                                              {"setstate", twister_setstate, 1, 1, 0},
                                              {NULL, NULL, 0, 0, 0}};
RtType rt_type_twister = {.head = RT_STATIC_HEAD, .name = "_random.Random", .instance_size = sizeof(Twister), .base = &rt_type_object,
                          .dealloc = twister_dealloc, .construct = twister_construct, .methods = twister_methods};
