// What somebody made of something that never changes, kept with it for whoever asks next, and let
// go with it. Any thread: of two that make it at once, one is kept.
#pragma once

#include <atomic>
#include <memory>

namespace notes {

class Memo {
 public:
  struct Made {
    virtual ~Made() = default;
  };

  Memo() = default;
  Memo(const Memo&) {}  // of a copy, nothing was made yet
  Memo& operator=(const Memo&) = delete;
  ~Memo() { delete made_.load(std::memory_order_relaxed); }

  // It is changed after all. REQUIRES: no other thread knows of it.
  void forget() { delete made_.exchange(nullptr, std::memory_order_relaxed); }

  // nullptr where nothing is kept yet.
  const Made* kept() const { return made_.load(std::memory_order_acquire); }
  // Gives what is kept from now on.
  const Made& keep(std::unique_ptr<const Made> made) const {
    const Made* before = nullptr;
    if (made_.compare_exchange_strong(before, made.get(), std::memory_order_acq_rel))
      return *made.release();
    return *before;
  }

 private:
  mutable std::atomic<const Made*> made_{nullptr};
};

}  // namespace notes
