/* The arithmetic dunders of classes: __add__, __radd__ and __iadd__, and their kin. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "slots.h"

static RtValue call_or_notimplemented(RtValue v, RtStr *name, RtValue other) {
  RtValue result = rt_dunder(v, name, &other, 1);
  return result || rt_pending ? result : rt_notimplemented();
}

static bool is_overloaded(RtValue left, RtValue right, RtStr *reflected) {
  RtValue ours = rt_type_lookup(rt_typeof(left), reflected), theirs = rt_type_lookup(rt_typeof(right), reflected);
  return theirs && theirs != ours;
}

/* As CPython's SLOT1BINFULL: `slot` stands in the types of classes, and is called once for each operand's type. */
static RtValue binary(RtValue left, RtValue right, RtOp op, RtBinaryFn slot, RtStr *name, RtStr *reflected) {
  bool other = rt_typeof(left) != rt_typeof(right) && rt_typeof(right)->binary[op] == slot;
  if (rt_typeof(left)->binary[op] == slot) {
    if (other && rt_is_subtype(rt_typeof(right), rt_typeof(left)) && is_overloaded(left, right, reflected)) {
      RtValue result = call_or_notimplemented(right, reflected, left);
      if (result != RT_NOTIMPLEMENTED) return result;
      rt_decref(result);
      other = false;
    }
    RtValue result = call_or_notimplemented(left, name, right);
    if (result != RT_NOTIMPLEMENTED || rt_typeof(left) == rt_typeof(right)) return result;
    rt_decref(result);
  }
  return other ? call_or_notimplemented(right, reflected, left) : rt_notimplemented();
}

#define X(OP, name)                                                                                                   \
  RtValue rt_dunder_##name(RtValue a, RtValue b) {                                                                    \
    return binary(a, b, RT_##OP, rt_dunder_##name, RT_NAME(__##name##__), RT_NAME(__r##name##__));                    \
  }                                                                                                                   \
  RtValue rt_dunder_i##name(RtValue a, RtValue b) { return call_or_notimplemented(a, RT_NAME(__i##name##__), b); }
RT_BINARY_DUNDERS(X)
#undef X

static RtValue unary(RtValue v, RtStr *name, const char *sign) {
  RtValue result = rt_dunder(v, name, NULL, 0);
  if (result || rt_pending) return result;
  return rt_raise_format(&rt_exc_TypeError, "bad operand type for %s: '%s'", sign, rt_typeof(v)->name);
}

RtValue rt_dunder_negative(RtValue v) { return unary(v, RT_NAME(__neg__), "unary -"); }
RtValue rt_dunder_positive(RtValue v) { return unary(v, RT_NAME(__pos__), "unary +"); }
RtValue rt_dunder_invert(RtValue v) { return unary(v, RT_NAME(__invert__), "unary ~"); }
RtValue rt_dunder_absolute(RtValue v) { return unary(v, RT_NAME(__abs__), "abs()"); }

static RtValue checked(RtValue result, bool right, const char *method, const char *wanted) {
  if (!result || right) return result;
  rt_raise_format(&rt_exc_TypeError, "%s returned non-%s (type %s)", method, wanted, rt_typeof(result)->name);
  rt_decref(result);
  return 0;
}

RtValue rt_dunder_index(RtValue v) {
  RtValue result = rt_dunder(v, RT_NAME(__index__), NULL, 0);
  return checked(result, result && rt_is_int(result), "__index__", "int");
}

RtValue rt_dunder_int(RtValue v) {
  RtValue result = rt_dunder(v, RT_NAME(__int__), NULL, 0);
  return checked(result, result && rt_is_int(result), "__int__", "int");
}

RtValue rt_dunder_float(RtValue v) {
  RtValue result = rt_dunder(v, RT_NAME(__float__), NULL, 0);
  if (!result || rt_is_float(result)) return result;
  rt_raise_format(&rt_exc_TypeError, "%s.__float__ returned non-float (type %s)", rt_typeof(v)->name, rt_typeof(result)->name);
  rt_decref(result);
  return 0;
}
