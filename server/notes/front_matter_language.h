// The languages of front matter, each in a file of its own: YAML and TOML by their libraries, and
// line by line whatever those cannot read. `body` is what stands between the fences; ranges are
// relative to it. Pure: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "notes/front_matter.h"

namespace notes {

// Why a library could not read it, in its words, and the line, from 0, that it stopped at.
struct FrontMatterError {
  std::string reason;
  uint32_t line = 0;
};

// Both throw FrontMatterError, which goes no further than read_front_matter.
FrontMatter read_yaml_fields(std::string_view body);
FrontMatter read_toml_fields(std::string_view body);
// The same as read_yaml_fields, or nothing where the YAML is not plain: what nearly everybody
// writes, flat keys with scalars and lists of scalars, is read in one pass, since the library takes
// longer for ten lines than all else for the note below them.
std::optional<FrontMatter> plain_yaml(std::string_view body);
// Never throws. Tables of TOML go by the names of their fields.
FrontMatter read_fields_by_line(std::string_view body, char separator);

// How a key is kept: folded, with `_` for `-` and space.
std::string front_matter_key(std::string_view written);

}  // namespace notes
