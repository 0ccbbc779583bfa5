/* Date objects and datetime, where the program has that module (lib/stdlib/_node_datetime.py). */
#include "node.h"
#include "int.h"

static RtValue moment, day, is_date, milliseconds; /* 0: the program has no datetime */

int node_date_start(void) {
  static const struct { const char *name; RtValue *to; } functions[] = {{"moment", &moment}, {"day", &day}, {"is_date", &is_date}, {"milliseconds", &milliseconds}};
  for (int i = 0; i < 4; i++)
    if (!(*functions[i].to = node_border_function("_node_datetime", functions[i].name))) break;
  return rt_pending ? -1 : 0;
}

void node_date_end(void) {
  rt_xdecref(moment);
  rt_xdecref(day);
  rt_xdecref(is_date);
  rt_xdecref(milliseconds);
  moment = day = is_date = milliseconds = 0;
}

RtValue node_date_to_python(napi_value v, bool only_day) {
  bool is = false;
  double time;
  if (!moment || !node_ok(napi_is_date(node_env, v, &is)) || !is || !node_ok(napi_get_date_value(node_env, v, &time)) || time != time) return 0;
  RtValue count = rt_from_small((int64_t)time);
  return rt_call(only_day ? day : moment, &count, 1, NULL);
}

napi_value node_date_to_js(RtValue v) {
  napi_value date = NULL;
  RtValue is = is_date ? rt_call(is_date, &v, 1, NULL) : 0;
  RtValue time = is == RT_TRUE ? rt_call(milliseconds, &v, 1, NULL) : 0;
  if (time && !node_ok(napi_create_date(node_env, (double)rt_small(time), &date))) date = NULL;
  rt_xdecref(is);
  rt_xdecref(time);
  return date;
}
