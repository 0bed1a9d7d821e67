// Items that are titles and no more: in a list of things to read, or among papers with links. Pure:
// any thread.
#pragma once

#include <optional>
#include <vector>

#include "notes/layout.h"

namespace notes {

// `others` are the lines of items that no layout took; `mark` is how deep those are indented that
// one did. What is found is weak.
void read_unlinked_items(const Draft& draft, size_t section, std::optional<uint32_t> mark,
                         std::vector<size_t>& others, Claim& out);

}  // namespace notes
