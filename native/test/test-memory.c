/* Buffers of all sizes grow, shrink and keep what is in them: in pages, and from malloc. */
#include "../runtime/memory.h"
#include "../runtime/container.h"
#include "../runtime/startup.h"
#include <stdio.h>
#include <stdlib.h>

#define CHECK(condition)                                             \
  do {                                                               \
    if (!(condition)) {                                              \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                       \
    }                                                                \
  } while (0)

enum { STEP = 4096 };

static char mark(uint64_t at) { return (char)(at / STEP % 127 + 1); }

static void fill(char *buffer, uint64_t from, uint64_t to) {
  for (uint64_t at = (from + STEP - 1) / STEP * STEP; at < to; at += STEP) buffer[at] = mark(at);
}

static void check(const char *buffer, uint64_t size) {
  for (uint64_t at = 0; at < size; at += STEP) CHECK(buffer[at] == mark(at));
}

static RtValue program(void) {
  static const uint64_t sizes[] = {16, 600, 5000, 33 << 20, 33 << 20, (32 << 20) + 1, 70 << 20, 200 << 20, 40 << 20, 1 << 20, 100 << 20, 100};
  char *buffer = rt_buffer_alloc(1), *others[4];
  uint64_t size = 1;
  fill(buffer, 0, size);
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    others[i % 4] = rt_buffer_alloc(34 << 20); /* in the way of those that grow */
    others[i % 4][(34 << 20) - 1] = 1;
    buffer = rt_buffer_realloc(buffer, size, sizes[i]);
    CHECK(buffer != NULL);
    check(buffer, size < sizes[i] ? size : sizes[i]);
    fill(buffer, size < sizes[i] ? size : sizes[i], sizes[i]);
    size = sizes[i];
    if (i % 4 == 3)
      for (int k = 0; k < 4; k++) rt_buffer_free(others[k], 34 << 20);
  }
  check(buffer, size);
  rt_buffer_free(buffer, size);
  return rt_none();
}

int main(int argc, char **argv) { return rt_main(argc, argv, program, NULL); }
