// Whose answers can change with a note: what keeps an edit's cost to the notes that it concerns.
// Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace notes {

// The notes that hold an identifier or a title of an entry that differs between `before` and
// `after` (either may be nullptr), or that stands on another line now, sorted.
std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after);

}  // namespace notes
