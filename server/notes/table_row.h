// The cells of a table's row. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

// What stands between the bars, without the space around it. A bar behind a backslash or inside
// `$…$` and code does not separate.
std::vector<Range> cells_of(std::string_view text, Range row);

}  // namespace notes
