// Words that mean two things however nearly they are spelled, and however much else two titles
// share: `Lower Bounds` and `Upper Bounds`. Pure: any thread.
#pragma once

#include <string_view>

namespace notes {

// Folded, without plural.
bool are_opposites(std::string_view one, std::string_view other);

}  // namespace notes
