// The index: who holds a key. It says which notes, never where in them, so most keystrokes leave it
// as it was. It is kept in shards that copies share; a change copies only the shards it touches,
// and only when somebody else holds them. A const Index may be read by any thread; changes are the
// owner thread's.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "notes/key.h"
#include "notes/key_table.h"
#include "notes/note.h"

namespace notes {

// A tag over all notes.
struct TagTotal {
  Key key = 0;          // what the index has it as
  std::string display;  // the spelling used most, the first in order among equals
  uint32_t count = 0;   // sure uses
  uint32_t notes = 0;   // that hold one
  // Not 0 when only tag_meaning.h can say how often it is really used.
  uint32_t contested = 0;
};

class Index {
 public:
  // Sorted, each once.
  std::span<const NoteId> notes_with(Key key) const;

  // nullptr when nobody surely uses it. `key` is a tag_key.
  const TagTotal* tag(std::string_view key) const;
  void for_each_tag(const std::function<void(const std::string& key, const TagTotal&)>& f) const;

  // Replaces what `before` said by what `after` says; either may be nullptr. Gives the keys that
  // changed hands.
  std::vector<Key> change(NoteId id, const Note* before, const Note* after);

  // Whether the two are one index in memory: nothing was copied between them.
  bool shares_all_with(const Index& other) const;

 private:
  using Spelling = std::pair<std::string, uint32_t>;  // how often it is used
  struct Spellings {
    TagTotal total;
    std::vector<Spelling> by_spelling;  // sorted, none unused
    uint32_t holders = 0;               // notes that have a use that is sure or may be one

    void choose_display();
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  using TagShard = std::unordered_map<std::string, Spellings, Hash, std::equal_to<>>;
  static constexpr size_t kShards = 256;
  static constexpr size_t kTagShards = 32;

  void add_tag(const TagSum& tag);
  void remove_tag(const TagSum& tag);

  std::array<std::shared_ptr<KeyTable>, kShards> shards_;  // nullptr while nothing is in it
  std::array<std::shared_ptr<TagShard>, kTagShards> tag_shards_;
};

}  // namespace notes
