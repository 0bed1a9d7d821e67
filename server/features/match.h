// How well what was typed fits, where plain fuzzy_score would say too much or too little. Pure: any
// thread.
#pragma once

#include <optional>
#include <string_view>

namespace features {

// fuzzy_score for long texts: every word has to stand in the candidate as it was typed, since mere
// letters in order are found in almost any title. Both are folded.
std::optional<int> score_of_words(std::string_view pattern, std::string_view candidate);

// fuzzy_score, but for its preferring the shorter of two that fit equally well: something else is
// to decide between them. Both are folded.
std::optional<int> score_whatever_length(std::string_view pattern, std::string_view candidate);

// True when a client that compares letters in order, without case, finds `typed` in `candidate`.
bool is_subsequence(std::string_view typed, std::string_view candidate);

}  // namespace features
