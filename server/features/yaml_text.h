// Values as front matter writes them. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace features {

// In double quotes where YAML would not read the bare words as that text, in a list or alone.
std::string yaml_scalar(std::string_view text);
// TOML's basic string.
std::string toml_string(std::string_view text);

}  // namespace features
