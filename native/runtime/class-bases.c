/* Assignment to a class's __bases__: the instances keep their layout, so what decides it must stay the same. */
#include "call.h"
#include "container.h"
#include "exception.h"
#include "function.h"
#include "object.h"
#include "type.h"

static bool are_classes(RtType *type, RtTuple *bases) {
  for (int64_t i = 0; i < bases->length; i++) {
    if (!rt_is_type(bases->items[i])) {
      rt_raise_format(&rt_exc_TypeError, "%s.__bases__ must be tuple of classes, not '%s'", type->name, rt_typeof(bases->items[i])->name);
      return false;
    }
    if (rt_is_subtype(rt_ready(rt_type_of(bases->items[i])), type)) {
      rt_raise_string(&rt_exc_TypeError, "a __bases__ item causes an inheritance cycle");
      return false;
    }
  }
  return true;
}

/* CPython's types with parts that its collector looks at are freed otherwise than the others. */
static bool is_collected(RtType *type) {
  enum { CONTAINERS = RT_TYPE_LIST | RT_TYPE_DICT | RT_TYPE_SET | RT_TYPE_TUPLE | RT_TYPE_TYPE | RT_TYPE_EXCEPTION | RT_TYPE_INSTANCE_DICT };
  for (; rt_is_class(type); type = type->base)
    if (((RtClass *)type)->is_solid || type->flags & CONTAINERS) return true;
  return (type->flags & CONTAINERS) != 0;
}

static bool fits_instances(RtType *type, RtType *base) {
  RtType *old = type->base;
  bool same_kind = is_collected(old) == is_collected(base);
  bool same_layout = rt_type_solid_base(old) == rt_type_solid_base(base) && !((old->flags ^ base->flags) & RT_TYPE_INSTANCE_DICT);
  if (same_kind && same_layout) return true;
  rt_raise_format(&rt_exc_TypeError, "__bases__ assignment: '%s' %s differs from '%s'", base->name, same_kind ? "object layout" : "deallocator", old->name);
  return false;
}

/* ---- assignment to __class__ ---- */

/* A dict of its own: what is no class has room for its objects' dicts, but not for weak references. */
static bool adds_dict(RtType *type) { return type->flags & RT_TYPE_INSTANCE_DICT && (!rt_is_class(type->base) || !(type->base->flags & RT_TYPE_INSTANCE_DICT)); }

/* The first class upwards that lays out its instances otherwise than its base. */
static RtType *layout_of(RtType *type) {
  while (rt_is_class(type) && !((RtClass *)type)->is_solid && !adds_dict(type)) type = type->base;
  return type;
}

static bool declares(RtType *type, int64_t slot) {
  RtStr *name = (RtStr *)rt_object(type->slot_names->items[slot]);
  return ((RtClass *)type)->kinds[slot] == RT_SLOT_DECLARED && !(rt_is_class(type->base) && rt_class_slot(type->base, name) >= 0);
}

/* Are the slots that both declare the same? They are sorted. */
static bool same_slots(RtType *a, RtType *b) {
  int64_t i = 0, k = 0, in_a = ((RtClass *)a)->slot_count, in_b = ((RtClass *)b)->slot_count;
  for (;; i++, k++) {
    while (i < in_a && !declares(a, i)) i++;
    while (k < in_b && !declares(b, k)) k++;
    if (i == in_a || k == in_b) return i == in_a && k == in_b;
    if (!rt_str_equal((RtStr *)rt_object(a->slot_names->items[i]), (RtStr *)rt_object(b->slot_names->items[k]))) return false;
  }
}

bool rt_class_fits(RtType *from, RtType *to) {
  RtType *old = layout_of(from), *wanted = layout_of(to);
  if (old == wanted) return true;
  if (!rt_is_class(old) || !rt_is_class(wanted) || old->base != wanted->base) return false;
  return adds_dict(old) == adds_dict(wanted) && same_slots(old, wanted);
}

/* The classes below `type` and itself, each before its subclasses: new list. */
static int add_with_subclasses(RtList *list, RtType *type) {
  if (rt_list_append(list, rt_value(type)) < 0) return -1;
  RtList *below = rt_type_subclasses(type);
  int status = below ? 0 : -1;
  for (int64_t i = 0; below && status == 0 && i < below->length; i++) status = add_with_subclasses(list, rt_type_of(below->items.values[i]));
  rt_xdecref(rt_value(below));
  return status;
}

static void set_mro(RtType *type, STEAL RtTuple *mro) {
  RtTuple *old = type->mro;
  type->mro = mro;
  if (old) rt_decref_object(old);
}

static bool can_follow(RtType *type, RtValue each) {
  if (!rt_is_type(each)) {
    rt_raise_format(&rt_exc_TypeError, "mro() returned a non-class ('%s')", rt_typeof(each)->name);
  } else if (!rt_is_subtype(rt_type_solid_base(type), rt_type_solid_base(rt_ready(rt_type_of(each))))) {
    rt_raise_format(&rt_exc_TypeError, "mro() returned base with unsuitable layout ('%s')", rt_type_of(each)->name);
  } else {
    return true;
  }
  return false;
}

RtTuple *rt_class_order(RtType *type) {
  RtValue said = rt_is_class(type->head.type) ? rt_type_lookup(type->head.type, RT_NAME(mro)) : 0;
  if (!said || rt_typeof(said) == &rt_type_method_descriptor) return rt_type_c3(type, type->bases);
  RtValue method = rt_lookup_special(rt_value(type), RT_NAME(mro)), given = method ? rt_call(method, NULL, 0, NULL) : 0;
  RtTuple *order = given ? rt_tuple_from_iterable(given) : NULL;
  rt_xdecref(method);
  rt_xdecref(given);
  for (int64_t i = 0; order && i < order->length; i++) {
    if (can_follow(type, order->items[i])) continue;
    rt_decref_object(order);
    return NULL;
  }
  return order;
}

/* Gives each class its order anew. On failure all keep theirs. */
static int renew_orders(RtList *classes) {
  RtList *olds = rt_list_new(classes->length);
  int64_t i = 0;
  for (; olds && i < classes->length; i++) {
    RtType *class = rt_type_of(classes->items.values[i]);
    RtTuple *mro = rt_class_order(class);
    if (!mro || rt_list_append(olds, rt_value(class->mro)) < 0) {
      rt_xdecref(rt_value(mro));
      break;
    }
    set_mro(class, mro);
  }
  bool done = olds && i == classes->length;
  for (int64_t k = 0; olds && !done && k < olds->length; k++)
    set_mro(rt_type_of(classes->items.values[k]), (RtTuple *)rt_object(rt_new_ref(olds->items.values[k])));
  rt_xdecref(rt_value(olds));
  return done ? 0 : -1;
}

static void move_in_lists(RtType *type, RtTuple *from, RtTuple *to) {
  for (int64_t i = 0; i < from->length; i++) rt_type_drop_subclass(rt_type_of(from->items[i]), type);
  for (int64_t i = 0; i < to->length; i++) rt_type_add_subclass(rt_type_of(to->items[i]), type);
}

static int change_bases(RtType *type, RtTuple *bases, RtType *base) {
  RtList *classes = rt_list_new(4);
  RtTuple *old = type->bases;
  int status = classes ? add_with_subclasses(classes, type) : -1;
  if (status == 0) {
    type->bases = bases;
    status = renew_orders(classes);
    if (status < 0) type->bases = old;
  }
  rt_xdecref(rt_value(classes));
  if (status < 0) return -1;
  RtType *old_base = type->base;
  rt_incref(rt_value(bases));
  type->base = RT_NEW_REF(base);
  move_in_lists(type, old, bases);
  rt_type_modified(type);
  rt_decref_object(old_base);
  rt_decref_object(old);
  return 0;
}

int rt_class_set_bases(RtType *type, RtValue value) {
  if (!value) {
    rt_raise_format(&rt_exc_TypeError, "cannot delete '__bases__' attribute of immutable type '%s'", type->name);
  } else if (!rt_is_tuple(value)) {
    rt_raise_format(&rt_exc_TypeError, "can only assign tuple to %s.__bases__, not %s", type->name, rt_typeof(value)->name);
  } else if (((RtTuple *)rt_object(rt_base_value(value)))->length == 0) {
    rt_raise_format(&rt_exc_TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", type->name);
  } else {
    RtTuple *bases = (RtTuple *)rt_object(rt_base_value(value));
    RtType *base = are_classes(type, bases) ? rt_type_best_base(bases) : NULL;
    if (base && fits_instances(type, base)) return change_bases(type, bases, base);
  }
  return -1;
}
