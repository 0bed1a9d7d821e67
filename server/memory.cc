#include "memory.h"

#include <algorithm>
#include <cstdlib>
#include <thread>
#if defined(PAPERNOTES_JEMALLOC)
#include <jemalloc/jemalloc.h>
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

#if defined(PAPERNOTES_JEMALLOC)
// Read by jemalloc before main. One heap, of which each thread has a cache; what is free goes back
// soon, and large blocks are not cut for small ones (opt.* in its manual).
extern "C" {
const char* malloc_conf =
    "narenas:1,dirty_decay_ms:200,muzzy_decay_ms:0,lg_extent_max_active_fit:2";
}
#endif

namespace server {

void share_heaps() {
#if defined(PAPERNOTES_JEMALLOC)
  // Blocks of megabytes, which big answers take one after another, go back like others, and not at
  // once (arena.<i>.oversize_threshold).
  size_t bytes = size_t{1} << 30;
  mallctl("arena.0.oversize_threshold", nullptr, nullptr, &bytes, sizeof(bytes));
#elif defined(__GLIBC__)
  mallopt(M_ARENA_MAX, static_cast<int>(std::max(2u, std::thread::hardware_concurrency())));
#endif
}

void give_back_memory() {
#if defined(PAPERNOTES_JEMALLOC)
  mallctl("thread.tcache.flush", nullptr, nullptr, nullptr, 0);
  mallctl("arena.0.purge", nullptr, nullptr, nullptr, 0);
#elif defined(__GLIBC__)
  malloc_trim(0);
#endif
}

}  // namespace server
