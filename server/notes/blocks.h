// The block structure of one section: what kind each line is, and its headings. cmark says what is
// code, HTML or a heading; its block positions are right, its inline ones are not, so nothing else
// is taken from it. Pure: any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

struct Blocks {
  Row<Line> lines;
  Row<Heading> headings;
};

Blocks read_blocks(std::string_view section);

// As GitHub makes anchors of headings, but folded: compare with fold() of what was written after
// `#`.
std::string slug_of(std::string_view heading);
std::string slug_of_folded(std::string_view heading);

// A line without indentation, quote and list markers, check boxes and trailing space.
Range content_of(std::string_view text, Range line);

}  // namespace notes
