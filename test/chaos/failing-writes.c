/* Loaded before libc (LD_PRELOAD): while the file $TENURE_CHAOS_EIO exists, nothing of the log can be written or made durable. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int refused(int fd) {
  const char *order = getenv("TENURE_CHAOS_EIO");
  if (order == NULL || access(order, F_OK) != 0) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  if (strstr(path, "/events.db") == NULL) return 0;
  errno = EIO;
  return 1;
}

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return refused(fd) ? -1 : REAL(pwrite)(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return refused(fd) ? -1 : REAL(pwrite64)(fd, bytes, count, at); }
int fsync(int fd) { return refused(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return refused(fd) ? -1 : REAL(fdatasync)(fd); }
