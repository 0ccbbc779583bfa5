/*
 * What the int*.c files share: how to look into an int and how to make one. Canonical form: what fits 63 bits
 * is a small int, everything else an RtInt without leading zero limbs.
 */
#ifndef RT_INT_H
#define RT_INT_H
#include "limbs.h"
#include "rt.h"

/* Sign and magnitude of any exact int, without allocating. `limbs` points into the int or, for a small one,
 * into the view. */
typedef struct RtIntView {
  const uint64_t *limbs;
  int64_t count; /* 0: zero */
  int sign;      /* 1 or -1; 1 for zero */
  uint64_t low;
} RtIntView;

static inline RtInt *rt_int_big(RtValue v) {
  assert(!rt_is_small(v) && rt_typeof(v) == &rt_type_int);
  return (RtInt *)rt_object(v);
}

static inline uint64_t rt_int_magnitude(int64_t i) { return i < 0 ? 0 - (uint64_t)i : (uint64_t)i; }

static inline void rt_int_view(RtIntView *view, RtValue v) {
  if (rt_is_small(v)) {
    int64_t i = rt_small(v);
    view->low = rt_int_magnitude(i);
    view->limbs = &view->low;
    view->count = i != 0;
    view->sign = i < 0 ? -1 : 1;
  } else {
    RtInt *big = rt_int_big(v);
    view->limbs = big->limbs;
    view->count = big->count;
    view->sign = big->sign;
  }
}

/* The plain int behind an int, a bool or an instance of a subclass of int. */
static inline BORROWED RtValue rt_int_plain(RtValue v) {
  if (rt_is_small(v) || rt_object(v)->type == &rt_type_int) return v;
  if (v == RT_TRUE) return rt_from_small(1);
  if (v == RT_FALSE) return rt_from_small(0);
  return rt_base_value(v);
}

static inline bool rt_int_is_negative(RtValue v) { return rt_is_small(v) ? v < 0 : rt_int_big(v)->sign < 0; }
static inline bool rt_int_is_zero(RtValue v) { return v == rt_from_small(0); }

/* A big int of that many limbs, sign 1, limbs to be filled in. MemoryError when too large. */
RtInt *rt_int_alloc(int64_t count);
/* Brings a filled-in number into canonical form; also accepts NULL (raised). */
RtValue rt_int_finish(STEAL RtInt *);
RtValue rt_int_from_limbs(const uint64_t *limbs, int64_t count, int sign);

/* The quotient rounded down and the remainder with the divisor's sign; either may be NULL. 0, or -1
 * (ZeroDivisionError raised by the caller). */
int rt_int_divide(RtValue a, RtValue b, RtValue *quotient, RtValue *remainder);
int64_t rt_int_bit_length(RtValue);
int64_t rt_int_hash(RtValue);
/* The power with a modulus; any exact ints. */
RtValue rt_int_pow_mod(RtValue base, RtValue exponent, RtValue modulus);
/* The nearest double to sign * magnitude * 2^exponent; overflow gives infinity. `sticky`: nonzero bits below
 * were cut off. */
double rt_int_scale(const uint64_t *limbs, int64_t count, int64_t exponent, bool sticky);

/* ---- text (int-text.c) ---- */
/* Writes the decimal digits of a 64-bit int, with sign and NUL; returns the length. */
int rt_int_write_i64(char *buffer /* of 24 */, int64_t value);
/* Digits in any base without sign or prefix, malloc'ed; NULL with an exception. The 4300-digit limit applies
 * to decimal. */
char *rt_int_to_digits(RtValue, int base, int64_t *length);
/* int(text) for plain ASCII text of a known length; 0 with nothing pending: malformed. */
RtValue rt_int_parse(const char *text, int64_t length, int base);
RtValue rt_int_from_bytes(const uint8_t *bytes, int64_t length, bool little, bool is_signed);
/* "0b101", "-0xff" */
RtStr *rt_int_to_prefixed(RtValue, int base);
RT_COLD RtValue rt_int_raise_literal(RtValue shown, int base);
bool rt_int_digits_allowed(int64_t digits);
/* The text of a str as ASCII: spaces and digits of all scripts become ASCII ones, what else isn't ASCII '?'.
 * free() unless it is `s->data`. */
char *rt_int_ascii_text(RtStr *s, int64_t *length);

/* ---- methods (int-methods.c) ---- */
extern const RtMethodDef rt_int_methods[];
RtValue rt_int_round(RtValue v, RtValue digits);
RtValue rt_int_constructed(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames);

/* sys.get_int_max_str_digits and its setter; 0: no limit. */
RtValue rt_int_get_max_digits(void);
int rt_int_set_max_digits(int64_t limit);
#endif
