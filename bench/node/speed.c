/* The same functions by hand on Node-API, with the checks that a careful author writes. */
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

#define FAIL(env, message) return napi_throw_type_error(env, NULL, message), NULL

static napi_value add(napi_env env, napi_callback_info info) {
  napi_value args[2], result;
  size_t count = 2;
  double a, b;
  if (napi_get_cb_info(env, info, &count, args, NULL, NULL) != napi_ok || count < 2) FAIL(env, "add() takes two arguments");
  if (napi_get_value_double(env, args[0], &a) != napi_ok || a != (double)(int64_t)a) FAIL(env, "a must be an int");
  if (napi_get_value_double(env, args[1], &b) != napi_ok || b != (double)(int64_t)b) FAIL(env, "b must be an int");
  int64_t sum = (int64_t)a + (int64_t)b;
  if (sum == (int32_t)sum) napi_create_int32(env, (int32_t)sum, &result);
  else napi_create_int64(env, sum, &result);
  return result;
}

static napi_value shout(napi_env env, napi_callback_info info) {
  napi_value arg, result;
  size_t count = 1, length;
  char few[256], *text = few;
  if (napi_get_cb_info(env, info, &count, &arg, NULL, NULL) != napi_ok || count < 1) FAIL(env, "shout() takes one argument");
  if (napi_get_value_string_utf8(env, arg, few, sizeof few, &length) != napi_ok) FAIL(env, "text must be a string");
  if (length >= sizeof few - 4) {
    if (napi_get_value_string_utf8(env, arg, NULL, 0, &length) != napi_ok || !(text = malloc(length + 2))) FAIL(env, "text must be a string");
    napi_get_value_string_utf8(env, arg, text, length + 1, &length);
  }
  text[length] = '!';
  napi_create_string_utf8(env, text, length + 1, &result);
  if (text != few) free(text);
  return result;
}

static napi_value total(napi_env env, napi_callback_info info) {
  napi_value arg, result;
  napi_typedarray_type type;
  size_t count = 1, length;
  void *data;
  if (napi_get_cb_info(env, info, &count, &arg, NULL, NULL) != napi_ok || count < 1) FAIL(env, "total() takes one argument");
  if (napi_get_typedarray_info(env, arg, &type, &length, &data, NULL, NULL) != napi_ok || type != napi_float64_array) FAIL(env, "numbers must be a Float64Array");
  double sum = 0;
  for (size_t i = 0; i < length; i++) sum += ((double *)data)[i];
  napi_create_double(env, sum, &result);
  return result;
}

NAPI_MODULE_INIT() {
  static const struct { const char *name; napi_callback fn; } rows[] = {{"add", add}, {"shout", shout}, {"total", total}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    napi_value fn;
    napi_create_function(env, rows[i].name, NAPI_AUTO_LENGTH, rows[i].fn, NULL, &fn);
    napi_set_named_property(env, exports, rows[i].name, fn);
  }
  return exports;
}
