// Works that somebody names in several places on purpose: under several headings of one list, by a
// line of a page that lists notes, by a note that leads to the other, by a post about the paper.
// Pure: any thread.
#pragma once

#include <optional>
#include <vector>

#include "notes/snapshot.h"

namespace notes {

// Whether these, which are one work, are all named on purpose. REQUIRES: at least one.
bool are_cross_listed(const Snapshot& vault, const std::vector<EntryId>& entries);

// A line of a page that lists notes, and one of those that it lists.
struct ListedOnly {
  EntryId line;
  EntryId noted;
};
// Where the work is noted more than once besides: those that only list it. REQUIRES: they are not
// cross-listed.
std::vector<ListedOnly> listed_only(const Snapshot& vault, const std::vector<EntryId>& entries);

}  // namespace notes
