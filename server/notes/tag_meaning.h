// Which tag a place means. A note records what it can see; the vault says which of a use's readings
// is one of its tags: the longest that is used surely somewhere, so that `#Selected Papers/Blogs`
// is found in a sentence once a tag line holds it, and `#GPUs` is a number until somebody tags with
// it. Pure: any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

struct TagMeaning {
  Range range;            // in the note
  std::string key;        // tag_key of the name
  std::string_view name;  // as written; the snapshot's bytes
};

// Nothing when the use is no tag of this vault. REQUIRES: `use` is of one of its notes.
std::optional<TagMeaning> meaning_of(const Snapshot& vault, const Placed<TagUse>& use);

// The tag that is meant at an offset, the words that belong to it included.
std::optional<TagMeaning> tag_meant_at(const Snapshot& vault, const Note& note, uint32_t offset);

// An entry's tags, as this vault reads them; the snapshot's bytes.
std::vector<std::string_view> tags_of(const Snapshot& vault, EntryId id);

// The nearest part before a `/` that is a tag of the vault itself; empty when there is none. So
// `project/a` is below `project` where somebody uses `project`, and the slash of
// `Selected Papers/Blogs` means nothing unless `Selected Papers` is a tag as well.
std::string_view parent_of(const Snapshot& vault, std::string_view key);

// The keys of the tags below this one, nearest and farther, in order.
std::vector<std::string> tags_below(const Snapshot& vault, std::string_view key);

}  // namespace notes
