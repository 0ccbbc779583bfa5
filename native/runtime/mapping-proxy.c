/* mappingproxy: a dict that can't be changed through it; what the __dict__ of a class is. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "mapping-proxy.h"
#include "type.h"

typedef struct RtProxy { RtObject head; RtValue mapping; } RtProxy;
#define INNER(v) (((RtProxy *)rt_object(v))->mapping)

RtValue rt_mapping_proxy_new(STEAL RtValue mapping) {
  if (!mapping) return 0;
  RtProxy *proxy = rt_alloc(&rt_type_mapping_proxy, sizeof *proxy);
  if (proxy) proxy->mapping = mapping;
  else rt_decref(mapping);
  return rt_value(proxy);
}

static RtValue proxy_construct(RtValue class, const RtValue *args, int64_t nargs, RtTuple *kwnames) {
  (void)class;
  if (nargs != 1 || rt_keyword_count(kwnames)) return rt_raise_format(&rt_exc_TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)");
  if (!rt_ready(rt_typeof(args[0]))->getitem || rt_is_list(args[0]) || rt_is_tuple(args[0]))
    return rt_raise_type_of("mappingproxy() argument must be a mapping, not %s", args[0]);
  return rt_mapping_proxy_new(rt_new_ref(args[0]));
}

static RtValue proxy_repr(RtValue v) {
  RtStr *inner = rt_repr(INNER(v));
  if (!inner) return 0;
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "mappingproxy(", -1);
  rt_writer_str(&w, inner);
  rt_writer_char(&w, ')');
  rt_decref_object(inner);
  return rt_value(rt_writer_finish(&w));
}

static RtValue proxy_str(RtValue v) { return rt_value(rt_str(INNER(v))); }
static RtValue proxy_getitem(RtValue v, RtValue key) { return rt_getitem(INNER(v), key); }
static int64_t proxy_hash(RtValue v) { return rt_hash(INNER(v)); }
static int64_t proxy_length(RtValue v) { return rt_len(INNER(v)); }
static RtValue proxy_iter(RtValue v) { return rt_iter(INNER(v)); }
static int proxy_contains(RtValue v, RtValue key) { return rt_contains(INNER(v), key); }
static RtValue unwrapped(RtValue v) { return !rt_is_small(v) && rt_object(v)->type == &rt_type_mapping_proxy ? INNER(v) : v; }
static RtValue proxy_compare(RtValue a, RtValue b, RtCmp op) { return rt_compare(INNER(a), unwrapped(b), op); }
static RtValue proxy_or(RtValue a, RtValue b) { return rt_binary(unwrapped(a), unwrapped(b), RT_OR); }

static RtValue proxy_getattr(RtValue v, RtStr *name) {
  if (name == RT_NAME(__class__)) return rt_object_getattr(v, name);
  if (name == RT_NAME(update) || name == RT_NAME(pop) || name == RT_NAME(popitem) || name == RT_NAME(clear) || name == RT_NAME(setdefault) ||
      name == RT_NAME(__setitem__) || name == RT_NAME(__delitem__))
    return rt_raise_attribute(v, name, "'%s' object has no attribute '%s'");
  return rt_getattr(INNER(v), name);
}

static void proxy_clear(RtObject *object) {
  RtValue old = ((RtProxy *)object)->mapping;
  ((RtProxy *)object)->mapping = 0;
  rt_xdecref(old);
}

static void proxy_traverse(RtObject *object, RtVisit visit, void *context) {
  RtValue held = ((RtProxy *)object)->mapping;
  if (held) visit(rt_object(held), context);
}

static void proxy_dealloc(RtObject *object) {
  proxy_clear(object);
  rt_free_object(object, sizeof(RtProxy));
}

RtType rt_type_mapping_proxy = {.head = RT_STATIC_HEAD, .name = "mappingproxy", .flags = RT_TYPE_CYCLIC | RT_TYPE_NO_SUBCLASS,
                                .instance_size = sizeof(RtProxy), .dealloc = proxy_dealloc, .traverse = proxy_traverse, .clear = proxy_clear,
                                .repr = proxy_repr, .str = proxy_str, .hash = proxy_hash, .iter = proxy_iter, .length = proxy_length, .getitem = proxy_getitem,
                                .contains = proxy_contains, .compare = proxy_compare, .getattr = proxy_getattr, .binary = {[RT_OR] = proxy_or},
                                .construct = proxy_construct};
