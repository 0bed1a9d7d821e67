// The combined title line: `[Paper Note] Title, First Author+, N/A, Venue'YY, YYYY.MM`, every part
// but the title optional. Titles hold commas and colons, so it is read from the right. Pure: any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

struct TitleLine {
  std::string title;        // for display: marker, link syntax, attributes and escapes stripped
  Range title_range;        // the title's bytes in the line, marker left out
  bool has_marker = false;  // `[Paper Note]` or one of its like stood before it
  std::vector<std::string> authors;
  bool et_al = false;
  std::string venue;        // without year
  std::optional<int> year;  // of `Venue'YY`; else of the date
  std::optional<int> month;
  bool has_venue_year = false;

  // Enough was said that this line is about a work, not a mere heading.
  bool is_bibliographic() const { return has_marker || et_al || has_venue_year; }
};

TitleLine read_title_line(std::string_view line);

}  // namespace notes
