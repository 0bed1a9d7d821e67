// Whose answers can change with a note: what keeps an edit's cost to the notes that it concerns.
// Pure: any thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace notes {

// The notes that hold an identifier or a title that `before` or `after` holds (either may be
// nullptr), sorted.
std::vector<NoteId> notes_sharing_works(const Snapshot& vault, const Note* before,
                                        const Note* after);

}  // namespace notes
