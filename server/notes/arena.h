// Memory for what is made together, never changes and goes together: one allocation for all of a
// chunk of a note at rest, whose many small parts would each cost more than they say. Things lie in
// it from its front, texts from its back. What it lends is not destroyed. Once filled: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>

#include "notes/phrase.h"
#include "notes/row.h"

namespace notes {

// Lends blocks that lie one behind the other, so that none is rounded up as an allocator would.
// They share their memory: it goes when the last of them does, so it is for what mostly goes
// together, as the notes of a vault. One thread at a time; what it has lent, any thread.
class Slab {
 public:
  std::shared_ptr<char[]> take(size_t bytes) {
    if (bytes > kLarge) return std::make_shared_for_overwrite<char[]>(bytes);
    if (bytes > kSize - used_ || !memory_) {
      memory_ = std::make_shared_for_overwrite<char[]>(kSize);
      used_ = 0;
    }
    const std::shared_ptr<char[]> out(memory_, memory_.get() + used_);
    used_ += (bytes + kAligned - 1) & ~(kAligned - 1);
    return out;
  }

 private:
  static constexpr size_t kSize = 1 << 20, kLarge = kSize / 4;
  static constexpr size_t kAligned = alignof(void*);

  std::shared_ptr<char[]> memory_;
  size_t used_ = 0;
};

class Arena {
 public:
  static constexpr size_t kAligned = alignof(void*);
  static constexpr size_t rounded(size_t bytes) { return (bytes + kAligned - 1) & ~(kAligned - 1); }
  // What a row of so many things takes, of the room for things.
  template <class T>
  static constexpr size_t room_for_row(size_t count) {
    return count == 0 ? 0 : rounded(sizeof(typename Row<T>::Head) + count * sizeof(T));
  }

  using Memory = std::shared_ptr<char[]>;

  // In the slab, if there is one.
  explicit Arena(size_t bytes, Slab* slab = nullptr)
      : memory_(slab ? slab->take(bytes) : std::make_shared_for_overwrite<char[]>(bytes)),
        at_(memory_.get()),
        back_(bytes) {}
  // To be kept as long as what lies in it. Once.
  Memory memory() { return std::move(memory_); }

  // Each is nullptr, or false, where there is no room left. A row is empty, and has so much room.
  template <class T>
  T* make() {
    void* const at = take(sizeof(T));
    return at ? ::new (at) T() : nullptr;
  }
  template <class T>
  bool lend(Row<T>& to, size_t count) {
    if (count == 0) return true;
    void* const at = take(sizeof(typename Row<T>::Head) + count * sizeof(T));
    if (!at) return false;
    to = Row<T>::lent(::new (at) typename Row<T>::Head{0, static_cast<uint32_t>(count)});
    return true;
  }
  bool lend(Phrase& to, std::string_view text) {
    const size_t size = Phrase::room_for(text);
    if (size > back_ - front_) return false;
    back_ -= size;
    to = Phrase::lent(at_ + back_, text);
    return true;
  }

 private:
  void* take(size_t size) {
    size = rounded(size);
    if (size > back_ - front_) return nullptr;
    void* const at = at_ + front_;
    front_ += size;
    return at;
  }

  Memory memory_;
  char* at_;
  size_t front_ = 0, back_;
};

}  // namespace notes
