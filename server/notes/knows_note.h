// Whether who wrote a note of a work knew of another: its head leads there. Pure: any thread.
#pragma once

#include "notes/snapshot.h"

namespace notes {

// By a link on the first line of what the entry says, or not far below on a line that says little
// else: to the note of the other, to its heading, or to the
// address at which that note is published (`permalink: /posts/x/`; `#! https://…` on its first
// line). The other is all that its note is about, or is named by its heading. Bare titles say
// nothing of notes.
bool leads_to(const Snapshot& vault, EntryId from, EntryId to);

}  // namespace notes
