/*
 * Strings from inside: growth in place, sharing, canonical kinds, interning, the writer.
 */
#undef NDEBUG
#include "../runtime/memory.h"
#include "../runtime/str.h"
#include <assert.h>

static RtStr *text(const char *utf8) { return rt_str_from_utf8(utf8, -1); }

static bool is(const RtStr *s, const char *utf8) {
  RtStr *other = text(utf8);
  bool same = rt_str_equal(s, other) && rt_str_hash((RtStr *)(uintptr_t)s) == rt_str_hash(other) &&
              s->kind == other->kind;
  rt_decref_object(other);
  return same;
}

static void test_growth_in_place(void) {
  RtStr *s = text("ab");
  for (int i = 0; i < 100000; i++) {
    RtStr *before = s;
    s = rt_str_append(s, rt_str_latin1('a' + i % 26));
    assert(s->length == i + 3 && s->data[s->length] == 0 && s->ascii &&
           (s == before || s->head.refcount == 1));
  }
  for (int i = 0; i < 100000; i++) assert(rt_str_at(s, i + 2) == (uint32_t)('a' + i % 26));
  assert(rt_str_capacity_bytes(s) < 2 * s->length + 128);
  rt_decref_object(s);
}

static void test_shared_strings_stay(void) {
  RtStr *s = text("shared"), *other = RT_NEW_REF(s);
  s = rt_str_append(s, rt_str_latin1('x'));
  s = rt_str_append(s, rt_str_latin1('y'));
  assert(is(other, "shared") && is(s, "sharedxy"));
  RtStr *kept = RT_NEW_REF(s);
  assert(rt_str_hash(kept) == rt_str_hash(s));
  s = rt_str_append(s, other);
  assert(is(kept, "sharedxy") && is(s, "sharedxyshared"));
  rt_decref_object(kept), rt_decref_object(other), rt_decref_object(s);
}

static void test_kinds_widen(void) {
  RtStr *s = RT_NEW_REF(rt_str_empty);
  static const uint32_t points[] = {'a', 0xe9, 0x65e5, 'b', 0x1f600, 0xff};
  for (int i = 0; i < 600; i++) s = rt_str_append_char(s, points[i / 100]);
  assert(s->length == 600 && s->kind == 4);
  for (int i = 0; i < 600; i++) assert(rt_str_at(s, i) == points[i / 100]);
  RtStr *narrow = rt_str_slice(s, 0, 200, 1), *ascii = rt_str_slice(s, 99, INT64_MIN, -1),
        *wide = rt_str_slice(s, 150, 250, 1);
  assert(narrow->kind == 1 && !narrow->ascii && ascii->ascii && ascii->length == 100 && wide->kind == 2);
  rt_decref_object(narrow), rt_decref_object(ascii), rt_decref_object(wide), rt_decref_object(s);
}

static void test_append_hashed_string_forgets_hash(void) {
  RtStr *s = rt_str_append(text("key"), rt_str_latin1('1'));
  int64_t hash = rt_str_hash(s);
  s = rt_str_append(s, rt_str_latin1('2'));
  assert(is(s, "key12") && rt_str_hash(s) != hash);
  rt_decref_object(s);
}

static void test_interning(void) {
  RtStr *a = rt_str_intern(text("name_of_thing")), *b = rt_str_intern(text("name_of_thing"));
  assert(a == b && RT_NAME(name_of_thing) == a);
  a = rt_str_append(RT_NEW_REF(b), rt_str_latin1('s'));
  assert(is(b, "name_of_thing") && is(a, "name_of_things"));
  rt_decref_object(a);
}

static void test_writer(void) {
  RtWriter w;
  rt_writer_init(&w);
  for (int i = 0; i < 1000; i++) {
    rt_writer_ascii(&w, "abc", 3);
    if (i == 500) rt_writer_char(&w, 0x1f600);
    rt_writer_repeat(&w, '-', i % 3);
  }
  RtStr *s = rt_writer_finish(&w);
  assert(s->kind == 4 && s->length == 4000 && rt_str_find_point(s, 0x1f600, 0, s->length) > 0);
  s = rt_str_append(s, rt_str_latin1('!'));
  assert(rt_str_at(s, 4000) == '!');
  rt_decref_object(s);
  rt_writer_init(&w);
  assert(rt_writer_finish(&w) == rt_str_empty);
  rt_writer_char(&w, 'x');
  rt_writer_drop(&w);
}

static void test_join_array_and_repeat(void) {
  RtValue pieces[3] = {rt_value(text("é")), rt_value(rt_str_empty), rt_value(text("日本"))};
  RtStr *joined = rt_str_join_array(pieces, 3),
        *many = rt_str_repeat(joined, 1000);
  assert(is(joined, "é日本") && many->length == 3000 && rt_str_at(many, 2999) == 0x672c &&
         rt_str_count(many, (RtStr *)rt_object(pieces[2])) == 1000);
  rt_decref(pieces[0]), rt_decref(pieces[2]), rt_decref_object(joined), rt_decref_object(many);
}

static void test_search_finds_everything(void) {
  RtStr *hay = rt_str_repeat(rt_str_latin1('a'), 5000),
        *needle = rt_str_append(rt_str_repeat(rt_str_latin1('a'), 50), rt_str_latin1('b'));
  assert(rt_str_find(hay, needle) == -1);
  hay = rt_str_append(hay, rt_str_latin1('b'));
  assert(rt_str_find(hay, needle) == 4950 && rt_str_rfind(hay, needle) == 4950 &&
         rt_str_count(hay, needle) == 1);
  rt_decref_object(hay), rt_decref_object(needle);
}

int main(void) {
  rt_stack_limit = (uintptr_t)__builtin_frame_address(0) - (4 << 20);
  RT_NAME(name_of_thing);
  int64_t alive = rt_memory_live();
  test_growth_in_place();
  test_shared_strings_stay();
  test_kinds_widen();
  test_append_hashed_string_forgets_hash();
  test_interning();
  test_writer();
  test_join_array_and_repeat();
  test_search_finds_everything();
  assert(rt_memory_live() == alive);
  return 0;
}
