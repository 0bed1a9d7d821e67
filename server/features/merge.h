// Two entries of one work become one: what the one says that the other does not goes into the
// other, in the other's own way of writing, and the one is removed. No word is lost. Pure: any
// thread.
#pragma once

#include <optional>

#include "features/change.h"

namespace features {

// Nothing where one of the two stands inside the other.
std::optional<Change> merge(const notes::Snapshot& vault, notes::EntryId gone, notes::EntryId into);

// Each of the two mentions the other: `See also: …`.
Change link_as_versions(const notes::Snapshot& vault, notes::EntryId one, notes::EntryId other);

}  // namespace features
