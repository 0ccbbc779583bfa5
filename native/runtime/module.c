/* Module objects. A global of the program's own modules lives in a cell of compiled code; other attributes live in the dict. */
#include "module.h"
#include "call.h"
#include "container.h"
#include "exception.h"
#include "object.h"
#include "sys.h"
#include "type.h"
#include <stdlib.h>

#define MODULE(v) ((RtModule *)rt_object(v))

RtModule *rt_module_new(RtStr *name) {
  RtModule *m = rt_alloc(&rt_type_module, sizeof *m);
  if (!m) return NULL;
  m->name = RT_NEW_REF(name);
  m->dict = rt_dict_new(4);
  if (m->dict && rt_dict_set_str(m->dict, RT_NAME(__name__), rt_value(name)) == 0) return m;
  rt_decref_object(m);
  return NULL;
}

/* ---- modules of the program ---- */

static void set_text(RtModule *m, RtStr *name, const char *text) {
  RtValue value = text ? rt_value(rt_str_from_utf8(text, -1)) : rt_none();
  if (value) rt_dict_set_str(m->dict, name, value);
  rt_xdecref(value);
}

static RtModule *module_object(RtModuleDef *def) {
  RtStr *name = rt_str_from_utf8(def->name, -1);
  RtModule *m = name ? rt_module_new(name) : NULL;
  rt_xdecref(rt_value(name));
  if (!m) return NULL;
  set_text(m, RT_NAME(__doc__), def->docstring);
  set_text(m, RT_NAME(__file__), def->source->path);
  if (!rt_pending) return m;
  rt_decref_object(m);
  return NULL;
}

static const RtModuleDef *main_module; /* runs, or has run, without a module object as long as nobody asks for one */

RtValue rt_run_main(RtModuleDef *def) {
  main_module = def;
  return def->body(NULL, NULL);
}

const RtModuleDef *rt_main_module(void) { return main_module; }

/* What keeps sys.modules up to date, once somebody has it. */
static int (*list_import)(RtModuleDef *);

/* Modules whose bodies run, the innermost first. */
typedef struct Running { const RtModuleDef *def; struct Running *outer; } Running;
static Running *running;

static RtValue run_body(RtModuleDef *def) {
  Running one = {def, running};
  running = &one;
  RtValue done = def->body(NULL, NULL);
  running = one.outer;
  return done;
}

static bool is_running(const RtModuleDef *def) {
  for (const Running *each = running; each; each = each->outer)
    if (each->def == def) return true;
  return false;
}

RtValue rt_import_module(RtModuleDef *def) {
  if (def->module) return rt_new_ref(def->module);
  RtModule *m = module_object(def);
  if (!m) return 0;
  def->module = rt_value(m);
  if (def == main_module) return rt_new_ref(def->module);
  RtValue done = list_import && list_import(def) < 0 ? 0 : run_body(def);
  if (done) {
    rt_decref(done);
    return rt_new_ref(def->module);
  }
  def->module = 0; /* the next import tries again */
  rt_decref_object(m);
  return 0;
}

RtDict *rt_module_namespace(RtModuleDef *def) {
  if (!def->module) { /* the main one */
    RtValue module = rt_import_module(def);
    if (!module) return NULL;
    rt_decref(module);
  }
  RtDict *own = ((RtModule *)rt_object(def->module))->dict;
  if (def->global_count == 0) return RT_NEW_REF(own);
  RtDict *copy = rt_dict_new(own->length + def->global_count);
  int status = copy ? rt_dict_update(copy, rt_value(own)) : -1;
  for (int64_t i = 0; status == 0 && i < def->global_count; i++)
    if (*def->globals[i].cell) status = rt_dict_set_str(copy, def->globals[i].name, *def->globals[i].cell);
  if (status == 0) return copy;
  rt_xdecref(rt_value(copy));
  return NULL;
}

/* ---- sys.modules ---- */

static RtDict *modules, *listed; /* what the program may change; what has ever been put into it */

static void clear_modules(void) {
  RtDict *old[] = {modules, listed};
  modules = listed = NULL;
  list_import = NULL;
  rt_xdecref(rt_value(old[0]));
  rt_xdecref(rt_value(old[1]));
}

static int list_module(RtModuleDef *def) {
  RtValue name = rt_value(rt_str_from_utf8(def->name, -1));
  RtValue module = !name || rt_dict_get(listed, name) ? 0 : rt_import_module(def);
  int status = rt_pending ? -1 : 0;
  if (module) status = rt_dict_set(listed, name, RT_NONE) < 0 || rt_dict_set(modules, name, module) < 0 ? -1 : 0;
  rt_xdecref(module);
  rt_xdecref(name);
  return status;
}

/* The modules of the program that have been imported so far. */
RtValue rt_sys_modules(void) {
  if (!modules) {
    if (!(modules = rt_dict_new(0)) || !(listed = rt_dict_new(0))) return 0;
    rt_on_teardown(clear_modules);
    list_import = list_module;
  }
  for (RtModuleDef *const *def = tauraro_modules; *def; def++)
    if (((*def)->module || *def == main_module) && list_module(*def) < 0) return 0;
  return rt_new_ref(rt_value(modules));
}

static const RtModuleDef *definition(RtModule *m) {
  for (RtModuleDef *const *def = tauraro_modules; *def; def++)
    if ((*def)->module == rt_value(m)) return *def;
  return NULL;
}

static RtValue *global_cell(RtModule *m, RtStr *name) {
  const RtModuleDef *def = definition(m);
  for (int64_t i = 0; def && i < def->global_count; i++)
    if (rt_str_equal(def->globals[i].name, name)) return def->globals[i].cell;
  return NULL;
}

const RtModuleDef *rt_module_of_source(const RtSource *source) {
  for (RtModuleDef *const *def = tauraro_modules; *def; def++)
    if ((*def)->source == source) return *def;
  return NULL;
}

/* Runs the finalizers of instances that only this value holds. */
static void finalize_value(RtValue v, int depth) {
  if (!v || rt_is_small(v) || rt_object(v)->refcount != 1 || depth > 50) return;
  if (rt_is_instance(v)) {
    RtClass *class = (RtClass *)rt_typeof(v);
    if (class->finalizer) rt_instance_finalize(rt_object(v));
    for (int64_t i = 0; rt_object(v)->refcount == 1 && i < class->slot_count; i++)
      if (class->kinds[i] != RT_SLOT_FLOAT) finalize_value(rt_instance_slots(v)[i], depth + 1);
  } else if (rt_typeof(v) == &rt_type_list && ((RtList *)rt_object(v))->kind == RT_LIST_VALUE) {
    RtList *list = (RtList *)rt_object(v);
    for (int64_t i = list->length; i-- > 0;)
      if (i < list->length) finalize_value(list->items.values[i], depth + 1);
  } else if (rt_typeof(v) == &rt_type_tuple) {
    for (int64_t i = ((RtTuple *)rt_object(v))->length; i-- > 0;) finalize_value(((RtTuple *)rt_object(v))->items[i], depth + 1);
  } else if (rt_typeof(v) == &rt_type_dict) {
    RtValue value;
    for (int64_t at = 0; rt_dict_next((RtDict *)rt_object(v), &at, NULL, &value);) finalize_value(value, depth + 1);
  }
}

/* What dies with the globals is finalized while all of them still have their values. */
static void finalize_globals(const RtModuleDef *def) {
  for (int64_t i = 0; i < def->global_count; i++) finalize_value(*def->globals[i].cell, 0);
}

static void drop_globals(const RtModuleDef *def, bool private_ones) {
  for (int64_t i = 0; i < def->global_count; i++) {
    const RtGlobal *global = &def->globals[i];
    bool is_private = global->name->length > 1 && rt_str_at(global->name, 0) == '_' && rt_str_at(global->name, 1) != '_';
    RtValue old = *global->cell;
    if (is_private != private_ones || !old) continue;
    *global->cell = rt_none(); /* what finalizers that run from here on see */
    rt_decref(old);
  }
}

/* As CPython clears a module: names with one underscore first, then the others in the order of the dict. */
void rt_modules_drop_globals(void) {
  for (RtModuleDef *const *def = tauraro_modules; *def; def++) {
    if (rt_class_finalizers) finalize_globals(*def);
    drop_globals(*def, true);
    drop_globals(*def, false);
    RtValue module = (*def)->module;
    (*def)->module = 0;
    rt_xdecref(module);
  }
}

/* ---- attributes ---- */

/* The names that dir() shows of a module. New. */
RtDict *rt_module_names(RtValue v) {
  for (RtModuleDef *const *def = tauraro_modules; *def; def++)
    if ((*def)->module == v) return rt_module_namespace(*def);
  return RT_NEW_REF(MODULE(v)->dict);
}

/* The length of the folder's path, with its last slash. */
static size_t folder_of(const char *path, size_t length) {
  while (length > 0 && path[length - 1] != '/') length--;
  return length;
}

/* Does the module stand where the entry module does, so that it may hide another of its name? */
static bool is_beside_main(const RtModuleDef *def) {
  if (!def->source || !main_module || !main_module->source) return false;
  const char *path = def->source->path, *main_path = main_module->source->path;
  size_t folder = folder_of(path, strlen(path)), main_folder = folder_of(main_path, strlen(main_path));
  if (folder > 0 && strcmp(path + folder, "__init__.py") == 0) folder = folder_of(path, folder - 1);
  return folder == main_folder && memcmp(path, main_path, folder) == 0;
}

static RtValue lacks(const RtModuleDef *def, RtValue module, const char *name) {
  bool partial = def && is_running(def);
  const char *module_name = def ? def->name : NULL;
  char *own = module_name ? NULL : rt_str_to_utf8(((RtModule *)rt_object(module))->name, NULL);
  if (partial && is_beside_main(def)) {
    rt_raise_format(&rt_exc_AttributeError, "module '%s' has no attribute '%s' (consider renaming '%s' if it has the same name as a third-party module you intended to import)",
                    module_name, name, def->source->path);
  } else {
    rt_raise_format(&rt_exc_AttributeError, partial ? "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)"
                                                    : "module '%s' has no attribute '%s'", own ? own : module_name ? module_name : "?", name);
  }
  free(own);
  RtStr *text = rt_pending_is(&rt_exc_AttributeError) ? rt_str_from_utf8(name, -1) : NULL;
  if (text) rt_exception_set_named(rt_exception_of(rt_pending), RT_EXTRA_NAME, rt_value(text));
  if (text && module) rt_exception_set_named(rt_exception_of(rt_pending), RT_EXTRA_OBJECT, module);
  rt_xdecref(rt_value(text));
  return 0;
}

static RtValue no_attribute(RtModule *m, RtStr *name) {
  char *text = rt_str_to_utf8(name, NULL);
  if (text) lacks(definition(m), rt_value(m), text);
  free(text);
  return 0;
}

/* By the __getattr__ that the module defines. */
static RtValue getattr_by_function(RtModule *m, RtStr *name) {
  RtValue *cell = global_cell(m, RT_NAME(__getattr__)), function = cell ? *cell : rt_dict_get_str(m->dict, RT_NAME(__getattr__));
  return function ? rt_call1(function, rt_value(name)) : no_attribute(m, name);
}

static RtValue module_getattr(RtValue v, RtStr *name) {
  RtValue *cell = global_cell(MODULE(v), name);
  if (cell && *cell) return rt_new_ref(*cell);
  if (rt_str_equal(name, RT_NAME(__dict__))) return rt_value(rt_module_names(v));
  RtValue own = rt_object_getattr_optional(v, name);
  return own || rt_pending ? own : getattr_by_function(MODULE(v), name);
}

/* `from module import name` where only the module's __getattr__ may know the name. */
RtValue rt_module_import_name(RtValue module, RtValue name, RtValue complaint) {
  RtValue value = rt_getattr_optional(module, (RtStr *)rt_object(name));
  return value || rt_pending ? value : rt_raise_value(&rt_exc_ImportError, complaint);
}

static RtValue unbound_import(const RtModuleDef *def, const char *name, bool partial) {
  const char *place = def->source ? def->source->path : "unknown location";
  rt_raise_format(&rt_exc_ImportError, partial ? "cannot import name '%s' from partially initialized module '%s' (most likely due to a circular import) (%s)"
                                               : "cannot import name '%s' from '%s' (%s)", name, def->name, place);
  RtStr *module = rt_pending_is(&rt_exc_ImportError) ? rt_str_from_utf8(def->name, -1) : NULL;
  if (module) rt_exception_set_named(rt_exception_of(rt_pending), RT_EXTRA_NAME, rt_value(module));
  rt_xdecref(rt_value(module));
  return 0;
}

RtValue rt_module_unbound(RtModuleDef *def, const char *name, bool importing) {
  if (importing) return unbound_import(def, name, is_running(def));
  return lacks(def, def->module, name);
}

static int module_setattr(RtValue v, RtStr *name, RtValue value) {
  RtValue *cell = global_cell(MODULE(v), name);
  if (!cell) {
    int status = rt_object_setattr(v, name, value);
    if (status == 0 && rt_str_equal(MODULE(v)->name, RT_NAME(sys))) rt_sys_assigned(name, value);
    return status;
  }
  RtValue old = *cell;
  if (!old && !value) return no_attribute(MODULE(v), name), -1;
  *cell = value ? rt_new_ref(value) : 0;
  rt_xdecref(old);
  return 0;
}

static void drop(void *place) {
  RtValue old = *(RtValue *)place;
  *(RtValue *)place = 0;
  rt_xdecref(old);
}
static void module_clear(RtObject *object) { drop(&((RtModule *)object)->dict); }
static void module_traverse(RtObject *object, RtVisit each, void *context) {
  if (((RtModule *)object)->dict) each(&((RtModule *)object)->dict->head, context);
}
static void module_dealloc(RtObject *object) {
  module_clear(object);
  drop(&((RtModule *)object)->name);
  rt_free_object(object, sizeof(RtModule));
}

static RtValue module_repr(RtValue v) {
  RtValue file = MODULE(v)->dict ? rt_dict_get_str(MODULE(v)->dict, RT_NAME(__file__)) : 0;
  RtWriter w;
  rt_writer_init(&w);
  rt_writer_ascii(&w, "<module '", -1);
  rt_writer_str(&w, MODULE(v)->name);
  if (file && rt_is_str(file)) {
    rt_writer_ascii(&w, "' from '", -1);
    rt_writer_str(&w, (RtStr *)rt_object(file));
    rt_writer_ascii(&w, "'>", 2);
  } else {
    bool is_made = MODULE(v)->dict && rt_dict_get_str(MODULE(v)->dict, RT_NAME(__loader__));
    rt_writer_ascii(&w, is_made ? "'>" : "' (built-in)>", -1);
  }
  return rt_value(rt_writer_finish(&w));
}

RT_METHOD(module_construct) {
  static const char *const names[] = {"name", "doc", NULL};
  RtValue out[2];
  (void)self;
  if (rt_parse_args("module", names, 1, 0, args, nargs, kwnames, out) < 0) return 0;
  if (!rt_is_str(out[0])) return rt_raise_argument("module() argument 'name' must be str, not %s", out[0]);
  RtModule *m = rt_module_new((RtStr *)rt_object(rt_base_value(out[0])));
  RtStr *unknown[] = {RT_NAME(__package__), RT_NAME(__loader__), RT_NAME(__spec__)};
  int status = m ? rt_dict_set_str(m->dict, RT_NAME(__doc__), out[1] ? out[1] : RT_NONE) : -1;
  for (int i = 0; i < 3 && status == 0; i++) status = rt_dict_set_str(m->dict, unknown[i], RT_NONE);
  if (status == 0) return rt_value(m);
  rt_xdecref(rt_value(m));
  return 0;
}

RtType rt_type_module = {.head = RT_STATIC_HEAD, .name = "module", .flags = RT_TYPE_CYCLIC | RT_TYPE_INSTANCE_DICT | RT_TYPE_NO_SUBCLASS, .instance_size = sizeof(RtModule),
                         .dealloc = module_dealloc, .traverse = module_traverse, .clear = module_clear, .repr = module_repr,
                         .getattr = module_getattr, .setattr = module_setattr, .construct = module_construct};
