/* The type bool: an int whose &, | and ^ on two bools give bools. True and False themselves are in
 * singletons.c. */
#include "container.h"
#include "int.h"

static bool is_bool(RtValue v) { return v == RT_TRUE || v == RT_FALSE; }

#define BINARY(name, op)                                                               \
  static RtValue slot_##name(RtValue a, RtValue b) {                                   \
    if (is_bool(a) && is_bool(b)) return rt_bool_ref((a == RT_TRUE) op(b == RT_TRUE)); \
    if (!rt_is_int(a) || !rt_is_int(b)) return rt_notimplemented();                    \
    return rt_int_##name(rt_int_plain(a), rt_int_plain(b));                            \
  }
BINARY(and, &)
BINARY(or, |)
BINARY(xor, ^)
#undef BINARY

static RtValue slot_repr(RtValue v) {
  return rt_value(RT_NEW_REF(v == RT_TRUE ? RT_NAME(True) : RT_NAME(False)));
}
static int slot_truth(RtValue v) { return v == RT_TRUE; }
static void slot_dealloc(RtObject *object) { object->refcount = RT_IMMORTAL; }

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)type;
  if (rt_no_keywords("bool", kwnames)) return 0;
  if (rt_count_args("bool", nargs, 0, 1)) return 0;
  int truth = nargs ? rt_truth(args[0]) : 0;
  return truth < 0 ? 0 : rt_bool_ref(truth);
}

RtType rt_type_bool = {
    .head = RT_STATIC_HEAD,
    .name = "bool",
    .flags = RT_TYPE_INT | RT_TYPE_BOOL | RT_TYPE_NO_SUBCLASS,
    .instance_size = sizeof(RtObject),
    .base = &rt_type_int,
    .dealloc = slot_dealloc,
    .repr = slot_repr,
    .truth = slot_truth,
    .binary = {[RT_AND] = slot_and, [RT_OR] = slot_or, [RT_XOR] = slot_xor},
    .construct = construct,
};
