// Which of many texts hold a word: an inverted index from the parts of texts (see
// next_word_start()) to the texts, in the order of their scores. For what is asked with every
// letter typed. Immutable: any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

class PartIndex {
 public:
  // A folded text, and what decides between two that fit equally well: the larger comes first. The
  // text may go once the index is made.
  struct Item {
    std::string_view text;
    uint64_t date = 0;
  };
  PartIndex() = default;
  explicit PartIndex(const std::vector<Item>& items);

  size_t size() const { return ranked_.size(); }  // items that are not empty

  // Whether find() can tell: no word goes over the border of two parts.
  static bool can_find(std::string_view words);
  // Calls f with the numbers of items that hold every word as it was typed, and their
  // fuzzy_score(): by their scores, then dates, then numbers, until it gives false. `text_of` gives
  // an item's text again, or nothing when it is to be left out. REQUIRES: can_find(words), and a
  // word.
  using TextOf = std::function<std::optional<std::string_view>(uint32_t item)>;
  using Found = std::function<bool(uint32_t item, int score)>;
  void find(std::string_view words, const TextOf& text_of, const Found& f) const;

 private:
  class Draft;
  // Which ranks have something, one bit each.
  using Ranks = std::vector<uint64_t>;
  struct Span {
    size_t begin = 0, end = 0;
  };

  Span starting_with(std::string_view word) const;
  void add_holding(std::string_view word, Ranks& ranks) const;
  void add(Span parts, bool first, Ranks& ranks) const;
  std::string_view part(size_t i) const {
    return std::string_view(text_).substr(begins_[i], begins_[i + 1] - begins_[i] - 1);
  }

  std::vector<uint32_t> ranked_;  // items: the shortest first, then by date
  std::string text_;              // the parts, sorted, each followed by a line break
  std::vector<uint32_t> begins_;  // of parts in it, and its end
  // Of each part: twice the rank, and one more where the item begins with it.
  std::vector<uint32_t> postings_;
  std::vector<uint32_t> posting_begins_;
};

}  // namespace notes
