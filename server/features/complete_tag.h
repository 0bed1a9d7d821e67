// Completing a tag: which one is being typed, and which ones fit. Pure: any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "features/completion.h"
#include "features/cursor.h"

namespace features {

struct TagQuestion {
  notes::Range edit;         // all of the tag that is there
  uint32_t query_begin = 0;  // where its name starts; it was typed up to the cursor
  uint32_t cursor = 0;
  // In running text a tag with spaces is offered only as what was typed goes on, since the words
  // after a tag are mostly no part of it.
  bool in_order = false;
  std::function<std::string(const std::string& name)> write;  // the tag, as it is written here

  TagQuestion shifted(uint32_t by) const {
    return {edit.shifted(by), query_begin + by, cursor + by, in_order, write};
  }
};

// In the line's offsets, as all questions: the tag of a `#`, a `＃` or a `#[[` that the cursor
// stands behind.
std::optional<TagQuestion> hash_tag_at(const notes::Snapshot& vault, const notes::Note& note,
                                       const CursorLine& line);

// Ranked by match, then by how often the tag is used together with those already on the entry, then
// by count, then by name. What the entry has already comes last. The tag being typed is no use.
Completions offer_tags(const notes::Snapshot& vault, notes::Place place, const TagQuestion& asked,
                       const CompletionOptions& options);

// Which tags go with it, by a sample of so many entries. `key` is a tag_key.
std::string documentation_of_tag(const notes::Snapshot& vault, const std::string& key,
                                 size_t sampled);

}  // namespace features
