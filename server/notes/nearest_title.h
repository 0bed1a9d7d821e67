// The work that a reference most likely means when nothing is called quite so: its title
// misspelled, in the plural, or without its subtitle. A guess: only what shows one place to a
// person who can see that it is one (hover, definition) may ask, and nothing that counts
// references. Pure: any thread.
#pragma once

#include "notes/resolve.h"

namespace notes {

// Nothing where two works are equally near, or where what differs may matter: another number or
// name, a negation, `A Survey of`. REQUIRES: resolve() finds nothing.
Resolution nearest_title(const Snapshot& vault, NoteId from, const Placed<Reference>& reference);

}  // namespace notes
