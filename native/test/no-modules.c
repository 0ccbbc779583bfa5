/* For tests that are no compiled programs: a program of no modules. A test's own definition goes before this one. */
__attribute__((weak)) void *const tauraro_modules[] = {0};
