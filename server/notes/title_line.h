// The combined title line: `[Paper Note] Title, First Author+, N/A, Venue'YY, YYYY.MM`, every part
// but the title optional. Titles hold commas and colons, so it is read from the right. Pure: any
// thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes/range.h"

namespace notes {

struct TitleLine {
  std::string title;  // for display: marker, link syntax, attributes and escapes stripped
  std::string whole;  // for display, everything after the marker: for a line that is a title alone
  Range title_range;  // the title's bytes in the line, marker left out
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

// What may stand before a title besides the markers that everybody knows.
using Markers = std::span<const std::string>;

TitleLine read_title_line(std::string_view line, Markers own = {});
// The same as read_title_line(line, own).is_bibliographic(), and for most headings much cheaper.
bool is_bibliographic(std::string_view line, Markers own = {});

// The parts, for those who look for such a line in running text.
struct YearAndMonth {
  int year = 0;
  std::optional<int> month;
};
std::optional<YearAndMonth> read_dotted_date(std::string_view part);  // `2025.10`, `2025`, whole

struct VenueYear {
  std::string_view venue;
  int year = 0;
  size_t end = 0;  // after the year; words such as `Spotlight` may follow
};
std::optional<VenueYear> read_venue_year(
    std::string_view part);  // `ICLR'25 Spotlight`, `ICLR 2025`, `ACL23`

bool is_not_available(std::string_view part);  // `N/A`, `N_A`
std::optional<std::string_view> read_et_al(
    std::string_view part);  // the name in `Kevin Wang+`, `Wang et al.`
bool looks_like_author(std::string_view part);
// Of `[Paper Note] ` and its like at the start; 0 when there is none.
uint32_t marker_size(std::string_view line, Markers own = {});

}  // namespace notes
