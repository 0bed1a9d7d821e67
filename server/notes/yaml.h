// The YAML of front matter, between its fences. yaml-cpp reads all of it; what nearly everybody
// writes, flat keys with scalars and lists of scalars, is read here in one pass, since the library
// takes longer for a block of ten lines than all else for the note below. Pure: any thread.
#pragma once

#include <optional>
#include <string_view>

#include "notes/front_matter.h"

namespace notes {

// No fields when it is broken, or no map. The fields' own ranges are not set.
FrontMatter yaml_by_library(std::string_view body);

// The same, or nothing where the YAML is not plain.
std::optional<FrontMatter> plain_yaml(std::string_view body);

}  // namespace notes
