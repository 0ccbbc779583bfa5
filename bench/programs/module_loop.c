#include "loop.c"
