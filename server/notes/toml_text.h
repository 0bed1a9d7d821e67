// TOML as the library may be given it: a letter outside of strings and comments, where TOML has
// none, can lead toml++ 3 into what it takes for unreachable
// (is_non_ascii_horizontal_whitespace()). Pure: any thread.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string_view>

namespace notes {

// Where the first such character stands.
std::optional<size_t> bare_character_in(std::string_view text);

// What toml::parse() gives and throws.
toml::table parse_toml(std::string_view text);

}  // namespace notes
