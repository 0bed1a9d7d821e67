#include "notes/dense_groups.h"

#include <algorithm>

namespace notes {

// Average linkage: the two groups that are bound best are joined, as long as any are bound.
std::vector<std::vector<size_t>> dense_groups(size_t count,
                                              const std::function<float(size_t, size_t)>& bond) {
  std::vector<std::vector<size_t>> groups(count);
  std::vector<std::vector<float>> sums(count, std::vector<float>(count, 0));  // of bonds between
  for (size_t i = 0; i < count; ++i) {
    groups[i] = {i};
    for (size_t j = i + 1; j < count; ++j) sums[i][j] = sums[j][i] = bond(i, j);
  }
  while (true) {
    float best = 0;
    size_t one = 0, other = 0;
    for (size_t i = 0; i < groups.size(); ++i) {
      for (size_t j = i + 1; j < groups.size(); ++j) {
        if (groups[i].empty() || groups[j].empty()) continue;
        const float mean = sums[i][j] / static_cast<float>(groups[i].size() * groups[j].size());
        if (mean <= best) continue;
        best = mean;
        one = i;
        other = j;
      }
    }
    if (best <= 0) break;
    groups[one].insert(groups[one].end(), groups[other].begin(), groups[other].end());
    groups[other].clear();
    for (size_t k = 0; k < count; ++k) {
      sums[one][k] += sums[other][k];
      sums[k][one] = sums[one][k];
    }
  }
  std::erase_if(groups, [](const std::vector<size_t>& group) { return group.empty(); });
  for (std::vector<size_t>& group : groups) std::sort(group.begin(), group.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace notes
