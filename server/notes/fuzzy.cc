#include "notes/fuzzy.h"

#include <algorithm>

#include "notes/ascii.h"
#include "notes/unicode.h"

namespace notes {
namespace {

// From the worst to the best.
enum Band { kLettersInOrder = 1, kInsideAWord, kPrefixOfAWord, kPrefix, kEqual };

// A word starts at a letter or digit after something else, and where CJK begins or ends, since no
// space stands there. What is not a letter (`#`, `(`) starts nothing and so is a start by itself.
bool starts_word(std::string_view text, size_t at) {
  if (at == 0) return true;
  char32_t before = character_before(text, at).code;
  char32_t here = character_at(text, at).code;
  auto counts = [](char32_t c) { return is_letter(c) || is_digit(c); };
  return !counts(before) || !counts(here) || is_cjk(before) != is_cjk(here);
}

// Character by character, since the bytes of one character must not be found in several.
bool has_in_order(std::string_view word, std::string_view text) {
  size_t from = 0;
  for (size_t at = 0; at < word.size();) {
    uint32_t size = character_at(word, at).size;
    size_t found = text.find(word.substr(at, size), from);
    if (found == std::string_view::npos) return false;
    from = found + size;
    at += size;
  }
  return true;
}

std::optional<Band> band_of(std::string_view word, std::string_view text) {
  size_t found = text.find(word);
  if (found == std::string_view::npos) {
    if (has_in_order(word, text)) return kLettersInOrder;
    return std::nullopt;
  }
  for (; found != std::string_view::npos; found = text.find(word, found + 1))
    if (starts_word(text, found)) return kPrefixOfAWord;
  return kInsideAWord;
}

constexpr int kWidth = 1 << 16;

// Within a band the shorter candidate is better: more of it was typed.
int score_in(Band band, size_t length) {
  return (band + 1) * kWidth - 1 - static_cast<int>(std::min<size_t>(length, kWidth - 1));
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

size_t next_word_start(std::string_view text, size_t from) {
  if (from >= text.size()) return text.size();
  for (size_t at = from + character_at(text, from).size; at < text.size();
       at += character_at(text, at).size) {
    // In ASCII, as most are, the two bytes decide.
    if (is_ascii_alnum(text[at - 1]) && is_ascii_alnum(text[at])) continue;
    if ((is_ascii(text[at - 1]) && is_ascii(text[at])) || starts_word(text, at)) return at;
  }
  return text.size();
}

int fuzzy_bound(std::string_view pattern, bool may_start, size_t length) {
  if (!may_start) return score_in(kPrefixOfAWord, length);
  return score_in(length > pattern.size() ? kPrefix : kEqual, length);
}

int fuzzy_bound_inside(size_t length) { return score_in(kInsideAWord, length); }

int fuzzy_bound_of_letters(size_t length) { return score_in(kLettersInOrder, length); }

std::optional<int> fuzzy_score(std::string_view pattern, std::string_view candidate) {
  size_t first = pattern.find_first_not_of(' ');
  if (first == std::string_view::npos) return 0;
  pattern = pattern.substr(first, pattern.find_last_not_of(' ') + 1 - first);

  Band band = kPrefixOfAWord;
  if (candidate.starts_with(pattern)) {
    band = candidate.size() == pattern.size() ? kEqual : kPrefix;
  } else {
    // As good as the word that fits worst.
    const bool fits = every_word(pattern, [&](std::string_view word) {
      const std::optional<Band> found = band_of(word, candidate);
      if (found) band = std::min(band, *found);
      return found.has_value();
    });
    if (!fits) return std::nullopt;
  }
  return score_in(band, candidate.size());
}

}  // namespace notes
