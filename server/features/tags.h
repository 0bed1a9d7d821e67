// Tags over the whole vault: who carries one, where it is used, which go together, and which page
// is about it. Pure: any thread; a TagKeys belongs to one call.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "notes/snapshot.h"

namespace features {

// A range of a note of the snapshot.
struct Spot {
  notes::NoteId note = 0;
  notes::Range range;

  auto operator<=>(const Spot&) const = default;
};

// tag_key, remembered by spelling: folding is slow, and a vault spells its few tags often.
class TagKeys {
 public:
  // One object for all spellings of a key, so that keys from here may be compared by address.
  // REQUIRES: the bytes of `spelled` outlive this object, as those of a snapshot do.
  const std::string& of(std::string_view spelled);

 private:
  std::unordered_map<std::string_view, const std::string*> known_;
  std::unordered_set<std::string> keys_;
};

// Everything below takes a tag by its tag_key.

std::vector<notes::EntryId> entries_tagged(const notes::Snapshot& vault, const std::string& key,
                                           TagKeys& keys);
std::vector<Spot> uses_of_tag(const notes::Snapshot& vault, const std::string& key);

// A tag that stands on the same entries, and on how many.
struct TagBeside {
  std::string key;
  uint32_t count = 0;
};
// The one met most comes first.
std::vector<TagBeside> tags_beside(const notes::Snapshot& vault,
                                   const std::vector<notes::EntryId>& entries,
                                   const std::string& but, TagKeys& keys);
// `#LanguageModel (5), #MoE (2)`, inert; at most `limit` of them.
std::string list_tags(const notes::Snapshot& vault, const std::vector<TagBeside>& tags,
                      size_t limit);

// The notes named like the tag, else the headings that are; a heading above an entry is its title
// and stays out.
std::vector<Spot> pages_of_tag(const notes::Snapshot& vault, const std::string& key);

}  // namespace features
