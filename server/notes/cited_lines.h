// Lines of one section over which a line of its own says that what follows is cited, not noted:
// `**References**`, `References:`, `<h2>References</h2>`. Headings say so of whole sections. Pure:
// any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

// From such a line to the next in bold or HTML that stands over others, or the end; empty when
// there is none.
Range find_cited_lines(std::string_view text, const Row<Line>& lines);

}  // namespace notes
