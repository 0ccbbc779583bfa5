/* What io and os ask the operating system for: files by their descriptors, names, folders, the environment. */
#include "bytes.h"
#include "call.h"
#include "exception.h"
#include "list.h"
#include "platform.h"
#include "str.h"
#include "tuple.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

extern char **environ;

/* OSError(errno, text[, name[, None, name2]]) of the class that the number stands for. */
static RtValue os_error_of_two(RtValue name, RtValue name2) {
  static const struct { int number; RtType *type; } kinds[] = {{ENOENT, &rt_exc_FileNotFoundError}, {EEXIST, &rt_exc_FileExistsError}, {EACCES, &rt_exc_PermissionError},
                                                              {EPERM, &rt_exc_PermissionError}, {EISDIR, &rt_exc_IsADirectoryError}, {ENOTDIR, &rt_exc_NotADirectoryError},
                                                              {EINTR, &rt_exc_InterruptedError}, {EPIPE, &rt_exc_BrokenPipeError}};
  int number = errno;
  RtType *type = &rt_exc_OSError;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (kinds[i].number == number) type = kinds[i].type;
  RtValue args[] = {rt_from_small(rt_platform_error_number(number)), rt_value(rt_str_from_utf8(rt_platform_error_text(number), -1)), name, RT_NONE, name2};
  RtValue exception = args[1] ? rt_call(rt_value(type), args, name2 ? 5 : name ? 3 : 2, NULL) : 0;
  rt_xdecref(args[1]);
  if (exception) rt_set_pending(exception);
  return 0;
}

static RtValue os_error(RtValue name) { return os_error_of_two(name, 0); }

/* The path as UTF-8, malloc'ed; NULL: raised. */
static char *path_of(RtValue v) {
  if (!rt_is_str(v)) return (char *)(intptr_t)rt_raise_type_of("expected str, bytes or os.PathLike object, not %s", v);
  return rt_str_to_utf8(rt_plain(v, &rt_type_str), NULL);
}

RT_BUILTIN_FN(rt_files_open) {
  int64_t flags;
  char *path = path_of(args[0]);
  if (!path || rt_index(args[1], &flags, false) < 0) return free(path), 0;
  int fd = open(path, rt_platform_open_flags((int)flags) | O_CLOEXEC, 0666);
  struct stat info;
  if (fd >= 0 && fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) close(fd), fd = -1, errno = EISDIR;
  free(path);
  return fd < 0 ? os_error(args[0]) : rt_int_box(fd);
}

static int number(RtValue v, int64_t *result) { return rt_index_argument(v, result); }

/* read(fd, most): bytes; b'' at the end. */
RT_BUILTIN_FN(rt_files_read) {
  int64_t fd, most;
  if (number(args[0], &fd) < 0 || number(args[1], &most) < 0) return 0;
  RtBytes *bytes = rt_bytes_new(most);
  if (!bytes) return 0;
  ssize_t got;
  do got = read((int)fd, bytes->data, (size_t)most);
  while (got < 0 && errno == EINTR);
  RtValue result = got < 0 ? os_error(0) : got == most ? rt_new_ref(rt_value(bytes)) : rt_value(rt_bytes_from(bytes->data, got));
  rt_decref_object(bytes);
  return result;
}

RT_BUILTIN_FN(rt_files_write) {
  int64_t fd;
  if (number(args[0], &fd) < 0) return 0;
  const RtBytes *bytes = rt_plain(args[1], &rt_type_bytes);
  for (int64_t at = 0; at < bytes->length;) {
    ssize_t put = write((int)fd, bytes->data + at, (size_t)(bytes->length - at));
    if (put < 0 && errno != EINTR) return os_error(0);
    if (put > 0) at += put;
  }
  return rt_int_box(bytes->length);
}

RT_BUILTIN_FN(rt_files_close) {
  int64_t fd;
  if (number(args[0], &fd) < 0) return 0;
  return close((int)fd) < 0 ? os_error(0) : rt_none();
}

RT_BUILTIN_FN(rt_files_seek) {
  int64_t fd, offset, whence;
  if (number(args[0], &fd) < 0 || number(args[1], &offset) < 0 || number(args[2], &whence) < 0) return 0;
  off_t at = lseek((int)fd, offset, (int)whence);
  return at < 0 ? os_error(0) : rt_int_box(at);
}

RT_BUILTIN_FN(rt_files_truncate) {
  int64_t fd, size;
  if (number(args[0], &fd) < 0 || number(args[1], &size) < 0) return 0;
  return ftruncate((int)fd, size) < 0 ? os_error(0) : rt_int_box(size);
}

RT_BUILTIN_FN(rt_files_isatty) {
  int64_t fd;
  return number(args[0], &fd) < 0 ? 0 : rt_bool_ref(isatty((int)fd));
}

/* stat(path, follow): (mode, size, mtime, device, inode), or None where there is nothing and `quiet` holds. */
RT_BUILTIN_FN(rt_files_stat) {
  char *path = path_of(args[0]);
  if (!path) return 0;
  struct stat info;
  int status = rt_truth(args[1]) ? stat(path, &info) : lstat(path, &info);
  free(path);
  if (status < 0) return rt_truth(args[2]) ? rt_none() : os_error(args[0]);
  RtValue items[5] = {rt_int_box(info.st_mode), rt_int_box(info.st_size), rt_float_new((double)info.st_mtim.tv_sec + (double)info.st_mtim.tv_nsec * 1e-9),
                      rt_int_from_u64(info.st_dev), rt_int_from_u64(info.st_ino)};
  RtTuple *result = rt_tuple_from(items, 5);
  for (int i = 0; i < 5; i++) rt_xdecref(items[i]);
  return rt_value(result);
}

RT_BUILTIN_FN(rt_files_listdir) {
  char *path = path_of(args[0]);
  DIR *folder = path ? opendir(path) : NULL;
  free(path);
  if (!folder) return rt_pending ? 0 : os_error(args[0]);
  RtList *names = rt_list_new(0);
  for (struct dirent *entry; names && (entry = readdir(folder));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    RtStr *name = rt_str_from_utf8(entry->d_name, -1);
    if (!name || rt_list_append_steal(names, rt_value(name)) < 0) {
      rt_decref_object(names);
      names = NULL;
    }
  }
  closedir(folder);
  return rt_value(names);
}

static RtValue on_path(RtValue name, int (*action)(const char *)) {
  char *path = path_of(name);
  if (!path) return 0;
  int status = action(path);
  free(path);
  return status < 0 ? os_error(name) : rt_none();
}
static int make_folder(const char *path) { return mkdir(path, 0777); }
RT_BUILTIN_FN(rt_files_mkdir) { return on_path(args[0], make_folder); }
RT_BUILTIN_FN(rt_files_rmdir) { return on_path(args[0], rmdir); }
RT_BUILTIN_FN(rt_files_unlink) { return on_path(args[0], unlink); }
RT_BUILTIN_FN(rt_files_chdir) { return on_path(args[0], chdir); }

RT_BUILTIN_FN(rt_files_rename) {
  char *from = path_of(args[0]), *to = from ? path_of(args[1]) : NULL;
  int status = to ? rename(from, to) : 0;
  RtValue result = to ? status < 0 ? os_error_of_two(args[0], args[1]) : rt_none() : 0;
  free(from), free(to);
  return result;
}

RT_BUILTIN_FN(rt_files_getcwd) {
  char *path = getcwd(NULL, 0);
  RtValue result = path ? rt_value(rt_str_from_utf8(path, -1)) : os_error(0);
  free(path);
  return result;
}

/* The environment as a list of "NAME=value". */
RT_BUILTIN_FN(rt_files_environ) {
  RtList *all = rt_list_new(0);
  for (char **entry = environ; all && entry && *entry; entry++) {
    RtStr *text = rt_str_from_utf8(*entry, -1);
    if (!text || rt_list_append_steal(all, rt_value(text)) < 0) return rt_decref_object(all), 0;
  }
  return rt_value(all);
}
/* (system, node, release, version, machine) */
RT_BUILTIN_FN(rt_files_uname) {
  struct utsname names;
  if (uname(&names) < 0) return os_error(0);
  const char *texts[] = {names.sysname, names.nodename, names.release, names.version, names.machine};
  RtTuple *result = rt_tuple_new(5);
  for (int i = 0; result && i < 5; i++) {
    if ((result->items[i] = rt_value(rt_str_from_utf8(texts[i], -1)))) continue;
    rt_decref_object(result);
    return 0;
  }
  return rt_value(result);
}

RT_BUILTIN_FN(rt_files_getpid) { return rt_int_box(getpid()); }
RT_BUILTIN_FN(rt_files_urandom) {
  int64_t size;
  if (number(args[0], &size) < 0) return 0;
  RtBytes *bytes = rt_bytes_new(size);
  for (int64_t i = 0; bytes && i < size; i += 256) {
    extern bool rt_platform_random(void *buffer, size_t size);
    rt_platform_random(bytes->data + i, (size_t)(size - i < 256 ? size - i : 256));
  }
  return rt_value(bytes);
}
