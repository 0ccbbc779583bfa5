/* collections.deque. */
#ifndef RT_DEQUE_H
#define RT_DEQUE_H
#include "container.h"
#include <stdio.h>

typedef struct Deque {
  RtObject head;
  int64_t length, capacity /* 0 or a power of two */, first;
  int64_t maxlen; /* -1: none */
  int64_t state;  /* grows with each change of the length */
  RtValue *ring;
} Deque;
extern RtType rt_type_deque, rt_type_deque_iterator, rt_type_deque_reverse_iterator;
#endif
