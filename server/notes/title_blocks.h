// The keys under which a title is looked for that is not spelled the same: two words side by side,
// its first letters, its first author with a word of it or with the name of a project. Two works
// that share none are never compared. Made when an entry is read, so that an edit pays for one
// entry. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/key.h"

namespace notes {

// Each once. At most kMostTitleBlocks.
std::vector<Key> title_blocks(std::string_view title_key, std::string_view author_key,
                              std::string_view project_key = {});
inline constexpr size_t kMostTitleBlocks = 9;

}  // namespace notes
