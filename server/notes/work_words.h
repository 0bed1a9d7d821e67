// What an entry says as words that can be compared: folded, without accents and plural, each with
// how much it says. In CJK each character is a word. Pure: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

enum class WordKind : uint8_t {
  kWord,
  kNumber,  // has a digit: `4`, `r1`, `2019`
  kIdeograph,
  kKana,  // hiragana, which mostly is grammar
};

struct WorkWord {
  std::string text;
  uint64_t hash = 0;     // of the text
  float weight = 0;      // 0 for what says nothing, 1 for what few titles have
  uint32_t letters = 0;  // which it has: see letters_of()
  WordKind kind = WordKind::kWord;
};

// `key` is a title_key, or made like one.
std::vector<WorkWord> work_words(std::string_view key);

// A bit for each letter that a word has, by its last five bits.
uint32_t letters_of(std::string_view word);

// A year within what publications have, else nothing: 0.
int year_of_word(std::string_view word);

}  // namespace notes
