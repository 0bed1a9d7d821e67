#include "notes/dense_groups.h"

#include <gtest/gtest.h>

namespace {

using Groups = std::vector<std::vector<size_t>>;

TEST(DenseGroups, AreNotJoinedByOneWrongBond) {
  // 0, 1, 2 and 3, 4, 5 belong together; 2 and 3 seem to.
  const auto bond = [](size_t i, size_t j) {
    if ((i < 3) == (j < 3)) return 3.0F;
    return i + j == 5 && (i == 2 || j == 2) ? 5.0F : -2.0F;
  };
  for (const std::vector<size_t>& group : notes::dense_groups(6, bond)) {
    const bool low = group.front() < 2;
    for (const size_t i : group) EXPECT_TRUE(i == 2 || i == 3 || (i < 3) == low);
  }
  const auto weak = [&](size_t i, size_t j) { return bond(i, j) == 5.0F ? 1.0F : bond(i, j); };
  EXPECT_EQ(notes::dense_groups(6, weak), (Groups{{0, 1, 2}, {3, 4, 5}}));
}

TEST(DenseGroups, BridgeAMissingBond) {
  const auto bond = [](size_t i, size_t j) { return i + j == 2 && i != j ? -1.0F : 4.0F; };
  EXPECT_EQ(notes::dense_groups(3, bond), (Groups{{0, 1, 2}}));
}

TEST(DenseGroups, OfNothingAreNone) {
  EXPECT_EQ(notes::dense_groups(0, [](size_t, size_t) { return 1.0F; }), Groups());
}

}  // namespace
