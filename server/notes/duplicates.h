// Duplicate groups: entries that are one work, or nearly, with what they are to each other. Weak
// entries stay out. Pure: any thread.
#pragma once

#include <string>
#include <vector>

#include "notes/relation.h"
#include "notes/snapshot.h"

namespace notes {

struct DuplicateGroup {
  Relation relation = Relation::kSameWork;  // between any two of them
  std::vector<EntryId> entries;             // sorted by path and place; at least two
  std::string
      reason;  // in words: `same arXiv id 2409.19606`, `same title (0.97), same first author`
};

// The groups that this entry / any entry of this note / any entry is in.
std::vector<EntryId> duplicates_of(const Snapshot& vault,
                                   EntryId entry);  // without the entry itself
std::vector<DuplicateGroup> groups_with(const Snapshot& vault, EntryId entry);
std::vector<DuplicateGroup> duplicates_in(const Snapshot& vault, NoteId note);
std::vector<DuplicateGroup> all_duplicates(const Snapshot& vault);

}  // namespace notes
