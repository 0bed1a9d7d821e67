#include "features/match.h"

#include <algorithm>
#include <utility>

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

WordsOfEntries::WordsOfEntries(std::string words) : all_(std::move(words)) {
  for (size_t begin = 0; begin < all_.size();) {
    const size_t end = std::min(all_.find(' ', begin), all_.size());
    if (end > begin) words_.push_back(std::string_view(all_).substr(begin, end - begin));
    begin = end + 1;
  }
  std::sort(words_.begin(), words_.end(),
            [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
}

size_t WordsOfEntries::next_in(const notes::Digest& digest, size_t from) const {
  if (words_.empty()) return std::min(from, digest.size());
  if (from == 0 && !std::all_of(words_.begin(), words_.end(),
                                [&](std::string_view word) { return digest.may_hold(word); }))
    return digest.size();
  for (size_t at = from; (at = digest.find(words_.front(), at)) < digest.size(); ++at) {
    const std::string_view held = digest.words(at);
    if (std::all_of(words_.begin() + 1, words_.end(), [&](std::string_view word) {
          return held.find(word) != std::string_view::npos;
        }))
      return at;
  }
  return digest.size();
}

int WordsOfEntries::bound(const notes::Digest& digest, size_t entry) const {
  return words_.empty() ? 0
                        : notes::fuzzy_bound(all_, digest.words(entry), digest.title(entry).size());
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
