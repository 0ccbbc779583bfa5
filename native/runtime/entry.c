/* What calls of function objects run: the choice between a function's fast version and its general one. */
#include "coroutine.h"
#include "generator.h"
#include <assert.h>

static inline bool is_of_type(RtValue arg, const void *type) { return !rt_is_small(arg) && rt_object(arg)->type == type; }

static inline bool fits(RtValue arg, const RtEntryCheck *check) {
  switch (check->kind) {
  case RT_ENTRY_ANY: return true;
  case RT_ENTRY_INT: return rt_is_small(arg) && rt_small(arg) >= check->low && rt_small(arg) <= check->high;
  case RT_ENTRY_BOOL: return arg == RT_TRUE || arg == RT_FALSE;
  case RT_ENTRY_TYPE: return is_of_type(arg, check->address);
  case RT_ENTRY_INSTANCE: return is_of_type(arg, *(void *const *)check->address);
  case RT_ENTRY_SAME: return arg == rt_value(check->address);
  case RT_ENTRY_CLASS: return arg == *(const RtValue *)check->address;
  case RT_ENTRY_FUNCTION: return is_of_type(arg, &rt_type_function) && ((RtFunction *)rt_object(arg))->code->general == check->address;
  case RT_ENTRY_TUPLE: return is_of_type(arg, &rt_type_tuple) && ((RtTuple *)rt_object(arg))->length == check->length;
  }
  assert(!"a check of unknown kind");
  return false;
}

bool rt_entry_fits(const RtCode *code, const RtValue *args) {
  const int64_t count = rt_code_parameter_count(code);
  for (int64_t i = 0; i < count; i++) {
    if (!fits(args[i], &code->checks[i])) return false;
  }
  return true;
}

RtValue rt_entry_general(RtFunction *function, const RtValue *args) {
  return ((RtGeneralVersion)function->code->general)(function, args, 0);
}

/* The arguments go to the first slots of the frame. */
static RtValue with_arguments(RtGenerator *generator, const RtCode *code, const RtValue *args) {
  if (!generator) return 0;
  const int64_t count = rt_code_parameter_count(code);
  for (int64_t i = 0; i < count; i++) generator->frame[i] = rt_new_ref(args[i]);
  return rt_value(generator);
}

#define RESUME(code) ((RtValue (*)(RtGenerator *, RtValue))(code)->general)

RtValue rt_entry_generator(RtFunction *function, const RtValue *args) {
  const RtCode *code = function->code;
  return with_arguments(rt_generator_new(function, code, RESUME(code), code->frame_size, 0), code, args);
}

RtValue rt_entry_coroutine(RtFunction *function, const RtValue *args) {
  const RtCode *code = function->code;
  return with_arguments(rt_coroutine_new(function, code, RESUME(code), code->frame_size, 0), code, args);
}
