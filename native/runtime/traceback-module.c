/* The module _traceback: the texts of reports, for lib/stdlib/traceback.py. */
#include "container.h"
#include "traceback.h"
#include <stdlib.h>

static RtValue taken(char *text, size_t length) {
  RtValue result = rt_value(rt_str_from_utf8(text ? text : "", (int64_t)length));
  free(text);
  return result;
}

/* The report on an exception, with all that it was caused by. */
RT_BUILTIN_FN(rt_traceback_report) {
  if (!rt_is_exception(args[0])) return rt_raise_type_of("exception expected, not %s", args[0]);
  size_t length = 0;
  char *text = rt_traceback_text(args[0], &length);
  return taken(text, length);
}

/* The source lines of a traceback's first entry with their marks, indented. */
RT_BUILTIN_FN(rt_traceback_source) {
  if (rt_is_small(args[0]) || rt_typeof(args[0]) != &rt_type_traceback) return rt_raise_type_of("traceback expected, not %s", args[0]);
  RtText text = {0};
  RtTraceback *t = (RtTraceback *)rt_object(args[0]);
  rt_traceback_source_lines(&text, t->location, t->at_lookup);
  return taken(text.data, text.length);
}
