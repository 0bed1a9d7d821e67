// How likely two entries are one work, by what labelled pairs have taught: a sum of small decision
// trees, whose numbers tests/duplicates/train writes. Pure: any thread.
#pragma once

#include "notes/work_evidence.h"

namespace notes {

// Above 0 rather the same work, below rather not: the logarithm of the odds.
float same_work_score(const std::array<float, kFeatures>& features);

// A tree asks the same question on each of its levels; the answers spell the number of its leaf.
struct SameWorkTree {
  static constexpr size_t kDepth = 4;
  struct Question {
    uint8_t feature = 0;
    float above = 0;
  };
  std::array<Question, kDepth> questions;
  std::array<float, 1U << kDepth> leaves;
};

}  // namespace notes
