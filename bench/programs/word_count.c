#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 16384 };
typedef struct { char word[16]; long count; } Entry;
static Entry table[SLOTS];

static Entry *find(const char *word) {
  uint64_t hash = 1469598103934665603u;
  for (const char *c = word; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  uint64_t i = hash >> 20;
  while (table[i % SLOTS].count && strcmp(table[i % SLOTS].word, word)) i++;
  return &table[i % SLOTS];
}

static int order(const void *a, const void *b) {
  const Entry *x = a, *y = b;
  return x->count != y->count ? (x->count < y->count ? 1 : -1) : strcmp(x->word, y->word);
}

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), x = 12345, length = 0;
  for (long i = 0; i < n; i++) {
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF;
    char word[16];
    snprintf(word, sizeof word, "w%ld", x % 5000);
    Entry *entry = find(word);
    if (!entry->count) length++, strcpy(entry->word, word);
    entry->count++;
  }
  qsort(table, SLOTS, sizeof *table, order);
  for (int i = 0; i < 5; i++) printf("%s %ld\n", table[i].word, table[i].count);
  printf("%ld\n", length);
}
