// Everywhere the thing under the cursor is used: the references to an entry (from its title or from
// another reference to it), to a note (from its first heading or from a link to it), or the uses of
// a tag. Pure: any thread.
#pragma once

#include <vector>

#include "features/tags.h"
#include "notes/snapshot.h"

namespace features {

// By note and place, each once. The declaration of an entry is its title, of a note its first line,
// of a tag its page.
std::vector<Spot> references(const notes::Snapshot& vault, notes::Place place,
                             bool include_declaration);

}  // namespace features
