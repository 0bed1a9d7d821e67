#include "notes/same_work_model.h"

#include "notes/same_work_trees.h"

namespace notes {

float same_work_score(const std::array<float, kFeatures>& features) {
  float score = kSameWorkBase;
  for (const SameWorkTree& tree : kSameWorkTrees) {
    size_t leaf = 0;
    for (const SameWorkTree::Question& question : tree.questions)
      leaf = leaf * 2 + (features[question.feature] > question.above ? 1 : 0);
    score += tree.leaves[leaf];
  }
  return score;
}

}  // namespace notes
