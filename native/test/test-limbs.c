/* Long arithmetic checked against itself: products by two methods, a = q b + r, digits there and back.
 * Operands are full of 0 and f limbs, which carry far. */
#include "../runtime/limbs.h"
#include <stdio.h>
#include <stdlib.h>

RtModuleDef *const tauraro_modules[] = {NULL};
static uint64_t state = 88172645463325252u;

static uint64_t random_word(void) {
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

static void fill(uint64_t *a, int64_t n) {
  int style = (int)(random_word() % 4);
  for (int64_t i = 0; i < n; i++) {
    uint64_t r = random_word();
    a[i] = style == 0   ? r
           : style == 1 ? (r & 1 ? UINT64_MAX : 0)
           : style == 2 ? (r % 3 ? UINT64_MAX : r)
                        : (r % 3 ? 0 : r);
  }
  if (!a[n - 1]) a[n - 1] = 1;
}

static void check_product(int64_t n, int64_t m) {
  uint64_t *a = malloc(8 * (size_t)(4 * (n + m))), *b = a + n, *fast = b + m, *slow = fast + n + m;
  fill(a, n);
  fill(b, m);
  assert(rt_limbs_mul(fast, a, n, b, m) == 0);
  if (n >= m) rt_limbs_mul_simple(slow, a, n, b, m);
  else rt_limbs_mul_simple(slow, b, m, a, n);
  if (rt_limbs_compare_n(fast, slow, n + m))
    printf("product of %lld and %lld limbs\n", (long long)n, (long long)m), abort();
  free(a);
}

static void check_quotient(int64_t n, int64_t m) {
  uint64_t *a = malloc(8 * (size_t)(4 * (n + m) + 8)), *b = a + n, *q = b + m, *r = q + n - m + 1,
           *back = r + m;
  fill(a, n);
  fill(b, m);
  if (random_word() % 4 == 0) memcpy(a + n - m, b, 8 * (size_t)m);
  assert(rt_limbs_divide(q, r, a, n, b, m) == 0);
  assert(rt_limbs_compare_n(r, b, m) < 0);
  assert(rt_limbs_mul(back, q, n - m + 1, b, m) == 0);
  assert(rt_limbs_add(back, back, n + 1, r, m) == 0);
  if (back[n] || rt_limbs_compare_n(back, a, n))
    printf("%lld limbs by %lld\n", (long long)n, (long long)m), abort();
  free(a);
}

static void check_digits(int64_t n) {
  uint64_t *a = malloc(8 * (size_t)n);
  fill(a, n);
  char *text = malloc((size_t)rt_limbs_decimal_room(n));
  int64_t length = rt_limbs_to_decimal(text, a, n);
  uint64_t *back = malloc(8 * (size_t)rt_limbs_digits_room(length));
  assert(rt_limbs_from_decimal(back, text, length) == n);
  if (text[0] == '0' || rt_limbs_compare_n(a, back, n))
    printf("digits of %lld limbs\n", (long long)n), abort();
  free(back);
  free(text);
  free(a);
}

int main(void) {
  for (int i = 0; i < 3000; i++)
    check_product(1 + (int64_t)(random_word() % 200), 1 + (int64_t)(random_word() % 200));
  for (int i = 0; i < 40; i++)
    check_product(1 + (int64_t)(random_word() % 12000), 1 + (int64_t)(random_word() % 4000));
  for (int i = 0; i < 5000; i++) {
    int64_t m = 1 + (int64_t)(random_word() % 250), n = m + (int64_t)(random_word() % 500);
    check_quotient(n, m);
  }
  for (int i = 0; i < 30; i++) {
    int64_t m = 1 + (int64_t)(random_word() % 5000);
    check_quotient(m + (int64_t)(random_word() % 9000), m);
  }
  for (int i = 0; i < 400; i++) check_digits(1 + (int64_t)(random_word() % 200));
  for (int i = 0; i < 10; i++) check_digits(1 + (int64_t)(random_word() % 5000));
  printf("ok\n");
  return 0;
}
