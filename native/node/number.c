/* Ints across the border: numbers where these are exact, else BigInts. */
#include "node.h"
#include "int.h"
#include <stdlib.h>

#define SAFE ((int64_t)9007199254740991)

static napi_value bigint_to_js(RtValue v) {
  napi_value result;
  RtIntView view;
  rt_int_view(&view, v);
  bool made = node_ok(napi_create_bigint_words(node_env, view.sign < 0, (size_t)view.count, view.limbs, &result));
  return made ? result : NULL;
}

static napi_value number_to_js(int64_t i) {
  napi_value result;
  napi_status status = i == (int32_t)i ? napi_create_int32(node_env, (int32_t)i, &result) : napi_create_double(node_env, (double)i, &result);
  return node_ok(status) ? result : NULL;
}

napi_value node_int_to_js(RtValue v, NodeKind policy) {
  v = rt_int_plain(v);
  if (policy == NODE_INT_BIG) return bigint_to_js(v);
  if (rt_is_small(v) && rt_small(v) <= SAFE && rt_small(v) >= -SAFE) return number_to_js(rt_small(v));
  if (policy != NODE_INT_NUMBER) return bigint_to_js(v);
  rt_raise_string(&rt_exc_OverflowError, "int too large for a JavaScript number: allow BigInts with --int=auto, or Annotated[int, 'bigint']");
  return NULL;
}

RtValue node_bigint_to_python(napi_value v) {
  uint64_t few[4];
  size_t count = 4;
  int sign;
  napi_status status = napi_get_value_bigint_words(node_env, v, &sign, &count, few);
  if (status == napi_bigint_expected || !node_ok(status)) return 0;
  if (count <= 4) return rt_int_from_limbs(few, (int64_t)count, sign ? -1 : 1);
  size_t room = count;
  uint64_t *limbs = malloc(room * sizeof *limbs);
  if (!limbs) return rt_raise_memory();
  RtValue result = 0;
  if (node_ok(napi_get_value_bigint_words(node_env, v, &sign, &room, limbs))) result = rt_int_from_limbs(limbs, (int64_t)room, sign ? -1 : 1);
  free(limbs);
  return result;
}
