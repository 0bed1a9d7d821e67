// The blocks of a section that give its lines their kind (items, headings, code, HTML, rules), in
// the order of the text. cmark knows them all; most text has no construct that takes a whole parser
// to be sure of, and for it one pass over the lines gives the same at a tenth of the cost. Pure:
// any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "notes/section.h"

namespace notes {

// What is nested deeper than anybody nests: beyond so many bytes that may all be markers.
inline constexpr uint32_t kLongestPrefix = 100;
inline constexpr std::string_view kMarkerBytes = " \t>-*+.)0123456789";

struct Block {
  LineKind kind = LineKind::kText;
  size_t first = 0;  // lines of the section
  size_t last = 0;
  int level = 0;  // of a heading

  bool operator==(const Block&) const = default;
};

// REQUIRES: `lines` are those of `text`, with their contents.
std::vector<Block> blocks_by_cmark(std::string_view text, const Row<Line>& lines);

// The same, or nothing where a tab indents, HTML may start, a link may be defined
// or the nesting is very deep.
std::optional<std::vector<Block>> plain_blocks(std::string_view text, const Row<Line>& lines);

}  // namespace notes
