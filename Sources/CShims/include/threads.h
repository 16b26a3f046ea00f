#pragma once
#include <pthread.h>
// glibc declares it only for _GNU_SOURCE, which Swift's view of the headers lacks.
int pthread_setname_np(pthread_t thread, const char *_Nonnull name);

// `pthread_self`, but asked anew each time. glibc declares that one `const`, which is true of C code and false of an
// `async` function: it may wake on another thread, yet the optimizer keeps the answer from before.
pthread_t current_thread(void);
