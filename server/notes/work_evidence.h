// What speaks for and against two entries being one work, in numbers. What they mean together is
// for same_work_model.h; rules that no number can break are in work_verdict.h. Pure: any thread.
#pragma once

#include <array>
#include <cstddef>

#include "notes/word_match.h"
#include "notes/work_profile.h"

namespace notes {

// Weights are of words that agree, out of all; -1 stands for what is not known. `Least` and `Most`
// are of the two entries.
enum Feature : size_t {
  kTitleShare,        // of both titles together
  kTitleShareMost,    // of the title that has more of itself in the other
  kTitleShareLeast,   // of the title that has less
  kStartMost,         // agrees from the first word on, of the shorter
  kStartLeast,        // and of the longer title
  kTitleWeightLeast,  // how much the shorter title says
  kAloneLeast,        // weight of words that stand in one title only
  kAloneMost,
  kAloneWordsLeast,  // how many of them say something
  kAloneWordsMost,
  kLetterShare,      // of runs of three letters
  kLetterShareMost,  // of the title that has more of them in the other
  kTypos,
  kNumbersAlone,  // numbers that are no year in one title only
  kAllShare,      // of everything that is said
  kAllShareMost,
  kAllShareLeast,
  kRestShare,        // of what follows the common start: people, venue
  kRestWeightLeast,  // how much that is
  kPeopleShare,      // of the shorter list of authors, looked for anywhere in the other entry
  kPeopleLeast,      // how long that is
  kFirstAuthor,      // 1 the same, 0.5 the same family with another given name, 0.25 perhaps with
                     // names swapped, 0 another
  kYearGap,
  kSameVenue,      // 1 the same series, 0 another
  kSameVenueKind,  // 1 both journals, 0 a journal and proceedings
  kHasPreprint,
};
inline constexpr size_t kFeatures = kHasPreprint + 1;

struct Evidence {
  std::array<float, kFeatures> features{};
  WordMatch titles;
};

Evidence evidence_of(const WorkProfile& one, const WorkProfile& other);

// -1 when one of them names nobody.
float same_first_author(const WorkProfile& one, const WorkProfile& other);

}  // namespace notes
