// Paths as words: absolute, normalised, with `/`. Nothing here looks at a disk. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// Without `.`, `..` and doubled or trailing `/`; `..` stops at the root.
std::string normalised(std::string_view path);

// `path` is `folder` or inside it. Both normalised.
bool is_below(std::string_view path, std::string_view folder);

std::string_view folder_of(std::string_view path);       // `/a` of `/a/b`, `/` of `/a`
std::string_view last_component(std::string_view path);  // `b` of `/a/b`

// How many steps lie between two folders: up to what they share and down again.
size_t distance(std::string_view from, std::string_view to);

}  // namespace notes
