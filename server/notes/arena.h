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

class Arena {
 public:
  static constexpr size_t kAligned = alignof(void*);
  static constexpr size_t rounded(size_t bytes) { return (bytes + kAligned - 1) & ~(kAligned - 1); }
  // What a row of so many things takes, of the room for things.
  template <class T>
  static constexpr size_t room_for_row(size_t count) {
    return count == 0 ? 0 : rounded(sizeof(typename Row<T>::Head) + count * sizeof(T));
  }

  using Memory = std::unique_ptr<char[]>;

  explicit Arena(size_t bytes) : memory_(new char[bytes]), at_(memory_.get()), back_(bytes) {}
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
