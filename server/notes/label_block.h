// Blocks of labels that begin with the title of a work, without any heading: `Title: …`, and below
// it authors, a venue, an address. Pure: any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "notes/label.h"
#include "notes/layout.h"

namespace notes {

// Whether such a block begins on this line of the section; its label.
std::optional<Label> title_block_at(std::string_view text, const Row<Line>& lines, size_t line);

// Whether the blocks of the draft are of different works. Dear: to be asked where there are two.
bool have_different_titles(const Draft& draft);

}  // namespace notes
