#include "features/match.h"

#include <algorithm>
#include <utility>

#include "notes/find.h"
#include "notes/fuzzy.h"

namespace features {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<int> score_of_words(std::string_view pattern, std::string_view candidate) {
  const bool holds_all = notes::every_word(pattern, [&](std::string_view word) {
    return candidate.find(word) != std::string_view::npos;
  });
  return holds_all ? notes::fuzzy_score(pattern, candidate) : std::nullopt;
}

WordsOfEntries::WordsOfEntries(std::string words) : all_(std::move(words)) {
  notes::every_word(all_, [&](std::string_view word) {
    words_.push_back(word);
    return true;
  });
  std::sort(words_.begin(), words_.end(),
            [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
}

bool WordsOfEntries::is_wanted(const notes::Digest& digest) const {
  return digest.size() > 0 && std::all_of(words_.begin(), words_.end(), [&](std::string_view word) {
           return digest.may_hold(word);
         });
}

bool WordsOfEntries::holds_all(std::string_view held) const {
  return std::all_of(words_.begin(), words_.end(), [&](std::string_view word) {
    return notes::find(held, word) != std::string_view::npos;
  });
}

size_t WordsOfEntries::next_in(const notes::Digest& digest, size_t from, int least) const {
  if (words_.empty()) return least > 0 ? digest.size() : std::min(from, digest.size());
  // Once there are enough, most titles are too long to be better, which is sooner seen than what is
  // in them.
  const bool tells_by_length = notes::fuzzy_bound(all_, false, digest.words_size()) < least;
  const bool may_start = digest.may_start(all_);
  for (size_t at = from;; ++at) {
    if (!tells_by_length) at = digest.find(words_.front(), at);
    if (at >= digest.size()) return digest.size();
    const bool may_start_here = may_start && digest.may_start(all_, at);
    if (notes::fuzzy_bound(all_, may_start_here, digest.title(at).size()) >= least &&
        holds_all(digest.words(at)))
      return at;
  }
}

int WordsOfEntries::bound(const notes::Digest& digest) const {
  if (words_.empty()) return 0;
  return notes::fuzzy_bound(all_, digest.may_start(all_), digest.shortest_title());
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
