/*
 * Elementary functions in double-double arithmetic (T. J. Dekker, "A floating-point technique for extending
 * the available precision", 1971): a value is the unevaluated sum of two doubles, some 100 bits, so its
 * rounding is nearly always the correct one. Series are Taylor's; inverses are one step of Newton's method
 * from the C library's answer. What glibc composes from other functions is composed here in the same way,
 * since its errors come from there.
 */
#include "libm.h"
#include "math-module.h"
#ifdef RT_OWN_LIBM
#undef sin
#undef cos
#undef tan
#undef asin
#undef acos
#undef atan
#undef atan2
#undef hypot
#undef expm1
#undef sinh
#undef cosh
#undef tanh
#undef log10

/* ---- double-double ---- */
static RtTwo exact(double x) { return (RtTwo){x, 0}; }
static RtTwo negated(RtTwo a) { return (RtTwo){-a.high, -a.low}; }
static double rounded(RtTwo a) { return a.high + a.low; }

/* Without a fused operation a product is split into halves of 26 bits. */
static RtTwo product_of(double a, double b) {
#ifdef __FP_FAST_FMA
  return rt_two_product(a, b);
#else
  const double splitter = 0x1p27 + 1;
  double product = a * b, p = a * splitter, q = b * splitter, a_high = p - (p - a), b_high = q - (q - b),
         a_low = a - a_high, b_low = b - b_high;
  return (RtTwo){product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
#endif
}

static RtTwo sum_of(RtTwo a, RtTwo b) {
  RtTwo high = rt_two_sum(a.high, b.high), low = rt_two_sum(a.low, b.low);
  high = rt_two_sum_ordered(high.high, high.low + low.high);
  return rt_two_sum_ordered(high.high, high.low + low.low);
}

static RtTwo multiplied(RtTwo a, RtTwo b) {
  RtTwo product = product_of(a.high, b.high);
  return rt_two_sum_ordered(product.high, product.low + (a.high * b.low + a.low * b.high));
}

/* coefficients[0] + x * (coefficients[1] + x * …) */
static RtTwo polynomial(const RtTwo *coefficients, int count, RtTwo x, RtTwo rest) {
  for (int i = count; i--;) rest = sum_of(coefficients[i], multiplied(x, rest));
  return rest;
}

static double short_polynomial(const double *coefficients, int count, double x) {
  double result = 0;
  for (int i = count; i--;) result = coefficients[i] + x * result;
  return result;
}

/* ---- expm1, and what glibc makes of it ---- */
/* a * b + c rounded once (nearly always), as glibc computes where the machine has that operation. */
static double fused(double a, double b, double c) {
  RtTwo product = product_of(a, b), sum = rt_two_sum(product.high, c);
  return sum.high + (sum.low + product.low);
}

/* e, where exp(r) - 1 = r - (r * e - r² / 2) for |r| up to ln(2) / 2; the coefficients are those of
   fdlibm (Sun Microsystems, 1993), summed in glibc's order. */
static double excess_near_zero(double r, double *half_square) {
  static const double q[] = {1, -0x1.11111111110f4p-5, 0x1.a01a019fe5585p-10, -0x1.4ce199eaadbb7p-14,
                             0x1.0cfca86e65239p-18, -0x1.afdb76e09c32dp-23};
  double half = 0.5 * r, s = r * half, s2 = s * s,
         series = fused(s2 * s2, fused(s, q[5], q[4]), fused(s2, fused(s, q[3], q[2]), fused(s, q[1], q[0]))),
         t = fused(-series, half, 3);
  *half_square = s;
  return s * ((series - t) / fused(-r, t, 6));
}

/* 2^count * (1 + r - excess) - 1, by the way that loses least. */
static double scaled_less_one(double r, double excess, int count) {
  if (count == -1) return 0.5 * (r - excess) - 0.5;
  if (count == 1) return r < -0.25 ? -2 * (excess - (r + 0.5)) : 1 + 2 * (r - excess);
  if (count <= -2 || count > 56) return ldexp(1 - (excess - r), count) - 1;
  double least = ldexp(1, -count);
  return ldexp(count < 20 ? (1 - least) - (excess - r) : r - (excess + least) + 1, count);
}

double rt_libm_expm1(double x) {
  static const double ln_2 = 0x1.62e42feep-1, ln_2_rest = 0x1.a39ef35793c76p-33;
  double size = fabs(x), half_square;
  if (!(size < 709) || size < 0x1p-54 || x < -38) return expm1(x);
  if (size <= 0x1.62e42p-2) {
    double e = excess_near_zero(x, &half_square);
    return x - fused(x, e, -half_square);
  }
  int sign = x < 0 ? -1 : 1, count = size < 0x1.0a2b2p+0 ? sign : (int)(x / (ln_2 + ln_2_rest) + 0.5 * sign);
  double high = x - count * ln_2, low = count * ln_2_rest, r = high - low,
         lost = (high - r) - low, e = excess_near_zero(r, &half_square);
  return scaled_less_one(r, fused(r, e - lost, -lost) - half_square, count);
}

double rt_libm_sinh(double x) {
  double size = fabs(x);
  if (!(size < 22) || size < 0x1p-28) return sinh(x);
  double t = rt_libm_expm1(size);
  return copysign(0.5, x) * (size < 1 ? 2 * t - t * t / (t + 1) : t + t / (t + 1));
}

double rt_libm_tanh(double x) {
  double size = fabs(x);
  if (!(size < 22) || size < 0x1p-55) return tanh(x);
  double t = rt_libm_expm1(size >= 1 ? 2 * size : -2 * size);
  return copysign(size >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2), x);
}
/* ---- sine and cosine ---- */
/* pi / 2 in four parts: multiples up to 2^20 of the first three have no error. */
static const double half_pi[] = {0x1.921fb544p+0, 0x1.0b4611a6p-34, 0x1.3198a2ep-69, 0x1.b839a252049c1p-104};
static const double most_reduced = 0x1p20;

/* x less the nearest multiple of pi / 2, whose number modulo 4 is the result. */
static int reduced(double x, RtTwo *rest) {
  double count = nearbyint(x / (half_pi[0] + half_pi[1]));
  *rest = rt_two_sum(x - count * half_pi[0], -count * half_pi[1]);
  *rest = sum_of(*rest, exact(-count * half_pi[2]));
  *rest = sum_of(*rest, product_of(-count, half_pi[3]));
  return (int)((int64_t)count & 3);
}

/* For |x| up to pi / 4. */
static RtTwo sine_near_zero(RtTwo x) {
  static const RtTwo heads[] = {{-0x1.5555555555555p-3, -0x1.5555555555555p-57},
                                {0x1.1111111111111p-7, 0x1.1111111111111p-63},
                                {-0x1.a01a01a01a01ap-13, -0x1.a01a01a01a01ap-73},
                                {0x1.71de3a556c734p-19, -0x1.c154f8ddc6cp-73}};
  static const double tail[] = {-1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000,
                                1.0 / 355687428096000, -1.0 / 121645100408832000};
  RtTwo square = multiplied(x, x),
        series = polynomial(heads, 4, square, exact(short_polynomial(tail, 5, square.high)));
  return sum_of(x, multiplied(multiplied(square, x), series));
}

static RtTwo cosine_near_zero(RtTwo x) {
  static const RtTwo heads[] = {{1, 0}, {-0.5, 0},
                                {0x1.5555555555555p-5, 0x1.5555555555555p-59},
                                {-0x1.6c16c16c16c17p-10, 0x1.f49f49f49f49fp-65},
                                {0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76}};
  static const double tail[] = {-1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000,
                                -1.0 / 6402373705728000};
  RtTwo square = multiplied(x, x);
  return polynomial(heads, 5, square, exact(short_polynomial(tail, 5, square.high)));
}

static RtTwo sine_of_turned(RtTwo rest, int quarter) {
  RtTwo value = quarter & 1 ? cosine_near_zero(rest) : sine_near_zero(rest);
  return quarter & 2 ? negated(value) : value;
}

static void sine_and_cosine(double x, RtTwo *sine, RtTwo *cosine) {
  RtTwo rest;
  int quarter = reduced(x, &rest);
  *sine = sine_of_turned(rest, quarter);
  *cosine = sine_of_turned(rest, quarter + 1);
}

static bool is_reducible(double x) { return fabs(x) < most_reduced; }
static bool is_tiny(double x) { return fabs(x) < 0x1p-27; }

double rt_libm_sin(double x) {
  if (!is_reducible(x) || is_tiny(x)) return sin(x);
  RtTwo rest;
  int quarter = reduced(x, &rest);
  return rounded(sine_of_turned(rest, quarter));
}

double rt_libm_cos(double x) {
  if (!is_reducible(x)) return cos(x);
  RtTwo rest;
  int quarter = reduced(x, &rest);
  return rounded(sine_of_turned(rest, quarter + 1));
}

static RtTwo divided(RtTwo a, RtTwo b) {
  double first = a.high / b.high;
  RtTwo rest = sum_of(a, negated(multiplied(exact(first), b)));
  return rt_two_sum_ordered(first, rounded(rest) / b.high);
}

double rt_libm_tan(double x) {
  if (!is_reducible(x) || is_tiny(x)) return tan(x);
  RtTwo sine, cosine;
  sine_and_cosine(x, &sine, &cosine);
  return rounded(divided(sine, cosine));
}

/* ---- inverses: the C library's answer, and one step of Newton's method ---- */
/* The angle of (x, y), where `near` is a double beside it. */
static double angle_of(RtTwo y, RtTwo x, double near) {
  RtTwo sine, cosine;
  sine_and_cosine(near, &sine, &cosine);
  RtTwo across = sum_of(multiplied(y, cosine), negated(multiplied(x, sine)));
  double along = x.high * cosine.high + y.high * sine.high;
  return near + rounded(across) / along;
}

/* The angle whose sine is `s`, positive. */
static RtTwo arc_of_sine(RtTwo s) {
  double near = asin(s.high);
  RtTwo sine, cosine;
  sine_and_cosine(near, &sine, &cosine);
  return (RtTwo){near, rounded(sum_of(s, negated(sine))) / cosine.high};
}

static RtTwo root_of(RtTwo square) {
  double near = sqrt(square.high);
  RtTwo rest = sum_of(square, negated(product_of(near, near)));
  return rt_two_sum_ordered(near, rounded(rest) / (2 * near));
}

/* Beyond a half by the angle's half: sin(a / 2) is sqrt((1 - cos a) / 2). */
static RtTwo half_angle_of_cosine(double x) {
  return arc_of_sine(root_of((RtTwo){(1 - x) / 2, 0}));
}

double rt_libm_asin(double x) {
  double size = fabs(x);
  if (!(size < 1) || is_tiny(x)) return asin(x);
  if (size <= 0.5) return copysign(rounded(arc_of_sine(exact(size))), x);
  RtTwo half = half_angle_of_cosine(size),
        quarter_turn = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54},
        angle = sum_of(quarter_turn, (RtTwo){-2 * half.high, -2 * half.low});
  return copysign(rounded(angle), x);
}

double rt_libm_acos(double x) {
  if (!(fabs(x) < 1) || is_tiny(x)) return acos(x);
  if (x > 0.5) return 2 * rounded(half_angle_of_cosine(x));
  double near = acos(x);
  RtTwo sine, cosine;
  sine_and_cosine(near, &sine, &cosine);
  return near + rounded(sum_of(cosine, exact(-x))) / sine.high;
}

double rt_libm_atan(double x) {
  double near = atan(x);
  return isnan(x) || is_tiny(x) || fabs(x) > 0x1p60 ? near : angle_of(exact(x), exact(1), near);
}

/* Of what is far from underflow and overflow. */
double rt_libm_atan2(double y, double x) {
  double near = atan2(y, x);
  if (!isfinite(x) || !isfinite(y) || x == 0 || y == 0) return near;
  int scale = ilogb(fabs(x) > fabs(y) ? x : y);
  if (fabs((double)ilogb(x) - ilogb(y)) > 500) return near;
  return angle_of(exact(ldexp(y, -scale)), exact(ldexp(x, -scale)), near);
}

/* ---- hypot, cosh, log10 ---- */
/* The root of x² + y² for x >= y > 0, corrected (C. F. Borges, "An improved algorithm for hypot(a,b)",
   2019). */
static double hypotenuse(double x, double y) {
  double near = sqrt(x * x + y * y), beyond, excess;
  if (near <= 2 * y) {
    beyond = near - y;
    excess = x * (2 * beyond - x) + (beyond - 2 * (x - y)) * beyond;
  } else {
    beyond = near - x;
    excess = 2 * beyond * (x - 2 * y) + ((4 * beyond - y) * y + beyond * beyond);
  }
  return near - excess / (2 * near);
}

double rt_libm_hypot(double x, double y) {
  if (!isfinite(x) || !isfinite(y)) return hypot(x, y);
  double most = fmax(fabs(x), fabs(y)), least = fmin(fabs(x), fabs(y));
  if (least <= most * 0x1p-54) return most + least;
  double scale = most > 0x1p511 ? 0x1p600 : least < 0x1p-459 ? 0x1p-600 : 1;
  return hypotenuse(most / scale, least / scale) * scale;
}

/* As glibc has it: by expm1 near zero, else (t + 1 / t) / 2 for t = exp(|x|). */
double rt_libm_cosh(double x) {
  x = fabs(x);
  if (!(x <= 709)) return cosh(x);
  if (x < 0x1.62e43p-2) {
    double rest = rt_libm_expm1(x), whole = 1 + rest;
    return x < 0x1p-55 ? whole : 1 + rest * rest / (whole + whole);
  }
  double t = exp(x);
  return x <= 22 ? 0.5 * t + 0.5 / t : 0.5 * t;
}

/* As glibc has it: x is 2^n * m; log10(2) in two parts, of which multiples of the first have no error. */
double rt_libm_log10(double x) {
  if (!(x > 0) || isinf(x)) return log10(x);
  int exponent = ilogb(x), whole = exponent + (exponent < 0);
  double mantissa = ldexp(x, -whole),
         rest = whole * 0x1.9fef311f12b36p-42 + 0x1.bcb7b1526e50ep-2 * log(mantissa);
  return rest + whole * 0x1.34413509f6p-2;
}
#endif
