/* math: sums and products of many numbers, and distances. */
#include "container.h"
#include "float.h"
#include "int.h"
#include "math-module.h"
#include "number.h"
#include <float.h>
#include <math.h>

/* ---- fsum: Shewchuk's partial sums, which don't overlap and grow in magnitude ---- */
typedef struct Partials {
  double *values;
  int64_t count, capacity;
  double specials, infinities; /* sums of the inputs that aren't finite */
} Partials;

static int add_partial(Partials *p, double x) {
  int64_t kept = 0;
  for (int64_t i = 0; i < p->count; i++) {
    double y = p->values[i];
    RtTwo sum = fabs(x) < fabs(y) ? rt_two_sum_ordered(y, x) : rt_two_sum_ordered(x, y);
    if (sum.low != 0) p->values[kept++] = sum.low;
    x = sum.high;
  }
  p->count = kept;
  if (x == 0) return 0;
  if (!isfinite(x)) {
    rt_raise_string(&rt_exc_OverflowError, "intermediate overflow in fsum");
    return -1;
  }
  if (p->count == p->capacity) {
    int64_t capacity = p->capacity ? 2 * p->capacity : 32;
    double *grown =
        rt_buffer_realloc(p->values, (uint64_t)p->capacity * sizeof *grown, (uint64_t)capacity * sizeof *grown);
    if (!grown) return -1;
    p->values = grown;
    p->capacity = capacity;
  }
  p->values[p->count++] = x;
  return 0;
}

/* The sum of the partials, correctly rounded. */
static double total_of(const Partials *p) {
  int64_t n = p->count;
  if (n == 0) return 0;
  double high = p->values[--n], low = 0;
  while (n > 0 && low == 0) {
    RtTwo sum = rt_two_sum_ordered(high, p->values[--n]);
    high = sum.high;
    low = sum.low;
  }
  /* Halfway between two doubles: the next partial decides. */
  if (n > 0 && ((low < 0 && p->values[n - 1] < 0) || (low > 0 && p->values[n - 1] > 0))) {
    double twice = low * 2, rounded = high + twice;
    if (twice == rounded - high) high = rounded;
  }
  return high;
}

static int add_number(Partials *p, RtValue v) {
  double x;
  if (rt_to_double(v, &x)) return -1;
  if (isfinite(x)) return add_partial(p, x);
  if (isinf(x)) p->infinities += x;
  p->specials += x;
  return 0;
}

RT_BUILTIN_FN(rt_math_fsum) {
  Partials p = {NULL, 0, 0, 0, 0};
  RtValue iterator = rt_iter(args[0]), item, result = 0;
  if (!iterator) return 0;
  while ((item = rt_next(iterator))) {
    int failed = add_number(&p, item);
    rt_decref(item);
    if (failed) break;
  }
  rt_decref(iterator);
  if (!rt_pending && isnan(p.infinities)) rt_raise_string(&rt_exc_ValueError, "-inf + inf in fsum");
  if (!rt_pending) result = rt_float_new(p.specials != 0 ? p.specials : total_of(&p));
  if (p.values) rt_buffer_free(p.values, (uint64_t)p.capacity * sizeof *p.values);
  return result;
}

/* ---- prod ---- */
RT_BUILTIN_FN(rt_math_prod) {
  static const char *const names[] = {"", "start", NULL};
  RtValue out[2] = {0, 0}, item;
  if (rt_parse_args("prod", names, 1, 1, args, nargs, kwnames, out)) return 0;
  RtValue iterator = rt_iter(out[0]), product = rt_new_ref(out[1] ? out[1] : rt_from_small(1));
  while (iterator && product && (item = rt_next(iterator))) {
    RtValue next = rt_mul(product, item);
    rt_decref(item);
    rt_decref(product);
    product = next;
  }
  rt_xdecref(iterator);
  if (!rt_pending) return product;
  rt_xdecref(product);
  return 0;
}

/* ---- sumprod: floats with three words of precision, everything else exactly as it comes ---- */
typedef struct Three {
  double high, low, tiny;
} Three;

static Three add_product(Three total, double x, double y) {
  RtTwo product = rt_two_product(x, y), sum = rt_two_sum(total.high, product.high),
        r1 = rt_two_sum(total.low, product.low), r2 = rt_two_sum(r1.high, sum.low);
  return (Three){sum.high, r2.high, total.tiny + r1.low + r2.low};
}

/* Adds a term to the total, consuming both. */
static RtValue add_term(STEAL RtValue total, STEAL RtValue term) {
  RtValue sum = term ? rt_add(total, term) : 0;
  rt_xdecref(term);
  rt_decref(total);
  return sum;
}

typedef struct SumProduct {
  RtValue total;
  Three floats;
  bool float_path, in_use;
} SumProduct;

static bool is_exact_float(RtValue v) { return !rt_is_small(v) && rt_typeof(v) == &rt_type_float; }
static bool is_plain_int(RtValue v) { return rt_typeof(v) == &rt_type_int || rt_typeof(v) == &rt_type_bool; }

/* A pair of floats, or of a float and an int, added to the float total; false: not such a pair, or no longer
 * finite. */
static bool add_floats(SumProduct *s, RtValue a, RtValue b) {
  bool left = is_exact_float(a), right = is_exact_float(b);
  if (!s->float_path || (!left && !right) || (!left && !is_plain_int(a)) || (!right && !is_plain_int(b)))
    return false;
  double x, y;
  if (rt_to_double(a, &x) || rt_to_double(b, &y)) {
    rt_clear_pending();
    return false;
  }
  Three next = add_product(s->floats, x, y);
  if (!isfinite(next.high)) return false;
  s->floats = next;
  s->in_use = true;
  return true;
}

static void finish_floats(SumProduct *s) {
  s->float_path = false;
  if (!s->in_use) return;
  s->in_use = false;
  s->total =
      add_term(s->total, rt_float_new(s->floats.high + rt_two_sum(s->floats.low, s->floats.tiny).high));
}

static void add_pair(SumProduct *s, RtValue a, RtValue b, bool *ints) {
  bool both = *ints && rt_typeof(a) == &rt_type_int && rt_typeof(b) == &rt_type_int;
  if (!both) {
    *ints = false;
    if (add_floats(s, a, b)) return;
    finish_floats(s);
  }
  if (s->total) s->total = add_term(s->total, rt_mul(a, b));
}

RT_BUILTIN_FN(rt_math_sumprod) {
  SumProduct s = {rt_from_small(0), {0, 0, 0}, true, false};
  bool ints = true;
  RtValue left = rt_iter(args[0]), right = left ? rt_iter(args[1]) : 0;
  while (right && s.total && !rt_pending) {
    RtValue a = rt_next(left), b = rt_pending ? 0 : rt_next(right);
    if (!rt_pending && !a != !b) rt_raise_string(&rt_exc_ValueError, "Inputs are not the same length");
    bool done = !a || !b;
    if (!done && !rt_pending) add_pair(&s, a, b, &ints);
    rt_xdecref(a);
    rt_xdecref(b);
    if (done) break;
  }
  rt_xdecref(left);
  rt_xdecref(right);
  if (!rt_pending && s.total) finish_floats(&s);
  if (!rt_pending) return s.total;
  rt_xdecref(s.total);
  return 0;
}

/* ---- hypot and dist ---- */
double rt_math_norm(double *v, int64_t count) {
  double max = 0, sum = 1, lost_products = 0, lost_sums = 0;
  bool nan_found = false;
  int exponent;
  for (int64_t i = 0; i < count; i++) {
    v[i] = fabs(v[i]);
    nan_found |= isnan(v[i]);
    if (v[i] > max) max = v[i];
  }
  if (isinf(max)) return max;
  if (nan_found) return NAN;
  if (max == 0 || count <= 1) return max;
  frexp(max, &exponent);
  if (exponent < -1023) { /* the scale would overflow: subnormals become normal first */
    for (int64_t i = 0; i < count; i++) v[i] /= DBL_MIN;
    return DBL_MIN * rt_math_norm(v, count);
  }
  double scale = ldexp(1.0, -exponent);
  for (int64_t i = 0; i < count; i++) {
    double x = v[i] * scale;
    RtTwo square = rt_two_product(x, x), total = rt_two_sum_ordered(sum, square.high);
    sum = total.high;
    lost_products += square.low;
    lost_sums += total.low;
  }
  double root = sqrt(sum - 1.0 + (lost_products + lost_sums));
  RtTwo square = rt_two_product(-root, root), total = rt_two_sum_ordered(sum, square.high);
  lost_products += square.low;
  lost_sums += total.low;
  double rest = total.high - 1.0 + (lost_products + lost_sums);
  root += rest / (2.0 * root); /* one step of Newton's method */
  return root / scale;
}

RT_BUILTIN_FN(rt_math_hypot) {
  double stack[16], *v = stack;
  uint64_t room = (uint64_t)nargs * sizeof *v;
  if (nargs > 16 && !(v = rt_buffer_alloc(room))) return 0;
  bool failed = false;
  for (int64_t i = 0; i < nargs && !failed; i++) failed = rt_to_double(args[i], &v[i]);
  RtValue result = failed ? 0 : rt_float_new(rt_math_norm(v, nargs));
  if (v != stack) rt_buffer_free(v, room);
  return result;
}

static RtValue distance(RtTuple *p, RtTuple *q) {
  if (p->length != q->length)
    return rt_raise_string(&rt_exc_ValueError, "both points must have the same number of dimensions");
  double stack[16], *v = stack, x, y;
  uint64_t room = (uint64_t)p->length * sizeof *v;
  if (p->length > 16 && !(v = rt_buffer_alloc(room))) return 0;
  bool failed = false;
  for (int64_t i = 0; i < p->length && !failed; i++) {
    failed = rt_to_double(p->items[i], &x) || rt_to_double(q->items[i], &y);
    if (!failed) v[i] = x - y;
  }
  RtValue result = failed ? 0 : rt_float_new(rt_math_norm(v, p->length));
  if (v != stack) rt_buffer_free(v, room);
  return result;
}

RT_BUILTIN_FN(rt_math_dist) {
  RtTuple *p = rt_tuple_from_iterable(args[0]), *q = p ? rt_tuple_from_iterable(args[1]) : NULL;
  RtValue result = q ? distance(p, q) : 0;
  if (p) rt_decref_object(p);
  if (q) rt_decref_object(q);
  return result;
}
