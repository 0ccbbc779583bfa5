#include <stdio.h>
#include <stdlib.h>

typedef struct { long distance, node; } Item;
static Item *heap;
static long length;

static int less(Item a, Item b) { return a.distance != b.distance ? a.distance < b.distance : a.node < b.node; }

static void push(Item item) {
  long i = length++;
  for (; i > 0 && less(item, heap[(i - 1) / 2]); i = (i - 1) / 2) heap[i] = heap[(i - 1) / 2];
  heap[i] = item;
}

static Item pop(void) {
  Item top = heap[0], last = heap[--length];
  if (length == 0) return top;
  long i = 0;
  for (long child; (child = 2 * i + 1) < length; i = child) {
    if (child + 1 < length && less(heap[child + 1], heap[child])) child++;
    if (!less(heap[child], last)) break;
    heap[i] = heap[child];
  }
  heap[i] = last;
  return top;
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), x = 1, most = -1, sum = 0;
  Item(*graph)[5] = malloc(n * sizeof *graph);
  long *distances = malloc(n * sizeof *distances);
  heap = malloc((5 * n + 1) * sizeof *heap);
  for (long node = 0; node < n; node++) {
    distances[node] = -1;
    for (int i = 0; i < 5; i++) {
      x = (x * 1103515245 + 12345) & 0x7FFFFFFF;
      graph[node][i] = (Item){x % 100 + 1, (x >> 8) % n};
    }
  }
  push((Item){0, 0});
  while (length > 0) {
    Item item = pop();
    if (distances[item.node] >= 0) continue;
    distances[item.node] = item.distance;
    for (int i = 0; i < 5; i++) {
      Item edge = graph[item.node][i];
      if (distances[edge.node] < 0) push((Item){item.distance + edge.distance, edge.node});
    }
  }
  for (long i = 0; i < n; i++) sum += distances[i], most = distances[i] > most ? distances[i] : most;
  printf("%ld %ld\n", most, sum);
}
