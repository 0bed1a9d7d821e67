// What two entries are to each other, by what they say. Pure: any thread.
#pragma once

#include <optional>

#include "notes/relation.h"
#include "notes/work_evidence.h"

namespace notes {

struct Verdict {
  std::optional<Relation> relation;    // never kCrossListing, which is a matter of places
  float score = 0;                     // above 0 rather one work; between -kCertain and kCertain
  float title_share = 0;               // how much of their titles both have
  const Identifier* shared = nullptr;  // that both have, held by one of them
  // One work by their titles alone: each has an arXiv id of its own.
  bool is_of_two_preprints = false;
  bool is_of_copies = false;  // one note, copied and hardly changed; never so by what entries say

  static constexpr float kCertain = 8;
};

// The same whichever entry is asked about first.
Verdict verdict_on(const WorkProfile& one, const WorkProfile& other);

// The same of two that are something to each other; of others only that they are not, which is
// cheaper to see.
Verdict verdict_if_related(const WorkProfile& one, const WorkProfile& other);

}  // namespace notes
