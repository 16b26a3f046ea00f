#pragma once
// The Swift importer does not know <sys/vfs.h>.
#include <sys/vfs.h>

/// The kind of the file system that a path lies on; 0 when it cannot be asked.
static inline long shim_file_system_kind(const char *_Nonnull path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (long)status.f_type : 0;
}
