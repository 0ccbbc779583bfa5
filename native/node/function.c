/* Functions of Python in JavaScript: how the arguments of a call meet parameters. */
#include "node.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "float.h"
#include "function.h"
#include "gc.h"
#include "print.h"
#include "str.h"
#include "type.h"
#include <stdio.h>
#include <stdlib.h>

enum { FEW = 8 };

/* ---- NodeFunction ---- */

static void note_scalars(NodeFunction *);

static void set_function(NodeFunction *f, RtValue function, int32_t skip) {
  f->function = (RtFunction *)rt_object(function);
  f->skip = skip;
  f->direct = true;
  const RtCode *code = f->function->code;
  if (code->kwonly == 0 && !(code->flags & (RT_CODE_VARARGS | RT_CODE_KWARGS)) && code->positional <= FEW) f->arity = code->positional - skip;
}

static void describe(NodeFunction *f, RtValue callee) {
  if (rt_typeof(callee) == &rt_type_function) return set_function(f, callee, f->owner != NULL);
  if (rt_typeof(callee) != &rt_type_method) return;
  RtMethod *method = (RtMethod *)rt_object(callee);
  if (rt_typeof(method->function) != &rt_type_function) return;
  set_function(f, method->function, 1);
  f->bound = method->self;
}

NodeFunction *node_function_new(RtValue callee, const char *owner_name, const char *name, RtType *owner) {
  NodeFunction *f = calloc(1, sizeof *f);
  if (!f || !(f->name = strdup(name))) {
    free(f);
    rt_raise_memory();
    return NULL;
  }
  f->callee = rt_new_ref(callee);
  f->owner = owner;
  f->arity = -1;
  f->signature = node_plan_find(owner_name, name);
  f->takes_signal = f->signature && f->signature->result->kind == NODE_AWAITABLE;
  describe(f, callee);
  note_scalars(f);
  return f;
}

/* Does the code have the parameters that the signature names? The __init__ of a dataclass takes any. */
static bool is_described(const NodeFunction *f, const RtFunction *function) {
  const RtCode *code = function->code;
  int32_t all = code->positional + code->kwonly + ((code->flags & RT_CODE_VARARGS) != 0) + ((code->flags & RT_CODE_KWARGS) != 0);
  if (!f->signature) return true;
  for (int32_t i = 0; i < f->signature->count && i < all - 1; i++) {
    const NodeText name = f->signature->names[i];
    const RtStr *own = code->parameter_names[i + 1];
    if (own->kind != 1 || own->length != name.length || memcmp(own->data, name.bytes, (size_t)name.length) != 0) return false;
  }
  return f->signature->count == all - 1;
}

NodeFunction *node_function_of_class(RtType *type) {
  NodeFunction *f = node_function_new(rt_value(type), type->name, "__init__", NULL);
  RtValue init = f && rt_is_class(type) ? ((RtClass *)type)->init : 0;
  if (f) free(f->name);
  if (f && !(f->name = strdup(type->name))) {
    rt_decref(f->callee);
    free(f);
    return (NodeFunction *)(intptr_t)rt_raise_memory();
  }
  if (init && rt_typeof(init) == &rt_type_function && !((RtClass *)type)->new && is_described(f, (RtFunction *)rt_object(init))) set_function(f, init, 1);
  if (f) f->direct = false;
  return f;
}

void node_function_free(NodeFunction *f) {
  if (!f) return;
  rt_decref(f->callee);
  free(f->name);
  free(f);
}

/* ---- a call with exactly the parameters it names ---- */

static inline const NodeType *parameter_type(const NodeFunction *f, int64_t index) {
  return f->signature && index < f->signature->count ? f->signature->parameters[index] : &node_type_any;
}

static int32_t required_count(const NodeFunction *f) {
  int64_t defaults = f->function->defaults ? f->function->defaults->length : 0;
  return (int32_t)(f->function->code->positional - defaults) - f->skip;
}

static bool is_kind(napi_value v, napi_valuetype wanted) {
  napi_valuetype kind;
  return napi_typeof(node_env, v, &kind) == napi_ok && kind == wanted;
}

/* Could the last arguments be left out, or the very last be an object with keyword arguments? */
static bool is_plain_call(const NodeFunction *f, const napi_value *args, size_t count) {
  int32_t required = required_count(f);
  for (size_t i = (size_t)required; i < count; i++)
    if (is_kind(args[i], napi_undefined)) return false;
  return count == (size_t)required || !is_kind(args[count - 1], napi_object);
}

static RtValue call_plainly(NodeFunction *f, RtValue receiver, const napi_value *args, size_t count) {
  RtValue values[FEW + 1];
  const RtCode *code = f->function->code;
  int64_t first = receiver != 0, n = 0;
  RtValue result = 0;
  if (receiver) values[0] = receiver;
  for (; n < (int64_t)count; n++) {
    NodeWhere where = {NULL, f->name, code->parameter_names[n + f->skip], NULL, -1, {NULL, 0}};
    if (!(values[n + first] = node_to_python(args[n], parameter_type(f, n), &where))) break;
  }
  if (n == (int64_t)count) result = f->direct ? rt_call_function(f->function, values, n + first, NULL) : rt_call(f->callee, values, n + first, NULL);
  while (n-- > 0) rt_decref(values[n + first]);
  return result;
}

/* ---- any call ---- */

typedef struct Arguments {
  RtValue *values; /* positional ones, then those by keyword */
  int64_t count, positional;
  RtList *names;
} Arguments;

static int add_positional(Arguments *a, RtValue v) {
  if (!v) return -1;
  a->values[a->count++] = v;
  a->positional++;
  return 0;
}

static int add_keyword(Arguments *a, RtStr *name, RtValue v) {
  if (!v || rt_list_append(a->names, rt_value(name)) < 0) {
    rt_xdecref(v);
    return -1;
  }
  a->values[a->count++] = v;
  return 0;
}

/* The parameter that a keyword names, counted without the receiver; -1: none. */
static int64_t named_parameter(const RtCode *code, RtStr *name, int64_t first) {
  for (int64_t i = code->posonly; i < code->positional + code->kwonly; i++)
    if (i >= first && rt_str_equal(code->parameter_names[i], name)) return i - first;
  return -1;
}

static bool admits_object(const NodeType *type) {
  switch (type->kind) {
    case NODE_ANY: case NODE_DICT: case NODE_RECORD: case NODE_CLASS: case NODE_PROTOCOL: return true;
    case NODE_UNION:
      for (int32_t i = 0; i < type->count; i++)
        if (admits_object(type->items[i])) return true;
      return false;
    default: return false;
  }
}

/* Is the last argument an object with keyword arguments? 1, 0, -1: raised. */
static int has_options(const NodeFunction *f, const RtCode *code, const napi_value *args, size_t count, int64_t positional) {
  if (count == 0 || !is_kind(args[count - 1], napi_object)) return 0;
  bool is_rest = (int64_t)count > positional;
  if (is_rest && (code->flags & RT_CODE_VARARGS) && !code->kwonly && !(code->flags & RT_CODE_KWARGS)) return 0;
  if (!is_rest && admits_object(parameter_type(f, (int64_t)count - 1))) return 0;
  RtValue known = node_unwrap(args[count - 1]);
  if (known) return rt_decref(known), 0;
  int shape = node_shape(args[count - 1]);
  return shape < 0 ? -1 : shape == NODE_SHAPE_PLAIN;
}

static RtValue convert_argument(const NodeFunction *f, const RtCode *code, napi_value v, int64_t index, int64_t first, RtStr *name) {
  bool known = index >= 0 && index + first < code->positional + code->kwonly;
  NodeWhere where = {NULL, f->name, known ? code->parameter_names[index + first] : name, NULL, -1, {NULL, 0}};
  return node_to_python(v, known ? parameter_type(f, index) : &node_type_any, &where);
}

static int add_option(const NodeFunction *f, const RtCode *code, Arguments *a, napi_value object, napi_value key, int64_t first) {
  napi_value value;
  RtStr *name = node_str_to_python(key);
  int status = -1;
  if (name && node_ok(napi_get_property(node_env, object, key, &value))) {
    int64_t index = named_parameter(code, name, first);
    bool absent = is_kind(value, napi_undefined);
    status = absent && index >= 0 ? 0 : add_keyword(a, name, convert_argument(f, code, value, index, first, name));
  }
  rt_xdecref(rt_value(name));
  return status;
}

static int add_options(const NodeFunction *f, const RtCode *code, Arguments *a, napi_value object, int64_t first) {
  napi_value names, key;
  uint32_t length;
  if (!node_ok(napi_get_property_names(node_env, object, &names)) || !node_ok(napi_get_array_length(node_env, names, &length))) return -1;
  RtValue *grown = realloc(a->values, (size_t)(a->count + length + 1) * sizeof *grown);
  if (!grown) return (rt_raise_memory(), -1);
  a->values = grown;
  for (uint32_t i = 0; i < length; i++)
    if (!node_ok(napi_get_element(node_env, names, i, &key)) || add_option(f, code, a, object, key, first) < 0) return -1;
  return 0;
}

/* Arguments left out in the middle: what follows them is given by name. */
static int add_arguments(const NodeFunction *f, const RtCode *code, Arguments *a, const napi_value *args, int64_t count, int64_t first) {
  int64_t positional = code->positional - first, required = required_count(f);
  bool by_name = false;
  for (int64_t i = 0; i < count; i++) {
    bool optional = i >= required && i < positional;
    if (optional && is_kind(args[i], napi_undefined)) {
      by_name = true;
      continue;
    }
    RtStr *name = i < positional ? code->parameter_names[i + first] : NULL;
    RtValue v;
    if (i < positional) v = convert_argument(f, code, args[i], i, first, name);
    else {
      int64_t rest = code->positional + code->kwonly - first;
      NodeWhere where = {NULL, f->name, (code->flags & RT_CODE_VARARGS) ? code->parameter_names[rest + first] : NULL, NULL, i - positional, {NULL, 0}};
      v = node_to_python(args[i], parameter_type(f, rest), &where);
    }
    if ((by_name && name ? add_keyword(a, name, v) : add_positional(a, v)) < 0) return -1;
  }
  return 0;
}

static RtValue call_with(NodeFunction *f, Arguments *a) {
  RtTuple *names = a->names->length ? rt_tuple_from_iterable(rt_value(a->names)) : NULL;
  if (a->names->length && !names) return 0;
  RtValue result = rt_call(f->direct ? rt_value(f->function) : f->callee, a->values, a->positional, names);
  rt_xdecref(rt_value(names));
  return result;
}

/* JavaScript passes what it has: arguments that the function has no parameters for are dropped, as a JavaScript function would. */
static int collect(NodeFunction *f, Arguments *a, const napi_value *args, size_t count, int64_t first) {
  const RtCode *code = f->function->code;
  int64_t positional = code->positional - first;
  int options = has_options(f, code, args, count, positional);
  if (options < 0) return -1;
  int64_t given = (int64_t)count - options;
  if (given > positional && !(code->flags & RT_CODE_VARARGS)) given = positional;
  if (add_arguments(f, code, a, args, given, first) < 0) return -1;
  return options ? add_options(f, code, a, args[count - 1], first) : 0;
}

/* Where no code tells the parameters, the signature may: that of a dataclass, or of a decorated function. */
static RtValue convert_by_signature(const NodeFunction *f, napi_value v, int64_t index) {
  char what[160] = "argument";
  bool named = f->signature && index >= 0 && index < f->signature->count;
  if (named) snprintf(what, sizeof what, "argument '%.*s'", (int)f->signature->names[index].length, f->signature->names[index].bytes);
  NodeWhere where = {NULL, f->name, NULL, what, named ? -1 : index, {NULL, 0}};
  return node_to_python(v, named ? parameter_type(f, index) : &node_type_any, &where);
}

static int64_t signature_index(const NodeFunction *f, RtStr *name) {
  char *text = rt_str_to_utf8(name, NULL);
  int64_t found = -1;
  for (int32_t i = 0; text && i < f->signature->count; i++)
    if (strlen(text) == (size_t)f->signature->names[i].length && memcmp(text, f->signature->names[i].bytes, strlen(text)) == 0) found = i;
  free(text);
  return found;
}

static int add_options_by_signature(const NodeFunction *f, Arguments *a, napi_value object) {
  napi_value names, key, value;
  uint32_t length;
  if (!node_ok(napi_get_property_names(node_env, object, &names)) || !node_ok(napi_get_array_length(node_env, names, &length))) return -1;
  RtValue *grown = realloc(a->values, (size_t)(a->count + length + 1) * sizeof *grown);
  if (!grown) return (rt_raise_memory(), -1);
  a->values = grown;
  for (uint32_t i = 0; i < length; i++) {
    RtStr *name = node_ok(napi_get_element(node_env, names, i, &key)) ? node_str_to_python(key) : NULL;
    int status = name && node_ok(napi_get_property(node_env, object, key, &value)) ? 0 : -1;
    if (status == 0 && !is_kind(value, napi_undefined)) status = add_keyword(a, name, convert_by_signature(f, value, signature_index(f, name)));
    rt_xdecref(rt_value(name));
    if (status < 0) return -1;
  }
  return 0;
}

static int collect_untyped(NodeFunction *f, Arguments *a, const napi_value *args, size_t count) {
  bool options = f->signature && f->signature->count > 0 && count > 0 && is_kind(args[count - 1], napi_object) &&
                 ((int64_t)count > f->signature->count || !admits_object(parameter_type(f, (int64_t)count - 1)));
  if (options) {
    int shape = node_shape(args[count - 1]);
    if (shape < 0) return -1;
    options = shape == NODE_SHAPE_PLAIN;
  }
  size_t given = count - options;
  while (given > 0 && f->signature && is_kind(args[given - 1], napi_undefined)) given--;
  for (size_t i = 0; i < given; i++)
    if (add_positional(a, convert_by_signature(f, args[i], (int64_t)i)) < 0) return -1;
  return options ? add_options_by_signature(f, a, args[count - 1]) : 0;
}

static RtValue call_generally(NodeFunction *f, RtValue receiver, const napi_value *args, size_t count) {
  Arguments a = {.values = malloc((count + 2) * sizeof(RtValue)), .names = rt_list_new(0)};
  RtValue result = 0;
  if (!a.values) rt_raise_memory();
  if (a.values && a.names) {
    if (receiver) add_positional(&a, rt_new_ref(receiver));
    int status = f->function ? collect(f, &a, args, count, f->skip) : collect_untyped(f, &a, args, count);
    if (status == 0) result = call_with(f, &a);
  }
  while (a.values && a.count > 0) rt_decref(a.values[--a.count]);
  free(a.values);
  rt_xdecref(rt_value(a.names));
  return result;
}

RtValue node_function_call(NodeFunction *f, RtValue receiver, const napi_value *args, size_t count) {
  if (RT_LIKELY(f->arity == (int32_t)count) && is_plain_call(f, args, count)) return call_plainly(f, receiver, args, count);
  return call_generally(f, receiver, args, count);
}

/* ---- the way in and out ---- */

napi_value node_function_finish(STEAL RtValue result, const NodeType *type) {
  napi_value out = result ? node_to_js(result, type) : NULL;
  rt_xdecref(result);
  return out ? out : node_throw_pending();
}

void node_tidy(void) {
  assert(!rt_pending);
  node_release_now();
  rt_gc_safepoint();
  if (rt_stdout_flush() < 0) rt_clear_pending();
}

/* May the last argument be { signal } of a function that gives a promise? Not where it belongs to a parameter. */
static bool may_have_signal(const NodeFunction *f, const napi_value *args, size_t count) {
  if (!f->takes_signal || count == 0 || !is_kind(args[count - 1], napi_object)) return false;
  int64_t parameters = f->function ? f->function->code->positional - f->skip : f->signature->count;
  return (int64_t)count > parameters || !admits_object(parameter_type(f, (int64_t)count - 1));
}

/* As node_function_finish, for a promise that the signal rejects. */
static napi_value finish_with_signal(NodeFunction *f, RtValue receiver, const napi_value *args, size_t count, napi_value signal) {
  napi_valuetype kind;
  napi_value out = node_help(NODE_HELPER_ABORTED, 1, &signal);
  if (out && node_ok(napi_typeof(node_env, out, &kind)) && kind != napi_undefined) return out;
  RtValue result = out ? node_function_call(f, receiver, args, count) : 0;
  if (result && !node_is_awaitable(rt_typeof(result))) return node_function_finish(result, f->signature->result);
  out = result ? node_promise_to_js(result, f->signature->result, signal) : NULL;
  rt_xdecref(result);
  return out ? out : node_throw_pending();
}

static napi_value run(NodeFunction *f, napi_value this, napi_value *args, size_t count) {
  RtValue receiver = f->bound ? rt_new_ref(f->bound) : 0;
  if (f->owner) {
    receiver = node_unwrap(this);
    if (!receiver || !rt_is_subtype(rt_typeof(receiver), f->owner)) {
      rt_xdecref(receiver);
      if (!rt_pending) rt_raise_format(&rt_exc_TypeError, "%s() needs an instance of %s as `this`", f->name, f->owner->name);
      return node_throw_pending();
    }
  }
  napi_value signal = may_have_signal(f, args, count) ? node_take_signal(args, &count) : NULL, out;
  if (RT_UNLIKELY(signal != NULL)) out = finish_with_signal(f, receiver, args, count, signal);
  else out = node_function_finish(rt_pending ? 0 : node_function_call(f, receiver, args, count), f->signature ? f->signature->result : &node_type_any);
  rt_xdecref(receiver);
  return out;
}

static napi_value call_any(napi_env env, napi_callback_info info) {
  napi_value few[FEW], *args = few, this, result;
  size_t count = FEW;
  void *data;
  if (napi_get_cb_info(env, info, &count, args, &this, &data) != napi_ok) return NULL;
  if (count > FEW) {
    args = malloc(count * sizeof *args);
    if (!args || napi_get_cb_info(env, info, &count, args, &this, &data) != napi_ok) return free(args), NULL;
  }
  node_enter();
  result = run(data, this, args, count);
  node_leave();
  if (args != few) free(args);
  return result;
}

/* ---- functions of numbers and strings: the same, without what they don't need ---- */

#define SAFE 9007199254740991.0

static inline char letter(const NodeDirect *fast, int32_t index /* 0: of the result */) { return (char)(fast->letters >> (8 * index)); }

/* A string is owned by the caller then. */
static inline bool scalar(napi_env env, napi_value v, char kind, NodeWord *out) {
  double d;
  bool b;
  if (kind == NODE_STR) return (out->i = rt_value(node_str_to_python(v))) != 0;
  if (kind == NODE_BOOL) {
    if (napi_get_value_bool(env, v, &b) != napi_ok) return false;
    out->i = b;
    return true;
  }
  if (napi_get_value_double(env, v, &d) != napi_ok) return false;
  if (kind == NODE_FLOAT) {
    out->f = rt_float_from_bits(d);
    return true;
  }
  out->i = d >= -SAFE && d <= SAFE ? (int64_t)d : 0;
  return d == (double)out->i;
}

static void drop_strings(const NodeFunction *f, const NodeWord *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (f->scalars[i] == NODE_STR) rt_decref(words[i].i);
}

/* The tagged word of a result that its fast version has given, or 0: raised. */
static RtValue boxed(const NodeFunction *f, int64_t status, NodeWord word) {
  if (status != 0) return status == 1 ? 0 : word.i;
  switch (letter(f->fast, 0)) {
    case 'v': return word.i;
    case 'f': return rt_float_new(word.f);
    case 'b': return rt_new_ref(rt_from_bool(word.i & 1));
    default: return rt_int_from_i64(word.i);
  }
}

static inline napi_value scalar_result(napi_env env, const NodeFunction *f, int64_t status, NodeWord word) {
  napi_value out;
  if (RT_LIKELY(status == 0)) {
    char kind = letter(f->fast, 0);
    if (kind == 'f') return napi_create_double(env, word.f, &out) == napi_ok ? out : NULL;
    if (kind == 'i' && word.i == (int32_t)word.i && f->signature->result->kind != NODE_INT_BIG)
      return napi_create_int32(env, (int32_t)word.i, &out) == napi_ok ? out : NULL;
  }
  return node_function_finish(boxed(f, status, word), f->signature->result);
}

/* `arity` is a constant where this is inlined: V8 is asked for so many arguments and no more. */
static inline __attribute__((always_inline)) napi_value call_scalars(napi_env env, napi_callback_info info, size_t arity) {
  napi_value args[4];
  NodeWord words[4], given[4];
  size_t count = arity;
  void *data;
  if (napi_get_cb_info(env, info, &count, args, NULL, &data) != napi_ok) return NULL;
  const NodeFunction *f = data;
  if (RT_UNLIKELY(count != arity)) return call_any(env, info);
  for (size_t i = 0; i < arity; i++) {
    if (RT_LIKELY(scalar(env, args[i], f->scalars[i], &words[i]))) continue;
    drop_strings(f, words, i);
    return rt_pending ? node_throw_pending() : call_any(env, info);
  }
  node_enter();
  if (f->has_strings) memcpy(given, words, sizeof given);
  int64_t status = rt_check_stack() < 0 ? 1 : f->fast->call(words);
  if (f->has_strings) drop_strings(f, given, arity);
  napi_value out = scalar_result(env, f, status, words[0]);
  node_leave();
  return out;
}

static napi_value call_scalars_1(napi_env env, napi_callback_info info) { return call_scalars(env, info, 1); }
static napi_value call_scalars_2(napi_env env, napi_callback_info info) { return call_scalars(env, info, 2); }
static napi_value call_scalars_3(napi_env env, napi_callback_info info) { return call_scalars(env, info, 3); }
static napi_value call_scalars_4(napi_env env, napi_callback_info info) { return call_scalars(env, info, 4); }
static const napi_callback by_arity[] = {NULL, call_scalars_1, call_scalars_2, call_scalars_3, call_scalars_4};

/* The letter that a direct way must have for a parameter of that kind; 0: it can't be taken. */
static char letter_of(NodeKind kind) {
  switch (kind) {
    case NODE_INT: case NODE_INT_NUMBER: case NODE_INT_BIG: return 'i';
    case NODE_FLOAT: case NODE_BOOL: case NODE_STR: return (char)kind;
    default: return 0;
  }
}

static const NodeDirect *direct_way(const NodeFunction *f) {
  const NodeDirect *row = tauraro_direct;
  while (row->code && row->code != f->function->code) row++;
  if (!row->code) return NULL;
  for (int32_t i = 0; i < f->signature->count; i++)
    if (letter_of(f->signature->parameters[i]->kind) != letter(row, i + 1)) return NULL;
  return row;
}

static void note_scalars(NodeFunction *f) {
  const NodeSignature *s = f->signature;
  if (!s || f->skip || s->count != f->arity || s->count > 4 || f->function->defaults) return;
  for (int32_t i = 0; i < s->count; i++) {
    f->scalars[i] = (char)s->parameters[i]->kind;
    f->has_strings |= s->parameters[i]->kind == NODE_STR;
  }
  f->fast = direct_way(f);
}

napi_callback node_function_callback(const NodeFunction *f) { return f->fast ? by_arity[f->arity] : call_any; }

/* ---- function objects ---- */

static void finalize_function(napi_env env, void *data, void *hint) {
  (void)env, (void)hint;
  NodeFunction *f = data;
  node_release_later(f->callee);
  free(f->name);
  free(f);
}

/* The function's own name, for JavaScript; owned by the caller: free(). */
static char *name_of(RtValue v) {
  if (rt_typeof(v) == &rt_type_function) return strdup(((RtFunction *)rt_object(v))->code->name);
  RtValue name = rt_getattr_optional(v, RT_NAME(__name__));
  rt_clear_pending();
  char *text = name && rt_is_str(name) ? rt_str_to_utf8((RtStr *)rt_object(name), NULL) : strdup("function");
  rt_xdecref(name);
  return text;
}

/* The name of the module's function that a decorator says it stands for: functools.wraps, lru_cache. */
static bool stands_for_name(RtValue v, char *name, size_t size) {
  RtValue inner = rt_typeof(v) == &rt_type_builtin ? 0 : rt_getattr_optional(v, RT_NAME(__wrapped__));
  rt_clear_pending();
  const RtCode *code = inner && rt_typeof(inner) == &rt_type_function ? ((RtFunction *)rt_object(inner))->code : NULL;
  bool known = code && strcmp(code->name, code->qualname) == 0 && strlen(code->name) < size;
  if (known) strcpy(name, code->name);
  rt_xdecref(inner);
  return known;
}

/* The name alone says nothing of an inner function, and its own parameters say nothing where it stands for another one. */
static void forget_signature(NodeFunction *f, const NodeSignature *stands_for) {
  f->signature = stands_for;
  f->fast = NULL;
  f->takes_signal = stands_for && stands_for->result->kind == NODE_AWAITABLE;
  if (!stands_for) return;
  f->function = NULL;
  f->direct = false;
  f->arity = -1;
}

napi_value node_callable_to_js(RtValue v) {
  napi_value known = node_wrapped(v), result;
  if (known) return known;
  char wrapped[256], *name = stands_for_name(v, wrapped, sizeof wrapped) ? strdup(wrapped) : name_of(v);
  NodeFunction *f = name ? node_function_new(v, NULL, name, NULL) : NULL;
  free(name);
  if (!f) return NULL;
  bool is_inner = f->function && strcmp(f->function->code->name, f->function->code->qualname) != 0;
  if (is_inner || !f->function) forget_signature(f, stands_for_name(v, wrapped, sizeof wrapped) ? node_plan_find(NULL, wrapped) : NULL);
  if (!node_ok(napi_create_function(node_env, f->name, NAPI_AUTO_LENGTH, node_function_callback(f), f, &result))) {
    node_function_free(f);
    return NULL;
  }
  if (!node_ok(napi_add_finalizer(node_env, result, f, finalize_function, NULL, NULL))) return NULL;
  return node_wrap(result, v) < 0 ? NULL : result;
}
