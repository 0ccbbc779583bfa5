/* Tuples whose items have names. */
#include "record.h"
#include "object.h"

RtValue rt_record_new(RtType *type, STEAL RtValue *items, int64_t count) {
  bool whole = true;
  for (int64_t i = 0; i < count; i++) whole = whole && items[i];
  RtTuple *tuple = whole ? rt_tuple_from(items, count) : NULL;
  for (int64_t i = 0; i < count; i++) rt_xdecref(items[i]);
  rt_type_ready(type);
  if (tuple) tuple->head.type = type;
  return rt_value(tuple);
}

RtValue rt_record_repr(RtValue v, const char *const *names) {
  RtTuple *tuple = (RtTuple *)rt_object(v);
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, rt_typeof(v)->name, -1);
  for (int64_t i = 0; i < tuple->length; i++) {
    RtStr *item = rt_repr(tuple->items[i]);
    rt_writer_ascii(&w, i ? ", " : "(", -1);
    rt_writer_ascii(&w, names[i], -1);
    rt_writer_char(&w, '=');
    if (item) rt_writer_str(&w, item);
    rt_xdecref(rt_value(item));
  }
  rt_writer_char(&w, ')');
  return rt_value(rt_writer_finish(&w));
}

RtValue rt_record_getattr(RtValue v, RtStr *name, const char *const *names) {
  RtTuple *tuple = (RtTuple *)rt_object(v);
  for (int64_t i = 0; i < tuple->length; i++)
    if (rt_str_equal(name, rt_name(names[i]))) return rt_new_ref(tuple->items[i]);
  return rt_object_getattr(v, name);
}
