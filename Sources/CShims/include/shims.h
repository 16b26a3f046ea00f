#pragma once
// What Swift cannot call in C: variadic functions and macros. Fixed arity, one shim per kind of argument.
#include "microhttpd_shims.h"
#include "threads.h"
#include "memory_shims.h"
#include "vfs_shims.h"
#include "thread_sanitizer.h"
#include "curl_shims.h"
#include "spawn_shims.h"
#include "file_shims.h"
