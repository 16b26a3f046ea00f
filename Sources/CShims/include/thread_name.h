#pragma once
#include <pthread.h>
// glibc declares it only for _GNU_SOURCE, which Swift's view of the headers lacks.
int pthread_setname_np(pthread_t thread, const char *_Nonnull name);
