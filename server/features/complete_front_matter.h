// Where in front matter a tag is being typed: an item of a block list, of a flow list, or a scalar,
// of a key that holds tags. Reads the lines as they stand, since half-typed YAML is no YAML. Pure:
// any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "features/complete_tag.h"

namespace features {

// REQUIRES: the cursor is in a front matter section.
std::optional<TagQuestion> front_matter_tag_at(const CursorLine& line);

// The name as a YAML value: as it is, or quoted where YAML would read something else. `quote` is
// the quote that the writer began with, or 0.
std::string yaml_value(std::string_view name, bool in_flow, char quote);

}  // namespace features
