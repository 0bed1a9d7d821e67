// Links that stand alone on a line, outside of any entry or below the last line of one, and lead to
// a work that is already noted: what somebody pastes who is about to note it again. Pure: any
// thread.
#pragma once

#include <vector>

#include "notes/snapshot.h"

namespace features {

struct PastedLink {
  notes::Range range;
  notes::Identifier identifier;
  std::vector<notes::EntryId> entries;  // that have it; at least one
};

// In the order of the text.
std::vector<PastedLink> pasted_links(const notes::Snapshot& vault, notes::NoteId note);

}  // namespace features
