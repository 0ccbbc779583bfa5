/* What the float files share, and what others may use of them. */
#ifndef RT_FLOAT_H
#define RT_FLOAT_H
#include "rt.h"

/* ---- text ---- */
enum { RT_FLOAT_TEXT = 32 };
/* repr(value) with a NUL; returns the length. dot_zero: "1.0", else "1". */
int rt_float_write_repr(char buffer[RT_FLOAT_TEXT], double value, bool dot_zero);
/* The shortest digits that read back as the finite positive value: value = digits * 10^exponent. */
uint64_t rt_float_shortest(double value, int *exponent);
/* The number in text[0..length), spaces around it allowed; false: malformed. */
bool rt_float_parse(const char *text, int64_t length, double *result);
/* A number at the start of [text, end), no spaces, no underscores: where it ends, or NULL. */
const char *rt_float_parse_prefix(const char *text, const char *end, double *result);
RtValue rt_float_from_str(RtStr *s);
RT_COLD RtValue rt_float_raise_literal(RtValue shown);
RtStr *rt_float_hex(double value);
RtValue rt_float_from_hex(RtStr *s);

/* ---- arithmetic ---- */
RtValue rt_float_divmod(double a, double b);
RtValue rt_float_round_value(RtValue value, RtValue digits);
/* round(value, digits); infinity where the result overflows. */
double rt_float_round(double value, int64_t digits);
int64_t rt_float_hash(double value);
/* The bits of the NaN that stands for `no float here` in slots of instances. */
#define RT_FLOAT_ABSENT UINT64_C(0x7ff8616273656e74)
static inline double rt_float_absent(void) { return ((union { uint64_t bits; double value; }){RT_FLOAT_ABSENT}).value; }
bool rt_float_is_absent(double value);
/* For doubles out of bytes: another NaN instead of that one, and of those that arithmetic makes it of. */
double rt_float_from_bits(double value);
/* Equal, or a NaN with the same bits: unboxed NaNs have no identity, by which containers find them. */
bool rt_float_same(double a, double b);
/* value compared with an exact int: -1, 0, 1; the value isn't nan. */
int rt_float_compare_int(double value, RtValue i);
/* i compared with d: -1, 0, 1; 2: d is nan. */
int rt_compare_int_float(int64_t i, double d);
/* OverflowError(34, 'Numerical result out of range') */
RT_COLD RtValue rt_float_raise_range(void);
extern const RtMethodDef rt_float_methods[];
#endif
