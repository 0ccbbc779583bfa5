/*
 * str.__format__: width, alignment and precision of text.
 */
#include "format-spec.h"
#include "format.h"
#include "str.h"

static RtStr *refuse(const char *message) {
  return (RtStr *)rt_object(rt_raise_string(&rt_exc_ValueError, message));
}

RtStr *rt_str_format(RtStr *s, RtStr *spec) {
  RtFormatSpec f;
  if (spec->length == 0) return RT_NEW_REF(s);
  if (rt_format_spec_parse(spec, 's', '<', "str", &f) < 0) return NULL;
  if (f.type != 's') return rt_format_spec_raise_type(f.type, "str");
  if (f.sign)
    return refuse(f.sign == ' ' ? "Space not allowed in string format specifier"
                                : "Sign not allowed in string format specifier");
  if (f.no_negative_zero) return refuse("Negative zero coercion (z) not allowed in string format specifier");
  if (f.alternate) return refuse("Alternate form (#) not allowed in string format specifier");
  if (f.align == '=') return refuse("'=' alignment not allowed in string format specifier");
  RtStr *text =
      f.precision >= 0 && f.precision < s->length ? rt_str_substring(s, 0, f.precision) : RT_NEW_REF(s);
  if (!text) return NULL;
  int64_t missing = f.width > text->length ? f.width - text->length : 0;
  int64_t left = f.align == '>' ? missing : f.align == '^' ? missing / 2 : 0;
  RtStr *result = rt_str_pad(text, left, missing - left, f.fill);
  rt_decref_object(text);
  return result;
}
