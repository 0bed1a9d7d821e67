#include "memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace server {

void share_heaps(unsigned heaps) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, static_cast<int>(heaps));
#else
  (void)heaps;
#endif
}

void give_back_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace server
