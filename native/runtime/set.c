/*
 * Sets: look-up, insertion, removal, growth. The layout is CPython's (up to ten neighbours probed, then i*5 + 1 + perturb;
 * grown to four times the members, twice beyond 50,000), because programs print sets of ints.
 */
#include "dict.h"
#include "set.h"

enum { NEIGHBOURS = 9 };

RtSet *rt_set_new(RtType *type) {
  assert(type == &rt_type_set || type == &rt_type_frozenset);
  RtSet *set = rt_alloc(type, sizeof(RtSet));
  if (!set) return NULL;
  set->mask = 7;
  set->table = set->few;
  set->hash = -1;
  return set;
}

static inline bool is_empty(const RtSetEntry *entry) { return !entry->key && entry->hash == 0; }

/* Into a table without removed entries, a key known to be absent. */
static void insert_clean(RtSetEntry *table, uint64_t mask, RtSetEntry new_entry) {
  uint64_t perturb = (uint64_t)new_entry.hash, i = perturb & mask;
  for (;;) {
    uint64_t last = i + NEIGHBOURS <= mask ? i + NEIGHBOURS : i;
    for (uint64_t j = i; j <= last; j++)
      if (!table[j].key) {
        table[j] = new_entry;
        return;
      }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

static int resize(RtSet *set, int64_t more_than) {
  int64_t size = 8, old_size = set->mask + 1;
  while (size <= more_than) size *= 2;
  RtSetEntry few[8], *old = set->table, *table = set->few;
  if (size > 8) {
    if (size > RT_LENGTH_MAX) return (void)rt_raise_memory(), -1;
    table = rt_buffer_alloc((uint64_t)size * sizeof(RtSetEntry));
    if (!table) return -1;
  } else if (old == set->few) {
    memcpy(few, old, sizeof few);
    old = few;
  }
  memset(table, 0, (size_t)size * sizeof(RtSetEntry));
  for (int64_t i = 0; i < old_size; i++)
    if (old[i].key) insert_clean(table, (uint64_t)size - 1, old[i]);
  set->table = table;
  set->mask = size - 1;
  set->filled = set->length;
  set->version++;
  if (old != few && old != set->few) rt_buffer_free(old, (uint64_t)old_size * sizeof(RtSetEntry));
  return 0;
}

static int64_t grown(const RtSet *set) { return set->length > 50000 ? set->length * 2 : set->length * 4; }

static inline int64_t hash_of(RtValue key) {
  if (rt_is_small(key)) return rt_hash_small(rt_small(key));
  if (rt_object(key)->type == &rt_type_str) return rt_str_hash((RtStr *)rt_object(key));
  return rt_hash(key);
}

/* 1 or 0 at once where no program's code can be asked; -2: ask rt_equal. The hashes are equal. */
static inline int quick_equal(RtValue a, RtValue b) {
  if (a == b) return 1;
  if (rt_is_small(a) && rt_is_small(b)) return 0;
  if (rt_typeof(a) == &rt_type_str && rt_typeof(b) == &rt_type_str) return rt_str_equal((RtStr *)rt_object(a), (RtStr *)rt_object(b));
  return -2;
}

/* The entry of key. NULL with *place: absent, the entry where it would go (the last removed one met, or the empty one at the end);
   NULL without: raised. */
static RtSetEntry *find(RtSet *set, RtValue key, int64_t hash, RtSetEntry **place) {
restart:;
  RtSetEntry *removed = NULL;
  uint64_t mask = (uint64_t)set->mask, perturb = (uint64_t)hash, i = perturb & mask, version = set->version;
  *place = NULL;
  for (;;) {
    uint64_t last = i + NEIGHBOURS <= mask ? i + NEIGHBOURS : i;
    for (uint64_t j = i; j <= last; j++) {
      RtSetEntry *entry = &set->table[j];
      if (is_empty(entry)) return *place = removed ? removed : entry, NULL;
      if (!entry->key) removed = entry;
      if (entry->hash != hash || !entry->key) continue;
      int equal = quick_equal(entry->key, key);
      if (equal == -2) {
        RtValue held = rt_new_ref(entry->key);
        equal = rt_equal(held, key);
        rt_decref(held);
        if (equal < 0) return NULL;
        if (set->version != version) goto restart;
      }
      if (equal) return entry;
    }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

int rt_set_add_hashed(RtSet *set, RtValue key, int64_t hash) {
  RtSetEntry *place, *entry = find(set, key, hash, &place);
  if (entry) return 0;
  if (!place) return -1;
  bool was_removed = place->hash == -1;
  *place = (RtSetEntry){hash, rt_new_ref(key)};
  set->length++;
  set->version++;
  if (was_removed) return 0;
  set->filled++;
  return set->filled * 5 < set->mask * 3 ? 0 : resize(set, grown(set));
}

int rt_set_add(RtSet *set, RtValue key) {
  int64_t hash = hash_of(key);
  return hash == -1 ? -1 : rt_set_add_hashed(set, key, hash);
}

int rt_set_add_str(RtSet *set, RtStr *key) { return rt_set_add_hashed(set, rt_value(key), rt_str_hash(key)); }

int rt_set_add_int(RtSet *set, int64_t key) {
  RtValue boxed = rt_int_box(key);
  int result = boxed ? rt_set_add_hashed(set, boxed, rt_hash_small(key)) : -1;
  rt_xdecref(boxed);
  return result;
}

int rt_set_contains_hashed(RtSet *set, RtValue key, int64_t hash) {
  RtSetEntry *place, *entry = find(set, key, hash, &place);
  return entry ? 1 : place ? 0 : -1;
}

int rt_set_contains_str(RtSet *set, RtStr *key) { return rt_set_contains_hashed(set, rt_value(key), rt_str_hash(key)); }

int rt_set_contains_int(RtSet *set, int64_t key) {
  RtValue boxed = rt_int_box(key);
  int result = boxed ? rt_set_contains_hashed(set, boxed, rt_hash_small(key)) : -1;
  rt_xdecref(boxed);
  return result;
}

/* Takes the key of entry out; its reference goes to the caller. */
static RtValue take(RtSet *set, RtSetEntry *entry) {
  RtValue key = entry->key;
  *entry = (RtSetEntry){-1, 0};
  set->length--;
  set->version++;
  return key;
}

int rt_set_discard_hashed(RtSet *set, RtValue key, int64_t hash) {
  RtSetEntry *place, *entry = find(set, key, hash, &place);
  if (!entry) return place ? 0 : -1;
  rt_decref(take(set, entry));
  return 1;
}

int rt_set_discard(RtSet *set, RtValue key) {
  int64_t hash = hash_of(key);
  return hash == -1 ? -1 : rt_set_discard_hashed(set, key, hash);
}

/* A set may be asked for by value where it can't be a member: {frozenset()} has set() in it. */
static int64_t lookup_hash(RtValue key) {
  bool is_set = rt_is_set(key) && rt_typeof(rt_base_value(key)) == &rt_type_set;
  int64_t hash = is_set && rt_typeof(key) == &rt_type_set ? -1 : hash_of(key);
  if (hash != -1 || !is_set || (rt_pending && !rt_pending_is(&rt_exc_TypeError))) return hash;
  rt_clear_pending();
  return rt_frozenset_hash(rt_set_of(key));
}

int rt_set_contains(RtSet *set, RtValue key) {
  int64_t hash = lookup_hash(key);
  return hash == -1 ? -1 : rt_set_contains_hashed(set, key, hash);
}

int rt_set_discard_key(RtSet *set, RtValue key) {
  int64_t hash = lookup_hash(key);
  return hash == -1 ? -1 : rt_set_discard_hashed(set, key, hash);
}

RtValue rt_set_pop(RtSet *set) {
  if (set->length == 0) return rt_raise_string(&rt_exc_KeyError, "pop from an empty set");
  int64_t i = set->finger & set->mask;
  while (!set->table[i].key) i = (i + 1) & set->mask;
  set->finger = i + 1;
  return take(set, &set->table[i]);
}

/* Empty before anything is released: releasing may run a program's code. */
void rt_set_clear(RtSet *set) {
  RtSetEntry few[8], *table = set->table;
  int64_t size = set->mask + 1;
  if (table == set->few) {
    memcpy(few, table, sizeof few);
    table = few;
  }
  memset(set->few, 0, sizeof set->few);
  set->table = set->few;
  set->mask = 7;
  set->length = set->filled = 0; /* pop goes on where it was, as in CPython */
  set->version++;
  for (int64_t i = 0; i < size; i++) rt_xdecref(table[i].key);
  if (table != few) rt_buffer_free(table, (uint64_t)size * sizeof(RtSetEntry));
}

bool rt_set_next_entry(RtSet *set, int64_t *position, RtSetEntry *entry) {
  int64_t i = *position;
  while (i <= set->mask && !set->table[i].key) i++;
  *position = i + 1;
  if (i > set->mask) return false;
  *entry = set->table[i];
  return true;
}

bool rt_set_next(RtSet *set, int64_t *position, RtValue *key) {
  RtSetEntry entry;
  if (!rt_set_next_entry(set, position, &entry)) return false;
  *key = entry.key;
  return true;
}

int rt_set_shrink(RtSet *set) {
  return set->filled - set->length <= set->mask / 4 ? 0 : resize(set, grown(set));
}

/* Room for what another collection of that length may bring. */
static int expect(RtSet *set, int64_t length) {
  return (set->filled + length) * 5 < set->mask * 3 ? 0 : resize(set, (set->length + length) * 2);
}

static void copy_table(RtSet *set, const RtSet *other) {
  bool same = set->mask == other->mask && other->filled == other->length;
  for (int64_t i = 0; i <= other->mask; i++) {
    if (!other->table[i].key) continue;
    rt_incref(other->table[i].key);
    if (same) set->table[i] = other->table[i];
    else insert_clean(set->table, (uint64_t)set->mask, other->table[i]);
  }
  set->filled = set->length = other->length;
  set->version++;
}

static int merge(RtSet *set, RtSet *other) {
  if (other == set || other->length == 0) return 0;
  if (expect(set, other->length) < 0) return -1;
  if (set->filled == 0) return copy_table(set, other), 0;
  RtSetEntry entry;
  for (int64_t at = 0; rt_set_next_entry(other, &at, &entry);) {
    rt_incref(entry.key); /* comparing may change the other set */
    int result = rt_set_add_hashed(set, entry.key, entry.hash);
    rt_decref(entry.key);
    if (result < 0) return -1;
  }
  return 0;
}

static int update_from_dict(RtSet *set, RtDict *dict) {
  if (expect(set, dict->length) < 0) return -1;
  for (int64_t i = 0; i < dict->used; i++) {
    RtDictEntry entry = dict->entries[i];
    if (!entry.key) continue;
    rt_incref(entry.key);
    int result = rt_set_add_hashed(set, entry.key, entry.hash);
    rt_decref(entry.key);
    if (result < 0) return -1;
  }
  return 0;
}

int rt_set_update(RtSet *set, RtValue iterable) {
  if (rt_is_set(iterable)) return merge(set, rt_set_of(iterable));
  if (rt_typeof(iterable) == &rt_type_dict) return update_from_dict(set, (RtDict *)rt_object(iterable));
  RtValue iterator = rt_iter(iterable);
  if (!iterator) return -1;
  int result = 0;
  for (RtValue item; result == 0 && (item = rt_next(iterator)); rt_decref(item)) result = rt_set_add(set, item);
  rt_decref(iterator);
  return rt_pending ? -1 : result;
}

RtSet *rt_set_from_iterable(RtType *type, RtValue iterable) {
  RtSet *set = rt_set_new(type);
  if (!set || rt_set_update(set, iterable) == 0) return set;
  rt_decref_object(set);
  return NULL;
}

RtSet *rt_set_copy(RtType *type, RtSet *set) {
  RtSet *copy = rt_set_new(type);
  if (!copy || merge(copy, set) == 0) return copy;
  rt_decref_object(copy);
  return NULL;
}

static int add_all(RtSet *set, const RtValue *items, int64_t length) {
  for (int64_t i = 0; i < length; i++)
    if (rt_set_add(set, items[i]) < 0) return -1;
  return 0;
}

RtSet *rt_set_from(const RtValue *items, int64_t length) {
  RtSet *set = rt_set_new(&rt_type_set);
  if (!set || add_all(set, items, length) == 0) return set;
  rt_decref_object(set);
  return NULL;
}

/* The members of a set, inserted into a new one in its order. */
static RtSet *inserted_again(RtSet *set) {
  RtSet *result = rt_set_new(&rt_type_set);
  RtSetEntry entry;
  for (int64_t at = 0; result && rt_set_next_entry(set, &at, &entry);) {
    if (rt_set_add_hashed(result, entry.key, entry.hash) == 0) continue;
    rt_decref_object(result);
    return NULL;
  }
  return result;
}

RtSet *rt_set_from_constants(const RtValue *items, int64_t length) {
  RtSet *given = rt_set_from(items, length);
  if (!given || length < 3) return given;
  RtSet *constant = inserted_again(given); /* CPython's compiler does so when it merges equal constants */
  RtSet *set = constant ? rt_set_copy(&rt_type_set, constant) : NULL;
  rt_decref_object(given);
  if (constant) rt_decref_object(constant);
  return set;
}
