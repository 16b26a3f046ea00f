#pragma once
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Opens a path as if `directory` were the root of everything: no link and no `..` leads out of it. glibc has no function for
/// openat2, and `syscall` is variadic.
static inline int shim_open_in_root(int directory, const char *_Nonnull path, unsigned long long flags) {
  struct open_how how = {.flags = flags, .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}
