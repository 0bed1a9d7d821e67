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

  static constexpr float kCertain = 8;
};

// The same whichever entry is asked about first.
Verdict verdict_on(const WorkProfile& one, const WorkProfile& other);

}  // namespace notes
