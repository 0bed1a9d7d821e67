// The notes of a vault by their ids, and the ids by their paths. Both are kept in blocks that
// copies share, so that a snapshot is cheap to take however many notes there are, and a change
// after it copies a block and not the table. A const table may be read by any thread; changes are
// the owner thread's.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notes/key_table.h"
#include "notes/memo.h"
#include "notes/note.h"
#include "notes/own.h"

namespace notes {

class NoteTable {
 public:
  using SharedNote = std::shared_ptr<const Note>;
  static constexpr size_t kBlock = 256;
  struct Block {
    std::array<SharedNote, kBlock> notes;
    Memo facts;  // see features/block_facts.h
  };

  NoteId size() const { return size_; }
  // nullptr for a note that is gone, or was never there.
  const SharedNote& at(NoteId id) const {
    static const SharedNote none;
    return id < size_ ? blocks_[id / kBlock]->notes[id % kBlock] : none;
  }
  // Which are other notes than there, or not there. It costs what was changed since the one was
  // copied from the other.
  std::vector<NoteId> differing_from(const NoteTable& other) const {
    std::vector<NoteId> out;
    for (size_t block = 0; block < blocks_.size(); ++block) {
      if (block < other.blocks_.size() && blocks_[block] == other.blocks_[block]) continue;
      const auto first = static_cast<NoteId>(block * kBlock);
      for (NoteId id = first; id < size_ && id < first + kBlock; ++id)
        if (at(id) != other.at(id)) out.push_back(id);
    }
    return out;
  }
  // To be written. REQUIRES: id < size().
  SharedNote& own(NoteId id) {
    Block& block = notes::own(blocks_[id / kBlock]);
    block.facts.forget();
    return block.notes[id % kBlock];
  }
  // Calls f with each block and the id of its first note.
  template <class F>
  void for_each_block(F f) const {
    for (size_t i = 0; i < blocks_.size(); ++i) f(*blocks_[i], static_cast<NoteId>(i * kBlock));
  }
  // Those wholly below an id, from the one with that number on, and the ids of their first notes.
  std::vector<std::pair<std::shared_ptr<const Block>, NoteId>> blocks_below(size_t id,
                                                                            size_t from) const {
    std::vector<std::pair<std::shared_ptr<const Block>, NoteId>> out;
    for (; (from + 1) * kBlock <= std::min<size_t>(id, size_); ++from)
      out.push_back({blocks_[from], static_cast<NoteId>(from * kBlock)});
    return out;
  }
  // A place for one more.
  NoteId add() {
    if (size_ % kBlock == 0) blocks_.push_back(std::make_shared<Block>());
    return size_++;
  }

 private:
  std::vector<std::shared_ptr<Block>> blocks_;
  NoteId size_ = 0;
};

// Keeps no paths: the notes say their own.
class PathTable {
 public:
  // Nothing when the note is gone.
  std::optional<NoteId> find(std::string_view path, const NoteTable& notes) const {
    const Key key = key_of(path);
    const std::shared_ptr<KeyTable>& shard = shards_[shard_of(key)];
    if (!shard) return std::nullopt;
    for (const NoteId id : shard->holders(key))
      if (const auto& note = notes.at(id); note && note->path() == path) return id;
    return std::nullopt;
  }
  void add(std::string_view path, NoteId id) {
    const Key key = key_of(path);
    own(shards_[shard_of(key)]).add(key, id);
  }

 private:
  static constexpr size_t kShards = 128;
  static Key key_of(std::string_view path) { return std::hash<std::string_view>()(path); }
  static size_t shard_of(Key key) { return key % kShards; }  // its own table uses higher bits

  std::array<std::shared_ptr<KeyTable>, kShards> shards_;  // nullptr while nothing is in it
};

}  // namespace notes
