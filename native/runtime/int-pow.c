/* Powers of ints: plain, and with a modulus (also negative exponents, by the modular inverse). */
#include "int.h"
#include "number.h"

/* ---- without a modulus ---- */
/* base^exponent when it fits 64 bits. */
static bool power_fits(int64_t base, int64_t exponent, int64_t *result) {
  int64_t power = 1;
  while (true) {
    if (exponent & 1 && __builtin_mul_overflow(power, base, &power)) return false;
    if (!(exponent >>= 1)) break;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
  *result = power;
  return true;
}

/* Consumes `factor` and gives factor * other. */
static RtValue multiply_into(STEAL RtValue factor, RtValue other) {
  RtValue product = rt_int_mul(factor, other);
  rt_decref(factor);
  return product;
}

/* Left to right over the exponent's bits. */
static RtValue power_by_squaring(RtValue base, int64_t exponent) {
  RtValue power = rt_new_ref(base);
  for (int bit = rt_limb_bits((uint64_t)exponent) - 2; bit >= 0 && power; bit--) {
    power = multiply_into(power, power);
    if (power && exponent >> bit & 1) power = multiply_into(power, base);
  }
  return power;
}

static int trailing_zeros(const RtIntView *view, int64_t *zeros) {
  int64_t i = 0;
  while (view->limbs[i] == 0) i++;
  *zeros = i * 64 + __builtin_ctzll(view->limbs[i]);
  return *zeros > 0;
}

/* base = odd * 2^zeros: powers of two are a shift. */
static RtValue power_big(RtValue base, int64_t exponent) {
  RtIntView view;
  int64_t zeros, shift;
  rt_int_view(&view, base);
  if (!trailing_zeros(&view, &zeros)) return power_by_squaring(base, exponent);
  if (__builtin_mul_overflow(zeros, exponent, &shift) || !rt_fits_small(shift)) return rt_raise_memory();
  RtValue odd = rt_int_rshift(base, rt_from_small(zeros));
  if (!odd) return 0;
  RtValue power = power_by_squaring(odd, exponent);
  rt_decref(odd);
  if (!power) return 0;
  RtValue result = rt_int_lshift(power, rt_from_small(shift));
  rt_decref(power);
  return result;
}

static RtValue power_negative(RtValue base, RtValue exponent) {
  int overflow;
  double b = rt_int_to_double(base, &overflow), e;
  if (!overflow) e = rt_int_to_double(exponent, &overflow);
  if (overflow) return rt_raise_string(&rt_exc_OverflowError, RT_INT_TOO_LARGE);
  return rt_float_pow(b, e);
}

RT_WITNESS RtValue rt_int_pow(RtValue base, RtValue exponent) {
  if (rt_int_is_negative(exponent)) return power_negative(base, exponent);
  if (exponent == rt_from_small(0)) return rt_from_small(1);
  if (base == rt_from_small(0) || base == rt_from_small(1)) return base;
  bool odd = rt_is_small(exponent) ? rt_small(exponent) & 1 : rt_int_big(exponent)->limbs[0] & 1;
  if (base == rt_from_small(-1)) return rt_from_small(odd ? -1 : 1);
  if (!rt_is_small(exponent)) return rt_raise_memory();
  int64_t e = rt_small(exponent), result;
  if (rt_is_small(base) && power_fits(rt_small(base), e, &result)) return rt_int_from_i64(result);
  if (e > RT_LIMBS_MAX * 64) return rt_raise_memory();
  return power_big(base, e);
}

/* ---- with a modulus ---- */
/* Modulus of one limb, normalised to d = m << shift with reciprocal v. */
typedef struct OneLimb {
  uint64_t d, v;
  int shift;
} OneLimb;

static uint64_t multiply_modulo(const OneLimb *m, uint64_t a, uint64_t b) {
  uint64_t high, low = rt_limb_mul(a, b, &high), remainder;
  if (m->shift) {
    high = high << m->shift | low >> (64 - m->shift);
    low <<= m->shift;
  }
  rt_limb_divide(high, low, m->d, m->v, &remainder);
  return remainder >> m->shift;
}

static uint64_t power_modulo_one_limb(uint64_t base, const RtIntView *exponent, uint64_t modulus) {
  OneLimb m = {.shift = __builtin_clzll(modulus)};
  m.d = modulus << m.shift;
  m.v = rt_limb_reciprocal(m.d);
  uint64_t power = 1 % modulus;
  for (int64_t bit = rt_limbs_bit_length(exponent->limbs, exponent->count) - 1; bit >= 0; bit--) {
    power = multiply_modulo(&m, power, power);
    if (exponent->limbs[bit / 64] >> bit % 64 & 1) power = multiply_modulo(&m, power, base);
  }
  return power;
}

static RtValue multiply_and_reduce(STEAL RtValue a, RtValue b, RtValue modulus) {
  RtValue product = multiply_into(a, b);
  if (!product) return 0;
  RtValue result = rt_int_mod(product, modulus);
  rt_decref(product);
  return result;
}

enum { WINDOW = 4 };

/* Four bits of the exponent at a time; powers holds base^0 .. base^15. */
static RtValue power_by_windows(RtValue *powers, const RtIntView *exponent, RtValue modulus) {
  RtValue power = rt_new_ref(powers[0]);
  int64_t windows = (rt_limbs_bit_length(exponent->limbs, exponent->count) + WINDOW - 1) / WINDOW;
  for (int64_t window = windows - 1; window >= 0 && power; window--) {
    for (int i = 0; i < WINDOW && power && window != windows - 1; i++)
      power = multiply_and_reduce(power, power, modulus);
    int64_t bit = window * WINDOW;
    uint64_t digit = exponent->limbs[bit / 64] >> bit % 64 & ((1 << WINDOW) - 1);
    if (digit && power) power = multiply_and_reduce(power, powers[digit], modulus);
  }
  return power;
}

static RtValue power_modulo_big(RtValue base, const RtIntView *exponent, RtValue modulus) {
  RtValue powers[1 << WINDOW], result = 0;
  powers[0] = rt_from_small(1);
  int made = 1;
  while (made < 1 << WINDOW) {
    RtValue next = multiply_and_reduce(rt_new_ref(powers[made - 1]), base, modulus);
    if (!next) break;
    powers[made++] = next;
  }
  if (made == 1 << WINDOW) result = power_by_windows(powers, exponent, modulus);
  while (made > 0) rt_decref(powers[--made]);
  return result;
}

/* 0 <= base < modulus, exponent >= 0, modulus > 1. */
static RtValue power_modulo(RtValue base, RtValue exponent, RtValue modulus) {
  RtIntView b, e, m;
  rt_int_view(&b, base);
  rt_int_view(&e, exponent);
  rt_int_view(&m, modulus);
  if (m.count == 1) return rt_int_from_u64(power_modulo_one_limb(b.count ? b.limbs[0] : 0, &e, m.limbs[0]));
  return power_modulo_big(base, &e, modulus);
}

/* One step of Euclid's extended algorithm: (r0, r1, s0, s1) -> (r1, r0 - q r1, s1, s0 - q s1). */
static int euclid_step(RtValue state[4]) {
  RtValue q, r;
  if (rt_int_divide(state[0], state[1], &q, &r)) return -1;
  q = multiply_into(q, state[3]);
  RtValue s = q ? rt_int_sub(state[2], q) : 0;
  if (q) rt_decref(q);
  if (!s) {
    rt_decref(r);
    return -1;
  }
  rt_decref(state[0]);
  rt_decref(state[2]);
  state[0] = state[1];
  state[2] = state[3];
  state[1] = r;
  state[3] = s;
  return 0;
}

/* The x with base * x = 1 modulo a positive modulus. */
static RtValue inverse(RtValue base, RtValue modulus) {
  RtValue state[4] = {rt_new_ref(base), rt_new_ref(modulus), rt_from_small(1), rt_from_small(0)}, result = 0;
  int failed = 0;
  while (!failed && !rt_int_is_zero(state[1])) failed = euclid_step(state);
  if (!failed && state[0] == rt_from_small(1)) result = rt_int_mod(state[2], modulus);
  else if (!failed) rt_raise_string(&rt_exc_ValueError, "base is not invertible for the given modulus");
  for (int i = 0; i < 4; i++) rt_decref(state[i]);
  return result;
}

/* As power_modulo with any base and exponent; the modulus is at least 1. */
static RtValue power_positive_modulus(RtValue base, RtValue exponent, RtValue modulus) {
  if (modulus == rt_from_small(1)) return rt_from_small(0);
  RtValue reduced = rt_int_mod(base, modulus), result = 0;
  if (!reduced) return 0;
  if (!rt_int_is_negative(exponent)) {
    result = power_modulo(reduced, exponent, modulus);
  } else {
    RtValue inverted = inverse(reduced, modulus), positive = inverted ? rt_int_neg(exponent) : 0;
    if (positive) {
      result = power_modulo(inverted, positive, modulus);
      rt_decref(positive);
    }
    rt_xdecref(inverted);
  }
  rt_decref(reduced);
  return result;
}

RtValue rt_int_pow_mod(RtValue base, RtValue exponent, RtValue modulus) {
  if (rt_int_is_zero(modulus)) return rt_raise_string(&rt_exc_ValueError, "pow() 3rd argument cannot be 0");
  if (!rt_int_is_negative(modulus)) return power_positive_modulus(base, exponent, modulus);
  RtValue positive = rt_int_neg(modulus),
          power = positive ? power_positive_modulus(base, exponent, positive) : 0, result = 0;
  if (power) {
    result = rt_int_mod(power, modulus);
    rt_decref(power);
  }
  rt_xdecref(positive);
  return result;
}
