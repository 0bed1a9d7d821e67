#include "duplicates/boosting.h"

#include <algorithm>
#include <cmath>

namespace training {
namespace {

using notes::kFeatures;
using notes::SameWorkTree;

constexpr size_t kLeaves = 1U << SameWorkTree::kDepth;
constexpr size_t kBins = 64;
constexpr float kCalm = 4;  // how much a leaf must know before it says much

float probability(float score) { return 1 / (1 + std::exp(-score)); }

// The values that divide the samples of a feature into parts of about one size.
std::vector<float> borders_of(const std::vector<Sample>& samples, size_t feature) {
  std::vector<float> values;
  for (const Sample& sample : samples) values.push_back(sample.features[feature]);
  std::sort(values.begin(), values.end());
  std::vector<float> borders;
  for (size_t i = 1; i < kBins; ++i) {
    const size_t at = i * values.size() / kBins;
    const size_t next = static_cast<size_t>(
        std::upper_bound(values.begin(), values.end(), values[at]) - values.begin());
    if (next >= values.size()) break;
    // Few digits, so that the table can be read; the border lies between two values that occur.
    float border = std::round((values[next - 1] + values[next]) * 500) / 1000;
    if (border < values[next - 1] || border >= values[next])
      border = (values[next - 1] + values[next]) / 2;
    if (borders.empty() || border > borders.back()) borders.push_back(border);
  }
  return borders;
}

class Boosting {
 public:
  explicit Boosting(const std::vector<Sample>& samples) : samples_(samples) {
    for (size_t f = 0; f < kFeatures; ++f) {
      borders_[f] = borders_of(samples, f);
      bins_[f].reserve(samples.size());
      for (const Sample& sample : samples)
        bins_[f].push_back(static_cast<uint8_t>(
            std::lower_bound(borders_[f].begin(), borders_[f].end(), sample.features[f]) -
            borders_[f].begin()));
    }
  }

  Model run(int trees, float rate) {
    Model model;
    double same = 0, all = 0;
    for (const Sample& sample : samples_) {
      all += sample.weight;
      if (sample.same) same += sample.weight;
    }
    model.base = static_cast<float>(std::round(std::log(same / (all - same)) * 1000) / 1000);
    scores_.assign(samples_.size(), model.base);
    for (int i = 0; i < trees; ++i) model.trees.push_back(grow(rate));
    return model;
  }

 private:
  struct Sum {
    float slope = 0, bend = 0;
    float gain() const { return slope * slope / (bend + kCalm); }
  };

  SameWorkTree grow(float rate) {
    slopes_.resize(samples_.size());
    for (size_t i = 0; i < samples_.size(); ++i) {
      const float p = probability(scores_[i]);
      slopes_[i] = {samples_[i].weight * ((samples_[i].same ? 1.0F : 0.0F) - p),
                    samples_[i].weight * p * (1 - p)};
    }
    SameWorkTree tree{};
    leaf_.assign(samples_.size(), 0);
    for (size_t level = 0; level < SameWorkTree::kDepth; ++level) {
      const auto [feature, bin] = best_question(1U << level);
      tree.questions[level] = {static_cast<uint8_t>(feature), borders_[feature][bin]};
      for (size_t i = 0; i < samples_.size(); ++i)
        leaf_[i] = static_cast<uint8_t>(leaf_[i] * 2 + (bins_[feature][i] > bin ? 1 : 0));
    }
    std::array<Sum, kLeaves> sums{};
    for (size_t i = 0; i < samples_.size(); ++i) {
      sums[leaf_[i]].slope += slopes_[i].slope;
      sums[leaf_[i]].bend += slopes_[i].bend;
    }
    for (size_t leaf = 0; leaf < kLeaves; ++leaf)
      tree.leaves[leaf] =
          std::round(rate * sums[leaf].slope / (sums[leaf].bend + kCalm) * 1000) / 1000;
    for (size_t i = 0; i < samples_.size(); ++i) scores_[i] += tree.leaves[leaf_[i]];
    return tree;
  }

  std::pair<size_t, size_t> best_question(size_t leaves) const {
    std::pair<size_t, size_t> best{0, 0};
    float best_gain = -1;
    std::vector<std::array<Sum, kBins>> sums(leaves);
    for (size_t f = 0; f < kFeatures; ++f) {
      if (borders_[f].empty()) continue;
      for (auto& of_leaf : sums) of_leaf.fill({});
      for (size_t i = 0; i < samples_.size(); ++i) {
        Sum& sum = sums[leaf_[i]][bins_[f][i]];
        sum.slope += slopes_[i].slope;
        sum.bend += slopes_[i].bend;
      }
      std::vector<float> gains(borders_[f].size(), 0);
      for (const auto& of_leaf : sums) {
        Sum all, below;
        for (const Sum& sum : of_leaf) {
          all.slope += sum.slope;
          all.bend += sum.bend;
        }
        for (size_t bin = 0; bin < borders_[f].size(); ++bin) {
          below.slope += of_leaf[bin].slope;
          below.bend += of_leaf[bin].bend;
          const Sum above{all.slope - below.slope, all.bend - below.bend};
          gains[bin] += below.gain() + above.gain();
        }
      }
      for (size_t bin = 0; bin < gains.size(); ++bin) {
        if (gains[bin] <= best_gain) continue;
        best_gain = gains[bin];
        best = {f, bin};
      }
    }
    return best;
  }

  const std::vector<Sample>& samples_;
  std::array<std::vector<float>, kFeatures> borders_;
  std::array<std::vector<uint8_t>, kFeatures> bins_;
  std::vector<float> scores_;
  std::vector<Sum> slopes_;
  std::vector<uint8_t> leaf_;
};

}  // namespace

float Model::score(const std::array<float, kFeatures>& features) const {
  float out = base;
  for (const SameWorkTree& tree : trees) {
    size_t leaf = 0;
    for (const auto& question : tree.questions)
      leaf = leaf * 2 + (features[question.feature] > question.above ? 1 : 0);
    out += tree.leaves[leaf];
  }
  return out;
}

Model boost(const std::vector<Sample>& samples, int trees, float rate) {
  return Boosting(samples).run(trees, rate);
}

}  // namespace training
