/*
 * Dicts: what the dict files and compiled code share. Invariants:
 *   - entries[0..used) in order of insertion; a deleted one has key 0 and value 0. length counts the live ones.
 *   - used <= filled <= capacity <= two thirds of the index table, so that every probe sequence meets an empty slot.
 *   - version grows with each change of the key set and whenever the tables move: a look-up that ran a program's
 *     __eq__ begins again when it has changed.
 */
#ifndef RT_DICT_H
#define RT_DICT_H
#include "container.h"

static inline RtDict *rt_dict_of(RtValue v) { return (RtDict *)rt_plain(v, &rt_type_dict); }
/* hash() of a small int. */
static inline int64_t rt_hash_small(int64_t i) {
  const int64_t modulus = ((int64_t)1 << 61) - 1;
  if (RT_UNLIKELY(i >= modulus || i <= -modulus)) i %= modulus;
  return i == -1 ? -2 : i;
}

/* An empty one of a type that begins as a dict does and has dict's slots where it has none of its own. */
RtDict *rt_dict_new_kind(RtType *type);
/* The entry of key, or -1: absent, -2: raised. */
int64_t rt_dict_find(RtDict *, RtValue key, int64_t hash);
int rt_dict_move_to_end(RtDict *, int64_t entry); /* without a look-up; -1: no memory, and the entry is lost */
BORROWED RtValue rt_dict_get_hashed(RtDict *, RtValue key, int64_t hash); /* 0: absent, or raised */
BORROWED RtValue rt_dict_get_int(RtDict *, int64_t key);                  /* 0: absent, or raised (a key's __eq__) */
int rt_dict_set_hashed(RtDict *, RtValue key, int64_t hash, RtValue value);
int rt_dict_set_int(RtDict *, int64_t key, RtValue value);
int rt_dict_contains(RtDict *, RtValue key);
int rt_dict_contains_str(RtDict *, RtStr *key);
int rt_dict_contains_int(RtDict *, int64_t key);
/* The place of key's value, made when absent (*found 0; the place holds 0 and must be filled with an owned value before anything else
   happens to the dict). NULL: raised. Valid until the next insertion or deletion. */
RtValue *rt_dict_slot_or_insert(RtDict *, RtValue key, int *found);
RtValue *rt_dict_slot_or_insert_str(RtDict *, RtStr *key, int *found);
RtValue *rt_dict_slot_or_insert_int(RtDict *, int64_t key, int *found);
/* The place of key's value when present; NULL: absent, or raised. */
RtValue *rt_dict_slot(RtDict *, RtValue key);
RtValue rt_dict_getitem(RtDict *, RtValue key);      /* KeyError when absent */
RtValue rt_dict_getitem_str(RtDict *, RtStr *key);
RtValue rt_dict_getitem_int(RtDict *, int64_t key);
int rt_dict_delitem(RtDict *, RtValue key);          /* KeyError when absent; -1 */
RtValue rt_dict_pop(RtDict *, RtValue key, RtValue fallback /* 0: KeyError */);
RtValue rt_dict_setdefault(RtDict *, RtValue key, RtValue value);
RtValue rt_dict_get_or(RtDict *, RtValue key, RtValue fallback);
RtValue rt_dict_popitem(RtDict *);
void rt_dict_clear(RtDict *);
RtDict *rt_dict_copy(RtDict *);
int rt_dict_reserve(RtDict *, int64_t more);
int rt_dict_equal(RtDict *, RtDict *);
int rt_dict_merge_dict(RtDict *, RtDict *from);
RtDict *rt_dict_from_pairs(const RtValue *keys_and_values, int64_t pairs);
RtDict *rt_make_dict(const RtValue *keys_and_values, int64_t pairs); /* a display: a place for the collector, too */
RtDict *rt_dict_from_keys(RtValue iterable, RtValue value);
/* **mapping in a call: TypeError for keys that are no str or are there already. callee names the function in the text. */
int rt_dict_merge(RtDict *, RtValue mapping, RtValue callee);
/* dict(*args, **kwargs) and dict.update, into a dict that exists. */
int rt_dict_update_args(const char *name, RtDict *, const RtValue *args, int64_t nargs, RtTuple *kwnames);
/* {**mapping} in a display: TypeError when it is none. */
int rt_dict_update_mapping(RtDict *, RtValue mapping);
RtStr *rt_dict_repr(RtDict *);
/* dict-views.c */
/* The place of the first live entry from `position` on, or dict->used; RuntimeError if the dict is not what it was when the iteration began. */
int64_t rt_dict_cursor(RtDict *, int64_t position, int64_t length, int64_t left);
RtValue rt_dict_iterator_at(RtDict *, int64_t part /* 0 keys, 1 values, 2 items */, int64_t position, int64_t length, int64_t left);
RtValue rt_dict_keys(RtValue dict), rt_dict_values(RtValue dict), rt_dict_items(RtValue dict);
RtValue rt_dict_key_iterator(RtValue dict), rt_dict_reverse_key_iterator(RtValue dict);
extern RtType rt_type_dict_keys, rt_type_dict_values, rt_type_dict_items;
#endif
