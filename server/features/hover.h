// What to show for the thing under the cursor: the card of the entry that a reference means, a
// tag's use in the vault, or, on an entry's own title, what refers to it and where else it is
// noted. Pure: any thread may call it with any snapshot.
#pragma once

#include <optional>
#include <string>

#include "notes/snapshot.h"

namespace features {

struct HoverCard {
  notes::Range range;    // bytes in the asking note that the card explains
  std::string markdown;  // inert: no raw HTML, no images, no command links
};

std::optional<HoverCard> hover(const notes::Snapshot& vault, notes::Place place);

}  // namespace features
