// Whose answers can change with a note: what keeps an edit's cost to the notes that it concerns.
// Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace notes {

// The notes whose entries may be the same work as an entry that came, went, changed or moved from
// `before` to `after` (either may be nullptr), sorted.
std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after);

}  // namespace notes
