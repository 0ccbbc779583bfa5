/*
 * The cycle collector: trial deletion. Each object of a type that may be part of cycles gets a counter, its reference count
 * less the references that other such objects hold; what stays above zero is held from outside and keeps what it reaches.
 * The rest is unreachable: finalisers run, and if they brought nothing back, the references within are dropped.
 */
#include "gc.h"
#include "weakref.h"
#include "generator.h"
#include "container.h"
#include "type.h"
#include <stdlib.h>

bool rt_gc_enabled = true;

enum { REACHABLE = -1 };
typedef struct Stack { RtObject **items; int64_t count, capacity; bool failed; } Stack;

static void push(Stack *stack, RtObject *object) {
  if (stack->count == stack->capacity) {
    int64_t capacity = stack->capacity ? stack->capacity * 2 : 256;
    RtObject **grown = realloc(stack->items, (size_t)capacity * sizeof *grown);
    if (!grown) {
      stack->failed = true;
      return;
    }
    stack->items = grown;
    stack->capacity = capacity;
  }
  stack->items[stack->count++] = object;
}

/* A count of zero: it is being released further down the stack, and what it still names may be gone. */
static inline bool is_candidate(const RtObject *object) {
  return (object->type->flags & RT_TYPE_CYCLIC) && object->type->traverse && object->refcount > 0 && object->refcount < RT_IMMORTAL / 2;
}

static void count_references(RtObject *object, void *context) {
  (void)context;
  if (is_candidate(object)) *rt_memory_mark(object) = object->refcount < INT32_MAX ? (int32_t)object->refcount : INT32_MAX;
}

static int subtract_one(RtObject *object, void *context) {
  (void)context;
  if (!is_candidate(object)) return 0;
  int32_t *mark = rt_memory_mark(object);
  if (mark && *mark > 0) --*mark;
  return 0;
}

static void subtract_held(RtObject *object, void *context) {
  (void)context;
  if (is_candidate(object)) object->type->traverse(object, subtract_one, NULL);
}

static int mark_reachable(RtObject *object, void *context) {
  if (!is_candidate(object)) return 0;
  int32_t *mark = rt_memory_mark(object);
  if (mark && *mark != REACHABLE) {
    *mark = REACHABLE;
    push(context, object);
  }
  return 0;
}

static void follow(Stack *stack) {
  while (stack->count) {
    RtObject *object = stack->items[--stack->count];
    object->type->traverse(object, mark_reachable, stack);
  }
}

static void mark_from_outside(RtObject *object, void *context) {
  if (is_candidate(object) && *rt_memory_mark(object) > 0) {
    mark_reachable(object, context);
    follow(context);
  }
}

static void collect_garbage(RtObject *object, void *context) {
  if (is_candidate(object) && *rt_memory_mark(object) == 0) push(context, object);
}

/* Fills `garbage` with the unreachable objects, each kept by one more reference. false: no memory for it. */
static bool find_garbage(Stack *garbage) {
  if (!rt_memory_marks_begin()) return false;
  Stack work = {0};
  rt_memory_each(count_references, NULL);
  rt_memory_each(subtract_held, NULL);
  rt_memory_each(mark_from_outside, &work);
  if (!work.failed) rt_memory_each(collect_garbage, garbage);
  bool whole = !work.failed && !garbage->failed;
  free(work.items);
  rt_memory_marks_end();
  for (int64_t i = 0; whole && i < garbage->count; i++) garbage->items[i]->refcount++;
  return whole;
}

/* References to garbage die before any finaliser runs; those that are garbage themselves call nobody. */
static void end_references(Stack *garbage) {
  for (int64_t i = 0; i < garbage->count; i++) RT_ONLY_WITH(rt_weakref_new, rt_weakref_silence)(garbage->items[i]);
  for (int64_t i = 0; i < garbage->count; i++) RT_ONLY_WITH(rt_weakref_new, rt_weakref_die)(garbage->items[i]);
}

static bool finalize_all(Stack *garbage) {
  bool any = false;
  for (int64_t i = 0; i < garbage->count; i++) {
    RtObject *object = garbage->items[i];
    if (object->type->flags & RT_TYPE_GENERATOR) {
      any |= RT_ONLY_WITH(rt_generator_new, rt_generator_finalize)(object);
    } else if (rt_is_class(object->type) && !(object->type->flags & RT_TYPE_TYPE) && ((RtClass *)object->type)->finalizer) {
      RT_ONLY_WITH(rt_class_build, rt_instance_finalize)(object);
      any = true;
    }
  }
  return any;
}

static void release(Stack *garbage) {
  for (int64_t i = 0; i < garbage->count; i++) rt_decref_object(garbage->items[i]);
  free(garbage->items);
}

/* After finalisers ran: is something of it held from outside again? */
static bool came_back(Stack *garbage) {
  Stack again = {0};
  release(garbage);
  *garbage = (Stack){0};
  bool found = find_garbage(&again);
  *garbage = again;
  return !found;
}

/* Would anybody notice that these are released? */
static bool may_run_code(const Stack *garbage) {
  for (int64_t i = 0; i < garbage->count; i++) {
    RtObject *object = garbage->items[i];
    if (object->type->flags & RT_TYPE_GENERATOR) return true;
    if (rt_is_class(object->type) && ((RtClass *)object->type)->finalizer) return true;
    if (RT_ONLY_WITH(rt_weakref_new, rt_weakref_is_watched)(object)) return true;
  }
  return false;
}

/* `quietly`: garbage whose release runs code of the program is left for a collection that may. */
static int64_t collect(bool quietly) {
  static bool running, waits;
  if (running || (quietly && waits)) return 0;
  running = true;
  Stack garbage = {0};
  int64_t count = 0;
  RtValue pending = rt_take_pending();
  bool found = find_garbage(&garbage);
  waits = found && quietly && may_run_code(&garbage);
  if (waits) {
    release(&garbage);
    rt_set_pending(pending);
    running = false;
    return 0;
  }
  if (found) end_references(&garbage);
  if (found && garbage.count && finalize_all(&garbage)) found = !came_back(&garbage);
  if (found) {
    count = garbage.count;
    for (int64_t i = 0; i < garbage.count; i++)
      if (garbage.items[i]->type->clear && !rt_is_type(rt_value(garbage.items[i]))) garbage.items[i]->type->clear(garbage.items[i]);
    for (int64_t i = 0; i < garbage.count; i++)
      if (rt_is_type(rt_value(garbage.items[i]))) garbage.items[i]->type->clear(garbage.items[i]);
    release(&garbage);
  } else {
    free(garbage.items);
  }
  rt_set_pending(pending);
  rt_memory_grown();
  running = false;
  return count;
}

int64_t rt_gc_collect(void) { return collect(false); }
void rt_gc_collect_quietly(void) { collect(true); }
