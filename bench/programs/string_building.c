#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  long n = atol(argv[argc - 1]), length = 0, vowels = 0, count = 0;
  char *text = malloc(n * 12 + 1), *built = malloc(n + 1);
  for (long i = 0; i < n; i++) length += sprintf(text + length, i ? ",%ld" : "%ld", i);
  for (long i = 0; i < n; i++) built[i] = 97 + i % 26;
  built[n] = 0;
  for (long i = 0; i < n; i++) vowels += strchr("aeiou", built[i]) != NULL;
  for (char *p = text; (p = strstr(p, "99")); p += 2) count++;
  printf("%ld %ld %ld %ld ", length, n, vowels, count);
  for (int i = 0; i < 30; i++) putchar(toupper(built[i]));
  putchar('\n');
}
