/* The methods and attributes of int. self may be a bool or an instance of a subclass. */
#include "bytes.h"
#include "call.h"
#include "container.h"
#include "format-number.h"
#include "int.h"
#include "number.h"
#include "str.h"

RT_METHOD(bit_length) { return rt_int_from_i64(rt_int_bit_length(rt_int_plain(self))); }

RT_METHOD(bit_count) {
  RtIntView view;
  rt_int_view(&view, rt_int_plain(self));
  int64_t count = 0;
  for (int64_t i = 0; i < view.count; i++) count += __builtin_popcountll(view.limbs[i]);
  return rt_from_small(count);
}

RT_METHOD(itself) { return rt_new_ref(rt_int_plain(self)); }
RT_METHOD(zero) { return rt_from_small(0); }
RT_METHOD(one) { return rt_from_small(1); }
RT_METHOD(is_integer) { return rt_new_ref(RT_TRUE); }

RT_METHOD(as_integer_ratio) {
  RtValue items[2] = {rt_int_plain(self), rt_from_small(1)};
  return rt_value(rt_tuple_from(items, 2));
}

RT_METHOD(getnewargs) {
  RtValue plain = rt_int_plain(self);
  return rt_value(rt_tuple_from(&plain, 1));
}

/* ---- rounding ---- */
/* The multiple of unit nearest to v, ties to the even multiple. */
static RtValue round_to_unit(RtValue v, RtValue unit) {
  RtValue quotient, remainder, result = 0;
  if (rt_int_divide(v, unit, &quotient, &remainder)) return 0;
  RtValue twice = rt_int_lshift(remainder, rt_from_small(1));
  int order = twice ? rt_int_compare(twice, unit) : 0;
  bool odd = rt_is_small(quotient) ? rt_small(quotient) & 1 : rt_int_big(quotient)->limbs[0] & 1;
  RtValue down = twice ? rt_int_sub(v, remainder) : 0;
  if (down) result = order > 0 || (order == 0 && odd) ? rt_int_add(down, unit) : rt_new_ref(down);
  rt_xdecref(down);
  rt_xdecref(twice);
  rt_decref(quotient);
  rt_decref(remainder);
  return result;
}

RtValue rt_int_round(RtValue v, RtValue digits) {
  v = rt_int_plain(v);
  if (!digits || digits == RT_NONE) return rt_new_ref(v);
  RtValue places = rt_index_value(digits), result = 0;
  if (!places) return 0;
  if (!rt_int_is_negative(places)) {
    rt_decref(places);
    return rt_new_ref(v);
  }
  /* Beyond all digits the answer is 0 and the power isn't made. */
  bool far = !rt_is_small(places) || -rt_small(places) > rt_int_bit_length(v) / 3 + 2;
  if (far) result = rt_from_small(0);
  else {
    RtValue unit = rt_int_pow(rt_from_small(10), rt_from_small(-rt_small(places)));
    if (unit) {
      result = round_to_unit(v, unit);
      rt_decref(unit);
    }
  }
  rt_decref(places);
  return result;
}

RT_METHOD(round_method) { return rt_int_round(self, nargs ? args[0] : 0); }

/* ---- bytes ---- */
static int byte_order(const char *method, RtValue name, bool *little) {
  *little = false;
  if (!name) return 0;
  if (!rt_is_str(name)) {
    rt_raise_format(&rt_exc_TypeError, "%s() argument 'byteorder' must be str, not %s", method, rt_str_type_name(name));
    return -1;
  }
  RtStr *s = rt_str_of(name);
  *little = rt_str_equal(s, RT_NAME(little));
  if (*little || rt_str_equal(s, RT_NAME(big))) return 0;
  rt_raise_string(&rt_exc_ValueError, "byteorder must be either 'little' or 'big'");
  return -1;
}

/* How many bytes the number needs. */
static int64_t bytes_needed(const RtIntView *view, bool is_signed) {
  int64_t bits = rt_limbs_bit_length(view->limbs, view->count);
  if (!is_signed) return (bits + 7) / 8;
  bool lowest = view->sign < 0 && bits % 8 == 0 && bits; /* -2^(8k-1) fits k bytes */
  for (int64_t i = 0; lowest && i < view->count; i++) {
    uint64_t top = (uint64_t)1 << (bits - 1) % 64;
    lowest = view->limbs[i] == (i == view->count - 1 ? top : 0);
  }
  return lowest ? bits / 8 : bits ? bits / 8 + 1 : 0;
}

static void write_bytes(uint8_t *out, int64_t length, const RtIntView *view, bool little) {
  bool carry = true;
  for (int64_t i = 0; i < length; i++) {
    uint8_t byte = i / 8 < view->count ? (uint8_t)(view->limbs[i / 8] >> i % 8 * 8) : 0;
    if (view->sign < 0) {
      byte = (uint8_t)(~byte + carry);
      carry = carry && byte == 0;
    }
    out[little ? i : length - 1 - i] = byte;
  }
}

RT_METHOD(to_bytes) {
  static const char *const names[] = {"length", "byteorder", "signed", NULL};
  RtValue out[3] = {0, 0, 0};
  if (nargs > 2)
    return rt_raise_format(&rt_exc_TypeError, "to_bytes() takes at most 2 positional arguments (%lld given)",
                           (long long)nargs);
  if (rt_parse_args("to_bytes", names, 0, 0, args, nargs, kwnames, out)) return 0;
  int64_t length = 1;
  bool little;
  int is_signed = out[2] ? rt_truth(out[2]) : 0;
  if (is_signed < 0 || (out[0] && rt_index_argument(out[0], &length)) ||
      byte_order("to_bytes", out[1], &little))
    return 0;
  if (length < 0) return rt_raise_string(&rt_exc_ValueError, "length argument must be non-negative");
  RtIntView view;
  rt_int_view(&view, rt_int_plain(self));
  if (view.sign < 0 && !is_signed)
    return rt_raise_string(&rt_exc_OverflowError, "can't convert negative int to unsigned");
  if (bytes_needed(&view, is_signed) > length)
    return rt_raise_string(&rt_exc_OverflowError, "int too big to convert");
  if (length > RT_LENGTH_MAX) return rt_raise_memory();
  RtBytes *bytes = rt_bytes_new(length);
  if (bytes) write_bytes(bytes->data, length, &view, little);
  return rt_value(bytes);
}

/* bytes(v) for what isn't a count or a str. */
static RtValue bytes_of(RtValue v) {
  if (!rt_is_small(v) && rt_typeof(v) == &rt_type_bytes) return rt_new_ref(v);
  if (rt_is_int(v) || rt_is_str(v) || rt_is_float(v))
    return rt_raise_type_of("cannot convert '%s' object to bytes", v);
  return rt_call1(rt_value(&rt_type_bytes), v);
}

RT_METHOD(from_bytes) {
  static const char *const names[] = {"bytes", "byteorder", "signed", NULL};
  RtValue out[3] = {0, 0, 0};
  if (nargs > 2)
    return rt_raise_format(&rt_exc_TypeError,
                           "from_bytes() takes at most 2 positional arguments (%lld given)",
                           (long long)nargs);
  if (rt_parse_args("from_bytes", names, 1, 0, args, nargs, kwnames, out)) return 0;
  bool little;
  int is_signed = out[2] ? rt_truth(out[2]) : 0;
  if (is_signed < 0 || byte_order("from_bytes", out[1], &little)) return 0;
  RtValue bytes = bytes_of(out[0]);
  if (!bytes) return 0;
  RtBytes *b = (RtBytes *)rt_object(rt_base_value(bytes));
  RtValue result = rt_int_from_bytes(b->data, b->length, little, is_signed);
  rt_decref(bytes);
  if (!result || self == rt_value(&rt_type_int)) return result;
  RtValue converted = rt_call1(self, result);
  rt_decref(result);
  return converted;
}

/* ---- the rest ---- */
RT_METHOD(format_method) {
  if (!rt_is_str(args[0])) return rt_raise_argument("__format__() argument must be str, not %s", args[0]);
  return rt_value(rt_format_int(self, rt_str_of(args[0])));
}

RT_METHOD(divmod_method) {
  if (!rt_is_int(args[0])) return rt_notimplemented();
  return rt_int_divmod(rt_int_plain(self), rt_int_plain(args[0]));
}

RT_METHOD(rdivmod_method) {
  if (!rt_is_int(args[0])) return rt_notimplemented();
  return rt_int_divmod(rt_int_plain(args[0]), rt_int_plain(self));
}

const RtMethodDef rt_int_methods[] = {
    {"bit_length", bit_length, 0, 0, 0},
    {"bit_count", bit_count, 0, 0, 0},
    {"conjugate", itself, 0, 0, 0},
    {"is_integer", is_integer, 0, 0, 0},
    {"as_integer_ratio", as_integer_ratio, 0, 0, 0},
    {"to_bytes", to_bytes, 0, 2, RT_METHOD_KEYWORDS},
    {"from_bytes", from_bytes, 1, 2, RT_METHOD_KEYWORDS | RT_METHOD_CLASS},
    {"real", itself, 0, 0, RT_METHOD_GETTER},
    {"imag", zero, 0, 0, RT_METHOD_GETTER},
    {"numerator", itself, 0, 0, RT_METHOD_GETTER},
    {"denominator", one, 0, 0, RT_METHOD_GETTER},
    {"__round__", round_method, 0, 1, 0},
    {"__trunc__", itself, 0, 0, 0},
    {"__floor__", itself, 0, 0, 0},
    {"__ceil__", itself, 0, 0, 0},
    {"__format__", format_method, 1, 1, 0},
    {"__divmod__", divmod_method, 1, 1, 0},
    {"__rdivmod__", rdivmod_method, 1, 1, 0},
    {"__getnewargs__", getnewargs, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};
