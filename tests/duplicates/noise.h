// Labelled entries written once more as other people would have written them, so that what is
// learned from one catalogue holds for the next: fields in the wrong places, names cut short,
// letters lost, only the first author known. The same for the same seed. Test code only.
#pragma once

#include <random>

#include "duplicates/labelled.h"

namespace training {

enum class Noise {
  kNone,
  kMisplaced,  // any field may stand in the title
  kScraped,    // as search engines have it: initials, cut lists, slips, venue or year lost
  kTitleLine,  // `Title, First Author+, VENUE'YY`
  kBare,       // nobody is named
};

// The same pairs, of entries written anew.
LabelledVault with_noise(const LabelledVault& vault, Noise noise, std::mt19937& random);

}  // namespace training
