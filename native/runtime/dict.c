/*
 * Dicts: look-up, insertion, deletion, growth. A table of entry numbers is probed (CPython's sequence: i*5 + perturb + 1),
 * the entries themselves lie in order of insertion. Exact str and small int keys compare without calling anything; other
 * keys may run a program's __eq__, after which the look-up begins again if the dict has changed.
 */
#include "dict.h"

enum { EMPTY = -1, DELETED = -2 };
static int32_t no_index[1] = {EMPTY};

RtDict *rt_dict_new(int64_t expected) {
  RtDict *dict = rt_alloc(&rt_type_dict, sizeof(RtDict));
  if (!dict) return NULL;
  dict->index = no_index;
  if (expected > 0 && rt_dict_reserve(dict, expected) < 0) {
    rt_decref_object(dict);
    return NULL;
  }
  return dict;
}

RtDict *rt_dict_new_kind(RtType *type) {
  RtDict *dict = rt_alloc(type, (size_t)type->instance_size);
  if (dict) dict->index = no_index;
  return dict;
}

static void free_tables(RtDictEntry *entries, int64_t capacity, int32_t *index, int64_t mask) {
  if (index == no_index) return;
  rt_buffer_free(entries, (uint64_t)capacity * sizeof(RtDictEntry));
  rt_buffer_free(index, (uint64_t)(mask + 1) * sizeof(int32_t));
}

/* Where the probe for hash finds an index slot that holds no entry. */
static inline int64_t free_slot(const RtDict *dict, int64_t hash) {
  uint64_t mask = (uint64_t)dict->mask, i = (uint64_t)hash & mask;
  for (uint64_t perturb = (uint64_t)hash; dict->index[i] >= 0; i = (i * 5 + perturb + 1) & mask) perturb >>= 5;
  return (int64_t)i;
}

/* New tables with room for `capacity` entries; the deleted ones are left behind. */
static int rebuild(RtDict *dict, int64_t room) {
  int64_t size = 8;
  while (size * 2 / 3 < room) size *= 2;
  if (size > (int64_t)1 << 31) return (void)rt_raise_memory(), -1;
  int64_t capacity = size * 2 / 3;
  RtDictEntry *entries = rt_buffer_alloc((uint64_t)capacity * sizeof(RtDictEntry));
  int32_t *index = entries ? rt_buffer_alloc((uint64_t)size * sizeof(int32_t)) : NULL;
  if (!index) {
    if (entries) rt_buffer_free(entries, (uint64_t)capacity * sizeof(RtDictEntry));
    return -1;
  }
  memset(index, 0xff, (size_t)size * sizeof(int32_t));
  int64_t used = 0;
  for (int64_t i = 0; i < dict->used; i++)
    if (dict->entries[i].key) entries[used++] = dict->entries[i];
  assert(used == dict->length);
  free_tables(dict->entries, dict->capacity, dict->index, dict->mask);
  dict->entries = entries, dict->index = index, dict->capacity = capacity, dict->mask = size - 1;
  dict->used = dict->filled = used;
  dict->first = 0;
  for (int64_t i = 0; i < used; i++) index[free_slot(dict, entries[i].hash)] = (int32_t)i;
  dict->version++;
  return 0;
}

int rt_dict_reserve(RtDict *dict, int64_t more) {
  return dict->filled + more <= dict->capacity ? 0 : rebuild(dict, dict->length + more);
}

/* One more entry fits afterwards. Grows to three times what lives, as CPython does. */
static inline int make_room(RtDict *dict) {
  return RT_LIKELY(dict->filled < dict->capacity) ? 0 : rebuild(dict, dict->length * 2 > 5 ? dict->length * 2 : 5);
}

#define PROBE(dict, hash_, entry_number)                                                                             \
  uint64_t mask = (uint64_t)dict->mask, slot = (uint64_t)hash_ & mask, perturb = (uint64_t)hash_;                    \
  for (int32_t entry_number; (entry_number = dict->index[slot]) != EMPTY;                                            \
       perturb >>= 5, slot = (slot * 5 + perturb + 1) & mask)

static int64_t find_str(const RtDict *dict, const RtStr *key, int64_t hash, bool *others) {
  PROBE(dict, hash, i) {
    if (i < 0) continue;
    const RtDictEntry *entry = &dict->entries[i];
    if (entry->key == rt_value(key)) return i;
    if (entry->hash != hash) continue;
    if (rt_typeof(entry->key) != &rt_type_str) *others = true;
    else if (rt_str_equal((RtStr *)rt_object(entry->key), key)) return i;
  }
  return -1;
}

static inline int64_t find_small(const RtDict *dict, RtValue key, int64_t hash, bool *others) {
  PROBE(dict, hash, i) {
    if (i < 0) continue;
    const RtDictEntry *entry = &dict->entries[i];
    if (entry->key == key) return i;
    if (entry->hash == hash && !rt_is_small(entry->key)) *others = true;
  }
  return -1;
}

/* Any key. The key in the table is held while a program's __eq__ may run. */
static __attribute__((noinline)) int64_t find_any(RtDict *dict, RtValue key, int64_t hash) {
restart:;
  uint64_t version = dict->version;
  PROBE(dict, hash, i) {
    if (i < 0) continue;
    RtDictEntry *entry = &dict->entries[i];
    if (entry->key == key) return i;
    if (entry->hash != hash) continue;
    RtValue held = rt_new_ref(entry->key);
    int equal = rt_equal(held, key);
    bool there = dict->version == version || (i < dict->used && dict->entries[i].key == held);
    rt_decref(held);
    if (equal < 0) return -2;
    if (equal && there) return i;
    if (dict->version != version) goto restart;
  }
  return -1;
}

int64_t rt_dict_find(RtDict *dict, RtValue key, int64_t hash) {
  bool others = false;
  int64_t i;
  if (rt_is_small(key)) i = find_small(dict, key, hash, &others);
  else if (rt_object(key)->type == &rt_type_str) i = find_str(dict, (RtStr *)rt_object(key), hash, &others);
  else return find_any(dict, key, hash);
  return RT_UNLIKELY(others && i < 0) ? find_any(dict, key, hash) : i;
}

static inline int64_t hash_of(RtValue key) {
  if (rt_is_small(key)) return rt_hash_small(rt_small(key));
  if (rt_object(key)->type == &rt_type_str) return rt_str_hash((RtStr *)rt_object(key));
  return rt_hash(key);
}

RtValue rt_dict_get_hashed(RtDict *dict, RtValue key, int64_t hash) {
  int64_t i = rt_dict_find(dict, key, hash);
  return i < 0 ? 0 : dict->entries[i].value;
}

RtValue rt_dict_get(RtDict *dict, RtValue key) {
  int64_t hash = hash_of(key);
  return hash == -1 ? 0 : rt_dict_get_hashed(dict, key, hash);
}

RtValue rt_dict_get_str(RtDict *dict, RtStr *key) {
  bool others = false;
  int64_t i = find_str(dict, key, rt_str_hash(key), &others);
  if (i >= 0) return dict->entries[i].value;
  if (!others) return 0;
  RtValue value = rt_dict_get_hashed(dict, rt_value(key), rt_str_hash(key));
  if (rt_pending) rt_clear_pending();
  return value;
}

RtValue rt_dict_get_int(RtDict *dict, int64_t key) {
  if (RT_UNLIKELY(!rt_fits_small(key))) {
    RtValue boxed = rt_int_from_i64(key), result = boxed ? rt_dict_get(dict, boxed) : 0;
    rt_xdecref(boxed);
    return result;
  }
  return rt_dict_get_hashed(dict, rt_from_small(key), rt_hash_small(key));
}

int rt_dict_contains(RtDict *dict, RtValue key) {
  int64_t hash = hash_of(key);
  int64_t i = hash == -1 ? -2 : rt_dict_find(dict, key, hash);
  return i == -2 ? -1 : i >= 0;
}

int rt_dict_contains_str(RtDict *dict, RtStr *key) { return rt_dict_get_str(dict, key) != 0; }
int rt_dict_contains_int(RtDict *dict, int64_t key) { return rt_dict_get_int(dict, key) ? 1 : rt_pending ? -1 : 0; }

/* A new entry for a key known to be absent; its value is 0 still. Every reader may run only after it has been filled. */
static RtDictEntry *insert(RtDict *dict, RtValue key, int64_t hash) {
  if (make_room(dict) < 0) return NULL;
  dict->index[free_slot(dict, hash)] = (int32_t)dict->used;
  dict->filled++;
  RtDictEntry *entry = &dict->entries[dict->used++];
  *entry = (RtDictEntry){hash, rt_new_ref(key), 0};
  dict->length++;
  dict->version++;
  return entry;
}

static RtValue *slot_or_insert(RtDict *dict, RtValue key, int64_t hash, int *found) {
  int64_t i = rt_dict_find(dict, key, hash);
  if (i == -2) return NULL;
  *found = i >= 0;
  if (i >= 0) return &dict->entries[i].value;
  RtDictEntry *entry = insert(dict, key, hash);
  return entry ? &entry->value : NULL;
}

RtValue *rt_dict_slot_or_insert(RtDict *dict, RtValue key, int *found) {
  int64_t hash = hash_of(key);
  return hash == -1 ? NULL : slot_or_insert(dict, key, hash, found);
}

RtValue *rt_dict_slot_or_insert_str(RtDict *dict, RtStr *key, int *found) {
  return slot_or_insert(dict, rt_value(key), rt_str_hash(key), found);
}

RtValue *rt_dict_slot_or_insert_int(RtDict *dict, int64_t key, int *found) {
  RtValue boxed = rt_int_box(key);
  RtValue *slot = boxed ? slot_or_insert(dict, boxed, rt_hash_small(key), found) : NULL;
  rt_xdecref(boxed);
  return slot;
}

RtValue *rt_dict_slot(RtDict *dict, RtValue key) {
  int64_t hash = hash_of(key);
  int64_t i = hash == -1 ? -2 : rt_dict_find(dict, key, hash);
  return i < 0 ? NULL : &dict->entries[i].value;
}

int rt_dict_set_hashed(RtDict *dict, RtValue key, int64_t hash, RtValue value) {
  int found;
  RtValue *slot = slot_or_insert(dict, key, hash, &found);
  if (!slot) return -1;
  RtValue old = *slot;
  *slot = rt_new_ref(value);
  if (found) rt_decref(old);
  return 0;
}

int rt_dict_set(RtDict *dict, RtValue key, RtValue value) {
  int64_t hash = hash_of(key);
  return hash == -1 ? -1 : rt_dict_set_hashed(dict, key, hash, value);
}

int rt_dict_set_str(RtDict *dict, RtStr *key, RtValue value) {
  return rt_dict_set_hashed(dict, rt_value(key), rt_str_hash(key), value);
}

int rt_dict_set_int(RtDict *dict, int64_t key, RtValue value) {
  RtValue boxed = rt_int_box(key);
  int result = boxed ? rt_dict_set_hashed(dict, boxed, rt_hash_small(key), value) : -1;
  rt_xdecref(boxed);
  return result;
}

/* Takes entry i out; key and value go to the caller. */
static RtDictEntry take(RtDict *dict, int64_t i) {
  RtDictEntry entry = dict->entries[i];
  PROBE(dict, entry.hash, number) {
    if (number != i) continue;
    dict->index[slot] = DELETED;
    break;
  }
  dict->entries[i].key = dict->entries[i].value = 0;
  dict->length--;
  dict->version++;
  return entry;
}

int rt_dict_move_to_end(RtDict *dict, int64_t i) {
  if (i == dict->used - 1) return 0;
  RtDictEntry entry = take(dict, i), *last = insert(dict, entry.key, entry.hash);
  rt_decref(entry.key);
  if (last) last->value = entry.value;
  else rt_decref(entry.value);
  return last ? 0 : -1;
}

int rt_dict_delete(RtDict *dict, RtValue key) {
  int64_t hash = hash_of(key);
  int64_t i = hash == -1 ? -2 : rt_dict_find(dict, key, hash);
  if (i < 0) return i == -2 ? -1 : 0;
  RtDictEntry entry = take(dict, i);
  rt_decref(entry.key);
  rt_decref(entry.value);
  return 1;
}

RtValue rt_dict_pop(RtDict *dict, RtValue key, RtValue fallback) {
  int64_t hash = dict->length ? hash_of(key) : 0; /* an empty dict asks for no hash */
  int64_t i = hash == -1 ? -2 : dict->length ? rt_dict_find(dict, key, hash) : -1;
  if (i == -2) return 0;
  if (i == -1) return fallback ? rt_new_ref(fallback) : rt_raise_value(&rt_exc_KeyError, key);
  RtDictEntry entry = take(dict, i);
  rt_decref(entry.key);
  return entry.value;
}

/* Where d[key] and d.get(key, …) last found their key: what compiled code stores under it next goes there. */
static struct { const RtDict *dict; int64_t at; } last;

static inline RtValue look_up(RtDict *dict, RtValue key, int64_t hash) {
  last.dict = dict;
  last.at = hash == -1 ? -2 : rt_dict_find(dict, key, hash);
  return last.at < 0 ? 0 : dict->entries[last.at].value;
}

int rt_dict_set_again(RtDict *dict, RtValue key, RtValue value) {
  if (RT_UNLIKELY(last.dict != dict || last.at < 0)) return rt_dict_set(dict, key, value);
  assert(last.at < dict->used && rt_dict_find(dict, key, hash_of(key)) == last.at);
  RtValue *place = &dict->entries[last.at].value, old = *place;
  *place = rt_new_ref(value);
  rt_decref(old);
  return 0;
}

RtValue rt_dict_getitem(RtDict *dict, RtValue key) {
  RtValue value = look_up(dict, key, hash_of(key));
  if (RT_LIKELY(value)) return rt_new_ref(value);
  return rt_pending ? 0 : rt_raise_value(&rt_exc_KeyError, key);
}

RtValue rt_dict_getitem_str(RtDict *dict, RtStr *key) {
  RtValue value = look_up(dict, rt_value(key), rt_str_hash(key));
  if (RT_LIKELY(value)) return rt_new_ref(value);
  return rt_pending ? 0 : rt_raise_value(&rt_exc_KeyError, rt_value(key));
}

RtValue rt_dict_getitem_int(RtDict *dict, int64_t key) {
  last.at = -1;
  RtValue value = RT_LIKELY(rt_fits_small(key)) ? look_up(dict, rt_from_small(key), rt_hash_small(key)) : rt_dict_get_int(dict, key);
  if (RT_LIKELY(value)) return rt_new_ref(value);
  RtValue boxed = rt_pending ? 0 : rt_int_box(key);
  if (boxed) rt_raise_value(&rt_exc_KeyError, boxed);
  rt_xdecref(boxed);
  return 0;
}

int rt_dict_delitem(RtDict *dict, RtValue key) {
  int deleted = rt_dict_delete(dict, key);
  if (deleted == 0) rt_raise_value(&rt_exc_KeyError, key);
  return deleted > 0 ? 0 : -1;
}

RtValue rt_dict_get_or(RtDict *dict, RtValue key, RtValue fallback) {
  RtValue value = look_up(dict, key, hash_of(key));
  return value ? rt_new_ref(value) : rt_pending ? 0 : rt_new_ref(fallback);
}

RtValue rt_dict_setdefault(RtDict *dict, RtValue key, RtValue value) {
  int found;
  RtValue *slot = rt_dict_slot_or_insert(dict, key, &found);
  if (!slot) return 0;
  if (!found) *slot = rt_new_ref(value);
  return rt_new_ref(*slot);
}

/* The last entry as a new (key, value). */
RtValue rt_dict_popitem(RtDict *dict) {
  if (dict->length == 0) return rt_raise_string(&rt_exc_KeyError, "popitem(): dictionary is empty");
  RtTuple *pair = rt_tuple_new(2);
  if (!pair) return 0;
  while (!dict->entries[dict->used - 1].key) dict->used--;
  RtDictEntry entry = take(dict, dict->used - 1);
  dict->used--;
  pair->items[0] = entry.key;
  pair->items[1] = entry.value;
  return rt_value(pair);
}

bool rt_dict_next(RtDict *dict, int64_t *position, RtValue *key, RtValue *value) {
  int64_t i = *position;
  while (i < dict->used && !dict->entries[i].key) i++;
  *position = i + 1;
  if (i >= dict->used) return false;
  if (key) *key = dict->entries[i].key;
  if (value) *value = dict->entries[i].value;
  return true;
}

/* Empty before anything is released: releasing may run a program's code. */
void rt_dict_clear(RtDict *dict) {
  RtDictEntry *entries = dict->entries;
  int64_t used = dict->used, capacity = dict->capacity, mask = dict->mask;
  int32_t *index = dict->index;
  dict->length = dict->used = dict->filled = dict->first = dict->capacity = dict->mask = 0;
  dict->index = no_index, dict->entries = NULL;
  dict->version++;
  for (int64_t i = 0; i < used; i++) {
    if (!entries[i].key) continue;
    rt_decref(entries[i].key);
    rt_xdecref(entries[i].value);
  }
  free_tables(entries, capacity, index, mask);
}

/* Insertion order, no comparisons. */
RtDict *rt_dict_copy(RtDict *dict) {
  RtDict *copy = rt_dict_new(dict->length);
  if (!copy) return NULL;
  for (int64_t i = 0; i < dict->used; i++) {
    const RtDictEntry *entry = &dict->entries[i];
    if (!entry->key) continue;
    copy->index[free_slot(copy, entry->hash)] = (int32_t)copy->used;
    copy->entries[copy->used++] = (RtDictEntry){entry->hash, rt_new_ref(entry->key), rt_new_ref(entry->value)};
  }
  copy->length = copy->filled = copy->used;
  return copy;
}

RtDict *rt_dict_from_pairs(const RtValue *items, int64_t pairs) {
  RtDict *dict = rt_dict_new(pairs);
  for (int64_t i = 0; dict && i < pairs; i++) {
    if (rt_dict_set(dict, items[2 * i], items[2 * i + 1]) == 0) continue;
    rt_decref_object(dict);
    return NULL;
  }
  return dict;
}
