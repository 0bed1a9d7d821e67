// The lines of list items: how far they are indented, where an item ends, and what its first line
// says of those below. Pure: any thread.
#pragma once

#include <string_view>

#include "notes/section.h"

namespace notes {

// Where the words of a line start, counted in bytes.
uint32_t column(const Line& line);
// Of the mark that the item starts with, or of the text, counted in columns.
uint32_t indent(std::string_view text, const Line& line);
// `- References`, `- ## Links:`: what is nested in it is cited.
bool names_zone(std::string_view text, const Line& line);
// After the item's own lines and what is nested in it.
size_t end_of_item(std::string_view text, const Section& section, size_t first);

}  // namespace notes
