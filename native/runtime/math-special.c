/*
 * gamma and lgamma by Lanczos' approximation (C. Lanczos, "A precision approximation of the gamma function",
 * 1964), with g = 6.0246... and the 13 coefficients that Boost and CPython use, in CPython's order of
 * operations: results agree to the last bit.
 */
#include "libm.h"
#include "math-module.h"

enum { TERMS = 13 };
static const double pi = 3.141592653589793238462643383279502884197,
                    log_pi = 1.144729885849400174143427351353058711647;
static const double g = 6.024680040776729583740234375, g_minus_half = 5.524680040776729583740234375;
static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double denominator[TERMS] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                          45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                          1925.0,     66.0,       1.0};
enum { EXACT = 23 }; /* factorials that a double holds exactly */

/* The quotient of the two polynomials, evaluated from the end that doesn't overflow. */
static double lanczos_sum(double x) {
  double top = 0, bottom = 0;
  if (x < 5) {
    for (int i = TERMS - 1; i >= 0; i--) {
      top = top * x + numerator[i];
      bottom = bottom * x + denominator[i];
    }
  } else {
    for (int i = 0; i < TERMS; i++) {
      top = top / x + numerator[i];
      bottom = bottom / x + denominator[i];
    }
  }
  return top / bottom;
}

/* sin(pi x) of a finite x. */
static double sin_pi(double x) {
  double y = fmod(fabs(x), 2.0), result;
  switch ((int)round(2.0 * y)) {
    case 0: result = sin(pi * y); break;
    case 1: result = cos(pi * (y - 0.5)); break;
    case 2: result = sin(pi * (1.0 - y)); break;
    case 3: result = -cos(pi * (y - 1.5)); break;
    default: result = sin(pi * (y - 2.0)); break;
  }
  return copysign(1.0, x) * result;
}

static double factorial_of(int n) {
  double result = 1;
  for (int i = 2; i <= n; i++) result *= i;
  return result;
}

/* |x| between 1e-20 and 200, no negative integer. */
static double gamma_by_lanczos(double x) {
  double a = fabs(x), y = a + g_minus_half, lost;
  if (a > g_minus_half) lost = (y - a) - g_minus_half;
  else lost = (y - g_minus_half) - a;
  lost = lost * g / y;
  double result, half_power = a < 140 ? pow(y, a - 0.5) : pow(y, a / 2.0 - 0.25);
  if (x < 0) {
    result = -pi / sin_pi(a) / a * exp(y) / lanczos_sum(a);
    result -= lost * result;
    result /= half_power;
    return a < 140 ? result : result / half_power;
  }
  result = lanczos_sum(a) / exp(y);
  result += lost * result;
  result *= half_power;
  return a < 140 ? result : result * half_power;
}

double rt_math_gamma_of(double x, bool *domain, bool *range) {
  if (isnan(x) || x == INFINITY) return x;
  double a = fabs(x), result;
  if (isinf(x) || x == 0 || (x < 0 && x == floor(x))) {
    *domain = true;
    return NAN;
  }
  if (x == floor(x) && x <= EXACT) return factorial_of((int)x - 1);
  if (a < 1e-20) result = 1.0 / x;
  else if (a > 200) result = x < 0 ? 0.0 / sin_pi(x) : INFINITY;
  else result = gamma_by_lanczos(x);
  *range = isinf(result);
  return result;
}

double rt_math_lgamma_of(double x, bool *domain, bool *range) {
  if (isnan(x)) return x;
  if (isinf(x)) return INFINITY;
  if (x == floor(x) && x <= 2) {
    *domain = x <= 0;
    return x <= 0 ? INFINITY : 0.0;
  }
  double a = fabs(x);
  if (a < 1e-20) return -log(a);
  double result = log(lanczos_sum(a)) - g;
  result += (a - 0.5) * (log(a + g - 0.5) - 1);
  if (x < 0) result = log_pi - log(fabs(sin_pi(a))) - log(a) - result;
  *range = isinf(result);
  return result;
}
