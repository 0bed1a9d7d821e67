// Names of people, and what looks like them. Pure: any thread.
#pragma once

#include <string_view>
#include <vector>

namespace notes {

inline constexpr size_t kLongestNames = 400;
inline constexpr std::string_view kBlanksAndMarks = " \t*_`";

// `J.`
bool is_initial(std::string_view word);
// `Jane A. Doe`, `J. van Doe`; one word alone only where `alone` allows it: `Doe` of `Doe, J.`.
bool is_name(std::string_view words, bool alone);
// False where no name starts, as in most lines: a quick look before `reads_like_names`.
bool may_start_names(std::string_view words);
// What commas, `and` and the like separate.
std::vector<std::string_view> parts_of(std::string_view names);
// `A. Author, B. Author, and C. Author`, `Author et al.`: names, and more than one.
bool reads_like_names(std::string_view words);

// Without any of the characters `before` at its begin and `behind` at its end.
std::string_view without(std::string_view words, std::string_view before, std::string_view behind);

}  // namespace notes
