// Which words of one text stand in another, whatever the order: the same, split or joined
// (`pre training`), spelled wrongly, or abbreviated (`LLM`). Pure: any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "notes/work_words.h"

namespace notes {

// A word of more letters abbreviates nothing.
inline constexpr size_t kLongestBrief = 6;

struct WordMatch {
  std::vector<int> to_other;             // of each word of the one: a word of the other, or -1
  std::vector<int> from_other;           // of each word of the other: a word of the one, or -1
  float weight = 0, other_weight = 0;    // of all words
  float matched = 0, other_matched = 0;  // of those that stand in both
  int typos = 0;
};

WordMatch match_words(std::span<const WorkWord> one, std::span<const WorkWord> other);

// How much of the two agrees word by word from their start on.
float common_start(const WordMatch& match, std::span<const WorkWord> one,
                   std::span<const WorkWord> other);

// How a word is spelled, as far as that tells it from most others.
struct Spelling {
  Spelling() = default;
  explicit Spelling(std::string_view word)
      : letters(letters_of(word)),
        size(static_cast<uint8_t>(std::min<size_t>(word.size(), 255))),
        front(word.empty() ? '\0' : word.front()) {}
  Spelling(uint32_t its_letters, uint8_t its_size, char its_front)
      : letters(its_letters), size(its_size), front(its_front) {}

  uint32_t letters = 0;
  uint8_t size = 0;  // 255 of longer ones, too
  char front = '\0';
};

// Whether the two are one word with a slip of the pen, and neither negates the other; and whether
// they may be, by their spellings.
bool may_be_typo(const Spelling& one, const Spelling& other);
bool is_typo(std::string_view one, std::string_view other);

}  // namespace notes
