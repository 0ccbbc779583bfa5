#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Packet { long kind, value; struct Packet *link; } Packet;
typedef struct Task Task;
struct Task {
  void (*handle)(Task *, Packet *, Task **, long);
  const char *name;
  Packet *queue;
  long handled, limit;
};

static void receive(Task *task, Packet *packet) { packet->link = task->queue, task->queue = packet; }

static bool step(Task *task, Task **tasks, long count) {
  Packet *packet = task->queue;
  if (!packet) return false;
  task->queue = packet->link;
  packet->link = NULL;
  task->handled++;
  task->handle(task, packet, tasks, count);
  return true;
}

static void work(Task *task, Packet *packet, Task **tasks, long count) {
  (void)task;
  packet->value = (packet->value * 7 + 3) % 1009;
  receive(tasks[packet->value % count], packet);
}

static void drive(Task *task, Packet *packet, Task **tasks, long count) {
  if (packet->value > task->limit) packet->value -= task->limit;
  packet->kind = 1 - packet->kind;
  receive(tasks[(packet->value + packet->kind) % count], packet);
}

static Task *make(void (*handle)(Task *, Packet *, Task **, long), const char *name, long limit) {
  Task *task = malloc(sizeof *task);
  *task = (Task){handle, name, NULL, 0, limit};
  return task;
}

int main(int argc, char **argv) {
  long rounds = atol(argv[argc - 1]);
  Task *tasks[] = {make(work, "a", 0), make(drive, "b", 100), make(work, "c", 0), make(drive, "d", 500), make(work, "e", 0)};
  for (long i = 0; i < 20; i++) {
    Packet *packet = malloc(sizeof *packet);
    *packet = (Packet){i % 2, i * 37, NULL};
    receive(tasks[i % 5], packet);
  }
  for (long i = 0; i < rounds; i++) {
    for (int t = 0; t < 5; t++) step(tasks[t], tasks, 5);
  }
  for (int t = 0; t < 5; t++) printf("%s %ld\n", tasks[t]->name, tasks[t]->handled);
}
