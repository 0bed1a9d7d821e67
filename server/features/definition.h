// Where the thing under the cursor is at home: the entry or note that a reference means, the page
// of a tag or else its uses, and, from an entry's own title, where else the work is noted. Pure:
// any thread.
#pragma once

#include <optional>
#include <vector>

#include "notes/snapshot.h"

namespace features {

struct DefinitionTarget {
  notes::NoteId note = 0;
  notes::Range range;      // all of it
  notes::Range selection;  // where the cursor goes, within `range`

  auto operator<=>(const DefinitionTarget&) const = default;
};

struct Definition {
  notes::Range origin;  // in the asking note
  std::vector<DefinitionTarget> targets;
};

// Nothing where there is nothing to follow, or nobody knows what it means. An entry noted nowhere
// else leads to itself, so that an editor can offer its references instead.
std::optional<Definition> definition(const notes::Snapshot& vault, notes::Place place);

}  // namespace features
