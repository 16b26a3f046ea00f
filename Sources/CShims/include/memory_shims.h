#pragma once
#include <malloc.h>

static inline int shim_limit_arenas(int count) {
  return mallopt(M_ARENA_MAX, count);
}
