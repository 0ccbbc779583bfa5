/* Exceptions: raising, catching, context; tracebacks. */
#ifndef RT_EXCEPTION_H
#define RT_EXCEPTION_H
#include "rt.h"

/* One entry: the frame at `location`, then those that it called. */
typedef struct RtTraceback {
  RtObject head;
  const RtLocation *location;
  int64_t repeats; /* the same location so many times more: runaway recursion makes one entry */
  RtValue next;    /* 0 or a traceback */
  bool at_lookup;  /* the location is a method call's, and the method wasn't found */
} RtTraceback;
extern RtType rt_type_traceback;

/* What `extra` holds, by class. */
enum {
  RT_EXTRA_VALUE = 0,                                             /* StopIteration.value, SystemExit.code */
  RT_EXTRA_ERRNO = 0, RT_EXTRA_STRERROR = 1, RT_EXTRA_FILENAME = 2, RT_EXTRA_FILENAME2 = 3, /* OSError */
  RT_EXTRA_NAME = 0, RT_EXTRA_OBJECT = 1,                         /* AttributeError, NameError */
  RT_EXTRA_IMPORT_NAME = 0, RT_EXTRA_IMPORT_PATH = 1, RT_EXTRA_IMPORT_MESSAGE = 2,
  RT_EXTRA_FIELDS = 3,                                            /* SyntaxError, UnicodeError */
  RT_EXTRA_MESSAGE = 0, RT_EXTRA_EXCEPTIONS = 1                   /* groups */
};

static inline bool rt_is_exception(RtValue v) { return !rt_is_small(v) && (rt_object(v)->type->flags & RT_TYPE_EXCEPTION); }
static inline RtException *rt_exception_of(RtValue v) { return (RtException *)rt_object(v); }
bool rt_is_exception_class(RtValue v);

RtValue rt_exception_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames);
/* The two halves of the construction: __new__ only keeps the arguments, __init__ looks at them. */
RtException *rt_exception_new(RtType *type, const RtValue *args, int64_t nargs);
/* For the runtime's own exceptions: of a type that is no class, without what init does. */
RtException *rt_exception_make(RtType *type, const RtValue *args, int64_t nargs);
/* Called by all that makes or changes an exception so that it isn't plain. */
void rt_exception_unplain(void);
/* The same for those whose text the traceback knows by itself: the only argument a str, or none, or an error number and its text. */
RtException *rt_exception_plain(RtType *type, const RtValue *args, int64_t nargs);
void rt_exception_init_one(RtException *e, RtValue arg);
int rt_exception_set_notes(RtException *e, RtValue value); /* 0: none; returns 0 */
void rt_exception_set_filename(RtException *e, RtValue value);
void rt_exception_set_named(RtException *e, int which, RtValue value);
int rt_exception_init(RtException *, const RtValue *args, int64_t nargs, RtTuple *kwnames);
RtTuple *rt_exception_fields(const RtException *); /* what attributes of SyntaxErrors and UnicodeErrors show; borrowed */
void rt_exception_set_args(RtException *, STEAL RtTuple *args);
void rt_exception_set_extra(RtException *, int which, RtValue value);
const RtMethodDef *rt_exception_methods_of(const RtType *type);
RtValue rt_exception_str(RtValue), rt_exception_repr(RtValue);
int rt_exception_set_attribute(RtException *, const char *name, RtValue value); /* of a built-in attribute; value 0: delete */

/* The statement `raise value from cause` (cause 0: no `from`). Always returns 0. */
RtValue rt_raise(RtValue value_or_type, RtValue cause);
/* What calling an exception class has given, or 0; TypeError where that is no exception. */
RtValue rt_raise_checked(RtValue class_called, STEAL RtValue made, bool by_statement); /* the texts of `raise` and `throw` differ */
RtValue rt_raise_again(void);                     /* a bare `raise` */
/* How many handlers of the current generator, or of what no generator runs, are under way; what was handled around it (borrowed). */
extern int64_t rt_handler_depth;
extern RtValue rt_handled_outside;
RtValue rt_raise_exception(STEAL RtValue exception); /* sets the context from rt_handled */
RtValue rt_raise_attribute(RtValue object, RtStr *name, const char *format_with_two_s); /* AttributeError(name=, obj=); the names of type and attribute */
/* Does the clause `except type_or_tuple` catch it? TypeError for what is no exception class. */
int rt_exception_match(RtValue exception, RtValue type_or_tuple);
RtValue rt_handler_enter(void);                   /* makes the pending exception the handled one; returns what was handled before (0: nothing) */
void rt_handler_leave(STEAL RtValue previous);
void rt_exception_caused(RtException *fresh, STEAL RtValue cause); /* its cause and its context */
BORROWED RtValue rt_handled_exception(void);      /* the exception that rt_handler_enter made current */
RtValue rt_raise_statement(RtValue exception /* 0: a bare raise */, RtValue cause /* or 0 */);
/* `except*`: what a clause takes of the rest (None: nothing is left), and what it leaves; None where there is none. */
RtTuple *rt_group_match(RtValue rest, RtValue type_or_tuple);
/* After all clauses: what is to be raised of the exception, or None. `raised`: what the clauses have raised; `rest`: what none took, or None. */
RtValue rt_group_rest(RtValue exception, RtList *raised, RtValue rest);
RtValue rt_group_construct(RtValue type, const RtValue *args, int64_t nargs, RtTuple *kwnames);
extern const RtMethodDef rt_group_methods[];
RtStr *rt_group_str(RtValue);

void rt_traceback_add(const RtLocation *location);
extern RtValue rt_failed_lookup; /* only compared: the exception of a method call that found no method, until its location is added */
RtValue rt_traceback_getattr(RtValue, RtStr *name);
/* sys.tracebacklimit: how many of the last entries are printed; 0: all. */
void rt_traceback_set_limit(RtValue limit);
void rt_traceback_print(RtValue exception);       /* on stderr, as the interpreter prints what nobody caught */
void rt_write_unraisable(const char *what, RtValue where); /* "Exception ignored in: ..."; takes the pending exception */
/* " Did you mean: 'x'?" for NameError, AttributeError and ImportError: the name suggested, or NULL. */
RtStr *rt_suggestion(RtException *);
bool rt_suggests_import(RtException *); /* a NameError whose name is a module of the standard library */
/* The name of the list nearest to `wrong`, as CPython's suggestions choose it; NULL: none near enough. New. */
RtStr *rt_closest_name(RtStr *wrong, RtList *names);
#endif
