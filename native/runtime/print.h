/*
 * Standard output: one buffer for print and sys.stdout. Written out when full, at the end of the program, before input()
 * reads, and after each line on a terminal.
 */
#ifndef RT_PRINT_H
#define RT_PRINT_H
#include "container.h"

int rt_stdout_write(const char *bytes, int64_t length); /* -1: OSError raised */
int rt_stdout_write_str(RtStr *);                       /* as UTF-8; UnicodeEncodeError for surrogates */
int rt_stdout_flush(void);
int rt_print_encode(uint32_t point, char *out); /* a point as UTF-8; the number of bytes, at most 4 */
extern int64_t rt_stdout_filled; /* bytes that wait in the buffer */
/* What a program has put in the place of sys.stdout, owned; 0: the original. None: nothing is printed. sys.c sets it. */
extern RtValue rt_stdout_file;
void rt_stdout_set(STEAL RtValue file);
/* The pieces of a print() without file=; each may raise. */
int rt_print_value(RtValue);
int rt_print_str(RtStr *);
int rt_print_int(int64_t);
int rt_print_float(double);
int rt_print_bool(bool);
int rt_print_space(void);
int rt_print_newline(void);
/* OSError (the subclass that errno asks for) with errno's text. */
RT_COLD RtValue rt_raise_errno(int error);
#endif
