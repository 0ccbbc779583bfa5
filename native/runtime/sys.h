/* The module sys, as far as other files know of it. */
#ifndef RT_SYS_H
#define RT_SYS_H
#include "container.h"

RtValue rt_sys_stdin(void), rt_sys_stdout(void), rt_sys_stderr(void);
void rt_sys_assigned(RtStr *name, RtValue value); /* sys.name = value has been done */
void rt_sys_own_stdin(void);                      /* witness: the program has put something in the place of sys.stdin */
void rt_sys_own_stderr(void);                     /* witness: … of sys.stderr */
bool rt_sys_stderr_replaced(void);
bool rt_sys_write_stderr(const char *utf8, size_t length); /* false: the program has put nothing there */
void rt_sys_clear(void);                          /* at the end: what the module holds */
bool rt_is_stream(RtValue v);                     /* one of the three that the program starts with */
RtStr *rt_stream_read_line(RtValue stream);       /* with its line end; empty at the end of the file */
RtValue rt_stream_new(int number);                /* sys-stream.c: standard input, output or error */
RT_BUILTIN_FN(rt_stream_adopt);                  /* module _files, for io */
void rt_stream_disown(void);                      /* at the end: the bases that rt_stream_adopt gave */
#endif
