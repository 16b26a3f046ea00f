#pragma once
#include <stdint.h>

/// Allocations of this process so far, by any thread.
uint64_t allocation_count(void);
