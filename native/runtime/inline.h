/*
 * Bodies of small functions that programs call most. The LLVM back end takes them from the runtime's bitcode; a program that is written as C gets
 * them from here (program.h). What they write is read by other types there: hence may_alias.
 */
#ifndef RT_INLINE_H
#define RT_INLINE_H
#include "gc.h"

typedef int64_t __attribute__((may_alias)) RtAnyWord;
typedef double __attribute__((may_alias)) RtAnyDouble;
typedef RtType *__attribute__((may_alias)) RtAnyType;

/* rt_float_new */
static inline RtValue rt_inline_float_new(double value) {
  RtFloat *f = rt_memory_block(sizeof(RtFloat));
  if (RT_UNLIKELY(!f)) return rt_raise_memory();
  *(RtAnyWord *)&f->head.refcount = 1;
  *(RtAnyType *)&f->head.type = &rt_type_float;
  *(RtAnyDouble *)&f->value = value;
  return rt_value(f);
}

/* rt_store_float */
static inline void rt_inline_store_float(RtValue object, int64_t offset, double value) {
  RtAnyWord *place = (RtAnyWord *)(void *)((char *)rt_object(object) + offset);
  RtValue old = *place;
  if (old && !rt_is_small(old)) {
    RtFloat *f = (RtFloat *)rt_object(old);
    if (*(RtAnyType *)&f->head.type == &rt_type_float && *(RtAnyWord *)&f->head.refcount == 1) {
      *(RtAnyDouble *)&f->value = value;
      return;
    }
  }
  *place = rt_inline_float_new(value);
  if (old && !rt_is_small(old) && --*(RtAnyWord *)&rt_object(old)->refcount == 0) rt_dealloc(rt_object(old));
}

/* rt_instance_new */
static inline RtValue rt_inline_instance_new(RtType *type) {
  rt_gc_safepoint();
  size_t size = (size_t)type->instance_size;
#ifdef RT_AUDIT
  RtObject *o = rt_alloc(type, size);
#else
  RtObject *o = rt_memory_block(size);
#endif
  if (RT_UNLIKELY(!o)) return rt_raise_memory();
  *(RtAnyWord *)&o->refcount = 1;
  *(RtAnyType *)&o->type = type;
  RtAnyWord *words = (RtAnyWord *)(void *)(o + 1);
  /* memset would be a call: instances are small, and this is where most programs with classes spend their time. */
  for (int64_t i = 0, count = (int64_t)((size - sizeof(RtObject)) / sizeof(RtValue)); i < count; i++) {
    words[i] = 0;
    __asm__ volatile("" ::: "memory");
  }
  if (RT_UNLIKELY(type->flags & RT_TYPE_FLOAT_SLOTS)) rt_slots_unset_floats(o);
  ++*(RtAnyWord *)&type->head.refcount;
  return rt_value(o);
}
#endif
