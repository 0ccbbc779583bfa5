/* The built-in functions on numbers: abs, divmod, pow, round, bin, oct, hex; and the two of sys about long
 * ints. */
#include "call.h"
#include "container.h"
#include "int.h"
#include "number.h"
#include "str.h"

RT_BUILTIN_FN(rt_builtin_abs) { return rt_abs(args[0]); }
RT_BUILTIN_FN(rt_builtin_divmod) { return rt_divmod(args[0], args[1]); }

RT_BUILTIN_FN(rt_builtin_pow) {
  static const char *const names[] = {"base", "exp", "mod", NULL};
  RtValue out[3] = {0, 0, 0};
  if (rt_parse_args("pow", names, 2, 0, args, nargs, kwnames, out)) return 0;
  return out[2] ? rt_pow_mod(out[0], out[1], out[2]) : rt_pow(out[0], out[1]);
}

RT_BUILTIN_FN(rt_builtin_round) {
  static const char *const names[] = {"number", "ndigits", NULL};
  RtValue out[2] = {0, 0};
  if (rt_parse_args("round", names, 1, 0, args, nargs, kwnames, out)) return 0;
  return rt_round(out[0], out[1]);
}

static RtValue in_base(RtValue v, int base) {
  RtValue index = rt_index_value(v);
  if (!index) return 0;
  RtStr *text = rt_int_to_prefixed(index, base);
  rt_decref(index);
  return rt_value(text);
}

RT_BUILTIN_FN(rt_builtin_bin) { return in_base(args[0], 2); }
RT_BUILTIN_FN(rt_builtin_oct) { return in_base(args[0], 8); }
RT_BUILTIN_FN(rt_builtin_hex) { return in_base(args[0], 16); }

RT_BUILTIN_FN(rt_sys_get_int_max_str_digits) { return rt_int_get_max_digits(); }

RT_BUILTIN_FN(rt_sys_set_int_max_str_digits) {
  static const char *const names[] = {"maxdigits", NULL};
  RtValue out[1] = {0};
  int limit;
  if (rt_parse_args("set_int_max_str_digits", names, 1, 0, args, nargs, kwnames, out)) return 0;
  if (rt_str_c_int_arg(out[0], &limit) || rt_int_set_max_digits(limit)) return 0;
  return rt_none();
}
