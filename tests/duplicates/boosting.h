// Gradient boosting of trees that ask one question per level. Deterministic. Test code only.
#pragma once

#include <vector>

#include "notes/same_work_model.h"

namespace training {

struct Sample {
  std::array<float, notes::kFeatures> features;
  bool same = false;
  float weight = 1;
};

struct Model {
  float base = 0;
  std::vector<notes::SameWorkTree> trees;

  float score(const std::array<float, notes::kFeatures>& features) const;
};

Model boost(const std::vector<Sample>& samples, int trees, float rate);

}  // namespace training
