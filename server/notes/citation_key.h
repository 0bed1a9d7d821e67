// Citations as pandoc writes them: `[@key]`, `[see @key, p. 3; -@other]`, and in running text
// `@key2020`. An `@` also starts the names of people and of a program's parts, so outside of
// brackets a key has a digit. Pure: any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "notes/range.h"

namespace notes {

struct CitationKey {
  Range range;  // with its `@`
  std::string_view key;
};

// The citation that starts with the `@` at this offset, if it is one.
std::optional<CitationKey> citation_key_at(std::string_view text, uint32_t offset);

}  // namespace notes
