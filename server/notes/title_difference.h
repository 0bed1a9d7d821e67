// Words that make two titles the titles of two works, however much else they share: another number,
// a negation, `A Survey of`, `Revisiting`. Pure: any thread.
#pragma once

#include <cstdint>

#include "notes/word_match.h"
#include "notes/work_profile.h"

namespace notes {

enum class TitleDifference : uint8_t {
  kNone,     // nothing that matters: spelling, a subtitle left out
  kNumber,   // `II`, `2`, `v2`, GPT-4 and GPT-5, C and C++
  kPart,     // `II`, `part two` at its end
  kMeaning,  // negated, surveyed, revisited
  kEdition,  // `2nd Edition`, `Extended Version`
};

// `match` is of the words of their titles.
TitleDifference title_difference(const WorkProfile& one, const WorkProfile& other,
                                 const WordMatch& match);

}  // namespace notes
