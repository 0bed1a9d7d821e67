// Tags over the whole vault: who carries one, where it is used, which go together, and which page
// is about it. Pure: any thread.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "notes/snapshot.h"

namespace features {

// A range of a note of the snapshot.
struct Spot {
  notes::NoteId note = 0;
  notes::Range range;

  auto operator<=>(const Spot&) const = default;
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
// Calls `f` with each, note by note, until it says false.
void for_each_tagged(const notes::Snapshot& vault, const std::vector<notes::Key>& tags,
                     const std::function<bool(const Tagged&)>& f);

// Everything below takes a tag by its tag_key.

std::vector<Spot> uses_of_tag(const notes::Snapshot& vault, const std::string& key);

// A tag that stands on the same entries, and on how many.
struct TagBeside {
  std::string key;
  uint32_t count = 0;
};
using TagTally = std::unordered_map<notes::Key, uint32_t>;
// The tags of the vault by their keys in the index; they live in it.
using TagNames = std::unordered_map<notes::Key, const std::string*>;
TagNames names_of_tags(const notes::Snapshot& vault);
// The one met most comes first; at most `limit`.
std::vector<TagBeside> most_met(const TagNames& names, const TagTally& tally, size_t limit);
// `#LanguageModel (5), #MoE (2)`, inert; at most `limit` of them.
std::string list_tags(const notes::Snapshot& vault, const std::vector<TagBeside>& tags,
                      size_t limit);

// The notes named like the tag, else the headings that are; a heading above an entry is its title
// and stays out.
std::vector<Spot> pages_of_tag(const notes::Snapshot& vault, const std::string& key);

}  // namespace features
