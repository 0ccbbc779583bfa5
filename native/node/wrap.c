/*
 * Python objects in JavaScript. A JavaScript object that stands for one holds a counted reference to it; the table finds the
 * JavaScript object again as long as it lives, so identity is kept. Invariant: a Wrap is in both tables or in neither.
 */
#include "node.h"
#include "exception.h"
#include <stdlib.h>

typedef struct Wrap {
  RtValue value;
  napi_ref object;      /* weak */
  const NodeType *item; /* of an iterator: what it gives */
} Wrap;

/* ---- tables from words to wraps: open addressing, at most half full ---- */

typedef struct Entry { uint64_t key; Wrap *wrap; } Entry; /* key 0: empty, 1: removed */
typedef struct Table { Entry *entries; size_t mask, filled, live; } Table;
static Table by_value, by_wrap;

static size_t start_of(const Table *t, uint64_t key) { return (size_t)((key * 0x9e3779b97f4a7c15u) >> 20) & t->mask; }

static Entry *find(const Table *t, uint64_t key) {
  if (!t->entries) return NULL;
  for (size_t i = start_of(t, key);; i = (i + 1) & t->mask) {
    if (t->entries[i].key == key) return &t->entries[i];
    if (t->entries[i].key == 0) return NULL;
  }
}

static void place(Table *t, uint64_t key, Wrap *wrap) {
  size_t i = start_of(t, key);
  while (t->entries[i].key > 1) i = (i + 1) & t->mask;
  t->filled += t->entries[i].key == 0;
  t->entries[i] = (Entry){key, wrap};
  t->live++;
}

static bool reserve(Table *t) {
  if (t->entries && (t->filled + 1) * 2 <= t->mask + 1) return true;
  size_t size = 64;
  while (size < (t->live + 1) * 4) size *= 2;
  Entry *entries = calloc(size, sizeof *entries), *old = t->entries;
  if (!entries) return false;
  size_t count = old ? t->mask + 1 : 0;
  *t = (Table){entries, size - 1, 0, 0};
  for (size_t i = 0; i < count; i++)
    if (old[i].key > 1) place(t, old[i].key, old[i].wrap);
  free(old);
  return true;
}

static void take_out(Table *t, Entry *entry) {
  entry->key = 1;
  entry->wrap = NULL;
  t->live--;
}

static uint64_t word(const void *pointer) { return (uint64_t)(uintptr_t)pointer; }

/* ---- objects that JavaScript has given up ---- */

static RtValue *dead;
size_t node_dead_count;
static size_t dead_room;

static void drop(STEAL RtValue v) {
  RtValue pending = rt_take_pending();
  rt_decref(v);
  rt_clear_pending();
  if (pending) rt_set_pending(pending);
}

/* Finalizers may run at any allocation of V8: while Python code is under way, what they release waits. */
void node_release_later(STEAL RtValue v) {
  node_epoch++;
  if (node_depth == 0) return drop(v);
  if (node_dead_count == dead_room) {
    size_t room = dead_room ? dead_room * 2 : 64;
    RtValue *grown = realloc(dead, room * sizeof *dead);
    if (!grown) return drop(v);
    dead = grown;
    dead_room = room;
  }
  dead[node_dead_count++] = v;
}

void node_release_now(void) {
  while (node_dead_count) drop(dead[--node_dead_count]);
}

/* ---- wraps ---- */

static void forget(Wrap *wrap) {
  Entry *entry = find(&by_wrap, word(wrap));
  if (entry) take_out(&by_wrap, entry);
  entry = find(&by_value, (uint64_t)wrap->value);
  if (entry && entry->wrap == wrap) take_out(&by_value, entry);
}

static void finalize(napi_env env, void *data, void *hint) {
  (void)hint;
  Wrap *wrap = data;
  forget(wrap);
  if (wrap->object) napi_delete_reference(env, wrap->object);
  node_release_later(wrap->value);
  free(wrap);
}

int node_wrap(napi_value object, RtValue v) {
  Wrap *wrap = malloc(sizeof *wrap);
  if (!wrap || !reserve(&by_value) || !reserve(&by_wrap)) {
    free(wrap);
    rt_raise_memory();
    return -1;
  }
  *wrap = (Wrap){v, NULL, &node_type_any};
  if (!node_ok(napi_wrap(node_env, object, wrap, finalize, NULL, &wrap->object))) {
    free(wrap);
    return -1;
  }
  rt_incref(v);
  Entry *old = find(&by_value, (uint64_t)v); /* its JavaScript object is dead, but not finalized yet */
  if (old) old->wrap = wrap;
  else place(&by_value, (uint64_t)v, wrap);
  place(&by_wrap, word(wrap), wrap);
  return 0;
}

void node_wrap_set_item(RtValue v, const NodeType *item) {
  Entry *entry = find(&by_value, (uint64_t)v);
  if (entry) entry->wrap->item = item;
}

const NodeType *node_wrap_item(RtValue v) {
  Entry *entry = find(&by_value, (uint64_t)v);
  return entry ? entry->wrap->item : &node_type_any;
}

RtValue node_unwrap(napi_value object) {
  void *data;
  if (napi_unwrap(node_env, object, &data) != napi_ok) return 0;
  Entry *entry = find(&by_wrap, word(data));
  return entry ? rt_new_ref(entry->wrap->value) : 0;
}

napi_value node_wrapped(RtValue v) {
  Entry *entry = find(&by_value, (uint64_t)v);
  napi_value object;
  if (!entry || napi_get_reference_value(node_env, entry->wrap->object, &object) != napi_ok) return NULL;
  return object;
}

void node_wrap_free(void) {
  node_release_now();
  free(dead);
  free(by_value.entries);
  free(by_wrap.entries);
  dead = NULL;
  dead_room = 0;
  by_value = by_wrap = (Table){0};
}
