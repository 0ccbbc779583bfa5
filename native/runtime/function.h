/* Functions, cells, bound methods, properties and the other descriptors, super. */
#ifndef RT_FUNCTION_H
#define RT_FUNCTION_H
#include "rt.h"

typedef struct RtProperty { RtObject head; RtValue get, set, del, doc, name; /* 0: none */ bool getter_doc; /* doc is the getter's */ } RtProperty;
/* An instance of a subclass gets a __doc__ of its own: that of its class would hide the property's. */
RtValue rt_property_of_subclass(STEAL RtValue);
typedef struct RtStaticMethod { RtObject head; RtValue function; RT_WORD RtDict *dict; } RtStaticMethod; /* classmethod too */
typedef struct RtSuper { RtObject head; RtType *type; RtValue self; RtType *self_type; } RtSuper;
extern RtType rt_type_method_descriptor, rt_type_getset, rt_type_member;
/* The attribute that __slots__ declares. */
typedef struct RtMember { RtObject head; RtType *owner; RT_WORD RtStr *name; int64_t slot; } RtMember;

RtFunction *rt_function_new(const RtCode *code, int64_t cell_count);
void rt_function_set_defaults(RtFunction *, STEAL RtTuple *defaults);
void rt_function_set_kwdefaults(RtFunction *, STEAL RtDict *kwdefaults);
void rt_function_set_annotations(RtFunction *, STEAL RtValue annotations);
void rt_function_set_cell(RtFunction *, int64_t index, STEAL RtValue cell);
RtValue rt_cell_new(RtValue value /* or 0 */);
RtValue rt_method_new(RtValue function, RtValue self);
const char *rt_builtin_module_name(const RtMethodDef *); /* of a function of a module */
RtValue rt_builtin_new(const RtMethodDef *def, RtValue self, RtType *owner);
RtValue rt_super_new(RtValue type, RtValue self);
RtValue rt_super_getattr(RtValue type, RtValue self, RtStr *name);
RtValue rt_super_call(RtValue type, RtValue self, RtStr *name, const RtValue *args, int64_t nargs, RtTuple *kwnames);
BORROWED RtStr *rt_function_qualname(RtFunction *);
RtValue rt_member_new(RtType *owner, RtStr *name, int64_t slot);
int rt_function_set_attribute(RtFunction *, const char *name, RtValue value);
int rt_object_set_attribute(RtValue v, const char *name, RtValue value); /* __class__ and __dict__ */

RT_COLD RtValue rt_unbound_local(const char *name);
RT_COLD RtValue rt_unbound_free(const char *name);
RT_COLD RtValue rt_name_error(const char *name);
/* Names of a module that live in its dict. NameError; with a fallback: that one. */
RtValue rt_namespace_get(RtDict *, RtStr *name);
RtValue rt_namespace_get_or(RtDict *, RtStr *name, RtValue fallback);
RtValue rt_namespace_delete(RtValue names, RtStr *name);
RtValue rt_exec_locals(RtValue);  /* itself, if it is a mapping */
RtDict *rt_exec_globals(RtValue); /* the dict that code of exec or eval has as its globals: TypeError for anything else */
RtValue rt_mapping_find(RtValue mapping, RtStr *name); /* rt_exhausted where mapping[name] is a KeyError */
int rt_delete_global(RtValue *global, const char *name); /* `del name`: NameError when it is unbound */
/* What def and lambda, and class, make. kwdefault_names and keywords may be NULL; a class's keyword values follow its bases in args. */
RtFunction *rt_make_function(const RtCode *code, const RtValue *cells, int64_t cell_count, const RtValue *defaults, int64_t default_count,
                             RtTuple *kwdefault_names, const RtValue *kwdefaults);
/* A class whose bases and keywords are values: bases and namespace; then, when the body has filled it, the class. */
RtTuple *rt_class_begin(RtStr *name, RtTuple *bases, RtDict *kwargs);
RtValue rt_class_finish(RtStr *name, RtTuple *bases, RtDict *kwargs, RtValue namespace, RtTuple *slot_names);
RtValue rt_make_class(RtStr *name, const RtValue *args, int64_t base_count, RtTuple *keywords, RtDict *namespace, RtTuple *slot_names);
RT_COLD RtValue rt_assertion_failed(RtValue message /* or 0 */);
RT_COLD RtValue rt_import_error(RtStr *module, RtStr *name);
RT_COLD RtValue rt_module_not_found(RtStr *module);
#endif
