/* The functions that stand in a class's slots and call its dunder methods (dunder.c, dunder-number.c); the table of them is in slots.c. */
#ifndef RT_SLOTS_H
#define RT_SLOTS_H
#include "type.h"

/* How a slot of a built-in type is called as a method. */
typedef enum RtWrap {
  RT_WRAP_NONE, RT_WRAP_UNARY, RT_WRAP_BINARY, RT_WRAP_REFLECTED, RT_WRAP_COMPARE, RT_WRAP_LENGTH, RT_WRAP_TRUTH, RT_WRAP_HASH,
  RT_WRAP_SETITEM, RT_WRAP_DELITEM, RT_WRAP_CONTAINS, RT_WRAP_NEXT, RT_WRAP_CALL, RT_WRAP_GETATTR, RT_WRAP_SETATTR, RT_WRAP_DELATTR,
  RT_WRAP_GET, RT_WRAP_SET, RT_WRAP_DELETE, RT_WRAP_INIT, RT_WRAP_NEW
} RtWrap;
typedef void (*RtSlotFn)(void);
struct RtSlotDef {
  const char *name;
  uint16_t offset; /* of the slot in RtType */
  uint8_t wrap;
  uint8_t op; /* RtCmp or RtOp */
  RtSlotFn generic;
};

RtValue rt_dunder_repr(RtValue), rt_dunder_str(RtValue), rt_dunder_iter(RtValue), rt_dunder_next(RtValue);
int64_t rt_dunder_hash(RtValue), rt_dunder_length(RtValue);
int64_t rt_dunder_unhashable(RtValue);
RtValue rt_dunder_compare(RtValue, RtValue, RtCmp);
int rt_dunder_truth(RtValue);
RtValue rt_dunder_getitem(RtValue, RtValue);
int rt_dunder_setitem(RtValue, RtValue, RtValue);
int rt_dunder_contains(RtValue, RtValue);
RtValue rt_dunder_call(RtValue, const RtValue *, int64_t, RtTuple *);
RtValue rt_dunder_getattr(RtValue, RtStr *);
int rt_dunder_setattr(RtValue, RtStr *, RtValue);
RtValue rt_dunder_descr_get(RtValue, RtValue, RtValue);
int rt_dunder_descr_set(RtValue, RtValue, RtValue);
RtValue rt_dunder_negative(RtValue), rt_dunder_positive(RtValue), rt_dunder_invert(RtValue), rt_dunder_absolute(RtValue);
RtValue rt_dunder_index(RtValue), rt_dunder_int(RtValue), rt_dunder_float(RtValue);
/* X(OP, name): the binary operators and the stem of their dunders */
#define RT_BINARY_DUNDERS(X)                                                                                          \
  X(ADD, add) X(SUB, sub) X(MUL, mul) X(TRUEDIV, truediv) X(FLOORDIV, floordiv) X(MOD, mod) X(POW, pow)               \
  X(LSHIFT, lshift) X(RSHIFT, rshift) X(AND, and) X(OR, or) X(XOR, xor) X(MATMUL, matmul)
#define X(OP, name)                                                                                                   \
  RtValue rt_dunder_##name(RtValue, RtValue);                                                                         \
  RtValue rt_dunder_i##name(RtValue, RtValue);
RT_BINARY_DUNDERS(X)
#undef X
/* int.__pow__ and its kin with a modulus. */
RtValue rt_slots_power_mod(const RtWrapper *, RtValue self, const RtValue *args, int64_t nargs);
/* v.name(*args) looked up on the type. 0 without a pending exception: absent. */
RtValue rt_dunder(RtValue v, RtStr *name, const RtValue *args, int64_t nargs);
#endif
