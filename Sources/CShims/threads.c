#include "threads.h"

pthread_t current_thread(void) {
  return pthread_self();
}
