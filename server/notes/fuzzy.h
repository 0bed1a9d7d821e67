// How well what someone typed fits a name: the order of completion and of workspace symbols. Pure:
// any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace notes {

// `pattern` and `candidate` are folded (see fold). Every space-separated word of the pattern must
// be found; higher is better: equal, then prefix, then prefix of a word, then inside a word, then
// letters in order. Nothing when a word of the pattern is not even that. An empty pattern fits
// everything with 0.
std::optional<int> fuzzy_score(std::string_view pattern, std::string_view candidate);

// Whether f is true of every word of the pattern, asked in their order until it is not.
template <class F>
bool every_word(std::string_view pattern, F f) {
  for (size_t begin = 0; begin < pattern.size();) {
    const size_t end = std::min(pattern.find(' ', begin), pattern.size());
    if (begin < end && !f(pattern.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

// Where behind `from` the next word starts, as fuzzy_score() sees it; the size of the text when
// none does. What goes from one start to the next is a part of the text: a pattern that is one part
// is found in one, or not at all.
size_t next_word_start(std::string_view text, size_t from);

// No less than fuzzy_score() for any candidate of that length or longer that holds every word of
// the pattern as it was typed, and may start with the pattern or not.
int fuzzy_bound(std::string_view pattern, bool may_start, size_t length);
// The same for a candidate in which no word starts with some word of the pattern; and for one that
// does not hold some word of it as it was typed.
int fuzzy_bound_inside(size_t length);
int fuzzy_bound_of_letters(size_t length);

}  // namespace notes
