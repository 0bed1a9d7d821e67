// Bare titles: papers named in running text by nothing but their title line, `[Paper Note] Title,
// First Author+, Venue'YY, YYYY.MM`, in list items, in the middle of a sentence, or broken over two
// lines; by a Latin title that Japanese prose goes on from, or in `《》`; and in cells of tables.
// Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/inline.h"
#include "notes/reading.h"
#include "notes/section.h"

namespace notes {

// `first` is the first line to look at; lines that are headings, tables, code and the like are
// passed over.
void scan_titles(std::string_view text, const Row<Line>& lines, size_t first, const Inline& found,
                 const Reading& reading, Row<Reference>& out);

}  // namespace notes
