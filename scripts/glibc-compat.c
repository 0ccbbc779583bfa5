/*
 * Functions that glibc has as such only since 2.33; before, and still, under other names. Linked into executables that are to
 * run with an older one. STAT_VERSION: the processor's number for its struct stat.
 */
struct stat;
#if defined(__x86_64__)
#define STAT_VERSION 1
#elif defined(__arm__)
#define STAT_VERSION 3
#else
#define STAT_VERSION 0
#endif
#define HIDDEN __attribute__((visibility("hidden")))

int __xstat64(int, const char *, struct stat *), __lxstat64(int, const char *, struct stat *), __fxstat64(int, int, struct stat *);

HIDDEN int stat64(const char *path, struct stat *result) { return __xstat64(STAT_VERSION, path, result); }
HIDDEN int lstat64(const char *path, struct stat *result) { return __lxstat64(STAT_VERSION, path, result); }
HIDDEN int fstat64(int file, struct stat *result) { return __fxstat64(STAT_VERSION, file, result); }
#if __SIZEOF_POINTER__ == 8
HIDDEN int stat(const char *path, struct stat *result) { return __xstat64(STAT_VERSION, path, result); }
HIDDEN int lstat(const char *path, struct stat *result) { return __lxstat64(STAT_VERSION, path, result); }
HIDDEN int fstat(int file, struct stat *result) { return __fxstat64(STAT_VERSION, file, result); }
#endif
