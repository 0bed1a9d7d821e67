// What follows a title in running text: `, First Author+, N/A, Venue'YY, YYYY.MM`, and how to tell
// it from a list or a sentence. Views are into the text given. Pure: any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace notes {

inline constexpr size_t kLongestTail = 300;  // author, venue and date, in bytes

struct Citation {
  size_t title_end = 0;
  size_t end = 0;
  std::string_view author;
  std::string_view venue;
  std::optional<int> year;
};

// The first `, First Author+`. Where it is not certain that a paper is meant, a year has to follow:
// `a, b, C+` is a list as often.
std::optional<Citation> citation_with_plus(std::string_view s, bool certain);

// False of most lines: every year stands behind a comma, and is two digits at least.
bool may_hold_year(std::string_view s);

// The first in running text, with a plus or else by a full name; whoever wrote the plus left no
// doubt.
std::optional<Citation> citation_in(std::string_view s);

// A whole line `Title, Author, Venue'YY` or, in a list, `Title, Somebody, 2024.10`.
std::optional<Citation> citation_of_line(std::string_view s, bool item);

}  // namespace notes
