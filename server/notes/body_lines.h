// Of fields.h: the lines that summaries, comments and identifiers are looked for in. Pure: any
// thread.
#pragma once

#include <string_view>
#include <vector>

#include "notes/fields.h"
#include "notes/lines.h"
#include "notes/tags.h"

namespace notes {

// One line of a body, with the text of its section.
struct BodyLine {
  std::string_view text;
  const Section* section = nullptr;
  size_t index = 0;
  bool is_cited = false;  // in a reference zone

  const Line& line() const { return section->lines[index]; }
  std::string_view content() const { return view(text, line().content); }
};

std::vector<BodyLine> lines_of(const Body& body);

inline bool is_prose(const Line& line) {
  return line.kind == LineKind::kText || line.kind == LineKind::kItem;
}

inline bool is_tag_line(const BodyLine& at) {
  const std::string_view line = at.content();  // most start with another sign
  return !line.empty() && (line[0] == '#' || line[0] == '\xEF') &&
         is_tag_line(at.text, at.line().content);
}

}  // namespace notes
