#include "build_info.h"
#include <stddef.h>

const char *brokerwatch_build_revision(void) {
#ifdef BROKERWATCH_REVISION
  return BROKERWATCH_REVISION;
#else
  return NULL;
#endif
}
