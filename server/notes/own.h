// Copy on write, for the tables that snapshots share with their owner: a table is copied only when
// a snapshot holds it while it changes. The owner thread's.
#pragma once

#include <memory>

namespace notes {

// What `shared` points to, held by nobody else, so that it can be written. nullptr becomes an empty
// one.
template <class T>
T& own(std::shared_ptr<T>& shared) {
  if (!shared) return *(shared = std::make_shared<T>());
  if (shared.use_count() > 1) return *(shared = std::make_shared<T>(*shared));
  // The last other holder may have let go on another thread just now. use_count() orders nothing;
  // taking a reference and dropping it does, so that its last read is before our first write.
  std::shared_ptr<T>(shared).reset();
  return *shared;
}

}  // namespace notes
