// Tags over the whole vault: who carries one, where it is used, which go together, and which page
// is about it. Pure: any thread.
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "notes/snapshot.h"

namespace features {

// Columns of one line in UTF-16.
struct Columns {
  uint32_t line = 0;
  uint32_t begin = 0, end = 0;
};

// A range of a note of the snapshot.
struct Spot {
  notes::NoteId note = 0;
  notes::Range range;
  // The same range, where that need not be looked for: of 20,000 spots it takes half of the time.
  std::optional<Columns> columns{};

  friend std::strong_ordering operator<=>(const Spot& one, const Spot& other) {
    return std::tie(one.note, one.range) <=> std::tie(other.note, other.range);
  }
  friend bool operator==(const Spot& one, const Spot& other) { return (one <=> other) == 0; }
};

// The tags of one entry after the other, as keys of the index (KeyKind::kTag). Belongs to one call.
class EntryTags {
 public:
  explicit EntryTags(const notes::Snapshot& vault) : vault_(vault) {}

  // Of the chunk's entry; until the next call.
  std::span<const notes::Key> of(notes::NoteId note, const notes::PlacedChunk& in, size_t entry);
  std::span<const notes::Key> of(notes::EntryId entry);

 private:
  const notes::Snapshot& vault_;
  std::unordered_map<std::string_view, notes::Key> known_;  // by spelling, since folding is slow
  std::vector<notes::Key> made_;
};

notes::Key key_of_tag(std::string_view tag_key);

// An entry with one of the tags that were asked for.
struct Tagged {
  notes::EntryId id;
  uint64_t date = 0;                 // see order_of()
  std::span<const notes::Key> tags;  // all it has; while it is looked at
};
using EachTagged = std::function<void(const Tagged&)>;
// Calls `f` with each, note by note, but for those of which `may_matter` says, given such an entry
// or one before it and its date or a later one, that they do not; that saves looking at most.
using MayMatter = std::function<bool(notes::EntryId, uint64_t date)>;
void for_each_tagged(const notes::Snapshot& vault, const std::vector<notes::Key>& tags,
                     const MayMatter& may_matter, const EachTagged& f);
// Calls `f` with about `most` of them, from all over the vault. True when those are all there are.
bool sample_tagged(const notes::Snapshot& vault, const std::vector<notes::Key>& tags, size_t most,
                   const EachTagged& f);

// How often each tag was met.
class TagTally {
 public:
  void add(notes::Key tag, uint32_t count = 1);
  uint32_t of(notes::Key tag) const;

 private:
  size_t place_of(notes::Key tag) const;

  // Open addressing; a power of two of places, a count of 0 where one is free.
  struct Met {
    notes::Key tag = 0;
    uint32_t count = 0;
  };
  std::vector<Met> met_ = std::vector<Met>(64);
  size_t used_ = 0;
};

// Everything below takes a tag by its tag_key.

std::vector<Spot> uses_of_tag(const notes::Snapshot& vault, const std::string& key);

// A tag that stands on the same entries, and on how many; 0 when that is not known.
struct TagBeside {
  std::string key;
  uint32_t count = 0;
};
// Which tags stand beside one of these, but for one: by all entries or, where there are very many,
// by a sample of so many, and then it is not known on how many. The one met most comes first; at
// most `limit`.
constexpr size_t kEnoughTagged = 1000;  // more say the same
std::vector<TagBeside> tags_beside(const notes::Snapshot& vault,
                                   const std::vector<notes::Key>& tags, notes::Key but,
                                   size_t limit, size_t sampled = kEnoughTagged);
// `#LanguageModel (5), #MoE (2)`, inert; at most `limit` of them.
std::string list_tags(const notes::Snapshot& vault, const std::vector<TagBeside>& tags,
                      size_t limit);

// The notes named like the tag, else the headings that are; a heading above an entry is its title
// and stays out.
std::vector<Spot> pages_of_tag(const notes::Snapshot& vault, const std::string& key);

}  // namespace features
