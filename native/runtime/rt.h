/*
 * The runtime's central header: values, object headers, types, and the functions that several files share.
 *
 * Conventions, valid everywhere unless a declaration says otherwise:
 *   - Arguments are borrowed. A parameter marked STEAL is consumed, also on failure.
 *   - A returned RtValue or object pointer is a new reference; BORROWED in front of a result says that it is not.
 *   - Failure: 0 / NULL / -1 is returned and an exception is pending (rt_pending != 0). No function returns a
 *     good value with an exception pending.
 *   - "int" results that answer a question are 1, 0 or -1 (raised).
 *   - Single-threaded: counts are plain integers.
 */
#ifndef RT_H
#define RT_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* One 64-bit word. Bit 0 set: a small int of 63 bits. Otherwise a pointer to an RtObject. 0: no value (raised, unbound, exhausted). */
typedef int64_t RtValue;

/* Twice a word, also where the C compiler has no type of that name. */
#ifdef __SIZEOF_INT128__
typedef __int128 RtInt128;
typedef unsigned __int128 RtUint128;
#else
typedef _BitInt(128) RtInt128;
typedef unsigned _BitInt(128) RtUint128;
#endif

#define STEAL
#define BORROWED
#define RT_LIKELY(x) __builtin_expect(!!(x), 1)
#define RT_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define RT_COLD __attribute__((cold, noinline))
#define RT_PRINTF(f, a) __attribute__((format(printf, f, a)))

/* In front of a pointer in a struct that compiled code knows: it takes 8 bytes on every target, so that layouts are the same
   everywhere. Also in front of a smaller field that comes after one, and of a pointer that is read or written as a value. */
#define RT_WORD _Alignas(8)
/* The function fn, needed only in programs that have `witness` (a function, or a type with instances) for other reasons: elsewhere it isn't linked,
   and calling it gives 0. Say by it what code can't show: that fn has nothing to do as long as nobody has called the witness or made such an
   object. A witness that callers in its own file might inline must be an RT_WITNESS. */
#define RT_WITNESS __attribute__((noinline))
#if defined(RT_FOR_PROGRAMS) && defined(__ELF__)
const void *rt_only_with(const void *witness, const void *fn) __attribute__((const, nomerge));
#define RT_ONLY_WITH(witness, fn) ((__typeof__(&(fn)))(uintptr_t)rt_only_with(&(witness), (const void *)&(fn)))
/* Stands for a call of a witness where even that would take too long. */
#define RT_MENTION(witness) __asm__ volatile("" : : "i"(&(witness)))
/* The address of a type, if the program can have instances of it; else of nothing that could be compared with it. */
#define RT_IF_MADE(type) RT_ONLY_WITH(type, type)
#else
#define RT_ONLY_WITH(witness, fn) (&(fn))
#define RT_IF_MADE(type) (&(type))
#define RT_MENTION(witness) ((void)0)
#endif

typedef struct RtType RtType;
typedef struct RtObject {
  int64_t refcount;
  RT_WORD RtType *type;
} RtObject;

#define RT_SMALL_MAX ((int64_t)0x3fffffffffffffff)
#define RT_SMALL_MIN (-RT_SMALL_MAX - 1)
/* Static objects start here; no program counts them down to zero. */
#define RT_IMMORTAL ((int64_t)1 << 60)

static inline bool rt_is_small(RtValue v) { return (v & 1) != 0; }
static inline int64_t rt_small(RtValue v) { return v >> 1; }
static inline RtValue rt_from_small(int64_t i) { return (RtValue)(((uint64_t)i << 1) | 1); }
static inline bool rt_fits_small(int64_t i) { return i >= RT_SMALL_MIN && i <= RT_SMALL_MAX; }
static inline RtObject *rt_object(RtValue v) { return (RtObject *)(uintptr_t)v; }
static inline RtValue rt_value(const void *object) { return (RtValue)(uintptr_t)object; }

extern RtType rt_type_int;
static inline RtType *rt_typeof(RtValue v) { return rt_is_small(v) ? &rt_type_int : rt_object(v)->type; }

/* ---- reference counts (memory.c) ---- */
void rt_dealloc(RtObject *object); /* the count has reached zero */
static inline void rt_incref(RtValue v) {
  if (!rt_is_small(v)) rt_object(v)->refcount++;
}
static inline void rt_decref(RtValue v) {
  if (!rt_is_small(v) && --rt_object(v)->refcount == 0) rt_dealloc(rt_object(v));
}
static inline RtValue rt_new_ref(RtValue v) { rt_incref(v); return v; }
static inline void rt_xdecref(RtValue v) { if (v) rt_decref(v); }
static inline void rt_incref_object(void *o) { ((RtObject *)o)->refcount++; }
static inline void rt_decref_object(void *o) {
  if (--((RtObject *)o)->refcount == 0) rt_dealloc((RtObject *)o);
}
#define RT_NEW_REF(o) (rt_incref_object(o), (o))

/* Sizes have 64 bits everywhere: what a machine can't hold is a MemoryError, not another size. */
/* Allocates an object with count 1 and the type set; the rest is zeroed. NULL with MemoryError. Freed with rt_free_object by the type's dealloc. */
void *rt_alloc(RtType *type, uint64_t size);
void rt_free_object(void *object, uint64_t size);
/* Raw memory for buffers owned by objects. NULL with MemoryError pending. */
void *rt_buffer_alloc(uint64_t size);
void *rt_buffer_realloc(void *buffer, uint64_t old_size, uint64_t size);
void rt_buffer_free(void *buffer, uint64_t size);

/* ---- types ---- */
typedef struct RtStr RtStr;
typedef struct RtTuple RtTuple;
typedef struct RtList RtList;
typedef struct RtDict RtDict;
typedef struct RtSet RtSet;
typedef struct RtFunction RtFunction;
typedef struct RtException RtException;

typedef int (*RtVisit)(RtObject *object, void *context);
typedef RtValue (*RtUnaryFn)(RtValue);
typedef RtValue (*RtBinaryFn)(RtValue, RtValue);
typedef RtValue (*RtTernaryFn)(RtValue, RtValue, RtValue);
/* Positional arguments first, then the values of the keyword arguments; kwnames (NULL: none) is a tuple of their names. nargs counts the positional ones. */
typedef RtValue (*RtBuiltinFn)(RtValue self, const RtValue *args, int64_t nargs, RtTuple *kwnames);

typedef enum RtOp { /* order fixed: the compiler uses the numbers */
  RT_ADD, RT_SUB, RT_MUL, RT_TRUEDIV, RT_FLOORDIV, RT_MOD, RT_POW, RT_LSHIFT, RT_RSHIFT, RT_AND, RT_OR, RT_XOR, RT_MATMUL, RT_OPS
} RtOp;
typedef enum RtCmp { RT_LT, RT_LE, RT_EQ, RT_NE, RT_GT, RT_GE } RtCmp;

typedef struct RtMethodDef {
  const char *name;
  RtBuiltinFn fn;
  int16_t min_args, max_args; /* positional; max -1: any number. Checked by the caller of fn (call.c), with CPython's texts */
  uint16_t flags;             /* RT_METHOD_* */
} RtMethodDef;
enum { RT_METHOD_KEYWORDS = 1 /* takes keywords */, RT_METHOD_CLASS = 2, RT_METHOD_STATIC = 4, RT_METHOD_GETTER = 8 /* a read-only attribute */,
       RT_METHOD_MEMBER = 8 | 16 /* the same, a member of CPython's struct: another error where it is set */,
       RT_METHOD_MODULE_SHIFT = 8 /* above: the module of a function, see builtin-modules.c */ };

/* Tests of the type by one load each. A class inherits the flag of its built-in base. */
enum {
  RT_TYPE_INT = 1 << 0, RT_TYPE_FLOAT = 1 << 1, RT_TYPE_STR = 1 << 2, RT_TYPE_BYTES = 1 << 3, RT_TYPE_LIST = 1 << 4, RT_TYPE_TUPLE = 1 << 5,
  RT_TYPE_DICT = 1 << 6, RT_TYPE_SET = 1 << 7 /* set or frozenset */, RT_TYPE_TYPE = 1 << 8, RT_TYPE_EXCEPTION = 1 << 9, RT_TYPE_BOOL = 1 << 10,
  RT_TYPE_FUNCTION = 1 << 11, RT_TYPE_RANGE = 1 << 12, RT_TYPE_GENERATOR = 1 << 13, RT_TYPE_ORDERED = 1 << 14 /* a dict whose views are named odict_… */,
  RT_TYPE_HEAP = 1 << 16 /* made by a class statement */, RT_TYPE_READY = 1 << 17, RT_TYPE_CYCLIC = 1 << 18 /* instances may be part of cycles: has traverse */,
  RT_TYPE_NO_SUBCLASS = 1 << 19, RT_TYPE_INSTANCE_DICT = 1 << 20 /* instances may grow attributes */, RT_TYPE_UNHASHABLE = 1 << 21,
  RT_TYPE_FOR_TYPE = 1 << 22 /* objects that stand for types in annotations */, RT_TYPE_VARIABLE = 1 << 23 /* among them, type variables */,
  RT_TYPE_LEAF = 1 << 24 /* instances hold nothing: their memory, instance_size bytes, is all there is to release */,
  RT_TYPE_FLOAT_SLOTS = 1 << 25 /* some slots of instances hold doubles */
};

struct RtType {
  RtObject head;
  RT_WORD const char *name; /* as type(x).__name__ prints it */
  RT_WORD uint32_t flags;
  uint32_t version; /* changes when the attributes of the type or of a base change; inline caches compare it */
  int64_t instance_size;
  RT_WORD RtType *base;
  /* Slots. NULL: inherited from the base when the type is made ready, or absent. Classes made by a class statement get slots that call their dunders. */
  void (*dealloc)(RtObject *);                          /* releases what the object holds, then rt_free_object */
  void (*traverse)(RtObject *, RtVisit, void *context); /* visits every object held by a counted reference */
  void (*clear)(RtObject *);                            /* drops references that may be part of a cycle */
  RtUnaryFn repr, str, iter, next;                      /* next: 0 without a pending exception = exhausted */
  int64_t (*hash)(RtValue);                             /* never -1 unless raised */
  RtValue (*compare)(RtValue, RtValue, RtCmp);          /* may return NotImplemented */
  int (*truth)(RtValue);
  int64_t (*length)(RtValue);
  RtBinaryFn getitem;
  int (*setitem)(RtValue, RtValue key, RtValue value);  /* value 0: delete */
  int (*contains)(RtValue container, RtValue item);
  RtValue (*binary[RT_OPS])(RtValue, RtValue);          /* called for either operand, as CPython's nb_ slots; may return NotImplemented */
  RtValue (*inplace[RT_OPS])(RtValue, RtValue);         /* returns a new reference, usually to the left operand */
  RtUnaryFn negative, positive, invert, absolute;
  RtUnaryFn index, to_int, to_float;
  RtBuiltinFn call;                                     /* self is the object called */
  RtValue (*getattr)(RtValue, RtStr *name);             /* NULL: the generic look-up */
  int (*setattr)(RtValue, RtStr *name, RtValue value);  /* value 0: delete */
  RtTernaryFn descr_get;                                /* (descriptor, instance or 0, owner) */
  int (*descr_set)(RtValue, RtValue instance, RtValue value); /* value 0: delete */
  RtBuiltinFn construct;                                /* __new__ and __init__ of a built-in type in one: self is the type asked for (maybe a subclass) */
  const RtMethodDef *methods;                           /* ends with a row without a name */
  RtTuple *bases, *mro;                                 /* set by rt_type_ready */
  RtDict *dict;                                         /* set by rt_type_ready from methods; str -> value */
  /* Instances of classes made by class statements: attributes known at compile time live in slots (see RtInstance). */
  RtTuple *slot_names; /* of str; slot i is attribute i; a subclass's begins with its base's */
  RtStr *qualname, *module_name;
  void *subclasses; /* type.c: weak list of direct subclasses */
};

extern RtType rt_type_object, rt_type_type, rt_type_bool, rt_type_none, rt_type_notimplemented, rt_type_ellipsis, rt_type_float, rt_type_complex, rt_type_str,
    rt_type_bytes, rt_type_bytearray, rt_type_list, rt_type_tuple, rt_type_dict, rt_type_set, rt_type_frozenset, rt_type_range, rt_type_slice, rt_type_function,
    rt_type_builtin, rt_type_method, rt_type_cell, rt_type_generator, rt_type_module, rt_type_property, rt_type_classmethod, rt_type_staticmethod, rt_type_super,
    rt_type_iterator, rt_type_enumerate, rt_type_zip, rt_type_map, rt_type_filter, rt_type_reversed;

extern RtObject rt_none_object, rt_true_object, rt_false_object, rt_notimplemented_object, rt_ellipsis_object; /* object.c; immortal */
#define RT_NONE rt_value(&rt_none_object)
#define RT_TRUE rt_value(&rt_true_object)
#define RT_FALSE rt_value(&rt_false_object)
#define RT_NOTIMPLEMENTED rt_value(&rt_notimplemented_object)
#define RT_ELLIPSIS rt_value(&rt_ellipsis_object)
static inline RtValue rt_from_bool(bool b) { return b ? RT_TRUE : RT_FALSE; }

void rt_type_ready(RtType *type);                            /* fills inherited slots, mro and dict; idempotent; attribute look-ups call it */
bool rt_is_subtype(const RtType *type, const RtType *base);
static inline bool rt_has_flag(RtValue v, uint32_t flag) { return (rt_typeof(v)->flags & flag) != 0; }
/* Exact class or subclass of the built-in type. A bool is an int. */
static inline bool rt_is_int(RtValue v) { return rt_is_small(v) || (rt_object(v)->type->flags & RT_TYPE_INT) != 0; }
static inline bool rt_is_float(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_FLOAT) != 0; }
static inline bool rt_is_str(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_STR) != 0; }
static inline bool rt_is_tuple(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_TUPLE) != 0; }
static inline bool rt_is_list(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_LIST) != 0; }
static inline bool rt_is_dict(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_DICT) != 0; }

/* ---- object layouts ---- */
typedef struct RtFloat { RtObject head; double value; } RtFloat;
typedef struct RtComplex { RtObject head; double real, imag; } RtComplex;
/* Only ints outside the small range (canonical form: what fits 63 bits is a small int). Magnitude in limbs, least significant first, top limb not 0.
   An instance of a subclass of int is an RtInstance whose slot 0 (see RtInstance.base_value) holds the plain int. */
typedef struct RtInt { RtObject head; int32_t sign /* 1 or -1 */; int32_t count; uint64_t limbs[]; } RtInt;
/* Code points of 1, 2 or 4 bytes by need (the smallest kind that holds all: canonical). Immutable once shared. A NUL follows the last. */
struct RtStr { RtObject head; int64_t length; int64_t hash /* 0: not computed yet */; uint8_t kind /* 1, 2, 4 */; uint8_t ascii; uint8_t interned; uint8_t room_class; uint32_t room /* both str.c's; 0 in static strings */; uint8_t data[]; };
typedef struct RtBytes { RtObject head; int64_t length; int64_t hash; uint8_t data[]; } RtBytes;
struct RtTuple { RtObject head; int64_t length; RtValue items[]; };
/* The kind says how elements are stored; it changes when an element that does not fit is stored (to VALUE, which holds all). An empty list takes the kind
   of its first element. INT holds ints that fit 64 bits (exact type int, not bool), FLOAT exact floats, BOOL exact bools. */
typedef enum RtListKind { RT_LIST_VALUE, RT_LIST_INT, RT_LIST_FLOAT, RT_LIST_BOOL } RtListKind;
struct RtList {
  RtObject head;
  int64_t length, capacity; /* in elements */
  int64_t kind;             /* RtListKind */
  RT_WORD union { RtValue *values; int64_t *ints; double *floats; uint8_t *bools; void *any; } items;
};
/* Compact and ordered: a table of indices into entries. A deleted entry has key 0. */
typedef struct RtDictEntry { int64_t hash; RtValue key, value; } RtDictEntry;
struct RtDict {
  RtObject head;
  int64_t length;   /* live entries */
  int64_t used;     /* entries used, deleted ones included */
  int64_t capacity; /* entries allocated */
  int64_t mask;     /* index table size - 1; the table is a power of two */
  RT_WORD int32_t *index;   /* -1 empty, -2 deleted, else entry number */
  RT_WORD RtDictEntry *entries;
  uint64_t version; /* grows with each change of the key set: iterators compare it */
  int64_t filled;   /* insertions since the tables were made: at least used, and at least the index slots that are not empty */
  int64_t first;    /* entries before it are deleted ones */
};
/* Open addressing as CPython lays it out, so that sets of ints print in its order. An empty entry has key 0 and hash 0; a removed one key 0 and hash -1. */
typedef struct RtSetEntry { int64_t hash; RtValue key; } RtSetEntry;
struct RtSet {
  RtObject head;
  int64_t length;      /* members */
  int64_t filled;      /* entries that are not empty: members and removed ones */
  int64_t mask;        /* table size - 1; the table is a power of two */
  RtSetEntry *table;   /* `few` while the set is small */
  int64_t hash;        /* of a frozenset; -1: not computed yet */
  int64_t finger;      /* where pop looks first */
  uint64_t version;    /* grows with each change */
  RtSetEntry few[8];
};
typedef struct RtRange { RtObject head; RtValue start, stop, step; RtValue length; } RtRange;
typedef struct RtSlice { RtObject head; RtValue start, stop, step; } RtSlice;
typedef struct RtCell { RtObject head; RtValue value; /* 0: unbound */ } RtCell;
/* Instance of a class made by a class statement: slots for the attributes known at compile time (0: unset), a dict for others. */
typedef struct RtInstance {
  RtObject head;
  RT_WORD RtDict *dict; /* NULL until an attribute without a slot is set */
  RtValue base_value; /* instances of subclasses of built-in types (list, dict, str, int, …): the plain built-in object, else 0 or RT_FLOATS_SET */
  RtValue slots[];
} RtInstance;
/* In place of a base value, which such an instance doesn't have: all its slots for floats are set. Compiled code finds out and notes it. */
#define RT_FLOATS_SET ((RtValue)2)
void rt_slots_unset_floats(RtObject *instance); /* of a class with RT_TYPE_FLOAT_SLOTS */
typedef struct RtMethod { RtObject head; RtValue function, self; } RtMethod;
typedef struct RtBuiltin { RtObject head; const RtMethodDef *def; RtValue self /* 0: none */; RtType *owner /* NULL: a function */; } RtBuiltin;
typedef struct RtModule { RtObject head; RT_WORD RtStr *name; RT_WORD RtDict *dict; } RtModule;

/* ---- code, functions, frames ---- */
typedef struct RtSource { RT_WORD const char *path; RT_WORD const char *text /* the whole file, or NULL */; int64_t length; } RtSource;
/* Where a traceback entry points. Lines from 1, columns in characters from 0; end_column 0: no carets. anchor_*: the operator inside a binary operation or the
   brackets of a call or subscript, as CPython marks them with ^ between ~ (0, 0: none). */
typedef struct RtLocation { RT_WORD const struct RtCode *code; RT_WORD int32_t line; int32_t column, end_line, end_column, anchor_start, anchor_end; } RtLocation;
/* What an argument must be for a fast version: compiled code lays these out. */
typedef struct RtEntryCheck {
  int64_t kind;                /* RT_ENTRY_* */
  union { int64_t low, length; const void *address; };
  int64_t high;
} RtEntryCheck;
enum {
  RT_ENTRY_ANY,
  RT_ENTRY_INT,                /* a small int from low to high */
  RT_ENTRY_BOOL,
  RT_ENTRY_TYPE,               /* exactly of the type at address */
  RT_ENTRY_INSTANCE,           /* exactly of the class in the cell at address */
  RT_ENTRY_SAME,               /* the object at address */
  RT_ENTRY_CLASS,              /* the class in the cell at address */
  RT_ENTRY_FUNCTION,           /* a function whose general version is at address */
  RT_ENTRY_TUPLE,              /* a tuple of that length */
};
typedef struct RtCode {
  RT_WORD const char *name;            /* "f" */
  RT_WORD const char *qualname;        /* "f.<locals>.g" */
  RT_WORD const RtSource *source;
  RT_WORD int32_t first_line;
  int32_t posonly, positional /* posonly included */, kwonly;
  uint32_t flags;              /* RT_CODE_* */
  RT_WORD RtStr *const *parameter_names; /* positional, keyword-only, *args, **kwargs: parameters in frame order */
  /* What calls of the object run. args has one value a parameter (all bound: defaults filled in, *args a tuple, **kwargs a dict), borrowed. */
  RT_WORD RtValue (*entry)(RtFunction *function, const RtValue *args);
  RT_WORD const char *docstring;       /* UTF-8 or NULL */
  RT_WORD void *general;               /* RtGeneralVersion, or for generators RtGenerator.resume */
  RT_WORD void *fast;                  /* the fast version that `entry` runs when the arguments pass the checks, one a parameter */
  RT_WORD const RtEntryCheck *checks;
  int64_t frame_size;          /* values in a generator's frame */
} RtCode;
typedef RtValue (*RtGeneralVersion)(RtFunction *function, const RtValue *values, int32_t point);
enum { RT_CODE_VARARGS = 1, RT_CODE_KWARGS = 2, RT_CODE_GENERATOR = 4, RT_CODE_COROUTINE = 8 };
static inline int64_t rt_code_parameter_count(const RtCode *code) {
  return code->positional + code->kwonly + ((code->flags & RT_CODE_VARARGS) != 0) + ((code->flags & RT_CODE_KWARGS) != 0);
}
struct RtFunction {
  RtObject head;
  RT_WORD const RtCode *code;
  RT_WORD RtTuple *defaults;    /* of the last positional parameters, or NULL */
  RT_WORD RtDict *kwdefaults;   /* or NULL */
  RT_WORD RtDict *dict;         /* function attributes, or NULL */
  RtValue name, qualname, doc, module_name, annotations; /* 0: as in code */
  int64_t cell_count;
  RtValue cells[];      /* closure: RtCell objects, in the compiler's order */
};
/* A generator's frame. resume continues at `state` and runs to the next yield: returns the yielded value; 0 with `state` < 0: finished
   (result in `result`, or an exception pending). `sent` is 0 when an exception is to be raised at the yield: it is pending then. */
typedef struct RtGenerator {
  RtObject head;
  RT_WORD const RtCode *code;
  RT_WORD RtValue (*resume)(struct RtGenerator *, RtValue sent);
  RT_WORD int32_t state; /* 0: not started, -1: finished */
  uint8_t running;
  uint8_t asking;                   /* asynchronous generators: one of their awaitables is under way; */
  uint8_t closed : 1, given_up : 1; /* they end, or have been told to; the loop closes them, as nobody else will */
  uint8_t handlers;    /* how many handlers the frame is in while it is suspended */
  RtValue result;      /* return value, once finished */
  RtValue delegate;    /* what `yield from` or await iterates now, or 0 */
  RtValue handled;     /* the exception being handled in the frame while it is suspended, or 0 */
  RT_WORD RtFunction *function;
  int64_t value_count, raw_count;
  RtValue frame[];     /* value_count counted values (0: empty), then raw_count words that nobody counts */
} RtGenerator;

/* A module of the program: laid out by the compiler. */
typedef struct RtGlobal { RtStr *name; RtValue *cell /* 0 there: unbound */; } RtGlobal;
typedef struct RtModuleDef {
  RT_WORD const char *name;
  RT_WORD const RtSource *source;
  RT_WORD const char *docstring;
  RT_WORD RtValue (*body)(RtFunction *, const RtValue *args); /* runs the module; called with NULL, NULL; result None or 0 */
  RtValue module;      /* the RtModule, 0 until imported */
  int64_t global_count;
  RT_WORD const RtGlobal *globals; /* the names that live in cells; getattr/setattr on the module object use them before its dict */
} RtModuleDef;
extern RtModuleDef *const tauraro_modules[]; /* all modules of the program, the entry module first; ends with NULL */
RtDict *rt_module_namespace(RtModuleDef *); /* of a module whose body has begun: its dict, with a copy of what lives in cells if anything does */
RtValue rt_run_main(RtModuleDef *);          /* the body of the entry module; what it gives */
RT_COLD RtValue rt_module_unbound(RtModuleDef *, const char *name, bool importing); /* raises: the name of a module, read from another one, is unbound */
RtValue rt_module_import_name(RtValue module, RtValue name, RtValue complaint);
RtValue rt_import_module(RtModuleDef *);     /* module.c: runs the body at the first call; new reference to the module object */

/* ---- exceptions (exception.c) ---- */
struct RtException {
  RtObject head;
  RT_WORD RtTuple *args;
  RtValue cause, context; /* 0: none */
  bool suppress_context;
  RtValue traceback;      /* 0 or a traceback object: a chain of locations */
  RtValue notes;          /* 0 or a list */
  RT_WORD RtDict *dict;           /* attributes, or NULL */
  RtValue extra[4];       /* StopIteration.value, SystemExit.code, KeyError…, OSError errno/strerror/filenames, ImportError name … */
  RtValue slots[];        /* attributes of classes made by class statements */
};
extern RtValue rt_pending; /* the exception being raised, or 0; owned */
extern RtValue rt_handled; /* what sys.exception() gives: the innermost exception being handled, or 0; owned */
/* X(Name, Base): a static RtType rt_exc_Name for each built-in exception class; the list is in exceptions.def */
extern RtType rt_exc_BaseException;
#define X(name, base) extern RtType rt_exc_##name;
#include "exceptions.def"
#undef X
/* Sets a pending exception with a printf-formatted message; return 0. %s: UTF-8. %T: not supported; pass type->name. */
RT_COLD RtValue rt_raise_format(RtType *type, const char *format, ...) RT_PRINTF(2, 3);
RT_COLD RtValue rt_raise_string(RtType *type, const char *message);
RT_COLD RtValue rt_raise_ascii(RtType *type, const char *message); /* without the code for other characters */
RT_COLD RtValue rt_raise_value(RtType *type, RtValue argument); /* type(argument), e.g. KeyError(key) */
RT_COLD RtValue rt_raise_none(RtType *type);                    /* type() */
RT_COLD RtValue rt_raise_memory(void);
RT_COLD RtValue rt_raise_type_of(const char *format_with_one_s, RtValue v); /* TypeError; %s is the name of v's type */
RtValue rt_raise_argument(const char *format, RtValue v); /* the same, where None is called None: what CPython's parser of arguments says */
bool rt_pending_is(const RtType *type);                         /* is the pending exception of that class or a subclass? */
void rt_clear_pending(void);
RtValue rt_take_pending(void);                                  /* owned; nothing is pending afterwards */
RtValue rt_take_unready(void);                                  /* the same for who uses no slots of it but dealloc: its type needs not be ready */
void rt_set_pending(STEAL RtValue exception);                   /* without setting its context */

/* ---- generic operations (object.c, number.c, call.c, type.c) ---- */
RtValue rt_binary(RtValue a, RtValue b, RtOp op);   /* dispatch as CPython: reflected operand of a subclass first */
RtValue rt_inplace(RtValue a, RtValue b, RtOp op);
RtValue rt_add(RtValue, RtValue), rt_sub(RtValue, RtValue), rt_mul(RtValue, RtValue), rt_truediv(RtValue, RtValue), rt_floordiv(RtValue, RtValue), rt_mod(RtValue, RtValue),
    rt_pow(RtValue, RtValue), rt_lshift(RtValue, RtValue), rt_rshift(RtValue, RtValue), rt_and(RtValue, RtValue), rt_or(RtValue, RtValue), rt_xor(RtValue, RtValue),
    rt_matmul(RtValue, RtValue); /* number.c: small ints and floats inline, else rt_binary */
RtValue rt_pow_mod(RtValue base, RtValue exponent, RtValue modulus);
RtValue rt_neg(RtValue), rt_pos(RtValue), rt_invert(RtValue), rt_abs(RtValue);
RtValue rt_compare(RtValue a, RtValue b, RtCmp op);   /* the object a comparison gives */
int rt_compare_bool(RtValue a, RtValue b, RtCmp op);  /* its truth; identity does not short-cut */
int rt_equal(RtValue a, RtValue b);                   /* identity or ==: what containers use */
int rt_truth(RtValue);
int64_t rt_hash(RtValue);                             /* -1: raised */
int64_t rt_len(RtValue);                              /* -1: raised */
int rt_contains(RtValue container, RtValue item);
RtValue rt_getitem(RtValue, RtValue key);
int rt_setitem(RtValue, RtValue key, RtValue value);
int rt_delitem(RtValue, RtValue key);
RT_COLD int rt_raise_no_deletion(RtValue, RtValue key); /* TypeError: item deletion isn't supported; -1 */
RtValue rt_iter(RtValue);
RtValue rt_next(RtValue iterator);                    /* 0 without a pending exception: exhausted */
RtValue rt_next_step(RtValue iterator);               /* the same, or with a pending StopIteration, which iterators made of others hand on */
RtValue rt_getattr(RtValue, RtStr *name);
RtValue rt_getattr_optional(RtValue, RtStr *name);    /* 0 without a pending exception: no such attribute */
int rt_setattr(RtValue, RtStr *name, RtValue value);
int rt_delattr(RtValue, RtStr *name);
BORROWED RtValue rt_type_lookup(RtType *type, RtStr *name); /* along the mro; 0: absent, nothing raised */
RtStr *rt_repr(RtValue);
RtStr *rt_str(RtValue);
RtStr *rt_ascii(RtValue);
RtStr *rt_format(RtValue, RtStr *spec);               /* format(value, spec) */
RtValue rt_call(RtValue callee, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtValue rt_call_method(RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames); /* without making a bound method */
RtValue rt_call_ex(RtValue callee, RtTuple *args, RtDict *kwargs /* or NULL */);
void rt_keep(RtValue v); /* does nothing: the caller's v is alive until then */
int rt_isinstance(RtValue, RtValue class_or_tuple);
/* An index: any object with __index__, as int64. Clamps to int64 limits when clamp, else IndexError "cannot fit 'int' into an index-sized integer". -1 and pending: raised. */
int rt_index(RtValue, int64_t *result, bool clamp);
int rt_index_argument(RtValue, int64_t *result); /* OverflowError for what doesn't fit */
int rt_size_argument(RtValue, int64_t *result);  /* the same in the words for sizes and repetitions */
RtValue rt_index_value(RtValue);                      /* operator.index */

/* ---- int.c, float.c ---- */
RtValue rt_int_from_i64(int64_t);                     /* any 64-bit value */
RtValue rt_int_from_u64(uint64_t);
RtValue rt_int_from_double(double);                   /* truncates; OverflowError / ValueError for inf and nan */
int rt_int_to_i64(RtValue, int64_t *result);          /* 1: fits, 0: does not fit, no exception. The value must be an int (or bool, or an instance of a subclass) */
double rt_int_to_double(RtValue, int *overflow);      /* correctly rounded */
RtValue rt_int_add(RtValue, RtValue), rt_int_sub(RtValue, RtValue), rt_int_mul(RtValue, RtValue), rt_int_floordiv(RtValue, RtValue), rt_int_mod(RtValue, RtValue),
    rt_int_pow(RtValue, RtValue), rt_int_lshift(RtValue, RtValue), rt_int_rshift(RtValue, RtValue), rt_int_and(RtValue, RtValue), rt_int_or(RtValue, RtValue),
    rt_int_xor(RtValue, RtValue), rt_int_truediv(RtValue, RtValue), rt_int_neg(RtValue), rt_int_invert(RtValue); /* both exact ints, small or big */
RtValue rt_int_divmod(RtValue, RtValue);              /* a tuple */
int rt_int_compare(RtValue, RtValue);                 /* -1, 0, 1; never raises */
RtStr *rt_int_to_str(RtValue, int base /* 2..36; no prefix */);
RtValue rt_int_from_str(RtStr *, int base /* 0, 2..36 */); /* int(text, base) with CPython's errors and limits */
RtValue rt_int_from_decimal(const char *digits);      /* a literal: decimal digits, optional '-'; no limit */
RtValue rt_float_new(double);
double rt_float_value(RtValue);                       /* of a float or an instance of a subclass */
RtStr *rt_float_repr(double);
int rt_to_double(RtValue, double *result);            /* float(x) for numbers: float, int, __float__, __index__; -1: raised */
double rt_float_mod(double, double), rt_float_floordiv(double, double); /* Python's, divisor not 0 */
RtValue rt_float_pow(double, double);                 /* may be complex or raise ZeroDivisionError/OverflowError */

/* ---- str.c ---- */
RtStr *rt_str_new(int64_t length, int kind);                         /* contents to be filled in by the caller (canonical kind!) */
RtStr *rt_str_from_utf8(const char *text, int64_t length /* -1: strlen */); /* well-formed, or surrogates encoded as 3 bytes */
RtStr *rt_str_from_ucs4(const uint32_t *points, int64_t length);
RtStr *rt_str_from_char(uint32_t point);                             /* shared for Latin-1 */
RtStr *rt_str_intern(STEAL RtStr *);
RtStr *rt_str_concat(RtStr *, RtStr *);
RtStr *rt_str_append(STEAL RtStr *, RtStr *);                        /* grows in place when nobody else holds it */
int64_t rt_str_hash(RtStr *);
bool rt_str_equal(const RtStr *, const RtStr *);
int rt_str_compare(const RtStr *, const RtStr *);
char *rt_str_to_utf8(const RtStr *, int64_t *length);                /* malloc'ed copy, surrogates passed through; free() */
static inline uint32_t rt_str_at(const RtStr *s, int64_t i) {
  return s->kind == 1 ? s->data[i] : s->kind == 2 ? ((const uint16_t *)s->data)[i] : ((const uint32_t *)s->data)[i];
}
extern RtStr *rt_str_empty;
/* A growing string; used by repr, join, format. Any call may fail: then the writer is dead and finish returns NULL. */
typedef struct RtWriter { RtStr *str; int64_t length, capacity; uint32_t max_point; bool failed; } RtWriter;
void rt_writer_init(RtWriter *);
int rt_writer_char(RtWriter *, uint32_t point);
int rt_writer_ascii(RtWriter *, const char *text, int64_t length /* -1: strlen */);
int rt_writer_str(RtWriter *, const RtStr *);
RtStr *rt_writer_finish(RtWriter *);
void rt_writer_drop(RtWriter *);
/* Names used by the runtime itself: interned at first use, immortal afterwards. RT_NAME(append) -> RtStr * */
RtStr *rt_name(const char *text); /* cached by address of the literal; keeps no per-call cost worth avoiding */
#define RT_NAME(text) ({ static RtStr *name_; if (RT_UNLIKELY(!name_)) name_ = rt_name(#text); name_; })

/* ---- containers ---- */
RtTuple *rt_tuple_new(int64_t length);                               /* items 0, to be filled in */
RtTuple *rt_tuple_from(const RtValue *items, int64_t length);
RtTuple *rt_tuple_from_iterable(RtValue);
RtList *rt_list_new(int64_t capacity);
RtList *rt_list_from(const RtValue *items, int64_t length);
RtList *rt_make_list_of(RtValue iterable);
RtList *rt_make_list(const RtValue *items, int64_t length); /* a display: a place for the collector, too */
RtList *rt_list_from_iterable(RtValue);
int rt_list_append(RtList *, RtValue);
RtValue rt_list_get(RtList *, int64_t index);                        /* 0 <= index < length; boxes */
int rt_list_set(RtList *, int64_t index, RtValue);
int rt_list_extend(RtList *, RtValue iterable);
int rt_list_generalise(RtList *);                                    /* to RT_LIST_VALUE */
RtDict *rt_dict_new(int64_t expected);
BORROWED RtValue rt_dict_get(RtDict *, RtValue key);                 /* 0: absent, or raised (rt_pending) */
BORROWED RtValue rt_dict_get_str(RtDict *, RtStr *key);              /* 0: absent; never raises */
int rt_dict_set(RtDict *, RtValue key, RtValue value);
int rt_dict_set_str(RtDict *, RtStr *key, RtValue value);
int rt_dict_delete(RtDict *, RtValue key);                           /* 1: deleted, 0: absent, -1: raised */
/* Next live entry at or after *position; advances it. false: end. */
bool rt_dict_next(RtDict *, int64_t *position, RtValue *key, RtValue *value);
int rt_dict_update(RtDict *, RtValue mapping_or_pairs);
RtSet *rt_set_new(RtType *type);
int rt_set_add(RtSet *, RtValue);
int rt_set_contains(RtSet *, RtValue);
RtValue rt_slice_new(RtValue start, RtValue stop, RtValue step);     /* None where absent */
/* Start, stop, step clamped to a sequence of that length, and the number of elements selected. */
int rt_slice_indices(RtSlice *, int64_t length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count);
/* If v is an instance of a subclass of a built-in container or value type, the plain object inside; else v itself. Borrowed. */
BORROWED RtValue rt_base_value(RtValue v);

/* repr of containers: true when `object` is being printed already (print "[...]"). Pair with rt_repr_leave. */
int rt_repr_enter(RtValue object);
void rt_repr_leave(RtValue object);

/* Stack depth: compiled recursive functions and recursive runtime functions compare their frame address with this. */
extern uint64_t rt_stack_limit;
RT_COLD RtValue rt_raise_recursion(void);
/* The machine's own stack, which code for wasm can't see, holds most of a frame. At each check as much lies in memory besides as was seen to
 * be used there since the last one, so that the limit holds for both stacks (Node's is 984 KB). */
#define RT_STACK_UNSEEN 640
static inline uint64_t rt_stack_place(void) {
#ifdef __wasm__
  char here[RT_STACK_UNSEEN];
  const char *place = here;
  __asm__ volatile("" : "+r"(place));
  return (uintptr_t)place;
#else
  return (uintptr_t)__builtin_frame_address(0);
#endif
}
static inline int rt_check_stack(void) {
  if (RT_UNLIKELY(rt_stack_place() < rt_stack_limit)) { rt_raise_recursion(); return -1; }
  return 0;
}
#endif
