/*
 * What a program written as C (`tauraro build app.py -o app.c`) stands on: the runtime's functions, and the small things that its code is made of.
 * Only such programs include it, so its names are short: all of the program's own end in a number or a kind (fib_fast0, str_name, line_12).
 */
#ifndef RT_PROGRAM_H
#define RT_PROGRAM_H
#include "builtins.h"
#include "bytes.h"
#include "compiled.h"
#include "container.h"
#include "dict-kinds.h"
#include "exception.h"
#include "function.h"
#include "generator.h"
#include "inline.h"
#include "int.h"
#include "iterator.h"
#include "object.h"
#include "startup.h"

/* Floats are Python's to the last bit: a * b + c rounds twice. */
#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#elif defined(__FP_FAST_FMA) && !defined(__STRICT_ANSI__)
#error "compile with -std=c11: otherwise gcc computes a * b + c as one operation"
#endif

#define FN(result, name, parameters, effect) result name parameters;
#include "program-functions.h" /* written by --emit-runtime: includes the lists in abi */
#undef FN

#if defined(__GNUC__) && !defined(__clang__)
/* Where a value might be absent for all that gcc knows, it follows that case to the end and warns of what would be read at address 0. */
#pragma GCC diagnostic ignored "-Warray-bounds"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#endif

/* Bodies for what is called most. */
#define rt_float_new(value) rt_inline_float_new(value)
#define rt_store_float(object, offset, value) rt_inline_store_float(object, offset, value)
#define rt_instance_new(type) rt_inline_instance_new(type)

/* Plain __builtin_expect means nine times of ten to gcc, so that a loop with a few checks would hardly ever come to its second round. */
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 9
#define LIKELY(x) __builtin_expect_with_probability((x), 1, 0.9999)
#define UNLIKELY(x) __builtin_expect_with_probability((x), 0, 0.9999)
#else
#define LIKELY(x) __builtin_expect((x), 1)
#define UNLIKELY(x) __builtin_expect((x), 0)
#endif
#define ALWAYS_INLINE static inline __attribute__((always_inline, unused))
/* Not `cold`: gcc takes what follows a call of a cold function, and the loop around it, for code that never runs. */
#define OUT_OF_LINE static __attribute__((noinline, unused))

/* Values are words; objects lie behind them. */
#define VAL(address) ((RtValue)(uintptr_t)(address))
#define PTR(value) ((void *)(uintptr_t)(value))
#define SMALL(number) ((RtValue)((uint64_t)(int64_t)(number) << 1 | 1))

/* Memory by what is held there: MEMORY(list_int, int64_t) makes a kind of memory, which the compiler knows to be apart from all others.
   MIXED: it is accessed as several types. */
#define MEMORY(kind, type) struct m_##kind { RT_WORD type it; }
#define BYTES(kind, type) struct m_##kind { type it; }
#define MIXED(kind, type) struct __attribute__((may_alias)) m_##kind { RT_WORD type it; }
#define MIXED_BYTES(kind, type) struct __attribute__((may_alias)) m_##kind { type it; }
#define AT(kind, base, offset) (((struct m_##kind *)(void *)((char *)(base) + (offset)))->it)
#define ITEM(kind, base, index) (((struct m_##kind *)(base))[index].it)

/* A variable of the program, or a class. */
typedef struct Cell { RtValue it; } Cell;

/* What fast versions return. status 0: the payload is what was inferred, 1: an exception is pending, 2: the payload is a tagged word. */
typedef struct Pair { int64_t payload, status; } Pair;
typedef struct FloatPair { double payload; int64_t status; } FloatPair;
#define PAIR(payload, status) ((Pair){(payload), (status)})
#define FLOAT_PAIR(payload, status) ((FloatPair){(payload), (status)})

ALWAYS_INLINE int64_t double_bits(double d) {
  int64_t bits;
  memcpy(&bits, &d, sizeof bits);
  return bits;
}
ALWAYS_INLINE double bits_double(int64_t bits) {
  double d;
  memcpy(&d, &bits, sizeof d);
  return d;
}

/* What a general version has given, as a fast version gives it. */
ALWAYS_INLINE Pair pair_of_call(RtValue word) { return PAIR(word, word == 0 ? 1 : 0); }
ALWAYS_INLINE Pair pair_of_exit(RtValue word) { return PAIR(word, word == 0 ? 1 : 2); }
ALWAYS_INLINE FloatPair float_pair_of_exit(RtValue word) { return FLOAT_PAIR(bits_double(word), word == 0 ? 1 : 2); }

/* Modulo 2^64; plain + - * stand where that can't be left. */
ALWAYS_INLINE int64_t wrap_add(int64_t a, int64_t b) { return (int64_t)((uint64_t)a + (uint64_t)b); }
ALWAYS_INLINE int64_t wrap_sub(int64_t a, int64_t b) { return (int64_t)((uint64_t)a - (uint64_t)b); }
ALWAYS_INLINE int64_t wrap_mul(int64_t a, int64_t b) { return (int64_t)((uint64_t)a * (uint64_t)b); }
ALWAYS_INLINE int64_t shift_left(int64_t a, int64_t b) { return (int64_t)((uint64_t)a << b); }
ALWAYS_INLINE int64_t shift_right(int64_t a, int64_t b) { return a >> b; }
ALWAYS_INLINE int64_t shift_right_unsigned(int64_t a, int64_t b) { return (int64_t)((uint64_t)a >> b); }

/* Where both are small, half as wide a division takes a fraction of the time; clang sees to that itself. */
#if defined(__x86_64__) && !defined(__clang__)
#define HALF_WIDE(a, b) (!__builtin_constant_p(b) && ((uint64_t)(a) | (uint64_t)(b)) >> 32 == 0)
#else
#define HALF_WIDE(a, b) 0
#endif
ALWAYS_INLINE int64_t div_int(int64_t a, int64_t b) { return HALF_WIDE(a, b) ? (int64_t)((uint32_t)a / (uint32_t)b) : a / b; }
ALWAYS_INLINE int64_t mod_int(int64_t a, int64_t b) { return HALF_WIDE(a, b) ? (int64_t)((uint32_t)a % (uint32_t)b) : a % b; }
ALWAYS_INLINE int64_t div_unsigned(int64_t a, int64_t b) {
  return HALF_WIDE(a, b) ? (int64_t)((uint32_t)a / (uint32_t)b) : (int64_t)((uint64_t)a / (uint64_t)b);
}
ALWAYS_INLINE int64_t mod_unsigned(int64_t a, int64_t b) {
  return HALF_WIDE(a, b) ? (int64_t)((uint32_t)a % (uint32_t)b) : (int64_t)((uint64_t)a % (uint64_t)b);
}
/* By a constant, of what is known to be small enough: a / b is a * factor >> shift, which compilers find for any number of 64 bits only. */
ALWAYS_INLINE int64_t div_short(int64_t a, int64_t b, uint64_t factor, int shift) {
  (void)b;
  return (int64_t)((uint64_t)a * factor >> shift);
}
/* The product has 128 bits. */
ALWAYS_INLINE int64_t div_long(int64_t a, int64_t b, uint64_t factor, int shift) {
#ifdef __SIZEOF_INT128__
  (void)b;
  return (int64_t)((uint64_t)((RtUint128)(uint64_t)a * factor >> 64) >> (shift - 64));
#else
  (void)factor, (void)shift;
  return (int64_t)((uint64_t)a / (uint64_t)b);
#endif
}
ALWAYS_INLINE int64_t mod_short(int64_t a, int64_t b, uint64_t factor, int shift) { return a - div_short(a, b, factor, shift) * b; }
ALWAYS_INLINE int64_t mod_long(int64_t a, int64_t b, uint64_t factor, int shift) { return a - div_long(a, b, factor, shift) * b; }
ALWAYS_INLINE int64_t min_int(int64_t a, int64_t b) { return a < b ? a : b; }
/* For a value that is compared with itself. */
ALWAYS_INLINE int64_t same_word(int64_t v) { return v; }
ALWAYS_INLINE double same_float(double d) { return d; }
ALWAYS_INLINE int64_t max_int(int64_t a, int64_t b) { return a > b ? a : b; }

ALWAYS_INLINE bool stack_is_used_up(void) {
  char here;
  return (uintptr_t)&here < rt_stack_limit;
}

/* ---- reference counts ---- */
MEMORY(refcount, int64_t);

ALWAYS_INLINE void incref(RtValue v) {
  if (!rt_is_small(v)) AT(refcount, PTR(v), 0)++;
}
ALWAYS_INLINE void decref(RtValue v) {
  if (!rt_is_small(v) && --AT(refcount, PTR(v), 0) == 0) rt_dealloc(rt_object(v));
}
/* _maybe: of a value that may be absent; _rare: nearly always is. */
ALWAYS_INLINE void incref_maybe(RtValue v) {
  if (v) incref(v);
}
ALWAYS_INLINE void decref_maybe(RtValue v) {
  if (v) decref(v);
}
OUT_OF_LINE void incref_cold(RtValue v) { incref(v); }
OUT_OF_LINE void decref_cold(RtValue v) { decref(v); }
OUT_OF_LINE void incref_maybe_cold(RtValue v) { incref_maybe(v); }
OUT_OF_LINE void decref_maybe_cold(RtValue v) { decref_maybe(v); }
ALWAYS_INLINE void decref_rare(RtValue v) {
  if (UNLIKELY(v != 0)) decref_cold(v);
}

ALWAYS_INLINE RtValue box_int(int64_t i) {
  int64_t doubled;
  if (UNLIKELY(__builtin_add_overflow(i, i, &doubled))) return rt_int_from_i64(i);
  return doubled | 1;
}
OUT_OF_LINE RtValue box_int_cold(int64_t i) { return box_int(i); }

/* ---- generators ---- */
ALWAYS_INLINE RtValue take_frame(RtGenerator *g, int64_t slot) {
  RtValue v = g->frame[slot];
  g->frame[slot] = 0;
  return v;
}
ALWAYS_INLINE RtValue finish_generator(RtGenerator *g) {
  g->state = -1;
  return 0;
}
ALWAYS_INLINE void store_frame(RtGenerator *g, int64_t slot, RtValue v) { g->frame[slot] = v; }
/* What a parameter's slot holds is counted. */
ALWAYS_INLINE void replace_frame(RtGenerator *g, int64_t slot, RtValue v) {
  decref_maybe_cold(g->frame[slot]);
  g->frame[slot] = v;
}

/* ---- static data ---- */
#define STATIC_HEAD(type) {RT_IMMORTAL, &type}
#define STR(name, count, is_ascii, text)                                                                              \
  static RtStr name = {.head = STATIC_HEAD(rt_type_str), .length = (count), .kind = 1, .ascii = (is_ascii), .data = text}
#define WIDE_STR(name, count, unit, ...)                                                                              \
  static struct {                                                                                                     \
    RtObject head;                                                                                                    \
    int64_t length, hash;                                                                                             \
    uint8_t kind, ascii, interned, room_class;                                                                        \
    uint32_t room;                                                                                                    \
    unit data[(count) + 1];                                                                                           \
  } name = {.head = STATIC_HEAD(rt_type_str), .length = (count), .kind = sizeof(unit), .data = {__VA_ARGS__}}
#define BYTE_STRING(name, count, text)                                                                                \
  static RtBytes name = {.head = STATIC_HEAD(rt_type_bytes), .length = (count), .data = text}
#define BIG_INT(name, its_sign, limb_count, ...)                                                                      \
  static RtInt name = {.head = STATIC_HEAD(rt_type_int), .sign = (its_sign), .count = (limb_count), .limbs = {__VA_ARGS__}}
#define FLOAT(name, number) static RtFloat name = {STATIC_HEAD(rt_type_float), number}
#define COMPLEX(name, part) static RtComplex name = {STATIC_HEAD(rt_type_complex), 0, part}
typedef struct StaticItem { RT_WORD void *object; } StaticItem;
#define NAMES(name, count, ...)                                                                                       \
  static struct {                                                                                                     \
    RtObject head;                                                                                                    \
    int64_t length;                                                                                                   \
    StaticItem items[count];                                                                                          \
  } name = {STATIC_HEAD(rt_type_tuple), count, {__VA_ARGS__}}
#define CACHE(name, size) static _Alignas(8) char name[size]
#endif
