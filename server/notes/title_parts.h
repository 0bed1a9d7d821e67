// The parts of a combined title line (title_line.h), which commas separate. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

// Parts between `, `; a comma inside brackets or without a space after it does not separate, and a
// full-width one only where has_wide_fields().
std::vector<Range> title_parts(std::string_view line);

// `Title，Jane Doe+，ICLR＇25`: who writes the fields so ends in one that is no part of a title.
bool has_wide_fields(std::string_view line);

}  // namespace notes
