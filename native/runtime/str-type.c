/*
 * The type str: its slots, its constructor, its method table; chr and ord.
 */
#include "bytes.h"
#include "format.h"
#include "str-methods.h"

bool rt_str_truth(const RtStr *s) { return s->length != 0; }
int64_t rt_str_length(const RtStr *s) { return s->length; }

static int truth(RtValue v) { return rt_str_of(v)->length != 0; }
static int64_t length(RtValue v) { return rt_str_of(v)->length; }
static int64_t hash(RtValue v) { return rt_str_hash(rt_str_of(v)); }
static RtValue str(RtValue v) { return rt_value(RT_NEW_REF(rt_str_of(v))); }

static void dealloc(RtObject *object) {
  assert(!((RtStr *)object)->interned);
  rt_free_object(object, (uint64_t)rt_str_capacity_bytes((RtStr *)object));
}

/* rt_decref_object for what is known to be a plain str. */
void rt_str_decref(STEAL RtStr *s) {
  if (--s->head.refcount == 0) dealloc(&s->head);
}

static RtValue compare(RtValue a, RtValue b, RtCmp op) {
  if (!rt_is_str(a) || !rt_is_str(b)) return rt_notimplemented();
  const RtStr *x = rt_str_of(a), *y = rt_str_of(b);
  if (op == RT_EQ || op == RT_NE) return rt_bool_ref(rt_str_equal(x, y) == (op == RT_EQ));
  return rt_bool_ref(rt_order_holds(rt_str_compare(x, y), op));
}

static int contains(RtValue container, RtValue item) {
  if (rt_is_str(item)) return rt_str_contains(rt_str_of(container), rt_str_of(item));
  rt_raise_type_of("'in <string>' requires string as left operand, not %s", item);
  return -1;
}

static RtValue add(RtValue a, RtValue b) {
  if (!rt_is_str(a) || !rt_is_str(b)) return rt_notimplemented();
  return rt_value(rt_str_concat(rt_str_of(a), rt_str_of(b)));
}

static RtValue mul(RtValue a, RtValue b) {
  RtValue text = rt_is_str(a) ? a : b;
  int64_t count;
  int counted = rt_str_repeat_count(text == a ? b : a, &count);
  if (counted <= 0) return counted < 0 ? 0 : rt_notimplemented();
  return rt_value(rt_str_repeat(rt_str_of(text), count));
}

static RtValue mod(RtValue a, RtValue b) {
  return rt_is_str(a) ? rt_value(rt_str_percent(rt_str_of(a), b)) : rt_notimplemented();
}

/* str(bytes, encoding, errors) */
static RtStr *decode_argument(RtValue object, RtValue encoding, RtValue errors) {
  if (encoding && !rt_is_str(encoding)) return rt_str_raise_arg("str", 0, "str", encoding), NULL;
  if (rt_is_str(object))
    return (RtStr *)rt_object(rt_raise_string(&rt_exc_TypeError, "decoding str is not supported"));
  RtBytesView view;
  if (!rt_bytes_view(object, &view))
    return (RtStr *)rt_object(
        rt_raise_type_of("decoding to str: need a bytes-like object, %s found", object));
  return rt_decode(view.data, view.length, encoding ? rt_str_of(encoding) : NULL,
                   errors ? rt_str_of(errors) : NULL);
}

static int check_text(const char *name, RtValue v) {
  if (!v || rt_is_str(v)) return 0;
  rt_raise_format(&rt_exc_TypeError, "str() argument '%s' must be str, not %s", name, rt_typeof(v)->name);
  return -1;
}

static RtValue construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  if (nargs == 1 && !kwnames && (rt_is_small(args[0]) || rt_typeof(args[0]) == &rt_type_str) &&
      rt_object(type) == &rt_type_str.head)
    return rt_value(rt_is_small(args[0]) ? rt_int_to_str(args[0], 10)
                                         : RT_NEW_REF((RtStr *)rt_object(args[0])));
  static const char *const names[] = {"object", "encoding", "errors", NULL};
  RtValue out[3] = {0, 0, 0};
  if (nargs + rt_keyword_count(kwnames) > 3)
    return rt_raise_format(&rt_exc_TypeError, "str expected at most 3 arguments, got %lld",
                           (long long)(nargs + rt_keyword_count(kwnames)));
  if (rt_parse_args("str", names, 0, 0, args, nargs, kwnames, out) < 0) return 0;
  if (check_text("encoding", out[1]) < 0 || check_text("errors", out[2]) < 0) return 0;
  RtStr *plain = !out[0]              ? RT_NEW_REF(rt_str_empty)
                 : !out[1] && !out[2] ? rt_str(out[0])
                                      : decode_argument(out[0], out[1], out[2]);
  if (plain && plain->head.type != &rt_type_str) { /* __str__ gave an instance of a subclass */
    RtStr *inner = RT_NEW_REF(rt_str_of(rt_value(plain)));
    if (rt_object(type) != (RtObject *)&rt_type_str) {
      rt_decref_object(plain);
      plain = inner;
    } else rt_decref_object(inner);
  }
  return rt_plain_or_instance(type, &rt_type_str, plain);
}

/* ---- methods without a slot ---- */
static RtValue format_dunder(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)nargs, (void)kwnames;
  RtStr *spec = rt_str_arg("__format__", 0, args[0]);
  if (!spec) return 0;
  if (spec->length == 0 && rt_typeof(self) != &rt_type_str) return rt_value(rt_str(self)); /* a subclass may have its own text */
  return rt_value(rt_str_format(rt_str_of(self), spec));
}

static RtValue getnewargs(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)args, (void)nargs, (void)kwnames;
  RtValue item = rt_value(rt_str_of(self));
  return rt_value(rt_tuple_from(&item, 1));
}

static const RtMethodDef methods[] = {
#define X(name, least, most, flags) {#name, rt_str_method_##name, least, most, flags},
    RT_STR_METHODS(X)
#undef X
        {"__format__", format_dunder, 1, 1, 0},
    {"__getnewargs__", getnewargs, 0, 0, 0},
    {0}};

RtType rt_type_str = {.head = RT_STATIC_HEAD,
                      .name = "str",
                      .flags = RT_TYPE_STR,
                      .instance_size = sizeof(RtStr),
                      .base = &rt_type_object,
                      .dealloc = dealloc,
                      .repr = rt_str_repr_of,
                      .str = str,
                      .iter = rt_str_iter,
                      .hash = hash,
                      .compare = compare,
                      .truth = truth,
                      .length = length,
                      .getitem = rt_str_subscript,
                      .contains = contains,
                      .binary = {[RT_ADD] = add, [RT_MUL] = mul, [RT_MOD] = mod},
                      .construct = construct,
                      .methods = methods};

/* ---- chr and ord ---- */
static RtStr *raise_chr(void) {
  return (RtStr *)rt_object(rt_raise_string(&rt_exc_ValueError, "chr() arg not in range(0x110000)"));
}

RtStr *rt_str_chr(int64_t point) {
  return RT_LIKELY((uint64_t)point <= RT_POINT_MAX) ? rt_str_from_char((uint32_t)point) : raise_chr();
}

static RT_COLD int64_t raise_ord_length(int64_t length) {
  rt_raise_format(&rt_exc_TypeError, "ord() expected a character, but string of length %lld found",
                  (long long)length);
  return -1;
}

int64_t rt_str_ord(RtStr *s) {
  return RT_LIKELY(s->length == 1) ? (int64_t)rt_str_at(s, 0) : raise_ord_length(s->length);
}

RT_BUILTIN_FN(rt_builtin_chr) {
  int64_t point;
  if (rt_index(args[0], &point, true) < 0) return 0;
  return rt_value(rt_str_chr(point));
}

RT_BUILTIN_FN(rt_builtin_ord) {
  if (rt_is_str(args[0])) {
    int64_t point = rt_str_ord(rt_str_of(args[0]));
    return point < 0 ? 0 : rt_from_small(point);
  }
  RtBytesView view;
  if (!rt_bytes_view(args[0], &view))
    return rt_raise_type_of("ord() expected string of length 1, but %s found", args[0]);
  if (view.length == 1) return rt_from_small(view.data[0]);
  raise_ord_length(view.length);
  return 0;
}
