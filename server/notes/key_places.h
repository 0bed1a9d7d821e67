// Where in a long note a key is: which of its chunks hold it. Chunks go by slots, numbers that they
// keep while the note is edited, and a chunk made anew takes the slot of the one that it replaces;
// so an edit changes the places of the few keys that came or went, and copies only the shards of
// those. A short note needs none: its chunks are looked through. Immutable once its note is: any
// thread.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "notes/chunk.h"
#include "notes/key_table.h"

namespace notes {

class KeyPlaces {
 public:
  static constexpr size_t kShortNote = 8;  // chunks

  // What `before` was for the chunks that it was of (nullptr: none), made what it is for `chunks`,
  // whose slots it gives out. The first `first` and the last `behind` of them are those of before.
  void follow(const KeyPlaces* before, std::span<const PlacedChunk> old,
              std::span<const PlacedChunk> chunks, size_t first, size_t behind);

  bool is_kept() const { return kept_ != nullptr; }
  // REQUIRES: is_kept(). The chunks that hold the key, by their index, sorted.
  std::vector<uint32_t> chunks_with(Key key) const;

 private:
  static constexpr size_t kShards = 256;
  struct Kept {
    KeyTable& shard_of(Key key);
    void change(uint32_t slot, const Chunk* was, const Chunk* is);

    std::vector<std::shared_ptr<KeyTable>> shards;
    std::vector<uint32_t> slots;     // of each chunk
    std::vector<uint32_t> chunk_in;  // by slot
    std::vector<uint32_t> free;      // slots of chunks that are gone
  };
  std::unique_ptr<Kept> kept_;  // nothing for a short note
};

}  // namespace notes
