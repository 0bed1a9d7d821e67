// How well what was typed fits, where plain fuzzy_score would say too much or too little. Pure: any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes/digest.h"

namespace features {

// fuzzy_score for long texts: every word has to stand in the candidate as it was typed, since mere
// letters in order are found in almost any title. Both are folded.
std::optional<int> score_of_words(std::string_view pattern, std::string_view candidate);

// The words of a query, and which entries hold them all in their title or authors.
class WordsOfEntries {
 public:
  explicit WordsOfEntries(std::string words);  // folded
  WordsOfEntries(const WordsOfEntries&) = delete;
  WordsOfEntries& operator=(const WordsOfEntries&) = delete;
  const std::string& all() const { return all_; }

  // The first entry of the digest from `from` on that holds them; its size when there is none.
  size_t next_in(const notes::Digest& digest, size_t from) const;
  // No less than score_of_words() says of the entry's title, or of all its words.
  int bound(const notes::Digest& digest, size_t entry) const;

 private:
  std::string all_;
  std::vector<std::string_view> words_;  // the longest first
};

// fuzzy_score, but for its preferring the shorter of two that fit equally well: something else is
// to decide between them. Both are folded.
std::optional<int> score_whatever_length(std::string_view pattern, std::string_view candidate);

// True when a client that compares letters in order, without case, finds `typed` in `candidate`.
bool is_subsequence(std::string_view typed, std::string_view candidate);

}  // namespace features
