/*
 * What the text files share: access to code points by kind, copying, searching, argument checks.
 *
 * A string's `ascii` flag set promises that all its points are below 128; unset promises nothing. Its kind is
 * canonical: the smallest that holds all points. `room_class` and `room` serve strings that grow in place:
 * see str.c.
 */
#ifndef RT_STR_H
#define RT_STR_H
#include "rt.h"

#define RT_POINT_MAX 0x10ffffu

extern uint64_t rt_hash_seed[2]; /* set by startup.c from PYTHONHASHSEED or at random */
uint64_t rt_hash_bytes(const void *data, size_t size);
static inline int64_t rt_hash_finish(uint64_t hash) {
  return hash == 0 || hash == UINT64_MAX ? (int64_t)0x5bd1e995 : (int64_t)hash;
}

/* The plain string inside a str or an instance of a subclass of str. */
static inline RtStr *rt_str_of(RtValue v) {
  return (RtStr *)rt_object(rt_object(v)->type == &rt_type_str ? v : rt_base_value(v));
}
static inline int rt_str_kind_for(uint32_t point) { return point < 0x100 ? 1 : point < 0x10000 ? 2 : 4; }
static inline const uint16_t *rt_str_data2(const RtStr *s) { return (const uint16_t *)(const void *)s->data; }
static inline const uint32_t *rt_str_data4(const RtStr *s) { return (const uint32_t *)(const void *)s->data; }
static inline void rt_str_put(RtStr *s, int64_t i, uint32_t point) {
  if (s->kind == 1) s->data[i] = (uint8_t)point;
  else if (s->kind == 2) ((uint16_t *)(void *)s->data)[i] = (uint16_t)point;
  else ((uint32_t *)(void *)s->data)[i] = point;
}
static inline RtStr *rt_str_share(const RtStr *s) {
  rt_incref_object((void *)(uintptr_t)s);
  return (RtStr *)(uintptr_t)s;
}

/* ---- making ---- */
/* The 256 one-character Latin-1 strings: static, immortal, in the order of their points, each of 48 bytes
 * laid out as RtStr. */
typedef struct RtStrLatin1 {
  RtObject head;
  int64_t length, hash;
  uint8_t kind, ascii, interned, room_class;
  uint32_t room;
  uint8_t data[8];
} RtStrLatin1;
extern RtStrLatin1 rt_str_latin1_table[256];
void rt_str_latin1_fill(void);
static inline RtStr *rt_str_latin1(uint32_t point) { return (RtStr *)(void *)&rt_str_latin1_table[point]; }
void rt_str_beyond_ascii(void);                    /* mentioned by all that makes strings which may not be ASCII, and by programs that have some */
RtStr *rt_str_new_ascii(int64_t length);           /* kind 1, the caller fills in points below 128 */
RtStr *rt_str_with_room(int64_t length, int kind); /* unshared, with spare room as appending gives it */
bool rt_str_resize(
    RtStr **, int64_t room); /* of an unshared, large one, without copying it where it can; false: not done */
RtStr *rt_str_from_latin1(const uint8_t *points, int64_t length);
RtStr *rt_str_from_ascii(const char *text);                         /* NUL-terminated */
RtStr *rt_str_from_message(const char *text); /* the same for those of more than one character; brings less code along */
RtStr *rt_str_substring(const RtStr *, int64_t start, int64_t end); /* 0 <= start <= end <= length */
/* Copies points between strings; the destination's kind holds them all. */
void rt_str_copy(RtStr *to, int64_t at, const RtStr *from, int64_t start, int64_t count);
void rt_str_fill(RtStr *to, int64_t at, int64_t count, uint32_t point);
uint32_t rt_str_or_points(const RtStr *, int64_t start,
                          int64_t end); /* all points or'ed: tells the kind needed, and ASCII */
bool rt_str_is_ascii(const RtStr *);
/* Of bytes a point: 1, 2, 4 as 0, 1, 2. Divisions by a kind would cost more than a short string does. */
static inline int rt_str_shift(int kind) { return kind >> 1; }
int64_t rt_str_capacity_bytes(const RtStr *); /* bytes of the object */
int64_t rt_str_utf8_length(const RtStr *);
void rt_str_write_utf8(const RtStr *, uint8_t *out);
int rt_utf8_encode(uint32_t point, uint8_t *out);
void rt_str_decref(STEAL RtStr *); /* of a plain str: quicker than rt_decref */
void rt_str_release(RtStr *);      /* rt_decref for a string of this runtime, or NULL */

/* ---- what compiled code calls besides (abi/str.def) ---- */
RtStr *rt_str_append_char(STEAL RtStr *, uint32_t point);
RtStr *rt_str_join_array(const RtValue *pieces, int64_t n);
RtStr *rt_str_repeat(RtStr *, int64_t times);
RtStr *rt_str_getitem(RtStr *, int64_t index); /* negative from the end; IndexError */
int64_t rt_str_ord_at(RtStr *, int64_t index); /* the point; negative from the end; -1 IndexError */
RtStr *rt_str_char(RtStr *, int64_t index);    /* 0 <= index < length */
/* INT64_MAX and INT64_MIN stand for what is left out: they are clamped. */
RtStr *rt_str_slice(RtStr *, int64_t start, int64_t stop, int64_t step);
int64_t rt_str_ord(RtStr *); /* ord(s); -1 raised */
RtStr *rt_str_chr(int64_t);  /* chr(i) */
bool rt_str_contains(const RtStr *, const RtStr *part);
bool rt_str_is_char(const RtStr *, uint32_t point); /* s == that one character */
bool rt_str_truth(const RtStr *);
int64_t rt_str_length(const RtStr *);
uint32_t rt_str_point(const RtStr *, int64_t index); /* 0 <= index < length */

/* ---- searching in [start, end): the index or -1 ---- */
int64_t rt_str_find_in(const RtStr *, const RtStr *needle, int64_t start, int64_t end);
int64_t rt_str_rfind_in(const RtStr *, const RtStr *needle, int64_t start, int64_t end);
int64_t rt_str_count_in(const RtStr *, const RtStr *needle, int64_t start, int64_t end, int64_t limit);
int64_t rt_str_find_point(const RtStr *, uint32_t point, int64_t start, int64_t end);
bool rt_str_matches_at(const RtStr *, int64_t at, const RtStr *part); /* at + part's length <= length */
int64_t rt_bytes_find_in(const uint8_t *hay, int64_t length, const uint8_t *needle, int64_t needle_length);
int64_t rt_bytes_rfind_in(const uint8_t *hay, int64_t length, const uint8_t *needle, int64_t needle_length);

/* ---- arguments of methods (str-args.c) ---- */
bool rt_has_index(RtValue); /* container.c */
static inline bool rt_str_is_index(RtValue v) { return rt_is_small(v) || rt_has_index(v); }
/* Optional start and end arguments as slices take them (None allowed): end at most the length, start maybe
 * beyond. */
int rt_str_range_args(const RtValue *args, int64_t nargs, int64_t first, int64_t length, int64_t *start,
                      int64_t *end);
/* Argument number `number` (0: the only one) of a method: a str, or TypeError "find() argument 1 must be str,
 * not int". */
BORROWED RtStr *rt_str_arg(const char *method, int number, RtValue);
int rt_str_raise_arg(const char *method, int number, const char *wanted, RtValue); /* that TypeError; -1 */
const char *rt_str_type_name(RtValue);         /* for messages: "None" for None */
int rt_str_size_arg(RtValue, int64_t *result); /* OverflowError where it does not fit */
int rt_str_c_int_arg(RtValue, int *result);
int rt_str_repeat_count(RtValue, int64_t *count); /* 1; 0: not an index; -1: raised */
int rt_str_fill_arg(const RtValue *args, int64_t nargs, uint32_t *fill);

RtValue rt_str_repr_of(RtValue);
RtStr *rt_str_repr(const RtStr *);
RtStr *rt_str_escape_non_ascii(const RtStr *); /* of a repr: what ascii() gives */
RtValue rt_str_iter(RtValue);
RtValue rt_str_format_method(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtStr *rt_str_percent(RtStr *format, RtValue args);
RtStr *rt_str_percent_bytes(RtStr *format, RtValue args); /* points are bytes: b"..." % args */
RtValue rt_str_subscript(RtValue self, RtValue key);

/* ---- what methods are made of; each typed function is also for compiled code ---- */
RtStr *rt_str_upper(RtStr *), *rt_str_lower(RtStr *), *rt_str_title(RtStr *), *rt_str_capitalize(RtStr *),
    *rt_str_swapcase(RtStr *), *rt_str_casefold(RtStr *);
bool rt_str_isalpha(const RtStr *), rt_str_isdigit(const RtStr *), rt_str_isdecimal(const RtStr *),
    rt_str_isnumeric(const RtStr *), rt_str_isalnum(const RtStr *), rt_str_isspace(const RtStr *),
    rt_str_isupper(const RtStr *), rt_str_islower(const RtStr *), rt_str_istitle(const RtStr *),
    rt_str_isidentifier(const RtStr *), rt_str_isprintable(const RtStr *), rt_str_isascii(const RtStr *);
int64_t rt_str_find(const RtStr *, const RtStr *needle), rt_str_rfind(const RtStr *, const RtStr *needle),
    rt_str_count(const RtStr *, const RtStr *needle);
bool rt_str_startswith(const RtStr *, const RtStr *prefix),
    rt_str_endswith(const RtStr *, const RtStr *suffix);
RtList *rt_str_split(RtStr *);                                     /* at whitespace */
RtList *rt_str_split_at(RtStr *, RtStr *separator, int64_t limit); /* limit -1: none */
RtList *rt_str_splitlines(RtStr *, bool keep_ends);
RtStr *rt_str_join(RtStr *separator, RtValue iterable);
RtStr *rt_str_replace(RtStr *, RtStr *old, RtStr *new, int64_t limit);          /* limit -1: none */
RtStr *rt_str_strip(RtStr *), *rt_str_lstrip(RtStr *), *rt_str_rstrip(RtStr *); /* whitespace */
RtStr *rt_str_pad(RtStr *, int64_t left, int64_t right, uint32_t fill);

/* ---- writer ---- */
int rt_writer_part(RtWriter *, const RtStr *, int64_t start, int64_t end);
int rt_writer_repeat(RtWriter *, uint32_t point, int64_t count);
int rt_writer_reserve(RtWriter *, int64_t more);
int rt_writer_take(RtWriter *, STEAL RtStr *); /* NULL: fails the writer */
#endif
