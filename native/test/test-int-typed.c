/* The int operations on registers agree with those on Values, around every power of two and at random. */
#include "../runtime/int.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

RtModuleDef *const tauraro_modules[] = {NULL};
RtValue rt_int_add_i64(int64_t, int64_t), rt_int_sub_i64(int64_t, int64_t), rt_int_mul_i64(int64_t, int64_t),
    rt_int_neg_i64(int64_t), rt_int_floordiv_i64(int64_t, int64_t), rt_int_mod_i64(int64_t, int64_t),
    rt_int_pow_i64(int64_t, int64_t);
double rt_int_divide_i64(int64_t, int64_t);
int64_t rt_int_pow_mod_i64(int64_t, int64_t, int64_t), rt_int_hash_i64(int64_t);
int rt_compare_int_float(int64_t, double);

static uint64_t state = 88172645463325252u;
static uint64_t random_word(void) {
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

static int64_t random_int(void) {
  uint64_t r = random_word();
  int64_t near = (int64_t)(((uint64_t)1 << r % 64) + (r >> 8) % 5 - 2);
  return r >> 20 & 1   ? near
         : r >> 21 & 1 ? -(near + (near == INT64_MIN))
                       : (int64_t)random_word() >> (r >> 24) % 64;
}

static void same(const char *what, STEAL RtValue got, STEAL RtValue want, int64_t a, int64_t b) {
  if (!got || !want || rt_int_compare(got, want) != 0)
    printf("%s(%lld, %lld)\n", what, (long long)a, (long long)b), abort();
  rt_decref(got);
  rt_decref(want);
}

static void check_division(int64_t a, int64_t b, RtValue x, RtValue y) {
  same("floordiv", rt_int_floordiv_i64(a, b), rt_int_floordiv(x, y), a, b);
  same("mod", rt_int_mod_i64(a, b), rt_int_mod(x, y), a, b);
  RtValue quotient = rt_int_truediv(x, y);
  double want = rt_float_value(quotient), got = rt_int_divide_i64(a, b);
  if (got != want || signbit(got) != signbit(want))
    printf("%lld / %lld: %a, not %a\n", (long long)a, (long long)b, got, want), abort();
  rt_decref(quotient);
}

static void check_power(int64_t a, RtValue x) {
  int64_t e = (int64_t)(random_word() % 70), m = random_int();
  RtValue exponent = rt_int_from_i64(e);
  same("pow", rt_int_pow_i64(a, e), rt_int_pow(x, exponent), a, e);
  if (m > 0) {
    RtValue modulus = rt_int_from_i64(m);
    same("pow mod", rt_int_from_i64(rt_int_pow_mod_i64(a, e, m)), rt_int_pow_mod(x, exponent, modulus), a, m);
    rt_decref(modulus);
  }
  rt_decref(exponent);
}

int main(void) {
  char here;
  rt_stack_limit = (uintptr_t)&here - (4 << 20);
  for (int i = 0; i < 200000; i++) {
    int64_t a = random_int(), b = random_int();
    RtValue x = rt_int_from_i64(a), y = rt_int_from_i64(b);
    same("add", rt_int_add_i64(a, b), rt_int_add(x, y), a, b);
    same("sub", rt_int_sub_i64(a, b), rt_int_sub(x, y), a, b);
    same("mul", rt_int_mul_i64(a, b), rt_int_mul(x, y), a, b);
    same("neg", rt_int_neg_i64(a), rt_int_neg(x), a, 0);
    if (b) check_division(a, b, x, y);
    if (i % 10 == 0) check_power(a, x);
    assert(rt_int_hash_i64(a) == rt_int_hash(x));
    int order = rt_compare_int_float(a, (double)b);
    RtValue exact = rt_int_from_double((double)b);
    assert(order == rt_int_compare(x, exact));
    rt_decref(exact);
    rt_decref(x);
    rt_decref(y);
  }
  printf("ok\n");
  return 0;
}
