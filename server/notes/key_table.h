// Which notes hold a key: a shard of the index, or of another table. Most keys are one note's
// alone, and a vault has millions of them, so a table is two arrays, and only keys that several
// notes hold have a list. A const table may be read by any thread; changes are the owner thread's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "notes/key.h"

namespace notes {

using NoteId = uint32_t;

class KeyTable {
 public:
  // Sorted, each once.
  std::span<const NoteId> holders(Key key) const;
  void add(Key key, NoteId note);
  void remove(Key key, NoteId note);
  // Fetches what add() will look at, which is far from here.
  void prefetch(Key key) const;
  bool empty() const { return used_ == 0; }

 private:
  size_t place_of(Key key) const;  // where it is, or would be
  void grow();
  void close_gap(size_t at);

  // Open addressing; a power of two of places. 0 marks a free one: a key that is 0 goes by another,
  // since equal keys are confirmed against the notes in any case.
  std::vector<Key> keys_;
  // A note, or the number of a list.
  static constexpr uint32_t kList = 1u << 31;
  std::vector<uint32_t> values_;
  size_t used_ = 0;
  std::vector<std::vector<NoteId>> lists_;
  std::vector<uint32_t> free_lists_;
};

}  // namespace notes
