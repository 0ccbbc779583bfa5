/* SHA-512 (FIPS 180-4), by which random.seed takes in texts. */
#include "bytes.h"
#include "container.h"
#include <math.h>

static uint64_t turn(uint64_t x, int n) { return (x >> n) | (x << (64 - n)); }

/* The first 64 bits of the fractional part of the root of a small prime, by Newton's integer iteration on 128 bits. */
static uint64_t root_bits(int prime, bool cube) {
  uint64_t low = 0, bit = (uint64_t)1 << 63, whole = (uint64_t)(cube ? cbrtl(prime) : sqrtl(prime));
  for (; bit; bit >>= 1) {
    uint64_t guess = low | bit;
    /* (whole + guess/2^64)^k <= prime? Compared exactly with 256 bits would be best; 80-bit steps below suffice since roots are irrational. */
    RtUint128 x = ((RtUint128)whole << 64) | guess; /* 64.64 */
    RtUint128 high = x >> 32;                              /* 64.32, a lower bound */
    RtUint128 rest = x & 0xffffffffu;
    /* square, keeping 96 fractional bits: x^2 = high^2 * 2^64 + 2*high*rest*2^32 + rest^2 */
    RtUint128 square = high * high; /* .64 */
    RtUint128 middle = 2 * high * rest; /* .96 */
    RtUint128 fraction96 = (square << 32) + middle + (rest * rest >> 32); /* .96; whole part fits 32 bits */
    bool below;
    if (!cube) below = fraction96 < ((RtUint128)prime << 96);
    else {
      /* cube = square * x with square .96 in 128 bits and x .64: split to keep the product exact enough */
      uint64_t s_high = (uint64_t)(fraction96 >> 64), s_low = (uint64_t)fraction96;
      RtUint128 a = (RtUint128)s_high * (uint64_t)(x >> 64), b = (RtUint128)s_high * (uint64_t)x,
                        c = (RtUint128)s_low * (uint64_t)(x >> 64), d = (RtUint128)s_low * (uint64_t)x;
      RtUint128 cubed = (a << 64) + b + c + (d >> 64); /* .96 */
      below = cubed < ((RtUint128)prime << 96);
    }
    if (below) low = guess;
  }
  return low;
}

static uint64_t constants[80], start[8];

static void make_constants(void) {
  int count = 0;
  for (int n = 2; count < 80; n++) {
    bool is_prime = true;
    for (int d = 2; d * d <= n; d++) is_prime = is_prime && n % d != 0;
    if (!is_prime) continue;
    if (count < 8) start[count] = root_bits(n, false);
    constants[count++] = root_bits(n, true);
  }
}

static void add_block(uint64_t h[8], const uint8_t *block) {
  uint64_t w[80], v[8];
  for (int i = 0; i < 16; i++) {
    w[i] = 0;
    for (int j = 0; j < 8; j++) w[i] = w[i] << 8 | block[8 * i + j];
  }
  for (int i = 16; i < 80; i++) {
    uint64_t a = w[i - 15], b = w[i - 2];
    w[i] = w[i - 16] + (turn(a, 1) ^ turn(a, 8) ^ (a >> 7)) + w[i - 7] + (turn(b, 19) ^ turn(b, 61) ^ (b >> 6));
  }
  memcpy(v, h, sizeof v);
  for (int i = 0; i < 80; i++) {
    uint64_t e = v[4], a = v[0];
    uint64_t t1 = v[7] + (turn(e, 14) ^ turn(e, 18) ^ turn(e, 41)) + ((e & v[5]) ^ (~e & v[6])) + constants[i] + w[i];
    uint64_t t2 = (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 7 * sizeof *v);
    v[4] += t1, v[0] = t1 + t2;
  }
  for (int i = 0; i < 8; i++) h[i] += v[i];
}

static void digest(const uint8_t *data, int64_t length, uint8_t out[64]) {
  uint64_t h[8];
  uint8_t last[256] = {0};
  if (!constants[0]) make_constants();
  memcpy(h, start, sizeof h);
  int64_t whole = length / 128 * 128, rest = length - whole, padded = rest < 112 ? 128 : 256;
  for (int64_t i = 0; i < whole; i += 128) add_block(h, data + i);
  memcpy(last, data + whole, (size_t)rest);
  last[rest] = 0x80;
  for (int i = 0; i < 8; i++) last[padded - 1 - i] = (uint8_t)((uint64_t)length * 8 >> 8 * i);
  for (int64_t i = 0; i < padded; i += 128) add_block(h, last + i);
  for (int i = 0; i < 64; i++) out[i] = (uint8_t)(h[i / 8] >> (56 - i % 8 * 8));
}

RT_BUILTIN_FN(rt_random_sha512) {
  if (!rt_has_flag(args[0], RT_TYPE_BYTES)) return rt_raise_type_of("bytes expected, not %s", args[0]);
  const RtBytes *data = rt_plain(args[0], &rt_type_bytes);
  uint8_t out[64];
  digest(data->data, data->length, out);
  return rt_value(rt_bytes_from(out, 64));
}
