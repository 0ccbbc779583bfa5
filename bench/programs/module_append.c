#include "append.c"
