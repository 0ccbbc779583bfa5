/* The end of a class: what it holds, and how cycles through it are broken. */
#include "type.h"
#include <stdlib.h>

static void drop(void *place) {
  RtObject *old = *(RtObject **)place; /* a pointer: narrower than a value on some machines */
  *(RtObject **)place = NULL;
  if (old) rt_decref_object(old);
}

static void visit(const void *object, RtVisit each, void *context) {
  if (object) each((RtObject *)(uintptr_t)object, context);
}

void rt_class_traverse(RtObject *object, RtVisit each, void *context) {
  RtType *type = (RtType *)object;
  if (!rt_is_class(type)) return;
  visit(type->dict, each, context);
  visit(type->mro, each, context);
  visit(type->bases, each, context);
  visit(type->base, each, context);
  if (rt_is_class(type->head.type)) visit(type->head.type, each, context);
}

/* The mro holds the class itself, and the dict what refers to it; base and layout stay for the instances that are left. */
void rt_class_clear(RtObject *object) {
  RtType *type = (RtType *)object;
  RtClass *class = (RtClass *)type;
  class->init = class->new = class->finalizer = 0;
  type->version = rt_type_new_version();
  RtDict *dict = type->dict;
  type->dict = rt_dict_new(0);
  if (!type->dict) {
    rt_clear_pending();
    type->dict = dict;
    return;
  }
  if (dict) rt_decref_object(dict);
  if (!type->mro) return;
  RtTuple *mro = type->mro, *shorter = rt_tuple_new(0);
  if (!shorter) {
    rt_clear_pending();
    return;
  }
  type->mro = shorter;
  rt_decref_object(mro);
}

static void class_dealloc(RtObject *object) {
  RtType *type = (RtType *)object, *meta = type->head.type;
  RtClass *class = (RtClass *)type;
  for (int64_t i = 0; type->bases && i < type->bases->length; i++) rt_type_drop_subclass(rt_type_of(type->bases->items[i]), type);
  drop(&type->dict);
  drop(&type->mro);
  drop(&type->bases);
  drop(&type->base);
  drop(&type->slot_names);
  drop(&type->qualname);
  drop(&type->module_name);
  free(class->kinds);
  free(class->name_buffer);
  rt_free_object(object, sizeof(RtClass));
  if (rt_is_class(meta)) rt_decref_object(meta);
}

/* Of types, only those that class statements make ever die. */
void rt_class_dealloc(RtObject *object) { RT_ONLY_WITH(rt_class_build, class_dealloc)(object); }
