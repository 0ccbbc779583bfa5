/*
 * What a program asks of the processor, checked before anything else runs: a program made for another one says so instead of
 * dying of an illegal instruction, and hot functions that exist for several levels are chosen by what is there. This file itself
 * is compiled for the oldest processors.
 */
#include "rt.h"
#include <unistd.h>

/* As lib/driver/cpu-masks.ts has them: bits that must be set in the words that the processor or the kernel gives. */
enum { WORDS = 8 };
typedef struct RtCpu { RT_WORD const char *name; RT_WORD uint32_t masks[WORDS]; } RtCpu;

/* Which of the program's levels is in force; 0: the one that all of it is made for. */
int32_t rt_cpu_level;

#if defined(__x86_64__)
#include <cpuid.h>

static void read_words(uint32_t *have) {
  uint32_t a, b, c, d;
  __cpuid(1, a, b, have[0], have[1]);
  if (__get_cpuid_count(7, 0, &a, &have[2], &have[3], &have[4])) __get_cpuid_count(7, 1, &have[5], &b, &c, &d);
  __get_cpuid(0x80000001, &a, &b, &have[6], &d);
  /* Which registers the system saves: without that, AVX and AVX-512 are of no use. */
  if (have[0] >> 27 & 1) __asm__("xgetbv" : "=a"(have[7]), "=d"(d) : "c"(0));
}
#elif defined(__aarch64__) || defined(__arm__)
#include <sys/auxv.h>

static void read_words(uint32_t *have) {
  uint64_t words[2] = {getauxval(AT_HWCAP), getauxval(AT_HWCAP2)};
  memcpy(have, words, sizeof words);
}
#else
static void read_words(uint32_t *have) { (void)have; }
#endif

static bool has(const uint32_t *have, const RtCpu *cpu) {
  for (int i = 0; i < WORDS; i++)
    if (cpu->masks[i] & ~have[i]) return false;
  return true;
}

static void say(const char *text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) _exit(1);
}

/* levels[0] is what the program needs, the others what it can make use of. The status to exit with, or 0. */
int32_t rt_cpu_check(const RtCpu *levels, int32_t count) {
  uint32_t have[WORDS] = {0};
  read_words(have);
  for (int32_t i = 1; i < count; i++)
    if (has(have, &levels[i])) rt_cpu_level = i;
  if (has(have, &levels[0])) return 0;
  say("this program was built for the processor ");
  say(levels[0].name);
  say(", and this machine's lacks some of its instructions\n");
  return 1;
}
