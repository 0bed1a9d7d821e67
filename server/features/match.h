// How well what was typed fits, where plain fuzzy_score would say too much or too little. Pure: any
// thread.
#pragma once

#include <limits>
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

  // No less than score_of_words() says of any title in it, or of all words of an entry.
  int bound(const notes::Digest& digest) const;
  // The first entry of the digest from `from` on that holds them and whose score can be that high;
  // its size when there is none. REQUIRES: is_wanted().
  size_t next_in(const notes::Digest& digest, size_t from,
                 int least = std::numeric_limits<int>::min()) const;

  // For looking through many; see every_chunk.h.
  void prefetch(const notes::Digest& digest) const {
    if (!words_.empty()) digest.prefetch(words_.front());
  }
  bool is_wanted(const notes::Digest& digest) const;
  void prefetch_all(const notes::Digest& digest) const { digest.prefetch_words(); }

 private:
  bool holds_all(std::string_view held) const;

  std::string all_;
  std::vector<std::string_view> words_;  // the longest first
};

// fuzzy_score, but for its preferring the shorter of two that fit equally well: something else is
// to decide between them. Both are folded.
std::optional<int> score_whatever_length(std::string_view pattern, std::string_view candidate);

// True when a client that compares letters in order, without case, finds `typed` in `candidate`.
bool is_subsequence(std::string_view typed, std::string_view candidate);

}  // namespace features
