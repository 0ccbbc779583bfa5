/*
 * Node modules: how a compiled program looks from JavaScript. What the files of native/node share.
 *
 * An image (a loaded copy of the .node file) has one environment and one runtime; module.c sees to that. So the state of this
 * folder is static, and nothing here or in the runtime needs a lock.
 *
 * Failure is as in rt.h: NULL, 0 or -1 with a Python exception pending. A JavaScript exception never stays pending: whoever meets one
 * turns it into a Python exception at once (node_failed), and only the way out of a call from JavaScript throws (node_throw_pending).
 */
#ifndef NODE_H
#define NODE_H
#include "memory.h"
#include "print.h"
#include "rt.h"
#include <node_api.h>

extern napi_env node_env;
extern int node_depth;      /* calls from JavaScript under way */
extern uint64_t node_epoch; /* grows whenever code of JavaScript may have run: what is known of its memory may be wrong since */

/* What may run code of JavaScript: a call, a getter, a trap of a Proxy. */
static inline napi_status node_ran(napi_status status) { return node_epoch++, status; }
#define napi_call_function(...) node_ran(napi_call_function(__VA_ARGS__))
#define napi_new_instance(...) node_ran(napi_new_instance(__VA_ARGS__))
#define napi_run_script(...) node_ran(napi_run_script(__VA_ARGS__))
#define napi_get_property(...) node_ran(napi_get_property(__VA_ARGS__))
#define napi_get_named_property(...) node_ran(napi_get_named_property(__VA_ARGS__))
#define napi_get_element(...) node_ran(napi_get_element(__VA_ARGS__))
#define napi_set_property(...) node_ran(napi_set_property(__VA_ARGS__))
#define napi_set_named_property(...) node_ran(napi_set_named_property(__VA_ARGS__))
#define napi_set_element(...) node_ran(napi_set_element(__VA_ARGS__))
#define napi_has_property(...) node_ran(napi_has_property(__VA_ARGS__))
#define napi_has_own_property(...) node_ran(napi_has_own_property(__VA_ARGS__))
#define napi_delete_property(...) node_ran(napi_delete_property(__VA_ARGS__))
#define napi_define_properties(...) node_ran(napi_define_properties(__VA_ARGS__))
#define napi_get_property_names(...) node_ran(napi_get_property_names(__VA_ARGS__))
#define napi_get_all_property_names(...) node_ran(napi_get_all_property_names(__VA_ARGS__))
#define napi_coerce_to_string(...) node_ran(napi_coerce_to_string(__VA_ARGS__))

/* ---- what the compiler lays out ---- */
extern const char tauraro_signatures[]; /* lib/node-api/signatures.ts */
extern void (*const tauraro_teardown)(void);
/* Ways into functions of numbers and strings: lib/backend/llvm/direct-calls.ts. */
typedef union NodeWord { int64_t i; double f; } NodeWord;
typedef struct NodeDirect {
  RT_WORD const RtCode *code; /* NULL: the end */
  RT_WORD int64_t (*call)(NodeWord *words);
  int64_t letters;            /* in the low byte that of the result, then those of the parameters: 'i', 'f', 'b'; parameters 's'; results 'v' */
} NodeDirect;
extern const NodeDirect tauraro_direct[];

/* ---- plan.c: types and signatures, as the compiler has written them down ---- */
typedef enum NodeKind {
  NODE_ANY = 'a', NODE_INT = 'i', NODE_INT_NUMBER = 'j', NODE_INT_BIG = 'I', NODE_FLOAT = 'f', NODE_BOOL = 'b', NODE_STR = 's', NODE_NONE = 'n',
  NODE_BYTES = 'y', NODE_BYTEARRAY = 'Y', NODE_MEMORY = 'v', NODE_LIST = 'l', NODE_SET = 'e', NODE_FROZENSET = 'E', NODE_ITERABLE = 'g',
  NODE_ROW = 'T', NODE_TUPLE = 't', NODE_DICT = 'd', NODE_UNION = 'u', NODE_LITERAL = 'q', NODE_CLASS = 'c', NODE_RECORD = 'r',
  NODE_CALLABLE = 'k', NODE_CALLABLE_ANY = 'K', NODE_AWAITABLE = 'p',
  NODE_DATETIME = 'm', NODE_DATE = 'M', NODE_PROTOCOL = 'o'
} NodeKind;

typedef struct NodeText { const char *bytes; int64_t length; } NodeText;
typedef struct NodeField { NodeText name; bool required; } NodeField;
/* A literal's value: 'i' and 's' with their text, 'b' with '0' or '1', 'n', or 'a' for what only == can compare. */
typedef struct NodeConstant { char kind; NodeText text; } NodeConstant;
typedef struct NodeType {
  NodeKind kind;
  int32_t count;
  struct NodeType **items; /* elements, members, fields, parameters; the result of a callable comes last */
  NodeText name;           /* of a class or record */
  struct NodeType *settle; /* of an awaitable: the function that takes its result */
  NodeField *fields;
  NodeConstant *constants;
} NodeType;
typedef struct NodeSignature {
  NodeText name; /* qualified */
  bool background;
  bool attribute; /* of instances; `result` is its type */
  int32_t count;
  NodeText *names;
  NodeType **parameters; /* in frame order, without self */
  NodeType *result;
} NodeSignature;

extern const NodeType node_type_any;
extern NodeKind node_int_policy; /* NODE_INT, NODE_INT_NUMBER or NODE_INT_BIG */
int node_plan_read(void);        /* -1: out of memory, nothing raised */
void node_plan_free(void);
int32_t node_plan_export_count(void);
NodeText node_plan_export(int32_t index);
const NodeSignature *node_plan_find(const char *owner /* or NULL */, const char *name); /* NULL: the compiler knows nothing of it */
/* The name of the next attribute of that class at or after *index, which advances; bytes NULL: no more. */
NodeText node_plan_attribute(const char *owner, int32_t *index);
/* "list[int]"; cut off where it is too long. */
void node_plan_print(const NodeType *, char *out, size_t size);

/* ---- failures (error.c) ---- */
/* Turns the failure of a Node-API call into a pending Python exception. Always false. */
RT_COLD bool node_failed(napi_status);
static inline bool node_ok(napi_status status) { return RT_LIKELY(status == napi_ok) || node_failed(status); }
/* Throws the pending Python exception in JavaScript. NULL. */
RT_COLD napi_value node_throw_pending(void);
RT_COLD napi_value node_error_to_js(RtValue exception);
void node_error_copy_attributes(napi_value error, RtValue exception);
RT_COLD RtValue node_error_to_python(napi_value thrown); /* an exception object */
extern RtType node_type_js_error;
bool node_error_is_ours(napi_value error, RtValue *exception); /* new reference */

/* ---- where a value is, for messages ---- */
typedef struct NodeWhere {
  const struct NodeWhere *outer;
  const char *function; /* "scale" */
  RtStr *parameter;     /* of the function; or NULL */
  const char *what;     /* instead: "result of a callback"; or NULL */
  int64_t index;        /* -1: none */
  NodeText key;         /* a field; bytes NULL: none */
} NodeWhere;
RT_COLD RtValue node_raise_type(const NodeWhere *, const NodeType *expected, napi_value got);
RT_COLD RtValue node_raise_at(const NodeWhere *, const char *format, ...) RT_PRINTF(2, 3);

typedef enum NodeHelper {
  NODE_HELPER_ERROR, NODE_HELPER_ERROR_CLASS, NODE_HELPER_SHAPE, NODE_HELPER_MAP, NODE_HELPER_SET, NODE_HELPER_ENTRIES, NODE_HELPER_INHERIT,
  NODE_HELPER_ITERATOR, NODE_HELPER_ID, NODE_HELPER_DESCRIBE, NODE_HELPER_RESULT, NODE_HELPER_ATTACH, NODE_HELPER_PROMISE,
  NODE_HELPER_ASYNC_ITERATOR, NODE_HELPER_BACKGROUND, NODE_HELPER_EACH, NODE_HELPER_PUSH, NODE_HELPER_PUT, NODE_HELPER_SIGNAL,
  NODE_HELPER_ABORTED, NODE_HELPER_TASK, NODE_HELPER_ABORT, NODE_HELPER_LOOP, NODE_HELPER_RESOLVED, NODE_HELPERS
} NodeHelper;

/* ---- values ---- */
RtValue node_to_python(napi_value v, const NodeType *type, const NodeWhere *where);
napi_value node_to_js(RtValue v, const NodeType *type);
RtStr *node_str_to_python(napi_value v); /* NULL without an exception: it is no string */
napi_value node_str_to_js(RtStr *);
napi_value node_text_to_js(const char *utf8, int64_t length /* -1: strlen */);
RtStr *node_str_from_utf16(const char16_t *units, size_t length);
napi_value node_int_to_js(RtValue v, NodeKind policy);
RtValue node_bigint_to_python(napi_value v); /* 0 without an exception: it is no BigInt */
napi_value node_bytes_to_js(RtValue v);
/* The bytes of a Buffer, TypedArray, ArrayBuffer or DataView. 1, 0: it is none, -1: raised. */
int node_bytes_view(napi_value v, const uint8_t **data, size_t *length);
/* view.c. A memoryview of a TypedArray, ArrayBuffer or DataView; 0 without an exception: it is none. */
RtValue node_view_to_python(napi_value v);
napi_value node_view_to_js(RtValue memoryview);
/* A list of a TypedArray's numbers; 0 without an exception: it is none. */
RtValue node_array_to_list(napi_value v);
/* date.c. A Date as a datetime, or as the date of its UTC day; 0 without an exception: it is none, an invalid one, or the program has no datetime. */
int node_date_start(void);
void node_date_end(void);
RtValue node_date_to_python(napi_value v, bool only_day);
napi_value node_date_to_js(RtValue v); /* NULL without an exception: it is none */
/* elements.c. Hands each element to `take`; -1: it has raised, or reading has. */
typedef int (*NodeTake)(void *to, napi_value item, uint32_t index);
int node_elements_start(void);
int node_each_element(napi_value array, uint32_t length, NodeTake take, void *to);
/* What is to be stored in an Array or a new plain object (args[0]), many values a call. */
enum { NODE_BATCH = 128 };
typedef struct NodeBatch {
  NodeHelper helper;       /* NODE_HELPER_PUSH or NODE_HELPER_PUT */
  bool open;
  size_t count;            /* of args; starts with 1 */
  napi_handle_scope scope; /* of what waits */
  napi_value args[1 + NODE_BATCH];
} NodeBatch;
bool node_batch_begin(NodeBatch *); /* before the conversion of each one or two values that are appended to args */
bool node_batch_flush(NodeBatch *);
void node_batch_drop(NodeBatch *);
typedef enum NodeShape { NODE_SHAPE_PLAIN, NODE_SHAPE_MAP, NODE_SHAPE_SET, NODE_SHAPE_DATE, NODE_SHAPE_ITERABLE, NODE_SHAPE_ERROR, NODE_SHAPE_PROMISE, NODE_SHAPE_OTHER } NodeShape;
int node_shape(napi_value object); /* -1: raised */

/* ---- objects of Python in JavaScript (wrap.c) and of JavaScript in Python (proxy.c) ---- */
RtValue node_unwrap(napi_value object);               /* new; 0 without an exception: none of ours */
napi_value node_wrapped(RtValue v);                   /* NULL without an exception: not in JavaScript now */
int node_wrap(napi_value object, RtValue v);
void node_wrap_set_item(RtValue iterator, const NodeType *item);
const NodeType *node_wrap_item(RtValue iterator);
void node_release_later(STEAL RtValue v);             /* from a finalizer of JavaScript */
void node_release_now(void);
void node_wrap_free(void);
napi_value node_instance_to_js(RtValue v);
RtValue node_proxy_new(napi_value object, const NodeType *callable);
bool node_is_proxy(RtValue v);
napi_value node_proxy_value(RtValue v);
RtValue node_proxy_iterator(napi_value iterable, const NodeType *item);
extern RtType node_type_proxy;

extern size_t node_dead_count;                        /* objects that wait for node_release_now */

/* ---- functions and classes ---- */
typedef struct NodeFunction {
  RtValue callee;                  /* owned */
  RtFunction *function;            /* whose code names the parameters: callee itself, or what it calls; NULL: unknown */
  RtValue bound;                   /* borrowed from callee: becomes the first argument; or 0 */
  int32_t skip;                    /* leading parameters that don't come from JavaScript: self */
  bool direct;                     /* function is what a call runs */
  const NodeSignature *signature;  /* or NULL */
  char *name;                      /* for messages */
  RtType *owner;                   /* of a method: `this` becomes the first argument; else NULL */
  const NodeDirect *fast;          /* where all parameters are ints, floats, bools and strings; or NULL */
  char scalars[4];                 /* the kinds of its parameters */
  bool has_strings;
  bool takes_signal;               /* gives a promise: { signal } may be the last argument */
  int32_t arity;                   /* >= 0: exactly so many positional parameters, and no others */
} NodeFunction;
NodeFunction *node_function_new(RtValue callee, const char *owner_name, const char *name, RtType *owner);
/* The same for a class: its parameters are those of __init__. */
NodeFunction *node_function_of_class(RtType *);
void node_function_free(NodeFunction *);
napi_callback node_function_callback(const NodeFunction *); /* its data is the NodeFunction */
napi_value node_callable_to_js(RtValue v);
/* Runs callee with the arguments of a call from JavaScript; receiver 0: none. */
RtValue node_function_call(NodeFunction *, RtValue receiver, const napi_value *args, size_t count);
napi_value node_function_finish(STEAL RtValue result, const NodeType *type); /* throws what is pending */
/* Around each call from JavaScript. */
static inline void node_enter(void) { node_depth++, node_epoch++; }
RT_COLD void node_tidy(void);
static inline void node_leave(void) {
  if (--node_depth == 0 && RT_UNLIKELY(node_dead_count != 0 || rt_gc_wanted || rt_stdout_filled != 0)) node_tidy();
}

napi_value node_class_to_js(RtType *);
void node_class_free(void);
napi_value node_iterator_to_js(RtValue iterator, const NodeType *item /* of an awaitable: its result */);
/* signal (or NULL): an AbortSignal. */
napi_value node_promise_to_js(RtValue awaitable, const NodeType *type, napi_value signal);
bool node_is_awaitable(const RtType *), node_is_async_iterator(const RtType *);
napi_value node_async_iterator_to_js(RtValue);

/* ---- asyncio, where the program has it (tasks.c) ---- */
int node_tasks_start(void); /* -1: raised */
void node_tasks_end(void);
bool node_tasks_run(void);  /* has it? */
napi_value node_task_to_js(RtValue awaitable, const NodeType *result, napi_value signal);
/* What a task awaits instead of that promise: a future, or None outside of tasks. */
RtValue node_task_future(RtValue promise);
/* Takes the AbortSignal out of the last argument; NULL without an exception: there is none. */
napi_value node_take_signal(napi_value *args, size_t *count);

/* ---- helpers in JavaScript (prelude.c) ---- */
int node_prelude_start(void);
napi_value node_help(NodeHelper, size_t count, const napi_value *args); /* NULL: raised */
/* A function of a module that only Node modules have (lib/stdlib/_node_*.py); 0 without an exception: the program lacks the module. */
RtValue node_border_function(const char *module, const char *name);
napi_value node_undefined(void), node_null(void), node_bool_to_js(bool);

/* ---- module.c ---- */
void *node_memory(size_t size);  /* zeroed; NULL with MemoryError */
#define NODE_NAME(text) node_text_to_js(text, -1)
#endif
