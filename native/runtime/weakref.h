/* Weak references. */
#ifndef RT_WEAKREF_H
#define RT_WEAKREF_H
#include "rt.h"

extern RtType rt_type_weakref;
RtValue rt_weakref_new(RtValue referent, RtValue callback /* or 0 */);
RtValue rt_weakref_of_subclass(STEAL RtValue instance); /* a fresh one around a reference */
void rt_weakref_die(RtObject *);     /* the object dies: its references do, and their callbacks run */
void rt_weakref_silence(RtObject *); /* if the object is itself a weak reference: it dies without a callback */
bool rt_weakref_is_watched(const RtObject *); /* does a weak reference name it? */
#endif
