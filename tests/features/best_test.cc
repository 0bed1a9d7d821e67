#include "features/best.h"

#include <gtest/gtest.h>

#include <random>

namespace {

struct Scored {
  int score = 0;
  int number = 0;

  bool operator<(const Scored& other) const {
    return score != other.score ? score > other.score : number < other.number;
  }
  bool operator==(const Scored&) const = default;
};

TEST(Best, AreThoseThatSortingAllWouldPutFirst) {
  std::minstd_rand random(1);
  for (size_t limit : {0u, 1u, 7u, 200u}) {
    std::vector<Scored> all;
    features::Best<Scored> best(limit);
    for (int i = 0; i < 3000; ++i) {
      const Scored one{static_cast<int>(random() % 40), i};
      all.push_back(one);
      if (best.may_take(one.score) && best.may_take_like(one)) best.add(one);
    }
    std::sort(all.begin(), all.end());
    all.resize(limit);
    EXPECT_EQ(std::move(best).take(), all) << limit;
  }
}

}  // namespace
