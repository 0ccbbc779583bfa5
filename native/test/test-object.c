/*
 * The object core without a compiler: memory, classes and instances, calls, exceptions, generators, the cycle collector,
 * and where tracebacks put their marks. Ends with the audit: no object may be left.
 */
#include "../runtime/call.h"
#include "../runtime/container.h"
#include "../runtime/exception.h"
#include "../runtime/function.h"
#include "../runtime/gc.h"
#include "../runtime/generator.h"
#include "../runtime/startup.h"
#include "../runtime/traceback.h"
#include "../runtime/type.h"
#include <stdio.h>
#include <stdlib.h>

RtModuleDef *const tauraro_modules[] = {NULL}; /* what the compiler supplies */

#define CHECK(condition) ((condition) ? (void)0 : fail(__LINE__, #condition))
static void fail(int line, const char *condition) {
  fprintf(stderr, "test-object.c:%d: %s\n", line, condition);
  if (rt_pending) rt_traceback_print(rt_pending);
  exit(1);
}

static RtStr *text(const char *utf8) { return rt_str_intern(rt_str_from_utf8(utf8, -1)); }

static bool shows(RtValue v, const char *wanted) {
  RtStr *repr = rt_repr(v);
  char *utf8 = repr ? rt_str_to_utf8(repr, NULL) : NULL;
  bool same = utf8 && strcmp(utf8, wanted) == 0;
  if (!same) fprintf(stderr, "got %s\n", utf8 ? utf8 : "(raised)");
  free(utf8);
  rt_xdecref(rt_value(repr));
  return same;
}

/* The pending exception is `type: message`; takes it. */
static bool raised(const RtType *type, const char *message) {
  RtValue exception = rt_take_pending();
  if (!exception || rt_typeof(exception) != type) return false;
  RtStr *s = rt_str(exception);
  char *utf8 = rt_str_to_utf8(s, NULL);
  bool same = strcmp(utf8, message) == 0;
  if (!same) fprintf(stderr, "got %s\n", utf8);
  free(utf8);
  rt_decref_object(s);
  rt_decref(exception);
  return same;
}

/* ---- functions as the compiler would lay them out ---- */

static const RtSource source = {"test.py", "def f(a, b=2, *, c): pass\n", 26};
static RtStr *names_abc[3];
static RtValue pack(RtFunction *f, const RtValue *args) {
  (void)f;
  return rt_value(rt_tuple_from(args, 3));
}
static const RtCode code_f = {"f", "outer.f", &source, 1, 0, 2, 1, 0, names_abc, pack, NULL};

static RtFunction *make_f(void) {
  names_abc[0] = text("a"), names_abc[1] = text("b"), names_abc[2] = text("c");
  RtValue two = rt_from_small(2);
  return rt_make_function(&code_f, NULL, 0, &two, 1, NULL, NULL);
}

static void test_calls(void) {
  RtFunction *f = make_f();
  RtValue args[] = {rt_from_small(1), rt_from_small(5), rt_from_small(9)}, keyword = rt_value(text("c")), wrong = rt_value(text("cc"));
  RtTuple *c = rt_tuple_from(&keyword, 1), *cc = rt_tuple_from(&wrong, 1);
  RtValue result = rt_call(rt_value(f), args, 1, c);
  CHECK(result && shows(result, "(1, 2, 5)"));
  rt_decref(result);
  CHECK(!rt_call(rt_value(f), args, 2, NULL) && raised(&rt_exc_TypeError, "outer.f() missing 1 required keyword-only argument: 'c'"));
  CHECK(!rt_call(rt_value(f), args, 0, c) && raised(&rt_exc_TypeError, "outer.f() missing 1 required positional argument: 'a'"));
  CHECK(!rt_call(rt_value(f), args, 1, cc) && raised(&rt_exc_TypeError, "outer.f() got an unexpected keyword argument 'cc'. Did you mean 'c'?"));
  CHECK(!rt_call(rt_value(f), args, 3, NULL) && raised(&rt_exc_TypeError, "outer.f() takes from 1 to 2 positional arguments but 3 were given"));
  rt_decref_object(c);
  rt_decref_object(cc);
  rt_decref_object(f);
}

/* ---- classes ---- */

static RtType *make_class(const char *name, RtType *base, const char *slot) {
  RtDict *namespace = rt_dict_new(0);
  RtValue base_value = rt_value(base), slot_name = rt_value(text(slot));
  RtTuple *slots = rt_tuple_from(&slot_name, 1);
  RtType *type = (RtType *)rt_object(rt_make_class(text(name), &base_value, base ? 1 : 0, NULL, namespace, slots));
  rt_decref_object(namespace);
  rt_decref_object(slots);
  return type;
}

static void test_classes(void) {
  RtType *a = make_class("A", NULL, "x"), *b = make_class("B", a, "y");
  CHECK(rt_class_slot(b, text("x")) == 0 && rt_class_slot(b, text("y")) == 1 && rt_is_subtype(b, a));
  RtValue o = rt_call0(rt_value(b));
  CHECK(rt_setattr(o, text("y"), rt_from_small(2)) == 0);
  CHECK(((RtInstance *)rt_object(o))->slots[1] == rt_from_small(2) && !((RtInstance *)rt_object(o))->dict);
  CHECK(rt_setattr(o, text("x"), rt_from_small(1)) == 0); /* out of the slots' order: into the dict */
  CHECK(((RtInstance *)rt_object(o))->slots[1] == 0 && shows(rt_value(rt_instance_dict(o)), "{'y': 2, 'x': 1}"));
  CHECK(rt_getattr(o, text("x")) == rt_from_small(1));
  CHECK(!rt_getattr(o, text("z")) && raised(&rt_exc_AttributeError, "'B' object has no attribute 'z'"));
  RtAttrCache cache = {0};
  for (int i = 0; i < 3; i++) CHECK(rt_getattr_cached(o, text("y"), &cache) == rt_from_small(2));
  CHECK(rt_setattr(rt_value(a), text("shared"), rt_from_small(7)) == 0 && rt_getattr(o, text("shared")) == rt_from_small(7));
  CHECK(!rt_add(o, o) && raised(&rt_exc_TypeError, "unsupported operand type(s) for +: 'B' and 'B'"));
  CHECK(rt_setattr(o, text("me"), o) == 0); /* a cycle, and both classes are cycles of their own */
  rt_decref(o);
  rt_decref_object(a);
  rt_decref_object(b);
  CHECK(rt_gc_collect() > 0);
}

/* ---- exceptions ---- */

static void test_exceptions(void) {
  rt_raise_format(&rt_exc_ValueError, "%d", 1);
  RtValue outer = rt_handler_enter();
  rt_raise_string(&rt_exc_KeyError, "k");
  CHECK(rt_exception_of(rt_pending)->context == rt_handled_exception());
  CHECK(rt_exception_match(rt_pending, rt_value(&rt_exc_LookupError)) == 1);
  CHECK(rt_exception_match(rt_pending, rt_from_small(1)) == -1);
  CHECK(raised(&rt_exc_TypeError, "catching classes that do not inherit from BaseException is not allowed"));
  CHECK(!rt_raise_again() && raised(&rt_exc_ValueError, "1"));
  rt_handler_leave(outer);
  CHECK(!rt_raise_again() && raised(&rt_exc_RuntimeError, "No active exception to reraise"));
  CHECK(!rt_raise(rt_from_small(5), 0) && raised(&rt_exc_TypeError, "exceptions must derive from BaseException"));
}

/* ---- generators: yields 0, then ends with what was sent ---- */

static RtValue resume(RtGenerator *g, RtValue sent) {
  if (g->state == 0) {
    g->state = 1;
    return rt_from_small(0);
  }
  g->state = -1;
  if (sent) g->result = rt_new_ref(sent);
  return 0;
}
static const RtCode code_g = {"g", "g", &source, 1, 0, 0, 0, RT_CODE_GENERATOR, NULL, pack, NULL};

static void test_generators(void) {
  RtGenerator *g = rt_generator_new(NULL, &code_g, resume, 0, 0);
  CHECK(!rt_generator_send(g, rt_from_small(1)) && raised(&rt_exc_TypeError, "can't send non-None value to a just-started generator"));
  CHECK(rt_next(rt_value(g)) == rt_from_small(0));
  CHECK(!rt_generator_send(g, rt_from_small(4)) && rt_pending_is(&rt_exc_StopIteration));
  CHECK(rt_stop_value() == rt_from_small(4));
  CHECK(!rt_next(rt_value(g)) && !rt_pending);
  rt_decref_object(g);
}

/* ---- marks of tracebacks ---- */

static bool marks(const char *segment, int left, int right) {
  RtAnchors a;
  bool found = rt_traceback_anchors(segment, strlen(segment), &a);
  if (!found) return left < 0;
  return a.left == left && a.right == right;
}

static void test_anchors(void) {
  CHECK(marks("a + b", 2, 3));
  CHECK(marks("a * b + c * d", 6, 7));
  CHECK(marks("a - b - c", 6, 7));
  CHECK(marks("a ** b ** c", 2, 4));
  CHECK(marks("f(x)[1](2)", 7, 10));
  CHECK(marks("d['a'][0]", 6, 9));
  CHECK(marks("(a + b)", -1, 0));
  CHECK(marks("-a + b", 3, 4));
  CHECK(marks("-a ** b", -1, 0));
  CHECK(marks("a < b", -1, 0));
  CHECK(marks("x if y else z + 1", -1, 0));
  CHECK(marks("raise f(x)", -1, 0));
  CHECK(marks("'a(b' % c", 6, 7));
  CHECK(marks("obj.method(a, b + c)", 10, 20));
}

/* ---- memory ---- */

static void test_memory(void) {
  void *objects[300];
  for (int i = 0; i < 300; i++) {
    objects[i] = rt_alloc(&rt_type_object, (size_t)16 * (1 + (size_t)i % 64));
    CHECK(objects[i] && ((RtObject *)objects[i])->refcount == 1);
  }
  CHECK(rt_memory_live() >= 300);
  for (int i = 0; i < 300; i++) rt_free_object(objects[i], (size_t)16 * (1 + (size_t)i % 64));
  char *buffer = rt_buffer_alloc(10);
  memset(buffer, 'x', 10);
  for (size_t size = 10; size < 4000; size = size * 2 + 1) {
    buffer = rt_buffer_realloc(buffer, size, size * 2 + 1);
    CHECK(buffer[0] == 'x' && buffer[9] == 'x');
    if (size * 2 + 1 >= 4000) rt_buffer_free(buffer, size * 2 + 1);
  }
  CHECK(!rt_buffer_alloc((size_t)1 << 60) && raised(&rt_exc_MemoryError, ""));
}

static RtValue program(void) {
  test_memory();
  test_calls();
  test_classes();
  test_exceptions();
  test_generators();
  test_anchors();
  puts("ok");
  return rt_new_ref(RT_NONE);
}

int main(int argc, char **argv) { return rt_main(argc, argv, program, NULL); }
