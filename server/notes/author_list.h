// What stands in lists of authors beside their names; read_authors() of bibliography.h reads them.
// Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// Without emphasis, affiliations in parentheses and marks of footnotes; no-break spaces are spaces.
std::string plain_names(std::string_view text);

// `[Jane Doe](url), Rob Roe`: the names alone.
std::string without_links(std::string_view text);

}  // namespace notes
