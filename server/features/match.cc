#include "features/match.h"

#include <algorithm>

#include "notes/fuzzy.h"

namespace features {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<int> score_of_words(std::string_view pattern, std::string_view candidate) {
  for (size_t begin = 0; begin < pattern.size();) {
    const size_t end = std::min(pattern.find(' ', begin), pattern.size());
    if (candidate.find(pattern.substr(begin, end - begin)) == std::string_view::npos) {
      return std::nullopt;
    }
    begin = end + 1;
  }
  return notes::fuzzy_score(pattern, candidate);
}

std::optional<int> score_whatever_length(std::string_view pattern, std::string_view candidate) {
  const auto score = notes::fuzzy_score(pattern, candidate);
  // An empty pattern fits everything alike; else each byte of the candidate has cost one.
  if (!score || pattern.find_first_not_of(' ') == std::string_view::npos) return score;
  return *score + static_cast<int>(candidate.size());
}

bool is_subsequence(std::string_view typed, std::string_view candidate) {
  size_t at = 0;
  for (const char c : candidate) {
    if (at < typed.size() && lower(typed[at]) == lower(c)) ++at;
  }
  return at == typed.size();
}

}  // namespace features
