/*
 * Decimal digits of long numbers. A chunk is 19 digits, the most that fit a limb. Short numbers go chunk by
 * chunk; long ones are halved by the powers 10^(19 * 2^level), so that the cost is that of multiplication and
 * division.
 */
#include "limbs.h"

#define CHUNK 10000000000000000000u
enum { CHUNK_DIGITS = 19, SIMPLE_LEVEL = 4 /* 2^4 chunks are done one by one */, MAX_LEVEL = 40 };

static const char digit_pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/* Exactly 19 digits. */
static void write_chunk(char *text, uint64_t chunk) {
  for (int at = CHUNK_DIGITS - 2; at > 0; at -= 2, chunk /= 100)
    memcpy(text + at, digit_pairs + 2 * (chunk % 100), 2);
  text[0] = (char)('0' + chunk);
}

/* ---- powers ---- */
typedef struct Powers {
  struct {
    uint64_t *limbs; /* 10^(19 * 2^level) */
    int64_t length;
  } power[MAX_LEVEL];
  int count;
} Powers;

static int powers_init(Powers *powers, int levels) {
  powers->count = 0;
  for (int level = 0; level < levels; level++) {
    int64_t before = level ? powers->power[level - 1].length : 0, room = level ? 2 * before : 1;
    uint64_t *limbs = rt_buffer_alloc((uint64_t)room * sizeof *limbs);
    if (!limbs) return -1;
    powers->power[level].limbs = limbs;
    powers->power[level].length = room;
    powers->count++;
    if (!level) limbs[0] = CHUNK;
    else if (rt_limbs_mul(limbs, powers->power[level - 1].limbs, before, powers->power[level - 1].limbs,
                          before))
      return -1;
    powers->power[level].length = rt_limbs_trim(limbs, room);
  }
  return 0;
}

static void powers_free(Powers *powers) {
  for (int level = 0; level < powers->count; level++) {
    int64_t room = level ? 2 * powers->power[level - 1].length : 1;
    rt_buffer_free(powers->power[level].limbs, (uint64_t)room * sizeof(uint64_t));
  }
}

/* ---- to digits ---- */
/* The smallest level whose 2^level chunks hold every number of n limbs; 19 digits are a bit more than 63
 * bits. */
static int level_for(int64_t n) {
  int level = 0;
  while (((int64_t)63 << level) < 64 * n) level++;
  return level;
}

int64_t rt_limbs_decimal_room(int64_t n) { return (int64_t)CHUNK_DIGITS << level_for(n); }

/* Exactly 19 * 2^level digits of a, which is overwritten. */
static void write_simple(char *text, uint64_t *a, int64_t n, int level) {
  for (char *at = text + ((int64_t)CHUNK_DIGITS << level) - CHUNK_DIGITS; at >= text; at -= CHUNK_DIGITS) {
    write_chunk(at, n ? rt_limbs_divide_1(a, a, n, CHUNK) : 0);
    n = rt_limbs_trim(a, n);
  }
}

static int write_halves(char *text, uint64_t *a, int64_t n, int level, const Powers *powers) {
  if (level <= SIMPLE_LEVEL) {
    write_simple(text, a, n, level);
    return 0;
  }
  const uint64_t *power = powers->power[level - 1].limbs;
  int64_t m = powers->power[level - 1].length, half = (int64_t)CHUNK_DIGITS << (level - 1);
  if (n < m) {
    memset(text, '0', (size_t)half);
    return write_halves(text + half, a, n, level - 1, powers);
  }
  int64_t room = n - m + 1 + m;
  uint64_t *quotient = rt_buffer_alloc((uint64_t)room * sizeof *quotient), *remainder = quotient + (n - m + 1);
  if (!quotient) return -1;
  int failed = rt_limbs_divide(quotient, remainder, a, n, power, m) ||
               write_halves(text, quotient, rt_limbs_trim(quotient, n - m + 1), level - 1, powers) ||
               write_halves(text + half, remainder, rt_limbs_trim(remainder, m), level - 1, powers);
  rt_buffer_free(quotient, (uint64_t)room * sizeof *quotient);
  return failed ? -1 : 0;
}

int64_t rt_limbs_to_decimal(char *text, const uint64_t *a, int64_t n) {
  assert(n > 0 && a[n - 1]);
  int level = level_for(n), failed;
  if (level <= SIMPLE_LEVEL) {
    uint64_t copy[1 << SIMPLE_LEVEL];
    memcpy(copy, a, (size_t)n * sizeof *a);
    write_simple(text, copy, n, level);
    failed = 0;
  } else {
    Powers powers;
    failed = powers_init(&powers, level) || write_halves(text, (uint64_t *)a, n, level, &powers);
    powers_free(&powers);
  }
  if (failed) return -1;
  int64_t length = rt_limbs_decimal_room(n), zeros = 0;
  while (text[zeros] == '0') zeros++;
  memmove(text, text + zeros, (size_t)(length - zeros));
  return length - zeros;
}

/* ---- from digits ---- */
int64_t rt_limbs_digits_room(int64_t length) { return length / CHUNK_DIGITS + 2; }

static int64_t read_simple(uint64_t *r, const char *digits, int64_t length) {
  int64_t n = 0;
  while (length > 0) {
    int64_t take = length % CHUNK_DIGITS ? length % CHUNK_DIGITS : CHUNK_DIGITS;
    uint64_t chunk = 0, scale = 1;
    for (int64_t i = 0; i < take; i++, scale *= 10) chunk = chunk * 10 + (uint64_t)(digits[i] - '0');
    uint64_t carry = rt_limbs_mul_1(r, r, n, scale, chunk);
    if (carry) r[n++] = carry;
    digits += take;
    length -= take;
  }
  return n;
}

static int64_t read_halves(uint64_t *r, const char *digits, int64_t length, int level, const Powers *powers) {
  while (level > SIMPLE_LEVEL && length <= (int64_t)CHUNK_DIGITS << (level - 1)) level--;
  if (level <= SIMPLE_LEVEL) return read_simple(r, digits, length);
  int64_t low = (int64_t)CHUNK_DIGITS << (level - 1), high = length - low,
          m = powers->power[level - 1].length;
  int64_t room = rt_limbs_digits_room(high) + rt_limbs_digits_room(low), low_at = rt_limbs_digits_room(high),
          n = -1;
  uint64_t *halves = rt_buffer_alloc((uint64_t)room * sizeof *halves);
  if (!halves) return -1;
  int64_t highs = read_halves(halves, digits, high, level - 1, powers);
  int64_t lows = highs < 0 ? -1 : read_halves(halves + low_at, digits + high, low, level - 1, powers);
  if (lows >= 0 && highs == 0) memcpy(r, halves + low_at, (size_t)(n = lows) * sizeof *r);
  else if (lows >= 0 && rt_limbs_mul(r, halves, highs, powers->power[level - 1].limbs, m) == 0) {
    rt_limbs_add(r, r, highs + m, halves + low_at, lows);
    n = rt_limbs_trim(r, highs + m);
  }
  rt_buffer_free(halves, (uint64_t)room * sizeof *halves);
  return n;
}

int64_t rt_limbs_from_decimal(uint64_t *r, const char *digits, int64_t length) {
  int level = 0;
  while (((int64_t)CHUNK_DIGITS << level) < length) level++;
  if (level <= SIMPLE_LEVEL) return read_simple(r, digits, length);
  Powers powers;
  int64_t n = powers_init(&powers, level) ? -1 : read_halves(r, digits, length, level, &powers);
  powers_free(&powers);
  return n;
}
