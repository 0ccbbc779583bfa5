/* What the number files share: error texts, and the helpers behind the numeric types' slots. */
#ifndef RT_NUMBER_H
#define RT_NUMBER_H
#include "rt.h"

#define RT_INT_DIVISION_BY_ZERO "integer division or modulo by zero"
#define RT_INT_MODULO_BY_ZERO "integer modulo by zero"
#define RT_FLOAT_DIVISION_BY_ZERO "float division by zero"
#define RT_FLOAT_FLOORDIV_BY_ZERO "float floor division by zero"
#define RT_FLOAT_MODULO_BY_ZERO "float modulo by zero"
#define RT_ZERO_TO_NEGATIVE "0.0 cannot be raised to a negative power"
#define RT_INT_TOO_LARGE "int too large to convert to float"

/* Names of the operators as error texts spell them, by RtOp. */
extern const char *const rt_number_operators[RT_OPS];
RtValue rt_dispatch(RtValue a, RtValue b, RtOp op, bool inplace);
RT_COLD RtValue rt_number_raise_operands(RtValue a, RtValue b, RtOp op, bool inplace);

/* An operand of a float operation: 1 and the value, 0 when it isn't a number of that kind, -1 raised (an int
 * too large). */
int rt_number_float_operand(RtValue v, double *result);
/* A str from ASCII text. */
RtStr *rt_number_str(const char *text, int64_t length);
/* a op b where nobody needs a any more: a float or a text that nobody else holds takes the result. And a op= b. */
RtValue rt_number_add(STEAL RtValue a, RtValue b), rt_number_sub(STEAL RtValue a, RtValue b), rt_number_mul(STEAL RtValue a, RtValue b),
    rt_number_truediv(STEAL RtValue a, RtValue b);
RtValue rt_inplace_add(STEAL RtValue a, RtValue b), rt_inplace_sub(STEAL RtValue a, RtValue b), rt_inplace_mul(STEAL RtValue a, RtValue b),
    rt_inplace_truediv(STEAL RtValue a, RtValue b), rt_inplace_floordiv(STEAL RtValue a, RtValue b), rt_inplace_mod(STEAL RtValue a, RtValue b),
    rt_inplace_pow(STEAL RtValue a, RtValue b), rt_inplace_lshift(STEAL RtValue a, RtValue b), rt_inplace_rshift(STEAL RtValue a, RtValue b),
    rt_inplace_and(STEAL RtValue a, RtValue b), rt_inplace_or(STEAL RtValue a, RtValue b), rt_inplace_xor(STEAL RtValue a, RtValue b),
    rt_inplace_matmul(STEAL RtValue a, RtValue b);
RtValue rt_divmod(RtValue a, RtValue b);
/* round(value), round(value, digits); digits 0: absent. */
RtValue rt_round(RtValue value, RtValue digits);
/* value.__name__() when its type has that method; 0 without a pending exception when it hasn't. */
RtValue rt_number_special(RtValue value, RtStr *name, const RtValue *args, int64_t nargs);
/* An int from __int__, __index__; int(x) for anything but text. */
RtValue rt_number_to_int(RtValue);
#endif
