// Groups over dense evidence: what belongs together is what all in a group say on average, so that
// one wrong bond does not join two groups. Pure: any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace notes {

// Of the things 0 to `count` - 1, each in one group. `bond` is symmetric: above 0 for two that
// rather belong together, below for two that rather do not. Groups and what is in them are sorted.
std::vector<std::vector<size_t>> dense_groups(size_t count,
                                              const std::function<float(size_t, size_t)>& bond);

}  // namespace notes
