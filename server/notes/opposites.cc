#include "notes/opposites.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace notes {

bool are_opposites(std::string_view one, std::string_view other) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr Pair kOpposites[] = {
      {"lower", "upper"},
      {"low", "high"},
      {"left", "right"},
      {"top", "bottom"},
      {"up", "down"},
      {"inner", "outer"},
      {"inside", "outside"},
      {"input", "output"},
      {"internal", "external"},
      {"intrinsic", "extrinsic"},
      {"interior", "exterior"},
      {"implicit", "explicit"},
      {"inductive", "deductive"},
      {"inductive", "transductive"},
      {"induction", "deduction"},
      {"forward", "backward"},
      {"forward", "inverse"},
      {"encoder", "decoder"},
      {"encoding", "decoding"},
      {"encode", "decode"},
      {"positive", "negative"},
      {"minimum", "maximum"},
      {"minimal", "maximal"},
      {"min", "max"},
      {"minimizing", "maximizing"},
      {"minimization", "maximization"},
      {"increasing", "decreasing"},
      {"global", "local"},
      {"online", "offline"},
      {"open", "closed"},
      {"single", "multi"},
      {"single", "multiple"},
      {"single", "double"},
      {"single", "dual"},
      {"small", "large"},
      {"short", "long"},
      {"weak", "strong"},
      {"weakly", "strongly"},
      {"weakly", "fully"},
      {"sparse", "dense"},
      {"hard", "soft"},
      {"slow", "fast"},
      {"early", "late"},
      {"before", "after"},
      {"static", "dynamic"},
      {"discrete", "continuous"},
      {"deterministic", "stochastic"},
      {"deterministic", "probabilistic"},
      {"generative", "discriminative"},
      {"homogeneous", "heterogeneous"},
      {"convex", "concave"},
      {"horizontal", "vertical"},
      {"sequential", "parallel"},
      {"centralized", "decentralized"},
      {"active", "passive"},
      {"serial", "parallel"},
      {"coarse", "fine"},
      {"odd", "even"},
      {"unidirectional", "bidirectional"},
      {"mean", "medoid"},
      {"teacher", "student"},
      {"male", "female"},
      {"with", "without"},
      {"can", "cannot"},
      {"optimistic", "pessimistic"},
      {"parametric", "nonparametric"},
  };
  return std::any_of(std::begin(kOpposites), std::end(kOpposites), [&](const Pair& pair) {
    return (pair.first == one && pair.second == other) ||
           (pair.first == other && pair.second == one);
  });
}

}  // namespace notes
