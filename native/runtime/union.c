/* int | str: unions of types, as isinstance() takes them. */
#include "alias.h"
#include "container.h"
#include "exception.h"
#include "type.h"

typedef struct RtUnion { RtObject head; RtTuple *args; } RtUnion;
#define UNION(v) ((RtUnion *)rt_object(v))

static bool is_union(RtValue v) { return !rt_is_small(v) && rt_object(v)->type == &rt_type_union; }
static bool is_member(RtValue v) { return v == RT_NONE || rt_is_type(v) || is_union(v) || rt_has_flag(v, RT_TYPE_FOR_TYPE); }

/* Adds what v stands for, each type once. */
static int add(RtList *list, RtValue v) {
  if (is_union(v)) {
    RtTuple *args = UNION(v)->args;
    for (int64_t i = 0; i < args->length; i++)
      if (add(list, args->items[i]) < 0) return -1;
    return 0;
  }
  if (v == RT_NONE) v = rt_value(&rt_type_none);
  for (int64_t i = 0; i < list->length; i++)
    if (list->items.values[i] == v) return 0;
  return rt_list_append(list, v);
}

RtValue rt_union_or(RtValue a, RtValue b) {
  if (!is_member(a) || !is_member(b)) return rt_notimplemented();
  RtList *list = rt_list_new(2);
  if (!list || add(list, a) < 0 || add(list, b) < 0) {
    rt_xdecref(rt_value(list));
    return 0;
  }
  RtValue result = 0;
  if (list->length == 1) {
    result = rt_list_get(list, 0);
  } else {
    RtUnion *u = rt_alloc(&rt_type_union, sizeof *u);
    if (u && !(u->args = rt_tuple_from_iterable(rt_value(list)))) rt_decref_object(u);
    else result = rt_value(u);
  }
  rt_decref_object(list);
  return result;
}

BORROWED RtTuple *rt_union_members(RtValue v) { return UNION(v)->args; }

static RtValue union_repr(RtValue v) {
  RtTuple *args = UNION(v)->args;
  RtWriter w;
  rt_writer_init(&w);
  for (int64_t i = 0; i < args->length; i++) {
    if (i) rt_writer_ascii(&w, " | ", 3);
    if (args->items[i] == rt_value(&rt_type_none)) rt_writer_ascii(&w, "None", 4);
    else rt_writer_type(&w, args->items[i]);
  }
  return rt_value(rt_writer_finish(&w));
}

static bool contains(RtTuple *args, RtValue type) {
  for (int64_t i = 0; i < args->length; i++)
    if (args->items[i] == type) return true;
  return false;
}

static RtValue union_compare(RtValue a, RtValue b, RtCmp op) {
  if (!is_union(b) || (op != RT_EQ && op != RT_NE)) return rt_notimplemented();
  bool same = UNION(a)->args->length == UNION(b)->args->length;
  for (int64_t i = 0; same && i < UNION(a)->args->length; i++) same = contains(UNION(b)->args, UNION(a)->args->items[i]);
  return rt_bool_ref(same == (op == RT_EQ));
}

static int64_t union_hash(RtValue v) {
  int64_t hash = 0x55a1;
  for (int64_t i = 0; i < UNION(v)->args->length; i++) hash ^= (int64_t)(UNION(v)->args->items[i] >> 4);
  return hash == -1 ? -2 : hash;
}

static void union_traverse(RtObject *object, RtVisit each, void *context) {
  if (((RtUnion *)object)->args) each(&((RtUnion *)object)->args->head, context);
}

static void union_dealloc(RtObject *object) {
  rt_xdecref(rt_value(((RtUnion *)object)->args));
  rt_free_object(object, sizeof(RtUnion));
}

RT_METHOD(get_args) { return rt_new_ref(rt_value(UNION(self)->args)); }
static const RtMethodDef methods[] = {{"__args__", get_args, 0, 0, RT_METHOD_GETTER}, {0}};

RtType rt_type_union = {.head = RT_STATIC_HEAD, .name = "types.UnionType", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtUnion),
                        .dealloc = union_dealloc, .traverse = union_traverse, .repr = union_repr, .compare = union_compare, .hash = union_hash,
                        .binary = {[RT_OR] = rt_union_or}, .methods = methods};
