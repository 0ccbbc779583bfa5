/* operator: the operators as functions; itemgetter, attrgetter, methodcaller. */
#include "call.h"
#include "iterator.h"
#include "list.h"
#include "number.h"
#include "object.h"
#include "tuple.h"
#include <stdlib.h>

#define BINARY(name, fn)                                                                                              \
  RT_BUILTIN_FN(rt_operator_##name) { return fn(args[0], args[1]); }
#define IN_PLACE(name, op)                                                                                            \
  RT_BUILTIN_FN(rt_operator_i##name) { return rt_inplace(args[0], args[1], op); }
#define COMPARES(name, op)                                                                                            \
  RT_BUILTIN_FN(rt_operator_##name) { return rt_compare(args[0], args[1], op); }
#define UNARY(name, fn)                                                                                               \
  RT_BUILTIN_FN(rt_operator_##name) { return fn(args[0]); }
BINARY(add, rt_add)
BINARY(sub, rt_sub)
BINARY(mul, rt_mul)
BINARY(truediv, rt_truediv)
BINARY(floordiv, rt_floordiv)
BINARY(mod, rt_mod)
BINARY(pow, rt_pow)
BINARY(lshift, rt_lshift)
BINARY(rshift, rt_rshift)
BINARY(and_, rt_and)
BINARY(or_, rt_or)
BINARY(xor, rt_xor)
BINARY(matmul, rt_matmul)
BINARY(getitem, rt_getitem)
IN_PLACE(add, RT_ADD)
IN_PLACE(sub, RT_SUB)
IN_PLACE(mul, RT_MUL)
IN_PLACE(truediv, RT_TRUEDIV)
IN_PLACE(floordiv, RT_FLOORDIV)
IN_PLACE(mod, RT_MOD)
IN_PLACE(pow, RT_POW)
IN_PLACE(lshift, RT_LSHIFT)
IN_PLACE(rshift, RT_RSHIFT)
IN_PLACE(and, RT_AND)
IN_PLACE(or, RT_OR)
IN_PLACE(xor, RT_XOR)
IN_PLACE(matmul, RT_MATMUL)
COMPARES(lt, RT_LT)
COMPARES(le, RT_LE)
COMPARES(eq, RT_EQ)
COMPARES(ne, RT_NE)
COMPARES(gt, RT_GT)
COMPARES(ge, RT_GE)
UNARY(neg, rt_neg)
UNARY(pos, rt_pos)
UNARY(abs, rt_abs)
UNARY(invert, rt_invert)
UNARY(index, rt_index_value)

static RtValue answer(int status) { return status < 0 ? 0 : rt_bool_ref(status > 0); }
RT_BUILTIN_FN(rt_operator_not_) {
  int truth = rt_truth(args[0]);
  return truth < 0 ? 0 : rt_bool_ref(!truth);
}
RT_BUILTIN_FN(rt_operator_truth) { return answer(rt_truth(args[0])); }
RT_BUILTIN_FN(rt_operator_is_) { return rt_bool_ref(args[0] == args[1]); }
RT_BUILTIN_FN(rt_operator_is_not) { return rt_bool_ref(args[0] != args[1]); }
RT_BUILTIN_FN(rt_operator_contains) { return answer(rt_contains(args[0], args[1])); }
RT_BUILTIN_FN(rt_operator_setitem) { return rt_setitem(args[0], args[1], args[2]) < 0 ? 0 : rt_none(); }
RT_BUILTIN_FN(rt_operator_delitem) { return rt_delitem(args[0], args[1]) < 0 ? 0 : rt_none(); }
RT_BUILTIN_FN(rt_operator_call) { return rt_call(args[0], args + 1, nargs - 1, kwnames); }
RT_BUILTIN_FN(rt_operator_length_hint) {
  int64_t otherwise = 0, hint = -1;
  if (nargs > 1 && rt_index_argument(args[1], &otherwise) < 0) return 0;
  hint = rt_hinted_length(args[0]);
  return rt_pending ? 0 : rt_int_box(hint < 0 ? otherwise : hint);
}

static bool is_sequence(RtValue v) { return rt_typeof(v)->getitem && !rt_is_dict(v); }
RT_BUILTIN_FN(rt_operator_concat) {
  bool joins = rt_has_flag(args[0], RT_TYPE_STR | RT_TYPE_BYTES | RT_TYPE_LIST | RT_TYPE_TUPLE);
  if (!is_sequence(args[0]) || (!joins && !is_sequence(args[1]))) return rt_raise_type_of("'%s' object can't be concatenated", args[0]);
  return rt_add(args[0], args[1]);
}

RT_BUILTIN_FN(rt_operator_iconcat) {
  if (!is_sequence(args[0])) return rt_raise_type_of("'%s' object can't be concatenated", args[0]);
  return rt_operator_iadd(self, args, nargs, kwnames);
}

/* countOf and indexOf: by identity or equality. */
static RtValue scan(RtValue iterable, RtValue v, bool first) {
  RtValue iterator = rt_iter(iterable);
  int64_t at = 0, found = 0;
  int equal = 0;
  if (!iterator) {
    if (!rt_pending_is(&rt_exc_TypeError)) return 0;
    rt_clear_pending();
    return rt_raise_type_of("argument of type '%s' is not iterable", iterable);
  }
  for (RtValue item; equal >= 0 && !(first && found) && (item = rt_next(iterator)); rt_decref(item)) {
    equal = rt_equal(item, v);
    found += equal > 0;
    if (!found) at++;
  }
  rt_decref(iterator);
  if (rt_pending) return 0;
  if (first && !found) return rt_raise_string(&rt_exc_ValueError, "sequence.index(x): x not in sequence");
  return rt_int_box(first ? at : found);
}
RT_BUILTIN_FN(rt_operator_countOf) { return scan(args[0], args[1], false); }
RT_BUILTIN_FN(rt_operator_indexOf) { return scan(args[0], args[1], true); }

/* ---- itemgetter, attrgetter, methodcaller ---- */

typedef struct Getter {
  RtObject head;
  RtTuple *names;   /* items or attributes; methodcaller: the method's name, then its arguments */
  RtTuple *kwnames; /* methodcaller: or NULL */
} Getter;
#define GETTER(v) ((Getter *)rt_object(rt_base_value(v)))
extern RtType rt_type_itemgetter, rt_type_attrgetter, rt_type_methodcaller;

static RtValue new_getter(RtValue self, RtType *type, const RtValue *args, int64_t count, RtTuple *kwnames) {
  RtTuple *names = rt_tuple_from(args, count);
  Getter *g = names ? rt_alloc(type, sizeof *g) : NULL;
  if (!g) return rt_xdecref(rt_value(names)), 0;
  g->names = names;
  g->kwnames = kwnames ? RT_NEW_REF(kwnames) : NULL;
  return rt_plain_or_instance(self, type, g);
}

static void getter_dealloc(RtObject *object) {
  Getter *g = (Getter *)object;
  rt_decref_object(g->names);
  if (g->kwnames) rt_decref_object(g->kwnames);
  rt_free_object(object, sizeof *g);
}
static void getter_traverse(RtObject *object, RtVisit visit, void *context) { visit(&((Getter *)object)->names->head, context); }

RT_METHOD(itemgetter_construct) {
  if (rt_no_keywords("itemgetter", kwnames) < 0) return 0;
  if (nargs == 0) return rt_raise_string(&rt_exc_TypeError, "itemgetter expected 1 argument, got 0");
  return new_getter(self, &rt_type_itemgetter, args, nargs, NULL);
}

static RtValue get_item(RtValue v, RtValue key) { return rt_getitem(v, key); }

/* "a.b" asks for a, then for its b. */
static RtValue get_path(RtValue v, RtValue path) {
  RtStr *text = (RtStr *)rt_object(path);
  RtValue at = rt_new_ref(v);
  for (int64_t start = 0, end; at && start <= text->length; start = end + 1) {
    for (end = start; end < text->length && rt_str_at(text, end) != '.';) end++;
    RtWriter w;
    rt_writer_init(&w);
    for (int64_t i = start; i < end; i++) rt_writer_char(&w, rt_str_at(text, i));
    RtStr *name = rt_writer_finish(&w);
    RtValue next = name ? rt_getattr(at, name) : 0;
    rt_xdecref(rt_value(name));
    rt_decref(at);
    at = next;
  }
  return at;
}

RT_METHOD(attrgetter_construct) {
  if (rt_no_keywords("attrgetter", kwnames) < 0) return 0;
  if (nargs == 0) return rt_raise_string(&rt_exc_TypeError, "attrgetter expected 1 argument, got 0");
  for (int64_t i = 0; i < nargs; i++)
    if (!rt_is_str(args[i])) return rt_raise_string(&rt_exc_TypeError, "attribute name must be a string");
  return new_getter(self, &rt_type_attrgetter, args, nargs, NULL);
}

static RtValue get_all(Getter *g, RtValue v, RtValue (*get)(RtValue, RtValue)) {
  if (g->names->length == 1) return get(v, g->names->items[0]);
  RtTuple *all = rt_tuple_new(g->names->length);
  for (int64_t i = 0; all && i < g->names->length; i++)
    if (!(all->items[i] = get(v, g->names->items[i]))) return rt_decref_object(all), 0;
  return rt_value(all);
}

RT_METHOD(itemgetter_call) {
  if (rt_no_keywords("itemgetter", kwnames) < 0 || rt_count_args("itemgetter", nargs, 1, 1) < 0) return 0;
  return get_all(GETTER(self), args[0], get_item);
}
RT_METHOD(attrgetter_call) {
  if (rt_no_keywords("attrgetter", kwnames) < 0 || rt_count_args("attrgetter", nargs, 1, 1) < 0) return 0;
  return get_all(GETTER(self), args[0], get_path);
}

RT_METHOD(getter_reduce) {
  Getter *g = GETTER(self);
  if (g->kwnames) return rt_raise_type_of("cannot pickle '%s' object", self);
  return rt_value(rt_tuple_pair(rt_value(rt_typeof(self)), rt_value(g->names)));
}
static const RtMethodDef getter_methods[] = {{"__reduce__", getter_reduce, 0, 0, 0}, {NULL, NULL, 0, 0, 0}};

RT_METHOD(methodcaller_construct) {
  if (nargs == 0) return rt_raise_string(&rt_exc_TypeError, "methodcaller needs at least one argument, the method name");
  if (!rt_is_str(args[0])) return rt_raise_string(&rt_exc_TypeError, "method name must be a string");
  return new_getter(self, &rt_type_methodcaller, args, nargs + rt_keyword_count(kwnames), kwnames);
}
RT_METHOD(methodcaller_call) {
  if (rt_no_keywords("methodcaller", kwnames) < 0 || rt_count_args("methodcaller", nargs, 1, 1) < 0) return 0;
  Getter *g = GETTER(self);
  int64_t positional = g->names->length - 1 - rt_keyword_count(g->kwnames);
  return rt_call_method(args[0], (RtStr *)rt_object(g->names->items[0]), g->names->items + 1, positional, g->kwnames);
}

static RtValue getter_repr(RtValue v) {
  Getter *g = GETTER(v);
  RtWriter w;
  int64_t positional = g->names->length - rt_keyword_count(g->kwnames);
  int status = 0;
  rt_writer_init(&w);
  rt_writer_ascii(&w, rt_has_flag(v, RT_TYPE_HEAP) ? "" : "operator.", -1);
  rt_writer_ascii(&w, rt_short_name(v), -1);
  for (int64_t i = 0; status == 0 && i < g->names->length; i++) {
    rt_writer_ascii(&w, i ? ", " : "(", -1);
    if (i >= positional) rt_writer_str(&w, (RtStr *)rt_object(g->kwnames->items[i - positional])), rt_writer_char(&w, '=');
    status = rt_writer_repr(&w, g->names->items[i]);
  }
  if (status < 0) return rt_writer_drop(&w), 0;
  rt_writer_char(&w, ')');
  return rt_value(rt_writer_finish(&w));
}

#define GETTER_TYPE(text)                                                                                             \
  .head = RT_STATIC_HEAD, .name = "operator." #text, .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(Getter), \
  .base = &rt_type_object, .dealloc = getter_dealloc, .traverse = getter_traverse, .repr = getter_repr, .call = text##_call, .construct = text##_construct, \
  .methods = getter_methods
RtType rt_type_itemgetter = {GETTER_TYPE(itemgetter)};
RtType rt_type_attrgetter = {GETTER_TYPE(attrgetter)};
RtType rt_type_methodcaller = {GETTER_TYPE(methodcaller)};
