// Links that led to an entry which is merged into another: they are to lead there. Pure: any
// thread.
#pragma once

#include "features/change.h"
#include "features/written.h"

namespace features {

// Adds the edits to the change, and a warning where links are left that lead nowhere.
// REQUIRES: the change says whether the note of `gone` is deleted; `source` and `target` are the
// two as they are written.
void retarget(const notes::Snapshot& vault, notes::EntryId gone, const Written& source,
              notes::EntryId into, const Written& target, Change& change);

}  // namespace features
